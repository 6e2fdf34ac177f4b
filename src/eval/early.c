/* Rounding earlier than the rules say.
 *
 * Shares of the total are known only when everything is evaluated, so they are taken from the
 * evaluation by the rules, `base`. */
#include "eval/run.h"

static bool is_early(const struct run *r, enum early what)
{
    return r->early && r->early->what == what;
}

static struct number round_to(struct run *r, struct number n, unsigned places)
{
    return number_round(r->a, n, number_places(r->a, places), r->early->mode);
}

void early_measure(struct run *r, struct result *out)
{
    const struct criterion *k = out->criterion;
    if (!is_early(r, EARLY_MEASURES))
        return;
    unsigned places = k->show_measure.places + (k->percent ? 2 : 0);
    struct number n = round_to(r, out->measure.number, places);
    const struct thresholds *t = r->early->base->result[k->index].thresholds;
    if (k->scorer != SCORER_BANDS || !t || band_of(r->a, &t->bands, n))
        out->measure.number = n;
}

void early_score(struct run *r, struct result *out)
{
    if (is_early(r, EARLY_SCORES) && result_has_score(out))
        out->score = out->low = out->high =
            round_to(r, out->score, out->criterion->show_score.places);
}

struct number early_weight(struct run *r, const struct criterion *k, struct number weight)
{
    return is_early(r, EARLY_WEIGHTS) ? round_to(r, weight, k->show_weight.places + 2) : weight;
}

static struct number share_of(struct run *r, const struct criterion *k)
{
    return early_weight(r, k, r->early->base->result[k->index].share);
}

bool early_mean(struct run *r, const struct criterion *k, struct number *mean)
{
    bool sums = is_early(r, EARLY_CONTRIBUTIONS);
    struct number sum = number_of(0);
    if (!sums && !is_early(r, EARLY_WEIGHTS))
        return false;
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *child = &r->out->result[k->children.at[i]->index];
        if (child->status == STATUS_DROPPED)
            continue;
        if (!result_has_share(r->early->base, &r->early->base->result[child->criterion->index]))
            return false;
        struct number part = number_multiply(r->a, share_of(r, child->criterion), child->score);
        sum = number_add(r->a, sum,
                         sums ? round_to(r, part, child->criterion->show_score.places) : part);
    }
    struct number own = share_of(r, k);
    if (number_sign(own) <= 0)
        return false;
    *mean = number_divide(r->a, sum, own);
    return true;
}
