/* What is taken from a score and added to it: penalties, bonuses and the lines of `adjust`. */
#include <string.h>

#include "mutate/making.h"

static struct text name_of(struct maker *mk, const struct penalty *p)
{
    return SAY(mk->a, "the {} {}", penalty_kind(p), p->name);
}

static void make_amount(struct maker *mk, const struct penalty *p, int sign)
{
    struct number scale = text_ends(p->each_shown, TEXT("%")) ? number_ratio(1, 100) : number_of(1);
    struct number unit = unit_of_number(mk->a, p->each, scale);
    struct number each = number_add(mk->a, p->each, sign > 0 ? unit : number_negate(mk->a, unit));
    if (number_sign(each) <= 0)
        return;
    struct text shown = number_like(mk->a, each, scale, p->each_shown);
    struct mutant x = mutant_begin(mk, OPERATOR_PENALTY, p->each_at);
    mutant_patch(mk, &x, &p->each, &each, sizeof each);
    mutant_patch(mk, &x, &p->each_shown, &shown, sizeof shown);
    mutant_end(mk, x, SAY(mk->a, "{} is {} instead of {}", name_of(mk, p), shown, p->each_shown));
}

static void make_cap(struct maker *mk, const struct penalty *p)
{
    struct number unit = unit_of_number(mk->a, p->cap, number_of(1));
    struct number tried[] = {number_add(mk->a, p->cap, unit), number_subtract(mk->a, p->cap, unit)};
    bool none = false;
    for (int i = 0; i < 2; i++)
        if (number_sign(tried[i]) > 0)
            mutant_number(mk, OPERATOR_LIMIT, p->cap_at, &p->cap, tried[i],
                          SAY(mk->a, "{} is capped at {} instead of {}", name_of(mk, p),
                              number_short_words(mk->a, tried[i], DECIMALS),
                              number_short_words(mk->a, p->cap, DECIMALS)));
    struct mutant x = mutant_begin(mk, OPERATOR_LIMIT, p->cap_at);
    mutant_patch(mk, &x, &p->has_cap, &none, sizeof none);
    mutant_end(mk, x, SAY(mk->a, "{} has no cap", name_of(mk, p)));
}

static void make_free(struct maker *mk, const struct penalty *p, unsigned free)
{
    struct mutant x = mutant_begin(mk, OPERATOR_FREE, p->at);
    mutant_patch(mk, &x, &p->free, &free, sizeof free);
    mutant_end(mk, x,
               SAY(mk->a, "{} leaves {} free instead of {}", name_of(mk, p),
                   text_number(mk->a, free), text_number(mk->a, p->free)));
}

static void make_unit(struct maker *mk, const struct penalty *p)
{
    enum day_unit unit = p->unit == UNIT_DAY ? UNIT_WORKING_DAY : UNIT_DAY;
    if (p->kind != AMOUNT_TIME || (unit == UNIT_WORKING_DAY && !mk->m->calendar))
        return;
    struct mutant x = mutant_begin(mk, OPERATOR_DAYS, p->each_at);
    mutant_patch(mk, &x, &p->unit, &unit, sizeof unit);
    mutant_end(mk, x,
               SAY(mk->a, unit == UNIT_DAY ? "{} counts every day" : "{} counts only working days",
                   name_of(mk, p)));
}

static void make_when(struct maker *mk, const struct penalty *p)
{
    const struct expr *always = NULL;
    struct mutant x = mutant_begin(mk, OPERATOR_APPLIES, p->when->at);
    mutant_patch(mk, &x, &p->when, &always, sizeof always);
    mutant_end(mk, x, SAY(mk->a, "{} applies always", name_of(mk, p)));
}

/* The list without it. */
static void drop_penalty(struct maker *mk, const struct criterion *k, size_t i)
{
    uint32_t n = k->penalties.n - 1; /* as the list has it */
    struct penalty **rest = ARENA_ARRAY(mk->a, struct penalty *, n);
    for (size_t j = 0; j < n; j++)
        rest[j] = k->penalties.at[j + (j >= i)];
    struct mutant x = mutant_begin(mk, OPERATOR_PENALTY, k->penalties.at[i]->at);
    x.wide = true; /* results have one for each: nothing to compare one by one */
    mutant_patch(mk, &x, &k->penalties.at, &rest, sizeof rest);
    mutant_patch(mk, &x, &k->penalties.n, &n, sizeof n);
    mutant_end(mk, x, SAY(mk->a, "{} is dropped", name_of(mk, k->penalties.at[i])));
}

void make_penalties(struct maker *mk, const struct criterion *k)
{
    for (size_t i = 0; i < k->penalties.n; i++) {
        const struct penalty *p = k->penalties.at[i];
        drop_penalty(mk, k, i);
        if (p->kind != AMOUNT_FORMULA) {
            make_amount(mk, p, 1);
            make_amount(mk, p, -1);
            make_unit(mk, p);
        }
        if (p->kind == AMOUNT_TIME || p->kind == AMOUNT_ROWS) {
            make_free(mk, p, p->free + 1);
            if (p->free)
                make_free(mk, p, p->free - 1);
        }
        if (p->has_cap)
            make_cap(mk, p);
        if (p->when)
            make_when(mk, p);
    }
}

/* --- adjust ----------------------------------------------------------------------------------- */

/* The lines in `order`, as many as there are. */
static void other_lines(struct maker *mk, const struct criterion *k, size_t i,
                        const struct adjust_line *lines, uint32_t n, struct text says)
{
    struct mutant x = mutant_begin(mk, OPERATOR_ADJUST, k->adjust.at[i].at);
    x.wide = true; /* as with a penalty that is dropped */
    mutant_patch(mk, &x, &k->adjust.at, &lines, sizeof lines);
    mutant_patch(mk, &x, &k->adjust.n, &n, sizeof n);
    mutant_end(mk, x,
               SAY(mk->a, "line {} of `adjust` in {} {}", text_number(mk->a, (long long)i + 1),
                   mutant_of_words(k), says));
}

static struct adjust_line *lines_of(struct maker *mk, const struct criterion *k)
{
    struct adjust_line *lines = ARENA_ARRAY(mk->a, struct adjust_line, k->adjust.n);
    memcpy(lines, k->adjust.at, k->adjust.n * sizeof *lines);
    return lines;
}

static bool is_sum(const struct adjust_line *l)
{
    return l->kind == ADJUST_PLUS || l->kind == ADJUST_MINUS;
}

/* Sums give the same in either order, and so do bounds on the same side, and a least that is a
 * number not above a most that is one. */
static bool is_same_turned(struct arena *a, const struct adjust_line *x,
                           const struct adjust_line *y)
{
    if (x->kind == y->kind || (is_sum(x) && is_sum(y)))
        return x->kind != ADJUST_ROUND;
    const struct adjust_line *least = x->kind == ADJUST_AT_LEAST ? x : y;
    const struct adjust_line *most = least == x ? y : x;
    return least->kind == ADJUST_AT_LEAST && most->kind == ADJUST_AT_MOST &&
           least->value->kind == EXPR_NUMBER && most->value->kind == EXPR_NUMBER &&
           number_order(a, least->value->literal->number, most->value->literal->number) <= 0;
}

static void make_line(struct maker *mk, const struct criterion *k, size_t i)
{
    struct adjust_line *lines = lines_of(mk, k);
    uint32_t n = k->adjust.n;
    size_t behind = n - i - 1;
    memmove(&lines[i], &lines[i + 1], behind * sizeof *lines);
    other_lines(mk, k, i, lines, n - 1, TEXT("is dropped"));
    if (!behind || is_same_turned(mk->a, &k->adjust.at[i], &k->adjust.at[i + 1]))
        return;
    lines = lines_of(mk, k);
    lines[i] = k->adjust.at[i + 1];
    lines[i + 1] = k->adjust.at[i];
    other_lines(mk, k, i, lines, n, TEXT("comes behind the next one"));
}

static void make_line_rounding(struct maker *mk, const struct criterion *k, size_t i)
{
    struct other_rounding other[OTHER_ROUNDINGS];
    const struct adjust_line *l = &k->adjust.at[i];
    size_t n = other_roundings(mk, l->rounding, other);
    for (size_t j = 0; j < n; j++) {
        struct mutant x = mutant_begin(mk, OPERATOR_ROUND, l->at);
        mutant_patch(mk, &x, &l->rounding, &other[j].r, sizeof other[j].r);
        mutant_end(mk, x,
                   SAY(mk->a, "line {} of `adjust` in {}: {}", text_number(mk->a, (long long)i + 1),
                       mutant_of_words(k), other[j].says));
    }
}

/* The amounts are expressions. */
void make_adjust(struct maker *mk, const struct criterion *k)
{
    const struct expr *always = NULL;
    for (size_t i = 0; i < k->adjust.n; i++) {
        const struct adjust_line *l = &k->adjust.at[i];
        make_line(mk, k, i);
        if (l->kind == ADJUST_ROUND)
            make_line_rounding(mk, k, i);
        if (l->when) {
            struct mutant x = mutant_begin(mk, OPERATOR_APPLIES, l->when->at);
            mutant_patch(mk, &x, &l->when, &always, sizeof always);
            mutant_end(mk, x,
                       SAY(mk->a, "line {} of `adjust` in {} counts always",
                           text_number(mk->a, (long long)i + 1), mutant_of_words(k)));
        }
    }
}
