/* Conditions with only one answer, and divisions by nothing.
 *
 * Every expression is judged once, operands first, a let when it is first used.  What is reported
 * is the smallest comparison that decides; what follows from it is not said again.  A comparison of
 * constants by name is a setting that somebody may change, and says nothing. */
#include "check/ranges.h"

static enum verdict judge(struct checker *c, const struct expr *e);

static void judge_operand(void *user, const struct expr *e)
{
    judge(user, e);
}

static enum verdict verdict_of(bool answer)
{
    return answer ? VERDICT_YES : VERDICT_NO;
}

static enum verdict opposite(enum verdict v)
{
    return v == VERDICT_OPEN ? v : verdict_of(v == VERDICT_NO);
}

/* --- comparisons ---------------------------------------------------------------------------- */

static bool is_literal(const struct expr *e)
{
    return e->kind == EXPR_NUMBER || e->kind == EXPR_LITERAL;
}

static bool has_order(const struct expr *e)
{
    return e->type.kind == TYPE_NUMBER || e->type.kind == TYPE_DATE || e->type.kind == TYPE_MONTH ||
           e->type.kind == TYPE_YES_NO;
}

static bool is_same_thing(const struct expr *x, const struct expr *y)
{
    if (x->kind != y->kind)
        return false;
    return (x->kind == EXPR_FACT && x->fact == y->fact) ||
           (x->kind == EXPR_COLUMN && x->column == y->column && x->level == y->level) ||
           (x->kind == EXPR_LET && x->let == y->let) ||
           (x->kind == EXPR_SCORE && x->criterion == y->criterion);
}

/* What is known of one side: the reason why the comparison has only one answer. */
static void say_range(struct checker *c, struct diag *g, const struct expr *e)
{
    struct interval r = range_of(c, e);
    if (is_literal(e) || e->type.kind != TYPE_NUMBER || (r.low.infinite && r.high.infinite))
        return;
    const struct fact *f = e->kind == EXPR_FACT     ? e->fact
                           : e->kind == EXPR_COLUMN ? e->column
                                                    : NULL;
    struct text words = range_words(c, r, e, e->type.ratio && !e->type.dimension);
    if (f)
        diag_label(c->d, g, f->at, SAY(c->a, "declared {}", words));
    else
        diag_says(g, SAY(c->a, "`{}` is {}", check_source(c, e->at), words));
}

static void report_always(struct checker *c, const struct expr *e, enum verdict v)
{
    struct diag *g = DIAG_ADD(c->d, K0421, e->at, check_source(c, e->at),
                              v == VERDICT_YES ? TEXT("yes") : TEXT("no"));
    if (is_same_thing(e->left, e->right)) {
        diag_says(g, TEXT("both sides are the same"));
        diag_help(g, TEXT("compare it with something else"));
        return;
    }
    say_range(c, g, e->left);
    say_range(c, g, e->right);
    diag_help(g, TEXT("mend the sign or the number, or leave the condition away"));
}

static enum verdict judge_compare(struct checker *c, const struct expr *e)
{
    expr_operands(e, judge_operand, c);
    if (!has_order(e->left) && !is_same_thing(e->left, e->right))
        return VERDICT_OPEN;
    struct interval x = range_of(c, e->left), y = range_of(c, e->right);
    enum verdict v = is_same_thing(e->left, e->right)
                         ? verdict_of(e->op == OP_EQ || e->op == OP_LE || e->op == OP_GE)
                         : verdict_compare(c->a, e->op, x, y);
    bool setting = interval_is_point(c->a, x) && interval_is_point(c->a, y) &&
                   !(is_literal(e->left) && is_literal(e->right));
    if (v != VERDICT_OPEN && !setting)
        report_always(c, e, v);
    return v;
}

static enum verdict both(enum verdict x, enum verdict y)
{
    if (x == VERDICT_NO || y == VERDICT_NO)
        return VERDICT_NO;
    return x == VERDICT_YES && y == VERDICT_YES ? VERDICT_YES : VERDICT_OPEN;
}

static enum verdict judge_in(struct checker *c, const struct expr *e)
{
    expr_operands(e, judge_operand, c);
    if (e->right->kind != EXPR_RANGE)
        return VERDICT_OPEN;
    struct interval x = range_of(c, e->left), low = range_of(c, e->right->left),
                    high = range_of(c, e->right->right);
    if (verdict_compare(c->a, OP_GT, low, high) == VERDICT_YES) {
        diag_help(DIAG_ADD(c->d, K0421, e->right->at, check_source(c, e->at), TEXT("no")),
                  TEXT("the smaller end comes first"));
        return VERDICT_NO;
    }
    enum verdict v =
        both(verdict_compare(c->a, OP_GE, x, low), verdict_compare(c->a, OP_LE, x, high));
    bool setting =
        interval_is_point(c->a, x) && interval_is_point(c->a, low) && interval_is_point(c->a, high);
    if (v != VERDICT_OPEN && !setting)
        report_always(c, e, v);
    return v;
}

/* --- the rest ------------------------------------------------------------------------------- */

static enum verdict judge_logic(struct checker *c, const struct expr *e)
{
    enum verdict decides = e->op == OP_OR ? VERDICT_YES : VERDICT_NO, all = opposite(decides);
    for (size_t i = 0; i < e->args.n; i++) {
        enum verdict v = judge(c, e->args.at[i]);
        if (v == decides || all == decides)
            all = decides;
        else if (v == VERDICT_OPEN)
            all = VERDICT_OPEN;
    }
    if (all == VERDICT_OPEN && check_contradiction(c, e))
        return decides;
    return all;
}

/* A branch that is never taken is not judged: nothing in it is calculated. */
static enum verdict judge_if(struct checker *c, const struct expr *e)
{
    enum verdict when = judge(c, e->left);
    enum verdict yes = when == VERDICT_NO ? VERDICT_OPEN : judge(c, e->right);
    enum verdict no = when == VERDICT_YES ? VERDICT_OPEN : judge(c, e->third);
    if (when != VERDICT_OPEN)
        return when == VERDICT_YES ? yes : no;
    return yes == no ? yes : VERDICT_OPEN;
}

/* Rows that nothing reaches are errors, so each may be the one. */
static enum verdict judge_table(struct checker *c, const struct expr *e)
{
    cases_expressions(e->cases, judge_operand, c);
    enum verdict all = judge(c, e->args.at[0]);
    for (size_t i = 1; i < e->args.n; i++)
        if (judge(c, e->args.at[i]) != all)
            all = VERDICT_OPEN;
    return all;
}

static enum verdict judge_aggregate(struct checker *c, const struct expr *e)
{
    enum verdict where = e->right ? judge(c, e->right) : VERDICT_YES;
    if (e->left)
        judge(c, e->left);
    if (e->third)
        judge(c, e->third);
    if (e->aggregate == AGGREGATE_ALL && where == VERDICT_YES)
        return VERDICT_YES;
    return e->aggregate == AGGREGATE_ANY && where == VERDICT_NO ? VERDICT_NO : VERDICT_OPEN;
}

static enum verdict judge_arithmetic(struct checker *c, const struct expr *e)
{
    expr_operands(e, judge_operand, c);
    struct interval by = range_of(c, e->right);
    if (e->op != OP_DIVIDE || !interval_is_point(c->a, by) || end_sign(by.low))
        return VERDICT_OPEN;
    struct diag *g = DIAG_ADD(c->d, K0420, e->at, check_source(c, e->right->at));
    diag_label(c->d, g, e->right->at, TEXT("always 0"));
    diag_help(g, TEXT("a division by 0 has no result: nobody would have a score"));
    return VERDICT_OPEN;
}

static enum verdict judge_let(struct checker *c, const struct let *l)
{
    struct let_known *known = let_known(c, l);
    if (!known->judged) {
        known->judged = true;
        known->verdict = l->value ? judge(c, l->value) : VERDICT_OPEN;
    }
    return known->verdict;
}

/* What a formula asks may be settled by the values of one use; it is judged for any of them. */
static enum verdict judge_call(struct checker *c, const struct expr *e)
{
    for (size_t i = 0; i < e->args.n; i++)
        judge(c, e->args.at[i]);
    return VERDICT_OPEN;
}

static enum verdict judge(struct checker *c, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_LITERAL:
        return e->literal->kind == VALUE_TRUTH ? verdict_of(e->literal->truth) : VERDICT_OPEN;
    case EXPR_LET:
        return judge_let(c, e->let);
    case EXPR_CALL:
        return judge_call(c, e);
    case EXPR_ARITHMETIC:
        return judge_arithmetic(c, e);
    case EXPR_COMPARE:
        return judge_compare(c, e);
    case EXPR_LOGIC:
        return judge_logic(c, e);
    case EXPR_NOT:
        return opposite(judge(c, e->left));
    case EXPR_IN:
        return judge_in(c, e);
    case EXPR_IF:
        return judge_if(c, e);
    case EXPR_TABLE:
        return judge_table(c, e);
    case EXPR_AGGREGATE:
        return judge_aggregate(c, e);
    case EXPR_BROKEN:
    case EXPR_NUMBER:
    case EXPR_FACT:
    case EXPR_COLUMN:
    case EXPR_SCORE:
    case EXPR_PARAMETER:
    case EXPR_RANGE:
    case EXPR_NEGATE:
    case EXPR_GIVEN:
    case EXPR_QUANTIFIED:
    case EXPR_EXTREME:
    case EXPR_PARTS:
    case EXPR_ROUND:
    case EXPR_DAYS:
    case EXPR_SHIFT:
    case EXPR_DATE_PART:
        break;
    }
    expr_operands(e, judge_operand, c);
    return VERDICT_OPEN;
}

/* --- everything there is -------------------------------------------------------------------- */

static bool is_plain_no(const struct expr *e)
{
    if (e->kind == EXPR_LITERAL)
        return e->literal->kind == VALUE_TRUTH && !e->literal->truth;
    size_t no = 0;
    for (size_t i = 0; e->kind == EXPR_LOGIC && i < e->args.n; i++)
        no += is_plain_no(e->args.at[i]);
    return no && (e->op == OP_AND || no == e->args.n);
}

static void judge_steps(struct checker *c, const struct criterion *k)
{
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct step *s = &k->steps.at[i];
        if (is_plain_no(s->done))
            diag_help(DIAG_ADD(c->d, K0585, s->done->at, check_number_words(c, s->number)),
                      TEXT("name the fact that says when or whether it was done"));
    }
}

void check_conditions(struct checker *c, const struct criterion *k)
{
    criterion_expressions(k, judge_operand, c);
    judge_steps(c, k);
    changing_expressions(k, judge_operand, c);
}

void check_named_conditions(struct checker *c)
{
    for (size_t i = 0; i < c->m->lets.n; i++)
        judge_let(c, c->m->lets.at[i]);
    for (size_t i = 0; i < c->defines.n; i++)
        judge(c, c->defines.at[i]->body);
}
