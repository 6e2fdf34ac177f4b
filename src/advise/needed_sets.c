/* Needed, by several criteria together.
 *
 * Every criterion with facts of its own is raised as far as it goes, alone, and its gain is
 * evaluated.  The fewest (or cheapest) criteria whose gains add up to what is missing are then
 * sought, the largest gains first, and the last one of each set is shortened to what is really
 * needed.  Gains of a weighted mean add up exactly; of anything else they are a guess, and the
 * evaluation of the whole set decides. */
#include <stdlib.h>

#include "advise/needing.h"
#include "advise/slopes.h"

enum {
    SEARCHED = 20000, /* sets that are looked at: enough for every case of a few dozen criteria */
    KEPT = 40,        /* sets that are evaluated */
    EXAMINED = 200    /* criteria that are raised, unless more are needed to reach the goal */
};

struct raise {
    const struct criterion *k;
    LIST_OF(struct change) changes;
    struct number gain, cost;
};

struct bundle {
    const struct raise **raise;
    size_t n;
    struct number surplus, cost;
};

struct searching {
    struct needing *w;
    LIST_OF(struct raise) raises; /* the largest gain first */
    struct number *rest;          /* by index: the gains from there on */
    struct number missing;
    const struct raise **chosen;
    size_t looked;
    bool has_cheapest;
    struct number cheapest;
    LIST_OF(struct bundle) found;
};

/* --- one criterion, as far as it goes ----------------------------------------------------- */

static bool is_leaf(const struct criterion *k)
{
    return !k->children.n && k->scorer != SCORER_NONE;
}

/* The first way in which `k` alone scores `goal`. */
static bool way_to(struct needing *w, const struct criterion *k, struct number goal,
                   struct raise *raise)
{
    struct needed out = {.criterion = k};
    struct needing one = *w;
    one.asked = k;
    one.goal = (struct bound){.value = goal};
    one.only = NULL;
    one.out = &out;
    needing_from(&one, k, one.goal);
    if (!out.ways.n)
        return false;
    for (size_t i = 0; i < out.ways.at[0].changes.n; i++)
        LIST_ADD(w->a, &raise->changes, out.ways.at[0].changes.at[i]);
    return true;
}

/* The best score that a criterion with its penalties can have; over where there is none. */
static struct number full_mark(struct needing *w, const struct result *r)
{
    const struct criterion *k = r->criterion;
    struct number most = number_least(w->a, k->cap, number_subtract(w->a, k->high, r->taken));
    return k->round_score->set ? number_round(w->a, most, k->round_score->step, ROUND_DOWN) : most;
}

/* The full mark; where that is out of reach, the highest level or band that is not. */
static bool raise_of(struct needing *w, const struct criterion *k, struct raise *raise)
{
    const struct result *r = outcome_result(w->o, k);
    *raise = (struct raise){.k = k};
    struct number best = full_mark(w, r);
    if (!number_is_over(best) && way_to(w, k, best, raise))
        return true;
    const struct thresholds *t = r->thresholds;
    for (size_t i = t ? t->levels.n : 0; i-- > 0;)
        if (number_order(w->a, t->levels.at[i].score, r->score) > 0 &&
            way_to(w, k, t->levels.at[i].score, raise))
            return true;
    for (size_t i = 0; i < k->steps.n; i++) {
        struct number one_less =
            number_subtract(w->a, full_mark(w, r), number_of((long long)i + 1));
        if (number_order(w->a, one_less, r->score) > 0 && way_to(w, k, one_less, raise))
            return true;
    }
    return false;
}

/* What a raise gains above: by the slopes on the way where everything on it is a mean or a sum,
 * else by an evaluation. */
static struct number gain_of(struct needing *w, const struct raise *raise)
{
    struct arena_mark mark = arena_mark(w->scratch);
    struct number slope = number_of(1), gain = number_of(0);
    bool linear = true;
    for (const struct criterion *k = raise->k; linear && k != w->asked; k = k->parent)
        linear = slope_above(w->scratch, w->o, k, &slope);
    const struct criterion *at = linear ? raise->k : w->asked;
    const struct outcome *o =
        outcome_with(w->scratch, w->o, at, raise->changes.at, raise->changes.n);
    const struct result *now = outcome_result(w->o, at), *then = outcome_result(o, at);
    if (result_has_score(then))
        gain = number_subtract(w->scratch, then->score, now->score);
    if (linear)
        gain = number_multiply(w->scratch, gain, slope);
    gain = number_copy(w->a, gain);
    arena_return(w->scratch, mark);
    return gain;
}

static bool is_inside(const struct criterion *k, const struct criterion *asked)
{
    while (k && k != asked)
        k = k->parent;
    return k;
}

static void add_raise(struct searching *s, struct raise raise)
{
    LIST_ADD(s->w->a, &s->raises, raise);
    struct raise *at = s->raises.at;
    size_t i = s->raises.n - 1;
    for (; i && number_order(s->w->a, at[i - 1].gain, raise.gain) < 0; i--)
        at[i] = at[i - 1];
    at[i] = raise;
}

/* What it could gain at most, before anything is evaluated. */
static struct number potential_of(struct needing *w, const struct criterion *leaf)
{
    const struct result *r = outcome_result(w->o, leaf);
    struct number most = number_subtract(w->a, full_mark(w, r), r->score), slope = number_of(1);
    for (const struct criterion *k = leaf; k != w->asked; k = k->parent)
        if (!slope_above(w->a, w->o, k, &slope))
            return most; /* nobody knows: it is looked at early */
    return number_multiply(w->a, most, slope);
}

struct leaf {
    const struct criterion *k;
    struct number potential;
};

static int by_potential(const void *x, const void *y)
{
    const struct leaf *a = x, *b = y;
    int order = number_order(NULL, b->potential, a->potential);
    return order ? order : (a->k->index > b->k->index) - (a->k->index < b->k->index);
}

/* Raise it, and tell what that gains. */
static struct number raise_one(struct searching *s, const struct criterion *k)
{
    struct needing *w = s->w;
    struct raise raise;
    if (!raise_of(w, k, &raise)) {
        LIST_ADD(w->a, &w->out->blocked, k);
        return number_of(0);
    }
    raise.gain = gain_of(w, &raise);
    raise.cost = number_of(0);
    for (size_t j = 0; j < raise.changes.n; j++)
        raise.cost = number_add(w->a, raise.cost, needing_cost(w, k));
    if (number_sign(raise.gain) > 0)
        add_raise(s, raise);
    return raise.gain;
}
/* The leaves in order of what they could gain; the rest only while these do not suffice, because
 * each takes some evaluations. */
static void collect_raises(struct searching *s)
{
    struct needing *w = s->w;
    const struct model *m = w->o->model;
    struct leaf *leaf = ARENA_ARRAY(w->a, struct leaf, m->criteria.n);
    struct number gains = number_of(0);
    size_t n = 0;
    for (size_t i = 0; i < m->criteria.n; i++) {
        const struct criterion *k = m->criteria.at[i];
        const struct result *r = outcome_result(w->o, k);
        if (is_leaf(k) && is_inside(k, w->asked) && r->status == STATUS_SCORED &&
            result_has_score(r) &&
            (number_is_over(k->cap) || number_order(w->a, r->score, k->cap) < 0))
            leaf[n++] = (struct leaf){k, potential_of(w, k)};
    }
    qsort(leaf, n, sizeof *leaf, by_potential);
    for (size_t i = 0; i < n; i++) {
        if (i >= EXAMINED && number_order(w->a, gains, s->missing) >= 0)
            return;
        gains = number_add(w->a, gains, raise_one(s, leaf[i].k));
    }
}

/* --- sets --------------------------------------------------------------------------------- */

static void keep(struct searching *s, size_t n, struct number gain, struct number cost)
{
    struct arena *a = s->w->a;
    struct bundle bundle = {.raise = ARENA_ARRAY(a, const struct raise *, n),
                            .n = n,
                            .surplus = number_subtract(a, gain, s->missing),
                            .cost = cost};
    for (size_t i = 0; i < n; i++)
        bundle.raise[i] = s->chosen[i];
    if (!s->has_cheapest || number_order(a, cost, s->cheapest) < 0)
        s->cheapest = cost;
    s->has_cheapest = true;
    LIST_ADD(a, &s->found, bundle);
}

/* Whether all raises from `from` on would do. */
static bool can_reach(const struct searching *s, size_t from, struct number gain)
{
    struct number most = number_add(s->w->a, gain, s->rest[from]);
    return number_order(s->w->a, most, s->missing) >= 0;
}

static void sum_rests(struct searching *s)
{
    size_t n = s->raises.n;
    s->rest = ARENA_ARRAY(s->w->a, struct number, n + 1);
    s->rest[n] = number_of(0);
    for (size_t i = n; i-- > 0;)
        s->rest[i] = number_add(s->w->a, s->rest[i + 1], s->raises.at[i].gain);
}

/* Every set that is not dearer than the cheapest one so far, the largest gains first. */
static void search(struct searching *s, size_t from, size_t n, struct number gain,
                   struct number cost)
{
    struct arena *a = s->w->a;
    if (number_order(a, gain, s->missing) >= 0) {
        keep(s, n, gain, cost);
        return;
    }
    for (size_t i = from; i < s->raises.n && s->looked < SEARCHED; i++) {
        const struct raise *r = &s->raises.at[i];
        struct number dearer = number_add(a, cost, r->cost);
        s->looked++;
        if (!can_reach(s, i, gain))
            return;
        if (s->has_cheapest && number_order(a, dearer, s->cheapest) > 0)
            continue;
        s->chosen[n] = r;
        search(s, i + 1, n + 1, number_add(a, gain, r->gain), dearer);
    }
}

/* The cheapest sets, of one cost those that overshoot least. */
static void sort_sets(struct searching *s)
{
    struct arena *a = s->w->a;
    for (size_t i = 1; i < s->found.n; i++) {
        struct bundle one = s->found.at[i];
        size_t j = i;
        for (; j; j--) {
            int order = number_order(a, one.cost, s->found.at[j - 1].cost);
            if (order > 0 ||
                (order == 0 && number_order(a, one.surplus, s->found.at[j - 1].surplus) >= 0))
                break;
            s->found.at[j] = s->found.at[j - 1];
        }
        s->found.at[j] = one;
    }
}

/* All but the last as far as they go, the last only as far as it must. */
static void try_set(struct searching *s, const struct bundle *b)
{
    struct needing *w = s->w;
    LIST_OF(struct change) changes = {0};
    for (size_t i = 0; i + 1 < b->n; i++)
        for (size_t j = 0; j < b->raise[i]->changes.n; j++)
            LIST_ADD(w->a, &changes, b->raise[i]->changes.at[j]);
    const struct raise *last = b->raise[b->n - 1];
    struct needed out = {0};
    struct needing rest = *w;
    rest.o = outcome_with(w->a, w->o, NULL, changes.at, changes.n);
    rest.held = changes.at;
    rest.holds = changes.n;
    rest.only = last->k;
    rest.out = &out;
    needing_from(&rest, w->asked, w->goal);
    bool shorter = out.ways.n > 0;
    const struct change *own = shorter ? out.ways.at[0].changes.at : last->changes.at;
    size_t n = shorter ? out.ways.at[0].changes.n : last->changes.n;
    struct change *all = ARENA_ARRAY(w->a, struct change, changes.n + n);
    for (size_t j = 0; j < changes.n + n; j++)
        all[j] = j < changes.n ? changes.at[j] : own[j - changes.n];
    needing_try(w, all, changes.n + n);
}

static void note_highest(struct searching *s)
{
    struct needing *w = s->w;
    LIST_OF(struct change) all = {0};
    for (size_t i = 0; i < s->raises.n; i++)
        for (size_t j = 0; j < s->raises.at[i].changes.n; j++)
            LIST_ADD(w->a, &all, s->raises.at[i].changes.at[j]);
    const struct outcome *o = outcome_with(w->a, w->o, NULL, all.at, all.n);
    const struct result *r = outcome_result(o, w->asked);
    w->out->highest = result_has_score(r) ? r->score : r->high;
}

void needing_sets(struct needing *w)
{
    const struct result *r = outcome_result(w->o, w->asked);
    struct searching s = {.w = w};
    if (!result_has_score(r))
        return;
    s.missing = number_subtract(w->a, w->goal.value, r->score);
    collect_raises(&s);
    note_highest(&s);
    s.chosen = ARENA_ARRAY(w->a, const struct raise *, s.raises.n + 1);
    sum_rests(&s);
    search(&s, 0, 0, number_of(0), number_of(0));
    sort_sets(&s);
    for (size_t i = 0; i < s.found.n && i < KEPT && w->out->ways.n < NEEDED_SETS; i++)
        try_set(&s, &s.found.at[i]);
}
