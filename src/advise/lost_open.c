/* Lost: what is certain of a score that is not known. */
#include "advise/losing.h"
#include "advise/slopes.h"

/* Whether the most of a mean or sum is that of each member, by its weight. */
static bool is_made_of_ends(struct losing *w, const struct criterion *k)
{
    bool sums =
        k->scorer == SCORER_FORMULA && k->formula->kind == EXPR_PARTS &&
        k->formula->criterion == k &&
        (k->formula->aggregate == AGGREGATE_MEAN || k->formula->aggregate == AGGREGATE_SUM ||
         k->formula->aggregate == AGGREGATE_WEIGHTED_MEAN);
    const struct weights_now *weights = outcome_result(w->o, k)->weights;
    if ((k->scorer != SCORER_CHILDREN && !sums) || (weights && !weights->known))
        return false;
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *r = outcome_result(w->o, k->children.at[i]);
        if (r->maybe_out || r->maybe_no_weight || r->points_open ||
            (r->status != STATUS_DROPPED &&
             (number_is_over(full_mark(w, r->criterion)) || number_is_over(most_of(r)))))
            return false;
    }
    return true;
}

/* How many of its members count. */
static long long members_in(struct losing *w, const struct criterion *k)
{
    long long in = 0;
    for (size_t i = 0; i < k->children.n; i++)
        in += outcome_result(w->o, k->children.at[i])->status != STATUS_DROPPED;
    return in;
}

static struct number slope_of_end(struct losing *w, const struct criterion *member, long long in)
{
    const struct criterion *k = member->parent;
    if (k->scorer == SCORER_CHILDREN || k->formula->aggregate == AGGREGATE_WEIGHTED_MEAN)
        return slope_of_child(w->a, w->o, member);
    return k->formula->aggregate == AGGREGATE_SUM ? number_of(1) : number_ratio(1, in);
}

/* What its members lose for certain, and how far they are open, in its own score. */
struct ends {
    struct number sure, open;
};

static struct ends lose_in_ends(struct losing *w, const struct criterion *k, struct number factor)
{
    struct ends all = {number_of(0), number_of(0)};
    long long in = members_in(w, k);
    note_dropped(w, k);
    for (size_t i = 0; i < k->children.n; i++) {
        const struct criterion *member = k->children.at[i];
        const struct result *r = outcome_result(w->o, member);
        if (r->status == STATUS_DROPPED)
            continue;
        struct number by = slope_of_end(w, member, in),
                      sure = number_subtract(w->a, full_mark(w, member), most_of(r)),
                      open = number_subtract(w->a, r->high, r->low);
        all.sure = number_add(w->a, all.sure, number_multiply(w->a, sure, by));
        all.open = number_add(w->a, all.open, number_multiply(w->a, open, by));
        lose_in(w, member, number_multiply(w->a, factor, by));
    }
    return all;
}

/* Where the members are open for themselves, only what is taken is left. */
static const struct cause *cause_of(const struct result *r, bool members)
{
    for (size_t i = 0; members && r->penalties && i < r->criterion->penalties.n; i++)
        if (!r->penalties[i].known)
            return r->penalties[i].cause;
    return r->cause;
}

static void note_open(struct losing *w, const struct result *r, const struct cause *cause,
                      struct number own, struct number factor)
{
    struct open_part p = {
        .result = r, .cause = cause, .amount = number_multiply(w->a, own, factor)};
    p.bounded = !number_is_over(p.amount);
    if (!p.bounded || number_sign(p.amount) > 0)
        LIST_ADD(w->a, &w->out->open, p);
}

/* What is certain, as far as that has names; the rest of it in one.  Where the names would say more
 * than is certain, since a floor or a policy may give it back, there is only the one. */
void lose_for_certain(struct losing *w, const struct result *r, struct number factor)
{
    const struct criterion *k = r->criterion;
    struct number sure = number_subtract(w->a, full_mark(w, k), r->high),
                  open = number_subtract(w->a, r->high, r->low);
    size_t losses = w->out->losses.n, opens = w->out->open.n, dropped = w->out->dropped.n;
    struct ends ends = {number_of(0), number_of(0)};
    if (is_made_of_ends(w, k))
        ends = lose_in_ends(w, k, factor);
    else if (!k->children.n && result_has_raw(w->o, r)) {
        lose_by_scorer(w, r, factor);
        ends.sure = number_subtract(w->a, full_mark(w, k), r->raw);
    }
    struct number named = ends.sure;
    if (!k->has_adjust && r->penalties)
        named = number_add(w->a, named, lose_least_taken(w, r, factor));
    struct number rest = number_subtract(w->a, sure, named);
    if (number_sign(rest) < 0) {
        w->out->losses.n = losses;
        w->out->open.n = opens;
        w->out->dropped.n = dropped;
        ends.open = number_of(0);
        rest = sure;
    }
    lose(w, LOSS_OPEN, k, rest, factor);
    note_open(w, r, cause_of(r, number_sign(ends.open) > 0), number_subtract(w->a, open, ends.open),
              factor);
}
