/* Amendments: rule files that hold only what they change in another one.
 *
 * Floor: amend.  The changes are applied to the text of what is amended, so that its layout and its
 * comments survive and everything behind reads one rule file like any other.  What is made knows of
 * each stretch where it comes from (base/source.h). */
#ifndef KEN_AMEND_AMEND_H
#define KEN_AMEND_AMEND_H

#include "syntax/token.h"
#include "syntax/tree.h"

/* A rule file in its three forms. */
struct rule_text {
    const struct source *source;
    const struct tokens *tokens;
    struct tree *tree;
};

/* A text, and where its stretches come from. */
struct amended {
    struct text text;
    LIST_OF(struct origin) origins;
};

/* The line `amends "..."` of a file; NULL when it amends nothing. */
const struct node *amend_base(const struct tree *t);

/* Report every change in a file that amends nothing. */
void amend_refuse_changes(const struct tree *t, struct diags *d);

/* Whether the amendment changes something that is not in `base` but in `used`, a file that the base
 * uses; NULL: something that is not in `base`, wherever it may be. */
bool amend_reaches(struct arena *a, const struct rule_text *base, const struct rule_text *amendment,
                   const struct rule_text *used, struct diags *d);

/* `base` with the file that it uses at `use` taken into it.  False when there is no room for it. */
bool amend_take_in(struct arena *a, const struct rule_text *base, const struct node *use,
                   const struct rule_text *used, struct diags *d, struct amended *result);

/* `base` with what `amendment` changes in it.  False after reporting what cannot be done. Both were
 * read without an error. */
bool amend_apply(struct arena *a, const struct rule_text *base, const struct rule_text *amendment,
                 struct diags *d, struct amended *result);

#endif
