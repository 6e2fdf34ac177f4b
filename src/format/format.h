/* One canonical layout for rule files and fact files.
 *
 * Floor: format.  Layout says nothing in the language, so nothing but blanks and line ends may
 * change: the tokens and comments of what is written are those of what was read, in the same order
 * and byte for byte (blanks at the end of a comment aside).  That is checked each time. */
#ifndef KEN_FORMAT_FORMAT_H
#define KEN_FORMAT_FORMAT_H

#include "base/diag.h"

enum format_limit {
    FORMAT_PAGE = 100,  /* columns after which a line is broken where it can be */
    FORMAT_SHORT = 60,  /* of a line that may hold a block of two items */
    FORMAT_TABLE = 132, /* the same of a row of a table, which is read downwards */
};

struct formatted {
    struct text text; /* at NULL: there are errors in what was read, and they are reported */
    bool fault;       /* ours, and reported (K1000): the layout would have changed what is said */
};

/* `s` is a rule file, or a fact file in the native form; it need not be right in more than its
 * syntax. */
struct formatted format_rules(struct arena *a, const struct source *s, struct diags *d);
struct formatted format_facts(struct arena *a, const struct source *s, struct diags *d);

/* The layout of rules that were made here; as they are where they cannot be laid out. */
struct text format_made(struct arena *a, struct text rules);

#endif
