/* How records call facts: an extract of another system has its own names.
 *
 * Floor: check.  Declared in the rules or in a small file of the same form, `columns { ... }`.  It
 * never changes what a fact means, only where its value is found. */
#ifndef KEN_CHECK_COLUMNS_H
#define KEN_CHECK_COLUMNS_H

#include "check/model.h"

struct column_name {
    struct text name;        /* in the records */
    const struct fact *fact; /* or the column of a table; NULL: it is left out */
    const struct unit *unit; /* its numbers are written in it; NULL: in that of the fact */
    struct span at;
};

struct columns {
    LIST_OF(struct column_name) names;
    struct map by_name; /* to index in `names`; but those of columns of tables */
    struct map
        *by_cell;      /* the same in the rows of a table, by its fact index; NULL: none is named */
    struct map groups; /* "budget" when there is a name "budget.used" */
    struct text id;    /* the name behind which a record says which office it is of; empty: `id`
                          or `office`, where no fact is called so */
    bool ignore_others; /* a name that is nobody's is no mistake */
    bool has_era;
    enum era era; /* of dates in records */
};

/* What a name in a record means. */
enum name_kind {
    NAME_UNKNOWN,
    NAME_FACT, /* also by its path, whatever else it is called */
    NAME_ID,   /* where there are `id` and `office` by default, it is `id` */
    NAME_LEFT_OUT,
};
struct name_meaning {
    enum name_kind kind;
    const struct fact *fact;
    const struct unit *unit; /* NULL: that of the fact */
};

/* Those of a small file that holds `columns { ... }` and nothing else; NULL after an error.  They
 * take the place of those in the rules. */
struct source;
struct diags;
const struct columns *columns_read(struct arena *a, const struct model *m,
                                   const struct source *file, struct diags *d);

/* Records with the names of the rules, as they are without `columns`. */
const struct columns *columns_plain(struct arena *a);

/* The meaning of a path: a key at the top of a record, with its groups before it, or a column. What
 * is left out because all others are is NAME_LEFT_OUT. */
struct name_meaning columns_find(const struct columns *c, const struct model *m, struct text path);

/* The same of a name in the rows of a table: NAME_FACT is a column. */
struct name_meaning columns_find_cell(const struct columns *c, const struct fact *table,
                                      struct text name);

#endif
