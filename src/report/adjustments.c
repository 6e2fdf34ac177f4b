/* What a penalty or bonus changes, for the rows of the forms. */
#include "report/adjustments.h"

#include "explain/figures.h"

bool adjustment_ends(struct arena *a, const struct penalty_result *p, struct number *least,
                     struct number *most)
{
    bool plus = p->penalty->is_bonus, bounded = p->known || p->has_most;
    struct number far = p->known ? p->amount : p->most;
    *least = plus ? p->amount : number_negate(a, p->amount);
    *most = !bounded ? number_of(0) : plus ? far : number_negate(a, far);
    return bounded;
}

static struct text with_sign(struct arena *a, const struct penalty *p, struct number n)
{
    struct text figure = figure_score(a, p->owner, n);
    return number_sign(n) > 0 ? SAY(a, "+{}", figure) : figure;
}

struct text adjustment_amount(struct arena *a, const struct penalty_result *p)
{
    struct number least, most;
    bool bounded = adjustment_ends(a, p, &least, &most);
    if (!bounded)
        return SAY(a, "from {}", with_sign(a, p->penalty, least));
    if (p->known || number_equal(a, least, most))
        return with_sign(a, p->penalty, least);
    return SAY(a, "{} .. {}", with_sign(a, p->penalty, least), with_sign(a, p->penalty, most));
}

/* "2 months x 1, first 1 free"; nothing for an amount in one piece. */
static struct text product_words(struct arena *a, const struct penalty_result *p)
{
    const struct penalty *rule = p->penalty;
    if (rule->kind == AMOUNT_FLAT || rule->kind == AMOUNT_FORMULA)
        return TEXT("");
    struct text sum = SAY(a, "{} x {}", figure_counted(a, rule, p->count), rule->each_shown);
    return p->free ? SAY(a, "{}, first {} free", sum, text_number(a, p->free)) : sum;
}

struct text adjustment_sum(struct arena *a, const struct outcome *o, const struct penalty_result *p)
{
    struct text sum = product_words(a, p);
    if (!p->known) {
        struct text why = cause_words(a, o, p->cause, CAUSE_BY_ITSELF);
        return p->count && number_sign(p->amount) ? SAY(a, "{} so far; {}", sum, why) : why;
    }
    if (p->capped)
        sum = SAY(a, sum.n ? "{}, cap {}" : "{}cap {}", sum,
                  number_short_words(a, p->penalty->cap, 6));
    return p->runs_on ? SAY(a, "{}, still running", sum) : sum;
}

bool adjustment_counts(const struct penalty_result *p)
{
    return !p->known || number_sign(p->amount) != 0;
}

static bool changes(struct arena *a, const struct adjust_result *l)
{
    return l->state == LINE_APPLIED && l->known && !number_equal(a, l->before, l->after);
}

struct text adjustment_lines_amount(struct arena *a, const struct result *r)
{
    size_t n = r->criterion->adjust.n;
    if (!n || !r->adjust || !r->adjust[n - 1].known)
        return TEXT("");
    struct number change = number_subtract(a, r->adjust[n - 1].after, r->adjust[0].before);
    struct text figure = figure_score(a, r->criterion, change);
    return number_sign(change) > 0 ? SAY(a, "+{}", figure)
           : number_sign(change)   ? figure
                                   : TEXT("");
}

struct text adjustment_line(struct arena *a, const struct adjust_line *rule,
                            const struct adjust_result *l)
{
    struct text kind = adjust_kind_words(rule->kind);
    return rule->value ? SAY(a, "{} {}", kind, figure_short(a, l->value.number, 4, NULL)) : kind;
}

struct text adjustment_lines_sum(struct arena *a, const struct outcome *o, const struct result *r)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; r->adjust && i < r->criterion->adjust.n; i++) {
        const struct adjust_line *rule = &r->criterion->adjust.at[i];
        const struct adjust_result *l = &r->adjust[i];
        if (adjust_cause(l))
            return cause_words(a, o, adjust_cause(l), CAUSE_BY_ITSELF);
        if (!changes(a, l))
            continue;
        buffer_add(&b, b.n ? TEXT(", ") : TEXT(""));
        buffer_add(&b, adjustment_line(a, rule, l));
    }
    return buffer_text(&b);
}

struct text adjustment_before(struct arena *a, const struct result *r)
{
    bool penalty = false, bonus = false;
    if (adjustment_lines_amount(a, r).n)
        return TEXT("before adjustments");
    for (size_t i = 0; r->penalties && i < r->criterion->penalties.n; i++)
        if (adjustment_counts(&r->penalties[i]))
            *(r->penalties[i].penalty->is_bonus ? &bonus : &penalty) = true;
    return penalty && bonus ? TEXT("before penalties and bonuses")
           : penalty        ? TEXT("before penalties")
           : bonus          ? TEXT("before bonuses")
                            : TEXT("");
}
