/* How sure a score is. */
#include "advise/margins.h"

struct searching {
    struct arena *a;
    struct margins *m;
};

static void look_at_measure(struct searching *s, const struct result *r, struct margin *m)
{
    bool levels = r->criterion->scorer == SCORER_LEVELS;
    if (!levels && r->criterion->scorer != SCORER_BANDS)
        return;
    const struct fact *earned = earned_fact(r->criterion);
    m->has_measure = true;
    for (int more = 0; more < 2; more++) {
        struct threshold *t = more ? &m->more : &m->less;
        *t = (levels ? threshold_of_levels : threshold_of_bands)(s->a, r, more);
        t->amount = amount_for(s->a, s->m->outcome, earned, r->criterion->measure, t);
    }
}

static void look_at_steps(const struct result *r, struct margin *m)
{
    const struct criterion *k = r->criterion;
    if (k->scorer == SCORER_STEPS && r->next_step < k->steps.n)
        m->next_step = &k->steps.at[r->next_step];
}

/* Whether there is one. */
static bool look_at_mark(struct searching *s, const struct result *r, enum mark mark,
                         struct mark_margin *m)
{
    m->there = r->mark[mark].band && result_has_score(r);
    if (!m->there)
        return false;
    m->less = threshold_of_marks(s->a, r, mark, false);
    m->more = threshold_of_marks(s->a, r, mark, true);
    return true;
}

static void look_at(struct searching *s, const struct result *r)
{
    struct margin m = {.result = r};
    if (result_has_raw(s->m->outcome, r)) {
        look_at_measure(s, r, &m);
        look_at_steps(r, &m);
    }
    bool marked = false;
    for (enum mark mark = 0; mark < MARKS; mark++)
        marked = look_at_mark(s, r, mark, &m.mark[mark]) || marked;
    if (m.has_measure || m.next_step || marked)
        LIST_ADD(s->a, &s->m->all, m);
    bool leaf = r->criterion->scorer != SCORER_CHILDREN, near = m.has_measure || m.next_step;
    if (leaf && !near && (r->carried || r->status != STATUS_SCORED))
        LIST_ADD(s->a, &s->m->open, r);
}

static void look_below(struct searching *s, const struct criterion *k)
{
    const struct result *r = outcome_result(s->m->outcome, k);
    if (!result_counts(s->m->outcome, r))
        return;
    if (k->parent)
        look_at(s, r);
    for (size_t i = 0; i < k->children.n; i++)
        look_below(s, k->children.at[i]);
    if (!k->parent)
        look_at(s, r);
}

struct margins *margins_of(struct arena *a, struct outcome *o, const struct criterion *about)
{
    struct margins *m = ARENA_NEW(a, struct margins);
    *m = (struct margins){.outcome = o, .about = about};
    look_below(&(struct searching){a, m}, about);
    return m;
}
