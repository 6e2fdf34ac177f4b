/* The search for boundary cases: private to cases/.
 *
 * Floor: cases.  Every case is tried before it is told: moved facts are evaluated again, and what
 * the evaluation finds is what the case says.  A place where something begins is found by halving
 * the way between two values of one fact, so it does not matter which formula stands between the
 * fact and the figure, as long as it rises or falls along that way. */
#ifndef KEN_CASES_SEEKING_H
#define KEN_CASES_SEEKING_H

#include "cases/boundaries.h"
#include "check/tests.h"
#include "eval/again.h"

struct seeking {
    struct arena *a; /* of what is found */
    const struct model *m;
    const struct facts *base;
    struct outcome *o; /* of the base */
    struct again *again;
    struct arena *scratch; /* of what is evaluated again */
    struct boundaries *out;
    const struct criterion *k;         /* whose cases are looked for */
    const struct criterion **changing; /* it, and all criteria that its score is made of */
    size_t changing_n;
    struct score_reader reader;
    struct moves held;      /* with which it is scored, all steps done and in time */
    size_t *let_seen, turn; /* by let: the walk in which it was met last */
    size_t told;            /* the first case of the criterion at hand */
    size_t tries, work;     /* criteria that were evaluated for it, and for all, so far */
};

/* So much was tried for one criterion that no more is. */
bool is_tired(const struct seeking *s);

/* --- what holds before anything is moved (held.c) ----------------------------------------------
 */

/* Turn to a criterion: what its score is made of, and the moves with which it is scored. */
void seek_for(struct seeking *s, const struct criterion *k);

/* State everything that its score is made of. */
void fill_all(struct seeking *s, struct moves *moves);

/* Move facts so that nothing of what is done behind a step is. */
bool undo(struct seeking *s, struct moves *moves, const struct expr *done);

/* --- expressions (walk.c) --------------------------------------------------------------------- */

/* Every expression in `e`, through lets, each let once in a walk; `over` is the aggregate in whose
 * rows it stands, or NULL.  Scores are not followed. */
typedef void walk_visit(void *user, const struct expr *e, const struct expr *over);
void walk_begin(struct seeking *s);
void walk(struct seeking *s, const struct expr *e, walk_visit *visit, void *user);

/* Everything that decides the score of a criterion, in the order written. */
void walk_criterion(struct seeking *s, const struct criterion *k, walk_visit *visit, void *user);

/* --- moves (moves.c) -------------------------------------------------------------------------- */

struct moves moves_copy(struct arena *a, const struct moves *moves);

/* State something else of a fact, in place of what was moved before. */
void moves_put(struct arena *a, struct moves *moves, const struct fact *f, struct fact_entry e);
void moves_value(struct seeking *s, struct moves *moves, const struct fact *f, struct value v);
void moves_nothing(struct seeking *s, struct moves *moves, const struct fact *f,
                   enum absence absence);

/* What the facts say with the moves. */
const struct fact_entry *moved_entry(const struct seeking *s, const struct moves *moves,
                                     const struct fact *f);

/* The criterion at hand, or the value of an expression of it that stands in no aggregate, with the
 * moves; until looked_at. */
const struct result *look_at(struct seeking *s, const struct moves *moves);
struct value look_at_value(struct seeking *s, const struct moves *moves, const struct expr *e);
void looked_at(struct seeking *s);

/* A condition: whether it is yes. */
bool holds(struct seeking *s, const struct moves *moves, const struct expr *e);

/* --- what is looked for ----------------------------------------------------------------------- */

enum target_kind {
    TARGET_MEASURE, /* of the criterion, rounded */
    TARGET_SCORE,   /* of the criterion */
    TARGET_EXPR,    /* a number, date or month, less that of `right` where there is one */
    TARGET_COUNT,   /* of a penalty or bonus */
    TARGET_AMOUNT,  /* of the same, before its cap */
    TARGET_SHARE,   /* that is achieved of a step */
};
struct target {
    enum target_kind kind;
    const struct expr *left, *right;
    size_t index;        /* of the penalty, or step */
    struct number value; /* that is to be met; of a date its day, of a month its number */
};

/* The sign of what there is, less the value; false where there is no number. */
bool target_sign(struct seeking *s, const struct moves *moves, const struct target *t, int *sign);

/* --- knobs (knobs.c, crossing.c): one thing that can be turned, in steps ---------------------- */

enum knob_kind {
    KNOB_FACT,   /* a number, in grains; a date, in days; a month */
    KNOB_ROWS,   /* rows of a table that count */
    KNOB_CELL,   /* a column in one row */
    KNOB_COLUMN, /* the same in all rows */
};
struct knob {
    enum knob_kind kind;
    const struct fact *fact; /* or the table */
    const struct fact *column;
    size_t row;
    const struct expr *aggregate; /* over the rows */
    long long least, most, now;   /* its places */
};

struct knobs {
    LIST_OF(struct knob) all;
};

/* Everything that can be turned to change what the expressions that `visit` names are; what is
 * given to the office comes last. */
struct knobs knobs_of(struct seeking *s, const struct moves *moves, const struct expr *const *e,
                      size_t n);

/* The same of the scores that the one at hand is made of; of what is earned alone. */
struct knobs knobs_of_scores(struct seeking *s, const struct moves *moves);

/* Turn it to a place. */
void knob_turn(struct seeking *s, const struct knob *knob, struct moves *moves, long long place);

/* Three places of facts around a value: just below it, at it, just above it. */
struct crossing {
    bool found;  /* two of the three */
    bool has[3]; /* indexed by sign + 1 */
    struct moves at[3];
};
struct crossing seek(struct seeking *s, const struct moves *from, const struct target *t,
                     const struct knobs *knobs);

/* The same by the knobs of the expressions of the target. */
struct crossing seek_target(struct seeking *s, const struct moves *from, const struct target *t);

/* The same of the score of the criterion at hand, by any fact that it is made of; where one alone
 * does not do it, with others at the end of what they can be. */
struct crossing seek_score(struct seeking *s, const struct moves *from, struct number score);

/* How far a cell can go before the value of an aggregate, which it has now, is another one. */
struct edges {
    bool has[2]; /* going down, going up */
    struct moves inside[2], outside[2];
};
struct edges seek_edges(struct seeking *s, const struct moves *from, const struct expr *aggregate,
                        const struct fact *column);

/* --- values (values.c) ------------------------------------------------------------------------ */

/* What a fact or column could be for a condition to decide either way: the values that stand in it
 * and their neighbours, all words of a choice, yes and no, nothing. */
struct values {
    LIST_OF(struct value) all;
};
struct values values_near(struct seeking *s, const struct moves *moves, const struct expr *e,
                          const struct fact *f);

/* --- conditions (satisfy.c) ------------------------------------------------------------------- */

/* Move facts until `condition` is yes (or no); false, with some of the moves made, where that is
 * not found. */
bool satisfy(struct seeking *s, struct moves *moves, const struct expr *condition, bool yes);

/* Move facts until that row of the cases holds. */
bool satisfy_row(struct seeking *s, struct moves *moves, const struct cases *cases, size_t row);

/* --- rows (rows.c) ---------------------------------------------------------------------------- */

/* A table of `counting` rows that count in `aggregate` and `others` that do not; false where no
 * such rows are found. */
bool rows_made(struct seeking *s, struct moves *moves, const struct expr *aggregate,
               size_t counting, size_t others);

/* The rows that count now, and all. */
void rows_now(struct seeking *s, const struct moves *moves, const struct expr *aggregate,
              size_t *counting, size_t *all);

/* A table of the fact with one cell, or the cells of a whole column, replaced. */
const struct table *table_with(struct seeking *s, const struct table *t, const struct fact *column,
                               size_t row, bool all, struct value v);
const struct table *table_of_rows(struct seeking *s, const struct fact *f, size_t rows);

/* --- telling (found.c) ------------------------------------------------------------------------ */

/* The part of a criterion that a case is about, for its reason. */
enum aim_kind { AIM_SCORE, AIM_STEP, AIM_PENALTY, AIM_LINE, AIM_CASE, AIM_STATE };
struct aim {
    enum aim_kind kind;
    size_t index;
};

/* Tell a case, if the facts can be evaluated; one with the same facts and the same reason is told
 * once. */
void found(struct seeking *s, struct aim aim, struct text says, const struct moves *moves);
void not_found(struct seeking *s, struct text says, struct text why);

/* The reason that holds for a criterion; empty where none does. */
struct text reason_of(struct arena *a, const struct result *r, struct aim aim);

/* "size "M"", "when beds > 0", "otherwise": a row of cases. */
struct text row_words(struct seeking *s, const struct cases *cases, size_t row);

/* --- what is looked at (of_*.c) --------------------------------------------------------------- */

void cases_of_thresholds(struct seeking *s);
void cases_of_steps(struct seeking *s);
void cases_of_penalties(struct seeking *s);
void cases_of_conditions(struct seeking *s);
void cases_of_absence(struct seeking *s);
void cases_of_marks(struct seeking *s);

#endif
