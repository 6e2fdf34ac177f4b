/* What can be done with any node, made from nodes.def: children in order, equality, dump. */
#include "syntax/tree.h"

static void visit_list(const struct nodes *l, node_visit *visit, void *user)
{
    for (size_t i = 0; i < l->n; i++)
        visit(user, l->at[i]);
}

void node_children(const struct node *n, node_visit *visit, void *user)
{
    switch (n->kind) {
#define N(name)                                                                                    \
    if (here->name)                                                                                \
        visit(user, here->name);
#define L(name) visit_list(&here->name, visit, user);
#define T(name) (void)here->name;
#define K(name) (void)here->name;
#define NODE(kind_, fields)                                                                        \
    case NODE_##kind_: {                                                                           \
        const struct node_##kind_ *here = &n->kind_;                                               \
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
}

size_t node_size(enum node_kind kind)
{
    static const unsigned char size[] = {
#define NODE(kind, fields) sizeof(struct node_##kind),
#include "syntax/nodes.def"
#undef NODE
    };
    return size[kind];
}

static unsigned deepest(unsigned depth, const struct node *child)
{
    return child && child->depth > depth ? child->depth : depth;
}

static unsigned deepest_of(unsigned depth, const struct nodes *l)
{
    for (size_t i = 0; i < l->n; i++)
        depth = deepest(depth, l->at[i]);
    return depth;
}

unsigned node_depth_below(const struct node *n)
{
    unsigned depth = 0;
    switch (n->kind) {
#define N(name) depth = deepest(depth, here->name);
#define L(name) depth = deepest_of(depth, &here->name);
#define T(name) (void)here->name;
#define K(name) (void)here->name;
#define NODE(kind_, fields)                                                                        \
    case NODE_##kind_: {                                                                           \
        const struct node_##kind_ *here = &n->kind_;                                               \
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
    return depth;
}

static bool lists_same(const struct nodes *a, const struct nodes *b)
{
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (!node_same(a->at[i], b->at[i]))
            return false;
    return true;
}

bool node_same(const struct node *a, const struct node *b)
{
    if (!a || !b)
        return a == b;
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
#define N(name) &&node_same(p->name, q->name)
#define L(name) &&lists_same(&p->name, &q->name)
#define T(name) &&text_equal(p->name, q->name)
#define K(name) &&p->name == q->name
#define NODE(kind_, fields)                                                                        \
    case NODE_##kind_: {                                                                           \
        const struct node_##kind_ *p = &a->kind_, *q = &b->kind_;                                  \
        return true fields;                                                                        \
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
    return false;
}

struct dumping {
    struct buffer *out;
    unsigned depth;
};

static void dump(void *user, struct node *n);

static void dump_text(struct dumping *d, struct text t)
{
    buffer_add(d->out, TEXT(" \""));
    buffer_add(d->out, t);
    buffer_add_byte(d->out, '"');
}

static void dump_number(struct dumping *d, int n)
{
    buffer_add_byte(d->out, ' ');
    buffer_add_number(d->out, n);
}

static void dump(void *user, struct node *n)
{
    struct dumping d = *(struct dumping *)user;
    if (d.depth)
        buffer_add_byte(d.out, '\n');
    buffer_add_times(d.out, TEXT("  "), d.depth);
    d.depth++;
    buffer_add_byte(d.out, '(');
    switch (n->kind) {
#define N(name) (void)n;
#define L(name) (void)n;
#define T(name) dump_text(&d, here->name);
#define K(name) dump_number(&d, here->name);
#define NODE(kind_, fields)                                                                        \
    case NODE_##kind_: {                                                                           \
        const struct node_##kind_ *here = &n->kind_;                                               \
        (void)here;                                                                                \
        buffer_add(d.out, TEXT(#kind_));                                                           \
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
    node_children(n, dump, &d);
    buffer_add_byte(d.out, ')');
}

void node_dump(struct buffer *b, const struct node *n)
{
    struct dumping d = {b, 0};
    dump(&d, (struct node *)(uintptr_t)n);
    buffer_add_byte(b, '\n');
}
