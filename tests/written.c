/* Facts that are written out and read again are the same facts. */
#include "support.h"

#include <criterion/criterion.h>
#include <glob.h>
#include <string.h>

#include "facts/written.h"
#include "ken_inside.h"

enum { FEWEST_FILES = 200 };

static struct text all_entries(struct trial *t)
{
    struct arena *a = t->arena;
    const struct facts *f = t->ken->facts;
    struct buffer b = buffer_in(a);
    if (f->has_as_of)
        buffer_add(&b, SAY(a, "as of {}\n", date_words(a, f->as_of, f->model->era)));
    for (size_t i = 0; i < f->model->facts.n; i++)
        if (f->entry[i].stated)
            written_entry(&b, a, f->model, f->model->facts.at[i], &f->entry[i], 0);
    return buffer_text(&b);
}

static void expect_same(struct trial *t, const struct facts *again, struct text words)
{
    const struct facts *f = t->ken->facts;
    for (size_t i = 0; i < f->model->facts.n; i++) {
        const struct fact *fact = f->model->facts.at[i];
        cr_expect(written_alike(t->arena, fact, &f->entry[i], &again->entry[i]),
                  "%s is another value now\n%s", text_c(t->arena, fact->path),
                  text_c(t->arena, words));
    }
}

/* Whether there was something to write. */
static bool try_one(const char *folder, const char *rules, const char *facts)
{
    struct trial *t = trial_new(folder);
    struct text content;
    bool tried = support_read(
        t->arena, text_c(t->arena, SAY(t->arena, "{}/{}", text_of(folder), text_of(rules))),
        &content);
    if (tried)
        trial_load(t, rules, content);
    tried = tried &&
            support_read(t->arena,
                         text_c(t->arena, SAY(t->arena, "{}/{}", text_of(folder), text_of(facts))),
                         &content);
    if (tried)
        trial_facts(t, facts, content);
    tried = tried && t->status == KEN_OK;
    if (tried)
        trial_evaluate(t);
    tried = tried && t->status == KEN_OK;
    if (tried) {
        struct text words = all_entries(t);
        struct diags d = diags_in(t->arena, t->ken->sources);
        struct facts *again = facts_new(t->arena, t->ken->rules.model, &d);
        facts_read(again, source_add(t->ken->sources, TEXT("again"), words), FACTS_NATIVE, NULL);
        facts_finish(again);
        cr_expect(!d.errors, "%s: what was written cannot be read\n%s", folder,
                  text_c(t->arena, words));
        expect_same(t, again, words);
    }
    trial_free(t);
    return tried;
}

Test(written, facts_are_read_as_what_they_were)
{
    size_t n = 0;
    glob_t found;
    cr_assert(glob("tests/cases/{eval,why,answers,audit}/*", GLOB_BRACE, NULL, &found) == 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        n += try_one(found.gl_pathv[i], "input.ken", "facts.facts");
    globfree(&found);
    cr_assert(glob("rules/examples/*/*.facts", 0, NULL, &found) == 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        char *slash = strrchr(found.gl_pathv[i], '/');
        *slash = '\0';
        n += try_one(found.gl_pathv[i], "rules.ken", slash + 1);
    }
    globfree(&found);
    n += try_one("rules/cgd", "2566.ken", "facts/loei-2566.facts");
    cr_expect(n >= FEWEST_FILES, "only %zu files of facts", n);
}

/* Every kind of value, and what would be something else without quotes. */
Test(written, words_that_mean_something_stand_in_quotes)
{
    struct trial *t =
        trial_of(".",
                 TEXT("criteria t \"t\"\nera BE\nscale 1 .. 5\nunits { baht }\n"
                      "facts { office : text, optional   size : one of (\"n/a\", \"S M\", \"ก\")\n"
                      "  cost : number in million baht, at least 0   s : set of text   day : date  "
                      " m : month\n"
                      "  rows : table { name : text, key name   note : text, optional   kinds : "
                      "set of text   n : integer, optional } }\n"
                      "indicator 1 { points 1   applies when size = \"ก\" or day in 2566-01 or "
                      "month of day = m or \"a\" in s otherwise drop\n"
                      "  score 1 + (count of rows where \"b\" in kinds and n is given and name != "
                      "office and note is given) + cost / 1 million baht }\n"),
                 TEXT("\"office\" \"a \\\"b\\\" \\\\ \\nก\"\nsize \"n/a\"\ncost 0.5\ns \"a, b\", "
                      "c\nday 2566-04-30\nm 2566-05\n"
                      "rows { name note kinds n\n  \"evidence 1\" \"\" \"a b|c\" 1,000\n  from "
                      "\"x\\\"\" b \"\"\n}\n"));
    struct text words = all_entries(t);
    struct text wanted =
        TEXT("\"office\"  \"a \\\"b\\\" \\\\ \\nก\"\nsize  \"n/a\"\ncost  0.5\n"
             "s  \"a, b\", c\nday  2566-04-30\nm  2566-05\n"
             "rows {\n  name  note  kinds  n\n  \"evidence 1\"  \"\"  \"a b|c\"  1000\n"
             "  \"from\"  \"x\\\"\"  b  \"\"\n}\n");
    cr_expect(text_equal(words, wanted), "%s", support_difference(t->arena, wanted, words));
    trial_free(t);
}
