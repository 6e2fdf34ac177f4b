/* ken fmt from outside: which files it writes, and how. */
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CROOKED "indicator   1 { score    5 }\n"
#define STRAIGHT "indicator 1 { score 5 }\n"

static struct arena *arena;

/* In a folder of its own for the files of one test. */
static void begin(void)
{
    char *name = text_c(arena = support_arena(), TEXT("build/fmt-XXXXXX")), program[PATH_MAX];
    mkdir("build", 0777); /* where the objects may lie elsewhere */
    cr_assert(getenv("KEN") && realpath(getenv("KEN"), program));
    setenv("KEN", program, 1);
    cr_assert(mkdtemp(name) != NULL);
    cr_assert(eq(int, chdir(name), 0));
}

static void end(void)
{
    arena_free(arena);
}

TestSuite(fmt, .init = begin, .fini = end);

static void expect(const char *command, int wanted, const char *says)
{
    int status;
    struct text out = support_run(arena, command, &status);
    cr_expect(eq(int, status, wanted), "%s\n%s", command, text_c(arena, out));
    cr_expect(support_find(out, text_of(says)) != NULL, "%s: should say `%s`, says\n%s", command,
              says, text_c(arena, out));
}

static void expect_content(const char *path, const char *wanted)
{
    struct text content;
    cr_assert(support_read(arena, path, &content));
    cr_expect(eq(int, text_equal(content, text_of(wanted)), 1), "%s: %s", path,
              text_c(arena, content));
}

Test(fmt, lays_out_in_place_and_says_what_changed)
{
    support_write("a.ken", TEXT(CROOKED));
    support_write("b.ken", TEXT(STRAIGHT));
    expect("ken fmt a.ken b.ken", 0, "a.ken: laid out\n2 files, 1 changed");
    expect_content("a.ken", STRAIGHT);
    expect("ken fmt a.ken b.ken", 0, "2 files, 0 changed");
}

Test(fmt, keeps_permissions_and_follows_links)
{
    struct stat about;
    support_write("a.ken", TEXT(CROOKED));
    cr_assert(eq(int, chmod("a.ken", 0640), 0));
    cr_assert(eq(int, symlink("a.ken", "link.ken"), 0));
    expect("ken fmt link.ken", 0, "link.ken: laid out");
    expect_content("a.ken", STRAIGHT);
    cr_assert(eq(int, lstat("link.ken", &about), 0));
    cr_expect(eq(int, S_ISLNK(about.st_mode), 1), "the link is a file now");
    cr_assert(eq(int, stat("a.ken", &about), 0));
    cr_expect(eq(int, about.st_mode & 0777, 0640));
}

Test(fmt, writes_nothing_where_nothing_changes)
{
    struct stat before, after;
    support_write("a.ken", TEXT(STRAIGHT));
    cr_assert(eq(int, stat("a.ken", &before), 0));
    expect("ken fmt a.ken", 0, "0 changed");
    cr_assert(eq(int, stat("a.ken", &after), 0));
    cr_expect(eq(u64, before.st_ino, after.st_ino), "another file lies there");
}

Test(fmt, leaves_a_file_with_syntax_errors_and_does_the_others)
{
    support_write("a.ken", TEXT("indicator {\n"));
    support_write("b.ken", TEXT(CROOKED));
    expect("ken fmt a.ken b.ken", 3, "2 files, 1 changed, 1 left as it is");
    expect_content("a.ken", "indicator {\n");
    expect_content("b.ken", STRAIGHT);
    support_write("c.facts", TEXT("a \"\n"));
    expect("ken fmt c.facts", 4, "K0109");
    expect_content("c.facts", "a \"\n");
}

Test(fmt, only_looks_when_asked_to)
{
    support_write("a.ken", TEXT(CROOKED));
    expect("ken fmt --check a.ken", 1, "a.ken: would change\n1 file, 1 would change");
    expect("ken fmt --diff a.ken > a.patch; test $? = 1 && patch -s -p0 -o - a.ken < a.patch", 0,
           STRAIGHT);
    expect_content("a.ken", CROOKED);
}

Test(fmt, goes_through_folders)
{
    expect("mkdir -p rules/deep rules/.git && ln -s ../rules rules/again && echo made", 0, "made");
    support_write("rules/deep/a.ken", TEXT(CROOKED));
    support_write("rules/b.facts", TEXT("used   5\n"));
    support_write("rules/notes.md", TEXT(CROOKED));
    support_write("rules/.git/c.ken", TEXT(CROOKED));
    expect("ken fmt rules", 0,
           "rules/deep/a.ken: laid out\n"
           "2 files, 2 changed");
    expect_content("rules/b.facts", "used  5\n");
    expect_content("rules/notes.md", CROOKED);
    expect_content("rules/.git/c.ken", CROOKED);
}

Test(fmt, goes_from_standard_input_to_standard_output)
{
    expect("printf 'used   5' | ken fmt - --as x.facts", 0, "used  5\n");
    expect("printf 'office   \"a\"\\nas of   2023-01-01' | ken fmt -", 0,
           "office \"a\"\nas of 2023-01-01\n");
    expect("printf 'indicator 1{score 5}' | ken fmt -", 0, STRAIGHT);
    expect("printf '{}' | ken fmt - --as x.json", 4, "K1001");
}

Test(fmt, drops_byte_order_mark_and_carriage_returns)
{
    support_write("a.ken", TEXT("\xEF\xBB\xBFindicator 1 { score 5 } # end \r\n"));
    expect("ken fmt a.ken", 0, "1 changed");
    expect_content("a.ken", "indicator 1 { score 5 }                  # end\n");
}
