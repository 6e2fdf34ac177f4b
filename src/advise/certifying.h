/* A certificate while it is written: private to the files certify_*.c.
 *
 * Floor: advise.  Every function that derives something writes the steps that lead to it, each
 * behind those that it uses, and hands back the last one.  Values of expressions are those of the
 * trace; only what lies between them, such as the parts of a mean, is calculated here, and every
 * score is then compared with the evaluation's. */
#ifndef KEN_ADVISE_CERTIFYING_H
#define KEN_ADVISE_CERTIFYING_H

#include "advise/certificate.h"

enum { CERTIFY_ROWS = NESTED_TABLES };

/* A step that is written, and what it says. */
struct derived {
    size_t step;       /* from 1; 0: there is none */
    bool left_out;     /* instead of a value: it counts for nothing */
    struct text range; /* of a total that is not known, as it is written */
    struct value is;
};

/* The steps that a step uses. */
struct operands {
    const size_t *at;
    size_t n;
};

/* What stands beside the value of a step; all of it may be empty. */
struct beside {
    const char *how;
    struct text name;
    struct text table; /* of a cell: before its name */
    size_t row;        /* of a cell, from 1 */
    struct text words; /* as written in the rules or facts */
    struct span at;
};

/* The least and the most of something; step 0: nothing bounds it. */
struct ends {
    struct derived low, high;
    bool undefined; /* it may have no result */
    bool found;
};

static inline struct ends ends_of(struct derived low, struct derived high)
{
    return (struct ends){.low = low, .high = high, .found = true};
}

static inline struct ends ends_doubted(struct derived low, struct derived high, bool undefined)
{
    return (struct ends){.low = low, .high = high, .undefined = undefined, .found = true};
}

/* What was derived of a criterion. */
struct certified {
    bool done, weighed, shared;
    struct derived measure;
    struct derived absent; /* what stopped its scorer */
    struct derived raw;
    struct derived late;
    struct derived score;          /* left out when it is dropped; step 0 when it is not known */
    struct derived low, high;      /* then; step 0: open, or not derived */
    struct derived out;            /* a yes: why it does not apply */
    struct derived row;            /* a yes: the row of its weights by case holds */
    struct derived points, inside; /* with which it counts; of what is in it */
    struct derived declared, declared_inside; /* the same before drops and gifts */
    struct derived weight, weighted, share, contribution;
};

struct certifying {
    struct arena *a;
    struct outcome *o;
    const struct model *m;
    struct buffer *out; /* the part that is being written */
    struct certificate_text *text;
    size_t steps;
    unsigned rows;                         /* tables around the expression */
    const struct expr *over[CERTIFY_ROWS]; /* and the rows that are looked at */
    size_t row[CERTIFY_ROWS];
    struct derived *known;        /* by cell, outside rows */
    struct ends *lies;            /* by cell: what can still be */
    struct derived *fact, *count; /* by fact: its value; of a table its rows */
    struct derived *evidence;     /* by fact: whether there is some of it */
    struct derived nought, one, as_of;
    struct certified *of; /* by criterion */
    bool refused;
    struct no_certificate why; /* the first reason */
};

/* certify_step.c */
void certify_begin_part(struct certifying *c);
void certify_end_part(struct certifying *c);
void derive_range(struct certifying *c, struct derived low, struct derived high);
#define OPERANDS(...)                                                                              \
    ((struct operands){(const size_t[]){__VA_ARGS__},                                              \
                       sizeof((const size_t[]){__VA_ARGS__}) / sizeof(size_t)})

struct derived derive(struct certifying *c, const char *operation, struct operands of,
                      struct value is, struct beside beside);

/* The same without anything beside it but its place in the rules. */
struct derived derive_at(struct certifying *c, const char *operation, struct operands of,
                         struct value is, struct span at);

/* The value that `e` has, from one step or two. */
struct derived derive_value(struct certifying *c, const char *operation, struct derived x,
                            const struct expr *e);
struct derived derive_value_of_two(struct certifying *c, const char *operation, struct derived x,
                                   struct derived y, const struct expr *e);

/* What counts for nothing: `of` says why. */
struct derived derive_left_out(struct certifying *c, const char *operation, struct operands of);

/* A number that the rules give: `name` says as what. */
struct derived derive_rule(struct certifying *c, struct number n, struct text name, struct span at);
struct derived derive_nought(struct certifying *c);
struct derived derive_one(struct certifying *c);

const char *certify_absence(enum absence kind);
const char *certify_mode(enum rounding_mode mode);
void certify_text(struct buffer *b, const char *before, struct text t);

/* Of numbers, all of them there. */
struct derived derive_sum(struct certifying *c, struct derived x, struct derived y);
struct derived derive_difference(struct certifying *c, struct derived x, struct derived y);
struct derived derive_product(struct certifying *c, struct derived x, struct derived y);
struct derived derive_quotient(struct certifying *c, struct derived x, struct derived y);
struct derived derive_least(struct certifying *c, struct derived x, struct derived y);
struct derived derive_most(struct certifying *c, struct derived x, struct derived y);
struct derived derive_rounded(struct certifying *c, struct derived x, const struct rounding *how,
                              struct text name);

/* Comparisons and conditions: a yes or no. */
struct derived derive_equal(struct certifying *c, struct derived x, struct derived y);
struct derived derive_less(struct certifying *c, struct derived x, struct derived y);
struct derived derive_at_most(struct certifying *c, struct derived x, struct derived y);
struct derived derive_not(struct certifying *c, struct derived x);
struct derived derive_both(struct certifying *c, struct derived x, struct derived y);
struct derived derive_is_absent(struct certifying *c, struct derived x, enum absence kind);

/* A yes, because `x` is no or n/a. */
struct derived derive_refusal(struct certifying *c, struct derived x);

/* That there is no score, because of these: what is absent, or says why a criterion is dropped. */
struct derived derive_no_score(struct certifying *c, const struct criterion *k,
                               struct operands because, struct value is, struct span at);

/* That `e` has no value, because `because` has none. */
struct derived derive_absence(struct certifying *c, struct derived because, const struct expr *e);

/* `x`, because `condition` holds. */
struct derived derive_choice(struct certifying *c, struct derived condition, struct derived x);

/* A date, or the last day of a month; and how many days, working days or months lie between. */
struct derived derive_last_day(struct certifying *c, struct derived d);
struct derived derive_between(struct certifying *c, enum day_unit unit, struct derived after,
                              struct derived until, struct value is, struct span at);

/* Brought between two bounds that the rules give; a bound that is over binds nothing. */
struct derived derive_within(struct certifying *c, struct derived x, struct number low,
                             struct number high, struct span at);

/* A list of steps that grows. */
struct steps {
    LIST_FIELDS(size_t);
};
void steps_add(struct certifying *c, struct steps *s, struct derived d);
struct operands steps_all(const struct steps *s);

/* The sum of all of them, which are numbers or left out; `is` is known. */
struct derived derive_total(struct certifying *c, const struct steps *s, struct number is);

/* This is not spelt out: no certificate comes of it. */
struct derived certify_refuse(struct certifying *c, const struct criterion *k, struct text why);
bool certify_is_over(const struct certifying *c);

/* certify_expression.c */
struct derived certify_expr(struct certifying *c, const struct expr *e);
struct derived certify_fact(struct certifying *c, const struct fact *f);

/* certify_condition.c */
struct derived certify_comparison(struct certifying *c, const struct expr *e);
struct derived certify_logic(struct certifying *c, const struct expr *e);
struct derived certify_in(struct certifying *c, const struct expr *e);
struct derived certify_quantified(struct certifying *c, const struct expr *e);

/* certify_evidence.c: whether there is evidence of every fact that `e`, which was done, reads */
struct derived certify_proof(struct certifying *c, const struct expr *e);

/* certify_cases.c: a yes because that row holds; or what nobody knows, when none is known to. */
struct derived certify_case(struct certifying *c, const struct cases *cases, size_t row);
struct derived certify_case_absent(struct certifying *c, const struct cases *cases);
struct derived certify_table(struct certifying *c, const struct expr *e);

/* certify_rows.c */
struct derived certify_aggregate(struct certifying *c, const struct expr *e);
struct derived certify_row_count(struct certifying *c, const struct fact *table);

/* Whether each row counts: those of which it is known, and a yes for each that does or may.  False
 * when there are no rows to look at. */
bool certify_conditions(struct certifying *c, const struct expr *e, struct steps *known,
                        struct steps *maybe, size_t n[2]);

/* certify_lies.c */
struct ends certify_lies(struct certifying *c, const struct expr *e);

/* certify_interval.c */
struct ends certify_either(struct certifying *c, struct ends x, struct ends y);
/* `all`, if something was found so far, with `x`. */
void certify_widen(struct certifying *c, struct ends *all, struct ends x);
struct ends certify_add(struct certifying *c, struct ends x, struct ends y);
struct ends certify_subtract(struct certifying *c, struct ends x, struct ends y);
struct ends certify_multiply(struct certifying *c, struct ends x, struct ends y);
struct ends certify_divide(struct certifying *c, struct ends x, struct ends y);
struct ends certify_least(struct certifying *c, struct ends x, struct ends y);
struct ends certify_most(struct certifying *c, struct ends x, struct ends y);
struct ends certify_ends_within(struct certifying *c, struct ends x, struct number low,
                                struct number high, struct span at);

/* certify_ends.c, certify_children_ends.c, certify_adjust_ends.c */
struct ends certify_children_ends(struct certifying *c, const struct criterion *k);
void certify_ends(struct certifying *c, struct certified *of, const struct result *r);
struct ends certify_adjusted_ends(struct certifying *c, struct certified *of,
                                  const struct result *r, struct ends x);

/* certify_parts.c */
struct derived certify_parts(struct certifying *c, const struct expr *e);
struct ends certify_parts_lie(struct certifying *c, const struct expr *e);

/* certify_levels.c, certify_steps.c, certify_children.c: into `raw`, or else into `absent` */
void certify_thresholds(struct certifying *c, struct certified *of, const struct result *r);
void certify_checklist(struct certifying *c, struct certified *of, const struct result *r);
struct derived certify_score_at(struct certifying *c, const struct result *r, size_t row,
                                struct derived measure);
struct derived certify_score_beyond(struct certifying *c, const struct criterion *k,
                                    const struct thresholds *t, int side);
struct derived certify_done(struct certifying *c, const struct step *rule, const struct expr *e);
struct derived certify_share(struct certifying *c, const struct step *rule);
struct derived certify_late(struct certifying *c, const struct result *r);
void certify_children(struct certifying *c, struct certified *of, const struct result *r);
void certify_weights(struct certifying *c, const struct criterion *k);
struct derived certify_mean(struct certifying *c, const struct criterion *k, struct value is,
                            struct span at);
struct derived certify_points(struct certifying *c, const struct criterion *k);
struct derived certify_points_by_case(struct certifying *c, const struct criterion *k);
void certify_shares(struct certifying *c);

/* certify_adjust.c */
void certify_adjust(struct certifying *c, struct certified *of, const struct result *r);
struct derived certify_penalty(struct certifying *c, const struct penalty_result *p);
struct derived certify_amount(struct certifying *c, const struct penalty_result *p);
struct derived certify_each_time(struct certifying *c, const struct penalty_result *p,
                                 struct derived count);
struct derived certify_amount_so_far(struct certifying *c, const struct penalty_result *p);

/* certify_criterion.c */
struct certified *certify_criterion(struct certifying *c, const struct criterion *k);

#endif
