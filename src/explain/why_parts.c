/* Why the parts gave this score: what the pencil can follow, or another formula of them. */
#include "explain/reasons.h"

/* The parts that a formula counted, in the order written. */
struct counted {
    const struct expr *formula;
    const struct result **part;
    struct number *score; /* as they are printed */
    size_t n;
};

static struct number divisor_of(struct whying *w, const struct counted *c)
{
    const struct expr *e = c->formula;
    if (e->aggregate == AGGREGATE_WEIGHTED_MEAN)
        return outcome_result(w->o, e->criterion)->inside;
    return number_of(e->aggregate == AGGREGATE_SUM ? 1 : (long long)c->n);
}

/* What a pencil makes of the printed scores. */
static struct number penciled(struct whying *w, const struct counted *c)
{
    enum aggregate_kind kind = c->formula->aggregate;
    bool product = kind == AGGREGATE_PRODUCT;
    struct number n = c->score[0];
    if (kind == AGGREGATE_WEIGHTED_MEAN)
        n = number_multiply(w->a, n, c->part[0]->points);
    for (size_t i = 1; i < c->n; i++) {
        struct number next = c->score[i];
        if (kind == AGGREGATE_WEIGHTED_MEAN)
            next = number_multiply(w->a, next, c->part[i]->points);
        if (kind == AGGREGATE_MIN)
            n = number_least(w->a, n, next);
        else if (kind == AGGREGATE_MAX)
            n = number_most(w->a, n, next);
        else
            n = product ? number_multiply(w->a, n, next) : number_add(w->a, n, next);
    }
    bool whole = product || kind == AGGREGATE_MIN || kind == AGGREGATE_MAX;
    return whole ? n : number_divide(w->a, n, divisor_of(w, c));
}

/* (5.0000 + 4.9076) / 2; for the least and the best one the scores in a row. */
static struct text sum_words(struct whying *w, const struct counted *c, unsigned places)
{
    enum aggregate_kind kind = c->formula->aggregate;
    bool weighted = kind == AGGREGATE_WEIGHTED_MEAN;
    const char *sign = kind == AGGREGATE_PRODUCT                        ? " × "
                       : kind == AGGREGATE_MIN || kind == AGGREGATE_MAX ? ", "
                                                                        : " + ";
    struct buffer b = buffer_in(w->a);
    for (size_t i = 0; i < c->n; i++) {
        buffer_add(&b, i ? text_of(sign) : TEXT(""));
        if (weighted)
            buffer_add(&b, SAY(w->a, "{} × ", figure_short(w->a, c->part[i]->points, 4, NULL)));
        buffer_add(&b, figure_fixed(w->a, c->score[i], places));
    }
    if (kind == AGGREGATE_MIN || kind == AGGREGATE_MAX)
        return SAY(w->a, kind == AGGREGATE_MIN ? "the least of {}" : "the greatest of {}",
                   buffer_text(&b));
    if (kind == AGGREGATE_PRODUCT || kind == AGGREGATE_SUM)
        return buffer_text(&b);
    return SAY(w->a, "({}) / {}", buffer_text(&b), figure_short(w->a, divisor_of(w, c), 4, NULL));
}

/* With as many decimals as the pencil needs; a part alone needs no sum. */
struct text why_parts_words(struct whying *w, const struct expr *e)
{
    const struct criterion *k = e->criterion;
    struct counted c = {.formula = e};
    c.part = outcome_parts(w->o, e, &c.n);
    c.score = ARENA_ARRAY(w->a, struct number, c.n);
    struct number result = outcome_value(w->o, e).number, wanted = pencil_round(w, k, result);
    struct text formula = words_formula(w->a, w->m, e);
    struct text gives = SAY(w->a, "{} {}", figure_sign(w->a, result, k->show_score.places),
                            figure_score(w->a, k, result));
    for (unsigned places = k->show_score.places; c.n > 1; places++) {
        for (size_t i = 0; i < c.n; i++)
            c.score[i] =
                number_round(w->a, c.part[i]->score, number_places(w->a, places), ROUND_HALF_UP);
        bool enough = number_equal(w->a, pencil_round(w, k, penciled(w, &c)), wanted);
        if (enough || places + 1 >= PENCIL_PLACES)
            return SAY(w->a, "{} = {} {}", formula, sum_words(w, &c, places), gives);
    }
    return SAY(w->a, "{} {}", formula, gives);
}

void why_each_part(struct whying *w, struct reason *above, const struct expr *e)
{
    bool best = e->aggregate == AGGREGATE_BEST && outcome_value(w->o, e).kind == VALUE_NUMBER;
    size_t n = 0, next = 0;
    const struct result **part = best ? outcome_parts(w->o, e, &n) : NULL;
    for (size_t i = 0; i < e->criterion->children.n; i++) {
        const struct result *child = outcome_result(w->o, e->criterion->children.at[i]);
        struct reason *below = why_criterion(w, child->criterion);
        bool counts = next < n && part[next] == child;
        if (best && !counts && result_has_score(child))
            below->says = SAY(w->a, "{} (not among the best {})", below->says,
                              text_number(w->a, (long long)e->best));
        next += counts;
        LIST_ADD(w->a, &above->below, below);
    }
}

/* The formula gave more or less than the scale has. */
static void why_clamped(struct whying *w, struct reason *above, const struct result *r,
                        struct number n)
{
    if (number_equal(w->a, n, r->raw))
        return;
    bool below = number_order(w->a, n, r->raw) < 0;
    struct text end = figure_short(w->a, r->raw, 4, NULL);
    reason_add(w, above, REASON_LIMIT,
               SAY(w->a, below ? "below the scale: {}" : "above the scale: {}", end))
        ->rule = r->criterion->formula->at;
}

void why_parts(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    const struct expr *e = k->formula;
    struct value v = outcome_value(w->o, e);
    bool known = v.kind == VALUE_NUMBER, parts = e->kind == EXPR_PARTS;
    if ((known && !parts) || e->kind == EXPR_TABLE)
        why_measure(w, above, REASON_FORMULA, e, false, k->show_score.places);
    else {
        struct text says =
            known ? why_parts_words(w, e)
                  : SAY(w->a, "{}: {}", words_formula(w->a, w->m, e), why_cause_words(w, v.cause));
        struct reason *f = reason_add(w, above, REASON_FORMULA, says);
        f->rule = e->at;
        if (known)
            reason_figure(f, v.number);
    }
    if (known)
        why_clamped(w, above, r, v.number);
    if (parts)
        why_each_part(w, above, e);
    for (size_t i = 0; !known && !parts && i < k->children.n; i++)
        LIST_ADD(w->a, &above->below, why_criterion(w, k->children.at[i]));
}
