/* Impact: what changes of the rules do to offices.
 *
 * The oracle knows nothing of hybrids: it writes the rules with every subset of the changes as a
 * text, evaluates each of them, and divides the difference by the definition of the Shapley value,
 * over all orders. */
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

/* --- games with known values ------------------------------------------------------------------ */

TestSuite(shapley, .init = begin, .fini = finish);

static void expect_values(size_t n, const struct number *worth, const char *const *wanted)
{
    struct number value[SHAPLEY_PLAYERS], sum = number_of(0);
    shapley_values(a, n, worth, value);
    for (size_t i = 0; i < n; i++) {
        struct text got = number_exact_words(a, value[i]);
        cr_expect(text_equal(got, text_of(wanted[i])), "player %zu: %s", i, text_c(a, got));
        sum = number_add(a, sum, value[i]);
    }
    cr_expect(number_equal(a, sum, number_subtract(a, worth[((size_t)1 << n) - 1], worth[0])));
}

/* A pair of gloves is worth 1; player 0 has a left one, 1 and 2 have a right one each. */
Test(shapley, glove_game)
{
    struct number worth[8];
    for (size_t s = 0; s < 8; s++)
        worth[s] = number_of((s & 1) && (s & 6));
    expect_values(3, worth, (const char *const[]){"2/3", "1/6", "1/6"});
}

Test(shapley, a_majority_has_equal_shares)
{
    struct number worth[32];
    for (size_t s = 0; s < 32; s++)
        worth[s] = number_of(__builtin_popcountll(s) >= 3);
    expect_values(5, worth, (const char *const[]){"1/5", "1/5", "1/5", "1/5", "1/5"});
}

Test(shapley, a_dictator_gets_all_and_the_others_are_dummies)
{
    struct number worth[16];
    for (size_t s = 0; s < 16; s++)
        worth[s] = number_ratio(s >> 2 & 1 ? 7 : 1, 3);
    expect_values(4, worth, (const char *const[]){"0", "0", "2", "0"});
    for (size_t i = 0; i < 4; i++)
        cr_expect(shapley_is_dummy(a, 4, worth, i) == (i != 2));
}

Test(shapley, of_a_sum_of_games_is_the_sum_of_the_values)
{
    struct number one[16], other[16], both[16], x[4], y[4], z[4];
    random_seed(5);
    for (size_t s = 0; s < 16; s++) {
        one[s] = number_ratio((long long)random_below(100), 1 + random_below(9));
        other[s] = number_ratio((long long)random_below(100), 1 + random_below(9));
        both[s] = number_add(a, one[s], other[s]);
    }
    shapley_values(a, 4, one, x);
    shapley_values(a, 4, other, y);
    shapley_values(a, 4, both, z);
    for (size_t i = 0; i < 4; i++)
        cr_expect(number_equal(a, z[i], number_add(a, x[i], y[i])));
}

/* --- two texts -------------------------------------------------------------------------------- */

struct impact *impact_between(struct trial *t, struct text older, struct text newer)
{
    trial_load(t, "older.ken", older);
    if (!t->status)
        t->status = ken_compare(t->ken, (ken_text){"newer.ken", 9}, (ken_text){newer.at, newer.n});
    cr_assert(!t->status, "%s\n%s\n%s", text_c(t->arena, trial_problems(t)),
              text_c(t->arena, older), text_c(t->arena, newer));
    return impact_of(t->ken->arena, t->ken->diff);
}

const struct office *impact_on(struct trial *t, struct impact *m, struct text facts)
{
    struct diags *d = &t->ken->diags;
    struct facts *f = impact_facts(m, arena_beside(t->ken->arena), d);
    const struct source *s = source_add(t->ken->sources, TEXT("office"), facts);
    facts_read(f, s, text_starts(facts, TEXT("{")) ? FACTS_JSON : FACTS_NATIVE, NULL);
    facts_finish(f);
    cr_assert(!d->errors, "%s", text_c(t->arena, trial_problems(t)));
    impact_add(m, f, TEXT("office"));
    return m->offices.at[m->offices.n - 1];
}

struct number impact_sum(struct arena *arena, const struct office *o)
{
    struct number sum = number_of(0);
    for (size_t i = 0; i < o->attributed.n; i++)
        sum = number_add(arena, sum, o->attributed.at[i].by);
    return sum;
}

/* --- the oracle ------------------------------------------------------------------------------- */

enum { SITES = 14, MOST_CHANGED = 6, ORACLE_ROUNDS = 150 };

/* What can stand at a place of the rules, and how the diff calls a change there. */
static const struct site {
    const char *said[2], *path, *kind;
} sites[SITES] = {
    {{"points 3", "points 5"}, "1", "weight"},
    {{"levels 1, 2, 3, 4, 5", "levels 2, 3, 4, 6, 9"}, "1", "level"},
    {{"measure n1 + n2", "measure n1 + n2 / 2"}, "1", "formula"},
    {{"", "applies when y1 otherwise drop"}, "2", "applies"},
    {{"by 2023-06", "by 2023-07-15"}, "2", "deadline"},
    {{"late 0.1 per day", "late 0.02 per day"}, "2", "late"},
    {{"0.01 per day", "0.02 per day"}, "total", "penalty"},
    {{"", "indicator 5 { points 2 score n2 }"}, "5", "added"},
    {{"score min of parts", "score mean of parts"}, "4", "formula"},
    {{"levels 0, 1, 2, 3, 4", "levels 1, 3, 4, 5, 6"}, "4/q", "level"},
    {{"", "round total to 1 half up"}, "total", "rounding"},
    {{"", "floor 2"}, "total", "limit"},
    {{"where x > 2", "where x > 2 and ok"}, "3", "filter"},
    {{"points 4", "points 1"}, "4", "weight"},
};

static struct text rules_with(const bool *second)
{
    const struct text s[] = {
#define SITE(i) text_of(sites[i].said[second[i]])
        SITE(10), SITE(11), SITE(6),  SITE(0), SITE(2), SITE(1), SITE(3), SITE(4),
        SITE(5),  SITE(12), SITE(13), SITE(8), SITE(9), SITE(7)
#undef SITE
    };
    return text_fill(
        a,
        "criteria r \"r\"\nera CE\nperiod 2023-01-01 .. 2023-12-31\nscale 1 .. 5\n"
        "facts { n1, n2 : number, at least 0   y1 : yes/no   d1, d2 : date, optional\n"
        "  t1 : table { x : number   ok : yes/no } }\n"
        "{}\n{}\npenalty late { {} after 2023-06-30 until d2 when d2 is given }\n"
        "indicator 1 { {}  {}  {} }\n"
        "group g {\n  indicator 2 { points 2   {}\n    steps { 1 done d1 {} {}   2 done "
        "y1   3 done d2   4 done d1   5 done d2 } }\n"
        "  indicator 3 { points 1   measure count of t1 {}   levels 0, 1, 2, 3, 4 } }\n"
        "indicator 4 { {}   {}\n  part p { score n1 }\n  part q { measure n2   {} } }\n"
        "{}\n",
        s, sizeof s / sizeof *s);
}

static struct text random_facts(void)
{
    static const char *const days[] = {"", "2023-06-10", "2023-07-04", "2023-07-20"};
    struct buffer b = buffer_in(a);
    buffer_add(&b, SAY(a, "n1 {}.{}\nn2 {}\ny1 {}\nd1 {}\nd2 {}\nt1 {\nx ok\n",
                       text_number(a, random_below(6)), text_number(a, random_below(100)),
                       text_number(a, random_below(7)), text_of(random_below(2) ? "yes" : "no"),
                       random_word(days, 4), random_word(days, 4)));
    for (unsigned i = random_below(6); i-- > 0;)
        buffer_add(&b, SAY(a, "{} {}\n", text_number(a, random_below(6)),
                           text_of(random_below(2) ? "yes" : "no")));
    buffer_add(&b, TEXT("}\n"));
    return buffer_text(&b);
}

static struct number total_of(struct text rules, struct text facts)
{
    struct trial *t = trial_of(".", rules, facts);
    cr_assert(!t->status, "%s\n%s", text_c(a, trial_problems(t)), text_c(a, rules));
    struct number n = number_copy(a, t->ken->outcome->result[0].score);
    cr_assert(result_has_score(&t->ken->outcome->result[0]));
    trial_free(t);
    return n;
}

/* The change at a site, made or taken back. */
static bool is_site(const struct rule_change *c, const struct site *s)
{
    const struct criterion *k = c->pair->of[NEWER] ? c->pair->of[NEWER] : c->pair->of[OLDER];
    struct text kind = diff_kind_words(c->kind), wanted = text_of(s->kind);
    bool same = text_equal(kind, wanted) ||
                (text_equal(wanted, TEXT("added")) && text_equal(kind, TEXT("removed")));
    return same && text_equal(k->path, text_of(s->path));
}

static struct number attributed_to(const struct office *o, const struct site *s)
{
    for (size_t i = 0; i < o->attributed.n; i++) {
        const struct player *p = o->attributed.at[i].player;
        cr_assert(p, "something that no change accounts for");
        for (size_t j = 0; j < p->changes.n; j++)
            if (is_site(p->changes.at[j], s))
                return o->attributed.at[i].by;
    }
    return number_of(0);
}

/* By the definition: the mean of what it adds over all orders of the others. */
static struct number by_definition(const struct number *worth, size_t n, size_t player)
{
    struct number value = number_of(0);
    for (size_t s = 0; s < (size_t)1 << n; s++) {
        long long before = __builtin_popcountll(s), orders = 1, all = 1;
        if (s >> player & 1)
            continue;
        for (long long i = 2; i <= before; i++)
            orders *= i;
        for (long long i = 2; i < (long long)n - before; i++)
            orders *= i;
        for (long long i = 2; i <= (long long)n; i++)
            all *= i;
        struct number added = number_subtract(a, worth[s | (size_t)1 << player], worth[s]);
        value = number_add(a, value, number_multiply(a, added, number_ratio(orders, all)));
    }
    return value;
}

static void hold_against_oracle(unsigned round)
{
    bool first[SITES], now[SITES];
    size_t changed[MOST_CHANGED], n = 0;
    struct number worth[1 << MOST_CHANGED];
    for (size_t i = 0; i < SITES; i++)
        first[i] = random_below(2);
    for (size_t i = 0, left = 1 + random_below(MOST_CHANGED); i < SITES && n < left; i++)
        if (random_below((unsigned)(SITES - i)) < left - n)
            changed[n++] = i;
    struct text facts = random_facts(), older, newer = {0};
    for (size_t s = 0; s < (size_t)1 << n; s++) {
        for (size_t i = 0; i < SITES; i++)
            now[i] = first[i];
        for (size_t i = 0; i < n; i++)
            now[changed[i]] ^= s >> i & 1;
        newer = rules_with(now);
        worth[s] = total_of(newer, facts);
    }
    older = rules_with(first);
    struct trial *t = trial_new(".");
    const struct office *o = impact_on(t, impact_between(t, older, newer), facts);
    struct trial *back = trial_new(".");
    const struct office *mirrored = impact_on(back, impact_between(back, newer, older), facts);
    cr_expect(o->division == DIVISION_EXACT, "round %u", round);
    cr_expect(number_equal(a, o->total[OLDER].score, worth[0]), "round %u", round);
    cr_expect(number_equal(a, o->total[NEWER].score, worth[((size_t)1 << n) - 1]), "round %u",
              round);
    for (size_t i = 0; i < n; i++) {
        struct number wanted = by_definition(worth, n, i);
        struct number got = attributed_to(o, &sites[changed[i]]);
        cr_expect(number_equal(a, wanted, got), "round %u, %s %s: %s, not %s\n%s\n%s", round,
                  sites[changed[i]].path, sites[changed[i]].kind,
                  text_c(a, number_exact_words(a, got)), text_c(a, number_exact_words(a, wanted)),
                  text_c(a, older), text_c(a, newer));
        struct number back_again = attributed_to(mirrored, &sites[changed[i]]);
        cr_expect(number_equal(a, got, number_negate(a, back_again)), "round %u mirrored", round);
    }
    trial_free(back);
    trial_free(t);
}

TestSuite(impact, .init = begin, .fini = finish);

Test(impact, attribution_is_that_of_all_orders_of_all_mixtures, .timeout = 300)
{
    random_seed(20);
    for (unsigned round = 0; round < ORACLE_ROUNDS; round++)
        hold_against_oracle(round);
}
