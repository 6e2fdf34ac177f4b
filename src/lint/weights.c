/* Weights that are no round percentages: 2 of 65 points is 3.0769... %. */
#include "lint/linting.h"

enum { PERCENT_PLACES = 4 }; /* of the share: two of a percentage */

static struct number points_of_all(struct linting *l, const struct criterion *k)
{
    struct number all = number_of(0);
    for (size_t i = 0; i < k->children.n; i++)
        all = number_add(l->a, all, k->children.at[i]->points);
    return all;
}

static struct text words_of(struct linting *l, struct number n)
{
    unsigned places = DECIMALS;
    number_decimals(l->a, n, DECIMALS, &places);
    return number_words(l->a, n, places);
}

static void look_into(struct linting *l, const struct criterion *k)
{
    struct number all = points_of_all(l, k);
    unsigned places;
    if (k->weights || !k->weighs || number_sign(all) <= 0)
        return;
    for (size_t i = 0; i < k->children.n; i++) {
        const struct criterion *child = k->children.at[i];
        if (!child->has_points || child->by_weight || child->by_case ||
            number_decimals(l->a, number_divide(l->a, child->points, all), PERCENT_PLACES, &places))
            continue;
        struct diag *g = DIAG_ADD(l->d, K1074, child->points_at, child->path,
                                  words_of(l, child->points), words_of(l, all));
        diag_help(g, TEXT("points that add up to 100 are percentages"));
        return; /* one says it of all */
    }
}

void lint_weights(struct linting *l)
{
    for (size_t i = 0; diags_want(l->d, K1074) && i < l->m->criteria.n; i++)
        look_into(l, l->m->criteria.at[i]);
}
