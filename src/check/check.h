/* From trees to a model.
 *
 * Floor: check. */
#ifndef KEN_CHECK_CHECK_H
#define KEN_CHECK_CHECK_H

#include "check/model.h"

/* The model of `n` trees that belong together: the rule file itself first, then the files it uses,
 * each once.  NULL if and only if `d` holds an error, of this floor or an earlier one.  `sources`
 * are the texts the trees were read from. */
struct model *check_trees(struct arena *a, struct tree *const *tree, size_t n,
                          struct sources *sources, struct diags *d);

#endif
