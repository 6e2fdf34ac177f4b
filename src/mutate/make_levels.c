/* Levels one unit off, and how what lies between them counts. */
#include "check/ranges.h"
#include "diff/comparing.h"
#include "mutate/making.h"

/* Between its neighbours, whichever way they lead. */
static bool fits(struct arena *a, const struct thresholds *t, size_t i, struct number value)
{
    const struct level *level = t->levels.at;
    size_t n = t->levels.n;
    int rising = n > 1 ? number_order(a, level[n - 1].value, level[0].value) : 1;
    return (!i || number_order(a, value, level[i - 1].value) * rising > 0) &&
           (i + 1 == n || number_order(a, level[i + 1].value, value) * rising > 0);
}

/* No measure that there can be lies where level `i` decides: between its neighbours, and on its own
 * side of them where it is the first or the last. */
static bool is_out_of_reach(struct maker *mk, const struct criterion *k, const struct thresholds *t,
                            size_t i)
{
    if (t->kind == LEVELS_EXTRAPOLATED || t->levels.n < 2)
        return false;
    struct interval can = range_in(mk->a, mk->m, k->measure);
    struct number ends[] = {t->levels.at[i ? i - 1 : 0].value,
                            t->levels.at[i + 1 < t->levels.n ? i + 1 : i].value};
    bool rising = number_order(mk->a, ends[0], ends[1]) < 0;
    struct end low = {.at = ends[!rising]}, high = {.at = ends[rising]};
    bool first = !i, last = i + 1 == t->levels.n;
    if ((first && rising) || (last && !rising))
        low = (struct end){.infinite = -1};
    if ((last && rising) || (first && !rising))
        high = (struct end){.infinite = 1};
    return end_order(mk->a, can.high, low) < 0 || end_order(mk->a, high, can.low) < 0;
}

static void make_level(struct maker *mk, const struct criterion *k, const struct thresholds *t,
                       size_t i, struct number by)
{
    const struct level *l = &t->levels.at[i];
    struct number value = number_add(mk->a, l->value, by);
    if (!fits(mk->a, t, i, value))
        return;
    struct mutant x = mutant_begin(mk, OPERATOR_LEVEL, l->at);
    mutant_patch(mk, &x, &l->value, &value, sizeof value);
    x.same = is_out_of_reach(mk, k, t, i);
    mutant_end(mk, x,
               SAY(mk->a, "level {} of {} is {} instead of {}",
                   number_short_words(mk->a, l->score, DECIMALS), mutant_of_words(k),
                   number_like(mk->a, value, measure_scale(k), l->shown), l->shown));
}

/* A unit as it is written, and the finest one that a measure is told in. */
static void make_thresholds(struct maker *mk, const struct criterion *k, const struct thresholds *t)
{
    struct number grain = measure_grain(mk->a, k);
    for (size_t i = 0; i < t->levels.n; i++) {
        struct number unit = unit_of_number(mk->a, t->levels.at[i].value, measure_scale(k));
        make_level(mk, k, t, i, unit);
        make_level(mk, k, t, i, number_negate(mk->a, unit));
        if (number_order(mk->a, grain, unit) >= 0)
            continue;
        make_level(mk, k, t, i, grain);
        make_level(mk, k, t, i, number_negate(mk->a, grain));
    }
}

static void make_between(struct maker *mk, const struct criterion *k, const struct thresholds *t)
{
    enum level_kind kind = t->kind == LEVELS_LINEAR ? LEVELS_STEPPED : LEVELS_LINEAR;
    struct mutant x = mutant_begin(mk, OPERATOR_BETWEEN,
                                   span_join(t->levels.at[0].at, t->levels.at[t->levels.n - 1].at));
    if (t->levels.n < 2)
        return;
    mutant_patch(mk, &x, &t->kind, &kind, sizeof kind);
    mutant_end(mk, x,
               SAY(mk->a,
                   t->kind == LEVELS_LINEAR    ? "between the levels of {} the lower one counts"
                   : t->kind == LEVELS_STEPPED ? "between the levels of {} a line counts"
                                               : "beyond the levels of {} the last one counts",
                   mutant_of_words(k)));
}

static void make_below(struct maker *mk, const struct criterion *k, const struct thresholds *t)
{
    bool none = false;
    if (!t->has_below)
        return;
    struct mutant x = mutant_begin(mk, OPERATOR_RESULT, t->levels.at[0].at);
    mutant_patch(mk, &x, &t->has_below, &none, sizeof none);
    mutant_end(mk, x,
               SAY(mk->a, "below the first level of {} the score is that of the first level",
                   mutant_of_words(k)));
}

/* Those of one case for those of the next. */
static void make_cases(struct maker *mk, const struct criterion *k)
{
    for (size_t i = 0; k->by && i + 1 < k->thresholds.n; i++) {
        if (thresholds_same(mk->a, k->thresholds.at[i], k->thresholds.at[i + 1]))
            continue;
        struct mutant x = mutant_begin(mk, OPERATOR_CASES, k->by->rows.at[i].at);
        mutant_patch(mk, &x, &k->thresholds.at[i], &k->thresholds.at[i + 1], sizeof(void *));
        mutant_patch(mk, &x, &k->thresholds.at[i + 1], &k->thresholds.at[i], sizeof(void *));
        mutant_end(mk, x,
                   SAY(mk->a, "case {} of {} has the levels or bands of case {}, and that one its",
                       text_number(mk->a, (long long)i + 1), mutant_of_words(k),
                       text_number(mk->a, (long long)i + 2)));
    }
}

void make_levels(struct maker *mk, const struct criterion *k)
{
    for (size_t i = 0; k->scorer == SCORER_LEVELS && i < k->thresholds.n; i++) {
        make_thresholds(mk, k, k->thresholds.at[i]);
        make_between(mk, k, k->thresholds.at[i]);
        make_below(mk, k, k->thresholds.at[i]);
    }
    make_cases(mk, k);
}
