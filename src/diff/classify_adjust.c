/* Lines of `adjust`: each grows with the figure it works on, so one line that takes more lowers
 * what comes of all of them, or leaves it. */
#include "check/ranges.h"
#include "diff/direction.h"

static bool same_line(const struct versions *v, const struct adjust_line *x,
                      const struct adjust_line *y)
{
    bool rounds = x->kind == ADJUST_ROUND;
    if (x->kind != y->kind || conditions_relate(v, x->when, y->when) != RELATION_SAME)
        return false;
    return rounds ? x->rounding.mode == y->rounding.mode &&
                        number_equal(v->d->arena, x->rounding.step, y->rounding.step)
                  : versions_same(v, x->value, y->value);
}

static bool is_negative_never(const struct versions *v, int side, const struct expr *e)
{
    return end_sign(range_in(v->d->arena, v->d->model[side], e).low) >= 0;
}

/* What a line does, against its not being there. */
static enum direction of_line(const struct versions *v, int side, const struct adjust_line *l)
{
    switch (l->kind) {
    case ADJUST_PLUS:
        return is_negative_never(v, side, l->value) ? HIGHER : NO_DIRECTION;
    case ADJUST_MINUS:
        return is_negative_never(v, side, l->value) ? LOWER : NO_DIRECTION;
    case ADJUST_AT_LEAST:
        return HIGHER;
    case ADJUST_AT_MOST:
        return LOWER;
    case ADJUST_ROUND:
        break;
    }
    return NO_DIRECTION;
}

static enum direction reversed(enum direction d)
{
    return d == LOWER ? HIGHER : d == HIGHER ? LOWER : d;
}

/* The same line with another value, or under another condition. */
static enum direction of_change(const struct versions *v, const struct adjust_line *x,
                                const struct adjust_line *y)
{
    enum relation when = conditions_relate(v, x->when, y->when);
    if (x->kind != y->kind || x->kind == ADJUST_ROUND)
        return NO_DIRECTION;
    if (when == RELATION_SAME) {
        enum direction d = figures_direct(v, x->value, y->value);
        return x->kind == ADJUST_MINUS ? reversed(d) : d;
    }
    if (when == RELATION_UNKNOWN || !versions_same(v, x->value, y->value))
        return NO_DIRECTION;
    enum direction line = of_line(v, NEWER, y);
    return when == RELATION_WEAKER ? line : reversed(line);
}

/* Where the lists differ in one line alone. */
static enum direction of_lists(const struct versions *v)
{
    const struct criterion *x = v->of[OLDER], *y = v->of[NEWER];
    size_t first = 0, n = x->adjust.n, m = y->adjust.n;
    while (first < n && first < m && same_line(v, &x->adjust.at[first], &y->adjust.at[first]))
        first++;
    while (n > first && m > first && same_line(v, &x->adjust.at[n - 1], &y->adjust.at[m - 1])) {
        n--;
        m--;
    }
    if (n == first && m == first + 1)
        return of_line(v, NEWER, &y->adjust.at[first]);
    if (n == first + 1 && m == first)
        return reversed(of_line(v, OLDER, &x->adjust.at[first]));
    return n == first + 1 && m == first + 1
               ? of_change(v, &x->adjust.at[first], &y->adjust.at[first])
               : NO_DIRECTION;
}

/* No lines are as good as none. */
static bool is_bare(const struct criterion *k)
{
    return k->has_adjust ||
           (!k->penalties.n && !k->has_floor && !k->has_cap && !k->round_score->set);
}

struct effect classify_adjust(struct diff *d, const struct rule_change *c)
{
    struct versions v = {.d = d, .of = {c->pair->of[OLDER], c->pair->of[NEWER]}};
    enum direction way = is_bare(v.of[OLDER]) && is_bare(v.of[NEWER]) ? of_lists(&v) : NO_DIRECTION;
    struct effect e = effect_unknown(TEXT("its lines of `adjust` may undo each other"));
    e.no_higher = way == LOWER;
    e.no_lower = way == HIGHER;
    if (way == LOWER)
        e.why = TEXT("no score is higher, but it is not certain that any facts score lower");
    if (way == HIGHER)
        e.why = TEXT("no score is lower, but it is not certain that any facts score higher");
    return way == SAME_FIGURE ? effect_neutral() : e;
}
