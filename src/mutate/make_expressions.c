/* What one expression could say instead. */
#include "diff/comparing.h"
#include "mutate/making.h"

static struct text written(struct maker *mk, const struct expr *e)
{
    return text_folded(mk->a, source_text(mk->m->sources, e->at));
}

/* "`>=` instead of `>` in the measure of 2.1". */
static struct text instead(struct maker *mk, struct text now, struct text was)
{
    return SAY(mk->a, "`{}` instead of `{}` in {}", now, was, mk->where);
}

static void other_op(struct maker *mk, enum operator by, const struct expr *e, enum op op)
{
    struct mutant x = mutant_begin(mk, by, e->at);
    PATCH_EXPR(mk, &x, e, op, op);
    mutant_end_expr(mk, x, instead(mk, op_words(op), op_words(e->op)));
}

static void make_compare(struct maker *mk, const struct expr *e)
{
    static const enum op other[] = {[OP_EQ] = OP_NE, [OP_NE] = OP_EQ, [OP_LT] = OP_LE,
                                    [OP_LE] = OP_LT, [OP_GT] = OP_GE, [OP_GE] = OP_GT};
    other_op(mk, OPERATOR_COMPARE, e, other[e->op]);
}

static void make_arithmetic(struct maker *mk, const struct expr *e)
{
    if (e->op == OP_ADD || e->op == OP_SUBTRACT)
        other_op(mk, OPERATOR_SIGN, e, e->op == OP_ADD ? OP_SUBTRACT : OP_ADD);
}

static void make_logic(struct maker *mk, const struct expr *e)
{
    other_op(mk, OPERATOR_LOGIC, e, e->op == OP_AND ? OP_OR : OP_AND);
}

static void make_not(struct maker *mk, const struct expr *e)
{
    struct twins twins = twins_of(mk, e);
    struct mutant x = mutant_begin(mk, OPERATOR_LOGIC, e->at);
    for (size_t i = 0; i < twins.n; i++)
        mutant_patch(mk, &x, twins.at[i], twins.at[i]->left, sizeof *e);
    mutant_end_expr(mk, x, SAY(mk->a, "`not` is dropped in {}", mk->where));
}

static struct number scale_of(const struct expr *e)
{
    if (text_ends(e->shown, TEXT("%")))
        return number_ratio(1, 100);
    return e->unit ? e->unit->scale : number_of(1);
}

static void make_number(struct maker *mk, const struct expr *e, int sign)
{
    struct number scale = scale_of(e), unit = unit_of_number(mk->a, e->literal->number, scale);
    struct value value = *e->literal;
    struct text was = e->shown.n ? e->shown : number_short_words(mk->a, value.number, DECIMALS);
    value.number = number_add(mk->a, value.number, sign > 0 ? unit : number_negate(mk->a, unit));
    struct mutant x = mutant_begin(mk, OPERATOR_CONSTANT, e->at);
    const struct value *kept = ARENA_KEEP(mk->a, struct value, value);
    PATCH_EXPR(mk, &x, e, literal, kept);
    mutant_end_expr(mk, x,
                    SAY(mk->a, "{} instead of {} in {}",
                        number_like(mk->a, value.number, scale, was), was, mk->where));
}

/* --- facts ------------------------------------------------------------------------------------ */

static struct text group_of(struct text path)
{
    while (path.n && path.at[path.n - 1] != '.')
        path.n--;
    return path;
}

static bool is_plain(enum type_kind kind)
{
    return kind == TYPE_NUMBER || kind == TYPE_DATE || kind == TYPE_MONTH || kind == TYPE_YES_NO;
}

/* Somebody could have meant the one for the other. */
static bool could_be(const struct fact *f, const struct fact *other)
{
    bool unit = f->unit == other->unit ||
                (f->unit && other->unit && text_equal(f->unit->words, other->unit->words));
    return f != other && is_plain(f->type.kind) && f->type.kind == other->type.kind && unit &&
           f->optional == other->optional && text_equal(group_of(f->path), group_of(other->path));
}

/* The next one in the order declared, else the one before. */
static const struct fact *beside(const struct fact *f, struct fact *const *list, size_t n)
{
    for (size_t i = f->index + 1; i < n; i++)
        if (could_be(f, list[i]) && (!f->table || column_is_kept(list[i])))
            return list[i];
    for (size_t i = f->index; i-- > 0;)
        if (could_be(f, list[i]) && (!f->table || column_is_kept(list[i])))
            return list[i];
    return NULL;
}

static void make_fact(struct maker *mk, const struct expr *e)
{
    bool column = e->kind == EXPR_COLUMN;
    const struct fact *f = column ? e->column : e->fact;
    const struct fact *other = column ? beside(f, f->table->columns.at, f->table->columns.n)
                                      : beside(f, mk->m->facts.at, mk->m->facts.n);
    if (!other)
        return;
    struct mutant x = mutant_begin(mk, OPERATOR_FACT, e->at);
    if (column)
        PATCH_EXPR(mk, &x, e, column, other);
    else
        PATCH_EXPR(mk, &x, e, fact, other);
    mutant_end_expr(mk, x, instead(mk, other->path, f->path));
}

/* --- aggregates ------------------------------------------------------------------------------- */

static void other_aggregate(struct maker *mk, enum operator by, const struct expr *e,
                            enum aggregate_kind kind)
{
    struct mutant x = mutant_begin(mk, by, e->at);
    const struct expr *none = NULL;
    PATCH_EXPR(mk, &x, e, aggregate, kind);
    if (kind == AGGREGATE_COUNT)
        PATCH_EXPR(mk, &x, e, left, none);
    mutant_end_expr(mk, x, instead(mk, aggregate_words(kind), aggregate_words(e->aggregate)));
}

static void make_where(struct maker *mk, const struct expr *e)
{
    const struct expr *none = NULL;
    struct mutant x = mutant_begin(mk, OPERATOR_WHERE, e->right->at);
    PATCH_EXPR(mk, &x, e, right, none);
    mutant_end_expr(mk, x,
                    SAY(mk->a, "all rows count, not only those where `{}`, in {}",
                        written(mk, e->right), mk->where));
}

static void make_best(struct maker *mk, const struct expr *e, size_t best)
{
    struct mutant x = mutant_begin(mk, OPERATOR_CONSTANT, e->at);
    PATCH_EXPR(mk, &x, e, best, best);
    mutant_end_expr(mk, x,
                    SAY(mk->a, "the best {} instead of the best {} in {}",
                        text_number(mk->a, (long long)best), text_number(mk->a, (long long)e->best),
                        mk->where));
}

static void make_aggregate(struct maker *mk, const struct expr *e)
{
    static const int other[] = {
        [AGGREGATE_COUNT] = -1,
        [AGGREGATE_SHARE] = -1,
        [AGGREGATE_SUM] = -1,
        [AGGREGATE_MEAN] = AGGREGATE_MIN,
        [AGGREGATE_MIN] = AGGREGATE_MAX,
        [AGGREGATE_MAX] = AGGREGATE_MIN,
        [AGGREGATE_ALL] = AGGREGATE_ANY,
        [AGGREGATE_ANY] = AGGREGATE_ALL,
        [AGGREGATE_DISTINCT] = AGGREGATE_COUNT,
        [AGGREGATE_FIRST] = AGGREGATE_LAST,
        [AGGREGATE_LAST] = AGGREGATE_FIRST,
        [AGGREGATE_PRODUCT] = -1,
        [AGGREGATE_WEIGHTED_MEAN] = AGGREGATE_MEAN,
        [AGGREGATE_BEST] = -1,
    };
    int kind = other[e->aggregate];
    bool all = e->aggregate == AGGREGATE_ALL || e->aggregate == AGGREGATE_ANY;
    if (kind >= 0)
        other_aggregate(mk, all ? OPERATOR_LOGIC : OPERATOR_AGGREGATE, e,
                        (enum aggregate_kind)kind);
    if (e->kind == EXPR_AGGREGATE && e->right && !all && e->aggregate != AGGREGATE_SHARE)
        make_where(mk, e);
    if (e->kind != EXPR_PARTS || e->aggregate != AGGREGATE_BEST)
        return;
    if (e->best > 1)
        make_best(mk, e, e->best - 1);
    if (e->best < e->criterion->children.n)
        make_best(mk, e, e->best + 1);
}

/* --- the rest --------------------------------------------------------------------------------- */

static void make_rounded(struct maker *mk, const struct expr *e)
{
    struct other_rounding other[OTHER_ROUNDINGS];
    size_t n = other_roundings(mk, *e->rounding, other);
    for (size_t i = 0; i < n; i++) {
        struct mutant x = mutant_begin(mk, OPERATOR_ROUND, e->at);
        const struct rounding *kept = ARENA_KEEP(mk->a, struct rounding, other[i].r);
        PATCH_EXPR(mk, &x, e, rounding, kept);
        mutant_end_expr(mk, x, SAY(mk->a, "{} in {}", other[i].says, mk->where));
    }
}

static void make_table(struct maker *mk, const struct expr *e)
{
    struct twins twins = twins_of(mk, e);
    for (size_t i = 0; i + 1 < e->args.n; i++) {
        if (text_equal(words_meaning(mk->a, mk->m, e->args.at[i]),
                       words_meaning(mk->a, mk->m, e->args.at[i + 1])))
            continue;
        struct mutant x = mutant_begin(mk, OPERATOR_CASES, e->cases->rows.at[i].at);
        for (size_t j = 0; j < twins.n; j++) {
            struct expr **args = twins.at[j]->args.at;
            mutant_patch(mk, &x, &args[i], &args[i + 1], sizeof *args);
            mutant_patch(mk, &x, &args[i + 1], &args[i], sizeof *args);
        }
        mutant_end_expr(mk, x,
                        SAY(mk->a, "the results of case {} and {} are swapped in {}",
                            text_number(mk->a, (long long)i + 1),
                            text_number(mk->a, (long long)i + 2), mk->where));
    }
}

void make_expression(struct maker *mk, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_NUMBER:
        make_number(mk, e, 1);
        make_number(mk, e, -1);
        return;
    case EXPR_LITERAL:
        make_date(mk, e);
        return;
    case EXPR_FACT:
    case EXPR_COLUMN:
        make_fact(mk, e);
        return;
    case EXPR_ARITHMETIC:
        make_arithmetic(mk, e);
        return;
    case EXPR_COMPARE:
        make_compare(mk, e);
        return;
    case EXPR_LOGIC:
        make_logic(mk, e);
        return;
    case EXPR_NOT:
        make_not(mk, e);
        return;
    case EXPR_AGGREGATE:
    case EXPR_QUANTIFIED:
    case EXPR_EXTREME:
    case EXPR_PARTS:
        make_aggregate(mk, e);
        return;
    case EXPR_ROUND:
        make_rounded(mk, e);
        return;
    case EXPR_DAYS:
    case EXPR_SHIFT:
        make_days(mk, e);
        return;
    case EXPR_TABLE:
        make_table(mk, e);
        return;
    case EXPR_BROKEN:
    case EXPR_LET:
    case EXPR_SCORE:
    case EXPR_CALL:
    case EXPR_PARAMETER:
    case EXPR_RANGE:
    case EXPR_NEGATE:
    case EXPR_IN:
    case EXPR_GIVEN:
    case EXPR_IF:
    case EXPR_DATE_PART:
        return;
    }
}
