/* Fixes, applied to a text.
 *
 * Floor: lint. */
#ifndef KEN_LINT_FIX_H
#define KEN_LINT_FIX_H

#include "base/diag.h"

/* The bytes of a file with the fixes in `d` that lie in it, in `a`; of fixes that touch each other
 * the first.  How many there are: for 0 nothing is made. */
size_t lint_fix(struct arena *a, const struct diags *d, const struct source *s,
                struct text *mended);

#endif
