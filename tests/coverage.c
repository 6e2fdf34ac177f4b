/* Coverage: a function of the rules alone, and of where the facts of tests came to. */
#include <criterion/criterion.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "ken_inside.h"
#include "support.h"
#include "syntax/lex.h"
#include "testing/coverage.h"

#pragma GCC diagnostic ignored "-Wconversion"

static void load(struct trial *t, struct text rules)
{
    trial_load(t, "rules.ken", rules);
    cr_assert(t->status == KEN_OK, "%s", text_c(t->arena, trial_problems(t)));
}

static struct trial *rules_of(const char *folder, struct text rules)
{
    struct trial *t = trial_new(folder);
    load(t, rules);
    return t;
}

static struct outcome *outcome_of(struct trial *t, struct text facts)
{
    ken *k = t->ken;
    struct facts *f = facts_new(k->arena, k->rules.model, &k->diags);
    facts_read(f, source_add(k->sources, TEXT("test.facts"), facts), FACTS_NATIVE,
               &(struct facts_host){ken_open_table, k});
    facts_finish(f);
    cr_assert(!k->diags.errors, "%s", text_c(t->arena, trial_problems(t)));
    return eval_model(k->arena, k->rules.model, f);
}

/* --- by hand ---------------------------------------------------------------------------------- */

static const char head[] = "criteria c\nera CE\nperiod 2023-01-01 .. 2023-12-31\n";

/* Rules below the head, on a scale of their own or from 1 to 5, and tests, each their facts. */
static struct coverage *covered_by(struct trial **trial, const char *rules, size_t n,
                                   const char *const *facts)
{
    *trial = trial_new(".");
    struct text scale = strncmp(rules, "scale", 5) ? TEXT("scale 1 .. 5\n") : TEXT("");
    load(*trial, SAY((*trial)->arena, "{}{}{}", text_of(head), scale, text_of(rules)));
    struct coverage *c = coverage_of((*trial)->ken->arena, (*trial)->ken->rules.model);
    for (size_t i = 0; i < n; i++)
        coverage_add(c, TEXT("test"), outcome_of(*trial, text_of(facts[i])));
    return c;
}

/* What is not covered, and what is out of reach, one a line. */
static char *left(struct trial *t, const struct coverage *c)
{
    struct buffer b = buffer_in(t->arena);
    for (size_t i = 0; i < c->places.n; i++) {
        const struct cover_place *p = &c->places.at[i];
        if (p->tests.n && !p->out_of_reach.n)
            continue;
        buffer_add(&b, SAY(t->arena, "{} {}{}\n", p->of->path, p->says,
                           p->out_of_reach.n ? TEXT(": out of reach") : TEXT("")));
    }
    return text_c(t->arena, buffer_text(&b));
}

#define EXPECT_LEFT(wanted, rules, ...)                                                            \
    do {                                                                                           \
        static const char *const facts[] = {__VA_ARGS__};                                          \
        struct trial *t;                                                                           \
        struct coverage *c = covered_by(&t, rules, sizeof facts / sizeof *facts, facts);           \
        char *found = left(t, c);                                                                  \
        cr_expect(strcmp(found, wanted) == 0, "left:\n%s", found);                                 \
        trial_free(t);                                                                             \
    } while (0)

static const char rate[] = "facts { rate : number in percent, at least 0 }\n"
                           "indicator 1 { measure rate   levels 60%, 70%, 80%, 90%, 95% }\n";

Test(coverage, every_segment_asks_for_a_measure_of_its_own)
{
    EXPECT_LEFT("1 between level 2 and 3\n1 between level 4 and 5\n1 above last level\n", rate,
                "rate 50", "rate 65", "rate 80", "rate 81", "rate 90", "rate 95");
    EXPECT_LEFT("", rate, "rate 59.9", "rate 60.1", "rate 75", "rate 89", "rate 94.99",
                "rate 95.01");
}

/* The grain of whole numbers leaves nothing between two levels: the better one stands for it. */
Test(coverage, where_nothing_lies_between_two_levels_the_better_one_counts)
{
    static const char whole[] = "facts { n : integer, at least 0, at most 5 }\n"
                                "indicator 1 { measure n   levels 1, 2, 3, 4, 5 }\n";
    EXPECT_LEFT("1 at level 3\n1 at level 5\n1 at level 5\n", whole, "n 0", "n 2", "n 4");
    EXPECT_LEFT("", whole, "n 0", "n 2", "n 3", "n 4", "n 5");
    static const char fine[] = "facts { n : number, 1 decimals, at least 1, at most 5 }\n"
                               "indicator 1 { measure n   levels 5, 4, 3.9, 2, 1 }\n";
    EXPECT_LEFT("1 at level 3\n", fine, "n 5", "n 4.5", "n 4", "n 3", "n 1.5", "n 1");
}

Test(coverage, a_stepped_level_reaches_up_to_the_next)
{
    static const char stepped[] =
        "facts { n : integer, at least 0 }\n"
        "indicator 1 { points 1   measure n   levels 2: 5, 4: 10, 5: 20 stepped below 1 }\n"
        "indicator 2 { points 1   measure n   levels 4: 1 below 1 }\n";
    EXPECT_LEFT("1 level 4, not 5\n1 level 5 or more\n", stepped, "n 0", "n 5", "n 9");
    EXPECT_LEFT("", stepped, "n 0", "n 5", "n 10", "n 20");
}

Test(coverage, each_case_of_levels_has_places_of_its_own)
{
    static const char by[] = "facts { n : number, at least 0   big : yes/no }\n"
                             "indicator 1 { measure n   levels by big { yes : 1: 10, 5: 20\n"
                             "                                          no : 1: 5, 5: 9 } }\n";
    EXPECT_LEFT("1 above last level, case yes\n1 below first level, case no\n", by, "n 9\nbig yes",
                "n 15\nbig yes", "n 6\nbig no", "n 10\nbig no");
}

Test(coverage, bands_that_no_measure_reaches_are_not_asked_for)
{
    static const char bands[] =
        "facts { calls : table { answered : yes/no } }\n"
        "indicator 1 { measure share of calls where answered\n"
        "              bands { from 90% : 5   from 50% : 3   below 50% : 1   above 100% : 4 } }\n";
    EXPECT_LEFT("1 in band 3 (from 50%)\n1 in band 4 (above 100%): out of reach\n", bands,
                "calls { answered\nyes }", "calls { answered\nno }");
}

/* --- steps ------------------------------------------------------------------------------------ */

static const char steps[] = "scale 0 .. 3\n"
                            "facts { plan, report : date, optional   boarding : yes/no\n"
                            "        trained, staff : integer, at least 0 }\n"
                            "indicator 1 { steps {\n"
                            "  1 done plan by 2023-02 late 0.1 per day\n"
                            "  2 when boarding done report counts with evidence\n"
                            "  3 achieved trained / staff } }\n";

Test(coverage, a_step_not_done_is_one_that_the_run_ends_at)
{
    EXPECT_LEFT("1 step 1 late\n1 step 2 not done\n1 step 2 without evidence\n"
                "1 step 3 in part\n1 step 3 not done\n",
                steps, "plan\nreport\nboarding yes\ntrained 0\nstaff 1",
                "plan 2023-01-05\nreport\nboarding no\ntrained 3\nstaff 3",
                "plan 2023-01-05\nreport 2023-03-01 evidence \"r\"\nboarding yes\n"
                "trained 3\nstaff 3");
    EXPECT_LEFT("1 step 1 in time\n1 step 1 not done\n", steps,
                "plan 2023-03-05\nreport\nboarding no\ntrained 3\nstaff 3",
                "plan 2023-03-05\nreport\nboarding yes\ntrained 3\nstaff 3",
                "plan 2023-03-05\nreport 2023-03-01\nboarding yes\ntrained 3\nstaff 3",
                "plan 2023-03-05\nreport 2023-03-01 evidence \"r\"\nboarding yes\n"
                "trained 0\nstaff 3",
                "plan 2023-03-05\nreport 2023-03-01 evidence \"r\"\nboarding yes\n"
                "trained 1\nstaff 3");
}

Test(coverage, independent_steps_are_not_done_each_for_itself)
{
    EXPECT_LEFT("",
                "scale 0 .. 2\nfacts { plan, report : yes/no }\n"
                "indicator 1 { independent steps { 1 done plan   2 done report } }\n",
                "plan no\nreport no", "plan yes\nreport yes");
    EXPECT_LEFT("1 step 2 not done\n",
                "scale 0 .. 2\nfacts { plan, report : yes/no }\n"
                "indicator 1 { steps { 1 done plan   2 done report } }\n",
                "plan no\nreport no", "plan yes\nreport yes");
}

/* --- what changes a score --------------------------------------------------------------------- */

static const char amounts[] =
    "facts { sent : date   complaints : table { serious : yes/no }   small : yes/no }\n"
    "penalty late { 0.5 per day after 2023-12-15 until sent   cap 1 }\n"
    "penalty complaints { 0.25 per complaints where serious   first 1 free }\n"
    "bonus small { 0.2 when small   cap 1 }\n"
    "indicator 1 { score 4 }\n";

Test(coverage, a_penalty_is_zero_free_counting_and_capped)
{
    EXPECT_LEFT("total penalty late\ntotal penalty complaints\ntotal bonus small\n"
                "total bonus small capped: out of reach\n",
                amounts, "sent 2023-12-01\nsmall no\ncomplaints { serious }",
                "sent 2023-12-31\nsmall no\ncomplaints { serious\nyes\nno }");
    EXPECT_LEFT("total no penalty late\ntotal penalty late capped\n"
                "total no penalty complaints\ntotal penalty complaints: only what is free\n"
                "total bonus small does not apply\ntotal bonus small capped: out of reach\n"
                "total a row left out by where serious\n",
                amounts, "sent 2023-12-16\nsmall yes\ncomplaints { serious\nyes\nyes }");
}

Test(coverage, a_floor_is_asked_for_where_something_can_be_below_it)
{
    static const char bounds[] =
        "facts { n : number, at least 1, at most 5   late : yes/no }\n"
        "floor 1\ncap 4\n"
        "indicator 1 { points 1   score n   floor 1   cap 4 }\n"
        "indicator 2 { points 1   score n   floor 2   penalty late { 1 when late } }\n";
    EXPECT_LEFT("total floored: out of reach\n1 floored: out of reach\n", bounds, "n 5\nlate no",
                "n 2\nlate yes");
    EXPECT_LEFT("total floored: out of reach\ntotal capped\n1 floored: out of reach\n1 capped\n"
                "2 penalty late does not apply\n2 floored\n",
                bounds, "n 4\nlate yes");
}

Test(coverage, a_line_is_applied_or_left_out_and_a_bound_may_bind)
{
    static const char lines[] =
        "facts { n : number, at least 1, at most 5   special, good : yes/no }\n"
        "indicator 1 { score n   adjust { plus 1 when good   at most 3 when special\n"
        "              round to 0 half up } }\n";
    EXPECT_LEFT("1 line 2 changes nothing\n", lines, "n 4\nspecial yes\ngood yes",
                "n 4\nspecial no\ngood no");
    EXPECT_LEFT("1 line 1 left out\n1 line 2 binds\n1 line 2 left out\n", lines,
                "n 1\nspecial yes\ngood yes");
}

/* --- policies, cases, marks ------------------------------------------------------------------- */

Test(coverage, every_policy_is_a_place)
{
    static const char policies[] =
        "facts { beds, used : number, at least 0   rate : number in percent, at least 0 }\n"
        "indicator 1 { points 1   applies when beds > 0 otherwise score 2\n"
        "              measure used / beds   bands { from 0% : 5 } }\n"
        "indicator 2 { points 1   missing scores 1   not applicable drop   score 5 * rate }\n";
    EXPECT_LEFT("1 not applicable: carried at 2\n2 not applicable: dropped\n"
                "2 a fact is missing: carried at 1\n",
                policies, "beds 3\nused 2\nrate 50");
    EXPECT_LEFT("1 applies\n1 in band 5 (from 0%)\n2 scored\n", policies,
                "beds 0\nused 0\nrate n/a", "beds 0\nused 0");
}

Test(coverage, weights_and_rows_of_tables_go_by_case)
{
    static const char cases[] = "facts { wards, fined : yes/no   size : one of (\"S\", \"L\") }\n"
                                "weights 1, 2 { when wards : 40%, 60%   otherwise : 0%, 100% }\n"
                                "define of_size(s) = table by size { \"S\" : s   \"L\" : 2 * s }\n"
                                "indicator 1 { score of_size(1) }\n"
                                "indicator 2 { score if fined then 1 else of_size(2) }\n";
    EXPECT_LEFT("total weights, case 1\n1 scored\ntotal case 2, \"L\"\n2 if fined: then\n", cases,
                "wards no\nfined no\nsize S");
    EXPECT_LEFT("", cases, "wards no\nfined no\nsize S", "wards yes\nfined yes\nsize L");
}

Test(coverage, arms_in_rows_are_taken_where_some_row_takes_them)
{
    static const char rows[] =
        "facts { visits : table { asked, served : integer, at least 0 } }\n"
        "indicator 1 { score 5 * (mean of (if asked = 0 then 1 else served / asked) over visits) "
        "}\n";
    EXPECT_LEFT("1 if asked = 0: then\n", rows, "visits { asked served\n1 1 }");
    EXPECT_LEFT("1 scored\n1 if asked = 0: then\n1 if asked = 0: else\n", rows,
                "visits { asked served\n1 \"\" }");
    EXPECT_LEFT("", rows, "visits { asked served\n1 1\n0 0 }");
}

Test(coverage, every_light_and_grade_is_a_place)
{
    static const char marks[] =
        "facts { n : number, at least 1, at most 5 }\n"
        "indicator 1 { points 1   score n   grade { from 3 : A   below 3 : B   above 5 : C } }\n"
        "indicator 2 { points 1   score 1 }\n"
        "status { from 3 : green   from 2 : yellow   otherwise : red }\n";
    EXPECT_LEFT("total status yellow\n1 grade B\n1 grade C: out of reach\n", marks, "n 5");
    EXPECT_LEFT("1 grade C: out of reach\n", marks, "n 5", "n 2.5");
}

/* --- counting --------------------------------------------------------------------------------- */

Test(coverage, percent_is_exact_and_nothing_to_cover_is_all_of_it)
{
    struct arena *a = support_arena();
    cr_expect(number_equal(a, cover_percent((struct cover_count){1, 3, 0}), number_ratio(100, 3)));
    cr_expect(number_equal(a, cover_percent((struct cover_count){0, 0, 2}), number_of(100)));
    arena_free(a);
}

/* Of more tests than are named, all are counted, also those of another file. */
Test(coverage, tests_beyond_the_limit_are_counted)
{
    struct trial *t, *u;
    static const char *const facts[] = {"rate 65"};
    struct coverage *c = covered_by(&t, rate, 1, facts), *d = covered_by(&u, rate, 1, facts);
    struct outcome *o = outcome_of(t, text_of(facts[0]));
    for (size_t i = 0; i < COVERED_TESTS; i++)
        coverage_add(c, TEXT("again"), o);
    cr_assert(coverage_join(c, d));
    const struct cover_place *p = &c->places.at[1];
    cr_expect(p->times == COVERED_TESTS + 2 && p->tests.n == COVERED_TESTS, "%zu times, %u named",
              p->times, p->tests.n);
    cr_expect(c->tests.n == COVERED_TESTS + 2);
    trial_free(t);
    trial_free(u);
}

Test(coverage, of_other_rules_is_not_joined)
{
    struct trial *t, *u;
    struct coverage *c = covered_by(&t, rate, 0, NULL), *d = covered_by(&u, amounts, 0, NULL);
    cr_expect(!coverage_join(c, d));
    cr_expect(!c->tests.n);
    trial_free(t);
    trial_free(u);
}

/* --- every rule set --------------------------------------------------------------------------- */

struct rule_files {
    struct arena *a;
    struct trial *t;
    LIST_OF(struct outcome *) outcomes; /* of every fact file */
};

/* What a fact file says wrong, or for other rules, is no test. */
static void read_outcome(struct rule_files *r, const char *path, const char *folder)
{
    ken *k = r->t->ken;
    struct text facts;
    cr_assert(support_read(r->a, path, &facts));
    struct facts *f = facts_new(k->arena, k->rules.model, &k->diags);
    facts_read(f, source_add(k->sources, text_of(path + strlen(folder) + 1), facts), FACTS_NATIVE,
               &(struct facts_host){ken_open_table, k});
    facts_finish(f);
    if (!k->diags.errors)
        LIST_ADD(r->a, &r->outcomes, eval_model(k->arena, k->rules.model, f));
    k->diags = diags_in(k->arena, k->sources);
}

static void read_rules(struct rule_files *r, const char *path, const char *facts)
{
    struct text rules;
    glob_t found;
    const char *slash = strrchr(path, '/');
    *r = (struct rule_files){.a = support_arena()};
    cr_assert(support_read(r->a, path, &rules));
    char *folder = text_c(r->a, (struct text){path, (size_t)(slash - path)});
    r->t = rules_of(folder, rules);
    if (glob(text_c(r->a, SAY(r->a, "{}/{}", text_of(folder), text_of(facts))), 0, NULL, &found))
        return;
    for (size_t i = 0; i < found.gl_pathc; i++)
        read_outcome(r, found.gl_pathv[i], folder);
    globfree(&found);
}

static void release(struct rule_files *r)
{
    trial_free(r->t);
    arena_free(r->a);
}

/* More tests never cover less, and any order of them covers the same. */
static void expect_monotone(const struct rule_files *r, const char *path)
{
    struct arena *a = r->t->ken->arena;
    const struct model *m = r->t->ken->rules.model;
    struct coverage *forth = coverage_of(a, m), *back = coverage_of(a, m);
    size_t covered = 0;
    for (size_t i = 0; i < r->outcomes.n; i++) {
        coverage_add(forth, TEXT("forth"), r->outcomes.at[i]);
        coverage_add(back, TEXT("back"), r->outcomes.at[r->outcomes.n - 1 - i]);
        struct cover_count now = coverage_count(forth);
        cr_expect(now.covered >= covered && now.covered <= now.all, "%s", path);
        covered = now.covered;
    }
    for (size_t i = 0; i < forth->places.n; i++)
        cr_expect(forth->places.at[i].times == back->places.at[i].times, "%s: %s", path,
                  text_c(a, forth->places.at[i].says));
}

/* What is proven to be out of reach is never reached. */
static void expect_reach(const struct rule_files *r, const char *path)
{
    struct arena *a = r->t->ken->arena;
    struct coverage *c = coverage_of(a, r->t->ken->rules.model);
    for (size_t i = 0; i < r->outcomes.n; i++)
        coverage_add(c, TEXT("test"), r->outcomes.at[i]);
    for (size_t i = 0; i < c->places.n; i++)
        cr_expect(!c->places.at[i].out_of_reach.n || !c->places.at[i].tests.n,
                  "%s: %s is said to be out of reach, and is not", path,
                  text_c(a, c->places.at[i].says));
}

static void expect_all(const char *pattern, const char *facts)
{
    glob_t found;
    cr_assert(glob(pattern, 0, NULL, &found) == 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct rule_files r;
        read_rules(&r, found.gl_pathv[i], facts);
        cr_expect(r.outcomes.n, "%s: no facts", found.gl_pathv[i]);
        expect_monotone(&r, found.gl_pathv[i]);
        expect_reach(&r, found.gl_pathv[i]);
        release(&r);
    }
    globfree(&found);
}

Test(coverage, of_more_tests_is_more_in_any_order)
{
    expect_all("rules/examples/*/rules.ken", "*.facts");
    expect_all("rules/cgd/2566.ken", "facts/*2566*.facts");
}

/* --- layout ----------------------------------------------------------------------------------- */

/* The rules in one line, and in as many as there are words; what is written together stays so. */
static struct text laid_out(struct rule_files *r, struct text rules, const char *between)
{
    struct sources *sources = sources_new(r->a);
    struct diags d = diags_in(r->a, sources);
    const struct source *s = source_add(sources, TEXT("rules.ken"), rules);
    struct tokens *t = lex_source(r->a, s, &d);
    struct buffer b = buffer_in(r->a);
    for (size_t i = 0; i < t->all.n; i++) {
        buffer_add(&b, source_text(sources, t->all.at[i].at));
        if (i + 1 < t->all.n && t->all.at[i].at.hi < t->all.at[i + 1].at.lo)
            buffer_add(&b, text_of(between));
    }
    return buffer_text(&b);
}

static void expect_same_places(struct rule_files *r, const char *path, struct text other)
{
    struct trial *t = rules_of(r->t->folder, other);
    struct coverage *c = coverage_of(r->t->ken->arena, r->t->ken->rules.model),
                    *d = coverage_of(t->ken->arena, t->ken->rules.model);
    cr_assert(c->places.n == d->places.n, "%s: %u places, laid out otherwise %u", path, c->places.n,
              d->places.n);
    for (size_t i = 0; i < c->places.n; i++)
        cr_expect(c->places.at[i].kind == d->places.at[i].kind &&
                      text_equal(c->places.at[i].of->path, d->places.at[i].of->path) &&
                      text_equal(c->places.at[i].says, d->places.at[i].says),
                  "%s: %s", path, text_c(r->a, c->places.at[i].says));
    trial_free(t);
}

Test(coverage, places_are_those_of_the_rules_whatever_the_layout)
{
    static const char *const patterns[] = {"rules/examples/*/rules.ken", "rules/cgd/2566.ken"};
    for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
        glob_t found;
        cr_assert(glob(patterns[p], 0, NULL, &found) == 0);
        for (size_t i = 0; i < found.gl_pathc; i++) {
            struct rule_files r;
            struct text rules;
            read_rules(&r, found.gl_pathv[i], "no");
            cr_assert(support_read(r.a, found.gl_pathv[i], &rules));
            expect_same_places(&r, found.gl_pathv[i], laid_out(&r, rules, " "));
            expect_same_places(&r, found.gl_pathv[i], laid_out(&r, rules, "\n  "));
            release(&r);
        }
        globfree(&found);
    }
}
