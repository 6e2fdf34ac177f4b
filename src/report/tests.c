/* Tests that failed, for people. */
#include "report/tests.h"

#include "explain/why.h"
#include "report/diagnostics.h"
#include "report/values.h"

/* --- one expectation -------------------------------------------------------------------------- */

static void write_remark(struct printer *p, const char *kind, struct text says)
{
    printer_bar(p, TEXT("="));
    pen_write(&p->pen, text_of(kind), TONE_STRONG);
    printer_text(p, says, TONE_PLAIN);
    pen_break(&p->pen);
}

/* "4.7 = 47/10": in full, and exactly. */
static struct text in_full(struct arena *a, const struct expectation *e, struct number n)
{
    struct text says = figure_said(a, e, n), exact = number_exact_words(a, n);
    bool in_units = !text_ends(says, TEXT("%")) && !number_equal(a, e->unit, number_of(1));
    return in_units || text_starts(says, exact) ? says : SAY(a, "{} = {}", says, exact);
}

static void write_numbers(struct printer *p, const struct expectation_result *r)
{
    struct arena *a = p->arena;
    const struct expectation *e = r->expected;
    struct number off = number_subtract(a, r->found, e->value);
    write_remark(p, "expected: ", in_full(a, e, e->value));
    write_remark(p, "found:    ", in_full(a, e, r->found));
    write_remark(p, "off by:   ",
                 SAY(a, "{}{}", number_sign(off) > 0 ? TEXT("+") : TEXT(""), in_full(a, e, off)));
}

/* The reasons of the score, as `ken explain` begins them. */
static void write_reasons(struct printer *p, struct outcome *o, const struct criterion *k)
{
    const struct reason *why = why_score(p->arena, o, k);
    write_remark(p, "why: ", why->says);
    for (size_t i = 0; i < why->below.n; i++)
        if (why->below.at[i]->decisive)
            write_remark(p, "     ", why->below.at[i]->says);
}

static struct text headline(struct arena *a, const struct expectation_result *r)
{
    const struct expectation *e = r->expected;
    struct text path = e->of ? e->of->path : TEXT("");
    struct text what = e->aspect.n ? SAY(a, "{} of {}", e->aspect, path) : path;
    switch (r->unmet) {
    case UNMET_FIGURE:
    case UNMET_MARK:
        return SAY(a, "{}: expected {}, {}", what, e->shown, r->says);
    case UNMET_PROBLEM:
        return SAY(a, "{} {} is expected: {}", e->aspect, e->shown, r->says);
    case UNMET_REASON:
        return SAY(a, "{} is for another reason: {}", path, r->says);
    case UNMET_STATE:
    case UNMET_RANGE:
        return SAY(a, "{}: {}", path, r->says);
    case UNMET_NO_SCORE:
    case UNMET_NOT:
        break;
    }
    return r->says;
}

static void write_head(struct printer *p, const struct test *t, struct text says)
{
    pen_write(&p->pen, TEXT("FAIL "), TONE_BAD);
    printer_text(p, SAY(p->arena, "\"{}\"", t->name), TONE_STRONG);
    if (says.n)
        printer_text(p, SAY(p->arena, ": {}", says), TONE_PLAIN);
    pen_break(&p->pen);
}

static bool fails(const struct expectation_result *r)
{
    return r->unmet != UNMET_NOT && r->unmet != UNMET_NO_SCORE;
}

/* The reasons of a criterion are told once a test. */
static bool is_told(const struct test_result *r, size_t i)
{
    const struct expectation *e = r->expected.at[i].expected;
    for (size_t j = 0; j < i; j++)
        if (fails(&r->expected.at[j]) && r->expected.at[j].expected->of == e->of)
            return true;
    return false;
}

static void write_unmet(struct printer *p, const struct test_result *r, size_t i)
{
    const struct expectation_result *unmet = &r->expected.at[i];
    const struct expectation *e = unmet->expected;
    const struct criterion *k = e->of ? model_criterion(r->outcome->model, e->of->path) : NULL;
    struct span at = unmet->unmet == UNMET_REASON ? e->because.at : e->value_at;
    write_head(p, r->test, headline(p->arena, unmet));
    printer_excerpt(p, source_real(p->sources, at), unmet->says);
    printer_empty_bar(p);
    if (unmet->has_number && unmet->unmet == UNMET_FIGURE)
        write_numbers(p, unmet);
    if (k && !is_told(r, i)) {
        write_reasons(p, r->outcome, k);
        printer_values(p, values_behind(p->arena, r->outcome, k, e->aspect));
    }
    pen_break(&p->pen);
}

/* --- a test ----------------------------------------------------------------------------------- */

static bool has_unexpected(const struct test_result *r)
{
    for (size_t i = 0; i < r->diags.all.n; i++)
        if (test_is_unexpected(r, r->diags.all.at[i]))
            return true;
    return false;
}

static struct printer printer_for(struct buffer *out, const struct test_result *r,
                                  struct text_style look)
{
    return (struct printer){.pen = {.out = out, .colour = look.colour},
                            .arena = out->arena,
                            .sources = r->diags.sources,
                            .tone = TONE_BAD};
}

void report_test_failed(struct buffer *out, const struct test_result *r, struct text_style look)
{
    struct printer p = printer_for(out, r, look);
    if (has_unexpected(r)) {
        write_head(&p, r->test, TEXT("what it states is wrong"));
        report_diagnostics_text(out, &r->diags, look);
        pen_break(&p.pen);
    }
    for (size_t i = 0; i < r->expected.n; i++) {
        if (fails(&r->expected.at[i]))
            write_unmet(&p, r, i);
    }
}

void report_test_line(struct buffer *out, const struct test_result *r, struct text_style look)
{
    struct printer p = printer_for(out, r, look);
    if (r->passed)
        pen_write(&p.pen, TEXT("ok   "), TONE_GOOD);
    else
        pen_write(&p.pen, TEXT("FAIL "), TONE_BAD);
    printer_text(&p, SAY(p.arena, "\"{}\"", r->test->name), TONE_PLAIN);
    printer_text(
        &p,
        SAY(p.arena, "  {}",
            source_line_words(p.arena, p.sources, source_real(p.sources, r->test->name_at))),
        TONE_FAINT);
    pen_break(&p.pen);
}

void report_test_listed(struct buffer *out, struct sources *s, const struct test *t)
{
    buffer_add(out, SAY(out->arena, "{}: \"{}\"\n",
                        source_line_words(out->arena, s, source_real(s, t->name_at)),
                        text_visible(out->arena, t->name)));
}

static struct text counted(struct arena *a, size_t n, const char *one, const char *many)
{
    return SAY(a, "{} {}", text_number(a, (long long)n), text_of(n == 1 ? one : many));
}

void report_tests_sum(struct buffer *out, const struct tests_sum *sum, struct text_style look)
{
    struct arena *a = out->arena;
    struct pen pen = {.out = out, .colour = look.colour};
    if (sum->tests)
        pen_write(&pen,
                  SAY(a, "{} in {}: ", counted(a, sum->tests, "test", "tests"),
                      counted(a, sum->files - sum->wrong, "file", "files")),
                  TONE_PLAIN);
    if (sum->failed)
        pen_write(&pen,
                  SAY(a, "{} failed, {} passed", text_number(a, (long long)sum->failed),
                      text_number(a, (long long)(sum->tests - sum->failed))),
                  TONE_BAD);
    else if (sum->tests)
        pen_write(&pen, sum->tests == 1 ? TEXT("it passed") : TEXT("all passed"), TONE_GOOD);
    if (sum->wrong)
        pen_write(&pen,
                  SAY(a,
                      sum->wrong == 1 ? "{}{} is wrong, and was not tested"
                                      : "{}{} are wrong, and were not tested",
                      sum->tests ? TEXT("; ") : TEXT(""), counted(a, sum->wrong, "file", "files")),
                  TONE_BAD);
    pen_break(&pen);
}
