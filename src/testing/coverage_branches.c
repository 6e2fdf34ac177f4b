/* Places of expressions: the arms of `if`, the rows of tables of cases, and what a filter keeps and
 * leaves out.
 *
 * A formula that many use is in the model once for each use, and in the rules once: its places are
 * those of the rules, and one use that comes there is enough. */
#include "testing/covering.h"

struct look {
    struct covering *c;
    const struct criterion *of;
    const struct expr *around; /* the outermost aggregate that it stands in; NULL: none */
};

/* The place of what `e` decides, number `i` of its kind there: what it says is to be filled in.
 * NULL when it was there already. */
static struct cover_place *add_branch(const struct look *l, enum cover_kind kind,
                                      const struct expr *e, size_t i, struct span at)
{
    struct covering *c = l->c;
    struct text key = SAY(c->a, "{}.{}.{}.{}", text_number(c->a, kind), text_number(c->a, e->at.lo),
                          text_number(c->a, e->at.hi), text_number(c->a, (long long)i));
    size_t index = map_put(&c->branches, key, c->out->places.n);
    bool new = index == c->out->places.n;
    if (new)
        cover_add(c, kind, l->of, at, TEXT(""))->index = i;
    struct cover_place *p = &c->out->places.at[index];
    LIST_ADD(c->a, &p->uses, (struct cover_use){e, l->around});
    return new ? p : NULL;
}

static void say(const struct look *l, struct cover_place *p, const char *pattern, struct span at)
{
    if (p)
        p->says = SAY(l->c->a, pattern, cover_words(l->c, at));
}

static void add_arms(const struct look *l, const struct expr *e)
{
    struct span when = e->left->at;
    say(l, add_branch(l, COVER_THEN, e, 0, e->right->at), "if {}: then", when);
    say(l, add_branch(l, COVER_ELSE, e, 0, e->third->at), "if {}: else", when);
}

static void add_rows(const struct look *l, const struct expr *e)
{
    for (size_t i = 0; i < e->cases->rows.n; i++) {
        struct span at = e->cases->rows.at[i].at;
        struct cover_place *p = add_branch(l, COVER_CASE, e, i, at);
        if (p)
            p->says = SAY(l->c->a, "case {}, {}", text_number(l->c->a, (long long)i + 1),
                          cover_words(l->c, at));
    }
}

/* Of an aggregate in the rows of another one nobody asks which of its rows count. */
static void add_filter(const struct look *l, const struct expr *e)
{
    struct span where = e->right->at;
    say(l, add_branch(l, COVER_ROW_COUNTED, e, 0, where), "a row where {}", where);
    say(l, add_branch(l, COVER_ROW_LEFT_OUT, e, 0, where), "a row left out by where {}", where);
}

static void look_at(void *user, const struct expr *e)
{
    struct look l = *(const struct look *)user;
    if (e->kind == EXPR_IF)
        add_arms(&l, e);
    else if (e->kind == EXPR_TABLE)
        add_rows(&l, e);
    else if (e->kind == EXPR_AGGREGATE && e->right && !l.around)
        add_filter(&l, e);
    if (e->kind == EXPR_AGGREGATE && !l.around)
        l.around = e;
    if (e->kind == EXPR_CALL) { /* the formula stands in the head, its values here */
        struct look formula = l;
        formula.of = l.c->m->criteria.at[0];
        look_at(&formula, e->left);
        for (size_t i = 0; i < e->args.n; i++)
            look_at(&l, e->args.at[i]);
        return;
    }
    expr_operands(e, look_at, &l);
}

void cover_branches(struct covering *c, const struct criterion *k)
{
    struct look l = {c, k, NULL};
    criterion_expressions(k, look_at, &l);
    changing_expressions(k, look_at, &l);
    for (size_t i = 0; i < k->lets.n; i++)
        look_at(&l, k->lets.at[i]->value);
    for (size_t i = 0; !k->parent && i < c->m->lets.n; i++)
        if (!c->m->lets.at[i]->owner)
            look_at(&l, c->m->lets.at[i]->value);
}
