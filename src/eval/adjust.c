/* From the scorer's figure to the score: less late steps and penalties as one sum, between floor
 * and cap, rounded. */
#include "eval/run.h"

static struct number cut(struct run *r, struct penalty_result *p, struct number amount)
{
    if (!p->penalty->has_cap || number_order(r->a, amount, p->penalty->cap) <= 0)
        return amount;
    p->capped = true;
    return p->penalty->cap;
}

static void count_amount(struct run *r, struct penalty_result *p)
{
    if (!count_days(r, p->penalty->unit, p->after, p->until, p->penalty->at, &p->days)) {
        p->known = false;
        return;
    }
    p->amount = cut(r, p, number_multiply(r->a, p->penalty->each, number_of(p->days)));
}

/* The stop is not known: what has run up to the `as of` day is certain, the rest is open up to the
 * cap. */
static void count_open(struct run *r, struct penalty_result *p, struct value until)
{
    bool never = until.absence == ABSENCE_NONE;
    p->cause = until.cause;
    p->known = never && r->f->has_as_of;
    p->runs_on = p->known;
    if (never && !r->f->has_as_of)
        LIST_ADD(r->a, &r->out->troubles,
                 (struct trouble){.kind = TROUBLE_NO_AS_OF,
                                  .at = p->penalty->until->at,
                                  .what = until.cause->what});
    if (r->f->has_as_of) {
        p->until = r->f->as_of;
        count_amount(r, p);
    }
    p->has_most = p->penalty->has_cap;
    p->most = p->penalty->has_cap ? p->penalty->cap : number_of(0);
}

static void count_penalty(struct run *r, struct penalty_result *p)
{
    p->known = true;
    p->amount = p->most = number_of(0);
    struct value after = eval_expr(r, p->penalty->after), until = eval_expr(r, p->penalty->until);
    if (after.kind == VALUE_ABSENT && after.absence == ABSENCE_NONE)
        return; /* nothing has started the clock */
    if (!deadline_of(after, &p->after)) {
        p->known = false;
        p->cause = after.cause;
        p->has_most = p->penalty->has_cap;
        p->most = p->penalty->cap;
    } else if (!deadline_of(until, &p->until))
        count_open(r, p, until);
    else
        count_amount(r, p);
}

static struct number settle(struct run *r, const struct result *out, struct number n)
{
    const struct criterion *k = out->criterion;
    n = number_least(r->a, number_most(r->a, n, k->floor), k->cap);
    return k->round_score.set ? number_round(r->a, n, k->round_score.step, k->round_score.mode) : n;
}

static void settle_known(struct run *r, struct result *out)
{
    const struct criterion *k = out->criterion;
    struct number wanted = number_subtract(r->a, out->raw, out->taken);
    out->adjusted = number_least(r->a, number_most(r->a, wanted, k->floor), k->cap);
    out->floored = !number_equal(r->a, wanted, out->adjusted);
    out->score = out->low = out->high = settle(r, out, wanted);
    out->rounded = !number_equal(r->a, out->score, out->adjusted);
}

void adjust(struct run *r, struct result *out, bool known)
{
    const struct criterion *k = out->criterion;
    out->penalties = ARENA_ARRAY(r->a, struct penalty_result, k->penalties.n);
    struct number least = out->late, most = out->late;
    bool bounded = true, all_known = known;
    for (size_t i = 0; i < k->penalties.n; i++) {
        struct penalty_result *p = &out->penalties[i];
        p->penalty = k->penalties.at[i];
        count_penalty(r, p);
        least = number_add(r->a, least, p->amount);
        most = number_add(r->a, most, p->known ? p->amount : p->most);
        bounded = bounded && (p->known || p->has_most);
        if (!p->known && all_known) {
            all_known = false;
            out->cause = p->cause ? p->cause : out->cause;
        }
    }
    out->taken = least;
    if (all_known) {
        settle_known(r, out);
        return;
    }
    struct number low = known ? out->raw : out->low, high = known ? out->raw : out->high;
    out->high = settle(r, out, number_subtract(r->a, high, least));
    out->low =
        bounded ? settle(r, out, number_subtract(r->a, low, most)) : settle(r, out, k->floor);
    out->status = STATUS_INCOMPLETE;
}
