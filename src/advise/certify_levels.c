/* Levels and bands: the comparisons that place a measure, and what follows from its place. */
#include "advise/certifying.h"

static struct derived rule_value(struct certifying *c, const struct level *l)
{
    return derive(c, "rule", (struct operands){NULL, 0}, value_number(l->value),
                  (struct beside){.name = TEXT("value of a level"),
                                  .words = source_text(c->m->sources, l->at),
                                  .at = l->at});
}

static struct derived rule_score(struct certifying *c, struct number score, struct span at)
{
    return derive_rule(c, score, TEXT("score"), at);
}

/* A measure between two values, or on their line: s + (x - v) / (w - v) x (t - s). */
static struct derived interpolation(struct certifying *c, const struct level *from,
                                    const struct level *to, struct derived x)
{
    struct derived v = rule_value(c, from), w = rule_value(c, to);
    struct derived s = rule_score(c, from->score, from->at), t = rule_score(c, to->score, to->at);
    struct derived above = derive_difference(c, x, v);
    struct derived part = derive_quotient(c, above, derive_difference(c, w, v));
    return derive_sum(c, s, derive_product(c, part, derive_difference(c, t, s)));
}

static struct derived ordered(struct certifying *c, bool rising, struct derived worse,
                              struct derived better)
{
    return rising ? derive_less(c, worse, better) : derive_less(c, better, worse);
}

/* Where the measure is: a yes. */
static struct derived place_of(struct certifying *c, const struct result *r, struct derived x)
{
    const struct thresholds *t = r->thresholds;
    size_t n = t->levels.n;
    const struct level *level = t->levels.at;
    bool rising = number_order(c->a, level[n - 1].value, level[0].value) >= 0;
    struct derived at = rule_value(c, &level[r->level]);
    switch (r->where) {
    case WHERE_BELOW_FIRST:
        return ordered(c, rising, x, at);
    case WHERE_AT:
        return derive_equal(c, x, at);
    case WHERE_ABOVE_LAST:
        return ordered(c, rising, at, x);
    case WHERE_BETWEEN:
    case WHERE_NOWHERE:
        break;
    }
    struct derived reached = ordered(c, rising, at, x);
    return derive_both(c, reached, ordered(c, rising, x, rule_value(c, &level[r->level + 1])));
}

static struct derived on_line(struct certifying *c, const struct result *r, struct derived x)
{
    const struct criterion *k = r->criterion;
    const struct thresholds *t = r->thresholds;
    size_t last = t->levels.n - 2, from = r->level < last ? r->level : last;
    struct derived d = interpolation(c, &t->levels.at[from], &t->levels.at[from + 1], x);
    return derive_within(c, d, k->low, k->high, k->at);
}

static struct derived by_levels(struct certifying *c, const struct result *r, struct derived x)
{
    const struct thresholds *t = r->thresholds;
    const struct level *level = &t->levels.at[r->level];
    struct derived holds = place_of(c, r, x);
    if (t->kind == LEVELS_EXTRAPOLATED && r->where != WHERE_AT)
        return derive_choice(c, holds, on_line(c, r, x));
    if (r->where == WHERE_BELOW_FIRST && t->has_below)
        return derive_choice(c, holds, rule_score(c, t->below, level->at));
    if (r->where == WHERE_BETWEEN && t->kind == LEVELS_LINEAR)
        return derive_choice(c, holds, interpolation(c, level, level + 1, x));
    return derive_choice(c, holds, rule_score(c, level->score, level->at));
}

/* What a measure gives there. */
struct derived certify_score_at(struct certifying *c, const struct result *r, size_t row,
                                struct derived measure)
{
    struct result placed = outcome_placed(c->o, r, row, measure.is.number);
    return by_levels(c, &placed, measure);
}

/* What one beyond all levels gets, on the side of larger values (1) or smaller ones (-1). */
struct derived certify_score_beyond(struct certifying *c, const struct criterion *k,
                                    const struct thresholds *t, int side)
{
    size_t n = t->levels.n;
    const struct level *first = &t->levels.at[0], *last = &t->levels.at[n - 1];
    bool best = (side > 0) == (number_order(c->a, last->value, first->value) >= 0);
    if (t->kind == LEVELS_EXTRAPOLATED)
        return derive_rule(c, best ? k->high : k->low, TEXT("end of the scale"), k->at);
    if (best)
        return rule_score(c, last->score, last->at);
    return rule_score(c, t->has_below ? t->below : first->score, first->at);
}

/* Whether the band covers the measure. */
static struct derived covers(struct certifying *c, const struct band *b, struct derived x)
{
    struct steps ends = {0};
    bool yes = true;
    for (int high = 0; high < 2; high++) {
        if (!(high ? b->has_high : b->has_low))
            continue;
        struct derived end = derive_rule(c, high ? b->high : b->low, TEXT("end of a band"), b->at);
        struct derived worse = high ? x : end, better = high ? end : x;
        struct derived in = (high ? b->high_closed : b->low_closed)
                                ? derive_at_most(c, worse, better)
                                : derive_less(c, worse, better);
        yes = yes && in.is.truth;
        steps_add(c, &ends, in);
    }
    return derive_at(c, "and", steps_all(&ends), value_truth(yes), b->at);
}

static struct derived by_bands(struct certifying *c, const struct result *r, struct derived x)
{
    const struct thresholds *t = r->thresholds;
    const struct band *b = r->band;
    struct derived score = rule_score(c, b->score, b->at);
    if (!b->otherwise)
        return derive_choice(c, covers(c, b, x), score);
    struct steps others = {0};
    for (size_t i = 0; i < t->bands.n; i++)
        if (!t->bands.at[i].otherwise)
            steps_add(c, &others, derive_not(c, covers(c, &t->bands.at[i], x)));
    return derive_choice(c, derive_at(c, "and", steps_all(&others), value_truth(true), b->at),
                         score);
}

void certify_thresholds(struct certifying *c, struct certified *of, const struct result *r)
{
    const struct criterion *k = r->criterion;
    if (value_is_absent(r->measure)) {
        of->absent = of->measure;
        return;
    }
    if (!r->thresholds) {
        of->absent = certify_case_absent(c, k->by);
        return;
    }
    of->raw =
        k->scorer == SCORER_LEVELS ? by_levels(c, r, of->measure) : by_bands(c, r, of->measure);
    if (k->by)
        of->raw = derive_choice(c, certify_case(c, k->by, r->row), of->raw);
}
