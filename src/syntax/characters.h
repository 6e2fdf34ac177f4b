/* Characters that look like others, and characters that cannot be seen.
 *
 * Floor: syntax.  Names that look equal must be equal, and what a reviewer sees must be what the
 * program reads. */
#ifndef KEN_SYNTAX_CHARACTERS_H
#define KEN_SYNTAX_CHARACTERS_H

#include "base/diag.h"

/* Report what may stand nowhere in a text, comments and strings included: bytes that are not UTF-8,
 * control characters but tab and line ends, bidirectional controls.  False when the text cannot be
 * read at all. */
bool characters_check_text(const struct source *s, struct diags *d);

/* Whether a text has nothing of that. */
bool characters_are_well(struct text t);

/* Report that byte `at` of a text cannot stand there, and what encoding that looks like. */
void characters_not_utf_8(const struct source *s, size_t at, struct diags *d);

/* Report letters of different scripts in one name (false), and decomposed SARA AM and Thai marks
 * out of order, which become the usual spelling in `*name`. */
bool characters_check_name(struct text *name, struct span at, struct diags *d);

/* What was probably meant by a character that is not part of the language: an ASCII sign, a space,
 * or empty for nothing visible.  False when it is not known. */
bool characters_meant(uint32_t point, struct text *meant);

/* "U+200B". */
struct text characters_code(struct arena *a, uint32_t point);

#endif
