/* Changes of facts. */
#include "advise/change.h"
#include "facts/plain.h"

/* The fact, or the column, in whose granularity something is counted; NULL for rows and formulas.
 */
static const struct fact *counted_in(struct unknown u)
{
    if (!u.aggregate)
        return u.fact;
    const struct expr *of = u.aggregate->left;
    return of && of->kind == EXPR_COLUMN ? of->column : NULL;
}

static bool counts_rows(struct unknown u)
{
    return u.aggregate &&
           (u.aggregate->aggregate == AGGREGATE_COUNT || u.aggregate->aggregate == AGGREGATE_SHARE);
}

struct number change_grain(struct arena *a, struct unknown u)
{
    const struct fact *f = counted_in(u);
    if (counts_rows(u))
        return number_of(1);
    return f ? fact_grain(a, f) : number_places(a, UNDECLARED_DECIMALS);
}

/* The first multiple of the grain that meets the bound. */
static struct number on_grain(struct arena *a, struct bound b, struct number grain)
{
    bool away = (number_sign(b.value) < 0) == b.at_most;
    struct number n = number_round(a, b.value, grain, away ? ROUND_UP : ROUND_DOWN);
    if (b.open && number_equal(a, n, b.value))
        n = b.at_most ? number_subtract(a, n, grain) : number_add(a, n, grain);
    return n;
}

static bool is_possible(struct arena *a, const struct outcome *o, struct unknown u, struct number n)
{
    const struct fact *f = u.fact;
    if (!u.aggregate)
        return !(f->has_least && number_order(a, n, f->least) < 0) &&
               !(f->has_most && number_order(a, n, f->most) > 0);
    if (!counts_rows(u))
        return true;
    struct value table = o->facts->entry[f->index].value;
    bool within = u.aggregate->aggregate != AGGREGATE_SHARE ||
                  (table.kind == VALUE_TABLE &&
                   number_order(a, n, number_of((long long)table.table->rows)) <= 0);
    return number_sign(n) >= 0 && within;
}

bool change_for(struct arena *a, struct outcome *o, const struct expr *e, struct unknown u,
                struct bound wanted, struct change *c)
{
    struct bound b;
    if (!solve(a, o, e, u, wanted, &b))
        return false;
    *c = (struct change){.kind = counts_rows(u) ? CHANGE_ROWS
                                 : u.aggregate  ? CHANGE_TOTAL
                                                : CHANGE_FACT,
                         .what = u,
                         .grain = change_grain(a, u)};
    c->has_from = unknown_now(a, o, u, &c->from);
    c->to = on_grain(a, b, c->grain);
    return !number_is_over(c->to) && is_possible(a, o, u, c->to) &&
           !(c->has_from && number_equal(a, c->from, c->to));
}

bool change_alone(struct arena *a, struct outcome *o, const struct criterion *k,
                  const struct expr *e, struct bound wanted, struct changes *changes)
{
    struct unknowns u = unknowns_of(a, o, e);
    struct change c;
    for (size_t i = 0; i < u.all.n; i++) {
        if (!change_for(a, o, e, u.all.at[i], wanted, &c))
            continue;
        c.at = k;
        LIST_ADD(a, changes, c);
        return true;
    }
    return false;
}

struct change change_of_measure(struct arena *a, const struct outcome *o, const struct criterion *k,
                                struct bound wanted)
{
    struct value now = outcome_result(o, k)->measure_exact;
    struct number unit = k->measure->unit ? k->measure->unit->scale : number_of(1);
    struct change c = {
        .kind = CHANGE_MEASURE,
        .at = k,
        .has_from = now.kind == VALUE_NUMBER,
        .from = now.number,
        .grain = k->percent ? number_places(a, UNDECLARED_DECIMALS + 2)
                            : number_multiply(a, unit, number_places(a, UNDECLARED_DECIMALS))};
    c.to = on_grain(a, wanted, c.grain);
    return c;
}

static bool is_done(const struct outcome *o, const struct expr *e)
{
    struct value v = outcome_value(o, e);
    return v.kind == VALUE_DATE || (v.kind == VALUE_TRUTH && v.truth);
}

void change_proofs(struct arena *a, const struct outcome *o, const struct expr *done,
                   struct change c, struct changes *changes)
{
    struct fact_reader reader = fact_reader_in(a, o->model);
    if (c.step->evidence != EVIDENCE_COUNTS)
        return;
    fact_reader_begin(&reader);
    fact_reader_add(&reader, done);
    c.kind = CHANGE_PROVEN;
    for (size_t i = 0; i < reader.facts.n; i++) {
        c.what.fact = reader.facts.at[i];
        if (facts_unproven(o->facts, c.what.fact))
            LIST_ADD(a, changes, c);
    }
}

bool change_acts(struct arena *a, const struct outcome *o, const struct expr *done, struct change c,
                 struct changes *changes)
{
    if (is_done(o, done)) {
        change_proofs(a, o, done, c, changes);
        return true;
    }
    if (done->kind == EXPR_LOGIC && done->op == OP_AND) {
        for (size_t i = 0; i < done->args.n; i++)
            if (!change_acts(a, o, done->args.at[i], c, changes))
                return false;
        return true;
    }
    if (done->kind == EXPR_LOGIC)
        return change_acts(a, o, done->args.at[0], c, changes);
    if (done->kind != EXPR_FACT)
        return false;
    c.what.fact = done->fact;
    c.has_date = c.has_date && done->fact->type.kind == TYPE_DATE;
    LIST_ADD(a, changes, c);
    return true;
}

bool change_shorter(struct arena *a, const struct change *c, struct change *shorter)
{
    *shorter = *c;
    if (c->kind == CHANGE_DONE) {
        shorter->date.day++;
        return c->has_date;
    }
    if (c->kind == CHANGE_PROVEN)
        return false;
    int way = c->has_from ? number_order(a, c->to, c->from) : 1;
    shorter->to = way > 0 ? number_subtract(a, c->to, c->grain) : number_add(a, c->to, c->grain);
    return c->has_from;
}

struct date change_last_day(const struct model *m, enum day_unit unit, struct date from, long days)
{
    struct date d, uncovered;
    if (unit == UNIT_MONTH && date_add_months(from, days, m->month_ends, &d))
        return d;
    if (unit != UNIT_WORKING_DAY)
        return (struct date){from.day + (int32_t)days};
    if (calendar_add_working_days(m->calendar, from, days + 1, &d, &uncovered))
        return (struct date){d.day - 1};
    return m->calendar->last;
}

/* What is supposed: the measure, or what the aggregate gives when its sum or count is another. */
static struct supposition supposition_of(struct arena *a, struct outcome *o, const struct change *c)
{
    if (c->kind == CHANGE_MEASURE)
        return (struct supposition){c->at->measure, value_number(c->to)};
    struct number divisor = unknown_divisor(a, o, c->what);
    return (struct supposition){c->what.aggregate, value_number(number_divide(a, c->to, divisor))};
}

static void state(struct facts *f, const struct change *c)
{
    struct fact_entry *e = &f->entry[c->what.fact->index];
    e->stated = e->evidence.supposed = true;
    if (c->kind == CHANGE_FACT)
        e->value = value_number(c->to);
    else if (c->kind == CHANGE_DONE)
        e->value = c->what.fact->type.kind == TYPE_DATE
                       ? (struct value){.kind = VALUE_DATE, .date = c->date}
                       : value_truth(true);
}

struct outcome *outcome_with(struct arena *a, struct outcome *o, const struct criterion *about,
                             const struct change *c, size_t n)
{
    struct facts *f = facts_copy(a, o->facts);
    struct supposition *supposed = ARENA_ARRAY(a, struct supposition, n + 1);
    size_t supposing = 0;
    for (size_t i = 0; i < n; i++) {
        if (c[i].kind == CHANGE_FACT || c[i].kind == CHANGE_DONE || c[i].kind == CHANGE_PROVEN)
            state(f, &c[i]);
        else
            supposed[supposing++] = supposition_of(a, o, &c[i]);
    }
    return eval_supposing(a, o->model, f, about, supposed, supposing);
}
