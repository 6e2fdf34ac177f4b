/* What would be, if. */
#include "advise/whatif.h"

struct trying {
    struct arena *a, *scratch;
    struct whatif *w;
    bool *changes; /* by criterion: some outcome changes it */
};

bool tried_is_known(const struct tried_score *t)
{
    return t->status == STATUS_SCORED || t->status == STATUS_NOT_APPLICABLE;
}

static struct tried_score score_of(const struct result *r)
{
    struct tried_score s = {.criterion = r->criterion,
                            .status = r->status,
                            .score = r->score,
                            .low = r->low,
                            .high = r->high,
                            .difference = number_of(0)};
    for (enum mark which = 0; which < MARKS; which++)
        s.mark[which] = r->mark[which].band;
    return s;
}

static struct tried_score compared(struct trying *t, const struct result *r)
{
    const struct result *before = outcome_result(t->w->base, r->criterion);
    struct tried_score s = score_of(r);
    s.score = number_copy(t->a, s.score);
    s.low = number_copy(t->a, s.low);
    s.high = number_copy(t->a, s.high);
    s.has_difference = result_has_score(r) && result_has_score(before) && !t->w->base_stopped;
    if (s.has_difference)
        s.difference = number_subtract(t->a, s.score, before->score);
    return s;
}

/* Of ends: two that nothing bounds are equal. */
static bool is_equal(struct arena *a, struct number x, struct number y)
{
    return number_equal(a, x, y) || (number_is_over(x) && number_is_over(y));
}

/* Parts and groups change with their indicators. */
static bool is_other(struct arena *a, const struct result *r, const struct result *before)
{
    if (r->criterion->height != HEIGHT_INDICATOR)
        return false;
    if (r->status != before->status)
        return true;
    if (r->status == STATUS_INCOMPLETE)
        return !is_equal(a, r->low, before->low) || !is_equal(a, r->high, before->high);
    return result_has_score(r) && !number_equal(a, r->score, before->score);
}

static void compare(struct trying *t, struct tried *tried, const struct outcome *o)
{
    const struct model *m = o->model;
    tried->total = compared(t, &o->result[0]);
    for (size_t i = 1; i < m->criteria.n; i++) {
        if (!is_other(t->scratch, &o->result[i], &t->w->base->result[i]))
            continue;
        LIST_ADD(t->a, &tried->changes, compared(t, &o->result[i]));
        t->changes[i] = true;
    }
}

static void keep_troubles(struct trying *t, const struct outcome *o)
{
    for (size_t i = 0; i < o->troubles.n; i++)
        LIST_ADD(t->a, &t->w->troubles, o->troubles.at[i]);
}

static void try_one(struct trying *t, const size_t *chosen)
{
    const struct facts *f = t->w->base->facts;
    const struct fact_entry **value = ARENA_ARRAY(t->a, const struct fact_entry *, f->questions.n);
    for (size_t i = 0; i < f->questions.n; i++)
        value[i] = &f->questions.at[i]->values.at[chosen[i]];
    struct tried tried = {.value = value};
    struct arena_mark mark = arena_mark(t->scratch);
    const struct outcome *o =
        eval_model(t->scratch, t->w->base->model, facts_with(t->scratch, f, chosen));
    compare(t, &tried, o);
    keep_troubles(t, o);
    arena_return(t->scratch, mark);
    LIST_ADD(t->a, &t->w->outcomes, tried);
}

/* The next combination; false after the last one. */
static bool choose_next(const struct facts *f, size_t *chosen)
{
    for (size_t i = f->questions.n; i-- > 0;) {
        if (++chosen[i] < f->questions.at[i]->values.n)
            return true;
        chosen[i] = 0;
    }
    return false;
}

struct whatif *whatif_of(struct arena *a, struct arena *scratch, const struct outcome *base)
{
    const struct model *m = base->model;
    struct whatif *w = ARENA_NEW(a, struct whatif);
    *w = (struct whatif){.base = base, .base_stopped = base->troubles.n > 0};
    struct trying t = {a, scratch, w, ARENA_ARRAY(a, bool, m->criteria.n)};
    size_t *chosen = ARENA_ARRAY(a, size_t, base->facts->questions.n);
    do
        try_one(&t, chosen);
    while (!w->troubles.n && choose_next(base->facts, chosen));
    for (size_t i = 0; i < m->criteria.n; i++)
        if (t.changes[i])
            LIST_ADD(a, &w->changing, m->criteria.at[i]);
    return w;
}

struct tried_score tried_score_of(const struct whatif *w, const struct tried *t,
                                  const struct criterion *k)
{
    size_t lo = 0, hi = t->changes.n;
    while (lo < hi) {
        size_t middle = lo + (hi - lo) / 2;
        if (t->changes.at[middle].criterion->index < k->index)
            lo = middle + 1;
        else
            hi = middle;
    }
    if (lo < t->changes.n && t->changes.at[lo].criterion == k)
        return t->changes.at[lo];
    const struct result *r = outcome_result(w->base, k);
    struct tried_score s = score_of(r);
    s.has_difference = result_has_score(r) && !w->base_stopped;
    return s;
}
