/* Fact files: lines, blocks, tables, claims, and single facts from outside. */
#include "test_facts.h"

TestSuite(facts, .init = begin, .fini = finish);

Test(facts, reads_the_sample_of_the_brief)
{
    csv_content = "title_th,date_iso,extra\nข่าว,2023-01-05,x\n";
    read_native(
        "facts for cgd-2566            # the rules\n"
        "office \"สำนักงานคลังจังหวัดเลย\"\n"
        "era BE\n"
        "as of 2566-10-17\n\n"
        "report.sent  2566-10-17   evidence \"ลย 0003/730\"\n"
        "capital {\n"
        "  allocated  3,884.37 million baht       evidence \"GFMIS\"\n"
        "  used       ๓,๘๖๖.๔๓ million baht\n"
        "}\n"
        "own_capital.allocated  n/a because \"ไม่ได้รับจัดสรรงบประมาณ\"\n"
        "publicity from \"publicity.csv\" era CE { published = date_iso   subject = title_th }\n"
        "reconciliation {\n"
        "  month    reconciled  outstanding\n"
        "  2565-10  1,157       0\n"
        "  2565-11  1,486       -\n"
        "}\n"
        "courses \"course-1\", course-2\n"
        "claim 1.1/use measure 82.63%\n"
        "claim group effectiveness weighted 0.8472\n"
        "claim 4.1 sum_of_percents 1,500%\n"
        "reason 1.1 \"ช้า\"\n");
    facts_finish(f);
    expect_clean();
    cr_expect(eq(str, words(f->office), "สำนักงานคลังจังหวัดเลย"));
    cr_expect(eq(str, day(entry("report.sent")->value), "2023-10-17"));
    cr_expect(eq(str, words(entry("report.sent")->evidence.says), "ลย 0003/730"));
    cr_expect(eq(str, exact(entry("capital.allocated")->value), "3884370000"));
    cr_expect(eq(str, exact(entry("capital.used")->value), "3866430000"));
    cr_expect(eq(int, entry("own_capital.allocated")->value.absence, ABSENCE_NA));
    cr_expect(eq(sz, table("publicity")->rows, 1));
    cr_expect(eq(str, exact(cell("reconciliation", 1, 2)->value), "0"));
    cr_expect(eq(sz, entry("courses")->value.set->n, 2));
    cr_expect(eq(sz, f->claims.n, 3));
    cr_expect(eq(sz, f->reason_texts.n, 1));
}

/* "says | file | date", and a `!` where it is supposed. */
static char *behind(const char *path)
{
    const struct evidence *e = &entry(path)->evidence;
    struct text date = e->has_date ? date_words(a, e->dated, ERA_CE) : TEXT("-");
    return words(
        SAY(a, "{} | {} | {}{}", e->says, e->file, date, e->supposed ? TEXT("!") : TEXT("")));
}

Test(facts, takes_evidence_behind_values_groups_and_tables)
{
    csv_content = "title_th,date_iso\nx,2023-01-05\n";
    read_native("era BE\n"
                "report.sent 2566-10-17 evidence file \"sent.pdf\" dated 16 ต.ค. 2566\n"
                "capital {\n"
                "  allocated 1 evidence \"letter\" file \"l.pdf\" because \"so\"\n"
                "  used 2\n"
                "} evidence \"GFMIS\" dated 2566-09-30\n"
                "publicity from \"p.csv\" { published = date_iso   subject = title_th } evidence "
                "\"export\"\n"
                "reconciliation {\n month reconciled outstanding\n 2565-10 1 0\n} evidence file "
                "\"r.pdf\"\n"
                "remark file dated 5\n");
    expect_clean();
    cr_expect(eq(str, behind("report.sent"), " | sent.pdf | 2023-10-16"));
    cr_expect(eq(str, behind("capital.allocated"), "letter | l.pdf | -"));
    cr_expect(eq(str, behind("capital.used"), "GFMIS |  | 2023-09-30"));
    cr_expect(eq(str, behind("publicity"), "export |  | -"));
    cr_expect(eq(str, behind("reconciliation"), " | r.pdf | -"));
    cr_expect(eq(str, words(entry("remark")->value.text), "file dated 5"));
    cr_expect(eq(str, words(source_text(sources, entry("report.sent")->evidence.file_at)),
                 "\"sent.pdf\""));
}

Test(facts, supposes_evidence_of_what_is_set)
{
    read_native("report.sent 2566-10-17 evidence \"letter\"\n");
    facts_set(f, source_add(sources, TEXT("--set"), TEXT("report.sent=2566-10-18")));
    expect_clean();
    cr_expect(eq(str, behind("report.sent"), " |  | -!"));
}

Test(facts, reads_a_file_without_a_last_line_end)
{
    read_native("capital { used 5 }");
    expect_clean();
    cr_expect(eq(str, exact(entry("capital.used")->value), "5000000"));
}

Test(facts, reads_line_ends_of_windows)
{
    read_native("capital {\r\n  used 5\r\n}\r\nremark a b\r\n");
    expect_clean();
    cr_expect(eq(str, words(entry("remark")->value.text), "a b"));
}

Test(facts, refuses_an_era_behind_dates_read_without_it)
{
    read_native("report.sent 2566-04-30\nera CE\n");
    cr_expect(eq(str, said(), "K0625 the era stands after dates that were read without it [CE]\n"));
}

Test(facts, suggests_a_fact)
{
    read_native("capital.usd 5\n");
    cr_expect(eq(str, said(), "K0602 the rules have no fact `capital.usd` [capital.usd]\n"));
    cr_expect(eq(str, fix(), "capital.used"));
}

Test(facts, suggests_only_the_end_of_a_path_inside_a_block)
{
    read_native("capital {\n  usd 5\n}\n");
    cr_expect(eq(str, said(), "K0602 the rules have no fact `capital.usd` [usd]\n"));
    cr_expect(eq(str, fix(), "used"));
}

Test(facts, reports_an_unknown_block_once)
{
    read_native("captial {\n  used 5\n  deep { deeper 1 }\n}\ncapital.used 1\n");
    cr_expect(eq(str, said(), "K0602 the rules have no fact `captial` [captial]\n"));
    cr_expect(eq(str, exact(entry("capital.used")->value), "1000000"));
}

Test(facts, shows_both_places_of_a_fact_stated_twice)
{
    read_native("capital.used 5\ncapital {\n  used 6\n}\n");
    cr_expect(eq(str, said(), "K0603 `capital.used` is stated twice [6]\n"));
    cr_expect(eq(str, second_place(), "5"));
}

Test(facts, tells_an_empty_table_from_a_missing_one)
{
    read_native("publicity { }\n");
    facts_finish(f);
    expect_clean();
    cr_expect(eq(sz, table("publicity")->rows, 0));
    cr_expect(eq(int, entry("reconciliation")->value.absence, ABSENCE_MISSING));
}

Test(facts, says_what_a_table_lacks)
{
    read_native("reconciliation {\n  month reconciled\n 2565-10 5\n}\n");
    cr_expect(eq(str, said(),
                 "K0618 `reconciliation` has no column for `outstanding` [month reconciled]\n"));
}

Test(facts, suggests_a_column)
{
    read_native("reconciliation {\n  month reconciled outstandin\n}\n");
    cr_expect(eq(sz, diags.errors, 1));
    cr_expect(eq(str, words(diags.all.at[0]->fix), "outstanding"));
}

Test(facts, shows_a_ragged_row_and_its_columns)
{
    read_native("reconciliation {\n  month reconciled outstanding\n 2565-10 5\n}\n");
    cr_expect(
        eq(str, said(), "K0620 this row has 2 cells, and the table has 3 columns [2565-10 5]\n"));
    cr_expect(eq(str, second_place(), "month reconciled outstanding"));
}

Test(facts, shows_both_rows_of_one_key)
{
    read_native("reconciliation {\n month reconciled outstanding\n 2565-10 5 0\n ต.ค.-65 6 0\n}\n");
    cr_expect(eq(str, said(), "K0621 two rows have the month `ต.ค.-65` [ต.ค.-65]\n"));
    cr_expect(eq(str, second_place(), "2565-10"));
}

Test(facts, lets_columns_have_any_name)
{
    struct fact *t = declare("trips", TYPE_TABLE);
    column(t, "from", TYPE_TEXT);
    column(t, "evidence", TYPE_TEXT);
    f = facts_new(a, m, &diags);
    read_native("trips {\n from evidence\n era because\n}\n");
    expect_clean();
    cr_expect(eq(str, words(cell("trips", 0, 1)->value.text), "because"));
}

Test(facts, refuses_na_in_a_table)
{
    read_native("reconciliation {\n month reconciled outstanding\n 2565-10 n/a 0\n}\n");
    cr_expect(eq(str, said(), "K0616 a cell of a table cannot be n/a [n/a]\n"));
}

Test(facts, names_both_criteria_when_the_facts_are_for_others)
{
    read_native("facts for cgd-2567\n");
    cr_expect(
        eq(str, said(),
           "K0601 these facts are for `cgd-2567`, and the rules are `cgd-2566` [cgd-2567]\n"));
}

Test(facts, warns_of_a_date_after_the_day_described)
{
    read_native("as of 2566-10-01\nreport.sent 2566-10-02\n");
    facts_finish(f);
    cr_expect(eq(sz, diags.warnings, 1));
    cr_expect(eq(sz, diags.errors, 0));
}

Test(facts, goes_on_behind_a_line_that_is_wrong)
{
    read_native("capital = 5\n} \nreport.sent 2566-10-02\nremark x { y\nz }\nsize small\n");
    cr_expect(eq(sz, diags.errors, 3));
    cr_expect(eq(str, day(entry("report.sent")->value), "2023-10-02"));
    cr_expect(eq(str, words(entry("size")->value.text), "small"));
}

Test(facts, names_the_block_that_is_not_closed)
{
    read_native("capital {\n used 5\n");
    cr_expect(eq(sz, diags.errors, 1));
    cr_expect(eq(str, second_place(), "capital"));
}

Test(facts, refuses_blocks_nested_too_deep)
{
    struct buffer b = buffer_in(a);
    buffer_add_times(&b, TEXT("capital {\n"), 100000);
    read_native(words(buffer_text(&b)));
    cr_expect(ge(sz, diags.errors, 1));
}

Test(facts, names_characters_from_word_processors)
{
    read_native("capital.used\xC2\xA0"
                "5\n");
    cr_expect(eq(int, diags.all.at[0]->code, K0111));
    cr_expect(eq(str, words(diags.all.at[0]->fix), " "));
}

Test(facts, stops_after_a_thousand_errors)
{
    struct buffer b = buffer_in(a);
    buffer_add_times(&b, TEXT("nonsense 1\n"), 100000);
    read_native(words(buffer_text(&b)));
    cr_expect(eq(sz, diags.errors, ERRORS_READ));
}

/* --- claims and reasons ------------------------------------------------------------------- */

Test(facts, keeps_how_a_claim_is_written)
{
    read_native("claim ๑.๑ measure 82.63%\n");
    expect_clean();
    cr_expect(eq(str, words(f->claims.at[0].target), "1.1"));
    cr_expect(eq(uint, f->claims.at[0].decimals, 2));
    cr_expect(eq(str, exact(value_number(f->claims.at[0].value)), "8263/10000"));
    cr_expect(eq(str, exact(value_number(f->claims.at[0].unit)), "1/100"));
}

Test(facts, checks_what_is_claimed)
{
    read_native("claim 1.2 score 4\nclaim 1.1 scor 4\nclaim 1.1 score\nclaim 1.1 score x\nclaim "
                "total score 3\n"
                "claim total score 4\n");
    cr_expect(eq(str, said(),
                 "K0627 the rules have no criterion `1.2` [1.2]\n"
                 "K0628 `1.1` has no figure `scor` [scor]\n"
                 "K0629 a claim needs a criterion, a figure and a value [1.1 score]\n"
                 "K0604 `x` is not a number [x]\n"
                 "K0630 `score` of `total` is claimed twice [total score 4]\n"));
}

Test(facts, refuses_a_second_reason)
{
    read_native("reason 1.1 \"a\"\nreason 1.1 \"b\"\n");
    cr_expect(eq(str, said(), "K0631 there are two reasons for `1.1` [1.1]\n"));
}

/* --- one fact from outside ---------------------------------------------------------------- */

Test(facts, a_set_fact_replaces_what_a_file_says)
{
    read_native("capital.used 5\n");
    facts_set(f, source_add(sources, TEXT("--set"), TEXT("capital.used = 7")));
    expect_clean();
    cr_expect(eq(str, exact(entry("capital.used")->value), "7000000"));
}

Test(facts, a_set_fact_needs_a_sign)
{
    facts_set(f, source_add(sources, TEXT("--set"), TEXT("capital.used")));
    cr_expect(eq(str, said(), "K0201 a fact is set; expected `path=value` [capital.used]\n"));
}

Test(facts, reads_utf_16_with_a_byte_order_mark)
{
    static const char wide[] = "\xFF\xFEr\0e\0m\0a\0r\0k\0 \0\x01\x0E\n";
    struct text bytes = {wide, sizeof wide};
    const struct source *s = facts_source(&diags, TEXT("loei.facts"), bytes, NULL);
    cr_assert(s != NULL);
    facts_read(f, s, FACTS_NATIVE, &host);
    expect_clean();
    cr_expect(eq(str, words(entry("remark")->value.text), "ก"));
}

Test(facts, names_half_a_character)
{
    struct text bytes = {"\xFF\xFEr\0\0\xD8 \0", 8};
    cr_expect(facts_source(&diags, TEXT("loei.facts"), bytes, NULL) == NULL);
    cr_expect(eq(str, said(),
                 "K0641 the half of a pair 0xD800 stands for no character in utf-16le "
                 "[\xEF\xBF\xBD]\n"));
}
