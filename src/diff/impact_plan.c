/* How a total is made, over all mixtures of two rule sets.
 *
 * As long as the total, and the groups that it is made of, are plain weighted means, it is
 *
 *     sum(share x score) - what is taken
 *
 * over terms, which are indicators and groups that are made in another way.  The score of a term
 * depends on few changes, shares on those that move weights.  A Shapley value is linear, so the
 * division of the total is the sum of the divisions of the terms.  Where it is no such sum, the
 * total is one term. */
#include "diff/impact.h"

static bool owned(size_t owner)
{
    return owner != NOBODY;
}

/* --- plain means --------------------------------------------------------------------------------
 */

static bool is_plain_side(const struct criterion *k)
{
    return !k || (k->scorer == SCORER_CHILDREN && !k->applies && !k->has_adjust &&
                  k->height != HEIGHT_INDICATOR);
}

/* What a mean inside the total must not have: anything that is done to it. */
static bool is_untouched(const struct criterion *k)
{
    return !k || (!k->penalties.n && !k->has_floor && !k->has_cap && !k->round_score->set);
}

static bool is_plain(const struct mixture *m)
{
    return is_plain_side(m->of[OLDER]) && is_plain_side(m->of[NEWER]) &&
           !owned(m->owner[SLOT_SCORER]) && !owned(m->owner[SLOT_APPLIES]) &&
           !owned(m->owner[SLOT_ADJUST]);
}

static void find_plain(struct hybrid *h, bool *plain)
{
    for (size_t i = 0; i < h->mixtures; i++)
        plain[i] = is_plain(&h->mixture[i]) && (i == 0 || (is_untouched(h->mixture[i].of[OLDER]) &&
                                                           is_untouched(h->mixture[i].of[NEWER])));
    for (bool changed = true; changed;) { /* within what is no plain mean, nothing is one */
        changed = false;
        for (size_t i = 1; i < h->mixtures; i++)
            for (int side = 0; plain[i] && side < SIDES; side++)
                if (h->mixture[i].of[side] && !plain[h->mixture[i].in[side]]) {
                    plain[i] = false;
                    changed = true;
                }
    }
}

/* --- what a score depends on --------------------------------------------------------------------
 */

struct depending {
    struct hybrid *h;
    bool *player; /* found */
    bool *seen;   /* by mixture */
    struct slot_walk walk;
};

static void depend_on(struct depending *d, struct mixture *m);

static void add_owner(struct depending *d, size_t owner)
{
    if (owned(owner))
        d->player[owner] = true;
}

static void add_days(struct depending *d)
{
    add_owner(d, d->h->calendar_owner);
    add_owner(d, d->h->month_ends_owner);
}

static void look_for_scores(void *depending, const struct expr *e)
{
    struct depending *d = depending;
    if (e->kind == EXPR_DAYS || e->kind == EXPR_SHIFT)
        add_days(d);
    if (e->criterion)
        depend_on(d, hybrid_mixture_of(e->criterion));
}

static void depend_on_owners(struct depending *d, const struct mixture *m)
{
    for (enum hybrid_slot s = SLOT_PLACE + 1; s < SLOTS; s++)
        if (s != SLOT_WEIGHT)
            add_owner(d, m->owner[s]);
    for (size_t i = 0; m->step_owner && i < m->of[OLDER]->steps.n; i++)
        for (enum step_slot s = 0; s < STEP_SLOTS; s++)
            add_owner(d, m->step_owner[i][s]);
    for (size_t i = 0; i < m->penalties.n; i++)
        add_owner(d, m->penalties.at[i].owner);
    for (int side = 0; side < SIDES; side++)
        if (m->of[side] && (m->of[side]->steps.n || m->of[side]->penalties.n))
            add_days(d); /* of lateness */
}

static struct mixture *mixture_at(struct depending *d, int side, const struct criterion *k)
{
    return &d->h->mixture[d->h->diff->pair_of[side][k->index]->index];
}

/* With weights by case it may count for nothing, and then has no score. */
static void depend_on_case(struct depending *d, const struct mixture *m)
{
    for (int side = 0; side < SIDES; side++) {
        if (!m->of[side] || !m->of[side]->by_case)
            continue;
        const struct mixture *in = &d->h->mixture[m->in[side]];
        add_owner(d, m->owner[SLOT_WEIGHT]);
        add_owner(d, in->owner[SLOT_CASES]);
        for (int s = 0; s < SIDES; s++)
            if (in->of[s])
                walk_slot(&d->walk, in->of[s], SLOT_CASES);
    }
}

static void depend_on(struct depending *d, struct mixture *m)
{
    size_t at = m->pair->index;
    if (d->seen[at])
        return;
    d->seen[at] = true;
    depend_on_owners(d, m);
    depend_on_case(d, m);
    for (int side = 0; side < SIDES; side++) {
        const struct criterion *k = m->pair->of[side];
        if (m->of[side])
            walk_all(&d->walk, m->of[side]);
        for (size_t i = 0; k && i < k->children.n; i++) {
            struct mixture *child = mixture_at(d, side, k->children.at[i]);
            add_owner(d, child->owner[SLOT_PLACE]);
            add_owner(d, child->owner[SLOT_WEIGHT]);
            depend_on(d, child);
        }
    }
}

static struct depending *begin(struct hybrid *h, bool *player)
{
    struct depending *d = ARENA_NEW(h->arena, struct depending);
    *d = (struct depending){h, player, ARENA_ARRAY(h->arena, bool, h->mixtures), {0}};
    d->walk = walk_in(h->arena, h->bringing->lets.n, look_for_scores, d);
    return d;
}

/* --- the plan -----------------------------------------------------------------------------------
 */

static void add_term(struct hybrid *h, struct plan *p, struct mixture *m)
{
    bool *player = ARENA_ARRAY(h->arena, bool, h->players.n);
    struct term t = {m, ARENA_ARRAY(h->arena, size_t, h->players.n), 0};
    depend_on(begin(h, player), m);
    for (size_t i = 0; i < h->players.n; i++)
        if (player[i])
            t.player[t.players++] = i;
    LIST_ADD(h->arena, &p->terms, t);
}

static bool gives(const struct criterion *k)
{
    return k && k->not_applicable->kind == POLICY_GIVE;
}

/* Who stands in a mean, and how it counts there. */
static void find_weights(struct hybrid *h, struct plan *p, const bool *plain)
{
    struct depending *d = begin(h, p->weighs);
    for (size_t i = 0; i < h->mixtures; i++) {
        const struct mixture *m = &h->mixture[i];
        if (plain[i]) {
            add_owner(d, m->owner[SLOT_CASES]);
            for (int side = 0; side < SIDES; side++)
                if (m->of[side])
                    walk_slot(&d->walk, m->of[side], SLOT_CASES);
        }
        bool counts = (m->of[OLDER] && m->in[OLDER] != NOBODY && plain[m->in[OLDER]]) ||
                      (m->of[NEWER] && m->in[NEWER] != NOBODY && plain[m->in[NEWER]]);
        if (!counts)
            continue;
        add_owner(d, m->owner[SLOT_PLACE]);
        add_owner(d, m->owner[SLOT_WEIGHT]);
        if (gives(m->of[OLDER]) || gives(m->of[NEWER]))
            add_owner(d, m->owner[SLOT_NA]);
    }
}

static void find_taken(struct hybrid *h, struct plan *p)
{
    struct mixture *total = &h->mixture[0];
    struct depending *d = begin(h, p->takes);
    if (total->penalties.n)
        add_days(d);
    for (size_t i = 0; i < total->penalties.n; i++) {
        add_owner(d, total->penalties.at[i].owner);
        for (int side = 0; side < SIDES; side++)
            if (total->penalties.at[i].of[side])
                walk_penalty(&d->walk, total->penalties.at[i].of[side]);
    }
    static const enum hybrid_slot limits[] = {SLOT_SCALE, SLOT_LIMIT, SLOT_ROUND};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (owned(total->owner[limits[i]]))
            p->limits[total->owner[limits[i]]] = true;
}

/* It stands in a plain mean on every side on which it is. */
static bool find_terms(struct hybrid *h, struct plan *p, const bool *plain)
{
    for (size_t i = 1; i < h->mixtures; i++) {
        struct mixture *m = &h->mixture[i];
        size_t in = 0, out = 0;
        for (int side = 0; side < SIDES; side++)
            if (m->of[side])
                ++*(plain[m->in[side]] ? &in : &out);
        if (in && out)
            return false;
        if (in && !plain[i])
            add_term(h, p, m);
    }
    return true;
}

struct plan *impact_plan(struct hybrid *h)
{
    size_t n = h->players.n;
    struct plan *p = ARENA_NEW(h->arena, struct plan);
    p->weighs = ARENA_ARRAY(h->arena, bool, n);
    p->takes = ARENA_ARRAY(h->arena, bool, n);
    p->limits = ARENA_ARRAY(h->arena, bool, n);
    p->touches = ARENA_ARRAY(h->arena, bool, n);
    bool *plain = ARENA_ARRAY(h->arena, bool, h->mixtures);
    find_plain(h, plain);
    depend_on(begin(h, p->touches), &h->mixture[0]);
    p->is_sum = plain[0] && find_terms(h, p, plain);
    if (!p->is_sum)
        return p;
    find_weights(h, p, plain);
    find_taken(h, p);
    return p;
}
