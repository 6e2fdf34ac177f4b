/* A range of bytes in the joint address space of all sources (see source.h).
 *
 * Floor: base.  `lo` is the first byte, `hi` the byte behind the last.  {0, 0} is nowhere: no
 * source begins at 0. */
#ifndef KEN_BASE_SPAN_H
#define KEN_BASE_SPAN_H

#include <stdbool.h>
#include <stdint.h>

struct span {
    uint32_t lo, hi;
};

static inline bool span_is_nowhere(struct span s)
{
    return s.lo == 0;
}

/* From the start of `a` to the end of `b`; a span that is nowhere does not count. */
static inline struct span span_join(struct span a, struct span b)
{
    if (span_is_nowhere(a))
        return b;
    if (span_is_nowhere(b))
        return a;
    return (struct span){a.lo < b.lo ? a.lo : b.lo, a.hi > b.hi ? a.hi : b.hi};
}

#endif
