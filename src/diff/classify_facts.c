/* Periods and calendars, and facts of another kind. */
#include "diff/classify.h"

/* --- what counts days of a kind --------------------------------------------------------------- */

struct counting {
    enum day_unit unit;
    bool found;
};

static void look(void *user, const struct expr *e)
{
    struct counting *c = user;
    bool days = e->kind == EXPR_DAYS || e->kind == EXPR_SHIFT;
    c->found = c->found || (days && e->day_unit == c->unit);
    if (!c->found && e->kind != EXPR_LET)
        expr_operands(e, look, c);
}

static bool counts(const struct model *m, enum day_unit unit)
{
    struct counting c = {.unit = unit};
    for (size_t i = 0; i < m->lets.n; i++)
        look(&c, m->lets.at[i]->value);
    for (size_t i = 0; i < m->criteria.n; i++) {
        const struct criterion *k = m->criteria.at[i];
        criterion_expressions(k, look, &c);
        changing_expressions(k, look, &c);
        for (size_t j = 0; j < k->steps.n; j++)
            c.found = c.found || (k->steps.at[j].is_late && k->steps.at[j].late_unit == unit);
        for (size_t j = 0; j < k->penalties.n; j++)
            c.found = c.found || k->penalties.at[j]->unit == unit;
    }
    return c.found;
}

/* The other rules are looked at as well: they may have begun to count. */
static bool either_counts(const struct diff *d, enum day_unit unit)
{
    return counts(d->model[OLDER], unit) || counts(d->model[NEWER], unit);
}

/* The period gives `in period` its meaning: where that decides, what reads it has changed. */
struct effect classify_calendar(struct diff *d, const struct rule_change *c)
{
    bool months = c->kind == DIFF_PERIOD && text_equal(c->what, TEXT("month ends"));
    if (c->kind == DIFF_PERIOD && !months)
        return effect_neutral();
    if (!either_counts(d, months ? UNIT_MONTH : UNIT_WORKING_DAY))
        return effect_neutral();
    return effect_unknown(months ? TEXT("months are counted, and end on other days")
                                 : TEXT("working days are counted, and others are free now"));
}

/* What both rules allow scores the same. */
struct effect classify_fact(struct diff *d, const struct rule_change *c)
{
    const struct fact *x = c->side[OLDER].fact, *y = c->side[NEWER].fact;
    if (!x || !y || x->type.kind != y->type.kind || x->is_choice != y->is_choice)
        return effect_unknown(TEXT("the fact is of another type"));
    if (x->optional != y->optional)
        return effect_unknown(TEXT("a fact that is left out is an answer on one side alone"));
    bool scaled = x->unit && y->unit && !number_equal(d->arena, x->unit->scale, y->unit->scale);
    if (scaled || !x->unit != !y->unit)
        return effect_unknown(TEXT("a number without a unit says another amount"));
    return effect_neutral();
}
