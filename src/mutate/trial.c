/* One mutant after the other. */
#include "mutate/trial.h"
#include "mutate/witness.h"

/* --- tests -------------------------------------------------------------------------------------
 */

static bool is_of_criterion(const struct expectation *e)
{
    bool figure = e->kind == EXPECT_FIGURE;
    return !figure || text_equal(e->aspect, TEXT("score")) ||
           text_equal(e->aspect, TEXT("measure"));
}

static void add_test(struct trials *t, const struct test_result *r)
{
    struct trial_test one = {.result = r};
    if (!r->outcome)
        return;
    one.asks = ARENA_ARRAY(t->a, bool, t->m->criteria.n);
    for (size_t i = 0; i < r->test->expected.n; i++) {
        const struct expectation *e = &r->test->expected.at[i];
        if (!e->of)
            continue;
        one.asks[e->of->index] = true;
        one.anywhere = one.anywhere || !is_of_criterion(e);
    }
    LIST_ADD(t->a, &t->tests, one);
}

struct trials *trials_of(struct arena *a, const struct model *m, struct mutants mutants,
                         struct test_result *const *results, size_t n,
                         const struct facts_host *host)
{
    struct trials *t = ARENA_NEW(a, struct trials);
    *t = (struct trials){.a = a, .scratch = arena_beside(a), .m = m, .mutants = mutants};
    t->influence = influence_in(a, m);
    for (size_t i = 0; i < n; i++)
        add_test(t, results[i]);
    t->search = search_of(t, host);
    return t;
}

/* --- one mutant --------------------------------------------------------------------------------
 */

static bool may_notice(struct trials *t, const struct mutant *x, const struct trial_test *test)
{
    bool may = x->wide || test->anywhere;
    const bool *in = influence_of(&t->influence, x->of);
    for (size_t i = 0; !may && i < t->m->criteria.n; i++)
        may = in[i] && test->asks[i];
    return may;
}

/* The mutant is made: whether the test fails on it. */
static bool notices(struct trials *t, const struct mutant *x, const struct trial_test *test)
{
    struct outcome *was = test->result->outcome;
    struct arena_mark mark = arena_mark(t->scratch);
    bool same = false;
    if (!x->wide) {
        const struct outcome *o = eval_supposing(t->scratch, t->m, was->facts, x->of, NULL, 0);
        same = result_same(t->scratch, outcome_result(was, x->of), outcome_result(o, x->of));
    }
    bool noticed = false;
    if (!same) {
        struct outcome *o = eval_model(t->scratch, t->m, was->facts);
        noticed =
            o->troubles.n != was->troubles.n || !test_holds(t->scratch, o, test->result->test);
    }
    arena_return(t->scratch, mark);
    return noticed;
}

/* What asks for the criterion itself is the likeliest to notice. */
static bool is_killed(struct trials *t, const struct mutant *x, size_t *killer)
{
    for (int nearest = 1; nearest >= 0; nearest--)
        for (size_t i = 0; i < t->tests.n; i++) {
            const struct trial_test *test = &t->tests.at[i];
            if (test->asks[x->of->index] != nearest || !may_notice(t, x, test))
                continue;
            *killer = i;
            if (notices(t, x, test))
                return true;
        }
    return false;
}

struct mutant_fate trials_try(struct trials *t, size_t mutant)
{
    const struct mutant *x = &t->mutants.all.at[mutant];
    struct mutant_fate v = {.fate = FATE_SAME};
    if (x->same)
        return v;
    mutant_swap(x);
    v.fate = is_killed(t, x, &v.killer) ? FATE_KILLED : FATE_SURVIVED;
    mutant_swap(x);
    if (v.fate == FATE_SURVIVED)
        v.shown = search_find(t, x, &v.tried);
    return v;
}
