/* Levels and formulas against what is measured: what nobody can reach, and what everybody has. */
#include "check/ranges.h"

/* The levels of a criterion, and what its measure can be. */
struct reaching {
    struct checker *c;
    const struct thresholds *t;
    struct interval r;
    bool rising;
};

static struct reaching reaching_of(struct checker *c, const struct criterion *k,
                                   const struct thresholds *t)
{
    return (struct reaching){
        c, t, range_of_measure(c, k),
        number_order(c->a, t->levels.at[0].value, t->levels.at[t->levels.n - 1].value) < 0};
}

/* The order of the best (else the worst) end of the range and a level: 1 where it is beyond, 0
 * where it is there. */
static int beyond(const struct reaching *of, bool best, size_t level)
{
    struct end at = {.at = of->t->levels.at[level].value};
    int order = end_order(of->c->a, best == of->rising ? of->r.high : of->r.low, at);
    return of->rising ? order : -order;
}

/* Whether some measure, and whether every measure, is at the level or beyond. */
static bool can_reach(const struct reaching *of, size_t level)
{
    return beyond(of, true, level) >= 0;
}

static bool must_reach(const struct reaching *of, size_t level)
{
    return beyond(of, false, level) >= 0;
}

/* The first level has been reached at its very value, and nothing beyond: that is the score of what
 * is worse too, unless `below` gives that another one. */
static bool stays_at_first(const struct reaching *of)
{
    int best = beyond(of, true, 0);
    return best < 0 || (best == 0 && !of->t->has_below);
}

/* Only the end that matters. */
static struct interval upper(struct interval r)
{
    return (struct interval){{.infinite = -1}, r.high};
}

static struct interval lower(struct interval r)
{
    return (struct interval){r.low, {.infinite = 1}};
}

/* Where the range comes from: the declaration of the fact, else the expression. */
static void label_measured(struct checker *c, struct diag *g, const struct expr *e,
                           struct text words)
{
    if (e->kind == EXPR_FACT)
        diag_label(c->d, g, e->fact->at, SAY(c->a, "declared {}", words));
    else
        diag_label(c->d, g, e->at, SAY(c->a, "this is {}", words));
}

static void report_same(struct checker *c, const struct criterion *k, struct interval r,
                        const struct level *l, const char *called)
{
    struct text words = range_words(c, r, k->measure, k->percent);
    struct diag *g = DIAG_ADD(
        c->d, K0582, l->at,
        SAY(c->a, "the measure is {}, and the {} level is {}", words, text_of(called), l->shown));
    label_measured(c, g, k->measure, words);
    diag_help(g, TEXT("the levels and the measure count differently: mend one of them"));
}

static void report_out_of_reach(struct checker *c, const struct criterion *k, struct interval r,
                                const struct level *l)
{
    struct text words = range_words(c, r, k->measure, k->percent);
    struct diag *g = DIAG_ADD(c->d, K0580, l->at, l->shown, words);
    label_measured(c, g, k->measure, words);
    diag_help(g, TEXT("mend the levels, or the bounds that are declared"));
}

static void check_levels(struct checker *c, const struct criterion *k, const struct thresholds *t)
{
    struct reaching of = reaching_of(c, k, t);
    struct interval best = of.rising ? upper(of.r) : lower(of.r);
    struct interval worst = of.rising ? lower(of.r) : upper(of.r);
    size_t last = t->levels.n - 1, i = 0;
    bool flat = t->kind != LEVELS_EXTRAPOLATED; /* beyond the first and the last level */
    if (flat && must_reach(&of, last)) {
        report_same(c, k, worst, &t->levels.at[last], "last");
        return;
    }
    if (flat && stays_at_first(&of)) {
        report_same(c, k, best, &t->levels.at[0], "first");
        return;
    }
    while (i <= last && can_reach(&of, i))
        i++;
    if (i <= last)
        report_out_of_reach(c, k, best, &t->levels.at[i]);
}

/* A formula that never leaves one end of the scale; a plain number is what it is. */
static void check_formula(struct checker *c, const struct criterion *k)
{
    struct interval r = range_of(c, k->formula);
    struct interval scale = interval_from(k->low, k->high);
    int under = end_order(c->a, r.high, scale.low), over = end_order(c->a, r.low, scale.high);
    if (interval_is_point(c->a, r) ? under >= 0 && over <= 0 : under > 0 && over < 0)
        return;
    struct interval end = under <= 0 ? upper(r) : lower(r);
    struct text words = range_words(c, end, k->formula, false);
    struct diag *g = DIAG_ADD(c->d, K0582, k->formula->at,
                              SAY(c->a, "the formula is {}, and the scale {} {}", words,
                                  under <= 0 ? TEXT("begins at") : TEXT("ends at"),
                                  check_number_words(c, under <= 0 ? k->low : k->high)));
    bool share = end_sign(r.low) >= 0 && !r.high.infinite &&
                 number_order(c->a, r.high.at, number_of(1)) <= 0;
    diag_help(g, share ? SAY(c->a, "bring the share onto the scale, as `{} + {} * share`",
                             check_number_words(c, k->low),
                             check_number_words(c, number_subtract(c->a, k->high, k->low)))
                       : TEXT("mend the formula, or the `scale`"));
}

void check_reach(struct checker *c, const struct criterion *k)
{
    for (size_t j = 0; k->scorer == SCORER_LEVELS && k->measure && j < k->thresholds.n; j++)
        if (k->thresholds.at[j]->levels.n)
            check_levels(c, k, k->thresholds.at[j]);
    if (k->scorer == SCORER_FORMULA)
        check_formula(c, k);
    check_amounts(c, k);
}
