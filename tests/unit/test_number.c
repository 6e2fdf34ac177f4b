/* Exact numbers, against hand-made cases. */
#include "test_number.h"

#include <stdlib.h>
#include <string.h>

TestSuite(number, .init = open_arena, .fini = close_arena);

/* "p" or "p/q" */
static struct number ratio(const char *words)
{
    char copy[4000];
    cr_assert(strlen(words) < sizeof copy);
    strcpy(copy, words);
    char *slash = strchr(copy, '/');
    if (!slash)
        return decimal(copy);
    *slash = '\0';
    return number_divide(a, decimal(copy), decimal(slash + 1));
}

static const char *print(const char *n, unsigned places, enum rounding_mode mode,
                         struct number_style s)
{
    struct buffer b = buffer_in(a);
    number_print(&b, ratio(n), places, mode, s);
    return text_c(a, buffer_text(&b));
}

static const char *words(struct number n, unsigned places)
{
    return text_c(a, number_words(a, n, places));
}

static const char *short_words(const char *n, unsigned most)
{
    return text_c(a, number_short_words(a, ratio(n), most));
}

static const char *rounded(const char *n, const char *step, enum rounding_mode mode)
{
    return text_c(a, number_short_words(a, number_round(a, ratio(n), ratio(step), mode), 4));
}

static bool reads(const char *literal)
{
    struct number n;
    return number_parse(a, text_of(literal), &n, NULL);
}

#define SAME(got, want) cr_expect_str_eq((got), (want), "got %s, want %s", (got), (want))

/* `n` times `digit`. */
static char *row(char digit, size_t n)
{
    char *digits = arena_alloc(a, n + 1);
    memset(digits, digit, n);
    return digits;
}

Test(number, prints_what_it_reads)
{
    static const char *const same[] = {
        "0",
        "7",
        "-7",
        "0.1",
        "-0.05",
        "3884.37",
        "123456789012345678.9",
        "9223372036854775807",
        "-9223372036854775808",
        "18446744073709551616",
        "99999999999999999999999999999999999999",
        "0.00000000000000000000000000000000000001",
        "100000000000000000000000000000000000000",
        "170141183460469231731687303715884105727",
        "-170141183460469231731687303715884105728",
        "12345678901234567890123456789012345678901234567890.123456789012345678901234567891"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        SAME(short_words(same[i], 60), same[i]);
    SAME(exact(decimal("00012.500")), "25/2");
    SAME(exact(decimal("-0.00")), "0");
    SAME(exact(decimal("๓๘84.๓7")), "388437/100");
}

Test(number, counts_the_decimals_written)
{
    struct number n;
    unsigned decimals = 9;
    cr_expect(number_parse(a, TEXT("1.500"), &n, &decimals) && decimals == 3);
    cr_expect(number_parse(a, TEXT("๑.๕0"), &n, &decimals) && decimals == 2);
    cr_expect(number_parse(a, TEXT("15"), &n, &decimals) && decimals == 0);
}

Test(number, reads_nothing_but_decimals)
{
    static const char *const wrong[] = {
        "",      "-",  ".",   "1.",    ".5",  "-.5", "+1",       "1e5",          "1,000",
        " 1",    "1 ", "--1", "1.2.3", "0x1", "๑.",  "\xE0\xB9", "\xE0\xB9\x9A", "\xE0\xB9\x8F",
        "1\xE0", "−1", "1-"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        cr_expect(!reads(wrong[i]), "`%s` is read", wrong[i]);
    struct number n = number_of(5);
    unsigned decimals = 6;
    cr_expect(!number_parse(a, TEXT("1.x"), &n, &decimals));
    cr_expect(number_to_whole(a, n, &(long long){0}) && decimals == 6);
    cr_expect(!number_parse(a, (struct text){NULL, 0}, &n, NULL));
}

Test(number, reads_literals_up_to_the_limit)
{
    char *longest = row('9', NUMBER_DIGITS), *fraction = row('0', NUMBER_DIGITS + 1);
    SAME(exact(decimal(longest)), longest);
    cr_expect(!reads(row('9', NUMBER_DIGITS + 1)));
    fraction[1] = '.';
    fraction[NUMBER_DIGITS] = '7';
    SAME(short_words(fraction, NUMBER_DIGITS), fraction);
    SAME(exact(decimal(row('0', NUMBER_DIGITS))), "0");
    cr_expect(!reads(row('0', NUMBER_DIGITS + 1)));
    fraction[0] = '5';
    SAME(short_words(fraction, 1), "5.0");
}

Test(number, keeps_the_printed_figures)
{
    SAME(words(number_multiply(a, number_divide(a, decimal("9"), decimal("65")), decimal("5")), 4),
         "0.6923");
    SAME(words(number_ratio(641415, 129479), 4), "4.9538");
    cr_expect(number_equal(a, number_add(a, decimal("0.1"), decimal("0.2")), decimal("0.3")));
    cr_expect(number_equal(a, ratio("1/3"), ratio("-2/-6")));
    SAME(exact(number_ratio(3, -6)), "-1/2");
    SAME(exact(number_ratio(-9223372036854775807LL - 1, -9223372036854775807LL - 1)), "1");
}

Test(number, rounds_halves_away_from_zero_when_half_up)
{
    SAME(rounded("2.5", "1", ROUND_HALF_UP), "3");
    SAME(rounded("-2.5", "1", ROUND_HALF_UP), "-3");
    SAME(rounded("2.4999", "1", ROUND_HALF_UP), "2");
    SAME(rounded("-0.00005", "0.0001", ROUND_HALF_UP), "-0.0001");
    SAME(rounded("-0.00004", "0.0001", ROUND_HALF_UP), "0");
}

Test(number, rounds_halves_to_even_when_asked)
{
    SAME(rounded("2.5", "1", ROUND_HALF_EVEN), "2");
    SAME(rounded("3.5", "1", ROUND_HALF_EVEN), "4");
    SAME(rounded("-2.5", "1", ROUND_HALF_EVEN), "-2");
    SAME(rounded("-3.5", "1", ROUND_HALF_EVEN), "-4");
    SAME(rounded("2.5001", "1", ROUND_HALF_EVEN), "3");
}

Test(number, rounds_up_away_from_zero_and_down_towards_it)
{
    SAME(rounded("2.0001", "1", ROUND_UP), "3");
    SAME(rounded("-2.0001", "1", ROUND_UP), "-3");
    SAME(rounded("2", "1", ROUND_UP), "2");
    SAME(rounded("2.9999", "1", ROUND_DOWN), "2");
    SAME(rounded("-2.9999", "1", ROUND_DOWN), "-2");
    SAME(rounded("-0.9", "1", ROUND_DOWN), "0");
}

Test(number, rounds_to_multiples)
{
    SAME(rounded("3.75", "0.5", ROUND_HALF_UP), "4");
    SAME(rounded("3.75", "0.5", ROUND_HALF_EVEN), "4");
    SAME(rounded("3.25", "0.5", ROUND_HALF_EVEN), "3");
    SAME(rounded("-3.75", "0.5", ROUND_DOWN), "-3.5");
    SAME(rounded("-3.55", "0.5", ROUND_UP), "-4");
    SAME(rounded("37.5", "25", ROUND_HALF_UP), "50");
    SAME(rounded("62.5", "25", ROUND_HALF_EVEN), "50");
    SAME(rounded("-112.5", "25", ROUND_HALF_UP), "-125");
    SAME(rounded("1", "1/3", ROUND_DOWN), "1");
    SAME(rounded("12345678901234567890123456789012345678901", "25", ROUND_UP),
         "12345678901234567890123456789012345678925");
}

Test(number, prints_rounded_in_every_mode)
{
    struct number_style s = {0};
    SAME(print("-0.125", 2, ROUND_HALF_UP, s), "-0.13");
    SAME(print("-0.125", 2, ROUND_HALF_EVEN, s), "-0.12");
    SAME(print("-0.121", 2, ROUND_UP, s), "-0.13");
    SAME(print("-0.129", 2, ROUND_DOWN, s), "-0.12");
    SAME(print("-0.004", 2, ROUND_HALF_UP, s), "0.00");
    SAME(print("-1/3", 0, ROUND_DOWN, s), "0");
    SAME(print("2/3", 40, ROUND_HALF_UP, s), "0.6666666666666666666666666666666666666667");
    SAME(print("999.995", 2, ROUND_HALF_UP, s), "1000.00");
    cr_expect_eq(number_words(a, number_of(1), 4000000000u).n, NUMBER_DIGITS + 2);
}

Test(number, prints_in_the_style_asked_for)
{
    struct number_style group = {.group = true}, thai = {.thai = true, .group = true},
                        minus = {.true_minus = true};
    SAME(print("3884.37", 2, ROUND_HALF_UP, group), "3,884.37");
    SAME(print("-123456", 4, ROUND_HALF_UP, group), "-123,456.0000");
    SAME(print("999", 0, ROUND_HALF_UP, group), "999");
    SAME(print("1234567", 0, ROUND_HALF_UP, group), "1,234,567");
    SAME(print("3884.37", 2, ROUND_HALF_UP, thai), "๓,๘๘๔.๓๗");
    SAME(print("0.05", 2, ROUND_HALF_UP, thai), "๐.๐๕");
    SAME(print("-1.5", 1, ROUND_HALF_UP, minus), "−1.5");
    SAME(print("-0.04", 1, ROUND_HALF_UP, minus), "0.0");
}

Test(number, prints_the_shortest_exact_decimal)
{
    struct buffer b = buffer_in(a);
    SAME(short_words("2.500", 4), "2.5");
    SAME(short_words("300/100", 4), "3");
    SAME(short_words("1/3", 4), "0.3333");
    SAME(short_words("0.99999", 4), "1.0000");
    SAME(short_words("-1/1024", 10), "-0.0009765625");
    cr_expect(number_print_short(&b, ratio("1/8"), 3, (struct number_style){0}));
    cr_expect(!number_print_short(&b, ratio("1/8"), 2, (struct number_style){0}));
}

Test(number, knows_how_many_decimals_it_needs)
{
    unsigned decimals = 77;
    cr_expect(number_decimals(a, ratio("6/12"), 4, &decimals) && decimals == 1);
    cr_expect(number_decimals(a, ratio("0/7"), 0, &decimals) && decimals == 0);
    cr_expect(number_decimals(a, ratio("7/3125"), 5, &decimals) && decimals == 5);
    cr_expect(!number_decimals(a, ratio("1/3"), 1000, &decimals) && decimals == 5);
    cr_expect(!number_decimals(a, ratio("1/16"), 3, &decimals) && decimals == 5);
    cr_expect(number_decimals(a, number_places(a, 1200), 1200, &decimals) && decimals == 1200);
    cr_expect(
        !number_decimals(a, number_divide(a, number_places(a, 60), decimal("3")), 99, &decimals));
}

Test(number, gives_whole_values_that_fit)
{
    long long whole = 5;
    cr_expect(number_to_whole(a, ratio("-36893488147419103232/4"), &whole));
    cr_expect_eq(whole, -9223372036854775807LL - 1);
    cr_expect(!number_to_whole(a, decimal("9223372036854775808"), &whole));
    cr_expect(!number_to_whole(a, decimal("0.5"), &whole));
    cr_expect(!number_to_whole(a, decimal(row('9', 60)), &whole));
    cr_expect(number_is_whole(a, decimal(row('9', 60))) && number_is_whole(a, ratio("6/3")));
    cr_expect(!number_is_whole(a, ratio("7/3")) && !number_is_whole(a, number_places(a, 60)));
}

Test(number, crosses_the_edges_of_64_and_128_bits)
{
    struct number half = decimal("85070591730234615865843651857942052864"), /* 2^126 */
        edge = number_negate(a, number_add(a, half, half)),
                  minus = number_subtract(a, number_negate(a, half), half);
    SAME(exact(edge), "-170141183460469231731687303715884105728");
    SAME(exact(minus), "-170141183460469231731687303715884105728");
    SAME(exact(number_negate(a, minus)), "170141183460469231731687303715884105728");
    SAME(exact(number_add(a, minus, half)), "-85070591730234615865843651857942052864");
    SAME(exact(number_subtract(a, number_of(1), minus)), "170141183460469231731687303715884105729");
    struct number x =
        number_divide(a, number_of(-9223372036854775807LL - 1), decimal("9223372036854775808"));
    struct number y =
        number_divide(a, number_of(-9223372036854775807LL - 1), number_of(9223372036854775807LL));
    SAME(exact(number_add(a, x, x)), "-2");
    SAME(exact(number_add(a, y, x)), "-18446744073709551615/9223372036854775807");
    SAME(exact(number_divide(a, y, y)), "1");
    cr_expect_eq(number_order(a, y, x), -1);
}

Test(number, comes_back_after_growing_beyond_128_bits)
{
    struct number x = ratio("340282366920938463463374607431768211457/3"), y = x;
    for (int i = 0; i < 4; i++)
        y = number_multiply(a, y, y);
    SAME(exact(number_divide(a, y, y)), "1");
    for (int i = 0; i < 15; i++)
        y = number_divide(a, y, x);
    cr_expect(number_equal(a, x, y));
    SAME(exact(number_subtract(a, number_add(a, y, decimal("0.5")), y)), "1/2");
    cr_expect_eq(number_order(a, number_negate(a, y), x), -1);
    SAME(exact(number_negate(a, number_negate(a, x))), exact(x));
}

Test(number, copies_into_another_arena)
{
    struct arena *other = support_arena();
    struct number small = number_ratio(1, 3), big = decimal("-1"), over = decimal("7");
    for (int i = 0; i < 5; i++)
        big = number_multiply(other, big, number_of(9223372036854775807LL));
    for (int i = 0; i < 80; i++)
        over = number_multiply(other, over, over);
    char *wanted = text_c(a, number_exact_words(other, big));
    struct number copy = number_copy(a, big);
    arena_free(other);
    SAME(exact(copy), wanted);
    SAME(exact(number_copy(a, small)), "1/3");
    cr_expect(number_is_over(number_copy(a, over)));
}

Test(number, becomes_over_and_stays_over)
{
    struct number x = decimal("3"), one = number_of(1), over;
    long long whole;
    unsigned decimals;
    for (int i = 0; i < 80; i++)
        x = number_multiply(a, x, x);
    cr_assert(number_is_over(x));
    over = number_divide(a, one, x);
    cr_expect(number_is_over(over) && number_is_over(number_multiply(a, number_of(0), x)));
    cr_expect(number_is_over(number_add(a, one, x)) && number_is_over(number_subtract(a, x, x)));
    cr_expect(number_is_over(number_negate(a, x)) && number_is_over(number_least(a, one, x)));
    cr_expect(number_is_over(number_most(a, x, one)) && number_is_over(number_places(a, ~0u)));
    cr_expect(number_is_over(number_round(a, x, one, ROUND_UP)));
    cr_expect(number_is_over(number_round(a, one, x, ROUND_UP)));
    cr_expect(!number_equal(a, x, x) && !number_is_whole(a, x) && !number_sign(x));
    cr_expect(!number_order(a, x, one) && !number_to_whole(a, x, &whole));
    cr_expect(!number_decimals(a, x, 99, &decimals));
    SAME(words(x, 4), "(too large)");
    SAME(exact(x), "(too large)");
    cr_expect(!number_is_over(number_places(a, 1233)) && number_is_over(number_places(a, 1234)));
}
