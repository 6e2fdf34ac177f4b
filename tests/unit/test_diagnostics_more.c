/* Diagnostics as text, without excerpts or with fixes; and as JSON. */
#include "test_diagnostics.h"

TestSuite(diagnostics_more, .init = begin, .fini = finish);

Test(diagnostics_more, a_fix_can_insert_lines_and_words)
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

Test(diagnostics_more, a_fix_can_delete_and_lie_in_another_file)
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

Test(diagnostics_more, without_a_place_there_is_no_excerpt)
{
    struct diag *g = wrong((struct span){0}, "not shown");
    diag_note(&diags, g, TEXT("a note"));
    diag_help(g, TEXT("some help"));
    cr_expect(eq(str, shown(),
                 "error[K0101]: " MESSAGE "  = note: a note\n"
                 "  = help: some help\n" FOUND));
}

Test(diagnostics_more, what_is_not_kept_is_counted)
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

Test(diagnostics_more, colours_come_only_when_asked_for)
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

Test(diagnostics_more, json_of_nothing_is_complete)
{
    cr_expect(eq(str, as_json(),
                 "{\n"
                 " \"schema\": \"ken.diagnostics/1\",\n"
                 " \"errors\": 0,\n"
                 " \"warnings\": 0,\n"
                 " \"diagnostics\": []\n"
                 "}\n"));
}

Test(diagnostics_more, json_has_every_member_in_order)
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
                 "   \"test\": null,\n"
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

Test(diagnostics_more, json_without_a_place_has_nulls)
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
                             "   \"test\": null,\n"
                             "   \"fix\": null\n"));
}
