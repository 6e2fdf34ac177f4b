/* Comparisons, conditions and sets. */
#include "verify/checking.h"

static bool compare(struct checker *c, struct item *result, const char **why, int most)
{
    int order;
    *why = "the operands have no order";
    if (any_absent(c, result))
        return true;
    if (!items_order(c, operand(c, 0), operand(c, 1), &order))
        return false;
    *result = item_truth(order <= most);
    return true;
}

bool op_less(struct checker *c, struct item *result, const char **why)
{
    return compare(c, result, why, -1);
}

bool op_at_most(struct checker *c, struct item *result, const char **why)
{
    return compare(c, result, why, 0);
}

bool op_between(struct checker *c, struct item *result, const char **why)
{
    int low, high;
    *why = "the operands have no order";
    if (any_absent(c, result))
        return true;
    if (!items_order(c, operand(c, 1), operand(c, 0), &low) ||
        !items_order(c, operand(c, 0), operand(c, 2), &high))
        return false;
    *result = item_truth(low <= 0 && high <= 0);
    return true;
}

/* There is one way to write a value, so equal values are equal texts. */
bool op_equal(struct checker *c, struct item *result, const char **why)
{
    *why = "the operands are of two kinds";
    if (any_absent(c, result))
        return true;
    if (operand(c, 0)->kind != operand(c, 1)->kind)
        return false;
    *result = item_truth(item_same(operand(c, 0), operand(c, 1)));
    return true;
}

/* One operand that decides is enough, whatever is not known of the others; so what is
 * missing may still decide, whatever is n/a. */
static bool decide(struct checker *c, struct item *result, const char **why, bool decides)
{
    *why = "an operand is neither yes nor no";
    for (size_t i = 0; i < c->line.operands; i++) {
        const struct item *x = operand(c, i);
        if (x->kind == ITEM_TRUTH ? x->n == decides : x->kind != ITEM_ABSENT) {
            *result = item_truth(decides);
            return x->kind == ITEM_TRUTH;
        }
    }
    if (!any_absent(c, result))
        *result = item_truth(!decides);
    for (size_t i = 0; i < c->line.operands; i++)
        if (operand(c, i)->kind == ITEM_ABSENT && operand(c, i)->n == ABSENT_MISSING)
            *result = item_absent(ABSENT_MISSING);
    return true;
}

bool op_and(struct checker *c, struct item *result, const char **why)
{
    return decide(c, result, why, false);
}

bool op_or(struct checker *c, struct item *result, const char **why)
{
    return decide(c, result, why, true);
}

bool op_not(struct checker *c, struct item *result, const char **why)
{
    *why = "the operand is neither yes nor no";
    if (any_absent(c, result))
        return true;
    *result = item_truth(!operand(c, 0)->n);
    return operand(c, 0)->kind == ITEM_TRUTH;
}

bool op_count(struct checker *c, struct item *result, const char **why)
{
    size_t n = 0;
    *why = "an operand is neither yes nor no";
    if (any_absent(c, result))
        return true;
    for (size_t i = 0; i < c->line.operands; i++) {
        if (operand(c, i)->kind != ITEM_TRUTH)
            return false;
        n += operand(c, i)->n != 0;
    }
    *result = item_count(c, n);
    return true;
}

bool op_distinct(struct checker *c, struct item *result, const char **why)
{
    struct map seen = map_in(c->scratch);
    enum item_kind kind = ITEM_ABSENT;
    *why = "the operands are of several kinds";
    if (any_absent(c, result))
        return true;
    for (size_t i = 0; i < c->line.operands; i++) {
        const struct item *x = operand(c, i);
        if (x->kind == ITEM_ABSENT)
            continue;
        if (kind != ITEM_ABSENT && kind != x->kind)
            return false;
        kind = x->kind;
        map_put(&seen, item_words(c->scratch, x), 0);
    }
    *result = item_count(c, seen.n);
    return true;
}

/* --- sets ------------------------------------------------------------------------------------ */

static bool has(const struct item *set, struct text wanted)
{
    struct text element;
    for (size_t at = 0; item_element(set, &at, &element);)
        if (text_equal(element, wanted))
            return true;
    return false;
}

bool op_member(struct checker *c, struct item *result, const char **why)
{
    const struct item *x = operand(c, 0), *set = operand(c, 1);
    *why = "the operands are no text and set";
    if (any_absent(c, result))
        return true;
    *result = item_truth(has(set, x->words));
    return x->kind == ITEM_TEXT && set->kind == ITEM_SET;
}

/* How many elements there are, and how many of them the other set has; both are sorted, so one walk
 * through them is enough. */
static void walk(struct checker *c, size_t *all, size_t *shared)
{
    struct text x, y;
    size_t i = 0, k = 0;
    bool more = item_element(operand(c, 1), &k, &y);
    *all = *shared = 0;
    while (item_element(operand(c, 0), &i, &x)) {
        struct text plain = read_plain(c->scratch, x);
        ++*all;
        while (more && text_order(read_plain(c->scratch, y), plain) < 0)
            more = item_element(operand(c, 1), &k, &y);
        *shared += more && text_equal(x, y);
    }
}

static bool of_sets(struct checker *c, struct item *result, const char **why, bool all_of_them)
{
    size_t all, shared;
    *why = "the operands are no sets";
    if (any_absent(c, result))
        return true;
    if (operand(c, 0)->kind != ITEM_SET || operand(c, 1)->kind != ITEM_SET)
        return false;
    walk(c, &all, &shared);
    *result = item_truth(all_of_them ? shared == all : shared > 0);
    return true;
}

bool op_all_in(struct checker *c, struct item *result, const char **why)
{
    return of_sets(c, result, why, true);
}

bool op_any_in(struct checker *c, struct item *result, const char **why)
{
    return of_sets(c, result, why, false);
}
