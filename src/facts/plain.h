/* Values that a declaration allows, where nobody states one.
 *
 * Floor: facts. */
#ifndef KEN_FACTS_PLAIN_H
#define KEN_FACTS_PLAIN_H

#include "check/model.h"

enum { UNDECLARED_DECIMALS = 2 };

/* The smallest step between two values of a fact with a number: a unit of the last declared
 * decimal; where nothing is declared, two decimals.  In base units. */
struct number fact_grain(struct arena *a, const struct fact *f);

/* A value of `f`, which is no table, in the middle of what it may be; another one for each `i` as
 * far as there are others, so that rows can be told apart by it. */
struct value plain_value(struct arena *a, const struct model *m, const struct fact *f, size_t i);

#endif
