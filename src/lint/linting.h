/* Between the files that lint: private to lint/. */
#ifndef KEN_LINT_LINTING_H
#define KEN_LINT_LINTING_H

#include "lint/lint.h"

struct linting {
    struct arena *a;
    const struct linted *rules;
    const struct model *m;
    struct diags *d;
    size_t work; /* expressions times evaluations, so far */
};

/* documents.c: titles and citations that are not there. */
void lint_documents(struct linting *l);

/* numbering.c: ids that are numbers, in another order than one expects. */
void lint_numbering(struct linting *l);

/* repeats.c: the same title, the same measure, the same number again and again. */
void lint_repeats(struct linting *l);

/* deadlines.c: deadlines on days on which nobody works. */
void lint_deadlines(struct linting *l);

/* weights.c: weights that are no round percentages. */
void lint_weights(struct linting *l);

/* slopes.c: where more brings nothing, and where a little more brings much. */
void lint_slopes(struct linting *l);

/* marks.c: lights and grades that no score has. */
void lint_marks(struct linting *l);

/* monotone.c: facts that move a score up and down. */
void lint_monotone(struct linting *l);

/* allowed.c: lines `allow` that allow nothing; when everything else was said. */
void lint_allows(struct linting *l);

#endif
