/* Values, and the ways in which a value can be absent.
 *
 * Floor: value.  Values are passed by value; texts, sets, tables and causes are borrowed. */
#ifndef KEN_VALUE_VALUE_H
#define KEN_VALUE_VALUE_H

#include "base/list.h"
#include "base/span.h"
#include "value/date.h"
#include "value/number.h"

enum value_kind {
    VALUE_ABSENT,
    VALUE_NUMBER,
    VALUE_TEXT, /* also a choice */
    VALUE_DATE,
    VALUE_MONTH,
    VALUE_TRUTH, /* yes or no */
    VALUE_SET,
    VALUE_TABLE,
};

/* Weakest first: where several meet, the strongest travels on. */
enum absence {
    ABSENCE_NONE,      /* an optional fact without a value: an answer, nothing there */
    ABSENCE_UNDEFINED, /* a calculation without a result */
    ABSENCE_MISSING,   /* a required fact without a value: we do not know */
    ABSENCE_NA,        /* the office says: not applicable */
};

/* Why a value is absent. */
enum cause_kind {
    CAUSE_FACT,      /* what: the fact's path */
    CAUSE_CELL,      /* what: the column's name; row: from 1 */
    CAUSE_DIVISION,  /* by zero, at `at` in the rules */
    CAUSE_EMPTY,     /* mean, min, max, share, first or last of no rows */
    CAUSE_TIE,       /* several rows are the first or last, and differ */
    CAUSE_TOO_LARGE, /* a number over the limit of number.h */
    CAUSE_NEGATIVE,  /* an amount below 0 */
    CAUSE_PARTS,     /* no part applies */
    CAUSE_NO_DAY,    /* a day that there is not, or that the calendar does not cover */
};

struct cause {
    enum cause_kind kind;
    enum absence absence;
    struct text what;
    size_t row;
    bool open;           /* a score that is not known: no policy for missing facts covers it */
    struct span at;      /* in the rules */
    struct span fact_at; /* in the facts; nowhere when there is no such place */
};

struct set {
    size_t n;
    const struct text *at; /* sorted by text_order, each once */
};

struct table;

struct value {
    enum value_kind kind;
    enum absence absence; /* of VALUE_ABSENT */
    bool may_be_na;       /* of VALUE_ABSENT: complete facts may make it n/a, through a score */
    union {
        struct number number;
        struct text text;
        struct date date;
        struct month month;
        bool truth;
        const struct set *set;
        const struct table *table;
        const struct cause *cause; /* of VALUE_ABSENT; never NULL */
    };
};

/* Rows of a fact table, row by row: cell (r, c) is at[r * columns + c], of the columns that are
 * kept. */
struct table_cell {
    struct value value;
    struct span at;
};
struct table {
    size_t rows, columns;
    const struct table_cell *at;
};

static inline struct value value_number(struct number n)
{
    return (struct value){.kind = VALUE_NUMBER, .number = n};
}
static inline struct value value_text(struct text t)
{
    return (struct value){.kind = VALUE_TEXT, .text = t};
}
static inline struct value value_date(struct date d)
{
    return (struct value){.kind = VALUE_DATE, .date = d};
}
static inline struct value value_month(struct month m)
{
    return (struct value){.kind = VALUE_MONTH, .month = m};
}
static inline struct value value_truth(bool t)
{
    return (struct value){.kind = VALUE_TRUTH, .truth = t};
}
/* The same where it is to lie: most conditions are a yes because there is none. */
static inline void value_make_truth(struct value *v, bool t)
{
    v->kind = VALUE_TRUTH;
    v->absence = ABSENCE_NONE;
    v->may_be_na = false;
    v->truth = t;
}

struct value value_absent(struct arena *a, struct cause cause);

static inline bool value_is_absent(struct value v)
{
    return v.kind == VALUE_ABSENT;
}
static inline bool value_is_na(struct value v)
{
    return v.kind == VALUE_ABSENT && v.absence == ABSENCE_NA;
}

/* The absence that results where `x` and `y` meet and at least one is absent. */
struct value value_absence_of(struct value x, struct value y);

/* The same for operands of which one alone may still decide: what is missing may make the whole
 * something else than n/a. */
struct value value_doubt_of(struct value x, struct value y);

/* A set of the `n` texts, sorted and without repetitions (the array is changed). */
const struct set *set_make(struct arena *a, struct text *texts, size_t n);
bool set_has(const struct set *s, struct text t);
bool set_has_all(const struct set *s, const struct set *wanted);
bool set_has_any(const struct set *s, const struct set *wanted);

/* Equality of two present values of the same kind (tables aside). */
bool value_equal(struct arena *a, struct value x, struct value y);

#endif
