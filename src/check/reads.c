/* The facts that expressions read. */
#include "check/model.h"

bool expr_names_fact(const struct expr *e)
{
    return (e->kind == EXPR_FACT || e->kind == EXPR_AGGREGATE) && e->fact;
}

struct fact_reader fact_reader_in(struct arena *a, const struct model *m)
{
    return (struct fact_reader){.a = a,
                                .let_seen = ARENA_ARRAY(a, size_t, m->lets.n + 1),
                                .fact_seen = ARENA_ARRAY(a, size_t, m->facts.n + 1)};
}

void fact_reader_begin(struct fact_reader *r)
{
    r->turn++;
    r->facts.n = 0;
    r->broken = false;
}

/* For the first time in this turn: lets that use each other twice would else never end. */
static bool is_new(size_t *seen, size_t turn)
{
    bool is = *seen != turn;
    *seen = turn;
    return is;
}

void fact_reader_add(void *fact_reader, const struct expr *e)
{
    struct fact_reader *r = fact_reader;
    if (r->wanted && !r->wanted(r->of, e))
        return;
    r->broken = r->broken || e->type.kind == TYPE_ERROR || (e->kind == EXPR_LET && !e->let->value);
    if (e->kind == EXPR_LET && e->let->value && is_new(&r->let_seen[e->let->index], r->turn))
        fact_reader_add(r, e->let->value);
    if (expr_names_fact(e) && is_new(&r->fact_seen[e->fact->index], r->turn))
        LIST_ADD(r->a, &r->facts, (const struct fact *)e->fact);
    expr_operands(e, fact_reader_add, r);
}

struct score_reader score_reader_in(struct arena *a, const struct model *m)
{
    return (struct score_reader){.a = a,
                                 .fact = ARENA_ARRAY(a, bool, m->facts.n + 1),
                                 .let = ARENA_ARRAY(a, bool, m->lets.n + 1),
                                 .criterion = ARENA_ARRAY(a, bool, m->criteria.n + 1)};
}

void score_reader_begin(struct score_reader *r)
{
    for (size_t i = 0; i < r->facts.n; i++)
        r->fact[r->facts.at[i]->index] = false;
    for (size_t i = 0; i < r->criteria.n; i++)
        r->criterion[r->criteria.at[i]->index] = false;
    for (size_t i = 0; i < r->lets.n; i++)
        r->let[r->lets.at[i]->index] = false;
    r->facts.n = r->criteria.n = r->lets.n = 0;
    r->looked_at = 0;
}

static void want_criterion(struct score_reader *r, const struct criterion *k)
{
    if (!r->criterion[k->index])
        LIST_ADD(r->a, &r->criteria, k);
    r->criterion[k->index] = true;
}

static void want_children(struct score_reader *r, const struct criterion *k)
{
    for (size_t i = 0; i < k->children.n; i++)
        want_criterion(r, k->children.at[i]);
}

static void read_score(void *score_reader, const struct expr *e)
{
    struct score_reader *r = score_reader;
    if (e->kind == EXPR_LET && !r->let[e->let->index]) {
        r->let[e->let->index] = true;
        LIST_ADD(r->a, &r->lets, (const struct let *)e->let);
        read_score(r, e->let->value);
    }
    if (expr_names_fact(e) && !r->fact[e->fact->index]) {
        r->fact[e->fact->index] = true;
        LIST_ADD(r->a, &r->facts, (const struct fact *)e->fact);
    }
    if (e->kind == EXPR_SCORE)
        want_criterion(r, e->criterion);
    if (e->kind == EXPR_PARTS)
        want_children(r, e->criterion);
    expr_operands(e, read_score, r);
}

void score_reader_add(struct score_reader *r, const struct criterion *k)
{
    want_criterion(r, k);
    while (r->looked_at < r->criteria.n) {
        k = r->criteria.at[r->looked_at++];
        criterion_expressions(k, read_score, r);
        changing_expressions(k, read_score, r);
        if (k->parent)
            weights_expressions(k->parent, read_score, r);
        if (k->scorer == SCORER_CHILDREN)
            want_children(r, k);
    }
}
