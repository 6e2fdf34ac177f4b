/* What a weighted mean can still be, while scores or weights are not known. */
#include "advise/certifying.h"

/* Of the points of a group, those of what may be out. */
static struct derived points_maybe(struct certifying *c, const struct criterion *k)
{
    struct derived sum = derive_nought(c);
    if (outcome_result(c->o, k)->maybe_out)
        return c->of[k->index].points;
    for (size_t i = 0; i < k->children.n; i++)
        if (result_points_maybe(outcome_result(c->o, k->children.at[i]), NULL))
            sum = derive_sum(c, sum, points_maybe(c, k->children.at[i]));
    return sum;
}

/* What counts for certain, and of the rest, in the order of the scores, as much as moves the mean
 * further. */
static struct derived mean_end(struct certifying *c, const struct criterion *k, bool high)
{
    size_t n = k->children.n, open = 0, *order = ARENA_ARRAY(c->a, size_t, n);
    struct number *score = ARENA_ARRAY(c->a, struct number, n);
    struct derived sum = derive_nought(c), points = sum;
    int sign = high ? -1 : 1;
    for (size_t i = 0; i < n; i++) {
        const struct criterion *child = k->children.at[i];
        const struct result *r = outcome_result(c->o, child);
        const struct certified *of = &c->of[child->index];
        struct derived end = high ? of->high : of->low;
        score[i] = high ? r->high : r->low;
        if (r->status == STATUS_DROPPED)
            continue;
        if (!end.step)
            return end;
        if (result_points_maybe(r, NULL))
            order[open++] = i;
        if (r->maybe_out || !number_sign(of->points.is.number))
            continue;
        struct derived own = of->points;
        if (result_points_maybe(r, NULL))
            own = derive_difference(c, own, points_maybe(c, child));
        sum = derive_sum(c, sum, derive_product(c, own, end));
        points = derive_sum(c, points, own);
    }
    outcome_sort(c->o, order, open, score, sign);
    for (size_t i = 0; i < open; i++) {
        const struct certified *of = &c->of[k->children.at[order[i]]->index];
        struct derived end = high ? of->high : of->low;
        struct derived own = points_maybe(c, k->children.at[order[i]]);
        if (number_sign(points.is.number) &&
            number_order(c->a, number_multiply(c->a, end.is.number, points.is.number),
                         sum.is.number) *
                    sign >=
                0)
            break;
        sum = derive_sum(c, sum, derive_product(c, own, end));
        points = derive_sum(c, points, own);
    }
    return number_sign(points.is.number) ? derive_quotient(c, sum, points) : derive_nought(c);
}

static struct ends mean_ends(struct certifying *c, const struct criterion *k)
{
    struct derived low = mean_end(c, k, false);
    return ends_of(low, mean_end(c, k, true));
}

/* Who gives its weight to whom is open: the least and the most of all. */
static struct ends hull(struct certifying *c, const struct criterion *k)
{
    struct ends all = {0};
    for (size_t i = 0; i < k->children.n; i++) {
        const struct certified *of = &c->of[k->children.at[i]->index];
        if (outcome_result(c->o, k->children.at[i])->status != STATUS_DROPPED)
            certify_widen(c, &all, ends_of(of->low, of->high));
    }
    return all;
}

/* --- weights by case that are not known ------------------------------------------------------ */

static bool somebody_gives(struct certifying *c, const struct criterion *k)
{
    for (size_t i = 0; i < k->children.n; i++) {
        const struct criterion *child = k->children.at[i];
        const struct result *r = outcome_result(c->o, child);
        bool out = r->status == STATUS_DROPPED || r->maybe_out;
        if (out && child->not_applicable_own && child->not_applicable->kind == POLICY_GIVE)
            return true;
    }
    return false;
}

/* The points of all children in that row; false when nothing counts in it. */
static bool weigh_by_row(struct certifying *c, const struct criterion *k, size_t row)
{
    const struct weights *w = k->weights;
    bool any = false;
    for (size_t i = 0; i < k->children.n; i++) {
        const struct criterion *child = k->children.at[i];
        struct certified *of = certify_criterion(c, child);
        bool dropped = outcome_result(c->o, child)->status == STATUS_DROPPED;
        if (child->by_case && !dropped)
            of->points = derive_rule(c, weights_points(w, row, child), TEXT("points"), w->at);
        else
            of->points = certify_points(c, child);
        any = any || number_sign(of->points.is.number);
    }
    return any;
}

/* What each row that may hold would give. */
static struct ends rows_ends(struct certifying *c, const struct criterion *k,
                             const struct weights_now *now)
{
    struct ends all = {0};
    for (size_t i = 0; i < k->weights->cases->rows.n; i++)
        if (now->may[i] && weigh_by_row(c, k, i))
            certify_widen(c, &all, mean_ends(c, k));
    return somebody_gives(c, k) ? hull(c, k) : all;
}

struct ends certify_children_ends(struct certifying *c, const struct criterion *k)
{
    const struct weights_now *now = outcome_result(c->o, k)->weights;
    if (now && !now->known)
        return rows_ends(c, k, now);

    bool uncertain = false;
    for (size_t i = 0; i < k->children.n; i++)
        uncertain = uncertain || !result_is_between(outcome_result(c->o, k->children.at[i]));
    if (uncertain)
        return hull(c, k);
    return mean_ends(c, k);
}
