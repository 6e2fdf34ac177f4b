/* The syntax tree: what they wrote.
 *
 * Floor: syntax.  Nodes live in the arena of their tree and do not change once made.  What a node
 * means is the business of check/. */
#ifndef KEN_SYNTAX_TREE_H
#define KEN_SYNTAX_TREE_H

#include "base/buffer.h"
#include "base/diag.h"
#include "base/limits.h"
#include "value/date.h"
#include "value/number.h"

enum node_kind {
#define NODE(kind, fields) NODE_##kind,
#include "syntax/nodes.def"
#undef NODE
    NODE_KINDS
};

enum type_kind_written {
    WRITTEN_NUMBER,
    WRITTEN_INTEGER,
    WRITTEN_TEXT,
    WRITTEN_DATE,
    WRITTEN_MONTH,
    WRITTEN_YES_NO,
    WRITTEN_CHOICE,
    WRITTEN_SET,
    WRITTEN_TABLE
};
enum attribute_kind {
    ATTRIBUTE_OPTIONAL,
    ATTRIBUTE_FIXED,
    ATTRIBUTE_DECIMALS,
    ATTRIBUTE_LEAST,
    ATTRIBUTE_MOST,
    ATTRIBUTE_KEY,
    ATTRIBUTE_EVIDENCE,
    ATTRIBUTE_FORMERLY
};
/* What evidence of a step does. */
enum evidence_wanted {
    EVIDENCE_UNASKED,
    EVIDENCE_LISTED, /* where there is none, that is said */
    EVIDENCE_COUNTS  /* and the step does not count */
};
/* What counts between and beyond levels. */
enum level_kind {
    LEVELS_LINEAR,      /* the line between two, flat outside */
    LEVELS_STEPPED,     /* the best level reached, nothing between */
    LEVELS_EXTRAPOLATED /* the line of the nearest two goes on outside, up to the ends of the scale
                         */
};
enum height { HEIGHT_TOTAL, HEIGHT_GROUP, HEIGHT_INDICATOR, HEIGHT_PART };
enum place_kind { PLACE_AFTER, PLACE_BEFORE, PLACE_INTO };
enum policy_kind { POLICY_NONE, POLICY_DROP, POLICY_SCORE, POLICY_GIVE };
enum day_unit { UNIT_NONE, UNIT_DAY, UNIT_WORKING_DAY, UNIT_MONTH };
enum date_part { PART_START, PART_END, PART_MONTH };
enum adjust_kind { ADJUST_PLUS, ADJUST_MINUS, ADJUST_AT_LEAST, ADJUST_AT_MOST, ADJUST_ROUND };
enum bound_kind { BOUND_FLOOR, BOUND_CAP };
enum rounding_to { ROUNDING_TO_PLACES, ROUNDING_TO_MULTIPLE };
enum edge { EDGE_NONE, EDGE_FROM, EDGE_ABOVE, EDGE_EXACTLY, EDGE_TO, EDGE_BELOW, EDGE_OTHERWISE };
enum op {
    OP_ADD,
    OP_SUBTRACT,
    OP_MULTIPLY,
    OP_DIVIDE,
    OP_EQ,
    OP_NE,
    OP_LT,
    OP_LE,
    OP_GT,
    OP_GE,
    OP_IN,
    OP_AND,
    OP_OR
};
enum aggregate_kind {
    AGGREGATE_COUNT,
    AGGREGATE_SHARE,
    AGGREGATE_SUM,
    AGGREGATE_MEAN,
    AGGREGATE_MIN,
    AGGREGATE_MAX,
    AGGREGATE_ALL,
    AGGREGATE_ANY,
    AGGREGATE_DISTINCT,
    AGGREGATE_FIRST,
    AGGREGATE_LAST,
    AGGREGATE_PRODUCT, /* these three of parts only */
    AGGREGATE_WEIGHTED_MEAN,
    AGGREGATE_BEST
};
enum unit_scale { SCALE_ONE, SCALE_THOUSAND, SCALE_MILLION, SCALE_BILLION };

/* The sign or word of an operator as it is written. */
struct text op_words(enum op op);
struct text adjust_kind_words(enum adjust_kind kind);
struct text aggregate_words(enum aggregate_kind kind);

struct node;
struct nodes {
    LIST_FIELDS(struct node *);
};

#define N(name) struct node *name;
#define L(name) struct nodes name;
#define T(name) struct text name;
#define K(name) int name;
#define NODE(kind, fields)                                                                         \
    struct node_##kind {                                                                           \
        fields                                                                                     \
    };
#include "syntax/nodes.def"
#undef NODE
#undef N
#undef L
#undef T
#undef K

/* Of a node, only the part that its kind has is there: `*n` is never copied (see node_twin). */
struct node {
    enum node_kind kind;
    unsigned depth; /* of the deepest chain of nodes below, this one included */
    struct span at;
    union {
#define NODE(kind, fields) struct node_##kind kind;
#include "syntax/nodes.def"
#undef NODE
    };
};

struct tokens;

struct tree {
    struct arena *arena;
    struct diags *diags;
    struct node *root;                /* a `file` */
    bool has[NODE_KINDS];             /* nodes of that kind */
    struct span used_at;              /* where another file names it; nowhere for the first one */
    struct span open[TREE_DEPTH + 1]; /* while parsing: the brackets that are open */
    int opened;
    const struct tokens *tokens; /* while parsing: what is read, */
    size_t now, read;            /* up to here, and what comes next */
    size_t errors_before;
    bool given_up; /* there was too much of something */
};

/* Put a node into the tree: TREE(t, kind, span, .field = value, ...).  A node nested too deep is
 * reported and becomes `broken`. */
#define TREE(t, kind_, span_, ...)                                                                 \
    tree_add((t), NODE_##kind_, (span_), &(const struct node_##kind_){__VA_ARGS__},                \
             sizeof(struct node_##kind_))

/* Private to TREE.  In place, where the size is known: a large rule set has half a million nodes.
 */
struct node *tree_settle(struct tree *t, struct node *n);
static inline struct node *tree_add(struct tree *t, enum node_kind kind, struct span at,
                                    const void *fields, size_t size)
{
    struct node *n = arena_take(t->arena, offsetof(struct node, word) + size);
    n->kind = kind;
    n->at = at;
    memcpy(&n->word, fields, size);
    return tree_settle(t, n);
}

/* The list `l` with `n` at its end.  Start from (struct nodes){0}. */
struct nodes tree_list(struct tree *t, struct nodes l, struct node *n);

/* Children in the order in which they are written, NULLs left out. */
typedef void node_visit(void *user, struct node *child);
void node_children(const struct node *n, node_visit *visit, void *user);

/* A node of its own with the same children. */
struct node *node_twin(struct arena *a, const struct node *n);

/* Bytes of the fields of that kind. */
size_t node_size(enum node_kind kind);

/* The greatest depth of the children; 0 where there are none. */
unsigned node_depth_below(const struct node *n);

/* The line `tests` of a file that holds tests of other rules; NULL: it is a rule file. */
const struct node *tree_tests(const struct tree *t);

/* Whether two trees say the same, spans aside. */
bool node_same(const struct node *a, const struct node *b);

/* An S-expression, one node a line, for tests and for curiosity. */
void node_dump(struct buffer *b, const struct node *n);

#endif
