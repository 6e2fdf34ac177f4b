/* CSV: the writer, and the outcome as a table. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>

#include "render/csv.h"
#include "support.h"
#include "test_report.h"

TestSuite(csv_output, .init = begin, .fini = finish);

static char *shown(struct text t)
{
    return text_c(a, csv_shown(a, t));
}

static char *table(const char *rules, const char *facts)
{
    struct buffer out = buffer_in(a);
    report_outcome_csv(&out, a, outcome(rules, facts));
    return text_c(a, buffer_text(&out));
}

Test(csv_output, quotes_only_where_needed)
{
    struct buffer out = buffer_in(a);
    struct csv c = {.out = &out};
    csv_cell(&c, TEXT("plain ' words"));
    csv_cell(&c, TEXT(""));
    csv_cell(&c, TEXT("a,b"));
    csv_cell(&c, TEXT("say \"so\""));
    csv_cell(&c, TEXT("two\nlines"));
    csv_cell(&c, TEXT("กี่"));
    csv_end_row(&c);
    csv_cell(&c, TEXT(""));
    csv_end_row(&c);
    cr_expect(eq(str, text_c(a, buffer_text(&out)),
                 "plain ' words,,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",กี่\n"
                 "\n"));
}

Test(csv_output, formulas_are_marked_as_text)
{
    cr_expect(eq(str, shown(TEXT("=1+1")), "'=1+1"));
    cr_expect(eq(str, shown(TEXT("+1")), "'+1"));
    cr_expect(eq(str, shown(TEXT("-1+2")), "'-1+2"));
    cr_expect(eq(str, shown(TEXT("@SUM(A1)")), "'@SUM(A1)"));
    cr_expect(eq(str, shown(TEXT("\t=1")), "'\t=1"));
    cr_expect(eq(str, shown(TEXT("\n=1")), "'\n=1"));
    cr_expect(eq(str, shown(TEXT("  =1")), "'  =1"));
    cr_expect(eq(str, shown(TEXT("\u00A0\u3000\u200B\uFEFF=1")), "'\u00A0\u3000\u200B\uFEFF=1"));
    cr_expect(eq(str, shown(TEXT("＝1")), "'＝1"));
    cr_expect(eq(str, shown(TEXT("＋1")), "'＋1"));
    cr_expect(eq(str, shown(TEXT("－1")), "'－1"));
    cr_expect(eq(str, shown(TEXT("＠x")), "'＠x"));
    cr_expect(eq(str, shown(TEXT("-")), "'-"));
    cr_expect(eq(str, shown(TEXT("-1.")), "'-1."));
    cr_expect(eq(str, shown(TEXT("-1/2/3")), "'-1/2/3"));
}

Test(csv_output, numbers_and_words_stay)
{
    cr_expect(eq(str, shown(TEXT("-0.0100")), "-0.0100"));
    cr_expect(eq(str, shown(TEXT("-1/100")), "-1/100"));
    cr_expect(eq(str, shown(TEXT("-12")), "-12"));
    cr_expect(eq(str, shown(TEXT("1=1")), "1=1"));
    cr_expect(eq(str, shown(TEXT("  x")), "  x"));
    cr_expect(eq(str, shown(TEXT("")), ""));
    cr_expect(eq(str, shown(TEXT("   ")), "   "));
}

Test(csv_output, what_is_hidden_is_shown_but_lines_and_tabs_stay)
{
    cr_expect(eq(str, shown(TEXT("a\nb\tc")), "a\nb\tc"));
    cr_expect(eq(str, shown(TEXT("a\033[2J\rb")), "a<U+001B>[2J<U+000D>b"));
    cr_expect(eq(str, shown(TEXT("a\0b\u202E\xff")), "a<U+0000>b<U+202E>\uFFFD"));
    cr_expect(eq(str, shown(TEXT("\r=1")), "<U+000D>=1"), "no formula any more");
}

#define COLUMNS                                                                                    \
    "kind,id,path,title,status,score,exact,weight,weighted,share,contribution,measure,light,"      \
    "grade,at_least,at_most,cause,without_evidence\n"

Test(csv_output, a_plain_outcome_adds_up)
{
    cr_expect(
        eq(str, table(HEAD RATIO OWN LIGHTS LATE, "a 3\nb 4\nown 4.5\nsent 2024-01-16\n"),
           COLUMNS
           "indicator,1,1,Ratio,scored,3.7500,15/4,0.6667,2.5000,0.6667,2.5000,0.7500,yellow,"
           ",,,,\n"
           "indicator,10,10,Own,scored,4.5000,9/2,0.3333,1.5000,0.3333,1.5000,4.50,green,,,,,\n"
           "penalty,late,total,Late report,scored,-0.0100,-1/100,,,,,,,,,,,\n"
           "total,total,total,Trial,scored,3.9900,399/100,,,,,,yellow,,,,,\n"));
}

Test(csv_output, an_incomplete_outcome_has_ranges_and_causes)
{
    cr_expect(eq(str, table(HEAD RATIO OWN LATE, "a 3\nown 0\n"),
                 COLUMNS
                 "indicator,1,1,Ratio,incomplete,,,0.6667,,1.0000,,,,,1.0000,5.0000,b is missing,\n"
                 "indicator,10,10,Own,dropped,,,0.3333,,0.0000,,,,,,,,\n"
                 "penalty,late,total,Late report,incomplete,,,,,,,,,,-0.1000,0.0000,"
                 "sent is missing,\n"
                 "total,total,total,Trial,incomplete,,,,,,,,,,1.0000,5.0000,b is missing,\n"));
}

Test(csv_output, a_bonus_adds_and_its_ends_rise)
{
    cr_expect(
        eq(str, table(HEAD OWN "bonus much { amount a when b > 0 cap 0.5 }\n", "own 3\nb 1\n"),
           COLUMNS "indicator,10,10,Own,scored,3.0000,3,1.0000,3.0000,1.0000,3.0000,3,,,,,,\n"
                   "bonus,much,total,,incomplete,,,,,,,,,,0.0000,0.5000,a is missing,\n"
                   "total,total,total,Trial,incomplete,,,,,,,,,,3.0000,3.5000,a is missing,\n"));
}

#define HOSTILE                                                                                    \
    "criteria t \"=1+1\"\n"                                                                        \
    "era CE  period 2023-01-01 .. 2023-12-31  closes 2024-01-31  scale 1 .. 5\n"                   \
    "facts { a : number }\n"                                                                       \
    "group g \"  @g, \\\"quoted\\\"\" {\n"                                                         \
    "indicator 1 \"a|b `c` <script>\\n=2\" { points 1 score mean of parts\n"                       \
    "part p \"－กี่\" { measure a levels 1, 2, 3, 4, 5 }\n"                                 \
    "part q \"-1\" { measure a levels 1, 2, 3, 4, 5 } } }\n"

/* --- read back ------------------------------------------------------------------------------ */

/* The next cell of RFC 4180 at `*at`, which moves behind its comma or line end. */
static char *read_cell(const char **at, bool *last)
{
    struct buffer b = buffer_in(a);
    const char *p = *at;
    bool quoted = *p == '"';
    for (p += quoted; *p && (quoted || (*p != ',' && *p != '\n')); p++) {
        if (quoted && *p == '"' && *++p != '"')
            break;
        buffer_add_byte(&b, *p);
    }
    cr_assert(p[0] == ',' || p[0] == '\n', "a cell ends at `%s`", p);
    *last = *p == '\n';
    *at = p + 1;
    return text_c(a, buffer_text(&b));
}

Test(csv_output, reads_back_as_it_was)
{
    static const char *const said[] = {"",     ",",  "\"",   "\"\"", ",\"\n", "\n\n\"", "=1+1",
                                       "-0.5", "|`", "กี่,น้ำ", "\033", " x ",   "'",      "<script>"};
    enum { CELLS = sizeof said / sizeof *said };
    struct buffer out = buffer_in(a);
    struct csv c = {.out = &out};
    for (size_t row = 0; row < CELLS; row++) {
        for (size_t i = 0; i < CELLS; i++)
            csv_cell(&c, text_of(said[(row + i) % CELLS]));
        csv_end_row(&c);
    }
    const char *at = text_c(a, buffer_text(&out));
    for (size_t row = 0; row < CELLS; row++)
        for (size_t i = 0; i < CELLS; i++) {
            bool last;
            cr_expect(eq(str, read_cell(&at, &last), shown(text_of(said[(row + i) % CELLS]))));
            cr_assert(eq(int, last, i + 1 == CELLS));
        }
    cr_expect(at[0] == 0);
}

Test(csv_output, a_hostile_outcome_keeps_its_columns)
{
    static const char *const titles[] = {
        "title", "'  @g, \"quoted\"", "a|b `c` <script>\n=2", "'－กี่", "-1", "'=1+1"};
    enum { ROWS = sizeof titles / sizeof *titles, WIDTH = 18, TITLE = 3 };
    const char *at = table(HOSTILE, "a 4\n");
    for (size_t row = 0; row < ROWS; row++)
        for (size_t i = 0; i < WIDTH; i++) {
            bool last;
            char *cell = read_cell(&at, &last);
            cr_assert(eq(int, last, i + 1 == WIDTH));
            if (i == TITLE)
                cr_expect(eq(str, cell, (char *)(size_t)titles[row]));
        }
    cr_expect(at[0] == 0);
}
