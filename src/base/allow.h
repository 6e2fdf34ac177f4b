/* What rules allow themselves: lints that are not said of a stretch of text.
 *
 * Floor: base.  `allow unused_fact "why"` counts for the criterion that it stands in, or for its
 * file.  Such stretches lie inside of each other or apart, so the innermost one of a place is found
 * by halving. */
#ifndef KEN_BASE_ALLOW_H
#define KEN_BASE_ALLOW_H

#include "base/diag.h"

struct allow {
    enum diag_code code;
    struct span at;      /* of the line */
    struct span within;  /* where it counts */
    struct text word;    /* as written */
    struct text because; /* never empty */
    bool used;           /* something would have been said there */
    size_t around;       /* private: the one of its code in whose stretch this one lies */
};

struct allows {
    struct {
        LIST_FIELDS(struct allow);
    } of[DIAG_CODES]; /* by where their stretches begin, the longest first */
};

/* Another one, from now on.  When there is one of the same code and stretch it is not added, and
 * that one is returned; else NULL. */
const struct allow *allows_add(struct diags *d, struct allow one);

/* Whether a lint at that place is allowed; if so, who allows it is used.  In a made text it counts
 * as well what its origin allows. */
bool allows_cover(struct diags *d, enum diag_code code, struct span at);

/* Whether any of them is about that lint. */
bool allows_name(const struct diags *d, enum diag_code code);

#endif
