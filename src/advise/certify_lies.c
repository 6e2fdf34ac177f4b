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

typedef struct derived joining(struct certifying *c, struct derived x, struct derived y);

static struct derived both(struct certifying *c, joining *join, struct derived x, struct derived y)
{
    return x.step && y.step ? join(c, x, y) : (struct derived){0};
}

/* The least and the most of what the ends give with each other. */
static struct ends corners(struct certifying *c, joining *join, struct ends x, struct ends y)
{
    if (!x.low.step || !x.high.step || !y.low.step || !y.high.step)
        return nothing_known;
    if (x.low.step == x.high.step && y.low.step == y.high.step)
        return one_value(join(c, x.low, y.low));
    struct derived at[] = {join(c, x.low, y.low), join(c, x.low, y.high), join(c, x.high, y.low),
                           join(c, x.high, y.high)};
    struct ends r = one_value(at[0]);
    for (int i = 1; i < 4; i++)
        r = ends_of(derive_least(c, r.low, at[i]), derive_most(c, r.high, at[i]));
    return r;
}

static struct ends of_quotient(struct certifying *c, struct ends x, struct ends y)
{
    int low = y.low.step ? number_sign(y.low.is.number) : -1,
        high = y.high.step ? number_sign(y.high.is.number) : 1;
    if (low <= 0 && high >= 0)
        return undefined();
    return corners(c, derive_quotient, x, y);
}

static struct ends of_arithmetic(struct certifying *c, const struct expr *e)
{
    struct ends x = certify_lies(c, e->left), y = certify_lies(c, e->right), r;
    switch (e->op) {
    case OP_ADD:
        r = ends_of(both(c, derive_sum, x.low, y.low), both(c, derive_sum, x.high, y.high));
        break;
    case OP_SUBTRACT:
        r = ends_of(both(c, derive_difference, x.low, y.high),
                    both(c, derive_difference, x.high, y.low));
        break;
    case OP_MULTIPLY:
        r = corners(c, derive_product, x, y);
        break;
    default:
        r = of_quotient(c, x, y);
        break;
    }
    r.undefined = r.undefined || x.undefined || y.undefined;
    return r;
}

/* Where either will do, the one that there is. */
static struct derived binding(struct certifying *c, joining *join, struct derived x,
                              struct derived y)
{
    return x.step && y.step ? join(c, x, y) : x.step ? x : y;
}

static struct ends of_extreme(struct certifying *c, const struct expr *e)
{
    struct ends r = certify_lies(c, e->args.at[0]);
    for (size_t i = 1; i < e->args.n; i++) {
        struct ends x = certify_lies(c, e->args.at[i]);
        bool undefined = r.undefined || x.undefined;
        r = e->aggregate == AGGREGATE_MIN ? ends_of(both(c, derive_least, r.low, x.low),
                                                    binding(c, derive_least, r.high, x.high))
                                          : ends_of(binding(c, derive_most, r.low, x.low),
                                                    both(c, derive_most, r.high, x.high));
        r.undefined = undefined;
    }
    return r;
}

static struct derived rounded(struct certifying *c, struct derived d, const struct rounding *how)
{
    return d.step ? derive_rounded(c, d, how, TEXT("round to")) : d;
}

struct ends certify_either(struct certifying *c, struct ends x, struct ends y)
{
    return ends_doubted(both(c, derive_least, x.low, y.low), both(c, derive_most, x.high, y.high),
                        x.undefined || y.undefined);
}

static struct ends of_choice(struct certifying *c, const struct expr *e)
{
    struct derived when = certify_expr(c, e->left);
    if (!value_is_absent(when.is))
        return certify_lies(c, when.is.truth ? e->right : e->third);
    return certify_either(c, certify_lies(c, e->right), certify_lies(c, e->third));
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
    struct ends r = ends_of(
        derive_at(c, "count", steps_all(&sure), value_number(number_of((long long)n[0])), e->at),
        derive_at(c, "how many", steps_all(&maybe), value_number(number_of((long long)n[1])),
                  e->at));
    if (e->aggregate == AGGREGATE_COUNT)
        return r;
    struct derived all = certify_row_count(c, e->fact);
    if (!number_sign(all.is.number))
        return undefined();
    return ends_of(derive_quotient(c, r.low, all), derive_quotient(c, r.high, all));
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
        return ends_doubted(negated(c, x.high), negated(c, x.low), x.undefined);
    case EXPR_ARITHMETIC:
        return of_arithmetic(c, e);
    case EXPR_EXTREME:
        return of_extreme(c, e);
    case EXPR_ROUND:
        x = certify_lies(c, e->left);
        return ends_doubted(rounded(c, x.low, &e->rounding), rounded(c, x.high, &e->rounding),
                            x.undefined);
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

/* --- conditions that are answered alike, whatever is missing -----------------------------------
 */

/* A yes because x is less than y for certain, or at most y; step 0 when that is not so. */
static struct derived certainly(struct certifying *c, bool less, struct ends x, struct ends y)
{
    if (x.undefined || y.undefined || !x.high.step || !y.low.step)
        return (struct derived){0};
    struct derived d = less ? derive_less(c, x.high, y.low) : derive_at_most(c, x.high, y.low);
    return d.is.truth ? d : (struct derived){0};
}

/* Of several reasons one is enough; `no` says that the answer is no. */
static struct derived answer(struct certifying *c, struct derived yes, struct derived no)
{
    return yes.step ? yes : no.step ? derive_not(c, no) : no;
}

static struct derived apart(struct certifying *c, struct ends x, struct ends y)
{
    struct derived below = certainly(c, true, x, y);
    return below.step ? below : certainly(c, true, y, x);
}

static struct derived compared(struct certifying *c, enum op op, struct ends x, struct ends y)
{
    switch (op) {
    case OP_LT:
        return answer(c, certainly(c, true, x, y), certainly(c, false, y, x));
    case OP_LE:
        return answer(c, certainly(c, false, x, y), certainly(c, true, y, x));
    case OP_GT:
        return answer(c, certainly(c, true, y, x), certainly(c, false, x, y));
    case OP_GE:
        return answer(c, certainly(c, false, y, x), certainly(c, true, x, y));
    case OP_EQ:
        return answer(c, (struct derived){0}, apart(c, x, y));
    default:
        return apart(c, x, y);
    }
}

static struct derived between(struct certifying *c, struct ends x, struct ends low,
                              struct ends high)
{
    struct derived above = certainly(c, false, low, x), below = certainly(c, false, x, high);
    if (above.step && below.step)
        return derive_both(c, above, below);
    struct derived under = certainly(c, true, x, low);
    return answer(c, (struct derived){0}, under.step ? under : certainly(c, true, high, x));
}

struct derived certify_foreseen(struct certifying *c, const struct expr *e)
{
    struct derived d = {0};
    if (c->rows)
        ;
    else if (e->kind == EXPR_COMPARE && e->left->type.kind == TYPE_NUMBER)
        d = compared(c, e->op, certify_lies(c, e->left), certify_lies(c, e->right));
    else if (e->kind == EXPR_IN && e->right->kind == EXPR_RANGE &&
             e->left->type.kind == TYPE_NUMBER)
        d = between(c, certify_lies(c, e->left), certify_lies(c, e->right->left),
                    certify_lies(c, e->right->right));
    struct value is = outcome_value(c->o, e);
    if (d.step && is.kind == VALUE_TRUTH && d.is.truth == is.truth)
        return d;
    return certify_refuse(c, NULL, TEXT("something is known although it waits for a fact"));
}
