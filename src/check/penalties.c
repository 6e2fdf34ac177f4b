/* Penalties and bonuses: what is taken from a score, or added to it. */
#include "check/checker.h"

enum { MOST_FREE = 1000000 };

static void fill_time(struct checker *c, struct penalty *p, const struct node *n)
{
    p->kind = AMOUNT_TIME;
    p->unit = (enum day_unit)n->amount.unit;
    p->after = check_expr(c, n->amount.after, p->owner, NULL);
    p->until = check_expr(c, n->amount.until, p->owner, NULL);
    check_deadline(c, p->after,
                   p->is_bonus ? "the last day before the count"
                               : "the last day without a penalty");
    if (!type_is(p->until, TYPE_DATE))
        type_wanted(c, p->until, "a date");
    check_countable(c, p->unit, n->at);
    if (p->unit == UNIT_MONTH && p->after->type.kind != TYPE_ERROR)
        check_month_ends(c, p->after);
}

/* The sign is the word `penalty` or `bonus`: an amount never has one of its own. */
static void fill_formula(struct checker *c, struct penalty *p, const struct node *value)
{
    p->kind = AMOUNT_FORMULA;
    p->amount = check_pure(c, value, p->owner);
    const struct expr *e = p->amount;
    if (e->kind == EXPR_NEGATE && e->left->kind == EXPR_NUMBER &&
        number_sign(e->left->literal->number) > 0)
        diag_help(DIAG_ADD(c->d, K0402, e->at, check_source(c, e->at),
                           TEXT("an amount that is not negative")),
                  TEXT("`penalty` takes its amount, `bonus` adds it"));
}

/* `0.5 per day` and no more reads as if `day` were a table. */
static void help_with_days(struct checker *c, const struct expr *rows)
{
    struct text words = check_source(c, rows->at);
    if (text_equal(words, TEXT("day")) || text_equal(words, TEXT("month")))
        diag_help(c->d->all.at[c->d->all.n - 1],
                  SAY(c->a, "say from when to when: `per {} after DATE until FACT`", words));
}

static void fill_amount(struct checker *c, struct penalty *p, const struct node *n)
{
    if (!n->amount.each) {
        fill_formula(c, p, n->amount.value);
        return;
    }
    check_number(c, n->amount.each, &p->each);
    p->each_shown = check_source(c, n->amount.each->at);
    p->each_at = n->amount.each->at;
    if (n->amount.after)
        fill_time(c, p, n);
    else if (n->amount.value) {
        p->kind = AMOUNT_ROWS;
        p->count = check_expr(c, n->amount.value, p->owner, NULL);
        if (p->count->type.kind == TYPE_ERROR)
            help_with_days(c, p->count);
    }
}

/* `first 3 free` leaves three of what is counted away; an amount in one piece counts nothing. */
static void fill_free(struct checker *c, struct penalty *p, const struct node *n,
                      const struct node *amount)
{
    check_whole(c, n->free.number, MOST_FREE, &p->free);
    if (!amount || p->kind == AMOUNT_TIME || p->kind == AMOUNT_ROWS)
        return;
    struct diag *g = DIAG_ADD(c->d, K0550, n->at, p->name);
    diag_label(c->d, g, amount->at, TEXT("the amount, in one piece"));
    diag_help(g, TEXT("count something, as `0.5 per day after DATE until FACT` or `0.5 per TABLE`, "
                      "or delete this"));
}

static void fill_penalty(struct checker *c, struct penalty *p, const struct node *n)
{
    const struct nodes *items = &n->penalty.items;
    const struct node *amount = check_once(c, items, NODE_amount, TEXT("the amount"));
    const struct node *when = check_once(c, items, NODE_condition, TEXT("when"));
    const struct node *free = check_once(c, items, NODE_free, TEXT("`first ... free`"));
    const struct node *cap = check_once(c, items, NODE_bound, TEXT("cap"));
    if (amount)
        fill_amount(c, p, amount);
    else if (!check_has_broken(items))
        diag_help(DIAG_ADD(c->d, K0525, p->at, penalty_kind(p), p->name),
                  TEXT("write `0.01 per day after DATE until FACT`, `0.5 per TABLE`, `0.5` or "
                       "`amount EXPRESSION`"));
    if (when)
        p->when = check_expr_of(c, when->condition.when, p->owner, TYPE_YES_NO);
    if (free)
        fill_free(c, p, free, amount);
    if (cap) {
        p->has_cap = check_points(c, cap->bound.number, &p->cap);
        p->cap_at = cap->bound.number->at;
    }
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

/* What is more than the whole way from one end to the other can never count in full; where some is
 * added and some taken, it may. */
static bool amount_fits(struct checker *c, const struct penalty *p, struct number amount,
                        struct span at)
{
    const struct criterion *k = p->owner;
    struct number low = p->is_bonus ? k->low : k->floor, high = p->is_bonus ? k->cap : k->high;
    if (number_order(c->a, amount, number_subtract(c->a, high, low)) <= 0)
        return true;
    diag_help(DIAG_ADD(c->d, K0584, at, check_source(c, at), check_number_words(c, low),
                       check_number_words(c, high), p->is_bonus ? TEXT("gain") : TEXT("lose")),
              TEXT("an amount is points of the score: mend it, or the `floor` or `cap`"));
    return false;
}

void check_amounts(struct checker *c, const struct criterion *k)
{
    size_t bonuses = 0;
    for (size_t i = 0; i < k->penalties.n; i++)
        bonuses += k->penalties.at[i]->is_bonus;
    if (bonuses && bonuses < k->penalties.n)
        return;
    for (size_t i = 0; i < k->penalties.n; i++) {
        const struct penalty *p = k->penalties.at[i];
        if ((p->kind == AMOUNT_FORMULA || amount_fits(c, p, p->each, p->each_at)) && p->has_cap)
            amount_fits(c, p, p->cap, p->cap_at);
    }
}
