/* What late steps, penalties and bonuses take on the two sides. */
#include "diff/clock.h"

#include "check/ranges.h"
#include "explain/figures.h"

struct number enough_for(const struct versions *v)
{
    struct arena *a = v->d->arena;
    struct number most = number_of(0);
    for (int i = 0; i < SIDES; i++) {
        const struct criterion *k = v->of[i];
        struct number low = number_least(a, k->floor, k->low),
                      high = number_most(a, k->cap, k->high);
        if (number_is_over(k->floor) || number_is_over(k->cap) || number_is_over(k->low))
            return number_over();
        most = number_most(a, most, number_subtract(a, high, low));
    }
    return most;
}

static struct term nothing(void)
{
    return (struct term){.exact = true, .proven = true};
}

struct term term_unchanged(struct arena *a)
{
    struct term t = nothing();
    t.unchanged = true;
    LIST_ADD(a, &t.all, (struct taken){{number_of(0), number_of(0)}, TEXT("")});
    return t;
}

static bool same_or_none(const struct versions *v, const struct expr *x, const struct expr *y)
{
    return x && y ? versions_same(v, x, y) : !x && !y;
}

const struct fact *older_fact(const struct diff *d, const struct fact *f)
{
    const struct fact_pair *p = f->table ? NULL : d->fact_of[NEWER][f->index];
    return p && p->of[OLDER] ? p->of[OLDER] : f;
}

static void join_needs(const struct versions *v, struct term *t, int side, struct needs needs)
{
    for (size_t i = 0; side == NEWER && i < needs.own.n; i++)
        needs.own.at[i] = older_fact(v->d, needs.own.at[i]);
    t->proven = needs_join(v->d->arena, &t->needs, &needs) && t->proven;
}

bool clock_set(const struct versions *v, struct clock *c, int side, const struct expr *after)
{
    c->from_month = after->type.kind == TYPE_MONTH;
    return date_in(v->d->arena, v->d->model[side], after, &c->after);
}

/* --- penalties and bonuses -------------------------------------------------------------------- */

static struct clock penalty_clock(const struct penalty *p)
{
    if (!p)
        return (struct clock){.each = number_of(0), .cap = number_of(0)};
    return (struct clock){.runs = true,
                          .adds = p->is_bonus,
                          .unit = p->unit,
                          .each = p->each,
                          .free = p->free,
                          .has_cap = p->has_cap,
                          .cap = p->cap};
}

static bool numbers_agree(struct arena *a, bool has, struct number x, bool other, struct number y)
{
    return has == other && (!has || number_equal(a, x, y));
}

static bool penalties_same(const struct versions *v, const struct penalty *p,
                           const struct penalty *q)
{
    struct arena *a = v->d->arena;
    bool each = p->kind == AMOUNT_FORMULA || number_equal(a, p->each, q->each);
    return p == q ||
           (p->kind == q->kind && p->is_bonus == q->is_bonus && each && p->unit == q->unit &&
            p->free == q->free && numbers_agree(a, p->has_cap, p->cap, q->has_cap, q->cap) &&
            same_or_none(v, p->when, q->when) && same_or_none(v, p->after, q->after) &&
            same_or_none(v, p->until, q->until) && same_or_none(v, p->count, q->count) &&
            same_or_none(v, p->amount, q->amount));
}

static const struct fact *date_fact(const struct expr *e)
{
    e = reach_meant(e);
    return e->kind == EXPR_FACT ? e->fact : NULL;
}

/* Facts that make it any amount that it can be. */
static void prove(const struct versions *v, struct term *t, int side, const struct penalty *p)
{
    struct arena *a = v->d->arena;
    const struct model *m = v->d->model[side];
    struct needs needs = {.own = {0}};
    const struct fact *until = p->until ? date_fact(p->until) : NULL;
    bool proven = p->kind != AMOUNT_TIME || (until && !date_fact(p->after));
    if (p->kind == AMOUNT_TIME && until)
        LIST_ADD(a, &needs.own, until);
    if (p->kind == AMOUNT_ROWS || p->kind == AMOUNT_FORMULA) {
        struct reach r = reach_number(a, m, p->kind == AMOUNT_ROWS ? p->count : p->amount);
        proven = r.proven;
        needs = r.needs;
    }
    proven = proven && (!p->when || reach_condition(a, m, p->when, true, &needs));
    t->proven = t->proven && proven;
    join_needs(v, t, side, needs);
}

/* An amount by formula, at every figure where one of the caps begins to count. */
static void add_amounts(const struct versions *v, const struct penalty *p, const struct penalty *q,
                        struct term *t)
{
    struct arena *a = v->d->arena;
    struct reach r = reach_number(a, v->d->model[OLDER], p->amount);
    struct number enough = enough_for(v);
    struct number tried[] = {r.lies.low.infinite ? number_of(0) : r.lies.low.at,
                             r.lies.high.infinite ? enough : r.lies.high.at,
                             p->has_cap ? p->cap : number_over(),
                             q->has_cap ? q->cap : number_over()};
    const struct clock of[] = {{.runs = true,
                                .adds = p->is_bonus,
                                .each = number_of(1),
                                .has_cap = p->has_cap,
                                .cap = p->cap},
                               {.runs = true,
                                .adds = q->is_bonus,
                                .each = number_of(1),
                                .has_cap = q->has_cap,
                                .cap = q->cap}};
    t->exact =
        r.proven && !number_sign(r.step) && !(r.lies.high.infinite && number_is_over(enough));
    for (size_t i = 0; i < sizeof tried / sizeof *tried; i++) {
        struct taken one = {.where = SAY(a, "an amount of {}", number_short_words(a, tried[i], 6))};
        if (number_is_over(tried[i]) || number_sign(tried[i]) < 0)
            continue;
        for (int side = 0; side < SIDES; side++) {
            struct number x = of[side].has_cap ? number_least(a, tried[i], of[side].cap) : tried[i];
            one.by[side] = of[side].adds ? number_negate(a, x) : x;
        }
        takings_add(a, &t->all, one);
    }
}

/* Where one side's condition or filter may hold without the other's, one takes and the other does
 * not. */
static void add_alone(struct arena *a, struct term *t, int side)
{
    struct takings both = t->all;
    t->all = (struct takings){0};
    for (size_t i = 0; i < both.n; i++) {
        struct taken one = both.at[i];
        LIST_ADD(a, &t->all, one);
        one.by[!side] = number_of(0);
        LIST_ADD(a, &t->all, one);
    }
}

/* What both take where both are taken. */
static void add_pairs(const struct versions *v, const struct penalty *p, const struct penalty *q,
                      struct term *t)
{
    struct arena *a = v->d->arena;
    struct clock of[] = {penalty_clock(p), penalty_clock(q)};
    const struct penalty *one = p ? p : q;
    bool alike = !p || !q || p->kind == q->kind;
    bool same_count = !p || !q ||
                      (p->unit == q->unit && same_or_none(v, p->after, q->after) &&
                       same_or_none(v, p->until, q->until) && same_or_none(v, p->count, q->count) &&
                       same_or_none(v, p->amount, q->amount));
    t->exact = alike;
    if (!one || !alike)
        return;
    switch (one->kind) {
    case AMOUNT_FLAT:
        of[OLDER].free = of[NEWER].free = 0;
        takings_add(a, &t->all,
                    (struct taken){{clock_takes(a, &of[OLDER], 1), clock_takes(a, &of[NEWER], 1)},
                                   TEXT("")});
        return;
    case AMOUNT_TIME:
        if ((!p || !q || same_or_none(v, p->until, q->until)) &&
            (!p || clock_set(v, &of[OLDER], OLDER, p->after)) &&
            (!q || clock_set(v, &of[NEWER], NEWER, q->after))) {
            clocks_run(v->d->model[OLDER], a, of, enough_for(v),
                       SAY(a, "{} until", one->title.n ? one->title : one->name), t);
            return;
        }
        break;
    case AMOUNT_ROWS:
        break;
    case AMOUNT_FORMULA:
        if (same_count && p && q)
            add_amounts(v, p, q, t);
        else
            t->exact = false;
        return;
    }
    enum relation rows = same_count             ? RELATION_SAME
                         : p->count && q->count ? counts_relate(v, p->count, q->count)
                                                : RELATION_UNKNOWN;
    if (rows == RELATION_UNKNOWN) {
        t->exact = false;
        return;
    }
    clocks_count(a, of, enough_for(v), one, t);
    if (rows != RELATION_SAME)
        add_alone(a, t, rows == RELATION_STRONGER ? OLDER : NEWER);
}

static struct term penalty_term(const struct versions *v, const struct penalty *p,
                                const struct penalty *q)
{
    struct arena *a = v->d->arena;
    struct term t = nothing();
    const struct penalty *one = q ? q : p;
    if (!one)
        return t;
    if (p && q && penalties_same(v, p, q)) {
        bool constant = p->kind == AMOUNT_FLAT && !p->when;
        t = term_unchanged(a);
        t.proven = constant || penalty_can_be_nothing(a, v->d->model[OLDER], p);
        if (constant) {
            t = nothing();
            add_pairs(v, p, q, &t);
        }
        return t;
    }
    add_pairs(v, p, q, &t);
    enum relation when = p && q ? conditions_relate(v, p->when, q->when) : RELATION_SAME;
    bool always = p && q && !p->when && !q->when;
    if (when == RELATION_UNKNOWN)
        t.exact = false;
    if (when == RELATION_STRONGER)
        add_alone(a, &t, OLDER);
    if (when == RELATION_WEAKER)
        add_alone(a, &t, NEWER);
    if (!always && !(one->kind == AMOUNT_FLAT && !one->when))
        takings_add(a, &t.all, (struct taken){{number_of(0), number_of(0)}, TEXT("")});
    if (p)
        prove(v, &t, OLDER, p);
    else
        prove(v, &t, NEWER, q);
    if (p && q && (when == RELATION_STRONGER || when == RELATION_WEAKER)) {
        int side = when == RELATION_STRONGER ? NEWER : OLDER;
        const struct expr *fails = side == NEWER ? q->when : p->when;
        t.proven = reach_condition(a, v->d->model[side], fails, false, &t.needs) && t.proven;
    }
    return t;
}

void penalty_terms(const struct versions *v, struct terms *terms)
{
    struct arena *a = v->d->arena;
    const struct criterion *older = v->of[OLDER], *newer = v->of[NEWER];
    bool *met = ARENA_ARRAY(a, bool, newer->penalties.n + 1);
    for (size_t i = 0; i < older->penalties.n; i++) {
        const struct penalty *p = older->penalties.at[i], *q = NULL;
        for (size_t j = 0; j < newer->penalties.n && !q; j++)
            if (!met[j] && text_equal(newer->penalties.at[j]->name, p->name)) {
                q = newer->penalties.at[j];
                met[j] = true;
            }
        LIST_ADD(a, terms, penalty_term(v, p, q));
    }
    for (size_t j = 0; j < newer->penalties.n; j++)
        if (!met[j])
            LIST_ADD(a, terms, penalty_term(v, NULL, newer->penalties.at[j]));
}
