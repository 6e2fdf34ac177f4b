/* Expressions: one small function a kind, and the store that makes every value explainable. */
#include "eval/possible.h"

struct value absent_result(struct run *r, enum cause_kind kind, const struct expr *e)
{
    return value_absent(r->a,
                        (struct cause){.kind = kind, .absence = ABSENCE_UNDEFINED, .at = e->at});
}

struct value eval_number(struct run *r, const struct expr *e, struct number n)
{
    if (!number_is_over(n))
        return value_number(n);
    LIST_ADD(r->a, &r->out->troubles, (struct trouble){.kind = TROUBLE_TOO_LARGE, .at = e->at});
    return absent_result(r, CAUSE_TOO_LARGE, e);
}

static struct value column_value(struct run *r, const struct expr *e)
{
    return r->row[e->level][e->column->cell].value;
}

/* A let means the same in every row: calculated once, not once a row and use. */
static struct value let_value(struct run *r, const struct expr *e)
{
    unsigned rows = r->rows;
    r->rows = 0;
    struct value v = eval_expr(r, e->let->value);
    r->rows = rows;
    return v;
}

/* An optional fact without a value is an answer, but nothing to calculate with. */
static const struct value *operand(struct run *r, const struct expr *e)
{
    const struct value *v = eval_cell(r, e);
    if (v->kind != VALUE_ABSENT || v->absence != ABSENCE_NONE)
        return v;
    struct cause c = *v->cause;
    c.absence = ABSENCE_UNDEFINED;
    c.at = e->at;
    struct value *undefined = ARENA_NEW(r->a, struct value);
    *undefined = value_absent(r->a, c);
    return undefined;
}

struct value eval_operand(struct run *r, const struct expr *e)
{
    return *operand(r, e);
}

/* Most of an evaluation: the operands are read where they lie, and the result is made there. */
static void arithmetic(struct run *r, const struct expr *e, struct value *out)
{
    const struct value *x = operand(r, e->left), *y = operand(r, e->right);
    if (x->kind == VALUE_ABSENT || y->kind == VALUE_ABSENT) {
        *out = value_absence_of(*x, *y);
        return;
    }
    struct number n;
    switch (e->op) {
    case OP_ADD:
        n = number_add(r->a, x->number, y->number);
        break;
    case OP_SUBTRACT:
        n = number_subtract(r->a, x->number, y->number);
        break;
    case OP_MULTIPLY:
        n = number_multiply(r->a, x->number, y->number);
        break;
    default:
        if (number_sign(y->number) == 0) {
            *out = absent_result(r, CAUSE_DIVISION, e);
            return;
        }
        n = number_divide(r->a, x->number, y->number);
    }
    *out = number_is_over(n) ? eval_number(r, e, n) : value_number(n);
}

int eval_order(struct run *r, struct value x, struct value y)
{
    if (x.kind == VALUE_NUMBER)
        return number_order(r->a, x.number, y.number);
    if (x.kind == VALUE_DATE)
        return (x.date.day > y.date.day) - (x.date.day < y.date.day);
    return (x.month.month > y.month.month) - (x.month.month < y.month.month);
}

static struct value compare(struct run *r, const struct expr *e)
{
    struct value x = eval_operand(r, e->left), y = eval_operand(r, e->right);
    if (value_is_absent(x) || value_is_absent(y))
        return possible_answer(r, e, value_absence_of(x, y));
    switch (e->op) {
    case OP_EQ:
        return value_truth(value_equal(r->a, x, y));
    case OP_NE:
        return value_truth(!value_equal(r->a, x, y));
    case OP_LT:
        return value_truth(eval_order(r, x, y) < 0);
    case OP_LE:
        return value_truth(eval_order(r, x, y) <= 0);
    case OP_GT:
        return value_truth(eval_order(r, x, y) > 0);
    default:
        return value_truth(eval_order(r, x, y) >= 0);
    }
}

/* Three-valued: one operand that decides is enough, whatever is not known about the others. */
static struct value logic(struct run *r, const struct expr *e)
{
    bool decides = e->op == OP_OR;
    struct value unknown = value_truth(!decides);
    for (size_t i = 0; i < e->args.n; i++) {
        struct value v = eval_operand(r, e->args.at[i]);
        if (v.kind == VALUE_TRUTH && v.truth == decides)
            return v;
        if (value_is_absent(v))
            unknown = value_doubt_of(unknown, v);
    }
    return unknown;
}

static struct value negate(struct run *r, const struct expr *e)
{
    struct value v = eval_operand(r, e->left);
    return value_is_absent(v) ? v : value_number(number_negate(r->a, v.number));
}

static struct value deny(struct run *r, const struct expr *e)
{
    struct value v = eval_operand(r, e->left);
    return value_is_absent(v) ? v : value_truth(!v.truth);
}

static struct value in_range(struct run *r, const struct expr *e, struct value x)
{
    struct value low = eval_operand(r, e->right->left), high = eval_operand(r, e->right->right);
    if (value_is_absent(low) || value_is_absent(high))
        return possible_answer(r, e, value_absence_of(low, high));
    return value_truth(eval_order(r, low, x) <= 0 && eval_order(r, x, high) <= 0);
}

static struct value in(struct run *r, const struct expr *e)
{
    struct value x = eval_operand(r, e->left);
    if (value_is_absent(x))
        return possible_answer(r, e, x);
    if (e->right->kind == EXPR_RANGE)
        return in_range(r, e, x);
    struct value y = eval_operand(r, e->right);
    if (value_is_absent(y))
        return y;
    if (y.kind == VALUE_SET)
        return value_truth(set_has(y.set, x.text));
    return value_truth(date_month(x.date).month == y.month.month);
}

static struct value quantified(struct run *r, const struct expr *e)
{
    struct value wanted = eval_operand(r, e->left), have = eval_operand(r, e->right);
    if (value_is_absent(wanted) || value_is_absent(have))
        return value_absence_of(wanted, have);
    return value_truth(e->aggregate == AGGREGATE_ALL ? set_has_all(have.set, wanted.set)
                                                     : set_has_any(have.set, wanted.set));
}

static struct value given(struct run *r, const struct expr *e)
{
    struct value v = eval_expr(r, e->left);
    if (v.kind == VALUE_ABSENT && v.absence != ABSENCE_NONE)
        return v;
    return value_truth(v.kind != VALUE_ABSENT);
}

static void look_for_na(void *user, const struct expr *e)
{
    bool *found = user;
    *found = *found || e->kind == EXPR_LET || e->kind == EXPR_SCORE || e->kind == EXPR_PARTS;
    expr_operands(e, look_for_na, found);
}

struct value eval_open(struct value absent, const struct expr *e)
{
    look_for_na(&absent.may_be_na, e);
    return absent;
}

static struct value choose(struct run *r, const struct expr *e)
{
    struct value when = eval_operand(r, e->left);
    if (!value_is_absent(when))
        return eval_expr(r, when.truth ? e->right : e->third);
    struct value yes = eval_expr(r, e->right), no = eval_expr(r, e->third);
    if (value_is_na(yes) && value_is_na(no))
        return yes; /* whatever is chosen */
    return eval_open(eval_open(when, e->right), e->third);
}

static struct value extreme(struct run *r, const struct expr *e)
{
    struct value best = eval_operand(r, e->args.at[0]);
    for (size_t i = 1; i < e->args.n; i++) {
        struct value v = eval_operand(r, e->args.at[i]);
        if (value_is_absent(best) || value_is_absent(v))
            best = value_absence_of(best, v);
        else
            best = value_number((e->aggregate == AGGREGATE_MIN ? number_least : number_most)(
                r->a, best.number, v.number));
    }
    return best;
}

static struct value round_value(struct run *r, const struct expr *e)
{
    struct value v = eval_operand(r, e->left);
    if (value_is_absent(v))
        return v;
    return eval_number(r, e, number_round(r->a, v.number, e->rounding->step, e->rounding->mode));
}

/* What a criterion without a score hands on to those that use it. */
struct value eval_no_score(struct run *r, const struct result *k, struct span at)
{
    struct cause cause = {.kind = CAUSE_PARTS, .what = k->criterion->path, .at = at};
    if (k->cause)
        cause = *k->cause;
    bool dropped = k->status == STATUS_DROPPED;
    cause.open = !dropped;
    if (dropped)
        cause.absence = ABSENCE_NA;
    else if (cause.absence != ABSENCE_UNDEFINED)
        cause.absence = ABSENCE_MISSING;
    struct value v = value_absent(r->a, cause);
    v.may_be_na = !dropped && (k->maybe_out || k->maybe_no_weight);
    return v;
}

static struct value score_of(struct run *r, const struct expr *e)
{
    const struct result *k = eval_criterion(r, e->criterion);
    if (result_has_score(k))
        return value_number(k->score);
    return eval_no_score(r, k, e->at);
}

static struct value eval_kind(struct run *r, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_COLUMN:
        return column_value(r, e);
    case EXPR_LET:
        return let_value(r, e);
    case EXPR_CALL:
        return eval_call(r, e);
    case EXPR_PARAMETER:
        return eval_parameter(r, e);
    case EXPR_SCORE:
        return score_of(r, e);
    case EXPR_NEGATE:
        return negate(r, e);
    case EXPR_COMPARE:
        return compare(r, e);
    case EXPR_LOGIC:
        return logic(r, e);
    case EXPR_NOT:
        return deny(r, e);
    case EXPR_IN:
        return in(r, e);
    case EXPR_GIVEN:
        return given(r, e);
    case EXPR_IF:
        return choose(r, e);
    case EXPR_AGGREGATE:
        return eval_aggregate(r, e);
    case EXPR_QUANTIFIED:
        return quantified(r, e);
    case EXPR_EXTREME:
        return extreme(r, e);
    case EXPR_PARTS:
        return eval_parts(r, e);
    case EXPR_ROUND:
        return round_value(r, e);
    case EXPR_DAYS:
        return eval_days(r, e);
    case EXPR_SHIFT:
        return eval_shift(r, e);
    case EXPR_DATE_PART:
        return eval_date_part(r, e);
    case EXPR_TABLE:
        return eval_table(r, e);
    case EXPR_NUMBER: /* see calculate */
    case EXPR_LITERAL:
    case EXPR_FACT:
    case EXPR_ARITHMETIC:
    case EXPR_RANGE: /* only behind `in` */
    case EXPR_BROKEN:
        break; /* never in a model */
    }
    return absent_result(r, CAUSE_DIVISION, e);
}

/* Of rows too, where it was asked what it can still be: that looks at many values twice. */
static struct possibly *asked_in_rows(struct run *r, const struct expr *e)
{
    return r->rows && r->asked ? r->asked[e->cell] : NULL;
}

/* Into its cell: what most expressions are is made there, not made and copied. */
static void calculate(struct run *r, const struct expr *e, struct value *cell)
{
    if (e->kind == EXPR_ARITHMETIC)
        arithmetic(r, e, cell);
    else if (e->kind == EXPR_FACT)
        *cell = r->f->entry[e->fact->index].value;
    else if (e->kind == EXPR_NUMBER || e->kind == EXPR_LITERAL)
        *cell = *e->literal;
    else
        *cell = eval_kind(r, e);
}

/* The store is also the trace: see explain/why.c.  Outside rows a value is calculated once. */
const struct value *eval_cell(struct run *r, const struct expr *e)
{
    struct possibly *asked = asked_in_rows(r, e);
    size_t turn = r->turn[r->rows];
    struct value *cell = &r->cell[e->cell];
    if (asked ? asked->value_turn == turn : !r->rows && r->needed[e->cell])
        return cell;
    calculate(r, e, cell);
    if (asked)
        asked->value_turn = turn;
    r->needed[e->cell] = true;
    return cell;
}
