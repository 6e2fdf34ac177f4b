/* Impact between rules that have little in common, and in situations where it is easily wrong. */
#include "impact.h"

#include <criterion/criterion.h>

#include "diff/shapley.h"
#include "ken_inside.h"
#include "random_rules.h"

static struct arena *a;

static void begin(void)
{
    a = support_arena();
}

static void finish(void)
{
    arena_free(a);
}

TestSuite(impact_pairs, .init = begin, .fini = finish);

/* --- random rules ----------------------------------------------------------------------------- */

enum { PAIRS = 140, NAIVE_MOST = 6 };

static struct text random_facts(void)
{
    struct buffer b = buffer_in(a);
    static const char *const sizes[] = {"S", "M", "L"};
    buffer_add(&b, TEXT("{\"ken\": {\"as_of\": \"2023-09-20\"}"));
    for (unsigned i = 1; i <= 3; i++)
        buffer_add(
            &b, SAY(a, ", \"n{}\": {}.5", text_number(a, i), text_number(a, 1 + random_below(5))));
    buffer_add(&b,
               SAY(a, ", \"i1\": {}, \"y1\": {}, \"y2\": {}, \"s1\": \"{}\", \"a1\": {}",
                   text_number(a, 1 + random_below(6)), text_of(random_below(2) ? "true" : "false"),
                   text_of(random_below(2) ? "true" : "false"), random_word(sizes, 3),
                   text_number(a, 1 + random_below(5))));
    for (unsigned i = 1; i <= 2; i++)
        buffer_add(&b, SAY(a, ", \"d{}\": \"2023-0{}-1{}\"", text_number(a, i),
                           text_number(a, 5 + random_below(4)), text_number(a, random_below(10))));
    buffer_add(&b, TEXT(", \"t1\": ["));
    for (unsigned i = 0, n = 1 + random_below(3); i < n; i++)
        buffer_add(&b, SAY(a, "{}{\"x\": {}, \"ok\": {}, \"on\": \"2023-0{}-15\"}",
                           text_of(i ? ", " : ""), text_number(a, 1 + random_below(6)),
                           text_of(random_below(2) ? "true" : "false"),
                           text_number(a, 5 + random_below(4))));
    buffer_add(&b, TEXT("]}"));
    return buffer_text(&b);
}

static bool is_right(struct text rules)
{
    struct trial *t = trial_new(".");
    trial_load(t, "r.ken", rules);
    bool right = !t->status;
    trial_free(t);
    return right;
}

static struct text right_rules(void)
{
    for (;;) {
        struct text rules = random_rules(a);
        if (is_right(rules))
            return rules;
    }
}

/* What the rules alone make of the facts. */
static bool total_of(struct text rules, struct text facts, struct number *total)
{
    struct trial *t = trial_new(".");
    trial_load(t, "r.ken", rules);
    trial_facts(t, "facts.json", facts);
    trial_evaluate(t);
    const struct result *r = t->status ? NULL : &t->ken->outcome->result[0];
    bool known = r && result_has_score(r);
    if (known)
        *total = number_copy(a, r->score);
    trial_free(t);
    return known;
}

/* Over all subsets of all players, each evaluated as a whole. */
static void expect_naive(struct impact *m, const struct office *o, struct text facts,
                         struct trial *t, unsigned round)
{
    struct hybrid *h = m->hybrid;
    size_t n = h->players.n;
    struct number worth[1 << NAIVE_MOST], value[NAIVE_MOST];
    bool made[NAIVE_MOST];
    struct facts *f = impact_facts(m, a, &t->ken->diags);
    const struct source *s = source_add(t->ken->sources, TEXT("again"), facts);
    facts_read(f, s, FACTS_JSON, NULL);
    facts_finish(f);
    for (size_t subset = 0; subset < (size_t)1 << n; subset++) {
        for (size_t i = 0; i < n; i++)
            made[i] = subset >> i & 1;
        const struct outcome *out = eval_model(a, hybrid_make(h, made), f);
        worth[subset] = out->result[0].score;
        if (!result_has_score(&out->result[0])) {
            cr_expect(o->division != DIVISION_IN_ORDER, "round %u", round);
            return;
        }
    }
    shapley_values(a, n, worth, value);
    for (size_t i = 0; i < n; i++) {
        struct number got = number_of(0);
        for (size_t k = 0; k < o->attributed.n; k++)
            if (o->attributed.at[k].player == h->players.at[i])
                got = o->attributed.at[k].by;
        cr_expect(number_equal(a, got, value[i]), "round %u, player %zu: %s, not %s", round, i,
                  text_c(a, number_exact_words(a, got)),
                  text_c(a, number_exact_words(a, value[i])));
    }
}

static struct text words_of(struct number n)
{
    return number_exact_words(a, n);
}

/* One rule set takes some lines of another. */
static struct text mixed(struct text older, struct text newer)
{
    struct buffer b = buffer_in(a);
    while (older.n && newer.n) {
        struct text *from[] = {&older, &newer}, line[2];
        for (int i = 0; i < 2; i++) {
            size_t n = 0;
            while (n < from[i]->n && from[i]->at[n] != '\n')
                n++;
            line[i] = (struct text){from[i]->at, n};
            *from[i] = text_after(*from[i], n + 1 > from[i]->n ? n : n + 1);
        }
        buffer_add(&b, line[random_below(4) == 0]);
        buffer_add_byte(&b, '\n');
    }
    return buffer_text(&b);
}

static size_t hold_pair(unsigned round)
{
    struct text older = right_rules(), newer, facts = random_facts();
    do
        newer = round % 4 ? mixed(older, right_rules()) : right_rules();
    while (!is_right(newer));
    struct number was, is;
    bool known = total_of(older, facts, &was) && total_of(newer, facts, &is);
    struct trial *t = trial_new(".");
    struct impact *m = impact_between(t, older, newer);
    size_t held = 0;
    if (known) {
        const struct office *o = impact_on(t, m, facts);
        cr_expect(number_equal(a, o->total[OLDER].score, was), "round %u: was %s\n%s", round,
                  text_c(a, words_of(was)), text_c(a, older));
        cr_expect(number_equal(a, o->total[NEWER].score, is), "round %u: %s, not %s\n%s\n%s", round,
                  text_c(a, words_of(o->total[NEWER].score)), text_c(a, words_of(is)),
                  text_c(a, older), text_c(a, newer));
        cr_expect(o->division == DIVISION_NONE ||
                      number_equal(a, impact_sum(a, o), number_subtract(a, is, was)),
                  "round %u", round);
        for (size_t i = 0; i < o->attributed.n; i++)
            cr_expect(o->attributed.at[i].player != NULL, "round %u: %s of nobody\n%s\n%s", round,
                      text_c(a, words_of(o->attributed.at[i].by)), text_c(a, older),
                      text_c(a, newer));
        if (o->division != DIVISION_NONE && m->hybrid->players.n <= NAIVE_MOST)
            expect_naive(m, o, facts, t, round);
        held = o->division == DIVISION_EXACT && m->hybrid->players.n <= NAIVE_MOST;
    }
    trial_free(t);
    return held;
}

Test(impact_pairs, of_random_rules_the_parts_are_those_of_whole_mixtures, .timeout = 300)
{
    size_t held = 0;
    random_seed(77);
    for (unsigned round = 0; round < PAIRS; round++)
        held += hold_pair(round);
    cr_expect(held > PAIRS / 10, "%zu", held);
}

/* --- situations ------------------------------------------------------------------------------- */

#define HEAD                                                                                       \
    "criteria r \"r\"\nera CE\nperiod 2023-01-01 .. 2023-12-31\nscale 1 .. 5\nmissing scores 1\n"

static const struct office *one_office(struct trial *t, const char *older, const char *newer,
                                       const char *facts)
{
    return impact_on(t, impact_between(t, text_of(older), text_of(newer)), text_of(facts));
}

static void expect_number(struct number n, const char *wanted)
{
    struct text got = words_of(n);
    cr_expect(text_equal(got, text_of(wanted)), "%s, not %s", text_c(a, got), wanted);
}

Test(impact_pairs, equal_rules_affect_nobody)
{
    struct text rules = {0}, facts = random_facts();
    random_seed(3);
    for (int i = 0; i < 20; i++) {
        struct trial *t = trial_new(".");
        rules = right_rules();
        const struct office *o = impact_on(t, impact_between(t, rules, rules), facts);
        cr_expect(o->attributed.n == 0 && number_sign(o->by) == 0, "%s", text_c(a, rules));
        trial_free(t);
    }
}

/* Twelve formulas that are multiplied: none of them can be told apart from the others. */
Test(impact_pairs, too_many_that_meet_are_divided_in_order)
{
    struct buffer rules[2];
    for (int i = 0; i < 2; i++) {
        rules[i] = buffer_in(a);
        buffer_add(&rules[i], TEXT("criteria r \"r\"\nera CE\nscale none\nscore product of parts\n"
                                   "facts { n : number }\n"));
        for (long long k = 1; k <= 12; k++)
            buffer_add(&rules[i], SAY(a, "indicator {} { score n + {} }\n", text_number(a, k),
                                      text_number(a, k + i)));
    }
    struct trial *t = trial_new(".");
    const struct office *o = impact_on(
        t, impact_between(t, buffer_text(&rules[0]), buffer_text(&rules[1])), TEXT("n 1\n"));
    cr_expect(o->division == DIVISION_IN_ORDER);
    cr_expect(o->attributed.n == 12);
    cr_expect(number_equal(a, impact_sum(a, o), o->by));
    expect_number(o->attributed.at[0].by, "3113510400"); /* 13! * 3 / 2 - 13! */
    trial_free(t);
}

/* `missing scores 1` would make a loss of what nobody was asked for. */
Test(impact_pairs, what_was_never_asked_for_is_a_range)
{
    struct trial *t = trial_new(".");
    const struct office *o = one_office(
        t,
        HEAD "facts { n : number, at least 0 }\nindicator 1 { measure n levels 1, 2, 3, 4, 5 }\n",
        HEAD "facts { n, m : number, at least 0 }\n"
             "indicator 1 { measure n + m levels 1, 2, 3, 4, 5 }\n",
        "n 3\n");
    cr_expect(o->state == OFFICE_RANGE && o->division == DIVISION_NONE);
    cr_expect(o->lacking.n == 1 && text_equal(o->lacking.at[0]->path, TEXT("m")));
    expect_number(o->total[NEWER].low, "3");
    expect_number(o->total[NEWER].high, "5");
    trial_free(t);
}

Test(impact_pairs, a_file_may_state_what_only_the_newer_rules_ask_for)
{
    struct trial *t = trial_new(".");
    const struct office *o = one_office(
        t,
        HEAD "facts { n : number, at least 0 }\nindicator 1 { measure n levels 1, 2, 3, 4, 5 }\n",
        HEAD "facts { n, m : number, at least 0 }\n"
             "indicator 1 { measure n + m levels 1, 2, 3, 4, 5 }\n",
        "n 3\nm 1\n");
    cr_expect(o->state == OFFICE_KNOWN && o->division == DIVISION_EXACT && !o->lacking.n);
    expect_number(o->by, "1");
    trial_free(t);
}

Test(impact_pairs, a_fact_in_other_words_and_what_reads_it_are_one_player)
{
    struct trial *t = trial_new(".");
    const struct office *o =
        one_office(t,
                   HEAD "facts { n : number  w : one of (\"x\", \"y\") }\n"
                        "indicator 1 { score table by w { \"x\" : 1  \"y\" : 3 } }\n",
                   HEAD "facts { n : number  w : one of (\"x\", \"z\") }\n"
                        "indicator 1 { score table by w { \"x\" : 2  \"z\" : 5 } }\n",
                   "n 1\nw x\n");
    cr_expect(o->division == DIVISION_EXACT && o->attributed.n == 1);
    cr_assert(o->attributed.at[0].player != NULL);
    cr_expect(o->attributed.at[0].player->changes.n == 2);
    expect_number(o->attributed.at[0].by, "1");
    trial_free(t);
}

/* A column that the older rules declare and do not look at is read for the newer ones. */
Test(impact_pairs, rows_are_kept_with_what_either_side_reads)
{
    struct trial *t = trial_new(".");
    const struct office *o = one_office(
        t,
        HEAD "facts { t : table { x : number  ok : yes/no } }\n"
             "indicator 1 { measure count of t where x > 1 levels 0, 1, 2, 3, 4 }\n",
        HEAD "facts { t : table { x : number  ok : yes/no } }\n"
             "indicator 1 { measure count of t where x > 1 and ok levels 0, 1, 2, 3, 4 }\n",
        "t {\nx ok\n1 yes\n2 yes\n3 no\n4 no\n}\n");
    cr_expect(o->division == DIVISION_EXACT && o->attributed.n == 1 && !o->lacking.n);
    expect_number(o->by, "-2");
    trial_free(t);
}

Test(impact_pairs, weights_that_add_up_are_one_player)
{
    struct trial *t = trial_new(".");
    const struct office *o =
        one_office(t,
                   HEAD "facts { n : number, at least 0 }\nindicator 1 { weight 40% score n }\n"
                        "indicator 2 { weight 60% score 5 }\n",
                   HEAD "facts { n : number, at least 0 }\nindicator 1 { weight 50% score n }\n"
                        "indicator 2 { weight 50% score 5 }\n",
                   "n 1\n");
    cr_expect(o->attributed.n == 1 && o->attributed.at[0].player->changes.n == 2);
    expect_number(o->attributed.at[0].by, "-2/5");
    trial_free(t);
}

Test(impact_pairs, the_order_of_offices_does_not_matter)
{
    struct text older = right_rules(), newer = right_rules(), facts[3];
    const struct office *there[3], *back[3];
    struct trial *t = trial_new("."), *u = trial_new(".");
    struct impact *m = impact_between(t, older, newer), *n = impact_between(u, older, newer);
    for (int i = 0; i < 3; i++)
        facts[i] = random_facts();
    for (int i = 0; i < 3; i++) {
        there[i] = impact_on(t, m, facts[i]);
        back[2 - i] = impact_on(u, n, facts[2 - i]);
    }
    for (int i = 0; i < 3; i++) {
        cr_expect(number_equal(a, there[i]->by, back[i]->by));
        cr_expect(there[i]->division == back[i]->division);
        cr_assert(there[i]->attributed.n == back[i]->attributed.n);
        for (size_t k = 0; k < there[i]->attributed.n; k++)
            cr_expect(number_equal(a, there[i]->attributed.at[k].by, back[i]->attributed.at[k].by));
    }
    trial_free(t);
    trial_free(u);
}
