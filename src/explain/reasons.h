/* Building reasons: private to explain/. */
#ifndef KEN_EXPLAIN_REASONS_H
#define KEN_EXPLAIN_REASONS_H

#include "explain/evidence.h"
#include "explain/figures.h"
#include "explain/why.h"
#include "explain/words.h"

struct whying {
    struct arena *a;
    struct outcome *o;
    const struct model *m;
    bool brief;      /* rows of tables are counted, not listed */
    size_t *counted; /* of brief reasons, by cell of an aggregate: its rows that count, plus 1 */
    size_t round;    /* of questions that are answered by themselves, from 1 */
    /* The round in which its reasons were told, further up: by index, of values of parameters by
     * cell. */
    size_t *told_let, *told_criterion, *told_value;
    struct evidence_finder *finder; /* NULL until evidence is asked about */
};

struct reason *reason_new(struct whying *w, enum reason_kind kind, struct text says);
struct reason *reason_add(struct whying *w, struct reason *above, enum reason_kind kind,
                          struct text says);
void reason_figure(struct reason *r, struct number n);

/* The pencil rule: `n` as the score of `k` is shown, and how many decimals are enough at most. */
struct number pencil_round(struct whying *w, const struct criterion *k, struct number n);
enum { PENCIL_PLACES = 20 };

/* why_measure.c: a formula with its values, and below it the facts, lets and rows that it read.  As
 * percent or not; a result that is not exact is shortened to `places`. */
void why_measure(struct whying *w, struct reason *above, enum reason_kind kind,
                 const struct expr *e, bool percent, unsigned places);
void why_operands(struct whying *w, struct reason *above, const struct expr *e);

/* "if a > 3, 5 > 3: yes", with what it read below: a condition behind the word before it.  Nothing
 * without a condition (NULL). */
void why_condition(struct whying *w, struct reason *above, enum reason_kind kind, const char *word,
                   const struct expr *when);

/* why_cases.c: which row holds and why none above it does; while that is not known, what is. */
void why_cases(struct whying *w, struct reason *above, const struct cases *cases);

/* why_rows.c: which rows of its table an aggregate counted, and why not the others. */
void why_rows(struct whying *w, struct reason *above, const struct expr *e);

/* why_days.c: every day or begun month that counts, and every day that does not. */
struct days_told {
    enum day_unit unit;
    struct value after; /* a date or month */
    struct date until;
    long free;           /* the first of those that count */
    const char *counted; /* what a day that counts is: "late" */
};
void why_days(struct whying *w, struct reason *above, const struct days_told *days);

/* why_scorer.c: the measure and what the scorer made of it. */
void why_scorer(struct whying *w, struct reason *above, const struct result *r);

/* why_levels.c, why_steps.c */
void why_levels(struct whying *w, struct reason *above, const struct result *r);
/* What levels give at the ends of a measure that is not known. */
void why_level_ends(struct whying *w, struct reason *above, const struct result *r);
void why_steps(struct whying *w, struct reason *above, const struct result *r);

/* why_parts.c: a formula of scores; of `... of parts` the words with its value, and each part. */
struct text why_parts_words(struct whying *w, const struct expr *e);
void why_each_part(struct whying *w, struct reason *above, const struct expr *e);
void why_parts(struct whying *w, struct reason *above, const struct result *r);

/* why_children.c */
void why_children(struct whying *w, struct reason *above, const struct result *r);
void why_weight(struct whying *w, struct reason *above, const struct result *r);

/* why_adjust.c: penalties, floor and cap, rounding. */
void why_adjust(struct whying *w, struct reason *above, const struct result *r);

/* why_lines.c: the lines of `adjust`, each with the running figure. */
void why_lines(struct whying *w, struct reason *above, const struct result *r);

/* why.c */
struct reason *why_criterion(struct whying *w, const struct criterion *k);
struct text why_name(struct whying *w, struct text name, struct text title); /* both, if both */
struct text why_cause_words(struct whying *w, const struct cause *c);
void why_remarks(struct whying *w, struct reason *above, const struct remarks *remarks);

#endif
