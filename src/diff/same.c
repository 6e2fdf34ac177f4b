/* Whether two expressions mean the same.
 *
 * Every meaning has a number, and expressions of both sides that mean the same get the same one:
 * the number of an expression is that of its kind and of the numbers of its operands, kept by its
 * cell. So a let that is used a thousand times is looked at once, and to compare is to compare two
 * numbers.  What is found the same is so for certain; two expressions that come to the same by
 * algebra, and are not written alike, may be told apart. */
#include "diff/meanings.h"

uint32_t meaning_remember(struct meanings *m, const struct buffer *b, struct terms terms)
{
    size_t i;
    if (map_find(&m->known, buffer_text(b), &i))
        return (uint32_t)i;
    map_put(&m->known, text_copy(m->a, buffer_text(b)), m->terms.n);
    LIST_ADD(m->a, &m->terms, terms);
    return (uint32_t)(m->terms.n - 1);
}

void meaning_add(struct buffer *b, long long n)
{
    buffer_add_number(b, n);
    buffer_add_byte(b, ' ');
}

void meaning_add_text(struct buffer *b, struct text t)
{
    meaning_add(b, (long long)t.n);
    buffer_add(b, t);
}

/* --- all the other forms -----------------------------------------------------------------------
 */

static void add_fact(struct buffer *b, const struct looking *l, const struct fact *f)
{
    const struct fact_pair *p = l->m->d->fact_of[l->side][f->table ? f->table->index : f->index];
    meaning_add(b, (long long)p->index);
    if (f->table)
        meaning_add(b, (long long)p->column_of[l->side][f->index]->index);
}

static void add_criterion(struct buffer *b, const struct looking *l, const struct criterion *k)
{
    meaning_add(b, (long long)l->m->d->pair_of[l->side][k->index]->index);
}

static void add_literal(struct buffer *b, struct arena *a, const struct expr *e)
{
    struct value v = *e->literal;
    meaning_add(b, v.kind);
    switch (v.kind) {
    case VALUE_NUMBER:
        meaning_add_text(b, number_exact_words(a, v.number));
        if (e->type.dimension)
            meaning_add_text(b, dimension_words(a, e->type.dimension));
        break;
    case VALUE_TEXT:
        meaning_add_text(b, v.text);
        break;
    case VALUE_DATE:
        meaning_add(b, v.date.day);
        break;
    case VALUE_MONTH:
        meaning_add(b, v.month.month);
        break;
    case VALUE_TRUTH:
        meaning_add(b, v.truth);
        break;
    case VALUE_SET:
        for (size_t i = 0; i < v.set->n; i++)
            meaning_add_text(b, v.set->at[i]);
        break;
    case VALUE_ABSENT:
    case VALUE_TABLE:
        break;
    }
}

/* What it is, its operands aside. */
static void add_kind(struct buffer *b, const struct looking *l, const struct expr *e, unsigned base)
{
    meaning_add(b, e->kind);
    meaning_add(b, e->op);
    meaning_add(b, e->aggregate);
    meaning_add(b, (long long)e->best);
    meaning_add(b, e->day_unit);
    meaning_add(b, e->back);
    meaning_add(b, e->date_part);
    if (e->kind == EXPR_NUMBER || e->kind == EXPR_LITERAL)
        add_literal(b, l->m->a, e);
    if (e->fact)
        add_fact(b, l, e->fact);
    if (e->column) {
        add_fact(b, l, e->column);
        meaning_add(b, (long long)e->level - base);
    }
    if (e->criterion)
        add_criterion(b, l, e->criterion);
    if (e->rounding) {
        meaning_add(b, e->rounding->mode);
        meaning_add_text(b, number_exact_words(l->m->a, e->rounding->step));
    }
}

static uint32_t plain_meaning(const struct looking *l, const struct expr *e, unsigned depth,
                              unsigned base)
{
    bool rows = e->kind == EXPR_AGGREGATE;
    const struct expr *operand[] = {e->left, rows && l->view == WITHOUT_FILTERS ? NULL : e->right,
                                    e->third};
    uint32_t inside[3] = {0};
    uint32_t *args = ARENA_ARRAY(l->m->a, uint32_t, e->args.n);
    for (int i = 0; i < 3; i++)
        if (operand[i])
            inside[i] = 1 + meaning_of(l, operand[i], depth + rows, base);
    for (size_t i = 0; i < e->args.n; i++)
        args[i] = meaning_of(l, e->args.at[i], depth, base);
    struct buffer b = buffer_in(l->m->a);
    buffer_add_byte(&b, 'e');
    add_kind(&b, l, e, base);
    for (int i = 0; i < 3; i++)
        meaning_add(&b, inside[i]);
    for (size_t i = 0; i < e->args.n; i++)
        meaning_add(&b, args[i]);
    return meaning_remember(l->m, &b, (struct terms){0});
}

static uint32_t found_meaning(const struct looking *l, const struct expr *e, unsigned depth,
                              unsigned base)
{
    switch ((unsigned)e->kind) {
    case EXPR_LET:
        return meaning_of(l, e->let->value, 0, 0);
    case EXPR_CALL:
        return meaning_of(l, e->left, depth, base);
    case EXPR_PARAMETER:
        return meaning_of(l, e->argument, e->level, base);
    case EXPR_NEGATE:
        return meaning_of_sum(l, e, depth, base);
    case EXPR_ARITHMETIC:
        return e->op == OP_DIVIDE ? plain_meaning(l, e, depth, base)
                                  : meaning_of_sum(l, e, depth, base);
    case EXPR_COMPARE:
        return meaning_of_comparison(l, e, depth, base);
    case EXPR_LOGIC:
        return meaning_of_set(l, e, e->op == OP_AND ? '&' : '|', depth, base);
    case EXPR_EXTREME:
        return meaning_of_set(l, e, e->aggregate == AGGREGATE_MAX ? 'M' : 'm', depth, base);
    case EXPR_TABLE:
        return meaning_of_table(l, e, depth, base);
    case EXPR_AGGREGATE:
        return plain_meaning(l, e, depth, meaning_lowest_row(l, e, depth) == NO_ROW ? depth : base);
    default:
        return plain_meaning(l, e, depth, base);
    }
}

uint32_t meaning_of(const struct looking *l, const struct expr *e, unsigned depth, unsigned base)
{
    struct meanings *m = l->m;
    uint32_t **kept = &m->of[l->view][l->side][base];
    if (!*kept)
        *kept = ARENA_ARRAY(m->a, uint32_t, m->d->model[l->side]->cells + 1);
    if (!(*kept)[e->cell])
        (*kept)[e->cell] = 1 + found_meaning(l, e, depth, base);
    return (*kept)[e->cell] - 1;
}

/* --- two expressions -------------------------------------------------------------------------- */

static struct meanings *meanings_in(const struct diff *d)
{
    struct meanings *m = ARENA_NEW(d->arena, struct meanings);
    *m = (struct meanings){.d = d, .a = d->arena, .known = map_in(d->arena)};
    for (int side = 0; side < SIDES; side++)
        m->lowest[side] = ARENA_ARRAY(d->arena, unsigned char, d->model[side]->cells + 1);
    return m;
}

static bool same_in(const struct diff *d, const struct expr *older, const struct expr *newer,
                    enum view view)
{
    if (!older || !newer)
        return older == newer;
    struct looking before = {d->meanings, OLDER, view}, after = {d->meanings, NEWER, view};
    return meaning_of(&before, older, 0, 0) == meaning_of(&after, newer, 0, 0);
}

size_t diff_meaning(const struct diff *d, int side, const struct expr *e)
{
    struct looking l = {d->meanings, side, WHOLE};
    return e ? (size_t)meaning_of(&l, e, 0, 0) + 1 : 0;
}

void diff_find_meanings(struct diff *d)
{
    d->meanings = meanings_in(d);
}

bool diff_same(const struct diff *d, const struct expr *older, const struct expr *newer)
{
    return same_in(d, older, newer, WHOLE);
}

static bool is_day(const struct expr *e, struct date *d)
{
    if (!e || e->kind != EXPR_LITERAL)
        return false;
    bool month = e->literal->kind == VALUE_MONTH;
    *d = month ? month_last(e->literal->month) : e->literal->date;
    return month || e->literal->kind == VALUE_DATE;
}

bool diff_same_day(const struct diff *d, const struct expr *older, const struct expr *newer)
{
    struct date before, after;
    if (is_day(older, &before) && is_day(newer, &after))
        return before.day == after.day;
    return diff_same(d, older, newer);
}

bool diff_same_but_filters(const struct diff *d, const struct expr *older, const struct expr *newer)
{
    return same_in(d, older, newer, WITHOUT_FILTERS);
}
