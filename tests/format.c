/* What must hold of every layout: it is laid out already when it is laid out again, and it says the
 * same, letter for letter.
 *
 * Tried on every rule file and fact file in the tree, on random rules, and on all of them with
 * bytes deleted, put in and changed. */
#include "format/format.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts/facts.h"
#include "random_rules.h"
#include "rules.tab.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

enum { RANDOM_RULES = 400, BROKEN = 12, FILES_OPEN = 16 };

typedef struct formatted format(struct arena *a, const struct source *s, struct diags *d);

/* The layout of `t`; at NULL where it is refused. */
static struct text laid_out(struct arena *a, format *f, struct text t, const char *about)
{
    struct sources *sources = sources_new(a);
    struct diags d = diags_in(a, sources);
    struct formatted is = f(a, source_add(sources, TEXT("file"), t), &d);
    cr_expect(is.fault == false, "%s: the layout would say something else:\n%.*s", about, (int)t.n,
              t.at);
    cr_expect(is.text.at != NULL || d.errors > 0, "%s: refused without a word", about);
    return is.text;
}

/* The bytes that are no blanks.  Within texts and comments blanks are compared by what is laid out
 * a second time, and by format/ itself. */
static struct text without_blanks(struct arena *a, struct text t)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < t.n; i++)
        if (!strchr(" \t\r\n", t.at[i]) || !t.at[i])
            buffer_add_byte(&b, t.at[i]);
    return buffer_text(&b);
}

static bool expect_canonical(format *f, struct text t, const char *about)
{
    struct arena *a = support_arena();
    struct text once = laid_out(a, f, t, about);
    if (!once.at) {
        arena_free(a);
        return false;
    }
    struct text twice = laid_out(a, f, once, about);
    cr_expect(text_equal(once, twice), "%s %s", about,
              twice.at ? support_difference(a, once, twice) : "is refused when it is laid out");
    cr_expect(text_equal(without_blanks(a, t), without_blanks(a, once)), "%s: %s", about,
              support_difference(a, without_blanks(a, t), without_blanks(a, once)));
    for (size_t i = 1; i < once.n; i++)
        cr_expect(once.at[i] != '\n' || !strchr(" \t", once.at[i - 1]),
                  "%s: a blank ends a line, byte %zu", about, i);
    cr_expect(once.n == 0 || once.at[once.n - 1] == '\n', "%s: the last line has no end", about);
    arena_free(a);
    return true;
}

/* --- every file ------------------------------------------------------------------------------- */

static uint64_t state = 1;
static size_t rules_seen, facts_seen;
static void (*try_on)(format *f, struct text t, const char *path);

static bool ends_with(const char *s, const char *end)
{
    size_t n = strlen(s), m = strlen(end);
    return n > m && strcmp(s + n - m, end) == 0;
}

static int visit(const char *path, const struct stat *about, int kind, struct FTW *at)
{
    (void)about, (void)at;
    bool rules = ends_with(path, ".ken"), facts = ends_with(path, ".facts");
    struct text t;
    if (kind != FTW_F || (!rules && !facts))
        return 0;
    struct arena *a = support_arena();
    if (support_read(a, path, &t))
        try_on(rules ? format_rules : format_facts, t, path);
    arena_free(a);
    return 0;
}

static void try_all(void (*try)(format *f, struct text t, const char *path))
{
    try_on = try;
    cr_assert(eq(int, nftw("rules", visit, FILES_OPEN, FTW_PHYS), 0));
    cr_assert(eq(int, nftw("tests/cases", visit, FILES_OPEN, FTW_PHYS), 0));
}

static void count_canonical(format *f, struct text t, const char *path)
{
    if (expect_canonical(f, t, path))
        *(f == format_rules ? &rules_seen : &facts_seen) += 1;
}

Test(format, keeps_every_file_as_it_is_and_lays_it_out_once)
{
    rules_seen = facts_seen = 0;
    try_all(count_canonical);
    cr_expect(ge(sz, rules_seen, 400));
    cr_expect(ge(sz, facts_seen, 200));
}

/* --- what does not matter --------------------------------------------------------------------- */

/* The same words with other blanks: items that stood on one line do not any more, and the other way
 * round. */
static struct text with_other_blanks(struct arena *a, struct text t, bool lines)
{
    struct sources *sources = sources_new(a);
    struct diags d = diags_in(a, sources);
    const struct source *s = source_add(sources, TEXT("file"), t);
    const struct tokens *tokens = lex_source(a, s, &d);
    struct buffer b = buffer_in(a);
    if (tokens->comments.n || d.errors)
        return (struct text){0};
    for (size_t i = 0; i + 1 < tokens->all.n; i++) {
        buffer_add(&b, source_text(sources, tokens->all.at[i].at));
        /* A value stands on the line of its `=`, and ends it. */
        bool ends = tokens->all.at[i].kind == TOK_RAW;
        bool stays = tokens->all.at[i].kind == TOK_EQ && tokens->all.at[i + 1].kind == TOK_RAW;
        buffer_add(&b, (lines && !stays) || ends ? TEXT("\n") : TEXT(" "));
    }
    return buffer_text(&b);
}

static void expect_no_memory(format *f, struct text t, const char *path)
{
    if (f != format_rules)
        return;
    struct arena *a = support_arena();
    struct text flat = with_other_blanks(a, t, false), tall = with_other_blanks(a, t, true);
    struct text once = flat.at ? laid_out(a, f, flat, path) : flat;
    if (once.at) {
        struct text other = laid_out(a, f, tall, path);
        rules_seen++;
        cr_expect(text_equal(once, other), "%s %s", path, support_difference(a, once, other));
    }
    arena_free(a);
}

Test(format, does_not_depend_on_the_layout_before)
{
    rules_seen = 0;
    try_all(expect_no_memory);
    cr_expect(ge(sz, rules_seen, 100));
}

Test(format, keeps_random_rules)
{
    char about[40];
    for (uint64_t i = 0; i < RANDOM_RULES; i++) {
        struct arena *a = support_arena();
        random_seed(i + 1);
        snprintf(about, sizeof about, "random rules %lu", (unsigned long)i);
        cr_expect(expect_canonical(format_rules, random_rules(a), about), "%s", about);
        arena_free(a);
    }
}

/* --- broken files ----------------------------------------------------------------------------- */

static unsigned below(size_t n)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)(state % (n ? n : 1));
}

/* A byte is gone, or new, or another one, or there is a line end in its place. */
static struct text broken(struct arena *a, struct text t)
{
    static const char signs[] = "{}(),:.\"#=%-+ \n1a\xE0";
    struct buffer b = buffer_in(a);
    size_t at = below(t.n);
    unsigned how = below(3);
    buffer_add(&b, (struct text){t.at, at});
    if (how)
        buffer_add_byte(&b, signs[below(sizeof signs - 1)]);
    buffer_add(&b, text_after(t, how == 1 ? at : at + 1));
    return buffer_text(&b);
}

static void break_it(format *f, struct text t, const char *path)
{
    struct arena *a = support_arena();
    for (int i = 0; i < BROKEN && t.n; i++)
        expect_canonical(f, broken(a, t), path);
    arena_free(a);
}

Test(format, refuses_or_keeps_what_is_broken)
{
    state = 88172645463325252u;
    try_all(break_it);
}

/* --- facts mean the same ---------------------------------------------------------------------- */

static size_t offices_seen;

/* What rules make of a fact file, without the places in it. */
static struct text result_of(struct arena *a, const char *folder, struct text rules,
                             struct text facts)
{
    struct trial *t = trial_of(folder, rules, facts);
    struct text result = text_copy(a, support_without_places(a, trial_json(t)));
    trial_free(t);
    return result;
}

static void expect_same_result(format *f, struct text t, const char *path)
{
    struct text rules = {0};
    struct arena *a = support_arena();
    char *folder = text_c(a, text_of(path)), *slash = strrchr(folder, '/');
    *slash = 0;
    bool found = support_read(a, text_c(a, SAY(a, "{}/rules.ken", text_of(folder))), &rules) ||
                 support_read(a, text_c(a, SAY(a, "{}/input.ken", text_of(folder))), &rules);
    if (f == format_facts && found) {
        struct text laid = laid_out(a, f, t, path);
        struct text was = result_of(a, folder, rules, t);
        struct text is = laid.at ? result_of(a, folder, rules, laid) : was;
        offices_seen += laid.at && was.n;
        cr_expect(text_equal(was, is), "%s %s", path, support_difference(a, was, is));
    }
    arena_free(a);
}

Test(format, of_facts_changes_no_result)
{
    offices_seen = 0;
    try_all(expect_same_result);
    cr_expect(ge(sz, offices_seen, 150));
}
