/* Diagnostics as text: excerpts and what is marked in them. */
#include "test_diagnostics.h"

TestSuite(diagnostics, .init = begin, .fini = finish);

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
