/* Between the files that tell expressions in sentences: private to booklet_expr*.c. */
#ifndef KEN_REPORT_BOOKLET_TELLING_H
#define KEN_REPORT_BOOKLET_TELLING_H

#include "report/booklet_inside.h"

struct telling {
    const struct booklet *b;
    unsigned rows; /* around what is told */
    size_t told;
};

/* --- booklet_expr.c --------------------------------------------------------------------------- */

struct text tell_part(struct telling *t, const struct expr *e, enum strength least);

/* --- booklet_expr_rows.c ---------------------------------------------------------------------- */

struct text tell_aggregate(struct telling *t, const struct expr *e);
struct text tell_parts(const struct booklet *b, const struct expr *e);
struct text tell_days(struct telling *t, const struct expr *e);
struct text tell_shift(struct telling *t, const struct expr *e);
struct text tell_date_part(struct telling *t, const struct expr *e);

#endif
