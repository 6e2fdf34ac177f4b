/* Terms: the same meaning as eval/expressions.c gives, kind by kind.
 *
 * What is absent travels as there, but for conditions: where one waits for something, what can
 * still be might decide it, and only eval/ knows what that is. */
#include "plan/inside.h"

struct held held_whole(int64_t whole)
{
    return (struct held){.is = true, .whole = whole};
}

struct held held_absent(enum absence absence)
{
    return (struct held){.absence = absence};
}

struct held declined(struct plan_run *r)
{
    r->declined = true;
    return held_absent(ABSENCE_UNDEFINED);
}

struct held held_number(struct plan_run *r, struct number n)
{
    return n.bottom ? (struct held){.is = true, .number = n} : declined(r);
}

struct held term_operand(struct plan_run *r, const struct term *t)
{
    struct held h = term_held(r, t);
    if (!h.is && h.absence == ABSENCE_NONE)
        h.absence = ABSENCE_UNDEFINED;
    return h;
}

/* The absence of two operands, of which at least one is absent: the stronger one. */
static struct held absence_of(struct held x, struct held y)
{
    return x.is ? y : y.is || x.absence >= y.absence ? x : y;
}

/* The same where one of them alone may still decide: see value_doubt_of. */
static struct held doubt_of(struct held x, struct held y)
{
    struct held all = absence_of(x, y);
    bool missing =
        (!x.is && x.absence == ABSENCE_MISSING) || (!y.is && y.absence == ABSENCE_MISSING);
    return missing ? held_absent(ABSENCE_MISSING) : all;
}

/* --- facts ---------------------------------------------------------------------------------- */

static struct held fact_held(struct plan_run *r, const struct term *t)
{
    const struct slot *s = &r->slots[t->index];
    if (t->kind == TERM_FACT_GIVEN && (s->given || t->optional))
        return held_whole(s->given);
    if (!s->given)
        return held_absent(t->optional ? ABSENCE_NONE : ABSENCE_MISSING);
    if (t->kind == TERM_FACT_NUMBER)
        return (struct held){
            .is = true,
            .number = number_small((wide)s->value * (int64_t)t->number.top, t->number.bottom)};
    return held_whole(t->kind == TERM_FACT_WORD ? t->words[s->value] : s->value);
}

static struct held kept_held(struct plan_run *r, const struct term *t)
{
    struct kept *k = &r->kept[t->index];
    if (k->turn != r->turn)
        *k = (struct kept){r->turn, term_held(r, t->left)};
    return k->value;
}

static struct held score_held(struct plan_run *r, const struct term *t)
{
    if (judge(r, t->index).dropped)
        return held_absent(ABSENCE_NA);
    if (r->declined)
        return declined(r); /* there is no score */
    return (struct held){.is = true, .number = score_number(&r->out[t->index])};
}

/* --- calculations --------------------------------------------------------------------------- */

static struct held arithmetic(struct plan_run *r, const struct term *t)
{
    struct held x = term_operand(r, t->left), y = term_operand(r, t->right);
    if (!x.is || !y.is)
        return absence_of(x, y);
    switch ((unsigned)t->kind) {
    case TERM_ADD:
        return held_number(r, number_add(r->scratch, x.number, y.number));
    case TERM_SUBTRACT:
        return held_number(r, number_subtract(r->scratch, x.number, y.number));
    case TERM_MULTIPLY:
        return held_number(r, number_multiply(r->scratch, x.number, y.number));
    default:
        if (!number_sign(y.number))
            return held_absent(ABSENCE_UNDEFINED);
        return held_number(r, number_divide(r->scratch, x.number, y.number));
    }
}

static struct held negate(struct plan_run *r, const struct term *t)
{
    struct held h = term_operand(r, t->left);
    return h.is ? held_number(r, number_negate(r->scratch, h.number)) : h;
}

static struct held extreme(struct plan_run *r, const struct term *t)
{
    struct held best = term_operand(r, t->args.at[0]);
    for (size_t i = 1; i < t->args.n; i++) {
        struct held h = term_operand(r, t->args.at[i]);
        if (!best.is || !h.is)
            best = absence_of(best, h);
        else
            best.number = (t->most ? number_most : number_least)(r->scratch, best.number, h.number);
    }
    return best;
}

static struct held rounded(struct plan_run *r, const struct term *t)
{
    const struct rounding *how = t->of->rounding;
    struct held h = term_operand(r, t->left);
    return h.is ? held_number(r, number_round(r->scratch, h.number, how->step, how->mode)) : h;
}

/* --- conditions ----------------------------------------------------------------------------- */

/* What waits for something: n/a is the whole of it, else eval/ knows whether it is decided. */
static struct held undecided(struct plan_run *r, struct held absent)
{
    return absent.absence == ABSENCE_NA ? absent : declined(r);
}

static int order_held(struct plan_run *r, bool numbers, struct held x, struct held y)
{
    if (numbers)
        return number_order(r->scratch, x.number, y.number);
    return (x.whole > y.whole) - (x.whole < y.whole);
}

static bool has_order(enum op op, int order)
{
    switch ((unsigned)op) {
    case OP_EQ:
        return order == 0;
    case OP_NE:
        return order != 0;
    case OP_LT:
        return order < 0;
    case OP_LE:
        return order <= 0;
    case OP_GT:
        return order > 0;
    default:
        return order >= 0;
    }
}

static struct held compare(struct plan_run *r, const struct term *t)
{
    struct held x = term_operand(r, t->left), y = term_operand(r, t->right);
    if (!x.is || !y.is)
        return undecided(r, absence_of(x, y));
    return held_whole(has_order(t->op, order_held(r, t->kind == TERM_ORDER_NUMBERS, x, y)));
}

static struct held among(struct plan_run *r, const struct term *t)
{
    bool numbers = t->kind == TERM_AMONG_NUMBERS;
    struct held x = term_operand(r, t->left);
    if (!x.is)
        return undecided(r, x);
    struct held low = term_operand(r, t->args.at[0]), high = term_operand(r, t->args.at[1]);
    if (!low.is || !high.is)
        return undecided(r, absence_of(low, high));
    return held_whole(order_held(r, numbers, low, x) <= 0 && order_held(r, numbers, x, high) <= 0);
}

static struct held in_month(struct plan_run *r, const struct term *t)
{
    struct held x = term_operand(r, t->left);
    if (!x.is)
        return undecided(r, x);
    struct held month = term_operand(r, t->right);
    if (!month.is)
        return month;
    return held_whole(date_month((struct date){(int32_t)x.whole}).month == month.whole);
}

static struct held logic(struct plan_run *r, const struct term *t)
{
    bool decides = t->op == OP_OR;
    struct held all = held_whole(!decides);
    for (size_t i = 0; i < t->args.n; i++) {
        struct held h = term_operand(r, t->args.at[i]);
        if (h.is && (h.whole != 0) == decides)
            return h;
        if (!h.is)
            all = doubt_of(all, h);
    }
    return all;
}

static struct held deny(struct plan_run *r, const struct term *t)
{
    struct held h = term_operand(r, t->left);
    return h.is ? held_whole(!h.whole) : h;
}

static struct held given(struct plan_run *r, const struct term *t)
{
    struct held h = term_held(r, t->left);
    if (!h.is && h.absence != ABSENCE_NONE)
        return h;
    return held_whole(h.is);
}

/* --- choices -------------------------------------------------------------------------------- */

static struct held choose(struct plan_run *r, const struct term *t)
{
    struct held when = term_operand(r, t->left);
    return when.is ? term_held(r, when.whole ? t->right : t->third) : declined(r);
}

static size_t named_row(const struct choices *c, int64_t word)
{
    size_t otherwise = 0;
    for (size_t i = 0; i < c->rows.n; i++) {
        for (size_t k = 0; k < c->rows.at[i].keys.n; k++)
            if (c->rows.at[i].keys.at[k] == word)
                return i;
        if (c->rows.at[i].otherwise)
            otherwise = i;
    }
    return otherwise;
}

/* See first_row of eval/cases.c. */
static size_t first_row(struct plan_run *r, const struct choices *c, struct held *when)
{
    struct held na = held_whole(0);
    for (size_t i = 0; i < c->rows.n; i++) {
        const struct term *t = c->rows.at[i].when;
        *when = t ? term_operand(r, t) : held_whole(1);
        if (c->na_is_no && !when->is && when->absence == ABSENCE_NA)
            na = *when;
        else if (!when->is || when->whole)
            return i;
    }
    *when = na;
    return c->rows.n;
}

bool choices_row(struct plan_run *r, const struct choices *c, size_t *row, struct held *absent)
{
    *row = 0;
    if (c->by) {
        *absent = term_operand(r, c->by);
        if (absent->is)
            *row = named_row(c, absent->whole);
    } else
        *row = first_row(r, c, absent);
    return absent->is && *row < c->rows.n;
}

static struct held in_case(struct plan_run *r, const struct term *t)
{
    size_t row;
    struct held absent;
    return choices_row(r, t->cases, &row, &absent) ? term_held(r, t->args.at[row]) : declined(r);
}

/* --- dates ---------------------------------------------------------------------------------- */

static struct held count_days(struct plan_run *r, const struct term *t)
{
    struct held after = term_operand(r, t->left), until = term_operand(r, t->right);
    if (!after.is || !until.is)
        return absence_of(after, until);
    struct held days =
        days_between(r, t->of->day_unit, after.whole, t->of->left->type.kind == TYPE_MONTH,
                     until.whole, t->of->right->type.kind == TYPE_MONTH);
    return days.is ? held_number(r, number_of(days.whole)) : days;
}

static struct held date_part(struct plan_run *r, const struct term *t)
{
    struct held h = term_operand(r, t->left);
    return h.is ? date_part_of(t, h.whole) : h;
}

/* --- one function a kind -------------------------------------------------------------------- */

struct held term_held(struct plan_run *r, const struct term *t)
{
    switch (t->kind) {
    case TERM_NUMBER:
        return (struct held){.is = true, .number = t->number};
    case TERM_WHOLE:
        return held_whole(t->whole);
    case TERM_FACT_NUMBER:
    case TERM_FACT_WHOLE:
    case TERM_FACT_WORD:
    case TERM_FACT_GIVEN:
        return fact_held(r, t);
    case TERM_KEPT:
        return kept_held(r, t);
    case TERM_SCORE:
        return score_held(r, t);
    case TERM_PARTS:
        return parts_held(r, t);
    case TERM_NEGATE:
        return negate(r, t);
    case TERM_ADD:
    case TERM_SUBTRACT:
    case TERM_MULTIPLY:
    case TERM_DIVIDE:
        return arithmetic(r, t);
    case TERM_ORDER_NUMBERS:
    case TERM_ORDER_WHOLES:
        return compare(r, t);
    case TERM_LOGIC:
        return logic(r, t);
    case TERM_NOT:
        return deny(r, t);
    case TERM_AMONG_NUMBERS:
    case TERM_AMONG_WHOLES:
        return among(r, t);
    case TERM_IN_MONTH:
        return in_month(r, t);
    case TERM_GIVEN:
        return given(r, t);
    case TERM_IF:
        return choose(r, t);
    case TERM_EXTREME:
        return extreme(r, t);
    case TERM_ROUND:
        return rounded(r, t);
    case TERM_DAYS:
        return count_days(r, t);
    case TERM_SHIFT:
        return days_shifted(r, t);
    case TERM_DATE_PART:
        return date_part(r, t);
    case TERM_CASES:
        return in_case(r, t);
    case TERM_NEVER:
        break;
    }
    return declined(r);
}
