/* What is missing: looked for in the expressions that an incomplete criterion needed, not in its
 * cause.  A cause is the first of several, and who sends facts in wants to know them all. */
#include "advise/missing.h"

#include "explain/figures.h"

struct looking {
    struct arena *a;
    const struct outcome *o;
    const struct criterion *of;           /* whose expressions are looked through */
    const struct penalty_result *penalty; /* of these, a penalty; NULL: what its scorer needs */
    bool through_scores; /* scores of others are followed; else it needs it itself */
    struct map index;
    struct missing_list *list;
    size_t *seen_let, *seen_criterion, turn; /* the turn in which each was looked into last */
};

static struct missing *missing_called(struct looking *l, struct text what, struct text title)
{
    size_t i = map_put(&l->index, what, l->list->all.n);
    if (i == l->list->all.n) {
        struct missing *m = ARENA_NEW(l->a, struct missing);
        *m = (struct missing){.what = what, .title = title};
        LIST_ADD(l->a, &l->list->all, m);
    }
    return l->list->all.at[i];
}

static void add_amount(struct looking *l, struct mover *by)
{
    const struct penalty_result *p = l->penalty;
    if (by->last_penalty == p)
        return;
    by->last_penalty = p;
    struct number width = p->has_most ? number_subtract(l->a, p->most, p->amount) : number_over();
    by->amounts = number_add(l->a, by->amounts, width);
}

static void add_mover(struct looking *l, struct missing *m)
{
    if (!m->movers.n || m->movers.at[m->movers.n - 1].criterion != l->of)
        LIST_ADD(l->a, &m->movers, ((struct mover){.criterion = l->of, .amounts = number_of(0)}));
    struct mover *by = &m->movers.at[m->movers.n - 1];
    if (l->penalty)
        add_amount(l, by);
    else
        by->whole = true;
}

static struct missing *add(struct looking *l, struct text what, struct text title)
{
    struct missing *m = missing_called(l, what, title);
    if (!m->holds_up.n || m->holds_up.at[m->holds_up.n - 1] != l->of)
        LIST_ADD(l->a, &m->holds_up, l->of);
    if (!l->through_scores)
        add_mover(l, m);
    return m;
}

/* Once a turn: uses that double at every step would else never end. */
static bool is_new(struct looking *l, size_t *seen, size_t index)
{
    bool is = seen[index] != l->turn;
    seen[index] = l->turn;
    return is;
}

static void look(void *user, const struct expr *e)
{
    struct looking *l = user;
    if (!outcome_was_needed(l->o, e))
        return;
    if (e->kind == EXPR_LET) {
        if (is_new(l, l->seen_let, e->let->index))
            look(l, e->let->value);
    } else if (e->kind == EXPR_SCORE) {
        if (l->through_scores && is_new(l, l->seen_criterion, e->criterion->index))
            criterion_expressions(e->criterion, look, l);
    } else if (e->fact && e->kind != EXPR_COLUMN) {
        struct value v = l->o->facts->entry[e->fact->index].value;
        if (v.kind == VALUE_ABSENT && v.absence == ABSENCE_MISSING)
            add(l, e->fact->path, e->fact->title)->fact = e->fact;
    }
    expr_operands(e, look, l);
}

/* How many cells of that column are missing: a cause names the first. */
static size_t missing_cells(const struct looking *l, const struct cause *c)
{
    const struct fact *table = cause_table(l->o, c), *column = NULL;
    size_t n = 0;
    for (size_t i = 0; table && i < table->columns.n; i++)
        if (text_equal(table->columns.at[i]->path, c->what) && column_is_kept(table->columns.at[i]))
            column = table->columns.at[i];
    if (!column)
        return 0;
    struct value v = l->o->facts->entry[table->index].value;
    for (size_t i = 0; v.kind == VALUE_TABLE && i < v.table->rows; i++) {
        struct value cell = v.table->at[i * v.table->columns + column->cell].value;
        n += cell.kind == VALUE_ABSENT && cell.absence == ABSENCE_MISSING;
    }
    return n;
}

/* What no single fact shows: cells, or a calculation without a result. */
static void add_cause(struct looking *l, const struct cause *c)
{
    if (!c || c->kind == CAUSE_FACT || c->kind == CAUSE_PARTS)
        return;
    struct text what = cause_subject(l->a, l->o, c, CAUSE_BY_ITSELF);
    size_t cells = c->kind == CAUSE_CELL ? missing_cells(l, c) : 0;
    if (cells > 1)
        what = SAY(l->a, "{}, and in {} more", what, text_number(l->a, (long long)cells - 1));
    add(l, what, TEXT(""));
}

static void look_into_scorer(struct looking *l, const struct result *r)
{
    const struct criterion *k = r->criterion;
    l->turn++;
    criterion_expressions(k, look, l);
    step_conditions(k, look, l);
    if (!k->children.n)
        add_cause(l, r->cause);
    if (r->weights)
        add_cause(l, r->weights->cause);
    for (size_t i = 0; r->adjust && i < k->adjust.n; i++) {
        adjust_expressions(&k->adjust.at[i], look, l);
        add_cause(l, adjust_cause(&r->adjust[i]));
    }
}

static void look_into_penalties(struct looking *l, const struct result *r)
{
    for (size_t i = 0; r->penalties && i < r->criterion->penalties.n; i++) {
        l->penalty = &r->penalties[i];
        l->turn++;
        if (l->penalty->known)
            continue;
        penalty_expressions(l->penalty->penalty, look, l);
        add_cause(l, l->penalty->cause);
    }
    l->penalty = NULL;
}

/* In the order of the scorecard, the total last. */
static void look_into(struct looking *l, const struct criterion *k)
{
    const struct result *r = outcome_result(l->o, k);
    if (!result_counts(l->o, r))
        return;
    for (size_t i = 0; !k->parent && i < k->children.n; i++)
        look_into(l, k->children.at[i]);
    l->of = k;
    for (int through = 0; through < 2 && r->status == STATUS_INCOMPLETE; through++) {
        l->through_scores = through;
        look_into_scorer(l, r);
        look_into_penalties(l, r);
    }
    for (size_t i = 0; k->parent && i < k->children.n; i++)
        look_into(l, k->children.at[i]);
}

/* Read only through the score of what is set aside as a whole: who reads that score waits for it.
 */
static void find_movers(struct looking *l, struct missing *m)
{
    bool none = !m->movers.n;
    for (size_t i = 0; none && i < m->holds_up.n; i++)
        LIST_ADD(l->a, &m->movers, ((struct mover){m->holds_up.at[i], true, number_of(0), NULL}));
}

struct missing_list *missing_in(struct arena *a, const struct outcome *o)
{
    struct missing_list *list = ARENA_NEW(a, struct missing_list);
    if (o->result[0].status != STATUS_INCOMPLETE)
        return list;
    struct looking l = {.a = a,
                        .o = o,
                        .list = list,
                        .index = map_in(a),
                        .seen_let = ARENA_ARRAY(a, size_t, o->model->lets.n + 1),
                        .seen_criterion = ARENA_ARRAY(a, size_t, o->model->criteria.n)};
    look_into(&l, o->model->criteria.at[0]);
    for (size_t i = 0; i < list->all.n; i++)
        find_movers(&l, list->all.at[i]);
    return list;
}

struct missing_list *missing_of(struct arena *a, const struct outcome *o)
{
    struct missing_list *list = missing_in(a, o);
    if (list->all.n)
        rank_missing(a, o, list);
    return list;
}
