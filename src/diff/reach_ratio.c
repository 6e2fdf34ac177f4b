/* Ratios: facts, times numbers, over one divisor.
 *
 * Where the divisor can be as large as one likes and some fact above it too, the ratio is every
 * number that its signs allow, while the other facts above are nothing. */
#include "diff/reach.h"

#include "check/ranges.h"

enum { FORM_TERMS = 50 };

struct form {
    const struct expr *divisor; /* NULL: there is none */
    bool good;
    size_t looked; /* terms, so that a chain of sums of itself ends */
    struct {
        const struct fact *of;
        bool positive;
    } term[FORM_TERMS];
    size_t n;
};

bool reach_literal(const struct expr *e, struct number *n)
{
    e = reach_meant(e);
    if (e->kind == EXPR_NUMBER)
        *n = e->literal->number;
    return e->kind == EXPR_NUMBER;
}

/* A fact, or the sum of a column: one row is enough. */
static const struct fact *amount_of(const struct expr *e)
{
    e = reach_meant(e);
    if (e->kind == EXPR_AGGREGATE && e->aggregate == AGGREGATE_SUM && !e->right)
        e = reach_meant(e->left);
    const struct fact *f = reach_fact(e);
    return f && f->type.kind == TYPE_NUMBER ? f : NULL;
}

static void add(struct form *f, const struct expr *e, bool positive, const struct expr *divisor);

static void add_arithmetic(struct form *f, const struct expr *e, bool positive,
                           const struct expr *divisor)
{
    struct number n;
    bool right = reach_literal(e->right, &n);
    if (e->op == OP_ADD || e->op == OP_SUBTRACT) {
        add(f, e->left, positive, divisor);
        add(f, e->right, positive == (e->op == OP_ADD), divisor);
    } else if (right || (e->op == OP_MULTIPLY && reach_literal(e->left, &n))) {
        f->good = f->good && number_sign(n);
        add(f, right ? e->left : e->right, positive == (number_sign(n) > 0), divisor);
    } else if (e->op == OP_DIVIDE && !divisor)
        add(f, e->left, positive, reach_meant(e->right));
    else
        f->good = false;
}

static void add(struct form *f, const struct expr *e, bool positive, const struct expr *divisor)
{
    const struct fact *fact = amount_of(e);
    e = reach_meant(e);
    f->good = f->good && ++f->looked < FORM_TERMS * 2 && f->n < FORM_TERMS;
    if (!f->good)
        return;
    if (!fact && e->kind == EXPR_ARITHMETIC) {
        add_arithmetic(f, e, positive, divisor);
        return;
    }
    f->good = fact && (!f->n || f->divisor == divisor);
    f->divisor = divisor;
    f->term[f->n].of = fact;
    f->term[f->n++].positive = positive;
}

/* --- what it can be --------------------------------------------------------------------------- */

static bool is_unbounded(const struct fact *f)
{
    return !f->has_most && (!f->has_least || number_sign(f->least) <= 0);
}

static bool can_be_nothing(const struct fact *f)
{
    return (!f->has_least || number_sign(f->least) <= 0) &&
           (!f->has_most || number_sign(f->most) >= 0);
}

/* Columns need their table, once. */
static bool take(struct arena *a, struct needs *needs, const struct fact *f)
{
    bool there = false;
    for (size_t i = 0; f->table && i < needs->own.n; i++)
        there = there || needs->own.at[i] == f->table;
    if (f->table && !there)
        LIST_ADD(a, &needs->own, f->table);
    return needs_take(a, needs, f);
}

/* Whatever else it is, it can be as large as one likes. */
static bool take_divisor(struct arena *a, struct needs *needs, const struct expr *e)
{
    struct form f = {.good = true};
    add(&f, e, true, NULL);
    bool large = f.good && !f.divisor;
    for (size_t i = 0; large && i < f.n; i++)
        large = f.term[i].positive && !f.term[i].of->has_most &&
                needs_take_large(a, needs, f.term[i].of);
    return large;
}

/* `a / (a + b)`, of which neither is negative. */
static bool is_share(const struct form *top, const struct form *bottom)
{
    if (top->n != 1 || bottom->n != 2 || !bottom->good || bottom->divisor)
        return false;
    bool found = false;
    for (size_t i = 0; i < 2; i++) {
        const struct fact *f = bottom->term[i].of;
        if (!bottom->term[i].positive || !is_unbounded(f) || !f->has_least)
            return false;
        found = found || f == top->term[0].of;
    }
    return found && bottom->term[0].of != bottom->term[1].of;
}

struct reach reach_ratio(struct arena *a, const struct model *m, const struct expr *e)
{
    struct reach r = reach_anything(a, m, e);
    struct form top = {.good = true}, bottom = {.good = true};
    add(&top, e, true, NULL);
    if (!top.good || !top.divisor)
        return r;
    add(&bottom, top.divisor, true, NULL);
    if (is_share(&top, &bottom) && e->kind == EXPR_ARITHMETIC && e->op == OP_DIVIDE) {
        r.proven = take(a, &r.needs, bottom.term[0].of) && take(a, &r.needs, bottom.term[1].of);
        r.lies = interval_meet(a, r.lies, interval_from(number_of(0), number_of(1)));
        return r;
    }
    bool unbounded = false, apart = true;
    for (size_t i = 0; i < top.n; i++) {
        bool same = false;
        for (size_t j = 0; j < i; j++)
            same = same || top.term[j].of == top.term[i].of;
        apart = apart && can_be_nothing(top.term[i].of) && top.term[i].positive &&
                (same || take(a, &r.needs, top.term[i].of));
        unbounded = unbounded || is_unbounded(top.term[i].of);
    }
    r.proven = unbounded && apart && take_divisor(a, &r.needs, top.divisor);
    return r;
}
