/* What figures can be, from facts that are free.
 *
 * A ratio of two facts that nothing bounds above is every number its signs allow, for both can be
 * taken large enough; that is why a share of whole numbers is as dense as any. */
#include "diff/reach.h"

#include "check/ranges.h"

const struct expr *reach_meant(const struct expr *e)
{
    for (;;) {
        if (e->kind == EXPR_LET)
            e = e->let->value;
        else if (e->kind == EXPR_CALL)
            e = e->left;
        else if (e->kind == EXPR_PARAMETER)
            e = e->argument;
        else
            return e;
    }
}

/* --- facts ------------------------------------------------------------------------------------ */

const struct fact *reach_fact(const struct expr *e)
{
    e = reach_meant(e);
    return e->kind == EXPR_FACT ? e->fact : e->kind == EXPR_COLUMN ? e->column : NULL;
}

static bool needs_own(const struct needs *n, const struct fact *f)
{
    for (size_t i = 0; i < n->own.n; i++)
        if (n->own.at[i] == f)
            return true;
    return false;
}

static bool needs_large(const struct needs *n, const struct fact *f)
{
    for (size_t i = 0; i < n->large.n; i++)
        if (n->large.at[i] == f)
            return true;
    return false;
}

bool needs_take(struct arena *a, struct needs *n, const struct fact *f)
{
    if (needs_own(n, f) || needs_large(n, f))
        return false;
    LIST_ADD(a, &n->own, f);
    return true;
}

bool needs_take_large(struct arena *a, struct needs *n, const struct fact *f)
{
    if (needs_own(n, f))
        return false;
    if (!needs_large(n, f))
        LIST_ADD(a, &n->large, f);
    return true;
}

bool needs_join(struct arena *a, struct needs *needs, const struct needs *more)
{
    bool apart = true;
    for (size_t i = 0; i < more->own.n; i++)
        apart = needs_take(a, needs, more->own.at[i]) && apart;
    for (size_t i = 0; i < more->large.n; i++)
        apart = needs_take_large(a, needs, more->large.at[i]) && apart;
    return apart;
}

/* The values of a fact are multiples of it; 0 where they are not of any. */
static struct number grain_of(struct arena *a, const struct fact *f)
{
    if (f->decimals < 0 && !f->whole)
        return number_of(0);
    struct number scale = f->unit ? f->unit->scale : number_of(1);
    return f->whole ? scale : number_multiply(a, scale, number_places(a, (unsigned)f->decimals));
}

struct reach reach_anything(struct arena *a, const struct model *m, const struct expr *e)
{
    return (struct reach){.lies = range_in(a, m, e), .step = number_of(0)};
}

static struct reach of_fact(struct arena *a, const struct model *m, const struct expr *e,
                            const struct fact *f)
{
    struct reach r = reach_anything(a, m, e);
    r.proven = true;
    r.step = grain_of(a, f);
    needs_take(a, &r.needs, f);
    return r;
}

/* --- rows ------------------------------------------------------------------------------------- */

/* Whether there can be any number of rows for which the condition holds, or does not: no value of
 * the key that it reads, or that there are few of, is used up. */
static bool rows_can(struct arena *a, const struct model *m, const struct expr *e, bool yes)
{
    struct needs row = {.own = {0}};
    const struct fact *table = e->fact,
                      *key = table->key < 0 ? NULL : table->columns.at[table->key];
    if (e->right && !reach_condition(a, m, e->right, yes, &row))
        return false;
    bool few = key && (key->is_choice || key->type.kind == TYPE_YES_NO || key->has_most);
    return !few && (!key || !needs_own(&row, key));
}

/* One row has any value of what stands in it; of many rows there is any mean, and any sum. */
static void of_rows(struct arena *a, const struct model *m, const struct expr *e, struct reach *r)
{
    struct reach one = reach_number(a, m, e->left);
    bool mean = e->aggregate == AGGREGATE_MEAN, sum = e->aggregate == AGGREGATE_SUM;
    struct end zero = {.at = number_of(0)};
    bool holds_zero =
        end_order(a, one.lies.low, zero) <= 0 && end_order(a, zero, one.lies.high) <= 0;
    r->step = mean ? number_of(0) : one.step;
    r->proven = one.proven && (!sum || holds_zero) &&
                (!e->right || reach_condition(a, m, e->right, true, &one.needs)) &&
                ((!mean && !sum) || rows_can(a, m, e, true));
}

static struct reach of_aggregate(struct arena *a, const struct model *m, const struct expr *e)
{
    struct reach r = reach_anything(a, m, e);
    bool can = rows_can(a, m, e, true);
    switch ((int)e->aggregate) {
    case AGGREGATE_COUNT:
        r.step = number_of(1);
        r.proven = can;
        break;
    case AGGREGATE_SHARE:
        r.proven = can && rows_can(a, m, e, false);
        break;
    case AGGREGATE_SUM:
    case AGGREGATE_MEAN:
    case AGGREGATE_MIN:
    case AGGREGATE_MAX:
        of_rows(a, m, e, &r);
        break;
    default:
        break;
    }
    needs_take(a, &r.needs, e->fact);
    return r;
}

/* --- numbers ---------------------------------------------------------------------------------- */

static struct reach of_days(struct arena *a, const struct model *m, const struct expr *e)
{
    struct reach r = reach_anything(a, m, e);
    const struct fact *from = reach_fact(e->left), *to = reach_fact(e->right);
    bool known =
        reach_meant(e->left)->kind == EXPR_LITERAL || reach_meant(e->right)->kind == EXPR_LITERAL;
    r.step = number_of(1);
    r.proven =
        e->day_unit != UNIT_WORKING_DAY && (from || to) && (known || (from && to && from != to));
    if (from)
        needs_take(a, &r.needs, from);
    if (to)
        needs_take(a, &r.needs, to);
    return r;
}

/* A figure times, over, plus or less a number that stands in the rules. */
static bool of_scaled(struct arena *a, const struct model *m, const struct expr *e, struct reach *r)
{
    struct number n;
    bool right = reach_literal(e->right, &n);
    if (!right && (!reach_literal(e->left, &n) || e->op == OP_DIVIDE))
        return false;
    struct reach x = reach_number(a, m, right ? e->left : e->right);
    bool factor = e->op == OP_MULTIPLY || e->op == OP_DIVIDE;
    if (factor && !number_sign(n))
        return false;
    struct number step = x.step;
    if (e->op == OP_MULTIPLY)
        step = number_multiply(a, x.step, n);
    else if (e->op == OP_DIVIDE)
        step = number_divide(a, x.step, n);
    else if (number_sign(step) && !number_is_whole(a, number_divide(a, n, step)))
        return false;
    x.step = number_sign(step) < 0 ? number_negate(a, step) : step;
    x.lies = range_in(a, m, e);
    *r = x;
    return true;
}

/* Every value, over as much as lies between two values of the other. */
static bool fills(struct arena *a, const struct reach *x, const struct reach *other)
{
    if (number_sign(x->step))
        return false;
    if (x->lies.low.infinite || x->lies.high.infinite)
        return true;
    struct number span = number_subtract(a, x->lies.high.at, x->lies.low.at);
    return number_order(a, span, other->step) >= 0;
}

/* Two figures of their own: where one of them fills the gaps of the other, there are none. */
static struct reach of_sum(struct arena *a, const struct model *m, const struct expr *e)
{
    struct reach r = reach_anything(a, m, e), x = reach_number(a, m, e->left);
    if (!x.proven) /* before the other is looked into: the same may stand on both sides */
        return r;
    struct reach y = reach_number(a, m, e->right);
    bool dense = fills(a, &x, &y) || fills(a, &y, &x);
    r.proven = x.proven && y.proven && (dense || number_equal(a, x.step, y.step)) &&
               needs_join(a, &r.needs, &x.needs) && needs_join(a, &r.needs, &y.needs);
    r.step = dense ? number_of(0) : x.step;
    return r;
}

static struct reach of_arithmetic(struct arena *a, const struct model *m, const struct expr *e)
{
    struct reach r;
    if (of_scaled(a, m, e, &r))
        return r;
    if (e->op == OP_ADD || e->op == OP_SUBTRACT) {
        r = reach_ratio(a, m, e);
        return r.proven ? r : of_sum(a, m, e);
    }
    return e->op == OP_DIVIDE ? reach_ratio(a, m, e) : reach_anything(a, m, e);
}

/* `if whole = 0 then 1 else part / whole` and its like: whatever the condition, the ratio is. */
static struct reach of_choice(struct arena *a, const struct model *m, const struct expr *e)
{
    struct reach r = reach_number(a, m, reach_meant(e->third));
    struct needs all = r.needs;
    struct interval range = range_in(a, m, e);
    r.proven = r.proven && reach_condition(a, m, e->left, false, &all) &&
               end_order(a, range.low, r.lies.low) == 0 &&
               end_order(a, range.high, r.lies.high) == 0;
    r.needs = all;
    r.lies = range;
    if (!r.proven)
        r.step = number_of(0);
    return r;
}

struct reach reach_number(struct arena *a, const struct model *m, const struct expr *e)
{
    e = reach_meant(e);
    switch ((int)e->kind) {
    case EXPR_NUMBER:
        return (struct reach){
            .proven = true, .lies = interval_of(e->literal->number), .step = number_of(0)};
    case EXPR_FACT:
        return of_fact(a, m, e, e->fact);
    case EXPR_COLUMN:
        return of_fact(a, m, e, e->column);
    case EXPR_AGGREGATE:
        return of_aggregate(a, m, e);
    case EXPR_ARITHMETIC:
        return of_arithmetic(a, m, e);
    case EXPR_DAYS:
        return of_days(a, m, e);
    case EXPR_IF:
        return of_choice(a, m, e);
    case EXPR_SCORE:
        return reach_score(a, m, e->criterion);
    default:
        return reach_anything(a, m, e);
    }
}

struct reach reach_measure(struct arena *a, const struct model *m, const struct criterion *k)
{
    struct reach r = reach_number(a, m, k->measure);
    const struct rounding *round = k->round_measure;
    if (!round->set)
        return r;
    r.lies = interval_round(a, r.lies, round->step, round->mode);
    bool finer = !number_sign(r.step) || number_is_whole(a, number_divide(a, round->step, r.step));
    bool coarser = number_sign(r.step) && number_is_whole(a, number_divide(a, r.step, round->step));
    r.proven = r.proven && (finer || coarser);
    if (!coarser)
        r.step = finer ? round->step : number_of(0);
    return r;
}
