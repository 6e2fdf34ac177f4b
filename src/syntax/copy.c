/* Copies of trees, changed on the way: made from nodes.def. */
#include "syntax/copy.h"

static struct nodes list_copy(struct arena *a, const struct nodes *l, node_change *change,
                              void *user)
{
    struct nodes copy = {0};
    LIST_RESERVE(a, &copy, l->n);
    for (size_t i = 0; i < l->n; i++)
        LIST_ADD(a, &copy, node_copy(a, l->at[i], change, user));
    return copy;
}

struct node *node_copy(struct arena *a, const struct node *n, node_change *change, void *user)
{
    if (!n)
        return NULL;
    struct node *changed = change(user, a, n);
    if (changed)
        return changed;
    struct node *copy = node_twin(a, n);
    switch (n->kind) {
#define N(name) here->name = node_copy(a, here->name, change, user);
#define L(name) here->name = list_copy(a, &here->name, change, user);
#define T(name) (void)here->name;
#define K(name) (void)here->name;
#define NODE(kind_, fields)                                                                        \
    case NODE_##kind_: {                                                                           \
        struct node_##kind_ *here = &copy->kind_;                                                  \
        fields break;                                                                              \
    }
#include "syntax/nodes.def"
#undef NODE
#undef N
#undef L
#undef T
#undef K
    case NODE_KINDS:
        break;
    }
    return copy;
}
