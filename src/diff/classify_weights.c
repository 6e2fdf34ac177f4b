/* What weights, and criteria that come and go, do to the total.
 *
 * While nothing is dropped, the total is a sum of scores times weights; so what a change of weights
 * does is one, too, and it is greatest where every score with a negative factor is as high as it
 * can be, and every other one as low (or the other way round). */
#include "diff/tree.h"

#include "explain/figures.h"

struct weighing {
    struct diff *d;
    struct arena *a;
    struct leaves leaves;
    const struct view *of; /* both trees */
    struct number carried;
    const struct needs *needs;
    bool proven;        /* every score of the leaves can be at its ends, whatever the others are */
    bool lower, higher; /* it is certain that some totals are */
    bool may_lower, may_higher;
    struct effect out;
};

static const struct criterion *total(const struct weighing *w)
{
    return w->d->model[OLDER]->criteria.at[0];
}

static void reach_leaves(struct weighing *w)
{
    struct needs needs = {.own = {0}};
    w->proven = !w->needs || needs_join(w->a, &needs, w->needs);
    for (size_t i = 0; i < w->leaves.n; i++) {
        struct leaf *l = &w->leaves.at[i];
        bool carried = l->pair->of[OLDER] && (l->pair->of[OLDER] == w->of[OLDER].carried ||
                                              l->pair->of[OLDER] == w->of[NEWER].carried);
        l->factor = number_subtract(w->a, l->weight[NEWER], l->weight[OLDER]);
        l->lies = interval_of(w->carried);
        if (carried)
            continue;
        int side = l->pair->of[OLDER] ? OLDER : NEWER;
        struct reach r = reach_score(w->a, w->d->model[side], l->pair->of[side]);
        for (size_t j = 0; side == NEWER && j < r.needs.own.n; j++)
            r.needs.own.at[j] = older_fact(w->d, r.needs.own.at[j]);
        l->lies = r.lies;
        bool bounded = !r.lies.low.infinite && !r.lies.high.infinite;
        w->proven = w->proven && r.ends && bounded && needs_join(w->a, &needs, &r.needs);
    }
}

/* --- the greatest loss and gain --------------------------------------------------------------- */

static bool is_high(const struct leaf *l, bool loss)
{
    return number_sign(l->factor) == (loss ? -1 : 1);
}

static struct number score_of(const struct leaf *l, bool loss)
{
    return is_high(l, loss) ? l->lies.high.at : l->lies.low.at;
}

/* Those that are high, or those that are not: whichever are fewer. */
static struct text where_words(struct weighing *w, bool loss)
{
    struct buffer b = buffer_in(w->a);
    bool same = true, any = false;
    struct number at[2] = {number_over(), number_over()};
    size_t n[2] = {0, 0};
    for (size_t i = 0; i < w->leaves.n; i++) {
        const struct leaf *l = &w->leaves.at[i];
        struct number score = score_of(l, loss), *of = &at[is_high(l, loss)];
        same = same && (number_is_over(*of) || number_equal(w->a, *of, score));
        *of = score;
        n[is_high(l, loss)]++;
    }
    bool named = n[true] <= n[false];
    for (size_t i = 0; i < w->leaves.n; i++) {
        const struct leaf *l = &w->leaves.at[i];
        const struct criterion *k = l->pair->of[l->pair->of[OLDER] ? OLDER : NEWER];
        if (is_high(l, loss) != named)
            continue;
        buffer_add(&b, SAY(w->a, any ? ", {}" : "{}", k->path));
        any = true;
    }
    if (!same || !n[false] || !n[true])
        return SAY(w->a,
                   named ? "{} at the most, all else at the least"
                         : "{} at the least, all else at the most",
                   buffer_text(&b));
    return SAY(w->a, "{} at {}, all else at {}", buffer_text(&b),
               number_short_words(w->a, at[named], 4), number_short_words(w->a, at[!named], 4));
}

/* The total with these scores, floor, cap and rounding included. */
static struct number total_with(struct weighing *w, int side, bool loss)
{
    struct number sum = number_of(0);
    struct curve c = curve_of(total(w), NULL);
    for (size_t i = 0; i < w->leaves.n; i++) {
        const struct leaf *l = &w->leaves.at[i];
        sum = number_add(w->a, sum, number_multiply(w->a, l->weight[side], score_of(l, loss)));
    }
    return curve_at(w->a, &c, sum);
}

static struct number bare_difference(struct weighing *w, bool loss)
{
    struct number sum = number_of(0);
    for (size_t i = 0; i < w->leaves.n; i++) {
        const struct leaf *l = &w->leaves.at[i];
        sum = number_add(w->a, sum, number_multiply(w->a, l->factor, score_of(l, loss)));
    }
    return sum;
}

static void look_for(struct weighing *w, bool loss)
{
    struct extreme_difference *one = loss ? &w->out.loss : &w->out.gain;
    struct number bare = bare_difference(w, loss);
    if (number_sign(bare) != (loss ? -1 : 1))
        return;
    *(loss ? &w->may_lower : &w->may_higher) = true;
    if (!w->proven)
        return;
    struct number from = total_with(w, OLDER, loss), to = total_with(w, NEWER, loss),
                  by = number_subtract(w->a, to, from);
    if (number_sign(by) != (loss ? -1 : 1))
        return;
    *(loss ? &w->lower : &w->higher) = true;
    struct extreme_difference found = {.known = number_equal(w->a, by, bare) &&
                                                !total(w)->round_score->set,
                                       .by = loss ? number_negate(w->a, by) : by,
                                       .where = where_words(w, loss),
                                       .at = number_over(),
                                       .from = from,
                                       .to = to};
    if (!number_sign(one->by) || number_order(w->a, found.by, one->by) > 0)
        *one = found;
}

static struct effect on_total(struct effect e)
{
    e.on_total = true;
    return e;
}

/* --- in all cases ----------------------------------------------------------------------------- */

static bool can_be_nothing(const struct weighing *w)
{
    const struct criterion *k = total(w);
    for (size_t i = 0; i < k->penalties.n; i++)
        if (!penalty_can_be_nothing(w->a, w->d->model[OLDER], k->penalties.at[i]))
            return false;
    return true;
}

static struct effect effect_of(struct weighing *w)
{
    if (!w->may_lower && !w->may_higher)
        w->out.class = CLASS_NEUTRAL;
    else if (w->lower && w->higher)
        w->out.class = CLASS_MIXED;
    else if (w->lower && !w->may_higher)
        w->out.class = CLASS_STRICTER;
    else if (w->higher && !w->may_lower)
        w->out.class = CLASS_LOOSER;
    else
        return effect_unknown(
            TEXT("the scores that weigh more and those that weigh less hang on the "
                 "same facts, or are not known to reach their ends"));
    return w->out;
}

struct effect classify_views(struct diff *d, const struct view of[SIDES], struct number carried,
                             const struct needs *needs)
{
    struct weighing w = {.d = d,
                         .a = d->arena,
                         .of = of,
                         .carried = carried,
                         .needs = needs,
                         .out = effect_neutral()};
    size_t rows = 1;
    bool drops = false, carries = of[OLDER].carried || of[NEWER].carried;
    for (size_t row = 0; row < rows; row++) {
        w.leaves = (struct leaves){0};
        struct text why = tree_leaves(d, of, row, &w.leaves, &rows, &drops);
        if (why.n)
            return on_total(effect_unknown(why));
        reach_leaves(&w);
        w.proven = w.proven && can_be_nothing(&w);
        look_for(&w, true);
        look_for(&w, false);
    }
    struct effect e = effect_of(&w);
    bool one_way = e.class != CLASS_MIXED && e.class != CLASS_UNKNOWN;
    if (drops && one_way &&
        !carries) /* whoever else drops out, a carried score stays on its side */
        e = effect_unknown(
            TEXT("what does not apply gives its weight to others, and the total then "
                 "moves in ways that are not followed"));
    return on_total(e);
}

struct effect classify_weights(struct diff *d, const struct rule_change *c)
{
    struct view of[SIDES] = {{.points = number_of(0)}, {.points = number_of(0)}};
    struct text why = tree_view(d, c, &of[NEWER]);
    if (why.n)
        return on_total(effect_unknown(why));
    return classify_views(d, of, number_of(0), NULL);
}
