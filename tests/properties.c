/* What must hold for all rules and all facts, tried on every rule file at hand and on thousands of
 * random facts.
 *
 * Seeds are fixed: a failure names the rules and the round, and comes again. */
#include "certified.h"

#include <criterion/criterion.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "lost.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

enum {
    FACTS = 16,
    FACT_ROUNDS = 400,
    LOEI_ROUNDS = 250,
    SHUFFLES = 20,
    CHANGED = 16,
    CERTIFIED = 10
};

static uint64_t state;
static size_t rounds; /* in one of CHANGED, changes are tried too */

static unsigned below(unsigned n)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)(state % n);
}

static void seed(uint64_t n)
{
    state = n * 0x9E3779B97F4A7C15u + 1;
}

/* --- every rule file -------------------------------------------------------------------------- */

static void expect_blank(struct text between, const char *path)
{
    cr_expect(text_trim(between).n == 0, "%s: neither token nor comment: `%.*s`", path,
              (int)between.n, between.at);
}

/* Tokens and comments, in order, and between them only white space. */
static void expect_covered(const struct source *s, const struct tokens *t, const char *path)
{
    size_t end = 0, c = 0;
    for (size_t i = 0; i < t->all.n;) {
        bool comment = c < t->comments.n && t->comments.at[c].before <= i;
        struct span at = comment ? t->comments.at[c++].at : t->all.at[i++].at;
        size_t lo = at.lo - s->base, hi = at.hi - s->base;
        cr_assert(end <= lo && lo <= hi && hi <= s->content.n, "%s: byte %zu", path, lo);
        expect_blank((struct text){s->content.at + end, lo - end}, path);
        end = hi;
    }
    expect_blank(text_after(s->content, end), path);
}

static void read_twice(const char *path)
{
    struct arena *a = support_arena();
    struct sources *sources = sources_new(a);
    struct text content;
    cr_assert(support_read(a, path, &content));
    struct tree *tree[2];
    struct buffer dump[2];
    for (int i = 0; i < 2; i++) {
        struct diags d = diags_in(a, sources);
        const struct source *s = source_add(sources, text_of(path), content);
        struct tokens *tokens = lex_source(a, s, &d);
        if (!d.errors)
            expect_covered(s, tokens, path);
        tree[i] = parse_tokens(a, tokens, &d);
        dump[i] = buffer_in(a);
        node_dump(&dump[i], tree[i]->root);
    }
    cr_expect(node_same(tree[0]->root, tree[1]->root), "%s: two trees of one text differ", path);
    cr_expect(text_equal(buffer_text(&dump[0]), buffer_text(&dump[1])), "%s", path);
    arena_free(a);
}

Test(properties, every_file_is_read_to_the_last_byte_and_the_same_again)
{
    static const char *const patterns[] = {"rules/*/*.ken", "tests/cases/*/*/*.ken",
                                           "tests/cases/_bugs/*/*/*.ken"};
    size_t files = 0;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        glob_t found;
        if (glob(patterns[i], 0, NULL, &found) != 0)
            continue;
        for (size_t j = 0; j < found.gl_pathc; j++, files++)
            read_twice(found.gl_pathv[j]);
        globfree(&found);
    }
    cr_expect(files > 100, "only %zu files", files);
}

/* --- order ------------------------------------------------------------------------------------ */

static struct text slice(const struct source *s, uint32_t lo, uint32_t hi)
{
    return (struct text){s->content.at + (lo - s->base), hi - lo};
}

static void emit(struct buffer *b, const struct source *s, const struct node *n);

/* In random order; but criteria stay in theirs, which the page shows. */
static void emit_shuffled(struct buffer *b, const struct source *s, const struct nodes *items)
{
    struct node **order = ARENA_ARRAY(b->arena, struct node *, items->n + 1);
    memcpy(order, items->at, items->n * sizeof *order);
    for (size_t i = items->n; i > 1; i--) {
        size_t j = below((unsigned)i);
        struct node *other = order[j];
        order[j] = order[i - 1];
        order[i - 1] = other;
    }
    for (size_t i = 0, next = 0; i < items->n; i++) {
        const struct node *n = order[i];
        if (n->kind == NODE_criterion) {
            while (items->at[next]->kind != NODE_criterion)
                next++;
            n = items->at[next++];
        }
        emit(b, s, n);
        buffer_add(b, TEXT("\n"));
    }
}

static void emit(struct buffer *b, const struct source *s, const struct node *n)
{
    const struct nodes *items = n->kind == NODE_criterion ? &n->criterion.items
                                : n->kind == NODE_facts   ? &n->facts.declarations
                                                          : NULL;
    if (!items || !items->n) {
        buffer_add(b, slice(s, n->at.lo, n->at.hi));
        return;
    }
    buffer_add(b, slice(s, n->at.lo, items->at[0]->at.lo));
    emit_shuffled(b, s, items);
    buffer_add(b, slice(s, items->at[items->n - 1]->at.hi, n->at.hi));
}

static struct text shuffled_rules(struct arena *a, struct text rules)
{
    struct sources *sources = sources_new(a);
    struct diags d = diags_in(a, sources);
    const struct source *s = source_add(sources, TEXT("2566.ken"), rules);
    struct tree *t = parse_tokens(a, lex_source(a, s, &d), &d);
    struct buffer b = buffer_in(a);
    emit_shuffled(&b, s, &t->root->file.items);
    return buffer_text(&b);
}

/* Lines, and blocks of lines in braces; `lines` so that each begins where one ends. */
struct chunks {
    LIST_OF(struct text);
};

static void add_chunks(struct arena *a, struct chunks *chunks, struct text facts)
{
    size_t begin = 0;
    int depth = 0;
    for (size_t i = 0; i < facts.n; i++) {
        bool comment = facts.at[i] == '#';
        while (comment && i + 1 < facts.n && facts.at[i + 1] != '\n')
            i++;
        depth += (facts.at[i] == '{') - (facts.at[i] == '}');
        if (facts.at[i] != '\n' || depth)
            continue;
        LIST_ADD(a, chunks, ((struct text){facts.at + begin, i + 1 - begin}));
        begin = i + 1;
    }
}

static bool stays(struct text chunk)
{
    static const char *const heads[] = {"facts for", "office", "era", "as of",
                                        "claim",     "reason", "#",   "\n"};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (text_starts(chunk, text_of(heads[i])))
            return true;
    return false;
}

static struct text shuffled_facts(struct arena *a, struct text facts)
{
    struct chunks chunks = {0};
    add_chunks(a, &chunks, facts);
    for (size_t i = chunks.n; i > 1; i--) {
        size_t j = below((unsigned)i);
        struct text *one = &chunks.at[i - 1], *other = &chunks.at[j], kept = *one;
        if (stays(*one) || stays(*other))
            continue;
        *one = *other;
        *other = kept;
    }
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < chunks.n; i++)
        buffer_add(&b, chunks.at[i]);
    return buffer_text(&b);
}

static struct text evaluated(struct arena *a, const char *folder, struct text rules,
                             const char *facts_name, struct text facts)
{
    struct trial *t = trial_new(folder);
    trial_load(t, "input.ken", rules);
    trial_facts(t, facts_name, facts);
    trial_evaluate(t);
    cr_assert(t->status == KEN_OK, "%s\n%s\n%s", text_c(a, trial_problems(t)), text_c(a, rules),
              text_c(a, facts));
    struct text json = text_copy(a, support_without_places(a, trial_json(t)));
    lost_expect_all(t->ken, rounds++ % CHANGED == 0, text_c(a, SAY(a, "{}\n{}", rules, facts)));
    if (rounds % CERTIFIED == 0)
        expect_certified_or_refused(t, text_c(a, SAY(a, "{}\n{}", rules, facts)));
    trial_free(t);
    return json;
}

static void read_loei(struct arena *a, struct text *rules, struct text *facts)
{
    cr_assert(support_read(a, "rules/cgd/2566.ken", rules));
    cr_assert(support_read(a, "rules/cgd/facts/loei-2566.facts", facts));
}

Test(properties, order_means_nothing_and_running_twice_gives_the_same_bytes)
{
    struct arena *a = support_arena();
    struct text rules, facts;
    read_loei(a, &rules, &facts);
    struct text wanted = evaluated(a, "rules/cgd", rules, "facts/facts.facts", facts);
    for (unsigned i = 0; i < SHUFFLES; i++) {
        seed(i);
        struct text other_rules = i ? shuffled_rules(a, rules) : rules,
                    other_facts = i ? shuffled_facts(a, facts) : facts;
        struct text got = evaluated(a, "rules/cgd", other_rules, "facts/facts.facts", other_facts);
        cr_expect(text_equal(wanted, got), "order %u: %s", i, support_difference(a, wanted, got));
    }
    arena_free(a);
}

/* --- figures of a JSON result ----------------------------------------------------------------- */

static long double figure(struct arena *a, struct text json, const char *path, const char *key)
{
    char *end, *words = text_c(a, support_figure(a, json, path, key));
    long double n = strtold(words, &end);
    return *end == '/' ? n / strtold(end + 1, NULL) : n;
}

static bool is(struct arena *a, struct text json, const char *path, const char *key,
               const char *wanted)
{
    return text_equal(support_figure(a, json, path, key), text_of(wanted));
}

/* A light or grade that is certain stays. */
static void expect_mark(struct arena *a, struct text partial, struct text complete,
                        const char *path, const char *key, const char *about)
{
    struct text said = support_figure(a, partial, path, key);
    cr_expect(
        text_equal(said, TEXT("null")) || text_equal(said, support_figure(a, complete, path, key)),
        "%s: the %s of %s was said to be known, and is another", about, key, path ? path : "total");
}

/* What the partial facts say of a criterion must allow what the complete ones say. */
static void expect_allows(struct arena *a, struct text partial, struct text complete,
                          const char *path, const char *about)
{
    long double tolerance = 1e-9L, score = figure(a, complete, path, "exact");
    bool scored = !is(a, complete, path, "exact", "null");
    const char *name = path ? path : "total";
    expect_mark(a, partial, complete, path, "light", about);
    expect_mark(a, partial, complete, path, "grade", about);
    if (is(a, partial, path, "status", "incomplete")) {
        bool no_low = is(a, partial, path, "at_least_exact", "null"),
             no_high = is(a, partial, path, "at_most_exact", "null");
        long double low = no_low ? -1e18L : figure(a, partial, path, "at_least_exact"),
                    high = no_high ? 1e18L : figure(a, partial, path, "at_most_exact");
        cr_expect(!scored || (low - tolerance <= score && score <= high + tolerance),
                  "%s: %s is %Lg, but was said to be %Lg to %Lg", about, name, score, low, high);
        return;
    }
    cr_expect(text_equal(support_figure(a, partial, path, "exact"),
                         support_figure(a, complete, path, "exact")),
              "%s: %s was said to be known, and is another", about, name);
}

static void expect_sound(struct arena *a, struct text partial, struct text complete,
                         const char *about)
{
    expect_allows(a, partial, complete, NULL, about);
    struct text rest = complete;
    for (const char *at; (at = support_find(rest, TEXT("\"path\": \"")));
         rest = text_after(rest, 9)) {
        rest = text_after(rest, (size_t)(at - rest.at));
        const char *quote = memchr(rest.at + 9, '"', rest.n - 9);
        char *path = text_c(a, (struct text){rest.at + 9, (size_t)(quote - rest.at) - 9});
        expect_allows(a, partial, complete, path, about);
    }
}

/* --- random facts ----------------------------------------------------------------------------- */

static void add_value(struct buffer *b, char kind)
{
    static const char *const truths[] = {"true", "false"};
    switch (kind) {
    case 'n':
        buffer_add(b, SAY(b->arena, "{}.{}", text_number(b->arena, below(7)),
                          text_number(b->arena, 5 * below(2))));
        return;
    case 'a':
        buffer_add(b, below(3) ? text_of("{\"value\": 2}") : TEXT("{\"na\": \"no budget\"}"));
        return;
    case 'y':
        buffer_add(b, text_of(truths[below(2)]));
        return;
    case 'e':
        buffer_add(b, below(3) ? TEXT("{\"evidence\": \"letter\", \"value\": ")
                               : TEXT("{\"value\": "));
        add_value(b, 'n');
        buffer_add(b, TEXT("}"));
        return;
    default: /* of 2023, from May on: after every `as of` */
        buffer_add(b, SAY(b->arena, "\"2023-0{}-1{}\"", text_number(b->arena, 5 + below(4)),
                          text_number(b->arena, below(10))));
    }
}

static void add_rows(struct buffer *b)
{
    buffer_add(b, TEXT("["));
    for (unsigned i = 0, n = below(5); i < n; i++) {
        buffer_add(b, i ? TEXT(", {\"x\": ") : TEXT("{\"x\": "));
        add_value(b, 'n');
        buffer_add(b, TEXT(", \"ok\": "));
        add_value(b, 'y');
        buffer_add(b, TEXT("}"));
    }
    buffer_add(b, TEXT("]"));
}

/* Values for the facts named in `names`; the first letter is the type: n number, a number that may
 * be n/a, e number with evidence or without, y yes/no, d date, o optional date, which may be none,
 * t table of x (number) and ok (yes/no). */
static size_t random_facts(struct arena *a, const char *names, struct text *facts)
{
    size_t n = 0;
    char *save = NULL, *list = text_c(a, text_of(names));
    for (char *name = strtok_r(list, " ", &save); name && n < FACTS;
         name = strtok_r(NULL, " ", &save)) {
        struct buffer b = buffer_in(a);
        buffer_add(&b, SAY(a, "\"{}\": ", text_of(name)));
        if (*name == 't')
            add_rows(&b);
        else if (*name == 'o' && below(3) == 0)
            buffer_add(&b, TEXT("null"));
        else
            add_value(&b, *name);
        facts[n++] = buffer_text(&b);
    }
    return n;
}

/* As one JSON object; when `holes`, required facts are left out at random, and cells of tables. */
static struct text facts_json(struct arena *a, const struct text *facts, size_t n, bool holes)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("{\"ken\": {\"as_of\": \"2023-04-20\"}"));
    for (size_t i = 0; i < n; i++) {
        if (holes && facts[i].at[1] != 'o' && below(3) == 0)
            continue;
        buffer_add(&b, TEXT(", "));
        for (size_t j = 0; j < facts[i].n; j++) {
            bool hole = holes && facts[i].at[1] == 't' && j > 1 && facts[i].at[j - 2] == ':' &&
                        strchr("tf0123456", facts[i].at[j]) && below(4) == 0;
            buffer_add(&b, hole ? TEXT("null") : (struct text){facts[i].at + j, 1});
            while (hole && j + 1 < facts[i].n && !strchr(",}", facts[i].at[j + 1]))
                j++;
        }
    }
    buffer_add(&b, TEXT("}"));
    return buffer_text(&b);
}

static void try_round(const char *path, struct text rules, const char *names, unsigned round)
{
    struct arena *a = support_arena();
    struct text facts[FACTS];
    seed(round);
    size_t n = random_facts(a, names, facts);
    struct text all = facts_json(a, facts, n, false), some = facts_json(a, facts, n, true);
    struct text complete = evaluated(a, ".", rules, "facts.json", all);
    struct text partial = evaluated(a, ".", rules, "facts.json", some);
    if (!is(a, complete, NULL, "exact", "null")) {
        long double total = figure(a, complete, NULL, "exact");
        cr_expect(1 <= total && total <= 5, "%s round %u: %Lg", path, round, total);
        expect_sound(a, partial, complete,
                     text_c(a, SAY(a, "{} round {}\n  all  {}\n  some {}\n ", text_of(path),
                                   text_number(a, round), all, some)));
    }
    arena_free(a);
}

/* Bands that take every score, some of them in the middle of `otherwise`. */
static const char marks[] = "\nstatus { from 4 : green   above 2 : yellow   otherwise : red }\n"
                            "grade { from 4 : A   above 2 to 3 : B   otherwise : C }\n";

/* The first line of the rules says `# facts n1 y1`: which facts there are, by their types. */
Test(properties, what_is_not_known_yet_lies_in_its_range)
{
    struct arena *a = support_arena();
    glob_t found;
    cr_assert(glob("tests/cases/random/*/input.ken", 0, NULL, &found) == 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct text rules;
        cr_assert(support_read(a, found.gl_pathv[i], &rules));
        const char *first = rules.at + strlen("# facts "), *end = strchr(first, '\n');
        char *names = text_c(a, (struct text){first, (size_t)(end - first)});
        for (unsigned round = 0; round < FACT_ROUNDS; round++)
            try_round(found.gl_pathv[i], SAY(a, "{}{}", rules, text_of(marks)), names, round);
    }
    globfree(&found);
    arena_free(a);
}

/* The real case, made complete, with lines of its facts left out. */
Test(properties, ranges_of_the_2566_case_hold_what_comes)
{
    struct arena *a = support_arena();
    struct text rules, facts;
    read_loei(a, &rules, &facts);
    rules = support_replace(a, rules, "missing scores 1 ", "");
    facts = SAY(a,
                "{}paying_units.existing 10\npaying_units.correct 9\nlocal_reports.required "
                "8\nlocal_reports.delivered 5\n",
                facts);
    struct chunks chunks = {0};
    add_chunks(a, &chunks, facts);
    struct text complete = evaluated(a, "rules/cgd", rules, "facts/facts.facts", facts);
    cr_assert(!is(a, complete, NULL, "exact", "null"));
    for (unsigned round = 0; round < LOEI_ROUNDS; round++) {
        struct buffer b = buffer_in(a);
        seed(round);
        for (size_t i = 0; i < chunks.n; i++)
            if (stays(chunks.at[i]) || text_starts(chunks.at[i], TEXT("plan")) ||
                text_starts(chunks.at[i], TEXT("innov")) || below(3))
                buffer_add(&b, chunks.at[i]);
        expect_sound(a, evaluated(a, "rules/cgd", rules, "facts/facts.facts", buffer_text(&b)),
                     complete, text_c(a, SAY(a, "round {}", text_number(a, round))));
    }
    arena_free(a);
}
