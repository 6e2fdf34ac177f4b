/* Ranges of expressions: one function a kind.
 *
 * Operands count as independent of each other.  A part over a sum that holds it is the one relation
 * that is seen, because shares are written so. */
#include "check/ranges.h"

/* --- parts of wholes ------------------------------------------------------------------------ */

/* Plain addends only: what is calculated would be looked into again at every level of nesting. */
static bool no_addend_is_negative(struct checker *c, const struct expr *e)
{
    if (e->kind == EXPR_ARITHMETIC && e->op == OP_ADD)
        return no_addend_is_negative(c, e->left) && no_addend_is_negative(c, e->right);
    bool plain = e->kind == EXPR_FACT || e->kind == EXPR_COLUMN || e->kind == EXPR_LET ||
                 e->kind == EXPR_NUMBER || e->kind == EXPR_PARAMETER;
    return plain && end_sign(range_of(c, e).low) >= 0;
}

static bool counts_rows_of(const struct expr *e, const struct fact *table)
{
    return e->kind == EXPR_AGGREGATE && e->aggregate == AGGREGATE_COUNT && e->fact == table;
}

/* `a / (a + b)` and `(count of t where ...) / (count of t)` lie from 0 to 1. */
static bool is_share(struct checker *c, const struct expr *e)
{
    if (is_part_of_sum(e->left, e->right))
        return no_addend_is_negative(c, e->right);
    return e->right->fact && counts_rows_of(e->right, e->right->fact) && !e->right->right &&
           counts_rows_of(e->left, e->right->fact);
}

static struct interval of_arithmetic(struct checker *c, const struct expr *e)
{
    struct interval x = range_of(c, e->left), y = range_of(c, e->right);
    switch (e->op) {
    case OP_ADD:
        return interval_add(c->a, x, y);
    case OP_SUBTRACT:
        return interval_add(c->a, x, interval_negate(c->a, y));
    case OP_MULTIPLY:
        return interval_multiply(c->a, x, y);
    default:
        return is_share(c, e) ? interval_meet(c->a, interval_divide(c->a, x, y),
                                              interval_from(number_of(0), number_of(1)))
                              : interval_divide(c->a, x, y);
    }
}

/* --- the other kinds ------------------------------------------------------------------------ */

static struct interval of_literal(const struct expr *e)
{
    if (e->literal->kind == VALUE_DATE)
        return interval_point(e->literal->date.day);
    if (e->literal->kind == VALUE_MONTH)
        return interval_point(e->literal->month.month);
    if (e->literal->kind == VALUE_TRUTH)
        return interval_point(e->literal->truth);
    return interval_anything();
}

static struct interval of_fact(const struct fact *f)
{
    if (f->type.kind == TYPE_YES_NO)
        return interval_from(number_of(0), number_of(1));
    struct interval r = interval_anything();
    if (f->has_least)
        r.low = end_at(f->least, -1);
    if (f->has_most)
        r.high = end_at(f->most, 1);
    return r;
}

static struct interval round_range(struct checker *c, struct interval x, const struct rounding *r)
{
    if (!r->set)
        return x;
    return interval_round(c->a, x, r->step, r->mode);
}

/* A score that is carried or given by a policy lies on the scale, every other one from the floor to
 * the cap. */
struct interval range_of_score(struct checker *c, const struct criterion *k)
{
    struct interval scale = interval_from(k->low, k->high), kept = interval_from(k->floor, k->cap);
    return interval_join(c->a, scale, round_range(c, kept, k->round_score));
}

/* A part may drop out, and then adds nothing, or multiplies by 1. */
static struct interval of_all_parts(struct checker *c, const struct criterion *k, bool product)
{
    struct interval nothing = interval_point(product), all = nothing;
    for (size_t i = 0; i < k->children.n; i++) {
        struct interval part = interval_join(c->a, nothing, range_of_score(c, k->children.at[i]));
        all = product ? interval_multiply(c->a, all, part) : interval_add(c->a, all, part);
    }
    return all;
}

/* What lies between the least and the greatest of the parts. */
static struct interval of_some_part(struct checker *c, const struct criterion *k)
{
    struct interval r = range_of_score(c, k->children.at[0]);
    for (size_t i = 1; i < k->children.n; i++)
        r = interval_join(c->a, r, range_of_score(c, k->children.at[i]));
    return r;
}

static struct interval of_parts(struct checker *c, const struct expr *e)
{
    switch (e->aggregate) {
    case AGGREGATE_MEAN:
    case AGGREGATE_WEIGHTED_MEAN:
    case AGGREGATE_BEST:
    case AGGREGATE_MIN:
    case AGGREGATE_MAX:
        return e->criterion->children.n ? of_some_part(c, e->criterion) : interval_anything();
    case AGGREGATE_SUM:
    case AGGREGATE_PRODUCT:
        return of_all_parts(c, e->criterion, e->aggregate == AGGREGATE_PRODUCT);
    case AGGREGATE_COUNT:
    case AGGREGATE_SHARE:
    case AGGREGATE_ALL:
    case AGGREGATE_ANY:
    case AGGREGATE_DISTINCT:
    case AGGREGATE_FIRST:
    case AGGREGATE_LAST:
        break; /* of rows only */
    }
    return interval_anything();
}

static struct interval of_distinct(const struct expr *e)
{
    struct interval r = interval_at_least(0);
    const struct fact *f = e->left->kind == EXPR_COLUMN ? e->left->column : NULL;
    if (f && f->is_choice)
        r.high = end_at(number_of((long long)f->words.n), 1);
    return r;
}

static struct interval of_sum(struct checker *c, const struct expr *e)
{
    struct interval row = range_of(c, e->left), r = interval_anything();
    if (end_sign(row.low) >= 0)
        r.low = (struct end){.at = number_of(0)};
    if (end_sign(row.high) <= 0)
        r.high = (struct end){.at = number_of(0)};
    return r;
}

static struct interval of_aggregate(struct checker *c, const struct expr *e)
{
    switch (e->aggregate) {
    case AGGREGATE_COUNT:
        return interval_at_least(0);
    case AGGREGATE_SHARE:
        return interval_from(number_of(0), number_of(1));
    case AGGREGATE_DISTINCT:
        return of_distinct(e);
    case AGGREGATE_SUM:
        return of_sum(c, e);
    case AGGREGATE_MEAN:
    case AGGREGATE_MIN:
    case AGGREGATE_MAX:
    case AGGREGATE_FIRST:
    case AGGREGATE_LAST:
        return range_of(c, e->left);
    case AGGREGATE_ALL:
    case AGGREGATE_ANY:
    case AGGREGATE_WEIGHTED_MEAN:
    case AGGREGATE_PRODUCT:
    case AGGREGATE_BEST:
        break; /* no number; of parts only */
    }
    return interval_anything();
}

static struct interval of_extreme(struct checker *c, const struct expr *e)
{
    struct interval r = range_of(c, e->args.at[0]);
    for (size_t i = 1; i < e->args.n; i++)
        r = (e->aggregate == AGGREGATE_MIN ? interval_least
                                           : interval_most)(c->a, r, range_of(c, e->args.at[i]));
    return r;
}

static struct interval of_table(struct checker *c, const struct expr *e)
{
    struct interval r = range_of(c, e->args.at[0]);
    for (size_t i = 1; i < e->args.n; i++)
        r = interval_join(c->a, r, range_of(c, e->args.at[i]));
    return r;
}

struct let_known *let_known(struct checker *c, const struct let *l)
{
    if (!c->lets_known)
        c->lets_known = ARENA_ARRAY(c->a, struct let_known, c->m->lets.n);
    return &c->lets_known[l->index];
}

/* A let that is asked for while it is being looked into is part of a circle, which was reported. */
static struct interval of_let(struct checker *c, const struct let *l)
{
    struct let_known *known = let_known(c, l);
    if (!known->ranged) {
        known->ranged = true;
        known->range = interval_anything();
        if (l->value)
            known->range = range_of(c, l->value);
    }
    return known->range;
}

/* A formula and the values of its parameters are looked into once: each may be used many times. */
static struct interval of_formula(struct checker *c, const struct expr *e)
{
    if (!c->ranges_known)
        c->ranges_known = ARENA_ARRAY(c->a, struct interval *, c->m->cells);
    struct interval **known = &c->ranges_known[e->cell];
    if (!*known) {
        struct interval r = range_of(c, e->kind == EXPR_CALL ? e->left : e);
        *known = ARENA_NEW(c->a, struct interval);
        **known = r;
    }
    return **known;
}

static struct interval of_date(struct checker *c, const struct expr *e)
{
    struct date d;
    bool certain = e->type.kind == TYPE_DATE && date_is_certain(c, e, &d);
    return certain ? interval_point(d.day) : interval_anything();
}

static struct interval of_kind(struct checker *c, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_NUMBER:
        return interval_from(e->literal->number, e->literal->number);
    case EXPR_LITERAL:
        return of_literal(e);
    case EXPR_FACT:
        return of_fact(e->fact);
    case EXPR_COLUMN:
        return of_fact(e->column);
    case EXPR_LET:
        return of_let(c, e->let);
    case EXPR_CALL:
        return of_formula(c, e);
    case EXPR_PARAMETER:
        return of_formula(c, e->argument);
    case EXPR_SCORE:
        return range_of_score(c, e->criterion);
    case EXPR_NEGATE:
        return interval_negate(c->a, range_of(c, e->left));
    case EXPR_ARITHMETIC:
        return of_arithmetic(c, e);
    case EXPR_IF:
        return interval_join(c->a, range_of(c, e->right), range_of(c, e->third));
    case EXPR_AGGREGATE:
        return of_aggregate(c, e);
    case EXPR_EXTREME:
        return of_extreme(c, e);
    case EXPR_PARTS:
        return of_parts(c, e);
    case EXPR_TABLE:
        return of_table(c, e);
    case EXPR_ROUND:
        return round_range(c, range_of(c, e->left), e->rounding);
    case EXPR_DAYS:
        return interval_at_least(0);
    case EXPR_SHIFT:
    case EXPR_DATE_PART:
        return of_date(c, e);
    case EXPR_BROKEN:
    case EXPR_RANGE:
    case EXPR_COMPARE:
    case EXPR_LOGIC:
    case EXPR_NOT:
    case EXPR_IN:
    case EXPR_GIVEN:
    case EXPR_QUANTIFIED:
        break; /* no numbers */
    }
    return interval_anything();
}

struct interval range_of(struct checker *c, const struct expr *e)
{
    if (e->type.kind == TYPE_ERROR || c->depth >= CHAIN_DEPTH)
        return interval_anything();
    c->depth++;
    struct interval r = of_kind(c, e);
    c->depth--;
    return r;
}

struct interval range_of_measure(struct checker *c, const struct criterion *k)
{
    return round_range(c, range_of(c, k->measure), k->round_measure);
}

struct interval range_in(struct arena *a, const struct model *m, const struct expr *e)
{
    struct model of = *m;
    struct checker c = {.a = a, .m = &of};
    return range_of(&c, e);
}

bool date_in(struct arena *a, const struct model *m, const struct expr *e, struct date *d)
{
    struct model of = *m;
    struct checker c = {.a = a, .m = &of};
    return date_is_certain(&c, e, d);
}
