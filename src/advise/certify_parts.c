/* The scores of parts put together by a formula. */
#include "advise/certifying.h"

/* The scores of all parts; what is dropped is left out. */
static struct steps scores_of(struct certifying *c, const struct criterion *k, struct steps *absent)
{
    struct steps all = {0};
    for (size_t i = 0; i < k->children.n; i++) {
        const struct certified *part = certify_criterion(c, k->children.at[i]);
        if (part->score.step)
            steps_add(c, &all, part->score);
        else
            steps_add(c, absent, part->absent);
    }
    return all;
}

static struct derived of_several(struct certifying *c, const struct expr *e,
                                 const struct steps *scores, const char *operation)
{
    return derive_at(c, operation, steps_all(scores), outcome_value(c->o, e), e->at);
}

/* The scores of its parts, the greatest first. */
static void add_falling(struct certifying *c, const struct criterion *k, struct steps *to)
{
    size_t n = k->children.n;
    size_t *order = ARENA_ARRAY(c->a, size_t, n);
    struct number *score = ARENA_ARRAY(c->a, struct number, n);
    for (size_t i = 0; i < n; i++) {
        order[i] = i;
        score[i] = outcome_result(c->o, k->children.at[i])->score;
    }
    outcome_sort(c->o, order, n, score, -1);
    for (size_t i = 0; i < n; i++)
        steps_add(c, to, c->of[k->children.at[order[i]]->index].score);
}

static struct number sum_of(struct certifying *c, const struct expr *e, size_t *n)
{
    struct number sum = number_of(0);
    const struct result **part = outcome_parts(c->o, e, n);
    for (size_t i = 0; i < *n; i++)
        sum = number_add(c->a, sum, part[i]->score);
    return sum;
}

static struct derived how_many(struct certifying *c, const struct expr *e,
                               const struct steps *scores)
{
    size_t n = 0;
    for (size_t i = 0; i < e->criterion->children.n; i++)
        n += outcome_result(c->o, e->criterion->children.at[i])->status != STATUS_DROPPED;
    return derive_at(c, "how many", steps_all(scores), value_number(number_of((long long)n)),
                     e->at);
}

static struct derived mean_of(struct certifying *c, const struct expr *e,
                              const struct steps *scores)
{
    size_t n;
    struct value sum = value_number(sum_of(c, e, &n));
    struct derived all = derive_at(c, "sum", steps_all(scores), sum, e->at);
    return derive_at(c, "divide", OPERANDS(all.step, how_many(c, e, scores).step),
                     outcome_value(c->o, e), e->at);
}

/* The best so many of them, or all when there are fewer. */
static struct derived best_of(struct certifying *c, const struct expr *e,
                              const struct steps *scores)
{
    size_t n;
    struct value sum = value_number(sum_of(c, e, &n));
    struct derived best =
        derive_rule(c, number_of((long long)e->best), TEXT("how many count"), e->at);
    struct steps falling = {0};
    steps_add(c, &falling, best);
    add_falling(c, e->criterion, &falling);
    struct derived all = derive_at(c, "sum of greatest", steps_all(&falling), sum, e->at),
                   divisor = derive_least(c, how_many(c, e, scores), best);
    return derive_at(c, "divide", OPERANDS(all.step, divisor.step), outcome_value(c->o, e), e->at);
}

static struct derived together(struct certifying *c, const struct expr *e,
                               const struct steps *scores)
{
    switch (e->aggregate) {
    case AGGREGATE_MIN:
        return of_several(c, e, scores, "min");
    case AGGREGATE_MAX:
        return of_several(c, e, scores, "max");
    case AGGREGATE_SUM:
        return of_several(c, e, scores, "sum");
    case AGGREGATE_PRODUCT:
        return of_several(c, e, scores, "product");
    case AGGREGATE_BEST:
        return best_of(c, e, scores);
    default:
        return mean_of(c, e, scores);
    }
}

struct derived certify_parts(struct certifying *c, const struct expr *e)
{
    struct value is = outcome_value(c->o, e);
    struct steps absent = {0};
    if (e->aggregate == AGGREGATE_WEIGHTED_MEAN)
        return certify_mean(c, e->criterion, is, e->at);
    struct steps scores = scores_of(c, e->criterion, &absent);
    if (absent.n)
        return derive_no_score(c, e->criterion, steps_all(&absent), is, e->at);
    return value_is_absent(is) ? of_several(c, e, &scores, "no score") : together(c, e, &scores);
}

/* The least and the most of all, or what they add up to; none of them may still drop out. */
static struct ends joined(struct certifying *c, const struct expr *e, struct ends all,
                          struct ends one)
{
    switch (e->aggregate) {
    case AGGREGATE_MIN:
        return certify_least(c, all, one);
    case AGGREGATE_MAX:
        return certify_most(c, all, one);
    case AGGREGATE_WEIGHTED_MEAN: /* whatever the weights */
        return certify_either(c, all, one);
    default:
        return certify_add(c, all, one);
    }
}

struct ends certify_parts_lie(struct certifying *c, const struct expr *e)
{
    struct ends all = {0};
    struct steps counted = {0};
    bool spelt = e->aggregate != AGGREGATE_BEST && e->aggregate != AGGREGATE_PRODUCT;
    for (size_t i = 0; spelt && i < e->criterion->children.n; i++) {
        const struct criterion *k = e->criterion->children.at[i];
        const struct result *r = outcome_result(c->o, k);
        const struct certified *of = certify_criterion(c, k);
        struct ends one =
            of->score.step ? ends_of(of->score, of->score) : ends_of(of->low, of->high);
        if (r->status == STATUS_DROPPED)
            continue;
        if (r->maybe_out || !one.low.step || !one.high.step)
            return (struct ends){0};
        all = counted.n ? joined(c, e, all, one) : one;
        steps_add(c, &counted, one.low);
    }
    if (e->aggregate != AGGREGATE_MEAN || !counted.n)
        return all;
    struct derived n = derive_at(c, "how many", steps_all(&counted),
                                 value_number(number_of((long long)counted.n)), e->at);
    struct derived low = derive_quotient(c, all.low, n);
    return ends_of(low, derive_quotient(c, all.high, n));
}
