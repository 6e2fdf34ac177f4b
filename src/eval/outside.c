/* Which fact leads out of the calendar: for the message, where a count has failed. */
#include "eval/run.h"

struct finding {
    struct run *r;
    struct date day;
    struct span at;
};

static bool is_the_day(const struct finding *f, struct value v)
{
    struct date d;
    return deadline_of(v, &d) && d.day == f->day.day;
}

static void find(void *user, const struct expr *e)
{
    struct finding *f = user;
    if (!span_is_nowhere(f->at))
        return;
    if (e->kind == EXPR_FACT) {
        const struct fact_entry *entry = &f->r->f->entry[e->fact->index];
        if (is_the_day(f, entry->value))
            f->at = entry->at;
    } else if (e->kind == EXPR_COLUMN && e->level < f->r->rows) {
        const struct table_cell *cell = &f->r->row[f->r->rows - 1 - e->level][e->column->cell];
        if (is_the_day(f, cell->value))
            f->at = cell->at;
    } else if (e->kind == EXPR_LET)
        find(f, e->let->value);
    expr_operands(e, find, f);
}

void name_outside(struct run *r, const struct expr *first, const struct expr *second)
{
    struct trouble *t = &r->out->troubles.at[r->out->troubles.n - 1];
    struct finding f = {.r = r, .day = t->end};
    find(&f, first);
    find(&f, second);
    if (span_is_nowhere(f.at) && r->f->has_as_of && r->f->as_of.day == f.day.day)
        f.at = r->f->as_of_at;
    t->fact_at = f.at;
}
