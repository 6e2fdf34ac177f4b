/* Rules between two years: the model with some of the changes made.
 *
 * Making changes rebuilds the criteria that they touch: the older one, with what the newer one says
 * in the slots whose owners are made. */
#include <string.h>

#include "diff/hybrid.h"

/* --- one criterion ---------------------------------------------------------------------------- */

static bool is_made(const struct hybrid *h, size_t owner)
{
    return owner == NOBODY ? h->rest : h->made[owner];
}

static void take_scorer(struct criterion *k, const struct criterion *newer)
{
    k->scorer = newer->scorer;
    k->by = newer->by;
    k->thresholds.at = newer->thresholds.at;
    k->thresholds.n = newer->thresholds.n;
    k->steps.at = newer->steps.at;
    k->steps.n = newer->steps.n;
    k->independent = newer->independent;
    k->step_points = newer->step_points;
    k->points_in_all = newer->points_in_all;
    k->formula = newer->formula;
    k->weighs = newer->weighs;
}

static void take_slot(struct criterion *k, const struct criterion *newer, enum hybrid_slot slot)
{
    switch (slot) {
    case SLOT_PLACE: /* see find_places */
        break;
    case SLOT_WEIGHT:
        k->has_points = newer->has_points;
        k->by_weight = newer->by_weight;
        k->points = newer->points;
        k->by_case = newer->by_case;
        k->column = newer->column;
        break;
    case SLOT_CASES:
        k->weights = newer->weights;
        break;
    case SLOT_SCALE:
        k->has_own_scale = newer->has_own_scale;
        k->low = newer->low;
        k->high = newer->high;
        break;
    case SLOT_APPLIES:
        k->applies = newer->applies;
        break;
    case SLOT_NA:
        k->not_applicable = newer->not_applicable;
        k->not_applicable_own = newer->not_applicable_own;
        break;
    case SLOT_MISSING:
        k->missing = newer->missing;
        k->missing_own = newer->missing_own;
        break;
    case SLOT_MEASURE:
        k->measure = newer->measure;
        k->percent = newer->percent;
        break;
    case SLOT_SCORER:
        take_scorer(k, newer);
        break;
    case SLOT_ADJUST:
        k->has_adjust = newer->has_adjust;
        k->adjust.at = newer->adjust.at;
        k->adjust.n = newer->adjust.n;
        break;
    case SLOT_LIMIT:
        k->has_floor = newer->has_floor;
        k->has_cap = newer->has_cap;
        k->floor = newer->floor;
        k->cap = newer->cap;
        break;
    case SLOT_ROUND:
        k->round_measure = newer->round_measure;
        k->round_score = newer->round_score;
        break;
    case SLOTS:
        break;
    }
}

static void take_steps(const struct hybrid *h, struct mixture *m)
{
    struct criterion *k = &m->now;
    if (!m->step_owner || !m->of[OLDER] || !m->of[NEWER])
        return;
    memcpy(m->steps, m->of[OLDER]->steps.at, k->steps.n * sizeof *m->steps);
    k->steps.at = m->steps;
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct step *newer = &m->of[NEWER]->steps.at[i], older = m->steps[i];
        struct step *s = &m->steps[i];
        if (is_made(h, m->step_owner[i][STEP_SLOT_ACT])) {
            *s = *newer;
            s->by = older.by;
            s->is_late = older.is_late;
            s->late_each = older.late_each;
            s->late_unit = older.late_unit;
        }
        if (is_made(h, m->step_owner[i][STEP_SLOT_BY]))
            s->by = newer->by;
        if (!is_made(h, m->step_owner[i][STEP_SLOT_LATE]))
            continue;
        s->is_late = newer->is_late;
        s->late_each = newer->late_each;
        s->late_unit = newer->late_unit;
    }
}

/* In the order of the older rules, then what is new. */
static void take_penalties(const struct hybrid *h, struct mixture *m)
{
    struct criterion *k = &m->now;
    k->penalties.n = 0;
    for (size_t i = 0; i < m->penalties.n; i++) {
        const struct mixed_penalty *p = &m->penalties.at[i];
        const struct penalty *chosen = p->of[is_made(h, p->owner)];
        if (chosen)
            k->penalties.at[k->penalties.n++] = (struct penalty *)(uintptr_t)chosen;
    }
}

/* Where no floor or cap is declared it is the end of the scale. */
static void settle_limits(struct criterion *k)
{
    k->floor = k->has_floor ? k->floor : k->low;
    k->cap = k->has_cap ? k->cap : k->high;
}

static void rebuild(const struct hybrid *h, struct mixture *m)
{
    struct criterion was = m->now, *k = &m->now;
    const struct criterion *one = m->of[m->of[OLDER] ? OLDER : NEWER];
    *k = *one;
    k->index = was.index;
    k->parent = was.parent;
    k->children.at = was.children.at;
    k->children.n = was.children.n;
    k->children.room = was.children.room;
    k->penalties.at = was.penalties.at;
    for (enum hybrid_slot s = 0; m->of[OLDER] && m->of[NEWER] && s < SLOTS; s++)
        if (is_made(h, m->owner[s]))
            take_slot(k, m->of[NEWER], s);
    take_steps(h, m);
    take_penalties(h, m);
    settle_limits(k);
    for (enum mark mark = 0; h->rest && m->of[NEWER] && mark < MARKS; mark++)
        k->marks[mark] = m->of[NEWER]->marks[mark];
    m->dirty = false;
}

/* --- places ----------------------------------------------------------------------------------- */

static bool is_there(const struct hybrid *h, const struct mixture *m)
{
    return m->of[is_made(h, m->owner[SLOT_PLACE])] || (m->of[OLDER] && m->of[NEWER]);
}

static size_t stands_in(const struct hybrid *h, const struct mixture *m)
{
    if (!m->of[OLDER] || !m->of[NEWER])
        return m->in[m->of[OLDER] ? OLDER : NEWER];
    return m->in[is_made(h, m->owner[SLOT_PLACE])];
}

static void number_below(struct hybrid *h, struct criterion *k)
{
    k->index = h->model.criteria.n;
    LIST_ADD(h->arena, &h->model.criteria, k);
    for (size_t i = 0; i < k->children.n; i++)
        number_below(h, k->children.at[i]);
}

/* What is not there stands behind all others: it can be evaluated for itself. */
static void find_places(struct hybrid *h)
{
    h->model.criteria.n = 0;
    for (size_t i = 0; i < h->mixtures; i++)
        h->mixture[i].now.children.n = 0;
    for (size_t i = 0; i < h->mixtures; i++) {
        struct mixture *m = &h->mixture[i];
        size_t in = stands_in(h, m);
        m->now.parent = in == NOBODY ? NULL : &h->mixture[in].now;
        if (m->now.parent && is_there(h, m))
            LIST_ADD(h->arena, &m->now.parent->children, &m->now);
    }
    number_below(h, &h->mixture[0].now);
    for (size_t i = 1; i < h->mixtures; i++)
        if (!is_there(h, &h->mixture[i]))
            number_below(h, &h->mixture[i].now);
    h->whole_order = false;
}

/* A group without points of its own has those of what is in it, and who stands alone needs none. */
static void sum_points(struct hybrid *h)
{
    for (size_t i = h->model.criteria.n; i-- > 0;) {
        struct criterion *k = h->model.criteria.at[i];
        if (!criterion_sums_points(k))
            continue;
        k->points = number_of(0);
        for (size_t j = 0; j < k->children.n; j++)
            k->points = number_add(h->arena, k->points, k->children.at[j]->points);
    }
}

/* A calendar that nobody changed is that of the older year, whose days the facts have. */
static void choose_days(struct hybrid *h)
{
    const struct model *older = h->diff->model[OLDER], *newer = h->diff->model[NEWER];
    bool calendar = h->calendar_owner != NOBODY && is_made(h, h->calendar_owner);
    bool ends = h->month_ends_owner != NOBODY && is_made(h, h->month_ends_owner);
    h->model.calendar = calendar || !older->calendar ? newer->calendar : older->calendar;
    h->model.month_ends =
        ends || older->month_ends == MONTHS_UNSAID ? newer->month_ends : older->month_ends;
}

static void finish(struct hybrid *h)
{
    for (size_t i = 0; i < h->mixtures; i++)
        if (h->mixture[i].dirty)
            rebuild(h, &h->mixture[i]);
    if (h->whole_order)
        find_places(h);
    sum_points(h);
    choose_days(h);
}

static bool owns_any(const struct mixture *m, size_t player, bool *place)
{
    bool any = false;
    for (enum hybrid_slot s = 0; s < SLOTS; s++)
        any = any || m->owner[s] == player;
    for (size_t i = 0; m->step_owner && i < m->of[OLDER]->steps.n; i++)
        for (enum step_slot s = 0; s < STEP_SLOTS; s++)
            any = any || m->step_owner[i][s] == player;
    for (size_t i = 0; i < m->penalties.n; i++)
        any = any || m->penalties.at[i].owner == player;
    *place = *place || m->owner[SLOT_PLACE] == player;
    return any;
}

static void turn(struct hybrid *h, size_t player)
{
    h->made[player] = !h->made[player];
    for (size_t i = 0; i < h->mixtures; i++)
        if (owns_any(&h->mixture[i], player, &h->whole_order))
            h->mixture[i].dirty = true;
}

static void turn_rest(struct hybrid *h, bool rest)
{
    if (h->rest == rest)
        return;
    h->rest = rest;
    h->whole_order = true;
    for (size_t i = 0; i < h->mixtures; i++)
        h->mixture[i].dirty = true;
}

const struct model *hybrid_make(struct hybrid *h, const bool *made)
{
    turn_rest(h, false);
    for (size_t i = 0; i < h->players.n; i++)
        if (h->made[i] != made[i])
            turn(h, i);
    finish(h);
    return &h->model;
}

static const struct model *make_all(struct hybrid *h, bool made, bool rest)
{
    turn_rest(h, rest);
    for (size_t i = 0; i < h->players.n; i++)
        if (h->made[i] != made)
            turn(h, i);
    finish(h);
    return &h->model;
}

const struct model *hybrid_make_changes(struct hybrid *h)
{
    return make_all(h, true, false);
}

const struct model *hybrid_make_side(struct hybrid *h, int side)
{
    return make_all(h, side == NEWER, side == NEWER);
}

const struct criterion *hybrid_criterion(const struct hybrid *h, const struct pair *p)
{
    return &h->mixture[p->index].now;
}

struct hybrid *hybrid_of(struct arena *a, const struct diff *d)
{
    struct hybrid *h = ARENA_NEW(a, struct hybrid);
    *h = (struct hybrid){.arena = a, .diff = d, .whole_order = true};
    hybrid_bring_facts(h);
    hybrid_bring_criteria(h);
    hybrid_find_players(h);
    h->made = ARENA_ARRAY(a, bool, h->players.n);
    h->model = h->reading;
    h->model.criteria.at = NULL;
    h->model.criteria.n = h->model.criteria.room = 0;
    h->model.lets.at = h->bringing->lets.at;
    h->model.lets.n = h->bringing->lets.n;
    h->model.cells = d->model[OLDER]->cells + d->model[NEWER]->cells;
    for (size_t i = 0; i < h->mixtures; i++) {
        struct mixture *m = &h->mixture[i];
        m->now.penalties.at = ARENA_ARRAY(a, struct penalty *, m->penalties.n);
        m->dirty = true;
    }
    return h;
}
