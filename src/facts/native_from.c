/* Fact files: tables that lie in other files. */
#include "facts/native.h"

void native_file(struct native *r, struct text name, struct span at)
{
    r->file = (struct named_file){.path = name, .at = at};
    r->file_era = ERA_CE;
    r->from_end = at;
    r->renames.n = 0;
}

void native_file_era(struct native *r, struct text word, struct span at)
{
    bind_era_named(r->binder, word, at, &r->file_era);
    r->from_end = at;
}

/* `at` is the place of `encoding` and the word. */
void native_file_encoding(struct native *r, struct text word, struct span at)
{
    r->file.encoding = encoding_named(word);
    r->file.encoding_word = word;
    r->file.encoding_at = at;
    r->from_end = at;
    if (r->file.encoding)
        return;
    struct span word_at = {at.hi - (uint32_t)word.n, at.hi};
    diag_help(DIAG_ADD(r->binder->facts->diags, K0644, word_at, word),
              TEXT("write `cp874`, `utf-8`, `utf-16le` or `utf-16be`"));
}

void native_rename(struct native *r, struct text column, struct span column_at, struct text name,
                   struct span name_at)
{
    struct csv_rename rename = {column, name, column_at, name_at};
    LIST_ADD(r->binder->facts->arena, &r->renames, rename);
}

static void mention_table(struct native *r, const struct fact *f)
{
    struct mention_list *mentions = r->binder->facts->mentions;
    if (!native_mention(r, MENTION_FACT, f->path, r->key.at))
        return;
    size_t table = mentions->all.n - 1;
    mentions->all.at[table].value = span_join(r->file.at, r->from_end);
    for (size_t i = 0; i < r->renames.n; i++) {
        const struct csv_rename *rename = &r->renames.at[i];
        struct mention *column =
            bind_mention(r->binder->facts, MENTION_COLUMN, rename->column, rename->column_at);
        column->inside = table;
        column->value = rename->name_at;
    }
}

void native_from(struct native *r)
{
    struct facts *facts = r->binder->facts;
    const struct fact *f = bind_find(r->binder, native_path(r), r->key.at);
    if (f)
        mention_table(r, f);
    bool unreadable = !span_is_nowhere(r->file.encoding_at) && !r->file.encoding;
    if (!f || unreadable)
        return;
    if (f->type.kind != TYPE_TABLE) {
        DIAG_ADD(facts->diags, K0623, r->key.at, f->path, fact_type_words(facts->arena, f),
                 TEXT("a table"));
        return;
    }
    if (!r->host || !r->host->open) {
        DIAG_ADD(facts->diags, K0802, r->file.at, r->file.path,
                 TEXT("no files are to be had here"));
        return;
    }
    const struct source *s =
        r->host->open(r->host->user, r->binder->source, &r->file, facts->diags);
    if (!s)
        return;
    struct binder csv = binder_for(facts, s, r->file_era);
    csv_read(&csv, f, r->key.at, &r->file, (struct csv_renames){r->renames.at, r->renames.n});
    bind_aside(r->binder, f, r->aside);
}
