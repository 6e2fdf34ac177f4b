/* Who is affected by the changes of rules: for people, and as data.
 *
 * Floor: report.  Printed amounts are differences of printed running figures, so that those of an
 * office add up to its printed difference; data have the exact ones beside them. */
#ifndef KEN_REPORT_IMPACT_H
#define KEN_REPORT_IMPACT_H

#include "diff/impact.h"
#include "render/document.h"
#include "report/diff.h"

struct json;

/* Above everything else: that facts are wrong, so that what follows is not taken for all offices.
 */
void report_impact_wrong(struct document *d, const struct impact *m);

/* Offices with another light or grade first, then the greatest losses (`all`: everybody), the
 * distribution, and what each change does.  `choice`: the changes that are named; what others do is
 * summed up. */
void report_impact(struct document *d, const struct impact *m, const struct diff_choice *choice,
                   bool all);

/* One JSON object, "schema":"ken.impact/1", as docs/json.md describes it: a value of the diff. */
void report_impact_value(struct json *j, struct arena *a, const struct impact *m,
                         const struct diff_choice *choice);

/* One row an office and change; an office without any has one row. */
void report_impact_csv(struct buffer *out, struct arena *a, const struct impact *m,
                       const struct diff_choice *choice);

/* --- between the files of this report -----------------------------------------------------------
 */

/* The total whose `show` all figures have. */
const struct criterion *impact_total(const struct impact *m);

/* "3.1 level", "2.1 step 3 deadline, 2.1 late"; of NULL "nothing that the diff names". */
struct text impact_player_words(struct arena *a, const struct player *p);

/* Whether one of its changes is among the chosen ones. */
bool impact_is_chosen(const struct diff_choice *choice, const struct player *p);

/* "plan.approved", of a column "publicity.channels". */
struct text impact_fact_words(struct arena *a, const struct fact *f);
struct text impact_lacking_words(struct arena *a, const struct office *o); /* "a, b" */

/* impact_gaps.c: what files lack, ranges, offices that are left out. */
void report_impact_gaps(struct document *d, const struct impact *m);

/* impact_sums.c: the distribution, the changes, the criteria. */
void report_impact_sums(struct document *d, const struct impact *m,
                        const struct diff_choice *choice);

#endif
