/* Groups and the total: the weighted mean of what is in them, and who counts how much.
 *
 *   score = sum(points x score) / sum(points), over the children that apply
 *
 * A child that is dropped has no points; they are shared out among its siblings by the division, or
 * given to one of them. */
#include <string.h>

#include "eval/run.h"

static struct result *result_of(struct run *r, const struct criterion *k)
{
    return &r->out->result[k->index];
}

static bool gives(const struct criterion *k)
{
    return k->not_applicable_own && k->not_applicable->kind == POLICY_GIVE;
}

/* Who gets the weight of a dropped criterion: gifts are followed; a dropped receiver shares out pro
 * rata.  What was found holds for everybody on the way, so that no way is walked twice. */
static const struct criterion *receiver_of(struct run *r, const struct criterion *k)
{
    const struct criterion *end = k;
    bool dropped = true;
    while (dropped && gives(end) && !result_of(r, end)->gift_known) {
        end = end->not_applicable->receiver;
        dropped = eval_criterion(r, end)->status == STATUS_DROPPED;
    }
    const struct criterion *target = !dropped ? end : result_of(r, end)->given_to;
    for (; k != end; k = k->not_applicable->receiver) {
        result_of(r, k)->gift_known = true;
        result_of(r, k)->given_to = target;
    }
    return target;
}

static void give_points(struct run *r, struct result *child)
{
    bool ignored = false;
    child->given_to = receiver_of(r, child->criterion);
    if (!child->given_to)
        return;
    struct result *receiver = result_of(r, child->given_to);
    receiver->points =
        number_add(r->a, receiver->points, declared_points(r, child->criterion, &ignored));
}

/* `row`: of the weights by case; one of several that may hold while nobody gives any weight. */
static void count_points(struct run *r, const struct criterion *k, size_t row)
{
    for (size_t i = 0; i < k->children.n; i++) {
        struct result *child = result_of(r, k->children.at[i]);
        if (child->status == STATUS_DROPPED)
            child->points = number_of(0);
        else if (child->criterion->by_case)
            child->points = weights_points(k->weights, row, child->criterion);
        else if (!criterion_sums_points(child->criterion))
            child->points = child->criterion->points;
    }
    for (size_t i = 0; i < k->children.n; i++) {
        struct result *child = result_of(r, k->children.at[i]);
        if (child->status == STATUS_DROPPED && !child->carried && !child->no_weight)
            give_points(r, child);
    }
    struct result *out = result_of(r, k);
    out->inside = number_of(0);
    for (size_t i = 0; i < k->children.n; i++)
        out->inside = number_add(r->a, out->inside, result_of(r, k->children.at[i])->points);
}

const struct weights_now *weigh(struct run *r, const struct criterion *k)
{
    struct result *out = result_of(r, k);
    const struct weights_now *now = weights_now(r, k);
    if (out->weighed)
        return now;
    for (size_t i = 0; i < k->children.n; i++)
        eval_criterion(r, k->children.at[i]);
    if (!now || now->known)
        count_points(r, k, now ? now->row : 0);
    out->weighed = true;
    return now;
}

struct number weighted_mean(struct run *r, const struct criterion *k)
{
    struct number sum = number_of(0), mean;
    if (early_mean(r, k, &mean))
        return mean;
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *child = result_of(r, k->children.at[i]);
        if (child->status != STATUS_DROPPED)
            sum = number_add(r->a, sum, number_multiply(r->a, child->points, child->score));
    }
    return number_divide(r->a, sum, result_of(r, k)->inside);
}

/* Children whose turn comes by their score: merge sort, because a group may have many. */
void sort_by_score(struct run *r, size_t *order, size_t n, const struct number *score, int sign)
{
    size_t *other = ARENA_ARRAY(r->a, size_t, n);
    for (size_t width = 1; width < n; width *= 2) {
        for (size_t from = 0; from < n; from += 2 * width) {
            size_t middle = from + width < n ? from + width : n,
                   to = middle + width < n ? middle + width : n;
            size_t i = from, k = middle;
            for (size_t out = from; out < to; out++) {
                bool left =
                    i < middle &&
                    (k >= to || number_order(r->a, score[order[i]], score[order[k]]) * sign <= 0);
                other[out] = left ? order[i++] : order[k++];
            }
        }
        memcpy(order, other, n * sizeof *order);
    }
}

/* What counts for certain, and of the rest, in the order of the scores, as much as moves the mean
 * the way of `sign`: 1 for the least, -1 for the most. Adding weight in that order, as long as it
 * moves the mean, is best for a weighted mean. */
static struct number extreme(struct run *r, const struct criterion *k, const struct number *score,
                             int sign)
{
    struct number sum = number_of(0), points = number_of(0);
    size_t *order = ARENA_ARRAY(r->a, size_t, k->children.n), n = 0;
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *child = result_of(r, k->children.at[i]);
        if (result_points_maybe(child, NULL))
            order[n++] = i;
        if (child->maybe_out)
            continue;
        struct number own = number_subtract(r->a, child->points, child->points_maybe);
        sum = number_add(r->a, sum, number_multiply(r->a, own, score[i]));
        points = number_add(r->a, points, own);
    }
    sort_by_score(r, order, n, score, sign);
    for (size_t i = 0; i < n; i++) {
        struct number own = number_of(0);
        result_points_maybe(result_of(r, k->children.at[order[i]]), &own);
        /* Beyond the mean itself a score can only pull it back. */
        if (number_sign(points) &&
            number_order(r->a, number_multiply(r->a, score[order[i]], points), sum) * sign >= 0)
            break;
        sum = number_add(r->a, sum, number_multiply(r->a, own, score[order[i]]));
        points = number_add(r->a, points, own);
    }
    return number_sign(points) ? number_divide(r->a, sum, points) : number_of(0);
}

/* Some child's weight is not known: the mean lies between the least and the most score, whatever
 * the weights. */
static void hull(struct run *r, struct result *out)
{
    const struct criterion *k = out->criterion;
    bool any = false;
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *child = result_of(r, k->children.at[i]);
        if (child->status == STATUS_DROPPED)
            continue;
        out->low = any ? number_least(r->a, out->low, child->low) : child->low;
        out->high = any ? number_most(r->a, out->high, child->high) : child->high;
        any = true;
    }
}

static void children_ends(struct run *r, struct result *out)
{
    const struct criterion *k = out->criterion;
    size_t n = k->children.n;
    struct number *low = ARENA_ARRAY(r->a, struct number, n),
                  *high = ARENA_ARRAY(r->a, struct number, n);
    bool uncertain = false;
    for (size_t i = 0; i < n; i++) {
        const struct result *child = result_of(r, k->children.at[i]);
        low[i] = child->low;
        high[i] = child->high;
        uncertain = uncertain || !result_is_between(child);
    }
    if (uncertain) {
        hull(r, out);
        return;
    }
    out->low = any_open(low, n) ? number_over() : extreme(r, k, low, 1);
    out->high = any_open(high, n) ? number_over() : extreme(r, k, high, -1);
}

/* The weight of a group is that of what is in it. */
static void note_maybe(struct run *r, struct result *out, const struct result *child)
{
    struct number maybe;
    if (criterion_sums_points(out->criterion) && result_points_maybe(child, &maybe))
        out->points_maybe = number_add(r->a, out->points_maybe, maybe);
}

/* What the children say of the score and of the weight: a child without weight says nothing. */
static void look_at_children(struct run *r, struct result *out, bool *known, bool *any)
{
    const struct criterion *k = out->criterion;
    bool out_open = false, drop_open = false, applies = false, certain = false;
    *known = true;
    *any = false;
    out->points_between = true;
    out->points_maybe = number_of(0);
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *child = result_of(r, k->children.at[i]);
        out_open = out_open || child->maybe_out || child->points_open;
        drop_open = drop_open || child->maybe_dropped || child->weights_open;
        out->points_between = out->points_between && result_is_between(child);
        if (!number_sign(child->points))
            continue;
        note_maybe(r, out, child);
        *any = true;
        applies = applies || !child->maybe_dropped;
        certain = certain || !child->maybe_out;
        if (child->status != STATUS_INCOMPLETE)
            continue;
        *known = false;
        if (!out->cause || out->cause->absence < child->cause->absence)
            out->cause = child->cause;
    }
    out->points_open = out_open && criterion_sums_points(k);
    out->weights_open = drop_open && criterion_sums_points(k);
    out->maybe_dropped = *any && !applies; /* with everything in it, it would be dropped itself */
    out->maybe_out = *any && !certain;
}

/* --- weights that are not known ------------------------------------------------------------- */

static bool somebody_gives(struct run *r, const struct criterion *k)
{
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *child = result_of(r, k->children.at[i]);
        if ((child->status == STATUS_DROPPED || child->maybe_out) && gives(child->criterion))
            return true;
    }
    return false;
}

static const struct cause *nothing_applies(struct run *r, const struct criterion *k)
{
    struct cause c = {.kind = CAUSE_PARTS, .absence = ABSENCE_NA, .what = k->path, .at = k->at};
    return value_absent(r->a, c).cause;
}

/* What one row would give, beside those before it. */
static void join_row(struct run *r, struct result *out, size_t row, struct result *all, bool *any)
{
    bool known, counts;
    out->cause = NULL;
    count_points(r, out->criterion, row);
    look_at_children(r, out, &known, &counts);
    bool other = *any && !number_equal(r->a, all->inside, out->inside);
    all->points_open = all->points_open || out->points_open || other;
    all->weights_open = all->weights_open || out->weights_open || other;
    all->inside = out->inside;
    all->maybe_dropped = all->maybe_dropped || out->maybe_dropped || !counts;
    all->maybe_out = all->maybe_out || out->maybe_out || !counts;
    if (!counts)
        return;
    if (known)
        out->low = out->high = weighted_mean(r, out->criterion);
    else
        children_ends(r, out);
    all->cause = all->cause ? all->cause : out->cause;
    all->low = *any ? number_least(r->a, all->low, out->low) : out->low;
    all->high = *any ? number_most(r->a, all->high, out->high) : out->high;
    *any = true;
}

/* Nobody knows which row holds: the ends span what each that may hold would give. */
static void rows_ends(struct run *r, struct result *out, const struct weights_now *now)
{
    const struct criterion *k = out->criterion;
    struct result all = *out;
    bool any = false;
    for (size_t i = 0; i < k->weights->cases->rows.n; i++)
        if (now->may[i])
            join_row(r, out, i, &all, &any);
    if (criterion_sums_points(k))
        out->points = out->inside;
    out->low = all.low;
    out->high = all.high;
    out->maybe_dropped = all.maybe_dropped;
    out->maybe_out = all.maybe_out;
    out->points_open = all.points_open && criterion_sums_points(k);
    out->weights_open = all.weights_open && criterion_sums_points(k);
    out->points_between = false;
    out->points_maybe = number_of(0);
    out->cause = now->cause;
    for (size_t i = 0; i < k->weights->of.n; i++) {
        struct result *child = result_of(r, k->weights->of.at[i]);
        child->points_open = child->weights_open = true;
        child->points_between = false;
    }
    if (!any) /* whichever row it is */
        out->cause = nothing_applies(r, k);
    else if (somebody_gives(r, k))
        hull(r, out);
}

bool score_by_children(struct run *r, struct result *out)
{
    const struct criterion *k = out->criterion;
    bool known, any;
    const struct weights_now *now = weigh(r, k);
    if (now && !now->known) {
        rows_ends(r, out, now);
        return false;
    }
    if (criterion_sums_points(k))
        out->points = out->inside;
    look_at_children(r, out, &known, &any);
    if (!any)
        out->cause = nothing_applies(r, k);
    else if (known)
        out->raw = weighted_mean(r, k);
    else
        children_ends(r, out);
    return any && known;
}

/* One child that may or may not drop out moves the share of every other one. */
static void share_among(struct run *r, const struct criterion *k)
{
    const struct result *parent = result_of(r, k);
    bool open = parent->share_open;
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *child = result_of(r, k->children.at[i]);
        open = open || child->maybe_dropped || child->weights_open;
    }
    for (size_t i = 0; i < k->children.n; i++) {
        struct result *child = result_of(r, k->children.at[i]);
        child->share_open = open;
        if (number_sign(parent->inside) > 0)
            child->share = number_multiply(r->a, parent->share,
                                           number_divide(r->a, child->points, parent->inside));
    }
}

void share_out(struct run *r)
{
    weigh_as_declared(r);
    r->out->result[0].share = number_of(1);
    for (size_t i = 0; i < r->m->criteria.n; i++) {
        const struct criterion *k = r->m->criteria.at[i];
        struct result *out = &r->out->result[i];
        if (k->scorer == SCORER_CHILDREN)
            share_among(r, k);
        if (!result_has_score(out))
            continue;
        struct number weight = out->weight, share = out->share;
        if (r->early) {
            weight = early_weight(r, k, weight);
            share = early_weight(r, k, share);
        }
        out->weighted = number_multiply(r->a, out->score, weight);
        out->contribution = number_multiply(r->a, out->score, share);
    }
}
