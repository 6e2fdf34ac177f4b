/* What stands below the scorecard's table. */
#include "report/notes.h"

#include "explain/evidence.h"
#include "explain/figures.h"
#include "report/missing.h"

struct notes {
    struct arena *a;
    struct document *d;
    const struct outcome *o;
    const struct result *const *results;
    size_t n;
};

/* The block of a heading, made for its first line. */
static struct block *headed(struct notes *s, struct block *block, struct text heading)
{
    if (block)
        return block;
    document_heading(s->d, heading, TEXT(""));
    return document_outline(s->d);
}

/* --- no plain scores ------------------------------------------------------------------------ */

static struct text weight_words(struct arena *a, const struct result *r)
{
    if (!r->criterion->parent->weighs)
        return TEXT("left out");
    return r->given_to ? SAY(a, "weight given to {}", r->given_to->path)
                       : TEXT("weight shared out");
}

struct text note_exception(struct arena *a, const struct result *r)
{
    if (r->no_weight)
        return TEXT("weight 0 in this case");
    struct text score = number_short_words(a, r->score, r->criterion->show_score.places);
    struct text what = r->carried ? TEXT("no result yet") : TEXT("does not apply");
    if (r->status == STATUS_DROPPED && r->applies.kind == VALUE_TRUTH && r->applies.truth &&
        r->criterion->children.n)
        what = TEXT("nothing in it applies");
    if (r->status == STATUS_DROPPED)
        return SAY(a, "{}: {}", what, weight_words(a, r));
    if (r->carried || r->status == STATUS_NOT_APPLICABLE)
        return SAY(a, "{}: carried at {}", what, score);
    if (r->status == STATUS_INCOMPLETE && value_is_absent(r->applies))
        return TEXT("not known yet whether it applies");
    if (r->maybe_no_weight)
        return TEXT("not known yet whether it counts");
    return TEXT("");
}

static void note_exceptions(struct notes *s)
{
    struct block *block = NULL;
    for (size_t i = 0; i < s->n; i++) {
        const struct result *r = s->results[i];
        struct text words = r->criterion->parent ? note_exception(s->a, r) : TEXT("");
        if (!words.n)
            continue;
        block = headed(s, block, TEXT("without a result of its own"));
        bool told = r->cause && r->cause->kind != CAUSE_PARTS;
        outline_add(s->d, block, 1,
                    (struct cell){SAY(s->a, "{}  {}", r->criterion->path, words), TONE_PLAIN},
                    told ? cause_words(s->a, s->o, r->cause, CAUSE_BY_ITSELF) : TEXT(""));
    }
}

/* The marks that ask for one, a light before a grade. */
static struct text owing_words(struct arena *a, const struct result *r)
{
    struct text says = {0};
    for (enum mark mark = 0; mark < MARKS; mark++) {
        const struct band *b = r->mark[mark].band;
        if (!r->mark[mark].owes_reason)
            continue;
        struct text name = b->title.n ? b->title : b->name;
        says = says.n ? SAY(a, "{}, {}", says, name) : name;
    }
    return says;
}

static void note_reasons(struct notes *s)
{
    struct block *block = NULL;
    for (size_t i = 0; i < s->n; i++) {
        const struct criterion *k = s->results[i]->criterion;
        if (!result_owes_reason(s->results[i]))
            continue;
        block = headed(s, block, TEXT("a reason is owed"));
        outline_add(s->d, block, 1,
                    (struct cell){SAY(s->a, "{}  {}", k->path, k->title), TONE_PLAIN},
                    owing_words(s->a, s->results[i]));
    }
}

/* --- evidence ------------------------------------------------------------------------------- */

struct unproven {
    const struct fact *fact;
    struct buffer asked_by;
};

struct unproven_list {
    LIST_OF(struct unproven) all;
    size_t *line; /* by fact: its place among them, plus 1 */
};

static void add_unproven(struct notes *s, struct unproven_list *l, const struct criterion *k,
                         const struct backing *b)
{
    size_t *line = &l->line[b->fact->index];
    if (!*line) {
        LIST_ADD(s->a, &l->all, (struct unproven){b->fact, buffer_in(s->a)});
        *line = l->all.n;
    }
    struct buffer *by = &l->all.at[*line - 1].asked_by;
    buffer_add(by, by->n ? TEXT(", ") : TEXT(""));
    buffer_add(by, backing_words(s->a, k, b));
}

static void note_evidence(struct notes *s)
{
    struct evidence_finder *finder = evidence_finder_new(s->a, s->o);
    struct unproven_list l = {.line = ARENA_ARRAY(s->a, size_t, s->o->model->facts.n + 1)};
    struct block *block = NULL;
    for (size_t i = 0; i < s->n; i++) {
        const struct criterion *k = s->results[i]->criterion;
        struct backings all = evidence_asked_of(finder, k);
        for (size_t j = 0; j < all.facts.n; j++)
            if (all.facts.at[j].missing)
                add_unproven(s, &l, k, &all.facts.at[j]);
    }
    for (size_t i = 0; i < l.all.n; i++) {
        const struct fact *f = l.all.at[i].fact;
        struct text says = f->title.n ? SAY(s->a, "{}  {}", f->path, f->title) : f->path;
        block = headed(s, block, TEXT("without evidence"));
        outline_add(s->d, block, 1, (struct cell){says, TONE_PLAIN},
                    buffer_text(&l.all.at[i].asked_by));
    }
}

/* --- claims --------------------------------------------------------------------------------- */

static void note_claim(struct notes *s, struct block *table, const struct claim_result *c)
{
    struct table_row *row = table_add_row(s->d, table, 1);
    bool unknown = c->verdict == VERDICT_UNKNOWN;
    enum tone tone = unknown ? TONE_FAINT : TONE_PLAIN;
    row->cell[0] = (struct cell){SAY(s->a, "{} {}", c->claim->target, c->claim->aspect), tone};
    row->cell[1] = (struct cell){c->claim->shown, tone};
    row->cell[2] = (struct cell){claim_recomputed(s->a, c), tone};
    row->cell[3] = (struct cell){claim_verdict(s->a, c), claim_is_off(c) ? TONE_BAD : TONE_FAINT};
}

static void note_claims(struct notes *s, const struct claims *claims)
{
    if (!claims || !claims->all.n)
        return;
    document_heading(s->d, SAY(s->a, "claims: {}", claims_words(s->a, claims)), TEXT(""));
    if (claims->agree == claims->all.n)
        return;
    struct block *table = document_table(s->d);
    table_column(s->d, table, TEXT(""), ALIGN_LEFT, true);
    table_column(s->d, table, TEXT("printed"), ALIGN_RIGHT, false);
    table_column(s->d, table, TEXT("recomputed"), ALIGN_RIGHT, false);
    table_column(s->d, table, TEXT(""), ALIGN_LEFT, false);
    for (size_t i = 0; i < claims->all.n; i++)
        if (claims->all.at[i].verdict != VERDICT_AGREES)
            note_claim(s, table, &claims->all.at[i]);
}

void report_notes(struct document *d, const struct outcome *o, const struct result *const *results,
                  size_t n, const struct claims *claims)
{
    struct notes s = {d->arena, d, o, results, n};
    note_exceptions(&s);
    report_missing(d, o);
    note_reasons(&s);
    note_evidence(&s);
    note_claims(&s, claims);
}
