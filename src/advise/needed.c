/* Needed: the smallest changes of facts that reach a score. */
#include "advise/needing.h"
#include "advise/slopes.h"

static bool reaches(struct needing *w, const struct change *c, size_t n, struct number *score)
{
    struct arena_mark mark = arena_mark(w->scratch);
    struct change *all = ARENA_ARRAY(w->scratch, struct change, w->holds + n);
    for (size_t i = 0; i < w->holds + n; i++)
        all[i] = i < w->holds ? w->held[i] : c[i - w->holds];
    const struct outcome *o = outcome_with(w->scratch, w->o, w->asked, all, w->holds + n);
    const struct result *r = outcome_result(o, w->asked);
    bool known = result_has_score(r) && (!w->of_scorer || result_has_raw(o, r));
    struct number got = w->of_scorer ? r->raw : r->score;
    bool met = known && !o->troubles.n && bound_met(w->a, w->goal, got);
    if (met)
        *score = number_copy(w->a, r->score);
    arena_return(w->scratch, mark);
    return met;
}

struct number needing_cost(const struct needing *w, const struct criterion *k)
{
    for (; k; k = k->parent)
        for (size_t i = 0; i < w->n; i++)
            if (w->costs[i].of == k)
                return w->costs[i].cost;
    return number_of(1);
}

static bool same_change(struct arena *a, const struct change *x, const struct change *y)
{
    bool same = x->kind == y->kind && x->what.fact && x->what.fact == y->what.fact &&
                x->what.aggregate == y->what.aggregate;
    if (!same || x->kind != CHANGE_DONE)
        return same && number_equal(a, x->to, y->to);
    return x->has_date == y->has_date && x->date.day == y->date.day;
}

static bool has_change(struct arena *a, const struct way *way, const struct change *c)
{
    for (size_t i = 0; i < way->changes.n; i++)
        if (same_change(a, &way->changes.at[i], c))
            return true;
    return false;
}

static bool is_known(const struct needing *w, const struct way *way)
{
    for (size_t i = 0; i < w->out->ways.n; i++) {
        const struct way *known = &w->out->ways.at[i];
        size_t same = 0;
        for (size_t j = 0; j < way->changes.n; j++)
            same += has_change(w->a, known, &way->changes.at[j]);
        if (same == way->changes.n && same == known->changes.n)
            return true;
    }
    return false;
}

/* What serves several criteria at once is one change, and costs once. */
static struct way way_of(struct needing *w, const struct change *c, size_t n)
{
    struct way way = {.cost = number_of(0)};
    for (size_t i = 0; i < n; i++) {
        if (has_change(w->a, &way, &c[i]))
            continue;
        LIST_ADD(w->a, &way.changes, c[i]);
        way.cost = number_add(w->a, way.cost, needing_cost(w, c[i].at));
    }
    return way;
}

/* A change that is calculated for one criterion may be more than is needed where its fact counts in
 * others too: the first unit on the way that is enough, found by halving.  False where what is less
 * is enough for other reasons: a branch of the rules changes on the way. */
static bool shorten(struct needing *w, struct change *c)
{
    struct arena *a = w->a;
    struct number way = number_divide(a, number_subtract(a, c->to, c->from), c->grain), score;
    long long most, few = 0;
    bool down = number_sign(way) < 0;
    way = number_round(a, down ? number_negate(a, way) : way, number_of(1), ROUND_UP);
    if (c->kind == CHANGE_DONE || !number_to_whole(a, way, &most))
        return false;
    struct number far = c->to;
    for (long long many = most; many - few > 1;) {
        long long half = few + (many - few) / 2;
        struct number back = number_multiply(a, c->grain, number_of(most - half));
        struct change tried = *c;
        tried.to = down ? number_add(a, far, back) : number_subtract(a, far, back);
        if (reaches(w, &tried, 1, &score)) {
            many = half;
            c->to = tried.to;
        } else
            few = half;
    }
    return true;
}

void needing_try(struct needing *w, const struct change *c, size_t n)
{
    struct way way = way_of(w, c, n);
    struct change shorter;
    struct number less;
    if (!n || !reaches(w, way.changes.at, way.changes.n, &way.score))
        return;
    if (way.changes.n == 1 && change_shorter(w->a, c, &shorter) && reaches(w, &shorter, 1, &less) &&
        (!shorten(w, &way.changes.at[0]) || !reaches(w, way.changes.at, 1, &way.score)))
        return;
    if (!is_known(w, &way))
        LIST_ADD(w->a, &w->out->ways, way);
}

void needing_formula(struct needing *w, const struct criterion *k, const struct expr *e,
                     struct bound wanted)
{
    struct unknowns u = unknowns_of(w->a, w->o, e);
    for (size_t i = 0; i < u.all.n; i++) {
        struct change c;
        if (!change_for(w->a, w->o, e, u.all.at[i], wanted, &c))
            continue;
        c.at = k;
        needing_try(w, &c, 1);
    }
}

static void from_measure(struct needing *w, const struct criterion *k, struct bound raw)
{
    struct bound measure;
    size_t ways = w->out->ways.n;
    if (goal_of_measure(w->a, outcome_result(w->o, k), raw, &measure) != REACH_BOUND)
        return;
    needing_formula(w, k, k->measure, measure);
    struct change whole = change_of_measure(w->a, w->o, k, measure);
    if (w->out->ways.n == ways && unknowns_of(w->a, w->o, k->measure).any)
        needing_try(w, &whole, 1);
}

/* What a child must score so that its parent's scorer meets `raw`. */
static bool goal_of_child(struct needing *w, const struct criterion *child, struct bound raw,
                          struct bound *goal)
{
    const struct criterion *k = child->parent;
    const struct result *r = outcome_result(w->o, k), *own = outcome_result(w->o, child);
    if (!result_has_score(own) || own->status != STATUS_SCORED)
        return false;
    if (k->scorer == SCORER_FORMULA)
        return solve(w->a, w->o, k->formula, (struct unknown){.part = child}, raw, goal) &&
               !goal->at_most;
    struct number slope = slope_of_child(w->a, w->o, child);
    if (number_sign(slope) <= 0)
        return false;
    struct number miss = number_subtract(w->a, raw.value, r->raw);
    *goal = raw;
    goal->value = number_add(w->a, own->score, number_divide(w->a, miss, slope));
    return true;
}

static bool is_above(const struct criterion *k, const struct criterion *below)
{
    while (below && below != k)
        below = below->parent;
    return below;
}

void needing_from_scorer(struct needing *w, const struct criterion *k, struct bound raw)
{
    switch (k->scorer) {
    case SCORER_LEVELS:
    case SCORER_BANDS:
        from_measure(w, k, raw);
        return;
    case SCORER_STEPS:
        needing_steps(w, k, raw);
        return;
    case SCORER_FORMULA:
        needing_formula(w, k, k->formula, raw);
        break;
    case SCORER_CHILDREN:
    case SCORER_NONE:
        break;
    }
    for (size_t i = 0; i < k->children.n; i++) {
        struct bound of_child;
        const struct criterion *child = k->children.at[i];
        if ((!w->only || is_above(child, w->only)) && goal_of_child(w, child, raw, &of_child))
            needing_from(w, child, of_child);
    }
}

void needing_from(struct needing *w, const struct criterion *k, struct bound goal)
{
    const struct result *r = outcome_result(w->o, k);
    struct bound raw;
    if ((r->status == STATUS_SCORED || r->status == STATUS_INCOMPLETE) &&
        goal_of_scorer(w->a, r, goal, &raw) == REACH_BOUND)
        needing_from_scorer(w, k, raw);
}

static bool is_cheaper(struct needing *w, const struct way *x, const struct way *y)
{
    return number_order(w->a, x->cost, y->cost) < 0;
}

/* Insertion: there are few ways, and equal ones keep their order. */
static void sort_ways(struct needing *w)
{
    struct way *way = w->out->ways.at;
    for (size_t i = 1; i < w->out->ways.n; i++) {
        struct way one = way[i];
        size_t j = i;
        for (; j && is_cheaper(w, &one, &way[j - 1]); j--)
            way[j] = way[j - 1];
        way[j] = one;
    }
}

const struct way *needed_of_scorer(struct arena *a, struct arena *scratch, struct outcome *o,
                                   const struct criterion *k, struct number raw)
{
    struct needed *out = ARENA_NEW(a, struct needed);
    struct needing w = {.a = a,
                        .scratch = scratch,
                        .o = o,
                        .asked = k,
                        .goal = {.value = raw},
                        .of_scorer = true,
                        .out = out};
    *out = (struct needed){.criterion = k};
    needing_from_scorer(&w, k, w.goal);
    return out->ways.n ? &out->ways.at[0] : NULL;
}

struct needed *needed_for(struct arena *a, struct arena *scratch, struct outcome *o,
                          const struct criterion *k, struct number goal, const struct cost *costs,
                          size_t n)
{
    struct needed *out = ARENA_NEW(a, struct needed);
    struct needing w = {.a = a,
                        .scratch = scratch,
                        .o = o,
                        .asked = k,
                        .goal = {.value = goal},
                        .costs = costs,
                        .n = n,
                        .out = out};
    const struct result *r = outcome_result(o, k);
    *out = (struct needed){.criterion = k, .goal = goal, .highest = r->high};
    if (r->status == STATUS_DROPPED || r->status == STATUS_NOT_APPLICABLE) {
        out->state = NEEDED_NOTHING;
        return out;
    }
    if (result_has_score(r) && bound_met(a, w.goal, r->score)) {
        out->state = NEEDED_REACHED;
        return out;
    }
    needing_from(&w, k, w.goal);
    if (!out->ways.n) {
        out->several = true;
        needing_sets(&w);
    }
    sort_ways(&w);
    out->state = out->ways.n ? NEEDED_WAYS : NEEDED_OUT_OF_REACH;
    return out;
}
