/* Words that compare offices with each other: ranks, percentiles, quotas.
 *
 * Floor: syntax.  One evaluation sees one office, so they are no part of the language; whoever
 * writes them is told what to do instead.  They are names like others: a fact may be called
 * `rank`. */
#ifndef KEN_SYNTAX_POPULATION_H
#define KEN_SYNTAX_POPULATION_H

#include "syntax/token.h"
#include "syntax/tree.h"

/* English, in small letters, or Thai. */
bool population_word(struct text word);

void population_refuse(struct diags *d, struct span at, struct text word);

/* Where nothing fits: report such a word if it is token `now`, or the one before it, and nothing is
 * declared by that name.  `named`: a name would fit.  False when it is none. */
bool population_meant(struct tree *t, const struct tokens *tokens, size_t now, bool named);

#endif
