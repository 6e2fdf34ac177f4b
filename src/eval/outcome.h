/* The outcome: what the rules make of one set of facts.
 *
 * Floor: eval.  Every criterion has a result, every expression that was needed a value in its cell.
 * The cells are the trace: explain/ reads them and evaluates single rows again; nothing else is
 * recorded. */
#ifndef KEN_EVAL_OUTCOME_H
#define KEN_EVAL_OUTCOME_H

#include "facts/facts.h"
#include "value/interval.h"

enum status {
    STATUS_SCORED,
    STATUS_INCOMPLETE, /* a fact is missing or a calculation has no result: only low and high are
                          known */
    STATUS_DROPPED,    /* does not apply: its weight goes to others */
    STATUS_NOT_APPLICABLE, /* does not apply: carried at a declared score with its weight */
};

enum where { /* on the levels */
             WHERE_NOWHERE,
             WHERE_BELOW_FIRST,
             WHERE_AT,      /* exactly at level `level` */
             WHERE_BETWEEN, /* level `level` and the next */
             WHERE_ABOVE_LAST,
};

enum step_state {
    STEP_NOT_DONE,
    STEP_DONE,
    STEP_UNKNOWN,
    STEP_PART,  /* achieved, but not all of it */
    STEP_PASSED /* does not apply: passed over */
};

struct step_result {
    enum step_state state;
    bool counts;      /* certainly: in the unbroken run from the first; of independent steps each */
    bool when_open;   /* nobody knows whether it applies */
    bool share_known; /* what was done of it is known */
    bool na;          /* what was done of it is n/a */
    bool may_be_na;   /* or may turn out so */
    struct value when;          /* a yes when there is no condition */
    struct number share;        /* what was done of it, from 0 to 1 */
    struct interval share_lies; /* what may be done of it, when that is not known */
    struct number earned;       /* points, when it counts */
    bool has_date, has_deadline;
    bool deadline_open; /* done, but nobody knows whether in time */
    struct date date, deadline;
    long late_days; /* in the step's unit of days; 0 when in time */
    struct number taken;
    bool refused;              /* some of it was done, and does not count without evidence */
    const struct cause *cause; /* of STEP_UNKNOWN */
};

struct penalty_result { /* also of a bonus; amounts have no sign */
    const struct penalty *penalty;
    struct value when; /* a yes when there is no condition */
    bool applies;      /* `when` is not no and nothing is n/a; else nothing is taken */
    bool known;        /* else `amount` is the least it can be, and `most` the most (if has_most) */
    bool runs_on;      /* its stop has not happened: counted through the `as of` day */
    struct value after; /* a date or month */
    struct date until;
    long count, free; /* days, months or rows in all, and how many of them are free */
    struct number amount, most;
    bool has_most, capped;
    const struct cause *cause; /* when not known, or n/a */
};

/* What became of a line of `adjust`. */
enum line_state { LINE_LEFT_OUT, LINE_APPLIED, LINE_OPEN /* nobody knows what it does */ };

struct adjust_result {
    enum line_state state;
    struct value when;  /* a yes when there is no condition */
    struct value value; /* what the line works with; of `round` a yes */
    bool known;         /* what stands behind the line is known: `after` */
    struct number before, after;
};

/* Which row of a criterion's weights by case holds. */
struct weights_now {
    bool known;
    size_t row;                /* that holds */
    bool *may;                 /* by row: it holds, or may hold when that is not known */
    const struct cause *cause; /* when not known */
};

/* What a score is called by one kind of bands. */
struct marking {
    const struct band *band; /* NULL when there is none, or it is not certain */
    LIST_OF(const struct band *)
    possible; /* of a score that is not known: all that it can be called, from the highest, what
                 `otherwise` says last */
    bool narrowed;    /* which is not everything that there is */
    bool or_none;     /* of such a score: complete facts may leave it without any */
    bool owes_reason; /* the mark asks for a reason and the facts give none */
};

struct result {
    const struct criterion *criterion;
    bool ready;
    enum status status;
    bool no_weight;       /* dropped, for in this case it has no weight */
    bool carried;         /* a missing value was replaced by the declared policy */
    bool maybe_dropped;   /* incomplete because nobody knows whether it applies */
    bool maybe_out;       /* that, or a fact it waits for may be n/a: complete facts may drop it */
    bool maybe_no_weight; /* incomplete, for nobody knows whether it has a weight */
    const struct cause *cause; /* why it is not simply scored; NULL when it is */

    struct value applies; /* of `applies when`; a yes when there is none */
    struct value measure; /* after rounding; absent with its cause; a text for criteria without a
                             measure never occurs */
    bool has_measure;
    struct value measure_exact;          /* before rounding */
    struct interval measure_lies;        /* of one that is absent: what it can be, after rounding */
    const struct thresholds *thresholds; /* of levels and bands: those of the case that holds */
    size_t row;                          /* of criterion.by */
    enum where where;
    size_t level;
    const struct band *band;   /* of a scorer by bands; NULL: none covers the measure */
    struct step_result *steps; /* one for each step */
    bool steps_known;          /* which steps count, lateness aside */
    bool late_open;            /* nobody knows how much is taken for late steps */
    size_t steps_done;         /* that certainly count, in full */
    size_t next_step; /* the first that applies and is not done in full; else their number */
    struct number points_earned, points_offered; /* by steps that certainly count; by all that may
                                                    apply */

    struct number raw;                /* of the scorer, clamped to the scale */
    struct number late;               /* taken for late steps */
    struct penalty_result *penalties; /* one for each penalty */
    struct number taken;              /* late plus penalties, less bonuses */
    struct adjust_result *adjust;     /* one for each line of `adjust` */
    struct number wanted;             /* raw less taken, or behind the last line of `adjust` */
    struct number adjusted;           /* the same between floor and cap */
    bool floored, rounded;            /* the floor (or cap) counted; rounding changed the value */
    struct number score;              /* of a scored or carried criterion */
    struct number low, high; /* what the score is at least and at most; equal when it is known */

    const struct weights_now *weights; /* by case, of its children; NULL: it has none */
    struct number weight;       /* declared share of the total, with everything applicable; see
                                   criterion_has_weight */
    bool weight_open;           /* it waits for a fact: which row of weights holds */
    struct number points;       /* with which it counts in its parent, after drops and gifts */
    bool points_open;           /* which wait for a fact: something in it may be out */
    struct number points_maybe; /* of them, of a group: what may be out */
    bool points_between;        /* they lie between the rest and all of them */
    bool weights_open;          /* the same where nobody knows whether something in it applies */
    bool weighed;               /* `inside` and the points of its children are settled */
    struct number inside;       /* of what is in it: the divisor of its mean */
    bool gift_known;            /* given_to is settled */
    const struct criterion *given_to; /* of a dropped criterion whose weight a neighbour got */
    struct number weighted;           /* score times declared weight */
    struct number share;              /* of the total, after drops */
    bool share_open;                  /* it waits for a fact: somebody's weight does */
    struct number contribution;       /* score times share */
    struct marking mark[MARKS];
};

/* What stopped a calculation that is somebody's mistake: reported as a diagnostic, not in silence.
 */
enum trouble_kind {
    TROUBLE_CALENDAR,
    TROUBLE_TOO_LARGE,
    TROUBLE_NO_AS_OF,
    TROUBLE_NO_DAY,
    TROUBLE_NA
};
struct trouble {
    enum trouble_kind kind;
    struct span at;                /* in the rules */
    struct date date;              /* of TROUBLE_CALENDAR: a day that is not covered */
    struct date end;               /* and the day, counted from or to, that leads there */
    struct span fact_at;           /* and the fact that has that day; nowhere when none has */
    const struct penalty *penalty; /* of TROUBLE_NO_AS_OF */
    struct text what; /* of TROUBLE_NO_AS_OF and TROUBLE_NA the fact, of TROUBLE_NO_DAY the day that
                         there is not */
};

struct outcome {
    const struct model *model;
    const struct facts *facts;
    struct result *result; /* by criterion index; [0] is the total */
    bool complete;
    LIST_OF(struct trouble) troubles;
    struct run *run;
};

/* Report troubles; whose mistake the first of them is. */
enum blame { BLAME_NOBODY, BLAME_RULES, BLAME_FACTS };
enum blame troubles_report(struct arena *a, const struct model *m, const struct trouble *troubles,
                           size_t n, struct diags *d);

/* Evaluate.  Never fails: what cannot be known is in the results, what is somebody's mistake in
 * `troubles`. */
struct outcome *eval_model(struct arena *a, const struct model *m, const struct facts *f);

/* Rounding a figure as it is shown before others are calculated from it, although no rule says so:
 * only to see whether that would matter. */
enum early {
    EARLY_MEASURES,      /* before the scorer */
    EARLY_SCORES,        /* before they are put together or looked at by lights and grades */
    EARLY_WEIGHTS,       /* before they multiply scores */
    EARLY_CONTRIBUTIONS, /* before they are added up */
};
struct early_rounding {
    enum early what;
    enum rounding_mode mode;
    const struct outcome *base; /* of the same model and facts, as the rules say */
};

/* Evaluate again, with this rounding.  The mean of a group is then the sum of its weighted scores
 * over its weight, as it is calculated on paper. */
struct outcome *eval_rounded(struct arena *a, const struct early_rounding *early);

/* Evaluate, supposing that expressions outside of rows had these values: what would be if a count
 * were another, whichever rows make it so.  Only of `about` and of what it is made from, without
 * weights and marks, where it is not NULL. */
struct supposition {
    const struct expr *of;
    struct value value;
};
struct outcome *eval_supposing(struct arena *a, const struct model *m, const struct facts *f,
                               const struct criterion *about, const struct supposition *supposed,
                               size_t n);

/* The value that `e` had; for an expression inside an aggregate, that of the last row looked at.
 * Absent expressions that were not needed have kind VALUE_ABSENT and no cause. */
struct value outcome_value(const struct outcome *o, const struct expr *e);
bool outcome_was_needed(const struct outcome *o, const struct expr *e);

/* The value of `e`, an expression inside the aggregate `over`, in that row (from 0). */
struct value outcome_row_value(struct outcome *o, const struct expr *over, const struct expr *e,
                               size_t row);

/* The same for aggregates in rows of others: the row of `over` that stands `depth` tables deep
 * (from 0), and the value of an expression with that many tables around it.  The cells of what it
 * is made from then hold their values in that row. */
void outcome_enter_row(struct outcome *o, unsigned depth, const struct expr *over, size_t row);
struct value outcome_value_in_rows(struct outcome *o, unsigned depth, const struct expr *e);

/* The row of `cases` that holds there; false when none is known to. */
bool outcome_case(struct outcome *o, unsigned depth, const struct cases *cases, size_t *row);

/* Between which ends `e`, which is absent and stands in no aggregate, can still be.  False when
 * nothing is known of it. */
bool outcome_lies(const struct outcome *o, const struct expr *e, struct interval *lies);

/* The rows that the aggregate counted, as indices into its table; their number goes to `*n`. */
const size_t *outcome_rows(struct outcome *o, struct arena *a, const struct expr *aggregate,
                           size_t *n);

/* The parts whose scores `e`, a formula `... of parts`, put together, in the order written; their
 * number goes to `*n`. */
const struct result **outcome_parts(struct outcome *o, const struct expr *e, size_t *n);

/* What a measure gives there, in that row of the cases: `where`, `level`, `band` and `raw`. */
struct result outcome_placed(struct outcome *o, const struct result *r, size_t row,
                             struct number measure);

/* Whether some measure between two ends (over: none) can lie in that band. */
bool outcome_band_is_possible(struct arena *a, const struct bands *bands, const struct band *b,
                              struct number low, struct number high);

/* Whether a step is looked at where as much is done as can be, or as little. */
bool outcome_step_counts(struct outcome *o, const struct step_result *s, bool most, bool ended);

/* Whether a clock that runs until then certainly runs up to the day of the facts, where they do not
 * say when it stops. */
bool penalty_stops_by(const struct expr *until);

/* Put `order`, indices into `score`, into the order of their scores: rising, or falling for `sign`
 * -1; equal ones stay as they are. */
void outcome_sort(struct outcome *o, size_t *order, size_t n, const struct number *score, int sign);

/* Why nobody knows what a line of `adjust` does; NULL when it is known. */
const struct cause *adjust_cause(const struct adjust_result *l);

/* The result of a criterion. */
const struct result *outcome_result(const struct outcome *o, const struct criterion *k);

/* Some mark of it asks for a reason, and the facts give none. */
bool result_owes_reason(const struct result *r);

/* Which figures a result has.  The score: it is scored, carried or not applicable at a score. */
bool result_has_score(const struct result *r);

/* Nothing above it is set aside as a whole, so the result matters. */
bool result_counts(const struct outcome *o, const struct result *r);

/* A weight: it, and all that it stands in, count by weights that are known. */
bool result_has_weight(const struct result *r);

/* A share of the total: it counts and has a weight, and no weight that moves it waits for a fact.
 */
bool result_has_share(const struct outcome *o, const struct result *r);

/* Whether some of its points may turn out not to count among its siblings; how many go to `*maybe`
 * (which may be NULL). */
bool result_points_maybe(const struct result *r, struct number *maybe);

/* Whether its points, with what may be out, lie between those for certain and all of them, and
 * nobody else gets what is out. */
bool result_is_between(const struct result *r);

/* `raw`, the score before late steps and penalties: its scorer gave one, whether or not the rest is
 * known. */
bool result_has_raw(const struct outcome *o, const struct result *r);

#endif
