/* Running a test: its facts, their evaluation, and what it expects of that. */
#include "eval/outcome.h"
#include "testing/comparing.h"

/* --- facts ------------------------------------------------------------------------------------ */

static void read_file(struct test_result *r, const struct test_facts *from,
                      const struct facts_host *host)
{
    const struct source *in = source_of(r->diags.sources, from->at);
    struct named_file file = {.path = from->text, .at = from->at};
    if (!host) {
        DIAG_ADD(&r->diags, K0802, from->at, from->text,
                 TEXT("files cannot name other files here"));
        return;
    }
    const struct source *s = host->open(host->user, in, &file, &r->diags);
    if (s)
        facts_read(r->facts, s, text_ends(from->text, TEXT(".json")) ? FACTS_JSON : FACTS_NATIVE,
                   host);
}

/* The stretch of the rule file as a text of its own, whose places are those in the file. */
static const struct source *stretch(struct arena *lasting, struct test_result *r,
                                    const struct test_facts *from)
{
    const struct source *in = source_of(r->diags.sources, from->at);
    struct origin *origin = ARENA_NEW(lasting, struct origin);
    *origin = (struct origin){.from = from->at, .verbatim = true};
    const struct source *s = source_add_made(r->diags.sources, in->name, from->text, origin, 1);
    if (!s)
        DIAG_ADD(&r->diags, K0803, from->at, in->name);
    return s;
}

static void read_facts(struct test_result *r, const struct facts_host *host)
{
    const struct model *m = r->model;
    for (size_t i = 0; i < r->test->facts.n; i++) {
        const struct test_facts *from = &r->test->facts.at[i];
        const struct source *s;
        if (from->kind == TEST_FACTS_FILE)
            read_file(r, from, host);
        else if (from->kind == TEST_FACTS_TEXT && (s = stretch(m->arena, r, from)))
            facts_read(r->facts, s, FACTS_NATIVE, host);
    }
    for (size_t i = 0; i < r->test->facts.n; i++) {
        const struct test_facts *from = &r->test->facts.at[i];
        const struct source *s = from->kind == TEST_FACTS_SET ? stretch(m->arena, r, from) : NULL;
        if (s)
            facts_set(r->facts, s);
    }
    facts_finish(r->facts);
}

/* --- problems --------------------------------------------------------------------------------- */

static bool test_expects_code(const struct test *t, enum diag_code code)
{
    for (size_t i = 0; i < t->expected.n; i++)
        if (t->expected.at[i].kind == EXPECT_PROBLEM && t->expected.at[i].code == code)
            return true;
    return false;
}

bool test_is_unexpected(const struct test_result *r, const struct diag *g)
{
    return diag_about(g->code)->severity == DIAG_ERROR && !test_expects_code(r->test, g->code);
}

static bool was_given(const struct diags *d, enum diag_code code)
{
    for (size_t i = 0; i < d->all.n; i++)
        if (d->all.at[i]->code == code)
            return true;
    return false;
}

static struct expectation_result compare_problem(const struct test_result *r,
                                                 const struct expectation *e)
{
    struct expectation_result out = {.expected = e, .found = number_of(0)};
    if (was_given(&r->diags, e->code))
        return out;
    out.unmet = UNMET_PROBLEM;
    out.says = TEXT("the facts are read and evaluated without it");
    return out;
}

/* --- all of it -------------------------------------------------------------------------------- */

static void compare_all(struct arena *a, struct test_result *r)
{
    for (size_t i = 0; i < r->test->expected.n; i++) {
        const struct expectation *e = &r->test->expected.at[i];
        struct expectation_result one = {.expected = e, .found = number_of(0)};
        if (e->kind == EXPECT_PROBLEM)
            one = compare_problem(r, e);
        else if (r->outcome)
            one = expectation_compare(a, r->outcome, e);
        else {
            one.unmet = UNMET_NO_SCORE;
            one.says = TEXT("nothing was scored, for the facts are wrong");
        }
        r->passed = r->passed && one.unmet == UNMET_NOT;
        LIST_ADD(a, &r->expected, one);
    }
}

struct test_result *test_run(struct arena *a, const struct model *m, const struct test *t,
                             const struct facts_host *host)
{
    struct test_result *r = ARENA_NEW(a, struct test_result);
    *r = (struct test_result){
        .test = t, .model = m, .diags = diags_in(a, m->sources), .passed = true};
    r->facts = facts_new(a, m, &r->diags);
    read_facts(r, host);
    if (!r->diags.errors) {
        r->outcome = eval_model(a, m, r->facts);
        troubles_report(a, m, r->outcome->troubles.at, r->outcome->troubles.n, &r->diags);
    }
    for (size_t i = 0; i < r->diags.all.n; i++)
        r->passed = r->passed && !test_is_unexpected(r, r->diags.all.at[i]);
    diags_sort(&r->diags);
    compare_all(a, r);
    return r;
}

static bool expects_problem(const struct test *t)
{
    for (size_t i = 0; i < t->expected.n; i++)
        if (t->expected.at[i].kind == EXPECT_PROBLEM)
            return true;
    return false;
}

bool test_holds(struct arena *a, struct outcome *o, const struct test *t)
{
    if (o->troubles.n && !expects_problem(t))
        return false;
    for (size_t i = 0; i < t->expected.n; i++)
        if (t->expected.at[i].kind != EXPECT_PROBLEM &&
            expectation_compare(a, o, &t->expected.at[i]).unmet != UNMET_NOT)
            return false;
    return true;
}
