/* Steps, before a record is seen. */
#include "plan/inside.h"

/* --- evidence ------------------------------------------------------------------------------- */

struct proving {
    struct making *m;
    struct act *act;
    bool *let_seen, *fact_seen;
};

static void add_proof(void *user, const struct expr *e)
{
    struct proving *p = user;
    if (expr_names_fact(e) && !p->fact_seen[e->fact->index]) {
        p->fact_seen[e->fact->index] = true;
        LIST_ADD(p->m->a, &p->act->proofs, e->fact->index);
        LIST_ADD(p->m->a, &p->act->proof_optional, e->fact->optional);
    } else if (e->kind == EXPR_LET && !p->let_seen[e->let->index]) {
        p->let_seen[e->let->index] = true;
        add_proof(p, e->let->value);
    }
    expr_operands(e, add_proof, p);
}

static void make_proofs(struct making *m, const struct expr *e, struct act *act)
{
    const struct model *model = m->plan->model;
    struct proving p = {m, act, ARENA_ARRAY(m->a, bool, model->lets.n + 1),
                        ARENA_ARRAY(m->a, bool, model->facts.n + 1)};
    add_proof(&p, e);
}

/* --- acts ----------------------------------------------------------------------------------- */

static const struct act *make_act(struct making *m, const struct expr *e, bool proven)
{
    struct act *act = ARENA_NEW(m->a, struct act);
    act->several = e->kind == EXPR_LOGIC;
    act->op = e->op;
    for (size_t i = 0; act->several && i < e->args.n; i++)
        LIST_ADD(m->a, &act->acts, make_act(m, e->args.at[i], proven));
    if (act->several)
        return act;
    act->term = plan_term(m, e);
    act->dated = e->type.kind == TYPE_DATE;
    act->proven = proven;
    if (proven)
        make_proofs(m, e, act);
    return act;
}

/* A share is one figure, whatever its form. */
static const struct act *make_share(struct making *m, const struct expr *e, bool proven)
{
    struct act *act = ARENA_NEW(m->a, struct act);
    *act = (struct act){.term = plan_term(m, e), .proven = proven};
    if (proven)
        make_proofs(m, e, act);
    return act;
}

void plan_steps(struct making *m, struct judged *j)
{
    for (size_t i = 0; i < j->of->steps.n; i++) {
        const struct step *s = &j->of->steps.at[i];
        bool proven = s->evidence == EVIDENCE_COUNTS;
        struct check_step made = {.points = s->points,
                                  .by_share = s->by_share,
                                  .is_late = s->is_late,
                                  .late_each = s->late_each,
                                  .late_unit = s->late_unit};
        if (s->when)
            made.when = plan_term(m, s->when);
        made.act = (s->by_share ? make_share : make_act)(m, s->done, proven);
        if (s->by) {
            made.by = plan_term(m, s->by);
            made.by_month = s->by->type.kind == TYPE_MONTH;
        }
        plan_fit(m, s->points);
        if (s->is_late)
            plan_fit(m, s->late_each);
        LIST_ADD(m->a, &j->steps, made);
    }
}
