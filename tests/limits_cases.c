/* Hostile rows of cases: what takes too long to try is not tried. */
#include "hostile.h"

#include <criterion/criterion.h>

static const char head[] = LIMITS_HEAD;

/* What takes too long to try is not tried, and `otherwise` is asked for. */
Test(limits, trials_of_cases_are_bounded)
{
    struct arena *a = support_arena();
    static const char facts[] =
        "facts { b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, c0, c1, c2, c3, c4, "
        "c5, c6, c7, c8, c9 : yes/no }\n";
    static const char rest[] = "indicator 1 { measure x levels 1, 2, 3, 4, 5 }\n";
    static const char half[] =
        "let t0 = table { when b0 and b1 and b2 and b3 and b4 and b5 and b6 and "
        "b7 : 1 when c0 or c1 or c2 or c3 or c4 or c5 or c6 or c7 : 2 "
        "otherwise : 3 }\n";
    struct buffer many = buffer_in(a), rows = buffer_in(a), wide = buffer_in(a);
    buffer_add(&many, SAY(a, "{}{}", text_of(head), text_of(facts)));
    for (long long i = 0; i < 3000; i++)
        buffer_add(&many, support_replace(a, text_of(half), "t0",
                                          text_c(a, SAY(a, "t{}", text_number(a, i)))));
    limits_rules(SAY(a, "{}{}", buffer_text(&many), text_of(rest)), NULL, "many tables");
    for (long long i = 0; i < 20000; i++)
        buffer_add(&rows, SAY(a, "when x = {} : 1 ", text_number(a, i)));
    limits_rules(SAY(a, "{}let t = table { {} }", text_of(head), buffer_text(&rows)), "K0542",
                 "a table of many rows");
    limits_rules(SAY(a, "{}let t = table { {} otherwise : 2 }\n{}", text_of(head),
                     buffer_text(&rows), text_of(rest)),
                 NULL, "a table of many rows, with otherwise");
    for (long long i = 0; i < 100000; i++)
        buffer_add(&wide, TEXT(" or c1 or not b2"));
    limits_rules(SAY(a, "{}{}let t = table { when b0{} : 1 }", text_of(head), text_of(facts),
                     buffer_text(&wide)),
                 "K0540", "a long condition");
    limits_rules(limits_repeated(a, text_c(a, SAY(a, "{}let t = ", text_of(head))),
                                 "table { otherwise : ", 1000, ""),
                 "K0205", "tables in tables");
    arena_free(a);
}
