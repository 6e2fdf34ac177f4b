/* Rules of another year, read as if they were for the year that they are compared with.
 *
 * Floor: diff.  Every deadline of a new year lies a year later; that makes no rule looser.  So the
 * dates of the newer rules are moved back by the whole months between the two periods before they
 * are checked, and what is compared, and evaluated on the facts of the older year, is what they ask
 * for. */
#ifndef KEN_DIFF_ALIGN_H
#define KEN_DIFF_ALIGN_H

#include "check/model.h"

/* Months from the beginning of the period of `older` to that of `newer`; 0 where one has none, and
 * where they do not begin on the same day of a month. */
long align_months(const struct model *older, const struct model *newer);

/* The tree of a rule file with every date and month of it `months` earlier, but for those of
 * citations and calendars.  A day that its month lacks becomes the last one of it.  Places stay
 * those of what is written. */
struct tree *align_tree(struct arena *a, const struct tree *t, long months);

/* A day of aligned rules as it is written in them. */
struct date align_written(struct date d, long months);

#endif
