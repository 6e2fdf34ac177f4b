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
    if (number_order(c->a, s->late_each, number_of(1)) > 0)
        diag_help(
            DIAG_ADD(c->d, K0583, late->late.amount->at, unit, check_number_words(c, s->late_each)),
            SAY(c->a, "the amount is taken from the score for each {}, as `late 0.1 per {}`", unit,
                unit));
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

static void fill_step(struct checker *c, struct criterion *k, const struct node *n)
{
    struct step s = {.title = check_text(n->step.title), .at = n->at};
    check_number(c, n->step.number, &s.number);
    s.done = check_done(c, n->step.done, k);
    const struct nodes *properties = &n->step.properties;
    const struct node *by = check_once(c, properties, NODE_by, TEXT("by"));
    const struct node *late = check_once(c, properties, NODE_late, TEXT("late"));
    if (by) {
        s.by = check_expr(c, by->by.deadline, k, NULL);
        check_deadline(c, s.by, "the deadline");
        if (!has_date(s.done))
            diag_help(DIAG_ADD(c->d, K0517, by->at, check_source(c, s.done->at)),
                      TEXT("name the fact that holds the date on which it was done"));
    }
    if (late)
        fill_late(c, &s, late);
    for (size_t i = 0; i < properties->n; i++)
        check_remark(c, &s.remarks, properties->at[i]);
    LIST_ADD(c->a, &k->steps, s);
}

/* Two steps that the same words make done are always done together: one was copied. */
static void check_same_steps(struct checker *c, const struct criterion *k)
{
    struct map seen = map_in(c->a);
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct step *s = &k->steps.at[i];
        if (s->done->kind == EXPR_LITERAL || s->done->type.kind == TYPE_ERROR)
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

void fill_steps(struct checker *c, struct criterion *k, const struct node *n)
{
    for (size_t i = 0; i < n->steps.steps.n; i++) {
        const struct node *step = n->steps.steps.at[i];
        if (step->kind != NODE_step)
            continue;
        fill_step(c, k, step);
        long long expected = (long long)k->steps.n;
        if (!number_equal(c->a, k->steps.at[k->steps.n - 1].number, number_of(expected))) {
            struct diag *g =
                DIAG_ADD(c->d, K0518, step->step.number->at, check_source(c, step->step.number->at),
                         text_number(c->a, expected));
            diag_help(g, TEXT("steps are numbered 1, 2, 3, ... in the order in which they count"));
        }
    }
    check_same_steps(c, k);
    long long high;
    if (!c->scale_spoilt && !check_has_broken(&n->steps.steps) &&
        number_to_whole(c->a, k->high, &high) && (long long)k->steps.n != high) {
        struct diag *g = DIAG_ADD(c->d, K0519, n->at, text_number(c->a, (long long)k->steps.n),
                                  check_number_words(c, k->low), check_number_words(c, k->high));
        diag_help(g, SAY(c->a, "the level is the number of steps done, so {} steps are needed",
                         check_number_words(c, k->high)));
    }
}
