/* What is given, what is chosen and what is absent. */
#include "verify/checking.h"

static const char no_condition[] = "the condition does not hold";

static bool is_yes(const struct item *i)
{
    return i->kind == ITEM_TRUTH && i->n;
}

static bool is_no(const struct item *i)
{
    return i->kind == ITEM_TRUTH && !i->n;
}

/* --- what the rules and facts say ------------------------------------------------------------ */

bool op_fact(struct checker *c, struct item *result, const char **why)
{
    *why = "this fact has another step already, or no name";
    *result = c->line.is;
    return c->line.name.n && map_put(&c->facts, c->line.name, c->line.number) == c->line.number;
}

bool op_cell(struct checker *c, struct item *result, const char **why)
{
    *why = "it names no column";
    *result = c->line.is;
    return c->line.name.n > 0;
}

bool op_rule(struct checker *c, struct item *result, const char **why)
{
    *why = "rules say what a value is, never that it is absent";
    *result = c->line.is;
    return result->kind != ITEM_ABSENT;
}

bool op_rows(struct checker *c, struct item *result, const char **why)
{
    int64_t n;
    *why = "it is no number of rows of a table";
    *result = c->line.is;
    return c->line.name.n && item_whole(c, result, &n) && n >= 0;
}

bool op_constant(struct checker *c, struct item *result, const char **why)
{
    int64_t n;
    *why = "only 0 and 1 need no reason";
    *result = c->line.is;
    return item_whole(c, result, &n) && (n == 0 || n == 1);
}

/* --- choices --------------------------------------------------------------------------------- */

bool op_choose(struct checker *c, struct item *result, const char **why)
{
    *why = no_condition;
    *result = *operand(c, 1);
    return is_yes(operand(c, 0));
}

bool op_when(struct checker *c, struct item *result, const char **why)
{
    *why = no_condition;
    if (c->line.operands == 2) {
        *result = *operand(c, 1);
        return is_yes(operand(c, 0));
    }
    *result = item_absent(ABSENT_LEFT_OUT);
    *why = "the condition holds";
    return is_no(operand(c, 0));
}

bool op_drop(struct checker *c, struct item *result, const char **why)
{
    *why = no_condition;
    *result = item_absent(ABSENT_LEFT_OUT);
    return is_yes(operand(c, 0));
}

/* Of a score that is not known the least and the most; either may be open. */
static bool range(struct checker *c, struct item *result)
{
    bool low = text_equal(c->line.how, TEXT("at least")),
         high = text_equal(c->line.how, TEXT("at most")),
         both = text_equal(c->line.how, TEXT("between")),
         none = text_equal(c->line.how, TEXT("open"));
    size_t ends = both ? 2 : low || high;
    int order = 0;
    if ((!ends && !none) || c->line.operands != ends ||
        (both && (!items_order(c, operand(c, 0), operand(c, 1), &order) || order > 0)))
        return false;
    for (size_t i = 0; i < ends; i++)
        if (operand(c, i)->kind != ITEM_NUMBER)
            return false;
    *result = item_range(c->scratch, low || both ? operand(c, 0) : NULL,
                         high || both ? operand(c, ends - 1) : NULL);
    return true;
}

bool op_total(struct checker *c, struct item *result, const char **why)
{
    *why = "it is no score, or no range of one";
    c->ended = true;
    if (c->line.how.n)
        return range(c, result);
    if (c->line.operands != 1)
        return false;
    *result = *operand(c, 0);
    return result->kind == ITEM_NUMBER || result->kind == ITEM_ABSENT;
}

/* --- absence --------------------------------------------------------------------------------- */

bool op_absence(struct checker *c, struct item *result, const char **why)
{
    *why = "no operand is absent";
    return any_absent(c, result);
}

bool op_is_absent(struct checker *c, struct item *result, const char **why)
{
    const struct item *x = operand(c, 0);
    *why = "it does not say how";
    *result =
        item_truth(x->kind == ITEM_ABSENT && text_equal(item_words(c->scratch, x), c->line.how));
    return c->line.how.n > 0;
}

bool op_given(struct checker *c, struct item *result, const char **why)
{
    const struct item *x = operand(c, 0);
    *why = "what is left out is neither given nor not";
    *result = item_truth(x->kind != ITEM_ABSENT);
    if (x->kind == ITEM_ABSENT && x->n > ABSENT_NONE)
        *result = *x;
    return x->kind != ITEM_ABSENT || x->n != ABSENT_LEFT_OUT;
}

/* A date, or yes; an optional fact without a value is not done. */
bool op_done(struct checker *c, struct item *result, const char **why)
{
    const struct item *x = operand(c, 0);
    *why = "the operand is neither a date nor yes or no";
    *result = *x;
    if (x->kind == ITEM_DATE || x->kind == ITEM_TRUTH)
        *result = item_truth(x->kind == ITEM_DATE || x->n);
    else if (x->kind == ITEM_ABSENT && x->n == ABSENT_NONE)
        *result = item_truth(false);
    else
        return x->kind == ITEM_ABSENT && x->n > ABSENT_NONE;
    return true;
}

/* Why a score that is asked for is not there: what is dropped is n/a, what is open is missing,
 * unless a calculation had no result. */
bool op_no_score(struct checker *c, struct item *result, const char **why)
{
    int32_t strongest = ABSENT_NONE;
    *why = "an operand is a reason for nothing";
    for (size_t i = 0; i < c->line.operands; i++) {
        const struct item *x = operand(c, i);
        bool dropped = is_yes(x) || (x->kind == ITEM_ABSENT && x->n == ABSENT_LEFT_OUT);
        if (!dropped && x->kind != ITEM_ABSENT)
            return false;
        int32_t kind = dropped                    ? ABSENT_NA
                       : x->n == ABSENT_UNDEFINED ? ABSENT_UNDEFINED
                                                  : ABSENT_MISSING;
        strongest = kind > strongest ? kind : strongest;
    }
    *result = item_absent((enum absent_kind)strongest);
    return true;
}

/* --- the first or last row ------------------------------------------------------------------- */

/* By turns what a row goes by, and what it says.  Rows that are both the last must agree. */
static bool chosen(struct checker *c, struct item *result, const char **why, int sign)
{
    const struct item *best = NULL;
    bool tied = false;
    *why = "the rows have no order";
    if (c->line.operands % 2)
        return false;
    if (any_absent(c, result))
        return true;
    *result = item_absent(ABSENT_UNDEFINED);
    for (size_t i = 0; i < c->line.operands; i += 2) {
        const struct item *key = operand(c, i);
        int order = 0;
        if (key->kind == ITEM_ABSENT)
            continue;
        if (best && !items_order(c, key, best, &order))
            return false;
        if (!best || order * sign > 0) {
            best = key;
            *result = *operand(c, i + 1);
            tied = false;
        } else if (order == 0)
            tied = tied || !item_same(result, operand(c, i + 1));
    }
    if (tied)
        *result = item_absent(ABSENT_UNDEFINED);
    return true;
}

bool op_first(struct checker *c, struct item *result, const char **why)
{
    return chosen(c, result, why, -1);
}

bool op_last(struct checker *c, struct item *result, const char **why)
{
    return chosen(c, result, why, 1);
}
