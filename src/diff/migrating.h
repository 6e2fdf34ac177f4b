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
    bool json;
};

void migrating_edit(struct migrating *m, struct span at, struct text put);

/* The text with all edits; what moves stands behind its block, what is left is a comment. */
struct text migrating_text(struct migrating *m);

/* The same of JSON, which has no comments. */
struct text migrating_json(struct migrating *m);

/* --- migrate_edits.c -------------------------------------------------------------------------- */

struct writing {
    struct migrating *m;
    const char *at; /* of the byte at address `base` */
    uint32_t base, end;
    LIST_OF(struct edit) cuts; /* no ordinary edit counts inside them */
};

struct writing writing_of(struct migrating *m);
void writing_cut(struct writing *w, uint32_t lo, uint32_t hi, struct text put);

/* What stands from `lo` to `hi`, and the same with its edits. */
struct text writing_stretch(const struct writing *w, uint32_t lo, uint32_t hi);
struct text writing_edited(struct writing *w, uint32_t lo, uint32_t hi);

/* Nothing that stands in the group is still in it; `*left` becomes true when some of it is left. */
bool writing_is_empty(const struct writing *w, size_t group, bool *left);

/* The whole, with all cuts and edits. */
struct text writing_text(struct writing *w);

#endif
