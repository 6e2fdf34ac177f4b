/* What must hold for every amendment: printed in full it is the same rules. */
#include "support.h"

#include <criterion/criterion.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>

static struct arena *a;

static void begin(void)
{
    a = support_arena();
}

static void end(void)
{
    arena_free(a);
}

TestSuite(amendments, .init = begin, .fini = end);

static struct text file_in(const char *folder, const char *name)
{
    struct text content = {0};
    support_read(a, text_c(a, SAY(a, "{}/{}", text_of(folder), text_of(name))), &content);
    return content;
}

static struct trial *loaded(const char *folder, struct text rules)
{
    struct trial *t = trial_new(folder);
    trial_load(t, "input.ken", rules);
    return t;
}

static struct text result(const char *folder, struct text rules, struct text facts)
{
    struct trial *t = trial_of(folder, rules, facts.at ? facts : (struct text){0});
    cr_assert(t->status == KEN_OK, "%s: %s", folder, text_c(a, trial_problems(t)));
    struct text json = text_copy(a, support_without_places(a, trial_json(t)));
    trial_free(t);
    return json;
}

/* The rules in full; empty where there is an error in them. */
static struct text in_full(const char *folder, struct text rules)
{
    struct trial *t = loaded(folder, rules);
    struct text full = {0};
    if (!ken_errors(t->ken))
        full = text_copy(a, trial_report(t, KEN_CONSOLIDATED, &(ken_style){0}));
    trial_free(t);
    return full;
}

static void check_case(const char *folder)
{
    struct text rules = file_in(folder, "input.ken"), full = in_full(folder, rules);
    if (!full.n)
        return;
    struct text again = in_full(folder, full);
    cr_expect(text_equal(full, again), "%s: printed again it is another text: %s", folder,
              support_difference(a, full, again));
    cr_expect(!support_find(full, TEXT("amends ")), "%s still amends", folder);
    struct text facts = file_in(folder, "facts.facts");
    struct text one = result(folder, rules, facts), other = result(folder, full, facts);
    cr_expect(text_equal(one, other), "%s: printed in full it scores otherwise: %s", folder,
              support_difference(a, one, other));
}

Test(amendments, are_the_same_rules_when_printed_in_full)
{
    glob_t found;
    cr_assert(glob("tests/cases/amend/*", 0, NULL, &found) == 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        check_case(found.gl_pathv[i]);
    globfree(&found);
}

/* Without a change it is the base, letter for letter. */
Test(amendments, leave_what_they_do_not_change)
{
    static const char *const bases[] = {"rules/cgd/2566.ken", "rules/examples/qof/rules.ken",
                                        "tests/cases/amend/another-era/base.ken"};
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        struct text base = {0};
        cr_assert(support_read(a, bases[i], &base));
        char *folder = text_c(a, text_of(bases[i]));
        *strrchr(folder, '/') = 0;
        struct text amends = SAY(a, "amends \"{}\"\n", text_of(strrchr(bases[i], '/') + 1));
        struct text full = in_full(folder, amends);
        cr_expect(text_equal(full, base), "%s: %s", bases[i], support_difference(a, base, full));
    }
}

/* Each line says where it comes from: what nobody changed is the line of that number there. */
Test(amendments, blame_names_the_line)
{
    struct text base = file_in("tests/cases/amend/another-era", "base.ken");
    struct trial *t = loaded("tests/cases/amend/another-era",
                             TEXT("amends \"base.ken\"\nremove indicator 1.1\nmissing scores 2\n"));
    char *save = NULL,
         *lines = text_c(a, trial_report(t, KEN_CONSOLIDATED, &(ken_style){.all = true}));
    size_t changed = 0, kept = 0;
    for (char *l = strtok_r(lines, "\n", &save); l; l = strtok_r(NULL, "\n", &save)) {
        char *bar = strstr(l, " |");
        long line = strtol(strchr(l, ':') + 1, NULL, 10);
        cr_assert(bar);
        if (strncmp(l, "input.ken:3", 11) == 0) {
            cr_expect(strcmp(bar + 3, "missing scores 2") == 0, "%s", l);
            changed++;
            continue;
        }
        struct text rest = base;
        for (long i = 1; i < line; i++)
            rest = text_after(rest, (size_t)(strchr(rest.at, '\n') - rest.at) + 1);
        size_t n = strlen(bar + 2) ? strlen(bar + 3) : 0;
        cr_expect(strncmp(rest.at, bar + 3, n) == 0 && rest.at[n] == '\n', "%s", l);
        kept++;
    }
    cr_expect(changed == 1 && kept > 40, "%zu %zu", changed, kept);
    trial_free(t);
}

/* What is wrong in a made text is shown where it stands. */
Test(amendments, certificates_name_the_files)
{
    int status;
    support_run(a,
                "ken certify tests/cases/amend/a-chain-and-a-circular-in-the-year/input.ken "
                "tests/cases/amend/a-chain-and-a-circular-in-the-year/facts.facts "
                "-o build/amended.certificate",
                &status);
    cr_assert(status == 0, "%d", status);
    struct text out = support_run(a, "ken verify build/amended.certificate", &status);
    cr_expect(status == 0 && support_find(out, TEXT("the 4 files")), "%s", text_c(a, out));
}
