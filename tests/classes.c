/* What changes of rules are said to do to scores, against what they do.
 *
 * Random pairs of rules, of every kind of change whose class is exact, and a fine grid of facts:
 * nothing on the grid scores otherwise than the class says, no difference is greater than the
 * greatest one that is told, and that one is there.  Seeds are fixed: a failure names its round. */
#include <criterion/criterion.h>
#include <string.h>

#include "eval/outcome.h"
#include "ken_inside.h"
#include "random_rules.h"

enum { ROUNDS = 600, FACTS_TRIED = 60 };

/* --- two rule sets, and facts for both -------------------------------------------------------- */

struct trying {
    struct trial *t;
    struct arena *a;
    struct diff *diff; /* NULL: one of the two was refused */
    struct text rules[SIDES];
    unsigned round;
    struct number loss, gain; /* the greatest that was met */
};

static const char head[] =
    "criteria r \"r\"\nera CE\nperiod 2023-01-01 .. 2023-12-31\nmonth ends clipped\n"
    "calendar office {  covers 2023-01-01 .. 2025-12-31  weekend saturday, sunday  "
    "holiday 2023-04-06 }\n"
    "facts {  p, q, m1, m2, m3, m4 : number, at least 0   free : number   i : integer, at least 0\n"
    "d1, d2, d3, d4, sent : date, optional   y1, y2, y3, y4 : yes/no, optional\n"
    "s1 : one of (\"S\", \"M\", \"L\")   t1 : table {  ok : yes/no } }\n";

static struct trying compare(unsigned round, struct text older, struct text newer)
{
    struct trying x = {.t = trial_without_files(), .round = round};
    x.a = x.t->arena;
    x.loss = x.gain = number_of(0);
    x.rules[OLDER] = SAY(x.a, "{}{}", text_of(head), older);
    x.rules[NEWER] = SAY(x.a, "{}{}", text_of(head), newer);
    trial_load(x.t, "old.ken", x.rules[OLDER]);
    if (!x.t->status && !ken_compare(x.t->ken, text_out(TEXT("new.ken")), text_out(x.rules[NEWER])))
        x.diff = x.t->ken->diff;
    return x;
}

static char *said(struct trying *x, const struct rule_change *c, struct text what)
{
    return text_c(x->a,
                  SAY(x->a, "round {}: {} is {} ({})\n{}\n{}\n--- facts: {}",
                      text_number(x->a, x->round), diff_kind_words(c->kind),
                      diff_class_words(c->class), c->why, x->rules[OLDER], x->rules[NEWER], what));
}

/* By one of the rule sets; over where there is none. */
static struct number score(struct trying *x, int side, struct text path, struct text json)
{
    const struct model *m = x->diff->model[side];
    struct diags diags = diags_in(x->a, x->t->ken->sources);
    struct facts *f = facts_new(x->a, m, &diags);
    facts_read(f, source_add(x->t->ken->sources, TEXT("f.json"), json), FACTS_JSON, NULL);
    facts_finish(f);
    cr_assert(!diags.errors, "%s", text_c(x->a, json));
    struct outcome *o = eval_model(x->a, m, f);
    const struct criterion *k = path.n ? model_criterion(m, path) : m->criteria.at[0];
    const struct result *r = outcome_result(o, k);
    return result_has_score(r) && !o->troubles.n ? r->score : number_over();
}

/* How much more these facts score by the newer rules; over where one of them gives no score. */
static struct number rise(struct trying *x, struct text path, struct text json)
{
    struct number from = score(x, OLDER, path, json), to = score(x, NEWER, path, json);
    return number_is_over(from) || number_is_over(to) ? number_over()
                                                      : number_subtract(x->a, to, from);
}

/* --- what the class says of one set of facts -------------------------------------------------- */

static void check_size(struct trying *x, const struct rule_change *c,
                       const struct extreme_difference *e, struct number by, struct text json)
{
    int order = number_order(x->a, by, e->by);
    cr_assert(!e->known || order < 0 || (!order && !e->approached), "more than %s\n%s",
              text_c(x->a, number_exact_words(x->a, e->by)), said(x, c, json));
}

static void check_facts(struct trying *x, const struct rule_change *c, struct text path,
                        struct text json)
{
    struct number by = rise(x, path, json);
    int sign = number_sign(by);
    bool allowed[] = {[CLASS_NEUTRAL] = !sign,
                      [CLASS_STRICTER] = sign <= 0,
                      [CLASS_LOOSER] = sign >= 0,
                      [CLASS_MIXED] = true,
                      [CLASS_UNKNOWN] = true};
    cr_assert(allowed[c->class], "%s", said(x, c, json));
    if (sign < 0) {
        check_size(x, c, &c->loss, number_negate(x->a, by), json);
        x->loss = number_most(x->a, x->loss, number_negate(x->a, by));
    } else if (sign > 0) {
        check_size(x, c, &c->gain, by, json);
        x->gain = number_most(x->a, x->gain, by);
    }
}

/* A class says that there is a loss, or a gain, just when it tells one. */
static void check_class(struct trying *x, const struct rule_change *c)
{
    bool lower = c->class == CLASS_STRICTER || c->class == CLASS_MIXED,
         higher = c->class == CLASS_LOOSER || c->class == CLASS_MIXED;
    cr_assert(c->class != CLASS_UNKNOWN, "%s", said(x, c, TEXT("none")));
    cr_assert((number_sign(c->loss.by) > 0) == lower, "%s", said(x, c, TEXT("loss")));
    cr_assert((number_sign(c->gain.by) > 0) == higher, "%s", said(x, c, TEXT("gain")));
}

/* What was met on a grid that holds everything is what is told. */
static void check_met(struct trying *x, const struct rule_change *c)
{
    cr_assert(c->loss.known && c->gain.known, "%s", said(x, c, TEXT("known")));
    cr_assert(number_equal(x->a, x->loss, c->loss.by), "met %s\n%s",
              text_c(x->a, number_exact_words(x->a, x->loss)), said(x, c, c->loss.where));
    cr_assert(number_equal(x->a, x->gain, c->gain.by), "met %s\n%s",
              text_c(x->a, number_exact_words(x->a, x->gain)), said(x, c, c->gain.where));
}

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
        cr_assert(e->known && !number_is_over(e->at), "%s", said(x, c, e->where));
        if (measure == FREE && !number_decimals(x->a, e->at, 30, &decimals))
            continue;
        struct text json = facts_at(x, measure, e->at);
        struct number by = rise(x, TEXT("1"), json);
        cr_assert(number_equal(x->a, i ? by : number_negate(x->a, by), e->by), "%s",
                  said(x, c, json));
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
        cr_assert(is_one_of_measure(c), "%s", said(x, c, TEXT("")));
        check_class(x, c);
        check_told(x, c, measure);
    } else
        cr_assert(all.class != CLASS_UNKNOWN, "%s", said(x, &all, TEXT("")));
    for (unsigned i = 0; i < 3 * 4 * 18; i++) {
        struct number at = grid_at(x, measure, i);
        if (measure == RATIO && number_sign(at) < 0)
            continue;
        struct text json = facts_at(x, measure, at);
        check_facts(x, c ? c : &all, TEXT("1"), json);
        if (c && c->stretches.n && !support_find(x->rules[OLDER], TEXT("round measure")))
            cr_assert(number_sign(rise(x, TEXT("1"), json)) == sign_of_stretches(x, c, at), "%s",
                      said(x, c, json));
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
        struct trying x = compare(round, says[OLDER], says[NEWER]);
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
            check_class(x, c);
    }
    if (x->diff->changes.n > 1)
        return;
    const struct rule_change *c = x->diff->changes.at[0];
    for (unsigned i = 0; i < FACTS_TRIED; i++)
        check_facts(x, c, TEXT("1"), random_done(x));
    const struct extreme_difference *both[] = {&c->loss, &c->gain};
    for (int i = 0; only_days_differ(c) && i < 2; i++) {
        if (!number_sign(both[i]->by))
            continue;
        cr_assert(both[i]->known, "%s", said(x, c, TEXT("known")));
        struct text json = told_done(x, both[i]->where);
        struct number by = rise(x, TEXT("1"), json);
        cr_assert(number_equal(x->a, i ? by : number_negate(x->a, by), both[i]->by), "%s\n%s",
                  text_c(x->a, both[i]->where), said(x, c, json));
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
        struct trying x = compare(round, says[OLDER], says[NEWER]);
        if (x.diff && x.diff->changes.n) {
            check_steps(&x);
            compared++;
        }
        trial_free(x.t);
        arena_free(a);
    }
    cr_assert(compared > ROUNDS / 2, "%u", compared);
}

/* --- penalties and bonuses -------------------------------------------------------------------- */

static struct text random_penalty(struct arena *a, unsigned kind)
{
    static const char *const each[] = {"0.25", "0.5", "1", "0.75"};
    static const char *const after[] = {"2023-06-30", "2023-06-15", "2023-07-01"};
    static const char *const unit[] = {"day", "working day", "month"};
    static const char *const word[] = {"penalty", "penalty", "bonus"};
    struct text cap = text_of(random_below(2)   ? ""
                              : random_below(2) ? " cap 1.5"
                                                : " cap 3"),
                free = random_below(2)
                           ? TEXT("")
                           : SAY(a, " first {} free", text_number(a, 1 + random_below(4))),
                is = random_word(word, 3);
    if (kind == 0)
        return SAY(a, "{} x { {} per {} after {} until sent{}{} }", is, random_word(each, 4),
                   random_word(unit, 3), random_word(after, 3), free, cap);
    if (kind == 1)
        return SAY(a, "{} x { {} per t1 where ok{}{} }", is, random_word(each, 4), free, cap);
    return SAY(a, "{} x { {} when y1{} }", is, random_word(each, 4), cap);
}

/* After the first weeks amounts change where months do, and by what has been seen before. */
static bool is_worth_a_look(struct date d, unsigned n)
{
    int year, month, day;
    date_parts(d, &year, &month, &day);
    return n < 45 || day <= 2 || day == 16;
}

/* Of each raw score a quarter of a point apart, and of every day, row or answer. */
static void check_penalty(struct trying *x, const struct rule_change *c, unsigned kind)
{
    unsigned counts = kind == 0 ? 660 : kind == 1 ? 30 : 2;
    for (unsigned raw = 0; raw <= 16; raw++)
        for (unsigned n = 0; n < counts; n++) {
            struct buffer b = buffer_in(x->a);
            struct date d;
            date_make(2023, 6, 10, &d);
            date_add_days(d, n, &d);
            if (!is_worth_a_look(d, n))
                continue;
            buffer_add(&b, SAY(x->a, "{\"ken\": {\"era\": \"CE\"}, \"p\": {}, \"q\": 4",
                               text_number(x->a, raw)));
            buffer_add(&b, SAY(x->a, ", \"sent\": \"{}\", \"y1\": {}, \"t1\": [",
                               date_words(x->a, d, ERA_CE), text_of(n ? "true" : "false")));
            for (unsigned row = 0; kind == 1 && row < n; row++)
                buffer_add(&b, text_of(row ? ", {\"ok\": true}" : "{\"ok\": true}"));
            buffer_add(&b, TEXT("]}"));
            check_facts(x, c, TEXT("1"), buffer_text(&b));
        }
}

Test(classes, of_penalties_and_bonuses_are_those_of_every_day_and_row)
{
    random_seed(3);
    unsigned compared = 0;
    for (unsigned round = 0; round < ROUNDS / 4; round++) {
        struct arena *a = support_arena();
        unsigned kind = random_below(3), alone = random_below(4);
        struct text says[SIDES];
        for (int side = 0; side < SIDES; side++)
            says[side] =
                SAY(a, "scale 1 .. 5\nindicator 1 { measure p / q levels 0, 1, 2, 3, 4\n{} {} }\n",
                    alone == (unsigned)side ? TEXT("") : random_penalty(a, kind),
                    text_of(round % 2 ? "" : "floor 0 cap 5.5"));
        struct trying x = compare(round, says[OLDER], says[NEWER]);
        if (x.diff && x.diff->changes.n == 1) {
            const struct rule_change *c = x.diff->changes.at[0];
            check_class(&x, c);
            check_penalty(&x, c, kind);
            check_met(&x, c);
            compared++;
        }
        trial_free(x.t);
        arena_free(a);
    }
    cr_assert(compared > ROUNDS / 8, "%u", compared);
}

/* --- weights ---------------------------------------------------------------------------------- */

static struct text random_tree(struct arena *a, const unsigned *points, bool with_last)
{
    struct text p[5];
    for (unsigned i = 0; i < 5; i++)
        p[i] = text_number(a, points[i]);
    return SAY(a,
               "scale 1 .. 5\ngroup g { indicator 1 { points {} score m1 } indicator 2 { points {} "
               "score m2 } }\nindicator 3 { points {} score m3 }\n{}",
               p[0], p[1], p[2],
               with_last ? SAY(a, "indicator 4 { points {} score m4 }\n", p[3]) : TEXT(""));
}

Test(classes, of_weights_and_of_what_comes_and_goes_are_those_of_the_corners)
{
    random_seed(4);
    unsigned compared = 0;
    for (unsigned round = 0; round < ROUNDS / 3; round++) {
        struct arena *a = support_arena();
        unsigned points[5], before = random_below(6), last = random_below(4);
        for (unsigned i = 0; i < 5; i++)
            points[i] = 1 + random_below(4);
        struct text older = random_tree(a, points, last != 0);
        if (last > 1)
            points[before % 4] = 1 + random_below(5);
        struct trying x = compare(round, older, random_tree(a, points, last != 1));
        if (x.diff && x.diff->changes.n == 1) {
            const struct rule_change *c = x.diff->changes.at[0];
            cr_assert(c->on_total, "%s", said(&x, c, TEXT("")));
            check_class(&x, c);
            for (unsigned i = 0; i < 16; i++)
                check_facts(&x, c, TEXT(""),
                            SAY(a, "{\"m1\": {}, \"m2\": {}, \"m3\": {}, \"m4\": {}}",
                                text_number(a, i & 1 ? 5 : 1), text_number(a, i & 2 ? 5 : 1),
                                text_number(a, i & 4 ? 5 : 1), text_number(a, i & 8 ? 5 : 1)));
            check_met(&x, c);
            compared++;
        }
        trial_free(x.t);
        arena_free(a);
    }
    cr_assert(compared > ROUNDS / 8, "%u", compared);
}

/* --- one by one ------------------------------------------------------------------------------- */

static const char many_facts[] =
    "criteria r \"r\"\nera CE\nperiod 2023-01-01 .. 2023-12-31\n"
    "calendar office {  covers 2023-01-01 .. 2025-12-31  weekend saturday, sunday }\n"
    "facts {  a, b, c, d, e, f : number, at least 0   n : integer, at least 0   free : number\n"
    "x, y, z : yes/no   on, off : date, optional   s : one of (\"S\", \"M\", \"L\")\n"
    "rate : number, at least 0, at most 10   t : table {  ok, sent : yes/no  v : number, at least "
    "0 } }\n";

struct example {
    const char *older, *newer, *class, *loss, *gain; /* NULL: none; "?": not told */
};

/* What indicator 1 says on both sides, and what the first change of it does. */
static const struct example examples[] = {
    /* levels and bands */
    {"measure n levels 20, 25, 30, 35, 40", "measure n levels 20, 25, 30, 35, 40", "none", NULL,
     NULL},
    {"measure n levels 20, 25, 30, 35, 40", "measure n levels 30, 35, 40, 45, 50", "stricter", "2",
     NULL},
    {"measure n levels 10, 8, 6, 4, 2", "measure n levels 10, 8, 6, 4, 3", "looser", NULL, "1/2"},
    {"measure n levels 1, 2, 3, 4, 5", "measure n levels 1, 2, 3, 4, 5 stepped", "neutral", NULL,
     NULL},
    {"measure a levels 1, 2, 3, 4, 5", "measure a levels 1, 2, 3, 4, 5 stepped", "stricter", "1",
     NULL},
    {"measure n bands { below 20 : 1  from 20 : 5 }",
     "measure n bands { to 19.5 : 1  above 19.5 : 5 }", "neutral", NULL, NULL},
    {"measure a / b bands { below 50% : 1  from 50% : 5 }",
     "measure a / b bands { to 50% : 1  above 50% : 5 }", "stricter", "4", NULL},
    {"measure a / (a + b) levels 60%, 70%, 80%, 90%, 110%",
     "measure a / (a + b) levels 60%, 70%, 80%, 90%, 120%", "stricter", "1/6", NULL},
    {"measure a / (a + b) bands { to 100% : 2  above 100% : 5 }",
     "measure a / (a + b) bands { to 100% : 2  above 100% : 4 }", "neutral", NULL, NULL},
    {"measure rate levels 2, 4, 6, 8, 12", "measure rate levels 2, 4, 6, 8, 16", "stricter", "1/4",
     NULL},
    {"measure a levels by s { \"S\" : 1, 2, 3, 4, 5  otherwise : 2, 4, 6, 8, 10 }",
     "measure a levels by s { \"S\" : 1, 2, 3, 4, 5  otherwise : 2, 4, 6, 8, 12 }", "stricter",
     "1/2", NULL},
    {"measure a levels by s { \"S\" : 1, 2, 3, 4, 5  otherwise : 2, 4, 6, 8, 10 }",
     "measure a levels 1, 2, 3, 4, 5", "looser", NULL, "5/2"},
    {"measure a levels 1, 2, 3, 4, 5", "measure a bands { below 3 : 1  from 3 : 5 }", "mixed", "2",
     "2"},
    /* limits and rounding */
    {"score a", "score a cap 4", "stricter", "1", NULL},
    {"score a cap 4", "score a cap 4 floor 2", "looser", NULL, "1"},
    {"score a round score to 1 half up", "score a round score to 1 down", "stricter", "1/10", NULL},
    {"score a round score to 2 half up", "score a round score to 1 half up", "mixed", "1/20",
     "1/20"},
    {"score a", "score a round score to 0 up", "looser", NULL, "1"},
    {"measure a / b levels 1, 2, 3, 4, 5 round measure to 0 half up",
     "measure a / b levels 1, 2, 3, 4, 5 round measure to 0 down", "stricter", "1", NULL},
    /* what is measured */
    {"measure count of t where ok levels 1, 2, 3, 4, 5",
     "measure count of t where ok and sent levels 1, 2, 3, 4, 5", "stricter", "4", NULL},
    {"measure count of t where ok levels 5, 4, 3, 2, 1",
     "measure count of t where ok and sent levels 5, 4, 3, 2, 1", "looser", NULL, "4"},
    {"measure sum of v over t where ok levels 1, 2, 3, 4, 5",
     "measure sum of v over t where ok or sent levels 1, 2, 3, 4, 5", "looser", NULL, "4"},
    {"measure a / b levels 1, 2, 3, 4, 5", "measure a / (b * 2) levels 1, 2, 3, 4, 5", "stricter",
     "5/2", NULL},
    {"let q = a / b measure q levels 1, 2, 3, 4, 5", "let r = a / b measure r levels 1, 2, 3, 4, 5",
     "none", NULL, NULL},
    {"measure a / b levels 1, 2, 3, 4, 5", "measure a / c levels 1, 2, 3, 4, 5", "mixed", "?", "?"},
    {"score a / 2", "score a / 4", "stricter", "5/2", NULL},
    {"score a / 2", "score (a + b) / 2", "looser", NULL, "?"},
    {"score a / b", "score (a - c) / b", "stricter", "?", NULL},
    {"measure a / b levels 5, 4, 3, 2, 1", "measure min(a, c) / b levels 5, 4, 3, 2, 1", "looser",
     NULL, "?"},
    {"score a", "score a adjust { minus 1 when x }", "stricter", "?", NULL},
    {"score if free > 1000000 then 5 else 1", "score if free > 1000001 then 5 else 1", "unknown",
     "?", "?"},
    {"measure n score a", "measure n * 2 score a", "neutral", NULL, NULL},
    /* penalties */
    {"score a", "score a penalty p { 0.5 when x }", "stricter", "1/2", NULL},
    {"score a penalty p { 0.5 when x }", "score a penalty p { 0.5 when x and y }", "looser", NULL,
     "1/2"},
    {"score a penalty p { 0.5 when x }", "score a penalty p { 0.5 when y }", "mixed", "?", "?"},
    {"score a penalty p { 0.5 per t where ok }",
     "score a penalty p { 0.5 per t where ok and sent }", "looser", NULL, "4"},
    {"score a penalty p { 1 per day after 2023-06-30 until on }",
     "score a penalty p { 1 per day after 2023-06-28 until on }", "stricter", "2", NULL},
    {"score a penalty p { 1 per day after 2023-06-30 until on }",
     "score a penalty p { 1 per working day after 2023-06-30 until on }", "looser", NULL, "2"},
    {"score a penalty p { amount b }", "score a penalty p { amount b cap 2 }", "looser", NULL, "2"},
    {"score a floor 1 cap 5 bonus p { 1 }", "score a floor 1 cap 5 bonus p { 0.5 }", "stricter",
     "1/2", NULL},
    {"score 1 penalty p { 1 when x }", "score 1 penalty p { 2 when x }", "neutral", NULL, NULL},
    /* what becomes of it */
    {"applies when x otherwise score 2 score a", "applies when x otherwise score 3 score a",
     "looser", NULL, "1"},
    {"applies when x otherwise drop score a", "applies when x otherwise score 1 score a",
     "stricter", "2", NULL},
    {"applies when x otherwise score 1 score a", "applies when x and y otherwise score 1 score a",
     "stricter", "4", NULL},
    {"missing scores 1 score a", "missing scores 2 score a", "looser", NULL, "1"},
    {"score a weight 40%", "score a weight 60%", "mixed", "4/5", "4/5"},
    /* words */
    {"score a note \"one\"", "score a note \"two\"", "neutral", NULL, NULL},
    {"score a show score to 2", "score a show score to 3", "neutral", NULL, NULL},
};
enum { EXAMPLES = sizeof examples / sizeof *examples };

static struct text written(struct arena *a, const char *says)
{
    bool weighed = support_find(text_of(says), TEXT("weight"));
    const char *other = !weighed                                   ? "points 1"
                        : support_find(text_of(says), TEXT("40%")) ? "weight 60%"
                                                                   : "weight 40%";
    return SAY(a, "{}scale 1 .. 5\nindicator 1 { {} {} }\nindicator 2 { {} score e }\n",
               text_of(many_facts), text_of(weighed ? "" : "points 1"), text_of(says),
               text_of(other));
}

static void check_extreme(struct trying *x, const struct rule_change *c, const char *wanted,
                          const struct extreme_difference *e)
{
    if (wanted && *wanted == '?')
        return;
    cr_assert(e->known &&
                  text_equal(number_exact_words(x->a, e->by), text_of(wanted ? wanted : "0")),
              "%s at %s\n%s", text_c(x->a, number_exact_words(x->a, e->by)), text_c(x->a, e->where),
              said(x, c, TEXT("-")));
}

Test(classes, of_these_changes_are_these)
{
    for (unsigned i = 0; i < EXAMPLES; i++) {
        const struct example *of = &examples[i];
        struct arena *a = support_arena();
        struct trying x = {.t = trial_without_files(), .round = i};
        x.a = x.t->arena;
        x.rules[OLDER] = written(a, of->older);
        x.rules[NEWER] = written(a, of->newer);
        trial_load(x.t, "old.ken", x.rules[OLDER]);
        cr_assert(!x.t->status &&
                      !ken_compare(x.t->ken, text_out(TEXT("new.ken")), text_out(x.rules[NEWER])),
                  "%s\n%s", of->newer, text_c(x.a, trial_problems(x.t)));
        const struct diff *d = x.t->ken->diff;
        if (strcmp(of->class, "none") == 0)
            cr_assert(!d->changes.n, "%s", of->newer);
        else {
            cr_assert(d->changes.n, "%s", of->newer);
            const struct rule_change *c = d->changes.at[0];
            cr_assert(text_equal(diff_class_words(c->class), text_of(of->class)), "%s",
                      said(&x, c, TEXT("-")));
            check_extreme(&x, c, of->loss, &c->loss);
            check_extreme(&x, c, of->gain, &c->gain);
        }
        trial_free(x.t);
        arena_free(a);
    }
}
