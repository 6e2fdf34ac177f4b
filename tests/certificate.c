/* Certificates: what is certified holds, and what was changed is found. */
#include "certified.h"

#include <criterion/criterion.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/digest.h"
#include "schema.h"

enum { FEWEST = 150, FLIPS = 400, CUTS = 60, MUTANTS = 1500, TAIL = 79 };

static uint64_t state = 88172645463325252u;

static size_t below(size_t n)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (size_t)(state % n);
}

/* --- every rule set at hand ------------------------------------------------------------------ */

static struct trial *evaluated(const char *folder, const char *rules, const char *facts)
{
    struct trial *t = trial_new(folder);
    struct text content;
    if (support_read(t->arena,
                     text_c(t->arena, SAY(t->arena, "{}/{}", text_of(folder), text_of(rules))),
                     &content))
        trial_load(t, rules, content);
    if (support_read(t->arena,
                     text_c(t->arena, SAY(t->arena, "{}/{}", text_of(folder), text_of(facts))),
                     &content))
        trial_facts(t, facts, content);
    trial_evaluate(t);
    return t;
}

/* Rules or facts that are wrong on purpose have no certificate. */
static size_t try_one(const char *folder, const char *rules, const char *facts)
{
    struct trial *t = evaluated(folder, rules, facts);
    bool made = t->status == KEN_OK && expect_certified_or_refused(t, folder);
    trial_free(t);
    return made;
}

Test(certificate, of_every_case_of_evaluation_holds)
{
    size_t n = 0;
    static const char *const patterns[] = {"tests/cases/eval/*/input.ken",
                                           "tests/cases/why/*/input.ken",
                                           "tests/cases/margins/*/input.ken"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        glob_t found;
        cr_assert(glob(patterns[i], 0, NULL, &found) == 0);
        for (size_t j = 0; j < found.gl_pathc; j++) {
            *strrchr(found.gl_pathv[j], '/') = 0;
            n += try_one(found.gl_pathv[j], "input.ken", "facts.facts");
        }
        globfree(&found);
    }
    cr_expect(n >= FEWEST, "only %zu certificates", n);
}

Test(certificate, of_every_example_of_another_field_holds)
{
    size_t n = 0;
    glob_t found;
    cr_assert(glob("rules/examples/*/*.facts", 0, NULL, &found) == 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        char *name = strrchr(found.gl_pathv[i], '/');
        *name = 0;
        n += try_one(found.gl_pathv[i], "rules.ken", name + 1);
    }
    cr_expect(n == found.gl_pathc, "%zu of %zu", n, found.gl_pathc);
    globfree(&found);
}

/* --- a second witness ------------------------------------------------------------------------ */

/* Write the certificate of one case to a file of its own. */
static void add_file(struct arena *a, struct buffer *command, const char *folder, const char *rules,
                     const char *facts)
{
    struct trial *t = evaluated(folder, rules, facts);
    if (t->status == KEN_OK && ken_certify(t->ken)) {
        char *path =
            text_c(a, SAY(a, "build/witness-{}.cert", text_number(a, (long long)command->n)));
        support_write(path, certified(t, folder));
        buffer_add(command, SAY(a, " {}", text_of(path)));
    }
    trial_free(t);
}

/* Another program, in another language, written from docs/certificate.md. */
Test(certificate, holds_for_another_program)
{
    struct arena *a = support_arena();
    struct buffer command = buffer_in(a);
    glob_t found;
    buffer_add(&command, TEXT("python3 tests/certificate.py"));
    mkdir("build", 0777); /* where the objects may lie elsewhere */
    add_file(a, &command, "rules/cgd", "2566.ken", "facts/loei-2566.facts");
    cr_assert(glob("tests/cases/{eval,why}/*/input.ken", GLOB_BRACE, NULL, &found) == 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        *strrchr(found.gl_pathv[i], '/') = 0;
        add_file(a, &command, found.gl_pathv[i], "input.ken", "facts.facts");
    }
    globfree(&found);
    cr_expect(system(text_c(a, buffer_text(&command))) == 0, "%s",
              text_c(a, buffer_text(&command)));
    cr_expect(system("rm -f build/witness-*.cert") == 0);
    arena_free(a);
}

/* --- what was changed ------------------------------------------------------------------------ */

static struct text of_2566(struct arena *a)
{
    struct trial *t = evaluated("rules/cgd", "2566.ken", "facts/loei-2566.facts");
    struct text certificate = text_copy(a, certified(t, "2566"));
    trial_free(t);
    return certificate;
}

Test(certificate, that_holds_is_told_as_data)
{
    struct trial *t = trial_without_files();
    struct text one = of_2566(t->arena);
    cr_expect(ken_verify(t->ken, (ken_text){"score.cert", 10}, (ken_text){one.at, one.n}));
    struct text json = trial_report(t, KEN_VERIFICATION, &(ken_style){.form = KEN_DATA});
    struct text wrong = schema_problem(t->arena, "docs/schemas/ken.verification.1.json", json);
    cr_expect(!wrong.n, "%s", text_c(t->arena, wrong));
    cr_expect(support_find(json, TEXT("\"total\": \"3.6963\"")), "%s", text_c(t->arena, json));
    trial_free(t);
}

Test(certificate, of_a_range_names_its_ends)
{
    struct trial *t =
        evaluated("tests/cases/eval/a-missing-fact-leaves-a-range", "input.ken", "facts.facts");
    struct text one = certified(t, "a range");
    struct trial *v = trial_without_files();
    cr_assert(ken_verify(v->ken, (ken_text){"score.cert", 10}, (ken_text){one.at, one.n}));
    struct text said = trial_report(v, KEN_VERIFICATION, &(ken_style){.width = 80});
    cr_expect(support_find(said, TEXT("total at least 2.8333, at most 3.5000, not known yet")),
              "%s", text_c(v->arena, said));
    said = trial_report(v, KEN_VERIFICATION, &(ken_style){.form = KEN_DATA});
    cr_expect(!schema_problem(v->arena, "docs/schemas/ken.verification.1.json", said).n);
    cr_expect(support_find(said, TEXT("\"at_least_exact\": \"17/6\"")));
    trial_free(v);
    trial_free(t);
}

Test(certificate, is_the_same_on_every_run)
{
    struct arena *a = support_arena();
    cr_expect(text_equal(of_2566(a), of_2566(a)));
    arena_free(a);
}

Test(certificate, shows_every_changed_byte)
{
    struct arena *a = support_arena();
    struct text one = of_2566(a);
    char *bytes = text_c(a, one);
    for (size_t i = 0; i < FLIPS; i++) {
        size_t at = i < 40 ? i : i < 140 ? one.n - 1 - (i - 40) : below(one.n);
        char was = bytes[at];
        bytes[at] = (char)(was ^ (char)(1 << below(8)));
        cr_expect(!certificate_holds(a, (struct text){bytes, one.n}, NULL), "byte %zu", at);
        bytes[at] = was;
    }
    cr_expect(certificate_holds(a, (struct text){bytes, one.n}, NULL));
    arena_free(a);
}

Test(certificate, that_is_cut_off_says_so)
{
    struct arena *a = support_arena();
    struct text one = of_2566(a), problems;
    for (size_t i = 0; i < CUTS; i++) {
        size_t n = i < 20 ? one.n - 1 - i : below(one.n);
        cr_expect(!certificate_holds(a, (struct text){one.at, n}, &problems), "%zu bytes", n);
        cr_expect(support_find(problems, TEXT("K0762")), "%zu bytes: %s", n, text_c(a, problems));
    }
    arena_free(a);
}

/* `certificate` with another text and the digest that belongs to it. */
static struct text forged(struct arena *a, struct text certificate, const char *old,
                          const char *new)
{
    const char *end = support_find(certificate, TEXT("\"sha256\": \"")), *next = end;
    for (; next; next = support_find(
                     (struct text){end + 1, certificate.n - (size_t)(end + 1 - certificate.at)},
                     TEXT("\n\"sha256\": \"")))
        end = next;
    struct text body = {certificate.at, (size_t)(end + 1 - certificate.at)};
    body = support_replace(a, body, old, new);
    return SAY(a, "{}\"sha256\": \"{}\"\n}\n", body, digest_words(a, body));
}

/* A byte of the steps is another one, and the digest is right: nothing but the check stops it. */
Test(certificate, of_any_content_is_checked_to_its_end)
{
    struct arena *a = support_arena();
    struct text one = of_2566(a), body = {one.at, one.n - TAIL};
    char *bytes = text_c(a, body);
    for (size_t i = 0; i < MUTANTS; i++) {
        size_t at = below(body.n), n = 1 + below(3);
        char was[3];
        memcpy(was, bytes + at, sizeof was);
        for (size_t j = 0; j < n && at + j < body.n; j++)
            bytes[at + j] = i % 2 ? "0123456789[]{}\":,/-\\"[below(21)] : (char)below(256);
        struct arena *own = support_arena();
        struct text changed = {bytes, body.n};
        certificate_holds(
            own, SAY(own, "{}\"sha256\": \"{}\"\n}\n", changed, digest_words(own, changed)), NULL);
        arena_free(own);
        memcpy(bytes + at, was, sizeof was);
    }
    arena_free(a);
}

static void expect_found(const char *old, const char *new, const char *wanted)
{
    struct arena *a = support_arena();
    struct text problems;
    bool holds = certificate_holds(a, forged(a, of_2566(a), old, new), &problems);
    cr_expect(!holds && support_find(problems, text_of(wanted)) &&
                  !support_find(problems, TEXT("K0763")),
              "%s for %s: %s", new, old, text_c(a, problems));
    arena_free(a);
}

/* Whoever knows how to calculate a digest is found by the steps. */
Test(certificate, names_the_first_step_that_does_not_follow)
{
    expect_found("\"is\": \"3866430000\"", "\"is\": \"3866430001\"", "`divide` gives");
    expect_found("\"do\": \"total\", \"of\": [", "\"do\": \"total\", \"of\": [1, ", "K0765");
    expect_found("\"is\": \"984736903801691/266412313196400\"}\n]",
                 "\"is\": \"984736903801692/266412313196400\"}\n]", "K0761");
    expect_found("\"is\": \"984736903801691/266412313196400\"}\n]", "\"is\": \"4\"}\n]",
                 "`total` gives 984736903801691/266412313196400, and 4 is written");
    expect_found("\"name\": \"capital.used\", \"of\": [], \"is\": ",
                 "\"name\": \"capital.used\", \"of\": [], \"was\": ", "K0761");
}
