/* Order: scores and lets may use each other, but never themselves, and not in chains without end.
 *
 * Depth-first over criteria and lets.  A criterion that is met again while it is being looked at
 * closes a circle (circles among lets alone were found when they were filled).  Everything that
 * walks expressions later recurses as deep as the longest chain of uses, so that chain is measured
 * here, once for each criterion and let, and bounded. */
#include "check/checker.h"

enum visit { VISIT_NEW, VISIT_OPEN, VISIT_DONE };

struct walk {
    struct checker *c;
    enum visit *visit;           /* by criterion */
    unsigned *depth, *let_depth; /* longest chain below, by criterion and let; 0: not known yet */
    unsigned *value_depth;       /* the same by cell, for the values of formulas */
    unsigned now;                /* how deep this walk is itself */
    LIST_OF(const struct criterion *) open;
    bool stopped;
};

/* The longest chain below something, found operand by operand. */
struct probe {
    struct walk *w;
    unsigned deepest;
};

static unsigned criterion_depth(struct walk *w, const struct criterion *k, struct span used);

static void note(struct probe *p, unsigned depth)
{
    if (depth > p->deepest)
        p->deepest = depth;
}

static void stop_too_deep(struct walk *w, struct span at)
{
    if (!w->c->deep_said)
        DIAG_ADD(w->c->d, K0205, at, text_number(w->c->a, CHAIN_DEPTH));
    w->stopped = true;
}

static void probe_expr(void *user, const struct expr *e);

static unsigned let_depth(struct walk *w, const struct let *l)
{
    if (!w->let_depth[l->index] && l->value) {
        struct probe inner = {w, 0};
        probe_expr(&inner, l->value);
        w->let_depth[l->index] = inner.deepest + 1;
    }
    return w->let_depth[l->index];
}

/* The value of a parameter: walked once, however often the body uses it. */
static unsigned value_depth(struct walk *w, const struct expr *value)
{
    unsigned *depth = &w->value_depth[value->cell];
    if (!*depth) {
        struct probe inner = {w, 0};
        probe_expr(&inner, value);
        *depth = inner.deepest + 1;
    }
    return *depth;
}

static void probe_call(struct probe *p, const struct expr *call)
{
    for (size_t i = 0; i < call->args.n; i++)
        note(p, value_depth(p->w, call->args.at[i]));
    probe_expr(p, call->left);
}

static void probe_expr(void *user, const struct expr *e)
{
    struct probe *outer = user;
    struct walk *w = outer->w;
    if (w->stopped)
        return;
    struct probe p = {w, 0};
    w->now++;
    if (w->now > CHAIN_DEPTH)
        stop_too_deep(w, e->at);
    else if (e->kind == EXPR_SCORE)
        note(&p, criterion_depth(w, e->criterion, e->at));
    else if (e->kind == EXPR_LET)
        note(&p, let_depth(w, e->let));
    else if (e->kind == EXPR_PARTS)
        for (size_t i = 0; i < e->criterion->children.n; i++)
            note(&p, criterion_depth(w, e->criterion->children.at[i], e->at));
    else if (e->kind == EXPR_PARAMETER)
        note(&p, value_depth(w, e->argument));
    if (!w->stopped && e->kind == EXPR_CALL)
        probe_call(&p, e);
    else if (!w->stopped)
        expr_operands(e, probe_expr, &p);
    w->now--;
    note(outer, p.deepest + 1);
}

static void report_circle(struct walk *w, const struct criterion *k, struct span used)
{
    size_t first = w->open.n;
    while (first && w->open.at[first - 1] != k)
        first--;
    struct buffer path = buffer_in(w->c->a);
    struct diag *g;
    for (size_t i = first - 1; i < w->open.n; i++) {
        buffer_add(&path, w->open.at[i]->path);
        buffer_add(&path, TEXT(" -> "));
    }
    buffer_add(&path, k->path);
    g = DIAG_ADD(w->c->d, K0304, used, buffer_text(&path));
    for (size_t i = first - 1; i < w->open.n; i++)
        diag_label(w->c->d, g, w->open.at[i]->at, TEXT("part of the circle"));
    w->stopped = true;
}

static unsigned probe_criterion(struct walk *w, const struct criterion *k)
{
    struct probe p = {w, 0};
    criterion_expressions(k, probe_expr, &p);
    if (k->by_case) /* one that has no weight is not looked into */
        weights_expressions(k->parent, probe_expr, &p);
    changing_expressions(k, probe_expr, &p);
    for (size_t i = 0; k->scorer == SCORER_CHILDREN && i < k->children.n; i++)
        note(&p, criterion_depth(w, k->children.at[i], k->at));
    return p.deepest + 1;
}

static unsigned criterion_depth(struct walk *w, const struct criterion *k, struct span used)
{
    if (w->stopped || w->visit[k->index] == VISIT_DONE)
        return w->depth[k->index];
    if (w->visit[k->index] == VISIT_OPEN) {
        report_circle(w, k, used);
        return 0;
    }
    w->visit[k->index] = VISIT_OPEN;
    LIST_ADD(w->c->a, &w->open, k);
    w->depth[k->index] = probe_criterion(w, k);
    w->open.n--;
    w->visit[k->index] = VISIT_DONE;
    if (!w->stopped && w->depth[k->index] > CHAIN_DEPTH)
        stop_too_deep(w, k->at);
    return w->depth[k->index];
}

/* Without names for figures nothing leads from one expression to another, and none is deeper than
 * its tree. */
static bool can_chain(const struct checker *c)
{
    return c->has[NODE_let] || c->has[NODE_call] || c->has[NODE_score] || c->has[NODE_score_of] ||
           c->has[NODE_of_parts];
}

void check_order(struct checker *c)
{
    if (!can_chain(c))
        return;
    struct walk w = {.c = c};
    w.visit = ARENA_ARRAY(c->a, enum visit, c->m->criteria.n);
    w.depth = ARENA_ARRAY(c->a, unsigned, c->m->criteria.n);
    w.let_depth = ARENA_ARRAY(c->a, unsigned, c->m->lets.n + 1);
    w.value_depth = ARENA_ARRAY(c->a, unsigned, c->m->cells + 1);
    for (size_t i = 0; i < c->m->criteria.n; i++)
        criterion_depth(&w, c->m->criteria.at[i], c->m->criteria.at[i]->at);
    for (size_t i = 0; i < c->m->lets.n && !c->d->errors; i++)
        if (let_depth(&w, c->m->lets.at[i]) > CHAIN_DEPTH && !w.stopped)
            stop_too_deep(&w, c->m->lets.at[i]->at);
}
