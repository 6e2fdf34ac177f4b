/* The figures of lines of scores, against those that are printed everywhere else. */
#include "batch/write.h"
#include "test_number.h"

TestSuite(digits, .init = open_arena, .fini = close_arena);

static bool expect_printed(struct score s, struct show show)
{
    char room[2 * FIGURE_ROOM] = {0};
    struct arena_mark mark = arena_mark(a);
    struct buffer printed = buffer_in(a);
    size_t n = digits_put(room, a, &s, show);
    number_print(&printed, score_number(&s), show.places, show.mode, (struct number_style){0});
    cr_assert(!n || text_equal((struct text){room, n}, buffer_text(&printed)), "%.*s for %s",
              (int)n, room, text_c(a, buffer_text(&printed)));
    cr_assert(n <= FIGURE_ROOM);
    arena_return(a, mark);
    return n;
}

/* Around every power of ten, over every one, in all places and modes. */
Test(digits, are_those_that_are_printed)
{
    const int64_t under[] = {1, 3, 7, 100, 997, 10000, 30000, 123456789};
    size_t put = 0;
    for (int64_t ten = 1; ten <= 1000000000000; ten *= 10)
        for (int64_t off = -6; off <= 6; off++)
            for (unsigned i = 0; i < 64 * sizeof under / sizeof *under; i++) {
                struct score s = {under[i / 64], {i % 2 ? ten + off : -ten - off}};
                put +=
                    expect_printed(s, (struct show){i / 2 % 8, (enum rounding_mode)(i / 16 % 4)});
            }
    cr_assert(put == 13 * 13 * 64 * sizeof under / sizeof *under);
}

Test(digits, of_many_places_and_of_large_scores_too)
{
    struct number third = number_ratio(-1, 3);
    struct score beside = {SCORE_KNOWN, {.number = &third}};
    for (unsigned places = 0; places < 18; places++) {
        cr_assert(expect_printed((struct score){7, {5}}, (struct show){places, ROUND_HALF_UP}));
        cr_assert(expect_printed(beside, (struct show){places, ROUND_HALF_UP}));
    }
    cr_assert(expect_printed((struct score){1, {INT64_MAX}}, (struct show){0, ROUND_HALF_UP}));
    cr_assert(expect_printed((struct score){1, {INT64_MAX}}, (struct show){4, ROUND_HALF_UP}));
    cr_assert_not(expect_printed((struct score){1, {INT64_MAX}}, (struct show){5, ROUND_HALF_UP}));
}
