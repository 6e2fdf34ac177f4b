/* What a value of a fact file says, by the declared type. */
#include "test_facts.h"

TestSuite(facts_values, .init = begin, .fini = finish);

Test(facts_values, keeps_the_words_and_the_place_of_a_value)
{
    read_native("capital.used  3,866.43 million baht evidence \"GFMIS\"\n");
    cr_expect(eq(str, words(entry("capital.used")->shown), "3,866.43 million baht"));
    cr_expect(
        eq(str, words(source_text(sources, entry("capital.used")->at)), "3,866.43 million baht"));
}

Test(facts_values, reads_bare_numbers_in_the_declared_unit)
{
    read_native("capital.used 5.25\nshare 82.63\n");
    expect_clean();
    cr_expect(eq(str, exact(entry("capital.used")->value), "5250000"));
    cr_expect(eq(str, exact(entry("share")->value), "8263/10000"));
}

Test(facts_values, reads_a_percent_of_a_pure_number)
{
    read_native("ratio 82.63%\n");
    cr_expect(eq(str, exact(entry("ratio")->value), "8263/10000"));
}

Test(facts_values, converts_between_scales_of_one_unit)
{
    read_native("capital.used 5,250,000 baht\n");
    expect_clean();
    cr_expect(eq(str, exact(entry("capital.used")->value), "5250000"));
}

Test(facts_values, measures_grain_in_the_unit_of_the_fact)
{
    read_native("capital.used 5,250,001 baht\n");
    cr_expect(eq(str, said(),
                 "K0608 `5,250,001 baht` has more than the 2 decimals of `capital.used` [5,250,001 "
                 "baht]\n"));
}

Test(facts_values, does_not_mind_zeros_behind_the_last_decimal)
{
    read_native("capital.used 5.2500\n");
    expect_clean();
}

Test(facts_values, names_both_units_when_they_differ)
{
    read_native("capital.used 5 person\n");
    cr_expect(eq(str, said(),
                 "K0607 `5 person` is in person, and `capital.used` is a number in million baht [5 "
                 "person]\n"));
}

Test(facts_values, suggests_a_unit)
{
    read_native("capital.used 5 million bath\n");
    cr_expect(
        eq(str, said(), "K0606 `million bath` is not a unit of these rules [million bath]\n"));
    cr_expect(eq(str, help(), "did you mean `baht`?"));
}

Test(facts_values, refuses_commas_that_do_not_group)
{
    read_native("capital.used 12,34\ncapital.allocated 1234,567\n");
    cr_expect(eq(str, said(),
                 "K0605 the commas in `12,34` do not separate thousands [12,34]\n"
                 "K0605 the commas in `1234,567` do not separate thousands [1234,567]\n"));
}

Test(facts_values, refuses_what_only_begins_like_a_number)
{
    read_native("ratio 1.2.3\npeople 5-6\ncapital.used 1e5\n");
    cr_expect(eq(str, said(),
                 "K0604 `1.2.3` is not a number [1.2.3]\n"
                 "K0604 `5-6` is not a whole number [5-6]\n"
                 "K0606 `e5` is not a unit of these rules [e5]\n"));
}

Test(facts_values, checks_range_and_wholeness)
{
    read_native("capital.used -1\npeople 2.5\n");
    cr_expect(eq(str, said(),
                 "K0609 `-1` is below 0, the least that `capital.used` can be [-1]\n"
                 "K0611 `2.5` is not whole, and `people` is an integer [2.5]\n"));
}

Test(facts_values, refuses_a_number_that_is_too_long)
{
    char *text = words(SAY(a, "ratio {}\n", TEXT("")));
    struct buffer b = buffer_in(a);
    buffer_add(&b, text_of(text));
    b.n--;
    buffer_add_times(&b, TEXT("9"), 1201);
    read_native(words(buffer_text(&b)));
    cr_expect(eq(sz, diags.errors, 1));
    cr_expect(eq(int, diags.all.at[0]->code, K0637));
}

Test(facts_values, a_lone_dash_is_zero_for_numbers_only)
{
    read_native("capital.used -\nreport.sent -\n");
    cr_expect(eq(str, exact(entry("capital.used")->value), "0"));
    cr_expect(eq(str, said(), "K0604 `-` is not a date [-]\n"));
}

Test(facts_values, reads_dates_with_month_names)
{
    read_native("report.sent ๓๐ เม.ย. ๖๖\nplan.reviewed 30 เมษายน 2566\nsince Oct-65\n");
    expect_clean();
    cr_expect(eq(str, day(entry("report.sent")->value), "2023-04-30"));
    cr_expect(eq(str, day(entry("plan.reviewed")->value), "2023-04-30"));
    cr_expect(eq(str, words(month_words(a, entry("since")->value.month, ERA_BE)), "2565-10"));
}

Test(facts_values, offers_the_year_of_the_other_era)
{
    read_native("era BE\nreport.sent 2023-04-30\n");
    cr_expect(eq(str, said(),
                 "K0614 `2023-04-30` does not have a year of the Buddhist era [2023-04-30]\n"));
    cr_expect(eq(str, fix(), "2566-04-30"));
    cr_expect(eq(str, second_place(), "BE"));
}

Test(facts_values, says_that_a_day_does_not_exist)
{
    read_native("report.sent 2566-02-30\n");
    cr_expect(
        eq(str, said(), "K0613 there is no such day or month as `2566-02-30` [2566-02-30]\n"));
}

Test(facts_values, checks_the_words_of_a_choice)
{
    read_native("size smal\n");
    cr_expect(eq(str, said(), "K0612 `smal` is not among the words of `size` [smal]\n"));
    cr_expect(eq(str, fix(), "small"));
}

Test(facts_values, reads_a_choice_with_and_without_quotes)
{
    read_native("size \"small\"\ninnovation.outputs ใช่\n");
    expect_clean();
    cr_expect(eq(str, words(entry("size")->value.text), "small"));
    cr_expect(entry("innovation.outputs")->value.truth);
}

Test(facts_values, refuses_other_words_for_yes)
{
    read_native("innovation.outputs true\n");
    cr_expect(eq(str, said(), "K0604 `true` is not yes or no [true]\n"));
}

Test(facts_values, reads_texts_with_escapes)
{
    read_native("remark \"a \\\"b\\\" # c\\n\"  # comment\n");
    expect_clean();
    cr_expect(eq(str, words(entry("remark")->value.text), "a \"b\" # c\n"));
}

Test(facts_values, refuses_a_text_that_is_quoted_in_part)
{
    read_native("remark a \"b\" c\n");
    cr_expect(eq(str, said(), "K0604 `a \"b\" c` is not a text [a \"b\" c]\n"));
}

Test(facts_values, refuses_na_that_the_rules_do_not_foresee)
{
    read_native("capital.used n/a because \"x\"\n");
    cr_expect(eq(str, said(),
                 "K0615 `capital.used` is n/a, and the rules do not say what follows [n/a]\n"));
}

Test(facts_values, a_name_alone_is_without_a_value)
{
    read_native("plan.reviewed\nreport.sent\n");
    facts_finish(f);
    expect_clean();
    cr_expect(entry("report.sent")->stated);
    cr_expect(eq(int, entry("report.sent")->value.absence, ABSENCE_MISSING));
    cr_expect(eq(int, entry("plan.reviewed")->value.absence, ABSENCE_NONE));
    cr_expect(eq(int, entry("capital.used")->value.absence, ABSENCE_MISSING));
}
