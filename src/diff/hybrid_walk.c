/* What the expressions of a slot read, through lets and formulas. */
#include "diff/hybrid.h"

struct slot_walk walk_in(struct arena *a, size_t lets,
                         void (*look)(void *user, const struct expr *e), void *user)
{
    return (struct slot_walk){
        .a = a, .look = look, .user = user, .let_seen = ARENA_ARRAY(a, size_t, lets), .turn = 0};
}

static void walk_expr(void *walk, const struct expr *e)
{
    struct slot_walk *r = walk;
    r->look(r->user, e);
    if (e->kind == EXPR_LET && r->let_seen[e->let->index] != r->turn) {
        r->let_seen[e->let->index] = r->turn;
        walk_expr(r, e->let->value);
    }
    expr_operands(e, walk_expr, r);
}

static void walk_one(struct slot_walk *r, const struct expr *e)
{
    if (e)
        walk_expr(r, e);
}

void walk_step(struct slot_walk *r, const struct step *s, enum step_slot slot)
{
    r->turn++;
    switch (slot) {
    case STEP_SLOT_ACT:
        walk_one(r, s->when);
        walk_one(r, s->done);
        break;
    case STEP_SLOT_BY:
        walk_one(r, s->by);
        break;
    case STEP_SLOT_LATE:
    case STEP_SLOTS:
        break;
    }
}

void walk_penalty(struct slot_walk *r, const struct penalty *p)
{
    r->turn++;
    penalty_expressions(p, walk_expr, r);
}

static void walk_scorer(struct slot_walk *r, const struct criterion *k)
{
    walk_one(r, k->formula);
    if (k->by)
        cases_expressions(k->by, walk_expr, r);
    for (size_t i = 0; i < k->steps.n; i++)
        for (enum step_slot s = 0; s < STEP_SLOTS; s++)
            walk_step(r, &k->steps.at[i], s);
}

void walk_slot(struct slot_walk *r, const struct criterion *k, enum hybrid_slot slot)
{
    r->turn++;
    switch (slot) {
    case SLOT_APPLIES:
        walk_one(r, k->applies);
        break;
    case SLOT_MEASURE:
        walk_one(r, k->measure);
        break;
    case SLOT_SCORER:
        walk_scorer(r, k);
        break;
    case SLOT_ADJUST:
        for (size_t i = 0; i < k->adjust.n; i++)
            adjust_expressions(&k->adjust.at[i], walk_expr, r);
        break;
    case SLOT_CASES:
        weights_expressions(k, walk_expr, r);
        break;
    case SLOT_PLACE:
    case SLOT_WEIGHT:
    case SLOT_SCALE:
    case SLOT_NA:
    case SLOT_MISSING:
    case SLOT_LIMIT:
    case SLOT_ROUND:
    case SLOTS:
        break;
    }
}

void walk_all(struct slot_walk *r, const struct criterion *k)
{
    for (enum hybrid_slot s = 0; s < SLOTS; s++)
        walk_slot(r, k, s);
    for (size_t i = 0; i < k->penalties.n; i++)
        walk_penalty(r, k->penalties.at[i]);
}
