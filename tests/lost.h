/* What must hold of every answer to "what was lost". */
#ifndef KEN_TESTS_LOST_H
#define KEN_TESTS_LOST_H

#include "ken.h"

/* Of every criterion of an evaluated `k` the losses add up exactly to the full mark less the score,
 * and what gives one back does so. */
void lost_expect_all(ken *k, bool changes, const char *about);

#endif
