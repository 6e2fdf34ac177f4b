/* From texts to numbers.
 *
 * Floor: base.  For lookup only: what must come out in an order is kept in a list, so that no
 * output depends on a hash. */
#ifndef KEN_BASE_MAP_H
#define KEN_BASE_MAP_H

#include "base/text.h"

struct map {
    struct arena *arena;
    struct map_entry *entry; /* room for half of the places */
    uint32_t *place;
    size_t n, places;
};

struct map map_in(struct arena *a);

/* Remember `value` for `key` unless there is one already; the value that counts from now on.  `key`
 * is not copied. */
size_t map_put(struct map *m, struct text key, size_t value);

/* Whether `key` is known; `value` may be NULL. */
bool map_find(const struct map *m, struct text key, size_t *value);

#endif
