/* Evaluating again with something changed: the same without a change, right with one, and as before
 * at the end. */
#include <string.h>

#include "eval/again.h"
#include "explain/claims.h"
#include "test_report.h"

TestSuite(again, .init = begin, .fini = finish);

/* Everything that can depend on something else: lets used twice, formulas with parameters, parts,
 * scores of others, tables, gifts, penalties, late steps, conditions that leave a branch out. */
#define RULES                                                                                      \
    "criteria many \"Many\"\n"                                                                     \
    "era CE  period 2023-01-01 .. 2023-12-31  scale 1 .. 5  floor 0\n"                             \
    "facts { a, b : number, at least 0   done, sent : date   t : table { v : number } }\n"         \
    "define between(x, y) = (x + y) / 2 + x - x\n"                                                 \
    "let mid = between(between(a, b), between(b, a))\n"                                            \
    "penalty late { 0.01 per day after 2023-06-01 until sent }\n"                                  \
    "group g { indicator 1 { points 3   let sum = sum of v over t   let twice = sum + sum\n"       \
    "            measure twice / 2   levels 1, 2, 3, 4, 5 }\n"                                     \
    "  indicator 2 { points 2   part p { score a }   part q { score b }\n"                         \
    "            score if p > q then p else mean of parts }\n"                                     \
    "  indicator 3 { points 1   applies when a > 100 otherwise give weight to 1   score 5 } }\n"   \
    "indicator 6 { points 1   applies when a > 100 otherwise give weight to g   score 5 }\n"       \
    "indicator 4 { points 2   score (score of g) + mid - mid }\n"                                  \
    "indicator 5 { points 2   steps { 1 done done by 2023-03 late 0.1 per day   2 done a > 1\n"    \
    "            3 done b > 100   4 done a > 1   5 done a > 1 } }\n"
#define FACTS "a 2\nb 4\ndone 2023-04-02\nsent 2023-06-03\nt {\nv\n1\n2.5\n}\n"

static const struct criterion *named(const struct outcome *o, const char *path)
{
    return model_criterion(o->model, text_of(path));
}

static char *score_again(struct again *g, const struct outcome *o, const char *path)
{
    struct number n;
    return again_criterion(g, named(o, path), &n) ? text_c(a, number_exact_words(a, n)) : "none";
}

static char *score(const struct outcome *o, const char *path)
{
    return text_c(a, number_exact_words(a, outcome_result(o, named(o, path))->score));
}

/* Nothing was changed: every criterion is what it was, bottom up and also when asked alone. */
static void expect_as_before(struct again *g, const struct outcome *o)
{
    for (size_t i = o->model->criteria.n; i-- > 0;) {
        const struct criterion *k = o->model->criteria.at[i];
        struct number n;
        again_begin(g);
        bool known = again_criterion(g, k, &n);
        cr_expect(eq(int, known, result_has_score(outcome_result(o, k))), "%s", text_c(a, k->path));
        bool same = !known || number_equal(a, n, outcome_result(o, k)->score);
        cr_expect(same, "%s", text_c(a, k->path));
        again_end(g);
    }
}

Test(again, without_a_change_nothing_changes)
{
    struct outcome *o = outcome(RULES, FACTS);
    expect_as_before(again_of(a, o), o);
}

Test(again, a_changed_part_goes_up_and_is_taken_back)
{
    struct outcome *o = outcome(RULES, FACTS);
    struct again *g = again_of(a, o);
    cr_expect(eq(str, score(o, "2"), "3"));
    again_begin(g);
    again_score(g, named(o, "2/p"), number_of(5)); /* the other branch of the `if` */
    cr_expect(eq(str, score_again(g, o, "2"), "5"));
    cr_expect(eq(str, score_again(g, o, "g"), "4")); /* (4 x 7/2 + 2 x 5) / 6; 1 has the gift */
    cr_expect(eq(str, score_again(g, o, "4"), "4"));
    again_end(g);
    expect_as_before(g, o);
}

Test(again, changed_values_go_through_lets_and_parameters)
{
    struct outcome *o = outcome(RULES, FACTS);
    struct again *g = again_of(a, o);
    struct number n;
    const struct expr *mid = o->model->lets.at[0]->value;
    const struct let *sum = figure_let(named(o, "1"), TEXT("sum"));
    cr_expect(eq(str, score(o, "1"), "7/2"));
    again_begin(g);
    again_value(g, sum->value, number_of(2));
    cr_expect(eq(str, score_again(g, o, "1"), "2"));
    cr_expect(again_measure(g, named(o, "1"), &n) && number_equal(a, n, number_of(2)));
    cr_expect(again_expr(g, mid, &n) && number_equal(a, n, number_of(3)));
    again_end(g);
    expect_as_before(g, o);
}

Test(again, who_is_dropped_leaves_the_weight_to_all_and_points_can_change)
{
    struct outcome *o = outcome(RULES, FACTS);
    struct again *g = again_of(a, o);
    again_begin(g);
    again_drop(g, named(o, "1"));
    cr_expect(eq(str, score_again(g, o, "g"), "3"));
    again_end(g);
    again_begin(g);
    again_points(g, named(o, "2"), number_of(6));
    cr_expect(eq(str, score_again(g, o, "g"), "16/5")); /* (4 x 7/2 + 6 x 3) / 10 */
    again_end(g);
    again_begin(g);
    again_score(g, named(o, "3"), number_of(1));         /* it applies after all */
    cr_expect(eq(str, score_again(g, o, "g"), "35/12")); /* (3 x 7/2 + 2 x 3 + 1) / 6 */
    again_end(g);
    expect_as_before(g, o);
}

/* What is evaluated again with another fact is what an evaluation of those facts finds. */
Test(again, changed_facts_are_as_if_they_had_been_stated)
{
    static const char *const changed[] = {
        "a 7\nb 4\ndone 2023-04-02\nsent 2023-06-03\nt {\nv\n1\n2.5\n}\n",
        "a 2\nb 104\ndone 2023-04-02\nsent 2023-06-03\nt {\nv\n1\n2.5\n}\n",
        "a 102\nb 4\ndone 2023-03-02\nsent 2023-06-09\nt {\nv\n4\n}\n", "a 2\nb 4\nt { }\n"};
    struct outcome *o = outcome(RULES, FACTS);
    struct again *g = again_of(a, o);
    const struct criterion **all = ARENA_ARRAY(a, const struct criterion *, o->model->criteria.n);
    memcpy(all, o->model->criteria.at, o->model->criteria.n * sizeof(*all));
    for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
        const struct outcome *is = outcome(RULES, changed[i]);
        again_begin(g);
        for (size_t j = 0; j < o->model->facts.n; j++)
            again_fact(g, o->model->facts.at[j], &is->facts->entry[j]);
        for (size_t j = 0; j < o->model->criteria.n; j++) {
            const struct result *r = again_result(g, all, o->model->criteria.n, all[j]);
            cr_expect(number_equal(a, r->low, is->result[j].low) &&
                          number_equal(a, r->high, is->result[j].high) &&
                          r->status == is->result[j].status,
                      "%s of facts %zu", text_c(a, all[j]->path), i);
        }
        again_end(g);
        expect_as_before(g, o);
    }
}

/* The total is evaluated again with its penalty. */
Test(again, penalties_and_late_steps_are_counted_again)
{
    struct outcome *o = outcome(RULES, FACTS);
    struct again *g = again_of(a, o);
    again_begin(g);
    again_score(g, named(o, "5"), number_of(5));
    again_score(g, named(o, "4"), number_of(5));
    again_score(g, named(o, "g"), number_of(5));
    cr_expect(eq(str, score_again(g, o, "total"), "249/50")); /* 5 less 2 days x 0.01 */
    again_end(g);
    expect_as_before(g, o);
}
