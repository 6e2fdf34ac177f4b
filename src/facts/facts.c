/* Facts bound to a model: beginning, ending, and single facts from outside. */
#include <string.h>

#include "facts/facts.h"

#include "facts/bind.h"
#include "facts/record.h"
#include "syntax/characters.h"

struct facts *facts_new(struct arena *a, const struct model *m, struct diags *d)
{
    struct facts *f = ARENA_NEW(a, struct facts);
    *f = (struct facts){.model = m, .arena = a, .diags = d, .era = m->era};
    f->scratch = arena_beside(a);
    f->entry = ARENA_ARRAY(a, struct fact_entry, m->facts.n);
    f->reasons = map_in(a);
    f->groups = map_in(a);
    f->claim_index = map_in(a);
    return f;
}

bool facts_readable(struct facts *f, const struct source *s)
{
    if (s->content.n > FACTS_BYTES) {
        DIAG_ADD(f->diags, K0637, source_span(s, 0, 0), text_number(f->arena, FACTS_BYTES),
                 TEXT("bytes"));
        return false;
    }
    return characters_check_text(s, f->diags);
}

static struct binder binder_of_record(struct facts *f, const struct source *record,
                                      const struct columns *c)
{
    struct binder b = binder_for(f, record, c->has_era ? c->era : ERA_CE);
    b.columns = c;
    return b;
}

void record_read_json(struct facts *f, const struct source *record, const struct columns *c,
                      struct text *id)
{
    struct binder b = binder_of_record(f, record, c);
    *id = TEXT("");
    if (facts_readable(f, record))
        json_read(&b, id);
    bind_id(f, *id);
}

void record_read_csv(struct facts *f, const struct source *record, const struct csv_head *head,
                     const struct columns *c, struct text *id)
{
    struct binder b = binder_of_record(f, record, c);
    *id = TEXT("");
    b.separator = '|';
    if (facts_readable(f, record))
        csv_read_record(&b, head, id);
    bind_id(f, *id);
}

void facts_read(struct facts *f, const struct source *s, enum facts_format format,
                const struct facts_host *host)
{
    struct binder b = binder_for(f, s, f->model->era);
    struct text id;
    switch (format) {
    case FACTS_NATIVE:
        if (facts_readable(f, s))
            native_read(&b, host);
        break;
    case FACTS_JSON:
        record_read_json(f, s, f->model->columns, &id);
        break;
    }
}

static const struct source *open_nothing(void *user, const struct source *from,
                                         const struct named_file *file, struct diags *d)
{
    (void)user, (void)from, (void)file, (void)d;
    return NULL;
}

void facts_read_form(struct arena *a, const struct source *s, struct diags *d)
{
    struct model *none = ARENA_NEW(a, struct model);
    struct diags all = diags_in(a, d->sources);
    none->arena = a;
    none->fact_by_path = none->criterion_by_path = none->units = map_in(a);
    none->columns = columns_plain(a);
    all.limit = ERRORS_READ;
    struct facts *f = facts_new(a, none, &all);
    f->unbound = true;
    facts_read(f, s, FACTS_NATIVE, &(struct facts_host){open_nothing, NULL});
    for (size_t i = 0; i < all.all.n; i++)
        if (all.all.at[i]->code < K0301 || all.all.at[i]->code == K0637)
            diags_take(d, all.all.at[i]);
}

void facts_set(struct facts *f, const struct source *s)
{
    struct binder b = binder_for(f, s, f->model->era);
    if (!characters_check_text(s, f->diags))
        return;
    struct assignment set = bind_assignment(s);
    if (span_is_nowhere(set.value_at)) {
        DIAG_ADD(f->diags, K0201, set.path_at, TEXT("a fact is set"), TEXT("`path=value`"));
        return;
    }
    if (facts_asks(f, s->content)) {
        diag_help(DIAG_ADD(f->diags, K0720, set.value_at, set.path),
                  TEXT("`ken eval` tries several values, one after the other"));
        return;
    }
    bind_line(&b, set.path, set.path_at,
              (struct raw){.kind = set.value.n ? RAW_WORDS : RAW_NOTHING,
                           .text = set.value,
                           .at = set.value_at});
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

bool evidence_is_there(const struct evidence *e)
{
    return e->says.n || e->file.n || e->supposed;
}

struct text evidence_words(struct arena *a, const struct evidence *e, enum era era)
{
    struct text says = e->says;
    if (e->has_date)
        says = SAY(a, says.n ? "{}, {}" : "{}{}", says, date_words(a, e->dated, era));
    if (e->file.n)
        says = SAY(a, says.n ? "{}, {}" : "{}{}", says, e->file);
    return says;
}

bool facts_unproven(const struct facts *facts, const struct fact *f)
{
    const struct fact_entry *e = &facts->entry[f->index];
    return e->value.kind != VALUE_ABSENT && !evidence_is_there(&e->evidence);
}

struct facts *facts_copy(struct arena *a, const struct facts *f)
{
    struct facts *copy = ARENA_NEW(a, struct facts);
    *copy = *f;
    copy->arena = a;
    copy->entry = ARENA_ARRAY(a, struct fact_entry, f->model->facts.n);
    memcpy(copy->entry, f->entry, f->model->facts.n * sizeof *copy->entry);
    return copy;
}

void facts_forget(struct facts *f, const struct fact *fact)
{
    f->entry[fact->index] = (struct fact_entry){.stated = false};
    bind_absence(f, fact, &f->entry[fact->index]);
}

void facts_finish(struct facts *f)
{
    for (size_t i = 0; i < f->model->facts.n; i++) {
        bind_absence(f, f->model->facts.at[i], &f->entry[i]);
        check_as_of(f, f->model->facts.at[i]);
    }
}
