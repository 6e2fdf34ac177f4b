/* The lines `allow` of a rule file.
 *
 * Floor: syntax. */
#ifndef KEN_SYNTAX_ALLOWS_H
#define KEN_SYNTAX_ALLOWS_H

#include "base/allow.h"
#include "syntax/tree.h"

/* Let the diagnostics know what the rules in `t`, all of `file`, allow themselves; report what they
 * cannot allow. */
void allows_of(const struct tree *t, const struct source *file, struct diags *d);

#endif
