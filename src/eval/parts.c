/* The scores of parts put together, and how low and how high that may still come out.
 *
 * A part of which nobody knows whether it applies may be in or out, so an end is the least (or
 * most) over every choice of these.  Choices need not be tried: of so many parts that are in, the
 * ones with the least scores give the least result, so it is enough to let them in one by one in
 * the order of their scores. */
#include "eval/run.h"

/* Of the best so many, those; of equal ones the first. */
static size_t choose_best(struct run *r, const struct expr *e, const struct result **part, size_t n)
{
    struct number *score = ARENA_ARRAY(r->a, struct number, n);
    size_t *order = ARENA_ARRAY(r->a, size_t, n), chosen = 0;
    bool *best = ARENA_ARRAY(r->a, bool, n);
    for (size_t i = 0; i < n; i++) {
        order[i] = i;
        score[i] = part[i]->score;
    }
    sort_by_score(r, order, n, score, -1);
    for (size_t i = 0; i < n && i < e->best; i++)
        best[order[i]] = true;
    for (size_t i = 0; i < n; i++)
        if (best[i])
            part[chosen++] = part[i];
    return chosen;
}

const struct result **parts_counted(struct run *r, const struct expr *e, size_t *n,
                                    struct value *absent)
{
    const struct criterion *k = e->criterion;
    const struct result **part = ARENA_ARRAY(r->a, const struct result *, k->children.n);
    bool weighted = e->aggregate == AGGREGATE_WEIGHTED_MEAN;
    const struct weights_now *now = weighted ? weigh(r, k) : NULL;
    *n = 0;
    *absent = now && !now->known ? value_absent(r->a, *now->cause) : value_truth(true);
    bool certain = false;
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *one = eval_criterion(r, k->children.at[i]);
        if (one->status == STATUS_DROPPED || (weighted && !number_sign(one->points)))
            continue;
        certain = certain || !one->maybe_out;
        if (one->status == STATUS_INCOMPLETE)
            *absent = value_absence_of(*absent, eval_no_score(r, one, e->at));
        else
            part[(*n)++] = one;
    }
    absent->may_be_na = absent->may_be_na && !certain;
    if (e->aggregate == AGGREGATE_BEST)
        *n = choose_best(r, e, part, *n);
    return part;
}

static struct number put_together(struct run *r, const struct expr *e, const struct result **part,
                                  size_t n)
{
    struct number all = part[0]->score;
    if (e->aggregate == AGGREGATE_WEIGHTED_MEAN)
        return weighted_mean(r, e->criterion);
    for (size_t i = 1; i < n; i++)
        switch (e->aggregate) {
        case AGGREGATE_MIN:
            all = number_least(r->a, all, part[i]->score);
            break;
        case AGGREGATE_MAX:
            all = number_most(r->a, all, part[i]->score);
            break;
        case AGGREGATE_PRODUCT:
            all = number_multiply(r->a, all, part[i]->score);
            break;
        default:
            all = number_add(r->a, all, part[i]->score);
            break;
        }
    bool mean = e->aggregate == AGGREGATE_MEAN || e->aggregate == AGGREGATE_BEST;
    return mean ? number_divide(r->a, all, number_of((long long)n)) : all;
}

struct value eval_parts(struct run *r, const struct expr *e)
{
    size_t n;
    struct value absent;
    const struct result **part = parts_counted(r, e, &n, &absent);
    if (value_is_absent(absent))
        return absent;
    if (n)
        return eval_number(r, e, put_together(r, e, part, n));
    return value_absent(r->a, (struct cause){.kind = CAUSE_PARTS,
                                             .absence = ABSENCE_NA,
                                             .what = e->criterion->path,
                                             .at = e->at});
}

/* --- ends ----------------------------------------------------------------------------------- */

/* One end of each part that does not drop out for certain. */
struct ends {
    struct number *at;
    bool *open; /* it may still drop out */
    size_t *order, n;
    int sign; /* 1: the least, -1: the most */
};

static struct number sum_of(struct run *r, const struct number *score, const size_t *order,
                            size_t n)
{
    struct number sum = number_of(0);
    for (size_t i = 0; i < n; i++)
        sum = number_add(r->a, sum, score[order[i]]);
    return sum;
}

static struct number further(struct run *r, const struct ends *e, struct number x, struct number y)
{
    return (e->sign > 0 ? number_least : number_most)(r->a, x, y);
}

/* Those that are in for certain first, the best of them first; then the others, as they come in. */
static size_t sort_ends(struct run *r, struct ends *e)
{
    size_t certain = 0, last = e->n;
    for (size_t i = 0; i < e->n; i++)
        e->order[e->open[i] ? --last : certain++] = i;
    sort_by_score(r, e->order, certain, e->at, -1);
    sort_by_score(r, e->order + certain, e->n - certain, e->at, e->sign);
    return certain;
}

/* The sum of all, or the mean of the best `best`. */
static struct number summed_end(struct run *r, struct ends *e, size_t best, bool mean)
{
    size_t certain = sort_ends(r, e), in = certain < best ? certain : best, n = in;
    struct number sum = sum_of(r, e->at, e->order, in);
    struct number end = mean && n ? number_divide(r->a, sum, number_of((long long)n)) : sum;
    for (size_t i = certain; i < e->n; i++) {
        struct number next = e->at[e->order[i]];
        bool pushes = n == best && e->sign < 0 && in > 0 &&
                      number_order(r->a, e->at[e->order[in - 1]], next) < 0;
        if (n == best && !pushes)
            break; /* with enough in, one more changes nothing that way */
        sum = number_add(r->a, sum, next);
        if (pushes)
            sum = number_subtract(r->a, sum, e->at[e->order[--in]]);
        else
            n++;
        struct number now = mean ? number_divide(r->a, sum, number_of((long long)n)) : sum;
        end = i ? further(r, e, end, now) : now;
    }
    return end;
}

/* The least of all; one that may drop out keeps it down for certain only where it must. */
static struct number least_end(struct run *r, struct ends *e)
{
    size_t certain = sort_ends(r, e), n = e->sign < 0 && certain ? certain : e->n;
    struct number end = e->at[e->order[0]];
    for (size_t i = 1; i < n; i++)
        end = certain ? number_least(r->a, end, e->at[e->order[i]])
                      : further(r, e, end, e->at[e->order[i]]);
    return end;
}

/* Scores may be negative, so each end can come from any two; one that drops out counts as 1. */
static void product_ends(struct run *r, struct ends *low, struct ends *high, struct number *least,
                         struct number *most)
{
    bool open = any_open(low->at, low->n) || any_open(high->at, high->n);
    *least = *most = open ? number_over() : number_of(1);
    for (size_t i = 0; !open && i < low->n; i++) {
        struct number from = low->at[i], to = high->at[i];
        if (low->open[i]) {
            from = number_least(r->a, from, number_of(1));
            to = number_most(r->a, to, number_of(1));
        }
        struct number one = number_multiply(r->a, *least, from),
                      two = number_multiply(r->a, *least, to),
                      three = number_multiply(r->a, *most, from),
                      four = number_multiply(r->a, *most, to);
        *least = number_least(r->a, number_least(r->a, one, two), number_least(r->a, three, four));
        *most = number_most(r->a, number_most(r->a, one, two), number_most(r->a, three, four));
    }
}

static struct number furthest(struct run *r, const struct ends *e)
{
    struct number end = e->at[0];
    for (size_t i = 1; i < e->n; i++)
        end = further(r, e, end, e->at[i]);
    return end;
}

static struct number one_end(struct run *r, const struct expr *formula, struct ends *e)
{
    if (any_open(e->at, e->n))
        return number_over();
    switch (formula->aggregate) {
    case AGGREGATE_MIN:
        return least_end(r, e);
    case AGGREGATE_MAX:
        return summed_end(r, e, 1, true);
    case AGGREGATE_SUM:
        return summed_end(r, e, e->n, false);
    case AGGREGATE_WEIGHTED_MEAN: /* inside a formula, whatever the weights */
        return furthest(r, e);
    default:
        return summed_end(r, e, formula->best, true);
    }
}

static struct ends ends_of(struct run *r, size_t n, int sign)
{
    return (struct ends){.at = ARENA_ARRAY(r->a, struct number, n),
                         .open = ARENA_ARRAY(r->a, bool, n),
                         .order = ARENA_ARRAY(r->a, size_t, n),
                         .sign = sign};
}

struct interval parts_ends(struct run *r, const struct expr *e)
{
    const struct criterion *k = e->criterion;
    struct ends low = ends_of(r, k->children.n, 1), high = ends_of(r, k->children.n, -1);
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *part = eval_criterion(r, k->children.at[i]);
        if (part->status == STATUS_DROPPED)
            continue;
        low.open[low.n] = high.open[high.n] = part->maybe_out;
        low.at[low.n++] = part->low;
        high.at[high.n++] = part->high;
    }
    struct number least = number_over(), most = number_over();
    if (low.n && e->aggregate == AGGREGATE_PRODUCT)
        product_ends(r, &low, &high, &least, &most);
    else if (low.n) {
        least = one_end(r, e, &low);
        most = one_end(r, e, &high);
    }
    return interval_from(least, most);
}

bool parts_maybe_dropped(struct run *r, const struct expr *e)
{
    for (size_t i = 0; i < e->criterion->children.n; i++) {
        const struct result *part = eval_criterion(r, e->criterion->children.at[i]);
        if (part->status != STATUS_DROPPED && !part->maybe_dropped)
            return false;
    }
    return true;
}
