/* Tests of rules: that each reason holds where it should and fails where it should not, and what
 * a test that fails says. */
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "check/because.h"
#include "ken_inside.h"
#include "testing/testing.h"

#define RULES "tests/cases/testing/reasons.ken"

static const char base[] = "  facts { visits { month n\n2023-01 3 } }\n"
                           "  set seen = 25\n  set all = 100\n  set drops = 5\n"
                           "  set kind = clinic\n  set plan.made = 2023-01-31\n"
                           "  set plan.sent = 2023-03-31\n  set share = 0.5\n"
                           "  set needed = no\n  set extra = yes\n  set weighs = no\n"
                           "  set grant = 5\n";

struct asked {
    enum because_kind kind;
    const char *facts; /* besides those above; NULL: hardly any at all */
    const char *of, *reason;
};

static const struct asked holding[] = {
    {BECAUSE_BELOW_FIRST, "set seen = 5", "1", "below first level"},
    {BECAUSE_AT_LEVEL, "set seen = 20", "1", "at level 2"},
    {BECAUSE_BETWEEN_LEVELS, "", "1", "between level 2 and 3"},
    {BECAUSE_ABOVE_LAST, "set seen = 60", "1", "above last level"},
    {BECAUSE_IN_BAND, "", "2", "in band 1"},
    {BECAUSE_IN_BAND, "set grant = 10", "2", "in band 3"},
    {BECAUSE_STEP_DONE, "", "3", "step 1 done"},
    {BECAUSE_STEP_NOT_DONE, "", "3", "step 5 not done"},
    {BECAUSE_STEP_IN_PART, "", "3", "step 4 in part"},
    {BECAUSE_STEP_PASSED, "", "3", "step 3 passed over"},
    {BECAUSE_STEP_LATE, "set plan.made = 2023-02-02", "3", "step 1 late 2 working days"},
    {BECAUSE_LATE, "set plan.sent = 2023-04-01", "3", "late 1 day"},
    {BECAUSE_LATE, "", "4", "late 2 months"},
    {BECAUSE_IN_TIME, "", "3", "in time"},
    {BECAUSE_PENALTY, "", "4", "penalty late"},
    {BECAUSE_NO_PENALTY, "set plan.sent = 2023-01-15", "4", "no penalty \"late\""},
    {BECAUSE_PENALTY_CAPPED, "set plan.sent = 2023-12-01", "4", "penalty late capped"},
    {BECAUSE_BONUS, "", "4", "bonus extra"},
    {BECAUSE_NO_BONUS, "set extra = no", "4", "no bonus extra"},
    {BECAUSE_BONUS_CAPPED,
     "facts { visits { month n\n2023-02 1\n2023-03 1\n2023-04 1\n2023-05 1\n} }", "4",
     "bonus grown capped"},
    {BECAUSE_CAPPED, "set seen = 60", "4", "capped"},
    {BECAUSE_FLOORED, "set seen = 5", "4", "floored"},
    {BECAUSE_ROUNDED, "set all = 99", "1", "rounded"},
    {BECAUSE_LINE, "", "5", "line 1"},
    {BECAUSE_CASE, "", "6", "case 1"},
    {BECAUSE_CASE, "set kind = hospital", "6", "case 2"},
    {BECAUSE_NOT_APPLICABLE, "", "7", "not applicable"},
    {BECAUSE_NOT_APPLICABLE, "", "8", "not applicable"},
    {BECAUSE_DROPPED, "", "7", "dropped"},
    {BECAUSE_CARRIED, "", "8", "carried"},
    {BECAUSE_MISSING, NULL, "1", "missing seen"},
    {BECAUSE_MISSING, NULL, "1", "missing all"},
    {BECAUSE_MISSING, NULL, "3", "missing needed"},
    {BECAUSE_UNDEFINED, "set drops = 0", "9", "undefined"},
    {BECAUSE_NO_WEIGHT, "", "b", "no weight"},
};

static const struct asked failing[] = {
    {BECAUSE_BELOW_FIRST, "set seen = 10", "1", "below first level"},
    {BECAUSE_AT_LEVEL, "set seen = 21", "1", "at level 2"},
    {BECAUSE_AT_LEVEL, "set seen = 30", "1", "at level 2"},
    {BECAUSE_BETWEEN_LEVELS, "set seen = 30", "1", "between level 2 and 3"},
    {BECAUSE_BETWEEN_LEVELS, "", "1", "between level 3 and 4"},
    {BECAUSE_BETWEEN_LEVELS, NULL, "1", "between level 3 and 4"},
    {BECAUSE_ABOVE_LAST, "set seen = 50", "1", "above last level"},
    {BECAUSE_IN_BAND, "", "2", "in band 3"},
    {BECAUSE_STEP_DONE, "", "3", "step 5 done"},
    {BECAUSE_STEP_DONE, "", "3", "step 4 done"},
    {BECAUSE_STEP_NOT_DONE, "", "3", "step 3 not done"},
    {BECAUSE_STEP_IN_PART, "set share = 1", "3", "step 4 in part"},
    {BECAUSE_STEP_PASSED, "set needed = yes", "3", "step 3 passed over"},
    {BECAUSE_STEP_LATE, "set plan.made = 2023-02-02", "3", "step 1 late 2 days"},
    {BECAUSE_STEP_LATE, "set plan.made = 2023-02-02", "3", "step 2 late 2 days"},
    {BECAUSE_STEP_LATE, "set plan.made = 2023-02-01", "3", "step 1 late 2 working days"},
    {BECAUSE_LATE, "set plan.sent = 2023-04-01", "3", "late 2 days"},
    {BECAUSE_LATE, "set plan.sent = 2023-04-01", "3", "late 1 working day"},
    {BECAUSE_LATE, "", "4", "late 3 months"},
    {BECAUSE_IN_TIME, "set plan.sent = 2023-04-01", "3", "in time"},
    {BECAUSE_IN_TIME, "", "4", "in time"},
    {BECAUSE_PENALTY, "set plan.sent = 2023-01-15", "4", "penalty late"},
    {BECAUSE_NO_PENALTY, "", "4", "no penalty late"},
    {BECAUSE_PENALTY_CAPPED, "", "4", "penalty late capped"},
    {BECAUSE_BONUS, "set extra = no", "4", "bonus extra"},
    {BECAUSE_NO_BONUS, "", "4", "no bonus extra"},
    {BECAUSE_BONUS_CAPPED, "", "4", "bonus grown capped"},
    {BECAUSE_CAPPED, "", "4", "capped"},
    {BECAUSE_CAPPED, "set seen = 5", "4", "capped"},
    {BECAUSE_FLOORED, "", "4", "floored"},
    {BECAUSE_ROUNDED, "", "1", "rounded"},
    {BECAUSE_LINE, "set extra = no", "5", "line 1"},
    {BECAUSE_CASE, "", "6", "case 2"},
    {BECAUSE_NOT_APPLICABLE, "set needed = yes", "7", "not applicable"},
    {BECAUSE_NOT_APPLICABLE, "", "b", "not applicable"},
    {BECAUSE_DROPPED, "", "8", "dropped"},
    {BECAUSE_CARRIED, "", "7", "carried"},
    {BECAUSE_CARRIED, "set needed = yes", "8", "carried"},
    {BECAUSE_MISSING, "", "1", "missing seen"},
    {BECAUSE_MISSING, NULL, "1", "missing grant"},
    {BECAUSE_UNDEFINED, "", "9", "undefined"},
    {BECAUSE_UNDEFINED, NULL, "9", "undefined"},
    {BECAUSE_NO_WEIGHT, "", "a", "no weight"},
};
enum {
    HOLDING = sizeof holding / sizeof *holding,
    FAILING = sizeof failing / sizeof *failing,
};

static void add_test(struct buffer *b, const struct asked *asked, size_t number)
{
    struct arena *a = b->arena;
    bool tables = asked->facts && strncmp(asked->facts, "facts", 5) == 0;
    struct text plain = text_of(base);
    /* A table stands once: more rows take the place of the first. */
    if (tables)
        plain = text_after(plain, strcspn(base, "}") + strlen("} }\n"));
    buffer_add(b, SAY(a, "test \"{}\" {\n{}  {}\n  expect {} because {}\n}\n",
                      text_number(a, (long long)number),
                      asked->facts ? plain : TEXT("  set plan.sent = 2023-01-15\n"),
                      text_of(asked->facts ? asked->facts : ""), text_of(asked->of),
                      text_of(asked->reason)));
}

static struct text file_of(struct arena *a, const struct asked *asked, size_t n)
{
    struct buffer b = buffer_in(a);
    struct text rules;
    cr_assert(support_read(a, RULES, &rules));
    buffer_add(&b, rules);
    for (size_t i = 0; i < n; i++)
        add_test(&b, &asked[i], i);
    return buffer_text(&b);
}

/* Each reason is read as the kind that it is meant to be, and does as it should. */
static void try_all(const struct asked *asked, size_t n, bool hold)
{
    struct trial *t = trial_without_files();
    struct text file = file_of(t->arena, asked, n);
    ken_load_tests(t->ken, (ken_text){"t.ken", 5}, (ken_text){file.at, file.n});
    bool tried[BECAUSE_KINDS] = {false};
    cr_assert(eq(str, text_c(t->arena, trial_problems(t)), ""));
    struct facts_host host = ken_test_host(t->ken);
    for (size_t i = 0; i < n; i++) {
        const struct model *m = t->ken->rules.model;
        const struct test_result *r = test_run(t->arena, m, m->tests.at[i], &host);
        const struct expectation_result *one = &r->expected.at[0];
        cr_expect(one->expected->because.kind == asked[i].kind, "`%s`", asked[i].reason);
        cr_expect(r->passed == hold, "%s `%s` with `%s`: %.*s", asked[i].of, asked[i].reason,
                  asked[i].facts ? asked[i].facts : "nothing", (int)one->says.n, one->says.at);
        cr_expect(hold || one->unmet == UNMET_REASON, "`%s`", asked[i].reason);
        cr_expect(hold || one->says.n > 0, "`%s` fails and nothing is said", asked[i].reason);
        tried[asked[i].kind] = true;
    }
    for (int kind = 0; kind < BECAUSE_KINDS; kind++)
        cr_expect(tried[kind], "`%s` is not tried",
                  text_c(t->arena, because_pattern((enum because_kind)kind)));
    trial_free(t);
}

Test(testing, every_reason_holds_where_it_should)
{
    try_all(holding, HOLDING, true);
}

Test(testing, every_reason_fails_where_it_should)
{
    try_all(failing, FAILING, false);
}

/* What is read as a reason is written as it was, and read again. */
Test(testing, reasons_in_words_are_read_as_they_are)
{
    struct trial *t = trial_without_files();
    struct text file = file_of(t->arena, holding, HOLDING);
    ken_load_tests(t->ken, (ken_text){"t.ken", 5}, (ken_text){file.at, file.n});
    const struct model *m = t->ken->rules.model;
    cr_assert(m != NULL);
    for (size_t i = 0; i < m->tests.n; i++) {
        const char *words =
            text_c(t->arena, because_words(t->arena, &m->tests.at[i]->expected.at[0].because));
        if (!strchr(holding[i].reason, '"'))
            cr_expect(eq(str, (char *)(size_t)words, (char *)(size_t)holding[i].reason));
    }
    trial_free(t);
}

static int status_of(struct arena *a, const char *command)
{
    int status;
    support_run(a, command, &status);
    return status;
}

/* Names with signs of XML in them, and Thai, and a message of several kinds. */
Test(testing, junit_is_xml)
{
    struct arena *a = support_arena();
    cr_expect(eq(int, 0,
                 status_of(a, "ken test tests/cases/testing/failing.ken "
                              "tests/cases/testing/wrong.ken docs/examples --format junit "
                              "--output build/junit.xml; python3 -c 'import xml.dom.minidom; "
                              "d = xml.dom.minidom.parse(\"build/junit.xml\"); "
                              "n = [t.getAttribute(\"name\") for t in "
                              "d.getElementsByTagName(\"testcase\")]; "
                              "assert \"everything <is> & \\\"wrong\\\"\" in n, n; "
                              "assert len(n) == 11, len(n)'")));
    arena_free(a);
}

/* Whatever the number of processes, the same is printed in the same order. */
Test(testing, jobs_change_nothing)
{
    struct arena *a = support_arena();
    static const char *const jobs[] = {"1", "2", "3", "17"};
    struct text first = {0};
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++) {
        int status;
        struct text got = support_run(
            a,
            text_c(a, SAY(a, "ken test docs/examples tests/cases/testing --all --jobs {}",
                          text_of(jobs[i]))),
            &status);
        cr_expect(eq(int, status, 1));
        cr_expect(got.n > 0);
        first = i ? first : got;
        cr_expect(text_equal(got, first), "with %s jobs", jobs[i]);
    }
    arena_free(a);
}

Test(testing, statuses_are_those_of_the_page)
{
    struct arena *a = support_arena();
    cr_expect(eq(int, 0, status_of(a, "ken test docs/examples/clinic.ken")));
    cr_expect(eq(int, 1, status_of(a, "ken test docs/examples/slip.test.ken")));
    cr_expect(eq(int, 1, status_of(a, "ken test docs/diagnostics")));
    cr_expect(eq(int, 1, status_of(a, "ken test docs/examples/clinic.ken --filter zz")));
    cr_expect(eq(int, 2, status_of(a, "ken test --jobs many")));
    cr_expect(eq(int, 3, status_of(a, "ken test tests/cases/testing/wrong.ken")));
    cr_expect(
        eq(int, 1,
           status_of(a, "ken test tests/cases/testing/wrong.ken docs/examples/slip.test.ken")));
    cr_expect(eq(int, 5, status_of(a, "ken test docs/examples/nobody.ken")));
    arena_free(a);
}

/* Tests change nothing that is evaluated, and those of a base are not those of its amendment. */
Test(testing, tests_are_beside_the_rules)
{
    struct arena *a = support_arena();
    struct text rules = TEXT("criteria b \"B\"\nera CE\nscale 1 .. 5\n"
                             "facts { x : integer, at least 0 }\n"
                             "indicator 1 { points 1 measure x levels 1, 2, 3, 4, 5 }\n");
    struct text tests = TEXT("test \"of the base\" {\n  set x = 3\n  expect 1 score 3\n}\n");
    support_write("build/testing-base.ken", SAY(a, "{}{}", rules, tests));
    support_write("build/testing-bare.ken", rules);
    support_write("build/testing-next.ken",
                  TEXT("amends \"testing-base.ken\"\ncriteria n \"N\"\n"
                       "change indicator 1 { levels 2, 3, 4, 5, 6 }\n"
                       "test \"of the amendment\" {\n  set x = 3\n  expect 1 score 2\n}\n"));
    cr_expect(eq(int, 0, status_of(a, "ken test build/testing-base.ken build/testing-next.ken")));
    cr_expect(eq(int, 0, status_of(a, "ken diff build/testing-base.ken build/testing-bare.ken")));
    int status;
    struct text all = support_run(a, "ken consolidate build/testing-next.ken", &status);
    cr_expect(support_find(all, TEXT("of the base")) == NULL);
    cr_expect(support_find(all, TEXT("test \"of the amendment\" {\n  set x = 3\n")) != NULL);
    support_write("build/testing-whole.ken", all);
    struct text listed = support_run(a, "ken test build/testing-whole.ken --all", &status);
    cr_expect(eq(int, status, 0));
    cr_expect(support_find(listed, TEXT("of the amendment")) != NULL);
    arena_free(a);
}
