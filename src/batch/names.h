/* The names of JSON records, learned as they come.  Private to batch/.
 *
 * Floor: batch.  Records of one stream say the same things in the same order, so behind each name
 * stands the one that followed it last; only where another one comes is it looked up.  A name is
 * known by the scope that it stands in: the record itself, or a group of facts. */
#ifndef KEN_BATCH_NAMES_H
#define KEN_BATCH_NAMES_H

#include <string.h>

#include "batch/fields.h"

struct name {
    struct text written; /* in quotes, with the colon behind it */
    uint64_t head, tail; /* its first and last eight bytes; both the same of a shorter one */
    uint64_t mask;       /* which of them there are */
    size_t tail_at;
    struct field *field;
    const struct scaling *scaling; /* of numbers */
    struct scope *inside;          /* of FIELD_GROUP */
    bool office;                   /* of FIELD_ID: `id` counts before it */
    struct name *next;             /* what followed it last; may be NULL */
};

struct scope {
    struct scope *outer; /* NULL: the record */
    size_t depth;        /* from 0 */
    struct text path;    /* of the group */
    struct name *name;   /* of the group, in `outer` */
    struct name *first;  /* what stood first in it last; may be NULL */
    struct map index;    /* name to index in `names` */
    LIST_OF(struct name *) names;
};

struct scope *scope_new(struct reader *r);

/* The name `key`, whose letters may stand in facts; NULL where it is one for the long way. */
struct name *scope_name(struct reader *r, struct scope *s, struct text key);

/* What stands behind `n` at `p`, if it stands there as most write it; else NULL. */
static inline const char *behind_name(const struct name *n, const char *p, const char *end)
{
    enum { COMPARED = 16 };
    size_t length = n->written.n;
    if (end - p < COMPARED)
        return NULL;
    if (length > COMPARED &&
        ((size_t)(end - p) < length || memcmp(p + 8, n->written.at + 8, length - COMPARED) != 0))
        return NULL;
    uint64_t head = eight_bytes(p) ^ n->head, tail = eight_bytes(p + n->tail_at) ^ n->tail;
    return (head | tail) & n->mask ? NULL : p + length;
}

#endif
