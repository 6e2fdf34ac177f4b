/* Limits of what is said while facts are missing: nesting in rows with empty cells, and rankings of
 * many facts. */
#include "hostile.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* Evaluated and reported in good time; the scorecard is t's. */
static struct text scorecard_in_time(struct trial *t, const char *what)
{
    double start = limits_seconds();
    trial_evaluate(t);
    struct text card = trial_report(t, KEN_SCORECARD, &(ken_style){.width = 100});
    double took = limits_seconds() - start;
    cr_assert(eq(int, t->status, KEN_OK), "%s", text_c(t->arena, trial_problems(t)));
    cr_expect(took < 5, "%s: %f s (a second without sanitizers)", what, took);
    return card;
}

static struct trial *trial_with(struct text rules, struct text facts)
{
    struct trial *t = trial_new("tests");
    trial_load(t, "input.ken", rules);
    trial_facts(t, "facts.facts", facts);
    return t;
}

/* Each condition asks for the answer of the one inside it, and what it can be. */
static struct text nested(struct arena *a, unsigned depth)
{
    struct text e = TEXT("x");
    for (unsigned i = 0; i < depth; i++)
        e = SAY(a, "(if {} > 1 then 3 else 2)", e);
    return e;
}

Test(limits, conditions_inside_conditions_in_rows_with_empty_cells)
{
    struct arena *a = support_arena();
    struct buffer facts = buffer_in(a);
    buffer_add(&facts, TEXT("t {\nx y\n"));
    for (unsigned i = 0; i < 200; i++)
        buffer_add(&facts, text_of(i % 2 ? "\"\" 1\n" : "3 \"\"\n"));
    buffer_add(&facts, TEXT("}\nu {\nz\n"));
    for (unsigned i = 0; i < 200; i++)
        buffer_add(&facts, text_of(i % 3 ? "\"\"\n" : "2\n"));
    buffer_add(&facts, TEXT("}\n"));
    struct text rules =
        SAY(a,
            "criteria t era CE scale 1 .. 5 facts { t : table { x, y : number } u : table { z : "
            "number } }\n"
            "define f(v) = v / 2 + v - v define g(v) = f(f(f(f(f(v)))))\n"
            "indicator 1 { points 1 measure count of t where {} > 2 levels 1, 2, 3, 4, 5 }\n"
            "indicator 2 { points 1 measure sum of (g(g(g(y)))) over t where (count of u where z "
            "< g(x)) > 3 levels 1, 2, 3, 4, 5 }\n",
            nested(a, 60));
    struct trial *t = trial_with(rules, buffer_text(&facts));
    scorecard_in_time(t, "conditions inside conditions");
    trial_free(t);
    arena_free(a);
}

/* One fact for each of many indicators: those that are weighed come first, each with its figure. */
Test(limits, rankings_of_many_facts)
{
    struct arena *a = support_arena();
    struct buffer facts = buffer_in(a), indicators = buffer_in(a);
    long long n = 1500;
    for (long long i = 0; i < n; i++) {
        struct text number = text_number(a, i);
        buffer_add(&facts, SAY(a, "n{} : number\n", number));
        buffer_add(&indicators, SAY(a,
                                    "indicator {} { points 1 measure n{} "
                                    "levels 1, 2, 3, 4, 5 }\n",
                                    number, number));
    }
    struct trial *t = trial_with(SAY(a, "criteria t era CE scale 1 .. 5 facts { {}}\n{}",
                                     buffer_text(&facts), buffer_text(&indicators)),
                                 TEXT("office \"x\"\n"));
    struct text card = scorecard_in_time(t, "a ranking of many facts");
    cr_expect(support_find(card, TEXT("could move it by up to 0.0027, holds up 0\n")) != NULL);
    cr_expect(support_find(card, TEXT("  holds up 1499")) != NULL, "beyond the limit, no figure");
    trial_free(t);
    arena_free(a);
}
