/* Order: scores and lets may use each other, but never themselves.
 *
 * Depth-first over criteria and lets; a criterion that is met again while it is being looked at
 * closes a circle. */
#include "check/checker.h"

enum mark { MARK_NEW, MARK_OPEN, MARK_DONE };

struct walk {
    struct checker *c;
    enum mark *criterion, *let;
    LIST_OF(const struct criterion *) open;
    bool found;
};

static void visit_criterion(struct walk *w, const struct criterion *k, struct span used);

static void visit_expr(void *user, const struct expr *e)
{
    struct walk *w = user;
    if (w->found)
        return;
    if (e->kind == EXPR_SCORE)
        visit_criterion(w, e->criterion, e->at);
    if (e->kind == EXPR_PARTS)
        for (size_t i = 0; i < e->criterion->children.n; i++)
            visit_criterion(w, e->criterion->children.at[i], e->at);
    if (e->kind == EXPR_LET && w->let[e->let->index] == MARK_NEW && e->let->value) {
        w->let[e->let->index] =
            MARK_DONE; /* circles among lets alone are found when they are filled */
        visit_expr(w, e->let->value);
        w->let[e->let->index] = MARK_NEW;
    }
    expr_operands(e, visit_expr, w);
}

static void report(struct walk *w, const struct criterion *k, struct span used)
{
    size_t first = 0;
    while (w->open.at[first] != k)
        first++;
    struct buffer path = buffer_in(w->c->a);
    for (size_t i = first; i < w->open.n; i++) {
        buffer_add(&path, w->open.at[i]->path);
        buffer_add(&path, TEXT(" -> "));
    }
    buffer_add(&path, k->path);
    struct diag *g = DIAG_ADD(w->c->d, K0304, used, buffer_text(&path));
    for (size_t i = first; i < w->open.n; i++)
        diag_label(w->c->d, g, w->open.at[i]->at, TEXT("part of the circle"));
    w->found = true;
}

static void visit_criterion(struct walk *w, const struct criterion *k, struct span used)
{
    if (w->found || w->criterion[k->index] == MARK_DONE)
        return;
    if (w->criterion[k->index] == MARK_OPEN) {
        report(w, k, used);
        return;
    }
    w->criterion[k->index] = MARK_OPEN;
    LIST_ADD(w->c->a, &w->open, k);
    criterion_expressions(k, visit_expr, w);
    for (size_t i = 0; i < k->penalties.n; i++) {
        if (k->penalties.at[i]->after)
            visit_expr(w, k->penalties.at[i]->after);
        if (k->penalties.at[i]->until)
            visit_expr(w, k->penalties.at[i]->until);
    }
    for (size_t i = 0; k->scorer == SCORER_CHILDREN && i < k->children.n; i++)
        visit_criterion(w, k->children.at[i], k->at);
    w->open.n--;
    w->criterion[k->index] = MARK_DONE;
}

void check_order(struct checker *c)
{
    struct walk w = {.c = c};
    w.criterion = ARENA_ARRAY(c->a, enum mark, c->m->criteria.n);
    w.let = ARENA_ARRAY(c->a, enum mark, c->m->lets.n + 1);
    for (size_t i = 0; i < c->m->criteria.n; i++)
        visit_criterion(&w, c->m->criteria.at[i], c->m->criteria.at[i]->at);
}
