/* Digits and days read eight bytes at a time are those that are read one by one. */
#pragma GCC diagnostic ignored "-Wconversion"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "batch/figures.h"
#include "random_rules.h"
#include "value/number.h"

enum { NUMBERS = 40000, MOST_DIGITS = 22, EVERY_YEAR_FROM = 1890, EVERY_YEAR_TO = 2210 };

/* The bytes alone, so that a look behind them is found out. */
static char *alone(const char *t)
{
    size_t n = strlen(t);
    char *copy = malloc(n ? n : 1);
    memcpy(copy, t, n);
    return copy;
}

/* What number_parse makes of the longest beginning that is a decimal, if that is one for a slot. */
static void expect_decimal(struct arena *a, const char *t)
{
    size_t n = strlen(t);
    char *copy = alone(t);
    struct decimal d;
    const char *behind = take_decimal(copy, copy + n, &d);
    size_t digits = 0, end = t[0] == '-';
    for (; t[end] >= '0' && t[end] <= '9'; end++)
        digits++;
    bool well = digits && digits <= FIGURE_DIGITS;
    if (well && t[end] == '.') {
        size_t before = digits;
        for (end++; t[end] >= '0' && t[end] <= '9'; end++)
            digits++;
        well = digits > before && digits <= FIGURE_DIGITS;
    }
    cr_assert((behind != NULL) == well, "%s", t);
    if (well) {
        struct number wanted;
        unsigned places;
        cr_assert(number_parse(a, (struct text){t, end}, &wanted, &places));
        struct number got =
            number_multiply(a, number_of((long long)d.digits), number_places(a, d.places));
        cr_assert((size_t)(behind - copy) == end && d.places == places, "%s", t);
        cr_assert(number_equal(a, wanted, d.minus ? number_negate(a, got) : got), "%s", t);
    }
    free(copy);
}

Test(figures, decimals_are_those_of_numbers)
{
    struct arena *a = support_arena();
    static const char *const edges[] = {"",
                                        "-",
                                        ".",
                                        "0",
                                        "-0",
                                        "00",
                                        "1.",
                                        ".5",
                                        "-.5",
                                        "1.5.5",
                                        "12345678",
                                        "1234567",
                                        "12345678.12345678",
                                        "999999999999999999",
                                        "9999999999999999999",
                                        "-99999999.9999999999",
                                        "0.000000000000000001",
                                        "0.00000000000000001",
                                        "1e5",
                                        "1/2",
                                        "1:2",
                                        "12a",
                                        "--1",
                                        "1-",
                                        "1234567.1234567",
                                        "12345678901234567.8",
                                        "123456789012345678.9",
                                        "\xE0\xB9\x97",
                                        "1\xE0",
                                        "7,5",
                                        "7 ",
                                        "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF",
                                        "0000000000000000001"};
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        expect_decimal(a, edges[i]);
    static const char signs[] = "00112233445566778899000111222333...--, }\"e\x80";
    random_seed(5);
    for (unsigned i = 0; i < NUMBERS; i++) {
        char t[MOST_DIGITS + 1] = {0};
        for (unsigned n = random_below(MOST_DIGITS), at = 0; at < n; at++)
            t[at] = signs[random_below(random_below(3) ? 32 : sizeof signs - 1)];
        expect_decimal(a, t);
    }
    arena_free(a);
}

Test(figures, a_first_zero_that_is_not_needed_is_told)
{
    struct decimal d;
    const char *t = "07";
    cr_expect(take_decimal(t, t + 2, &d) && d.padded);
    t = "0.7";
    cr_expect(take_decimal(t, t + 3, &d) && !d.padded);
    t = "-00";
    cr_expect(take_decimal(t, t + 3, &d) && d.padded);
}

static void expect_day(const struct days *days, const char *t, enum era era)
{
    struct date date = {0};
    struct month month = {0};
    int year = 0;
    size_t n = strlen(t);
    char *copy = alone(t);
    int64_t day = 0;
    unsigned index = 0;
    bool took_day = take_day(days, copy, copy + n, &day),
         took_month = take_month(days, copy, copy + n, &index);
    struct text first = {t, n < 7 ? n : 7}, all = {t, n < 10 ? n : 10};
    bool in_time = false,
         is_month = date_read(first, era, false, &date, &month, &year) == DATE_MONTH;
    year -= era == ERA_BE ? ERA_OFFSET : 0;
    in_time = year >= FACTS_YEAR_FIRST && year <= FACTS_YEAR_LAST;
    cr_assert(took_month == (is_month && in_time), "%s", t);
    cr_assert(!took_month || (int)index + 12 * FACTS_YEAR_FIRST == month.month, "%s", t);
    bool is_day = date_read(all, era, false, &date, &month, &year) == DATE_DAY;
    cr_assert(took_day == (is_day && in_time), "%s", t);
    cr_assert(!took_day || day == date.day, "%s", t);
    free(copy);
}

Test(figures, days_are_those_of_dates)
{
    struct days *days = malloc(sizeof *days);
    for (enum era era = ERA_CE; era <= ERA_BE; era++) {
        days_make(days, era);
        for (int year = EVERY_YEAR_FROM; year <= EVERY_YEAR_TO; year++)
            for (int month = 0; month <= 13; month++)
                for (int day = 0; day <= 32; day += day == 1 ? 26 : 1) {
                    char t[32];
                    sprintf(t, "%04d-%02d-%02d", year + (era == ERA_BE ? ERA_OFFSET : 0), month,
                            day);
                    expect_day(days, t, era);
                }
    }
    free(days);
}

/* Each byte of a day in turn is every other byte, and the day ends everywhere. */
Test(figures, what_is_no_day_is_declined)
{
    struct days *days = malloc(sizeof *days);
    days_make(days, ERA_CE);
    for (size_t at = 0; at < 10; at++)
        for (int byte = 1; byte < 256; byte++) {
            char t[] = "2023-11-10";
            t[at] = (char)byte;
            if ((unsigned char)byte < 0x80) /* Thai digits have three bytes */
                expect_day(days, t, ERA_CE);
            t[at] = '\0';
            expect_day(days, t, ERA_CE);
        }
    free(days);
}

static size_t plain_one_by_one(const char *t, size_t n, char stop)
{
    size_t i = 0;
    while (i < n && t[i] >= ' ' && t[i] <= '~' && t[i] != '"' && t[i] != '\\' && t[i] != stop)
        i++;
    return i;
}

Test(figures, plain_signs_end_where_they_do_one_by_one)
{
    static const char signs[] = "abc xyz 019 ,;:{}[]~!";
    random_seed(6);
    for (unsigned i = 0; i < NUMBERS; i++) {
        size_t n = random_below(MOST_DIGITS);
        char *t = malloc(n + !n), stop = ",;\t\""[random_below(4)];
        for (size_t at = 0; at < n; at++)
            t[at] =
                random_below(12) ? signs[random_below(sizeof signs - 1)] : (char)random_below(256);
        cr_assert((size_t)(skip_plain(t, t + n, stop) - t) == plain_one_by_one(t, n, stop));
        free(t);
    }
}
