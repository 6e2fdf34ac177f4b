/* All lints of rules, in order. */
#include "lint/linting.h"

void lint_rules(struct arena *a, const struct linted *rules, struct diags *d)
{
    struct linting l = {.a = a, .rules = rules, .m = rules->model, .d = d};
    lint_slopes(&l);
    lint_marks(&l);
    lint_monotone(&l);
    lint_deadlines(&l);
    lint_weights(&l);
    lint_documents(&l);
    lint_numbering(&l);
    lint_repeats(&l);
    lint_allows(&l);
}
