/* Comparisons: like with like, words that were declared, ranges, months and sets. */
#include "check/checker.h"

/* A share of a whole, as it is calculated or stated; `share * 100` is meant to be something else.
 */
static bool is_share(const struct expr *e)
{
    while (e->kind == EXPR_LET)
        e = e->let->value;
    return e->type.ratio && !e->type.dimension &&
           (e->kind == EXPR_FACT || e->kind == EXPR_COLUMN || e->kind == EXPR_AGGREGATE ||
            (e->kind == EXPR_ARITHMETIC && e->op == OP_DIVIDE));
}

/* `rate > 90`: nobody passes 90 times the whole. */
static void check_share(struct checker *c, const struct expr *share, const struct expr *number)
{
    enum { NEVER_SHARES = 10 };
    if (number->kind != EXPR_NUMBER || number->type.dimension || !is_share(share) ||
        text_ends(number->shown, TEXT("%")) ||
        number_order(c->a, number->literal->number, number_of(NEVER_SHARES)) <= 0)
        return;
    struct diag *g = DIAG_ADD(c->d, K0410, number->at, number->shown);
    diag_label(c->d, g, share->at, TEXT("this is a share: 1 is all of it"));
    diag_help(g, SAY(c->a, "write it as percent: `{}%`", number->shown));
    diag_fix(g, number->at, SAY(c->a, "{}%", number->shown));
}

/* What was perhaps meant where two values of different kinds meet. */
static void help_mismatch(struct checker *c, struct diag *g, const struct expr *l,
                          const struct expr *r)
{
    const struct expr *answer = l->type.kind == TYPE_YES_NO ? l : r;
    if (l->type.kind == TYPE_DATE && r->type.kind == TYPE_MONTH)
        diag_help(g, SAY(c->a, "say which: `{} in {}`, or name the day", check_source(c, l->at),
                         check_source(c, r->at)));
    else if (answer->type.kind == TYPE_YES_NO)
        diag_help(g, SAY(c->a, "it is an answer already: write `{}` or `not {}`",
                         check_source(c, answer->at), check_source(c, answer->at)));
    if (l->type.kind == TYPE_DATE && r->type.kind == TYPE_NUMBER)
        dates_meant(c, g, r->at);
    if (r->type.kind == TYPE_DATE && l->type.kind == TYPE_NUMBER)
        dates_meant(c, g, l->at);
}

/* `=` and `!=` compare anything with its like; an order exists for numbers, dates and months. */
void compare_types(struct checker *c, struct expr *e)
{
    struct expr *l = e->left, *r = e->right;
    bool order = e->op != OP_EQ && e->op != OP_NE;
    if (l->type.kind == TYPE_ERROR || r->type.kind == TYPE_ERROR)
        return;
    if (l->type.kind == TYPE_RANGE || r->type.kind == TYPE_RANGE) {
        type_wanted(c, l->type.kind == TYPE_RANGE ? l : r, "a single value");
        return;
    }
    check_share(c, l, r);
    check_share(c, r, l);
    if (l->type.kind != r->type.kind) {
        struct diag *g =
            DIAG_ADD(c->d, K0404, e->at, check_source(c, l->at), type_words(c->a, l->type),
                     check_source(c, r->at), type_words(c->a, r->type));
        diag_label(c->d, g, l->at, type_words(c->a, l->type));
        diag_label(c->d, g, r->at, type_words(c->a, r->type));
        label_origin(c, g, l);
        label_origin(c, g, r);
        help_mismatch(c, g, l, r);
    } else if (order && l->type.kind != TYPE_NUMBER && l->type.kind != TYPE_DATE &&
               l->type.kind != TYPE_MONTH) {
        struct diag *g = DIAG_ADD(c->d, K0402, l->at, check_source(c, l->at),
                                  TEXT("a number, a date or a month"));
        diag_says(g, SAY(c->a, "this is {}", type_words(c->a, l->type)));
        diag_help(g, TEXT("only `=` and `!=` compare values that have no order"));
    } else
        units_agree(c, l, r, e->at, "compare");
}

bool check_word_among(struct checker *c, struct span at, struct text word, const struct expr *other,
                      const struct text *words, size_t n)
{
    struct nearest near = nearest_to(word);
    for (size_t i = 0; i < n; i++) {
        if (text_equal(words[i], word))
            return true;
        nearest_offer(&near, words[i]);
    }
    const struct fact *f = expr_fact(other);
    struct diag *g = DIAG_ADD(c->d, K0405, at, word, f ? f->path : check_source(c, other->at));
    if (f)
        diag_label(c->d, g, f->at, SAY(c->a, "declared as {}", fact_type_words(c->a, f)));
    if (near.best.n) {
        diag_help(g, SAY(c->a, "did you mean \"{}\"?", near.best));
        diag_fix(g, at, SAY(c->a, "\"{}\"", near.best));
    }
    return false;
}

/* A text compared with a choice, or looked for in a set, must be one of the words that were
 * declared. */
void check_word(struct checker *c, const struct expr *text, const struct expr *other)
{
    const struct fact *f = expr_fact(other);
    text = expr_meant(text);
    if (f && f->words.n && text->kind == EXPR_LITERAL && text->type.kind == TYPE_TEXT)
        check_word_among(c, text->at, text->literal->text, other, f->words.at, f->words.n);
}

static void check_in_range(struct checker *c, const struct expr *e)
{
    const struct expr *l = e->left, *r = e->right;
    if (types_match(l->type, r->left->type)) {
        units_agree(c, l, r->left, e->at, "compare");
        check_share(c, l, r->left);
        return;
    }
    struct diag *g = DIAG_ADD(c->d, K0404, e->at, check_source(c, l->at), type_words(c->a, l->type),
                              check_source(c, r->at),
                              SAY(c->a, "a range from {} on", type_words(c->a, r->left->type)));
    diag_label(c->d, g, l->at, type_words(c->a, l->type));
    label_origin(c, g, l);
    struct text words = check_source(c, l->at), range = check_source(c, r->at);
    if (l->type.kind == TYPE_DATE && r->left->type.kind == TYPE_MONTH)
        diag_help(g, SAY(c->a, "compare its month: `month of {} in {}`", words, range));
    else if (l->type.kind == TYPE_MONTH && r->left->type.kind == TYPE_DATE)
        diag_help(g, TEXT("write the ends as months, or name a day of the month, as `end of`"));
    dates_meant(c, g, r->at);
}

struct expr *in_expr(struct checker *c, struct expr *e)
{
    struct expr *l = e->left, *r = e->right;
    if (l->type.kind == TYPE_ERROR || r->type.kind == TYPE_ERROR)
        return e;
    if (l->type.kind == TYPE_RANGE)
        type_wanted(c, l, "a single value");
    else if (r->type.kind == TYPE_RANGE && r->kind != EXPR_RANGE)
        type_wanted(c, r, "a range that is written out");
    else if (r->type.kind == TYPE_RANGE)
        check_in_range(c, e);
    else if (r->type.kind == TYPE_SET) {
        if (type_is(l, TYPE_TEXT))
            check_word(c, l, r);
        else
            type_wanted(c, l, "a text");
    } else if (r->type.kind == TYPE_MONTH) {
        if (l->type.kind != TYPE_DATE)
            type_wanted(c, l, "a date");
    } else
        type_wanted(c, r, "a range, a month or a set");
    return e;
}

struct expr *range_expr(struct checker *c, const struct node *n, struct criterion *owner,
                        const struct row_scope *rows)
{
    struct expr *e = expr_new(c, EXPR_RANGE, n->at, kind_of(TYPE_RANGE));
    e->left = check_expr(c, n->range.low, owner, rows);
    e->right = check_expr(c, n->range.high, owner, rows);
    if (!types_match(e->left->type, e->right->type)) {
        DIAG_ADD(c->d, K0404, n->at, check_source(c, e->left->at), type_words(c->a, e->left->type),
                 check_source(c, e->right->at), type_words(c->a, e->right->type));
        e->type.kind = TYPE_ERROR;
    }
    return e;
}
