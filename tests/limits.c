/* Hostile and broken input: a clean diagnosis within a second and bounded memory, never a crash or
 * a hang. */
#include "hostile.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

enum { MUTATIONS = 400 };

static const char head[] = LIMITS_HEAD;

Test(limits, nesting_is_bounded_everywhere)
{
    static const struct {
        const char *before, *piece, *after, *code;
        size_t times;
    } nests[] = {
        {"let a = ", "(", "", "K0205", 1000000},
        {"", "group g { ", "", "K0205", 400000},
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
        limits_rules(
            limits_repeated(a, text_c(a, SAY(a, "{}{}", text_of(head), text_of(nests[i].before))),
                            nests[i].piece, nests[i].times, nests[i].after),
            nests[i].code, nests[i].piece);
    arena_free(a);
}

Test(limits, long_and_strange_texts_are_diagnosed)
{
    struct arena *a = support_arena();
    static const char rest[] = "indicator 1 { measure x levels 1, 2, 3, 4, 5 }\n";
    limits_rules((struct text){"", 0}, "K0317", "an empty file");
    limits_rules(SAY(a, "{}{}", text_of(head), text_of(rest)), NULL, "a small file");
    limits_rules((struct text){"criteria \0 t", 12}, "K0103", "a NUL byte");
    limits_rules(TEXT("criteria t \"\xE0\xB8\""), "K0101", "a cut-off letter");
    limits_rules(TEXT("criteria t \"\xED\xA0\x80\""), "K0101", "a surrogate");
    limits_rules(TEXT("criteria t \"\xE2\x80\xAE\""), "K0102", "right to left");
    limits_rules(limits_repeated(a, head, "a", 1000000, " : number"), "K0112",
                 "a name of a megabyte");
    limits_rules(
        limits_repeated(a, text_c(a, SAY(a, "{}let a = ", text_of(head))), "1", 1000000, ""),
        "K0801", "a million digits");
    limits_rules(limits_repeated(a, text_c(a, SAY(a, "{}note \"", text_of(head))), "ก", 1300000,
                                 "\"\nindicator 1 { measure x levels 1, 2, 3, 4, 5 }\n"),
                 NULL, "a line of 4 MB");
    limits_rules(limits_repeated(a, head, "# x\r\n", 800000, rest), NULL, "800 000 comments");
    limits_rules(limits_repeated(a, head, "@", 1000000, rest), "K0111", "a million strange signs");
    limits_rules(limits_repeated(a, head, "\"", 1000001, ""), "K0109", "a million quotes");
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

Test(limits, no_text_is_looked_through_for_each_of_its_pieces)
{
    static const struct {
        const char *before, *piece;
        size_t times;
    } texts[] = {
        {"let a = x", ".x", 1000000},
        {"let a = ", "x.x ", 1000000},
        {"let a = ", "1 x.x.x ", 500000},
        {"let a = ", "x....", 800000},
        {"let a = ", "1-1", 1000000},
        {"let a = ", "1,1", 1000000},
        {"",
         "\xE2\x80\x9C"
         "aaaa",
         500000},
        {"let a = x", "-x.x", 800000},
    };
    struct arena *a = support_arena();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct text start = SAY(a, "{}{}", text_of(head), text_of(texts[i].before));
        struct text rules =
            limits_repeated(a, text_c(a, start), texts[i].piece, texts[i].times, "\n");
        limits_rules(rules, "K0", texts[i].piece);
    }
    arena_free(a);
}

Test(limits, suggestions_for_many_names_stay_cheap)
{
    struct arena *a = support_arena();
    struct buffer b = buffer_in(a);
    buffer_add(&b, text_of(head));
    struct text start = limits_repeated(a, "", "ก", 50, ""),
                other = limits_repeated(a, "", "ข", 50, "");
    for (long long i = 0; i < 12000; i++)
        buffer_add(&b,
                   SAY(a, "let {}{} = {}{}\n", start, text_number(a, i), other, text_number(a, i)));
    limits_rules(buffer_text(&b), "K0301", "12 000 unknown names of 50 letters");
    arena_free(a);
}

Test(limits, rules_and_their_names_have_a_length)
{
    struct arena *a = support_arena();
    static const char rest[] = "indicator 1 { measure x levels 1, 2, 3, 4, 5 }\n";
    size_t room = RULES_BYTES - sizeof head - sizeof rest - 2;
    limits_rules(limits_repeated(a, head, " ", room, rest), NULL, "as much as rules can have");
    limits_rules(limits_repeated(a, head, " ", room + 100, rest), "K0806",
                 "more than rules can have");
    char *name = text_c(a, limits_repeated(a, "", "n", LEX_NAME - 1, " { "));
    struct text deep =
        limits_repeated(a, text_c(a, SAY(a, "{}facts { ", text_of(head))), name, 150, "z : number");
    limits_rules(SAY(a, "{}{}\n{}", deep, limits_repeated(a, "", " }", 151, ""), text_of(rest)),
                 "K0112", "a path of 38 kB");
    arena_free(a);
}

Test(limits, decimals_and_dates_have_their_bounds)
{
    struct arena *a = support_arena();
    static const struct {
        const char *text, *code;
    } lines[] = {
        {"facts { y : number, 31 decimals }", "K0402"},
        {"round total to 31 half up", "K0402"},
        {"show score to 31", "K0402"},
        {"closes 2023-02-30", "K0504"},
        {"closes 0000-01-01", "K0504"},
        {"closes 2023-13-01", "K0504"},
        {"let y = count of t where (count of t where (count of t where v > 1) > 1) > 1\n"
         "facts { t : table { v : number } }",
         "K0407"},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        limits_rules(
            SAY(a, "{}{}\nindicator 1 { score 3 }\n", text_of(head), text_of(lines[i].text)),
            lines[i].code, lines[i].text);
    arena_free(a);
}

Test(limits, bands_are_counted_before_they_are_compared)
{
    struct arena *a = support_arena();
    struct buffer b = buffer_in(a);
    buffer_add(&b, text_of(head));
    buffer_add(&b, TEXT("indicator 1 { measure x bands { "));
    for (long long i = 0; i < 100000; i++)
        buffer_add(&b, SAY(a, "exactly {} : 3 ", text_number(a, i)));
    buffer_add(&b, TEXT("otherwise : 1 } }\n"));
    limits_rules(buffer_text(&b), "K0537", "a hundred thousand bands");
    arena_free(a);
}

/* Files whose names are numbers: each uses the next one, and the first all of them. */
struct chain {
    struct arena *arena;
    long long files;
    bool wide;
};

static const char *open_chain(void *user, ken_text from, ken_text path, ken_text *name,
                              ken_text *content)
{
    (void)from;
    struct chain *c = user;
    struct text text = TEXT("era CE\n");
    long long n = strtoll(text_c(c->arena, (struct text){path.at, path.size}), NULL, 10);
    if (!c->wide && n < c->files)
        text = SAY(c->arena, "use \"{}\"\n", text_number(c->arena, n + 1));
    *name = path;
    *content = (ken_text){text.at, text.n};
    return NULL;
}

static void expect_files(long long files, bool wide, bool well)
{
    struct arena *a = support_arena();
    struct chain c = {a, files, wide};
    struct buffer rules = buffer_in(a);
    buffer_add(&rules, text_of(head));
    for (long long i = 1; i <= (wide ? files : 1); i++)
        buffer_add(&rules, SAY(a, "use \"{}\"\n", text_number(a, i)));
    buffer_add(&rules, TEXT("indicator 1 { measure x levels 1, 2, 3, 4, 5 }\n"));
    struct trial *t = trial_new("tests");
    ken_free(t->ken);
    t->ken =
        ken_new(&(ken_host){.get = limits_get, .put = limits_put, .open = open_chain, .user = &c});
    trial_load(t, "input.ken", buffer_text(&rules));
    struct text problems = trial_problems(t);
    bool refused = support_find(problems, TEXT("K0805")) != NULL;
    cr_expect(refused == !well && (t->status == KEN_OK) == well, "%lld files: %.300s", files,
              text_c(a, problems));
    trial_free(t);
    arena_free(a);
}

Test(limits, rules_lie_in_so_many_files_so_deep)
{
    expect_files(FILE_DEPTH, false, true);
    expect_files(FILE_DEPTH + 1, false, false);
    expect_files(FILES - 1, true, true);
    expect_files(FILES, true, false);
}

Test(limits, messages_are_counted_and_quote_only_the_beginning)
{
    struct arena *a = support_arena();
    struct trial *t = trial_new("tests");
    trial_load(t, "input.ken", limits_repeated(a, head, "@", 1000000, ""));
    cr_expect(ken_errors(t->ken) >= ERRORS_READ && ken_errors(t->ken) < ERRORS_READ + 10,
              "reading ends after %d errors, not after %zu", ERRORS_READ, ken_errors(t->ken));
    struct text json = trial_report(t, KEN_PROBLEMS, &(ken_style){.form = KEN_DATA});
    size_t kept = 0;
    for (const char *at; (at = support_find(json, TEXT("\"code\": "))); kept++)
        json = text_after(json, (size_t)(at - json.at) + 1);
    cr_expect(kept == ERRORS_KEPT, "%zu are kept", kept);
    trial_free(t);
    t = trial_new("tests");
    trial_load(t, "input.ken", limits_repeated(a, head, "x", 1000000, " : 1"));
    cr_expect(trial_problems(t).n < 10000, "a message has %zu bytes", trial_problems(t).n);
    trial_free(t);
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
