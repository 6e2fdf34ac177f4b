/* Values and formulas in words, as reasons show them. */
#include "explain/words.h"

#include "explain/figures.h"

static struct text absence_words(enum absence absence)
{
    static const char *const words[] = {[ABSENCE_NONE] = "not given",
                                        [ABSENCE_UNDEFINED] = "without a result",
                                        [ABSENCE_MISSING] = "missing",
                                        [ABSENCE_NA] = "not applicable"};
    return text_of(words[absence]);
}

/* A few by name, many by their number. */
static struct text set_words(struct arena *a, const struct set *s)
{
    enum { NAMED = 4 };
    if (s->n == 0)
        return TEXT("none");
    if (s->n > NAMED)
        return SAY(a, "{} items", text_number(a, (long long)s->n));
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < s->n; i++)
        buffer_add(&b, SAY(a, i ? ", \"{}\"" : "\"{}\"", s->at[i]));
    return buffer_text(&b);
}

struct text words_value(struct arena *a, const struct model *m, struct value v,
                        const struct unit *unit)
{
    switch (v.kind) {
    case VALUE_ABSENT:
        return absence_words(v.absence);
    case VALUE_NUMBER: {
        bool exact;
        if (unit && !unit->dimension) /* percent */
            return figure_percent(a, v.number, 4, NULL);
        struct number n = unit ? number_divide(a, v.number, unit->scale) : v.number;
        struct text words = figure_short(a, n, 4, &exact);
        if (!exact)
            words = SAY(a, "≈ {}", words);
        return unit ? SAY(a, "{} {}", words, unit->words) : words;
    }
    case VALUE_TEXT:
        return SAY(a, "\"{}\"", v.text);
    case VALUE_DATE:
        return date_words(a, v.date, m->era);
    case VALUE_MONTH:
        return month_words(a, v.month, m->era);
    case VALUE_TRUTH:
        return v.truth ? TEXT("yes") : TEXT("no");
    case VALUE_SET:
        return set_words(a, v.set);
    case VALUE_TABLE:
        return SAY(a, v.table->rows == 1 ? "{} row" : "{} rows",
                   text_number(a, (long long)v.table->rows));
    }
    return TEXT("");
}

struct text words_formula(struct arena *a, const struct model *m, const struct expr *e)
{
    return text_folded(a, source_text(m->sources, e->at));
}

/* The pieces of a formula that stand for values. */
struct leaves {
    struct arena *a;
    LIST_OF(const struct expr *) all; /* in the order written */
    bool mixed;                       /* they are written in different units */
    const struct unit *unit;
};

static bool is_leaf(const struct expr *e)
{
    switch (e->kind) {
    case EXPR_FACT:
    case EXPR_COLUMN:
    case EXPR_LET:
    case EXPR_SCORE:
    case EXPR_PARTS:
    case EXPR_AGGREGATE:
    case EXPR_DAYS:
    case EXPR_CALL:
    case EXPR_PARAMETER:
    case EXPR_TABLE:
        return true;
    default:
        return false;
    }
}

static void collect(void *user, const struct expr *e)
{
    struct leaves *l = user;
    if (!is_leaf(e)) {
        expr_operands(e, collect, l);
        return;
    }
    const struct unit *u = e->unit;
    if (u && l->unit && !text_equal(u->words, l->unit->words))
        l->mixed = true;
    if (u)
        l->unit = u;
    LIST_ADD(l->a, &l->all, e);
}

static struct text leaf_words(struct arena *a, const struct outcome *o, const struct leaves *l,
                              const struct expr *e)
{
    struct value v = outcome_value(o, e);
    const struct unit *u = e->unit;
    if (v.kind != VALUE_NUMBER || l->mixed || !u || !u->dimension)
        return words_value(a, o->model, v, u);
    return figure_short(a, number_divide(a, v.number, u->scale), 4, NULL);
}

struct text words_substituted(struct arena *a, const struct outcome *o, const struct expr *e)
{
    struct leaves l = {.a = a};
    collect(&l, e);
    if (!l.all.n || is_leaf(e))
        return (struct text){0};
    struct buffer b = buffer_in(a);
    uint32_t from = e->at.lo;
    for (size_t i = 0; i < l.all.n; i++) {
        const struct expr *leaf = l.all.at[i];
        if (leaf->at.lo < from)
            continue;
        buffer_add(&b, source_text(o->model->sources, (struct span){from, leaf->at.lo}));
        buffer_add(&b, leaf_words(a, o, &l, leaf));
        from = leaf->at.hi;
    }
    buffer_add(&b, source_text(o->model->sources, (struct span){from, e->at.hi}));
    return text_folded(a, buffer_text(&b));
}
