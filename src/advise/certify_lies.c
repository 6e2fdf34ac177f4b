/* What can still be: the least and the most of an expression that waits for a fact.
 *
 * An end that nothing bounds has no step.  Operands count as independent of each other. */
#include "advise/certifying.h"

static const struct ends nothing_known;

static struct ends one_value(struct derived d)
{
    return ends_of(d, d);
}

static struct ends undefined(void)
{
    return (struct ends){.undefined = true};
}

/* A fact that is missing lies where it is declared to. */
static struct ends of_fact(struct certifying *c, const struct fact *f)
{
    struct derived d = certify_fact(c, f);
    struct ends x = {.undefined = f->optional};
    if (d.is.absence != ABSENCE_MISSING)
        return undefined();
    struct derived missing = derive_is_absent(c, d, ABSENCE_MISSING);
    if (f->has_least)
        x.low = derive_choice(c, missing, derive_rule(c, f->least, TEXT("at least"), f->at));
    if (f->has_most)
        x.high = derive_choice(c, missing, derive_rule(c, f->most, TEXT("at most"), f->at));
    return x;
}

static struct derived negated(struct certifying *c, struct derived d)
{
    if (!d.step)
        return d;
    return derive_at(c, "negate", OPERANDS(d.step), value_number(number_negate(c->a, d.is.number)),
                     (struct span){0, 0});
}

static struct ends of_arithmetic(struct certifying *c, const struct expr *e)
{
    struct ends x = certify_lies(c, e->left), y = certify_lies(c, e->right);
    switch (e->op) {
    case OP_ADD:
        return certify_add(c, x, y);
    case OP_SUBTRACT:
        return certify_subtract(c, x, y);
    case OP_MULTIPLY:
        return certify_multiply(c, x, y);
    default:
        return certify_divide(c, x, y);
    }
}

static struct ends of_extreme(struct certifying *c, const struct expr *e)
{
    struct ends r = certify_lies(c, e->args.at[0]);
    for (size_t i = 1; i < e->args.n; i++) {
        struct ends x = certify_lies(c, e->args.at[i]);
        r = (e->aggregate == AGGREGATE_MIN ? certify_least : certify_most)(c, r, x);
    }
    return r;
}

static struct derived rounded(struct certifying *c, struct derived d, const struct rounding *how)
{
    return d.step ? derive_rounded(c, d, how, TEXT("round to")) : d;
}

static struct ends of_choice(struct certifying *c, const struct expr *e)
{
    struct derived when = certify_expr(c, e->left);
    if (!value_is_absent(when.is))
        return certify_lies(c, when.is.truth ? e->right : e->third);
    struct ends yes = certify_lies(c, e->right);
    return certify_either(c, yes, certify_lies(c, e->third));
}

/* Of the rows that may hold, up to the first that does. */
static struct ends of_table(struct certifying *c, const struct expr *e)
{
    struct ends r = undefined();
    bool any = false;
    for (size_t i = 0; i < e->args.n; i++) {
        const struct expr *condition = e->cases->rows.at[i].when;
        struct derived when = {.is = value_truth(true)};
        if (condition)
            when = certify_expr(c, condition);
        if (when.is.kind == VALUE_TRUTH && !when.is.truth)
            continue;
        struct ends x = certify_lies(c, e->args.at[i]);
        r = any ? certify_either(c, r, x) : x;
        any = true;
        if (condition && when.is.kind == VALUE_TRUTH)
            break;
    }
    return r;
}

static struct ends of_score(struct certifying *c, const struct criterion *k)
{
    const struct certified *of = certify_criterion(c, k);
    return ends_of(of->low, of->high);
}

/* How many rows count for certain, and how many may. */
static struct ends of_count(struct certifying *c, const struct expr *e)
{
    struct steps sure = {0}, maybe = {0};
    size_t n[2] = {0};
    bool stated = c->o->facts->entry[e->fact->index].value.kind == VALUE_TABLE;
    if (!stated && e->aggregate == AGGREGATE_COUNT)
        return (struct ends){.low = derive_nought(c)};
    if (!certify_conditions(c, e, &sure, &maybe, n))
        return undefined();
    struct derived low =
        derive_at(c, "count", steps_all(&sure), value_number(number_of((long long)n[0])), e->at);
    struct ends r = ends_of(low, derive_at(c, "how many", steps_all(&maybe),
                                           value_number(number_of((long long)n[1])), e->at));
    if (e->aggregate == AGGREGATE_COUNT)
        return r;
    struct derived all = certify_row_count(c, e->fact);
    if (!number_sign(all.is.number))
        return undefined();
    return certify_divide(c, r, ends_of(all, all));
}

static struct ends of_kind(struct certifying *c, const struct expr *e)
{
    struct ends x;
    switch (e->kind) {
    case EXPR_FACT:
        return of_fact(c, e->fact);
    case EXPR_SCORE:
        return of_score(c, e->criterion);
    case EXPR_PARTS:
        return certify_parts_lie(c, e);
    case EXPR_LET:
        return certify_lies(c, e->let->value);
    case EXPR_CALL:
        return certify_lies(c, e->left);
    case EXPR_PARAMETER:
        return certify_lies(c, e->argument);
    case EXPR_IF:
        return of_choice(c, e);
    case EXPR_TABLE:
        return of_table(c, e);
    case EXPR_NEGATE:
        x = certify_lies(c, e->left);
        {
            struct derived low = negated(c, x.high);
            return ends_doubted(low, negated(c, x.low), x.undefined);
        }
    case EXPR_ARITHMETIC:
        return of_arithmetic(c, e);
    case EXPR_EXTREME:
        return of_extreme(c, e);
    case EXPR_ROUND:
        x = certify_lies(c, e->left);
        {
            struct derived low = rounded(c, x.low, e->rounding);
            return ends_doubted(low, rounded(c, x.high, e->rounding), x.undefined);
        }
    case EXPR_DAYS: /* never negative */
        return (struct ends){.low = derive_nought(c)};
    case EXPR_AGGREGATE:
        if (e->aggregate == AGGREGATE_COUNT || e->aggregate == AGGREGATE_SHARE)
            return of_count(c, e);
        return nothing_known;
    default:
        return nothing_known;
    }
}

struct ends certify_lies(struct certifying *c, const struct expr *e)
{
    if (c->rows || c->refused)
        return undefined();
    if (!outcome_was_needed(c->o, e))
        outcome_value_in_rows(c->o, 0, e);
    struct derived d = certify_expr(c, e);
    if (d.is.kind == VALUE_NUMBER)
        return one_value(d);
    struct ends *kept = &c->lies[e->cell];
    if (!kept->found) {
        struct ends x = of_kind(c, e);
        *kept = x;
        kept->found = true;
    }
    return *kept;
}
