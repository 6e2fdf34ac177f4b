/* Tests: their facts, and what they expect.
 *
 * What a fact file says is not looked at here: whether a value fits is known when the test is run,
 * for an error may be what it expects. */
#include "check/because.h"
#include "check/checker.h"

/* --- facts ------------------------------------------------------------------------------------ */

static struct text path_words(struct checker *c, const struct node *path)
{
    return check_fact_path(c, (struct text){0}, path);
}

static void check_set(struct checker *c, const struct node *n, struct test *t)
{
    struct text path = path_words(c, n->test_set.path);
    struct span at = {n->test_set.path->at.lo, n->at.hi};
    LIST_ADD(c->a, &t->facts,
             (struct test_facts){TEST_FACTS_SET, source_text(c->m->sources, at), at});
    if (model_fact(c->m, path) || c->facts_spoilt)
        return;
    struct diag *g = DIAG_ADD(c->d, K0301, n->test_set.path->at, path);
    struct nearest near = nearest_to(path);
    if (map_find(&c->fact_groups, path, NULL)) {
        diag_help(g, SAY(c->a, "`{}` is a group of facts: name one of them", path));
        return;
    }
    for (size_t i = 0; diags_have_room(c->d) && i < c->m->facts.n; i++)
        nearest_offer(&near, c->m->facts.at[i]->path);
    if (!near.best.n)
        return;
    diag_help(g, SAY(c->a, "did you mean `{}`?", near.best));
    diag_fix(g, n->test_set.path->at, near.best);
}

static void add_facts(struct checker *c, const struct node *n, struct test *t)
{
    const struct node *file = n->test_facts.file, *text = n->test_facts.text;
    if (file && file->kind == NODE_string)
        LIST_ADD(c->a, &t->facts,
                 (struct test_facts){TEST_FACTS_FILE, file->string.text, file->at});
    else if (text && text->kind == NODE_word)
        LIST_ADD(c->a, &t->facts, (struct test_facts){TEST_FACTS_TEXT, text->word.text, text->at});
}

/* --- what is expected of what ----------------------------------------------------------------- */

static struct text tested_words(struct checker *c, const struct node *n)
{
    struct buffer b = buffer_in(c->a);
    for (size_t i = 0; i < n->tested.ids.n; i++) {
        if (i)
            buffer_add_byte(&b, '/');
        buffer_add(&b, check_id(c, n->tested.ids.at[i]->word.text));
    }
    return buffer_text(&b);
}

static struct text article(struct checker *c, struct text noun)
{
    return SAY(c->a, text_starts(noun, TEXT("i")) ? "an {}" : "a {}", noun);
}

static const char *const figures[] = {"measure",  "score", "weight",
                                      "weighted", "share", "contribution"};
enum { FIGURES = sizeof figures / sizeof *figures };

static bool is_figure(struct text name)
{
    for (size_t i = 0; i < FIGURES; i++)
        if (text_equal(name, text_of(figures[i])))
            return true;
    return false;
}

static const struct criterion *find_tested(struct checker *c, const struct node *n)
{
    struct text path = tested_words(c, n);
    const struct criterion *k = model_criterion(c->m, path);
    struct node id = {.kind = NODE_word, .at = n->at, .word = {path}};
    if (!k && is_figure(path)) {
        diag_help(DIAG_ADD(c->d, K0302, n->at, path),
                  SAY(c->a, "the criterion comes first: `expect 1.1 {} 4.8`", path));
        return NULL;
    }
    if (!k)
        return c->spoilt.at[0] ? NULL : check_criterion_named(c, &id);
    if (n->tested.height == HEIGHT_TOTAL || n->tested.height == (int)k->height)
        return k;
    struct text is = height_words(k->height);
    struct diag *g =
        DIAG_ADD(c->d, K1013, n->at, k->path, height_words((enum height)n->tested.height),
                 k->parent ? article(c, is) : TEXT("the whole"));
    diag_help(g, SAY(c->a, "the id is enough: `expect {} score ...`", k->path));
    return k;
}

/* --- figures ---------------------------------------------------------------------------------- */

static const struct let *let_of(const struct criterion *k, struct text name)
{
    for (size_t i = 0; i < k->lets.n; i++)
        if (text_equal(k->lets.at[i]->name, name))
            return k->lets.at[i];
    return NULL;
}

static bool has_aspect(struct checker *c, const struct criterion *k, const struct node *aspect)
{
    struct text name = aspect->word.text;
    if (is_figure(name) || let_of(k, name))
        return true;
    struct diag *g = DIAG_ADD(c->d, K1014, aspect->at, k->path, name);
    struct nearest near = nearest_to(name);
    for (size_t i = 0; i < FIGURES; i++)
        nearest_offer(&near, text_of(figures[i]));
    nearest_offer(&near, TEXT("status"));
    nearest_offer(&near, TEXT("grade"));
    nearest_offer(&near, TEXT("incomplete"));
    nearest_offer(&near, TEXT("dropped"));
    for (size_t i = 0; i < k->lets.n; i++)
        nearest_offer(&near, k->lets.at[i]->name);
    if (near.best.n) {
        diag_help(g, SAY(c->a, "did you mean `{}`?", near.best));
        diag_fix(g, aspect->at, near.best);
    } else
        diag_help(g, TEXT("figures are measure, score, weight, weighted, share, contribution, and "
                          "each `let` of the criterion"));
    return false;
}

/* A figure as it is written: its value, decimals and unit. */
static bool check_fraction(struct checker *c, const struct node *n, struct expectation *e)
{
    struct node over = {.kind = NODE_number, .at = n->at, .number = {n->fraction.over}};
    struct node under = {.kind = NODE_number, .at = n->at, .number = {n->fraction.under}};
    struct number top, bottom;
    e->exactly = true;
    if (!check_number(c, &over, &top) || !check_number(c, &under, &bottom))
        return false;
    if (!number_sign(bottom)) {
        DIAG_ADD(c->d, K0402, n->at, check_source(c, n->at), TEXT("a number"));
        return false;
    }
    e->value = number_divide(c->a, top, bottom);
    return true;
}

static bool check_figure(struct checker *c, const struct node *n, struct expectation *e,
                         const struct node **unit)
{
    bool minus = n->kind == NODE_negation;
    const struct node *figure = minus ? n->negation.operand : n;
    struct text digits = {0};
    bool well;
    *unit = NULL;
    if (figure->kind == NODE_fraction) {
        *unit = figure->fraction.unit;
        well = check_fraction(c, figure, e);
        const struct unit *u = *unit ? check_unit(c, *unit) : NULL;
        if (u)
            e->value = number_multiply(c->a, e->value, e->unit = u->scale);
        well = well && (u || !*unit);
    } else {
        well = check_number(c, figure, &e->value);
        digits = figure->kind == NODE_number     ? figure->number.digits
                 : figure->kind == NODE_percent  ? figure->percent.digits
                 : figure->kind == NODE_quantity ? figure->quantity.digits
                                                 : TEXT("");
        if (figure->kind == NODE_percent)
            e->unit = number_ratio(1, 100);
        if (figure->kind == NODE_quantity) {
            *unit = figure->quantity.unit;
            const struct unit *u = well ? check_unit(c, *unit) : NULL;
            e->unit = u ? u->scale : e->unit;
        }
    }
    struct number ignored;
    number_parse(c->a, digits, &ignored, &e->decimals);
    if (minus)
        e->value = number_negate(c->a, e->value);
    return well;
}

/* What the figure is counted in; of a pure number NULL. */
static const struct expr *counted_by(const struct criterion *k, struct text aspect)
{
    const struct let *let = let_of(k, aspect);
    if (let)
        return let->value;
    return text_equal(aspect, TEXT("measure")) ? k->measure : NULL;
}

static void check_figure_unit(struct checker *c, const struct expectation *e,
                              const struct node *unit)
{
    const struct expr *of = counted_by(e->of, e->aspect);
    const struct dimension *is = of ? of->type.dimension : NULL;
    const struct unit *u = check_unit(c, unit);
    if (!u || (of && of->type.kind != TYPE_NUMBER) || dimension_equal(u->dimension, is))
        return;
    DIAG_ADD(c->d, K1015, unit->at, e->aspect, e->of->path, dimension_words(c->a, is), u->words);
}

/* Rounding can lead a score over an end of its scale, by less than what it is rounded to. */
static bool is_on_scale(struct checker *c, const struct criterion *k, struct number n)
{
    struct number low = number_least(c->a, k->low, k->floor);
    struct number high = number_most(c->a, k->high, k->cap);
    if (number_is_over(low) || number_is_over(high))
        return true;
    if (k->round_score->set) {
        low = number_subtract(c->a, low, k->round_score->step);
        high = number_add(c->a, high, k->round_score->step);
    }
    return number_order(c->a, n, low) >= 0 && number_order(c->a, n, high) <= 0;
}

static void check_expected_score(struct checker *c, const struct node *value,
                                 const struct criterion *k, struct number n)
{
    if (!c->scale_spoilt && !is_on_scale(c, k, n))
        report_off_scale(c, value->at, k);
}

static bool expect_figure(struct checker *c, const struct node *n, struct expectation *e)
{
    const struct node *value = n->expect_figure.value, *unit;
    e->kind = EXPECT_FIGURE;
    e->aspect = n->expect_figure.aspect->word.text;
    e->exactly = n->expect_figure.exactly;
    e->shown = check_source(c, value->at);
    e->value_at = value->at;
    if (!has_aspect(c, e->of, n->expect_figure.aspect) || !check_figure(c, value, e, &unit))
        return false;
    if (unit)
        check_figure_unit(c, e, unit);
    if (text_equal(e->aspect, TEXT("score")) && !let_of(e->of, e->aspect))
        check_expected_score(c, value, e->of, e->value);
    return true;
}

/* --- marks, states, problems ------------------------------------------------------------------ */

static bool expect_mark(struct checker *c, const struct node *n, struct expectation *e)
{
    const struct node *name = n->expect_mark.name;
    e->kind = EXPECT_MARK;
    e->mark = n->expect_mark.grade ? MARK_GRADE : MARK_LIGHT;
    e->word = e->shown = name->word.text;
    e->aspect = mark_words(e->mark);
    e->value_at = name->at;
    const struct bands *bands = e->of->marks[e->mark];
    struct nearest near = nearest_to(e->word);
    for (size_t i = 0; bands && i < bands->n; i++) {
        if (text_equal(bands->at[i].name, e->word))
            return true;
        nearest_offer(&near, bands->at[i].name);
    }
    struct diag *g = DIAG_ADD(c->d, K1016, name->at, e->word, mark_noun(e->mark), e->of->path);
    if (near.best.n) {
        diag_help(g, SAY(c->a, "did you mean `{}`?", near.best));
        diag_fix(g, name->at, near.best);
    } else if (!bands)
        diag_help(g, SAY(c->a, "`{}` has no `{}`", e->of->path, mark_words(e->mark)));
    return false;
}

static bool check_end(struct checker *c, const struct node *n, const struct criterion *k,
                      struct number *value, unsigned *decimals)
{
    struct text digits = check_source(c, n->at);
    struct number ignored;
    if (!check_points(c, n, value))
        return false;
    number_parse(c->a, digits, &ignored, decimals);
    check_expected_score(c, n, k, *value);
    return true;
}

static bool expect_incomplete(struct checker *c, const struct node *n, struct expectation *e)
{
    const struct node *range = n->expect_incomplete.range;
    e->kind = EXPECT_INCOMPLETE;
    e->aspect = TEXT("incomplete");
    e->value_at = n->at;
    e->has_range = range;
    if (!range)
        return true;
    if (!check_end(c, range->range.low, e->of, &e->low, &e->low_decimals) ||
        !check_end(c, range->range.high, e->of, &e->high, &e->high_decimals))
        return false;
    if (number_order(c->a, e->low, e->high) > 0)
        report_backwards(c, range);
    return true;
}

static bool expect_problem(struct checker *c, const struct node *n, struct expectation *e)
{
    const struct node *code = n->expect_problem.code;
    enum diag_severity wanted = (enum diag_severity)n->expect_problem.severity;
    struct text word = wanted == DIAG_ERROR ? TEXT("error") : TEXT("warning");
    e->kind = EXPECT_PROBLEM;
    e->aspect = word;
    e->shown = e->word = code->word.text;
    e->value_at = code->at;
    if (!diag_code_named(code->word.text, &e->code)) {
        diag_help(DIAG_ADD(c->d, K1017, code->at, word, code->word.text),
                  TEXT("a message begins with its code, as `error[K0612]`"));
        return false;
    }
    if (diag_about(e->code)->severity == wanted)
        return true;
    struct text other = wanted == DIAG_ERROR ? TEXT("warning") : TEXT("error");
    diag_help(DIAG_ADD(c->d, K1017, code->at, word, code->word.text),
              SAY(c->a, "{} is {} {}", code->word.text,
                  wanted == DIAG_ERROR ? TEXT("a") : TEXT("an"), other));
    return false;
}

static bool expect_what(struct checker *c, const struct node *what, struct expectation *e)
{
    switch ((unsigned)what->kind) {
    case NODE_expect_figure:
        return expect_figure(c, what, e);
    case NODE_expect_mark:
        return expect_mark(c, what, e);
    case NODE_expect_incomplete:
        return expect_incomplete(c, what, e);
    case NODE_expect_out:
        e->kind = what->expect_out.dropped ? EXPECT_DROPPED : EXPECT_NOT_APPLICABLE;
        e->aspect = what->expect_out.dropped ? TEXT("dropped") : TEXT("not applicable");
        e->value_at = what->at;
        return true;
    case NODE_expect_problem:
        return expect_problem(c, what, e);
    default:
        return false;
    }
}

/* --- a test ----------------------------------------------------------------------------------- */

static void check_expectation(struct checker *c, const struct node *n, struct test *t,
                              struct map *said)
{
    const struct node *what = n->expect.what, *because = n->expect.because;
    struct expectation e = {.kind = EXPECT_NOTHING,
                            .at = n->at,
                            .value_at = n->at,
                            .value = number_of(0),
                            .low = number_of(0),
                            .high = number_of(0),
                            .unit = number_of(1)};
    if (n->expect.of) {
        e.of = find_tested(c, n->expect.of);
        if (!e.of || c->spoilt.at[e.of->index])
            return;
    } else if (!what || what->kind != NODE_expect_problem)
        return;
    if (what && !expect_what(c, what, &e))
        return;
    e.has_because = because && check_because(c, because, e.of, &e.because);
    if (because && !e.has_because)
        return;
    struct text key =
        SAY(c->a, "{}\n{}\n{}\n{}", e.of ? e.of->path : TEXT(""), e.aspect,
            e.kind == EXPECT_PROBLEM ? e.word : TEXT(""),
            e.kind == EXPECT_NOTHING && because ? check_source(c, because->at) : TEXT(""));
    size_t first = map_put(said, key, t->expected.n);
    if (first < t->expected.n) {
        struct diag *g = DIAG_ADD(c->d, K1012, e.at, check_source(c, e.at));
        diag_label(c->d, g, t->expected.at[first].at, TEXT("first expected here"));
        return;
    }
    LIST_ADD(c->a, &t->expected, e);
}

static bool swallows_expect(const struct test *t)
{
    struct text word = TEXT(" expect ");
    for (size_t i = 0; i < t->facts.n; i++)
        for (size_t j = 0; j < t->facts.at[i].text.n; j++)
            if (t->facts.at[i].kind == TEST_FACTS_SET &&
                text_starts(text_after(t->facts.at[i].text, j), word))
                return true;
    return false;
}

static void check_test(struct checker *c, const struct node *n, struct map *names)
{
    struct test *t = ARENA_NEW(c->a, struct test);
    struct map said = map_in(c->a);
    *t = (struct test){.name = check_text(n->test.name), .at = n->at, .name_at = n->test.name->at};
    size_t first = map_put(names, t->name, c->m->tests.n);
    if (first != c->m->tests.n) {
        struct diag *g = DIAG_ADD(c->d, K0307, t->name_at, SAY(c->a, "test \"{}\"", t->name));
        diag_label(c->d, g, c->m->tests.at[first]->name_at, TEXT("first here"));
    }
    if (!text_trim(t->name).n)
        DIAG_PLAIN(c->d, K1011, t->name_at);
    size_t expects = 0, before = c->d->errors;
    for (size_t i = 0; i < n->test.lines.n; i++) {
        const struct node *line = n->test.lines.at[i];
        expects += line->kind == NODE_expect || line->kind == NODE_broken;
        if (line->kind == NODE_test_facts)
            add_facts(c, line, t);
        else if (line->kind == NODE_test_set)
            check_set(c, line, t);
        else if (line->kind == NODE_expect)
            check_expectation(c, line, t, &said);
    }
    if (!expects && c->d->errors == before)
        diag_help(DIAG_ADD(c->d, K1010, t->name_at, t->name),
                  swallows_expect(t)
                      ? TEXT("a value goes to the end of its line: begin `expect` on "
                             "a new one")
                      : TEXT("add what shall come out, as `expect total score "
                             "4.5`"));
    LIST_ADD(c->a, &c->m->tests, t);
}

void check_tests(struct checker *c)
{
    struct map names = map_in(c->a);
    for (size_t i = 0; i < c->tests.n; i++)
        check_test(c, c->tests.at[i], &names);
}
