/* Between the files that lint: private to lint/. */
#ifndef KEN_LINT_LINTING_H
#define KEN_LINT_LINTING_H

#include "lint/lint.h"

struct linting {
    struct arena *a;
    const struct linted *rules;
    const struct model *m;
    struct diags *d;
};

/* allowed.c: lines `allow` that allow nothing; when everything else was said. */
void lint_allows(struct linting *l);

#endif
