/* Comparisons: like with like, words that were declared, ranges, months and sets. */
#include "check/checker.h"

/* `=` and `!=` compare anything with its like; an order exists for numbers, dates and months. */
void compare_types(struct checker *c, struct expr *e)
{
    struct expr *l = e->left, *r = e->right;
    bool order = e->op != OP_EQ && e->op != OP_NE;
    if (l->type.kind == TYPE_ERROR || r->type.kind == TYPE_ERROR)
        return;
    if (l->type.kind != r->type.kind) {
        struct diag *g =
            DIAG_ADD(c->d, K0404, e->at, check_source(c, l->at), type_words(c->a, l->type),
                     check_source(c, r->at), type_words(c->a, r->type));
        diag_label(c->d, g, l->at, type_words(c->a, l->type));
        diag_label(c->d, g, r->at, type_words(c->a, r->type));
        if (l->type.kind == TYPE_DATE && r->type.kind == TYPE_MONTH)
            diag_help(g, TEXT("say which: `date in month`, or name the day"));
        label_origin(c, g, l);
        label_origin(c, g, r);
        if (l->type.kind == TYPE_DATE && r->type.kind == TYPE_NUMBER)
            dates_meant(c, g, r->at);
        if (r->type.kind == TYPE_DATE && l->type.kind == TYPE_NUMBER)
            dates_meant(c, g, l->at);
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
        check_word_among(c, text->at, text->literal.text, other, f->words.at, f->words.n);
}

struct expr *in_expr(struct checker *c, struct expr *e)
{
    struct expr *l = e->left, *r = e->right;
    if (l->type.kind == TYPE_ERROR || r->type.kind == TYPE_ERROR)
        return e;
    if (r->type.kind == TYPE_RANGE) {
        if (types_match(l->type, r->left->type))
            units_agree(c, l, r->left, e->at, "compare");
        else
            dates_meant(c,
                        DIAG_ADD(c->d, K0404, e->at, check_source(c, l->at),
                                 type_words(c->a, l->type), check_source(c, r->at),
                                 SAY(c->a, "a range from {} on", type_words(c->a, r->left->type))),
                        r->at);
    } else if (r->type.kind == TYPE_SET) {
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
