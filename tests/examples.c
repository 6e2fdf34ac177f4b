/* The rule sets of rules/examples/, one folder each, against their figures in expected.txt.
 *
 * A line of expected.txt is `FILE PATH KEY VALUE`, split at single blanks; VALUE is the rest.  KEY
 * is a member of the JSON result, at the node PATH, at `total`, or at the claim
 * `claim:PATH:FIGURE`.  Where FILE is not facts but rules, `other.ken - code K0526`, these rules
 * must be refused with that error. */
#include "schema.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glob.h>
#include <string.h>

#include "lost.h"

#define EXAMPLES "rules/examples"

enum { FEWEST_EXAMPLES = 10, FEWEST_LINES = 100 };

struct line {
    struct text file, path, key, value;
    const char *place; /* rules/examples/qof/expected.txt:3 */
};

static struct text take_until(struct text *rest, char end)
{
    const char *found = rest->n ? memchr(rest->at, end, rest->n) : NULL;
    size_t n = found ? (size_t)(found - rest->at) : rest->n;
    struct text taken = {rest->at, n};
    *rest = text_after(*rest, found ? n + 1 : n);
    return taken;
}

static struct text file_of(struct arena *a, const char *folder, struct text name)
{
    struct text content;
    char *path = text_c(a, SAY(a, "{}/{}", text_of(folder), name));
    cr_assert(support_read(a, path, &content), "%s is not there", path);
    return content;
}

static struct trial *example(const char *folder, const char *rules)
{
    struct trial *t = trial_new(folder);
    trial_load(t, rules, file_of(t->arena, folder, text_of(rules)));
    return t;
}

static void expect_silence(struct trial *t, const char *place)
{
    cr_expect(t->status == KEN_OK && ken_errors(t->ken) == 0 && ken_warnings(t->ken) == 0, "%s: %s",
              place, text_c(t->arena, trial_problems(t)));
}

/* --- one line -------------------------------------------------------------------------------- */

/* What stands behind `key` in the claim that `path`, claim:1.1/use:measure, names. */
static struct text figure_of_claim(struct arena *a, struct text json, struct text path,
                                   struct text key)
{
    take_until(&path, ':');
    struct text of = take_until(&path, ':');
    struct text start = SAY(a, "\"of\": \"{}\",\n   \"aspect\": \"{}\"", of, path);
    const char *found = support_find(json, start);
    if (!found)
        return (struct text){0};
    struct text claim = text_after(json, (size_t)(found - json.at));
    claim = take_until(&claim, '}');
    const char *wanted = support_find(claim, SAY(a, "\"{}\": \"", key));
    if (!wanted)
        return (struct text){0};
    struct text value = text_after(claim, (size_t)(wanted - claim.at) + key.n + strlen("\"\": \""));
    return take_until(&value, '"');
}

static void expect_refused(struct arena *a, const char *folder, const struct line *l)
{
    struct trial *t = example(folder, text_c(a, l->file));
    struct text problems = trial_problems(t);
    cr_expect(t->status != KEN_OK && support_find(problems, SAY(t->arena, "error[{}]", l->value)),
              "%s: not refused with %.*s: %s", l->place, (int)l->value.n, l->value.at,
              text_c(t->arena, problems));
    trial_free(t);
}

/* The appendix is data as its schema says, and tells of every fact that has a value. */
static void expect_evidence(struct trial *t, const char *place)
{
    ken_status status = ken_evidence(t->ken, (ken_text){NULL, 0});
    cr_assert(eq(int, (int)status, KEN_OK), "%s", place);
    struct text json = trial_report(t, KEN_EVIDENCE, &(ken_style){.form = KEN_DATA}),
                wrong = schema_problem(t->arena, "docs/schemas/ken.evidence.1.json", json);
    cr_expect(wrong.n == 0, "%s: %s", place, text_c(t->arena, wrong));
    cr_expect(support_find(json, TEXT("\"value\": \"")) != NULL, "%s: no fact", place);
}

static void expect_figure(const char *folder, const struct line *l)
{
    struct trial *t = example(folder, "rules.ken");
    struct arena *a = t->arena;
    trial_facts(t, text_c(a, l->file), file_of(a, folder, l->file));
    trial_evaluate(t);
    expect_silence(t, l->place);
    if (t->status == KEN_OK) {
        struct text json = trial_json(t);
        const char *path = text_equal(l->path, TEXT("total")) ? NULL : text_c(a, l->path);
        struct text got = text_starts(l->path, TEXT("claim:"))
                              ? figure_of_claim(a, json, l->path, l->key)
                              : support_figure(a, json, path, text_c(a, l->key));
        lost_expect_all(t->ken, true, l->place);
        expect_evidence(t, l->place);
        cr_expect(eq(str, text_c(a, got), text_c(a, l->value)), "%s", l->place);
    }
    trial_free(t);
}

/* --- one folder ------------------------------------------------------------------------------ */

static size_t expect_lines(struct arena *a, const char *folder)
{
    struct text rest = file_of(a, folder, TEXT("expected.txt"));
    size_t number = 0;
    while (rest.n) {
        struct text all = take_until(&rest, '\n');
        struct line l;
        l.file = take_until(&all, ' ');
        l.path = take_until(&all, ' ');
        l.key = take_until(&all, ' ');
        l.value = all;
        l.place = text_c(
            a, SAY(a, "{}/expected.txt:{}", text_of(folder), text_number(a, (long long)++number)));
        cr_assert(l.value.n > 0, "%s: not FILE PATH KEY VALUE", l.place);
        if (text_ends(l.file, TEXT(".ken")))
            expect_refused(a, folder, &l);
        else
            expect_figure(folder, &l);
    }
    return number;
}

/* Every facts file of the folder is one that expected.txt looks at. */
static void expect_facts(struct arena *a, const char *folder)
{
    glob_t found;
    struct text lines = SAY(a, "\n{}", file_of(a, folder, TEXT("expected.txt")));
    cr_assert(glob(text_c(a, SAY(a, "{}/*.facts", text_of(folder))), 0, NULL, &found) == 0,
              "%s has no facts", folder);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const char *name = strrchr(found.gl_pathv[i], '/') + 1;
        cr_expect(support_find(lines, SAY(a, "\n{} ", text_of(name))) != NULL,
                  "%s/%s: nothing is expected", folder, name);
    }
    globfree(&found);
}

static void expect_rules(const char *folder)
{
    struct trial *t = example(folder, "rules.ken");
    struct text readme = file_of(t->arena, folder, TEXT("README.md"));
    expect_silence(t, folder);
    cr_expect(text_starts(readme, TEXT("# ")) && support_find(readme, TEXT("Source: ")),
              "%s/README.md has no title or no source", folder);
    trial_free(t);
}

Test(examples, each_gives_its_figures)
{
    struct arena *a = support_arena();
    size_t lines = 0;
    glob_t found;
    cr_assert(glob(EXAMPLES "/*/expected.txt", 0, NULL, &found) == 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        char *folder = found.gl_pathv[i];
        *strrchr(folder, '/') = 0;
        expect_rules(folder);
        expect_facts(a, folder);
        lines += expect_lines(a, folder);
    }
    cr_expect(found.gl_pathc >= FEWEST_EXAMPLES, "only %zu examples", found.gl_pathc);
    cr_expect(lines >= FEWEST_LINES, "only %zu lines", lines);
    globfree(&found);
    arena_free(a);
}

/* No folder is left out because a file of it is missing. */
Test(examples, each_folder_is_complete)
{
    glob_t found;
    cr_assert(glob(EXAMPLES "/*/", 0, NULL, &found) == 0);
    static const char *const files[] = {"README.md", "rules.ken", "rules.test.ken", "expected.txt"};
    struct arena *a = support_arena();
    for (size_t i = 0; i < found.gl_pathc; i++)
        for (size_t j = 0; j < sizeof files / sizeof *files; j++)
            (void)file_of(a, found.gl_pathv[i], text_of(files[j]));
    globfree(&found);
    arena_free(a);
}

static void expect_success(const char *command)
{
    struct arena *a = support_arena();
    int status;
    struct text out = support_run(a, command, &status);
    cr_expect(status == 0, "%s\n%s", command, text_c(a, out));
    arena_free(a);
}

/* Of what an amendment leaves there are tests where it stands. */
Test(examples, tests_pass_and_come_to_every_place)
{
    expect_success("ken test " EXAMPLES " rules/cgd --width 100");
    expect_success("ken test " EXAMPLES " rules/cgd/2566.test.ken --coverage --fail-under 100");
}
