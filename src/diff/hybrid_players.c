/* Which changes are made together, and what each of them changes.
 *
 * First every change gets the slots that it is about; whoever meets in a slot is joined.  Then what
 * must go together is tied until nothing changes any more: no mixture is rules that nobody could
 * write.  Joined changes have one leader, the first of them. */
#include "diff/hybrid_ties.h"

static size_t leader_of(const struct hybrid *h, size_t change)
{
    while (h->leader[change] != change)
        change = h->leader[change];
    return change;
}

static bool join(struct hybrid *h, size_t one, size_t other)
{
    one = leader_of(h, one);
    other = leader_of(h, other);
    if (one == other)
        return false;
    h->leader[one < other ? other : one] = one < other ? one : other;
    return true;
}

bool hybrid_own(struct hybrid *h, size_t *owner, size_t change)
{
    if (change == NOBODY)
        return false;
    if (*owner != NOBODY)
        return join(h, *owner, change);
    *owner = change;
    return true;
}

bool hybrid_tie(struct hybrid *h, size_t *one, size_t *other)
{
    if (*one == NOBODY)
        return hybrid_own(h, one, *other);
    return hybrid_own(h, other, *one);
}

/* --- what a change is about ------------------------------------------------------------------- */

static void own_scorer(struct hybrid *h, struct mixture *m, size_t change)
{
    hybrid_own(h, &m->owner[SLOT_SCORER], change);
    const struct criterion *k = m->step_owner ? m->of[OLDER] : NULL;
    for (size_t i = 0; k && i < k->steps.n; i++)
        for (enum step_slot s = 0; s < STEP_SLOTS; s++)
            hybrid_own(h, &m->step_owner[i][s], change);
}

/* The step that stands in the same place on both sides; else all of them. */
static void own_step(struct hybrid *h, struct mixture *m, const struct rule_change *c,
                     enum step_slot slot)
{
    const struct step *older = c->side[OLDER].step, *newer = c->side[NEWER].step;
    size_t at = older ? (size_t)(older - m->pair->of[OLDER]->steps.at) : 0;
    bool same =
        m->step_owner && older && newer && at == (size_t)(newer - m->pair->of[NEWER]->steps.at);
    if (same)
        hybrid_own(h, &m->step_owner[at][slot], c->index);
    else
        own_scorer(h, m, c->index);
}

static bool is_about_penalty(const struct rule_change *c)
{
    return c->side[OLDER].penalty || c->side[NEWER].penalty;
}

static bool is_about_step(const struct rule_change *c)
{
    return c->side[OLDER].step || c->side[NEWER].step;
}

static void own_penalty(struct hybrid *h, struct mixture *m, const struct rule_change *c)
{
    for (size_t i = 0; i < m->penalties.n; i++) {
        struct mixed_penalty *p = &m->penalties.at[i];
        const struct criterion *const *k = m->pair->of;
        for (int side = 0; side < SIDES; side++)
            for (size_t j = 0; k[side] && p->of[side] && j < k[side]->penalties.n; j++)
                if (c->side[side].penalty == k[side]->penalties.at[j] &&
                    m->of[side]->penalties.at[j] == p->of[side])
                    hybrid_own(h, &p->owner, c->index);
    }
}

/* Added, removed, or in another place. */
static void own_place(struct hybrid *h, struct mixture *m, const struct rule_change *c)
{
    if (is_about_penalty(c))
        own_penalty(h, m, c);
    else if (is_about_step(c))
        own_scorer(h, m, c->index);
    else if (!m->of[OLDER] || !m->of[NEWER] || m->in[OLDER] != m->in[NEWER])
        hybrid_own(h, &m->owner[SLOT_PLACE], c->index);
    else
        hybrid_own(h, &m->owner[SLOT_ADJUST], c->index);
}

static void own_formula(struct hybrid *h, struct mixture *m, const struct rule_change *c)
{
    const struct criterion *older = m->of[OLDER], *newer = m->of[NEWER];
    if (is_about_penalty(c))
        own_penalty(h, m, c);
    else if (is_about_step(c))
        own_step(h, m, c, STEP_SLOT_ACT);
    else {
        hybrid_own(h, &m->owner[SLOT_MEASURE], c->index);
        if ((older && older->formula) || (newer && newer->formula))
            own_scorer(h, m, c->index);
    }
}

static bool has_cases(const struct mixture *m)
{
    return (m->of[OLDER] && m->of[OLDER]->weights) || (m->of[NEWER] && m->of[NEWER]->weights);
}

/* What reaches beyond one criterion. */
static void own_elsewhere(struct hybrid *h, const struct rule_change *c)
{
    switch ((unsigned)c->kind) {
    case DIFF_CALENDAR:
        hybrid_own(h, &h->calendar_owner, c->index);
        break;
    case DIFF_PERIOD:
        if (h->diff->model[OLDER]->month_ends != h->diff->model[NEWER]->month_ends)
            hybrid_own(h, &h->month_ends_owner, c->index);
        hybrid_own_period(h, c->index);
        break;
    case DIFF_FACT_RETYPED:
        hybrid_own_readers(h, c);
        break;
    default:
        break;
    }
}

/* Kinds that are about one slot, whatever else they are. */
static const int slot_of_kind[DIFF_KINDS] = {
    [DIFF_WEIGHT] = SLOT_WEIGHT, [DIFF_SCALE] = SLOT_SCALE,     [DIFF_SCORER] = SLOT_MEASURE,
    [DIFF_ADJUST] = SLOT_ADJUST, [DIFF_LIMIT] = SLOT_LIMIT,     [DIFF_APPLIES] = SLOT_APPLIES,
    [DIFF_NA_POLICY] = SLOT_NA,  [DIFF_MISSING] = SLOT_MISSING, [DIFF_ROUNDING] = SLOT_ROUND,
};

/* Facts that come or go change nothing by themselves: what reads them is a change of its own. */
static void own_slots(struct hybrid *h, const struct rule_change *c)
{
    struct mixture *m = &h->mixture[c->pair->index];
    if (slot_of_kind[c->kind])
        hybrid_own(h, &m->owner[slot_of_kind[c->kind]], c->index);
    switch ((unsigned)c->kind) {
    case DIFF_ADDED:
    case DIFF_REMOVED:
    case DIFF_MOVED:
        own_place(h, m, c);
        break;
    case DIFF_WEIGHT:
        if (has_cases(m))
            hybrid_own(h, &m->owner[SLOT_CASES], c->index);
        break;
    case DIFF_SCORER:
    case DIFF_LEVEL:
    case DIFF_BAND:
        own_scorer(h, m, c->index);
        break;
    case DIFF_STEP:
        own_step(h, m, c, STEP_SLOT_ACT);
        break;
    case DIFF_EVIDENCE:
        if (is_about_step(c))
            own_step(h, m, c, STEP_SLOT_ACT);
        break;
    case DIFF_DEADLINE:
        own_step(h, m, c, STEP_SLOT_BY);
        break;
    case DIFF_LATE:
        own_step(h, m, c, STEP_SLOT_LATE);
        break;
    case DIFF_PENALTY:
        own_penalty(h, m, c);
        break;
    case DIFF_FORMULA:
    case DIFF_FILTER:
        own_formula(h, m, c);
        break;
    default:
        own_elsewhere(h, c);
        break;
    }
}

/* --- from owners to players ------------------------------------------------------------------- */

typedef void owner_visit(struct hybrid *h, size_t *owner, size_t *player);

static void each_owner(struct hybrid *h, owner_visit *visit, size_t *player)
{
    for (size_t i = 0; i < h->mixtures; i++) {
        struct mixture *m = &h->mixture[i];
        for (enum hybrid_slot s = 0; s < SLOTS; s++)
            visit(h, &m->owner[s], player);
        for (size_t j = 0; m->step_owner && j < m->of[OLDER]->steps.n; j++)
            for (enum step_slot s = 0; s < STEP_SLOTS; s++)
                visit(h, &m->step_owner[j][s], player);
        for (size_t j = 0; j < m->penalties.n; j++)
            visit(h, &m->penalties.at[j].owner, player);
    }
    visit(h, &h->calendar_owner, player);
    visit(h, &h->month_ends_owner, player);
}

static void note_leader(struct hybrid *h, size_t *owner, size_t *player)
{
    if (*owner != NOBODY)
        player[leader_of(h, *owner)] = 0;
}

static void settle_owner(struct hybrid *h, size_t *owner, size_t *player)
{
    if (*owner != NOBODY)
        *owner = player[leader_of(h, *owner)];
}

/* Who leads and owns something is a player, in the order of the changes. */
static void number_players(struct hybrid *h, size_t *player)
{
    for (size_t i = 0; i < h->diff->changes.n; i++) {
        size_t leader = leader_of(h, i);
        if (player[leader] == NOBODY)
            continue;
        if (leader == i) {
            struct player *p = ARENA_NEW(h->arena, struct player);
            p->index = player[i] = h->players.n;
            LIST_ADD(h->arena, &h->players, p);
        }
        LIST_ADD(h->arena, &h->players.at[player[leader]]->changes, h->diff->changes.at[i]);
    }
}

void hybrid_find_players(struct hybrid *h)
{
    const struct diff *d = h->diff;
    size_t *player = ARENA_ARRAY(h->arena, size_t, d->changes.n);
    h->leader = ARENA_ARRAY(h->arena, size_t, d->changes.n);
    h->calendar_owner = h->month_ends_owner = NOBODY;
    for (size_t i = 0; i < d->changes.n; i++) {
        h->leader[i] = i;
        player[i] = NOBODY;
    }
    for (size_t i = 0; i < d->changes.n; i++)
        own_slots(h, d->changes.at[i]);
    hybrid_tie_all(h);
    each_owner(h, note_leader, player);
    number_players(h, player);
    each_owner(h, settle_owner, player);
}
