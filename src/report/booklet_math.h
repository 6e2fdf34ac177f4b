/* Between the files that make formulas of expressions: private to booklet_math*.c. */
#ifndef KEN_REPORT_BOOKLET_MATH_H
#define KEN_REPORT_BOOKLET_MATH_H

#include "report/booklet_inside.h"

/* What stands by a letter. */
enum lettered { LETTERS_NONE, LETTERS_LONG, LETTERS_ALL };

/* A formula, and what stands in it. */
struct math_thing {
    struct text written, meaning;
    bool lettered;
};
struct booklet_math {
    const struct formula *formula;
    LIST_OF(struct math_thing) things;
};

struct making {
    const struct booklet *b;
    enum lettered lettered;
    bool ambiguous;   /* two things have one name */
    struct map found; /* by meaning: its letter */
    struct map named; /* by what is written: what it is */
    struct booklet_math *math;
    size_t letters; /* given so far */
    size_t made;    /* parts of it */
};

/* --- booklet_math.c --------------------------------------------------------------------------- */

const struct formula *math_of(struct making *m, const struct expr *e, enum strength least);

/* One behind the other; NULL: nothing. */
struct formula *math_row(struct making *m, const struct formula *first,
                         const struct formula *second, const struct formula *third);
struct formula *math_pair(struct making *m, enum formula_kind kind, const struct formula *first,
                          const struct formula *second);
struct formula *math_name(struct making *m, struct text words);
struct formula *math_sign(struct making *m, const char *words);

/* Words between other things: with spaces that stay. */
struct formula *math_between(struct making *m, struct text words);

/* What has a name: by that, or by a letter for its full name. */
struct formula *math_thing(struct making *m, struct text called, struct text meaning);
struct formula *math_sentence(struct making *m, const struct expr *e);

/* --- booklet_math_rows.c: tables, parts and cases --------------------------------------------- */

struct formula *math_aggregate(struct making *m, const struct expr *e);
struct formula *math_parts(struct making *m, const struct expr *e);
struct formula *math_choice(struct making *m, const struct expr *e);
struct formula *math_table(struct making *m, const struct expr *e);

#endif
