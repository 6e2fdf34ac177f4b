/* Conditions taken apart: comparisons of a subject with literals or with another value, and
 * anything else as a yes or no of its own. */
#include "check/situations.h"

/* A let or parameter that only names a literal or a fact is what it names. */
static const struct expr *bare(const struct expr *e)
{
    const struct expr *b = e = expr_meant(e);
    while (b->kind == EXPR_LET && b->let->value)
        b = expr_meant(b->let->value);
    return b->kind == EXPR_FACT || b->kind == EXPR_NUMBER || b->kind == EXPR_LITERAL ? b : e;
}

/* A literal number, date or month as a number. */
static bool literal_value(struct conditions *t, const struct expr *e, struct number *n)
{
    if (e->kind == EXPR_NEGATE && literal_value(t, bare(e->left), n))
        *n = number_negate(t->c->a, *n);
    else if (e->kind == EXPR_NUMBER)
        *n = e->literal->number;
    else if (e->kind == EXPR_LITERAL && e->literal->kind == VALUE_DATE)
        *n = number_of(e->literal->date.day);
    else if (e->kind == EXPR_LITERAL && e->literal->kind == VALUE_MONTH)
        *n = number_of(e->literal->month.month);
    else
        return false;
    return true;
}

static size_t subject_of(struct conditions *t, enum subject_kind kind, const struct expr *e,
                         const struct expr *other)
{
    for (size_t i = 0; i < t->subjects.n; i++) {
        const struct subject *s = &t->subjects.at[i];
        if (s->kind == kind && expr_same(t->c->a, s->e, e) &&
            (!other || expr_same(t->c->a, s->other, other)))
            return i;
    }
    t->too_many = t->too_many || t->subjects.n == SUBJECTS;
    struct subject s = {.kind = kind, .e = e, .other = other};
    if (kind == SUBJECT_TEXT) {
        struct words w = words_of(t->c, e);
        for (size_t i = 0, ignored; i < w.all.n; i++)
            t->too_many = !subject_word(t->c, &s, w.all.at[i], &ignored) || t->too_many;
        s.open = w.open;
    }
    LIST_ADD(t->c->a, &t->subjects, s);
    return t->subjects.n - 1;
}

static struct form *form_new(struct conditions *t, enum form_kind kind)
{
    struct form *f = ARENA_NEW(t->c->a, struct form);
    f->kind = kind;
    t->forms++;
    return f;
}

static struct form *add_atom(struct conditions *t, struct atom atom)
{
    struct form *f = form_new(t, FORM_ATOM);
    f->atom = t->atoms.n;
    LIST_ADD(t->c->a, &t->atoms, atom);
    return f;
}

static struct form *opaque(struct conditions *t, const struct expr *e)
{
    return add_atom(t, (struct atom){.subject = subject_of(t, SUBJECT_TRUTH, e, NULL),
                                     .op = OP_EQ,
                                     .low = number_of(1)});
}

static enum op flipped(enum op op)
{
    return op == OP_LT   ? OP_GT
           : op == OP_LE ? OP_GE
           : op == OP_GT ? OP_LT
           : op == OP_GE ? OP_LE
                         : op;
}

/* Two values, neither of them a literal: `a < b` and `b <= a` are about one thing. */
static struct form *pair(struct conditions *t, const struct expr *l, const struct expr *r,
                         enum op op)
{
    for (size_t i = 0; i < t->subjects.n; i++) {
        const struct subject *s = &t->subjects.at[i];
        if (s->kind == SUBJECT_PAIR && expr_same(t->c->a, s->e, r) &&
            expr_same(t->c->a, s->other, l))
            return add_atom(t, (struct atom){i, flipped(op), number_of(1), number_of(1), NULL});
    }
    return add_atom(
        t,
        (struct atom){.subject = subject_of(t, SUBJECT_PAIR, l, r), .op = op, .low = number_of(1)});
}

/* A subject against a literal. */
static struct form *against(struct conditions *t, const struct expr *e, const struct expr *literal,
                            enum op op)
{
    struct atom atom = {.op = op, .low = number_of(0)};
    struct value v = *literal->literal;
    if (literal_value(t, literal, &atom.low)) {
        atom.subject = subject_of(t, SUBJECT_NUMBER, e, NULL);
        struct subject *s = &t->subjects.at[atom.subject];
        t->too_many = !subject_value(t->c, s, atom.low) || t->too_many;
        s->percent = s->percent || text_ends(literal->shown, TEXT("%"));
    } else if (v.kind == VALUE_TEXT) {
        size_t index;
        atom.subject = subject_of(t, SUBJECT_TEXT, e, NULL);
        t->too_many =
            !subject_word(t->c, &t->subjects.at[atom.subject], v.text, &index) || t->too_many;
        atom.low = number_of((long long)index);
    } else {
        atom.subject = subject_of(t, SUBJECT_TRUTH, e, NULL);
        atom.low = number_of(v.truth);
    }
    return add_atom(t, atom);
}

static bool is_literal(struct conditions *t, const struct expr *e)
{
    struct number ignored;
    return e->kind == EXPR_LITERAL || literal_value(t, e, &ignored);
}

static struct form *comparison(struct conditions *t, const struct expr *e)
{
    const struct expr *l = bare(e->left), *r = bare(e->right);
    bool left = is_literal(t, l), right = is_literal(t, r);
    if (left && right)
        return opaque(t, e);
    if (right)
        return against(t, l, r, e->op);
    if (left)
        return against(t, r, l, flipped(e->op));
    return pair(t, l, r, e->op);
}

/* `x in a .. b`, or a date in a month; sets are asked as a whole. */
static struct form *inside(struct conditions *t, const struct expr *e)
{
    struct atom atom = {.op = OP_IN};
    const struct expr *x = bare(e->left), *in = bare(e->right);
    bool month = in->kind == EXPR_LITERAL && in->literal->kind == VALUE_MONTH;
    bool range = in->kind == EXPR_RANGE && literal_value(t, bare(in->left), &atom.low) &&
                 literal_value(t, bare(in->right), &atom.high);
    if ((!month && !range) || is_literal(t, x))
        return opaque(t, e);
    if (month) {
        atom.low = number_of(month_first(in->literal->month).day);
        atom.high = number_of(month_last(in->literal->month).day);
    }
    atom.subject = subject_of(t, SUBJECT_NUMBER, x, NULL);
    struct subject *s = &t->subjects.at[atom.subject];
    s->percent = s->percent || (range && text_ends(bare(in->left)->shown, TEXT("%")));
    if (!subject_value(t->c, s, atom.low) || !subject_value(t->c, s, atom.high))
        t->too_many = true;
    return add_atom(t, atom);
}

struct form *condition_form(struct conditions *t, const struct expr *e)
{
    if (t->too_many)
        return NULL;
    struct form *f = NULL;
    switch (e->kind) {
    case EXPR_NOT:
    case EXPR_LOGIC:
        f = form_new(t, e->kind == EXPR_NOT ? FORM_NOT : e->op == OP_AND ? FORM_AND : FORM_OR);
        if (e->kind == EXPR_NOT)
            LIST_ADD(t->c->a, &f->of, condition_form(t, e->left));
        for (size_t i = 0; i < e->args.n; i++)
            LIST_ADD(t->c->a, &f->of, condition_form(t, e->args.at[i]));
        return f;
    case EXPR_LITERAL:
        return form_new(t, e->literal->truth ? FORM_YES : FORM_NO);
    case EXPR_COMPARE:
        return comparison(t, e);
    case EXPR_IN:
        return inside(t, e);
    default:
        return opaque(t, e);
    }
}
