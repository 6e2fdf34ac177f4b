/* Texts that are not UTF-8, as spreadsheets and editors write them.
 *
 * Floor: base.  What follows works on UTF-8 only, so a text is decoded once, as a whole, before it
 * becomes a source; places then count in the decoded text. */
#ifndef KEN_BASE_ENCODING_H
#define KEN_BASE_ENCODING_H

#include "base/text.h"

enum encoding {
    ENCODING_UNSAID,
    ENCODING_UTF_8,
    ENCODING_UTF_16LE,
    ENCODING_UTF_16BE,
    ENCODING_CP874, /* Windows-874, with TIS-620 in it: the Thai of older Windows programs */
};

/* The encoding that people call `name`, in capital or small letters; ENCODING_UNSAID for none. */
enum encoding encoding_named(struct text name);

/* As declarations spell it: "cp874". */
struct text encoding_name(enum encoding e);

/* What the byte order mark at the start of `bytes` says, and its length; ENCODING_UNSAID and 0
 * without one. */
enum encoding encoding_marked(struct text bytes, size_t *length);

/* What bytes look like that are no UTF-8 text and have no mark; ENCODING_UNSAID where nobody can
 * tell.  For messages only: nothing is ever read by a guess. */
enum encoding encoding_guess(struct text bytes);

struct decoded {
    struct text text;    /* the malformed as U+FFFD */
    bool malformed;      /* then the first of it: */
    size_t at;           /* where it stands in `text` */
    unsigned wrong, raw; /* its value, and of how many bytes it is */
};

/* `bytes`, which has no mark, as UTF-8; what is UTF-8 already stays where it is, unchecked. */
struct decoded encoding_decode(struct arena *a, struct text bytes, enum encoding e);

#endif
