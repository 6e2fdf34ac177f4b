/* Random rules of every kind of measure, scorer, policy, change and total, over the facts n1, n2,
 * n3, i1, y1, y2, d1, d2, s1, a1 (which may be n/a) and the table t1 of x, ok and on.
 *
 * Seeds are fixed, so that whatever fails comes again. */
#ifndef KEN_TESTS_RANDOM_RULES_H
#define KEN_TESTS_RANDOM_RULES_H

#include "support.h"

void random_seed(uint64_t n);
unsigned random_below(unsigned n); /* 0 to n - 1 */
struct text random_word(const char *const *words, unsigned n);

/* Most of them are right; a few are refused. */
struct text random_rules(struct arena *a);
struct text random_rules_without_rows(struct arena *a); /* of the table */

#endif
