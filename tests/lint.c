/* `ken check` as a linter, from outside: fixes, levels, many files. */
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "schema.h"

static struct arena *a;

static void begin(void)
{
    a = support_arena();
    int status;
    support_run(a, "rm -rf build/lint; mkdir -p build/lint", &status);
}

TestSuite(lint, .init = begin);

#define HEAD "criteria fixed \"f\"\nera BE\nperiod 2565-10-01 .. 2566-09-30\nscale 1 .. 5\n"
#define RIGHT                                                                                      \
    HEAD "facts { answered, received : integer, at least 0 }\n"                                    \
         "indicator 1 { measure answered / received   levels 60%, 70%, 80%, 90%, 95% }\n"

/* A file for one test, as tests run side by side. */
static char *file_of(const char *name, const char *content)
{
    char *path = text_c(a, SAY(a, "build/lint-{}.ken", text_of(name)));
    support_write(path, text_of(content));
    return path;
}

static void expect(const char *command, int wanted, const char *says)
{
    int status;
    struct text got = support_run(a, command, &status);
    cr_expect(status == wanted && (!says || support_find(got, text_of(says))),
              "%s: ends with %d and says\n%s", command, status, text_c(a, got));
}

static void expect_content(const char *path, const char *wanted)
{
    struct text got;
    cr_assert(support_read(a, path, &got));
    cr_expect(text_equal(got, text_of(wanted)), "%s is now\n%s", path, text_c(a, got));
}

static char *with(const char *command, const char *path)
{
    return text_c(a, SAY(a, "{} {}", text_of(command), text_of(path)));
}

Test(lint, mends_again_and_again)
{
    /* The first mistake hides the others: one slip in the form, then names, then lints. */
    char *path =
        file_of("again", HEAD "allow unused_fact \"no reason any more\"\n"
                              "facts { answered, received : integer, at least 0 }\n"
                              "indicater 1 { measure answerd / received   levels 60%, 70%, "
                              "80%, 90%, 95% }\n");
    expect(with("ken check --fix", path), 0, "mended");
    expect_content(path, RIGHT);
    expect(with("ken check --fix", path), 0, "0 places mended");
}

Test(lint, shows_what_it_would_mend)
{
    char *path = file_of("shows", HEAD);
    static const char wrong[] = HEAD "facts { answered, received : integer, at least 0 }\n"
                                     "indicator 1 { measure answerd / received   levels 60%, 70%, "
                                     "80%, 90%, 95% }\n";
    support_write(path, text_of(wrong));
    expect(with("ken check --fix --diff", path), 0, "+indicator 1 { measure answered");
    expect(with("ken check --fix --dry-run", path), 0, "1 place would be mended");
    expect_content(path, wrong);
    expect(with("ken check --diff", path), 2, "--diff belongs to --fix");
}

Test(lint, leaves_what_has_no_fix)
{
    static const char wrong[] = HEAD "indicator 1 { score baht }\n";
    char *path = file_of("leaves", wrong);
    expect(with("ken check --fix", path), 1, "K0301");
    expect_content(path, wrong);
}

Test(lint, mends_only_the_file_that_is_named)
{
    static const char used[] = "facts { answered, received : integer, at least 0 }\n"
                               "allow unused_let \"why\"\n";
    support_write("build/lint-used.ken", text_of(used));
    char *path = file_of("names", HEAD "use \"lint-used.ken\"\nallow unused_unit \"why\"\n"
                                       "indicator 1 { measure answered / received   levels 60%, "
                                       "70%, 80%, 90%, 95% }\n");
    expect(with("ken check --fix", path), 0, "K1062");
    expect_content("build/lint-used.ken", used);
    expect_content(path, HEAD "use \"lint-used.ken\"\n"
                              "indicator 1 { measure answered / received   levels 60%, "
                              "70%, 80%, 90%, 95% }\n");
}

Test(lint, mends_standard_input)
{
    char *path = file_of("input", HEAD "allow unused_unit \"why\"\nindicator 1 { score 4 }\n");
    int status;
    struct text got = support_run(
        a, text_c(a, SAY(a, "ken check --fix - < {} 2>/dev/null", text_of(path))), &status);
    cr_expect(eq(int, status, 0));
    cr_expect(text_equal(got, TEXT(HEAD "indicator 1 { score 4 }\n")), "%s", text_c(a, got));
}

Test(lint, keeps_the_mark_in_front_of_a_file)
{
    char *path = file_of("mark", "\xEF\xBB\xBF" HEAD "allow unused_unit \"why\"\n"
                                 "indicator 1 { score 4 }\n");
    expect(with("ken check --fix", path), 0, "1 place mended");
    expect_content(path, "\xEF\xBB\xBF" HEAD "indicator 1 { score 4 }\n");
}

Test(lint, several_files_are_one_log)
{
    char *path = file_of("several", HEAD "facts { lost : integer }\nindicator 1 { score 4 }\n");
    char *other = file_of("others", HEAD "facts { gone : integer }\nindicator 1 { score 4 }\n");
    char *both = text_c(a, SAY(a, "{} {}", text_of(path), text_of(other)));
    int status;
    struct text log = support_run(a, with("ken check --format sarif", both), &status);
    cr_expect(eq(int, status, 0));
    cr_expect(support_find(log, TEXT("`lost`")) && support_find(log, TEXT("`gone`")));
    expect(with("ken check --deny warnings --format short", both), 1, "error[K0320]");
    expect(with("ken check --deny all --allow unused_fact --allow untitled_fact --allow no_title "
                "--allow no_citation",
                both),
           0, "no errors");
}

/* Every counterexample is pasted into the rules, and holds. */
Test(lint, a_counterexample_is_a_test_that_holds)
{
    static const char rules[] =
        HEAD "facts { visits, staff : integer, at least 0, at most 100 }\n"
             "indicator 1 { points 1 score if visits >= 80 then 3 else if visits >= 60 then 5 "
             "else 1 }\n"
             "indicator 2 { points 1 score if staff in 5 .. 7 and visits > 3 then 4 else 2 }\n";
    char *path = file_of("counter", rules);
    expect(with("ken check", path), 0, "K1064");
    int status;
    struct text said = support_run(
        a, text_c(a, SAY(a, "ken check {} | sed -n '/^test /,/^}/p'", text_of(path))), &status);
    cr_assert(support_find(said, TEXT("test \"1 with")) && support_find(said, TEXT("\"2 with")));
    char *pasted = file_of("pasted", text_c(a, SAY(a, "{}{}", text_of(rules), said)));
    expect(with("ken test", pasted), 0, NULL);
}

/* tests/sarif.json is what of SARIF 2.1.0 is written here, as strict as that is. */
Test(lint, sarif_has_the_required_form)
{
    glob_t logs;
    cr_assert(glob("tests/cases/annotations/*/sarif.json", 0, NULL, &logs) == 0);
    for (size_t i = 0; i < logs.gl_pathc; i++) {
        struct text log;
        cr_assert(support_read(a, logs.gl_pathv[i], &log));
        struct text problem = schema_problem(a, "tests/sarif.json", log);
        cr_expect(problem.n == 0, "%s: %s", logs.gl_pathv[i], text_c(a, problem));
    }
    globfree(&logs);
}

Test(lint, data_are_as_their_schema_says)
{
    char *path =
        file_of("data", HEAD "facts { lost : integer, at least 0   kept : integer, at least 0 }\n"
                             "indicator 1 { points 1 measure kept levels 3, 2, 2, 1, 0 }\n"
                             "indicator 2 { points 1 measure kept\n"
                             "  bands { below 5 : 3   from 5 to 9 : 1   above 9 : 4 } }\n");
    int status;
    struct text json = support_run(a, with("ken check --format json", path), &status);
    struct text problem = schema_problem(a, "docs/schemas/ken.diagnostics.1.json", json);
    cr_expect(json.n && !problem.n, "%s", text_c(a, problem));
    path =
        file_of("data", HEAD "facts { lost : integer, at least 0   kept : integer, at least 0 }\n"
                             "indicator 2 { points 1 measure kept\n"
                             "  bands { below 5 : 3   from 5 to 9 : 1   above 9 : 4 } }\n");
    json = support_run(a, with("ken check --format json", path), &status);
    problem = schema_problem(a, "docs/schemas/ken.diagnostics.1.json", json);
    cr_expect(support_find(json, TEXT("\"test\": \"test ")) && !problem.n, "%s\n%s",
              text_c(a, problem), text_c(a, json));
}
