/* What must be changed together, so that every mixture is rules that could be written. */
#include "diff/hybrid_ties.h"

/* --- within a criterion -------------------------------------------------------------------------
 */

static bool same_policy(struct hybrid *h, const struct policy *x, const struct policy *y)
{
    return x->kind == y->kind && x->receiver == y->receiver &&
           (x->kind != POLICY_SCORE || number_equal(h->arena, x->score, y->score));
}

static bool same_rounding(struct hybrid *h, const struct rounding *x, const struct rounding *y)
{
    return x->set == y->set &&
           (!x->set || (x->mode == y->mode && number_equal(h->arena, x->step, y->step)));
}

static bool says_the_same(struct hybrid *h, const struct mixture *m, enum hybrid_slot slot)
{
    const struct criterion *x = m->of[OLDER], *y = m->of[NEWER];
    switch ((unsigned)slot) {
    case SLOT_SCALE:
        return criterion_same_scale(h->arena, x, y);
    case SLOT_NA:
        return same_policy(h, x->not_applicable, y->not_applicable);
    case SLOT_MISSING:
        return same_policy(h, x->missing, y->missing);
    case SLOT_ROUND:
        return same_rounding(h, x->round_measure, y->round_measure) &&
               same_rounding(h, x->round_score, y->round_score);
    default:
        return true;
    }
}

/* What is handed down differs because it was changed further out. */
static bool tie_inherited(struct hybrid *h, struct mixture *m)
{
    static const enum hybrid_slot handed_down[] = {SLOT_SCALE, SLOT_NA, SLOT_MISSING, SLOT_ROUND};
    bool changed = false;
    for (size_t i = 0; i < sizeof handed_down / sizeof *handed_down; i++) {
        enum hybrid_slot s = handed_down[i];
        if (is_unpaired(m) || m->owner[s] != NOBODY || says_the_same(h, m, s))
            continue;
        size_t at = m->in[NEWER];
        while (at != NOBODY && h->mixture[at].owner[s] == NOBODY)
            at = h->mixture[at].in[NEWER];
        if (at != NOBODY)
            changed = hybrid_own(h, &m->owner[s], h->mixture[at].owner[s]) || changed;
    }
    return changed;
}

static bool measures_alike(const struct criterion *x, const struct criterion *y)
{
    if (!x->measure || !y->measure)
        return !x->measure && !y->measure;
    return x->percent == y->percent &&
           dimension_equal(x->measure->type.dimension, y->measure->type.dimension);
}

static bool tie_scorer(struct hybrid *h, struct mixture *m)
{
    bool changed = false;
    size_t *owner = m->owner;
    if (!measures_alike(m->of[OLDER], m->of[NEWER]))
        changed = hybrid_tie(h, &owner[SLOT_MEASURE], &owner[SLOT_SCORER]);
    if (owner[SLOT_SCALE] != NOBODY) {
        changed = hybrid_tie(h, &owner[SLOT_SCALE], &owner[SLOT_SCORER]) || changed;
        changed = hybrid_tie(h, &owner[SLOT_SCALE], &owner[SLOT_LIMIT]) || changed;
    }
    return changed;
}

static bool tie_steps(struct hybrid *h, struct mixture *m)
{
    const struct criterion *x = m->of[OLDER], *y = m->of[NEWER];
    bool changed = false;
    size_t *points = NULL;
    for (size_t i = 0; m->step_owner && i < x->steps.n; i++) {
        const struct step *older = &x->steps.at[i], *newer = &y->steps.at[i];
        size_t *owner = m->step_owner[i];
        for (enum step_slot s = 0; m->owner[SLOT_SCORER] != NOBODY && s < STEP_SLOTS; s++)
            changed = hybrid_tie(h, &m->owner[SLOT_SCORER], &owner[s]) || changed;
        if (!older->by != !newer->by) {
            changed = hybrid_tie(h, &owner[STEP_SLOT_BY], &owner[STEP_SLOT_ACT]) || changed;
            changed = hybrid_tie(h, &owner[STEP_SLOT_BY], &owner[STEP_SLOT_LATE]) || changed;
        }
        if (number_equal(h->arena, older->points, newer->points))
            continue;
        points = points ? points : &owner[STEP_SLOT_ACT];
        changed = hybrid_tie(h, points, &owner[STEP_SLOT_ACT]) || changed;
    }
    if (points && x->step_points != y->step_points)
        changed = hybrid_tie(h, points, &m->owner[SLOT_SCORER]) || changed;
    return changed;
}

/* Lines of `adjust` stand in the place of penalties, limits and rounding. */
static bool tie_changes(struct hybrid *h, struct mixture *m)
{
    size_t *owner = m->owner;
    if (m->of[OLDER]->has_adjust == m->of[NEWER]->has_adjust)
        return false;
    bool changed = hybrid_tie(h, &owner[SLOT_ADJUST], &owner[SLOT_LIMIT]);
    changed = hybrid_tie(h, &owner[SLOT_ADJUST], &owner[SLOT_ROUND]) || changed;
    for (size_t i = 0; i < m->penalties.n; i++)
        changed = hybrid_tie(h, &owner[SLOT_ADJUST], &m->penalties.at[i].owner) || changed;
    return changed;
}

/* --- among criteria -----------------------------------------------------------------------------
 */

static struct mixture *child_of(struct hybrid *h, const struct mixture *m, int side, size_t i)
{
    const struct criterion *child = m->pair->of[side]->children.at[i];
    return &h->mixture[h->diff->pair_of[side][child->index]->index];
}

static size_t children_of(const struct mixture *m, int side)
{
    return m->of[side] ? m->of[side]->children.n : 0;
}

/* Weights that add up to 100 %, or are given by case, are one whole; and where some have points all
 * must. */
static bool weights_are_whole(struct hybrid *h, const struct mixture *m)
{
    bool whole = false, places = false, points = false;
    for (int side = 0; side < SIDES; side++) {
        whole = whole || (m->of[side] && m->of[side]->weights);
        for (size_t i = 0; i < children_of(m, side); i++) {
            const struct mixture *child = child_of(h, m, side, i);
            whole = whole || child->of[side]->by_weight;
            places = places || child->owner[SLOT_PLACE] != NOBODY;
            points = points || (!is_unpaired(child) &&
                                child->of[OLDER]->has_points != child->of[NEWER]->has_points);
        }
    }
    return whole || (places && points);
}

static bool tie_weights(struct hybrid *h, struct mixture *m)
{
    bool changed = false, whole = weights_are_whole(h, m);
    bool scorer = !is_unpaired(m) && m->of[OLDER]->weighs != m->of[NEWER]->weighs;
    bool emptied = !children_of(m, OLDER) != !children_of(m, NEWER);
    for (int side = 0; side < SIDES; side++)
        for (size_t i = 0; i < children_of(m, side); i++) {
            struct mixture *child = child_of(h, m, side, i);
            size_t *weight = &child->owner[SLOT_WEIGHT], *place = &child->owner[SLOT_PLACE];
            if (whole)
                changed = hybrid_tie(h, &m->owner[SLOT_CASES], weight) || changed;
            if (whole && *place != NOBODY)
                changed = hybrid_tie(h, weight, place) || changed;
            if (scorer)
                changed = hybrid_tie(h, &m->owner[SLOT_SCORER], weight) || changed;
            if (emptied && !is_unpaired(m))
                changed = hybrid_tie(h, &m->owner[SLOT_SCORER], place) || changed;
        }
    return changed;
}

static bool sums_points(const struct mixture *m)
{
    return (m->of[OLDER] && criterion_sums_points(m->of[OLDER])) ||
           (m->of[NEWER] && criterion_sums_points(m->of[NEWER]));
}

/* Whoever changes what a group without points of its own weighs. */
static bool tie_sums(struct hybrid *h, const struct mixture *m, size_t *weight)
{
    bool changed = false;
    for (int side = 0; sums_points(m) && side < SIDES; side++)
        for (size_t i = 0; i < children_of(m, side); i++) {
            struct mixture *child = child_of(h, m, side, i);
            if (child->owner[SLOT_WEIGHT] != NOBODY)
                changed = hybrid_tie(h, weight, &child->owner[SLOT_WEIGHT]) || changed;
            if (child->owner[SLOT_PLACE] != NOBODY)
                changed = hybrid_tie(h, weight, &child->owner[SLOT_PLACE]) || changed;
            changed = tie_sums(h, child, weight) || changed;
        }
    return changed;
}

/* Points that differ, and weigh the same as long as all of their neighbours do, are no change: but
 * they are part of one that moves the points of a neighbour. */
static bool tie_scaled(struct hybrid *h, struct mixture *m)
{
    bool changed = false;
    for (size_t i = 0; !is_unpaired(m) && i < children_of(m, NEWER); i++) {
        struct mixture *child = child_of(h, m, NEWER, i);
        const struct criterion *x = child->of[OLDER], *y = child->of[NEWER];
        if (!x || !x->has_points || !y->has_points || number_equal(h->arena, x->points, y->points))
            continue;
        for (size_t k = 0; k < children_of(m, NEWER); k++)
            changed = tie_sums(h, child_of(h, m, NEWER, k), &child->owner[SLOT_WEIGHT]) || changed;
    }
    return changed;
}

/* What stands in something that is on one side only comes and goes with it. */
static bool tie_place(struct hybrid *h, struct mixture *m)
{
    bool changed = false;
    if (!is_unpaired(m) && m->in[OLDER] == m->in[NEWER])
        return false;
    for (int side = 0; side < SIDES; side++)
        if (m->in[side] != NOBODY && is_unpaired(&h->mixture[m->in[side]]))
            changed =
                hybrid_tie(h, &m->owner[SLOT_PLACE], &h->mixture[m->in[side]].owner[SLOT_PLACE]) ||
                changed;
    return changed;
}

static bool has_moved(const struct mixture *m)
{
    return is_unpaired(m) || m->in[OLDER] != m->in[NEWER];
}

static bool gives(const struct mixture *m)
{
    return (m->of[OLDER] && m->of[OLDER]->not_applicable->receiver) ||
           (m->of[NEWER] && m->of[NEWER]->not_applicable->receiver);
}

/* Weight is given to a neighbour; who may give it on changes with the giver, lest it goes round in
 * a circle. */
static bool tie_gift(struct hybrid *h, struct mixture *m)
{
    bool changed = false;
    for (int side = 0; side < SIDES; side++) {
        const struct criterion *to = m->of[side] ? m->of[side]->not_applicable->receiver : NULL;
        if (to && has_moved(hybrid_mixture_of(to)))
            changed =
                hybrid_tie(h, &m->owner[SLOT_NA], &hybrid_mixture_of(to)->owner[SLOT_PLACE]) ||
                changed;
        if (to && gives(hybrid_mixture_of(to)))
            changed = hybrid_tie(h, &m->owner[SLOT_NA], &hybrid_mixture_of(to)->owner[SLOT_NA]) ||
                      changed;
        if (to && has_moved(m))
            changed = hybrid_tie(h, &m->owner[SLOT_NA], &m->owner[SLOT_PLACE]) || changed;
    }
    return changed;
}

void hybrid_tie_all(struct hybrid *h)
{
    for (bool changed = true; changed;) {
        changed = hybrid_tie_names(h);
        for (size_t i = 0; i < h->mixtures; i++) {
            struct mixture *m = &h->mixture[i];
            if (!is_unpaired(m)) {
                changed = tie_inherited(h, m) || changed;
                changed = tie_scorer(h, m) || changed;
                changed = tie_steps(h, m) || changed;
                changed = tie_changes(h, m) || changed;
            }
            changed = tie_weights(h, m) || changed;
            changed = tie_scaled(h, m) || changed;
            changed = tie_place(h, m) || changed;
            changed = tie_gift(h, m) || changed;
        }
    }
}
