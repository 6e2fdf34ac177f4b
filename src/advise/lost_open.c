/* Lost: what is certain of a score that is not known. */
#include <stdlib.h>

#include "advise/losing.h"

/* How the most of a mean or sum is made of the most of its members. */
struct mix {
    bool *in; /* by member; the others are out where the score is the most that it can be */
    long long n;
    bool weighted;
    struct number inside; /* of a weighted mean: the points of those that are in */
};

struct candidate {
    size_t member;
    const struct result *r;
    struct arena *a;
};

static int by_most(const void *x, const void *y)
{
    const struct candidate *one = x, *other = y;
    int order = number_order(one->a, most_of(other->r), most_of(one->r));
    return order ? order : (one->member > other->member) - (one->member < other->member);
}

/* Of those of which nobody knows whether they count, the ones that raise the mean: the best first,
 * as long as each does. */
static void let_in(struct losing *w, struct mix *m, struct candidate *maybe, size_t n,
                   struct number sum)
{
    qsort(maybe, n, sizeof *maybe, by_most);
    for (size_t i = 0; i < n; i++) {
        const struct result *r = maybe[i].r;
        if (number_sign(m->inside) &&
            number_order(w->a, number_multiply(w->a, most_of(r), m->inside), sum) <= 0)
            return;
        m->in[maybe[i].member] = true;
        sum = number_add(w->a, sum, number_multiply(w->a, most_of(r), r->points));
        m->inside = number_add(w->a, m->inside, r->points);
    }
}

static void choose_members(struct losing *w, const struct criterion *k, struct mix *m)
{
    struct candidate *maybe = ARENA_ARRAY(w->a, struct candidate, k->children.n + 1);
    struct number sum = number_of(0);
    size_t n = 0;
    m->inside = number_of(0);
    m->in = ARENA_ARRAY(w->a, bool, k->children.n + 1);
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *r = outcome_result(w->o, k->children.at[i]);
        if (r->status == STATUS_DROPPED || (m->weighted && !number_sign(r->points)))
            continue;
        if (r->maybe_out) {
            maybe[n++] = (struct candidate){i, r, w->a};
            continue;
        }
        m->in[i] = true;
        m->n++;
        sum = number_add(w->a, sum, number_multiply(w->a, most_of(r), r->points));
        m->inside = number_add(w->a, m->inside, r->points);
    }
    let_in(w, m, maybe, n, sum);
}

/* A member whose most can be told, and of which it is clear what becomes of its weight. */
static bool is_simple(struct losing *w, const struct result *r, bool weighted)
{
    if (r->maybe_no_weight || r->points_open)
        return false;
    if (r->maybe_out && (!weighted || r->criterion->not_applicable->kind == POLICY_GIVE))
        return false;
    return r->status == STATUS_DROPPED ||
           !(number_is_over(full_mark(w, r->criterion)) || number_is_over(most_of(r)));
}

/* False where the most is made otherwise, or nobody can say how. */
static bool mix_of(struct losing *w, const struct criterion *k, struct mix *m)
{
    const struct expr *f = k->scorer == SCORER_FORMULA ? k->formula : NULL;
    bool parts = f && f->kind == EXPR_PARTS && f->criterion == k;
    const struct weights_now *weights = outcome_result(w->o, k)->weights;
    *m = (struct mix){.weighted = k->scorer == SCORER_CHILDREN ||
                                  (parts && f->aggregate == AGGREGATE_WEIGHTED_MEAN)};
    bool even = parts && (f->aggregate == AGGREGATE_MEAN || f->aggregate == AGGREGATE_SUM);
    if ((!m->weighted && !even) || (weights && !weights->known))
        return false;
    for (size_t i = 0; i < k->children.n; i++)
        if (!is_simple(w, outcome_result(w->o, k->children.at[i]), m->weighted))
            return false;
    choose_members(w, k, m);
    return true;
}

static struct number slope_in(struct losing *w, const struct mix *m, const struct result *r)
{
    if (m->weighted)
        return number_divide(w->a, r->points, m->inside);
    return r->criterion->parent->formula->aggregate == AGGREGATE_SUM ? number_of(1)
                                                                     : number_ratio(1, m->n);
}

/* What its members lose for certain, and how far they are open, in its own score. */
struct ends {
    struct number sure, open;
};

static struct ends lose_in_ends(struct losing *w, const struct criterion *k, const struct mix *m,
                                struct number factor)
{
    struct ends all = {number_of(0), number_of(0)};
    note_dropped(w, k);
    for (size_t i = 0; i < k->children.n; i++) {
        const struct criterion *member = k->children.at[i];
        const struct result *r = outcome_result(w->o, member);
        if (!m->in[i])
            continue;
        struct number by = slope_in(w, m, r),
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
    struct mix mix;
    if (mix_of(w, k, &mix))
        ends = lose_in_ends(w, k, &mix, factor);
    else if (!k->children.n && result_has_raw(w->o, r)) {
        lose_by_scorer(w, r, factor);
        ends.sure = number_subtract(w->a, full_mark(w, k), r->raw);
    }
    struct number named = ends.sure;
    if (!k->has_adjust && r->penalties)
        named = number_add(w->a, named, lose_least_taken(w, r, factor));
    struct number rest = number_subtract(w->a, sure, named);
    if (number_sign(rest) < 0) {
        LIST_CUT(&w->out->losses, losses);
        LIST_CUT(&w->out->open, opens);
        LIST_CUT(&w->out->dropped, dropped);
        ends.open = number_of(0);
        rest = sure;
    }
    lose(w, LOSS_OPEN, k, rest, factor);
    note_open(w, r, cause_of(r, number_sign(ends.open) > 0), number_subtract(w->a, open, ends.open),
              factor);
}
