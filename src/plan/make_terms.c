/* Terms of expressions. */
#include "plan/inside.h"

static void refuse_read(struct making *m, const char *what, struct text name)
{
    plan_refuse(m, SAY(m->a, "the {} `{}`, which {} reads", text_of(what), name, m->where));
}

void plan_fit(struct making *m, struct number n)
{
    if (!n.bottom && !number_is_over(n))
        plan_refuse(m, SAY(m->a, "a number of very many digits, in {}", m->where));
}

static struct term *new_term(struct making *m, enum term_kind kind, const struct expr *e)
{
    struct term *t = ARENA_NEW(m->a, struct term);
    *t = (struct term){.kind = kind, .of = e, .op = e->op};
    return t;
}

static void make_args(struct making *m, struct term *t, const struct expr *e)
{
    for (size_t i = 0; i < e->args.n; i++)
        LIST_ADD(m->a, &t->args, plan_term(m, e->args.at[i]));
}

/* Words that are equal have the same number. */
static int64_t word_number(struct making *m, struct text word)
{
    return (int64_t)map_put(&m->words, word, m->words.n);
}

/* --- facts ---------------------------------------------------------------------------------- */

static void fill_words(struct making *m, struct term *t, const struct fact *f)
{
    int64_t *words = ARENA_ARRAY(m->a, int64_t, f->words.n + 1);
    for (size_t i = 0; i < f->words.n; i++)
        words[i] = word_number(m, f->words.at[i]);
    t->words = words;
}

static const struct term *fact_term(struct making *m, const struct expr *e)
{
    const struct fact *f = e->fact;
    struct term *t = new_term(m, TERM_FACT_WHOLE, e);
    t->index = f->index;
    t->optional = f->optional;
    m->plan->reads[f->index] = true;
    switch (plan_slot(m->plan, f).kind) {
    case SLOT_NUMBER:
        t->kind = TERM_FACT_NUMBER;
        t->number = slot_unit(m->a, m->plan, f);
        break;
    case SLOT_CHOICE:
        t->kind = TERM_FACT_WORD;
        fill_words(m, t, f);
        break;
    case SLOT_DATE:
    case SLOT_MONTH:
    case SLOT_TRUTH:
        break;
    case SLOT_TEXT:
        refuse_read(m, "text", f->path);
        break;
    case SLOT_NEVER:
        refuse_read(m, f->type.kind == TYPE_SET ? "set" : "table", f->path);
        break;
    }
    return t;
}

static const struct term *given_term(struct making *m, const struct expr *e)
{
    struct term *t = new_term(m, TERM_GIVEN, e);
    if (e->left->kind == EXPR_FACT) {
        t->kind = TERM_FACT_GIVEN;
        t->index = e->left->fact->index;
        t->optional = e->left->fact->optional;
        m->plan->reads[t->index] = true;
    } else
        t->left = plan_term(m, e->left);
    return t;
}

/* --- what is calculated once ---------------------------------------------------------------- */

/* The value of a let, or of a parameter. */
const struct term *plan_kept(struct making *m, const struct expr *value)
{
    if (!m->kept[value->cell]) {
        struct term *t = new_term(m, TERM_KEPT, value);
        t->index = m->plan->kept++;
        m->kept[value->cell] = t;
        t->left = plan_term(m, value);
    }
    return m->kept[value->cell];
}

/* --- literals ------------------------------------------------------------------------------- */

static const struct term *literal_term(struct making *m, const struct expr *e)
{
    struct term *t = new_term(m, TERM_WHOLE, e);
    switch (e->literal->kind) {
    case VALUE_NUMBER:
        t->kind = TERM_NUMBER;
        t->number = e->literal->number;
        plan_fit(m, t->number);
        break;
    case VALUE_TEXT:
        t->whole = word_number(m, e->literal->text);
        break;
    case VALUE_DATE:
        t->whole = e->literal->date.day;
        break;
    case VALUE_MONTH:
        t->whole = e->literal->month.month;
        break;
    case VALUE_TRUTH:
        t->whole = e->literal->truth;
        break;
    case VALUE_SET:
    case VALUE_TABLE:
    case VALUE_ABSENT:
        t->kind = TERM_NEVER;
        plan_refuse(m, SAY(m->a, "a set, which {} reads", m->where));
        break;
    }
    return t;
}

/* --- conditions and choices ----------------------------------------------------------------- */

static enum term_kind by_type(const struct expr *e, enum term_kind numbers, enum term_kind wholes)
{
    return e->type.kind == TYPE_NUMBER ? numbers : wholes;
}

static const struct term *in_term(struct making *m, const struct expr *e)
{
    struct term *t = new_term(m, TERM_IN_MONTH, e);
    t->left = plan_term(m, e->left);
    if (e->right->kind == EXPR_RANGE) {
        t->kind = by_type(e->left, TERM_AMONG_NUMBERS, TERM_AMONG_WHOLES);
        LIST_ADD(m->a, &t->args, plan_term(m, e->right->left));
        LIST_ADD(m->a, &t->args, plan_term(m, e->right->right));
    } else if (e->right->type.kind == TYPE_MONTH)
        t->right = plan_term(m, e->right);
    else {
        t->kind = TERM_NEVER;
        plan_term(m, e->right);
        plan_refuse(m, SAY(m->a, "a set, in which {} looks for a word", m->where));
    }
    return t;
}

const struct choices *plan_choices(struct making *m, const struct cases *c)
{
    struct choices *all = ARENA_NEW(m->a, struct choices);
    all->na_is_no = c->na_is_no;
    if (c->by)
        all->by = plan_term(m, c->by);
    for (size_t i = 0; i < c->rows.n; i++) {
        const struct case_row *row = &c->rows.at[i];
        struct choice one = {.otherwise = row->otherwise};
        if (row->when)
            one.when = plan_term(m, row->when);
        for (size_t k = 0; k < row->keys.n; k++) {
            struct value v = row->keys.at[k].value;
            LIST_ADD(m->a, &one.keys,
                     v.kind == VALUE_TRUTH ? (int64_t)v.truth : word_number(m, v.text));
        }
        LIST_ADD(m->a, &all->rows, one);
    }
    return all;
}

/* --- one line a kind ------------------------------------------------------------------------ */

static const struct term *with_operands(struct making *m, enum term_kind kind, const struct expr *e)
{
    struct term *t = new_term(m, kind, e);
    const struct expr *operand[] = {e->left, e->right, e->third};
    const struct term **made[] = {&t->left, &t->right, &t->third};
    for (int i = 0; i < 3; i++)
        if (operand[i])
            *made[i] = plan_term(m, operand[i]);
    if (e->cases)
        t->cases = plan_choices(m, e->cases);
    make_args(m, t, e);
    t->most = e->aggregate == AGGREGATE_MAX;
    if (e->criterion)
        t->index = e->criterion->index;
    return t;
}

static enum term_kind arithmetic_kind(enum op op)
{
    switch ((unsigned)op) {
    case OP_ADD:
        return TERM_ADD;
    case OP_SUBTRACT:
        return TERM_SUBTRACT;
    case OP_MULTIPLY:
        return TERM_MULTIPLY;
    default:
        return TERM_DIVIDE;
    }
}

static const struct term *never(struct making *m, const struct expr *e)
{
    if (expr_names_fact(e))
        refuse_read(m, "table", e->fact->path);
    plan_refuse(m, SAY(m->a, "sets, which {} compares", m->where));
    return new_term(m, TERM_NEVER, e);
}

const struct term *plan_term(struct making *m, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_NUMBER:
    case EXPR_LITERAL:
        return literal_term(m, e);
    case EXPR_FACT:
        return fact_term(m, e);
    case EXPR_LET:
        return plan_kept(m, e->let->value);
    case EXPR_CALL:
        return plan_term(m, e->left);
    case EXPR_PARAMETER:
        return plan_kept(m, e->argument);
    case EXPR_SCORE:
        return with_operands(m, TERM_SCORE, e);
    case EXPR_PARTS:
        return with_operands(m, TERM_PARTS, e);
    case EXPR_NEGATE:
        return with_operands(m, TERM_NEGATE, e);
    case EXPR_ARITHMETIC:
        return with_operands(m, arithmetic_kind(e->op), e);
    case EXPR_COMPARE:
        return with_operands(m, by_type(e->left, TERM_ORDER_NUMBERS, TERM_ORDER_WHOLES), e);
    case EXPR_LOGIC:
        return with_operands(m, TERM_LOGIC, e);
    case EXPR_NOT:
        return with_operands(m, TERM_NOT, e);
    case EXPR_IN:
        return in_term(m, e);
    case EXPR_GIVEN:
        return given_term(m, e);
    case EXPR_IF:
        return with_operands(m, TERM_IF, e);
    case EXPR_EXTREME:
        return with_operands(m, TERM_EXTREME, e);
    case EXPR_ROUND:
        return with_operands(m, TERM_ROUND, e);
    case EXPR_DAYS:
        return with_operands(m, TERM_DAYS, e);
    case EXPR_SHIFT:
        return with_operands(m, TERM_SHIFT, e);
    case EXPR_DATE_PART:
        return with_operands(m, TERM_DATE_PART, e);
    case EXPR_TABLE:
        return with_operands(m, TERM_CASES, e);
    case EXPR_COLUMN:
    case EXPR_AGGREGATE:
    case EXPR_QUANTIFIED:
    case EXPR_RANGE:
    case EXPR_BROKEN:
        break;
    }
    return never(m, e);
}
