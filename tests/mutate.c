/* Mutants: the rules with one thing wrong, made in the model and undone. */
#include <criterion/criterion.h>
#include <glob.h>
#include <string.h>

#include "diff/diff.h"
#include "eval/outcome.h"
#include "ken_inside.h"
#include "mutate/mutate.h"
#include "random_rules.h"
#include "report/meaning.h"
#include "report/scorecard.h"

enum { RANDOM = 120 };

static struct text meaning_of(struct arena *a, const struct model *m)
{
    struct buffer b = buffer_in(a);
    report_meaning(&b, a, diff_tell(a, m));
    return buffer_text(&b);
}

static struct text outcome_of(struct arena *a, const struct model *m, const struct facts *f)
{
    struct buffer b = buffer_in(a);
    report_outcome_json(&b, a, eval_model(a, m, f), NULL);
    return buffer_text(&b);
}

/* Each means something else while it is made, can be evaluated, and leaves nothing behind. */
static size_t try_mutants(struct trial *t, const char *what)
{
    struct arena *a = t->arena, *scratch = arena_beside(a);
    const struct model *m = t->ken->rules.model;
    struct mutants all = mutants_of(a, m, NULL);
    struct text meaning = meaning_of(a, m), outcome = outcome_of(a, m, t->ken->facts);
    for (size_t i = 0; i < all.all.n; i++) {
        const struct mutant *x = &all.all.at[i];
        struct arena_mark mark = arena_mark(scratch);
        mutant_swap(x);
        cr_expect(!text_equal(meaning_of(scratch, m), meaning), "%s: %s means the same", what,
                  text_c(a, x->says));
        eval_model(scratch, m, t->ken->facts);
        mutant_swap(x);
        arena_return(scratch, mark);
        cr_expect(x->patches.n && x->says.n && !span_is_nowhere(x->at), "%s: %s", what,
                  text_c(a, x->says));
    }
    cr_expect(text_equal(meaning_of(a, m), meaning), "%s: something stays", what);
    cr_expect(text_equal(outcome_of(a, m, t->ken->facts), outcome), "%s: something stays", what);
    return all.all.n;
}

static void try_files(const char *pattern)
{
    glob_t found;
    cr_assert(glob(pattern, 0, NULL, &found) == 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct arena *a = support_arena();
        struct text rules;
        char *folder = text_c(a, text_of(found.gl_pathv[i]));
        cr_assert(support_read(a, found.gl_pathv[i], &rules));
        *strrchr(folder, '/') = 0;
        struct trial *t = trial_new(folder);
        trial_load(t, strrchr(found.gl_pathv[i], '/') + 1, rules);
        trial_evaluate(t);
        if (t->ken->rules.model)
            cr_expect(try_mutants(t, found.gl_pathv[i]) > 0 || strstr(folder, "calendars"),
                      "%s has no mutants", found.gl_pathv[i]);
        trial_free(t);
        arena_free(a);
    }
    globfree(&found);
}

Test(mutate, mutants_of_the_rules_in_the_tree_are_made_and_undone)
{
    try_files("rules/*/*.ken");
    try_files("rules/examples/*/*.ken");
}

Test(mutate, mutants_of_random_rules_are_made_and_undone)
{
    size_t mutants = 0;
    for (unsigned i = 0; i < RANDOM; i++) {
        random_seed(i);
        struct arena *a = support_arena();
        struct trial *t = trial_without_files();
        trial_load(t, "random.ken", random_rules(a));
        trial_evaluate(t);
        if (t->ken->rules.model)
            mutants += try_mutants(t, text_c(a, SAY(a, "round {}", text_number(a, i))));
        trial_free(t);
        arena_free(a);
    }
    cr_expect(mutants > RANDOM, "only %zu", mutants);
}

/* --- tests that notice them ------------------------------------------------------------------- */

/* Files lie below the folder of the rules that they name, so the rules are copied. */
#define COPY "build/mutants"
#define KEPT COPY "/cgd/kept.test.ken"

static struct text run(struct arena *a, struct text command)
{
    int status;
    struct text out = support_run(a, text_c(a, command), &status);
    cr_assert(status == 0, "%s: %d: %s", text_c(a, command), status, text_c(a, out));
    return out;
}

/* Write tests for what nothing notices, and keep them: now something does.  `most` are left, for
 * which no facts were found. */
static void keep_tests(const char *rules, const char *tests, size_t most)
{
    struct arena *a = support_arena();
    struct text head = SAY(a, "tests \"{}\"\n{}", text_of(rules), text_of(tests));
    support_write(KEPT, head);
    struct text told = run(a, TEXT("ken mutate " KEPT " --tests"));
    cr_expect(told.n, "%s: every mutant is noticed", rules);
    support_write(KEPT, SAY(a, "{}{}", head, told));
    struct text json = run(a, TEXT("ken mutate " KEPT " --format json"));
    size_t found = 0;
    for (const char *at = json.at;
         (at = support_find(text_after(json, (size_t)(at - json.at)), TEXT("\"survived\",")));)
        found++, at++;
    cr_expect(found <= most, "%s: %zu are not noticed", rules, found);
    arena_free(a);
}

Test(mutate, tests_that_are_told_notice_what_they_are_told_for, .timeout = 120)
{
    struct arena *a = support_arena();
    run(a, TEXT("mkdir -p " COPY " && cp -r rules/. tests/cases/answers/mutate/clinic.ken " COPY
                " && mv " COPY "/clinic.ken " COPY "/cgd"));
    keep_tests("2566.ken",
               "test \"loei\" { facts \"facts/loei-2566.facts\"   expect total score 3.6963 }\n",
               3);
    keep_tests("2566.ken", "", 9);
    keep_tests("clinic.ken", "", 0);
    arena_free(a);
}

Test(mutate, processes_give_the_same_report, .timeout = 120)
{
    struct arena *a = support_arena();
    struct text alone = run(a, TEXT("ken mutate rules/cgd/2566.ken --jobs 1 --format json"));
    for (unsigned jobs = 2; jobs < 5; jobs++) {
        struct text several = run(a, SAY(a, "ken mutate rules/cgd/2566.ken --jobs {} --format json",
                                         text_number(a, jobs)));
        cr_expect(text_equal(alone, several), "%u jobs", jobs);
    }
    arena_free(a);
}
