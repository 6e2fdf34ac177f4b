/* Limits of what uses each other: chains, doubling lets and formulas, and what the checker proves
 * of them. */
#include "hostile.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

static const char head[] = LIMITS_HEAD;

Test(limits, chains_of_uses_are_bounded_and_doubling_is_harmless)
{
    struct arena *a = support_arena();
    struct buffer chain = buffer_in(a), doubling = buffer_in(a);
    buffer_add(&chain, text_of(head));
    buffer_add(&doubling, text_of(head));
    for (long long i = 0; i < 3000; i++)
        buffer_add(&chain, SAY(a, "let a{} = a{} + 1\n", text_number(a, i), text_number(a, i + 1)));
    for (long long i = 0; i < 60; i++)
        buffer_add(&doubling, SAY(a, "let a{} = a{} + a{}\n", text_number(a, i),
                                  text_number(a, i + 1), text_number(a, i + 1)));
    buffer_add(&chain, TEXT("let a3000 = x\nindicator 1 { measure a0 levels 1, 2, 3, 4, 5 }\n"));
    buffer_add(&doubling, TEXT("let a60 = x\nindicator 1 { measure a0 levels 1, 2, 3, 4, 5 }\n"));
    limits_rules(buffer_text(&chain), "K0205", "a chain of lets");
    limits_rules(buffer_text(&doubling), NULL, "lets that double");
    struct trial *t = trial_of("tests", buffer_text(&doubling), TEXT("x 0.000001\n"));
    struct text reasons = trial_report(t, KEN_EXPLANATION, &(ken_style){.width = 100});
    cr_expect(reasons.n > 100 && reasons.n < 100000,
              "an explanation of doubling lets has %zu bytes", reasons.n);
    trial_free(t);
    arena_free(a);
}

/* Evaluated and reported in good time, whatever comes out. */
static void expect_ends(struct text rules, const char *facts, const char *what)
{
    double start = limits_seconds();
    struct trial *t = trial_of("tests", rules, text_of(facts));
    cr_expect(trial_report(t, KEN_SCORECARD, &(ken_style){.width = 100}).n > 100, "%s", what);
    double took = limits_seconds() - start;
    cr_expect(took < 5, "%s: %f s (a second without sanitizers)", what, took);
    trial_free(t);
}

/* Every step asks for evidence of the same fact, through lets that double. */
Test(limits, evidence_of_what_doubles_is_harmless)
{
    struct arena *a = support_arena();
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("criteria t scale 0 .. 1\nfacts { y : number, at least 0 }\n"
                        "let a60 = y\n"));
    for (long long i = 0; i < 60; i++)
        buffer_add(&b, SAY(a, "let a{} = a{} + a{}\n", text_number(a, i), text_number(a, i + 1),
                           text_number(a, i + 1)));
    for (long long i = 0; i < 4000; i++)
        buffer_add(
            &b, SAY(a, "indicator i{} { points 1 steps { 1 done a0 > {} counts with evidence } }\n",
                    text_number(a, i), text_number(a, i)));
    expect_ends(buffer_text(&b), "y 1\n", "evidence of lets that double");
    arena_free(a);
}

Test(limits, doubling_is_harmless_in_rows_and_where_nothing_is_known)
{
    struct arena *a = support_arena();
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("criteria t era CE scale 1 .. 5\n"
                        "facts { y : number   t : table { b : number } }\n"
                        "let a60 = y\n"
                        "indicator 1 { points 1 measure count of t where b < a0 "
                        "levels 1, 2, 3, 4, 5 }\n"
                        "indicator s60 { points 1 measure a0 levels 1, 2, 3, 4, 5 }\n"
                        "indicator formula { points 1 score 5 - a0 }\n"));
    for (long long i = 0; i < 60; i++) {
        struct text here = text_number(a, i), next = text_number(a, i + 1);
        buffer_add(&b, SAY(a, "let a{} = a{} + a{}\n", here, next, next));
        buffer_add(&b, SAY(a, "indicator s{} { points 1 score (score of s{}) + (score of s{}) }\n",
                           here, next, next));
    }
    expect_ends(buffer_text(&b), "y 0.1\nt { b\n1\n2\n}\n", "doubling in rows");
    expect_ends(buffer_text(&b), "t { b\n1\n2\n}\n", "doubling of what is not known");
    arena_free(a);
}

/* Formulas whose uses double at every step, in their bodies or in their values. */
Test(limits, formulas_are_expanded_up_to_a_limit_and_calculated_once)
{
    struct arena *a = support_arena();
    struct text rest = TEXT("indicator 1 { points 1 measure f59(x) levels 1, 2, 3, 4, 5 }\n");
    struct buffer bodies = buffer_in(a), values = buffer_in(a), chain = buffer_in(a);
    struct buffer *all[] = {&bodies, &values, &chain};
    for (size_t i = 0; i < 3; i++)
        buffer_add(all[i], SAY(a, "{}facts { t : table { b : number } }\ndefine f0(y) = y + y\n",
                               text_of(head)));
    for (long long i = 1; i < 2000; i++) {
        struct text here = text_number(a, i), last = text_number(a, i - 1);
        if (i < 60) {
            buffer_add(&bodies, SAY(a, "define f{}(y) = f{}(y) + f{}(y)\n", here, last, last));
            buffer_add(&values, SAY(a, "define f{}(y) = f{}(y + y)\n", here, last));
        }
        buffer_add(&chain, SAY(a, "define f{}(y) = f{}(y)\n", here, last));
    }
    buffer_add(&bodies, rest);
    buffer_add(&values, rest);
    buffer_add(&chain, TEXT("indicator 1 { measure f1999(x) levels 1, 2, 3, 4, 5 }\n"));
    buffer_add(&values, TEXT("indicator 2 { points 1 measure sum of f59(b) over t where f50(b) > 1 "
                             "levels 1, 2, 3, 4, 5 }\n"));
    buffer_add(&values,
               limits_repeated(a, "indicator 3 { points 1 measure sum of ", "f0(", 190, "b"));
    buffer_add(&values, limits_repeated(a, "", ")", 190, " over t levels 1, 2, 3, 4, 5 }\n"));
    limits_rules(buffer_text(&bodies), "K0206", "bodies that double");
    limits_rules(buffer_text(&chain), "K0205", "a chain of formulas");
    limits_rules(buffer_text(&values), NULL, "values that double");
    buffer_add(&values, TEXT("indicator 4 { points 1 score f59(x) - f58(x) }\n"));
    expect_ends(buffer_text(&values), "x 0.1\nt { b\n1\n2\n}\n", "values that double, in rows");
    expect_ends(buffer_text(&values), "t { b\n1\n2\n}\n", "values that double, not known");
    struct buffer deep = buffer_in(a);
    buffer_add(&deep, limits_repeated(a, head, "", 0, "define f(y) = "));
    buffer_add(&deep, limits_repeated(a, "", "-(", 90, "y"));
    buffer_add(&deep, limits_repeated(a, "", ")", 90, "\nlet q = "));
    buffer_add(&deep, limits_repeated(a, "", "f(", 190, "x"));
    buffer_add(&deep, limits_repeated(a, "", ")", 190, "\nindicator 1 { score 3 }\n"));
    limits_rules(buffer_text(&deep), "K0205", "deep values in deep bodies");
    arena_free(a);
}

/* Lets a0, a1, ... each of the pattern, whose `{}` is the number of the next one; the last one is
 * x.
 */
static struct text lets_of(struct arena *a, long long n, const char *pattern)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, text_of(head));
    for (long long i = 0; i < n; i++) {
        struct text next = text_number(a, i + 1);
        buffer_add(&b, SAY(a, "let a{} = ", text_number(a, i)));
        buffer_add(&b, text_fill(a, pattern, (struct text[]){next, next, next}, 3));
        buffer_add_byte(&b, '\n');
    }
    buffer_add(&b, SAY(a, "let a{} = x\n", text_number(a, n)));
    buffer_add(&b, TEXT("indicator 1 { measure if x is given then a0 else 0 "
                        "levels 1, 2, 3, 4, 5 }\n"));
    return buffer_text(&b);
}

Test(limits, what_can_be_proven_is_looked_for_once)
{
    struct arena *a = support_arena();
    static const char *const patterns[] = {
        "a{} * a{} + 3",
        "if a{} > 1 then a{} else a{} * 2",
        "(if x is given then a{} else 1) + (if x is given and x > 1 then a{} else 1)",
        "a{} / (a{} + a{})",
    };
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        limits_rules(lets_of(a, 150, patterns[i]), NULL, patterns[i]);
    limits_rules(limits_repeated(a, text_c(a, SAY(a, "{}indicator 1 { score if ", text_of(head))),
                                 "x > 3 and ", 100000, "x > 4 then 5 else 1 }\n"),
                 NULL, "an `and` of 100000 operands");
    limits_rules(limits_repeated(
                     a, text_c(a, SAY(a, "{}indicator 1 { measure ", text_of(head))), "x / (x + ",
                     90, text_c(a, limits_repeated(a, "x", ")", 90, " levels 1, 2, 3, 4, 5 }"))),
                 NULL, "parts of wholes in each other");
    arena_free(a);
}
