/* What a condition can still answer. */
#include "check/verdict.h"
#include "eval/possible.h"

static struct possible answering(enum verdict verdict)
{
    if (verdict == VERDICT_OPEN)
        return (struct possible){.lies = interval_from(number_of(0), number_of(1))};
    return (struct possible){.lies = interval_point(verdict == VERDICT_YES)};
}

/* Certain only where both sides have a value. */
static struct possible unless_in_doubt(struct possible p, struct possible x, struct possible y)
{
    bool undefined = x.undefined || y.undefined, na = x.na || y.na;
    if (undefined || na)
        p = answering(VERDICT_OPEN);
    p.undefined = undefined;
    p.na = na;
    return p;
}

static struct possible of_comparison(struct run *r, const struct expr *e)
{
    struct possible x = possible_of(r, e->left), y = possible_of(r, e->right);
    return unless_in_doubt(answering(verdict_compare(r->a, e->op, x.lies, y.lies)), x, y);
}

static enum verdict both(enum verdict x, enum verdict y)
{
    if (x == VERDICT_NO || y == VERDICT_NO)
        return VERDICT_NO;
    return x == VERDICT_YES && y == VERDICT_YES ? VERDICT_YES : VERDICT_OPEN;
}

static struct possible of_between(struct run *r, struct possible x, const struct expr *range)
{
    struct possible low = possible_of(r, range->left), high = possible_of(r, range->right);
    enum verdict v = both(verdict_compare(r->a, OP_GE, x.lies, low.lies),
                          verdict_compare(r->a, OP_LE, x.lies, high.lies));
    struct possible ends = {.undefined = low.undefined || high.undefined, .na = low.na || high.na};
    return unless_in_doubt(answering(v), x, ends);
}

static struct possible of_month(struct run *r, struct possible day, const struct expr *month)
{
    struct value m = eval_operand(r, month);
    if (m.kind != VALUE_MONTH)
        return unless_in_doubt(answering(VERDICT_OPEN), day, possible_of(r, month));
    struct interval days =
        interval_from(number_of(month_first(m.month).day), number_of(month_last(m.month).day));
    struct interval first = {days.low, days.low}, last = {days.high, days.high};
    return unless_in_doubt(answering(both(verdict_compare(r->a, OP_GE, day.lies, first),
                                          verdict_compare(r->a, OP_LE, day.lies, last))),
                           day, day);
}

static struct possible of_in(struct run *r, const struct expr *e)
{
    struct possible x = possible_of(r, e->left);
    if (e->right->kind == EXPR_RANGE)
        return of_between(r, x, e->right);
    if (e->right->type.kind == TYPE_MONTH)
        return of_month(r, x, e->right);
    return unless_in_doubt(answering(VERDICT_OPEN), x, possible_of(r, e->right));
}

/* One operand that decides is enough, whatever becomes of the others. */
static struct possible of_logic(struct run *r, const struct expr *e)
{
    bool decides = e->op == OP_OR, all_other = true;
    struct possible doubts = {0}, x = {0};
    for (size_t i = 0; i < e->args.n; i++) {
        x = possible_of(r, e->args.at[i]);
        if (possible_is(r, x, decides))
            return x;
        all_other = all_other && possible_is(r, x, !decides);
        doubts.undefined = doubts.undefined || x.undefined;
        doubts.na = doubts.na || x.na;
    }
    if (all_other)
        return x;
    return unless_in_doubt(answering(VERDICT_OPEN), doubts, doubts);
}

static struct possible of_denial(struct run *r, const struct expr *e)
{
    struct possible p = possible_of(r, e->left);
    p.lies = interval_add(r->a, interval_point(1), interval_negate(r->a, p.lies));
    return p;
}

struct possible possible_truth(struct run *r, const struct expr *e)
{
    struct possible x;
    switch (e->kind) {
    case EXPR_COMPARE:
        return of_comparison(r, e);
    case EXPR_LOGIC:
        return of_logic(r, e);
    case EXPR_NOT:
        return of_denial(r, e);
    case EXPR_IN:
        return of_in(r, e);
    case EXPR_QUANTIFIED:
        x = possible_of(r, e->left);
        return unless_in_doubt(answering(VERDICT_OPEN), x, possible_of(r, e->right));
    default: /* is given */
        x = possible_of(r, e->left);
        return unless_in_doubt(answering(VERDICT_OPEN), x, x);
    }
}
