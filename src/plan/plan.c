/* A plan, and one record through it. */
#include <string.h>

#include "plan/inside.h"

enum {
    DECIMALS_USUAL = 4, /* of numbers that declare none */
    DECIMALS_MOST = 9,  /* a slot holds a thousand million even so */
};

void plan_refuse(struct making *m, struct text why)
{
    if (!m->plan->why_not.n)
        m->plan->why_not = why;
}

/* --- slots ---------------------------------------------------------------------------------- */

static unsigned decimals_of(const struct fact *f)
{
    if (f->whole)
        return 0;
    if (f->decimals < 0)
        return DECIMALS_USUAL;
    return f->decimals < DECIMALS_MOST ? (unsigned)f->decimals : DECIMALS_MOST;
}

struct slot_form plan_slot(const struct plan *p, const struct fact *f)
{
    (void)p;
    switch (f->type.kind) {
    case TYPE_NUMBER:
        return (struct slot_form){SLOT_NUMBER, decimals_of(f)};
    case TYPE_DATE:
        return (struct slot_form){.kind = SLOT_DATE};
    case TYPE_MONTH:
        return (struct slot_form){.kind = SLOT_MONTH};
    case TYPE_YES_NO:
        return (struct slot_form){.kind = SLOT_TRUTH};
    case TYPE_TEXT:
        return (struct slot_form){.kind = f->is_choice ? SLOT_CHOICE : SLOT_TEXT};
    case TYPE_SET:
    case TYPE_TABLE:
    case TYPE_RANGE:
    case TYPE_ERROR:
        break;
    }
    return (struct slot_form){.kind = SLOT_NEVER};
}

struct number slot_unit(struct arena *a, const struct plan *p, const struct fact *f)
{
    struct number unit = number_places(a, plan_slot(p, f).decimals);
    if (f->unit)
        unit = number_multiply(a, unit, f->unit->scale);
    return unit.bottom ? number_reduced(unit) : unit;
}

/* --- making --------------------------------------------------------------------------------- */

/* The value of a slot times its unit must be a small number. */
static void fit_units(struct making *m)
{
    const struct model *model = m->plan->model;
    for (size_t i = 0; i < model->facts.n; i++) {
        const struct fact *f = model->facts.at[i];
        struct number unit = number_of(1);
        if (plan_slot(m->plan, f).kind == SLOT_NUMBER)
            unit = slot_unit(m->a, m->plan, f);
        if (!unit.bottom || !wide_is_narrow(unit.top) || !wide_is_narrow(unit.bottom))
            plan_refuse(m, SAY(m->a, "the unit of `{}`", f->path));
    }
}

static void make_all(struct making *m)
{
    struct plan *p = m->plan;
    const struct model *model = p->model;
    p->criteria = ARENA_ARRAY(m->a, struct judged, model->criteria.n);
    p->measured = ARENA_ARRAY(m->a, struct measured, model->criteria.n);
    fit_units(m);
    for (size_t i = model->criteria.n; i-- > 0;) {
        const struct criterion *k = model->criteria.at[i];
        m->where = k->parent ? k->path : TEXT("the total");
        plan_criterion(m, &p->criteria[i], k);
    }
    for (size_t i = 0; i < model->lets.n; i++) {
        m->where = SAY(m->a, "the let `{}`", model->lets.at[i]->name);
        LIST_ADD(m->a, &p->lets, plan_kept(m, model->lets.at[i]->value));
    }
    for (size_t i = model->criteria.n; !p->why_not.n && i-- > 0;)
        plan_whole(m, &p->criteria[i]);
    for (size_t i = 0; i < model->criteria.n; i++)
        if (p->criteria[i].always)
            p->measured[i] = p->criteria[i].measured;
}

const struct plan *plan_of(struct arena *a, const struct model *model)
{
    struct plan *p = ARENA_NEW(a, struct plan);
    *p = (struct plan){.model = model,
                       .arena = a,
                       .reads = ARENA_ARRAY(a, bool, model->facts.n + 1),
                       .working = days_counted(a, model->calendar)};
    struct making m = {.a = a,
                       .scratch = arena_beside(a),
                       .plan = p,
                       .kept = ARENA_ARRAY(a, const struct term *, model->cells + 1),
                       .words = map_in(a),
                       .plain = ARENA_ARRAY(a, enum plain, model->lets.n + 1),
                       .reader = fact_reader_in(a, model)};
    make_all(&m);
    return p;
}

bool plan_is_whole(const struct plan *p, struct text *why_not)
{
    if (p->why_not.n && why_not)
        *why_not = p->why_not;
    return !p->why_not.n;
}

bool plan_reads(const struct plan *p, const struct fact *f)
{
    return p->reads[f->index];
}

/* --- running -------------------------------------------------------------------------------- */

static size_t most_children(const struct model *m)
{
    size_t most = 0;
    for (size_t i = 0; i < m->criteria.n; i++)
        if (m->criteria.at[i]->children.n > most)
            most = m->criteria.at[i]->children.n;
    return most;
}

struct plan_run *plan_run_new(struct arena *a, const struct plan *p)
{
    struct plan_run *r = ARENA_NEW(a, struct plan_run);
    *r = (struct plan_run){
        .plan = p,
        .scratch = arena_beside(a),
        .is = ARENA_ARRAY(a, struct settled, p->model->criteria.n),
        .standing = ARENA_ARRAY(a, struct standing, p->model->criteria.n),
        .kept = ARENA_ARRAY(a, struct kept, p->kept + 1),
        .parts = ARENA_ARRAY(a, struct number, most_children(p->model) + 1),
    };
    return r;
}

bool plan_score(const struct plan *p, struct plan_run *r, const struct slot *slots,
                struct score *out)
{
    if (p->why_not.n)
        return false;
    struct arena_mark mark = arena_mark(r->scratch);
    r->slots = slots;
    r->out = out;
    r->turn++;
    r->declined = false;
    memset(r->is, 0, p->model->criteria.n * sizeof *r->is);
    for (size_t i = p->model->criteria.n; !r->declined && i-- > 0;)
        judge(r, i);
    for (size_t i = 0; !r->declined && i < p->lets.n; i++)
        term_held(r, p->lets.at[i]);
    arena_return(r->scratch, mark);
    return !r->declined;
}
