/* Facts in JSON. */
#include "test_facts.h"

TestSuite(facts_json, .init = begin, .fini = finish);

Test(facts_json, states_the_same)
{
    read_json(
        "{\"ken\": {\"for\": \"cgd-2566\", \"as_of\": \"2566-10-17\", \"era\": \"BE\","
        " \"claims\": [{\"of\": \"1.1\", \"aspect\": \"score\", \"value\": 4.95}], \"reasons\": "
        "{\"1.1\": \"ช้า\"}},\n"
        " \"report\": {\"sent\": {\"value\": \"2566-10-17\", \"evidence\": \"ลย 1\"}},\n"
        " \"capital.used\": 3866.43, \"capital\": {\"allocated\": \"3,884.37 million baht\"},\n"
        " \"own_capital\": {\"allocated\": {\"na\": \"none\"}},\n"
        " \"innovation\": {\"outputs\": true}, \"courses\": [\"a\", \"b\"], \"size\": \"small\",\n"
        " \"reconciliation\": [{\"month\": \"2565-10\", \"reconciled\": 1157, \"outstanding\": 0},"
        " {\"month\": \"2565-11\", \"reconciled\": null}]}");
    facts_finish(f);
    expect_clean();
    cr_expect(eq(str, exact(entry("capital.used")->value), "3866430000"));
    cr_expect(eq(str, words(entry("capital.used")->shown), "3866.43"));
    cr_expect(eq(str, words(entry("report.sent")->evidence.says), "ลย 1"));
    cr_expect(eq(int, entry("own_capital.allocated")->value.absence, ABSENCE_NA));
    cr_expect(eq(sz, table("reconciliation")->rows, 2));
    cr_expect(eq(str, words(source_text(sources, cell("reconciliation", 0, 1)->at)), "1157"));
    cr_expect(eq(int, cell("reconciliation", 1, 2)->value.absence, ABSENCE_MISSING));
    cr_expect(eq(sz, f->claims.n, 1));
    cr_expect(eq(sz, f->reason_texts.n, 1));
}

Test(facts_json, takes_evidence_of_values_and_tables)
{
    read_json(
        "{\"report.sent\": {\"value\": \"2023-10-17\", \"file\": \"sent.pdf\", \"dated\": "
        "\"2023-10-16\"},\n"
        " \"reconciliation\": {\"evidence\": \"list\", \"value\": [{\"month\": \"2022-10\"}], "
        "\"file\": null}}");
    expect_clean();
    const struct evidence *sent = &entry("report.sent")->evidence;
    cr_expect(eq(str, words(sent->file), "sent.pdf"));
    cr_expect(eq(str, words(date_words(a, sent->dated, ERA_CE)), "2023-10-16"));
    cr_expect(eq(str, words(source_text(sources, sent->file_at)), "sent.pdf"));
    cr_expect(eq(sz, table("reconciliation")->rows, 1));
    cr_expect(eq(str, words(entry("reconciliation")->evidence.says), "list"));
}

Test(facts_json, finds_the_era_wherever_it_stands)
{
    read_json("{\"report.sent\": \"2566-10-17\", \"ken\": {\"era\": \"BE\"}}");
    expect_clean();
}

Test(facts_json, dates_are_of_the_common_era)
{
    read_json("{\"report.sent\": \"2566-10-17\"}");
    cr_expect(eq(str, fix(), "2023-10-17"));
}

Test(facts_json, reads_exponents_exactly)
{
    read_json("{\"ratio\": -1.25e-3, \"share\": 1e2, \"people\": 12E+1}");
    expect_clean();
    cr_expect(eq(str, exact(entry("ratio")->value), "-1/800"));
    cr_expect(eq(str, exact(entry("share")->value), "1"));
    cr_expect(eq(str, exact(entry("people")->value), "120"));
}

Test(facts_json, refuses_huge_exponents)
{
    read_json("{\"ratio\": 1e999999999}");
    cr_expect(eq(int, diags.all.at[0]->code, K0637));
}

Test(facts_json, refuses_a_key_that_stands_twice)
{
    read_json("{\"capital\": {\"used\": 1}, \"capital\": {\"used\": 2}}");
    cr_expect(eq(str, said(), "K0635 `capital` stands twice in one object [capital]\n"));
}

Test(facts_json, refuses_a_column_that_stands_twice)
{
    read_json("{\"reconciliation\": [{\"month\": \"2022-10\", \"month\": \"2022-11\"}]}");
    cr_expect(eq(str, said(), "K0635 `month` stands twice in one object [month]\n"));
}

Test(facts_json, names_broken_text)
{
    read_json("{\"ratio\": 01}");
    cr_expect(eq(sz, diags.errors, 1));
    cr_expect(eq(int, diags.all.at[0]->code, K0634));
}

Test(facts_json, refuses_text_behind_its_end)
{
    read_json("{\"ratio\": 1} x");
    cr_expect(eq(sz, diags.errors, 1));
    cr_expect(eq(str, words(source_text(sources, diags.all.at[0]->main.at)), "x"));
}

Test(facts_json, refuses_depth)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("{\"nothing\":"));
    buffer_add_times(&b, TEXT("["), 100000);
    read_json(words(buffer_text(&b)));
    cr_expect(eq(int, diags.all.at[diags.all.n - 1]->code, K0205));
}

Test(facts_json, refuses_half_a_surrogate_pair)
{
    read_json("{\"remark\": \"a\\ud800b\"}");
    cr_expect(
        eq(str, said(),
           "K0634 this is not JSON: half of a surrogate pair stands for no character [\\ud800]\n"));
}

Test(facts_json, says_what_a_value_should_be)
{
    read_json("{\"capital\": 5, \"publicity\": 1, \"ratio\": [1], \"size\": 5, \"courses\": [5], "
              "\"innovation\": {\"outputs\": \"oui\"}}");
    cr_expect(eq(sz, diags.errors, 6));
}

Test(facts_json, must_be_an_object)
{
    read_json("[1]");
    cr_expect(eq(str, said(), "K0634 this is not JSON: facts are one object, `{ ... }` [[]\n"));
}

Test(facts_json, says_what_is_wrong_in_words_of_its_own)
{
    static const struct {
        const char *json, *says, *marked;
    } texts[] = {
        {"", "the text ends before it is complete", ""},
        {"{\"ratio\":", "the text ends before it is complete", ""},
        {"{\"ratio\": 1} 2", "something stands behind its end", "2"},
        {"{\"courses\": [\"a\" \"b\"]}", "behind a value in `[ ]` stands `,` or `]`", "\"b\""},
        {"{\"ratio\": 1 \"since\": 2}", "behind a value in `{ }` stands `,` or `}`", "\"s"},
        {"{\"ratio\": ก}", "neither a key nor a value begins so", "ก"},
        {"{\"ratio\" 1}", "behind a key stands `:`", "1"},
        {"{\"ratio\": 1,}", "a key is a text in double quotes", "}"},
        {"{'ratio': 1}", "neither a key nor a value begins so", "'"},
        {"{\"ratio\": yes}", "neither a key nor a value begins so", "y"},
        {"{\"ratio\": nul}", "this word is not `true`, `false` or `null`", "nul"},
        {"{\"ratio\": 01}", "a number does not begin with 0", "1"},
        {"{\"ratio\": 1.}", "behind the point of a number stands a digit", "1."},
        {"{\"ratio\": 1e}", "behind the `e` of a number stands a digit", "1e"},
        {"{\"ratio\": -}", "behind the minus sign of a number stands a digit", "-"},
        {"{\"remark\": \"\\u12\"}", "behind `\\u` stand four digits from 0 to F", "\"\\u12"},
        {"{\"remark\": \"\\q\"}", "`\\` does not stand before this sign", "\"\\"},
        {"{\"remark\": \"a\nb\"}", "a text goes to the end of its line at most", "\"a"},
        {"{\"ratio\": 1 /* one */}", "JSON has no comments", "/"},
        {"{\"courses\": [\"a\",]}", "this cannot stand here", "]"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        diags.all.n = 0;
        read_json(texts[i].json);
        cr_assert(diags.all.n > 0, "%s", texts[i].json);
        const struct diag *g = diags.all.at[diags.all.n - 1];
        char *message = words(SAY(a, "this is not JSON: {}", text_of(texts[i].says)));
        cr_expect(eq(str, words(g->message), message), "%s", texts[i].json);
        cr_expect(eq(str, words(source_text(sources, g->main.at)), (char *)(size_t)texts[i].marked),
                  "%s", texts[i].json);
    }
}
