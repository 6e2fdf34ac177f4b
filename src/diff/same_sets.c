/* What forms mean whose operands have no order, or not the one that is written. */
#include <stdlib.h>

#include "diff/meanings.h"

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
    if (g->all.n)
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
        meaning_add(&b, g->all.at[i].meaning);
        meaning_add(&b, g->all.at[i].times);
    }
    return meaning_remember(m, &b, (struct terms){g->op, n, g->all.at});
}

uint32_t meaning_of_sum(const struct looking *l, const struct expr *e, unsigned depth,
                        unsigned base)
{
    struct gathering g = {.l = l, .op = e->op == OP_MULTIPLY ? '*' : '+'};
    gather(&g, meaning_of(l, e->left, depth, base), e->kind == EXPR_NEGATE ? -1 : 1);
    if (e->kind == EXPR_ARITHMETIC)
        gather(&g, meaning_of(l, e->right, depth, base), e->op == OP_SUBTRACT ? -1 : 1);
    return gathered(&g);
}

uint32_t meaning_of_set(const struct looking *l, const struct expr *e, char op, unsigned depth,
                        unsigned base)
{
    struct gathering g = {.l = l, .op = op};
    for (size_t i = 0; i < e->args.n; i++)
        gather(&g, meaning_of(l, e->args.at[i], depth, base), 1);
    return gathered(&g);
}

/* `a > b` is `b < a`, and `a = b` is `b = a`. */
uint32_t meaning_of_comparison(const struct looking *l, const struct expr *e, unsigned depth,
                               unsigned base)
{
    uint32_t x = meaning_of(l, e->left, depth, base), y = meaning_of(l, e->right, depth, base);
    bool swapped =
        e->op == OP_GT || e->op == OP_GE || ((e->op == OP_EQ || e->op == OP_NE) && y < x);
    enum op op = e->op == OP_GT ? OP_LT : e->op == OP_GE ? OP_LE : e->op;
    struct buffer b = buffer_in(l->m->a);
    buffer_add_byte(&b, '<');
    meaning_add(&b, op);
    meaning_add(&b, swapped ? y : x);
    meaning_add(&b, swapped ? x : y);
    return meaning_remember(l->m, &b, (struct terms){0});
}

/* --- tables of cases -------------------------------------------------------------------------- */

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
    size_t otherwise = cases->rows.n;
    for (size_t i = 0; i < cases->rows.n; i++)
        otherwise = cases->rows.at[i].otherwise ? i : otherwise;
    for (size_t i = 0; i < cases->rows.n; i++) {
        const struct case_row *row = &cases->rows.at[i];
        bool told = otherwise < cases->rows.n && result[i] == result[otherwise];
        for (size_t j = 0; !told && j < row->keys.n; j++)
            LIST_ADD(m->a, &rows, (struct row_meaning){diff_key(&row->keys.at[j]), result[i]});
        if (row->otherwise) {
            buffer_add_byte(b, 'o');
            meaning_add(b, result[i]);
        }
    }
    if (rows.n)
        qsort(rows.at, rows.n, sizeof *rows.at, by_key);
    for (size_t i = 0; i < rows.n; i++) {
        meaning_add_text(b, rows.at[i].key);
        meaning_add(b, rows.at[i].meaning);
    }
}

uint32_t meaning_of_table(const struct looking *l, const struct expr *e, unsigned depth,
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
        meaning_add(&b, by);
        add_keyed_rows(&b, m, cases, result);
    }
    for (size_t i = 0; !cases->by && i < e->args.n; i++) {
        buffer_add_byte(&b, cases->rows.at[i].otherwise ? 'o' : 'w');
        meaning_add(&b, when[i]);
        meaning_add(&b, result[i]);
    }
    return meaning_remember(m, &b, (struct terms){0});
}
