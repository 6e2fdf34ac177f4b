/* Hostile and broken facts: a clean diagnosis within a second and bounded memory. */
#include "hostile.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char head[] = LIMITS_HEAD;

double limits_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

struct text limits_repeated(struct arena *a, const char *before, const char *piece, size_t times,
                            const char *after)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, text_of(before));
    buffer_add_times(&b, text_of(piece), times);
    buffer_add(&b, text_of(after));
    return buffer_text(&b);
}

/* Rules with that text are refused with the code, in good time; NULL: accepted. */
void limits_rules(struct text rules, const char *code, const char *what)
{
    double start = limits_seconds();
    struct trial *t = trial_new("tests");
    trial_load(t, "input.ken", rules);
    struct text problems = trial_problems(t);
    double took = limits_seconds() - start;
    cr_expect(eq(int, t->status, code ? KEN_RULES_WRONG : KEN_OK), "%s: %.300s", what,
              text_c(t->arena, problems));
    if (code)
        cr_expect(support_find(problems, text_of(code)) != NULL, "%s: %.300s", what,
                  text_c(t->arena, problems));
    cr_expect(took < 5, "%s: %f s (a second without sanitizers)", what, took);
    trial_free(t);
}

void *limits_get(void *user, size_t size)
{
    (void)user;
    return malloc(size);
}

void limits_put(void *user, void *block, size_t size)
{
    (void)user, (void)size;
    free(block);
}

static const char *open_table(void *user, ken_text from, ken_text path, ken_text *name,
                              ken_text *content)
{
    (void)from;
    const struct text *table = user;
    *name = path;
    *content = (ken_text){table->at, table->n};
    return NULL;
}

/* Facts, and the table `t.csv` that they may name, are refused with the code, in good time; NULL:
 * read. */
static void expect_read(const char *name, struct text facts, struct text table, const char *code,
                        const char *what)
{
    struct trial *t = trial_new("tests");
    struct arena *a = t->arena;
    double start = limits_seconds();
    ken_free(t->ken);
    t->ken = ken_new(
        &(ken_host){.get = limits_get, .put = limits_put, .open = open_table, .user = &table});
    trial_load(t, "input.ken",
               SAY(a,
                   "{}facts { t : table { n : number   on : date, optional } }\n"
                   "indicator 1 { measure x + (count of t where n > 1 or on is given)\n"
                   "              levels 1, 2, 3, 4, 5 }\n",
                   text_of(head)));
    cr_assert(eq(int, t->status, KEN_OK));
    trial_facts(t, name, facts);
    struct text problems = trial_problems(t);
    double took = limits_seconds() - start;
    cr_expect(eq(int, t->status, code ? KEN_FACTS_WRONG : KEN_OK), "%s: %.300s", what,
              text_c(a, problems));
    if (code)
        cr_expect(support_find(problems, text_of(code)) != NULL, "%s should be %s: %.300s", what,
                  code, text_c(a, problems));
    cr_expect(problems.n < 200000, "%s: %zu bytes of messages", what, problems.n);
    cr_expect(took < 5, "%s: %f s (a second without sanitizers)", what, took);
    trial_free(t);
}

static void expect_facts(const char *name, struct text facts, const char *code, const char *what)
{
    expect_read(name, facts, TEXT("n\n1\n"), code, what);
}

static void expect_csv(struct text table, const char *code, const char *what)
{
    expect_read("f.facts", TEXT("t from \"t.csv\"\n"), table, code, what);
}

Test(limits, fact_files_of_any_bytes_are_diagnosed)
{
    struct arena *a = support_arena();
    expect_facts("f.facts", (struct text){"x \0 1", 5}, "K0103", "a NUL byte");
    expect_facts("f.facts", (struct text){arena_alloc(a, 1000000), 1000000}, "K0103",
                 "a million NULs");
    expect_facts("f.facts", TEXT("x \xFF"), "K0101", "not UTF-8");
    expect_facts("f.facts", limits_repeated(a, "x ", "9", 1000000, "\n"), "K0637",
                 "a million digits");
    expect_facts("f.facts", limits_repeated(a, "x ", "z", 10000000, "\n"), "K0604",
                 "a word of 10 MB");
    expect_facts("f.facts", limits_repeated(a, "x \"", "9", 10000000, "\n"), "K0109",
                 "a text of 10 MB that is not closed");
    expect_facts("f.facts", limits_repeated(a, "x", " 9", 200000, "\n"), "K0637",
                 "a line of 200 000 words");
    expect_facts("f.facts", limits_repeated(a, "", "g {\n", 100000, ""), "K0602", "open blocks");
    expect_facts("f.facts", limits_repeated(a, "", "}", 100000, ""), "K0201", "closed blocks");
    expect_facts("f.facts", limits_repeated(a, "", "x 1\n", 100000, ""), "K0603",
                 "a fact a hundred thousand times");
    expect_facts("f.facts", limits_repeated(a, "", " # x\n\n", 3000000, "x 1\n"), NULL,
                 "three million comments");
    expect_facts("f.facts", limits_repeated(a, "", "\n", 10000000, "y 1\n"), "K0602",
                 "a mistake in line ten million and one");
    expect_facts("f.facts", TEXT("x 1,00\n"), "K0605", "a wrong comma");
    expect_facts("f.facts", TEXT("as of 2023-02-30\n"), "K0613", "a day that does not exist");
    expect_facts("f.facts", TEXT("as of 1899-12-31\n"), "K0613", "a day before all facts");
    expect_facts("f.facts", TEXT("t {\n n on\n 1 2023-13-01\n}\n"), "K0613",
                 "a month that does not exist");
    arena_free(a);
}

Test(limits, json_of_any_bytes_is_diagnosed)
{
    struct arena *a = support_arena();
    expect_facts("f.json", limits_repeated(a, "", "[", 1000000, ""), "K0634", "open arrays");
    expect_facts("f.json", limits_repeated(a, "", "{\"a\":", 1000000, ""), "K0602", "open objects");
    expect_facts("f.json", limits_repeated(a, "{\"t\":", "[", 1000000, ""), "K0205",
                 "open arrays in a table");
    expect_facts("f.json", TEXT("{\"x\":1} {\"x\":2}"), "K0634", "trailing text");
    expect_facts("f.json", TEXT("{\"x\":1,\"x\":2}"), "K0635", "a key twice");
    expect_facts("f.json", TEXT("{\"x\":1e401}"), "K0637", "an exponent beyond 400");
    expect_facts("f.json", TEXT("{\"x\":1e999999999}"), "K0637", "a huge exponent");
    expect_facts("f.json", TEXT("{\"x\":1e400}"), NULL, "an exponent of 400");
    expect_facts("f.json", limits_repeated(a, "{\"x\":", "1", 1000000, "}"), "K0637",
                 "a million digits");
    expect_facts("f.json", TEXT("{\"x\":"), "K0634", "cut off");
    expect_facts("f.json", limits_repeated(a, "{\"x\":\"", "\\ud800", 100000, "\"}"), "K0634",
                 "a hundred thousand halves of pairs");
    expect_facts("f.json", limits_repeated(a, "{\"t\":[", "{\"n\":\"q\"},", 1000000, "{\"n\":1}]}"),
                 "K0604", "a million mistakes in one line");
    arena_free(a);
}

Test(limits, tables_of_any_bytes_are_diagnosed)
{
    struct arena *a = support_arena();
    expect_csv((struct text){0}, "K0633", "an empty table");
    expect_csv((struct text){"n\n\0", 3}, "K0103", "a NUL byte");
    expect_csv(limits_repeated(a, "n\n", "\"", 10000001, ""), "K0632", "ten million quotes");
    expect_csv(limits_repeated(a, "n\n", "x", 10000000, ""), "K0604", "a line of 10 MB");
    expect_csv(limits_repeated(a, "n\n", "1,2\n", 1000000, ""), "K0620", "ragged rows");
    expect_csv(limits_repeated(a, "n\n", "\n", 10000000, ""), NULL, "ten million empty lines");
    expect_csv(limits_repeated(a, "n,on\n", "1,2023-02-30\n", 100000, ""), "K0613",
               "days that do not exist");
    expect_csv(limits_repeated(a, "n", ",x", 1000, "\n1"), "K0637", "1001 columns");
    expect_facts("f.facts", limits_repeated(a, "t {\n n", " x", 1000, "\n}\n"), "K0637",
                 "1001 columns in a block");
    arena_free(a);
}

Test(limits, tables_have_so_many_rows)
{
    struct arena *a = support_arena();
    expect_csv(limits_repeated(a, "n\n", "1\n", FACTS_ROWS, ""), NULL, "as many as can be");
    expect_csv(limits_repeated(a, "n\n", "1\n", FACTS_ROWS + 1, ""), "K0637", "one more");
    arena_free(a);
}

/* What is too long is refused before anybody looks at it, so these need not be written. */
Test(limits, texts_have_a_length)
{
    size_t n = (size_t)FACTS_BYTES + 1, all = UINT32_MAX;
    char *zeroes = calloc(n, 1);
    cr_assert(zeroes != NULL);
    expect_facts("f.facts", (struct text){zeroes, n}, "K0637", "a long fact file");
    expect_facts("f.json", (struct text){zeroes, n}, "K0637", "a long JSON file");
    expect_csv((struct text){zeroes, all}, "K0803", "a table of 4 GiB");
    free(zeroes);
}
