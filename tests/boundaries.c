/* Boundary cases of every rule set in the tree, and of random ones: as tests, all of them pass, and
 * each is found just where something begins. */
#include "random_rules.h"
#include "support.h"

#include <criterion/criterion.h>
#include <glob.h>
#include <string.h>

#include "ken_inside.h"
#include "testing/testing.h"

enum { FEWEST_RULES = 150, FEWEST_TESTS = 3000, RANDOM_RULES = 150 };

struct run {
    size_t rules, tests;
};

static ken_text text_of_c(const char *s)
{
    return (ken_text){s, strlen(s)};
}

/* A file of tests; empty where the rules are wrong or say nothing of facts. */
static struct text tests_for(struct arena *a, const char *folder, const char *rules,
                             struct text content, const char *facts)
{
    struct trial *t = trial_new(folder);
    struct text stated, made = {0};
    trial_load(t, rules, content);
    char *path =
        facts ? text_c(t->arena, SAY(t->arena, "{}/{}", text_of(folder), text_of(facts))) : NULL;
    bool has_facts = facts && support_read(t->arena, path, &stated);
    if (has_facts)
        trial_facts(t, facts, stated);
    bool well =
        t->status == KEN_OK && (!facts || has_facts) &&
        ken_cases(t->ken, text_of_c(""), text_of_c(rules), text_of_c(facts ? facts : "")) == KEN_OK;
    if (well)
        made = text_copy(a, trial_report(t, KEN_CASES, &(ken_style){.form = KEN_TESTS}));
    trial_free(t);
    return made;
}

static void expect_passed(struct trial *t, const struct test_result *r, const char *about)
{
    struct buffer why = buffer_in(t->arena);
    for (size_t i = 0; i < r->expected.n; i++)
        buffer_add(&why, SAY(t->arena, " {};", r->expected.at[i].says));
    cr_expect(r->passed, "%s: %s:%s%s", about, text_c(t->arena, r->test->name),
              text_c(t->arena, buffer_text(&why)), r->diags.errors ? " its facts are wrong" : "");
}

/* The rules themselves are at hand too, where they are no file. */
static void run_tests(struct run *n, const char *folder, struct text made, const char *about)
{
    struct trial *t = trial_new(folder);
    t->status = ken_load_tests(t->ken, text_of_c("made.test.ken"), (ken_text){made.at, made.n});
    cr_expect(t->status == KEN_OK, "%s: %s\n%s", about, text_c(t->arena, trial_problems(t)),
              text_c(t->arena, made));
    const struct model *m = t->status == KEN_OK ? t->ken->rules.model : NULL;
    for (size_t i = 0; m && i < m->tests.n; i++) {
        const struct facts_host host = {ken_open_table, t->ken};
        expect_passed(t, test_run(t->arena, m, m->tests.at[i], &host), about);
        n->tests++;
    }
    n->rules += m != NULL;
    trial_free(t);
}

static void try_file(struct run *n, const char *folder, const char *rules, const char *facts)
{
    struct arena *a = support_arena();
    struct text content;
    char *path = text_c(a, SAY(a, "{}/{}", text_of(folder), text_of(rules)));
    if (support_read(a, path, &content)) {
        struct text made = tests_for(a, folder, rules, content, facts);
        if (made.n && support_find(made, TEXT("\ntest ")))
            run_tests(n, folder, made, path);
    }
    arena_free(a);
}

static void try_all(struct run *n, const char *pattern, const char *rules, const char *facts)
{
    glob_t found;
    cr_assert(glob(pattern, GLOB_BRACE, NULL, &found) == 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        try_file(n, found.gl_pathv[i], rules, facts);
    globfree(&found);
}

Test(boundaries, of_rule_sets_hold_as_tests)
{
    struct run n = {0, 0};
    try_all(&n, "rules/examples/*", "rules.ken", NULL);
    try_file(&n, "rules/cgd", "2566.ken", NULL);
    try_file(&n, "rules/cgd", "2567-illustrative.ken", NULL);
    try_file(&n, "rules/cgd", "2567-midyear-illustrative.ken", NULL);
    try_all(&n, "tests/cases/{eval,why}/*", "input.ken", NULL);
    cr_expect(n.rules >= FEWEST_RULES && n.tests >= FEWEST_TESTS, "only %zu rules, %zu tests",
              n.rules, n.tests);
}

Test(boundaries, from_stated_facts_hold_as_tests)
{
    struct run n = {0, 0};
    try_file(&n, "rules/cgd", "2566.ken", "facts/loei-2566.facts");
    try_all(&n, "tests/cases/{eval,why}/*", "input.ken", "facts.facts");
    cr_expect(n.rules >= FEWEST_RULES, "only %zu rules", n.rules);
}

/* Random rules are no file: their tests stand in them. */
Test(boundaries, of_random_rules_hold_as_tests)
{
    struct run n = {0, 0};
    for (uint64_t seed = 1; seed <= RANDOM_RULES; seed++) {
        struct arena *a = support_arena();
        random_seed(seed);
        struct text rules = random_rules(a);
        struct text made = tests_for(a, "tests", "random.ken", rules, NULL);
        const char *first = made.n ? support_find(made, TEXT("\ntest ")) : NULL;
        if (first) {
            struct text blocks = text_after(made, (size_t)(first - made.at));
            run_tests(&n, "tests", SAY(a, "{}{}", rules, blocks), text_c(a, rules));
        }
        arena_free(a);
    }
    cr_expect(n.rules >= RANDOM_RULES / 2, "only %zu rules", n.rules);
}
