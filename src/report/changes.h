/* Changes of facts, in words and as data: private to the reports of advice.
 *
 * Floor: report. */
#ifndef KEN_REPORT_CHANGES_H
#define KEN_REPORT_CHANGES_H

#include "advise/change.h"
#include "render/json.h"

/* "served 113 more: 1,116 instead of 1,003"; "step 2 approved: plan.approved done by 2023-07-03".
 */
struct text change_words(struct arena *a, const struct outcome *o, const struct change *c);

/* Where the fact is stated, or declared; of a measure the rule. */
struct span change_place(const struct outcome *o, const struct change *c);

/* One object, as docs/json.md describes it. */
void change_json(struct json *j, struct arena *a, const struct change *c);

#endif
