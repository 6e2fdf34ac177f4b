/* How mutants are made: private to mutate/.
 *
 * Begin one, patch what it changes, and end it with the sentence that people read. */
#ifndef KEN_MUTATE_MAKING_H
#define KEN_MUTATE_MAKING_H

#include "base/buffer.h"
#include "mutate/mutate.h"

struct maker {
    struct arena *a;
    const struct model *m;
    const struct criterion *of;
    bool wide;         /* what is made now is read by others too */
    struct text where; /* "the measure of 2.1": of expressions */
    bool *met;         /* by cell: an expression that has its mutants, or must have none */
    struct twins_by_place {
        LIST_FIELDS(const struct expr *);
    } expr;                /* all of them, by their places */
    bool deadline;         /* the expression itself is one: a month stands for its last day */
    enum day_unit counted; /* from it on */
    struct mutants *out;
};

struct mutant mutant_begin(const struct maker *mk, enum operator op, struct span at);

/* `size` bytes at `place` in the model become those of `with`. */
void mutant_patch(const struct maker *mk, struct mutant *x, const void *place, const void *with,
                  size_t size);

void mutant_end(struct maker *mk, struct mutant x, struct text says);

/* The same for what a single value says. */
void mutant_number(struct maker *mk, enum operator op, struct span at, const struct number *place,
                   struct number with, struct text says);

/* "2.1", "the total". */
struct text mutant_of_words(const struct criterion *k);

/* One unit of the last decimal of `n`, which is written in multiples of `scale`. */
struct number unit_of_number(struct arena *a, struct number n, struct number scale);

/* A number as `shown` is written, with what stands behind its digits: "60.01%". */
struct text number_like(struct arena *a, struct number n, struct number scale, struct text shown);

/* How numbers are written that are compared with a measure: percent as hundredths. */
struct number measure_scale(const struct criterion *k);
struct text measure_words(struct arena *a, const struct criterion *k, struct number n);

/* The finest difference that the measure of `k` is told in. */
struct number measure_grain(struct arena *a, const struct criterion *k);

/* The roundings that somebody could have written instead of one, but for none at all. */
struct other_rounding {
    struct rounding r;
    struct text says; /* "rounded half even instead of half up" */
};
enum { OTHER_ROUNDINGS = 5 };
size_t other_roundings(const struct maker *mk, struct rounding was, struct other_rounding *other);

/* Of one criterion, each group of operators in a room of its own. */
void make_levels(struct maker *mk, const struct criterion *k);
void make_bands(struct maker *mk, const struct criterion *k);
void make_marks(struct maker *mk, const struct criterion *k);
void make_steps(struct maker *mk, const struct criterion *k);
void make_points(struct maker *mk, const struct criterion *k);
void make_policies(struct maker *mk, const struct criterion *k);
void make_roundings(struct maker *mk, const struct criterion *k);
void make_penalties(struct maker *mk, const struct criterion *k);
void make_limits(struct maker *mk, const struct criterion *k);
void make_adjust(struct maker *mk, const struct criterion *k);
void make_expressions(struct maker *mk, const struct criterion *k);

/* walk_expressions.c, once for all criteria: find the twins, and what must have no mutants. */
void expressions_begin(struct maker *mk);

/* The expressions that stand where `e` stands, itself among them: those of a formula are there once
 * for each use. */
struct twins {
    const struct expr *const *at;
    size_t n;
};
struct twins twins_of(const struct maker *mk, const struct expr *e);

/* Those bytes of `e` and of its twins. */
void patch_twins(const struct maker *mk, struct mutant *x, const struct expr *e, size_t offset,
                 const void *with, size_t size);
#define PATCH_EXPR(mk, x, e, field, with)                                                          \
    patch_twins((mk), (x), (e), offsetof(struct expr, field), &(with), sizeof(with))

/* End a mutant of expressions, unless the checker would refuse it. */
void mutant_end_expr(struct maker *mk, struct mutant x, struct text says);

/* make_expressions.c, make_dates.c: the mutants of one expression, its operands aside. */
void make_expression(struct maker *mk, const struct expr *e);
void make_date(struct maker *mk, const struct expr *e);
void make_days(struct maker *mk, const struct expr *e);

#endif
