/* From what readers found to what the facts say: heads and scalar facts. */
#include "facts/bind.h"

#include <string.h>

#include "base/nearest.h"

struct binder binder_for(struct facts *f, const struct source *s, enum era era)
{
    return (struct binder){.facts = f,
                           .source = s,
                           .era = era,
                           .errors_before = f->diags->errors,
                           .values = f->arena,
                           .separator = ','};
}

bool bind_is_hopeless(const struct binder *b)
{
    return diags_are_hopeless(b->facts->diags, b->errors_before);
}

/* A suggestion costs a look at every name; nobody reads more of them than are kept. */
bool bind_may_suggest(const struct binder *b)
{
    return b->facts->diags->all.n < b->facts->diags->limit;
}

void bind_suggest(struct binder *b, struct diag *g, struct span at, struct text nearest)
{
    if (!nearest.n)
        return;
    diag_help(g, SAY(b->facts->arena, "did you mean `{}`?", nearest));
    diag_fix(g, at, nearest);
}

/* --- facts -------------------------------------------------------------------------------- */

/* Every beginning of a path that ends before a dot. */
static void add_groups(struct facts *f)
{
    for (size_t i = 0; i < f->model->facts.n; i++) {
        struct text path = f->model->facts.at[i]->path;
        for (size_t j = 0; j < path.n; j++)
            if (path.at[j] == '.')
                map_put(&f->groups, (struct text){path.at, j}, 0);
    }
    f->groups_known = true;
}

bool bind_is_group(const struct binder *b, struct text path)
{
    if (!b->facts->groups_known)
        add_groups(b->facts);
    return map_find(&b->facts->groups, path, NULL);
}

static struct diag *wrong_shape(struct binder *b, struct text path, struct span at, struct text is,
                                const char *found)
{
    return DIAG_ADD(b->facts->diags, K0623, at, path, is, text_of(found));
}

struct text bind_nearest(const struct binder *b, struct text name)
{
    const struct model *m = b->facts->model;
    struct nearest near = nearest_to(name);
    for (size_t i = 0; i < m->facts.n; i++)
        nearest_offer(&near, m->facts.at[i]->path);
    for (size_t i = 0; b->columns && i < b->columns->names.n; i++)
        nearest_offer(&near, b->columns->names.at[i].name);
    return near.best;
}

const struct fact *bind_find(struct binder *b, struct text path, struct span at)
{
    const struct model *m = b->facts->model;
    const struct fact *f = model_fact(m, path);
    if (f || b->facts->unbound)
        return f;
    if (bind_is_group(b, path)) {
        struct diag *g = wrong_shape(b, path, at, TEXT("a group of facts"), "a value");
        diag_help(g, SAY(b->facts->arena, "state its facts one by one, in `{} { ... }`", path));
        return NULL;
    }
    struct diag *g = DIAG_ADD(b->facts->diags, K0602, at, path);
    if (!bind_may_suggest(b))
        return NULL;
    struct text near = bind_nearest(b, path);
    /* Inside a block the place shows only the end of the path, so the fix must be the end as well.
     */
    size_t shown = at.hi - at.lo;
    if (!near.n)
        diag_help(g, TEXT("`ken facts` lists those that the rules need"));
    else if (shown < path.n) {
        size_t before = path.n - shown;
        bool same = near.n > before && text_starts(near, (struct text){path.at, before});
        diag_help(g, SAY(b->facts->arena, "did you mean `{}`?", near));
        if (same)
            diag_fix(g, at, text_after(near, before));
    } else
        bind_suggest(b, g, at, near);
    return NULL;
}

/* Claim the entry of `f`; false when it was stated before. */
static bool state(struct binder *b, const struct fact *f, struct span at)
{
    struct fact_entry *e = &b->facts->entry[f->index];
    if (!e->stated) {
        e->stated = true;
        e->at = at;
        return true;
    }
    struct diag *g = DIAG_ADD(b->facts->diags, K0603, at, f->path);
    diag_label(b->facts->diags, g, e->at, TEXT("first stated here"));
    return false;
}

static bool says_na(struct raw raw)
{
    struct text t = text_trim(raw.text);
    return raw.kind == RAW_WORDS && (text_equal(t, TEXT("n/a")) || text_equal(t, TEXT("N/A")));
}

void bind_na(struct binder *b, const struct fact *f, struct span at, struct aside aside)
{
    struct facts *facts = b->facts;
    if (!state(b, f, at))
        return;
    struct fact_entry *e = &facts->entry[f->index];
    e->shown = source_text(facts->diags->sources, at);
    e->evidence = aside.evidence;
    e->because = aside.because;
    e->value = value_absent(facts->arena, (struct cause){.kind = CAUSE_FACT,
                                                         .absence = ABSENCE_NA,
                                                         .what = f->path,
                                                         .at = f->at,
                                                         .fact_at = at});
    if (f->may_be_na)
        return;
    struct diag *g = DIAG_ADD(facts->diags, K0615, at, f->path);
    diag_label(facts->diags, g, f->read_at, TEXT("read here"));
    diag_help(g, TEXT("state its value; or say in the rules `applies when ... otherwise ...` for "
                      "what reads it"));
}

void bind_fact(struct binder *b, const struct fact *f, struct span at, struct raw raw,
               struct aside aside)
{
    struct facts *facts = b->facts;
    if (f->type.kind == TYPE_TABLE && raw.kind != RAW_NOTHING && !says_na(raw)) {
        wrong_shape(b, f->path, raw.at, TEXT("a table"), "a single value");
        return;
    }
    if (says_na(raw)) {
        bind_na(b, f, raw.at, aside);
        return;
    }
    if (!state(b, f, raw.kind == RAW_NOTHING ? at : raw.at))
        return;
    struct fact_entry *e = &facts->entry[f->index];
    e->evidence = aside.evidence;
    e->because = aside.because;
    if (raw.kind == RAW_NOTHING)
        return;
    e->shown =
        raw.unit ? figure_shown(facts->arena, raw) : source_text(facts->diags->sources, raw.at);
    convert(b, f, raw, b->separator, &e->value);
}

void bind_aside(struct binder *b, const struct fact *table, struct aside aside)
{
    struct fact_entry *e = &b->facts->entry[table->index];
    e->evidence = aside.evidence;
    e->because = aside.because;
}

static bool is_in_group(struct text path, struct text group)
{
    return text_starts(path, group) && path.n > group.n && path.at[group.n] == '.';
}

void bind_group_aside(struct binder *b, struct text group, struct span since, struct aside aside)
{
    const struct model *m = b->facts->model;
    if (!evidence_is_there(&aside.evidence) && !aside.because.n)
        return; /* every fact would be looked at behind every block */
    for (size_t i = 0; i < m->facts.n; i++) {
        struct fact_entry *e = &b->facts->entry[i];
        bool other = e->at.lo < since.lo || !is_in_group(m->facts.at[i]->path, group);
        if (other || !e->stated)
            continue;
        if (!evidence_is_there(&e->evidence))
            e->evidence = aside.evidence;
        if (!e->because.n)
            e->because = aside.because;
    }
}

void bind_dated(struct binder *b, struct raw raw, struct evidence *e)
{
    e->has_date = convert_date(b, raw, &e->dated);
}

/* What is set is tried: nobody asks for its documents. */
void bind_line(struct binder *b, struct text path, struct span at, struct raw raw)
{
    const struct fact *f = bind_find(b, path, at);
    if (!f)
        return;
    b->facts->entry[f->index] = (struct fact_entry){.stated = false};
    bind_fact(b, f, at, raw, (struct aside){.evidence = {.supposed = true}});
}

struct assignment bind_assignment(const struct source *s)
{
    struct text all = s->content;
    const char *sign = all.n ? memchr(all.at, '=', all.n) : NULL;
    struct text path = text_trim((struct text){all.at, sign ? (size_t)(sign - all.at) : all.n});
    size_t from = path.n ? (size_t)(path.at - all.at) : 0;
    struct assignment got = {.path = path, .path_at = source_span(s, from, from + path.n)};
    if (!sign)
        return got;
    got.value = text_trim(text_after(all, (size_t)(sign - all.at) + 1));
    size_t start = (size_t)(got.value.at - all.at);
    got.value_at = source_span(s, start, start + got.value.n);
    return got;
}

struct mention *bind_mention(struct facts *f, enum mention_kind kind, struct text path,
                             struct span name)
{
    if (!f->mentions)
        return NULL;
    struct mention mention = {kind, path, name, name, {0, 0}, MENTION_OUTSIDE};
    LIST_ADD(f->arena, &f->mentions->all, mention);
    return &f->mentions->all.at[f->mentions->all.n - 1];
}

void bind_absence(struct facts *f, const struct fact *fact, struct fact_entry *e)
{
    if (e->value.kind != VALUE_ABSENT || e->value.cause)
        return;
    enum absence absence = fact->optional ? ABSENCE_NONE : ABSENCE_MISSING;
    e->value = value_absent(f->arena, (struct cause){.kind = CAUSE_FACT,
                                                     .absence = absence,
                                                     .what = fact->path,
                                                     .at = fact->at,
                                                     .fact_at = e->at});
}

/* --- heads -------------------------------------------------------------------------------- */

void bind_criteria(struct binder *b, struct text id, struct span at)
{
    struct facts *f = b->facts;
    f->criteria = id;
    f->criteria_at = at;
    bind_mention(f, MENTION_CRITERIA, id, at);
    if (!text_equal(id, f->model->id))
        DIAG_ADD(f->diags, K0601, at, id, f->model->id);
}

void bind_office(struct binder *b, struct text name, struct span at)
{
    struct facts *f = b->facts;
    if (!span_is_nowhere(f->office_at) && !text_equal(f->office, name)) {
        struct diag *g = DIAG_ADD(f->diags, K0624, at, TEXT("office"));
        diag_label(f->diags, g, f->office_at, TEXT("first said here"));
        return;
    }
    f->office = name;
    f->office_at = at;
}

void bind_id(struct facts *f, struct text id)
{
    if (!f->office.n)
        f->office = id;
}

bool bind_era_named(struct binder *b, struct text word, struct span at, enum era *era)
{
    bool be = text_equal(word, TEXT("BE")) || text_equal(word, TEXT("พ.ศ."));
    if (!be && !text_equal(word, TEXT("CE")) && !text_equal(word, TEXT("ค.ศ."))) {
        diag_help(DIAG_ADD(b->facts->diags, K0626, at, word),
                  TEXT("write `BE` for the Buddhist or `CE` for the common era"));
        return false;
    }
    *era = be ? ERA_BE : ERA_CE;
    return true;
}

void bind_era(struct binder *b, struct text word, struct span at)
{
    enum era era;
    if (!bind_era_named(b, word, at, &era))
        return;
    struct diag *g = NULL;
    if (!span_is_nowhere(b->era_at) && era != b->era) {
        g = DIAG_ADD(b->facts->diags, K0624, at, TEXT("era"));
        diag_label(b->facts->diags, g, b->era_at, TEXT("first said here"));
    } else if (!span_is_nowhere(b->dated_at) && era != b->era) {
        g = DIAG_PLAIN(b->facts->diags, K0625, at);
        diag_label(b->facts->diags, g, b->dated_at, TEXT("the first of these dates"));
        diag_help(g, TEXT("put the era above all dates"));
    }
    if (g)
        return;
    b->era = b->facts->era = era;
    b->facts->has_era = true;
    b->era_at = at;
}

void bind_as_of(struct binder *b, struct raw raw)
{
    struct facts *f = b->facts;
    struct date d;
    if (!convert_date(b, raw, &d))
        return;
    if (f->has_as_of && f->as_of.day != d.day) {
        struct diag *g = DIAG_ADD(f->diags, K0624, raw.at, TEXT("as of"));
        diag_label(f->diags, g, f->as_of_at, TEXT("first said here"));
        return;
    }
    f->has_as_of = true;
    f->as_of = d;
    f->as_of_at = raw.at;
}
