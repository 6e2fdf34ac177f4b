/* Ken as a library: running tests. */
#include "ken_inside.h"
#include "render/json.h"
#include "report/diagnostics.h"
#include "report/tests.h"

/* --- the files that tests name ------------------------------------------------------------------
 */

/* A file is read once, however many tests name it; what is wrong with it is said of each test. */
static const struct source *open_for_test(void *user, const struct source *from,
                                          const struct named_file *file, struct diags *d)
{
    ken *k = user;
    struct text key = SAY(k->arena, "{}\n{}\n{}", from->name, file->path, file->encoding_word);
    size_t i;
    if (map_find(&k->test_files, key, &i))
        return k->test_sources.at[i];
    struct diags kept = k->diags;
    k->diags = *d;
    k->diags.arena = k->arena; /* a text outlives the test that was the first to name it */
    const struct source *s = ken_open_table(k, from, file, &k->diags);
    k->diags.arena = d->arena;
    *d = k->diags;
    k->diags = kept;
    if (s) {
        map_put(&k->test_files, key, k->test_sources.n);
        LIST_ADD(k->arena, &k->test_sources, s);
    }
    return s;
}

struct facts_host ken_test_host(ken *k)
{
    if (!k->test_files.arena)
        k->test_files = map_in(k->arena);
    return (struct facts_host){open_for_test, k};
}

/* --- one file -----------------------------------------------------------------------------------
 */

struct testing {
    ken *k;
    const ken_testing *how;
    ken_form form;
    struct text_style look;
    struct text name;
    struct buffer out; /* what is written of the tests */
    struct json *json;
    struct tests_sum sum;
};

static void write_test(struct testing *t, const struct test_result *r, struct arena *scratch)
{
    if (t->form == KEN_DATA) {
        report_tests_json_test(t->json, scratch, r);
        return;
    }
    struct buffer one = buffer_in(scratch);
    if (t->form == KEN_JUNIT)
        report_tests_junit_test(&one, r, t->name);
    else if (!r->passed)
        report_test_failed(&one, r, t->look);
    else if (t->how->all)
        report_test_line(&one, r, t->look);
    buffer_add(&t->out, buffer_text(&one));
}

static void run_one(struct testing *t, const struct test *test)
{
    struct arena *scratch = ken_arena(&t->k->host);
    struct facts_host host = ken_test_host(t->k);
    const struct test_result *r = test_run(scratch, t->k->rules.model, test, &host);
    t->sum.tests++;
    t->sum.failed += !r->passed;
    if (t->k->coverage && r->outcome)
        coverage_add(t->k->coverage, test->name, r->outcome);
    write_test(t, r, scratch);
    arena_free(scratch);
}

static void run_all(struct testing *t)
{
    const struct model *m = t->k->rules.model;
    for (size_t i = 0; m && i < m->tests.n && !(t->how->fail_fast && t->sum.failed); i++) {
        const struct test *test = m->tests.at[i];
        if (!test_is_meant(test, text_in(t->how->filter)))
            continue;
        if (!t->how->list) {
            run_one(t, test);
            continue;
        }
        t->sum.tests++;
        report_test_listed(&t->out, m->sources, test);
    }
}

static void write_file(struct testing *t)
{
    const struct diags *wrong = t->sum.wrong ? &t->k->diags : NULL;
    struct tests_file file = {t->name, wrong};
    if (t->form == KEN_JUNIT) {
        struct buffer tests = t->out;
        t->out = buffer_in(t->k->arena);
        report_tests_junit_file(&t->out, &file, &t->sum, buffer_text(&tests));
    } else if (t->form != KEN_DATA && wrong)
        report_diagnostics_text(&t->out, wrong, t->look);
}

static void begin_json(struct testing *t)
{
    struct tests_file file = {t->name, t->sum.wrong ? &t->k->diags : NULL};
    t->json = json_new(t->k->arena, &t->out, true);
    json_begin_object(t->json);
    report_tests_json_file(t->json, &file);
    json_key(t->json, "tests");
    json_begin_array(t->json);
}

/* It stands two levels deep in the whole. */
static void end_json(struct testing *t)
{
    json_end_array(t->json);
    json_end_object(t->json);
    json_finish(t->json);
    struct text flat = text_trim(buffer_text(&t->out));
    t->out = buffer_in(t->k->arena);
    buffer_add(&t->out, TEXT("  "));
    for (size_t i = 0; i < flat.n; i++) {
        buffer_add_byte(&t->out, flat.at[i]);
        if (flat.at[i] == '\n')
            buffer_add(&t->out, TEXT("  "));
    }
}

static ken_tested counted(const struct tests_sum *sum)
{
    return (ken_tested){sum->files, sum->wrong, sum->tests, sum->failed};
}

ken_tested ken_test(ken *k, ken_text name, const ken_testing *how, const ken_style *style,
                    bool (*write)(void *user, const char *bytes, size_t size), void *user)
{
    struct testing t = {.k = k,
                        .how = how,
                        .form = how->list ? KEN_TEXT : style->form,
                        .look = {.width = style->width, .colour = style->colour},
                        .name = text_in(name),
                        .out = buffer_in(k->arena)};
    t.sum.wrong = !k->rules.model;
    if (how->coverage && k->rules.model)
        k->coverage = coverage_of(k->arena, k->rules.model);
    diags_sort(&k->diags);
    if (t.form == KEN_DATA)
        begin_json(&t);
    run_all(&t);
    if (t.form == KEN_DATA)
        end_json(&t);
    t.sum.files = t.sum.tests || t.sum.wrong;
    write_file(&t);
    struct text out = buffer_text(&t.out);
    if (out.n && t.sum.files)
        write(user, out.at, out.n);
    return counted(&t.sum);
}

/* --- around all files ----------------------------------------------------------------------------
 */

static void add_json_frame(struct buffer *b, ken_test_place place, const struct tests_sum *sum)
{
    if (place == KEN_TESTS_HEAD)
        buffer_add(b, TEXT("{\n \"schema\": \"ken.tests/1\",\n \"files\": [\n"));
    else if (place == KEN_TESTS_BETWEEN)
        buffer_add(b, TEXT(",\n"));
    else
        buffer_add(b, SAY(b->arena,
                          "\n ],\n \"tests\": {},\n \"passed\": {},\n \"failed\": {},\n \"wrong\": "
                          "{}\n}\n",
                          text_number(b->arena, (long long)sum->tests),
                          text_number(b->arena, (long long)(sum->tests - sum->failed)),
                          text_number(b->arena, (long long)sum->failed),
                          text_number(b->arena, (long long)sum->wrong)));
}

static void add_junit_frame(struct buffer *b, ken_test_place place)
{
    if (place == KEN_TESTS_HEAD)
        buffer_add(b, TEXT("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"));
    else if (place == KEN_TESTS_TAIL)
        buffer_add(b, TEXT("</testsuites>\n"));
}

void ken_test_frame(ken *k, ken_test_place place, const ken_tested *sum, const ken_style *style,
                    bool (*write)(void *user, const char *bytes, size_t size), void *user)
{
    struct tests_sum all = {sum->files, sum->wrong, sum->tests, sum->failed};
    struct buffer b = buffer_in(k->arena);
    if (style->form == KEN_DATA)
        add_json_frame(&b, place, &all);
    else if (style->form == KEN_JUNIT)
        add_junit_frame(&b, place);
    else if (place == KEN_TESTS_TAIL)
        report_tests_sum(&b, &all, (struct text_style){.colour = style->colour});
    if (b.n)
        write(user, b.at, b.n);
}
