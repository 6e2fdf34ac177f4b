/* Hostile rules: the search for boundary cases ends, in good time. */
#include "hostile.h"

#include <criterion/criterion.h>

enum { LETS = 60, ROWS = 400, BANDS_HERE = 1000, MANY = 2000, SECONDS = 20 };

#define HEAD                                                                                       \
    "criteria t \"t\"\nera CE\nscale 1 .. 5\nfacts { x, y, z : number, at least 0  yes1 : yes/no " \
    "}\n"

static void expect_an_end(struct text rules, const char *what)
{
    double before = limits_seconds();
    struct trial *t = trial_without_files();
    trial_load(t, "t.ken", rules);
    cr_expect(t->status == KEN_OK, "%s: %s", what, text_c(t->arena, trial_problems(t)));
    ken_text none = {"", 0};
    cr_expect(t->status != KEN_OK || ken_cases(t->ken, none, none, none) == KEN_OK);
    struct text csv = trial_report(t, KEN_CASES, &(ken_style){.form = KEN_CSV});
    cr_expect(csv.n > 0, "%s: nothing is told", what);
    cr_expect(limits_seconds() - before < SECONDS, "%s: %.1f seconds", what,
              limits_seconds() - before);
    trial_free(t);
}

/* Each let uses the one before twice: without an end there would be 2 to the power of 60 ways. */
Test(limits, boundary_cases_of_lets_that_use_each_other_twice)
{
    struct arena *a = support_arena();
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT(HEAD "let l0 = yes1 and x > 3\n"));
    for (long long i = 1; i < LETS; i++)
        buffer_add(&b, SAY(a, "let l{} = (l{} and y > {}) or (not l{} and z > {})\n",
                           text_number(a, i), text_number(a, i - 1), text_number(a, i),
                           text_number(a, i - 1), text_number(a, i)));
    buffer_add(&b, SAY(a, "indicator 1 { applies when l{} otherwise drop score x }\n",
                       text_number(a, LETS - 1)));
    expect_an_end(buffer_text(&b), "lets");
    arena_free(a);
}

Test(limits, boundary_cases_of_long_lists)
{
    struct arena *a = support_arena();
    struct buffer rows = buffer_in(a), bands = buffer_in(a);
    for (long long i = 0; i < ROWS; i++)
        buffer_add(&rows, SAY(a, "when x > {} and y < {} : 1\n", text_number(a, i),
                              text_number(a, ROWS - i)));
    for (long long i = 0; i + 1 < BANDS_HERE; i++)
        buffer_add(&bands, SAY(a, "from {} below {} : {}\n", text_number(a, i),
                               text_number(a, i + 1), text_number(a, 1 + i % 5)));
    expect_an_end(SAY(a, "{}indicator 1 { score table { {} otherwise : 2 } }\n", TEXT(HEAD),
                      buffer_text(&rows)),
                  "rows");
    expect_an_end(SAY(a, "{}indicator 1 { measure x bands { {} from {} : 5 } }\n", TEXT(HEAD),
                      buffer_text(&bands), text_number(a, BANDS_HERE - 1)),
                  "bands");
    arena_free(a);
}

/* Lights of a total that every fact moves a little. */
Test(limits, boundary_cases_of_many_indicators)
{
    struct arena *a = support_arena();
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("criteria t \"t\"\nera CE\nscale 1 .. 5\nfacts {\n"));
    for (long long i = 0; i < MANY; i++)
        buffer_add(&b, SAY(a, "n{} : integer, at least 0\n", text_number(a, i)));
    buffer_add(&b, TEXT("}\nstatus { from 4 : green  from 2 : yellow  otherwise : red }\n"));
    for (long long i = 0; i < MANY; i++)
        buffer_add(&b, SAY(a, "indicator {} { points 1 measure n{} levels 1, 2, 3, 4, 5 }\n",
                           text_number(a, i + 1), text_number(a, i)));
    expect_an_end(buffer_text(&b), "indicators");
    arena_free(a);
}
