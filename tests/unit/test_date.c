/* Dates: arithmetic, reading and printing. */
#include "value/date.h"

#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* Criterion's macros put an int into a bit field. */
#pragma GCC diagnostic ignored "-Wconversion"

static struct date day_of(int year, int month, int day)
{
    struct date d = {0};
    cr_assert(date_make(year, month, day, &d), "%d-%d-%d should exist", year, month, day);
    return d;
}

static bool exists(int year, int month, int day)
{
    struct date d;
    return date_make(year, month, day, &d);
}

/* What date_read makes of `words`, in one word: "none", "impossible", or the ISO form in C.E. */
static const char *reading_of(struct arena *a, const char *words, enum era era, bool short_years)
{
    struct date d;
    struct month m;
    switch (date_read(text_of(words), era, short_years, &d, &m, NULL)) {
    case DATE_NONE:
        return "none";
    case DATE_DAY:
        return text_c(a, date_words(a, d, ERA_CE));
    case DATE_MONTH:
        return text_c(a, month_words(a, m, ERA_CE));
    case DATE_IMPOSSIBLE:
        return "impossible";
    }
    return "a reading without a name";
}

struct example {
    const char *words, *reading;
};

static void check_examples(const struct example *examples, size_t n, enum era era, bool short_years)
{
    struct arena *a = support_arena();
    for (size_t i = 0; i < n; i++) {
        const char *got = reading_of(a, examples[i].words, era, short_years);
        cr_expect_str_eq(got, examples[i].reading, "`%s` is read as %s, not as %s",
                         examples[i].words, got, examples[i].reading);
    }
    arena_free(a);
}
#define CHECK_EXAMPLES(examples, era, short_years)                                                 \
    check_examples((examples), sizeof(examples) / sizeof *(examples), (era), (short_years))

Test(date, numbers_every_day_in_sequence)
{
    int32_t day = 0;
    long wrong = 0;
    for (int year = 1; year <= 9999; year++)
        for (int month = 1; month <= 12; month++)
            for (int of_month = 1; of_month <= 31; of_month++) {
                struct date d;
                int y, m, n;
                if (!date_make(year, month, of_month, &d))
                    continue;
                day++;
                date_parts(d, &y, &m, &n);
                wrong += d.day != day || y != year || m != month || n != of_month ||
                         date_weekday(d) != (enum weekday)((day - 1) % 7) ||
                         date_month(d).month != 12 * year + month - 1;
            }
    cr_expect(eq(long, wrong, 0));
    cr_expect(eq(int, day, DATE_LAST));
}

Test(date, knows_the_weekdays_of_history)
{
    cr_expect(eq(int, date_weekday(day_of(2023, 1, 30)), MONDAY));
    cr_expect(eq(int, date_weekday(day_of(2023, 4, 30)), SUNDAY));
    cr_expect(eq(int, date_weekday(day_of(2023, 10, 16)), MONDAY));
    cr_expect(eq(int, date_weekday(day_of(2022, 5, 28)), SATURDAY));
    cr_expect(eq(int, date_weekday(day_of(1970, 1, 1)), THURSDAY));
    cr_expect(eq(int, date_weekday(day_of(2000, 2, 29)), TUESDAY));
    cr_expect(eq(int, day_of(1970, 1, 1).day, 719163));
}

Test(date, exists_only_in_the_calendar)
{
    cr_expect(exists(2024, 2, 29) && exists(2000, 2, 29) && exists(1, 1, 1) &&
              exists(9999, 12, 31));
    cr_expect(not(exists(2023, 2, 29)));
    cr_expect(not(exists(1900, 2, 29)));
    cr_expect(not(exists(2023, 4, 31)));
    cr_expect(not(exists(2023, 4, 0)));
    cr_expect(not(exists(2023, 0, 1)));
    cr_expect(not(exists(2023, 13, 1)));
    cr_expect(not(exists(0, 12, 31)));
    cr_expect(not(exists(10000, 1, 1)));
    cr_expect(not(exists(INT32_MIN, 1, 1)));
}

Test(month, runs_from_its_first_day_to_its_last)
{
    struct month m;
    long wrong = 0;
    int32_t before = 0;
    for (int year = 1; year <= 9999; year++)
        for (int month = 1; month <= 12; month++) {
            wrong += !month_make(year, month, &m) || month_first(m).day != before + 1;
            before = month_last(m).day;
            wrong += date_month(month_last(m)).month != m.month;
        }
    cr_expect(eq(long, wrong, 0));
    cr_expect(eq(int, before, DATE_LAST));
    cr_expect(month_make(2024, 2, &m) && month_last(m).day == day_of(2024, 2, 29).day);
    cr_expect(not(month_make(0, 12, &m)));
    cr_expect(not(month_make(2024, 13, &m)));
}

Test(date, reads_iso_forms)
{
    static const struct example buddhist[] = {{"2566-04-30", "2023-04-30"},
                                              {"๒๕๖๖-๐๔-๓๐", "2023-04-30"},
                                              {"2๕66-0๔-3๐", "2023-04-30"},
                                              {"2566-04", "2023-04"},
                                              {"2567-02-29", "2024-02-29"},
                                              {"2566-02-29", "impossible"},
                                              {"2566-02-30", "impossible"},
                                              {"2566-04-31", "impossible"},
                                              {"2566-13", "impossible"},
                                              {"2566-00", "impossible"},
                                              {"2566-04-00", "impossible"},
                                              {"0543-12-31", "impossible"},
                                              {"0544-01-01", "0001-01-01"},
                                              {"9999-12-31", "9456-12-31"},
                                              {"2566-4-30", "none"},
                                              {"2566-04-3", "none"},
                                              {"2566-04-300", "none"},
                                              {"2566-04-30 ", "none"},
                                              {" 2566-04-30", "none"},
                                              {"2566-04-", "none"},
                                              {"2566-04-30x", "none"},
                                              {"2566-", "none"},
                                              {"2566", "none"},
                                              {"12566-04-30", "none"},
                                              {"66-04-30", "none"},
                                              {"2566/04/30", "none"},
                                              {"2566 - 04", "none"},
                                              {"-2566-04", "none"},
                                              {"", "none"},
                                              {"๒๕๖๖-๐๔-๓\xE0\xB9", "none"},
                                              {"2566-04-3๚", "none"},
                                              {"2566-04๏30", "none"}};
    static const struct example common[] = {
        {"2023-02-29", "impossible"}, {"2024-02-29", "2024-02-29"}, {"0001-01-01", "0001-01-01"},
        {"0000-12-31", "impossible"}, {"9999-12-31", "9999-12-31"}, {"2566-04", "2566-04"}};
    CHECK_EXAMPLES(buddhist, ERA_BE, false);
    CHECK_EXAMPLES(buddhist, ERA_BE, true);
    CHECK_EXAMPLES(common, ERA_CE, false);
}

Test(date, reads_forms_with_a_month_name)
{
    static const struct example buddhist[] = {{"30 เมษายน 2566", "2023-04-30"},
                                              {"30 เม.ย. 2566", "2023-04-30"},
                                              {"๓๐ เมษายน ๒๕๖๖", "2023-04-30"},
                                              {"3 April 2566", "2023-04-03"},
                                              {"03\t \tApr.  2566", "2023-04-03"},
                                              {"เมษายน 2566", "2023-04"},
                                              {"Apr 2566", "2023-04"},
                                              {"29 ก.พ. 2567", "2024-02-29"},
                                              {"29 ก.พ. 2566", "impossible"},
                                              {"31 เม.ย. 2566", "impossible"},
                                              {"0 เม.ย. 2566", "impossible"},
                                              {"99 เม.ย. 2566", "impossible"},
                                              {"30 เม.ย. 0543", "impossible"},
                                              {"30 เม.ย. 66", "impossible"},
                                              {"เม.ย. 66", "impossible"},
                                              {"Oct-65", "none"},
                                              {"Oct-2565", "none"},
                                              {"030 เม.ย. 2566", "none"},
                                              {"30 เม.ย. 256", "none"},
                                              {"30 เม.ย. 25666", "none"},
                                              {"30เม.ย. 2566", "none"},
                                              {"30 เม.ย.2566", "none"},
                                              {"30 เม.ย. 2566 น.", "none"},
                                              {"30 เมษา 2566", "none"},
                                              {"30 เม.ย.", "none"},
                                              {"30  2566", "none"},
                                              {"เมษายน", "none"},
                                              {"เมษายน ", "none"},
                                              {" เมษายน 2566", "none"},
                                              {"May flowers", "none"},
                                              {"30 April", "none"},
                                              {"April.  2566", "none"}};
    static const struct example common[] = {{"30 APRIL 2023", "2023-04-30"},
                                            {"1 sept 2023", "2023-09-01"},
                                            {"30 เมษายน 2023", "2023-04-30"},
                                            {"30 Apr 23", "impossible"}};
    CHECK_EXAMPLES(buddhist, ERA_BE, false);
    CHECK_EXAMPLES(common, ERA_CE, false);
}

Test(date, reads_short_years_only_when_asked)
{
    static const struct example buddhist[] = {{"30 เม.ย. 66", "2023-04-30"},
                                              {"เม.ย. ๖๖", "2023-04"},
                                              {"Oct-65", "2022-10"},
                                              {"ต.ค.-65", "2022-10"},
                                              {"Oct-2565", "2022-10"},
                                              {"Oct 65", "2022-10"},
                                              {"29 Feb 66", "impossible"},
                                              {"30 เม.ย. 2566", "2023-04-30"},
                                              {"Oct-5", "none"},
                                              {"Oct - 65", "none"},
                                              {"Oct--65", "none"},
                                              {"30 Oct-65", "none"},
                                              {"30-Oct-65", "none"},
                                              {"66-04", "none"}};
    static const struct example common[] = {
        {"30 Apr 23", "2023-04-30"}, {"Oct-00", "2000-10"}, {"Oct-99", "2099-10"}};
    CHECK_EXAMPLES(buddhist, ERA_BE, true);
    CHECK_EXAMPLES(common, ERA_CE, true);
}

Test(date, tells_the_year_as_written)
{
    struct date d;
    struct month m;
    int year = -1;
    date_read(TEXT("no date"), ERA_BE, true, &d, &m, &year);
    date_read((struct text){NULL, 0}, ERA_BE, true, &d, &m, &year);
    cr_expect(eq(int, year, -1));
    date_read(TEXT("30 เม.ย. 66"), ERA_BE, true, &d, &m, &year);
    cr_expect(eq(int, year, 2566));
    date_read(TEXT("30 เม.ย. 66"), ERA_BE, false, &d, &m, &year);
    cr_expect(eq(int, year, 66));
    date_read(TEXT("Apr 23"), ERA_CE, true, &d, &m, &year);
    cr_expect(eq(int, year, 2023));
    date_read(TEXT("2566-02-30"), ERA_BE, false, &d, &m, &year);
    cr_expect(eq(int, year, 2566));
    date_read(TEXT("2023-04"), ERA_BE, false, &d, &m, &year);
    cr_expect(eq(int, year, 2023));
}

Test(month, is_known_by_all_its_names)
{
    static const char *const names[12][5] = {{"มกราคม", "ม.ค.", "January", "Jan", "JAN."},
                                             {"กุมภาพันธ์", "ก.พ.", "February", "Feb", "feb."},
                                             {"มีนาคม", "มี.ค.", "March", "Mar", "Mar."},
                                             {"เมษายน", "เม.ย.", "April", "Apr", "Apr."},
                                             {"พฤษภาคม", "พ.ค.", "May", "MAY", "mAy"},
                                             {"มิถุนายน", "มิ.ย.", "June", "Jun", "Jun."},
                                             {"กรกฎาคม", "ก.ค.", "July", "Jul", "Jul."},
                                             {"สิงหาคม", "ส.ค.", "August", "Aug", "Aug."},
                                             {"กันยายน", "ก.ย.", "September", "Sep", "Sept."},
                                             {"ตุลาคม", "ต.ค.", "October", "Oct", "Oct."},
                                             {"พฤศจิกายน", "พ.ย.", "November", "Nov", "Nov."},
                                             {"ธันวาคม", "ธ.ค.", "December", "Dec", "Dec."}};
    static const char *const others[] = {"",        ".",  "Ja",    "January.",
                                         "มกราคม.", "มค", "ม.ค..", "Janu"};
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 5; j++)
            cr_expect(eq(int, month_named(text_of(names[i][j])), i + 1), "%s", names[i][j]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect(eq(int, month_named(text_of(others[i])), 0), "%s", others[i]);
    cr_expect(eq(int, month_named(TEXT("Sept")), 9));
    cr_expect(eq(int, month_named(TEXT("ม.ค")), 1));
    cr_expect(eq(int, month_named((struct text){NULL, 0}), 0));
}

Test(weekday, is_known_by_all_its_names)
{
    static const char *const names[7][4] = {
        {"monday", "Monday", "จันทร์", "วันจันทร์"},   {"tuesday", "TUESDAY", "อังคาร", "วันอังคาร"},
        {"wednesday", "Wednesday", "พุธ", "วันพุธ"}, {"thursday", "Thursday", "พฤหัสบดี", "วันพฤหัสบดี"},
        {"friday", "Friday", "ศุกร์", "วันศุกร์"},     {"saturday", "Saturday", "เสาร์", "วันเสาร์"},
        {"sunday", "Sunday", "อาทิตย์", "วันอาทิตย์"}};
    enum weekday w;
    for (int i = MONDAY; i <= SUNDAY; i++) {
        cr_expect(text_equal(weekday_words((enum weekday)i), text_of(names[i][0])));
        for (int j = 0; j < 4; j++)
            cr_expect(weekday_named(text_of(names[i][j]), &w) && (int)w == i, "%s", names[i][j]);
    }
    cr_expect(not(weekday_named(TEXT("วัน"), &w)));
    cr_expect(not(weekday_named(TEXT("วันmonday"), &w)));
    cr_expect(not(weekday_named(TEXT("mon"), &w)));
    cr_expect(not(weekday_named((struct text){NULL, 0}, &w)));
}

Test(date, prints_in_the_era_asked_for)
{
    struct arena *a = support_arena();
    struct date d = day_of(2023, 4, 3), first = day_of(1, 1, 1), last = day_of(9999, 12, 31);
    cr_expect(eq(str, text_c(a, date_words(a, d, ERA_BE)), "2566-04-03"));
    cr_expect(eq(str, text_c(a, date_words(a, d, ERA_CE)), "2023-04-03"));
    cr_expect(eq(str, text_c(a, date_words(a, first, ERA_CE)), "0001-01-01"));
    cr_expect(eq(str, text_c(a, date_words(a, first, ERA_BE)), "0544-01-01"));
    cr_expect(eq(str, text_c(a, date_words(a, last, ERA_BE)), "10542-12-31"));
    cr_expect(eq(str, text_c(a, month_words(a, date_month(d), ERA_BE)), "2566-04"));
    cr_expect(eq(str, text_c(a, date_long_words(a, d, ERA_BE, true)), "3 เมษายน 2566"));
    cr_expect(eq(str, text_c(a, date_long_words(a, d, ERA_CE, false)), "3 April 2023"));
    arena_free(a);
}
