/* What is special about a kind of node: private to format/. */
#ifndef KEN_FORMAT_MARKS_H
#define KEN_FORMAT_MARKS_H

#include "format/layout.h"

enum { RANK_MOST = 250, RANK_TYPE = 2 };

struct gap *gap_at(struct layout *l, size_t token);
void set_rank(struct gap *g, size_t rank);
void set_column(struct gap *g, unsigned column, unsigned spaces);

/* What an item of this kind stands in columns with. */
enum row_kind row_of_kind(enum node_kind kind);

/* The gaps within a node; `rank` is that of a break in an expression there. */
void mark_node(struct layout *l, const struct node *n, size_t rank);

#endif
