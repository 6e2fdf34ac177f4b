/* One evaluation while it goes on: private to eval/. */
#ifndef KEN_EVAL_RUN_H
#define KEN_EVAL_RUN_H

#include "eval/outcome.h"

enum { ROW_DEPTH = 4 };

struct possibly;

struct proof;

struct run {
    struct arena *a;
    const struct model *m;
    const struct facts *f;
    const struct early_rounding *early; /* NULL: as the rules say */
    struct outcome *out;
    struct value *cell; /* by expr.cell */
    bool *needed;       /* by expr.cell: the cell holds a value of this run */
    const struct table_cell
        *row[ROW_DEPTH]; /* of the tables around the expression, outermost first */
    size_t row_number[ROW_DEPTH];
    unsigned rows;
    /* Which row each of these is, all different; of no row it stays the same. */
    size_t turn[ROW_DEPTH + 1], turns;
    struct possibly **asked; /* by expr.cell: see possible.h; NULL: nothing was asked */
    struct proof *let_proof; /* by let: see evidence.c; NULL: nothing was asked */
};

/* expressions.c */
/* The cell of `e` with its value; in rows until it is evaluated in another row. */
const struct value *eval_cell(struct run *r, const struct expr *e);
static inline struct value eval_expr(struct run *r, const struct expr *e)
{
    return *eval_cell(r, e);
}
struct value eval_operand(struct run *r, const struct expr *e); /* none becomes undefined */
struct value absent_result(struct run *r, enum cause_kind kind, const struct expr *e);
struct value eval_number(struct run *r, const struct expr *e,
                         struct number n); /* over becomes absent, and trouble */

/* `absent`, because nobody knows whether `e` comes into play: `e` was not looked at, and may be n/a
 * itself as far as its form says. */
struct value eval_open(struct value absent, const struct expr *e);

int eval_order(struct run *r, struct value x, struct value y); /* two numbers, dates or months */
struct value eval_no_score(struct run *r, const struct result *k, struct span at);

/* cases.c: the number of the row that holds; else false, and why it is not known.  Which rows may
 * hold while that is not known; false when the whole may turn out to be n/a. */
bool case_holds(struct run *r, const struct cases *cases, size_t *row, struct value *absent);
bool case_may_hold(struct run *r, const struct cases *cases, bool *may);
struct value eval_table(struct run *r, const struct expr *e);

/* aggregates.c */
void enter_row(struct run *r, const struct table_cell *row, size_t i); /* number i, from 0 */
struct value eval_aggregate(struct run *r, const struct expr *e);
bool count_days(struct run *r, enum day_unit unit, struct date after, struct date until,
                struct span at, long *days);

/* calls.c */
struct value eval_call(struct run *r, const struct expr *e);
struct value eval_parameter(struct run *r, const struct expr *e);

/* dates.c */
/* Days, working days or months after a date or month until a date or month; false, with a trouble,
 * when the calendar ends before. */
bool count_between(struct run *r, enum day_unit unit, struct value after, struct value until,
                   struct span at, long *n);
struct value eval_days(struct run *r, const struct expr *e);
struct value eval_shift(struct run *r, const struct expr *e);
struct value eval_date_part(struct run *r, const struct expr *e);

/* outside.c: the last trouble is a day outside the calendar; say which of the facts that these
 * expressions read has it */
void name_outside(struct run *r, const struct expr *first, const struct expr *second);

/* parts.c */
const struct result **parts_counted(struct run *r, const struct expr *e, size_t *n,
                                    struct value *absent); /* absent: some part has no score */
struct value eval_parts(struct run *r, const struct expr *e);
/* Of a formula that is `... of parts` alone; a result without parts keeps its ends. */
struct interval parts_ends(struct run *r, const struct expr *e);
bool parts_maybe_dropped(struct run *r, const struct expr *e); /* all that are in it may */

/* done.c */
struct done {
    struct value truth; /* yes, no, or absent */
    bool has_date;
    struct date date;
    const struct cause
        *earlier; /* not NULL: it may have been done earlier than `date`, for this is not known */
};
/* With `proven`, an act counts only with evidence, and `*refused` becomes true where one
 * has none. */
struct done eval_done(struct run *r, const struct expr *e, bool proven, bool *refused);

/* evidence.c: whether there is evidence of every fact that `e`, which was done, reads: yes, no, or
 * absent while one of them is missing */
struct value proof_of(struct run *r, const struct expr *e);
bool deadline_of(struct value v, struct date *d); /* a date, or the last day of a month */

/* ends.c: brought between two bounds; the same of a low or high end, which may be open */
static inline struct number within(struct run *r, struct number n, struct number low,
                                   struct number high)
{
    if (!number_is_over(low))
        n = number_most(r->a, n, low);
    return number_is_over(high) ? n : number_least(r->a, n, high);
}
static inline struct number on_scale(struct run *r, const struct criterion *k, struct number n)
{
    return within(r, n, k->low, k->high);
}
struct number low_within(struct run *r, struct number n, struct number low, struct number high);
struct number high_within(struct run *r, struct number n, struct number low, struct number high);
bool any_open(const struct number *end, size_t n);

/* scorers.c, formula.c: raw score and its ends; false when the score is not known */
bool score_by_thresholds(struct run *r, struct result *out);       /* levels and bands */
void place_measure(struct run *r, struct result *out, size_t row); /* in that case */
bool score_by_steps(struct run *r, struct result *out);
bool step_counts(struct run *r, const struct step_result *s, bool most, bool ended,
                 struct number *share); /* on one way: where as much is done as can be, or not */
bool score_by_formula(struct run *r, struct result *out);

/* bands.c: between two ends, which belong to it; an end that is over is none */
bool band_is_between(struct arena *a, const struct band *b, struct number low, struct number high);
/* Bands by rising ends leave nothing there to `otherwise`. */
bool bands_cover_all(struct arena *a, const struct bands *bands, struct number low,
                     struct number high);

/* thresholds_ends.c: the same while the measure, or which case holds, is not known */
void thresholds_ends(struct run *r, struct result *out, bool row_known, size_t row);

/* weights.c: which row holds; NULL without weights by case */
const struct weights_now *weights_now(struct run *r, const struct criterion *k);
/* In every case that there may be, and in some but not in all of them. */
bool weighs_nothing(struct run *r, const struct criterion *k);
bool may_weigh_nothing(struct run *r, const struct criterion *k);
/* As declared, before anything is dropped; `open` becomes true when they wait for a fact. */
struct number declared_points(struct run *r, const struct criterion *k, bool *open);
void weigh_as_declared(struct run *r); /* fills `weight` and `weight_open` */

/* children.c */
/* The points with which its children count, unless they are by case and the case is not known. */
const struct weights_now *weigh(struct run *r, const struct criterion *k);
struct number weighted_mean(struct run *r, const struct criterion *k); /* all of them known */
void sort_by_score(struct run *r, size_t *order, size_t n, const struct number *score, int sign);
bool score_by_children(struct run *r, struct result *out);
void share_out(struct run *r);

/* penalties.c: one penalty or bonus */
void count_penalty(struct run *r, struct penalty_result *p);

/* early.c: each does nothing unless this is rounded earlier than the rules say */
void early_measure(struct run *r, struct result *out);
void early_score(struct run *r, struct result *out);
struct number early_weight(struct run *r, const struct criterion *k, struct number weight);
bool early_mean(struct run *r, const struct criterion *k, struct number *mean);

/* adjust_lines.c: the lines of `adjust` */
void adjust_by_lines(struct run *r, struct result *out, bool known);

/* adjust.c: late steps, penalties, floor, cap and rounding, on the score or on its ends */
void adjust(struct run *r, struct result *out, bool known);

/* marks.c: of every score */
void mark_scores(struct run *r);

/* unforeseen.c */
void report_unforeseen(struct run *r);

/* eval.c */
const struct result *eval_criterion(struct run *r, const struct criterion *k);

#endif
