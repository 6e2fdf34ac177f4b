/* What advice promises, tried: a fact that is changed as a margin says gives the score that it
 * says, and one grain less does not. */
#include "support.h"

#include <criterion/criterion.h>
#include <glob.h>

#include "advise/margins.h"
#include "check/check.h"
#include "schema.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

/* Criterion's macros put an int into a bit field. */
#pragma GCC diagnostic ignored "-Wconversion"

enum { CASES = 3000 };

struct world {
    struct arena *a;
    struct sources *sources;
    struct diags diags;
    struct model *model;
    struct facts *facts;
    struct outcome *outcome;
};

static unsigned random_below(uint64_t *state, unsigned n)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)((*state >> 33) % n);
}

static struct world *world_of(struct text rules, struct text facts)
{
    struct arena *a = support_arena();
    struct world *w = ARENA_NEW(a, struct world);
    w->a = a;
    w->sources = sources_new(a);
    w->diags = diags_in(a, w->sources);
    const struct source *s = source_add(w->sources, TEXT("t.ken"), text_copy(a, rules));
    struct tree *tree = parse_tokens(a, lex_source(a, s, &w->diags), &w->diags);
    w->model = check_trees(a, &tree, 1, w->sources, &w->diags);
    cr_assert(w->model, "these rules are wrong:\n%s", text_c(a, rules));
    w->facts = facts_new(a, w->model, &w->diags);
    s = source_add(w->sources, TEXT("t.facts"), text_copy(a, facts));
    facts_read(w->facts, s, FACTS_NATIVE, NULL);
    facts_finish(w->facts);
    cr_assert(!w->diags.errors, "these facts are wrong:\n%s", text_c(a, facts));
    w->outcome = eval_model(a, w->model, w->facts);
    return w;
}

/* The score before adjustments with the fact changed by so much. */
static struct number tried(struct world *w, const struct result *r, const struct fact *f,
                           struct number change)
{
    struct fact_entry *e = &w->facts->entry[f->index], before = *e;
    e->value = value_number(number_add(w->a, before.value.number, change));
    struct outcome *o = eval_model(w->a, w->model, w->facts);
    *e = before;
    return outcome_result(o, r->criterion)->raw;
}

/* `sign`: of a change of the fact towards the threshold.  Promises that hold with one grain more
 * (or less) too would be no margins. */
static void check_promise(struct world *w, const struct result *r, const struct threshold *t,
                          int sign, struct text about)
{
    const struct amount *amount = &t->amount;
    struct number grain = amount->fact->whole ? number_of(1) : number_ratio(1, 100);
    struct number outwards = number_multiply(w->a, grain, number_of(sign));
    struct number at = tried(w, r, amount->fact, amount->change);
    struct number nearer = number_subtract(w->a, amount->change, outwards),
                  further = number_add(w->a, amount->change, outwards);
    int order = number_order(w->a, at, t->score);
    char *case_ = text_c(w->a, about);
    if (t->gains) {
        cr_expect(t->level ? order >= 0 : order == 0, "what is gained is not reached\n%s", case_);
        order = number_order(w->a, tried(w, r, amount->fact, nearer), t->score);
        bool same = number_equal(w->a, t->score, r->raw); /* below the first level */
        cr_expect(order < 0 || same, "less would do\n%s", case_);
        return;
    }
    bool jumps = t->beyond || t->band;
    struct number kept = jumps ? r->raw : t->score;
    cr_expect(number_order(w->a, at, kept) >= 0, "what is to be kept is lost\n%s", case_);
    cr_expect(number_order(w->a, tried(w, r, amount->fact, further), kept) < 0,
              "more could be lost\n%s", case_);
}

static struct text levels(struct arena *a, uint64_t *state)
{
    struct buffer b = buffer_in(a);
    bool falling = random_below(state, 2), jumps = random_below(state, 2);
    int value = (int)random_below(state, 20);
    buffer_add(&b, TEXT("levels "));
    for (int i = 1; i <= 5; i++) {
        int shown = falling ? 150 - value : value;
        buffer_add(&b, SAY(a, i > 1 ? ", {}%" : "{}%", text_number(a, shown)));
        value += 1 + (int)random_below(state, 25);
    }
    if (jumps)
        buffer_add(&b, TEXT(" stepped"));
    return buffer_text(&b);
}

static struct text bands(struct arena *a, uint64_t *state)
{
    static const char *const low[] = {"from", "above"}, *const high[] = {"below", "to"};
    unsigned one = 5 + random_below(state, 50), two = one + 1 + random_below(state, 50),
             first = random_below(state, 2), second = random_below(state, 2);
    return SAY(a, "bands { {} {}% : {}   {} {}% {} {}% : {}   {} {}% : {} }", text_of(high[first]),
               text_number(a, one), text_number(a, 1 + random_below(state, 5)), text_of(low[first]),
               text_number(a, one), text_of(high[second]), text_number(a, two),
               text_number(a, 1 + random_below(state, 5)), text_of(low[second]),
               text_number(a, two), text_number(a, 1 + random_below(state, 5)));
}

Test(advice, a_fact_that_is_changed_as_a_margin_says_gives_what_it_says)
{
    uint64_t state = 720;
    size_t promises = 0;
    struct arena *a = support_arena();
    for (int i = 0; i < CASES; i++) {
        struct text scorer = random_below(&state, 3) ? levels(a, &state) : bands(a, &state);
        bool whole = random_below(&state, 2);
        struct text rules = SAY(a,
                                "criteria t \"t\"\nera CE\nscale 1 .. 5\nfacts { x, y : {} }\n"
                                "indicator 1 { measure x / y   {} }\n",
                                whole ? TEXT("integer") : TEXT("number, 2 decimals"), scorer);
        /* One grain is less than one per cent, so that no band is stepped over. */
        bool minus = random_below(&state, 8) == 0;
        struct text facts =
            SAY(a, "x {}\ny {}{}\n", text_number(a, random_below(&state, 300)),
                minus ? TEXT("-") : TEXT(""), text_number(a, 101 + random_below(&state, 120)));
        struct world *w = world_of(rules, facts);
        struct margins *m = margins_of(w->a, w->outcome, w->model->criteria.at[0]);
        struct text about = SAY(w->a, "{}{}", rules, facts);
        for (size_t j = 0; j < m->all.n; j++) {
            const struct threshold *side[] = {&m->all.at[j].less, &m->all.at[j].more};
            for (int s = 0; s < 2; s++) {
                promises += side[s]->amount.fact != NULL;
                if (side[s]->amount.fact)
                    check_promise(w, m->all.at[j].result, side[s], (s ? 1 : -1) * (minus ? -1 : 1),
                                  about);
            }
        }
        arena_free(w->a);
    }
    cr_expect(promises > CASES / 2, "only %zu promises were tried", promises);
    arena_free(a);
}

/* --- data ---------------------------------------------------------------------------------- */

/* What the golden cases hold is what comes out. */
static size_t check_data(const char *cases, const char *schema)
{
    glob_t found;
    size_t checked = 0;
    cr_assert(glob(cases, 0, NULL, &found) == 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct arena *a = support_arena();
        struct text json = {0};
        cr_assert(support_read(a, found.gl_pathv[i], &json));
        struct text wrong = json.n ? schema_problem(a, schema, json) : TEXT("");
        cr_expect(!wrong.n, "%s: %s", found.gl_pathv[i], text_c(a, wrong));
        checked += json.n > 0;
        arena_free(a);
    }
    globfree(&found);
    return checked;
}

Test(advice, data_is_as_its_schema_says)
{
    cr_expect(check_data("tests/cases/whatif/*/whatif.json", "docs/schemas/ken.whatif.1.json") > 5);
    cr_expect(check_data("tests/cases/margins/*/margins.json", "docs/schemas/ken.margins.1.json") >
              8);
    cr_expect(check_data("tests/cases/lost/*/lost.json", "docs/schemas/ken.lost.1.json") > 8);
    cr_expect(
        check_data("tests/cases/evidence/*/evidence.json", "docs/schemas/ken.evidence.1.json") > 1);
}

static void check_real(ken_report what, const char *ask, const char *schema)
{
    struct arena *a = support_arena();
    struct text rules, facts;
    cr_assert(support_read(a, "rules/cgd/2566.ken", &rules) &&
              support_read(a, "rules/cgd/facts/loei-2566.facts", &facts));
    struct trial *t = trial_new("rules/cgd");
    trial_load(t, "2566.ken", rules);
    trial_facts(t, "facts/loei-2566.facts", facts);
    if (ask)
        trial_ask(t, ask);
    trial_evaluate(t);
    struct text json = trial_report(t, what, &(ken_style){.form = KEN_DATA});
    struct text wrong = schema_problem(a, schema, json);
    cr_expect(json.n && !wrong.n, "%s: %s", schema, text_c(a, wrong));
    trial_free(t);
    arena_free(a);
}

Test(advice, data_of_the_real_case_is_as_its_schema_says)
{
    check_real(KEN_WHAT_IF, "own_capital.allocated=n/a|0..1 by 0.25|",
               "docs/schemas/ken.whatif.1.json");
    check_real(KEN_MARGINS, NULL, "docs/schemas/ken.margins.1.json");
    check_real(KEN_LOST, NULL, "docs/schemas/ken.lost.1.json");
}
