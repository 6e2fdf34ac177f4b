/* What the expressions of a slot read, through lets and formulas. */
#include "diff/hybrid.h"

struct reach reach_in(struct arena *a, size_t lets, void (*look)(void *user, const struct expr *e),
                      void *user)
{
    return (struct reach){.a = a,
                          .look = look,
                          .user = user,
                          .let_seen = ARENA_ARRAY(a, size_t, lets),
                          .turn = 0};
}

static void reach_expr(void *reach, const struct expr *e)
{
    struct reach *r = reach;
    r->look(r->user, e);
    if (e->kind == EXPR_LET && r->let_seen[e->let->index] != r->turn) {
        r->let_seen[e->let->index] = r->turn;
        reach_expr(r, e->let->value);
    }
    expr_operands(e, reach_expr, r);
}

static void reach_one(struct reach *r, const struct expr *e)
{
    if (e)
        reach_expr(r, e);
}

void reach_step(struct reach *r, const struct step *s, enum step_slot slot)
{
    r->turn++;
    switch (slot) {
    case STEP_SLOT_ACT:
        reach_one(r, s->when);
        reach_one(r, s->done);
        break;
    case STEP_SLOT_BY:
        reach_one(r, s->by);
        break;
    case STEP_SLOT_LATE:
    case STEP_SLOTS:
        break;
    }
}

void reach_penalty(struct reach *r, const struct penalty *p)
{
    r->turn++;
    penalty_expressions(p, reach_expr, r);
}

static void reach_scorer(struct reach *r, const struct criterion *k)
{
    reach_one(r, k->formula);
    if (k->by)
        cases_expressions(k->by, reach_expr, r);
    for (size_t i = 0; i < k->steps.n; i++)
        for (enum step_slot s = 0; s < STEP_SLOTS; s++)
            reach_step(r, &k->steps.at[i], s);
}

void reach_slot(struct reach *r, const struct criterion *k, enum slot slot)
{
    r->turn++;
    switch (slot) {
    case SLOT_APPLIES:
        reach_one(r, k->applies);
        break;
    case SLOT_MEASURE:
        reach_one(r, k->measure);
        break;
    case SLOT_SCORER:
        reach_scorer(r, k);
        break;
    case SLOT_ADJUST:
        for (size_t i = 0; i < k->adjust.n; i++)
            adjust_expressions(&k->adjust.at[i], reach_expr, r);
        break;
    case SLOT_CASES:
        weights_expressions(k, reach_expr, r);
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

void reach_all(struct reach *r, const struct criterion *k)
{
    for (enum slot s = 0; s < SLOTS; s++)
        reach_slot(r, k, s);
    for (size_t i = 0; i < k->penalties.n; i++)
        reach_penalty(r, k->penalties.at[i]);
}
