/* How records call facts: an extract of another system has its own names.
 *
 * Floor: check.  Declared in the rules or in a small file of the same form, `columns { ... }`. */
#ifndef KEN_CHECK_COLUMNS_H
#define KEN_CHECK_COLUMNS_H

#include "check/model.h"

struct column_name {
    struct text name;        /* in the records */
    const struct fact *fact; /* NULL: it is left out */
    const struct unit *unit; /* its numbers are written in it; NULL: in that of the fact */
    struct span at;
};

struct columns {
    LIST_OF(struct column_name) names;
    struct map by_name; /* to index in `names` */
    struct text id;     /* the name behind which a record says which office it is of; empty: `id`
                           or `office`, where no fact is called so */
    bool ignore_others; /* a name that is nobody's is no mistake */
    bool has_era;
    enum era era; /* of dates in records */
};

#endif
