/* The search for facts that make a difference. */
#include "mutate/witness.h"

#include "cases/boundaries.h"
#include "testing/block.h"

enum { NEAREST = 3 /* bases that are gone through for one criterion */ };

/* A test that was told. */
struct told {
    struct text name;
    const struct outcome *was;
    struct difference d;
};

struct search {
    LIST_OF(struct base) bases; /* by test; the last one is of nobody */
    struct arena *a;            /* of the candidates that were made last */
    const struct criterion *of; /* for which they were; NULL: none were */
    struct base chosen[NEAREST + 1];
    struct candidates candidates;
    LIST_OF(struct told) told; /* of the same criterion */
};

/* --- bases -------------------------------------------------------------------------------------
 */

/* The only file that a test reads; NULL when it reads none, or more. */
static const struct test_facts *only_file(const struct test *t)
{
    const struct test_facts *file = NULL;
    for (size_t i = 0; i < t->facts.n; i++) {
        if (t->facts.at[i].kind == TEST_FACTS_TEXT ||
            (t->facts.at[i].kind == TEST_FACTS_FILE && file))
            return NULL;
        if (t->facts.at[i].kind == TEST_FACTS_FILE)
            file = &t->facts.at[i];
    }
    return file;
}

static const struct base *base_of_file(const struct search *s, struct text file)
{
    for (size_t i = 0; i < s->bases.n; i++)
        if (text_equal(s->bases.at[i].file, file))
            return &s->bases.at[i];
    return NULL;
}

static struct base base_of(struct trials *t, const struct search *s, const struct test_result *r,
                           const struct facts_host *host)
{
    const struct test_facts *file = only_file(r->test);
    struct base b = {.facts = r->facts};
    if (!file)
        return b;
    const struct base *known = base_of_file(s, file->text);
    b.file = file->text;
    if (known) {
        b.of_file = known->of_file;
        return b;
    }
    struct test alone = {.name = r->test->name, .at = r->test->at};
    LIST_ADD(t->a, &alone.facts, *file);
    b.of_file = test_run(t->a, t->m, &alone, host)->facts;
    return b;
}

struct search *search_of(struct trials *t, const struct facts_host *host)
{
    struct search *s = ARENA_NEW(t->a, struct search);
    struct diags quiet = diags_in(t->a, t->m->sources);
    s->a = arena_beside(t->a);
    for (size_t i = 0; i < t->tests.n; i++)
        LIST_ADD(t->a, &s->bases, base_of(t, s, t->tests.at[i].result, host));
    LIST_ADD(t->a, &s->bases, (struct base){.facts = plain_facts(t->a, t->m, &quiet)});
    return s;
}

/* The tests that ask for the criterion stand nearest to it, then the first ones. */
static void choose(struct trials *t, const struct criterion *of)
{
    struct search *s = t->search;
    size_t n = 0;
    if (s->of == of)
        return;
    for (int asks = 1; asks >= 0; asks--)
        for (size_t i = 0; i < t->tests.n && n < NEAREST; i++)
            if (t->tests.at[i].asks[of->index] == asks)
                s->chosen[n++] = s->bases.at[i];
    s->chosen[n++] = s->bases.at[s->bases.n - 1];
    arena_return(s->a, (struct arena_mark){0});
    s->of = of;
    s->told.n = 0;
    s->candidates = candidates_of(s->a, t->m, of, s->chosen, n);
}

/* --- one set of facts --------------------------------------------------------------------------
 */

static bool comes_out_same(struct trials *t, const struct mutant *x, const struct facts *f)
{
    const struct outcome *was = eval_supposing(t->scratch, t->m, f, x->of, NULL, 0);
    mutant_swap(x);
    const struct outcome *now = eval_supposing(t->scratch, t->m, f, x->of, NULL, 0);
    bool same = result_same(t->scratch, outcome_result(was, x->of), outcome_result(now, x->of));
    mutant_swap(x);
    return same;
}

static bool makes_difference(struct trials *t, const struct mutant *x, const struct facts *f)
{
    struct arena_mark mark = arena_mark(t->scratch);
    bool found = false;
    if (x->wide || !comes_out_same(t, x, f)) {
        struct difference d;
        const struct outcome *was = eval_model(t->scratch, t->m, f);
        mutant_swap(x);
        const struct outcome *now = eval_model(t->scratch, t->m, f);
        mutant_swap(x);
        found = difference_of(t->scratch, x, was, now, &d);
    }
    arena_return(t->scratch, mark);
    return found;
}

bool search_find(struct trials *t, const struct mutant *x, size_t *tried)
{
    choose(t, x->of);
    const struct candidates *c = &t->search->candidates;
    for (*tried = 0; *tried < c->n; ++*tried)
        if (makes_difference(t, x, c->at[*tried].facts))
            return true;
    return false;
}

/* --- what it is --------------------------------------------------------------------------------
 */

static struct witness witness_in(struct trials *t, struct arena *a, const struct mutant *x,
                                 const struct told *told)
{
    struct witness w = {.of = told->d.of,
                        .name = told->name,
                        .was = difference_words(a, told->was, &told->d, true)};
    mutant_swap(x);
    const struct outcome *now = eval_model(a, t->m, told->was->facts);
    w.now = difference_words(a, now, &told->d, false);
    mutant_swap(x);
    return w;
}

/* A test that was told already, and notices this one too. */
static const struct told *told_before(struct trials *t, const struct mutant *x)
{
    const struct told *found = NULL;
    for (size_t i = 0; !found && i < t->search->told.n; i++) {
        const struct told *told = &t->search->told.at[i];
        struct arena_mark mark = arena_mark(t->scratch);
        mutant_swap(x);
        const struct outcome *now = eval_model(t->scratch, t->m, told->was->facts);
        mutant_swap(x);
        if (difference_shows(t->scratch, &told->d, told->was, now))
            found = told;
        arena_return(t->scratch, mark);
    }
    return found;
}

static struct text block_of(struct arena *a, const struct base *base, const struct told *told)
{
    const struct difference *d = &told->d;
    struct ready_test test = {
        .name = told->name, .facts_file = base->file, .base = base->of_file, .outcome = told->was};
    LIST_ADD(a, &test.expects,
             (struct ready_expectation){d->of, d->in_full, d->because, d->is_mark, d->mark});
    struct buffer b = buffer_in(a);
    test_block(&b, a, &test);
    return buffer_text(&b);
}

struct witness search_witness(struct trials *t, struct arena *a, const struct mutant *x,
                              size_t number)
{
    choose(t, x->of);
    const struct told *before = told_before(t, x);
    if (before)
        return witness_in(t, a, x, before);
    const struct candidate *c = &t->search->candidates.at[number];
    struct told told = {.name = SAY(a, "notices: {}", x->says),
                        .was = eval_model(a, t->m, c->facts)};
    mutant_swap(x);
    const struct outcome *now = eval_model(a, t->m, c->facts);
    mutant_swap(x);
    difference_of(a, x, told.was, now, &told.d);
    LIST_ADD(t->a, &t->search->told, told);
    struct witness w = witness_in(t, a, x, &told);
    w.block = block_of(a, c->base, &told);
    return w;
}
