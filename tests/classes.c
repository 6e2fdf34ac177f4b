/* What changes of rules are said to do to scores, against what they do.
 *
 * Random pairs of rules, of every kind of change whose class is exact, and a fine grid of facts:
 * nothing on the grid scores otherwise than the class says, no difference is greater than the
 * greatest one that is told, and that one is there.  Seeds are fixed: a failure names its round. */
#include <criterion/criterion.h>
#include <string.h>

#include "trying.h"

/* --- one measure ------------------------------------------------------------------------------ */

enum measured { RATIO, WHOLE, FREE, MEASURES };
static const char *const measures[] = {[RATIO] = "p / q", [WHOLE] = "i", [FREE] = "free"};

static struct text facts_at(struct trying *x, enum measured measure, struct number at)
{
    if (measure == WHOLE)
        return SAY(x->a, "{\"i\": {}}", number_exact_words(x->a, at));
    if (measure == FREE)
        return SAY(x->a, "{\"free\": {}}", number_short_words(x->a, at, 30));
    struct text exact = number_exact_words(x->a, at), bottom = TEXT("1");
    for (size_t i = 0; i < exact.n; i++)
        if (exact.at[i] == '/') {
            bottom = text_after(exact, i + 1);
            exact.n = i;
        }
    return SAY(x->a, "{\"p\": {}, \"q\": {}}", exact, bottom);
}

/* Levels: rising or falling, linear, stepped or continued, one for each score or sparse. */
static struct text random_levels(struct arena *a)
{
    static const char *const kinds[] = {
        "", "", " stepped", " extrapolated", " below 1.5", " stepped below 2"};
    unsigned value[5], n = 0;
    bool falls = random_below(2), sparse = random_below(3) == 0;
    for (unsigned x = random_below(3); n < 5; n++, x += 1 + random_below(3))
        value[n] = x;
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("levels "));
    for (unsigned i = 0; i < n; i++) {
        struct text half = text_of(random_below(2) ? "" : ".5");
        struct text v = SAY(a, "{}{}", text_number(a, value[falls ? n - 1 - i : i]), half);
        if (sparse && (i == 1 || i == 3))
            continue;
        if (sparse)
            v = SAY(a, "{}: {}", text_number(a, i + 1), v);
        buffer_add(&b, SAY(a, i ? ", {}" : "{}", v));
    }
    buffer_add(&b, random_word(kinds, 6));
    return buffer_text(&b);
}

static struct text random_bands(struct arena *a)
{
    static const char *const scores[] = {"1", "2", "3", "4", "5", "2.5"};
    unsigned low = random_below(5), high = low + 1 + random_below(5);
    bool closed = random_below(2);
    return SAY(a, "bands {  {} {} : {}  {} {} {} {} : {}  {} {} : {} }",
               text_of(closed ? "below" : "to"), text_number(a, low), random_word(scores, 6),
               text_of(closed ? "from" : "above"), text_number(a, low),
               text_of(closed ? "below" : "to"), text_number(a, high), random_word(scores, 6),
               text_of(closed ? "from" : "above"), text_number(a, high), random_word(scores, 6));
}

static struct text random_thresholds(struct arena *a)
{
    return random_below(3) ? random_levels(a) : random_bands(a);
}

static struct text random_settings(void)
{
    static const char *const words[] = {"",
                                        "",
                                        " floor 2",
                                        " cap 4",
                                        " floor 1.5 cap 4.5",
                                        " round score to 1 half up",
                                        " round score to 0 half even",
                                        " round score to 1 down",
                                        " round score to multiple of 0.25 up cap 3.5",
                                        " round measure to 0 half up",
                                        " round measure to 0 up",
                                        " round measure to 1 down round score to 0 half up"};
    return random_word(words, 12);
}

static int sign_of_stretches(struct trying *x, const struct rule_change *c, struct number at)
{
    for (size_t i = 0; i < c->stretches.n; i++) {
        const struct stretch_of_difference *s = &c->stretches.at[i];
        int low = number_is_over(s->low) ? 1 : number_order(x->a, at, s->low),
            high = number_is_over(s->high) ? -1 : number_order(x->a, at, s->high);
        if ((low > 0 || (!low && s->low_closed)) && (high < 0 || (!high && s->high_closed)))
            return s->sign;
    }
    return 0;
}

/* Every quarter from -2 to 16, and close beside. */
static struct number grid_at(struct trying *x, enum measured measure, unsigned i)
{
    struct number at = number_ratio((long long)(i / 3) - 8, 4);
    if (measure == WHOLE)
        return number_of((long long)i / 3);
    struct number beside = number_ratio((long long)(i % 3) - 1, 1000);
    return number_add(x->a, at, beside);
}

static void check_told(struct trying *x, const struct rule_change *c, enum measured measure)
{
    const struct extreme_difference *both[] = {&c->loss, &c->gain};
    for (int i = 0; i < 2; i++) {
        const struct extreme_difference *e = both[i];
        if (!number_sign(e->by) || e->approached)
            continue;
        unsigned decimals;
        cr_assert(e->known && !number_is_over(e->at), "%s", trying_said(x, c, e->where));
        if (measure == FREE && !number_decimals(x->a, e->at, 30, &decimals))
            continue;
        struct text json = facts_at(x, measure, e->at);
        struct number by = trying_rise(x, TEXT("1"), json);
        cr_assert(number_equal(x->a, i ? by : number_negate(x->a, by), e->by), "%s",
                  trying_said(x, c, json));
    }
}

static bool is_one_of_measure(const struct rule_change *c)
{
    return c->kind == DIFF_LEVEL || c->kind == DIFF_BAND || c->kind == DIFF_SCORER ||
           c->kind == DIFF_LIMIT || c->kind == DIFF_ROUNDING;
}

static void check_measured(struct trying *x, enum measured measure)
{
    const struct rule_change *c = x->diff->changes.n == 1 ? x->diff->changes.at[0] : NULL;
    struct rule_change all = {.class = x->diff->pair_of[OLDER][1]->class, .why = TEXT("together")};
    if (c) {
        cr_assert(is_one_of_measure(c), "%s", trying_said(x, c, TEXT("")));
        trying_class(x, c);
        check_told(x, c, measure);
    } else
        cr_assert(all.class != CLASS_UNKNOWN, "%s", trying_said(x, &all, TEXT("")));
    for (unsigned i = 0; i < 3 * 4 * 18; i++) {
        struct number at = grid_at(x, measure, i);
        if (measure == RATIO && number_sign(at) < 0)
            continue;
        struct text json = facts_at(x, measure, at);
        trying_facts(x, c ? c : &all, TEXT("1"), json);
        if (c && c->stretches.n && !support_find(x->rules[OLDER], TEXT("round measure")))
            cr_assert(number_sign(trying_rise(x, TEXT("1"), json)) == sign_of_stretches(x, c, at),
                      "%s", trying_said(x, c, json));
    }
}

Test(classes, of_levels_bands_limits_and_roundings_are_those_of_a_fine_grid)
{
    random_seed(1);
    unsigned compared = 0;
    for (unsigned round = 0; round < ROUNDS; round++) {
        struct arena *a = support_arena();
        enum measured measure = random_below(MEASURES);
        struct text thresholds[] = {random_thresholds(a), random_thresholds(a)},
                    settings[] = {random_settings(), random_settings()};
        if (random_below(3))
            settings[NEWER] = settings[OLDER];
        else if (random_below(2))
            thresholds[NEWER] = thresholds[OLDER];
        struct text says[SIDES];
        for (int side = 0; side < SIDES; side++)
            says[side] = SAY(a, "scale 1 .. 5\nindicator 1 { measure {} {}{} }\n",
                             text_of(measures[measure]), thresholds[side], settings[side]);
        struct trying x = trying_of(round, says[OLDER], says[NEWER]);
        if (x.diff && x.diff->changes.n) {
            check_measured(&x, measure);
            compared++;
        }
        trial_free(x.t);
        arena_free(a);
    }
    cr_assert(compared > ROUNDS / 2, "%u", compared);
}

/* --- steps ------------------------------------------------------------------------------------ */

enum { STEPS = 4 };

static struct text random_step(struct arena *a, unsigned i)
{
    static const char *const days[] = {"2023-02", "2023-03", "2023-03-10", "2023-05-15"};
    static const char *const late[] = {"", " late 0.1 per day", " late 0.25 per day",
                                       " late 0.2 per working day", " late 0.5 per month"};
    static const char *const done[] = {"d{}", "d{}", "d{}", "d{} and y{}", "d{} or y{}"};
    struct text n = text_number(a, i + 1);
    struct text says = SAY(a, done[random_below(5)], n, n);
    if (random_below(2))
        return SAY(a, "{} done {}", n, says);
    return SAY(a, "{} done {} by {}{}", n, says, random_word(days, 4), random_word(late, 5));
}

static struct text all_steps(struct arena *a, const struct text *step, bool independent)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, text_of(independent ? "independent steps { " : "steps { "));
    for (unsigned i = 0; i < STEPS; i++)
        buffer_add(&b, SAY(a, " {}\n", step[i]));
    buffer_add(&b, TEXT("}"));
    return buffer_text(&b);
}

static struct text random_done(struct trying *x)
{
    struct buffer b = buffer_in(x->a);
    buffer_add(&b, TEXT("{\"ken\": {\"era\": \"CE\"}"));
    for (unsigned i = 0; i < STEPS; i++) {
        struct date d = {0};
        struct text n = text_number(x->a, i + 1);
        date_make(2023, 2, 1, &d);
        date_add_days(d, random_below(3) ? random_below(110) : random_below(400), &d);
        if (random_below(6))
            buffer_add(&b, SAY(x->a, ", \"d{}\": \"{}\"", n, date_words(x->a, d, ERA_CE)));
        if (random_below(6))
            buffer_add(&b,
                       SAY(x->a, ", \"y{}\": {}", n, text_of(random_below(5) ? "true" : "false")));
    }
    buffer_add(&b, TEXT("}"));
    return buffer_text(&b);
}

/* The facts that are told: "steps 1, 2 done, step 2 done on 2023-05-02". */
static struct text told_done(struct trying *x, struct text where)
{
    struct buffer b = buffer_in(x->a);
    const char *dated = support_find(where, TEXT(" done on "));
    buffer_add(&b, TEXT("{\"ken\": {\"era\": \"CE\"}"));
    for (unsigned i = 0; i < STEPS; i++) {
        struct text n = text_number(x->a, i + 1), day = TEXT("2023-01-02");
        const char *list = support_find(where, TEXT(" done")), *named = where.at;
        while (named < list && *named != n.at[0])
            named++;
        if (named == list)
            continue;
        if (dated && dated[-1] == n.at[0])
            day = (struct text){dated + strlen(" done on "), strlen("2023-01-02")};
        buffer_add(&b, SAY(x->a, ", \"d{}\": \"{}\", \"y{}\": true", n, day, n));
    }
    buffer_add(&b, TEXT("}"));
    return buffer_text(&b);
}

static bool only_days_differ(const struct rule_change *c)
{
    return c->kind == DIFF_DEADLINE || c->kind == DIFF_LATE;
}

static void check_steps(struct trying *x)
{
    for (size_t i = 0; i < x->diff->changes.n; i++) {
        const struct rule_change *c = x->diff->changes.at[i];
        if (only_days_differ(c))
            trying_class(x, c);
    }
    if (x->diff->changes.n > 1)
        return;
    const struct rule_change *c = x->diff->changes.at[0];
    for (unsigned i = 0; i < FACTS_TRIED; i++)
        trying_facts(x, c, TEXT("1"), random_done(x));
    const struct extreme_difference *both[] = {&c->loss, &c->gain};
    for (int i = 0; only_days_differ(c) && i < 2; i++) {
        if (!number_sign(both[i]->by))
            continue;
        cr_assert(both[i]->known, "%s", trying_said(x, c, TEXT("known")));
        struct text json = told_done(x, both[i]->where);
        struct number by = trying_rise(x, TEXT("1"), json);
        cr_assert(number_equal(x->a, i ? by : number_negate(x->a, by), both[i]->by), "%s\n%s",
                  text_c(x->a, both[i]->where), trying_said(x, c, json));
    }
}

Test(classes, of_steps_deadlines_and_late_days_are_those_of_days_tried)
{
    random_seed(2);
    unsigned compared = 0;
    for (unsigned round = 0; round < ROUNDS; round++) {
        struct arena *a = support_arena();
        struct text step[STEPS], says[SIDES];
        bool independent = random_below(2);
        for (unsigned i = 0; i < STEPS; i++)
            step[i] = random_step(a, i);
        for (int side = 0; side < SIDES; side++) {
            says[side] =
                SAY(a, "scale 0 .. 4\nindicator 1 { {} {} }\n", all_steps(a, step, independent),
                    text_of(random_below(2) ? "" : "floor 0"));
            unsigned i = random_below(STEPS);
            step[i] = random_step(a, i);
            if (random_below(8) == 0)
                independent = !independent;
        }
        struct trying x = trying_of(round, says[OLDER], says[NEWER]);
        if (x.diff && x.diff->changes.n) {
            check_steps(&x);
            compared++;
        }
        trial_free(x.t);
        arena_free(a);
    }
    cr_assert(compared > ROUNDS / 2, "%u", compared);
}
