/* Weights as the rules declare them, some of them by case. */
#include "eval/run.h"

/* An n/a condition counted as no, and no row was left: nothing is known of it. */
static const struct cause *cause_of(struct run *r, struct value v)
{
    struct cause c = *v.cause;
    if (c.absence == ABSENCE_NA)
        c.absence = ABSENCE_UNDEFINED;
    return value_absent(r->a, c).cause;
}

const struct weights_now *weights_now(struct run *r, const struct criterion *k)
{
    struct result *out = &r->out->result[k->index];
    if (!k->weights || out->weights)
        return out->weights;
    const struct cases *cases = k->weights->cases;
    struct weights_now *now = ARENA_NEW(r->a, struct weights_now);
    struct value absent;
    now->may = ARENA_ARRAY(r->a, bool, cases->rows.n);
    now->known = case_holds(r, cases, &now->row, &absent);
    if (now->known)
        now->may[now->row] = true;
    else {
        now->cause = cause_of(r, absent);
        case_may_hold(r, cases, now->may);
    }
    out->weights = now;
    return now;
}

/* How many of the rows that may hold give it a weight, and how many none. */
static void count_rows(struct run *r, const struct criterion *k, size_t *some, size_t *none)
{
    const struct weights_now *now = weights_now(r, k->parent);
    *some = *none = 0;
    for (size_t i = 0; i < k->parent->weights->cases->rows.n; i++)
        if (now->may[i])
            ++*(number_sign(weights_points(k->parent->weights, i, k)) ? some : none);
}

bool weighs_nothing(struct run *r, const struct criterion *k)
{
    size_t some, none;
    if (!k->by_case)
        return false;
    count_rows(r, k, &some, &none);
    return none && !some;
}

bool may_weigh_nothing(struct run *r, const struct criterion *k)
{
    size_t some, none;
    if (!k->by_case)
        return false;
    count_rows(r, k, &some, &none);
    return none && some;
}

/* Of the rows that may hold; `open` when they differ. */
static struct number points_by_case(struct run *r, const struct criterion *k, bool *open)
{
    const struct weights *w = k->parent->weights;
    const struct weights_now *now = weights_now(r, k->parent);
    const struct number *points = NULL;
    for (size_t i = 0; i < w->cases->rows.n; i++) {
        const struct number *row = &w->points.at[i * w->of.n + k->column];
        if (!now->may[i])
            continue;
        *open = *open || (points && !number_equal(r->a, *points, *row));
        points = row;
    }
    return points ? *points : number_of(0);
}

/* All that are by case, in the rows that may hold: they can differ and still have the same sum. */
static struct number sum_by_case(struct run *r, const struct criterion *k, bool *open)
{
    const struct weights *w = k->weights;
    const struct weights_now *now = weights_now(r, k);
    struct number all = number_of(0);
    bool any = false;
    for (size_t i = 0; i < w->cases->rows.n; i++) {
        struct number sum = number_of(0);
        for (size_t j = 0; now->may[i] && j < w->of.n; j++)
            sum = number_add(r->a, sum, weights_points(w, i, w->of.at[j]));
        *open = *open || (any && now->may[i] && !number_equal(r->a, all, sum));
        if (now->may[i])
            all = sum;
        any = any || now->may[i];
    }
    return all;
}

static struct number declared_inside(struct run *r, const struct criterion *k, bool *open)
{
    struct number sum = k->weights ? sum_by_case(r, k, open) : number_of(0);
    for (size_t i = 0; i < k->children.n; i++)
        if (!k->children.at[i]->by_case)
            sum = number_add(r->a, sum, declared_points(r, k->children.at[i], open));
    return sum;
}

struct number declared_points(struct run *r, const struct criterion *k, bool *open)
{
    if (k->by_case)
        return points_by_case(r, k, open);
    return criterion_sums_points(k) ? declared_inside(r, k, open) : k->points;
}

void weigh_as_declared(struct run *r)
{
    r->out->result[0].weight = number_of(1);
    for (size_t i = 0; i < r->m->criteria.n; i++) {
        const struct criterion *k = r->m->criteria.at[i];
        const struct result *parent = &r->out->result[i];
        bool inside_open = parent->weight_open;
        weights_now(r, k); /* also of what was not looked into: who asks later finds it */
        if (k->scorer != SCORER_CHILDREN)
            continue;
        struct number inside = declared_inside(r, k, &inside_open);
        for (size_t j = 0; j < k->children.n; j++) {
            struct result *child = &r->out->result[k->children.at[j]->index];
            child->weight_open = inside_open;
            struct number own = declared_points(r, k->children.at[j], &child->weight_open);
            child->weight = number_multiply(r->a, parent->weight, number_divide(r->a, own, inside));
        }
    }
}
