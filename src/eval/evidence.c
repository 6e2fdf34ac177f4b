/* Evidence: whether there is a document behind everything that was done.
 *
 * A fact that is missing may come with evidence or without, so nobody knows.  What is found out of
 * a let is kept for the whole run, so that the time is that of the rules. */
#include "eval/run.h"

struct proof {
    bool asked;
    struct value is;
};

struct proving {
    struct run *r;
    struct value proof;
};

static struct value proof_of_let(struct run *r, const struct let *l)
{
    if (!r->let_proof)
        r->let_proof = ARENA_ARRAY(r->a, struct proof, r->m->lets.n);
    struct proof *known = &r->let_proof[l->index];
    if (!known->asked)
        *known = (struct proof){true, proof_of(r, l->value)};
    return known->is;
}

static struct value proof_of_fact(struct run *r, const struct fact *f)
{
    struct value v = r->f->entry[f->index].value;
    if (v.kind == VALUE_ABSENT)
        return v.absence == ABSENCE_MISSING ? v : value_truth(true);
    return value_truth(!facts_unproven(r->f, f));
}

/* A no decides, before what is not known. */
static void add(struct proving *p, struct value proof)
{
    if (value_is_absent(proof) || !proof.truth)
        p->proof = proof;
}

static void look_for_unproven(void *user, const struct expr *e)
{
    struct proving *p = user;
    if (p->proof.kind == VALUE_TRUTH && !p->proof.truth)
        return;
    if (expr_names_fact(e))
        add(p, proof_of_fact(p->r, e->fact));
    else if (e->kind == EXPR_LET)
        add(p, proof_of_let(p->r, e->let));
    expr_operands(e, look_for_unproven, p);
}

struct value proof_of(struct run *r, const struct expr *e)
{
    struct proving p = {r, value_truth(true)};
    look_for_unproven(&p, e);
    return p.proof;
}
