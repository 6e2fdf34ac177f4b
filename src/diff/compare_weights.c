/* What differs in how criteria count. */
#include "diff/comparing.h"

static bool is_weighed(const struct criterion *k)
{
    return k->parent && k->parent->weighs;
}

static struct number points_inside(struct arena *a, const struct criterion *k)
{
    struct number sum = number_of(0);
    for (size_t i = 0; i < k->children.n; i++)
        sum = number_add(a, sum, k->children.at[i]->points);
    return sum;
}

/* Points 1 and 2 weigh what points 2 and 4 do, or weights of a third and two thirds.  Where
 * something was added or taken away, points are taken as they are declared. */
static bool shares_are_kept(struct comparing *c)
{
    const struct criterion *older = c->k[OLDER], *newer = c->k[NEWER];
    if (!older->weighs || !newer->weighs || older->children.n != newer->children.n)
        return false;
    struct number before = points_inside(c->a, older), after = points_inside(c->a, newer);
    for (size_t i = 0; i < newer->children.n; i++) {
        const struct criterion *now = newer->children.at[i];
        const struct criterion *then = c->d->pair_of[NEWER][now->index]->of[OLDER];
        if (!then || then->parent != older || then->by_case || now->by_case ||
            !number_equal(c->a, number_multiply(c->a, then->points, after),
                          number_multiply(c->a, now->points, before)))
            return false;
    }
    bool sums = criterion_sums_points(older) || criterion_sums_points(newer);
    return !sums || !is_weighed(newer) || c->d->pair_of[NEWER][newer->parent->index]->shares_kept;
}

static struct said said_points(struct comparing *c, int side, bool with_word)
{
    const struct criterion *k = c->k[side];
    if (!k->has_points)
        return (struct said){.at = k->at};
    struct text number = words_number(c->a, k->points, k->by_weight);
    struct text word = k->by_weight ? TEXT("weight") : TEXT("points");
    return (struct said){with_word ? SAY(c->a, "{} {}", word, number) : number, k->points_at};
}

static void compare_points(struct comparing *c)
{
    const struct criterion *older = c->k[OLDER], *newer = c->k[NEWER];
    bool declared = older->has_points || newer->has_points;
    if (!is_weighed(older) || !is_weighed(newer) || older->by_case || newer->by_case || !declared)
        return;
    bool alike = older->by_weight == newer->by_weight;
    bool kept =
        c->d->pair_of[OLDER][older->parent->index]->shares_kept &&
        c->d->pair_of[OLDER][older->parent->index] == c->d->pair_of[NEWER][newer->parent->index];
    if (!c->d->telling && (kept || (alike && number_equal(c->a, older->points, newer->points))))
        return;
    struct text what = !alike || !older->has_points || !newer->has_points ? TEXT("")
                       : older->by_weight                                 ? TEXT("weight")
                                                                          : TEXT("points");
    change_add(c, DIFF_WEIGHT, what, said_points(c, OLDER, !what.n),
               said_points(c, NEWER, !what.n));
}

/* --- by case ---------------------------------------------------------------------------------- */

static bool same_row(struct comparing *c, const struct weights *older, const struct weights *newer,
                     size_t row)
{
    const struct case_row *before = &older->cases->rows.at[row];
    const struct case_row *after = &newer->cases->rows.at[row];
    bool same = before->otherwise == after->otherwise && diff_same(c->d, before->when, after->when);
    for (size_t i = 0; same && i < newer->of.n; i++) {
        const struct criterion *then = c->d->pair_of[NEWER][newer->of.at[i]->index]->of[OLDER];
        same = then && then->by_case && then->parent == c->k[OLDER] &&
               number_equal(c->a, weights_points(older, row, then),
                            weights_points(newer, row, newer->of.at[i]));
    }
    return same;
}

static bool same_weights(struct comparing *c, const struct weights *older,
                         const struct weights *newer)
{
    if (!older || !newer)
        return older == newer;
    bool same = older->percent == newer->percent && older->of.n == newer->of.n &&
                older->cases->rows.n == newer->cases->rows.n;
    for (size_t i = 0; same && i < newer->cases->rows.n; i++)
        same = same_row(c, older, newer, i);
    return same;
}

static struct said said_weights(struct comparing *c, int side)
{
    const struct weights *w = c->k[side]->weights;
    if (!w)
        return (struct said){.at = c->k[side]->at};
    struct buffer b = buffer_in(c->a);
    for (size_t i = 0; i < w->of.n; i++)
        buffer_add(&b, SAY(c->a, i ? ", {}" : "{}", w->of.at[i]->id));
    for (size_t i = 0; i < w->cases->rows.n; i++) {
        buffer_add(&b, SAY(c->a, "; {}:", words_case(c, side, w->cases, i)));
        for (size_t j = 0; j < w->of.n; j++)
            buffer_add(&b, SAY(c->a, j ? ", {}" : " {}",
                               words_number(c->a, weights_points(w, i, w->of.at[j]), w->percent)));
    }
    return (struct said){buffer_text(&b), w->at};
}

void compare_weights(struct comparing *c)
{
    c->pair->shares_kept = shares_are_kept(c);
    compare_points(c);
    if (tells(c, same_weights(c, c->k[OLDER]->weights, c->k[NEWER]->weights)))
        change_add(c, DIFF_WEIGHT, TEXT("weights by case"), said_weights(c, OLDER),
                   said_weights(c, NEWER));
}
