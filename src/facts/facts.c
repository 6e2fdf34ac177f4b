/* Facts bound to a model: beginning, ending, and single facts from outside. */
#include "facts/facts.h"

#include <string.h>

#include "facts/bind.h"
#include "syntax/characters.h"

/* Every beginning of a path that ends before a dot. */
static void add_groups(struct facts *f, struct text path)
{
    for (size_t i = 0; i < path.n; i++)
        if (path.at[i] == '.')
            map_put(&f->groups, (struct text){path.at, i}, 0);
}

struct facts *facts_new(struct arena *a, const struct model *m, struct diags *d)
{
    struct facts *f = ARENA_NEW(a, struct facts);
    *f = (struct facts){.model = m, .arena = a, .diags = d};
    f->scratch = arena_beside(a);
    f->entry = ARENA_ARRAY(a, struct fact_entry, m->facts.n);
    f->reasons = map_in(a);
    f->groups = map_in(a);
    f->claim_index = map_in(a);
    for (size_t i = 0; i < m->facts.n; i++)
        add_groups(f, m->facts.at[i]->path);
    return f;
}

void facts_read(struct facts *f, const struct source *s, enum facts_format format,
                const struct facts_host *host)
{
    struct binder b = binder_for(f, s, format == FACTS_JSON ? ERA_CE : f->model->era);
    if (s->content.n > FACTS_BYTES) {
        DIAG_ADD(f->diags, K0637, source_span(s, 0, 0), text_number(f->arena, FACTS_BYTES),
                 TEXT("bytes"));
        return;
    }
    if (!characters_check_text(s, f->diags))
        return;
    switch (format) {
    case FACTS_NATIVE:
        native_read(&b, host);
        break;
    case FACTS_JSON:
        json_read(&b);
        break;
    }
}

void facts_set(struct facts *f, const struct source *s)
{
    struct binder b = binder_for(f, s, f->model->era);
    if (!characters_check_text(s, f->diags))
        return;
    struct text all = s->content;
    const char *sign = all.n ? memchr(all.at, '=', all.n) : NULL;
    struct text path = text_trim((struct text){all.at, sign ? (size_t)(sign - all.at) : all.n});
    size_t from = path.n ? (size_t)(path.at - all.at) : 0;
    struct span at = source_span(s, from, from + path.n);
    if (!sign) {
        DIAG_ADD(f->diags, K0201, at, TEXT("a fact is set"), TEXT("`path=value`"));
        return;
    }
    struct text value = text_trim(text_after(all, (size_t)(sign - all.at) + 1));
    size_t start = (size_t)(value.at - all.at);
    bind_line(&b, path, at,
              (struct raw){.kind = value.n ? RAW_WORDS : RAW_NOTHING,
                           .text = value,
                           .at = source_span(s, start, start + value.n)});
}

/* A fact that nobody gave a value. */
static void finish_fact(struct facts *f, const struct fact *fact)
{
    struct fact_entry *e = &f->entry[fact->index];
    if (e->value.kind != VALUE_ABSENT || e->value.cause)
        return;
    enum absence absence = fact->optional ? ABSENCE_NONE : ABSENCE_MISSING;
    e->value = value_absent(f->arena, (struct cause){.kind = CAUSE_FACT,
                                                     .absence = absence,
                                                     .what = fact->path,
                                                     .at = fact->at,
                                                     .fact_at = e->at});
}

/* What lies behind the day that the facts describe cannot have happened yet. */
static void check_as_of(struct facts *f, const struct fact *fact)
{
    const struct fact_entry *e = &f->entry[fact->index];
    if (!f->has_as_of || e->value.kind != VALUE_DATE || e->value.date.day <= f->as_of.day)
        return;
    struct diag *g = DIAG_ADD(f->diags, K0639, e->at, fact->path, e->shown,
                              date_words(f->arena, f->as_of, f->model->era));
    diag_label(f->diags, g, f->as_of_at, TEXT("the day these facts describe"));
}

void facts_finish(struct facts *f)
{
    for (size_t i = 0; i < f->model->facts.n; i++) {
        finish_fact(f, f->model->facts.at[i]);
        check_as_of(f, f->model->facts.at[i]);
    }
}
