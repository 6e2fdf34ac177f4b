/* What one fact would have to be.
 *
 * Only of the fact that a measure is, or that it has over a line: others are how the work is
 * counted, not what is earned.  Neither is a fact that is given to the office. */
#include "advise/margins.h"
#include "advise/solve.h"

const struct fact *earned_fact(const struct criterion *k)
{
    const struct expr *e = k->measure;
    while (e->kind == EXPR_LET)
        e = e->let->value;
    if (e->kind == EXPR_ARITHMETIC && e->op == OP_DIVIDE)
        e = e->left;
    return e->kind == EXPR_FACT && !e->fact->fixed && !k->round_measure->set ? e->fact : NULL;
}

/* In base units; false when the fact may be anything. */
static bool grain_of(struct arena *a, const struct fact *f, struct number *grain)
{
    if (!f->whole && f->decimals < 0)
        return false;
    *grain = number_places(a, f->whole ? 0 : (unsigned)f->decimals);
    if (f->unit)
        *grain = number_multiply(a, *grain, f->unit->scale);
    return true;
}

static bool is_possible(struct arena *a, const struct fact *f, struct number value)
{
    return (!f->has_least || number_order(a, value, f->least) >= 0) &&
           (!f->has_most || number_order(a, value, f->most) <= 0);
}

/* A gain needs the whole way, and a grain more where it begins behind the end; what is to be kept
 * has the way up to the end, or to a grain before it. */
static struct number in_grains(struct arena *a, struct number way, struct number grain,
                               const struct threshold *t)
{
    struct number size = number_sign(way) < 0 ? number_negate(a, way) : way;
    struct number whole = number_round(a, size, grain, t->gains ? ROUND_UP : ROUND_DOWN);
    bool exact = number_equal(a, whole, size);
    if (exact && t->gains && t->beyond)
        whole = number_add(a, whole, grain);
    if (exact && !t->gains && !t->beyond && t->band && number_sign(size))
        whole = number_subtract(a, whole, grain);
    return number_sign(way) < 0 ? number_negate(a, whole) : whole;
}

struct amount amount_for(struct arena *a, struct outcome *o, const struct fact *f,
                         const struct expr *measure, const struct threshold *t)
{
    struct number grain;
    struct bound at;
    struct amount amount = {.change = number_of(0)};
    if (!f || !t->there || (!t->gains && !t->loses) ||
        !solve(a, o, measure, (struct unknown){.fact = f}, (struct bound){.value = t->value}, &at))
        return amount;
    struct number now = o->facts->entry[f->index].value.number;
    amount = (struct amount){.fact = f, .change = number_subtract(a, at.value, now)};
    if (grain_of(a, f, &grain))
        amount.change = in_grains(a, amount.change, grain, t);
    else
        amount.open = t->gains ? t->beyond : t->band && !t->beyond;
    amount.impossible = !is_possible(a, f, number_add(a, now, amount.change));
    return amount;
}
