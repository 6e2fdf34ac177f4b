/* Documents as text, and widths. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>

#include "render/document.h"
#include "render/text.h"
#include "support.h"

#define THAI_OFFICE "สำนักงานคลังจังหวัดเลย"

static struct arena *a;

static void begin(void)
{
    a = support_arena();
}

static void finish(void)
{
    arena_free(a);
}

TestSuite(width, .init = begin, .fini = finish);
TestSuite(render_text, .init = begin, .fini = finish);

static size_t columns(const char *s)
{
    return width_columns(text_of(s));
}

static char *cut(const char *s, size_t columns_kept)
{
    return text_c(a, width_cut(a, text_of(s), columns_kept));
}

static char *visible(const char *s)
{
    return text_c(a, text_visible(a, text_of(s)));
}

static char *rendered(const struct document *d, size_t width, bool colour)
{
    struct buffer out = buffer_in(a);
    render_text(&out, d, (struct text_style){.width = width, .colour = colour});
    return text_c(a, buffer_text(&out));
}

/* No line may end in a space: spaces behind a line are noise in every diff. */
static bool has_trailing_space(const char *s)
{
    return strstr(s, " \n") != NULL;
}

Test(width, counts_what_a_terminal_advances)
{
    cr_expect(eq(sz, columns(""), 0));
    cr_expect(eq(sz, columns("abc"), 3));
    cr_expect(eq(sz, columns("กี่"), 1), "marks take no column");
    cr_expect(eq(sz, columns("ำ"), 1), "SARA AM takes one");
    cr_expect(eq(sz, columns("น้ำ"), 2));
    cr_expect(eq(sz, columns("เลย"), 3));
    cr_expect(eq(sz, columns(THAI_OFFICE), 18));
    cr_expect(eq(sz, columns("中文"), 4));
    cr_expect(eq(sz, columns("…─฿"), 3));
    cr_expect(eq(sz,
                 columns("\xff"
                         "a"),
                 2));
}

Test(width, a_character_ends_behind_its_marks)
{
    struct text t = text_of("กี่น้ำเ");
    cr_expect(eq(sz, width_next(t, 0), strlen("กี่")));
    cr_expect(eq(sz, width_next(t, strlen("กี่")), strlen("กี่น้ำ")));
    cr_expect(eq(sz, width_next(t, strlen("กี่น้ำ")), t.n));
}

Test(width, cutting_keeps_marks_with_their_letters)
{
    cr_expect(eq(str, cut("abcdef", 6), "abcdef"));
    cr_expect(eq(str, cut("abcdef", 5), "abcd…"));
    cr_expect(eq(str, cut("abcdef", 1), "…"));
    cr_expect(eq(str, cut("abcdef", 0), ""));
    cr_expect(eq(str, cut("", 0), ""));
    cr_expect(eq(str, cut("ที่นี่", 2), "ที่นี่"));
    cr_expect(eq(str, cut("ที่นี่นั่น", 3), "ที่นี่…"));
    cr_expect(eq(str, cut("กน้ำก", 3), "ก…"), "SARA AM stays with its letter");
    cr_expect(eq(str, cut("中文字", 4), "中…"), "half a wide character is none");
}

Test(width, data_cannot_pose_as_output)
{
    cr_expect(eq(str, visible("a\tb"), "a b"));
    cr_expect(eq(str, visible("\033[31m"), "<U+001B>[31m"));
    cr_expect(eq(str, visible("a\r\nb"), "a<U+000D><U+000A>b"));
    cr_expect(eq(str, visible("x\u202Ey"), "x<U+202E>y"));
    cr_expect(eq(str, visible("\u2066\u200F\u061C"), "<U+2066><U+200F><U+061C>"));
    cr_expect(eq(str, visible("\u2028\u2029\xc2\x85\x7f"), "<U+2028><U+2029><U+0085><U+007F>"));
    cr_expect(eq(str, visible("a\xff\xe0\xb8"), "a\uFFFD\uFFFD"));
    cr_expect(eq(str, visible("\u200Bไทย\u200Bคำ"), "\u200Bไทย\u200Bคำ"), "word breaks stay");
    struct text clean = TEXT(THAI_OFFICE);
    cr_expect(text_visible(a, clean).at == clean.at, "what is clean is not copied");
    struct text nul = text_visible(a, TEXT("a\0b"));
    cr_expect(eq(str, text_c(a, nul), "a<U+0000>b"));
}

Test(render_text, headings_set_their_aside_at_the_right_margin)
{
    struct document d = document_in(a);
    document_heading(&d, TEXT("เกณฑ์"), TEXT("เลย"));
    document_heading(&d, TEXT("second"), TEXT(""));
    document_paragraph(&d, TEXT("text"), TONE_PLAIN);
    document_heading(&d, TEXT("third heading"), TEXT("rules/cgd.ken"));
    cr_expect(eq(str, rendered(&d, 20, false),
                 "เกณฑ์             เลย\n"
                 "second\n"
                 "text\n"
                 "\n"
                 "third heading\n"
                 "       rules/cgd.ken\n"));
    cr_expect(eq(str, rendered(&d, 0, false),
                 "เกณฑ์  เลย\n"
                 "second\n"
                 "text\n"
                 "\n"
                 "third heading  rules/cgd.ken\n"));
}

Test(render_text, paragraphs_wrap_at_spaces_and_long_words_between_letters)
{
    struct document d = document_in(a);
    document_paragraph(&d, TEXT("one two  three   four five  "), TONE_PLAIN);
    document_paragraph(&d, TEXT("กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่"), TONE_PLAIN);
    document_paragraph(&d, TEXT(""), TONE_PLAIN);
    document_paragraph(&d, TEXT("  ok"), TONE_PLAIN);
    cr_expect(eq(str, rendered(&d, 13, false),
                 "one two\n"
                 "three   four\n"
                 "five\n"
                 "\n"
                 "กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่\n"
                 "กี่\n"
                 "\n"
                 "\n"
                 "\n"
                 "  ok\n"));
}

static struct block *office_table(struct document *d)
{
    struct block *t = document_table(d);
    table_column(d, t, TEXT(""), ALIGN_LEFT, true);
    table_column(d, t, TEXT("weight"), ALIGN_RIGHT, false);
    table_column(d, t, TEXT(""), ALIGN_LEFT, false);
    struct table_row *row = table_add_row(d, t, 0);
    row->cell[0].text = TEXT(THAI_OFFICE);
    row->cell[1].text = TEXT("1.54");
    row->cell[2].text = TEXT("●");
    row = table_add_row(d, t, 1);
    row->cell[0].text = TEXT("disbursement");
    row->cell[1].text = TEXT("92.78 %");
    row = table_add_row(d, t, 0);
    row->cell[0].text = TEXT("รวม");
    row->cell[1].text = TEXT("-3.1");
    row->rule_above = true;
    return t;
}

Test(render_text, tables_align_by_display_width)
{
    struct document d = document_in(a);
    office_table(&d);
    cr_expect(eq(str, rendered(&d, 0, false),
                 "                     weight\n"
                 "สำนักงานคลังจังหวัดเลย     1.54  ●\n"
                 "  disbursement      92.78 %\n"
                 "──────────────────────────────\n"
                 "รวม                    -3.1\n"));
    cr_expect(eq(str, rendered(&d, 26, false),
                 "                 weight\n"
                 "สำนักงานคลังจังห…     1.54  ●\n"
                 "  disbursement  92.78 %\n"
                 "──────────────────────────\n"
                 "รวม                -3.1\n"));
    cr_expect(not(has_trailing_space(rendered(&d, 26, false))));
}

Test(render_text, the_column_that_gives_way_keeps_twelve_columns)
{
    struct document d = document_in(a);
    office_table(&d);
    cr_expect(eq(str, rendered(&d, 5, false), rendered(&d, 24, false)));
    struct document narrow = document_in(a);
    struct block *t = document_table(&narrow);
    table_column(&narrow, t, TEXT("id"), ALIGN_LEFT, true);
    table_column(&narrow, t, TEXT(""), ALIGN_LEFT, false);
    table_add_row(&narrow, t, 7)->cell[0].text = TEXT("x");
    cr_expect(eq(str, rendered(&narrow, 5, false), "id\n              x\n"));
}

Test(render_text, tables_without_headings_have_no_heading_line)
{
    struct document d = document_in(a);
    struct block *t = document_table(&d);
    table_column(&d, t, TEXT(""), ALIGN_LEFT, false);
    table_column(&d, t, TEXT(""), ALIGN_LEFT, false);
    table_column(&d, t, TEXT(""), ALIGN_RIGHT, false);
    struct table_row *row = table_add_row(&d, t, 0);
    row->cell[0].text = TEXT("a");
    row->cell[2].text = TEXT("10");
    table_add_row(&d, t, 0)->cell[2].text = TEXT("5");
    cr_expect(eq(str, rendered(&d, 80, false), "a  10\n    5\n"), "an empty column takes no room");
}

Test(render_text, outlines_set_asides_right_or_below)
{
    struct document d = document_in(a);
    struct block *o = document_outline(&d);
    outline_add(&d, o, 0, (struct cell){TEXT("1.1/use  4.9076"), TONE_PLAIN}, TEXT(""));
    outline_add(&d, o, 1, (struct cell){TEXT("งบลงทุน"), TONE_PLAIN}, TEXT("cgd.ken:41"));
    outline_add(&d, o, 2, (struct cell){TEXT("used and allotted together"), TONE_PLAIN},
                TEXT("loei.facts:9"));
    outline_add(&d, o, 2, (struct cell){TEXT("0123456789 0123456789 0123456789"), TONE_PLAIN},
                TEXT(""));
    cr_expect(eq(str, rendered(&d, 32, false),
                 "1.1/use  4.9076\n"
                 "  งบลงทุน              cgd.ken:41\n"
                 "    used and allotted together\n"
                 "                    loei.facts:9\n"
                 "    0123456789 0123456789\n"
                 "      0123456789\n"));
    cr_expect(eq(str, rendered(&d, 0, false),
                 "1.1/use  4.9076\n"
                 "  งบลงทุน                              cgd.ken:41\n"
                 "    used and allotted together        loei.facts:9\n"
                 "    0123456789 0123456789 0123456789\n"));
}

Test(render_text, tones_are_colours_only_when_asked_for)
{
    struct document d = document_in(a);
    document_heading(&d, TEXT("head"), TEXT("aside"));
    document_paragraph(&d, TEXT("bad news"), TONE_BAD);
    document_paragraph(&d, TEXT("plain"), TONE_PLAIN);
    cr_expect(eq(str, rendered(&d, 12, true),
                 "\033[1mhead\033[0m   \033[2maside\033[0m\n"
                 "\033[31mbad news\033[0m\n"
                 "\n"
                 "plain\n"));
    cr_expect(eq(str, rendered(&d, 12, false), "head   aside\nbad news\n\nplain\n"));
}

Test(render_text, texts_from_outside_are_made_visible)
{
    struct document d = document_in(a);
    document_heading(&d, TEXT("a\033[2J"), TEXT("b\u202E"));
    document_paragraph(&d, TEXT("c\nd"), TONE_PLAIN);
    struct block *t = document_table(&d);
    table_column(&d, t, TEXT("e\a"), ALIGN_LEFT, false);
    table_add_row(&d, t, 0)->cell[0].text = TEXT("f\xff");
    struct block *o = document_outline(&d);
    outline_add(&d, o, 0, (struct cell){TEXT("g\u2028"), TONE_PLAIN}, TEXT("h\033"));
    cr_expect(eq(str, rendered(&d, 0, false),
                 "a<U+001B>[2J  b<U+202E>\n"
                 "c<U+000A>d\n"
                 "\n"
                 "e<U+0007>\n"
                 "f\uFFFD\n"
                 "\n"
                 "g<U+2028>  h<U+001B>\n"));
}
