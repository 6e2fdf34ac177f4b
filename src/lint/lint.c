/* All lints of rules, in order. */
#include "lint/linting.h"

void lint_rules(struct arena *a, const struct linted *rules, struct diags *d)
{
    struct linting l = {a, rules, rules->model, d};
    lint_allows(&l);
}
