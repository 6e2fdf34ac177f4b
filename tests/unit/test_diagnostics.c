/* Diagnostics as text and as JSON.  Only K0101 is used, with labels of our own. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>

#include "report/diagnostics.h"
#include "support.h"

static struct arena *a;
static struct sources *sources;
static struct diags diags;

static void begin(void)
{
    a = support_arena();
    sources = sources_new(a);
    diags = diags_in(a, sources);
}

static void finish(void)
{
    arena_free(a);
}

TestSuite(diagnostics, .init = begin, .fini = finish);

#define MESSAGE "this is not UTF-8 text: byte 7 cannot stand here\n"
#define FOUND "\n1 error found\n"

static struct source *file(const char *name, const char *content)
{
    return source_add(sources, text_of(name), text_of(content));
}

/* The first place in `s` where `words` stands. */
static struct span at(const struct source *s, const char *words)
{
    char *content = text_c(a, s->content);
    const char *found = strstr(content, words);
    cr_assert(found != NULL);
    size_t lo = (size_t)(found - content);
    return source_span(s, lo, lo + strlen(words));
}

/* The place right before `words`, without extent. */
static struct span before(const struct source *s, const char *words)
{
    struct span found = at(s, words);
    return (struct span){found.lo, found.lo};
}

static struct diag *wrong(struct span place, const char *says)
{
    struct diag *g = DIAG_ADD(&diags, K0101, place, TEXT("7"));
    diag_says(g, text_of(says));
    return g;
}

static bool has(const char *all, const char *part)
{
    return strstr(all, part) != NULL;
}

static char *shown(void)
{
    struct buffer out = buffer_in(a);
    report_diagnostics_text(&out, &diags, (struct text_style){0});
    char *got = text_c(a, buffer_text(&out));
    cr_expect(not(has(got, " \n")), "no line ends in a space");
    return got;
}

static struct source *loan(void)
{
    return file("rules/loan.ken", "rule a {\n"
                                  "    note \"x\"\n"
                                  "\n"
                                  "    when age >= 18 EUR\n"
                                  "    then pay\n"
                                  "}\n");
}

Test(diagnostics, nothing_is_said_about_nothing)
{
    cr_expect(eq(str, shown(), ""));
}

Test(diagnostics, one_label_stands_beside_its_underline)
{
    wrong(at(loan(), "18 EUR"), "money");
    cr_expect(eq(str, shown(),
                 "error[K0101]: " MESSAGE " --> rules/loan.ken:4:17\n"
                 "  |\n"
                 "4 |     when age >= 18 EUR\n"
                 "  |                 ^^^^^^ money\n" FOUND));
}

Test(diagnostics, two_labels_on_a_line_with_notes_help_and_fix)
{
    struct source *s = loan();
    struct diag *g = wrong(at(s, "18 EUR"), "money");
    diag_label(&diags, g, at(s, "age"), TEXT("years, declared in facts"));
    diag_note(&diags, g, TEXT("years and money do not compare"));
    diag_note(&diags, g, TEXT("second note"));
    diag_help(g, TEXT("compare with a duration"));
    diag_fix(g, at(s, "18 EUR"), TEXT("18 years"));
    cr_expect(eq(str, shown(),
                 "error[K0101]: " MESSAGE " --> rules/loan.ken:4:17\n"
                 "  |\n"
                 "4 |     when age >= 18 EUR\n"
                 "  |          ---    ^^^^^^ money\n"
                 "  |          |\n"
                 "  |          years, declared in facts\n"
                 "  |\n"
                 "  = note: years and money do not compare\n"
                 "  = note: second note\n"
                 "help: compare with a duration\n"
                 "  |\n"
                 "4 |     when age >= 18 years\n"
                 "  |                 ~~~~~~~~\n" FOUND));
}

Test(diagnostics, three_labels_hang_from_right_to_left)
{
    struct source *s = loan();
    struct diag *g = wrong(at(s, "age"), "main");
    diag_label(&diags, g, at(s, "when"), TEXT("first"));
    diag_label(&diags, g, at(s, "18"), TEXT("third"));
    cr_expect(eq(str, shown(),
                 "error[K0101]: " MESSAGE " --> rules/loan.ken:4:10\n"
                 "  |\n"
                 "4 |     when age >= 18 EUR\n"
                 "  |     ---- ^^^    -- third\n"
                 "  |     |    |\n"
                 "  |     |    main\n"
                 "  |     first\n" FOUND));
}

Test(diagnostics, labels_that_overlap_hang_below)
{
    struct source *s = loan();
    struct diag *g = wrong(at(s, ">="), "compares");
    diag_label(&diags, g, at(s, "age >= 18 EUR"), TEXT("the whole"));
    diag_label(&diags, g, at(s, "age"), TEXT("its left side"));
    cr_expect(eq(str, shown(),
                 "error[K0101]: " MESSAGE " --> rules/loan.ken:4:14\n"
                 "  |\n"
                 "4 |     when age >= 18 EUR\n"
                 "  |          ----^^-------\n"
                 "  |          |   |\n"
                 "  |          |   compares\n"
                 "  |          its left side\n"
                 "  |          the whole\n" FOUND));
}

Test(diagnostics, other_lines_and_other_files_get_their_own_excerpts)
{
    struct source *facts = file("facts/loei.facts", "first\nage = 3 years\n");
    struct source *s = file("a.ken", "one\ntwo\nthree\nfour\nfive\n\n\n\n\nten\n");
    struct diag *g = wrong(at(s, "ten"), "here");
    diag_label(&diags, g, at(s, "one"), TEXT("declared here"));
    diag_label(&diags, g, at(s, "three"), TEXT("used here"));
    diag_label(&diags, g, at(s, "four"), TEXT(""));
    diag_label(&diags, g, at(facts, "3 years"), TEXT("given here"));
    cr_expect(eq(str, shown(),
                 "error[K0101]: " MESSAGE "  --> a.ken:10:1\n"
                 "   |\n"
                 "1  | one\n"
                 "   | --- declared here\n"
                 "2  | two\n"
                 "3  | three\n"
                 "   | ----- used here\n"
                 "4  | four\n"
                 "   | ----\n"
                 "...\n"
                 "10 | ten\n"
                 "   | ^^^ here\n"
                 "   |\n"
                 "  ::: facts/loei.facts:2:7\n"
                 "   |\n"
                 "2  | age = 3 years\n"
                 "   |       ------- given here\n" FOUND));
}

Test(diagnostics, the_end_of_a_file_is_a_place)
{
    struct source *s = file("a.ken", "rule {\n"), *open = file("b.ken", "rule {");
    wrong(source_span(s, s->content.n, s->content.n), "expected `}`");
    wrong(source_span(open, open->content.n, open->content.n), "expected `}`");
    wrong(source_span(s, s->content.n - 1, s->content.n), "a line end");
    cr_expect(eq(str, shown(),
                 "error[K0101]: " MESSAGE " --> a.ken:2:1\n"
                 "  |\n"
                 "2 |\n"
                 "  | ^ expected `}`\n"
                 "\n"
                 "error[K0101]: " MESSAGE " --> b.ken:1:7\n"
                 "  |\n"
                 "1 | rule {\n"
                 "  |       ^ expected `}`\n"
                 "\n"
                 "error[K0101]: " MESSAGE " --> a.ken:1:7\n"
                 "  |\n"
                 "1 | rule {\n"
                 "  |       ^ a line end\n"
                 "\n"
                 "3 errors found\n"));
}

Test(diagnostics, an_empty_file_has_one_empty_line)
{
    struct source *s = file("empty.ken", "");
    struct diag *g = wrong(source_span(s, 0, 0), "");
    diag_fix(g, source_span(s, 0, 0), TEXT("criteria x\n"));
    cr_expect(eq(str, shown(),
                 "error[K0101]: " MESSAGE " --> empty.ken:1:1\n"
                 "  |\n"
                 "1 |\n"
                 "  | ^\n"
                 "  |\n"
                 "help: write it like this\n"
                 "  |\n"
                 "1 | criteria x\n"
                 "  | ++++++++++\n" FOUND));
}

Test(diagnostics, marks_stand_under_thai_letters_by_display_width)
{
    struct source *s = file("ก.ken", "    ชื่อ \"สำนักงาน\" น้ำหนัก 3\n");
    struct diag *g = wrong(at(s, "น้ำหนัก"), "ไม่รู้จัก");
    diag_label(&diags, g, at(s, "\"สำนักงาน\""), TEXT("ที่นี่"));
    wrong(at(s, "้"), "a mark alone");
    cr_expect(eq(str, shown(),
                 "error[K0101]: " MESSAGE " --> ก.ken:1:21\n"
                 "  |\n"
                 "1 |     ชื่อ \"สำนักงาน\" น้ำหนัก 3\n"
                 "  |        --------- ^^^^^ ไม่รู้จัก\n"
                 "  |        |\n"
                 "  |        ที่นี่\n"
                 "\n"
                 "error[K0101]: " MESSAGE " --> ก.ken:1:22\n"
                 "  |\n"
                 "1 |     ชื่อ \"สำนักงาน\" น้ำหนัก 3\n"
                 "  |                  ^ a mark alone\n"
                 "\n"
                 "2 errors found\n"));
}

Test(diagnostics, a_place_over_several_lines_is_marked_in_the_first)
{
    wrong(at(loan(), "age >= 18 EUR\n    then"), "up to then");
    cr_expect(eq(str, shown(),
                 "error[K0101]: " MESSAGE " --> rules/loan.ken:4:10\n"
                 "  |\n"
                 "4 |     when age >= 18 EUR\n"
                 "  |          ^^^^^^^^^^^^^ up to then\n" FOUND));
}

Test(diagnostics, tabs_and_controls_count_as_they_are_shown)
{
    struct source *s = file("a\033.ken", "\tx\033[m\u202E bad\xff\r\n");
    struct diag *g = wrong(at(s, "bad"), "b\nd");
    diag_label(&diags, g, at(s, "\033"), TEXT(""));
    diag_note(&diags, g, TEXT("n\u2028"));
    diag_help(g, TEXT("h\a"));
    cr_expect(eq(str, shown(),
                 "error[K0101]: " MESSAGE " --> a<U+001B>.ken:1:8\n"
                 "  |\n"
                 "1 |  x<U+001B>[m<U+202E> bad\uFFFD\n"
                 "  |   --------           ^^^ b<U+000A>d\n"
                 "  |\n"
                 "  = note: n<U+2028>\n"
                 "  = help: h<U+0007>\n" FOUND));
}

Test(diagnostics, long_lines_are_cut_around_the_place)
{
    struct buffer line = buffer_in(a);
    buffer_add(&line, TEXT("start "));
    buffer_add_times(&line, TEXT("กี่"), 400);
    buffer_add(&line, TEXT("BAD"));
    buffer_add_times(&line, TEXT("x"), 300);
    struct source *s = source_add(sources, TEXT("a.ken"), buffer_text(&line));
    struct diag *g = wrong(at(s, "BAD"), "here");
    diag_label(&diags, g, at(s, "start"), TEXT("far away"));
    diag_label(&diags, g, source_span(s, line.n - 1, line.n), TEXT("far right"));
    diag_fix(g, at(s, "BAD"), TEXT("GOOD"));
    struct buffer wanted = buffer_in(a);
    buffer_add(&wanted, TEXT("error[K0101]: " MESSAGE " --> a.ken:1:1207\n  |\n1 | …"));
    buffer_add_times(&wanted, TEXT("กี่"), 20);
    buffer_add(&wanted, TEXT("BAD"));
    buffer_add_times(&wanted, TEXT("x"), 87);
    buffer_add(&wanted, TEXT("…\n  | -                    ^^^"));
    buffer_add_times(&wanted, TEXT(" "), 87);
    buffer_add(&wanted, TEXT("- far right\n"
                             "  | |                    |\n"
                             "  | |                    here\n"
                             "  | far away\n"
                             "  |\n"
                             "help: write it like this\n"
                             "  |\n"
                             "1 | …"));
    buffer_add_times(&wanted, TEXT("กี่"), 20);
    buffer_add(&wanted, TEXT("GOOD"));
    buffer_add_times(&wanted, TEXT("x"), 90);
    buffer_add(&wanted, TEXT("…\n  |                      ~~~~\n" FOUND));
    cr_expect(eq(str, shown(), text_c(a, buffer_text(&wanted))));
}

Test(diagnostics, a_fix_can_insert_lines_and_words)
{
    struct source *s = loan();
    struct diag *g = wrong(at(s, "then"), "");
    diag_help(g, TEXT("say since when"));
    diag_fix(g, before(s, "    then"), TEXT("    from 2566\n"));
    g = wrong(before(s, "pay"), "");
    diag_help(g, TEXT("name it"));
    diag_fix(g, before(s, "pay"), TEXT("pre"));
    g = wrong(before(s, "pay"), "");
    diag_fix(g, (struct span){at(s, "pay").hi, at(s, "pay").hi}, TEXT("\n    else 0"));
    char *got = shown();
    cr_expect(has(got, "help: say since when\n"
                       "  |\n"
                       "5 |     from 2566\n"
                       "  |     +++++++++\n"
                       "6 |     then pay\n"
                       "\n"));
    cr_expect(has(got, "help: name it\n"
                       "  |\n"
                       "5 |     then prepay\n"
                       "  |          +++\n"
                       "\n"));
    cr_expect(has(got, "5 |     then pay\n"
                       "6 |     else 0\n"
                       "  |     ++++++\n"
                       "\n"));
}

Test(diagnostics, a_fix_can_delete_and_lie_in_another_file)
{
    struct source *s = loan(), *facts = file("f.facts", "a\nb = 3  x\n");
    struct diag *g = wrong(at(s, "then"), "");
    diag_fix(g, at(facts, "  x"), TEXT(""));
    g = wrong(at(s, "then"), "");
    diag_fix(g, at(s, "    then pay\n"), TEXT(""));
    char *got = shown();
    cr_expect(has(got, "  |\n"
                       "help: write it like this\n"
                       " --> f.facts:2:6\n"
                       "  |\n"
                       "2 | b = 3\n"
                       "\n"));
    cr_expect(has(got, "help: write it like this\n"
                       "  |\n"
                       "5 | }\n"
                       "\n"));
}

Test(diagnostics, without_a_place_there_is_no_excerpt)
{
    struct diag *g = wrong((struct span){0}, "not shown");
    diag_note(&diags, g, TEXT("a note"));
    diag_help(g, TEXT("some help"));
    cr_expect(eq(str, shown(),
                 "error[K0101]: " MESSAGE "  = note: a note\n"
                 "  = help: some help\n" FOUND));
}

Test(diagnostics, what_is_not_kept_is_counted)
{
    diags.limit = 2;
    for (int i = 0; i < 5; i++)
        wrong((struct span){0}, "");
    diags.warnings = 1;
    cr_expect(eq(str, shown(),
                 "error[K0101]: " MESSAGE "\n"
                 "error[K0101]: " MESSAGE "\n"
                 "5 errors, 1 warning found; only the first 2 are shown\n"));
}

Test(diagnostics, colours_come_only_when_asked_for)
{
    struct source *s = loan();
    struct diag *g = wrong(at(s, "18"), "money");
    diag_label(&diags, g, at(s, "age"), TEXT(""));
    diag_fix(g, at(s, "18"), TEXT("19"));
    struct buffer out = buffer_in(a);
    report_diagnostics_text(&out, &diags, (struct text_style){.colour = true});
    char *got = text_c(a, buffer_text(&out));
    cr_expect(has(got, "\033[31merror[K0101]\033[0m\033[1m: this is not"));
    cr_expect(has(got, "\033[2m4\033[0m \033[2m|\033[0m     when age"));
    cr_expect(has(got, "---    \033[31m^^\033[0m \033[31mmoney\033[0m\n"));
    cr_expect(has(got, "\033[32m~~\033[0m\n"));
    cr_expect(not(has(shown(), "\033")));
}

static char *as_json(void)
{
    struct buffer out = buffer_in(a);
    report_diagnostics_json(&out, &diags);
    return text_c(a, buffer_text(&out));
}

Test(diagnostics, json_of_nothing_is_complete)
{
    cr_expect(eq(str, as_json(),
                 "{\n"
                 " \"schema\": \"ken.diagnostics/1\",\n"
                 " \"errors\": 0,\n"
                 " \"warnings\": 0,\n"
                 " \"diagnostics\": []\n"
                 "}\n"));
}

Test(diagnostics, json_has_every_member_in_order)
{
    struct source *s = file("ก.ken", "one ชื่อ\ntwo\n");
    struct diag *g = wrong(at(s, "ชื่อ"), "a \"name\"");
    diag_label(&diags, g, at(s, "two"), TEXT("second\033"));
    diag_note(&diags, g, TEXT("note"));
    diag_help(g, TEXT("help"));
    diag_fix(g, at(s, "ชื่อ\n"), TEXT("x"));
    cr_expect(eq(str, as_json(),
                 "{\n"
                 " \"schema\": \"ken.diagnostics/1\",\n"
                 " \"errors\": 1,\n"
                 " \"warnings\": 0,\n"
                 " \"diagnostics\": [\n"
                 "  {\n"
                 "   \"code\": \"K0101\",\n"
                 "   \"name\": \"not_utf8\",\n"
                 "   \"severity\": \"error\",\n"
                 "   \"message\": \"this is not UTF-8 text: byte 7 cannot stand here\",\n"
                 "   \"file\": \"ก.ken\",\n"
                 "   \"line\": 1,\n"
                 "   \"column\": 5,\n"
                 "   \"end_line\": 1,\n"
                 "   \"end_column\": 9,\n"
                 "   \"label\": \"a \\\"name\\\"\",\n"
                 "   \"labels\": [\n"
                 "    {\n"
                 "     \"file\": \"ก.ken\",\n"
                 "     \"line\": 2,\n"
                 "     \"column\": 1,\n"
                 "     \"end_line\": 2,\n"
                 "     \"end_column\": 4,\n"
                 "     \"text\": \"second\\u001B\"\n"
                 "    }\n"
                 "   ],\n"
                 "   \"notes\": [\n"
                 "    \"note\"\n"
                 "   ],\n"
                 "   \"help\": \"help\",\n"
                 "   \"fix\": {\n"
                 "    \"file\": \"ก.ken\",\n"
                 "    \"line\": 1,\n"
                 "    \"column\": 5,\n"
                 "    \"end_line\": 2,\n"
                 "    \"end_column\": 1,\n"
                 "    \"text\": \"x\"\n"
                 "   }\n"
                 "  }\n"
                 " ]\n"
                 "}\n"));
}

Test(diagnostics, json_without_a_place_has_nulls)
{
    wrong((struct span){0}, "");
    cr_expect(has(as_json(), "   \"file\": null,\n"
                             "   \"line\": null,\n"
                             "   \"column\": null,\n"
                             "   \"end_line\": null,\n"
                             "   \"end_column\": null,\n"
                             "   \"label\": null,\n"
                             "   \"labels\": [],\n"
                             "   \"notes\": [],\n"
                             "   \"help\": null,\n"
                             "   \"fix\": null\n"));
}
