/* What one fact would have to be.
 *
 * Only where the measure is that fact, or that fact over something that does not read it: then the
 * change is the distance times the divisor, and nothing has to be guessed.  A fact that is given to
 * the office, and is not earned, is no advice. */
#include "advise/margins.h"

struct search {
    const struct criterion *of, **seen; /* by let: for which it was looked through last */
    const struct fact *fact;
    bool found; /* or something that cannot be looked through */
};

static void look_for(void *user, const struct expr *e)
{
    struct search *s = user;
    if (e->kind == EXPR_SCORE || e->kind == EXPR_PARTS || e->fact == s->fact)
        s->found = true;
    if (s->found)
        return;
    if (e->kind == EXPR_LET && s->seen[e->let->index] != s->of) {
        s->seen[e->let->index] = s->of;
        look_for(s, e->let->value);
    }
    expr_operands(e, look_for, s);
}

struct earned earned_fact(const struct outcome *o, const struct criterion *k,
                          const struct criterion **seen)
{
    const struct expr *e = k->measure;
    struct earned none = {.divisor = number_of(1)}, earned = none;
    while (e->kind == EXPR_LET)
        e = e->let->value;
    if (e->kind == EXPR_ARITHMETIC && e->op == OP_DIVIDE && e->left->kind == EXPR_FACT) {
        struct value v = outcome_value(o, e->right);
        struct search s = {.of = k, .seen = seen, .fact = e->left->fact};
        look_for(&s, e->right);
        if (v.kind != VALUE_NUMBER || !number_sign(v.number) || s.found)
            return none;
        earned.divisor = v.number;
        e = e->left;
    }
    if (e->kind != EXPR_FACT || e->fact->fixed || k->round_measure.set)
        return none;
    earned.fact = e->fact;
    return earned;
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

struct amount amount_for(struct arena *a, const struct outcome *o, struct earned earned,
                         const struct result *r, const struct threshold *t)
{
    struct number grain;
    const struct fact *f = earned.fact;
    struct amount amount = {.change = number_of(0)};
    if (!f || !t->there || (!t->gains && !t->loses))
        return amount;
    struct number way = number_subtract(a, t->value, r->measure.number);
    amount = (struct amount){.fact = f, .change = number_multiply(a, way, earned.divisor)};
    if (grain_of(a, f, &grain))
        amount.change = in_grains(a, amount.change, grain, t);
    else
        amount.open = t->gains ? t->beyond : t->band && !t->beyond;
    struct number now = o->facts->entry[f->index].value.number;
    amount.impossible = !is_possible(a, f, number_add(a, now, amount.change));
    return amount;
}
