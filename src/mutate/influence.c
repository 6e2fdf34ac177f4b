/* Which scores are made from a score, over any number of steps. */
#include <string.h>

#include "mutate/influence.h"

struct reading {
    struct influence *r;
    const struct criterion *reader;
    bool weighs; /* what stands in it, too: its weights go by what is read */
    size_t *cell_seen, turn;
};

static void add_reader(struct reading *w, const struct criterion *k)
{
    LIST_ADD(w->r->a, &w->r->of[k->index], w->reader);
    for (size_t i = 0; w->weighs && i < w->reader->children.n; i++)
        LIST_ADD(w->r->a, &w->r->of[k->index], w->reader->children.at[i]);
}

static void look(void *reading, const struct expr *e)
{
    struct reading *w = reading;
    if (w->cell_seen[e->cell] == w->turn)
        return;
    w->cell_seen[e->cell] = w->turn;
    if (e->kind == EXPR_SCORE)
        add_reader(w, e->criterion);
    for (size_t i = 0; e->kind == EXPR_PARTS && i < e->criterion->children.n; i++)
        add_reader(w, e->criterion->children.at[i]);
    if (e->kind == EXPR_LET)
        look(w, e->let->value);
    expr_operands(e, look, w);
}

struct influence influence_in(struct arena *a, const struct model *m)
{
    struct influence r = {.a = a, .m = m};
    r.of = ARENA_ARRAY(a, struct readers, m->criteria.n);
    r.is_in = ARENA_ARRAY(a, bool, m->criteria.n);
    struct reading w = {.r = &r, .cell_seen = ARENA_ARRAY(a, size_t, m->cells)};
    for (size_t i = 0; i < m->criteria.n; i++) {
        w.reader = m->criteria.at[i];
        if (w.reader->parent)
            LIST_ADD(a, &r.of[i], w.reader->parent);
        w.turn++;
        w.weighs = false;
        score_expressions(w.reader, look, &w);
        changing_expressions(w.reader, look, &w);
        w.turn++;
        w.weighs = true;
        weights_expressions(w.reader, look, &w);
    }
    return r;
}

const bool *influence_of(struct influence *r, const struct criterion *k)
{
    if (r->asked == k)
        return r->is_in;
    memset(r->is_in, 0, r->m->criteria.n * sizeof *r->is_in);
    r->asked = k;
    r->is_in[k->index] = true;
    r->stack.n = 0;
    LIST_ADD(r->a, &r->stack, k);
    while (r->stack.n) {
        const struct readers *of = &r->of[r->stack.at[--r->stack.n]->index];
        for (size_t i = 0; i < of->n; i++) {
            if (r->is_in[of->at[i]->index])
                continue;
            r->is_in[of->at[i]->index] = true;
            LIST_ADD(r->a, &r->stack, of->at[i]);
        }
    }
    return r->is_in;
}
