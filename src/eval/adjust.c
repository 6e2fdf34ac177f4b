/* From the scorer's figure to the score: less late steps and penalties, with bonuses, as one sum,
 * between floor and cap, rounded. */
#include "eval/run.h"

static struct number round_score(struct run *r, const struct criterion *k, struct number n)
{
    return k->round_score->set ? number_round(r->a, n, k->round_score->step, k->round_score->mode)
                               : n;
}

static void settle_known(struct run *r, struct result *out)
{
    const struct criterion *k = out->criterion;
    out->wanted = number_subtract(r->a, out->raw, out->taken);
    out->adjusted = within(r, out->wanted, k->floor, k->cap);
    out->floored = !number_equal(r->a, out->wanted, out->adjusted);
    out->score = out->low = out->high = round_score(r, k, out->adjusted);
    out->rounded = !number_equal(r->a, out->score, out->adjusted);
}

/* All penalties and bonuses, one sum with the late steps: what is taken at least and at most. */
struct sum {
    struct number least, most;
    bool has_least, has_most; /* else nobody knows how little, how much */
};

static void add_to_sum(struct run *r, struct sum *sum, const struct penalty_result *p)
{
    struct number most = p->known ? p->amount : p->most;
    bool has_most = p->known || p->has_most;
    if (p->penalty->is_bonus) {
        sum->least = number_subtract(r->a, sum->least, most);
        sum->most = number_subtract(r->a, sum->most, p->amount);
        sum->has_least = sum->has_least && has_most;
    } else {
        sum->least = number_add(r->a, sum->least, p->amount);
        sum->most = number_add(r->a, sum->most, most);
        sum->has_most = sum->has_most && has_most;
    }
}

void adjust(struct run *r, struct result *out, bool known)
{
    const struct criterion *k = out->criterion;
    if (k->has_adjust) {
        adjust_by_lines(r, out, known);
        return;
    }
    out->penalties = ARENA_ARRAY(r->a, struct penalty_result, k->penalties.n);
    struct sum sum = {out->late, out->late, true, true};
    bool all_known = known;
    for (size_t i = 0; i < k->penalties.n; i++) {
        struct penalty_result *p = &out->penalties[i];
        p->penalty = k->penalties.at[i];
        count_penalty(r, p);
        add_to_sum(r, &sum, p);
        if (!p->known && all_known) {
            all_known = false;
            out->cause = p->cause ? p->cause : out->cause;
        }
    }
    out->taken = sum.least;
    if (all_known) {
        settle_known(r, out);
        return;
    }
    struct number low = known ? out->raw : out->low, high = known ? out->raw : out->high;
    low = sum.has_most ? number_subtract(r->a, low, sum.most) : k->floor;
    high = sum.has_least ? number_subtract(r->a, high, sum.least) : k->cap;
    out->low = round_score(r, k, low_within(r, low, k->floor, k->cap));
    out->high = round_score(r, k, high_within(r, high, k->floor, k->cap));
    out->status = STATUS_INCOMPLETE;
}
