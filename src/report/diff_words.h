/* The words of a diff, alike in all its forms: private to the reports of diffs.
 *
 * Floor: report. */
#ifndef KEN_REPORT_DIFF_WORDS_H
#define KEN_REPORT_DIFF_WORDS_H

#include "report/diff.h"

/* The criterion that a pair is called by: the newer one where there is one. */
const struct criterion *diff_criterion(const struct pair *p);

/* "3.1  title", "the rules as a whole". */
struct text diff_pair_words(struct arena *a, const struct pair *p);

/* What it says on one side; "nothing" where it says nothing. */
struct text diff_side_words(struct arena *a, const struct side *s);

/* "points 3 → 5", without class and effect. */
struct text diff_change_words(struct arena *a, const struct rule_change *c);

/* "a measure between 20 and 45 loses up to 1.0000 (at 25)"; empty where nothing can be said. */
struct text diff_effect_words(struct arena *a, const struct diff *diff,
                              const struct rule_change *c);

/* The document that an amendment names for it; empty where it names none, and where nothing is left
 * to name one for.  `*at` (may be NULL) is where the amendment says so. */
struct text diff_cited(const struct diff *diff, const struct rule_change *c, struct span *at);

/* Class, change and effect; where what was and what is are longer than `most` columns together,
 * only what it is that changed. */
struct text diff_sentence(struct arena *a, const struct diff *diff, const struct rule_change *c,
                          size_t most);

/* "12 changes of meaning in 5 criteria: 3 stricter, 9 neutral; 2 of words", "no change of meaning".
 */
struct text diff_total_words(struct arena *a, const struct diff *diff);

/* Which rules, their file, and that their dates were moved back. */
struct text diff_rules_words(struct arena *a, const struct model *m);
struct text diff_file_words(const struct model *m);
struct text diff_months_words(struct arena *a, const struct diff *diff);

#endif
