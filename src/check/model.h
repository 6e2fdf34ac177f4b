/* The checked model: what the rules mean.
 *
 * Floor: check.  In a model every name is resolved, every type and unit known, every number exact,
 * every default made explicit; layout, order of declarations and spelling are gone.  That it exists
 * is the proof that the rules are right.  It is immutable, and everything in it lives in the arena
 * of the rules. */
#ifndef KEN_CHECK_MODEL_H
#define KEN_CHECK_MODEL_H

#include "base/map.h"
#include "check/expr.h"
#include "value/calendar.h"

/* --- criteria ----------------------------------------------------------------------------- */

struct cite {
    struct text document;
    bool has_date;
    struct date dated;
    struct text page;
    bool has_effect; /* it says from when on what it changes counts */
    struct date effective;
    struct span at;
};

struct translation { /* of a title: `title en "..."` */
    struct text language, title;
    struct span at;
};

struct remarks { /* what may be said of anything: it never changes a score */
    LIST_OF(struct translation) titles;
    LIST_OF(struct cite) cites;
    LIST_OF(struct text) notes;
};

struct policy {
    enum policy_kind kind; /* POLICY_NONE: nothing declared */
    struct number score;
    struct criterion *receiver;
    struct span at;
};
extern const struct policy policy_none;

struct level {
    struct number score, value;
    struct text shown; /* the value as written */
    struct span at;
};

struct step {
    struct number number; /* 1, 2, 3 ... */
    struct text title;
    struct number points; /* that it earns */
    struct expr *when;    /* NULL: always; else the step is passed over where it is no */
    bool by_share;        /* `done` is the share that is achieved, not what must be done */
    struct expr *done;
    struct expr *by;               /* a date, or NULL */
    enum evidence_wanted evidence; /* of every fact that `done` reads */
    struct span evidence_at;
    bool is_late; /* something is taken for lateness */
    struct number late_each;
    enum day_unit late_unit;
    struct remarks remarks;
    struct span at;
};

/* How a penalty or bonus is counted: `each` times a count, but for AMOUNT_FORMULA. */
enum amount_kind {
    AMOUNT_FLAT,    /* once */
    AMOUNT_TIME,    /* days, working days or months after `after` until `until` */
    AMOUNT_ROWS,    /* rows: `count` */
    AMOUNT_FORMULA, /* `amount` is all of it */
};

struct penalty {
    struct text name, title;
    bool is_bonus;
    enum amount_kind kind;
    struct number each;
    struct text each_shown;
    struct span each_at;
    enum day_unit unit;
    struct expr *after, *until; /* dates */
    struct expr *count;         /* an aggregate */
    struct expr *amount;        /* a pure number */
    struct expr *when;          /* NULL: always */
    unsigned free;              /* of what is counted, so many are free */
    bool has_cap;
    struct number cap;
    struct span cap_at;
    struct remarks remarks;
    struct span at;
    struct criterion *owner;
};

/* A line of `adjust`: what it does to the figure that the lines above it have made. */
struct adjust_line {
    enum adjust_kind kind;
    struct expr *value;       /* a pure number; NULL for ADJUST_ROUND */
    struct rounding rounding; /* of ADJUST_ROUND */
    struct expr *when;        /* NULL: always */
    struct span at;
};

struct band {
    bool has_low, low_closed, has_high,
        high_closed; /* `otherwise` is resolved; an end that is not there is open to infinity */
    struct number low, high;
    struct text name, title;
    bool needs_reason;
    struct number score; /* of a scorer's band */
    bool otherwise;      /* as written: stands for everything no other band covers */
    struct span at;
};

struct bands { /* by rising ends, `otherwise` first */
    LIST_FIELDS(struct band);
};

/* What a score is called: bands over it. */
enum mark {
    MARK_LIGHT, /* of `status`: the same for all that have the scale of the total, but for parts */
    MARK_GRADE, /* of `grade`: for the criterion that it stands in alone */
    MARKS
};

/* What a measure must reach, in one case: levels, or bands. */
struct thresholds {
    LIST_OF(struct level) levels; /* by rising score */
    enum level_kind kind;
    bool has_below; /* `below` is what a measure worse than the first level gets */
    struct number below;
    struct bands bands; /* over the measure */
};

enum scorer {
    SCORER_NONE,
    SCORER_LEVELS,
    SCORER_BANDS,
    SCORER_STEPS,
    SCORER_FORMULA,
    SCORER_CHILDREN /* the weighted mean of its children; `formula` where that is written */
};

/* How a figure is shown: it never changes a value. */
struct show {
    unsigned places;
    enum rounding_mode mode;
};

/* How children count, by case. */
struct weights {
    struct cases *cases;
    LIST_OF(struct criterion *) of;
    LIST_OF(struct number) points; /* row by row, one for each of `of` */
    bool percent;                  /* shares, which add up to 1 in each row */
    struct span at;                /* of the word */
};

struct criterion {
    enum height height;
    struct text id;   /* as declared: "1.1", "use"; "total" for the root */
    struct text path; /* unique: "1.1/use" for a part, else the id */
    struct text title;
    struct text shown_unit;
    struct span at;                       /* of the id */
    struct criterion *parent;             /* NULL for the total */
    LIST_OF(struct criterion *) children; /* in the order written */
    size_t index;                         /* in model.criteria */

    bool has_points; /* declared on this node, at `points_at` */
    struct span points_at;
    bool by_weight;          /* as `weight 15%`; `points` then is 0.15 */
    struct number points;    /* declared; of a group without any, the sum of its children's */
    bool by_case;            /* its points are those of a row of its parent's weights */
    size_t column;           /* and this one of them */
    struct weights *weights; /* of its children; NULL: each has its own points */
    bool weighs; /* the points of its children count: a weighted mean of them is taken */

    bool has_own_scale;
    struct span scale_at;                          /* own or inherited */
    struct number low, high;                       /* the scale; both over for `scale none` */
    struct expr *applies;                          /* NULL: always */
    const struct policy *not_applicable, *missing; /* own or inherited; never NULL */
    bool not_applicable_own, missing_own;

    enum scorer scorer;
    struct expr *measure; /* NULL where nothing is measured */
    bool percent;         /* the measure is shown as percent */
    struct cases *by;     /* which of the thresholds; NULL: there is one for all */
    LIST_OF(struct thresholds *) thresholds; /* of levels and bands: one for each row of `by` */
    LIST_OF(struct step) steps;
    bool independent;            /* every step counts, also behind one that is not done */
    bool step_points;            /* points are declared, or shares of them earned: not just steps */
    struct number points_in_all; /* of all steps */
    struct expr *formula;        /* of SCORER_FORMULA */

    LIST_OF(struct penalty *) penalties;
    bool has_adjust; /* then there are no penalties, floor, cap and rounding: lines instead */
    LIST_OF(struct adjust_line) adjust;
    bool has_floor, has_cap;
    struct span floor_at, cap_at;
    struct number floor, cap; /* declared, else the ends of the scale, over where it has none */
    const struct rounding *round_measure, *round_score; /* own, or of the head; never NULL */
    struct show show_score, show_measure, show_weight;
    const struct bands *marks[MARKS]; /* NULL: none of the kind */
    LIST_OF(struct let *) lets;
    struct formerlies formerly;
    struct remarks remarks;
};

struct test;
struct columns;

struct model {
    struct arena *arena;
    struct sources *sources;
    struct text id, title;
    enum era era;
    bool has_period;
    struct date first, last;                         /* of the period */
    struct span period_at, closes_at, month_ends_at; /* nowhere where they are not said */
    struct date closes;                              /* last day on which a deadline may lie */
    const struct calendar *calendar;                 /* NULL: no working days are counted */
    enum month_ends month_ends;                      /* MONTHS_UNSAID: no day depends on it */
    LIST_OF(struct fact *) facts;                    /* in the order declared */
    struct map fact_by_path;                         /* path to index */
    LIST_OF(struct criterion *) criteria; /* the total first, then parents before children */
    struct map criterion_by_path;
    LIST_OF(struct let *) lets;
    struct map units;                             /* name to index in unit_names */
    LIST_OF(struct text) unit_names, unit_titles; /* titles may be empty */
    size_t cells;                                 /* expressions */
    LIST_OF(struct test *) tests;  /* of its own file; they change nothing (check/tests.h) */
    const struct columns *columns; /* how records call its facts (check/columns.h); never NULL */
};

/* The unit that `words` names in this model ("baht", "million baht", "percent"); NULL when it names
 * none. */
const struct unit *model_unit(const struct model *m, struct arena *a, struct text words);

/* Whether a table keeps this column: some rule reads it, or it tells rows apart.  The values of
 * others are checked, and forgotten. */
bool column_is_kept(const struct fact *column);

/* NULL when there is none of that path. */
const struct fact *model_fact(const struct model *m, struct text path);
const struct criterion *model_criterion(const struct model *m, struct text path);

/* What to say where `wanted` is a number and no id: which there are, for a number is no slip of
 * another number.  Empty when it is something else. */
struct text model_ids_instead(struct arena *a, const struct model *m, struct text wanted);

/* What `e`, an EXPR_SHIFT, makes of the values of its operands, both present: a date, or for months
 * after a month a month.  A day that the calendar does not cover goes to `*out` too. */
enum shift_result { SHIFT_DONE, SHIFT_NO_DAY, SHIFT_NOT_COVERED };
enum shift_result model_shift(const struct model *m, struct arena *a, const struct expr *e,
                              struct number count, struct value from, struct value *out);

/* The start or end of a month or of the month of a day, or that month. */
struct value model_date_part(enum date_part part, struct value v);

/* Whether `k` is `outer` or stands somewhere in it. */
bool criterion_is_within(const struct criterion *k, const struct criterion *outer);

/* Whether scores of the two can be compared: the same ends, or none on either side. */
bool criterion_same_scale(struct arena *a, const struct criterion *k,
                          const struct criterion *other);

/* Of each criterion, by index, its part of the total, with everything applicable: its points over
 * those of all in the same mean, times the part of what it stands in.  Over: it has none, or it
 * goes by case. */
struct number *model_shares(struct arena *a, const struct model *m);

/* A declared weight: `k` is in a weighted mean all the way up.  What stands under another formula
 * has none. */
bool criterion_has_weight(const struct criterion *k);

/* The word that a mark is written and claimed with: "status", "grade".  False when `word` is none
 * of them. */
struct text mark_words(enum mark mark);
bool mark_named(struct text word, enum mark *mark);

/* What one of them is: a "light", a "grade". */
struct text mark_noun(enum mark mark);

/* The band that covers `value`, else the `otherwise` among them, else NULL. */
const struct band *band_of(struct arena *a, const struct bands *bands, struct number value);

/* A group without points of its own has those of its children; the parts of an indicator count
 * inside it only. */
bool criterion_sums_points(const struct criterion *k);

/* The points of a child by case in that row. */
struct number weights_points(const struct weights *w, size_t row, const struct criterion *child);

/* Of a criterion by case: some row gives it no weight. */
bool criterion_may_weigh_nothing(const struct criterion *k);

/* The facts that expressions read, also through lets and formulas; not those that another score is
 * made of.  Begin with fact_reader_in; each reading is of one expression, or of several, and gives
 * each fact once. */
struct fact_reader {
    struct arena *a;
    size_t *let_seen, *fact_seen, turn; /* by let, by fact: the turn in which it was met last */
    bool (*wanted)(const void *of,
                   const struct expr *e); /* else it is passed over; NULL: all are */
    const void *of;
    LIST_OF(const struct fact *) facts; /* in the order met */
    bool broken;                        /* something in it could not be read: while checking */
};
struct fact_reader fact_reader_in(struct arena *a, const struct model *m);
void fact_reader_begin(struct fact_reader *r);
void fact_reader_add(void *fact_reader, const struct expr *e); /* an expr_visit */

/* Everything that scores are made of, those of other criteria too, and whether they count at all.
 * Begin with score_reader_in; a new question with score_reader_begin. */
struct score_reader {
    struct arena *a;
    bool *fact, *let, *criterion; /* by index: it was met */
    LIST_OF(const struct fact *) facts;
    LIST_OF(const struct criterion *) criteria;
    LIST_OF(const struct let *) lets;
    size_t looked_at; /* private: of the criteria */
};
struct score_reader score_reader_in(struct arena *a, const struct model *m);
void score_reader_begin(struct score_reader *r);
void score_reader_add(struct score_reader *r, const struct criterion *k);

/* "penalty" or "bonus". */
struct text penalty_kind(const struct penalty *p);

/* Every expression of a line of `adjust`. */
void adjust_expressions(const struct adjust_line *l, expr_visit *visit, void *user);

/* Every expression of a penalty or bonus. */
void penalty_expressions(const struct penalty *p, expr_visit *visit, void *user);

/* The conditions under which steps apply. */
void step_conditions(const struct criterion *k, expr_visit *visit, void *user);

/* Those of all penalties, bonuses and lines of `adjust` of a criterion, and the conditions of its
 * steps: what has an answer for n/a of its own. */
void changing_expressions(const struct criterion *k, expr_visit *visit, void *user);

/* Every expression that decides whether a criterion applies and what it scores; lets and
 * `changing_expressions` aside.  The conditions of its weights come last; the two are also to be
 * had apart. */
void criterion_expressions(const struct criterion *k, expr_visit *visit, void *user);
void score_expressions(const struct criterion *k, expr_visit *visit, void *user);
void weights_expressions(const struct criterion *k, expr_visit *visit, void *user);

#endif
