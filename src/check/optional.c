/* Scores that hang on a blank.
 *
 * An optional fact without a value is an answer, but nothing to calculate with: a measure that
 * reads it has no result then.  That is foreseen where `is given` is asked of the fact around the
 * place that reads it, or where the criterion has an `applies when`; a step foresees it by itself.
 *
 * What a let reads is found once and handed on to all that use it; a let keeps only so many blanks,
 * because one is enough to say so. */
#include "check/checker.h"

enum { BLANKS = 8 /* that are kept of one let */ };

struct blank {
    const struct fact *fact; /* or column */
    struct span at;
    bool said;
};

struct blanks {
    size_t n;
    struct blank *at[BLANKS];
};

struct blank_search {
    struct checker *c;
    const struct criterion *k;     /* whose score is looked into; NULL: a let is */
    size_t *first_column;          /* by fact: where the columns of a table begin in the next two */
    size_t *asked;                 /* by fact and column: how many `is given` stand around */
    const struct criterion **told; /* by fact and column: for which criterion it was said */
    size_t all_asked;              /* conditions around that may ask anything */
    struct blanks *of_let;
    bool *looked_into;     /* by let */
    bool in_amount;        /* of a penalty, a bonus or a line of `adjust` */
    struct blanks *found;  /* of the let that is looked into */
    bool *value_looked_at; /* by cell, of the values of formulas: where they are first read */
};

static size_t number_of_fact(const struct blank_search *s, const struct fact *f)
{
    return f->table ? s->first_column[f->table->index] + f->index : f->index;
}

/* --- what is asked --------------------------------------------------------------------------- */

struct asking {
    struct blank_search *s;
    int change; /* 1: `is given` begins to stand around, -1: it ends */
};

/* A condition by name asks what its let asks, which is taken to be everything. */
static void ask(void *user, const struct expr *e)
{
    struct asking *a = user;
    size_t by = (size_t)a->change;
    if ((e->kind == EXPR_LET || e->kind == EXPR_PARAMETER) && e->type.kind == TYPE_YES_NO)
        a->s->all_asked += by;
    const struct fact *f = e->kind == EXPR_GIVEN ? expr_fact(e->left) : NULL;
    if (f)
        a->s->asked[number_of_fact(a->s, f)] += by;
    expr_operands(e, ask, a);
}

/* --- what is read --------------------------------------------------------------------------- */

static struct text advice(const struct blank_search *s, const struct fact *f)
{
    if (f->table)
        return SAY(s->c->a, "count only rows that have it: `where {} is given and ...`", f->path);
    if (s->in_amount)
        return SAY(s->c->a, "ask first: `when {} is given and ...`", f->path);
    return SAY(s->c->a,
               "say what follows: `applies when {} is given otherwise drop`, or `if {} is given "
               "then ... else ...`",
               f->path, f->path);
}

static void report(struct blank_search *s, struct blank *b, struct span at)
{
    size_t i = number_of_fact(s, b->fact);
    if (b->said || s->told[i] == s->k)
        return;
    b->said = true;
    s->told[i] = s->k;
    struct checker *c = s->c;
    struct diag *g = DIAG_ADD(c->d, K0424, at, b->fact->path, s->k->path);
    if (at.lo != b->at.lo)
        diag_label(c->d, g, b->at, TEXT("read here"));
    diag_label(c->d, g, b->fact->at, TEXT("declared `optional`"));
    diag_help(g, advice(s, b->fact));
}

static void take_blank(struct blank_search *s, struct blank *b, struct span at)
{
    if (s->all_asked || s->asked[number_of_fact(s, b->fact)])
        return;
    if (s->k)
        report(s, b, at);
    else if (s->found->n < BLANKS)
        s->found->at[s->found->n++] = b;
}

static void take_fact(struct blank_search *s, const struct fact *f, struct span at)
{
    if (!f->optional)
        return;
    struct blank *b = ARENA_NEW(s->c->a, struct blank);
    *b = (struct blank){f, at, false};
    take_blank(s, b, at);
}

static void look(void *user, const struct expr *e);

static void look_at_value(struct blank_search *s, const struct expr *value)
{
    if (s->value_looked_at[value->cell])
        return;
    s->value_looked_at[value->cell] = true;
    look(s, value);
}

/* The conditions of a table stand around all of it: rows below one that asks are reached only where
 * it was no. */
static void ask_around(struct blank_search *s, const struct expr *e, int change)
{
    struct asking a = {s, change};
    if (e->kind == EXPR_TABLE)
        cases_expressions(e->cases, ask, &a);
    else if (e->kind == EXPR_LOGIC)
        ask(&a, e);
    else if (e->kind == EXPR_IF)
        ask(&a, e->left);
    else if (e->kind == EXPR_AGGREGATE && e->right)
        ask(&a, e->right);
}

static void look(void *user, const struct expr *e)
{
    struct blank_search *s = user;
    if (e->kind == EXPR_GIVEN)
        return;
    if (e->kind == EXPR_FACT)
        take_fact(s, e->fact, e->at);
    if (e->kind == EXPR_COLUMN)
        take_fact(s, e->column, e->at);
    if (e->kind == EXPR_LET)
        for (size_t i = 0; i < s->of_let[e->let->index].n; i++)
            take_blank(s, s->of_let[e->let->index].at[i], e->at);
    ask_around(s, e, 1);
    if (e->kind == EXPR_CALL)
        look(s, e->left);
    else if (e->kind == EXPR_PARAMETER)
        look_at_value(s, e->argument);
    else
        expr_operands(e, look, s);
    ask_around(s, e, -1);
}

/* The lets that a let uses come first, so that no condition stands around while one is looked
 * into. */
static void look_into(struct blank_search *s, const struct let *l);

static void look_into_used(void *user, const struct expr *e)
{
    if (e->kind == EXPR_LET)
        look_into(user, e->let);
    expr_operands(e, look_into_used, user);
}

static void look_into(struct blank_search *s, const struct let *l)
{
    if (s->looked_into[l->index])
        return;
    s->looked_into[l->index] = true;
    look_into_used(s, l->value);
    s->found = &s->of_let[l->index];
    look(s, l->value);
}

/* --- criteria ------------------------------------------------------------------------------- */

static bool may_not_apply(const struct criterion *k)
{
    for (; k; k = k->parent)
        if (k->applies)
            return true;
    return false;
}

/* The ends of a count of days have a meaning when they are blank; a `when` stands around the rest.
 */
static void look_at_amount(struct blank_search *s, const struct expr *when,
                           const struct expr *amount)
{
    if (when) {
        ask(&(struct asking){s, 1}, when);
        look(s, when);
    }
    if (amount)
        look(s, amount);
    if (when)
        ask(&(struct asking){s, -1}, when);
}

void check_optional(struct blank_search *s, const struct criterion *k)
{
    s->k = k;
    if (k->applies)
        look(s, k->applies);
    if (may_not_apply(k))
        return;
    if (k->measure && k->scorer != SCORER_FORMULA)
        look(s, k->measure);
    if (k->formula)
        look(s, k->formula);
    s->in_amount = true;
    for (size_t i = 0; i < k->penalties.n; i++)
        look_at_amount(s, k->penalties.at[i]->when,
                       k->penalties.at[i]->count ? k->penalties.at[i]->count
                                                 : k->penalties.at[i]->amount);
    for (size_t i = 0; i < k->adjust.n; i++)
        look_at_amount(s, k->adjust.at[i].when, k->adjust.at[i].value);
    s->in_amount = false;
}

static size_t number_columns(struct blank_search *s)
{
    size_t n = s->c->m->facts.n;
    for (size_t i = 0; i < s->c->m->facts.n; i++) {
        s->first_column[i] = n;
        n += s->c->m->facts.at[i]->columns.n;
    }
    return n;
}

struct blank_search *blank_search_in(struct checker *c)
{
    struct blank_search *s = ARENA_NEW(c->a, struct blank_search);
    s->c = c;
    s->first_column = ARENA_ARRAY(c->a, size_t, c->m->facts.n + 1);
    size_t n = number_columns(s);
    s->asked = ARENA_ARRAY(c->a, size_t, n + 1);
    s->told = ARENA_ARRAY(c->a, const struct criterion *, n + 1);
    s->of_let = ARENA_ARRAY(c->a, struct blanks, c->m->lets.n + 1);
    s->looked_into = ARENA_ARRAY(c->a, bool, c->m->lets.n + 1);
    s->value_looked_at = ARENA_ARRAY(c->a, bool, c->m->cells + 1);
    for (size_t i = 0; i < c->m->lets.n; i++)
        look_into(s, c->m->lets.at[i]);
    return s;
}
