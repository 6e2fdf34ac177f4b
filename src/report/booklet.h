/* The booklet: rules as they are printed and handed out, from the model that is evaluated.
 *
 * Floor: report.  A cover, the contents, how the total is made, a section for every criterion, and
 * appendices: the facts, calculations that several criteria use, the calendar, what the terms mean,
 * what an amendment changed. */
#ifndef KEN_REPORT_BOOKLET_H
#define KEN_REPORT_BOOKLET_H

#include "diff/diff.h"
#include "render/document.h"

enum booklet_language {
    BOOKLET_BY_RULES, /* Thai where a title is, else English */
    BOOKLET_THAI,
    BOOKLET_ENGLISH
};

/* `diff`: from what the rules amend to them; NULL where they amend nothing. */
void report_booklet(struct document *d, const struct model *m, enum booklet_language language,
                    const struct diff *diff);

#endif
