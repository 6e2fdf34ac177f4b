/* Copies of trees, changed on the way.
 *
 * Floor: syntax. */
#ifndef KEN_SYNTAX_COPY_H
#define KEN_SYNTAX_COPY_H

#include "syntax/tree.h"

/* What takes the place of `n`, whole, its children included; NULL: a copy of it, with what takes
 * the place of its children. */
typedef struct node *node_change(void *user, struct arena *a, const struct node *n);

/* A copy of `n` in `a`; texts are shared.  `change` is asked about every node, outermost first. */
struct node *node_copy(struct arena *a, const struct node *n, node_change *change, void *user);

#endif
