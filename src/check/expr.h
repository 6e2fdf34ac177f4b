/* Facts and expressions of the checked model.
 *
 * Floor: check.  Every name is resolved, every type and unit known, every literal exact. */
#ifndef KEN_CHECK_EXPR_H
#define KEN_CHECK_EXPR_H

#include "syntax/tree.h"
#include "value/unit.h"
#include "value/value.h"

enum type_kind {
    TYPE_ERROR, /* of a broken expression; every operation on it is silently an error too */
    TYPE_NUMBER,
    TYPE_TEXT, /* also a choice */
    TYPE_DATE,
    TYPE_MONTH,
    TYPE_YES_NO,
    TYPE_SET,
    TYPE_TABLE,
    TYPE_RANGE, /* of dates, months or numbers: only behind `in` */
};

struct type {
    const struct dimension *dimension; /* of TYPE_NUMBER; NULL for a pure number */
    enum type_kind kind;
    bool ratio; /* a share of a whole: a pure number that is shown as percent */
    bool whole; /* no facts can make it anything but a whole number */
};

/* --- facts -------------------------------------------------------------------------------- */

/* What the same thing was called in older rules. It never changes a score. */
struct formerly {
    struct text was; /* the id of a criterion, of a part behind that of its indicator; the path of a
                        fact */
    struct text in;  /* the name of those criteria; empty: of any */
    bool of_group;   /* its group says it */
    struct span at;
};
struct formerlies {
    LIST_FIELDS(struct formerly);
};

struct fact {
    struct text path;  /* "capital.used"; of a column its name */
    struct text title; /* may be empty */
    struct text group; /* the title of the group that it stands in; may be empty */
    struct span at;    /* of the name */
    struct type type;
    bool whole;                 /* integer */
    const struct unit *unit;    /* numbers are written in it; NULL for a pure number */
    LIST_OF(struct text) words; /* of a choice or set: what may be said; empty: anything */
    bool is_choice;
    bool optional, fixed;
    bool needs_evidence; /* declared so */
    bool proves;         /* a step asks for evidence of it */
    int decimals;        /* most digits behind the point, in the fact's own unit; -1: any */
    bool has_least, has_most;
    struct number least, most;           /* in base units */
    struct text least_words, most_words; /* as written */
    LIST_OF(struct fact *) columns;      /* of a table */
    int key;                             /* index of the key column; -1 */
    struct fact *table;                  /* of a column: its table */
    size_t index;                        /* in model.facts, or within its table */
    size_t cell, cells;                  /* of a column its place in the rows that are kept; of a
                                            table how many columns are */
    bool used;                           /* some rule reads it */
    bool may_be_na;                      /* every criterion that reads it says what then happens */
    struct span read_at; /* of a place in the rules that reads it, for messages; may be nowhere */
    struct formerlies formerly;
};

/* --- expressions -------------------------------------------------------------------------- */

struct expr;
struct criterion;

struct let {
    struct text name, title;
    struct span at;
    struct criterion *owner; /* NULL at the top */
    struct expr *value;
    size_t index;
    bool used; /* some expression names it */
};

enum expr_kind {
    EXPR_BROKEN,
    EXPR_NUMBER,    /* literal.number; `shown` as it is written */
    EXPR_LITERAL,   /* literal: text, date, month, truth */
    EXPR_FACT,      /* fact */
    EXPR_COLUMN,    /* column, level: 0 is the outermost row */
    EXPR_LET,       /* let */
    EXPR_SCORE,     /* criterion: its score */
    EXPR_CALL,      /* left, the body of a formula for the values args; level: the rows around it */
    EXPR_PARAMETER, /* argument of the call, which is no operand; level: the rows around the call */
    EXPR_RANGE,     /* left .. right */
    EXPR_NEGATE,    /* left */
    EXPR_ARITHMETIC, /* left op right */
    EXPR_COMPARE,    /* left op right */
    EXPR_LOGIC,      /* op over args */
    EXPR_NOT,        /* left */
    EXPR_IN,         /* left in right: a range, a month or a set */
    EXPR_GIVEN,      /* left is given */
    EXPR_IF,         /* if left then right else third */
    EXPR_AGGREGATE,  /* aggregate: `left` over the rows of `fact` where `right`; left is NULL for
                        count, share, all, any */
    EXPR_QUANTIFIED, /* all|any of the set left in the set right */
    EXPR_EXTREME,    /* the least or greatest of args, by aggregate */
    EXPR_PARTS,     /* aggregate of the scores of the parts of `criterion`, or of the best `best` */
    EXPR_ROUND,     /* left, rounding */
    EXPR_DAYS,      /* days, working days or months after left until right */
    EXPR_SHIFT,     /* left days after (or before) right */
    EXPR_DATE_PART, /* start, end or month of left */
    EXPR_TABLE,     /* that of args whose row of `cases` holds */
};

/* One of several cases: the first row whose condition holds, or the row that names the value of
 * `by`.  The checker has proven that there always is one. */
struct case_key {
    struct value value; /* a text, or yes or no */
    struct span at;
};
struct case_row {
    struct expr *when; /* NULL: goes by its keys, or is `otherwise` */
    LIST_OF(struct case_key) keys;
    bool otherwise;
    struct span at; /* of the condition, the keys or `otherwise` */
};
struct cases {
    struct expr *by; /* a choice, or yes or no; NULL: rows with conditions */
    bool na_is_no;   /* as of `applies when`; else n/a is the absence of the whole */
    LIST_OF(struct case_row) rows;
};

struct rounding {
    bool set, to_multiple; /* to_multiple: as written */
    enum rounding_mode mode;
    unsigned places;    /* decimals that a result can have */
    struct number step; /* to a multiple of it */
    struct span at;
};
extern const struct rounding rounding_none; /* not set */

/* Rules have tens of thousands of them: what only a few kinds have is kept elsewhere. */
struct expr {
    enum expr_kind kind;
    enum op op;
    struct type type;
    struct span at;
    size_t cell;             /* where a run keeps its value */
    const struct unit *unit; /* in which its number is best shown; NULL: as it is */
    struct expr *left, *right, *third;
    LIST_OF(struct expr *) args;
    struct cases *cases;         /* of EXPR_TABLE; a result for each row in args */
    const struct value *literal; /* never NULL; of what is no literal an absent one */
    struct text shown; /* of a number literal: as it is written, "47%", "20 million baht" */
    struct fact *fact;
    struct fact *column;
    struct let *let;
    const struct expr *argument;
    struct criterion *criterion;
    size_t best; /* of EXPR_PARTS: how many count; all of them but for AGGREGATE_BEST */
    unsigned level;
    enum aggregate_kind aggregate;
    enum day_unit day_unit;          /* of EXPR_DAYS and EXPR_SHIFT */
    enum date_part date_part;        /* of EXPR_DATE_PART */
    const struct rounding *rounding; /* of EXPR_ROUND, else NULL */
    bool back;                       /* of EXPR_SHIFT: before */
};

/* Every operand of an expression, in the order written. */
typedef void expr_visit(void *user, const struct expr *e);
void expr_operands(const struct expr *e, expr_visit *visit, void *user);

/* How tightly a form holds together, as in the grammar: loosest first. */
enum strength {
    STRENGTH_CLAUSE,
    STRENGTH_CONDITION,
    STRENGTH_NEGATION,
    STRENGTH_COMPARISON,
    STRENGTH_SUM,
    STRENGTH_PRODUCT,
    STRENGTH_SIGN,
    STRENGTH_PRIMARY
};
enum strength expr_strength(const struct expr *e);

/* It stands for a fact of the office, or goes over its rows. */
bool expr_names_fact(const struct expr *e);

/* Whether all of `left + right` is the whole of which `part` is a part: `a` of `a + b`. */
bool is_part_of_sum(const struct expr *part, const struct expr *whole);

/* What cases go by, or their conditions, in the order written. */
void cases_expressions(const struct cases *cases, expr_visit *visit, void *user);

/* "a number in million baht", "a date", "yes or no", ...: for messages. */
struct text fact_type_words(struct arena *a, const struct fact *f);
struct text type_words(struct arena *a, struct type t);

#endif
