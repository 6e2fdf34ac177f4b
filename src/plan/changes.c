/* From the scorer's figure to the score: late steps, penalties and bonuses as one sum, floor and
 * cap, rounding; or the lines of `adjust`.  As eval/adjust.c, where everything is known. */
#include "plan/inside.h"

struct number plan_within(struct number n, struct number low, struct number high)
{
    if (low.bottom)
        n = number_most(NULL, n, low);
    return high.bottom ? number_least(NULL, n, high) : n;
}

struct number plan_on_scale(const struct judged *j, struct number n)
{
    return plan_within(n, j->of->low, j->of->high);
}

/* --- penalties and bonuses ------------------------------------------------------------------ */

static int64_t count_time(struct plan_run *r, const struct toll *t)
{
    struct held until = term_held(r, t->until), after = term_held(r, t->after);
    if (!after.is && after.absence == ABSENCE_NONE)
        return 0; /* nothing has started the clock */
    if (!after.is || !until.is) {
        bool na = !after.is ? after.absence == ABSENCE_NA : until.absence == ABSENCE_NA;
        if (!na)
            declined(r);
        return 0;
    }
    struct held days =
        days_between(r, t->of->unit, after.whole, t->after_month, until.whole, t->until_month);
    return days.is ? days.whole : 0;
}

int64_t toll_count(struct plan_run *r, const struct toll *t)
{
    int64_t n = t->of->kind == AMOUNT_FLAT ? 1 : count_time(r, t), free = t->of->free;
    return t->of->kind == AMOUNT_FLAT || n <= 0 ? n : n > free ? n - free : 0;
}

static struct number calculate(struct plan_run *r, const struct toll *t)
{
    struct held h = term_operand(r, t->amount);
    if (h.is && number_sign(h.number) >= 0)
        return h.number;
    if (h.is || h.absence != ABSENCE_NA)
        declined(r);
    return number_of(0);
}

/* Whether a condition is yes; n/a counts as no. */
static bool holds(struct plan_run *r, const struct term *when)
{
    if (!when)
        return true;
    struct held h = term_operand(r, when);
    if (!h.is && h.absence != ABSENCE_NA)
        declined(r);
    return h.is && h.whole;
}

bool toll_applies(struct plan_run *r, const struct toll *t)
{
    return holds(r, t->when);
}

static struct number amount_of(struct plan_run *r, const struct toll *t)
{
    switch (t->of->kind) {
    case AMOUNT_FLAT:
    case AMOUNT_TIME:
        return number_multiply(r->scratch, t->of->each, number_of(toll_count(r, t)));
    case AMOUNT_FORMULA:
        return calculate(r, t);
    case AMOUNT_ROWS:
        break; /* never in a whole plan */
    }
    declined(r);
    return number_of(0);
}

static struct number taken(struct plan_run *r, const struct judged *j, struct number sum)
{
    for (size_t i = 0; i < j->tolls.n; i++) {
        const struct toll *t = &j->tolls.at[i];
        if (!toll_applies(r, t))
            continue;
        struct number amount = amount_of(r, t);
        if (t->of->has_cap)
            amount = number_least(r->scratch, amount, t->of->cap);
        sum = (t->of->is_bonus ? number_subtract : number_add)(r->scratch, sum, amount);
    }
    return sum;
}

/* --- lines of `adjust` ---------------------------------------------------------------------- */

static struct number apply(struct plan_run *r, const struct change *c, struct number x,
                           struct number v)
{
    const struct adjust_line *l = c->of;
    switch (l->kind) {
    case ADJUST_PLUS:
        return number_add(r->scratch, x, v);
    case ADJUST_MINUS:
        return number_subtract(r->scratch, x, v);
    case ADJUST_AT_LEAST:
        return number_most(r->scratch, x, v);
    case ADJUST_AT_MOST:
        return number_least(r->scratch, x, v);
    case ADJUST_ROUND:
        return number_round(r->scratch, x, l->rounding.step, l->rounding.mode);
    }
    return x;
}

static struct number apply_lines(struct plan_run *r, const struct judged *j, struct number n)
{
    for (size_t i = 0; i < j->changes.n; i++) {
        const struct change *c = &j->changes.at[i];
        struct held v = held_whole(0);
        if (!holds(r, c->when))
            continue;
        if (c->value)
            v = term_operand(r, c->value);
        if (!v.is && v.absence == ABSENCE_NA)
            continue;
        if (v.is)
            n = held_number(r, apply(r, c, n, v.number)).number;
        else
            declined(r);
        if (r->declined)
            return number_of(0);
    }
    return plan_on_scale(j, n);
}

/* --- all of them ---------------------------------------------------------------------------- */

struct number change_score(struct plan_run *r, const struct judged *j, struct number raw,
                           struct number late)
{
    const struct criterion *k = j->of;
    if (k->has_adjust)
        return apply_lines(r, j, number_subtract(r->scratch, raw, late));
    struct number sum = j->tolls.n ? taken(r, j, late) : late;
    bool changed = number_sign(sum) != 0;
    if (changed)
        raw = number_subtract(r->scratch, raw, sum);
    if (changed || j->bounded)
        raw = plan_within(raw, k->floor, k->cap);
    if (k->round_score->set)
        raw = number_round(r->scratch, raw, k->round_score->step, k->round_score->mode);
    return raw;
}
