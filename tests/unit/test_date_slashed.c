/* Dates that are written as nobody reads them here. */
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "value/date.h"

static struct arena *a;

static void begin(void)
{
    a = support_arena();
}

static void finish(void)
{
    arena_free(a);
}

TestSuite(date_slashed, .init = begin, .fini = finish);

static void expect(const char *text, const enum era *era, const char *wanted, bool certainly)
{
    bool certain;
    struct text iso = dates_as_iso(a, text_of(text), era, &certain);
    cr_expect(eq(str, text_c(a, iso), (char *)(size_t)wanted), "%s", text);
    cr_expect(iso.n == 0 || certain == certainly, "%s should be %s", text,
              certainly ? "certain" : "open");
}

static const enum era be = ERA_BE, ce = ERA_CE;

Test(date_slashed, says_the_day_in_the_era)
{
    expect("14/02/2566", &be, "2566-02-14", true);
    expect("14/02/2566", &ce, "2023-02-14", true);
    expect("14/02/2023", &be, "2566-02-14", true);
    expect("14.2.66", &be, "2566-02-14", true);
    expect("14-02-2566", NULL, "2566-02-14", true);
    expect("14/2/66", NULL, "", true);
}

Test(date_slashed, is_certain_where_one_order_makes_a_day)
{
    expect("03/04/2566", &be, "2566-04-03", false);
    expect("04/04/2566", &be, "2566-04-04", true);
    expect("2/14/2023", &ce, "2023-02-14", true);
    expect("14/2/23", &ce, "2023-02-14", false);
    expect("14/2/66", &ce, "2023-02-14", false);
    expect("29/2/2566", &be, "", true);
    expect("31/31/2566", &be, "", true);
}

Test(date_slashed, lets_one_date_decide_the_order_of_all)
{
    expect("01/10/2565 .. 30/09/2566", &be, "2565-10-01 .. 2566-09-30", true);
    expect("01/10/2565 .. 09/10/2565", &be, "2565-10-01 .. 2565-10-09", false);
    expect("14/02/2566 .. 02/15/2566", &be, "2566-02-14 .. 2566-02-15", false);
}

Test(date_slashed, leaves_other_figures_alone)
{
    static const char *const others[] = {"",        "1/2",      "1/2/3",     "1/2/2566/4",
                                         "a/b/c",   "14/02.66", "114/2/66",  "14/2/256",
                                         "1.2.3.4", "14/2/",    "14/2/25661"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        expect(others[i], &be, "", true);
    cr_expect(date_slashed(TEXT("14/02/2566 until")) == 10);
    cr_expect(date_slashed(TEXT("14 / 02 / 2566")) == 0);
}
