/* Whether two expressions mean the same.
 *
 * Every meaning has a number, and expressions of both sides that mean the same get the same one:
 * the number of an expression is that of its kind and of the numbers of its operands, kept by its
 * cell. So a let that is used a thousand times is looked at once, and to compare is to compare two
 * numbers.  What is found the same is so for certain; two expressions that come to the same by
 * algebra, and are not written alike, may be told apart. */
#include <stdlib.h>

#include "diff/comparing.h"

enum {
    DEPTHS = 4,          /* of rows around an expression, and one to spare */
    TERMS = 64,          /* of a sum or the like that are looked through */
    MOST_OFTEN = 1 << 20 /* that one of them may stand in it */
};

/* How much of a meaning is looked at. */
enum view { WHOLE, WITHOUT_FILTERS, VIEWS };

struct term {
    uint32_t meaning;
    long times; /* of a sum: what is taken away counts negative */
};

/* Operands whose order says nothing. */
struct terms {
    char op; /* 0: it has none */
    size_t n;
    struct term *at;
};

struct meanings {
    const struct diff *d;
    struct arena *a;
    struct map known;                   /* from what it is made of to its number */
    LIST_OF(struct terms) terms;        /* by number */
    uint32_t *of[VIEWS][SIDES][DEPTHS]; /* by cell; number + 1, 0: not looked at yet */
    unsigned char *lowest[SIDES];       /* by cell; level + 1 */
};

struct looking {
    struct meanings *m;
    int side;
    enum view view;
};

static uint32_t meaning_of(const struct looking *l, const struct expr *e, unsigned depth,
                           unsigned base);

/* --- what is known ---------------------------------------------------------------------------- */

static uint32_t remember(struct meanings *m, const struct buffer *b, struct terms terms)
{
    size_t i;
    if (map_find(&m->known, buffer_text(b), &i))
        return (uint32_t)i;
    map_put(&m->known, text_copy(m->a, buffer_text(b)), m->terms.n);
    LIST_ADD(m->a, &m->terms, terms);
    return (uint32_t)(m->terms.n - 1);
}

static void add(struct buffer *b, long long n)
{
    buffer_add_number(b, n);
    buffer_add_byte(b, ' ');
}

static void add_text(struct buffer *b, struct text t)
{
    add(b, (long long)t.n);
    buffer_add(b, t);
}

/* --- columns: the rows that they are of --------------------------------------------------------
 *
 * A level counts rows from the outermost expression.  What looks at no row around it means the same
 * wherever it stands, so its levels are counted from where it begins. */

enum { NO_ROW = DEPTHS };

struct lowest {
    const struct looking *l;
    unsigned depth, found;
};

static unsigned lowest_row(const struct looking *l, const struct expr *e, unsigned depth);

static void look_lower(void *user, const struct expr *e)
{
    struct lowest *w = user;
    unsigned row = lowest_row(w->l, e, w->depth);
    w->found = row < w->found ? row : w->found;
}

/* The outermost row around it that it looks at; NO_ROW for none. */
static unsigned lowest_row(const struct looking *l, const struct expr *e, unsigned depth)
{
    unsigned char *kept = &l->m->lowest[l->side][e->cell];
    if (*kept)
        return *kept - 1u;
    struct lowest w = {l, depth, NO_ROW};
    switch ((unsigned)e->kind) {
    case EXPR_COLUMN:
        w.found = e->level;
        break;
    case EXPR_LET:
        break;
    case EXPR_PARAMETER:
        w.found = lowest_row(l, e->argument, e->level);
        break;
    case EXPR_CALL:
        w.found = lowest_row(l, e->left, depth);
        break;
    case EXPR_AGGREGATE:
        w.depth++;
        expr_operands(e, look_lower, &w);
        break;
    default:
        expr_operands(e, look_lower, &w);
        break;
    }
    if (w.found >= depth)
        w.found = NO_ROW;
    *kept = (unsigned char)(w.found + 1);
    return w.found;
}

/* --- operands in any order ---------------------------------------------------------------------
 */

static int by_meaning(const void *one, const void *other)
{
    const struct term *x = one, *y = other;
    return (x->meaning > y->meaning) - (x->meaning < y->meaning);
}

struct gathering {
    const struct looking *l;
    char op;
    LIST_OF(struct term) all;
};

static void gather(struct gathering *g, uint32_t meaning, long times)
{
    struct meanings *m = g->l->m;
    const struct terms *inner = &m->terms.at[meaning];
    bool through = inner->op == g->op && g->all.n + inner->n <= TERMS;
    for (size_t i = 0; through && i < inner->n; i++)
        through = labs(inner->at[i].times) < MOST_OFTEN;
    if (!through) {
        LIST_ADD(m->a, &g->all, (struct term){meaning, times});
        return;
    }
    for (size_t i = 0; i < inner->n; i++)
        LIST_ADD(m->a, &g->all, (struct term){inner->at[i].meaning, inner->at[i].times * times});
}

/* The same operand twice is one that stands there twice; in a condition, or for the greatest of
 * several, once. */
static uint32_t gathered(struct gathering *g)
{
    struct meanings *m = g->l->m;
    bool counts = g->op == '+' || g->op == '*';
    size_t n = 0;
    qsort(g->all.at, g->all.n, sizeof *g->all.at, by_meaning);
    for (size_t i = 0; i < g->all.n; i++) {
        if (n && g->all.at[n - 1].meaning == g->all.at[i].meaning)
            g->all.at[n - 1].times += counts ? g->all.at[i].times : 0;
        else
            g->all.at[n++] = g->all.at[i];
    }
    if (n == 1 && g->all.at[0].times == 1)
        return g->all.at[0].meaning;
    struct buffer b = buffer_in(m->a);
    buffer_add_byte(&b, g->op);
    for (size_t i = 0; i < n; i++) {
        add(&b, g->all.at[i].meaning);
        add(&b, g->all.at[i].times);
    }
    return remember(m, &b, (struct terms){g->op, n, g->all.at});
}

static uint32_t sum_of(const struct looking *l, const struct expr *e, unsigned depth, unsigned base)
{
    struct gathering g = {.l = l, .op = e->op == OP_MULTIPLY ? '*' : '+'};
    gather(&g, meaning_of(l, e->left, depth, base), e->kind == EXPR_NEGATE ? -1 : 1);
    if (e->kind == EXPR_ARITHMETIC)
        gather(&g, meaning_of(l, e->right, depth, base), e->op == OP_SUBTRACT ? -1 : 1);
    return gathered(&g);
}

static uint32_t set_of(const struct looking *l, const struct expr *e, char op, unsigned depth,
                       unsigned base)
{
    struct gathering g = {.l = l, .op = op};
    for (size_t i = 0; i < e->args.n; i++)
        gather(&g, meaning_of(l, e->args.at[i], depth, base), 1);
    return gathered(&g);
}

/* `a > b` is `b < a`, and `a = b` is `b = a`. */
static uint32_t comparison_of(const struct looking *l, const struct expr *e, unsigned depth,
                              unsigned base)
{
    uint32_t x = meaning_of(l, e->left, depth, base), y = meaning_of(l, e->right, depth, base);
    bool swapped =
        e->op == OP_GT || e->op == OP_GE || ((e->op == OP_EQ || e->op == OP_NE) && y < x);
    enum op op = e->op == OP_GT ? OP_LT : e->op == OP_GE ? OP_LE : e->op;
    struct buffer b = buffer_in(l->m->a);
    buffer_add_byte(&b, '<');
    add(&b, op);
    add(&b, swapped ? y : x);
    add(&b, swapped ? x : y);
    return remember(l->m, &b, (struct terms){0});
}

/* --- tables of cases ----------------------------------------------------------------------------
 */

struct row_meaning {
    struct text key;
    uint32_t meaning;
};

static int by_key(const void *one, const void *other)
{
    const struct row_meaning *x = one, *y = other;
    return text_order(x->key, y->key);
}

struct text diff_key(const struct case_key *key)
{
    if (key->value.kind == VALUE_TEXT)
        return key->value.text;
    return key->value.truth ? TEXT("yes") : TEXT("no");
}

/* The order of keys says nothing. */
static void add_keyed_rows(struct buffer *b, struct meanings *m, const struct cases *cases,
                           const uint32_t *result)
{
    LIST_OF(struct row_meaning) rows = {0};
    for (size_t i = 0; i < cases->rows.n; i++) {
        const struct case_row *row = &cases->rows.at[i];
        for (size_t j = 0; j < row->keys.n; j++)
            LIST_ADD(m->a, &rows, (struct row_meaning){diff_key(&row->keys.at[j]), result[i]});
        if (row->otherwise) {
            buffer_add_byte(b, 'o');
            add(b, result[i]);
        }
    }
    if (rows.n)
        qsort(rows.at, rows.n, sizeof *rows.at, by_key);
    for (size_t i = 0; i < rows.n; i++) {
        add_text(b, rows.at[i].key);
        add(b, rows.at[i].meaning);
    }
}

static uint32_t table_of(const struct looking *l, const struct expr *e, unsigned depth,
                         unsigned base)
{
    struct meanings *m = l->m;
    const struct cases *cases = e->cases;
    uint32_t *result = ARENA_ARRAY(m->a, uint32_t, e->args.n);
    uint32_t *when = ARENA_ARRAY(m->a, uint32_t, e->args.n);
    for (size_t i = 0; i < e->args.n; i++) {
        result[i] = meaning_of(l, e->args.at[i], depth, base);
        if (cases->rows.at[i].when)
            when[i] = meaning_of(l, cases->rows.at[i].when, depth, base);
    }
    uint32_t by = cases->by ? meaning_of(l, cases->by, depth, base) : 0;
    struct buffer b = buffer_in(m->a);
    buffer_add_byte(&b, 'T');
    if (cases->by) {
        add(&b, by);
        add_keyed_rows(&b, m, cases, result);
    }
    for (size_t i = 0; !cases->by && i < e->args.n; i++) {
        buffer_add_byte(&b, cases->rows.at[i].otherwise ? 'o' : 'w');
        add(&b, when[i]);
        add(&b, result[i]);
    }
    return remember(m, &b, (struct terms){0});
}

/* --- everything else ----------------------------------------------------------------------------
 */

static void add_fact(struct buffer *b, const struct looking *l, const struct fact *f)
{
    const struct fact_pair *p = l->m->d->fact_of[l->side][f->table ? f->table->index : f->index];
    add(b, (long long)p->index);
    if (f->table)
        add(b, (long long)p->column_of[l->side][f->index]->index);
}

static void add_criterion(struct buffer *b, const struct looking *l, const struct criterion *k)
{
    add(b, (long long)l->m->d->pair_of[l->side][k->index]->index);
}

static void add_literal(struct buffer *b, struct arena *a, const struct expr *e)
{
    struct value v = e->literal;
    add(b, v.kind);
    switch (v.kind) {
    case VALUE_NUMBER:
        buffer_add(b, number_exact_words(a, v.number));
        if (e->type.dimension)
            buffer_add(b, dimension_words(a, e->type.dimension));
        break;
    case VALUE_TEXT:
        buffer_add(b, v.text);
        break;
    case VALUE_DATE:
        add(b, v.date.day);
        break;
    case VALUE_MONTH:
        add(b, v.month.month);
        break;
    case VALUE_TRUTH:
        add(b, v.truth);
        break;
    case VALUE_SET:
        for (size_t i = 0; i < v.set->n; i++)
            add_text(b, v.set->at[i]);
        break;
    case VALUE_ABSENT:
    case VALUE_TABLE:
        break;
    }
}

/* What it is, its operands aside. */
static void add_kind(struct buffer *b, const struct looking *l, const struct expr *e, unsigned base)
{
    add(b, e->kind);
    add(b, e->op);
    add(b, e->aggregate);
    add(b, (long long)e->best);
    add(b, e->day_unit);
    add(b, e->back);
    add(b, e->date_part);
    if (e->kind == EXPR_NUMBER || e->kind == EXPR_LITERAL)
        add_literal(b, l->m->a, e);
    if (e->fact)
        add_fact(b, l, e->fact);
    if (e->column) {
        add_fact(b, l, e->column);
        add(b, (long long)e->level - base);
    }
    if (e->criterion)
        add_criterion(b, l, e->criterion);
    if (e->rounding.set) {
        add(b, e->rounding.mode);
        buffer_add(b, number_exact_words(l->m->a, e->rounding.step));
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
        add(&b, inside[i]);
    for (size_t i = 0; i < e->args.n; i++)
        add(&b, args[i]);
    return remember(l->m, &b, (struct terms){0});
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
        return sum_of(l, e, depth, base);
    case EXPR_ARITHMETIC:
        return e->op == OP_DIVIDE ? plain_meaning(l, e, depth, base) : sum_of(l, e, depth, base);
    case EXPR_COMPARE:
        return comparison_of(l, e, depth, base);
    case EXPR_LOGIC:
        return set_of(l, e, e->op == OP_AND ? '&' : '|', depth, base);
    case EXPR_EXTREME:
        return set_of(l, e, e->aggregate == AGGREGATE_MAX ? 'M' : 'm', depth, base);
    case EXPR_TABLE:
        return table_of(l, e, depth, base);
    case EXPR_AGGREGATE:
        return plain_meaning(l, e, depth, lowest_row(l, e, depth) == NO_ROW ? depth : base);
    default:
        return plain_meaning(l, e, depth, base);
    }
}

/* `depth` rows stand around it, of which the first `base` are none of its own. */
static uint32_t meaning_of(const struct looking *l, const struct expr *e, unsigned depth,
                           unsigned base)
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
    bool month = e->literal.kind == VALUE_MONTH;
    *d = month ? month_last(e->literal.month) : e->literal.date;
    return month || e->literal.kind == VALUE_DATE;
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
