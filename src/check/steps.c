/* Steps: a checklist in order, with deadlines. */
#include "check/checker.h"

static void fill_late(struct checker *c, struct step *s, const struct node *late)
{
    s->is_late = check_number(c, late->late.amount, &s->late_each);
    s->late_unit = (enum day_unit)late->late.unit;
    if (!s->by)
        diag_help(DIAG_PLAIN(c->d, K0515, late->at),
                  TEXT("add `by DATE`: late is counted from the day after it"));
    check_countable(c, s->late_unit, late->at);
    if (s->late_unit == UNIT_MONTH && s->by && s->by->type.kind != TYPE_ERROR)
        check_month_ends(c, s->by);
    struct text unit = s->late_unit == UNIT_MONTH ? TEXT("month") : TEXT("day");
    if (number_order(c->a, s->late_each, s->points) > 0)
        diag_help(DIAG_ADD(c->d, K0583, late->late.amount->at, unit,
                           check_number_words(c, s->late_each), check_number_words(c, s->points)),
                  SAY(c->a, "the amount is taken from the score for each {}, as `late 0.1 per {}`",
                      unit, unit));
}

/* Lateness needs a day on which the step was done. */
static bool has_date(const struct expr *done)
{
    if (done->type.kind == TYPE_DATE || done->type.kind == TYPE_ERROR)
        return true;
    for (size_t i = 0; i < done->args.n; i++)
        if (has_date(done->args.at[i]))
            return true;
    return false;
}

/* Whether `e` can only be a count or an amount, as far as its form says. */
static bool is_no_share(struct checker *c, const struct expr *e)
{
    while (e->kind == EXPR_LET && e->let->value)
        e = e->let->value;
    if (e->kind == EXPR_AGGREGATE)
        return e->aggregate == AGGREGATE_COUNT || e->aggregate == AGGREGATE_DISTINCT;
    if (e->kind != EXPR_FACT || e->type.kind == TYPE_ERROR)
        return false;
    bool percent = e->fact->unit && !e->fact->unit->dimension;
    return !percent && !(e->fact->has_most && number_order(c->a, e->fact->most, number_of(1)) <= 0);
}

/* What is achieved of a step, from nothing to all of it. */
static struct expr *check_share(struct checker *c, const struct node *n, struct criterion *k)
{
    struct expr *e = check_pure(c, n, k);
    if (e->type.kind == TYPE_ERROR || e->type.dimension || !is_no_share(c, e))
        return e;
    struct diag *g = DIAG_ADD(c->d, K0553, n->at, check_source(c, n->at));
    if (e->kind == EXPR_FACT)
        diag_label(c->d, g, e->fact->at,
                   SAY(c->a, "declared as {}", fact_type_words(c->a, e->fact)));
    diag_help(g,
              TEXT("write what part of the whole it is, as `so_far / planned`, or declare a fact "
                   "`number in percent`"));
    return e;
}

static void fill_deadline(struct checker *c, struct criterion *k, struct step *s,
                          const struct node *by)
{
    s->by = check_expr(c, by->by.deadline, k, NULL);
    check_deadline(c, s->by, "the deadline");
    if (s->by_share || !has_date(s->done))
        diag_help(DIAG_ADD(c->d, K0517, by->at, check_source(c, s->done->at)),
                  s->by_share ? TEXT("a share is achieved on no day: leave `by` away, or make it a "
                                     "step that is done")
                              : TEXT("name the fact that holds the date on which it was done"));
}

/* What nothing is stated for needs no document. */
static void fill_evidence(struct checker *c, struct step *s, const struct node *n)
{
    s->evidence = (enum evidence_wanted)n->evidence.wanted;
    s->evidence_at = n->at;
    if (!c->reads) {
        c->reads = ARENA_NEW(c->a, struct fact_reader);
        *c->reads = fact_reader_in(c->a, c->m);
    }
    fact_reader_begin(c->reads);
    fact_reader_add(c->reads, s->done);
    for (size_t i = 0; i < c->reads->facts.n; i++)
        c->m->facts.at[c->reads->facts.at[i]->index]->proves = true;
    if (!c->reads->facts.n && !c->reads->broken)
        diag_help(DIAG_ADD(c->d, K0746, n->at, check_source(c, s->done->at)),
                  TEXT("name a fact of the office behind `done`, or delete it"));
}

static void fill_step(struct checker *c, struct criterion *k, const struct node *n)
{
    struct step s = {.title = check_text(n->step.title),
                     .at = n->at,
                     .points = number_of(1),
                     .by_share = n->step.achieved};
    check_number(c, n->step.number, &s.number);
    if (n->step.when)
        s.when = check_expr_of(c, n->step.when, k, TYPE_YES_NO);
    s.done = s.by_share ? check_share(c, n->step.achieved, k) : check_done(c, n->step.done, k);
    const struct nodes *properties = &n->step.properties;
    const struct node *points = check_once(c, properties, NODE_points, TEXT("points"));
    const struct node *by = check_once(c, properties, NODE_by, TEXT("by"));
    const struct node *late = check_once(c, properties, NODE_late, TEXT("late"));
    const struct node *evidence = check_once(c, properties, NODE_evidence, TEXT("evidence"));
    if (points)
        check_points(c, points->points.number, &s.points);
    if (by)
        fill_deadline(c, k, &s, by);
    if (late)
        fill_late(c, &s, late);
    if (evidence)
        fill_evidence(c, &s, evidence);
    for (size_t i = 0; i < properties->n; i++)
        check_remark(c, &s.remarks, properties->at[i]);
    k->step_points = k->step_points || points || s.by_share;
    k->points_in_all = number_add(c->a, k->points_in_all, s.points);
    LIST_ADD(c->a, &k->steps, s);
}

/* Two steps that the same words make done are always done together: one was copied, unless each
 * has its own case. */
static void check_same_steps(struct checker *c, const struct criterion *k)
{
    struct map seen = map_in(c->a);
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct step *s = &k->steps.at[i];
        if (s->when || s->done->kind == EXPR_LITERAL || s->done->type.kind == TYPE_ERROR)
            continue;
        size_t first = map_put(&seen, check_source(c, s->done->at), i);
        if (first == i)
            continue;
        const struct step *other = &k->steps.at[first];
        struct diag *g = DIAG_ADD(c->d, K0586, s->done->at, check_number_words(c, s->number),
                                  check_number_words(c, other->number));
        diag_label(c->d, g, other->done->at, TEXT("the other step"));
        diag_help(g, TEXT("name what makes this step done"));
    }
}

static void check_step_number(struct checker *c, const struct criterion *k, const struct node *step)
{
    long long expected = (long long)k->steps.n;
    if (number_equal(c->a, k->steps.at[k->steps.n - 1].number, number_of(expected)))
        return;
    struct diag *g = DIAG_ADD(c->d, K0518, step->step.number->at,
                              check_source(c, step->step.number->at), text_number(c->a, expected));
    diag_help(g, TEXT("steps are numbered 1, 2, 3, ... in the order in which they count"));
}

/* All steps together give the full score: as many as the scale is high, or points in that sum. */
static void check_step_sum(struct checker *c, const struct criterion *k, const struct node *n)
{
    long long high;
    bool plain = !k->step_points;
    if (c->scale_spoilt || check_has_broken(&n->steps.steps) || number_is_over(k->high) ||
        (plain && !number_to_whole(c->a, k->high, &high)) ||
        number_equal(c->a, k->points_in_all, k->high))
        return;
    struct text words = check_number_words(c, k->points_in_all);
    struct diag *g = DIAG_ADD(c->d, K0519, n->at,
                              plain ? SAY(c->a, "{} steps", words)
                                    : SAY(c->a, "steps with {} points in all", words),
                              check_number_words(c, k->low), check_number_words(c, k->high));
    const char *help = plain
                           ? "the level is the number of steps done, so {} steps are needed, or "
                             "points (`points N` in a step) that add up to it"
                           : "the points of all steps add up to {}; a step without `points` has 1";
    diag_help(g, SAY(c->a, help, check_number_words(c, k->high)));
}

void fill_steps(struct checker *c, struct criterion *k, const struct node *n)
{
    k->independent = n->steps.independent;
    k->points_in_all = number_of(0);
    size_t errors = c->d->errors;
    for (size_t i = 0; i < n->steps.steps.n; i++) {
        const struct node *step = n->steps.steps.at[i];
        if (step->kind != NODE_step)
            continue;
        fill_step(c, k, step);
        check_step_number(c, k, step);
    }
    check_same_steps(c, k);
    if (c->d->errors == errors || !k->step_points)
        check_step_sum(c, k, n);
}
