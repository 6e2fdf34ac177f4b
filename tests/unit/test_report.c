/* Scorecard and data: from a text of rules and a text of facts to what is shown. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "check/check.h"
#include "explain/figures.h"
#include "render/text.h"
#include "report/scorecard.h"
#include "support.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

#pragma GCC diagnostic ignored "-Wconversion"

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

TestSuite(report, .init = begin, .fini = finish);

#define HEAD                                                                                       \
    "criteria trial \"Trial\"\n"                                                                   \
    "era CE  period 2023-01-01 .. 2023-12-31  closes 2024-01-31  scale 1 .. 5\n"                   \
    "facts { a, b, own : number, at least 0  x, y : date, optional  sent : date }\n"

#define RATIO "indicator 1 \"Ratio\" { points 2 measure a / b levels 20%, 40%, 60%, 80%, 100% }\n"
#define OWN                                                                                        \
    "indicator 10 \"Own\" { points 1 applies when own > 0 otherwise drop "                         \
    "measure own levels 1, 2, 3, 4, 5 }\n"
#define LATE "penalty late \"Late report\" { 0.01 per day after 2024-01-15 until sent cap 0.1 }\n"
#define LIGHTS                                                                                     \
    "status { from 4 : green \"met\" from 3 : yellow \"watch\" "                                   \
    "otherwise : red \"missed\" requires reason }\n"

static struct outcome *outcome(const char *rules, const char *facts)
{
    struct source *r = source_add(sources, TEXT("trial.ken"), text_of(rules));
    struct tree *t = parse_tokens(a, lex_source(a, r, &diags), &diags);
    struct model *m = check_trees(a, &t, 1, sources, &diags);
    cr_assert(m != NULL, "the rules are right");
    struct facts *f = facts_new(a, m, &diags);
    facts_read(f, source_add(sources, TEXT("trial.facts"), text_of(facts)), FACTS_NATIVE, NULL);
    facts_finish(f);
    cr_assert(eq(sz, diags.errors, 0), "the facts are right");
    return eval_model(a, m, f);
}

static char *scorecard(const char *rules, const char *facts)
{
    struct outcome *o = outcome(rules, facts);
    struct document d = document_in(a);
    report_scorecard(&d, o, claims_check(a, o));
    struct buffer out = buffer_in(a);
    render_text(&out, &d, (struct text_style){0});
    return text_c(a, buffer_text(&out));
}

static char *json(const char *rules, const char *facts)
{
    struct outcome *o = outcome(rules, facts);
    struct buffer out = buffer_in(a);
    report_outcome_json(&out, a, o, claims_check(a, o));
    return text_c(a, buffer_text(&out));
}

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
                 "  a     holds up 1\n"
                 "  b     holds up 1, 2\n"
                 "  sent  holds up total\n"));
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

#define CHECKLIST                                                                                  \
    "indicator 1 \"Steps\" { points 1 steps { 1 \"one\" done x by 2023-06 late 0.1 per day "       \
    "2 \"two\" done a > b 3 \"\" done y 4 \"\" done y 5 \"\" done y } }\n"

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
                 "claims: 1 agree, 2 disagree, 1 with nothing to compare with\n"
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

Test(report, data_has_every_member_in_its_order)
{
    cr_expect(eq(str,
                 json(HEAD LATE RATIO LIGHTS,
                      "office \"Loei\"\nas of 2024-01-20\na 3\nb 4\nsent 2024-01-17\n"
                      "claim 1 score 3.8\n"),
                 "{\n"
                 " \"schema\": \"ken.result/1\",\n"
                 " \"criteria\": \"trial\",\n"
                 " \"office\": \"Loei\",\n"
                 " \"facts_as_of\": \"2024-01-20\",\n"
                 " \"complete\": true,\n"
                 " \"total\": {\n"
                 "  \"score\": \"3.7300\",\n"
                 "  \"exact\": \"373/100\",\n"
                 "  \"before\": \"3.7500\",\n"
                 "  \"before_exact\": \"15/4\",\n"
                 "  \"adjustments\": [\n"
                 "   {\n"
                 "    \"id\": \"late\",\n"
                 "    \"title\": \"Late report\",\n"
                 "    \"days\": 2,\n"
                 "    \"amount\": \"-0.0200\",\n"
                 "    \"exact\": \"-1/50\",\n"
                 "    \"known\": true,\n"
                 "    \"most\": null,\n"
                 "    \"most_exact\": null,\n"
                 "    \"capped\": false,\n"
                 "    \"runs_on\": false,\n"
                 "    \"cause\": null\n"
                 "   }\n"
                 "  ],\n"
                 "  \"limited\": false,\n"
                 "  \"rounded\": false,\n"
                 "  \"at_least\": null,\n"
                 "  \"at_least_exact\": null,\n"
                 "  \"at_most\": null,\n"
                 "  \"at_most_exact\": null,\n"
                 "  \"status\": \"scored\",\n"
                 "  \"light\": \"yellow\",\n"
                 "  \"cause\": null\n"
                 " },\n"
                 " \"nodes\": [\n"
                 "  {\n"
                 "   \"id\": \"1\",\n"
                 "   \"kind\": \"indicator\",\n"
                 "   \"path\": \"1\",\n"
                 "   \"title\": \"Ratio\",\n"
                 "   \"status\": \"scored\",\n"
                 "   \"carried\": false,\n"
                 "   \"counts\": true,\n"
                 "   \"score\": \"3.7500\",\n"
                 "   \"exact\": \"15/4\",\n"
                 "   \"weight\": \"1\",\n"
                 "   \"weighted\": \"3.7500\",\n"
                 "   \"share\": \"1\",\n"
                 "   \"contribution\": \"3.7500\",\n"
                 "   \"light\": \"yellow\",\n"
                 "   \"reason_owed\": false,\n"
                 "   \"measure\": \"0.7500\",\n"
                 "   \"measure_exact\": \"3/4\",\n"
                 "   \"at_least\": null,\n"
                 "   \"at_least_exact\": null,\n"
                 "   \"at_most\": null,\n"
                 "   \"at_most_exact\": null,\n"
                 "   \"cause\": null,\n"
                 "   \"given_to\": null,\n"
                 "   \"steps\": [],\n"
                 "   \"before\": \"3.7500\",\n"
                 "   \"before_exact\": \"15/4\",\n"
                 "   \"adjustments\": [],\n"
                 "   \"limited\": false,\n"
                 "   \"rounded\": false,\n"
                 "   \"parts\": []\n"
                 "  }\n"
                 " ],\n"
                 " \"claims\": [\n"
                 "  {\n"
                 "   \"of\": \"1\",\n"
                 "   \"aspect\": \"score\",\n"
                 "   \"claimed\": \"3.8\",\n"
                 "   \"recomputed\": \"3.8\",\n"
                 "   \"exact\": \"15/4\",\n"
                 "   \"verdict\": \"agrees\",\n"
                 "   \"bound\": null,\n"
                 "   \"facts\": \"trial.facts:6:7\"\n"
                 "  }\n"
                 " ]\n"
                 "}\n"));
}

Test(report, data_of_an_incomplete_outcome_has_ends_and_a_cause)
{
    cr_expect(eq(str, json(HEAD CHECKLIST, "a 3\nx 2023-07-02\n"),
                 "{\n"
                 " \"schema\": \"ken.result/1\",\n"
                 " \"criteria\": \"trial\",\n"
                 " \"office\": null,\n"
                 " \"facts_as_of\": null,\n"
                 " \"complete\": false,\n"
                 " \"total\": {\n"
                 "  \"score\": null,\n"
                 "  \"exact\": null,\n"
                 "  \"before\": null,\n"
                 "  \"before_exact\": null,\n"
                 "  \"adjustments\": [],\n"
                 "  \"limited\": false,\n"
                 "  \"rounded\": false,\n"
                 "  \"at_least\": \"1.0000\",\n"
                 "  \"at_least_exact\": \"1\",\n"
                 "  \"at_most\": \"1.8000\",\n"
                 "  \"at_most_exact\": \"9/5\",\n"
                 "  \"status\": \"incomplete\",\n"
                 "  \"light\": null,\n"
                 "  \"cause\": {\n"
                 "   \"kind\": \"fact\",\n"
                 "   \"absence\": \"missing\",\n"
                 "   \"fact\": \"b\",\n"
                 "   \"column\": null,\n"
                 "   \"row\": null,\n"
                 "   \"rules\": \"trial.ken:3:12\",\n"
                 "   \"facts\": null\n"
                 "  }\n"
                 " },\n"
                 " \"nodes\": [\n"
                 "  {\n"
                 "   \"id\": \"1\",\n"
                 "   \"kind\": \"indicator\",\n"
                 "   \"path\": \"1\",\n"
                 "   \"title\": \"Steps\",\n"
                 "   \"status\": \"incomplete\",\n"
                 "   \"carried\": false,\n"
                 "   \"counts\": true,\n"
                 "   \"score\": null,\n"
                 "   \"exact\": null,\n"
                 "   \"weight\": \"1\",\n"
                 "   \"weighted\": null,\n"
                 "   \"share\": \"1\",\n"
                 "   \"contribution\": null,\n"
                 "   \"light\": null,\n"
                 "   \"reason_owed\": false,\n"
                 "   \"measure\": null,\n"
                 "   \"measure_exact\": null,\n"
                 "   \"at_least\": \"1.0000\",\n"
                 "   \"at_least_exact\": \"1\",\n"
                 "   \"at_most\": \"1.8000\",\n"
                 "   \"at_most_exact\": \"9/5\",\n"
                 "   \"cause\": {\n"
                 "    \"kind\": \"fact\",\n"
                 "    \"absence\": \"missing\",\n"
                 "    \"fact\": \"b\",\n"
                 "    \"column\": null,\n"
                 "    \"row\": null,\n"
                 "    \"rules\": \"trial.ken:3:12\",\n"
                 "    \"facts\": null\n"
                 "   },\n"
                 "   \"given_to\": null,\n"
                 "   \"steps\": [\n"
                 "    {\n"
                 "     \"number\": \"1\",\n"
                 "     \"title\": \"one\",\n"
                 "     \"state\": \"done\",\n"
                 "     \"counts\": true,\n"
                 "     \"date\": \"2023-07-02\",\n"
                 "     \"deadline\": \"2023-06-30\",\n"
                 "     \"late_days\": 2,\n"
                 "     \"taken\": \"0.2000\",\n"
                 "     \"taken_exact\": \"1/5\",\n"
                 "     \"cause\": null\n"
                 "    },\n"
                 "    {\n"
                 "     \"number\": \"2\",\n"
                 "     \"title\": \"two\",\n"
                 "     \"state\": \"unknown\",\n"
                 "     \"counts\": false,\n"
                 "     \"date\": null,\n"
                 "     \"deadline\": null,\n"
                 "     \"late_days\": null,\n"
                 "     \"taken\": null,\n"
                 "     \"taken_exact\": null,\n"
                 "     \"cause\": {\n"
                 "      \"kind\": \"fact\",\n"
                 "      \"absence\": \"missing\",\n"
                 "      \"fact\": \"b\",\n"
                 "      \"column\": null,\n"
                 "      \"row\": null,\n"
                 "      \"rules\": \"trial.ken:3:12\",\n"
                 "      \"facts\": null\n"
                 "     }\n"
                 "    },\n"
                 "    {\n"
                 "     \"number\": \"3\",\n"
                 "     \"title\": null,\n"
                 "     \"state\": \"not-done\",\n"
                 "     \"counts\": false,\n"
                 "     \"date\": null,\n"
                 "     \"deadline\": null,\n"
                 "     \"late_days\": null,\n"
                 "     \"taken\": null,\n"
                 "     \"taken_exact\": null,\n"
                 "     \"cause\": null\n"
                 "    },\n"
                 "    {\n"
                 "     \"number\": \"4\",\n"
                 "     \"title\": null,\n"
                 "     \"state\": \"not-done\",\n"
                 "     \"counts\": false,\n"
                 "     \"date\": null,\n"
                 "     \"deadline\": null,\n"
                 "     \"late_days\": null,\n"
                 "     \"taken\": null,\n"
                 "     \"taken_exact\": null,\n"
                 "     \"cause\": null\n"
                 "    },\n"
                 "    {\n"
                 "     \"number\": \"5\",\n"
                 "     \"title\": null,\n"
                 "     \"state\": \"not-done\",\n"
                 "     \"counts\": false,\n"
                 "     \"date\": null,\n"
                 "     \"deadline\": null,\n"
                 "     \"late_days\": null,\n"
                 "     \"taken\": null,\n"
                 "     \"taken_exact\": null,\n"
                 "     \"cause\": null\n"
                 "    }\n"
                 "   ],\n"
                 "   \"before\": null,\n"
                 "   \"before_exact\": null,\n"
                 "   \"adjustments\": [],\n"
                 "   \"limited\": false,\n"
                 "   \"rounded\": false,\n"
                 "   \"parts\": []\n"
                 "  }\n"
                 " ],\n"
                 " \"claims\": []\n"
                 "}\n"));
}
