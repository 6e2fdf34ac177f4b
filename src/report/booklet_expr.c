/* Expressions as sentences.
 *
 * Names of the rules stand in quotes, so that they can be told from the sentence.  A let stands by
 * its name, for it is explained on its own; a formula with parameters is written out with its
 * values while there is room, behind that as it stands in the rules. */
#include "explain/words.h"
#include "report/booklet_telling.h"

enum { ROOM = 500 /* parts of an expression that are written out */ };

/* --- what has no parts ------------------------------------------------------------------------ */

static struct text literal_words(const struct booklet *b, const struct expr *e)
{
    struct value v = *e->literal;
    switch (v.kind) {
    case VALUE_TEXT:
        return SAY(b->a, "“{}”", v.text);
    case VALUE_DATE:
        return booklet_day(b, v.date);
    case VALUE_MONTH:
        return booklet_month(b, v.month);
    case VALUE_TRUTH:
        return v.truth ? TOLD(b, YES) : TOLD(b, NO);
    case VALUE_ABSENT:
    case VALUE_NUMBER:
    case VALUE_SET:
    case VALUE_TABLE:
        break;
    }
    return TEXT("");
}

static struct text quoted(const struct booklet *b, struct text name, struct text title)
{
    return SAY(b->a, "“{}”", booklet_called(b, title.n ? title : name));
}

/* --- what puts others together ---------------------------------------------------------------- */

static bool is_period(const struct model *m, const struct expr *e)
{
    const struct expr *from = e->left, *to = e->right;
    return m->has_period && from->kind == EXPR_LITERAL && to->kind == EXPR_LITERAL &&
           from->literal->kind == VALUE_DATE && to->literal->kind == VALUE_DATE &&
           from->literal->date.day == m->first.day && to->literal->date.day == m->last.day;
}

static struct text range_told(struct telling *t, const struct expr *e)
{
    if (is_period(t->b->m, e))
        return TOLD(t->b, PERIOD);
    struct text low = tell_part(t, e->left, STRENGTH_SUM);
    return TELL(t->b, RANGE, low, tell_part(t, e->right, STRENGTH_SUM));
}

static struct text list_told(struct telling *t, const struct expr *e, struct text between,
                             enum strength least)
{
    struct buffer words = buffer_in(t->b->a);
    for (size_t i = 0; i < e->args.n; i++) {
        buffer_add(&words, i ? between : TEXT(""));
        buffer_add(&words, tell_part(t, e->args.at[i], least));
    }
    return buffer_text(&words);
}

static struct text table_told(struct telling *t, const struct expr *e)
{
    const struct booklet *b = t->b;
    struct buffer words = buffer_in(b->a);
    struct text by = e->cases->by ? tell_part(t, e->cases->by, STRENGTH_PRIMARY) : TEXT("");
    for (size_t i = 0; i < e->args.n; i++) {
        const struct case_row *row = &e->cases->rows.at[i];
        struct text value = tell_part(t, e->args.at[i], STRENGTH_CONDITION);
        buffer_add(&words, i ? TEXT("; ") : TEXT(""));
        buffer_add(&words,
                   row->when
                       ? TELL(b, TABLE_ROW, value, tell_part(t, row->when, STRENGTH_CONDITION))
                   : row->otherwise ? TELL(b, TABLE_ELSE, value)
                                    : TELL(b, TABLE_KEY, value, by, booklet_case(b, e->cases, i)));
    }
    return buffer_text(&words);
}

static struct text if_told(struct telling *t, const struct expr *e)
{
    struct text condition = tell_part(t, e->left, STRENGTH_CONDITION);
    struct text value = tell_part(t, e->right, STRENGTH_CONDITION);
    return TELL(t->b, IF_ELSE, value, condition, tell_part(t, e->third, STRENGTH_CLAUSE));
}

static enum wording operation_wording(const struct expr *e)
{
    bool day = e->left->type.kind == TYPE_DATE || e->left->type.kind == TYPE_MONTH;
    switch (e->op) {
    case OP_ADD:
        return WORDING_PLUS;
    case OP_SUBTRACT:
        return WORDING_MINUS;
    case OP_MULTIPLY:
        return WORDING_TIMES;
    case OP_DIVIDE:
        return WORDING_DIVIDED;
    case OP_NE:
        return WORDING_UNEQUAL;
    case OP_LT:
        return day ? WORDING_BEFORE : WORDING_LESS;
    case OP_LE:
        return day ? WORDING_NOT_AFTER : WORDING_AT_MOST;
    case OP_GT:
        return day ? WORDING_AFTER : WORDING_MORE;
    case OP_GE:
        return day ? WORDING_NOT_BEFORE : WORDING_AT_LEAST;
    case OP_EQ:
    case OP_IN:
    case OP_AND:
    case OP_OR:
        break;
    }
    return WORDING_EQUAL;
}

static struct text operation_told(struct telling *t, const struct expr *e)
{
    bool sum = e->kind == EXPR_ARITHMETIC;
    enum strength own = expr_strength(e);
    struct text left = tell_part(t, e->left, sum ? own : STRENGTH_SUM);
    struct text right = tell_part(t, e->right, sum ? (enum strength)(own + 1) : STRENGTH_SUM);
    return SAY(t->b->a, wording_of(t->b, operation_wording(e)), left, right);
}

static struct text in_told(struct telling *t, const struct expr *e)
{
    bool set = e->right->type.kind == TYPE_SET;
    struct text left = tell_part(t, e->left, STRENGTH_SUM);
    struct text right =
        tell_part(t, e->right, e->right->kind == EXPR_RANGE ? STRENGTH_CLAUSE : STRENGTH_SUM);
    return set ? TELL(t->b, AMONG, left, right) : TELL(t->b, WITHIN, left, right);
}

static struct text quantified_told(struct telling *t, const struct expr *e)
{
    struct text left = tell_part(t, e->left, STRENGTH_PRIMARY);
    struct text right = tell_part(t, e->right, STRENGTH_PRIMARY);
    return e->aggregate == AGGREGATE_ALL ? TELL(t->b, ALL_OF, left, right)
                                         : TELL(t->b, ANY_OF, left, right);
}

static struct text column_told(const struct telling *t, const struct expr *e)
{
    const struct fact *c = e->column;
    struct text name = quoted(t->b, c->path, c->title);
    if (e->level + 1 >= t->rows)
        return name;
    return SAY(t->b->a, "{} ({})", name, booklet_fact(t->b, c->table));
}

static struct text extreme_told(struct telling *t, const struct expr *e)
{
    struct text all = list_told(t, e, TEXT(", "), STRENGTH_CLAUSE);
    return e->aggregate == AGGREGATE_MIN ? TELL(t->b, LEAST_OF, all) : TELL(t->b, GREATEST_OF, all);
}

static struct text form_told(struct telling *t, const struct expr *e)
{
    const struct booklet *b = t->b;
    switch (e->kind) {
    case EXPR_NUMBER:
        return booklet_written(b, e->shown);
    case EXPR_LITERAL:
        return literal_words(b, e);
    case EXPR_FACT:
        return booklet_fact(b, e->fact);
    case EXPR_COLUMN:
        return column_told(t, e);
    case EXPR_LET:
        return quoted(b, e->let->name, e->let->title);
    case EXPR_SCORE:
        return TELL(b, SCORE_OF, SAY(b->a, "“{}”", booklet_name(b, e->criterion)));
    case EXPR_RANGE:
        return range_told(t, e);
    case EXPR_NEGATE:
        return TELL(b, NEGATIVE, tell_part(t, e->left, STRENGTH_PRIMARY));
    case EXPR_ARITHMETIC:
    case EXPR_COMPARE:
        return operation_told(t, e);
    case EXPR_LOGIC:
        return list_told(t, e, e->op == OP_AND ? TOLD(b, AND) : TOLD(b, OR), STRENGTH_NEGATION);
    case EXPR_NOT:
        return TELL(b, NOT, tell_part(t, e->left, STRENGTH_NEGATION));
    case EXPR_IN:
        return in_told(t, e);
    case EXPR_GIVEN:
        return TELL(b, GIVEN, tell_part(t, e->left, STRENGTH_SUM));
    case EXPR_IF:
        return if_told(t, e);
    case EXPR_AGGREGATE:
        return tell_aggregate(t, e);
    case EXPR_QUANTIFIED:
        return quantified_told(t, e);
    case EXPR_EXTREME:
        return extreme_told(t, e);
    case EXPR_PARTS:
        return tell_parts(b, e);
    case EXPR_ROUND:
        return TELL(b, ROUNDED, tell_part(t, e->left, STRENGTH_SUM),
                    booklet_rounding(b, e->rounding));
    case EXPR_DAYS:
        return tell_days(t, e);
    case EXPR_SHIFT:
        return tell_shift(t, e);
    case EXPR_DATE_PART:
        return tell_date_part(t, e);
    case EXPR_TABLE:
        return table_told(t, e);
    case EXPR_BROKEN:
    case EXPR_CALL:
    case EXPR_PARAMETER:
        break;
    }
    return words_formula(b->a, b->m, e);
}

/* A name alone is hardly a condition. */
static bool is_bare_truth(const struct expr *e)
{
    return e->type.kind == TYPE_YES_NO &&
           (e->kind == EXPR_FACT || e->kind == EXPR_COLUMN || e->kind == EXPR_LET);
}

struct text tell_part(struct telling *t, const struct expr *e, enum strength least)
{
    unsigned rows = t->rows;
    while ((e->kind == EXPR_CALL || e->kind == EXPR_PARAMETER) && t->told < ROOM) {
        if (e->kind == EXPR_PARAMETER)
            t->rows = e->level;
        e = e->kind == EXPR_CALL ? e->left : e->argument;
    }
    t->told++;
    struct text words = form_told(t, e);
    if (least >= STRENGTH_CONDITION && least < STRENGTH_COMPARISON && is_bare_truth(e))
        words = TELL(t->b, IS_YES, words);
    t->rows = rows;
    return expr_strength(e) < least ? SAY(t->b->a, "({})", words) : words;
}

struct text booklet_operand(const struct booklet *b, const struct expr *e, enum strength least)
{
    struct telling t = {.b = b};
    return tell_part(&t, e, least);
}

struct text booklet_condition(const struct booklet *b, const struct expr *e)
{
    return booklet_operand(b, e, STRENGTH_CONDITION);
}

struct text booklet_expr(const struct booklet *b, const struct expr *e)
{
    return booklet_operand(b, e, STRENGTH_CLAUSE);
}
