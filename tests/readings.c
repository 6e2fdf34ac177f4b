/* The case of the Loei office, fiscal year 2566.
 *
 * The report's figures leave open what follows when an indicator has no result or does not apply;
 * rules/cgd/README.md lists six readings, A to F.  Each is one declared policy away from
 * rules/cgd/2566.ken, on the same facts. */
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#define FOLDER "rules/cgd"

struct change {
    const char *old, *new;
};

static const struct change
    not_applicable_1 = {"otherwise drop", "otherwise score 1"},
    not_applicable_5 = {"otherwise drop", "otherwise score 5"},
    missing_drop = {"missing scores 1 ", "missing drop "},
    missing_5_in_1_3 = {"measure paying_units.correct / paying_units.existing",
                        "measure paying_units.correct / paying_units.existing missing scores 5"};

static struct text file_of(struct arena *a, const char *path)
{
    struct text content;
    cr_assert(support_read(a, path, &content), "%s is not there", path);
    return content;
}

static struct trial *loei(const struct change *const *changes, const char *facts)
{
    struct trial *t = trial_new(FOLDER);
    struct text rules = file_of(t->arena, FOLDER "/2566.ken");
    for (; changes && *changes; changes++)
        rules = support_replace(t->arena, rules, (*changes)->old, (*changes)->new);
    trial_load(t, "2566.ken", rules);
    trial_facts(t, facts,
                file_of(t->arena, text_c(t->arena, SAY(t->arena, FOLDER "/{}", text_of(facts)))));
    trial_evaluate(t);
    cr_assert(eq(int, t->status, KEN_OK), "%s", text_c(t->arena, trial_problems(t)));
    return t;
}

static void expect_figure(struct trial *t, const char *path, const char *key, const char *wanted)
{
    cr_expect(eq(str, trial_figure(t, path, key), (char *)(size_t)wanted), "%s %s",
              path ? path : "total", key);
}

Test(readings, each_is_one_declared_policy_away)
{
    static const struct {
        const char *name, *before, *total;
        const struct change *changes[3];
    } readings[] = {
        {"A", "3.3316", "3.3216", {&not_applicable_1}},
        {"B", "3.8854", "3.8754", {&not_applicable_1, &missing_5_in_1_3}},
        {"C", "3.8854", "3.8754", {&not_applicable_5}},
        {"D", "3.7063", "3.6963", {NULL}},
        {"E", "4.9882", "4.9782", {&missing_drop}},
        {"F", "4.4393", "4.4293", {&not_applicable_5, &missing_5_in_1_3}},
    };
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        struct trial *t = loei(readings[i].changes, "facts/loei-2566.facts");
        cr_expect(eq(str, trial_figure(t, NULL, "before"), (char *)(size_t)readings[i].before),
                  "%s", readings[i].name);
        cr_expect(eq(str, trial_figure(t, NULL, "score"), (char *)(size_t)readings[i].total), "%s",
                  readings[i].name);
        cr_expect(ken_is_complete(t->ken));
        trial_free(t);
    }
}

Test(readings, scores_are_the_recomputed_ones)
{
    static const char *const scores[][2] = {
        {"1.1/disbursement", "5.0000"},
        {"1.1/use", "4.9076"},
        {"1.2/disbursement", "4.2779"},
        {"1.2/use", "4.9188"},
        {"1.1", "4.9538"},
        {"1.2", "4.5984"},
        {"1.3", "1.0000"},
        {"2.1", "5.0000"},
        {"3.1", "5.0000"},
        {"4.1", "5.0000"},
        {"4.2", "1.0000"},
        {"6.1", "5.0000"},
        {"7.1", "null"},
        {"7.2", "5.0000"},
        {"7.3", "5.0000"},
    };
    struct trial *t = loei(NULL, "facts/loei-2566.facts");
    for (size_t i = 0; i < sizeof scores / sizeof *scores; i++)
        expect_figure(t, scores[i][0], "score", scores[i][1]);
    expect_figure(t, "1.1", "exact", "641415/129479"); /* (5 + 1906305/388437) / 2, by hand */
    expect_figure(t, "3.1", "measure", "47");          /* 48 rows, one of them of May 2565 */
    expect_figure(t, "1.3", "carried", "true");
    expect_figure(t, "7.1", "status", "dropped");
    trial_free(t);
}

/* 5 x 9/65 is 0.6923; with the weight rounded to 13.85 % it would be 0.6925. */
Test(readings, weights_are_points_over_65_and_never_rounded)
{
    static const char *const weights[][3] = {
        {"1.1", "1/65", "0.0762"},
        {"1.2", "1/65", "0.0707"},
        {"1.3", "9/65", "0.1385"},
        {"2.1", "9/65", "0.6923"},
        {"3.1", "3/65", "0.2308"},
        {"4.1", "9/65", "0.6923"},
        {"4.2", "9/65", "0.1385"},
        {"6.1", "3/65", "0.2308"},
        {"7.2", "9/65", "0.6923"},
        {"7.3", "3/65", "0.2308"},
        {"effectiveness", "11/65", "0.2854"},
        {"quality", "9/65", "0.6923"},
        {"efficiency", "21/65", "1.0615"},
        {"development", "24/65", "1.8462"},
    };
    struct trial *t = loei(NULL, "facts/loei-2566.facts");
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++) {
        expect_figure(t, weights[i][0], "weight", weights[i][1]);
        expect_figure(t, weights[i][0], "weighted", weights[i][2]);
    }
    struct text card = trial_report(t, KEN_SCORECARD, &(ken_style){.width = 100});
    cr_expect(support_find(card, TEXT(" 1.54 %")) && support_find(card, TEXT(" 4.62 %")) &&
              support_find(card, TEXT(" 13.85 %")));
    trial_free(t);
    t = loei((const struct change *[]){&not_applicable_1, NULL}, "facts/loei-2566.facts");
    expect_figure(t, "development", "weighted", "1.2923"); /* 84/65: sum first, round last */
    trial_free(t);
}

Test(readings, json_facts_give_the_same_result)
{
    struct trial *native = loei(NULL, "facts/loei-2566.facts"),
                 *json = loei(NULL, "facts/loei-2566.json");
    struct text one = support_without_places(native->arena, trial_json(native));
    struct text other = support_without_places(native->arena, trial_json(json));
    if (!text_equal(one, other))
        cr_fail("native and JSON facts: %s", support_difference(native->arena, one, other));
    trial_free(native);
    trial_free(json);
}

/* The whole line of the scorecard's claims that begins with `claim`, blanks squeezed. */
static char *claim_line(struct trial *t, const char *claim)
{
    struct text card = trial_report(t, KEN_SCORECARD, &(ken_style){.width = 100});
    const char *found = support_find(card, SAY(t->arena, "\n  {} ", text_of(claim)));
    if (!found)
        return text_c(t->arena, TEXT("(no such line)"));
    struct buffer b = buffer_in(t->arena);
    for (const char *at = found + 3; *at != '\n'; at++)
        if (*at != ' ' || at[-1] != ' ')
            buffer_add_byte(&b, *at);
    return text_c(t->arena, buffer_text(&b));
}

Test(readings, printed_figures_that_cannot_be_right_are_named)
{
    static const char *const claims[][2] = {
        {"effectiveness weighted",
         "effectiveness weighted 0.8472 0.2854 impossible: at most 0.8462 is possible"},
        {"1.1/disbursement measure", "1.1/disbursement measure 82.63% 92.78% disagrees"},
        {"4.1 sum_of_percents", "4.1 sum_of_percents 1,500.00% 1,200.00% disagrees"},
        {"1.3 weighted", "1.3 weighted 1.1385 0.1385 impossible: at most 0.6923 is possible"},
        {"1.1 weight", "1.1 weight 1.44% 1.54% disagrees"},
        {"7.2 changed", "7.2 changed 474,799.80 baht 416,256.80 baht disagrees"},
        {"2.1 score", "(no such line)"}, /* agrees, so nothing is said */
    };
    struct trial *t = loei(NULL, "facts/loei-2566.facts");
    for (size_t i = 0; i < sizeof claims / sizeof *claims; i++)
        cr_expect(eq(str, claim_line(t, claims[i][0]), (char *)(size_t)claims[i][1]));
    trial_free(t);
}
