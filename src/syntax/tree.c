/* The syntax tree: making nodes. */
#include "syntax/tree.h"

#include <string.h>

struct node *node_twin(struct arena *a, const struct node *n)
{
    size_t size = offsetof(struct node, word) + node_size(n->kind);
    return memcpy(arena_take(a, size), n, size);
}

struct node *tree_settle(struct tree *t, struct node *n)
{
    unsigned depth = node_depth_below(n);
    if (depth >= TREE_DEPTH) {
        struct diag *g = DIAG_ADD(t->diags, K0205, n->at, text_number(t->arena, TREE_DEPTH));
        diag_help(g, TEXT("give parts of it names with `let`"));
        return TREE(t, broken, n->at, .text = {0});
    }
    n->depth = depth + 1;
    t->has[n->kind] = true;
    return n;
}

struct nodes tree_list(struct tree *t, struct nodes l, struct node *n)
{
    if (n)
        LIST_ADD(t->arena, &l, n);
    return l;
}

const struct node *tree_tests(const struct tree *t)
{
    const struct nodes *items = &t->root->file.items;
    for (size_t i = 0; i < items->n; i++)
        if (items->at[i]->kind == NODE_tests)
            return items->at[i];
    return NULL;
}

struct text op_words(enum op op)
{
    static const char *const words[] = {
        [OP_ADD] = "+", [OP_SUBTRACT] = "-", [OP_MULTIPLY] = "*", [OP_DIVIDE] = "/", [OP_EQ] = "=",
        [OP_NE] = "!=", [OP_LT] = "<",       [OP_LE] = "<=",      [OP_GT] = ">",     [OP_GE] = ">=",
        [OP_IN] = "in", [OP_AND] = "and",    [OP_OR] = "or",
    };
    return text_of(words[op]);
}

struct text adjust_kind_words(enum adjust_kind kind)
{
    static const char *const words[] = {[ADJUST_PLUS] = "plus",
                                        [ADJUST_MINUS] = "minus",
                                        [ADJUST_AT_LEAST] = "at least",
                                        [ADJUST_AT_MOST] = "at most",
                                        [ADJUST_ROUND] = "round"};
    return text_of(words[kind]);
}

struct text aggregate_words(enum aggregate_kind kind)
{
    static const char *const words[] = {
        [AGGREGATE_COUNT] = "count",
        [AGGREGATE_SHARE] = "share",
        [AGGREGATE_SUM] = "sum",
        [AGGREGATE_MEAN] = "mean",
        [AGGREGATE_MIN] = "min",
        [AGGREGATE_MAX] = "max",
        [AGGREGATE_ALL] = "all",
        [AGGREGATE_ANY] = "any",
        [AGGREGATE_DISTINCT] = "count distinct",
        [AGGREGATE_FIRST] = "first",
        [AGGREGATE_LAST] = "last",
        [AGGREGATE_PRODUCT] = "product",
        [AGGREGATE_WEIGHTED_MEAN] = "weighted mean",
        [AGGREGATE_BEST] = "best",
    };
    return text_of(words[kind]);
}
