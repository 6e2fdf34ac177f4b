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
