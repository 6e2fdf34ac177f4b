/* Expressions in canonical words, from what they mean: no layout, no lets, no spelling.
 *
 * Lets and formulas are written out while there is room, behind that called by their names, so that
 * what doubles each time stays short. */
#include "diff/comparing.h"

enum { ROOM = 500 /* parts of an expression that are written out */ };

struct saying {
    struct arena *a;
    const struct model *m;
    struct buffer *out;
    unsigned rows; /* around what is said */
    size_t said;
};

static void say(struct saying *s, const struct expr *e, enum strength least);

static void put(struct saying *s, const char *words)
{
    buffer_add(s->out, text_of(words));
}

/* --- what has no parts ------------------------------------------------------------------------ */

static void say_number(struct saying *s, const struct expr *e)
{
    bool percent = text_ends(e->shown, TEXT("%"));
    buffer_add(s->out, words_number(s->a, e->literal->number, percent));
    if (e->type.dimension)
        buffer_add(s->out, SAY(s->a, " {}", dimension_words(s->a, e->type.dimension)));
}

static void say_literal(struct saying *s, const struct expr *e)
{
    struct value v = *e->literal;
    switch (v.kind) {
    case VALUE_TEXT:
        buffer_add(s->out, SAY(s->a, "\"{}\"", v.text));
        break;
    case VALUE_DATE:
        buffer_add(s->out, date_words(s->a, v.date, s->m->era));
        break;
    case VALUE_MONTH:
        buffer_add(s->out, month_words(s->a, v.month, s->m->era));
        break;
    case VALUE_TRUTH:
        put(s, v.truth ? "yes" : "no");
        break;
    case VALUE_ABSENT:
    case VALUE_NUMBER:
    case VALUE_SET:
    case VALUE_TABLE:
        break;
    }
}

/* Of the innermost rows by its name alone. */
static void say_column(struct saying *s, const struct expr *e)
{
    if (e->level + 1 < s->rows)
        buffer_add(s->out, SAY(s->a, "{}.", e->column->table->path));
    buffer_add(s->out, e->column->path);
}

/* --- rows, parts, days ------------------------------------------------------------------------ */

static void say_aggregate(struct saying *s, const struct expr *e)
{
    bool chosen = e->aggregate == AGGREGATE_FIRST || e->aggregate == AGGREGATE_LAST;
    buffer_add(s->out, aggregate_words(e->aggregate));
    put(s, e->aggregate == AGGREGATE_DISTINCT ? " " : " of ");
    s->rows++;
    if (e->left) {
        say(s, e->left, STRENGTH_SUM);
        put(s, " over ");
    }
    buffer_add(s->out, e->fact->path);
    if (chosen && e->third) {
        put(s, " by ");
        say(s, e->third, STRENGTH_PRIMARY);
    }
    if (e->right) {
        put(s, " where ");
        say(s, e->right, STRENGTH_CONDITION);
    }
    s->rows--;
}

static void say_parts(struct saying *s, const struct expr *e)
{
    if (e->aggregate == AGGREGATE_BEST)
        buffer_add(s->out, SAY(s->a, "best {} of parts", text_number(s->a, (long long)e->best)));
    else
        buffer_add(s->out, SAY(s->a, "{} of parts", aggregate_words(e->aggregate)));
}

static const char *days_words(enum day_unit unit)
{
    return unit == UNIT_MONTH ? "months" : unit == UNIT_WORKING_DAY ? "working days" : "days";
}

static void say_shift(struct saying *s, const struct expr *e)
{
    say(s, e->left, STRENGTH_PRIMARY);
    buffer_add(s->out, SAY(s->a, " {} {} ", text_of(days_words(e->day_unit)),
                           e->back ? TEXT("before") : TEXT("after")));
    say(s, e->right, STRENGTH_SIGN);
}

static void say_days(struct saying *s, const struct expr *e)
{
    put(s, days_words(e->day_unit));
    put(s, " after ");
    say(s, e->left, STRENGTH_SIGN);
    put(s, " until ");
    say(s, e->right, STRENGTH_SIGN);
}

static bool is_period(const struct saying *s, const struct expr *e)
{
    return s->m->has_period && e->left->kind == EXPR_LITERAL && e->right->kind == EXPR_LITERAL &&
           e->left->literal->kind == VALUE_DATE && e->right->literal->kind == VALUE_DATE &&
           e->left->literal->date.day == s->m->first.day &&
           e->right->literal->date.day == s->m->last.day;
}

static void say_range(struct saying *s, const struct expr *e)
{
    if (is_period(s, e)) {
        put(s, "period");
        return;
    }
    say(s, e->left, STRENGTH_SUM);
    put(s, " .. ");
    say(s, e->right, STRENGTH_SUM);
}

/* --- the rest --------------------------------------------------------------------------------- */

static void say_list(struct saying *s, const struct expr *e, const char *between,
                     enum strength least)
{
    for (size_t i = 0; i < e->args.n; i++) {
        put(s, i ? between : "");
        say(s, e->args.at[i], least);
    }
}

static void say_table(struct saying *s, const struct expr *e)
{
    put(s, "table");
    if (e->cases->by) {
        put(s, " by ");
        say(s, e->cases->by, STRENGTH_PRIMARY);
    }
    put(s, " {");
    for (size_t i = 0; i < e->args.n; i++) {
        const struct case_row *row = &e->cases->rows.at[i];
        put(s, i ? "; " : " ");
        if (row->when) {
            put(s, "when ");
            say(s, row->when, STRENGTH_CONDITION);
        } else
            buffer_add(s->out, words_keys(s->a, row));
        put(s, ": ");
        say(s, e->args.at[i], STRENGTH_CLAUSE);
    }
    put(s, " }");
}

static void say_between(struct saying *s, const struct expr *e, struct text sign,
                        enum strength left, enum strength right)
{
    say(s, e->left, left);
    buffer_add(s->out, SAY(s->a, " {} ", sign));
    say(s, e->right, right);
}

static void say_operation(struct saying *s, const struct expr *e)
{
    enum strength own = expr_strength(e);
    switch ((unsigned)e->kind) {
    case EXPR_NEGATE:
        put(s, "-");
        say(s, e->left, STRENGTH_PRIMARY);
        break;
    case EXPR_NOT:
        put(s, "not ");
        say(s, e->left, STRENGTH_NEGATION);
        break;
    case EXPR_GIVEN:
        say(s, e->left, STRENGTH_SUM);
        put(s, " is given");
        break;
    case EXPR_LOGIC:
        say_list(s, e, e->op == OP_AND ? " and " : " or ", STRENGTH_NEGATION);
        break;
    case EXPR_IN:
        say_between(s, e, TEXT("in"), STRENGTH_SUM,
                    e->right->kind == EXPR_RANGE ? STRENGTH_CLAUSE : STRENGTH_SUM);
        break;
    case EXPR_COMPARE:
        say_between(s, e, op_words(e->op), STRENGTH_SUM, STRENGTH_SUM);
        break;
    default:
        say_between(s, e, op_words(e->op), own, (enum strength)(own + 1));
        break;
    }
}

static void say_phrase(struct saying *s, const struct expr *e)
{
    switch ((unsigned)e->kind) {
    case EXPR_QUANTIFIED:
        buffer_add(s->out, SAY(s->a, "{} of ", aggregate_words(e->aggregate)));
        say(s, e->left, STRENGTH_PRIMARY);
        put(s, " in ");
        say(s, e->right, STRENGTH_PRIMARY);
        break;
    case EXPR_IF:
        put(s, "if ");
        say(s, e->left, STRENGTH_CONDITION);
        put(s, " then ");
        say(s, e->right, STRENGTH_CONDITION);
        put(s, " else ");
        say(s, e->third, STRENGTH_CLAUSE);
        break;
    case EXPR_EXTREME:
        buffer_add(s->out, SAY(s->a, "{}(", aggregate_words(e->aggregate)));
        say_list(s, e, ", ", STRENGTH_CLAUSE);
        put(s, ")");
        break;
    case EXPR_ROUND:
        put(s, "round(");
        say(s, e->left, STRENGTH_SUM);
        buffer_add(s->out, SAY(s->a, " {})", words_rounding(s->a, e->rounding)));
        break;
    case EXPR_DATE_PART: {
        static const char *const parts[] = {
            [PART_START] = "start of ", [PART_END] = "end of ", [PART_MONTH] = "month of "};
        put(s, parts[e->date_part]);
        say(s, e->left, STRENGTH_SIGN);
        break;
    }
    default:
        say_operation(s, e);
        break;
    }
}

static void say_form(struct saying *s, const struct expr *e)
{
    switch ((unsigned)e->kind) {
    case EXPR_NUMBER:
        say_number(s, e);
        break;
    case EXPR_LITERAL:
        say_literal(s, e);
        break;
    case EXPR_FACT:
        buffer_add(s->out, e->fact->path);
        break;
    case EXPR_COLUMN:
        say_column(s, e);
        break;
    case EXPR_SCORE:
        buffer_add(s->out, SAY(s->a, "score of {}", e->criterion->path));
        break;
    case EXPR_RANGE:
        say_range(s, e);
        break;
    case EXPR_AGGREGATE:
        say_aggregate(s, e);
        break;
    case EXPR_PARTS:
        say_parts(s, e);
        break;
    case EXPR_DAYS:
        say_days(s, e);
        break;
    case EXPR_SHIFT:
        say_shift(s, e);
        break;
    case EXPR_TABLE:
        say_table(s, e);
        break;
    default:
        say_phrase(s, e);
        break;
    }
}

/* What an expression stands for: the value of a let, the body of a formula. */
static void say(struct saying *s, const struct expr *e, enum strength least)
{
    unsigned rows = s->rows;
    while (e->kind == EXPR_LET || e->kind == EXPR_CALL || e->kind == EXPR_PARAMETER) {
        if (s->said >= ROOM) {
            buffer_add(s->out, words_plain(s->a, source_text(s->m->sources, e->at)));
            s->rows = rows;
            return;
        }
        if (e->kind == EXPR_LET)
            s->rows = 0;
        if (e->kind == EXPR_PARAMETER)
            s->rows = e->level;
        e = e->kind == EXPR_LET ? e->let->value : e->kind == EXPR_CALL ? e->left : e->argument;
    }
    bool loose = expr_strength(e) < least;
    s->said++;
    put(s, loose ? "(" : "");
    say_form(s, e);
    put(s, loose ? ")" : "");
    s->rows = rows;
}

struct text words_meaning(struct arena *a, const struct model *m, const struct expr *e)
{
    struct buffer b = buffer_in(a);
    struct saying s = {.a = a, .m = m, .out = &b};
    say(&s, e, STRENGTH_CLAUSE);
    return buffer_text(&b);
}
