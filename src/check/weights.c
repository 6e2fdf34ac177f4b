/* Weights: points among siblings.
 *
 * A criterion's weight is its points over the sum of its siblings', times its parent's weight; a
 * group without points of its own has the sum of its children's.  So with points on the leaves
 * only, a weight is a share of the whole tree.  Where another formula puts scores together, nothing
 * has a weight. */
#include "check/checker.h"

/* Points by case count as points of its own; as so many as in the least of the rows, where it only
 * matters that there are some. */
static void take_case(struct checker *c, struct criterion *k)
{
    if (!k->by_case)
        return;
    const struct weights *w = k->parent->weights;
    if (k->has_points && w) {
        struct diag *g = DIAG_ADD(c->d, K0545, k->points_at, k->path,
                                  k->by_weight ? TEXT("a weight") : TEXT("points"));
        diag_label(c->d, g, w->at, TEXT("they are given here"));
        diag_help(g, TEXT("leave one of them away"));
    }
    k->has_points = true;
    k->by_weight = w && w->percent;
    k->points = number_of(0);
}

static struct number least_row(struct checker *c, const struct weights *w)
{
    struct number least = number_of(0);
    for (size_t i = 0; i < w->cases->rows.n; i++) {
        struct number sum = number_of(0);
        for (size_t j = 0; j < w->of.n; j++)
            sum = number_add(c->a, sum, weights_points(w, i, w->of.at[j]));
        least = i ? number_least(c->a, least, sum) : sum;
    }
    return least;
}

/* Parents stand before their children, so going backwards children are ready first. */
static void sum_points(struct checker *c)
{
    for (size_t i = c->m->criteria.n; i-- > 0;) {
        struct criterion *k = c->m->criteria.at[i];
        if (!criterion_sums_points(k))
            continue;
        k->points = number_of(0);
        for (size_t j = 0; j < k->children.n; j++)
            k->points = number_add(c->a, k->points, k->children.at[j]->points);
        if (k->weights)
            k->points = number_add(c->a, k->points, least_row(c, k->weights));
    }
}

/* Weights are shares of what they stand in and say nothing further up. */
static bool has_any_points(const struct criterion *k)
{
    if (k->has_points)
        return true;
    for (size_t i = 0; criterion_sums_points(k) && i < k->children.n; i++)
        if (!k->children.at[i]->by_weight && has_any_points(k->children.at[i]))
            return true;
    return false;
}

static void check_siblings(struct checker *c, struct criterion *parent)
{
    if (!parent->weighs || !parent->children.n)
        return;
    const struct criterion *with = NULL;
    for (size_t i = 0; i < parent->children.n; i++)
        if (has_any_points(parent->children.at[i]))
            with = parent->children.at[i];
    for (size_t i = 0; i < parent->children.n; i++) {
        struct criterion *k = parent->children.at[i];
        if (has_any_points(k) || (parent->weights && parent->weights->percent))
            continue;
        if (parent->children.n == 1) {
            k->points = number_of(1);
            continue;
        }
        if (c->spoilt.at[k->index] || (criterion_sums_points(k) && !k->children.n))
            continue; /* empty, and said so */
        struct diag *g = DIAG_ADD(c->d, K0501, k->at, k->path);
        if (with)
            diag_label(c->d, g, with->at, TEXT("its neighbour has points"));
        diag_help(g, parent->weights
                         ? TEXT("write `points N`, or name it in `weights` too")
                         : TEXT("write `points N` (its weight is N over the sum of all points), or "
                                "`weight N%`"));
    }
}

/* Siblings with weights: all of them, and 100 % in all, exactly. */
static void check_percentages(struct checker *c, const struct criterion *parent)
{
    struct number sum = number_of(0);
    const struct criterion *weighted = NULL, *other = NULL;
    for (size_t i = 0; i < parent->children.n; i++) {
        const struct criterion *k = parent->children.at[i];
        if (k->by_case)
            return; /* row by row: check_weight_rows */
        *(k->by_weight ? &weighted : &other) = k;
        if (k->by_weight)
            sum = number_add(c->a, sum, k->points);
    }
    if (!weighted || !parent->weighs)
        return;
    if (other && has_any_points(other)) {
        struct diag *g = DIAG_ADD(c->d, K0535, other->at, other->path);
        diag_label(c->d, g, weighted->at, TEXT("this one has a weight"));
        diag_help(g, TEXT("give all of them points, or all of them weights"));
        return;
    }
    struct number miss = number_subtract(c->a, sum, number_of(1));
    int sign = number_sign(miss);
    if (other || !sign)
        return;
    struct number hundred = number_of(100), size = sign < 0 ? number_negate(c->a, miss) : miss;
    struct diag *g = DIAG_ADD(
        c->d, K0536, parent->at, parent->path,
        SAY(c->a, "{}%", number_short_words(c->a, number_multiply(c->a, sum, hundred), 6)));
    diag_label(c->d, g, weighted->at, TEXT("one of the weights"));
    diag_help(g, SAY(c->a, sign < 0 ? "{}% are missing" : "{}% are too much",
                     number_short_words(c->a, number_multiply(c->a, size, hundred), 6)));
}

/* Points under a formula that does not look at them: said once, for it is the formula that is meant
 * otherwise. */
static void check_unused(struct checker *c, const struct criterion *parent)
{
    if (parent->weighs || parent->scorer != SCORER_FORMULA ||
        parent->formula->type.kind == TYPE_ERROR)
        return;
    size_t i = 0;
    while (i < parent->children.n &&
           (!parent->children.at[i]->has_points || parent->children.at[i]->by_case))
        i++;
    if (i == parent->children.n)
        return;
    const struct criterion *k = parent->children.at[i];
    struct diag *g = DIAG_ADD(c->d, K0502, k->points_at, k->path,
                              k->by_weight ? TEXT("a weight") : TEXT("points"));
    diag_label(c->d, g, parent->formula->at, TEXT("this formula does not look at them"));
    diag_help(g, TEXT("leave them away, or let them count: `score weighted mean of parts`"));
}

/* Somebody must count. */
static void check_sum(struct checker *c, const struct criterion *parent)
{
    struct number sum = number_of(0);
    for (size_t i = 0; i < parent->children.n; i++) {
        if (parent->children.at[i]->by_case)
            return;
        sum = number_add(c->a, sum, parent->children.at[i]->points);
    }
    if (parent->weighs && parent->children.n && number_sign(sum) <= 0 && !c->d->errors)
        diag_help(DIAG_ADD(c->d, K0503, parent->at, parent->path),
                  TEXT("give at least one of them points above 0"));
}

/* Weight that is handed on in a circle would reach nobody.  Each criterion gives to at most one
 * other, so a walk that meets its own mark has found a circle, and nothing needs to be walked
 * twice. */
static void check_gifts(struct checker *c)
{
    size_t *walked = ARENA_ARRAY(c->a, size_t, c->m->criteria.n);
    for (size_t i = 0; i < c->m->criteria.n; i++) {
        const struct criterion *k = c->m->criteria.at[i];
        while (k->not_applicable_own && k->not_applicable->kind == POLICY_GIVE &&
               !walked[k->index]) {
            walked[k->index] = i + 1;
            k = k->not_applicable->receiver;
        }
        if (walked[k->index] != i + 1)
            continue;
        DIAG_ADD(c->d, K0528, k->not_applicable->at, k->path);
        return;
    }
}

void check_weights(struct checker *c)
{
    for (size_t i = 0; i < c->m->criteria.n; i++)
        take_case(c, c->m->criteria.at[i]);
    for (size_t i = c->m->criteria.n; i-- > 0;)
        check_siblings(c, c->m->criteria.at[i]);
    for (size_t i = 0; i < c->m->criteria.n; i++)
        check_percentages(c, c->m->criteria.at[i]);
    for (size_t i = 0; i < c->m->criteria.n; i++)
        check_unused(c, c->m->criteria.at[i]);
    sum_points(c);
    for (size_t i = 0; i < c->m->criteria.n; i++) {
        check_sum(c, c->m->criteria.at[i]);
        if (c->m->criteria.at[i]->weights)
            check_weight_rows(c, c->m->criteria.at[i]);
    }
    check_gifts(c);
}
