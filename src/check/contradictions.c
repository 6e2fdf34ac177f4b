/* Contradictions: `size = "S" and size = "M"`, `days > 5 or days < 10`.
 *
 * Each operand of an `and` that compares something with a constant leaves a stretch or a word for
 * it; where nothing is left, the two operands that closed it are said.  An `or` is always yes where
 * the opposites of its operands contradict each other.  What is compared is known by how it is
 * written: within one condition the same words mean the same. */
#include "check/ranges.h"

struct left {             /* what an operand, or all so far, leave of something */
    struct end low, high; /* of a number, a date, a month or a yes/no */
    bool above, below;    /* the end itself is left out */
    struct text word;     /* of a text: it must be this one */
    const struct expr *by_low, *by_high, *by_word; /* NULL: nothing is demanded */
};

struct contradiction {
    struct checker *c;
    bool either; /* the operands of an `or`, each turned into its opposite */
    struct map index;
    LIST_OF(struct left) left; /* by what is compared */
    const struct expr *first, *second;
};

static enum op opposite_op(enum op op)
{
    switch (op) {
    case OP_LT:
        return OP_GE;
    case OP_LE:
        return OP_GT;
    case OP_GT:
        return OP_LE;
    case OP_GE:
        return OP_LT;
    case OP_EQ:
        return OP_NE;
    default:
        return OP_EQ;
    }
}

/* `5 < x` is `x > 5`. */
static enum op mirrored_op(enum op op)
{
    switch (op) {
    case OP_LT:
        return OP_GT;
    case OP_LE:
        return OP_GE;
    case OP_GT:
        return OP_LT;
    case OP_GE:
        return OP_LE;
    default:
        return op;
    }
}

static struct left *left_of(struct contradiction *k, const struct expr *what)
{
    size_t i = map_put(&k->index, check_source(k->c, what->at), k->left.n);
    if (i == k->left.n)
        LIST_ADD(k->c->a, &k->left,
                 (struct left){.low = {.infinite = -1}, .high = {.infinite = 1}});
    return &k->left.at[i];
}

static void found(struct contradiction *k, const struct expr *first, const struct expr *second)
{
    if (k->first || first == second)
        return;
    k->first = first;
    k->second = second;
}

static void check_stretch(struct contradiction *k, const struct left *l)
{
    int order = end_order(k->c->a, l->low, l->high);
    if (!l->by_low || !l->by_high || order < 0 || (!order && !l->above && !l->below))
        return;
    bool low_first = l->by_low->at.lo < l->by_high->at.lo;
    found(k, low_first ? l->by_low : l->by_high, low_first ? l->by_high : l->by_low);
}

static void demand_low(struct contradiction *k, struct left *l, struct end b, bool above,
                       const struct expr *by)
{
    int order = end_order(k->c->a, b, l->low);
    if (order < 0 || (!order && l->above >= above))
        return;
    l->low = b;
    l->above = above;
    l->by_low = by;
}

static void demand_high(struct contradiction *k, struct left *l, struct end b, bool below,
                        const struct expr *by)
{
    int order = end_order(k->c->a, b, l->high);
    if (order > 0 || (!order && l->below >= below))
        return;
    l->high = b;
    l->below = below;
    l->by_high = by;
}

static void demand(struct contradiction *k, const struct expr *what, enum op op, struct end b,
                   const struct expr *by)
{
    struct left *l = left_of(k, what);
    if (op == OP_EQ || op == OP_GT || op == OP_GE)
        demand_low(k, l, b, op == OP_GT, by);
    if (op == OP_EQ || op == OP_LT || op == OP_LE)
        demand_high(k, l, b, op == OP_LT, by);
    check_stretch(k, l);
}

static void demand_word(struct contradiction *k, const struct expr *what, const struct expr *word,
                        enum op op, const struct expr *by)
{
    if (op != OP_EQ || word->kind != EXPR_LITERAL)
        return;
    struct left *l = left_of(k, what);
    if (l->by_word && !text_equal(l->word, word->literal->text))
        found(k, l->by_word, by);
    l->word = word->literal->text;
    l->by_word = by;
}

static void take_compare(struct contradiction *k, const struct expr *e, bool opposite,
                         const struct expr *by)
{
    enum op op = opposite ? opposite_op(e->op) : e->op;
    struct interval x = range_of(k->c, e->left), y = range_of(k->c, e->right);
    if (e->left->type.kind == TYPE_TEXT) {
        bool turned = e->left->kind == EXPR_LITERAL;
        demand_word(k, turned ? e->right : e->left, turned ? e->left : e->right, op, by);
    } else if (interval_is_point(k->c->a, y))
        demand(k, e->left, op, y.low, by);
    else if (interval_is_point(k->c->a, x))
        demand(k, e->right, mirrored_op(op), x.low, by);
}

static void take_in(struct contradiction *k, const struct expr *e)
{
    if (e->right->kind != EXPR_RANGE)
        return;
    struct interval low = range_of(k->c, e->right->left), high = range_of(k->c, e->right->right);
    if (interval_is_point(k->c->a, low))
        demand(k, e->left, OP_GE, low.low, e);
    if (interval_is_point(k->c->a, high))
        demand(k, e->left, OP_LE, high.low, e);
}

/* What this operand, or its opposite, demands. */
static void take(struct contradiction *k, const struct expr *e, bool opposite)
{
    const struct expr *by = e;
    while (e->kind == EXPR_NOT) {
        e = e->left;
        opposite = !opposite;
    }
    if (e->kind == EXPR_COMPARE)
        take_compare(k, e, opposite, by);
    else if (e->kind == EXPR_IN && !opposite)
        take_in(k, e);
    else if (e->type.kind == TYPE_YES_NO && (e->kind == EXPR_FACT || e->kind == EXPR_COLUMN))
        demand(k, e, OP_EQ, (struct end){.at = number_of(!opposite)}, by);
}

bool check_contradiction(struct checker *c, const struct expr *logic)
{
    struct contradiction k = {.c = c, .either = logic->op == OP_OR, .index = map_in(c->a)};
    for (size_t i = 0; i < logic->args.n && !k.first; i++)
        take(&k, logic->args.at[i], k.either);
    if (!k.first)
        return false;
    struct text first = check_source(c, k.first->at), second = check_source(c, k.second->at);
    struct diag *g = k.either ? DIAG_ADD(c->d, K0423, k.second->at, first, second)
                              : DIAG_ADD(c->d, K0422, k.second->at, first, second);
    diag_label(c->d, g, k.first->at, TEXT("the other one"));
    diag_help(g, k.either ? TEXT("did you mean `and`?") : TEXT("did you mean `or`?"));
    return true;
}
