/* Evidence: whether there is a document behind everything that was done.
 *
 * What is found out of a let is kept for the whole run, so that the time is that of the rules. */
#include "eval/run.h"

struct proving {
    struct run *r;
    bool proven;
};

static void look_for_unproven(void *user, const struct expr *e);

static bool let_is_proven(struct run *r, const struct let *l)
{
    if (!r->let_proof)
        r->let_proof = ARENA_ARRAY(r->a, enum proof, r->m->lets.n);
    enum proof *known = &r->let_proof[l->index];
    if (*known == PROOF_UNASKED) {
        struct proving p = {r, true};
        look_for_unproven(&p, l->value);
        *known = p.proven ? PROOF_YES : PROOF_NO;
    }
    return *known == PROOF_YES;
}

static void look_for_unproven(void *user, const struct expr *e)
{
    struct proving *p = user;
    if (!p->proven)
        return;
    if (expr_names_fact(e) && facts_unproven(p->r->f, e->fact))
        p->proven = false;
    else if (e->kind == EXPR_LET)
        p->proven = let_is_proven(p->r, e->let);
    expr_operands(e, look_for_unproven, p);
}

bool is_proven(struct run *r, const struct expr *e)
{
    struct proving p = {r, true};
    look_for_unproven(&p, e);
    return p.proven;
}
