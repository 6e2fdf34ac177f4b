/* Hostile amendments: refused or applied, in good time. */
#include "hostile.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

/* What `base.ken` says. `N.ken` amends the file before it, and `0.ken` is the base. */
static struct text base;

static const char *open_base(void *user, ken_text from, ken_text path, ken_text *name,
                             ken_text *content)
{
    (void)from;
    struct arena *a = user;
    long n = strtol(path.at, NULL, 10);
    struct text rules = n > 0 ? SAY(a, "amends \"{}.ken\"\n", text_number(a, n - 1)) : base;
    *name = path;
    *content = (ken_text){rules.at, rules.n};
    return NULL;
}

static void exhausted(void *user)
{
    (void)user;
    abort();
}

/* The amendment of `base` is refused with the code, in good time; NULL: applied. */
static void expect(struct arena *a, struct text amendment, const char *code, const char *what)
{
    double start = limits_seconds();
    ken *k = ken_new(&(ken_host){.get = limits_get,
                                 .put = limits_put,
                                 .exhausted = exhausted,
                                 .open = open_base,
                                 .user = a});
    ken_status status =
        ken_load(k, (ken_text){"input.ken", 9}, (ken_text){amendment.at, amendment.n});
    struct trial t = {.arena = a, .ken = k, .status = KEN_OK};
    struct text problems = trial_problems(&t);
    cr_expect(eq(int, status, code ? KEN_RULES_WRONG : KEN_OK), "%s: %.300s", what,
              text_c(a, problems));
    cr_expect(code == NULL || support_find(problems, text_of(code)), "%s: %.300s", what,
              text_c(a, problems));
    double took = limits_seconds() - start;
    cr_expect(took < 5, "%s: %f s (a second without sanitizers)", what, took);
    ken_free(k);
}

/* `pattern` with the numbers 1 .. n in it. */
static struct text numbered(struct arena *a, const char *before, const char *pattern, long n,
                            const char *after)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, text_of(before));
    for (long i = 1; i <= n; i++) {
        struct text this = text_number(a, i), next = text_number(a, i + 1);
        buffer_add(&b, text_fill(a, pattern, (const struct text[]){this, next, this, next}, 4));
    }
    buffer_add(&b, text_of(after));
    return buffer_text(&b);
}

#define AMENDS "amends \"0.ken\"\n"

Test(limits, chains_of_amendments_end)
{
    struct arena *a = support_arena();
    base = TEXT(LIMITS_HEAD "indicator 1 { measure x levels 1, 2, 3, 4, 5 }\n");
    expect(a, TEXT("amends \"15.ken\"\n"), NULL, "16 amendments");
    expect(a, TEXT("amends \"16.ken\"\n"), "K0901", "17 amendments");
    expect(a, limits_repeated(a, AMENDS, "cite \"a\" { ", 100000, ""), "K0205", "nested blocks");
    arena_free(a);
}

Test(limits, many_changes_are_applied)
{
    struct arena *a = support_arena();
    base = numbered(a, LIMITS_HEAD, "indicator i{} { points 1 measure x levels 1, 2, 3, 4, 5 }\n",
                    8000, "");
    expect(a, numbered(a, AMENDS, "change indicator i{} { points 2 note \"n\" }\n", 8000, ""), NULL,
           "8000 changes");
    expect(a,
           numbered(a, AMENDS, "add indicator j{} { points 1 score 3 } after j{}\n", 8000,
                    "add indicator j8001 { points 1 score 3 } after i1\n"),
           NULL, "each beside the next");
    expect(a, numbered(a, AMENDS, "add indicator j{} { points 1 score 3 } before i1\n", 8000, ""),
           NULL, "all beside one");
    expect(a, numbered(a, AMENDS, "add indicator j{} { score 3 } after j{}\n", 8000, ""), "K0908",
           "each beside the next, and nothing at the end");
    expect(a, numbered(a, AMENDS, "move indicator i{} before i8000\n", 7999, ""), NULL, "moves");
    expect(a, numbered(a, AMENDS, "remove indicator i{}\n", 7999, ""), NULL, "removals");
    expect(a, numbered(a, AMENDS, "renumber i{} as k{}\n", 8000, ""), NULL, "renumberings");
    expect(a, numbered(a, AMENDS, "change indicator n{} { points 2 }\n", 50000, ""), "K0902",
           "what is not there");
    expect(a, limits_repeated(a, AMENDS, "change indicator i1 { points 2 }\n", 50000, ""), "K0903",
           "the same again and again");
    expect(a, limits_repeated(a, AMENDS, "note \"x\"\n", 100000, ""), NULL, "notes");
    arena_free(a);
}

Test(limits, long_lines_are_amended)
{
    struct arena *a = support_arena();
    base = numbered(a, LIMITS_HEAD, "indicator i{} { points 1 score 4 } ", 20000, "");
    expect(a, numbered(a, AMENDS, "change indicator i{} { points 2 } ", 20000, ""), NULL,
           "all on one line");
    base =
        SAY(a, "{}indicator 1 { score 4 }\n", limits_repeated(a, LIMITS_HEAD, "# x\n", 500000, ""));
    expect(a, numbered(a, AMENDS, "add indicator j{} { score 3 } before 1\n", 0, ""), NULL,
           "comments above");
    arena_free(a);
}

Test(limits, moves_do_not_go_round)
{
    struct arena *a = support_arena();
    base = TEXT(LIMITS_HEAD "group a { indicator 1 { score 1 } }\n"
                            "group b { indicator 2 { score 1 } }\n"
                            "group c { indicator 3 { score 1 } }\n");
    expect(a, TEXT(AMENDS "move group a into b\nmove group b into a\n"), "K0913", "two groups");
    expect(a, TEXT(AMENDS "move group a into b\nmove group b after 3\nmove group c before 1\n"),
           "K0913", "three groups");
    expect(a, TEXT(AMENDS "add indicator 4 { score 1 } into a\nmove group a after 4\n"), "K0913",
           "beside what is new in it");
    expect(a,
           TEXT(AMENDS "add indicator 4 { score 1 } after 5\n"
                       "add indicator 5 { score 1 } after 4\n"),
           "K0908", "two that are new");
    arena_free(a);
}
