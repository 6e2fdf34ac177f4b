/* Groups and the total, and scores of parts put together: as eval/children.c, eval/weights.c and
 * eval/parts.c do where every child is known or dropped. */
#include <stdlib.h>

#include "plan/inside.h"

/* Which row of its weights holds; the record is declined when nobody knows. */
static size_t weights_row(struct plan_run *r, const struct criterion *k)
{
    struct standing *s = &r->standing[k->index];
    struct held absent;
    if (!r->is[k->index].row_known) {
        r->is[k->index].row_known = true;
        if (!choices_row(r, r->plan->criteria[k->index].weights, &s->row, &absent)) {
            declined(r);
            s->row = 0;
        }
    }
    return s->row;
}

bool plan_weighs_nothing(struct plan_run *r, const struct criterion *k)
{
    return !number_sign(weights_points(k->parent->weights, weights_row(r, k->parent), k));
}

/* --- points --------------------------------------------------------------------------------- */

static struct number declared_points(struct plan_run *r, const struct criterion *k)
{
    const struct judged *j = &r->plan->criteria[k->index];
    if (j->declared_known)
        return j->declared;
    if (k->by_case)
        return weights_points(k->parent->weights, weights_row(r, k->parent), k);
    struct number sum = number_of(0);
    for (size_t i = 0; i < k->children.n; i++)
        sum = number_add(r->scratch, sum, declared_points(r, k->children.at[i]));
    return sum;
}

static bool gives(const struct criterion *k)
{
    return k->not_applicable_own && k->not_applicable->kind == POLICY_GIVE;
}

/* See receiver_of of eval/children.c. */
static const struct criterion *receiver_of(struct plan_run *r, const struct criterion *k)
{
    const struct criterion *end = k;
    bool dropped = true;
    while (dropped && gives(end) && !r->is[end->index].gift_known) {
        end = end->not_applicable->receiver;
        dropped = judge(r, end->index).dropped;
    }
    bool known = r->is[end->index].gift_known;
    const struct criterion *target = !dropped ? end
                                     : known  ? r->standing[end->index].given_to
                                              : NULL;
    for (; k != end; k = k->not_applicable->receiver) {
        r->is[k->index].gift_known = true;
        r->standing[k->index].given_to = target;
    }
    return target;
}

static void give_points(struct plan_run *r, const struct criterion *k)
{
    const struct criterion *to = receiver_of(r, k);
    if (!to)
        return;
    struct number *points = &r->standing[to->index].points;
    *points = number_add(r->scratch, *points, declared_points(r, k));
}

/* The points with which its children count, all of which are judged; and their sum. */
static void weigh(struct plan_run *r, const struct criterion *k)
{
    struct standing *own = &r->standing[k->index];
    if (r->is[k->index].weighed)
        return;
    r->is[k->index].weighed = true;
    own->inside = number_of(0);
    for (size_t i = 0; i < k->children.n; i++) {
        const struct criterion *child = k->children.at[i];
        struct standing *s = &r->standing[child->index];
        struct settled is = r->is[child->index];
        if (is.dropped)
            s->points = number_of(0);
        else if (child->by_case)
            s->points = weights_points(k->weights, weights_row(r, k), child);
        else if (!is.summed)
            s->points = child->points;
    }
    for (size_t i = 0; i < k->children.n; i++) {
        struct settled is = r->is[k->children.at[i]->index];
        if (is.dropped && !is.carried && !is.no_weight)
            give_points(r, k->children.at[i]);
    }
    for (size_t i = 0; i < k->children.n; i++)
        own->inside =
            number_add(r->scratch, own->inside, r->standing[k->children.at[i]->index].points);
}

static struct number weighted_mean(struct plan_run *r, const struct criterion *k)
{
    struct number sum = number_of(0);
    for (size_t i = 0; i < k->children.n; i++) {
        size_t child = k->children.at[i]->index;
        if (!r->is[child].dropped)
            sum = number_add(r->scratch, sum,
                             number_multiply(r->scratch, r->standing[child].points,
                                             score_number(&r->out[child])));
    }
    return number_divide(r->scratch, sum, r->standing[k->index].inside);
}

bool judge_children(struct plan_run *r, const struct judged *j)
{
    for (size_t i = 0; i < j->children && !r->declined; i++)
        judge(r, j->child[i]);
    return !r->declined;
}

bool children_score(struct plan_run *r, const struct judged *j, struct number *raw, bool *any)
{
    const struct criterion *k = j->of;
    *any = true;
    if (!judge_children(r, j))
        return false;
    if (j->mean && !j->settling) {
        struct score mean = {.under = 0};
        mean_score(r, j, &mean);
        *raw = number_small(mean.top, mean.under);
        if (mean.under)
            return true;
    }
    weigh(r, k);
    struct standing *s = &r->standing[k->index];
    if (criterion_sums_points(k)) {
        s->points = s->inside;
        s->whole_points = r->is[k->index].summed ? s->whole_points : 0;
        r->is[k->index].summed = true;
    }
    *any = number_sign(s->inside) != 0;
    if (*any)
        *raw = weighted_mean(r, k);
    return *any;
}

/* --- parts ---------------------------------------------------------------------------------- */

static int best_first(const void *left, const void *right)
{
    const struct number *x = left, *y = right;
    return number_order(NULL, *y, *x);
}

static struct number put_together(struct plan_run *r, const struct expr *e,
                                  const struct number *part, size_t n)
{
    struct number all = part[0];
    for (size_t i = 1; i < n; i++)
        switch ((unsigned)e->aggregate) {
        case AGGREGATE_MIN:
            all = number_least(r->scratch, all, part[i]);
            break;
        case AGGREGATE_MAX:
            all = number_most(r->scratch, all, part[i]);
            break;
        case AGGREGATE_PRODUCT:
            all = number_multiply(r->scratch, all, part[i]);
            break;
        default:
            all = number_add(r->scratch, all, part[i]);
            break;
        }
    bool mean = e->aggregate == AGGREGATE_MEAN || e->aggregate == AGGREGATE_BEST;
    return mean && n > 1 ? number_divide(r->scratch, all, number_of((long long)n)) : all;
}

struct held parts_held(struct plan_run *r, const struct term *t)
{
    const struct expr *e = t->of;
    const struct criterion *k = e->criterion;
    bool weighted = e->aggregate == AGGREGATE_WEIGHTED_MEAN;
    if (!judge_children(r, &r->plan->criteria[k->index]))
        return held_absent(ABSENCE_UNDEFINED);
    if (weighted) {
        weigh(r, k);
        return number_sign(r->standing[k->index].inside) ? held_number(r, weighted_mean(r, k))
                                                         : held_absent(ABSENCE_NA);
    }
    struct number *part = r->parts;
    size_t n = 0;
    for (size_t i = 0; i < k->children.n; i++)
        if (!r->is[k->children.at[i]->index].dropped)
            part[n++] = score_number(&r->out[k->children.at[i]->index]);
    if (!n)
        return held_absent(ABSENCE_NA);
    if (e->aggregate == AGGREGATE_BEST && e->best < n) {
        qsort(part, n, sizeof *part, best_first);
        n = e->best;
    }
    return held_number(r, put_together(r, e, part, n));
}
