/* The closest name, for "did you mean".
 *
 * Floor: base. */
#ifndef KEN_BASE_NEAREST_H
#define KEN_BASE_NEAREST_H

#include "base/text.h"

/* A search over candidates: offer each, then read `best`. */
struct nearest {
    struct text wanted, best; /* `best` is empty when nothing was near enough */
    size_t distance, steps;
};

struct nearest nearest_to(struct text wanted);

/* Near enough is a third of the longer name's characters (at least one), where a swap of neighbours
 * counts once.  After so much work (limits.h) candidates are no longer looked at. */
void nearest_offer(struct nearest *n, struct text candidate);

#endif
