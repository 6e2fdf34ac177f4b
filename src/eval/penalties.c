/* Penalties and bonuses: how much one of them takes or adds.
 *
 *   count -> less what is free -> times the amount of each -> not above the cap
 *
 * What is not known lies between the least that is certain and the most that can come of it. */
#include "eval/possible.h"

/* A condition that nobody knows may still turn out to be no. */
static bool is_unsure(const struct penalty_result *p)
{
    return value_is_absent(p->when);
}

static struct number cut(struct run *r, struct penalty_result *p, struct number amount)
{
    if (!p->penalty->has_cap || number_order(r->a, amount, p->penalty->cap) <= 0)
        return amount;
    p->capped = true;
    return p->penalty->cap;
}

/* Nobody knows the amount: the most is the cap, if there is one. */
static void leave_open(struct penalty_result *p, const struct cause *cause)
{
    p->known = false;
    p->cause = cause;
    p->has_most = p->penalty->has_cap;
    if (p->has_most)
        p->most = p->penalty->cap;
}

/* It is not more than this either. */
static void bound_most(struct run *r, struct penalty_result *p, struct number most)
{
    p->most = p->has_most ? number_least(r->a, p->most, most) : most;
    p->has_most = true;
}

static void set_not_taken(struct penalty_result *p, struct value na)
{
    p->applies = false;
    p->cause = na.kind == VALUE_ABSENT ? na.cause : NULL;
}

/* True when `v`, without which nothing can be counted, is absent: what then becomes of it. */
static bool is_absent(struct penalty_result *p, struct value v)
{
    if (v.kind != VALUE_ABSENT)
        return false;
    if (v.absence == ABSENCE_NA)
        set_not_taken(p, v);
    else
        leave_open(p, v.cause);
    return true;
}

static void take_count(struct run *r, struct penalty_result *p, long count)
{
    long free = (long)p->penalty->free;
    p->count = count;
    p->free = count < free ? count : free;
    p->amount = cut(r, p, number_multiply(r->a, p->penalty->each, number_of(p->count - p->free)));
}

/* How much is counted is not known, but how little and how much it can be.  What turns out to be
 * n/a takes nothing. */
static void take_counts(struct run *r, struct penalty_result *p, struct possible count)
{
    long long least = 0, most = 0;
    if (count.undefined)
        return;
    if (!count.na && !count.lies.low.infinite && number_to_whole(r->a, count.lies.low.at, &least))
        take_count(r, p, (long)least);
    if (count.lies.high.infinite || !number_to_whole(r->a, count.lies.high.at, &most))
        return;
    most = most > p->penalty->free ? most - p->penalty->free : 0;
    bound_most(r, p, number_multiply(r->a, p->penalty->each, number_of(most)));
}

static void count_time(struct run *r, struct penalty_result *p, struct value until)
{
    long n;
    deadline_of(until, &p->until);
    if (count_between(r, p->penalty->unit, p->after, until, p->penalty->at, &n)) {
        take_count(r, p, n);
        return;
    }
    name_outside(r, p->penalty->after, p->penalty->until);
    if (is_unsure(p)) /* the end of the calendar is nobody's mistake where nothing may be taken */
        r->out->troubles.n--;
    leave_open(p, p->when.kind == VALUE_ABSENT ? p->when.cause : NULL);
}

/* An event of which the facts say nothing has not happened up to the `as of` day; of a date that
 * is made of others, or that may turn out not to apply, nobody can say so. */
bool penalty_stops_by(const struct expr *until)
{
    while (until->kind == EXPR_LET)
        until = until->let->value;
    return until->kind == EXPR_FACT && !until->fact->may_be_na;
}

static void count_times(struct run *r, struct penalty_result *p)
{
    take_counts(r, p, possible_between(r, p->penalty->unit, p->penalty->after, p->penalty->until));
}

/* The stop is not known: what has run up to the `as of` day is certain, the rest is open up to the
 * cap. */
static void count_open(struct run *r, struct penalty_result *p, struct value until)
{
    bool never = until.absence == ABSENCE_NONE;
    if (never && !r->f->has_as_of && !is_unsure(p))
        LIST_ADD(r->a, &r->out->troubles,
                 (struct trouble){.kind = TROUBLE_NO_AS_OF,
                                  .at = p->penalty->until->at,
                                  .what = until.cause->what,
                                  .penalty = p->penalty});
    leave_open(p, until.cause);
    p->known = never && r->f->has_as_of;
    p->runs_on = p->known;
    if (r->f->has_as_of && (never || penalty_stops_by(p->penalty->until)))
        count_time(r, p, value_date(r->f->as_of));
    else if (!never)
        count_times(r, p);
}

static void count_days_or_months(struct run *r, struct penalty_result *p)
{
    struct value until = eval_expr(r, p->penalty->until);
    p->after = eval_expr(r, p->penalty->after);
    if (p->after.kind == VALUE_ABSENT && p->after.absence == ABSENCE_NONE)
        return; /* nothing has started the clock */
    if (is_absent(p, p->after)) {
        if (p->applies)
            count_times(r, p);
        return;
    }
    if (until.kind == VALUE_DATE)
        count_time(r, p, until);
    else if (until.absence == ABSENCE_NA)
        set_not_taken(p, until);
    else
        count_open(r, p, until);
}

static void count_rows(struct run *r, struct penalty_result *p)
{
    struct value n = eval_operand(r, p->penalty->count);
    long long rows;
    if (!is_absent(p, n) && number_to_whole(r->a, n.number, &rows))
        take_count(r, p, (long)rows);
    else if (p->applies && !p->known)
        take_counts(r, p, possible_of(r, p->penalty->count));
}

static void take_amounts(struct run *r, struct penalty_result *p, struct possible amount)
{
    if (amount.undefined || end_sign(amount.lies.low) < 0)
        return;
    if (!amount.na)
        p->amount = cut(r, p, amount.lies.low.at);
    if (!amount.lies.high.infinite)
        bound_most(r, p, amount.lies.high.at);
}

/* A negative amount would turn a penalty into a bonus: it is no result at all. */
static void calculate(struct run *r, struct penalty_result *p)
{
    struct value v = eval_operand(r, p->penalty->amount);
    if (v.kind == VALUE_NUMBER && number_sign(v.number) < 0)
        v = absent_result(r, CAUSE_NEGATIVE, p->penalty->amount);
    if (!is_absent(p, v))
        p->amount = cut(r, p, v.number);
    else if (p->applies)
        take_amounts(r, p, possible_of(r, p->penalty->amount));
}

static void count_amount(struct run *r, struct penalty_result *p)
{
    switch (p->penalty->kind) {
    case AMOUNT_FLAT:
        p->amount = cut(r, p, p->penalty->each);
        break;
    case AMOUNT_TIME:
        count_days_or_months(r, p);
        break;
    case AMOUNT_ROWS:
        count_rows(r, p);
        break;
    case AMOUNT_FORMULA:
        calculate(r, p);
        break;
    }
}

/* Nobody knows whether it is taken at all: nothing is the least. */
static void widen_for_condition(struct penalty_result *p)
{
    if (p->known && !number_sign(p->amount))
        return;
    if (p->known) {
        p->most = p->amount;
        p->has_most = true;
    }
    p->known = p->runs_on = false;
    p->amount = number_of(0);
    p->cause = p->when.cause;
}

void count_penalty(struct run *r, struct penalty_result *p)
{
    *p = (struct penalty_result){.penalty = p->penalty,
                                 .applies = true,
                                 .known = true,
                                 .amount = number_of(0),
                                 .most = number_of(0)};
    p->when = p->penalty->when ? eval_operand(r, p->penalty->when) : value_truth(true);
    bool na = p->when.kind == VALUE_ABSENT && p->when.absence == ABSENCE_NA;
    if (na || (p->when.kind == VALUE_TRUTH && !p->when.truth)) {
        set_not_taken(p, p->when);
        return;
    }
    count_amount(r, p);
    if (is_unsure(p) && p->applies)
        widen_for_condition(p);
}
