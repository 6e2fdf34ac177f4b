/* The scorecard. */
#include "test_report.h"

TestSuite(report, .init = begin, .fini = finish);

Test(report, a_plain_card_adds_up)
{
    cr_expect(eq(str, scorecard(HEAD RATIO OWN LIGHTS, "office \"Loei\"\na 3\nb 4\nown 4.5\n"),
                 "Trial  Loei\n"
                 "            weight  result   score  weighted  share  contribution\n"
                 "1   Ratio  66.67 %    75 %  3.7500    2.5000    2/3        2.5000  ◐ watch\n"
                 "10  Own    33.33 %    4.50  4.5000    1.5000    1/3        1.5000  ● met\n"
                 "──────────────────────────────────────────────────────────────────────────\n"
                 "total                                                      4.0000  ● met\n"));
}

Test(report, a_dropped_criterion_says_where_its_weight_went)
{
    cr_expect(eq(str, scorecard(HEAD RATIO OWN, "a 3\nb 4\nown 0\n"),
                 "Trial\n"
                 "            weight  result   score  weighted  share  contribution\n"
                 "1   Ratio  66.67 %    75 %  3.7500    2.5000      1        3.7500\n"
                 "10  Own    33.33 %     n/a\n"
                 "─────────────────────────────────────────────────────────────────\n"
                 "total                                                      3.7500\n"
                 "\n"
                 "without a result of its own\n"
                 "  10  does not apply: weight shared out\n"));
}

Test(report, an_office_that_says_not_applicable_is_quoted)
{
    cr_expect(eq(str, scorecard(HEAD RATIO OWN, "a 3\nb 4\nown n/a because \"no budget\"\n"),
                 "Trial\n"
                 "            weight  result   score  weighted  share  contribution\n"
                 "1   Ratio  66.67 %    75 %  3.7500    2.5000      1        3.7500\n"
                 "10  Own    33.33 %     n/a\n"
                 "─────────────────────────────────────────────────────────────────\n"
                 "total                                                      3.7500\n"
                 "\n"
                 "without a result of its own\n"
                 "  10  does not apply: weight shared out  own is n/a: no budget\n"));
}

Test(report, a_carried_criterion_names_what_is_missing)
{
    cr_expect(eq(str, scorecard(HEAD "missing scores 1\n" RATIO OWN LIGHTS, "a 3\nown 4.5\n"),
                 "Trial\n"
                 "            weight     result   score  weighted  share  contribution\n"
                 "1   Ratio  66.67 %  no result  1.0000    0.6667    2/3        0.6667  ○ missed\n"
                 "10  Own    33.33 %       4.50  4.5000    1.5000    1/3        1.5000  ● met\n"
                 "──────────────────────────────────────────────────────────────────────────────\n"
                 "total                                                         2.1667  ○ missed\n"
                 "\n"
                 "without a result of its own\n"
                 "  1  no result yet: carried at 1  b is missing\n"
                 "\n"
                 "a reason is owed\n"
                 "  1  Ratio  missed\n"));
}

Test(report, an_incomplete_card_lists_each_missing_fact_once)
{
    cr_expect(eq(str,
                 scorecard(HEAD LATE RATIO "indicator 2 { points 1 measure own / b "
                                           "levels 1, 2, 3, 4, 5 }\n",
                           "own 3\n"),
                 "Trial\n"
                 "              weight     result             score  share       contribution\n"
                 "1  Ratio     66.67 %  no result  1.0000 .. 5.0000    2/3\n"
                 "2            33.33 %  no result  1.0000 .. 5.0000    1/3\n"
                 "─────────────────────────────────────────────────────────────────────────────────"
                 "───────────\n"
                 "Late report                                               0.0000 .. −0.1000  "
                 "sent is missing\n"
                 "total                                                      1.0000 .. 5.0000\n"
                 "\n"
                 "total: at least 1.0000, at most 5.0000; not known yet\n"
                 "  b     could move it by up to 4.0000, holds up 1, 2\n"
                 "  a     could move it by up to 2.6667, holds up 1\n"
                 "  sent  could move it by up to 0.1000, holds up total\n"));
}

Test(report, a_penalty_stands_between_before_and_total)
{
    cr_expect(eq(
        str, scorecard(HEAD LATE RATIO, "a 3\nb 4\nsent 2024-01-17\n"),
        "Trial\n"
        "                    weight  result   score  weighted  share  contribution\n"
        "1  Ratio          100.00 %    75 %  3.7500    3.7500      1        3.7500\n"
        "────────────────────────────────────────────────────────────────────────────────────────\n"
        "before penalties                                                   3.7500\n"
        "Late report                                                       −0.0200  2 days x 0.01\n"
        "total                                                              3.7300\n"));
}

Test(report, a_penalty_that_took_nothing_is_not_mentioned)
{
    cr_expect(eq(str, scorecard(HEAD LATE RATIO, "a 3\nb 4\nsent 2024-01-15\n"),
                 "Trial\n"
                 "            weight  result   score  weighted  share  contribution\n"
                 "1  Ratio  100.00 %    75 %  3.7500    3.7500      1        3.7500\n"
                 "─────────────────────────────────────────────────────────────────\n"
                 "total                                                      3.7500\n"));
}

Test(report, a_floor_is_shown_when_it_counted)
{
    cr_expect(eq(
        str,
        scorecard(HEAD "penalty late { 1 per day after 2024-01-15 until sent cap 3 }\n" RATIO,
                  "a 3\nb 4\nsent 2024-01-31\n"),
        "Trial\n"
        "                    weight  result   score  weighted  share  contribution\n"
        "1  Ratio          100.00 %    75 %  3.7500    3.7500      1        3.7500\n"
        "──────────────────────────────────────────────────────────────────────────────────────────"
        "───\n"
        "before penalties                                                   3.7500\n"
        "late                                                              −3.0000  16 days x 1, "
        "cap 3\n"
        "floor                                                             +0.2500  not below 1\n"
        "total                                                              1.0000\n"));
}

Test(report, rounding_is_shown_when_it_changed_the_total)
{
    cr_expect(eq(str, scorecard(HEAD "round total to 1 half up\n" RATIO, "a 3\nb 4\n"),
                 "Trial\n"
                 "                   weight  result   score  weighted  share  contribution\n"
                 "1  Ratio         100.00 %    75 %  3.7500    3.7500      1        3.7500\n"
                 "─────────────────────────────────────────────────────────────────────────────────"
                 "──────────────\n"
                 "before rounding                                                   3.7500\n"
                 "rounded                                                                   to 1 "
                 "decimal, half up\n"
                 "total                                                             3.8000\n"));
}

Test(report, late_steps_stand_under_their_indicator)
{
    cr_expect(eq(str,
                 scorecard(HEAD "group g \"Group\" { " CHECKLIST "}\n", "a 4\nb 3\nx 2023-07-02\n"),
                 "Trial\n"
                 "                   weight     result    score  weighted  share  contribution\n"
                 "Group            100.00 %              1.8000    1.8000      1        1.8000\n"
                 "  1  Steps       100.00 %  2/5 steps   1.8000    1.8000      1        1.8000\n"
                 "    step 1 late                       −0.2000                                 2 "
                 "days x 0.1\n"
                 "─────────────────────────────────────────────────────────────────────────────────"
                 "─────────\n"
                 "total                                                                 1.8000\n"));
}

Test(report, parts_go_by_title_or_name)
{
    cr_expect(eq(str,
                 scorecard(HEAD "indicator 2 { points 1\n"
                                "part p { measure a levels 1, 2, 3, 4, 5 }\n"
                                "part q \"Other\" { measure b levels 1, 2, 3, 4, 5 }\n"
                                "score mean of parts }\n",
                           "a 3\nb 4\n"),
                 "Trial\n"
                 "           weight  result   score  weighted  share  contribution\n"
                 "2        100.00 %          3.5000    3.5000      1        3.5000\n"
                 "  p                     3  3.0000\n"
                 "  Other                 4  4.0000\n"
                 "────────────────────────────────────────────────────────────────\n"
                 "total                                                     3.5000\n"));
}

Test(report, claims_that_disagree_stand_beside_the_recomputation)
{
    cr_expect(eq(str,
                 scorecard(HEAD RATIO OWN, "a 3\nb 4\nown 0\n"
                                           "claim 1 score 3.75\nclaim 1 measure 70%\n"
                                           "claim 1 weighted 5.1\nclaim 10 score 2\n"),
                 "Trial\n"
                 "            weight  result   score  weighted  share  contribution\n"
                 "1   Ratio  66.67 %    75 %  3.7500    2.5000      1        3.7500\n"
                 "10  Own    33.33 %     n/a\n"
                 "─────────────────────────────────────────────────────────────────\n"
                 "total                                                      3.7500\n"
                 "\n"
                 "without a result of its own\n"
                 "  10  does not apply: weight shared out\n"
                 "\n"
                 "claims: 1 agree, 2 disagree (1 impossible), 1 with nothing to compare with\n"
                 "              printed  recomputed\n"
                 "  1 measure       70%         75%  disagrees\n"
                 "  1 weighted      5.1         2.5  impossible: at most 3.3 is possible\n"
                 "  10 score          2              nothing to compare with\n"));
}

Test(report, titles_give_way_but_ids_and_figures_do_not)
{
    struct outcome *o = outcome(HEAD "indicator 1 \"ความสำเร็จของการเบิกจ่ายงบประมาณ\" { points 1 "
                                     "measure a levels 1, 2, 3, 4, 5 }\n",
                                "a 3\n");
    struct document d = document_in(a);
    report_scorecard(&d, o, NULL);
    struct buffer out = buffer_in(a);
    render_text(&out, &d, (struct text_style){.width = 70});
    cr_expect(eq(str, text_c(a, buffer_text(&out)),
                 "Trial\n"
                 "                 weight  result   score  weighted  share  contribution\n"
                 "1  ความสำเร็จ…  100.00 %       3  3.0000    3.0000      1        3.0000\n"
                 "──────────────────────────────────────────────────────────────────────\n"
                 "total                                                           3.0000\n"));
}
