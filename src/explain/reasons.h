/* Building reasons: private to explain/. */
#ifndef KEN_EXPLAIN_REASONS_H
#define KEN_EXPLAIN_REASONS_H

#include "explain/why.h"
#include "explain/words.h"

struct whying {
    struct arena *a;
    struct outcome *o;
    const struct model *m;
    bool *told_let, *told_criterion; /* by index: its reasons stand further up already */
};

struct reason *reason_new(struct whying *w, enum reason_kind kind, struct text says);
struct reason *reason_add(struct whying *w, struct reason *above, enum reason_kind kind,
                          struct text says);
void reason_figure(struct reason *r, struct number n);

/* why_measure.c: a formula with its values, and below it the facts, lets and rows that it read. */
void why_measure(struct whying *w, struct reason *above, enum reason_kind kind,
                 const struct expr *e, bool percent, unsigned places);
void why_operands(struct whying *w, struct reason *above, const struct expr *e);

/* why_days.c: every day that counts and every day that does not. */
void why_days(struct whying *w, struct reason *above, enum day_unit unit, struct date after,
              struct date until);
struct text why_days_words(struct whying *w, long n, enum day_unit unit);

/* why_scorer.c */
void why_levels(struct whying *w, struct reason *above, const struct result *r);
void why_steps(struct whying *w, struct reason *above, const struct result *r);
void why_parts(struct whying *w, struct reason *above, const struct result *r);

/* why_children.c */
void why_children(struct whying *w, struct reason *above, const struct result *r);
void why_weight(struct whying *w, struct reason *above, const struct result *r);

/* why_adjust.c: penalties, floor and cap, rounding. */
void why_adjust(struct whying *w, struct reason *above, const struct result *r);

/* why.c */
struct reason *why_criterion(struct whying *w, const struct criterion *k);
void why_remarks(struct whying *w, struct reason *above, const struct remarks *remarks);
void why_cause(struct whying *w, struct reason *above, const struct cause *c);

#endif
