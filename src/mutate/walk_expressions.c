/* Every expression that decides a score, once each.
 *
 * A let may be read in many places, and what a formula says stands in the model once for each use:
 * such mutants are made everywhere at the same time, as a change of the text would be. Conditions
 * of which the checker has proven that one of them always holds stay as they are; changed, they
 * might leave a case to none, and the checker would refuse that. */
#include <stdlib.h>

#include "check/ranges.h"
#include "mutate/making.h"

/* --- twins ------------------------------------------------------------------------------------ */

static int place_order(const struct expr *x, const struct expr *y)
{
    if (x->at.lo != y->at.lo)
        return x->at.lo < y->at.lo ? -1 : 1;
    if (x->at.hi != y->at.hi)
        return x->at.hi < y->at.hi ? -1 : 1;
    return (int)x->kind - (int)y->kind;
}

static int by_place(const void *x, const void *y)
{
    const struct expr *const *one = x, *const *other = y;
    int order = place_order(*one, *other);
    return order ? order : ((*one)->cell > (*other)->cell) - ((*one)->cell < (*other)->cell);
}

/* At one place, `in period` has two days. */
static bool is_twin(struct arena *a, const struct expr *x, const struct expr *y)
{
    if (place_order(x, y))
        return false;
    bool literal = x->kind == EXPR_LITERAL || x->kind == EXPR_NUMBER;
    return !literal ||
           (x->literal->kind == y->literal->kind && value_equal(a, *x->literal, *y->literal));
}

struct twins twins_of(const struct maker *mk, const struct expr *e)
{
    struct twins twins = {0};
    size_t low = 0, high = mk->expr.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (place_order(mk->expr.at[middle], e) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    const struct expr **list = ARENA_ARRAY(mk->a, const struct expr *, 1);
    size_t room = 1;
    for (; low < mk->expr.n && !place_order(mk->expr.at[low], e); low++) {
        if (!is_twin(mk->a, mk->expr.at[low], e))
            continue;
        if (twins.n == room) {
            list = arena_grow(mk->a, list, room * sizeof *list, 2 * room * sizeof *list);
            room *= 2;
        }
        list[twins.n++] = mk->expr.at[low];
    }
    twins.at = list;
    return twins;
}

void patch_twins(const struct maker *mk, struct mutant *x, const struct expr *e, size_t offset,
                 const void *with, size_t size)
{
    struct twins twins = twins_of(mk, e);
    for (size_t i = 0; i < twins.n; i++)
        mutant_patch(mk, x, (const char *)twins.at[i] + offset, with, size);
}

/* --- what the checker would say ----------------------------------------------------------------
 */

static bool has_otherwise(const struct bands *bands)
{
    for (size_t i = 0; i < bands->n; i++)
        if (bands->at[i].otherwise)
            return true;
    return false;
}

static bool is_within(struct arena *a, struct interval x, struct interval y)
{
    return end_order(a, y.low, x.low) <= 0 && end_order(a, x.high, y.high) <= 0;
}

/* Bands cover what the measure can be; a measure that can be more might fall into a gap. */
static bool leaves_gap(struct maker *mk, const struct mutant *x, const struct criterion *k)
{
    bool covered = k->scorer != SCORER_BANDS;
    for (size_t i = 0; !covered && i < k->thresholds.n; i++)
        covered = has_otherwise(&k->thresholds.at[i]->bands);
    if (covered)
        return false;
    struct interval before = range_in(mk->a, mk->m, k->measure);
    mutant_swap(x);
    struct interval after = range_in(mk->a, mk->m, k->measure);
    mutant_swap(x);
    return !is_within(mk->a, after, before);
}

void mutant_end_expr(struct maker *mk, struct mutant x, struct text says)
{
    for (size_t i = 0; x.wide && i < mk->m->criteria.n; i++)
        if (leaves_gap(mk, &x, mk->m->criteria.at[i]))
            return;
    if (!x.wide && leaves_gap(mk, &x, mk->of))
        return;
    mutant_end(mk, x, says);
}

/* --- before all ------------------------------------------------------------------------------- */

struct collecting {
    struct maker *mk;
    bool *seen;
};

static bool is_open(const struct cases *cases)
{
    for (size_t i = 0; i < cases->rows.n; i++)
        if (cases->rows.at[i].otherwise)
            return true;
    return false;
}

static void forbid(void *maker, const struct expr *e)
{
    struct maker *mk = maker;
    if (mk->met[e->cell])
        return;
    mk->met[e->cell] = true;
    if (e->kind == EXPR_LET)
        forbid(mk, e->let->value);
    expr_operands(e, forbid, mk);
}

static void forbid_cases(struct maker *mk, const struct cases *cases)
{
    if (cases && !is_open(cases))
        cases_expressions(cases, forbid, mk);
}

static void collect(void *collecting, const struct expr *e)
{
    struct collecting *c = collecting;
    if (c->seen[e->cell])
        return;
    c->seen[e->cell] = true;
    LIST_ADD(c->mk->a, &c->mk->expr, e);
    forbid_cases(c->mk, e->cases);
    if (e->kind == EXPR_LET)
        collect(c, e->let->value);
    expr_operands(e, collect, c);
}

void expressions_begin(struct maker *mk)
{
    struct collecting c = {mk, ARENA_ARRAY(mk->a, bool, mk->m->cells)};
    mk->met = ARENA_ARRAY(mk->a, bool, mk->m->cells);
    for (size_t i = 0; i < mk->m->criteria.n; i++) {
        const struct criterion *k = mk->m->criteria.at[i];
        criterion_expressions(k, collect, &c);
        changing_expressions(k, collect, &c);
        forbid_cases(mk, k->by);
        if (k->weights)
            forbid_cases(mk, k->weights->cases);
    }
    qsort(mk->expr.at, mk->expr.n, sizeof *mk->expr.at, by_place);
}

/* --- of one criterion ------------------------------------------------------------------------- */

static void walk(void *maker, const struct expr *e)
{
    struct maker *mk = maker;
    struct maker was = *mk;
    if (mk->met[e->cell])
        return;
    mk->met[e->cell] = true;
    make_expression(mk, e);
    mk->deadline = mk->deadline && e->kind == EXPR_LET;
    mk->wide = mk->wide || e->kind == EXPR_LET || e->kind == EXPR_CALL;
    if (e->kind == EXPR_LET) {
        mk->where = SAY(mk->a, "{}", e->let->name);
        walk(mk, e->let->value);
    }
    expr_operands(e, walk, mk);
    mk->wide = was.wide;
    mk->where = was.where;
    mk->deadline = was.deadline;
}

static void walk_in(struct maker *mk, const struct expr *e, struct text where)
{
    mk->where = where;
    if (e)
        walk(mk, e);
}

static void walk_deadline(struct maker *mk, const struct expr *e, enum day_unit unit,
                          struct text where)
{
    mk->deadline = true;
    mk->counted = unit;
    walk_in(mk, e, where);
    mk->deadline = false;
}

static void walk_steps(struct maker *mk, const struct criterion *k, struct text of)
{
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct step *s = &k->steps.at[i];
        struct text where =
            SAY(mk->a, "step {} of {}", number_short_words(mk->a, s->number, DECIMALS), of);
        walk_in(mk, s->when, where);
        walk_in(mk, s->done, where);
        walk_deadline(mk, s->by, s->is_late ? s->late_unit : UNIT_DAY, where);
    }
}

static void walk_changes(struct maker *mk, const struct criterion *k, struct text of)
{
    for (size_t i = 0; i < k->penalties.n; i++) {
        const struct penalty *p = k->penalties.at[i];
        struct text where = SAY(mk->a, "the {} {}", penalty_kind(p), p->name);
        walk_deadline(mk, p->after, p->unit, where);
        walk_deadline(mk, p->until, p->unit, where);
        mk->where = where;
        penalty_expressions(p, walk, mk);
    }
    for (size_t i = 0; i < k->adjust.n; i++) {
        mk->where =
            SAY(mk->a, "line {} of `adjust` in {}", text_number(mk->a, (long long)i + 1), of);
        adjust_expressions(&k->adjust.at[i], walk, mk);
    }
}

void make_expressions(struct maker *mk, const struct criterion *k)
{
    struct text of = mutant_of_words(k);
    walk_in(mk, k->applies, SAY(mk->a, "`applies when` of {}", of));
    walk_in(mk, k->measure, SAY(mk->a, "the measure of {}", of));
    walk_in(mk, k->formula, SAY(mk->a, "the formula of {}", of));
    mk->where = SAY(mk->a, "the cases of {}", of);
    if (k->by)
        cases_expressions(k->by, walk, mk);
    walk_steps(mk, k, of);
    walk_changes(mk, k, of);
    mk->where = SAY(mk->a, "the weights of {}", of);
    mk->wide = true;
    weights_expressions(k, walk, mk);
    mk->wide = false;
}
