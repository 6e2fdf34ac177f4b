/* Tests as JSON: schema ken.tests/1. */
#include "render/json.h"
#include "report/tests.h"

static void write_place(struct json *j, struct sources *s, struct span at)
{
    struct place p = source_place(s, source_real(s, at).lo);
    json_member_text(j, "file", p.source ? p.source->name : TEXT(""));
    json_member_whole(j, "line", p.line, (long long)p.line);
}

static void write_problems(struct json *j, const struct diags *d)
{
    json_key(j, "problems");
    json_begin_array(j);
    for (size_t i = 0; d && i < d->all.n; i++) {
        const struct diag *g = d->all.at[i];
        const struct diag_about *about = diag_about(g->code);
        json_begin_object(j);
        json_member_text(j, "code", text_of(about->code));
        json_member_text(j, "severity",
                         about->severity == DIAG_ERROR ? TEXT("error") : TEXT("warning"));
        json_member_text(j, "message", g->message);
        write_place(j, d->sources, g->main.at);
        json_end_object(j);
    }
    json_end_array(j);
}

static struct text unmet_word(enum unmet unmet)
{
    static const char *const words[] = {
        [UNMET_NOT] = "none",        [UNMET_FIGURE] = "figure",    [UNMET_STATE] = "state",
        [UNMET_MARK] = "mark",       [UNMET_RANGE] = "range",      [UNMET_REASON] = "reason",
        [UNMET_PROBLEM] = "problem", [UNMET_NO_SCORE] = "no-score"};
    return text_of(words[unmet]);
}

static struct text exact(struct arena *a, bool is, struct number n)
{
    return is ? number_exact_words(a, n) : TEXT("");
}

static void write_failure(struct json *j, struct arena *a, const struct test_result *r,
                          const struct expectation_result *unmet)
{
    const struct expectation *e = unmet->expected;
    bool figure = e->kind == EXPECT_FIGURE;
    json_begin_object(j);
    json_member_text(j, "kind", unmet_word(unmet->unmet));
    json_member_text(j, "about", e->of ? e->of->path : TEXT(""));
    json_member_text(j, "aspect", e->aspect);
    json_member_text(j, "expected", e->shown);
    json_member_text(j, "expected_exactly", exact(a, figure, e->value));
    json_member_text(j, "found_exactly", exact(a, unmet->has_number, unmet->found));
    json_member_text(j, "off_by",
                     unmet->has_number
                         ? exact(a, figure, number_subtract(a, unmet->found, e->value))
                         : TEXT(""));
    json_member_text(j, "message", unmet->says);
    write_place(j, r->diags.sources, e->at);
    json_end_object(j);
}

void report_tests_json_file(struct json *j, const struct tests_file *f)
{
    json_member_text(j, "file", f->name);
    json_member_flag(j, "rules_wrong", f->wrong);
    write_problems(j, f->wrong);
}

void report_tests_json_test(struct json *j, struct arena *a, const struct test_result *r)
{
    json_begin_object(j);
    json_member_text(j, "name", r->test->name);
    write_place(j, r->diags.sources, r->test->name_at);
    json_member_flag(j, "passed", r->passed);
    json_key(j, "failures");
    json_begin_array(j);
    for (size_t i = 0; i < r->expected.n; i++)
        if (r->expected.at[i].unmet != UNMET_NOT)
            write_failure(j, a, r, &r->expected.at[i]);
    json_end_array(j);
    write_problems(j, &r->diags);
    json_end_object(j);
}
