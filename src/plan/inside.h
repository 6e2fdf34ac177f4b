/* What a plan is made of: private to plan/.
 *
 * Floor: plan.  Terms are expressions with everything resolved that can be before a record is seen;
 * a `judged` is a criterion in the same way.  Making is in make_*.c, running beside it in files of
 * the same subjects. */
#ifndef KEN_PLAN_INSIDE_H
#define KEN_PLAN_INSIDE_H

#include "plan/plan.h"
#include "value/wide.h"

/* Kept out of the function that calls it, whose first lines are to save no registers for it. */
#define SELDOM __attribute__((noinline, cold))

/* --- values --------------------------------------------------------------------------------- */

/* What a term has come to: without a cause, for what needs one is none for a plan. */
struct held {
    bool is;              /* there is a value */
    enum absence absence; /* if not */
    union {
        struct number number; /* always small */
        int64_t whole;        /* a day, a month, 0 or 1, a word by its number */
    };
};

/* --- terms ---------------------------------------------------------------------------------- */

enum term_kind {
    TERM_NUMBER,      /* number */
    TERM_WHOLE,       /* whole */
    TERM_FACT_NUMBER, /* slot, times `number` */
    TERM_FACT_WHOLE,  /* slot */
    TERM_FACT_WORD,   /* slot, through `words` */
    TERM_FACT_GIVEN,  /* whether the slot has a value */
    TERM_KEPT,        /* left, calculated once a record: kept[index] */
    TERM_SCORE,       /* of criteria[index] */
    TERM_PARTS,       /* `of` */
    TERM_NEGATE,      /* left */
    TERM_ADD,         /* left, right */
    TERM_SUBTRACT,
    TERM_MULTIPLY,
    TERM_DIVIDE,
    TERM_ORDER_NUMBERS, /* left op right */
    TERM_ORDER_WHOLES,
    TERM_LOGIC,         /* op over args */
    TERM_NOT,           /* left */
    TERM_AMONG_NUMBERS, /* left between args[0] and args[1] */
    TERM_AMONG_WHOLES,  /* the same */
    TERM_IN_MONTH,      /* left, a day, in right */
    TERM_GIVEN,         /* left */
    TERM_IF,            /* if left then right else third */
    TERM_EXTREME,       /* the least of args, or with `most` the greatest */
    TERM_ROUND,         /* left, as `of` says */
    TERM_DAYS,          /* `of`, after left until right */
    TERM_SHIFT,         /* `of`, left after right */
    TERM_DATE_PART,     /* `of`, of left */
    TERM_CASES,         /* that of args whose row of `cases` holds */
    TERM_NEVER,         /* what no plan can do */
};

struct choices;

struct term {
    enum term_kind kind;
    enum op op;
    bool most;
    bool optional; /* of a fact: without a value it is an answer, else it is missing */
    size_t index;  /* of a fact, of a criterion, of what is kept */
    int64_t whole;
    struct number number; /* of a fact what 1 in its slot is worth; both parts are narrow */
    const int64_t *words;
    const struct term *left, *right, *third;
    LIST_OF(const struct term *) args;
    const struct choices *cases;
    const struct expr *of;
};

/* Cases: rows with conditions, or the words that lead to each. */
struct choice {
    const struct term *when;
    LIST_OF(int64_t) keys;
    bool otherwise;
};
struct choices {
    const struct term *by; /* NULL: rows with conditions */
    bool na_is_no;
    LIST_OF(struct choice) rows;
};

/* --- scorers -------------------------------------------------------------------------------- */

/* Levels over a figure, with the rounding of the score: all in whole numbers.  With p / q for the
 * figure, level i is reached when p x reach >= q x level[i], and between two of them the score, in
 * steps of the rounding, is (A p + B q) / (C q). */
struct stretch {
    int64_t p, q, under; /* A, B, C */
};
struct line {
    size_t n;
    bool falling, rounds;
    enum rounding_mode mode;
    int64_t reach;
    int64_t narrow; /* parts up to here multiply without overflow in 64 bits */
    int64_t step_top, step_bottom;
    const int64_t *level;
    const struct stretch *between; /* n - 1 of them; NULL: the scores of the levels */
    const struct score *reached;   /* n + 1: that of so many levels reached, where it is flat */
};

/* A line over a fact, or over one fact divided by another.  Of many criteria the line is the same:
 * then it is one, and stays in the caches. */
struct measured {
    const struct line *line; /* NULL: it is none */
    uint32_t top, bottom;    /* facts; `bottom` is NO_FACT where nothing divides */
};
#define NO_FACT UINT32_MAX

/* What is done behind `done`. */
struct act {
    bool several; /* joined by `op` */
    enum op op;
    LIST_OF(const struct act *) acts;
    const struct term *term;
    bool dated;                   /* it is a day */
    bool proven;                  /* it counts with evidence only, and no record has any */
    LIST_OF(size_t) proofs;       /* facts that it reads */
    LIST_OF(bool) proof_optional; /* by the same index */
};

struct check_step {
    struct number points;
    const struct term *when;
    bool by_share;
    const struct act *act; /* of a share its term */
    const struct term *by;
    bool by_month; /* `by` is a month */
    bool is_late;
    struct number late_each;
    enum day_unit late_unit;
};

/* --- changes -------------------------------------------------------------------------------- */

struct toll { /* a penalty or bonus */
    const struct penalty *of;
    const struct term *when, *after, *until, *amount;
    bool after_month, until_month;
};

struct change { /* a line of `adjust` */
    const struct adjust_line *of;
    const struct term *when, *value;
};

/* --- in whole numbers ----------------------------------------------------------------------- */

/* A penalty or bonus that counts; what it takes is over the denominator that all of them have. */
struct whole_toll {
    const struct toll *of;
    int64_t each, cap;
};

/* What becomes of a figure: penalties and bonuses, floor and cap, rounding. */
struct settling {
    LIST_OF(struct whole_toll) tolls;
    int64_t tolls_under;
    bool has_low, has_high, rounds;
    enum rounding_mode mode;
    int64_t low_top, low_bottom, high_top, high_bottom, step_top, step_bottom;
};

/* Steps that all apply, done or not, some of them by a day: points and what lateness takes are over
 * one denominator, `under`. */
struct item {
    size_t fact;
    bool dated;    /* done on a day; else yes or no */
    bool optional; /* without a value it is not done; else nobody knows */
    bool working;  /* working days late */
    int32_t deadline;
    int64_t points, late;
};
struct checklist {
    bool independent;
    int64_t under;
    bool has_low, has_high;
    int64_t low, high; /* of the scale */
    LIST_OF(struct item) items;
};

/* Children whose scores are over one denominator, or ones that divide each other. */
struct mean {
    const int32_t *points; /* by child; 0: those of what is in it, which are whole */
    bool sums;             /* its own points are the sum of these */
};

/* So that no product of two of them, nor a sum of these, is too large for 64 bits. */
#define SETTLE_PART ((int64_t)1 << 20)
#define SETTLE_TOLLS 8
#define MEAN_SCORE ((int64_t)1 << 30)
#define MEAN_POINTS ((int64_t)1 << 30)
#define MEAN_SUM ((int64_t)1 << 60)

/* --- criteria ------------------------------------------------------------------------------- */

struct judged {
    const struct criterion *of;
    /* At most one of these three: where it can be used, nothing else is needed. */
    struct measured measured;
    const struct checklist *checklist;
    const struct mean *mean;
    const struct settling *settling; /* of the last two; NULL: something else happens to it */
    bool always;                     /* no condition, and no weight by case */
    size_t index;
    size_t children;
    const uint32_t *child; /* by index */
    const struct term *applies, *measure, *formula;
    const struct choices *by;
    const struct choices *weights;
    LIST_OF(struct check_step) steps;
    LIST_OF(struct toll) tolls;
    LIST_OF(struct change) changes;
    bool carries; /* what is missing is covered by the policy, and nothing else can come of it */
    bool bounded; /* floor and cap can bind although nothing is taken */
    bool declared_known; /* its declared points go by no case: */
    struct number declared;
};

struct plan {
    const struct model *model;
    struct arena *arena;
    struct text why_not;               /* empty: it is whole */
    struct judged *criteria;           /* by index */
    struct measured *measured;         /* likewise: of most nothing else is looked at */
    size_t kept;                       /* how many terms are */
    bool *reads;                       /* by fact */
    LIST_OF(const struct term *) lets; /* figures that no score may need */
    const int32_t *working; /* working days from the first covered day up to each; or NULL */
};

/* --- running -------------------------------------------------------------------------------- */

/* What is settled of a criterion in this record: a byte, for all of them are cleared. */
struct settled {
    bool judged : 1;
    bool dropped : 1, carried : 1, no_weight : 1;
    bool weighed : 1;    /* `inside` and the points of its children */
    bool summed : 1;     /* `points` are those of its children */
    bool gift_known : 1; /* given_to */
    bool row_known : 1;  /* row */
};

/* What is needed of few of them. */
struct standing {
    size_t row; /* of its weights */
    struct number points, inside;
    int64_t whole_points; /* the same, of a mean in whole numbers; 0: they are not known so */
    const struct criterion *given_to;
    struct number score; /* that is too wide for struct score */
};

struct kept {
    size_t turn;
    struct held value;
};

struct plan_run {
    const struct plan *plan;
    const struct slot *slots;
    struct score *out;
    struct arena *scratch; /* for numbers that become big: then the record is declined */
    size_t turn;
    bool declined;
    struct settled *is;        /* by criterion */
    struct standing *standing; /* likewise */
    struct kept *kept;
    struct number *parts; /* room for the scores of the parts of any criterion */
};

/* calculate.c; a value is undefined when the record is declined */
struct held term_held(struct plan_run *r, const struct term *t);
struct held term_operand(struct plan_run *r, const struct term *t); /* none becomes undefined */
struct held held_number(struct plan_run *r, struct number n);       /* declines what is not small */
struct held held_whole(int64_t whole);
struct held held_absent(enum absence absence);
struct held declined(struct plan_run *r);
/* The row that holds; else why it is not known. */
bool choices_row(struct plan_run *r, const struct choices *c, size_t *row, struct held *absent);

/* days.c */
struct held days_between(struct plan_run *r, enum day_unit unit, int64_t after, bool after_month,
                         int64_t until, bool until_month);
struct held days_shifted(struct plan_run *r, const struct term *t);
struct held date_part_of(const struct term *t, int64_t whole);
const int32_t *days_counted(struct arena *a, const struct calendar *c);

/* judge.c */
void plan_judge(struct plan_run *r, size_t criterion);

/* What is settled of a criterion, judged now where it was not yet. */
static inline struct settled judge(struct plan_run *r, size_t criterion)
{
    if (!r->is[criterion].judged)
        plan_judge(r, criterion);
    return r->is[criterion];
}

/* line.c */
void line_score(const struct plan_run *r, const struct measured *m, struct score *score);

/* whole.c; here and above `*score` stays as it is where the general way must be gone */
void checklist_score(struct plan_run *r, const struct judged *j, struct score *score);
/* Of what is judged; before anything is done to it where there is no settling. */
void mean_score(struct plan_run *r, const struct judged *j, struct score *score);

/* steps.c: the score before anything is taken, and what late steps take */
struct held steps_score(struct plan_run *r, const struct judged *j, struct number *late);

/* changes.c: from the scorer's figure to the score */
struct number change_score(struct plan_run *r, const struct judged *j, struct number raw,
                           struct number late);
bool toll_applies(struct plan_run *r, const struct toll *t);
int64_t toll_count(struct plan_run *r, const struct toll *t); /* of those that are not free */
struct number plan_on_scale(const struct judged *j, struct number n);
struct number plan_within(struct number n, struct number low, struct number high);

/* children.c */
bool judge_children(struct plan_run *r, const struct judged *j); /* false: declined */
bool children_score(struct plan_run *r, const struct judged *j, struct number *raw, bool *any);
struct held parts_held(struct plan_run *r, const struct term *t);
bool plan_weighs_nothing(struct plan_run *r, const struct criterion *k);

/* --- making --------------------------------------------------------------------------------- */

enum { LINES_COMPARED = 16 };

struct making {
    struct arena *a;
    struct plan *plan;
    struct text where;        /* what reads: "6.1", "the total", "the let `ratio`" */
    const struct term **kept; /* by cell: of lets and values of parameters */
    struct map words;         /* to their numbers */
    enum plain { PLAIN_UNASKED, PLAIN_YES, PLAIN_NO } * plain; /* by let: see make_criteria.c */
    struct fact_reader reader;
    struct arena *scratch;                   /* for what is only needed meanwhile */
    const struct line *line[LINES_COMPARED]; /* the last that were made */
    size_t lines;                            /* how many were */
    size_t proofs;                           /* facts whose evidence steps ask for, step by step */
};

/* plan.c: why it is not whole; the first reason is the one that is told */
void plan_refuse(struct making *m, struct text why);
/* What 1 in the slot of a number is worth. */
struct number slot_unit(struct arena *a, const struct plan *p, const struct fact *f);

/* make_terms.c */
const struct term *plan_term(struct making *m, const struct expr *e);
const struct term *plan_kept(struct making *m, const struct expr *value); /* once a record */
const struct choices *plan_choices(struct making *m, const struct cases *c);
void plan_fit(struct making *m, struct number n); /* it must be small, or over */

/* make_steps.c */
void plan_steps(struct making *m, struct judged *j);

/* make_line.c: of which `line` stays NULL where it has none */
void plan_line(struct making *m, const struct criterion *k, struct measured *out);

/* make_criteria.c */
void plan_criterion(struct making *m, struct judged *j, const struct criterion *k);

/* make_whole.c: what of it can be done in whole numbers, when all others are made */
void plan_whole(struct making *m, struct judged *j);

#endif
