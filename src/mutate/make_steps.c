/* Steps and points: what stands in an order, and what neighbours could have swapped. */
#include "mutate/making.h"

static struct text step_words(struct maker *mk, const struct criterion *k, size_t i)
{
    return SAY(mk->a, "step {} of {}", number_short_words(mk->a, k->steps.at[i].number, DECIMALS),
               mutant_of_words(k));
}

/* Each keeps its number; with independent steps the order says nothing. */
static void make_order(struct maker *mk, const struct criterion *k, size_t i)
{
    struct step here = k->steps.at[i + 1], there = k->steps.at[i];
    here.number = k->steps.at[i].number;
    there.number = k->steps.at[i + 1].number;
    struct mutant x = mutant_begin(mk, OPERATOR_STEPS, k->steps.at[i].at);
    mutant_patch(mk, &x, &k->steps.at[i], &here, sizeof here);
    mutant_patch(mk, &x, &k->steps.at[i + 1], &there, sizeof there);
    mutant_end(mk, x,
               SAY(mk->a, "{} comes behind step {}", step_words(mk, k, i),
                   number_short_words(mk->a, there.number, DECIMALS)));
}

static void make_step_points(struct maker *mk, const struct criterion *k, size_t i)
{
    const struct step *s = &k->steps.at[i], *next = &k->steps.at[i + 1];
    if (number_equal(mk->a, s->points, next->points))
        return;
    struct mutant x = mutant_begin(mk, OPERATOR_POINTS, s->at);
    mutant_patch(mk, &x, &s->points, &next->points, sizeof s->points);
    mutant_patch(mk, &x, &next->points, &s->points, sizeof s->points);
    mutant_end(mk, x,
               SAY(mk->a, "{} earns {} instead of {}, and the next one that", step_words(mk, k, i),
                   number_short_words(mk->a, next->points, DECIMALS),
                   number_short_words(mk->a, s->points, DECIMALS)));
}

static void make_late_amount(struct maker *mk, const struct criterion *k, size_t i, int sign)
{
    const struct step *s = &k->steps.at[i];
    struct number unit = unit_of_number(mk->a, s->late_each, number_of(1));
    struct number each =
        number_add(mk->a, s->late_each, sign > 0 ? unit : number_negate(mk->a, unit));
    if (number_sign(each) > 0)
        mutant_number(mk, OPERATOR_LATE, s->at, &s->late_each, each,
                      SAY(mk->a, "{} loses {} instead of {} for each day that it is late",
                          step_words(mk, k, i), number_short_words(mk->a, each, DECIMALS),
                          number_short_words(mk->a, s->late_each, DECIMALS)));
}

static void make_late(struct maker *mk, const struct criterion *k, size_t i)
{
    const struct step *s = &k->steps.at[i];
    bool no = false;
    enum day_unit unit = s->late_unit == UNIT_DAY ? UNIT_WORKING_DAY : UNIT_DAY;
    if (!s->is_late)
        return;
    make_late_amount(mk, k, i, 1);
    make_late_amount(mk, k, i, -1);
    struct mutant x = mutant_begin(mk, OPERATOR_LATE, s->at);
    mutant_patch(mk, &x, &s->is_late, &no, sizeof no);
    mutant_end(mk, x, SAY(mk->a, "{} loses nothing when it is late", step_words(mk, k, i)));
    if (unit == UNIT_WORKING_DAY && !mk->m->calendar)
        return;
    x = mutant_begin(mk, OPERATOR_DAYS, s->at);
    mutant_patch(mk, &x, &s->late_unit, &unit, sizeof unit);
    mutant_end(mk, x,
               SAY(mk->a,
                   unit == UNIT_DAY ? "{} counts every day that it is late"
                                    : "{} counts only working days that it is late",
                   step_words(mk, k, i)));
}

static void make_without(struct maker *mk, const struct criterion *k, size_t i)
{
    const struct step *s = &k->steps.at[i];
    const struct expr *none = NULL;
    if (s->by) {
        struct mutant x = mutant_begin(mk, OPERATOR_BY, s->by->at);
        mutant_patch(mk, &x, &s->by, &none, sizeof none);
        mutant_end(mk, x, SAY(mk->a, "{} has no deadline", step_words(mk, k, i)));
    }
    if (s->when) {
        struct mutant x = mutant_begin(mk, OPERATOR_APPLIES, s->when->at);
        mutant_patch(mk, &x, &s->when, &none, sizeof none);
        mutant_end(mk, x, SAY(mk->a, "{} applies always", step_words(mk, k, i)));
    }
    if (s->evidence == EVIDENCE_COUNTS) {
        enum evidence_wanted unasked = EVIDENCE_UNASKED;
        struct mutant x = mutant_begin(mk, OPERATOR_EVIDENCE, s->evidence_at);
        mutant_patch(mk, &x, &s->evidence, &unasked, sizeof unasked);
        mutant_end(mk, x, SAY(mk->a, "{} counts without evidence", step_words(mk, k, i)));
    }
}

void make_steps(struct maker *mk, const struct criterion *k)
{
    for (size_t i = 0; i < k->steps.n; i++) {
        if (i + 1 < k->steps.n && !k->independent)
            make_order(mk, k, i);
        if (i + 1 < k->steps.n && k->step_points)
            make_step_points(mk, k, i);
        make_late(mk, k, i);
        make_without(mk, k, i);
    }
}

/* --- points of criteria ----------------------------------------------------------------------- */

static struct text points_words(struct arena *a, const struct criterion *k, struct number n)
{
    return k->by_weight
               ? SAY(a, "{}%",
                     number_short_words(a, number_multiply(a, n, number_of(100)), DECIMALS))
               : number_short_words(a, n, DECIMALS);
}

static void swap_points(struct maker *mk, const struct criterion *k, const struct criterion *with)
{
    struct mutant x = mutant_begin(mk, OPERATOR_POINTS, k->points_at);
    x.wide = true;
    mutant_patch(mk, &x, &k->points, &with->points, sizeof k->points);
    mutant_patch(mk, &x, &with->points, &k->points, sizeof k->points);
    mutant_end(mk, x,
               SAY(mk->a, "{} counts {} instead of {}, and {} the other way round",
                   mutant_of_words(k), points_words(mk->a, k, with->points),
                   points_words(mk->a, k, k->points), mutant_of_words(with)));
}

/* It stands alone, and so do all that its points are told from. */
static bool counts_alone(const struct criterion *k)
{
    for (const struct criterion *p = k->parent; p && p->children.n < 2; p = p->parent)
        if (!p->parent || !criterion_sums_points(p))
            return true;
    return false;
}

/* With it grow those of the groups that have no points of their own. */
static void add_points(struct maker *mk, const struct criterion *k, int sign)
{
    struct number unit = unit_of_number(mk->a, k->points, number_of(1));
    struct number by = sign > 0 ? unit : number_negate(mk->a, unit);
    struct number points = number_add(mk->a, k->points, by);
    struct mutant x = mutant_begin(mk, OPERATOR_POINTS, k->points_at);
    if (number_sign(points) <= 0)
        return;
    x.wide = true;
    x.same = counts_alone(k);
    mutant_patch(mk, &x, &k->points, &points, sizeof points);
    for (const struct criterion *p = k->parent; p && criterion_sums_points(p); p = p->parent) {
        struct number sum = number_add(mk->a, p->points, by);
        mutant_patch(mk, &x, &p->points, &sum, sizeof sum);
    }
    mutant_end(mk, x,
               SAY(mk->a, "{} counts {} instead of {}", mutant_of_words(k),
                   points_words(mk->a, k, points), points_words(mk->a, k, k->points)));
}

static bool has_points(const struct criterion *k)
{
    return k->has_points && !k->by_case;
}

static void make_weights(struct maker *mk, const struct criterion *k)
{
    const struct weights *w = k->weights;
    for (size_t i = 0; i < w->points.n; i++) {
        size_t next = i + 1;
        if (next % w->of.n == 0 || number_equal(mk->a, w->points.at[i], w->points.at[next]))
            continue;
        struct mutant x = mutant_begin(mk, OPERATOR_POINTS, w->cases->rows.at[i / w->of.n].at);
        x.wide = true;
        mutant_patch(mk, &x, &w->points.at[i], &w->points.at[next], sizeof *w->points.at);
        mutant_patch(mk, &x, &w->points.at[next], &w->points.at[i], sizeof *w->points.at);
        mutant_end(mk, x,
                   SAY(mk->a, "in case {} the weights of {} and {} are swapped",
                       text_number(mk->a, (long long)(i / w->of.n) + 1),
                       mutant_of_words(w->of.at[i % w->of.n]),
                       mutant_of_words(w->of.at[next % w->of.n])));
    }
}

/* Those of what stands in `k`, and its own. */
void make_points(struct maker *mk, const struct criterion *k)
{
    if (k->weights)
        make_weights(mk, k);
    for (size_t i = 0; k->weighs && i < k->children.n; i++) {
        const struct criterion *child = k->children.at[i];
        size_t j = i + 1;
        if (!has_points(child) || k->children.n < 2)
            continue;
        while (j < k->children.n && (!has_points(k->children.at[j]) ||
                                     number_equal(mk->a, child->points, k->children.at[j]->points)))
            j++;
        if (j < k->children.n)
            swap_points(mk, child, k->children.at[j]);
    }
    if (k->parent && k->parent->weighs && has_points(k) && !k->by_weight) {
        add_points(mk, k, 1);
        add_points(mk, k, -1);
    }
}
