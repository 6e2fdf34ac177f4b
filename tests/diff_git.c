/* ken diff from outside: exit statuses, what it says first, and as git calls it, with a real
 * repository. */
#define _GNU_SOURCE /* asprintf */
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <unistd.h>

/* What a command prints; it must end with that status. */
static char *print(struct arena *a, const char *command, int wanted)
{
    int status;
    struct text out = support_run(a, command, &status);
    cr_expect(eq(int, status, wanted), "%s\n%s", command, text_c(a, out));
    return text_c(a, out);
}

static void expect(const char *command, int status, const char *says)
{
    struct arena *a = support_arena();
    char *out = print(a, command, status);
    cr_expect(support_find(text_of(out), text_of(says)) != NULL, "%s: should say `%s`, says\n%s",
              command, says, out);
    arena_free(a);
}

static void expect_first(const char *command, int status, const char *says)
{
    struct arena *a = support_arena();
    char *out = print(a, command, status);
    cr_expect(text_starts(text_of(out), text_of(says)), "%s: should begin with `%s`, says\n%s",
              command, says, out);
    arena_free(a);
}

static void expect_silence(const char *command, const char *about)
{
    struct arena *a = support_arena();
    int status;
    struct text out = support_run(a, command, &status);
    cr_expect(support_find(out, text_of(about)) == NULL, "%s: says `%s`:\n%s", command, about,
              text_c(a, out));
    arena_free(a);
}

#define CASE "tests/cases/diff/levels-bands-scales-and-scorers/"
#define SAME "tests/cases/diff/the-same-in-another-order-and-spelling/"
#define WRONG "tests/cases/diff/one-with-errors-is-not-compared/"
#define OTHER "tests/cases/diff/different-criteria-altogether/"

Test(diff_command, says_by_its_exit_status_whether_the_meaning_differs)
{
    expect_first("ken diff " SAME "input.ken " SAME "new.ken", 0, "no change of meaning");
    expect("ken diff " CASE "input.ken " CASE "new.ken", 1, "20, 25, 30, 35, 40");
    expect("ken diff " CASE "input.ken", 2, "usage");
    expect("ken diff " CASE "input.ken " CASE "new.ken --only harder", 2, "not `harder`");
    expect_first("ken diff " CASE "input.ken no-such-file.ken", 5, "ken: cannot read");
}

Test(diff_command, says_first_what_cannot_be_compared)
{
    expect_first("ken diff " WRONG "input.ken " WRONG "new.ken", 3,
                 "ken diff: the newer file has errors, so nothing was compared");
    expect_first("ken diff " WRONG "new.ken " WRONG "input.ken", 3,
                 "ken diff: the older file has errors, so nothing was compared");
    expect_first("ken diff " WRONG "new.ken " WRONG "new.ken", 3,
                 "ken diff: both files have errors, so nothing was compared");
    expect_silence("ken diff " WRONG "input.ken " WRONG "new.ken", "no change");
    expect_first("ken diff " OTHER "input.ken " OTHER "new.ken", 1,
                 "different criteria altogether");
}

Test(diff_command, says_once_what_is_wrong_in_a_file_that_both_use)
{
#define USING "criteria x\\nscale 1 .. 5\\nuse \"shared.ken\"\\nindicator 1 { score "
    expect("ken_path=$(realpath \"$KEN\"); mkdir -p build/both; cd build/both; "
           "printf 'facts { a : integer, at leest 0 }\\n' > shared.ken; "
           "printf '" USING "4 }' > old.ken; printf '" USING "3 }' > new.ken; "
           "\"$ken_path\" diff old.ken new.ken",
           3, "1 error found");
}

Test(diff_command, tells_only_what_is_asked_for)
{
    expect("ken diff " CASE "input.ken " CASE "new.ken --only band", 1, "bands below 5");
    expect_silence("ken diff " CASE "input.ken " CASE "new.ken --only band", "20, 25, 30");
    expect("ken diff " CASE "input.ken " CASE "new.ken --only band --only scale", 1,
           "scale 0 .. 4");
    expect("ken diff " CASE "input.ken " CASE "new.ken --stat", 1, "scale, level");
    expect("ken diff " CASE "input.ken " CASE "new.ken --format md", 1, "## 1");
}

Test(diff_command, writes_a_page_that_stands_alone)
{
    const char *command = "printf 'criteria x \"<b>&\"\\nscale 0 .. 5\\nindicator 1 { score 4 }' > "
                          "build/x.ken; ken diff build/x.ken " OTHER "new.ken --format html";
    expect_first(command, 1, "<!DOCTYPE html>");
    expect(command, 1, "&lt;b&gt;&amp;");
    expect(command, 1, "</html>");
    expect_silence(command, "<b>");
    expect_silence(command, "<script");
    expect_silence(command, "http");
}

/* --- git -------------------------------------------------------------------------------------- */

/* A repository with rules in two versions, the folder that it lies in, and no settings of others.
 */
#define REPOSITORY                                                                                 \
    "set -e; ken_path=$(realpath \"$KEN\"); base=$PWD; mkdir -p build; "                           \
    "dir=$(mktemp -d build/git-XXXXXX); trap 'rm -rf \"$base/$dir\"' EXIT; cd \"$dir\"; "          \
    "export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_PAGER=cat; "               \
    "export GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=x GIT_COMMITTER_NAME=x GIT_COMMITTER_EMAIL=x; "     \
    "git init -q . ; mkdir rules parts; touch ken.root; "                                          \
    "printf 'facts { a, b : integer, at least 0 }\\n' > parts/facts.ken; "                         \
    "printf 'criteria x-1\\nscale 1 .. 5\\nuse \"../parts/facts.ken\"\\n"                          \
    "indicator 1 { points 1 measure a levels 1, 2, 3, 4, 5 }\\n"                                   \
    "indicator 2 { points 1 measure b levels 1, 2, 3, 4, 5 }\\n' > rules/x.ken; "                  \
    "printf '*.ken diff=ken\\n' > .gitattributes; git add . ; git commit -qm one; "
#define CHANGE "sed -i 's/measure a levels 1,/measure a levels 0,/' rules/x.ken; "
#define REWRITE "printf '# the same\\n' >> rules/x.ken; "

Test(diff_git, compares_as_an_external_diff)
{
    expect(REPOSITORY CHANGE "git config diff.ken.command \"$ken_path diff\"; git diff", 0,
           "levels 1, 2, 3, 4, 5 → 0, 2, 3, 4, 5");
    expect(REPOSITORY CHANGE "git config diff.ken.command \"$ken_path diff\"; git diff", 0,
           "rules/x.ken:4");
    expect(REPOSITORY REWRITE "git config diff.ken.command \"$ken_path diff\"; git diff", 0,
           "no change of meaning");
    expect(REPOSITORY CHANGE "git config diff.ken.command \"$ken_path diff\"; git commit -qam two; "
                             "git log -p --ext-diff -1",
           0, "levels 1, 2, 3, 4, 5 → 0, 2, 3, 4, 5");
}

Test(diff_git, tells_files_that_are_new_gone_renamed_or_wrong)
{
    expect(REPOSITORY "git config diff.ken.command \"$ken_path diff\"; git rm -q rules/x.ken; "
                      "git diff --cached",
           0, "these rules are gone: rules/x.ken");
    expect(REPOSITORY "git config diff.ken.command \"$ken_path diff\"; cp rules/x.ken rules/y.ken; "
                      "git add rules/y.ken; git diff --cached",
           0, "these rules are new: rules/y.ken");
    expect(REPOSITORY
           "git config diff.ken.command \"$ken_path diff\"; git mv rules/x.ken "
           "rules/y.ken; sed -i 's/measure b levels 1,/measure b levels 0,/' rules/y.ken; "
           "git add . ; git diff --cached -M20",
           0, "levels 1, 2, 3, 4, 5 → 0, 2, 3, 4, 5");
    expect(REPOSITORY "git config diff.ken.command \"$ken_path diff\"; echo '}' >> rules/x.ken; "
                      "git diff",
           0, "ken diff: the newer file has errors, so nothing was compared");
}

Test(diff_git, compares_as_a_difftool)
{
    expect(REPOSITORY CHANGE "git config difftool.ken.cmd \"$ken_path diff --as \\\"\\$MERGED\\\" "
                             "\\\"\\$LOCAL\\\" \\\"\\$REMOTE\\\"\"; "
                             "git difftool -y -t ken || true",
           0, "levels 1, 2, 3, 4, 5 → 0, 2, 3, 4, 5");
}

Test(diff_git, shows_meanings_in_a_history)
{
#define TEXTCONV "git config diff.ken.textconv \"$ken_path diff --textconv\"; "
    expect(REPOSITORY CHANGE TEXTCONV "git commit -qam two; git log -p -1", 0,
           "-1 levels 1, 2, 3, 4, 5\n+1 levels 0, 2, 3, 4, 5\n");
    expect(REPOSITORY CHANGE TEXTCONV "git commit -qam two; cd rules; git log -p -1 .", 0,
           "-1 levels 1, 2, 3, 4, 5\n+1 levels 0, 2, 3, 4, 5\n");
    expect_silence(REPOSITORY REWRITE TEXTCONV "git diff", "\n+");
    expect(REPOSITORY TEXTCONV "echo 'indicator {' >> rules/x.ken; git diff", 0, "+indicator {\n");
}
