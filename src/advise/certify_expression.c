/* Expressions: the value of each is in its cell; the steps say from what it follows. */
#include <string.h>

#include "advise/certifying.h"

struct derived certify_fact(struct certifying *c, const struct fact *f)
{
    struct derived *kept = &c->fact[f->index];
    const struct fact_entry *entry = &c->o->facts->entry[f->index];
    if (!kept->step)
        *kept = derive(c, "fact", (struct operands){NULL, 0}, entry->value,
                       (struct beside){.name = f->path,
                                       .words = source_text(c->m->sources, entry->at),
                                       .at = entry->at});
    return *kept;
}

static struct derived of_literal(struct certifying *c, const struct expr *e)
{
    struct text words = source_text(c->m->sources, e->at);
    return derive(c, "rule", (struct operands){NULL, 0}, *e->literal,
                  (struct beside){.words = words, .at = e->at});
}

static struct derived of_column(struct certifying *c, const struct expr *e)
{
    const struct fact *f = e->column;
    const struct table *t = c->o->facts->entry[f->table->index].value.table;
    size_t row = c->row[e->level];
    const struct table_cell *cell = &t->at[row * t->columns + f->cell];
    return derive(
        c, "cell", (struct operands){NULL, 0}, cell->value,
        (struct beside){.table = f->table->path, .name = f->path, .row = row + 1, .at = cell->at});
}

/* The rows that are looked at, while something else is that may look at others. */
struct looking {
    unsigned rows;
    const struct expr *over[CERTIFY_ROWS];
    size_t row[CERTIFY_ROWS];
};

static struct looking look_away(struct certifying *c, unsigned depth)
{
    struct looking at = {.rows = c->rows};
    memcpy(at.over, c->over, sizeof at.over);
    memcpy(at.row, c->row, sizeof at.row);
    c->rows = depth;
    return at;
}

static void look_back(struct certifying *c, const struct looking *at)
{
    c->rows = at->rows;
    memcpy(c->over, at->over, sizeof at->over);
    memcpy(c->row, at->row, sizeof at->row);
    for (unsigned i = 0; i < at->rows; i++)
        outcome_enter_row(c->o, i, at->over[i], at->row[i]);
}

/* With fewer tables around it. */
static struct derived at_depth(struct certifying *c, unsigned depth, const struct expr *e)
{
    struct looking at = look_away(c, depth);
    struct derived d = certify_expr(c, e);
    look_back(c, &at);
    return d;
}

static struct derived of_call(struct certifying *c, const struct expr *e)
{
    for (size_t i = 0; c->rows && i < e->args.n; i++)
        c->known[e->args.at[i]->cell].step = 0; /* of another row */
    return certify_expr(c, e->left);
}

/* Once for each use of the formula, as its cell. */
static struct derived of_parameter(struct certifying *c, const struct expr *e)
{
    struct derived *kept = &c->known[e->argument->cell];
    if (!kept->step)
        *kept = at_depth(c, e->level, e->argument);
    return *kept;
}

static struct derived of_arithmetic(struct certifying *c, const struct expr *e)
{
    static const char *const operations[] = {[OP_ADD] = "add",
                                             [OP_SUBTRACT] = "subtract",
                                             [OP_MULTIPLY] = "multiply",
                                             [OP_DIVIDE] = "divide"};
    struct derived x = certify_expr(c, e->left), y = certify_expr(c, e->right);
    return derive_value_of_two(c, operations[e->op], x, y, e);
}

struct derived derive_absence(struct certifying *c, struct derived because, const struct expr *e)
{
    struct value is = outcome_value(c->o, e);
    enum absence strongest =
        because.is.absence == ABSENCE_NONE ? ABSENCE_UNDEFINED : because.is.absence;
    if (!value_is_absent(is) || is.absence != strongest)
        return certify_refuse(c, NULL, TEXT("something is known although it waits for a fact"));
    return derive_value(c, "absence", because, e);
}

static struct derived of_if(struct certifying *c, const struct expr *e)
{
    struct derived when = certify_expr(c, e->left);
    if (value_is_absent(when.is))
        return derive_absence(c, when, e);
    bool yes = when.is.truth;
    struct derived chosen = certify_expr(c, yes ? e->right : e->third);
    return derive_value_of_two(c, "choose", yes ? when : derive_not(c, when), chosen, e);
}

static struct derived of_extreme(struct certifying *c, const struct expr *e)
{
    struct steps of = {0};
    for (size_t i = 0; i < e->args.n; i++)
        steps_add(c, &of, certify_expr(c, e->args.at[i]));
    return derive_at(c, e->aggregate == AGGREGATE_MIN ? "min" : "max", steps_all(&of),
                     outcome_value(c->o, e), e->at);
}

static struct derived of_rounding(struct certifying *c, const struct expr *e)
{
    struct derived x = certify_expr(c, e->left);
    struct derived step = derive_rule(c, e->rounding->step, TEXT("round to"), e->rounding->at);
    return derive(c, "round", OPERANDS(x.step, step.step), outcome_value(c->o, e),
                  (struct beside){.how = certify_mode(e->rounding->mode), .at = e->at});
}

static struct derived of_days(struct certifying *c, const struct expr *e)
{
    struct derived after = certify_expr(c, e->left), until = certify_expr(c, e->right);
    return derive_between(c, e->day_unit, after, until, outcome_value(c->o, e), e->at);
}

static struct derived of_shift(struct certifying *c, const struct expr *e)
{
    static const char *const operations[] = {
        [UNIT_DAY] = "days on", [UNIT_WORKING_DAY] = "working days on", [UNIT_MONTH] = "months on"};
    struct derived n = certify_expr(c, e->left), from = certify_expr(c, e->right);
    struct value less = n.is;
    if (less.kind == VALUE_NUMBER)
        less = value_number(number_negate(c->a, less.number));
    if (e->back)
        n = derive_at(c, "negate", OPERANDS(n.step), less, e->at);
    if (from.is.kind == VALUE_MONTH && e->day_unit != UNIT_MONTH)
        from = derive_at(c, e->back ? "first day" : "last day", OPERANDS(from.step),
                         model_date_part(e->back ? PART_START : PART_END, from.is), e->at);
    return derive_value_of_two(c, operations[e->day_unit], n, from, e);
}

static struct derived of_date_part(struct certifying *c, const struct expr *e)
{
    static const char *const operations[] = {
        [PART_START] = "first day", [PART_END] = "last day", [PART_MONTH] = "month"};
    return derive_value(c, operations[e->date_part], certify_expr(c, e->left), e);
}

/* A score never depends on the row that asks for it.  Of one that there is not, what stopped it. */
static struct derived of_score(struct certifying *c, const struct expr *e)
{
    struct looking at = look_away(c, 0);
    const struct certified *of = certify_criterion(c, e->criterion);
    look_back(c, &at);
    if (of->score.step && !of->score.left_out)
        return of->score;
    return derive_no_score(c, e->criterion,
                           OPERANDS(of->score.step ? of->score.step : of->absent.step),
                           outcome_value(c->o, e), e->at);
}

static struct derived of_parts(struct certifying *c, const struct expr *e)
{
    struct looking at = look_away(c, 0);
    struct derived d = certify_parts(c, e);
    look_back(c, &at);
    return d;
}

static struct derived of_kind(struct certifying *c, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_NUMBER:
    case EXPR_LITERAL:
        return of_literal(c, e);
    case EXPR_FACT:
        return certify_fact(c, e->fact);
    case EXPR_COLUMN:
        return of_column(c, e);
    case EXPR_LET:
        return at_depth(c, 0, e->let->value);
    case EXPR_CALL:
        return of_call(c, e);
    case EXPR_PARAMETER:
        return of_parameter(c, e);
    case EXPR_SCORE:
        return of_score(c, e);
    case EXPR_NEGATE:
        return derive_value(c, "negate", certify_expr(c, e->left), e);
    case EXPR_ARITHMETIC:
        return of_arithmetic(c, e);
    case EXPR_COMPARE:
        return certify_comparison(c, e);
    case EXPR_LOGIC:
        return certify_logic(c, e);
    case EXPR_NOT:
        return derive_value(c, "not", certify_expr(c, e->left), e);
    case EXPR_IN:
        return certify_in(c, e);
    case EXPR_GIVEN:
        return derive_value(c, "given", certify_expr(c, e->left), e);
    case EXPR_IF:
        return of_if(c, e);
    case EXPR_AGGREGATE:
        return certify_aggregate(c, e);
    case EXPR_QUANTIFIED:
        return certify_quantified(c, e);
    case EXPR_EXTREME:
        return of_extreme(c, e);
    case EXPR_PARTS:
        return of_parts(c, e);
    case EXPR_ROUND:
        return of_rounding(c, e);
    case EXPR_DAYS:
        return of_days(c, e);
    case EXPR_SHIFT:
        return of_shift(c, e);
    case EXPR_DATE_PART:
        return of_date_part(c, e);
    case EXPR_TABLE:
        return certify_table(c, e);
    case EXPR_RANGE:
    case EXPR_BROKEN:
        break; /* only behind `in`; never in a model */
    }
    return (struct derived){0};
}

struct derived certify_expr(struct certifying *c, const struct expr *e)
{
    bool same = !c->rows || e->kind == EXPR_NUMBER || e->kind == EXPR_LITERAL ||
                e->kind == EXPR_FACT || e->kind == EXPR_LET;
    struct derived *kept = &c->known[e->cell];
    if (same && kept->step)
        return *kept;
    struct derived d = of_kind(c, e);
    if (same)
        *kept = d;
    return d;
}
