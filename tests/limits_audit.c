/* Hostile claims: the search for causes ends, in good time and bounded memory. */
#include "hostile.h"

#include <criterion/criterion.h>

enum { MEMBERS = 700, GROUPS = 2, ROWS = 1000, MEBIBYTE = 1024 * 1024 };

static size_t peak, held; /* bytes of the ken of the test */

static void *get(void *user, size_t size)
{
    held += size;
    peak = held > peak ? held : peak;
    return limits_get(user, size);
}

static void put(void *user, void *block, size_t size)
{
    held -= size;
    limits_put(user, block, size);
}

static void exhausted(void *user)
{
    (void)user;
    abort();
}

/* Groups of a thousand members each, every one with lets over a table of a thousand rows. */
static struct text rules(struct arena *a)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("criteria t \"t\"\nera CE\nscale 1 .. 5\n"
                        "facts { x : number, at least 0  t : table { v : number } }\n"));
    for (long long g = 0; g < GROUPS; g++) {
        buffer_add(&b, SAY(a, "group g{} {\n", text_number(a, g)));
        for (long long i = 0; i < MEMBERS; i++)
            buffer_add(&b, SAY(a,
                               "indicator i{}_{} { points {}  let s = sum of v over t where v > {}"
                               "  measure x / {} + s  levels 1, 200, 300, 400, 500 }\n",
                               text_number(a, g), text_number(a, i), text_number(a, 1 + i % 7),
                               text_number(a, i % 10), text_number(a, 3 + i)));
        buffer_add(&b, TEXT("}\n"));
    }
    return buffer_text(&b);
}

static struct text facts(struct arena *a)
{
    static const char *const aspects[] = {"measure", "score", "weighted", "s"};
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("x 1234.567\nt {\nv\n"));
    for (long long i = 0; i < ROWS; i++)
        buffer_add(&b, SAY(a, "{}.{}\n", text_number(a, i % 11), text_number(a, i % 97)));
    buffer_add(&b, TEXT("}\nclaim total score 3.1234\n"));
    for (long long g = 0; g < GROUPS; g++) {
        buffer_add(&b,
                   SAY(a, "claim g{} score 3.1{}97\nclaim g{} weighted 0.{}\n", text_number(a, g),
                       text_number(a, g), text_number(a, g), text_number(a, 7771 + g)));
        for (long long i = 0; i < MEMBERS; i++)
            for (size_t j = 0; j < sizeof aspects / sizeof *aspects; j++)
                buffer_add(&b,
                           SAY(a, "claim i{}_{} {} 1.{}\n", text_number(a, g), text_number(a, i),
                               text_of(aspects[j]), text_number(a, 1000 + i)));
    }
    return buffer_text(&b);
}

static bool count_bytes(void *user, const char *bytes, size_t size)
{
    (void)bytes;
    *(size_t *)user += size;
    return true;
}

Test(limits, causes_of_many_claims_are_looked_for_only_so_long)
{
    struct arena *a = support_arena();
    struct text r = rules(a), f = facts(a);
    ken *k = ken_new(&(ken_host){.get = get, .put = put, .exhausted = exhausted});
    ken_load(k, (ken_text){"t.ken", 5}, (ken_text){r.at, r.n});
    ken_facts(k, (ken_text){"t.facts", 7}, (ken_text){f.at, f.n}, KEN_NATIVE);
    cr_assert(ken_evaluate(k) == KEN_OK);
    size_t before = held, written = 0;
    double start = limits_seconds();
    peak = held;
    ken_write(k, KEN_AUDIT, &(ken_style){.width = 100, .all = true}, count_bytes, &written);
    cr_expect(limits_seconds() - start < 30, "%f s (two without sanitizers)",
              limits_seconds() - start);
    cr_expect(written > MEBIBYTE && peak - before < (size_t)256 * MEBIBYTE,
              "%zu bytes written, %zu more", written, peak - before);
    ken_free(k);
    arena_free(a);
}

/* A chain of lets that doubles, and groups inside each other: each is gone through once. */
Test(limits, causes_go_through_doubling_lets_once)
{
    struct arena *a = support_arena();
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT(LIMITS_HEAD "indicator 1 { points 1   score 2.5 }\n"
                                    "let a0 = score of 1\n"));
    for (long long i = 1; i < 200; i++)
        buffer_add(&b, SAY(a, "let a{} = (a{} + a{}) / 2\n", text_number(a, i),
                           text_number(a, i - 1), text_number(a, i - 1)));
    buffer_add(&b, TEXT("indicator 2 { points 1   let own = a199   let other = own + own\n"
                        "  measure own   score own }\n"));
    struct trial *t = trial_of("tests", buffer_text(&b),
                               TEXT("claim 2 score 3.7125\nclaim 2 measure 3.1475\n"
                                    "claim 2 other 3.1239\nclaim total score 4.1321\n"));
    double start = limits_seconds();
    struct text audit = trial_report(t, KEN_AUDIT, &(ken_style){.all = true});
    cr_expect(support_find(audit, TEXT("4 disagree")) && limits_seconds() - start < 5, "%s",
              text_c(t->arena, audit));
    trial_free(t);
    arena_free(a);
}
