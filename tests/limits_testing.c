/* Hostile tests of rules. */
#include "hostile.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#define INDICATOR "indicator 1 { points 1 measure x levels 1, 2, 3, 4, 5 }\n"

static const char head[] = LIMITS_HEAD INDICATOR;

static char *headed(struct arena *a, const char *rest)
{
    return text_c(a, SAY(a, "{}{}", text_of(head), text_of(rest)));
}

/* What a fact file would say is read once and in one piece, whatever it is. */
Test(limits, facts_in_tests_are_bounded)
{
    struct arena *a = support_arena();
    static const char end[] = "\n  expect 1 score 3\n}\n";
    limits_rules(limits_repeated(a, headed(a, "test \"t\" { facts {"), " {", 1000000, ""), "K0201",
                 "a million braces that are never closed");
    limits_rules(limits_repeated(a, headed(a, "test \"t\" { facts { "), "}", 1000000, ""), "K0201",
                 "a million braces that were never opened");
    limits_rules(limits_repeated(a, headed(a, "test \"t\" { facts { "), "\"", 1000001, ""), "K0201",
                 "a million quotes");
    limits_rules(limits_repeated(a, headed(a, "test \"t\" { set x = "), "9 ", 1000000, end), NULL,
                 "a long value");
    limits_rules(limits_repeated(a, headed(a, "test \"t\" { facts { "), "# }\n", 900000,
                                 text_c(a, SAY(a, "}{}", text_of(end)))),
                 NULL, "comments");
    arena_free(a);
}

Test(limits, expectations_are_bounded)
{
    struct arena *a = support_arena();
    limits_rules(
        limits_repeated(a, headed(a, "test \"t\" { expect 1 because "), "late ", 700000, "}\n"),
        "K1018", "a reason of many words");
    limits_rules(limits_repeated(a, headed(a, "test \"t\" { expect 1 because missing a"), ".a",
                                 1000000, "}"),
                 "K1019", "a reason with a long path");
    limits_rules(
        limits_repeated(a, headed(a, "test \"t\" { expect 1"), "/1", 1000000, " score 3 }"),
        "K0302", "a long id");
    limits_rules(limits_repeated(a, headed(a, "test \"t\" { expect 1 score "), "9", 1000000, " }"),
                 "K0801", "a long number");
    limits_rules(limits_repeated(a, headed(a, "test \"t\" { expect 1 because at level "), "9",
                                 1000000, " }"),
                 "K1018", "a long number in a reason");
    limits_rules(limits_repeated(a, headed(a, "test \"t\" {\n"), "expect 1 score 3\n", 200000, "}"),
                 "K1012", "the same again and again");
    limits_rules(limits_repeated(a, headed(a, ""), "test \"t\" { expect 1 score 3 }\n", 100000, ""),
                 "K0307", "tests of one name");
    arena_free(a);
}

/* AddressSanitizer takes terabytes of addresses. */
#ifdef __SANITIZE_ADDRESS__
#define IN_LITTLE_MEMORY ""
#else
#define IN_LITTLE_MEMORY "ulimit -v 400000; "
#endif

/* Each costs what it costs, and none of them keeps anything. */
Test(limits, many_tests_are_run_in_little_memory)
{
    struct arena *a = support_arena();
    struct buffer b = buffer_in(a);
    int status;
    buffer_add(&b, text_of(head));
    for (long long i = 0; i < 20000; i++)
        buffer_add(&b, SAY(a, "test \"{}\" {\n  facts { x 3 }\n  expect 1 score 3\n}\n",
                           text_number(a, i)));
    support_write("build/many-tests.ken", buffer_text(&b));
    double before = limits_seconds();
    struct text said =
        support_run(a, "(" IN_LITTLE_MEMORY "ken test build/many-tests.ken)", &status);
    cr_expect(eq(int, status, 0), "%.*s", (int)said.n, said.at);
    cr_expect(lt(dbl, limits_seconds() - before, 10));
    arena_free(a);
}
