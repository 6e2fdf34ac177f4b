/* What an expression can still be, while something that it waits for is not known.
 *
 * Private to eval/.  Sound, not tight: whatever the missing facts turn out to be, as far as they
 * are declared, a value lies inside.  Stating a fact never leads outside. */
#ifndef KEN_EVAL_POSSIBLE_H
#define KEN_EVAL_POSSIBLE_H

#include "eval/run.h"
#include "value/interval.h"

struct possible {
    struct interval lies; /* a number, the number of a day or month, or 1 and 0 for yes and no */
    bool undefined;       /* or there is no result */
    bool na;              /* or it turns out to be n/a */
    bool nothing;         /* that for certain: it lies nowhere */
};

/* What was found out, for the row in which it was asked. */
struct possibly {
    size_t value_turn, turn;
    struct possible is;
};

/* possible.c */
struct possible possible_of(struct run *r, const struct expr *e);

/* Where a number lies, if it has no result anywhere. */
struct interval number_lies(struct run *r, const struct expr *e);

/* Whether a condition is yes, or no, for certain. */
bool possible_is(struct run *r, struct possible p, bool truth);

/* What a condition answers for certain though it waits for something; else `absent`. */
struct value possible_answer(struct run *r, const struct expr *e, struct value absent);

/* possible_rows.c */
struct possible possible_aggregate(struct run *r, const struct expr *e);

/* possible_dates.c */
/* Days, working days or months after the one until the other. */
struct possible possible_between(struct run *r, enum day_unit unit, const struct expr *after,
                                 const struct expr *until);
struct possible possible_days(struct run *r, const struct expr *e);
struct possible possible_shift(struct run *r, const struct expr *e);
struct possible possible_date_part(struct run *r, const struct expr *e);

/* possible_conditions.c */
struct possible possible_truth(struct run *r, const struct expr *e);

#endif
