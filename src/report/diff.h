/* What changed between two rule sets, for people and as data.
 *
 * Floor: report.  A report tells what is in the diff, indicator by indicator, and judges nothing
 * itself. */
#ifndef KEN_REPORT_DIFF_H
#define KEN_REPORT_DIFF_H

#include "diff/diff.h"
#include "render/document.h"
#include "render/json.h"

/* Which changes are told: all, or those of these kinds and classes. */
struct diff_choice {
    bool some;
    bool kind[DIFF_KINDS], class[CLASSES];
};

/* Add what `word` names, "stricter" or "deadline"; false when it names nothing. */
bool diff_choose(struct diff_choice *choice, struct text word);
bool diff_is_chosen(const struct diff_choice *choice, const struct rule_change *c);

/* Everything that a committee has to read: what changed its meaning first, words last. */
void report_diff(struct document *d, const struct diff *diff, const struct diff_choice *choice);

/* A line for each criterion that changed, and one for all. */
void report_diff_stat(struct document *d, const struct diff *diff,
                      const struct diff_choice *choice);

struct impact;

/* One JSON object, "schema":"ken.diff/1", as docs/json.md describes it.  `impact`: whom it affects;
 * NULL where nobody asked. */
void report_diff_json(struct buffer *out, struct arena *a, const struct diff *diff,
                      const struct diff_choice *choice, const struct impact *impact);

/* One change of it, as in that object. */
void report_diff_change_json(struct json *j, struct arena *a, const struct diff *diff,
                             const struct rule_change *c);

#endif
