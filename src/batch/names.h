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
    uint64_t head, middle, tail; /* eight bytes of it: the first ones, others, the last ones */
    uint16_t length;             /* in quotes, with the colon behind it */
    uint16_t room;               /* the same, and at least what is compared at once */
    uint16_t tail_at;
    uint8_t middle_at;
    uint8_t beyond;      /* bits of the eight that are not of a shorter one */
    const char *written; /* all of it */
    struct name *next;   /* what followed it last; may be NULL */
    const struct field *field;
    uint32_t slot;
    uint32_t said; /* index of the bit that tells that the record said it */
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

/* The names of a stream, one behind the other as they come in a record, 64 bytes each. */
struct names {
    struct arena *arena; /* with nothing but names */
    struct scope *top;
    size_t learned; /* in all scopes */
    size_t fields;  /* that a record may say once: the facts, and others */
    uint64_t *said; /* a bit for each of them */
};

struct names *names_new(struct reader *r);

/* The name `key`, whose letters may stand in facts; NULL where it is one for the long way. */
struct name *scope_name(struct reader *r, struct scope *s, struct text key);

/* What stands behind `n` at `p`, if it stands there as most write it; else NULL. */
static inline const char *behind_name(const struct name *n, const char *p, const char *end)
{
    enum { COMPARED = 24 };
    if (end - p < n->room)
        return NULL;
    if (n->length > COMPARED && memcmp(p + 16, n->written + 16, n->length - (size_t)COMPARED) != 0)
        return NULL;
    uint64_t head = eight_bytes(p) ^ n->head, tail = eight_bytes(p + n->tail_at) ^ n->tail;
    uint64_t middle = eight_bytes(p + n->middle_at) ^ n->middle;
    return (head | middle | tail) << n->beyond ? NULL : p + n->length;
}

/* False when the record has said it already. */
static inline bool say_once(struct names *names, const struct name *n)
{
    uint64_t *word = &names->said[n->said / 64], bit = (uint64_t)1 << n->said % 64;
    bool first = !(*word & bit);
    *word |= bit;
    return first;
}

#endif
