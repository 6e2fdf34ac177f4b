/* Facts that are n/a where nobody has said what follows.
 *
 * Readers of facts refuse them, except where a fact is read only by what has no weight in some case
 * (and by those who do say it).  Whether this is such a case, only an evaluation knows. */
#include "eval/run.h"

struct finding {
    struct run *r;
    size_t *seen, turn; /* by let: the turn in which it was looked into last */
    const struct fact *fact;
};

static void find_na(void *user, const struct expr *e)
{
    struct finding *f = user;
    if (f->fact || !f->r->needed[e->cell])
        return;
    if (e->kind == EXPR_LET && f->seen[e->let->index] != f->turn) {
        f->seen[e->let->index] = f->turn;
        find_na(f, e->let->value);
    } else if (e->kind == EXPR_FACT) {
        struct value v = f->r->f->entry[e->fact->index].value;
        f->fact = value_is_absent(v) && v.absence == ABSENCE_NA ? e->fact : NULL;
    }
    expr_operands(e, find_na, f);
}

/* It, or what it stands in, may have no weight in some case, and in this one has. */
static bool has_weight_here(struct run *r, const struct criterion *k)
{
    bool may_have_none = false;
    for (; k->parent; k = k->parent) {
        const struct weights_now *now = weights_now(r, k->parent);
        if (now && k->by_case && !now->known)
            return false;
        may_have_none = may_have_none || criterion_may_weigh_nothing(k);
    }
    return may_have_none;
}

static bool is_suspect(struct run *r, const struct criterion *k)
{
    const struct result *out = &r->out->result[k->index];
    return out->status == STATUS_DROPPED && !out->no_weight && !out->carried &&
           k->not_applicable->kind == POLICY_NONE && k->scorer != SCORER_CHILDREN &&
           result_counts(r->out, out) && has_weight_here(r, k);
}

void report_unforeseen(struct run *r)
{
    struct finding f = {.r = r, .seen = ARENA_ARRAY(r->a, size_t, r->m->lets.n + 1)};
    for (size_t i = 1; i < r->m->criteria.n; i++) {
        const struct criterion *k = r->m->criteria.at[i];
        if (!is_suspect(r, k))
            continue;
        f.turn++;
        f.fact = NULL;
        criterion_expressions(k, find_na, &f);
        if (f.fact)
            LIST_ADD(r->a, &r->out->troubles,
                     (struct trouble){.kind = TROUBLE_NA,
                                      .at = k->at,
                                      .what = f.fact->path,
                                      .fact_at = r->f->entry[f.fact->index].at});
    }
}
