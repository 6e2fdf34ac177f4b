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

/* A number with its unit; without the mark that `*exact` stands for. */
static struct text quantity_words(struct arena *a, struct number n, const struct unit *unit,
                                  bool *exact)
{
    if (!unit)
        return figure_short(a, n, 4, exact);
    if (!unit->dimension) /* percent */
        return figure_percent(a, n, 4, exact);
    struct text words = figure_short(a, number_divide(a, n, unit->scale), 4, exact);
    return SAY(a, "{} {}", words, unit->words);
}

struct text words_value(struct arena *a, const struct model *m, struct value v,
                        const struct unit *unit)
{
    switch (v.kind) {
    case VALUE_ABSENT:
        return absence_words(v.absence);
    case VALUE_NUMBER: {
        bool exact;
        struct text words = quantity_words(a, v.number, unit, &exact);
        return exact ? words : SAY(a, "≈ {}", words);
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
    bool rounded; /* some value */
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

static struct text leaf_words(const struct outcome *o, struct leaves *l, const struct expr *e)
{
    struct value v = outcome_value(o, e);
    const struct unit *u = e->unit;
    bool exact = true, plain = v.kind == VALUE_NUMBER && !l->mixed && u && u->dimension;
    struct text words = v.kind != VALUE_NUMBER ? words_value(l->a, o->model, v, u)
                        : plain
                            ? figure_short(l->a, number_divide(l->a, v.number, u->scale), 4, &exact)
                            : quantity_words(l->a, v.number, u, &exact);
    l->rounded = l->rounded || !exact;
    return words;
}

struct text words_substituted(struct arena *a, const struct outcome *o, const struct expr *e,
                              bool *exact)
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
        buffer_add(&b, leaf_words(o, &l, leaf));
        from = leaf->at.hi;
    }
    buffer_add(&b, source_text(o->model->sources, (struct span){from, e->at.hi}));
    *exact = !l.rounded;
    return text_folded(a, buffer_text(&b));
}

struct text words_stated(struct arena *a, const struct model *m, const struct fact *f,
                         const struct fact_entry *entry)
{
    struct text shown = entry->shown;
    if (!shown.n || entry->value.kind == VALUE_TABLE)
        return words_value(a, m, entry->value, f->unit);
    bool bare = entry->value.kind == VALUE_NUMBER && f->unit;
    for (size_t i = 0; bare && i < shown.n;) {
        uint32_t p = text_next(shown, &i);
        bare = (p >= '0' && p <= '9') || (p >= 0x0E50 && p <= 0x0E59) || p == '.' || p == ',' ||
               p == '-';
    }
    return bare ? SAY(a, "{} {}", shown, f->unit->words) : shown;
}

struct text words_cite(struct arena *a, const struct model *m, const struct cite *c)
{
    struct text says = c->document;
    if (c->has_date)
        says = SAY(a, "{}, {}", says, date_words(a, c->dated, m->era));
    if (c->page.n)
        says = SAY(a, "{}, page {}", says, c->page);
    return c->has_effect ? SAY(a, "{}, effective {}", says, date_words(a, c->effective, m->era))
                         : says;
}
