/* An expression with the value that each part of it had. */
#include "testing/values.h"

#include <stdlib.h>
#include <string.h>

#include "explain/claims.h"
#include "explain/figures.h"
#include "explain/words.h"

enum { LETS = 6 /* that are shown beside what names them */, DIGITS = 6 };

struct valuing {
    struct arena *a;
    struct outcome *o;
    const struct criterion *k;
    struct valued_list *list;
    struct valued *now;
    LIST_OF(const struct let *) lets;
};

static struct text value_words(struct valuing *v, const struct expr *e)
{
    struct value is = outcome_value(v->o, e);
    if (is.kind != VALUE_NUMBER)
        return words_value(v->a, v->o->model, is, e->unit);
    if (e->type.ratio)
        return figure_percent(v->a, is.number, DIGITS, NULL);
    struct text number = figure_short(v->a, is.number, DIGITS, NULL);
    return e->type.dimension ? SAY(v->a, "{} {}", number, dimension_words(v->a, e->type.dimension))
                             : number;
}

/* Where the operator stands, with the white space, brackets and comments around it passed over. */
static uint32_t operator_at(struct valuing *v, const struct expr *left, const struct expr *right)
{
    struct text between =
        source_text(v->o->model->sources, (struct span){left->at.hi, right->at.lo});
    size_t i = 0;
    while (i < between.n && strchr(" \t\r\n()#", between.at[i])) {
        if (between.at[i] == '#')
            while (i < between.n && between.at[i] != '\n')
                i++;
        i++;
    }
    return left->at.hi + (uint32_t)(i < between.n ? i : 0);
}

static uint32_t place_of(struct valuing *v, const struct expr *e)
{
    switch ((unsigned)e->kind) {
    case EXPR_ARITHMETIC:
    case EXPR_COMPARE:
    case EXPR_IN:
        return operator_at(v, e->left, e->right);
    case EXPR_LOGIC:
        return e->args.n > 1 ? operator_at(v, e->args.at[0], e->args.at[1]) : e->at.lo;
    default:
        return e->at.lo;
    }
}

static bool is_literal(const struct expr *e)
{
    return e->kind == EXPR_NUMBER || e->kind == EXPR_LITERAL;
}

static void add_let(struct valuing *v, const struct let *l)
{
    for (size_t i = 0; i < v->lets.n; i++)
        if (v->lets.at[i] == l)
            return;
    if (v->lets.n < LETS)
        LIST_ADD(v->a, &v->lets, l);
}

/* The body of a formula stands elsewhere, and what stands in rows has a value in each of them. */
static void value_part(void *user, const struct expr *e)
{
    struct valuing *v = user;
    struct span all = v->now->e->at;
    if (e->at.lo < all.lo || e->at.hi > all.hi)
        return;
    if (!is_literal(e) && e->type.kind != TYPE_RANGE && outcome_was_needed(v->o, e))
        LIST_ADD(v->a, &v->now->parts, (struct part_value){place_of(v, e), value_words(v, e)});
    if (e->kind == EXPR_LET && outcome_was_needed(v->o, e))
        add_let(v, e->let);
    if (e->kind != EXPR_AGGREGATE && e->kind != EXPR_LET)
        expr_operands(e, value_part, v);
}

static int by_place(const void *one, const void *other)
{
    const struct part_value *x = one, *y = other;
    return x->at == y->at ? 0 : x->at < y->at ? -1 : 1;
}

/* Of what stands at one place the whole was met first. */
static void sort_parts(struct valued *of)
{
    size_t kept = 0;
    for (size_t i = 0; i < of->parts.n; i++) {
        size_t j = 0;
        while (j < kept && of->parts.at[j].at != of->parts.at[i].at)
            j++;
        if (j == kept)
            of->parts.at[kept++] = of->parts.at[i];
    }
    LIST_CUT(&of->parts, kept);
    if (kept)
        qsort(of->parts.at, kept, sizeof *of->parts.at, by_place);
}

static void value_one(struct valuing *v, struct text name, const struct expr *e)
{
    if (!e || e->kind == EXPR_BROKEN)
        return;
    struct valued *one = ARENA_NEW(v->a, struct valued);
    *one = (struct valued){.name = name, .e = e};
    v->now = one;
    value_part(v, e);
    sort_parts(one);
    if (one->parts.n)
        LIST_ADD(v->a, &v->list->all, *one);
}

struct valued_list *values_behind(struct arena *a, struct outcome *o, const struct criterion *k,
                                  struct text aspect)
{
    struct valuing v = {.a = a, .o = o, .k = k, .list = ARENA_NEW(a, struct valued_list)};
    *v.list = (struct valued_list){0};
    const struct let *let = figure_let(k, aspect);
    if (let) {
        value_one(&v, SAY(a, "let {}", let->name), let->value);
    } else {
        value_one(&v, TEXT("measure"), k->measure);
        if (!text_equal(aspect, TEXT("measure")))
            value_one(&v, TEXT("score"), k->formula);
    }
    for (size_t i = 0; i < v.lets.n; i++)
        value_one(&v, SAY(a, "let {}", v.lets.at[i]->name), v.lets.at[i]->value);
    return v.list;
}
