/* What changed: nothing, where nothing did, however it is written; and the same both ways round. */
#include "diff/diff.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glob.h>
#include <stdlib.h>

#include "check/check.h"
#include "random_rules.h"
#include "report/meaning.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

enum { RANDOM = 200, PAIRS = 60 };

/* --- models ----------------------------------------------------------------------------------- */

/* One text, and no files that it uses. */
struct text_rules {
    struct sources *sources;
    struct tree *tree;
    struct tokens *tokens;
    struct model *model; /* NULL: there is an error in it */
};

static struct text_rules rules_of(struct arena *a, struct sources *sources, const char *name,
                                  struct text content)
{
    struct diags diags = diags_in(a, sources);
    struct text_rules r = {.sources = sources};
    const struct source *s = source_add(sources, text_of(name), content);
    r.tokens = lex_source(a, s, &diags);
    r.tree = parse_tokens(a, r.tokens, &diags);
    r.model = check_trees(a, &r.tree, 1, sources, &diags);
    return r;
}

static void expect_nothing(const struct diff *d, const char *name)
{
    struct arena *a = d->arena;
    for (size_t i = 0; i < d->changes.n; i++) {
        const struct rule_change *c = d->changes.at[i];
        const struct criterion *k = c->pair->of[c->pair->of[NEWER] ? NEWER : OLDER];
        cr_expect(false, "%s: %s of %s: %s: `%s`, `%s`", name, text_c(a, diff_kind_words(c->kind)),
                  text_c(a, k->path), text_c(a, c->what), text_c(a, c->side[OLDER].says),
                  text_c(a, c->side[NEWER].says));
    }
    cr_expect(d->meaning_differs == false, "%s", name);
}

/* --- the same in another dress ---------------------------------------------------------------- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Every token on a line of its own, numbers and dates in Thai digits, no comments. */
static struct text reformatted(struct arena *a, const struct text_rules *r)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < r->tokens->all.n; i++) {
        struct text t = source_text(r->sources, r->tokens->all.at[i].at);
        bool thai = t.n && is_digit(t.at[0]);
        for (size_t j = 0; j < t.n; j++)
            if (thai && is_digit(t.at[j]))
                buffer_add_point(&b, 0x0E50u + (uint32_t)(t.at[j] - '0'));
            else
                buffer_add_byte(&b, t.at[j]);
        buffer_add(&b, TEXT("\n\t"));
    }
    return buffer_text(&b);
}

static void add_turned(struct buffer *b, const struct text_rules *r, const struct node *n);

static const struct nodes *members(const struct node *n)
{
    switch ((unsigned)n->kind) {
    case NODE_file:
        return &n->file.items;
    case NODE_criterion:
        return &n->criterion.items;
    case NODE_facts:
        return &n->facts.declarations;
    case NODE_fact_group:
        return &n->fact_group.declarations;
    default:
        return NULL;
    }
}

/* The last member first, all the way down. */
static void add_turned(struct buffer *b, const struct text_rules *r, const struct node *n)
{
    const struct nodes *in = members(n);
    if (!in || !in->n) {
        buffer_add(b, source_text(r->sources, n->at));
        buffer_add(b, TEXT("  # turned\n"));
        return;
    }
    struct span before = {n->at.lo, in->at[0]->at.lo};
    struct span behind = {in->at[in->n - 1]->at.hi, n->at.hi};
    if (n->kind != NODE_file)
        buffer_add(b, source_text(r->sources, before));
    for (size_t i = in->n; i-- > 0;)
        add_turned(b, r, in->at[i]);
    if (n->kind != NODE_file)
        buffer_add(b, source_text(r->sources, behind));
    buffer_add(b, TEXT("\n"));
}

static struct text meaning(struct arena *a, const struct model *m)
{
    struct buffer b = buffer_in(a);
    report_meaning(&b, a, diff_tell(a, m));
    return buffer_text(&b);
}

static bool compare_with_copies(const char *name, struct text content)
{
    struct arena *a = support_arena();
    struct sources *sources = sources_new(a);
    struct text_rules r = rules_of(a, sources, name, content);
    bool good = r.model != NULL;
    if (good) {
        struct buffer turned = buffer_in(a);
        add_turned(&turned, &r, r.tree->root);
        struct text copies[] = {content, reformatted(a, &r), buffer_text(&turned)};
        for (size_t i = 0; i < sizeof copies / sizeof *copies; i++) {
            struct text_rules copy = rules_of(a, sources, "copy.ken", copies[i]);
            cr_assert(copy.model != NULL, "%s, copy %zu:\n%s", name, i, text_c(a, copies[i]));
            expect_nothing(diff_models(a, r.model, copy.model, 0), name);
            struct text was = meaning(a, r.model), is = meaning(a, copy.model);
            cr_expect(text_equal(was, is), "%s, copy %zu: %s", name, i,
                      text_equal(was, is) ? "" : support_difference(a, was, is));
        }
    }
    arena_free(a);
    return good;
}

Test(diff, of_every_rule_file_with_its_copies_is_empty)
{
    static const char *const patterns[] = {"rules/*/*.ken", "rules/*/*/*.ken",
                                           "tests/cases/*/*/input.ken"};
    size_t good = 0;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        glob_t found;
        cr_assert(glob(patterns[i], 0, NULL, &found) == 0);
        for (size_t j = 0; j < found.gl_pathc; j++) {
            struct arena *a = support_arena();
            struct text content = {0};
            cr_assert(support_read(a, found.gl_pathv[j], &content));
            good += compare_with_copies(found.gl_pathv[j], content);
            arena_free(a);
        }
        globfree(&found);
    }
    cr_expect(good > 250, "%zu", good);
}

Test(diff, of_random_rules_with_their_copies_is_empty)
{
    size_t good = 0;
    for (uint64_t seed = 1; seed <= RANDOM; seed++) {
        struct arena *a = support_arena();
        random_seed(seed);
        char *name = text_c(a, SAY(a, "seed {}", text_number(a, (long long)seed)));
        good += compare_with_copies(name, random_rules(a));
        arena_free(a);
    }
    cr_expect(good > RANDOM / 2, "%zu", good);
}

/* --- both ways round -------------------------------------------------------------------------- */

static enum diff_kind mirrored_kind(enum diff_kind kind)
{
    switch ((unsigned)kind) {
    case DIFF_ADDED:
        return DIFF_REMOVED;
    case DIFF_REMOVED:
        return DIFF_ADDED;
    case DIFF_FACT_ADDED:
        return DIFF_FACT_REMOVED;
    case DIFF_FACT_REMOVED:
        return DIFF_FACT_ADDED;
    default:
        return kind;
    }
}

static struct text change_text(struct arena *a, const struct rule_change *c, bool mirror)
{
    enum diff_kind kind = mirror ? mirrored_kind(c->kind) : c->kind;
    return SAY(a, "{} {} → {}", diff_kind_words(kind), c->side[mirror ? NEWER : OLDER].says,
               c->side[mirror ? OLDER : NEWER].says);
}

static int by_text(const void *one, const void *other)
{
    return text_order(*(const struct text *)one, *(const struct text *)other);
}

static struct text *changes_of(struct arena *a, const struct diff *d, bool mirror)
{
    struct text *all = ARENA_ARRAY(a, struct text, d->changes.n + 1);
    for (size_t i = 0; i < d->changes.n; i++)
        all[i] = change_text(a, d->changes.at[i], mirror);
    qsort(all, d->changes.n, sizeof *all, by_text);
    return all;
}

static void expect_mirrored(struct arena *a, const char *name, const struct diff *there,
                            const struct diff *back)
{
    struct text *one = changes_of(a, there, false), *other = changes_of(a, back, true);
    cr_expect(eq(sz, there->changes.n, back->changes.n), "%s", name);
    for (size_t i = 0; i < there->changes.n && i < back->changes.n; i++)
        if (!text_equal(one[i], other[i])) {
            cr_expect(false, "%s: `%s`, and the other way round `%s`", name, text_c(a, one[i]),
                      text_c(a, other[i]));
            return;
        }
}

Test(diff, is_the_same_the_other_way_round)
{
    size_t pairs = 0;
    for (uint64_t seed = 1; seed <= PAIRS; seed++) {
        struct arena *a = support_arena();
        struct sources *sources = sources_new(a);
        struct text_rules r[SIDES];
        for (int side = 0; side < SIDES; side++) {
            random_seed(seed * 2 + (uint64_t)side);
            r[side] = rules_of(a, sources, side ? "newer.ken" : "older.ken", random_rules(a));
        }
        if (r[OLDER].model && r[NEWER].model) {
            char *name = text_c(a, SAY(a, "seed {}", text_number(a, (long long)seed)));
            pairs++;
            expect_mirrored(a, name, diff_models(a, r[OLDER].model, r[NEWER].model, 0),
                            diff_models(a, r[NEWER].model, r[OLDER].model, 0));
        }
        arena_free(a);
    }
    cr_expect(pairs > PAIRS / 3, "%zu", pairs);
}

/* --- hostile rules ---------------------------------------------------------------------------- */

/* Lets that double each time: 2 to the power of 200 additions, written out. */
Test(diff, of_lets_that_double_takes_no_time)
{
    struct arena *a = support_arena();
    struct sources *sources = sources_new(a);
    struct text_rules r[SIDES];
    for (int side = 0; side < SIDES; side++) {
        struct buffer b = buffer_in(a);
        buffer_add(&b, TEXT("criteria x\nscale none\nfacts { n, m : number }\n"
                            "indicator 1 {\n  score l200\n  let l0 = n\n"));
        for (int i = 1; i <= 200; i++) {
            struct text now = text_number(a, i), then = text_number(a, i - 1);
            const char *form = i == 100 && side ? "  let l{} = l{} + m\n"
                               : i % 3          ? "  let l{} = l{} + l{}\n"
                                                : "  let l{} = l{} * (l{} + 1)\n";
            buffer_add(&b, SAY(a, form, now, then, then));
        }
        buffer_add(&b, TEXT("}\n"));
        r[side] = rules_of(a, sources, "x.ken", buffer_text(&b));
        cr_assert(r[side].model != NULL);
    }
    expect_nothing(diff_models(a, r[OLDER].model, r[OLDER].model, 0), "lets");
    const struct diff *d = diff_models(a, r[OLDER].model, r[NEWER].model, 0);
    cr_expect(eq(sz, d->changes.n, 1));
    cr_expect(d->meaning_differs);
    arena_free(a);
}
