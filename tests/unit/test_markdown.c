/* Documents as Markdown. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>

#include "render/markdown.h"
#include "support.h"
#include "test_report.h"

TestSuite(markdown, .init = begin, .fini = finish);

static char *rendered(const struct document *d, bool thai_digits)
{
    struct buffer out = buffer_in(a);
    render_markdown(&out, d, thai_digits);
    return text_c(a, buffer_text(&out));
}

static char *escaped(struct text t)
{
    return text_c(a, markdown_escaped(a, t));
}

static char *markdown_card(const char *rules, const char *facts)
{
    struct outcome *o = outcome(rules, facts);
    struct document d = document_in(a);
    report_scorecard(&d, o, claims_check(a, o));
    return rendered(&d, false);
}

Test(markdown, data_cannot_become_markup)
{
    cr_expect(eq(str, escaped(TEXT("a|b \\| `c` *d* _e_ ~f~")),
                 "a\\|b \\\\\\| \\`c\\` \\*d\\* \\_e\\_ \\~f\\~"));
    cr_expect(eq(str, escaped(TEXT("<script>alert(1)</script> &amp; <!--")),
                 "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &lt;!--"));
    cr_expect(eq(str, escaped(TEXT("[x](http://a.b) ![y](z) www.a.b $m$")),
                 "\\[x\\](http\\://a.b) !\\[y\\](z) www\\.a.b \\$m\\$"));
    cr_expect(eq(str, escaped(TEXT("=1+1")), "=1+1"), "nothing in Markdown");
}

Test(markdown, data_cannot_begin_a_block)
{
    cr_expect(eq(str, escaped(TEXT("# a #")), "\\# a \\#"));
    cr_expect(eq(str, escaped(TEXT("- a")), "\\- a"));
    cr_expect(eq(str, escaped(TEXT("---")), "\\---"));
    cr_expect(eq(str, escaped(TEXT("===")), "\\==="));
    cr_expect(eq(str, escaped(TEXT("+ a")), "\\+ a"));
    cr_expect(eq(str, escaped(TEXT("> a")), "&gt; a"));
    cr_expect(eq(str, escaped(TEXT("12. a")), "12\\. a"));
    cr_expect(eq(str, escaped(TEXT("1) a")), "1\\) a"));
    cr_expect(eq(str, escaped(TEXT("    code")), "code"));
    cr_expect(eq(str, escaped(TEXT("-0.0100 +3.0 1.1 f(1) x")), "-0.0100 +3.0 1.1 f(1) x"),
              "figures stay as they are");
}

Test(markdown, what_is_hidden_is_shown)
{
    cr_expect(eq(str, escaped(TEXT("a\nb\033[1m")), "a&lt;U+000A&gt;b&lt;U+001B&gt;\\[1m"));
    cr_expect(
        eq(str, escaped(TEXT("a\tb\0c\u202E\xff")), "a b&lt;U+0000&gt;c&lt;U+202E&gt;\uFFFD"));
    cr_expect(eq(str, escaped(TEXT("  1.1   ที่นี่  น้ำ  ")), "1.1\u2003ที่นี่\u2003น้ำ"), "gaps stay wide");
    cr_expect(eq(str, escaped(TEXT("\u00A0x\u3000")), "&#160;x&#12288;"));
    cr_expect(eq(str, escaped(TEXT("")), ""));
    cr_expect(eq(str, escaped(TEXT("   ")), ""));
}

Test(markdown, headings_paragraphs_and_tones)
{
    struct document d = document_in(a);
    document_heading(&d, TEXT("Card 2566"), TEXT("facts/loei-1.facts"));
    document_paragraph(&d, TEXT("faint 1"), TONE_FAINT);
    document_paragraph(&d, TEXT("bad*"), TONE_BAD);
    document_heading(&d, TEXT("notes"), TEXT(""));
    cr_expect(eq(str, rendered(&d, false),
                 "# Card 2566 (*facts/loei-1.facts*)\n"
                 "\n"
                 "faint 1\n"
                 "\n"
                 "**bad\\***\n"
                 "\n"
                 "## notes\n"));
    cr_expect(eq(str, rendered(&d, true),
                 "# Card ๒๕๖๖ (*facts/loei-1.facts*)\n"
                 "\n"
                 "faint ๑\n"
                 "\n"
                 "**bad\\***\n"
                 "\n"
                 "## notes\n"));
}

Test(markdown, tables_are_aligned_and_indented)
{
    struct document d = document_in(a);
    struct block *t = document_table(&d);
    table_column(&d, t, TEXT(""), ALIGN_LEFT, true);
    table_column(&d, t, TEXT("w|1"), ALIGN_RIGHT, false);
    table_column(&d, t, TEXT(""), ALIGN_RIGHT, false);
    table_column(&d, t, TEXT(""), ALIGN_LEFT, false);
    struct table_row *row = table_add_row(&d, t, 0);
    row->cell[0] = (struct cell){TEXT("กี่|\n"), TONE_STRONG};
    row->cell[1].text = TEXT("1.54 %");
    row = table_add_row(&d, t, 2);
    row->cell[0] = (struct cell){TEXT("x"), TONE_STRONG};
    row->cell[3] = (struct cell){TEXT("○ red"), TONE_BAD};
    cr_expect(eq(str, rendered(&d, false),
                 "| | w\\|1 | |\n"
                 "| --- | ---: | --- |\n"
                 "| **กี่\\|&lt;U+000A&gt;** | 1.54 % | |\n"
                 "| &emsp;&emsp;**x** | | **○ red** |\n"));
}

Test(markdown, outlines_are_lists_without_skipped_levels)
{
    struct document d = document_in(a);
    struct block *o = document_outline(&d);
    outline_add(&d, o, 1, (struct cell){TEXT("first"), TONE_STRONG}, TEXT("a_b.ken:7"));
    outline_add(&d, o, 5, (struct cell){TEXT("deep"), TONE_PLAIN}, TEXT(""));
    outline_add(&d, o, 3, (struct cell){TEXT("less"), TONE_PLAIN}, TEXT(""));
    outline_add(&d, o, 4, (struct cell){TEXT("more"), TONE_WARN}, TEXT(""));
    outline_add(&d, o, 0, (struct cell){TEXT(""), TONE_WARN}, TEXT("only"));
    o = document_outline(&d);
    outline_add(&d, o, 0, (struct cell){TEXT("another list"), TONE_PLAIN}, TEXT(""));
    cr_expect(eq(str, rendered(&d, false),
                 "- **first** (*a\\_b.ken:7*)\n"
                 "  - deep\n"
                 "  - less\n"
                 "    - **more**\n"
                 "- (*only*)\n"
                 "\n"
                 "<!-- -->\n"
                 "\n"
                 "- another list\n"));
}

#define HOSTILE                                                                                    \
    "criteria t \"Card <b>|</b>\"\n"                                                               \
    "era CE  period 2023-01-01 .. 2023-12-31  closes 2024-01-31  scale 1 .. 5\n"                   \
    "facts { a : number }\n"                                                                       \
    "indicator 1 \"a|b `c` <script>x</script> =1+1\" "                                             \
    "{ points 2 measure a levels 1, 2, 3, 4, 5 }\n"                                                \
    "indicator 2 \"กี่ น้ำ \\\\| **x**\" { points 2 measure a levels 1, 2, 3, 4, 5 }\n"

static char hostile_card[] =
    "# Card &lt;b&gt;\\|&lt;/b&gt; (*\\[Loei\\](x)*)\n"
    "\n"
    "| | weight | result | score | weighted | share | contribution |\n"
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n"
    "| 1\u2003a\\|b \\`c\\` &lt;script&gt;x&lt;/script&gt; =1+1 | 50.00 % | 4 | 4.0000 | 2.0000 "
    "| 1/2 | 2.0000 |\n"
    "| 2\u2003กี่ น้ำ \\\\\\| \\*\\*x\\*\\* | 50.00 % | 4 | 4.0000 | 2.0000 | 1/2 | 2.0000 |\n"
    "| **total** | | | | | | **4.0000** |\n";

Test(markdown, a_hostile_scorecard_is_a_scorecard)
{
    cr_expect(eq(str, markdown_card(HOSTILE, "office \"[Loei](x)\"\na 4\n"), hostile_card));
}

/* --- read back ------------------------------------------------------------------------------ */

/* The cells of a table line as GitHub splits it: at every bar that no backslash escapes. */
static size_t split(struct text line, struct text *cells, size_t room)
{
    size_t n = 0, from = 1;
    for (size_t i = 1; i < line.n; i++) {
        if (line.at[i] == '\\')
            i++;
        else if (line.at[i] == '|' && n < room) {
            cells[n++] = text_trim((struct text){line.at + from, i - from});
            from = i + 1;
        }
    }
    return n;
}

/* What a reader sees of a cell without strong text: escapes and entities undone. */
static char *seen(struct text cell)
{
    static const struct {
        const char *entity, *shows;
    } known[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}, {"&emsp;", "\u2003"}};
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < cell.n; i++) {
        struct text rest = text_after(cell, i);
        bool entity = false;
        for (size_t j = 0; j < sizeof known / sizeof *known && !entity; j++) {
            entity = text_starts(rest, text_of(known[j].entity));
            if (entity) {
                buffer_add(&b, text_of(known[j].shows));
                i += strlen(known[j].entity) - 1;
            }
        }
        if (!entity)
            buffer_add_byte(&b, cell.at[i] == '\\' ? cell.at[++i] : cell.at[i]);
    }
    return text_c(a, buffer_text(&b));
}

Test(markdown, a_table_reads_back_as_it_was)
{
    static const char *const said[] = {"a|b",   "\\",     "\\|",       "||\\\\||",     "`|`",
                                       "<b>&|", "[x](y)", "**x** _y_", "=1+1",         "- x",
                                       "&amp;", "กี่ น้ำ",   "1. x <!--", "http://x.y|z", "#|$~"};
    enum { ROWS = sizeof said / sizeof *said };
    struct document d = document_in(a);
    struct block *t = document_table(&d);
    table_column(&d, t, TEXT("one"), ALIGN_LEFT, false);
    table_column(&d, t, TEXT("two"), ALIGN_RIGHT, false);
    for (size_t i = 0; i < ROWS; i++) {
        struct table_row *row = table_add_row(&d, t, 0);
        row->cell[0].text = text_of(said[i]);
        row->cell[1].text = text_of(said[ROWS - 1 - i]);
    }
    char *at = rendered(&d, false);
    for (size_t i = 0; i < ROWS + 2; i++) {
        struct text cells[4], line = {at, strcspn(at, "\n")};
        cr_assert(eq(sz, split(line, cells, 4), 2), "%s", text_c(a, line));
        at += line.n + 1;
        if (i < 2)
            continue;
        cr_expect(eq(str, seen(cells[0]), (char *)(size_t)said[i - 2]));
        cr_expect(eq(str, seen(cells[1]), (char *)(size_t)said[ROWS + 1 - i]));
    }
    cr_expect(eq(str, at, ""));
}
