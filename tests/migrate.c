/* Fact files for newer rules: what must hold whatever the rules. */
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>

static struct text read(struct arena *a, const char *folder, const char *name)
{
    struct text content = {0};
    cr_assert(support_read(a, text_c(a, SAY(a, "{}/{}", text_of(folder), text_of(name))), &content),
              "%s/%s", folder, name);
    return content;
}

static struct text migrated(struct trial *t, struct text older, struct text newer,
                            struct text facts, bool json)
{
    trial_load(t, "older.ken", older);
    trial_compare(t, "newer.ken", newer);
    cr_assert(eq(int, t->status, KEN_OK), "%s", text_c(t->arena, trial_problems(t)));
    ken_migrate(t->ken, (ken_text){"facts", 5}, (ken_text){facts.at, facts.n},
                json ? KEN_JSON : KEN_NATIVE);
    return trial_report(t, KEN_MIGRATED, &(ken_style){.width = 100});
}

/* Rules compared with themselves call everything as before: not a byte changes. */
static void expect_unchanged(const char *folder, const char *rules, const char *facts)
{
    struct arena *a = support_arena();
    struct trial *t = trial_new(folder);
    struct text rule_text = read(a, folder, rules), fact_text = read(a, folder, facts);
    struct text got =
        migrated(t, rule_text, rule_text, fact_text, text_ends(text_of(facts), TEXT(".json")));
    cr_expect(text_equal(got, fact_text), "%s/%s: %s", folder, facts,
              text_equal(got, fact_text) ? "" : support_difference(a, fact_text, got));
    cr_expect(eq(sz, ken_not_carried(t->ken), 0));
    trial_free(t);
    arena_free(a);
}

Test(migrate, to_the_same_rules_changes_nothing)
{
    static const char *const stages[] = {"eval", "why", "lost", "margins"};
    size_t files = 0;
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
        char pattern[100];
        glob_t found;
        snprintf(pattern, sizeof pattern, "tests/cases/%s/*/facts.*", stages[i]);
        cr_assert(glob(pattern, 0, NULL, &found) == 0);
        for (size_t j = 0; j < found.gl_pathc; j++, files++) {
            char *name = strrchr(found.gl_pathv[j], '/');
            *name = 0;
            expect_unchanged(found.gl_pathv[j], "input.ken", name + 1);
        }
        globfree(&found);
    }
    cr_expect(files > 100, "%zu", files);
}

/* The same rules with other names for facts give the same scores to the facts with these names, and
 * the names of before lead back to the file as it was. */
Test(migrate, there_and_back)
{
    static const struct renaming {
        const char *old, *new;
    } renamings[] = {
        {"capital", "funds"}, {"used", "spent"}, {"sent", "posted"}, {"topic", "about"}};
    struct arena *a = support_arena();
    struct text rules =
        TEXT("criteria one \"x\"\nera CE\nscale 1 .. 5\nperiod 2022-10-01 .. 2023-09-30\n"
             "facts { capital \"C\" { given \"G\" : integer   used \"U\" : integer }\n"
             "  sent \"S\" : date\n"
             "  items \"I\" : table { topic \"T\" : text, key topic   worth \"W\" : integer } }\n"
             "indicator 1 { points 1   measure capital.used / capital.given   levels 10%, 20%, "
             "30%, 40%, 50% }\n"
             "indicator 2 { points 1   score if sent > 2023-02-01 then 4 else 2 }\n"
             "indicator 3 { points 1   measure sum of worth over items where topic != \"b\"\n"
             "  levels 1, 2, 3, 4, 5 }\n");
    struct text facts = TEXT(
        "facts for one # these\n\ncapital {\n  given 12\n  used 4 # so far\n}\nsent 2023-03-01\n"
        "items {\n  topic worth\n  a 3\n  b 4\n}\n");
    for (size_t i = 0; i < sizeof renamings / sizeof *renamings; i++) {
        struct buffer other = buffer_in(a);
        const char *old = renamings[i].old;
        for (size_t j = 0; j < rules.n;) {
            bool here = text_starts(text_after(rules, j), text_of(old));
            buffer_add(&other, here ? text_of(renamings[i].new) : (struct text){rules.at + j, 1});
            j += here ? strlen(old) : 1;
        }
        struct text newer = buffer_text(&other);
        struct trial *there = trial_new("."), *back = trial_new(".");
        struct text moved = migrated(there, rules, newer, facts, false);
        cr_expect(eq(sz, ken_not_carried(there->ken), 0), "%s", old);
        cr_expect(not(text_equal(moved, facts)), "%s", old);
        struct text again = migrated(back, newer, rules, moved, false);
        cr_expect(text_equal(again, facts), "%s: %s", old,
                  text_equal(again, facts) ? "" : support_difference(a, facts, again));
        struct trial *one = trial_of(".", rules, facts), *other_one = trial_of(".", newer, moved);
        cr_expect(
            eq(str, trial_figure(one, NULL, "exact"), trial_figure(other_one, NULL, "exact")));
        trial_free(there), trial_free(back), trial_free(one), trial_free(other_one);
    }
    arena_free(a);
}
