/* The booklet: whole, well-formed, and what is evaluated. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "hostile.h"
#include "ken_inside.h"
#include "render/html.h"
#include "render/markdown.h"
#include "report/booklet_inside.h"
#include "support.h"

/* Criterion's macros put an int into a bit field. */
#pragma GCC diagnostic ignored "-Wconversion"

/* --- whole ------------------------------------------------------------------------------------ */

typedef struct text escaped(struct arena *a, struct text t);

struct looking {
    struct arena *a;
    struct text page;
    escaped *escape;
    const char *where; /* of the rules */
};

static void expect(const struct looking *l, struct text what, const char *kind)
{
    struct text words = l->escape(l->a, text_folded(l->a, what));
    bool there = !words.n || support_find(l->page, words);
    cr_expect(there, "%s: the %s `%s` is not in the booklet", l->where, kind, text_c(l->a, words));
}

static void expect_criterion(const struct looking *l, const struct model *m,
                             const struct criterion *k)
{
    struct booklet b = {.a = l->a, .m = m, .thai = support_find(l->page, TEXT("สารบัญ"))};
    expect(l, k->parent && !k->title.n ? k->id : k->title, "title");
    for (size_t i = 0; i < k->thresholds.n; i++)
        for (size_t j = 0; j < k->thresholds.at[i]->levels.n; j++)
            expect(l, booklet_measure(&b, k, k->thresholds.at[i]->levels.at[j].value), "level");
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct expr *by = k->steps.at[i].by;
        expect(l, k->steps.at[i].title, "step");
        if (by && by->kind == EXPR_LITERAL)
            expect(l,
                   booklet_day(&b, by->literal->kind == VALUE_MONTH ? month_last(by->literal->month)
                                                                    : by->literal->date),
                   "deadline");
    }
    for (size_t i = 0; i < k->penalties.n; i++)
        expect(l, k->penalties.at[i]->title, "penalty");
    for (size_t i = 0; i < k->remarks.notes.n; i++)
        expect(l, k->remarks.notes.at[i], "note");
    for (size_t i = 0; i < k->remarks.cites.n; i++)
        expect(l, k->remarks.cites.at[i].document, "citation");
}

static void expect_model(const struct looking *l, const struct model *m)
{
    for (size_t i = 0; i < m->criteria.n; i++)
        expect_criterion(l, m, m->criteria.at[i]);
    for (size_t i = 0; i < m->facts.n; i++) {
        expect(l, m->facts.at[i]->path, "fact");
        expect(l, m->facts.at[i]->title, "fact");
    }
    for (size_t i = 0; l->escape == html_escaped && i < m->lets.n; i++)
        expect(l, m->lets.at[i]->title, "let"); /* in Markdown it stands in a formula alone */
    for (size_t i = 0; m->calendar && i < m->calendar->holidays.n; i++)
        expect(l, m->calendar->holidays.at[i].name, "holiday");
}

static void expect_well_formed(struct arena *a, const char *where, struct text page, bool thai)
{
    int status;
    support_write("build/booklet.html", page);
    struct text wrong = support_run(a,
                                    thai ? "python3 tests/booklet.py build/booklet.html thai"
                                         : "python3 tests/booklet.py build/booklet.html",
                                    &status);
    bool right = !status && !wrong.n;
    cr_expect(right, "%s: %s", where, text_c(a, wrong));
}

static size_t try_rules(const char *path)
{
    struct arena *a = support_arena();
    struct text rules;
    char *folder = text_c(a, text_of(path));
    *strrchr(folder, '/') = 0;
    cr_assert(support_read(a, path, &rules));
    struct trial *t = trial_new(folder);
    trial_load(t, strrchr(path, '/') + 1, rules);
    bool is_one = t->ken->rules.model;
    if (is_one) {
        struct text html = trial_report(t, KEN_BOOKLET, &(ken_style){.form = KEN_HTML});
        struct text md = trial_report(t, KEN_BOOKLET, &(ken_style){.form = KEN_MARKDOWN});
        ken_style thai = {.form = KEN_HTML, .thai_digits = true, .language = {"th", 2}};
        expect_model(&(struct looking){a, html, html_escaped, path}, t->ken->rules.model);
        expect_model(&(struct looking){a, md, markdown_escaped, path}, t->ken->rules.model);
        expect_well_formed(a, path, html, false);
        expect_well_formed(a, path, trial_report(t, KEN_BOOKLET, &thai), true);
    }
    trial_free(t);
    arena_free(a);
    return is_one;
}

Test(booklet, has_everything_that_the_rules_say)
{
    enum { FEWEST = 15 };
    static const char *const where[] = {"rules/cgd/*.ken", "rules/examples/*/*.ken",
                                        "tests/cases/booklet/*/input.ken"};
    size_t tried = 0;
    for (size_t i = 0; i < sizeof where / sizeof *where; i++) {
        glob_t found;
        cr_assert(glob(where[i], 0, NULL, &found) == 0);
        for (size_t j = 0; j < found.gl_pathc; j++)
            tried += try_rules(found.gl_pathv[j]);
        globfree(&found);
    }
    cr_expect(tried >= FEWEST, "only %zu rule sets were tried", tried);
}

/* --- what is evaluated ------------------------------------------------------------------------ */

static const struct chart *chart_of(struct trial *t, struct document *d)
{
    *d = document_in(t->arena);
    report_booklet(d, t->ken->rules.model, BOOKLET_ENGLISH, NULL);
    for (size_t i = 0; i < d->blocks.n; i++)
        if (d->blocks.at[i]->kind == BLOCK_CHART)
            return d->blocks.at[i]->chart;
    return NULL;
}

/* What an office with this measure scores is what the chart shows. */
static void expect_point(struct text rules, struct number x, struct number y)
{
    struct trial *t = trial_new("tests");
    trial_load(t, "input.ken", rules);
    trial_set(t, text_c(t->arena, SAY(t->arena, "x={}", number_short_words(t->arena, x, 30))));
    trial_evaluate(t);
    cr_expect(
        eq(str, trial_figure(t, "1", "score"), text_c(t->arena, number_words(t->arena, y, 4))),
        "at %s of %s", text_c(t->arena, number_short_words(t->arena, x, 30)),
        text_c(t->arena, rules));
    trial_free(t);
}

static void try_chart(struct text rules)
{
    struct document d;
    struct trial *t = trial_new("tests");
    trial_load(t, "input.ken", rules);
    cr_assert(eq(int, t->status, KEN_OK), "%s", text_c(t->arena, trial_problems(t)));
    const struct chart *c = chart_of(t, &d);
    cr_assert(c && c->lines.n, "%s", text_c(t->arena, rules));
    struct number half = number_ratio(1, 2);
    for (size_t i = 0; i < c->lines.n; i++) {
        struct chart_point from = c->lines.at[i].from, to = c->lines.at[i].to;
        expect_point(rules, number_multiply(t->arena, number_add(t->arena, from.x, to.x), half),
                     number_multiply(t->arena, number_add(t->arena, from.y, to.y), half));
    }
    for (size_t i = 0; i < c->dots.n; i++)
        if (!c->dots.at[i].open)
            expect_point(rules, c->dots.at[i].at.x, c->dots.at[i].at.y);
    trial_free(t);
}

Test(booklet, draws_what_is_evaluated)
{
    static const char *const scorers[] = {
        "levels 10, 20, 40, 60, 80",
        "levels 60, 45, 30, 20, 10",
        "levels 1: 10, 4: 20, 5: 64 stepped below 1.5",
        "levels 3: 50 below 1",
        "levels 2: 10, 4: 26 extrapolated",
        "bands { from 90 : 5   from 50 below 90 : 3   otherwise : 1 }",
        "bands { to 8 : 5   above 8 to 16 : 3.5   above 16 : 1 }",
        "bands { exactly 32 : 5   otherwise : 2 }"};
    struct arena *a = support_arena();
    for (size_t i = 0; i < sizeof scorers / sizeof *scorers; i++)
        try_chart(
            SAY(a, "criteria c scale 1 .. 5 facts { x : number }\nindicator 1 { measure x {} }\n",
                text_of(scorers[i])));
    arena_free(a);
}

/* --- words ------------------------------------------------------------------------------------ */

static size_t count_places(const char *words)
{
    size_t n = 0;
    for (; (words = strstr(words, "{}")); words += 2)
        n++;
    return n;
}

Test(booklet, has_all_its_words_in_both_languages)
{
    struct booklet english = {0}, thai = {.thai = true};
    for (int i = 0; i < WORDINGS; i++) {
        const char *one = wording_of(&english, (enum wording)i);
        const char *other = wording_of(&thai, (enum wording)i);
        bool both = *one && *other;
        cr_expect(both, "%d: `%s`, `%s`", i, one, other);
        cr_expect(eq(sz, count_places(one), count_places(other)), "`%s`, `%s`", one, other);
    }
}

/* --- many ------------------------------------------------------------------------------------- */

static double seconds_for(size_t indicators)
{
    struct arena *a = support_arena();
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("criteria c \"ก\" scale 1 .. 5 facts { shown, all : integer, at least 1 }\n"
                        "let share = shown / all\n"));
    for (size_t i = 1; i <= indicators; i++)
        buffer_add(
            &b,
            SAY(a, "indicator {} \"ข\" { points 1 measure share levels 10%, 20%, 30%, 40%, 50% }\n",
                text_number(a, (long long)i)));
    struct trial *t = trial_new("tests");
    trial_load(t, "input.ken", buffer_text(&b));
    cr_assert(eq(int, t->status, KEN_OK));
    double start = limits_seconds();
    struct text page = trial_report(t, KEN_BOOKLET, &(ken_style){.form = KEN_HTML});
    double took = limits_seconds() - start;
    cr_expect(page.n > indicators * 1000);
    trial_free(t);
    arena_free(a);
    return took;
}

/* A name, a choice and a group that every indicator uses. */
Test(booklet, of_long_names_is_no_product)
{
    enum { MANY = 1000, MOST = 30 * 1000 * 1000 };
    struct arena *a = support_arena();
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("criteria c scale 1 .. 5 facts { g \""));
    buffer_add_times(&b, TEXT("ก"), 100 * 1000);
    buffer_add(&b, TEXT("\" { x \""));
    buffer_add_times(&b, TEXT("ข"), 100 * 1000);
    buffer_add(&b, TEXT("\" : number, at least 0 } k : one of (\"w0\""));
    for (long long i = 1; i < 20 * 1000; i++)
        buffer_add(&b, SAY(a, ", \"w{}\"", text_number(a, i)));
    buffer_add(&b, TEXT(") }\n"));
    for (long long i = 1; i <= MANY; i++)
        buffer_add(&b,
                   SAY(a,
                       "indicator {} { points 1 applies when k = \"w1\" otherwise drop measure g.x "
                       "levels 1, 2, 3, 4, 5 }\n",
                       text_number(a, i)));
    struct trial *t = trial_new("tests");
    trial_load(t, "input.ken", buffer_text(&b));
    cr_assert(eq(int, t->status, KEN_OK), "%.300s", text_c(t->arena, trial_problems(t)));
    struct text page = trial_report(t, KEN_BOOKLET, &(ken_style){.form = KEN_HTML});
    cr_expect(page.n < MOST, "%zu bytes", page.n);
    trial_free(t);
    arena_free(a);
}

Test(booklet, of_many_indicators_takes_no_more_than_its_length)
{
    enum { FEW = 2500, TIMES = 4, SLACK = 3 };
    double few = seconds_for(FEW), many = seconds_for(FEW * TIMES);
    cr_expect(many < few * TIMES * SLACK + 0.5, "%f s for %d, %f s for %d", few, FEW, many,
              FEW * TIMES);
}
