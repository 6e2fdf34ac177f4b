/* Steps, before a record is seen. */
#include "plan/inside.h"

/* --- evidence ------------------------------------------------------------------------------- */

enum { PROOFS_MOST = 1000 * 1000 };

/* The facts of which there must be evidence. */
static void make_proofs(struct making *m, const struct expr *e, struct act *act)
{
    fact_reader_begin(&m->reader);
    fact_reader_add(&m->reader, e);
    m->proofs += m->reader.facts.n;
    if (m->proofs > PROOFS_MOST) {
        plan_refuse(m, SAY(m->a, "the evidence of very many facts, which {} asks for", m->where));
        return;
    }
    for (size_t i = 0; i < m->reader.facts.n; i++) {
        LIST_ADD(m->a, &act->proofs, m->reader.facts.at[i]->index);
        LIST_ADD(m->a, &act->proof_optional, m->reader.facts.at[i]->optional);
    }
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
