/* Values that could decide a condition: those that stand in it, and their neighbours. */
#include "cases/seeking.h"

#include "facts/plain.h"

enum { VALUES = 200 /* of one condition that are tried for one fact */ };

struct near {
    struct seeking *s;
    const struct moves *moves;
    const struct fact *f;
    struct values found;
};

static void add(struct near *n, struct value v)
{
    if (n->found.all.n < VALUES)
        LIST_ADD(n->s->a, &n->found.all, v);
}

static void add_number(struct near *n, struct number at)
{
    struct arena *a = n->s->a;
    const struct fact *f = n->f;
    struct number grain = fact_grain(a, f), on = number_round(a, at, grain, ROUND_DOWN);
    for (int i = -1; i <= 1; i++) {
        struct number x = number_add(a, on, number_multiply(a, grain, number_of(i)));
        if (!(f->has_least && number_order(a, x, f->least) < 0) &&
            !(f->has_most && number_order(a, x, f->most) > 0))
            add(n, value_number(x));
    }
}

static void add_days(struct near *n, struct date d)
{
    struct date other;
    for (int i = -1; i <= 1; i++)
        if (date_add_days(d, i, &other))
            add(n,
                n->f->type.kind == TYPE_DATE ? value_date(other) : value_month(date_month(other)));
}

static void add_text(struct near *n, struct text t)
{
    if (n->f->type.kind == TYPE_TEXT && !n->f->is_choice)
        add(n, value_text(t));
    if (n->f->type.kind != TYPE_SET)
        return;
    struct text *one = ARENA_ARRAY(n->s->a, struct text, 1);
    *one = t;
    add(n, (struct value){.kind = VALUE_SET, .set = set_make(n->s->a, one, 1)});
}

static void add_near(struct near *n, struct value v)
{
    switch (v.kind) {
    case VALUE_NUMBER:
        if (n->f->type.kind == TYPE_NUMBER)
            add_number(n, v.number);
        break;
    case VALUE_DATE:
    case VALUE_MONTH:
        if (n->f->type.kind != TYPE_DATE && n->f->type.kind != TYPE_MONTH)
            break;
        add_days(n, v.kind == VALUE_DATE ? v.date : month_first(v.month));
        if (v.kind == VALUE_MONTH)
            add_days(n, month_last(v.month));
        break;
    case VALUE_TEXT:
        add_text(n, v.text);
        break;
    case VALUE_SET:
        if (n->f->type.kind == TYPE_SET)
            add(n, v);
        for (size_t i = 0; i < v.set->n; i++)
            add_text(n, v.set->at[i]);
        break;
    case VALUE_ABSENT:
    case VALUE_TRUTH:
    case VALUE_TABLE:
        break;
    }
}

static void look(void *near, const struct expr *e, const struct expr *over)
{
    struct near *n = near;
    (void)over;
    if (e->kind == EXPR_NUMBER || e->kind == EXPR_LITERAL)
        add_near(n, *e->literal);
    if (e->kind == EXPR_FACT && e->fact != n->f)
        add_near(n, moved_entry(n->s, n->moves, e->fact)->value);
}

/* What its type alone allows, where that is little. */
static void add_all(struct near *n)
{
    const struct fact *f = n->f;
    if (f->type.kind == TYPE_YES_NO) {
        add(n, value_truth(true));
        add(n, value_truth(false));
    }
    for (size_t i = 0; i < f->words.n; i++) {
        if (f->is_choice)
            add(n, value_text(f->words.at[i]));
        else
            add_text(n, f->words.at[i]);
    }
    if (f->type.kind == TYPE_SET || f->type.kind == TYPE_TEXT)
        add_text(n, TEXT("-"));
    if (f->optional)
        add(n, value_absent(n->s->a, (struct cause){.kind = f->table ? CAUSE_CELL : CAUSE_FACT,
                                                    .absence = ABSENCE_NONE,
                                                    .what = f->path,
                                                    .at = f->at}));
}

struct values values_near(struct seeking *s, const struct moves *moves, const struct expr *e,
                          const struct fact *f)
{
    struct near n = {.s = s, .moves = moves, .f = f};
    if (f->type.kind != TYPE_TABLE)
        add(&n, plain_value(s->a, s->m, f, 0));
    walk_begin(s);
    walk(s, e, look, &n);
    add_all(&n);
    return n.found;
}
