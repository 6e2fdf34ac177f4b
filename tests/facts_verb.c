/* `ken facts --template`: the form as written is a fact file, for all rules at hand and for rules
 * that make it hard. */
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glob.h>
#include <string.h>

/* Criterion's macros put an int into a bit field. */
#pragma GCC diagnostic ignored "-Wconversion"

static struct text folder_of(struct arena *a, const char *path)
{
    return text_copy(a, (struct text){path, (size_t)(strrchr(path, '/') - path)});
}

static struct trial *load(const char *path)
{
    struct arena *a = support_arena();
    const char *folder = text_c(a, folder_of(a, path));
    struct trial *t = trial_new(folder);
    struct text rules;
    cr_assert(support_read(t->arena, path, &rules));
    trial_load(t, strrchr(path, '/') + 1, rules);
    arena_free(a);
    return t;
}

/* False when the rules are wrong and have no form. */
static bool reads_back(const char *path)
{
    struct trial *t = load(path);
    struct text form = trial_report(t, KEN_FACT_TEMPLATE, &(ken_style){.width = 100});
    bool has_form = t->status == KEN_OK;
    cr_expect(eq(int, form.n > 0, has_form), "%s", path);
    trial_facts(t, "form.facts", form);
    if (has_form)
        cr_expect(eq(int, t->status, KEN_OK), "%s:\n%s\n%s", path, text_c(t->arena, form),
                  text_c(t->arena, trial_problems(t)));
    trial_free(t);
    return has_form;
}

Test(facts_verb, the_form_of_every_rule_file_reads_back)
{
    static const char *const patterns[] = {"rules/*.ken", "rules/*/*.ken", "tests/cases/*/*/*.ken"};
    size_t forms = 0;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        glob_t found;
        if (glob(patterns[i], 0, NULL, &found) != 0)
            continue;
        for (size_t j = 0; j < found.gl_pathc; j++)
            forms += reads_back(found.gl_pathv[j]);
        globfree(&found);
    }
    cr_expect(forms > 50, "only %zu forms", forms);
}

static struct trial *rules(const char *facts)
{
    struct trial *t = trial_new(".");
    trial_load(t, "hard.ken",
               SAY(t->arena,
                   "criteria hard \"a\\nb\" era CE scale 1 .. 5 facts { {} }\n"
                   "indicator 1 { score 5 }\n",
                   text_of(facts)));
    cr_assert(eq(int, t->status, KEN_OK), "%s", text_c(t->arena, trial_problems(t)));
    return t;
}

static struct text form_of(struct trial *t)
{
    return trial_report(t, KEN_FACT_TEMPLATE, &(ken_style){.width = 100});
}

static void expect_form(const char *facts, const char *line)
{
    struct trial *t = rules(facts);
    struct text form = form_of(t);
    cr_expect(support_find(form, text_of(line)) != NULL, "no `%s` in\n%s", line,
              text_c(t->arena, form));
    trial_facts(t, "form.facts", form);
    cr_expect(eq(int, t->status, KEN_OK), "%s\n%s", text_c(t->arena, form),
              text_c(t->arena, trial_problems(t)));
    trial_free(t);
}

Test(facts_verb, names_that_begin_a_line_of_another_kind_stand_in_quotes)
{
    expect_form("office : text", "\"office\"  # text; required");
    expect_form("era { facts : text  era : date }", "\"era\" {\n  facts  # text; required");
    expect_form("reason : table { claim : text  era : text }",
                "# \"reason\" {\n#   claim  era\n# }\n");
}

Test(facts_verb, a_comment_stays_on_its_line)
{
    expect_form("a \"one\\ntwo { \\\" #\" : text", "a  # one two { \" #: text; required");
    expect_form("a : one of (\"x\\ny\", \"z\")", "a  # one of \"x y\", \"z\"; required");
    expect_form("t \"one\\ntwo\" : table { c \"three\\nfour\" : text }", "#   c  three four: text");
}

Test(facts_verb, a_group_is_written_once)
{
    expect_form("a.x : text  b : text  a.y : text", "a {\n  x  # text; required\n  y");
    expect_form("a : text  a.x.y : text", "a.x.y  # text; required");
}

Test(facts_verb, a_long_path_nests_only_so_deep)
{
    struct arena *a = support_arena();
    struct buffer b = buffer_in(a);
    buffer_add_times(&b, TEXT("g."), 120);
    buffer_add(&b, TEXT("x : text"));
    expect_form(text_c(a, buffer_text(&b)), "g.g.g.x  # text; required");
    struct trial *t = rules(text_c(a, buffer_text(&b)));
    struct text schema = trial_report(t, KEN_FACTS, &(ken_style){.form = KEN_SCHEMA});
    cr_expect(support_find(schema, TEXT("g.g.g.x\": {")) != NULL);
    trial_free(t);
    arena_free(a);
}

Test(facts_verb, a_form_that_is_filled_in_gives_the_score)
{
    struct trial *t = trial_new(".");
    trial_load(t, "small.ken",
               TEXT("criteria small \"s\" era CE scale 1 .. 5\n"
                    "facts { a : number  t : table { id : text, key id } }\n"
                    "indicator 1 { points 1 measure a levels 1, 2, 3, 4, 5 }\n"
                    "indicator 2 { points 1 measure count of t levels 1, 2, 3, 4, 5 }\n"));
    struct text form = support_replace(t->arena, form_of(t), "\na  #", "\na 3  #");
    form = support_replace(t->arena, form, "\n# t {\n#   id\n# }\n", "\nt {\n  id\n  x\n}\n");
    trial_facts(t, "form.facts", form);
    trial_evaluate(t);
    cr_expect(eq(str, trial_figure(t, NULL, "exact"), "2"), "%s\n%s", text_c(t->arena, form),
              text_c(t->arena, trial_problems(t)));
    trial_free(t);
}
