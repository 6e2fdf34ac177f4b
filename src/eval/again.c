/* One criterion evaluated again with something below it changed.
 *
 * Results and cells are copied once, for all questions; every change notes what it replaced.  What
 * depends on a change is forgotten before it is evaluated: expressions that read a score, or one
 * whose value was changed; so is what was never needed, because it may be needed now.  All other
 * cells keep what the first evaluation found, so that a question costs as much as the formulas
 * between the change and the figure. */
#include "eval/again.h"

#include <string.h>

#include "eval/run.h"

struct changed_result {
    size_t index;
    struct result old;
};
struct changed_cell {
    size_t cell;
    struct value old;
    bool needed;
};

struct changed_fact {
    size_t fact;
    struct fact_entry old;
    bool was_changed;
};

struct again {
    struct arena *a;
    const struct outcome *o;
    struct outcome out;
    struct run run;
    struct arena_mark mark;
    LIST_OF(struct changed_result) results;
    LIST_OF(struct changed_cell) cells;
    LIST_OF(struct changed_fact) facts;
    struct facts *own;               /* those that are changed */
    bool *fact_changed, any_changed; /* by fact; ever */
    /* By cell. */
    bool *fixed;   /* its value was changed and is not to be calculated */
    size_t *seen;  /* the round in which `depends` was found */
    bool *depends; /* its value depends on a change */
    size_t round;
};

struct again *again_of(struct arena *a, const struct outcome *o)
{
    struct again *g = ARENA_NEW(a, struct again);
    const struct model *m = o->model;
    *g = (struct again){.a = a, .o = o, .out = *o, .run = *o->run};
    g->out.run = &g->run;
    g->run.a = a;
    g->run.asked = NULL;
    g->run.out = &g->out;
    g->out.result = ARENA_ARRAY(a, struct result, m->criteria.n);
    g->run.cell = ARENA_ARRAY(a, struct value, m->cells);
    g->run.needed = ARENA_ARRAY(a, bool, m->cells);
    g->fixed = ARENA_ARRAY(a, bool, m->cells);
    g->seen = ARENA_ARRAY(a, size_t, m->cells);
    g->depends = ARENA_ARRAY(a, bool, m->cells);
    g->own = facts_copy(a, o->facts);
    g->run.f = g->out.facts = g->own;
    g->fact_changed = ARENA_ARRAY(a, bool, m->facts.n);
    memcpy(g->out.result, o->result, m->criteria.n * sizeof *o->result);
    if (m->cells) {
        memcpy(g->run.cell, o->run->cell, m->cells * sizeof *g->run.cell);
        memcpy(g->run.needed, o->run->needed, m->cells * sizeof *g->run.needed);
    }
    return g;
}

void again_begin(struct again *g)
{
    g->mark = arena_mark(g->a);
}

void again_end(struct again *g)
{
    for (size_t i = g->results.n; i-- > 0;)
        g->out.result[g->results.at[i].index] = g->results.at[i].old;
    for (size_t i = g->cells.n; i-- > 0;) {
        const struct changed_cell *c = &g->cells.at[i];
        g->run.cell[c->cell] = c->old;
        g->run.needed[c->cell] = c->needed;
        g->fixed[c->cell] = false;
    }
    for (size_t i = g->facts.n; i-- > 0;) {
        const struct changed_fact *c = &g->facts.at[i];
        g->own->entry[c->fact] = c->old;
        g->fact_changed[c->fact] = c->was_changed;
    }
    g->run.asked = NULL;
    g->run.let_proof = NULL;
    memset(&g->facts, 0, sizeof g->facts);
    memset(&g->results, 0, sizeof g->results);
    memset(&g->cells, 0, sizeof g->cells);
    memset(&g->out.troubles, 0, sizeof g->out.troubles); /* told of the first evaluation already */
    arena_return(g->a, g->mark);
}

static struct result *change(struct again *g, const struct criterion *k)
{
    struct result *r = &g->out.result[k->index];
    LIST_ADD(g->a, &g->results, (struct changed_result){k->index, *r});
    return r;
}

/* Who gives its weight to whom may be different now. */
static void forget_gifts(struct again *g, const struct criterion *k)
{
    for (size_t i = 0; k->parent && i < k->parent->children.n; i++) {
        const struct criterion *sibling = k->parent->children.at[i];
        if (g->out.result[sibling->index].gift_known)
            change(g, sibling)->gift_known = false;
    }
}

void again_score(struct again *g, const struct criterion *k, struct number score)
{
    forget_gifts(g, k);
    struct result *r = change(g, k);
    r->status = STATUS_SCORED;
    r->maybe_dropped = r->maybe_out = r->maybe_no_weight = false;
    r->score = r->low = r->high = score;
}

void again_points(struct again *g, const struct criterion *k, struct number points)
{
    struct result *r = change(g, k);
    struct criterion *other = ARENA_NEW(g->a, struct criterion);
    *other = *k;
    other->has_points = true;
    other->by_case = false;
    other->points = points;
    r->criterion = other;
}

void again_drop(struct again *g, const struct criterion *k)
{
    forget_gifts(g, k);
    struct result *r = change(g, k);
    r->status = STATUS_DROPPED;
    r->maybe_out = false;
    r->carried = true; /* nobody gets its weight as a gift */
}

static void change_cell(struct again *g, const struct expr *e)
{
    LIST_ADD(g->a, &g->cells,
             (struct changed_cell){e->cell, g->run.cell[e->cell], g->run.needed[e->cell]});
}

void again_value(struct again *g, const struct expr *e, struct number n)
{
    change_cell(g, e);
    g->run.cell[e->cell] = value_number(n);
    g->run.needed[e->cell] = g->fixed[e->cell] = true;
}

void again_keep(struct again *g, const struct fact *f, const struct fact_entry *e)
{
    g->own->entry[f->index] = *e;
    g->fact_changed[f->index] = g->any_changed = true;
}

void again_fact(struct again *g, const struct fact *f, const struct fact_entry *e)
{
    struct changed_fact was = {f->index, g->own->entry[f->index], g->fact_changed[f->index]};
    LIST_ADD(g->a, &g->facts, was);
    again_keep(g, f, e);
}

struct forgetting {
    struct again *g;
    bool depends;
};

static bool forget(struct again *g, const struct expr *e);

static void forget_operand(void *user, const struct expr *e)
{
    struct forgetting *f = user;
    f->depends = forget(f->g, e) || f->depends;
}

/* Whether its value depends on a change; then it is forgotten.  What was not needed so far is
 * forgotten too, because it may be needed now.  Each once a round, however often it is used. */
static bool forget(struct again *g, const struct expr *e)
{
    if (g->fixed[e->cell])
        return true;
    if (g->seen[e->cell] == g->round)
        return g->depends[e->cell];
    bool changed = expr_names_fact(e) && g->fact_changed[e->fact->index];
    struct forgetting f = {g, changed || e->kind == EXPR_SCORE || e->kind == EXPR_PARTS};
    expr_operands(e, forget_operand, &f);
    if (e->kind == EXPR_LET)
        forget_operand(&f, e->let->value);
    if (e->kind == EXPR_PARAMETER)
        forget_operand(&f, e->argument);
    g->seen[e->cell] = g->round;
    g->depends[e->cell] = f.depends;
    if (f.depends || !g->run.needed[e->cell]) {
        change_cell(g, e);
        g->run.needed[e->cell] = false;
    }
    return f.depends;
}

/* A group without points of its own was counted with what is in it, and with what it was given: the
 * gift comes again. */
static void take_gifts_back(struct again *g, const struct criterion *k)
{
    for (size_t i = 0; i < k->children.n; i++) {
        const struct criterion *child = g->out.result[k->children.at[i]->index].criterion;
        if (child->scorer == SCORER_CHILDREN && !child->has_points) {
            struct result *r = change(g, child);
            r->points = r->inside;
        }
    }
}

/* Which row of the weights holds may be another one. */
static void forget_weights(struct again *g, const struct criterion *k)
{
    struct forgetting all = {g, false};
    if (!k->weights || !g->any_changed)
        return;
    weights_expressions(k, forget_operand, &all);
    if (all.depends)
        change(g, k)->weights = NULL;
}

/* It is to be evaluated again, when somebody asks for it. */
static struct result *forget_criterion(struct again *g, const struct criterion *k)
{
    struct forgetting all = {g, false};
    criterion_expressions(k, forget_operand, &all);
    changing_expressions(k, forget_operand, &all);
    forget_weights(g, k);
    if (k->parent)
        forget_weights(g, k->parent);
    take_gifts_back(g, k);
    struct result *r = change(g, k);
    r->ready = false;
    return r;
}

static void begin_round(struct again *g)
{
    g->round++;
    g->run.asked = NULL; /* of what was changed since, it says what was */
    g->run.let_proof = NULL;
}

bool again_criterion(struct again *g, const struct criterion *k, struct number *n)
{
    begin_round(g);
    struct result *r = forget_criterion(g, k);
    eval_criterion(&g->run, k);
    *n = r->score;
    return result_has_score(r);
}

const struct result *again_result(struct again *g, const struct criterion *const *changing,
                                  size_t n, const struct criterion *k)
{
    begin_round(g);
    for (size_t i = 0; i < n; i++)
        forget_criterion(g, changing[i]);
    return eval_criterion(&g->run, k);
}

bool again_measure(struct again *g, const struct criterion *k, struct number *n)
{
    again_criterion(g, k, n);
    const struct result *r = &g->out.result[k->index];
    *n = r->measure.number;
    return r->has_measure && r->measure.kind == VALUE_NUMBER;
}

struct value again_evaluated(struct again *g, const struct expr *e)
{
    begin_round(g);
    forget(g, e);
    return eval_expr(&g->run, e);
}

bool again_expr(struct again *g, const struct expr *e, struct number *n)
{
    struct value v = again_evaluated(g, e);
    *n = v.number;
    return v.kind == VALUE_NUMBER;
}

struct outcome *again_outcome(struct again *g)
{
    return &g->out;
}
