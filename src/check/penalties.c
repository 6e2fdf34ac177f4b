/* Penalties: what is taken from a score for every day too late. */
#include "check/checker.h"

static void fill_amount(struct checker *c, struct penalty *p, const struct node *n)
{
    check_number(c, n->amount.each, &p->each);
    p->each_shown = check_source(c, n->amount.each->at);
    p->unit = (enum day_unit)n->amount.unit;
    p->after = check_expr(c, n->amount.after, p->owner, NULL);
    p->until = check_expr(c, n->amount.until, p->owner, NULL);
    check_deadline(c, p->after, "the last day without a penalty");
    if (!type_is(p->until, TYPE_DATE))
        type_wanted(c, p->until, "a date");
    if (p->unit == UNIT_WORKING_DAY && !c->m->calendar)
        report_no_calendar(c, n->at);
}

static void fill_penalty(struct checker *c, struct penalty *p, const struct node *n)
{
    const struct nodes *items = &n->penalty.items;
    const struct node *amount = check_once(c, items, NODE_amount, TEXT("the amount"));
    const struct node *cap = check_once(c, items, NODE_bound, TEXT("cap"));
    if (amount)
        fill_amount(c, p, amount);
    else if (!check_has_broken(items))
        diag_help(DIAG_ADD(c->d, K0525, p->at, p->name),
                  TEXT("write `0.01 per day after DATE until FACT`"));
    if (cap)
        p->has_cap = check_points(c, cap->bound.number, &p->cap);
    for (size_t i = 0; i < items->n; i++)
        check_remark(c, &p->remarks, items->at[i]);
}

void fill_penalties(struct checker *c)
{
    for (size_t i = 0; i < c->penalties.n; i++) {
        struct pending p = c->penalties.at[i];
        c->era = p.era;
        c->has_era = p.has_era;
        fill_penalty(c, p.thing, p.node);
    }
}
