/* Boundary cases of one criterion after the other. */
#include "cases/seeking.h"

static struct seeking *seeking_new(struct arena *a, const struct model *m, const struct facts *base)
{
    struct seeking *s = ARENA_NEW(a, struct seeking);
    struct arena *scratch = arena_beside(a);
    *s = (struct seeking){.a = a, .m = m, .base = base, .scratch = scratch};
    s->o = eval_model(a, m, base);
    s->again = again_of(scratch, s->o);
    s->out = ARENA_NEW(a, struct boundaries);
    s->reader = score_reader_in(a, m);
    s->let_seen = ARENA_ARRAY(a, size_t, m->lets.n + 1);
    return s;
}

static void look_into(struct seeking *s, const struct criterion *k)
{
    seek_for(s, k);
    s->told = s->out->all.n;
    switch (k->scorer) {
    case SCORER_LEVELS:
    case SCORER_BANDS:
        cases_of_thresholds(s);
        break;
    case SCORER_STEPS:
        cases_of_steps(s);
        break;
    case SCORER_FORMULA:
    case SCORER_CHILDREN:
    case SCORER_NONE:
        break;
    }
    cases_of_conditions(s);
    cases_of_penalties(s);
    cases_of_absence(s);
    cases_of_marks(s);
}

struct boundaries *boundaries_of(struct arena *a, const struct model *m, const struct facts *base,
                                 const struct criterion *about)
{
    struct seeking *s = seeking_new(a, m, base);
    for (size_t i = 0; i < m->criteria.n; i++)
        if (!about || m->criteria.at[i] == about)
            look_into(s, m->criteria.at[i]);
    return s->out;
}

struct facts *boundary_facts(struct arena *a, const struct facts *base, const struct boundary *b)
{
    struct facts *f = facts_copy(a, base);
    for (size_t i = 0; i < b->moves.n; i++)
        f->entry[b->moves.at[i].fact->index] = b->moves.at[i].entry;
    return f;
}

/* --- facts to begin with ---------------------------------------------------------------------- */

static void keep(struct seeking *s, struct facts *f, const struct moves *moves)
{
    for (size_t i = 0; i < moves->n; i++) {
        const struct move *move = &moves->at[i];
        f->entry[move->fact->index] = move->entry;
        again_keep(s->again, move->fact, &move->entry);
    }
}

/* Between two levels in the middle, where the score is no whole number. */
static bool middle_of(struct arena *a, const struct criterion *k, struct number *middle)
{
    const struct thresholds *t = k->thresholds.n && !k->by ? k->thresholds.at[0] : NULL;
    if (!t || k->scorer != SCORER_LEVELS || t->levels.n < 2)
        return false;
    size_t i = t->levels.n / 2;
    struct number sum = number_add(a, t->levels.at[i - 1].value, t->levels.at[i].value);
    *middle = number_divide(a, sum, number_of(2));
    return true;
}

static void settle(struct seeking *s)
{
    struct target t = {.kind = TARGET_MEASURE};
    if (!middle_of(s->a, s->k, &t.value))
        return;
    const struct expr *measure[] = {s->k->measure};
    struct knobs knobs = knobs_of(s, &s->held, measure, 1);
    struct crossing c = seek(s, &s->held, &t, &knobs);
    static const int order[] = {1, 2, 0};
    for (int i = 0; i < 3; i++)
        if (c.has[order[i]]) {
            s->held = c.at[order[i]];
            return;
        }
}

struct facts *plain_facts(struct arena *a, const struct model *m, struct diags *d)
{
    struct facts *f = facts_new(a, m, d);
    facts_finish(f);
    struct seeking *s = seeking_new(a, m, f);
    for (size_t i = m->criteria.n; i-- > 0;) {
        seek_for(s, m->criteria.at[i]);
        settle(s);
        keep(s, f, &s->held);
    }
    return f;
}
