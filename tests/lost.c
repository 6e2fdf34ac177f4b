/* What was lost: sums that are exact, and changes that give it back. */
#include "lost.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#include "advise/goal.h"
#include "advise/lost.h"
#include "ken_inside.h"
#include "support.h"

/* Criterion's macros put an int into a bit field. */
#pragma GCC diagnostic ignored "-Wconversion"

static void expect_sum(struct arena *a, const struct lost *lost, const char *about)
{
    struct number left = lost->full;
    if (lost->state != LOST_KNOWN && lost->state != LOST_SURE)
        return;
    for (size_t i = 0; i < lost->losses.n; i++)
        left = number_subtract(a, left, lost->losses.at[i].amount);
    cr_expect(number_equal(a, left, lost->score), "%s: %s: %s is left, not %s", about,
              text_c(a, lost->about->path), text_c(a, number_exact_words(a, left)),
              text_c(a, number_exact_words(a, lost->score)));
}

/* The scorer gives the most that it can, or the days and the penalty cost nothing. */
static bool is_given_back(struct arena *a, const struct outcome *o, const struct loss *l)
{
    const struct result *r = outcome_result(o, l->at);
    switch (l->kind) {
    case LOSS_LATE:
        return !number_sign(r->steps[l->which].taken);
    case LOSS_PENALTY:
        return !number_sign(r->penalties[l->which].amount);
    case LOSS_STEP:
        return r->steps[l->which].state == STEP_DONE;
    default:
        return number_order(a, r->raw, best_of_scorer(a, r)) >= 0;
    }
}

static void expect_changes(struct arena *a, struct outcome *o, struct lost *lost, const char *about)
{
    lost_find_changes(a, a, o, lost);
    for (size_t i = 0; i < lost->losses.n; i++) {
        const struct loss *l = &lost->losses.at[i];
        if (!l->changes.n)
            continue;
        const struct outcome *then = outcome_with(a, o, NULL, l->changes.at, l->changes.n);
        cr_expect(is_given_back(a, then, l), "%s: %s %s is not given back", about,
                  text_c(a, l->at->path), text_c(a, loss_words(l->kind)));
    }
}

void lost_expect_all(ken *k, bool changes, const char *about)
{
    struct arena *a = support_arena();
    for (size_t i = 0; i < k->rules.model->criteria.n; i++) {
        struct lost *lost = lost_of(a, k->outcome, k->rules.model->criteria.at[i]);
        expect_sum(a, lost, about);
        if (changes && lost->state == LOST_KNOWN)
            expect_changes(a, k->outcome, lost, about);
    }
    arena_free(a);
}

/* --- the real case -------------------------------------------------------------------------- */

/* The case, evaluated with another fact; its missing figures stay missing. */
static struct trial *trial_of_2566(const char *set)
{
    struct text rules, facts;
    struct trial *t = trial_new("rules/cgd");
    cr_assert(support_read(t->arena, "rules/cgd/2566.ken", &rules) &&
              support_read(t->arena, "rules/cgd/facts/loei-2566.facts", &facts));
    trial_load(t, "2566.ken", support_replace(t->arena, rules, "missing scores 1 ", ""));
    trial_facts(t, "facts/loei-2566.facts", facts);
    trial_set(t, set);
    trial_evaluate(t);
    return t;
}

Test(lost, of_the_2566_case_with_other_facts_adds_up)
{
    static const char *const sets[] = {"plan.approved=2566-05-03", "plan.carried_out=no",
                                       "report.sent=2566-12-01",   "paying_units.existing=10",
                                       "own_capital.allocated=5",  "innovation.met="};
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        struct trial *t = trial_of_2566(sets[i]);
        cr_assert(t->status == KEN_OK, "%s: %s", sets[i], text_c(t->arena, trial_problems(t)));
        lost_expect_all(t->ken, true, sets[i]);
        trial_free(t);
    }
}

/* --- limits --------------------------------------------------------------------------------- */

/* Lets that each use the one before twice, in a formula of scores. */
static struct text doubling_rules(struct arena *a, long lets)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("criteria d \"d\" era CE scale 0 .. 5 facts { x : number }\n"
                        "indicator 1 { part a { score x } let l0 = a\n"));
    for (long i = 1; i <= lets; i++)
        buffer_add(&b, SAY(a, "let l{} = (l{} + l{}) / 2\n", text_number(a, i),
                           text_number(a, i - 1), text_number(a, i - 1)));
    buffer_add(&b, SAY(a, "score l{} }\n", text_number(a, lets)));
    return buffer_text(&b);
}

static bool is_lost_by(const char *path, long lets)
{
    struct arena *a = support_arena();
    struct trial *t = trial_of("tests", doubling_rules(a, lets), TEXT("x 2\n"));
    cr_assert(t->status == KEN_OK, "%s", text_c(a, trial_problems(t)));
    lost_expect_all(t->ken, false, "doubling");
    struct text json = trial_report(t, KEN_LOST, &(ken_style){.form = KEN_DATA});
    bool found = support_find(json, SAY(a, "\"criterion\": \"{}\"", text_of(path))) != NULL;
    trial_free(t);
    arena_free(a);
    return found;
}

/* Groups in groups, with weights of so many digits that their product has too many, although every
 * score is 2. */
Test(lost, shares_with_too_many_digits_are_not_told)
{
    enum { DEEP = 40, DIGITS = 60 };
    struct arena *a = support_arena();
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("criteria d \"d\" era CE scale 0 .. 5 facts { x : number }\n"));
    for (long i = 0; i < DEEP; i++) {
        buffer_add(&b, SAY(a, "indicator i{} { points ", text_number(a, i)));
        buffer_add_times(&b, text_number(a, 123 + i), DIGITS);
        buffer_add(&b, SAY(a, "1 score x }\ngroup g{} { points ", text_number(a, i)));
        buffer_add_times(&b, text_number(a, 457 + i), DIGITS);
        buffer_add(&b, TEXT("1\n"));
    }
    buffer_add(&b, TEXT("indicator last { score x }\n"));
    buffer_add_times(&b, TEXT("}"), DEEP);
    struct trial *t = trial_of("tests", buffer_text(&b), TEXT("x 2\n"));
    cr_assert(t->status == KEN_OK, "%s", text_c(a, trial_problems(t)));
    struct text says = trial_report(t, KEN_LOST, &(ken_style){.width = 100});
    cr_expect(support_find(says, TEXT("total: figures with so many digits")) != NULL, "%s",
              text_c(a, says));
    lost_expect_all(t->ken, true, "digits");
    trial_free(t);
    arena_free(a);
}

Test(lost, formulas_are_followed_until_there_is_too_much_of_them)
{
    cr_expect(is_lost_by("1/a", 10), "ten lets are followed");
    cr_expect(is_lost_by("1", 100), "of a hundred the formula as a whole took the points");
}
