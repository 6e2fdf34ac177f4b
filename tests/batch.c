/* Many offices: a stream of records says of each of them what `ken eval` says of it alone; in
 * order, from any form, in any pieces, and whatever is wrong with some. */
#include <criterion/criterion.h>
#include <glob.h>
#include <string.h>

#include "ken_inside.h"
#include "random_rules.h"
#include "schema.h"
#include "support.h"

#include "base/buffer.h"
#include "batch/batch.h"

enum { RECORDS_OF_A_FILE = 12, RANDOM_RULES = 120, RECORDS_OF_RANDOM_RULES = 6 };

#define SCHEMA "docs/schemas/ken.batch.1.json"

/* --- records of invented facts -----------------------------------------------------------------
 */

static const char *const odd[] = {
    "\"\"",  "\"n/a\"",          "null", "[]", "{}", "1e400", "-1", "0.005", "1.5", "true", "\"x\"",
    "\"ก\"", "99999999999999999"};

/* As an extract would have it: mostly right, and plain. */
static void add_value(struct buffer *b, const struct fact *f)
{
    static const char *const dates[] = {"\"2023-01-31\"", "\"2023-05-02\"", "\"2024-02-29\""};
    static const char *const months[] = {"\"2023-01\"", "\"2023-10\""};
    static const char *const truths[] = {"true", "false"};
    struct arena *a = b->arena;
    if (random_below(25) == 0) {
        buffer_add(b, random_word(odd, sizeof odd / sizeof *odd));
        return;
    }
    switch (f->type.kind) {
    case TYPE_NUMBER:
        buffer_add(b, text_number(a, random_below(6) ? 1 + random_below(6) : random_below(120)));
        if (!f->type.whole && random_below(3) == 0)
            buffer_add(b, TEXT(".5"));
        break;
    case TYPE_TEXT:
        buffer_add(b, f->is_choice
                          ? SAY(a, "\"{}\"", f->words.at[random_below((unsigned)f->words.n)])
                          : TEXT("\"text\""));
        break;
    case TYPE_DATE:
        buffer_add(b, random_word(dates, 3));
        break;
    case TYPE_MONTH:
        buffer_add(b, random_word(months, 2));
        break;
    case TYPE_YES_NO:
        buffer_add(b, random_word(truths, 2));
        break;
    case TYPE_SET:
    case TYPE_TABLE:
        buffer_add(b, TEXT("[]"));
        break;
    case TYPE_ERROR:
    case TYPE_RANGE:
        break;
    }
}

static struct text random_record(struct arena *a, const struct model *m)
{
    struct buffer b = buffer_in(a);
    unsigned gaps = random_below(3) ? 30 : 3;
    buffer_add(&b, SAY(a, "{\"ken\": {\"office\": \"o{}\"}", text_number(a, random_below(1000))));
    for (size_t i = 0; i < m->facts.n; i++) {
        if (random_below(gaps) == 0)
            continue;
        buffer_add(&b, SAY(a, ", \"{}\": ", m->facts.at[i]->path));
        add_value(&b, m->facts.at[i]);
    }
    buffer_add(&b, random_below(40) ? TEXT("}") : TEXT(""));
    return buffer_text(&b);
}

/* --- what a stream becomes ---------------------------------------------------------------------
 */

static bool add_bytes(void *user, const char *bytes, size_t size)
{
    buffer_add(user, (struct text){bytes, size});
    return true;
}

/* The head, and the lines of all records, which come in pieces of about `piece` bytes. */
static struct text batch(struct trial *t, ken_batching how, struct text stream, size_t piece,
                         ken_batch_sum *sum)
{
    size_t bytes, lines;
    struct buffer out = buffer_in(t->arena);
    how.name = (ken_text){"stream", 6};
    *sum = (ken_batch_sum){0};
    ken_status status =
        ken_batch_begin(t->ken, &how, (ken_text){stream.at, stream.n}, &bytes, &lines);
    cr_assert(status == KEN_OK, "%s", text_c(t->arena, trial_problems(t)));
    buffer_add(&out, (struct text){ken_batch_head(t->ken).at, ken_batch_head(t->ken).size});
    stream = text_after(stream, bytes);
    ken_worker *w = ken_worker_new(t->ken);
    for (size_t line = lines + 1, size = piece; stream.n;) {
        ken_text some = {stream.at, size < stream.n ? size : stream.n};
        if (some.size < stream.n)
            some.size = ken_batch_whole(t->ken, some);
        size = some.size ? piece : 2 * size;
        ken_worker_run(w, some, line, sum, add_bytes, &out);
        for (size_t i = 0; i < some.size; i++)
            line += some.at[i] == '\n';
        stream = text_after(stream, some.size);
    }
    ken_worker_free(w);
    return buffer_text(&out);
}

static struct text line_of(struct text *rest)
{
    const char *end = rest->n ? memchr(rest->at, '\n', rest->n) : NULL;
    struct text line = {rest->at, end ? (size_t)(end - rest->at) : rest->n};
    *rest = text_after(*rest, line.n + 1);
    return line;
}

/* --- and what `ken eval` says of one ------------------------------------------------------------
 */

struct compared {
    size_t records, wrong, incomplete;
};

static void expect_figure(struct trial *t, struct text line, const struct criterion *k,
                          struct text eval, const char *about)
{
    bool total = !k->parent;
    struct text wanted =
        support_figure(t->arena, eval, total ? NULL : text_c(t->arena, k->path), "score");
    bool null = text_equal(wanted, TEXT("null"));
    struct text key = total ? TEXT("\"total\":") : SAY(t->arena, "\"{}\":", k->path);
    struct text says = SAY(t->arena, null ? "{}null" : "{}\"{}\"", key, wanted);
    cr_assert(support_find(line, says), "%s: no %s in %s", about, text_c(t->arena, says),
              text_c(t->arena, line));
}

static void compare(struct compared *c, struct text rules, const char *folder, struct text record,
                    struct text line)
{
    struct trial *t = trial_new(folder);
    const char *about = text_c(t->arena, SAY(t->arena, "{}\n{}\n", rules, record));
    trial_load(t, "rules.ken", rules);
    trial_facts(t, "record.json", record);
    trial_evaluate(t);
    const struct diags *d = &t->ken->diags;
    bool wrong = support_find(line, TEXT("\"error\":{"));
    c->records++;
    c->wrong += wrong;
    cr_assert(wrong == (t->status != KEN_OK), "%s%s\n%s", about, text_c(t->arena, line),
              text_c(t->arena, trial_problems(t)));
    if (wrong) {
        size_t i = 0;
        diags_sort(&t->ken->diags);
        while (d->all.at[i]->severity != DIAG_ERROR)
            i++;
        struct text says =
            SAY(t->arena, "\"code\":\"{}\"", text_of(diag_about(d->all.at[i]->code)->code));
        cr_assert(support_find(line, says), "%s%s\nno %s", about, text_c(t->arena, line),
                  text_c(t->arena, says));
    } else {
        struct text eval = trial_json(t);
        const struct model *m = t->ken->rules.model;
        c->incomplete += !ken_is_complete(t->ken);
        cr_assert(ken_is_complete(t->ken) || support_find(line, TEXT("\"at_least\"")) ||
                      support_find(line, TEXT("\"total\":null")),
                  "%s%s", about, text_c(t->arena, line));
        for (size_t i = 0; i < m->criteria.n; i++)
            if (m->criteria.at[i]->height != HEIGHT_PART)
                expect_figure(t, line, m->criteria.at[i], eval, about);
    }
    trial_free(t);
}

/* All rules of a file, over records that are made for it, as one stream. */
static void compare_stream(struct compared *c, struct text rules, const char *folder, size_t n)
{
    ken_batch_sum sum;
    struct trial *t = trial_new(folder);
    trial_load(t, "rules.ken", rules);
    if (t->status == KEN_OK) {
        struct buffer stream = buffer_in(t->arena);
        for (size_t i = 0; i < n; i++) {
            buffer_add(&stream, random_record(t->arena, t->ken->rules.model));
            buffer_add(&stream, i % 3 ? TEXT("\n") : TEXT("\r\n \n"));
        }
        ken_batching how = {.only = {"groups,indicators,total", 23}};
        struct text in = buffer_text(&stream), out = batch(t, how, in, 100, &sum), rest = out;
        cr_assert(sum.records == n);
        while (in.n) {
            struct text record = text_trim(line_of(&in));
            if (!record.n)
                continue;
            struct text line = line_of(&rest);
            cr_assert(!schema_problem(t->arena, SCHEMA, line).n, "%s\n%s",
                      text_c(t->arena, schema_problem(t->arena, SCHEMA, line)),
                      text_c(t->arena, line));
            compare(c, rules, folder, record, line);
        }
        cr_assert(!rest.n);
    }
    trial_free(t);
}

static void compare_files(struct compared *c, const char *pattern)
{
    glob_t found;
    cr_assert(glob(pattern, GLOB_BRACE, NULL, &found) == 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct arena *a = support_arena();
        struct text rules, folder = text_of(found.gl_pathv[i]);
        folder.n = (size_t)(strrchr(folder.at, '/') - folder.at);
        cr_assert(support_read(a, found.gl_pathv[i], &rules));
        compare_stream(c, rules, text_c(a, folder), RECORDS_OF_A_FILE);
        arena_free(a);
    }
    globfree(&found);
}

Test(batch, says_what_eval_says_of_rules_at_hand)
{
    struct compared c = {0};
    random_seed(7);
    compare_files(&c,
                  "{rules/examples/*/rules.ken,rules/cgd/2566.ken,tests/cases/answers/*/*.ken}");
    cr_expect(c.records > 150 && c.wrong > 20 && c.incomplete > 20 &&
                  c.records - c.wrong - c.incomplete > 40,
              "%zu records, %zu wrong, %zu incomplete", c.records, c.wrong, c.incomplete);
}

Test(batch, says_what_eval_says_of_random_rules)
{
    struct compared c = {0};
    random_seed(11);
    for (size_t i = 0; i < RANDOM_RULES; i++) {
        struct arena *a = support_arena();
        compare_stream(&c, random_rules(a), ".", RECORDS_OF_RANDOM_RULES);
        arena_free(a);
    }
    cr_expect(c.records > 400 && c.wrong > 40 && c.incomplete > 40 &&
                  c.records - c.wrong - c.incomplete > 40,
              "%zu records, %zu wrong, %zu incomplete", c.records, c.wrong, c.incomplete);
}

/* --- pieces ------------------------------------------------------------------------------------
 */

static const struct text clinic = {"tests/cases/answers/batch/clinic.ken", 36};

static struct trial *clinic_trial(void)
{
    struct trial *t = trial_new(".");
    struct text rules;
    cr_assert(support_read(t->arena, clinic.at, &rules));
    trial_load(t, clinic.at, rules);
    cr_assert(t->status == KEN_OK);
    return t;
}

/* Quoted line ends, doubled quotes, quotes that are nowhere closed or stand where they may not,
 * empty lines, cells that slip, a byte order mark. */
static const char cells[] =
    "\xEF\xBB\xBFid,patients.screened,patients.eligible,plan.approved\r\n"
    "a,1,2,2024-01-01\r\n\r\n\"b \"\"b\"\"\nbb\",3,4,2024-01-01\n"
    "c\"c,5,6,2024-01-01\nd,7,8,\"2024-01-01\"\n,9,10,2024-01-01\n"
    "e,11,12\nf,\"13\"x,14,2024-01-01\n\"g\",\"15\",\"16\",\"\"\n\"h,17,18,2024-01-01\ni,19,20,";

Test(batch, is_the_same_in_pieces_of_any_size)
{
    ken_batch_sum one, other;
    struct trial *t = clinic_trial();
    struct text stream = {cells, sizeof cells - 1};
    ken_batching how = {.from = KEN_STREAM_CSV, .to = KEN_STREAM_CSV};
    struct text whole = batch(t, how, stream, stream.n, &one);
    for (size_t piece = 1; piece < stream.n; piece++) {
        struct text got = batch(t, how, stream, piece, &other);
        cr_assert(text_equal(got, whole), "%zu: %s", piece,
                  support_difference(t->arena, whole, got));
        cr_assert(memcmp(&one, &other, sizeof one) == 0);
    }
    cr_expect(one.records == 10 && one.wrong == 4, "%zu, %zu: %s", one.records, one.wrong,
              text_c(t->arena, whole));
    trial_free(t);
}

Test(batch, skips_as_many_records_as_it_is_told)
{
    ken_batch_sum sum;
    struct trial *t = clinic_trial();
    struct text stream = {cells, sizeof cells - 1};
    ken_batching how = {.from = KEN_STREAM_CSV, .to = KEN_STREAM_CSV};
    size_t bytes, lines;
    struct text whole = batch(t, how, stream, stream.n, &sum);
    ken_batch_begin(t->ken, &how, (ken_text){stream.at, stream.n}, &bytes, &lines);
    for (size_t n = 0; n <= sum.records + 1; n++) {
        struct text rest = text_after(stream, bytes), wanted = whole;
        struct buffer got = buffer_in(t->arena);
        size_t left = n, gone;
        rest = text_after(rest, ken_batch_skip(t->ken, (ken_text){rest.at, rest.n}, &left, &gone));
        for (size_t i = 0; i < n + 1; i++)
            line_of(&wanted);
        ken_worker *w = ken_worker_new(t->ken);
        ken_worker_run(w, (ken_text){rest.at, rest.n}, lines + gone + 1, &(ken_batch_sum){0},
                       add_bytes, &got);
        ken_worker_free(w);
        cr_expect(left == (n > sum.records));
        cr_expect(text_equal(buffer_text(&got), wanted), "%zu: %s", n,
                  text_c(t->arena, buffer_text(&got)));
    }
    trial_free(t);
}

Test(batch, refuses_a_record_that_is_too_long_and_goes_on)
{
    ken_batch_sum sum;
    struct trial *t = clinic_trial();
    struct buffer b = buffer_in(t->arena);
    buffer_add(&b, TEXT("{\"id\": \"a\"}\n{\"id\": \""));
    buffer_add_times(&b, TEXT("0123456789abcdef"), RECORD_BYTES / 16);
    buffer_add(&b, TEXT("\"}\n{\"id\": \"b\"}\n"));
    struct text out = batch(t, (ken_batching){0}, buffer_text(&b), b.n, &sum);
    cr_expect(sum.records == 3 && sum.wrong == 1);
    cr_expect(support_find(out, TEXT("{\"line\":2,\"error\":{\"code\":\"K0637\"")), "%s",
              text_c(t->arena, out));
    trial_free(t);
}
