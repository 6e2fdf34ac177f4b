/* What is added to a score or taken from it: penalties, bonuses, lines of adjust, floor, cap,
 * rounding. */
#include "report/booklet_inside.h"

static struct text base_words(const struct booklet *b, const struct penalty *p)
{
    struct text each = booklet_written(b, p->each_shown);
    switch (p->kind) {
    case AMOUNT_FLAT:
        return TELL(b, AMOUNT_FLAT, each);
    case AMOUNT_TIME: {
        struct text after = booklet_expr(b, p->after);
        return TELL(b, AMOUNT_TIME, each, booklet_day_unit(b, p->unit), after,
                    booklet_expr(b, p->until));
    }
    case AMOUNT_ROWS:
        return TELL(b, AMOUNT_ROWS, each, booklet_expr(b, p->count));
    case AMOUNT_FORMULA:
        break;
    }
    return booklet_expr(b, p->amount);
}

static struct text amount_words(const struct booklet *b, const struct penalty *p)
{
    struct text words = base_words(b, p);
    if (p->when)
        words = TELL(b, AMOUNT_WHEN, words, booklet_condition(b, p->when));
    if (p->free)
        words = TELL(b, AMOUNT_FREE, words, text_number(b->a, p->free));
    return p->has_cap ? TELL(b, AMOUNT_CAP, words, booklet_number(b, p->cap)) : words;
}

static void add_penalty(const struct booklet *b, struct block *outline, const struct penalty *p)
{
    struct text called = text_folded(b->a, p->title.n ? p->title : p->name);
    struct text words = amount_words(b, p);
    booklet_item(b, outline, 0,
                 p->is_bonus ? TELL(b, GIVEN_TO, called, words) : TELL(b, TAKEN, called, words));
    for (size_t i = 0; i < p->remarks.cites.n; i++)
        booklet_item(b, outline, 1, booklet_cite(b, &p->remarks.cites.at[i]));
    for (size_t i = 0; i < p->remarks.notes.n; i++)
        booklet_item(b, outline, 1, text_folded(b->a, p->remarks.notes.at[i]));
}

static struct text line_words(const struct booklet *b, const struct adjust_line *l)
{
    struct text value = l->value ? booklet_operand(b, l->value, STRENGTH_SUM) : TEXT("");
    struct text words = {0};
    switch (l->kind) {
    case ADJUST_PLUS:
        words = TELL(b, ADJUST_PLUS, value);
        break;
    case ADJUST_MINUS:
        words = TELL(b, ADJUST_MINUS, value);
        break;
    case ADJUST_AT_LEAST:
        words = TELL(b, ADJUST_AT_LEAST, value);
        break;
    case ADJUST_AT_MOST:
        words = TELL(b, ADJUST_AT_MOST, value);
        break;
    case ADJUST_ROUND:
        words = TELL(b, ADJUST_ROUND, booklet_rounding(b, &l->rounding));
        break;
    }
    return l->when ? TELL(b, AMOUNT_WHEN, words, booklet_condition(b, l->when)) : words;
}

static void add_adjust(const struct booklet *b, const struct criterion *k)
{
    booklet_label(b, TOLD(b, ADJUSTED));
    struct block *outline = document_outline(b->d);
    for (size_t i = 0; i < k->adjust.n; i++)
        booklet_item(b, outline, 0,
                     SAY(b->a, "{}. {}", text_number(b->a, (long long)i + 1),
                         line_words(b, &k->adjust.at[i])));
}

/* Without lines of its own a criterion ends where its scale does, which goes without saying. */
static void add_ends(const struct booklet *b, const struct criterion *k)
{
    if (!k->has_floor && !k->has_cap && !k->round_score->set)
        return;
    struct block *outline = document_outline(b->d);
    if (k->has_floor)
        booklet_item(b, outline, 0, TELL(b, FLOOR, booklet_number(b, k->floor)));
    if (k->has_cap)
        booklet_item(b, outline, 0, TELL(b, CAP, booklet_number(b, k->cap)));
    if (k->round_score->set)
        booklet_item(b, outline, 0, TELL(b, SCORE_ROUNDED, booklet_rounding(b, k->round_score)));
}

void booklet_changing(const struct booklet *b, const struct criterion *k)
{
    if (k->penalties.n) {
        booklet_label(b, k->parent ? TOLD(b, CHANGES) : TOLD(b, CHANGES_TOTAL));
        struct block *outline = document_outline(b->d);
        for (size_t i = 0; i < k->penalties.n; i++)
            add_penalty(b, outline, k->penalties.at[i]);
    }
    if (k->has_adjust)
        add_adjust(b, k);
    else
        add_ends(b, k);
}
