/* The audit: causes as they are stated by hand, the first real case, the published examples, and
 * its data against the schema. */
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "schema.h"

/* Criterion's macros put an int into a bit field. */
#pragma GCC diagnostic ignored "-Wconversion"

#define SCHEMA "docs/schemas/ken.audit.1.json"

enum { FEWEST_CASES = 8, FEWEST_CAUSES = 30, FEWEST_EXAMPLES = 12 };

static struct text file_of(struct arena *a, const char *folder, const char *name)
{
    struct text content;
    char *path = text_c(a, SAY(a, "{}/{}", text_of(folder), text_of(name)));
    cr_assert(support_read(a, path, &content), "%s is not there", path);
    return content;
}

static struct trial *audited(const char *folder, const char *rules, const char *facts)
{
    struct trial *t = trial_new(folder);
    trial_load(t, rules, file_of(t->arena, folder, rules));
    trial_facts(t, facts, file_of(t->arena, folder, facts));
    trial_evaluate(t);
    cr_assert(eq(int, t->status, KEN_OK), "%s: %s", folder, text_c(t->arena, trial_problems(t)));
    return t;
}

static struct text data_of(struct trial *t, bool whole)
{
    return trial_report(t, KEN_AUDIT, &(ken_style){.form = KEN_DATA, .all = whole});
}

/* The object of one claim, up to its reasons; it is there. */
static struct text claim_in(struct arena *a, struct text json, struct text of, struct text aspect)
{
    const char *at = json.at;
    for (;;) {
        struct text rest = {at, json.n - (size_t)(at - json.at)};
        at = support_find(rest, SAY(a, "\"of\": \"{}\",\n", of));
        cr_assert(at != NULL, "%s %s is not in\n%s", text_c(a, of), text_c(a, aspect),
                  text_c(a, json));
        rest = (struct text){at, json.n - (size_t)(at - json.at)};
        struct text claim = {at, (size_t)(support_find(rest, TEXT("\"reasons\"")) - at)};
        if (support_find(claim, SAY(a, "\"aspect\": \"{}\"", aspect)))
            return claim;
        at++;
    }
}

/* "digit", "undecided" or "none". */
static struct text cause_in(struct arena *a, struct text claim)
{
    static const char mark[] = "\"cause\": {\n    \"kind\": \"";
    const char *kind = support_find(claim, text_of(mark));
    if (!kind)
        return support_find(claim, TEXT("\"undecided\": []")) ? TEXT("none") : TEXT("undecided");
    kind += sizeof mark - 1;
    return text_copy(a, (struct text){kind, strcspn(kind, "\"")});
}

/* --- causes stated by hand: `claim 1 weight 1.44%  #= digit` -----------------------------------
 */

static size_t expect_causes(const char *folder)
{
    struct trial *t = audited(folder, "input.ken", "facts.facts");
    struct arena *a = t->arena;
    struct text json = data_of(t, true);
    size_t stated = 0;
    char *save = NULL, *facts = text_c(a, file_of(a, folder, "facts.facts"));
    for (char *l = strtok_r(facts, "\n", &save); l; l = strtok_r(NULL, "\n", &save)) {
        char of[100], aspect[100], kind[100];
        const char *mark = strstr(l, "#= ");
        if (!mark || sscanf(l, "claim %99s %99s", of, aspect) != 2 ||
            sscanf(mark, "#= %99[a-z-]", kind) != 1)
            continue;
        struct text got = cause_in(a, claim_in(a, json, text_of(of), text_of(aspect)));
        cr_expect(eq(str, text_c(a, got), kind), "%s: %s", folder, l);
        stated++;
    }
    cr_expect(eq(str, text_c(a, schema_problem(a, SCHEMA, json)), ""), "%s", folder);
    trial_free(t);
    return stated;
}

Test(audit, causes_are_the_ones_stated_by_hand)
{
    glob_t found;
    size_t stated = 0;
    cr_assert(glob("tests/cases/audit/*", 0, NULL, &found) == 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        stated += expect_causes(found.gl_pathv[i]);
    cr_expect(found.gl_pathc >= FEWEST_CASES && stated >= FEWEST_CAUSES, "%zu cases, %zu causes",
              found.gl_pathc, stated);
    globfree(&found);
}

/* --- the first real case ------------------------------------------------------------------------
 */

/* What a close reading of the scanned report found by hand, figure by figure.  Where it needed two
 * rules at once (two digits, a digit and another reading), one alone is not told. */
static const struct {
    const char *of, *aspect, *verdict, *cause, *says;
} findings[] = {
    {"1.1/disbursement", "measure", "disagrees", "none", "10.15 too low"},
    {"1.1/use", "measure", "disagrees", "digit", "9 for 4"},
    {"1.1/use", "score", "disagrees", "none", "0.069 too high"},
    {"1.1", "weight", "disagrees", "digit", "4 for 5"},
    {"1.1", "weighted", "disagrees", "digit", "0 for 2"},
    {"1.2/disbursement", "measure", "agrees-after-rounding", "none", "\"down\""},
    {"1.2/disbursement", "score", "disagrees", "digit", "6 for 7"},
    {"1.2/use", "measure", "disagrees", "digit", "8 for 9"},
    {"1.2/use", "score", "disagrees", "none", "0.0014 too low"},
    {"1.2", "weight", "disagrees", "undecided", "the printed figure of 1.1"},
    {"1.2", "weighted", "disagrees", "neighbour", "the printed figure of 1.1"},
    {"1.3", "score", "agrees", "none", "1.000"},
    {"1.3", "weighted", "impossible", "digit", "1 for 0"},
    {"2.1", "weighted", "agrees", "none", "0.6923"},
    {"3.1", "measure", "disagrees", "none", "3 too low"},
    {"3.1", "weighted", "impossible", "none", "0.2308"},
    {"4.1", "sum_of_percents", "disagrees", "digit", "5 for 2"},
    {"6.1", "weighted", "impossible", "none", "0.2308"},
    {"7.1", "measure", "unknown", "none", "75%"},
    {"7.1", "weighted", "unknown", "neighbour", "the figure of 7.2"},
    {"7.2", "changed", "disagrees", "none", "58,543.00 too high"},
    {"7.2", "disbursed", "disagrees", "none", "31,000.00 too low"},
    {"7.2", "used", "agrees", "none", "587,446.80"},
    {"effectiveness", "weight", "disagrees", "none", "0.16 too low"},
    {"effectiveness", "weighted", "impossible", "none", "at most 0.8462 is possible"},
    {"quality", "weight", "disagrees", "none", "3.90 too high"},
    {"efficiency", "weighted", "disagrees", "none", "0.0501 too low"},
    {"development", "weight", "disagrees", "neighbour", "the figure of efficiency"},
    {"total", "score", "disagrees", "neighbour", "the printed weighted figure of development"},
};

Test(audit, finds_what_a_close_reading_of_the_report_found)
{
    struct trial *t = audited("rules/cgd", "2566.ken", "facts/loei-2566.facts");
    struct arena *a = t->arena;
    struct text json = data_of(t, false);
    for (size_t i = 0; i < sizeof findings / sizeof *findings; i++) {
        struct text claim = claim_in(a, json, text_of(findings[i].of), text_of(findings[i].aspect));
        struct text verdict = SAY(a, "\"verdict\": \"{}\"", text_of(findings[i].verdict));
        cr_expect(support_find(claim, verdict) && support_find(claim, text_of(findings[i].says)),
                  "%s", text_c(a, claim));
        cr_expect(eq(str, text_c(a, cause_in(a, claim)), (char *)(size_t)findings[i].cause), "%s",
                  text_c(a, claim));
    }
    cr_expect(eq(str, text_c(a, schema_problem(a, SCHEMA, json)), ""));
    cr_expect(eq(sz, ken_disagreements(t->ken, (ken_text){0}), 25));
    trial_free(t);
}

/* --- published examples -------------------------------------------------------------------------
 */

/* With every claim of theirs: how many are off. */
static const struct {
    const char *folder, *facts;
    size_t claims, off;
} examples[] = {
    {"appraisal", "published.facts", 2, 0},
    {"appraisal-printed", "printed.facts", 7, 2},
    {"decile", "26-of-100.facts", 4, 0},
    {"hospital-criteria", "2016.facts", 6, 0},
    {"hospital-criteria", "2017.facts", 7, 0},
    {"qof", "full.facts", 1, 0},
    {"results-framework", "year.facts", 7, 0},
    {"rubric", "application.facts", 4, 0},
    {"service-credits", "below-95.0.facts", 1, 0},
    {"service-credits", "below-99.0.facts", 1, 0},
    {"service-credits", "exactly-99.9.facts", 1, 0},
    {"service-credits", "one-dollar.facts", 1, 0},
};

Test(audit, published_examples_agree_and_the_printed_one_that_does_not_is_explained)
{
    cr_expect(sizeof examples / sizeof *examples >= FEWEST_EXAMPLES);
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct arena *own = support_arena();
        const char *folder =
            text_c(own, SAY(own, "rules/examples/{}", text_of(examples[i].folder)));
        struct trial *t = audited(folder, "rules.ken", examples[i].facts);
        struct text json = data_of(t, true);
        struct text count =
            SAY(own, "\"claims\": {},", text_number(own, (long long)examples[i].claims));
        cr_expect(support_find(json, count) != NULL, "%s: %s", folder, text_c(own, json));
        cr_expect(eq(sz, ken_disagreements(t->ken, (ken_text){0}), examples[i].off), "%s", folder);
        cr_expect(eq(str, text_c(own, schema_problem(own, SCHEMA, json)), ""), "%s", folder);
        trial_free(t);
        arena_free(own);
    }
    struct trial *t = audited("rules/examples/appraisal-printed", "rules.ken", "printed.facts");
    struct text total = claim_in(t->arena, data_of(t, false), TEXT("total"), TEXT("score"));
    cr_expect(support_find(total, TEXT("0.85 + 0.65 + 1.78")) != NULL, "%s",
              text_c(t->arena, total));
    trial_free(t);
}

Test(audit, of_one_criterion_has_the_claims_about_it_and_what_is_in_it)
{
    struct trial *t = audited("rules/cgd", "2566.ken", "facts/loei-2566.facts");
    ken_style style = {.about = {"1.1", 3}};
    struct text audit = trial_report(t, KEN_AUDIT, &style);
    cr_expect(support_find(audit, TEXT("6 printed figures in 1.1: 1 agree, 5 disagree")) &&
                  support_find(audit, TEXT("1.1/use")) && !support_find(audit, TEXT("1.2")),
              "%s", text_c(t->arena, audit));
    cr_expect(eq(sz, ken_disagreements(t->ken, style.about), 5));
    trial_free(t);
}

/* --- the schema itself --------------------------------------------------------------------------
 */

Test(audit, a_schema_refuses_what_it_does_not_say)
{
    struct trial *t = audited("tests/cases/audit/nothing-is-claimed", "input.ken", "facts.facts");
    struct arena *a = t->arena;
    struct text json = data_of(t, false);
    static const char *const wrong[][3] = {
        {"\"schema\": \"ken.audit/1\"", "\"schema\": \"ken.audit/2\"", "/schema: not what `const`"},
        {"\"agree\": 0", "\"agree\": \"0\"", "/counts/agree: not what `type`"},
        {" \"about\": \"total\",\n", "", ": there is no `about`"},
        {"\"claims\": []", "\"claims\": [], \"more\": 1", "/more: the schema has no such member"},
        {"\"claims\": []", "\"claims\": [1]", "/claims/0: not what `type`"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct text changed = support_replace(a, json, wrong[i][0], wrong[i][1]);
        struct text problem = schema_problem(a, SCHEMA, changed);
        cr_expect(text_starts(problem, text_of(wrong[i][2])), "%s", text_c(a, problem));
    }
    trial_free(t);
}
