/* Hostile and broken input: a clean diagnosis within a second and bounded memory, never a crash or
 * a hang. */
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>
#include <time.h>

enum { MUTATIONS = 400 };

static const char head[] =
    "criteria t \"t\"\nera CE\nscale 1 .. 5\nfacts { x : number, optional }\n";

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* `before`, then `piece` so many times, then `after`. */
static struct text repeated(struct arena *a, const char *before, const char *piece, size_t times,
                            const char *after)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, text_of(before));
    buffer_add_times(&b, text_of(piece), times);
    buffer_add(&b, text_of(after));
    return buffer_text(&b);
}

/* Rules with that text are refused with the code, in good time; NULL: accepted. */
static void expect_rules(struct text rules, const char *code, const char *what)
{
    double start = seconds();
    struct trial *t = trial_new("tests");
    trial_load(t, "input.ken", rules);
    struct text problems = trial_problems(t);
    double took = seconds() - start;
    cr_expect(eq(int, t->status, code ? KEN_RULES_WRONG : KEN_OK), "%s: %.300s", what,
              text_c(t->arena, problems));
    if (code)
        cr_expect(support_find(problems, text_of(code)) != NULL, "%s: %.300s", what,
                  text_c(t->arena, problems));
    cr_expect(took < 5, "%s: %f s (a second without sanitizers)", what, took);
    trial_free(t);
}

Test(limits, nesting_is_bounded_everywhere)
{
    static const struct {
        const char *before, *piece, *after, *code;
        size_t times;
    } nests[] = {
        {"let a = ", "(", "", "K0205", 1000000},
        {"", "group g { ", "", "K0205", 1000000},
        {"facts ", "{ a ", "", "K0205", 1000000},
        {"let a = ", "not ", "x", "K0205", 100000},
        {"let a = ", "- ", "x", "K0205", 100000},
        {"let a = ", "1 days after ", "x", "K0205", 100000},
        {"let a = ", "start of ", "x", "K0205", 100000},
        {"let a = 1", " + 1", "", "K0205", 100000},
        {"let a = ", "if x > 1 then ", "", "K0205", 5000},
        {"let a = x", " / x", "", "K0205", 100000},
    };
    struct arena *a = support_arena();
    for (size_t i = 0; i < sizeof nests / sizeof *nests; i++)
        expect_rules(repeated(a, text_c(a, SAY(a, "{}{}", text_of(head), text_of(nests[i].before))),
                              nests[i].piece, nests[i].times, nests[i].after),
                     nests[i].code, nests[i].piece);
    arena_free(a);
}

Test(limits, chains_of_uses_are_bounded_and_doubling_is_harmless)
{
    struct arena *a = support_arena();
    struct buffer chain = buffer_in(a), doubling = buffer_in(a);
    buffer_add(&chain, text_of(head));
    buffer_add(&doubling, text_of(head));
    for (long long i = 0; i < 3000; i++)
        buffer_add(&chain, SAY(a, "let a{} = a{} + 1\n", text_number(a, i), text_number(a, i + 1)));
    for (long long i = 0; i < 60; i++)
        buffer_add(&doubling, SAY(a, "let a{} = a{} + a{}\n", text_number(a, i),
                                  text_number(a, i + 1), text_number(a, i + 1)));
    buffer_add(&chain, TEXT("let a3000 = x\nindicator 1 { measure a0 levels 1, 2, 3, 4, 5 }\n"));
    buffer_add(&doubling, TEXT("let a60 = x\nindicator 1 { measure a0 levels 1, 2, 3, 4, 5 }\n"));
    expect_rules(buffer_text(&chain), "K0205", "a chain of lets");
    expect_rules(buffer_text(&doubling), NULL, "lets that double");
    struct trial *t = trial_of("tests", buffer_text(&doubling), TEXT("x 0.000001\n"));
    struct text reasons = trial_report(t, KEN_EXPLANATION, &(ken_style){.width = 100});
    cr_expect(reasons.n > 100 && reasons.n < 100000,
              "an explanation of doubling lets has %zu bytes", reasons.n);
    trial_free(t);
    arena_free(a);
}

/* Evaluated and reported in good time, whatever comes out. */
static void expect_ends(struct text rules, const char *facts, const char *what)
{
    double start = seconds();
    struct trial *t = trial_of("tests", rules, text_of(facts));
    cr_expect(trial_report(t, KEN_SCORECARD, &(ken_style){.width = 100}).n > 100, "%s", what);
    double took = seconds() - start;
    cr_expect(took < 5, "%s: %f s (a second without sanitizers)", what, took);
    trial_free(t);
}

Test(limits, doubling_is_harmless_in_rows_and_where_nothing_is_known)
{
    struct arena *a = support_arena();
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("criteria t era CE scale 1 .. 5\n"
                        "facts { y : number   t : table { b : number } }\n"
                        "let a60 = y\n"
                        "indicator 1 { points 1 measure count of t where b < a0 "
                        "levels 1, 2, 3, 4, 5 }\n"
                        "indicator s60 { points 1 measure a0 levels 1, 2, 3, 4, 5 }\n"));
    for (long long i = 0; i < 60; i++) {
        struct text here = text_number(a, i), next = text_number(a, i + 1);
        buffer_add(&b, SAY(a, "let a{} = a{} + a{}\n", here, next, next));
        buffer_add(&b, SAY(a, "indicator s{} { points 1 score (score of s{}) + (score of s{}) }\n",
                           here, next, next));
    }
    expect_ends(buffer_text(&b), "y 0.1\nt { b\n1\n2\n}\n", "doubling in rows");
    expect_ends(buffer_text(&b), "t { b\n1\n2\n}\n", "doubling of what is not known");
    arena_free(a);
}

Test(limits, long_and_strange_texts_are_diagnosed)
{
    struct arena *a = support_arena();
    static const char rest[] = "indicator 1 { measure x levels 1, 2, 3, 4, 5 }\n";
    expect_rules((struct text){"", 0}, "K0317", "an empty file");
    expect_rules(SAY(a, "{}{}", text_of(head), text_of(rest)), NULL, "a small file");
    expect_rules((struct text){"criteria \0 t", 12}, "K0103", "a NUL byte");
    expect_rules(TEXT("criteria t \"\xE0\xB8\""), "K0101", "a cut-off letter");
    expect_rules(TEXT("criteria t \"\xED\xA0\x80\""), "K0101", "a surrogate");
    expect_rules(TEXT("criteria t \"\xE2\x80\xAE\""), "K0102", "right to left");
    expect_rules(repeated(a, head, "a", 1000000, " : number"), "K0112", "a name of a megabyte");
    expect_rules(repeated(a, text_c(a, SAY(a, "{}let a = ", text_of(head))), "1", 1000000, ""),
                 "K0801", "a million digits");
    expect_rules(repeated(a, text_c(a, SAY(a, "{}note \"", text_of(head))), "ก", 3000000,
                          "\"\nindicator 1 { measure x levels 1, 2, 3, 4, 5 }\n"),
                 NULL, "a line of 9 MB");
    expect_rules(repeated(a, head, "# x\r\n", 1000000, rest), NULL, "a million comments");
    expect_rules(repeated(a, head, "@", 1000000, rest), "K0111", "a million strange signs");
    expect_rules(repeated(a, head, "\"", 1000001, ""), "K0109", "a million quotes");
    arena_free(a);
}

Test(limits, numbers_are_bounded_with_an_error_that_names_the_place)
{
    struct arena *a = support_arena();
    struct buffer b = buffer_in(a);
    buffer_add(&b, text_of(head));
    buffer_add(&b, TEXT("let a0 = x\n"));
    for (long long i = 1; i < 40; i++)
        buffer_add(&b, SAY(a, "let a{} = a{} * a{}\n", text_number(a, i), text_number(a, i - 1),
                           text_number(a, i - 1)));
    buffer_add(&b, TEXT("indicator 1 { measure a39 levels 1, 2, 3, 4, 5 }\n"));
    struct trial *t = trial_of("tests", buffer_text(&b), TEXT("x 12.345\n"));
    cr_expect(eq(int, t->status, KEN_RULES_WRONG));
    cr_expect(support_find(trial_problems(t), TEXT("K0704")) != NULL);
    trial_free(t);
    arena_free(a);
}

static void expect_facts(const char *name, struct text facts, const char *what)
{
    struct trial *t = trial_new("tests");
    struct arena *a = t->arena;
    double start = seconds();
    trial_load(t, "input.ken",
               SAY(a, "{}indicator 1 { measure x levels 1, 2, 3, 4, 5 }\n", text_of(head)));
    trial_facts(t, name, facts);
    cr_expect(eq(int, t->status, KEN_FACTS_WRONG), "%s", what);
    cr_expect(trial_problems(t).n > 0 && seconds() - start < 5, "%s", what);
    trial_free(t);
}

Test(limits, facts_of_any_bytes_are_diagnosed)
{
    struct arena *a = support_arena();
    expect_facts("f.facts", (struct text){"x \0 1", 5}, "a NUL byte");
    expect_facts("f.facts", TEXT("x \xFF"), "not UTF-8");
    expect_facts("f.facts", repeated(a, "x ", "9", 1000000, "\n"), "a million digits");
    expect_facts("f.facts", repeated(a, "", "g {\n", 100000, ""), "open blocks");
    expect_facts("f.facts", repeated(a, "", "x 1\n", 100000, ""),
                 "a fact a hundred thousand times");
    expect_facts("f.facts", TEXT("x 1,00\n"), "a wrong comma");
    expect_facts("f.json", repeated(a, "", "[", 1000000, ""), "open arrays");
    expect_facts("f.json", repeated(a, "", "{\"a\":", 1000000, ""), "open objects");
    expect_facts("f.json", TEXT("{\"x\":1} {\"x\":2}"), "trailing text");
    expect_facts("f.json", TEXT("{\"x\":1,\"x\":2}"), "a key twice");
    expect_facts("f.json", TEXT("{\"x\":1e999999999}"), "a huge exponent");
    expect_facts("f.json", TEXT("{\"x\":"), "cut off");
    arena_free(a);
}

static uint64_t next(uint64_t *state)
{
    uint64_t z = (*state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* Up to eight bytes changed, left out or doubled. */
static struct text mutated(struct arena *a, struct text t, uint64_t *state)
{
    struct buffer b = buffer_in(a);
    size_t at[8], n = 1 + next(state) % 8;
    for (size_t i = 0; i < n; i++)
        at[i] = next(state) % t.n;
    for (size_t i = 0; i < t.n; i++) {
        char byte = t.at[i];
        int how = -1;
        for (size_t j = 0; j < n; j++)
            how = at[j] == i ? (int)(next(state) % 3) : how;
        if (how == 0)
            byte = (char)next(state);
        if (how != 1)
            buffer_add_byte(&b, byte);
        if (how == 2)
            buffer_add_byte(&b, "{}()\"#-.,:0"[next(state) % 11]);
    }
    return buffer_text(&b);
}

/* Rules with the facts `x` and `y`, for which a question may have too many answers. */
static struct trial *asked(const char *first, const char *second)
{
    struct trial *t = trial_new("rules");
    trial_load(t, "input.ken",
               TEXT("criteria t \"t\"\nera CE\nscale 1 .. 5\nfacts { x, y : integer }\n"
                    "indicator 1 { measure x + y   levels 1, 2, 3, 4, 5 }\n"));
    trial_facts(t, "facts.facts", TEXT("x 1\ny 1\n"));
    trial_ask(t, first);
    if (second)
        trial_ask(t, second);
    trial_evaluate(t);
    return t;
}

static void expect_asked(const char *first, const char *second, const char *says)
{
    struct trial *t = asked(first, second);
    cr_expect(support_find(says ? trial_problems(t)
                                : trial_report(t, KEN_WHAT_IF, &(ken_style){.form = KEN_CSV}),
                           text_of(says ? says : "x")) != NULL,
              "%s: %s", first, text_c(t->arena, trial_problems(t)));
    cr_expect(eq(int, t->status == KEN_OK, !says));
    trial_free(t);
}

Test(limits, a_question_has_at_most_a_thousand_outcomes)
{
    expect_asked("x=1..1000", NULL, NULL);
    expect_asked("x=0..1000", NULL, "this asks for 1,001 outcomes");
    expect_asked("x=1..100", "y=1..10", NULL);
    expect_asked("x=1..100", "y=1..11", "this asks for 1,100 outcomes");
    expect_asked("x=1..999|3|4", NULL, "this asks for 1,001 outcomes");
    struct arena *a = support_arena();
    struct buffer nines = buffer_in(a), bars = buffer_in(a);
    buffer_add_times(&nines, TEXT("9"), 1000);
    buffer_add_times(&bars, TEXT("|"), 100000);
    expect_asked(text_c(a, SAY(a, "x=0..{}", buffer_text(&nines))), NULL,
                 "more than 1,000,000,000");
    expect_asked(text_c(a, SAY(a, "x={}", buffer_text(&bars))), NULL, "K0721");
    arena_free(a);
}

static size_t held, peak; /* from the host of the test below */

static void *counted_get(void *user, size_t size)
{
    (void)user;
    held += size;
    peak = held > peak ? held : peak;
    return malloc(size);
}

static void counted_put(void *user, void *block, size_t size)
{
    (void)user;
    held -= size;
    free(block);
}

static void counted_exhausted(void *user)
{
    (void)user;
    abort();
}

/* Three hundred indicators, of which one changes: an evaluation takes far more than its outcome. */
Test(limits, outcomes_that_were_tried_give_their_memory_back)
{
    struct arena *a = support_arena();
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("criteria t \"t\"\nera CE\nscale 1 .. 5\nfacts { x, y : integer }\n"
                        "indicator x { points 1   measure x   levels 1, 2, 3, 4, 5 }\n"));
    for (int i = 0; i < 300; i++)
        buffer_add(&b, SAY(a, "indicator {} { points 1   measure y   levels 1, 2, 3, 4, 5 }\n",
                           text_number(a, i)));
    struct text rules = buffer_text(&b);
    ken *k = ken_new(
        &(ken_host){.get = counted_get, .put = counted_put, .exhausted = counted_exhausted});
    ken_load(k, (ken_text){"t.ken", 5}, (ken_text){rules.at, rules.n});
    ken_facts(k, (ken_text){"t.facts", 7}, (ken_text){"x 1\ny 1\n", 8}, KEN_NATIVE);
    ken_ask(k, (ken_text){"x=1..1000", 9});
    size_t before = held;
    peak = held;
    cr_expect(ken_evaluate(k) == KEN_OK);
    cr_expect(peak - before < 8 * 1024 * 1024, "%zu bytes more", peak - before);
    ken_free(k);
    cr_expect(held == 0, "%zu bytes are kept", held);
    arena_free(a);
}

Test(limits, mutations_of_the_real_case_never_crash)
{
    struct arena *a = support_arena();
    struct text rules, facts;
    cr_assert(support_read(a, "rules/cgd/2566.ken", &rules) &&
              support_read(a, "rules/cgd/facts/loei-2566.facts", &facts));
    uint64_t state = 2566;
    for (int i = 0; i < MUTATIONS; i++) {
        struct trial *t = trial_new("rules/cgd");
        trial_load(t, "2566.ken", i % 2 ? rules : mutated(a, rules, &state));
        trial_facts(t, "facts/loei-2566.facts", i % 2 ? mutated(a, facts, &state) : facts);
        trial_evaluate(t);
        if (t->status)
            cr_expect(trial_problems(t).n > 0, "mutation %d fails without a word", i);
        else
            cr_expect(trial_report(t, KEN_EXPLANATION, &(ken_style){.width = 100}).n > 0);
        trial_free(t);
    }
    arena_free(a);
}
