/* Tests as text. */
#include "testing/block.h"

#include "facts/written.h"
#include "format/format.h"

enum { EXACT_PLACES = 12 };

struct writing {
    struct buffer *b;
    struct arena *a;
    const struct ready_test *test;
    const struct model *m;
    const struct facts *f;
    bool *wanted; /* by fact: it is written where it is stated */
};

/* --- which facts ------------------------------------------------------------------------------ */

static bool same_end(struct arena *a, struct number x, struct number y)
{
    return number_equal(a, x, y) || (number_is_over(x) && number_is_over(y));
}

static bool makes_the_same(struct arena *a, const struct ready_test *test, const struct outcome *o)
{
    for (size_t i = 0; i < test->expects.n; i++) {
        const struct criterion *k = test->expects.at[i].of;
        const struct result *x = outcome_result(o, k), *y = outcome_result(test->outcome, k);
        const struct ready_expectation *e = &test->expects.at[i];
        if (e->is_mark && x->mark[e->mark].band != y->mark[e->mark].band)
            return false;
        if (x->status != y->status || !same_end(a, x->low, y->low) ||
            !same_end(a, x->high, y->high))
            return false;
    }
    return !o->troubles.n;
}

/* Whether what is written alone makes the same of everything that is expected. */
static bool is_enough(const struct writing *w)
{
    struct facts *f = facts_copy(w->a, w->f);
    for (size_t i = 0; i < w->m->facts.n; i++)
        if (!w->wanted[i])
            facts_forget(f, w->m->facts.at[i]);
    return makes_the_same(w->a, w->test, eval_model(w->a, w->m, f));
}

static void choose_facts(struct writing *w)
{
    struct score_reader r = score_reader_in(w->a, w->m);
    for (size_t i = 0; i < w->test->expects.n; i++)
        score_reader_add(&r, w->test->expects.at[i].of);
    w->wanted = r.fact;
    bool enough = is_enough(w);
    for (size_t i = 0; i < w->m->facts.n && !enough; i++)
        w->wanted[i] = true;
}

/* --- facts ------------------------------------------------------------------------------------ */

static bool differs(const struct writing *w, size_t i)
{
    const struct fact_entry *now = &w->f->entry[i], *base = &w->test->base->entry[i];
    return !written_alike(w->a, w->m->facts.at[i], now, base);
}

/* A line `set` has a value alone, in words of the rules. */
static bool can_be_set(const struct writing *w, size_t i)
{
    const struct fact *f = w->m->facts.at[i];
    const struct fact_entry *e = &w->f->entry[i];
    bool simple = f->type.kind == TYPE_NUMBER || f->type.kind == TYPE_DATE ||
                  f->type.kind == TYPE_MONTH || f->type.kind == TYPE_YES_NO;
    bool na = value_is_na(e->value) && !e->because.n;
    bool present = e->value.kind != VALUE_ABSENT;
    bool asked = f->needs_evidence || f->proves;
    return na || (simple && present && (!asked || evidence_is_there(&e->evidence)));
}

static bool same_day(const struct facts *x, const struct facts *y)
{
    return x->has_as_of == y->has_as_of && (!x->has_as_of || x->as_of.day == y->as_of.day);
}

/* Whether the file and lines `set` say everything. */
static bool file_will_do(const struct writing *w)
{
    if (!w->test->base || !same_day(w->test->base, w->f))
        return false;
    for (size_t i = 0; i < w->m->facts.n; i++)
        if (differs(w, i) && !can_be_set(w, i))
            return false;
    return true;
}

static void add_file(const struct writing *w)
{
    buffer_add(w->b, SAY(w->a, "  facts {}\n", written_quoted(w->a, w->test->facts_file)));
    for (size_t i = 0; i < w->m->facts.n; i++) {
        const struct fact *f = w->m->facts.at[i];
        if (!differs(w, i))
            continue;
        struct text value = written_value(w->a, w->m, f, w->f->entry[i].value);
        buffer_add(w->b, SAY(w->a, "  set {} = {}\n", f->path, value));
    }
}

static void add_facts(const struct writing *w)
{
    enum { INDENT = 4 };
    struct buffer inside = buffer_in(w->a);
    if (w->f->has_as_of)
        buffer_add(&inside, SAY(w->a, "    as of {}\n", date_words(w->a, w->f->as_of, w->m->era)));
    for (size_t i = 0; i < w->m->facts.n; i++) {
        const struct fact *f = w->m->facts.at[i];
        if (w->wanted[i] && w->f->entry[i].stated)
            written_entry(&inside, w->a, w->m, f, &w->f->entry[i], INDENT);
    }
    if (inside.n)
        buffer_add(w->b, SAY(w->a, "  facts {\n{}  }\n", buffer_text(&inside)));
}

/* --- expectations ----------------------------------------------------------------------------- */

static struct text height_words(const struct criterion *k)
{
    switch (k->height) {
    case HEIGHT_GROUP:
        return TEXT("group ");
    case HEIGHT_INDICATOR:
        return TEXT("indicator ");
    case HEIGHT_PART:
        return TEXT("part ");
    case HEIGHT_TOTAL:
        break;
    }
    return TEXT("");
}

/* In full: as a decimal where one that people read says it, else as a ratio. */
static struct text exact_words(struct arena *a, struct number n)
{
    unsigned places;
    bool decimal = number_decimals(a, n, EXACT_PLACES, &places);
    return decimal ? number_words(a, n, places) : number_exact_words(a, n);
}

static struct text score_words(struct arena *a, const struct ready_expectation *e,
                               struct number score)
{
    if (e->exactly)
        return SAY(a, "score exactly {}", exact_words(a, score));
    return SAY(a, "score {}", number_words(a, score, e->of->show_score.places));
}

/* A range is not rounded: what is expected must hold its ends as they are shown. */
static struct text range_words(struct arena *a, const struct ready_expectation *e,
                               const struct result *r)
{
    unsigned places = e->of->show_score.places;
    if (number_is_over(r->low) || number_is_over(r->high))
        return TEXT("incomplete");
    return SAY(a, "incomplete {} .. {}", number_words(a, r->low, places),
               number_words(a, r->high, places));
}

static struct text state_words(struct arena *a, const struct ready_expectation *e,
                               const struct result *r)
{
    if (e->is_mark)
        return SAY(a, "{} {}", mark_words(e->mark), r->mark[e->mark].band->name);
    switch (r->status) {
    case STATUS_SCORED:
    case STATUS_NOT_APPLICABLE:
        return score_words(a, e, r->score);
    case STATUS_INCOMPLETE:
        return range_words(a, e, r);
    case STATUS_DROPPED:
        return TEXT("dropped");
    }
    return TEXT("");
}

static void add_expected(const struct writing *w, const struct ready_expectation *e)
{
    const struct result *r = outcome_result(w->test->outcome, e->of);
    buffer_add(w->b, SAY(w->a, "  expect {}{} {}", height_words(e->of), e->of->path,
                         state_words(w->a, e, r)));
    if (e->because.n && !text_equal(e->because, TEXT("dropped")))
        buffer_add(w->b, SAY(w->a, " because {}", e->because));
    buffer_add_byte(w->b, '\n');
}

void test_block(struct buffer *b, struct arena *scratch, const struct ready_test *test)
{
    struct buffer block = buffer_in(scratch);
    struct writing w = {.b = &block,
                        .a = scratch,
                        .test = test,
                        .m = test->outcome->model,
                        .f = test->outcome->facts};
    buffer_add(&block, SAY(scratch, "test {} {\n", written_quoted(scratch, test->name)));
    if (file_will_do(&w)) {
        add_file(&w);
    } else {
        choose_facts(&w);
        add_facts(&w);
    }
    for (size_t i = 0; i < test->expects.n; i++)
        add_expected(&w, &test->expects.at[i]);
    buffer_add(&block, TEXT("}\n"));
    buffer_add(b, format_made(scratch, buffer_text(&block)));
}
