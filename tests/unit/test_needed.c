/* What is needed for a score, against trying every value.
 *
 * Random rules over one fact from 0 to 200: what is proposed must reach the goal, no value between
 * the fact and the proposal may, and where nothing is proposed no value may. */
#include <criterion/criterion.h>
#include <stdint.h>

#include "advise/needed.h"
#include "check/check.h"
#include "support.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

enum { ROUNDS = 400, MOST = 200 };

static uint64_t state;

static unsigned below(unsigned n)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)(state % n);
}

static const char *one_of(const char *const *words, unsigned n)
{
    return words[below(n)];
}

static const char *const measures[] = {"a",
                                       "a / b",
                                       "(a + 3) * 2 / b",
                                       "b - a",
                                       "1 - a / b",
                                       "a / (a + b)",
                                       "b / (a + 1)",
                                       "max(a, b) - b",
                                       "if a > b then a - b else 0",
                                       "(a - b) / (a + b)",
                                       "rate(a, b)",
                                       "2 * rest(b, a)",
                                       "-a / b"};
static const char *const modes[] = {"half up", "half even", "up", "down"};

/* Five values that rise or fall, in hundredths around what the measure can be. */
static void add_levels(struct arena *a, struct buffer *b)
{
    int value = (int)below(200) - 100, step = 1 + (int)below(80), sign = below(2) ? 1 : -1;
    bool below_first = below(3) == 0; /* then the first level is worth 2, and what is worse 1 */
    buffer_add(b, TEXT("  levels "));
    for (int i = below_first; i < 5; i++) {
        int hundredths = value + sign * i * step + (int)below((unsigned)step);
        int size = hundredths < 0 ? -hundredths : hundredths;
        buffer_add(b, SAY(a, "{}{}{}{}.{}{}", i > below_first ? TEXT(", ") : TEXT(""),
                          below_first ? SAY(a, "{}: ", text_number(a, i + 1)) : TEXT(""),
                          hundredths < 0 ? TEXT("-") : TEXT(""), text_number(a, size / 100),
                          text_number(a, size / 10 % 10), text_number(a, size % 10)));
    }
    if (below(4) == 0)
        buffer_add(b, TEXT(" stepped"));
    if (below_first)
        buffer_add(b, TEXT(" below 1"));
}

/* One step is achieved by `a`, perhaps behind another that is not achieved in full. */
static void add_steps(struct arena *a, struct buffer *b)
{
    static const char *const shares[] = {"a / (a + b)", "a / 200", "1 - a / 200", "(a + b) / 400"};
    unsigned points = below(3);
    buffer_add(b, SAY(a,
                      "  {}steps { 1 achieved {} points {}  2 achieved {} points {}  "
                      "3 done b > 40 points 1 }",
                      below(2) ? TEXT("independent ") : TEXT(""),
                      below(2) ? TEXT("max(b / 150, 0.3)") : TEXT("1"), text_number(a, 1 + points),
                      text_of(one_of(shares, 4)), text_number(a, 3 - points)));
}

static struct text random_rules(struct arena *a)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b,
               TEXT("criteria n \"n\"\nera CE\nscale 1 .. 5\nfacts { a : integer, at least 0, at "
                    "most 200   b : integer, at least 1, fixed }\n"
                    "define rate(x, y) = if y = 0 then 1 else x / (x + y)\n"
                    "define rest(x, y) = -rate(y, x) + y\n"));
    bool lines = below(4) == 0;
    if (!lines && below(2))
        buffer_add(&b, SAY(a, "round indicators to {} {}\n", text_number(a, below(3)),
                           text_of(one_of(modes, 4))));
    bool steps = below(5) == 0;
    buffer_add(&b, TEXT("indicator 1 { points 2\n"));
    if (!steps)
        buffer_add(&b, SAY(a, "  measure {}\n",
                           text_of(one_of(measures, sizeof measures / sizeof *measures))));
    (steps ? add_steps : add_levels)(a, &b);
    if (!steps && below(3) == 0)
        buffer_add(&b, SAY(a, "\n  round measure to {} {}", text_number(a, below(3)),
                           text_of(one_of(modes, 4))));
    if (lines)
        buffer_add(
            &b,
            SAY(a, "\n  adjust { plus 0.7 when b > 40  at most 4.5  round to {} {}  minus 0.2 }",
                text_number(a, below(3)), text_of(one_of(modes, 4))));
    else if (below(3) == 0)
        buffer_add(&b, TEXT("\n  penalty p { 0.3 per day after 2023-01-01 until 2023-01-03 }\n"
                            "  bonus q { 0.4 when b > 60 }"));
    buffer_add(&b, TEXT("\n}\nindicator 2 { points 1   score 2 }\n"));
    return buffer_text(&b);
}

struct case_of_one {
    struct arena *a, *scratch;
    struct diags diags;
    struct outcome *o;
    const struct fact *fact;
};

static bool evaluate(struct case_of_one *c, struct text rules, struct text facts)
{
    struct sources *sources = sources_new(c->a);
    c->diags = diags_in(c->a, sources);
    const struct source *s = source_add(sources, TEXT("n.ken"), rules);
    struct tree *t = parse_tokens(c->a, lex_source(c->a, s, &c->diags), &c->diags);
    struct model *m = check_trees(c->a, &t, 1, sources, &c->diags);
    if (!m)
        return false;
    struct facts *f = facts_new(c->a, m, &c->diags);
    facts_read(f, source_add(sources, TEXT("n.facts"), facts), FACTS_NATIVE, NULL);
    facts_finish(f);
    c->o = eval_model(c->a, m, f);
    c->fact = model_fact(m, TEXT("a"));
    return c->o->complete;
}

/* Whether the goal is reached with a = `value`. */
static bool reaches(struct case_of_one *c, const struct criterion *k, struct number goal,
                    long value)
{
    struct arena_mark mark = arena_mark(c->scratch);
    struct change change = {.kind = CHANGE_FACT, .what.fact = c->fact, .to = number_of(value)};
    const struct outcome *o = outcome_with(c->scratch, c->o, NULL, &change, 1);
    const struct result *r = outcome_result(o, k);
    bool met = result_has_score(r) && number_order(c->scratch, r->score, goal) >= 0;
    arena_return(c->scratch, mark);
    return met;
}

static void expect_smallest(struct case_of_one *c, const struct needed *n, const char *rules,
                            long now)
{
    long long to = 0;
    cr_assert(number_to_whole(c->a, n->ways.at[0].changes.at[0].to, &to), "%s", rules);
    cr_expect(reaches(c, n->criterion, n->goal, (long)to), "a = %lld does not reach it:\n%s", to,
              rules);
    for (long v = now; v != (long)to; v += to > now ? 1 : -1)
        cr_expect(!reaches(c, n->criterion, n->goal, v), "a = %ld is enough, not %lld:\n%s", v, to,
                  rules);
}

static void ask(struct case_of_one *c, const char *path, struct number goal, const char *rules,
                long now)
{
    const struct criterion *k = model_criterion(c->o->model, text_of(path));
    struct needed *n = needed_for(c->a, c->scratch, c->o, k, goal, NULL, 0);
    bool facts = n->ways.n && n->ways.at[0].changes.at[0].kind == CHANGE_FACT;
    if (n->state == NEEDED_WAYS && facts)
        expect_smallest(c, n, rules, now);
    for (long v = 0; n->state == NEEDED_OUT_OF_REACH && v <= MOST; v++)
        cr_expect(!reaches(c, k, goal, v), "a = %ld reaches %s of %s:\n%s", v,
                  text_c(c->a, number_short_words(c->a, goal, 4)), path, rules);
}

static void try_one(uint64_t round, size_t *asked)
{
    struct case_of_one c = {.a = support_arena(), .scratch = support_arena()};
    state = round * 0x9E3779B97F4A7C15u + 1;
    struct text rules = random_rules(c.a);
    long now = (long)below(MOST + 1);
    struct text facts =
        SAY(c.a, "a {}\nb {}\n", text_number(c.a, now), text_number(c.a, 1 + (long)below(150)));
    if (evaluate(&c, rules, facts)) {
        ++*asked;
        for (int fifth = 6; fifth <= 25; fifth += 1 + (int)below(4)) {
            ask(&c, "1", number_ratio(fifth, 5), text_c(c.a, SAY(c.a, "{}{}", rules, facts)), now);
            ask(&c, "total", number_ratio(fifth, 5), text_c(c.a, SAY(c.a, "{}{}", rules, facts)),
                now);
        }
    }
    arena_free(c.a);
    arena_free(c.scratch);
}

Test(needed, proposes_the_smallest_change_that_reaches_the_goal)
{
    size_t asked = 0;
    for (uint64_t round = 0; round < ROUNDS; round++)
        try_one(round, &asked);
    cr_expect(asked > ROUNDS * 3 / 4, "only %zu of the rules could be evaluated", asked);
}

/* "Out of reach" is a proof, and without ends there is none. */
Test(needed, nothing_is_out_of_reach_of_a_score_that_nothing_bounds)
{
    struct trial *t = trial_of("tests",
                               TEXT("criteria t scale none facts { x, y : number }\n"
                                    "indicator 1 { score x * y }\n"),
                               TEXT("x 3\n"));
    cr_assert(ken_needed(t->ken, (ken_text){"total", 5}, (ken_text){"500", 3}));
    struct text words = trial_report(t, KEN_NEEDED, &(ken_style){.width = 100});
    cr_expect(
        support_find(words, TEXT("total: not known now; no way to 500.0000 can be calculated")) !=
            NULL,
        "%s", text_c(t->arena, words));
    trial_free(t);
}

/* What was given to the office cannot be asked of it, not as a measure either. */
Test(needed, a_measure_of_fixed_facts_stays_as_it_is)
{
    struct trial *t =
        trial_of("tests",
                 TEXT("criteria t era CE scale 0 .. 10 facts { given : integer, fixed }\n"
                      "indicator 1 { measure given   levels 0: 0, 10: 20 }\n"),
                 TEXT("given 11\n"));
    cr_assert(ken_needed(t->ken, (ken_text){"1", 1}, (ken_text){"10", 2}));
    struct text words = trial_report(t, KEN_NEEDED, &(ken_style){.width = 100});
    cr_expect(support_find(words, TEXT("10.0000 is out of reach")) != NULL, "%s",
              text_c(t->arena, words));
    trial_free(t);
}
