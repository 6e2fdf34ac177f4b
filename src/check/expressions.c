/* Expressions: from syntax to typed meaning.
 *
 * One function a kind of node.  A part that is wrong has been reported and has the type `error`;
 * whatever is built on it is silently an error too, so that one mistake gives one message. */
#include "check/checker.h"

struct expr *expr_new(struct checker *c, enum expr_kind kind, struct span at, struct type type)
{
    static const struct value none = {.kind = VALUE_ABSENT};
    struct expr *e = ARENA_NEW(c->a, struct expr);
    e->literal = &none;
    e->kind = kind;
    e->at = at;
    e->type = type;
    e->cell = c->m->cells++;
    return e;
}

static struct expr *broken(struct checker *c, const struct node *n)
{
    return expr_new(c, EXPR_BROKEN, n->at, (struct type){.kind = TYPE_ERROR});
}

static struct expr *number_expr(struct checker *c, const struct node *n)
{
    struct expr *e = expr_new(c, EXPR_NUMBER, n->at, kind_of(TYPE_NUMBER));
    struct number value;
    bool good = check_number(c, n, &value);
    e->literal = ARENA_KEEP(c->a, struct value, value_number(value));
    e->shown = check_source(c, n->at);
    e->type.whole = number_is_whole(c->a, value);
    if (n->kind == NODE_quantity && good)
        e->type.dimension = check_unit(c, n->quantity.unit)->dimension;
    if (!good)
        e->type.kind = TYPE_ERROR;
    return e;
}

static struct expr *date_expr(struct checker *c, const struct node *n)
{
    struct date first, last;
    if (!check_date(c, n, &first, &last))
        return broken(c, n);
    bool is_month = n->kind == NODE_month;
    struct expr *e = expr_new(c, EXPR_LITERAL, n->at, kind_of(is_month ? TYPE_MONTH : TYPE_DATE));
    e->literal = ARENA_KEEP(c->a, struct value,
                            is_month ? value_month(date_month(first)) : value_date(first));
    e->shown = check_source(c, n->at);
    return e;
}

static struct expr *literal_expr(struct checker *c, const struct node *n)
{
    bool truth = n->kind == NODE_truth;
    struct expr *e = expr_new(c, EXPR_LITERAL, n->at, kind_of(truth ? TYPE_YES_NO : TYPE_TEXT));
    e->literal = ARENA_KEEP(c->a, struct value,
                            truth ? value_truth(n->truth.value) : value_text(n->string.text));
    e->shown = check_source(c, n->at);
    return e;
}

static struct expr *binary_expr(struct checker *c, const struct node *n, struct criterion *owner,
                                const struct row_scope *rows)
{
    enum op op = (enum op)n->binary.op;
    enum expr_kind kind = op <= OP_DIVIDE ? EXPR_ARITHMETIC : op == OP_IN ? EXPR_IN : EXPR_COMPARE;
    struct expr *e = expr_new(c, kind, n->at, kind_of(TYPE_YES_NO));
    e->op = op;
    e->left = check_expr(c, n->binary.left, owner, rows);
    e->right = check_expr(c, n->binary.right, owner, rows);
    if (kind == EXPR_ARITHMETIC)
        return arithmetic_expr(c, e);
    if (kind == EXPR_IN)
        return in_expr(c, e);
    compare_types(c, e);
    check_word(c, e->left, e->right);
    check_word(c, e->right, e->left);
    return e;
}

struct expr *check_condition(struct checker *c, const struct node *n, struct criterion *owner,
                             const struct row_scope *rows)
{
    struct expr *e = check_expr(c, n, owner, rows);
    if (!type_is(e, TYPE_YES_NO)) {
        condition_wanted(c, e);
        e->type.kind = TYPE_ERROR;
    }
    return e;
}

/* `size = "S" or "M"`: what is compared must be said again. */
static struct expr *check_operand(struct checker *c, const struct node *n, struct criterion *owner,
                                  const struct row_scope *rows, const struct expr *logic)
{
    const struct expr *last = logic->args.n ? logic->args.at[logic->args.n - 1] : NULL;
    bool value = n->kind == NODE_number || n->kind == NODE_percent || n->kind == NODE_quantity ||
                 n->kind == NODE_string || n->kind == NODE_date || n->kind == NODE_month;
    if (!last || last->kind != EXPR_COMPARE || !value)
        return check_condition(c, n, owner, rows);
    struct expr *e = check_expr(c, n, owner, rows);
    if (e->type.kind != TYPE_ERROR)
        diag_help(type_wanted(c, e, "yes or no"),
                  SAY(c->a, "say again what is compared: `{} {} {}`",
                      check_source(c, last->left->at), op_words(last->op), check_source(c, n->at)));
    e->type.kind = TYPE_ERROR;
    return e;
}

static struct expr *logic_expr(struct checker *c, const struct node *n, struct criterion *owner,
                               const struct row_scope *rows)
{
    struct expr *e = expr_new(c, EXPR_LOGIC, n->at, kind_of(TYPE_YES_NO));
    e->op = (enum op)n->logic.op;
    for (size_t i = 0; i < n->logic.operands.n; i++) {
        struct expr *operand = check_operand(c, n->logic.operands.at[i], owner, rows, e);
        LIST_ADD(c->a, &e->args, operand);
    }
    return e;
}

static struct expr *given_expr(struct checker *c, const struct node *n, struct criterion *owner,
                               const struct row_scope *rows)
{
    struct expr *e = expr_new(c, EXPR_GIVEN, n->at, kind_of(TYPE_YES_NO));
    e->left = check_expr(c, n->given.operand, owner, rows);
    const struct fact *f = expr_fact(e->left);
    if (e->left->type.kind == TYPE_ERROR || (f && f->optional))
        return e;
    struct diag *g = DIAG_ADD(c->d, K0406, n->at, check_source(c, e->left->at));
    if (f) {
        diag_label(
            c->d, g, f->at,
            TEXT("declared here without `optional`: a missing value means that nobody knows"));
        diag_help(g,
                  SAY(c->a, "declare `{}` as optional if having no value is an answer", f->path));
    } else
        diag_help(g, TEXT("`is given` asks whether an optional fact has a value"));
    return e;
}

/* An expression that keeps the type and unit of its one operand, a number. */
static struct expr *like_operand(struct checker *c, enum expr_kind kind, const struct node *n,
                                 const struct node *operand, struct criterion *owner,
                                 const struct row_scope *rows)
{
    struct expr *e = expr_new(c, kind, n->at, kind_of(TYPE_ERROR));
    e->left = check_expr(c, operand, owner, rows);
    if (!type_is(e->left, TYPE_NUMBER))
        type_wanted(c, e->left, "a number");
    else
        e->type = e->left->type;
    e->unit = e->left->unit;
    return e;
}

static struct expr *rounded_expr(struct checker *c, const struct node *n, struct criterion *owner,
                                 const struct row_scope *rows)
{
    struct expr *e = like_operand(c, EXPR_ROUND, n, n->rounded.value, owner, rows);
    e->rounding = ARENA_KEEP(c->a, struct rounding, check_rounding(c, n->rounded.rounding));
    e->type.whole = number_is_whole(c->a, e->rounding->step);
    return e;
}

static struct expr *denial_expr(struct checker *c, const struct node *n, struct criterion *owner,
                                const struct row_scope *rows)
{
    struct expr *e = expr_new(c, EXPR_NOT, n->at, kind_of(TYPE_YES_NO));
    e->left = check_condition(c, n->denial.operand, owner, rows);
    return e;
}

static void number_wanted(struct checker *c, const struct expr *x, const char *sign)
{
    struct diag *g = type_wanted(c, x, "a number");
    if (x->type.kind == TYPE_DATE || x->type.kind == TYPE_MONTH)
        diag_help(g, SAY(c->a, "of two dates write `if a {} b then a else b`", text_of(sign)));
}

/* `min(a, b)` and `max(a, b)`: numbers of one unit. */
static struct expr *extreme_expr(struct checker *c, const struct node *n, struct criterion *owner,
                                 const struct row_scope *rows)
{
    struct expr *e = expr_new(c, EXPR_EXTREME, n->at, kind_of(TYPE_NUMBER));
    e->aggregate = (enum aggregate_kind)n->extreme.kind;
    bool good = true;
    const struct expr *first = NULL; /* a bare 0 fits every unit and says nothing of the others */
    for (size_t i = 0; i < n->extreme.operands.n; i++) {
        struct expr *x = check_expr(c, n->extreme.operands.at[i], owner, rows);
        LIST_ADD(c->a, &e->args, x);
        if (!type_is(x, TYPE_NUMBER))
            number_wanted(c, x, e->aggregate == AGGREGATE_MIN ? "<" : ">");
        first = first ? first : x;
        good = good && x->type.kind == TYPE_NUMBER && units_agree(c, first, x, n->at, "compare");
        first = first->type.dimension ? first : x;
        e->unit = e->unit ? e->unit : x->unit;
        e->type.dimension = e->type.dimension ? e->type.dimension : x->type.dimension;
        e->type.ratio = (i == 0 || e->type.ratio) && x->type.ratio;
        e->type.whole = (i == 0 || e->type.whole) && x->type.whole;
    }
    if (!good)
        e->type.kind = TYPE_ERROR;
    return e;
}

static struct expr *score_expr(struct checker *c, const struct node *n)
{
    struct expr *e = expr_new(c, EXPR_SCORE, n->at, kind_of(TYPE_NUMBER));
    e->criterion = check_criterion_named(c, n->score_of.id);
    if (!e->criterion) {
        e->kind = EXPR_BROKEN;
        e->type.kind = TYPE_ERROR;
    }
    return e;
}

static struct expr *check_kind(struct checker *c, const struct node *n, struct criterion *owner,
                               const struct row_scope *rows)
{
    switch (n->kind) {
    case NODE_number:
    case NODE_percent:
    case NODE_quantity:
        return number_expr(c, n);
    case NODE_date:
    case NODE_month:
        return date_expr(c, n);
    case NODE_string:
    case NODE_truth:
        return literal_expr(c, n);
    case NODE_path:
        return check_path(c, n, owner, rows);
    case NODE_negation:
        return like_operand(c, EXPR_NEGATE, n, n->negation.operand, owner, rows);
    case NODE_binary:
        return binary_expr(c, n, owner, rows);
    case NODE_logic:
        return logic_expr(c, n, owner, rows);
    case NODE_denial:
        return denial_expr(c, n, owner, rows);
    case NODE_range:
        return range_expr(c, n, owner, rows);
    case NODE_given:
        return given_expr(c, n, owner, rows);
    case NODE_choice:
        return check_choice(c, n, owner, rows);
    case NODE_table:
        return check_table_of_cases(c, n, owner, rows);
    case NODE_aggregate:
        return check_aggregate(c, n, owner, rows);
    case NODE_all_in:
        return check_all_in(c, n, owner, rows);
    case NODE_extreme:
        return extreme_expr(c, n, owner, rows);
    case NODE_of_parts:
        return check_parts(c, n, owner);
    case NODE_score_of:
        return score_expr(c, n);
    case NODE_rounded:
        return rounded_expr(c, n, owner, rows);
    case NODE_days:
        return check_days(c, n, owner, rows);
    case NODE_call:
        return check_call(c, n, owner, rows);
    case NODE_shifted:
        return check_shifted(c, n, owner, rows);
    case NODE_part_of_date:
        return check_date_part(c, n, owner, rows);
    default:
        return broken(c, n); /* a broken node: reported where it was parsed */
    }
}

static void report_too_many(struct checker *c, const struct node *n)
{
    struct diag *g = DIAG_ADD(c->d, K0206, n->at, text_number(c->a, EXPRESSIONS));
    diag_help(g, TEXT("a formula counts with all that stands in it each time it is used: name what "
                      "is used again with `let`"));
}

struct expr *check_expr(struct checker *c, const struct node *n, struct criterion *owner,
                        const struct row_scope *rows)
{
    if (c->depth >= CHAIN_DEPTH) {
        if (!c->deep_said)
            DIAG_ADD(c->d, K0205, n->at, text_number(c->a, CHAIN_DEPTH));
        c->deep_said = true;
        return broken(c, n);
    }
    if (c->m->cells >= EXPRESSIONS) {
        if (!c->expressions_said)
            report_too_many(c, n);
        c->expressions_said = true;
        return broken(c, n);
    }
    c->depth++;
    struct expr *e = check_kind(c, n, owner, rows);
    c->depth--;
    return e;
}

struct expr *check_expr_of(struct checker *c, const struct node *n, struct criterion *owner,
                           enum type_kind wanted)
{
    static const char *const words[] = {
        [TYPE_NUMBER] = "a number", [TYPE_YES_NO] = "yes or no", [TYPE_DATE] = "a date",
        [TYPE_MONTH] = "a month",   [TYPE_TEXT] = "a text",      [TYPE_SET] = "a set",
        [TYPE_RANGE] = "a range",   [TYPE_TABLE] = "a table",    [TYPE_ERROR] = ""};
    struct expr *e = check_expr(c, n, owner, NULL);
    if (!type_is(e, wanted)) {
        if (wanted == TYPE_YES_NO)
            condition_wanted(c, e);
        else
            type_wanted(c, e, words[wanted]);
        e->type.kind = TYPE_ERROR;
    }
    return e;
}

/* What is done is a date (done on it), a yes/no, a condition, or several of these. */
struct expr *check_done(struct checker *c, const struct node *n, struct criterion *owner)
{
    if (n->kind == NODE_logic) {
        struct expr *e = expr_new(c, EXPR_LOGIC, n->at, kind_of(TYPE_YES_NO));
        e->op = (enum op)n->logic.op;
        for (size_t i = 0; i < n->logic.operands.n; i++)
            LIST_ADD(c->a, &e->args, check_done(c, n->logic.operands.at[i], owner));
        return e;
    }
    struct expr *e = check_expr(c, n, owner, NULL);
    if (!type_is(e, TYPE_DATE) && !type_is(e, TYPE_YES_NO)) {
        type_wanted(c, e, "a date, or yes or no");
        e->type.kind = TYPE_ERROR;
    }
    return e;
}
