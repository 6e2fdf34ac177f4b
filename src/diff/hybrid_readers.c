/* What the slots of hybrids read: facts, days of the period, other criteria. */
#include "diff/hybrid_ties.h"

struct looking {
    struct hybrid *h;
    struct mixture *in;
    size_t *owner; /* of the slot that is looked at */
    int side;
    size_t change;           /* that wants the slots in which something is found */
    const struct fact *fact; /* which is this, read as the newer rules read it */
    bool changed;
};

static void look_at_slots(struct looking *l, struct slot_walk *r)
{
    struct mixture *m = l->in;
    const struct criterion *k = m->of[l->side];
    for (enum hybrid_slot s = 0; k && s < SLOTS; s++) {
        l->owner = &m->owner[s];
        if (s != SLOT_SCORER || !m->step_owner)
            walk_slot(r, k, s);
    }
    for (size_t i = 0; k && m->step_owner && i < k->steps.n; i++)
        for (enum step_slot s = 0; s < STEP_SLOTS; s++) {
            l->owner = &m->step_owner[i][s];
            walk_step(r, &k->steps.at[i], s);
        }
    for (size_t i = 0; i < m->penalties.n; i++) {
        l->owner = &m->penalties.at[i].owner;
        if (m->penalties.at[i].of[l->side])
            walk_penalty(r, m->penalties.at[i].of[l->side]);
    }
}

static void look_everywhere(struct looking *l, void (*look)(void *user, const struct expr *e))
{
    struct slot_walk r = walk_in(l->h->arena, l->h->bringing->lets.n, look, l);
    for (size_t i = 0; i < l->h->mixtures; i++) {
        l->in = &l->h->mixture[i];
        look_at_slots(l, &r);
    }
}

static void look_for_fact(void *looking, const struct expr *e)
{
    struct looking *l = looking;
    if (e->fact == l->fact || e->column == l->fact)
        hybrid_own(l->h, l->owner, l->change);
}

void hybrid_own_readers(struct hybrid *h, const struct rule_change *c)
{
    const struct fact *newer = c->side[NEWER].fact;
    struct looking l = {.h = h, .side = NEWER, .change = c->index};
    for (size_t i = 0; i < h->facts.n; i++)
        if (h->facts.at[i].newer == newer)
            l.fact = h->facts.at[i].as;
    for (size_t i = 0; i < h->columns.n; i++)
        if (h->columns.at[i].newer == newer)
            l.fact = h->columns.at[i].as;
    if (l.fact)
        look_everywhere(&l, look_for_fact);
}

static void look_for_period(void *looking, const struct expr *e)
{
    struct looking *l = looking;
    const struct model *m = l->h->diff->model[NEWER];
    if (e->kind == EXPR_RANGE && e->left->literal->kind == VALUE_DATE &&
        e->left->literal->date.day == m->first.day && e->right->literal->kind == VALUE_DATE &&
        e->right->literal->date.day == m->last.day)
        hybrid_own(l->h, l->owner, l->change);
}

void hybrid_own_period(struct hybrid *h, size_t change)
{
    const struct model *const *m = h->diff->model;
    if (m[OLDER]->first.day == m[NEWER]->first.day && m[OLDER]->last.day == m[NEWER]->last.day)
        return;
    look_everywhere(&(struct looking){.h = h, .side = NEWER, .change = change}, look_for_period);
}

/* A formula that names what is not there on the other side goes with it. */
static void look_for_names(void *looking, const struct expr *e)
{
    struct looking *l = looking;
    struct mixture *named = e->criterion ? hybrid_mixture_of(e->criterion) : NULL;
    if (named && named != l->in && is_unpaired(named))
        l->changed = hybrid_tie(l->h, l->owner, &named->owner[SLOT_PLACE]) || l->changed;
}

bool hybrid_tie_names(struct hybrid *h)
{
    struct looking l = {.h = h};
    for (l.side = 0; l.side < SIDES; l.side++)
        look_everywhere(&l, look_for_names);
    return l.changed;
}
