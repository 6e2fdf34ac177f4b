/* The same of penalties, bonuses and weights. */
#include <criterion/criterion.h>
#include <string.h>

#include "trying.h"

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
            trying_facts(x, c, TEXT("1"), buffer_text(&b));
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
        struct trying x = trying_of(round, says[OLDER], says[NEWER]);
        if (x.diff && x.diff->changes.n == 1) {
            const struct rule_change *c = x.diff->changes.at[0];
            trying_class(&x, c);
            check_penalty(&x, c, kind);
            trying_met(&x, c);
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
        struct trying x = trying_of(round, older, random_tree(a, points, last != 1));
        if (x.diff && x.diff->changes.n == 1) {
            const struct rule_change *c = x.diff->changes.at[0];
            cr_assert(c->on_total, "%s", trying_said(&x, c, TEXT("")));
            trying_class(&x, c);
            for (unsigned i = 0; i < 16; i++)
                trying_facts(&x, c, TEXT(""),
                             SAY(a, "{\"m1\": {}, \"m2\": {}, \"m3\": {}, \"m4\": {}}",
                                 text_number(a, i & 1 ? 5 : 1), text_number(a, i & 2 ? 5 : 1),
                                 text_number(a, i & 4 ? 5 : 1), text_number(a, i & 8 ? 5 : 1)));
            trying_met(&x, c);
            compared++;
        }
        trial_free(x.t);
        arena_free(a);
    }
    cr_assert(compared > ROUNDS / 8, "%u", compared);
}
