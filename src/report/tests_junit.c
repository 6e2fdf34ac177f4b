/* Tests as JUnit XML, which build servers read. */
#include "report/tests.h"

/* In an attribute or between tags.  Characters that XML cannot hold become U+FFFD. */
static void add_escaped(struct buffer *b, struct text t)
{
    for (size_t i = 0; i < t.n;) {
        size_t from = i;
        uint32_t point = text_next(t, &i);
        if (point == '<')
            buffer_add(b, TEXT("&lt;"));
        else if (point == '>')
            buffer_add(b, TEXT("&gt;"));
        else if (point == '&')
            buffer_add(b, TEXT("&amp;"));
        else if (point == '"')
            buffer_add(b, TEXT("&quot;"));
        else if (point == '\n')
            buffer_add(b, TEXT("&#10;"));
        else if (point < 0x20 || point == 0xFFFE || point == 0xFFFF)
            buffer_add_point(b, 0xFFFD);
        else
            buffer_add(b, (struct text){t.at + from, i - from});
    }
}

static void add_attribute(struct buffer *b, const char *name, struct text value)
{
    buffer_add_byte(b, ' ');
    buffer_add(b, text_of(name));
    buffer_add(b, TEXT("=\""));
    add_escaped(b, value);
    buffer_add_byte(b, '"');
}

static void add_count(struct buffer *b, const char *name, size_t n)
{
    add_attribute(b, name, text_number(b->arena, (long long)n));
}

static void add_problem(struct buffer *b, const struct diags *d, const struct diag *g)
{
    buffer_add(b, TEXT("   <error"));
    add_attribute(b, "type", text_of(diag_about(g->code)->code));
    add_attribute(b, "message", g->message);
    buffer_add_byte(b, '>');
    add_escaped(b, source_place_words(b->arena, d->sources, source_real(d->sources, g->main.at)));
    buffer_add(b, TEXT("</error>\n"));
}

static void add_failure(struct buffer *b, const struct test_result *r,
                        const struct expectation_result *unmet)
{
    const struct expectation *e = unmet->expected;
    struct sources *s = r->diags.sources;
    buffer_add(b, TEXT("   <failure"));
    struct text about = !e->of        ? SAY(b->arena, "{} {}", e->aspect, e->shown)
                        : e->aspect.n ? SAY(b->arena, "{} of {}", e->aspect, e->of->path)
                                      : e->of->path;
    add_attribute(b, "message", SAY(b->arena, "{}: {}", about, unmet->says));
    buffer_add_byte(b, '>');
    add_escaped(b, SAY(b->arena, "{}: {}", source_line_words(b->arena, s, source_real(s, e->at)),
                       text_folded(b->arena, source_text(s, e->at))));
    buffer_add(b, TEXT("</failure>\n"));
}

void report_tests_junit_test(struct buffer *b, const struct test_result *r, struct text file)
{
    struct place at =
        source_place(r->diags.sources, source_real(r->diags.sources, r->test->name_at).lo);
    buffer_add(b, TEXT("  <testcase"));
    add_attribute(b, "name", r->test->name);
    add_attribute(b, "classname", file);
    add_attribute(b, "file", at.source ? at.source->name : file);
    add_count(b, "line", at.line);
    if (r->passed) {
        buffer_add(b, TEXT("/>\n"));
        return;
    }
    buffer_add(b, TEXT(">\n"));
    for (size_t i = 0; i < r->diags.all.n; i++)
        if (test_is_unexpected(r, r->diags.all.at[i]))
            add_problem(b, &r->diags, r->diags.all.at[i]);
    for (size_t i = 0; i < r->expected.n; i++)
        if (r->expected.at[i].unmet != UNMET_NOT && r->expected.at[i].unmet != UNMET_NO_SCORE)
            add_failure(b, r, &r->expected.at[i]);
    buffer_add(b, TEXT("  </testcase>\n"));
}

/* Rules that are wrong stand as one test that could not be run. */
static void add_wrong(struct buffer *b, const struct tests_file *f)
{
    buffer_add(b, TEXT("  <testcase name=\"the rules are right\""));
    add_attribute(b, "classname", f->name);
    buffer_add(b, TEXT(">\n"));
    for (size_t i = 0; i < f->wrong->all.n; i++)
        if (diag_about(f->wrong->all.at[i]->code)->severity == DIAG_ERROR)
            add_problem(b, f->wrong, f->wrong->all.at[i]);
    buffer_add(b, TEXT("  </testcase>\n"));
}

void report_tests_junit_file(struct buffer *b, const struct tests_file *f,
                             const struct tests_sum *sum, struct text tests)
{
    buffer_add(b, TEXT(" <testsuite"));
    add_attribute(b, "name", f->name);
    add_count(b, "tests", sum->tests + (f->wrong ? 1 : 0));
    add_count(b, "failures", sum->failed);
    add_count(b, "errors", f->wrong ? 1 : 0);
    buffer_add(b, TEXT(">\n"));
    buffer_add(b, tests);
    if (f->wrong)
        add_wrong(b, f);
    buffer_add(b, TEXT(" </testsuite>\n"));
}
