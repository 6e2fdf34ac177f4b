/* What the tests of limits share. */
#ifndef KEN_TESTS_HOSTILE_H
#define KEN_TESTS_HOSTILE_H

#include "base/limits.h"
#include "support.h"

#define LIMITS_HEAD "criteria t \"t\"\nera CE\nscale 1 .. 5\nfacts { x : number, optional }\n"

double limits_seconds(void); /* of the processor, so far */

/* `before`, then `piece` so many times, then `after`. */
struct text limits_repeated(struct arena *a, const char *before, const char *piece, size_t times,
                            const char *after);

/* Rules with that text are refused with the code, in good time; NULL: accepted. */
void limits_rules(struct text rules, const char *code, const char *what);

/* Memory for a ken of one's own. */
void *limits_get(void *user, size_t size);
void limits_put(void *user, void *block, size_t size);

#endif
