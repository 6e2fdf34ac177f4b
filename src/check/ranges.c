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
    return plain && bound_sign(range_of(c, e).low) >= 0;
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

static struct range of_arithmetic(struct checker *c, const struct expr *e)
{
    struct range x = range_of(c, e->left), y = range_of(c, e->right);
    switch (e->op) {
    case OP_ADD:
        return range_add(c, x, y);
    case OP_SUBTRACT:
        return range_add(c, x, range_negate(c, y));
    case OP_MULTIPLY:
        return range_multiply(c, x, y);
    default:
        return is_share(c, e)
                   ? range_meet(c, range_divide(c, x, y), range_from(number_of(0), number_of(1)))
                   : range_divide(c, x, y);
    }
}

/* --- the other kinds ------------------------------------------------------------------------ */

static struct range of_literal(const struct expr *e)
{
    if (e->literal.kind == VALUE_DATE)
        return range_point(e->literal.date.day);
    if (e->literal.kind == VALUE_MONTH)
        return range_point(e->literal.month.month);
    if (e->literal.kind == VALUE_TRUTH)
        return range_point(e->literal.truth);
    return range_anything();
}

static struct range of_fact(const struct fact *f)
{
    if (f->type.kind == TYPE_YES_NO)
        return range_from(number_of(0), number_of(1));
    struct range r = range_anything();
    if (f->has_least)
        r.low = bound_at(f->least, -1);
    if (f->has_most)
        r.high = bound_at(f->most, 1);
    return r;
}

static struct bound round_end(struct checker *c, struct bound b, struct rounding r, int side)
{
    return b.infinite ? b : bound_at(number_round(c->a, b.at, r.step, r.mode), side);
}

static struct range round_range(struct checker *c, struct range x, struct rounding r)
{
    if (!r.set)
        return x;
    return (struct range){round_end(c, x.low, r, -1), round_end(c, x.high, r, 1)};
}

/* A score that is carried or given by a policy lies on the scale, every other one from the floor to
 * the cap. */
struct range range_of_score(struct checker *c, const struct criterion *k)
{
    struct range scale = range_from(k->low, k->high), kept = range_from(k->floor, k->cap);
    return range_join(c, scale, round_range(c, kept, k->round_score));
}

/* A part may drop out, and then adds nothing, or multiplies by 1. */
static struct range of_all_parts(struct checker *c, const struct criterion *k, bool product)
{
    struct range nothing = range_point(product), all = nothing;
    for (size_t i = 0; i < k->children.n; i++) {
        struct range part = range_join(c, nothing, range_of_score(c, k->children.at[i]));
        all = product ? range_multiply(c, all, part) : range_add(c, all, part);
    }
    return all;
}

/* What lies between the least and the greatest of the parts. */
static struct range of_some_part(struct checker *c, const struct criterion *k)
{
    struct range r = range_of_score(c, k->children.at[0]);
    for (size_t i = 1; i < k->children.n; i++)
        r = range_join(c, r, range_of_score(c, k->children.at[i]));
    return r;
}

static struct range of_parts(struct checker *c, const struct expr *e)
{
    switch (e->aggregate) {
    case AGGREGATE_MEAN:
    case AGGREGATE_WEIGHTED_MEAN:
    case AGGREGATE_BEST:
    case AGGREGATE_MIN:
    case AGGREGATE_MAX:
        return e->criterion->children.n ? of_some_part(c, e->criterion) : range_anything();
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
    return range_anything();
}

static struct range of_distinct(const struct expr *e)
{
    struct range r = range_at_least(0);
    const struct fact *f = e->left->kind == EXPR_COLUMN ? e->left->column : NULL;
    if (f && f->is_choice)
        r.high = bound_at(number_of((long long)f->words.n), 1);
    return r;
}

static struct range of_sum(struct checker *c, const struct expr *e)
{
    struct range row = range_of(c, e->left), r = range_anything();
    if (bound_sign(row.low) >= 0)
        r.low = (struct bound){.at = number_of(0)};
    if (bound_sign(row.high) <= 0)
        r.high = (struct bound){.at = number_of(0)};
    return r;
}

static struct range of_aggregate(struct checker *c, const struct expr *e)
{
    switch (e->aggregate) {
    case AGGREGATE_COUNT:
        return range_at_least(0);
    case AGGREGATE_SHARE:
        return range_from(number_of(0), number_of(1));
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
    return range_anything();
}

static struct range of_extreme(struct checker *c, const struct expr *e)
{
    struct range r = range_of(c, e->args.at[0]);
    bool least = e->aggregate == AGGREGATE_MIN;
    for (size_t i = 1; i < e->args.n; i++) {
        struct range x = range_of(c, e->args.at[i]);
        r.low = (least ? bound_lesser : bound_greater)(c, r.low, x.low);
        r.high = (least ? bound_lesser : bound_greater)(c, r.high, x.high);
    }
    return r;
}

static struct range of_table(struct checker *c, const struct expr *e)
{
    struct range r = range_of(c, e->args.at[0]);
    for (size_t i = 1; i < e->args.n; i++)
        r = range_join(c, r, range_of(c, e->args.at[i]));
    return r;
}

struct let_known *let_known(struct checker *c, const struct let *l)
{
    if (!c->lets_known)
        c->lets_known = ARENA_ARRAY(c->a, struct let_known, c->m->lets.n);
    return &c->lets_known[l->index];
}

/* A let that is asked for while it is being looked into is part of a circle, which was reported. */
static struct range of_let(struct checker *c, const struct let *l)
{
    struct let_known *known = let_known(c, l);
    if (!known->ranged) {
        known->ranged = true;
        known->range = range_anything();
        if (l->value)
            known->range = range_of(c, l->value);
    }
    return known->range;
}

/* A formula and the values of its parameters are looked into once: each may be used many times. */
static struct range of_formula(struct checker *c, const struct expr *e)
{
    if (!c->ranges_known)
        c->ranges_known = ARENA_ARRAY(c->a, struct range *, c->m->cells);
    struct range **known = &c->ranges_known[e->cell];
    if (!*known) {
        struct range r = range_of(c, e->kind == EXPR_CALL ? e->left : e);
        *known = ARENA_NEW(c->a, struct range);
        **known = r;
    }
    return **known;
}

static struct range of_date(struct checker *c, const struct expr *e)
{
    struct date d;
    bool certain = e->type.kind == TYPE_DATE && date_is_certain(c, e, &d);
    return certain ? range_point(d.day) : range_anything();
}

static struct range of_kind(struct checker *c, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_NUMBER:
        return range_from(e->literal.number, e->literal.number);
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
        return range_negate(c, range_of(c, e->left));
    case EXPR_ARITHMETIC:
        return of_arithmetic(c, e);
    case EXPR_IF:
        return range_join(c, range_of(c, e->right), range_of(c, e->third));
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
        return range_at_least(0);
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
    return range_anything();
}

struct range range_of(struct checker *c, const struct expr *e)
{
    if (e->type.kind == TYPE_ERROR || c->depth >= CHAIN_DEPTH)
        return range_anything();
    c->depth++;
    struct range r = of_kind(c, e);
    c->depth--;
    return r;
}

struct range range_of_measure(struct checker *c, const struct criterion *k)
{
    return round_range(c, range_of(c, k->measure), k->round_measure);
}
