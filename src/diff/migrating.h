/* Between migrate.c, which decides what becomes of every statement, and migrate_text.c, which
 * writes it: private to them. */
#ifndef KEN_DIFF_MIGRATING_H
#define KEN_DIFF_MIGRATING_H

#include "diff/migrate.h"

enum fate {
    FATE_STAYS,
    FATE_MOVED, /* out of its block, to where its path can be written whole */
    FATE_LEFT,  /* not carried */
};

struct edit {
    struct span at;
    struct text put;
    size_t order; /* of two at one place */
};

struct migrating {
    struct arena *a;
    const struct diff *d;
    const struct facts *facts;
    const struct mention_list *mentions;
    const struct source *s;
    struct sources *sources;
    struct text *now; /* by mention: of a group, table or fact, its path in the newer rules */
    enum fate *fate;  /* by mention */
    LIST_OF(struct edit) edits;
    struct migration *out;
};

void migrating_edit(struct migrating *m, struct span at, struct text put);

/* The text with all edits; what moves stands behind its block, what is left is a comment. */
struct text migrating_text(struct migrating *m);

#endif
