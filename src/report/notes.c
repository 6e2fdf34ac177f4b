/* What stands below the scorecard's table.
 *
 * Missing facts are looked for in the expressions that an incomplete criterion needed, not in its
 * cause: a cause is the first of several, and who sends facts in wants to know them all. */
#include "report/notes.h"

#include "base/map.h"
#include "explain/evidence.h"
#include "explain/figures.h"

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

/* --- not known yet -------------------------------------------------------------------------- */

struct gap {
    struct text what, title;
    LIST_OF(const struct criterion *) holds_up;
};

struct gaps {
    struct notes *notes;
    const struct criterion *of; /* whose expressions are looked through */
    struct map index;
    LIST_OF(struct gap) all;
    const struct criterion **seen_let, **seen_criterion; /* for which each was looked into last */
};

static void add_gap(struct gaps *g, struct text what, struct text title)
{
    struct arena *a = g->notes->a;
    size_t i = map_put(&g->index, what, g->all.n);
    if (i == g->all.n)
        LIST_ADD(a, &g->all, (struct gap){.what = what, .title = title});
    struct gap *gap = &g->all.at[i];
    if (!gap->holds_up.n || gap->holds_up.at[gap->holds_up.n - 1] != g->of)
        LIST_ADD(a, &gap->holds_up, g->of);
}

/* Once for each criterion: uses that double at every step would else never end. */
static bool is_new(struct gaps *g, const struct criterion **seen, size_t index)
{
    bool is = seen[index] != g->of;
    seen[index] = g->of;
    return is;
}

static void look_for_gaps(void *user, const struct expr *e)
{
    struct gaps *g = user;
    const struct outcome *o = g->notes->o;
    if (!outcome_was_needed(o, e))
        return;
    if (e->kind == EXPR_LET) {
        if (is_new(g, g->seen_let, e->let->index))
            look_for_gaps(g, e->let->value);
    } else if (e->kind == EXPR_SCORE) {
        if (is_new(g, g->seen_criterion, e->criterion->index))
            criterion_expressions(e->criterion, look_for_gaps, g);
    } else if (e->fact && e->kind != EXPR_COLUMN) {
        struct value v = o->facts->entry[e->fact->index].value;
        if (v.kind == VALUE_ABSENT && v.absence == ABSENCE_MISSING)
            add_gap(g, e->fact->path, e->fact->title);
    }
    expr_operands(e, look_for_gaps, g);
}

/* What no single fact shows: a cell, or a calculation without a result. */
static void add_cause(struct gaps *g, const struct cause *c)
{
    if (c && c->kind != CAUSE_FACT && c->kind != CAUSE_PARTS)
        add_gap(g, cause_subject(g->notes->a, g->notes->o, c, CAUSE_BY_ITSELF), TEXT(""));
}

static void find_gaps(struct gaps *g, const struct result *r)
{
    g->of = r->criterion;
    criterion_expressions(r->criterion, look_for_gaps, g);
    step_conditions(r->criterion, look_for_gaps, g);
    if (!r->criterion->children.n)
        add_cause(g, r->cause);
    if (r->weights)
        add_cause(g, r->weights->cause);
    for (size_t i = 0; r->adjust && i < r->criterion->adjust.n; i++) {
        adjust_expressions(&r->criterion->adjust.at[i], look_for_gaps, g);
        add_cause(g, adjust_cause(&r->adjust[i]));
    }
    for (size_t i = 0; r->penalties && i < r->criterion->penalties.n; i++) {
        const struct penalty_result *p = &r->penalties[i];
        if (p->known)
            continue;
        penalty_expressions(p->penalty, look_for_gaps, g);
        add_cause(g, p->cause);
    }
}

static struct text holds_up_words(struct arena *a, const struct gap *gap)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("holds up "));
    for (size_t i = 0; i < gap->holds_up.n; i++) {
        buffer_add(&b, i ? TEXT(", ") : TEXT(""));
        buffer_add(&b, gap->holds_up.at[i]->path);
    }
    return buffer_text(&b);
}

static void note_gaps(struct notes *s)
{
    const struct result *total = &s->o->result[0];
    const struct criterion *k = total->criterion;
    if (total->status != STATUS_INCOMPLETE)
        return;
    struct gaps g = {
        .notes = s,
        .index = map_in(s->a),
        .seen_let = ARENA_ARRAY(s->a, const struct criterion *, s->o->model->lets.n + 1),
        .seen_criterion = ARENA_ARRAY(s->a, const struct criterion *, s->o->model->criteria.n)};
    for (size_t i = 0; i < s->n; i++)
        if (s->results[i]->status == STATUS_INCOMPLETE)
            find_gaps(&g, s->results[i]);
    bool open = number_is_over(total->low) && number_is_over(total->high);
    struct text ends = figure_ends(s->a, k, total->low, total->high);
    document_heading(s->d, SAY(s->a, open ? "total: {} yet" : "total: {}; not known yet", ends),
                     TEXT(""));
    struct block *block = document_outline(s->d);
    for (size_t i = 0; i < g.all.n; i++) {
        const struct gap *gap = &g.all.at[i];
        struct text says = gap->title.n ? SAY(s->a, "{}  {}", gap->what, gap->title) : gap->what;
        outline_add(s->d, block, 1, (struct cell){says, TONE_PLAIN}, holds_up_words(s->a, gap));
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
    struct text asked_by;
};

struct unproven_list {
    LIST_OF(struct unproven) all;
    size_t *line; /* by fact: its place among them, plus 1 */
};

static void add_unproven(struct notes *s, struct unproven_list *l, const struct criterion *k,
                         const struct backing *b)
{
    struct text by = backing_words(s->a, k, b);
    size_t *line = &l->line[b->fact->index];
    if (*line) {
        struct unproven *known = &l->all.at[*line - 1];
        known->asked_by = SAY(s->a, "{}, {}", known->asked_by, by);
        return;
    }
    LIST_ADD(s->a, &l->all, (struct unproven){b->fact, by});
    *line = l->all.n;
}

static void note_evidence(struct notes *s)
{
    struct evidence_finder *finder = evidence_finder_new(s->a, s->o);
    struct unproven_list l = {.line = ARENA_ARRAY(s->a, size_t, s->o->model->facts.n + 1)};
    struct block *block = NULL;
    for (size_t i = 0; i < s->n; i++) {
        const struct criterion *k = s->results[i]->criterion;
        struct backings all = evidence_of(finder, k);
        for (size_t j = 0; j < all.facts.n; j++)
            if (all.facts.at[j].missing)
                add_unproven(s, &l, k, &all.facts.at[j]);
    }
    for (size_t i = 0; i < l.all.n; i++) {
        const struct fact *f = l.all.at[i].fact;
        struct text says = f->title.n ? SAY(s->a, "{}  {}", f->path, f->title) : f->path;
        block = headed(s, block, TEXT("without evidence"));
        outline_add(s->d, block, 1, (struct cell){says, TONE_PLAIN}, l.all.at[i].asked_by);
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
    note_gaps(&s);
    note_reasons(&s);
    note_evidence(&s);
    note_claims(&s, claims);
}
