/* Lints that only `ken check` looks for: rules that are right, and hardly what was meant.
 *
 * Floor: lint.  What check/ finds on its way to a model is said whenever rules are read; what is
 * here costs more, evaluates, or is a matter of habit.  Every finding goes through diag_add, so
 * levels and lines `allow` count for it. */
#ifndef KEN_LINT_LINT_H
#define KEN_LINT_LINT_H

#include "check/model.h"

/* Rules that were checked and have no error. */
struct linted {
    const struct model *model;
    struct tree *const *tree; /* of the rule file, then of the files it uses */
    size_t trees;
    const struct source *const *file; /* that were written for these rules: not what they amend */
    size_t files;
};

/* Say everything; last of all which lines `allow` nothing.  `a` is for what only this needs. */
void lint_rules(struct arena *a, const struct linted *rules, struct diags *d);

#endif
