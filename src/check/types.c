/* Types and units: what fits what. */
#include "check/checker.h"

struct text type_words(struct arena *a, struct type t)
{
    switch (t.kind) {
    case TYPE_ERROR:
        return TEXT("something that could not be read");
    case TYPE_NUMBER:
        return t.dimension ? SAY(a, "a number in {}", dimension_words(a, t.dimension))
                           : TEXT("a pure number");
    case TYPE_TEXT:
        return TEXT("a text");
    case TYPE_DATE:
        return TEXT("a date");
    case TYPE_MONTH:
        return TEXT("a month");
    case TYPE_YES_NO:
        return TEXT("yes or no");
    case TYPE_SET:
        return TEXT("a set of texts");
    case TYPE_TABLE:
        return TEXT("a table");
    case TYPE_RANGE:
        return TEXT("a range");
    }
    return TEXT("");
}

struct text fact_type_words(struct arena *a, const struct fact *f)
{
    if (f->is_choice || (f->type.kind == TYPE_SET && f->words.n)) {
        struct buffer b = buffer_in(a);
        buffer_add(&b, f->is_choice ? TEXT("one of ") : TEXT("a set of "));
        for (size_t i = 0; i < f->words.n; i++)
            buffer_add(&b, SAY(a, i ? ", \"{}\"" : "\"{}\"", f->words.at[i]));
        return buffer_text(&b);
    }
    if (f->type.kind == TYPE_NUMBER) {
        struct text kind = f->whole ? TEXT("a whole number") : TEXT("a number");
        return f->unit ? SAY(a, "{} in {}", kind, f->unit->words) : kind;
    }
    return type_words(a, f->type);
}

struct type kind_of(enum type_kind kind)
{
    return (struct type){.kind = kind};
}

bool types_match(struct type a, struct type b)
{
    return a.kind == TYPE_ERROR || b.kind == TYPE_ERROR || a.kind == b.kind;
}

bool type_is(const struct expr *e, enum type_kind kind)
{
    return e->type.kind == TYPE_ERROR || e->type.kind == kind;
}

const struct expr *expr_meant(const struct expr *e)
{
    while (e->kind == EXPR_PARAMETER)
        e = e->argument;
    return e;
}

/* The fact or column that an expression names; NULL for others. */
const struct fact *expr_fact(const struct expr *e)
{
    e = expr_meant(e);
    return e->kind == EXPR_FACT ? e->fact : e->kind == EXPR_COLUMN ? e->column : NULL;
}

/* Where an expression got its type: the declaration of the fact that it names. */
void label_origin(struct checker *c, struct diag *g, const struct expr *e)
{
    const struct fact *f = expr_fact(e);
    if (f)
        diag_label(c->d, g, f->at,
                   SAY(c->a, "`{}` is declared here as {}", f->path, fact_type_words(c->a, f)));
}

void dates_meant(struct checker *c, struct diag *g, struct span at)
{
    bool certain;
    struct text iso = dates_as_iso(c->a, source_text(c->m->sources, at), &c->era, &certain);
    if (!iso.n)
        return;
    diag_help(g, SAY(c->a, "a date is year, month and day: `{}`", iso));
    if (certain)
        diag_fix(g, at, iso);
}

struct diag *type_wanted(struct checker *c, const struct expr *e, const char *wanted)
{
    struct diag *g = DIAG_ADD(c->d, K0402, e->at, check_source(c, e->at), text_of(wanted));
    diag_says(g, SAY(c->a, "this is {}", type_words(c->a, e->type)));
    label_origin(c, g, e);
    if (e->type.kind == TYPE_NUMBER)
        dates_meant(c, g, e->at);
    return g;
}

/* A value where a condition is due: mostly a comparison, or `is given`, was left out. */
void condition_wanted(struct checker *c, const struct expr *e)
{
    const struct fact *f = e->kind == EXPR_FACT     ? e->fact
                           : e->kind == EXPR_COLUMN ? e->column
                                                    : NULL;
    struct diag *g = type_wanted(c, e, "yes or no");
    struct text words = check_source(c, e->at);
    if (f && f->optional)
        diag_help(g, SAY(c->a, "ask whether it has a value: `{} is given`", words));
    else if (e->type.kind == TYPE_NUMBER)
        diag_help(g, SAY(c->a, "compare it, as `{} > 0`", words));
    else if (e->type.kind == TYPE_DATE || e->type.kind == TYPE_MONTH)
        diag_help(g, SAY(c->a, "compare it, as `{} in period`", words));
    else if (e->type.kind == TYPE_TEXT)
        diag_help(g, SAY(c->a, "compare it, as `{} = \"...\"`", words));
}

/* A bare 0 is nothing of anything: it agrees with every unit. */
static bool is_zero(const struct expr *e)
{
    e = expr_meant(e);
    return e->kind == EXPR_NUMBER && number_sign(e->literal->number) == 0;
}

bool units_agree(struct checker *c, const struct expr *left, const struct expr *right,
                 struct span at, const char *verb)
{
    if (left->type.kind != TYPE_NUMBER || right->type.kind != TYPE_NUMBER ||
        dimension_equal(left->type.dimension, right->type.dimension) || is_zero(left) ||
        is_zero(right))
        return true;
    struct text l = type_words(c->a, left->type), r = type_words(c->a, right->type);
    struct diag *g = DIAG_ADD(c->d, K0403, at, text_of(verb), l, r);
    diag_label(c->d, g, left->at, l);
    diag_label(c->d, g, right->at, r);
    label_origin(c, g, left);
    label_origin(c, g, right);
    const struct expr *bare = left->kind == EXPR_NUMBER && !left->type.dimension     ? left
                              : right->kind == EXPR_NUMBER && !right->type.dimension ? right
                                                                                     : NULL;
    const struct expr *other = bare == left ? right : left;
    const struct fact *f = expr_fact(other);
    if (bare) {
        struct text unit =
            f && f->unit ? f->unit->words : dimension_words(c->a, other->type.dimension);
        struct text fix = SAY(c->a, "{} {}", bare->shown, unit);
        diag_help(g, SAY(c->a, "say what is counted: `{}`", fix));
        diag_fix(g, bare->at, fix);
    }
    return false;
}
