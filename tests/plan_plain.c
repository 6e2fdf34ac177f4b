/* What a plan does in whole numbers: levels over facts, checklists, means; with units, decimals,
 * roundings and figures of every size. */
#include <criterion/criterion.h>

#include "check/check.h"
#include "planned.h"
#include "random_rules.h"
#include "support.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

enum { RULES = 1500, RECORDS = 16, INDICATORS = 5 };

static const char head[] =
    "criteria r \"r\"\nera CE\nperiod 2023-01-01 .. 2023-12-31\nscale 1 .. 5\nmonth ends clipped\n"
    "units { baht  person }\n"
    "calendar office {  covers 2022-12-20 .. 2024-02-10  weekend saturday, sunday\n"
    "holiday 2023-04-06  holiday 2023-04-13  holiday 2023-07-01  holiday 2023-05-01 }\n";

/* --- levels ----------------------------------------------------------------------------------- */

/* Rising or falling thresholds, some of them with so many digits that 64 bits do not hold them. */
static struct text random_levels(struct arena *a, const char *unit)
{
    struct buffer b = buffer_in(a);
    bool falls = random_below(4) == 0;
    unsigned from = random_below(40), by = 1 + random_below(12);
    const char *tail[] = {"", ".5", ".25", ".123456789", ".3"};
    const char *digits = tail[random_below(5)];
    for (unsigned i = 0; i < 5; i++)
        buffer_add(&b, SAY(a, "{}{}{}{}", text_of(i ? ", " : "levels "),
                           text_number(a, falls ? from + (4 - i) * by : from + i * by),
                           text_of(digits), text_of(unit)));
    switch (random_below(5)) {
    case 0:
        buffer_add(&b, TEXT(" stepped"));
        break;
    case 1:
        buffer_add(&b, TEXT(" extrapolated"));
        break;
    case 2:
        buffer_add(&b, TEXT(" below 1.5"));
        break;
    }
    return buffer_text(&b);
}

static struct text random_measure(struct arena *a)
{
    static const char *const shares[] = {"used / planned", "met / asked", "used / reserve",
                                         "met / share", "share"};
    static const char *const money[] = {"used", "reserve", "used + reserve"};
    switch (random_below(4)) {
    case 0:
        return SAY(a, "measure {} {}", random_word(money, 3), random_levels(a, " million baht"));
    case 1:
        return SAY(a, "measure met {}", random_levels(a, " person"));
    default:
        return SAY(a, "measure {} {}", random_word(shares, 3), random_levels(a, "%"));
    }
}

/* --- checklists ------------------------------------------------------------------------------- */

static struct text random_step(struct arena *a, unsigned number)
{
    static const char *const done[] = {"d1", "d2", "d3", "sent", "y1"};
    static const char *const by[] = {"2023-03-31", "2023-06", "2023-04-05", "2023-12-31",
                                     "2024-02-12"};
    static const char *const late[] = {"", "late 0.1 per working day", "late 0.05 per day",
                                       "late 0.3 per month", "late 0.125 per working day"};
    unsigned what = random_below(5);
    bool dated = what != 4 && random_below(3);
    return SAY(a, "  {} done {}{}{} {}\n", text_number(a, number), text_of(done[what]),
               text_of(dated ? " by " : ""), dated ? random_word(by, 5) : TEXT(""),
               dated ? random_word(late, 5) : TEXT(""));
}

static struct text random_steps(struct arena *a)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, text_of(random_below(3) ? "steps {\n" : "independent steps {\n"));
    for (unsigned i = 1; i <= 5; i++)
        buffer_add(&b, random_step(a, i));
    buffer_add(&b, TEXT("}"));
    return buffer_text(&b);
}

/* --- what is around them ---------------------------------------------------------------------- */

/* Of the head, of a criterion with the rounding of the head, or with its own. */
enum rounded { ROUNDED_NOWHERE, ROUNDED_ALIKE, ROUNDED_HERE };

static struct text random_changes(struct arena *a, enum rounded how)
{
    static const char *const round[] = {"round score to 4 half up", "round score to 2 half even",
                                        "round score to 0 up",      "round score to 3 down",
                                        "round score to 1 half up", ""};
    static const char *const tolls[] = {
        "penalty late { 0.01 per day after 2023-10-16 until sent }",
        "penalty late { 0.2 per working day after d1 until sent cap 0.7 }",
        "bonus early { 0.3 when y1 }",
        "penalty late { 0.25 per month after 2023-02 until sent   first 1 free }",
        "penalty p { amount share when y1 }"};
    static const char *const bounds[] = {"", "", "floor 0", "floor 1.5 cap 4.2", "cap 4"};
    return SAY(a, "{} {} {}", how == ROUNDED_HERE ? random_word(round, 6) : TEXT(""),
               random_below(3) ? TEXT("") : random_word(tolls, 5), random_word(bounds, 5));
}

static struct text random_policy(struct arena *a, struct text neighbour)
{
    static const char *const policies[] = {
        "applies when share is given otherwise drop", "applies when y1 otherwise score 2",
        "applies when met > 3 person otherwise drop", "missing scores 1", "missing drop"};
    if (random_below(5) == 0)
        return SAY(a, "applies when y1 otherwise give weight to {}{}", neighbour,
                   text_of(random_below(2) ? " missing drop" : ""));
    return random_below(3) ? TEXT("") : random_word(policies, 5);
}

static struct text random_inside(struct arena *a, enum rounded how)
{
    if (random_below(5) == 0)
        return SAY(a, "part a { {} {} } part b { {} } score mean of parts", random_measure(a),
                   random_changes(a, how), random_measure(a));
    return random_below(3) ? random_measure(a) : random_steps(a);
}

/* The first of the two in the group is `grouped`. */
static struct text random_indicator(struct arena *a, unsigned number, unsigned grouped,
                                    enum rounded how)
{
    static const char *const points[] = {"1", "3", "9", "2.5", "0.75"};
    struct text neighbour = number == grouped       ? text_number(a, grouped + 1)
                            : number == grouped + 1 ? text_number(a, grouped)
                                                    : TEXT("g");
    return SAY(a, "indicator {} { points {} {} {} {} }\n", text_number(a, number),
               random_word(points, random_below(3) ? 3 : 5), random_policy(a, neighbour),
               random_inside(a, how), random_changes(a, how));
}

static struct text random_plain(struct arena *a)
{
    struct buffer b = buffer_in(a);
    static const char *const decimals[] = {"", ", 2 decimals", ", 0 decimals", ", 9 decimals"};
    buffer_add(&b, text_of(head));
    buffer_add(&b,
               SAY(a,
                   "facts { used, planned : number in baht{}, at least 0   reserve : number in "
                   "million baht{}\n met, asked : integer in person, at least 0\n"
                   "share : number in percent{}, optional   d1, d2, d3 : date, optional   sent "
                   ": date   y1 : yes/no }\n",
                   random_word(decimals, 4), random_word(decimals, 4), random_word(decimals, 4)));
    enum rounded how = random_below(2) ? ROUNDED_HERE : ROUNDED_ALIKE;
    buffer_add(&b, random_below(3) ? TEXT("round indicators, groups, parts, total to 4 half up\n")
                                   : TEXT("round total to 2 half even\n"));
    buffer_add(&b, random_changes(a, ROUNDED_NOWHERE));
    buffer_add(&b, TEXT("\n"));
    unsigned grouped = random_below(4);
    for (unsigned i = 0; i < INDICATORS; i++) {
        if (i == grouped)
            buffer_add(&b,
                       random_below(2) ? TEXT("\ngroup g {\n") : TEXT("\ngroup g { points 4\n"));
        buffer_add(&b, random_indicator(a, i + 1, grouped + 1, how));
        buffer_add(&b, text_of(i == grouped + 1 ? "}\n" : ""));
    }
    return buffer_text(&b);
}

Test(plan, says_what_eval_says_in_whole_numbers)
{
    size_t rules = 0, records = 0, declined = 0;
    for (unsigned round = 0; round < RULES; round++) {
        struct arena *a = support_arena();
        struct diags d = diags_in(a, sources_new(a));
        random_seed(round);
        struct text text = random_plain(a);
        const struct source *s = source_add(d.sources, TEXT("r.ken"), text);
        struct tree *tree = parse_tokens(a, lex_source(a, s, &d), &d);
        const struct model *m = check_trees(a, &tree, 1, d.sources, &d);
        if (m) {
            struct planned p = planned_of(a, m, text_c(a, text));
            cr_assert(plan_is_whole(p.plan, NULL));
            planned_random(&p, &d, RECORDS);
            rules++;
            records += p.records;
            declined += p.declined;
        }
        arena_free(a);
    }
    cr_log_info("%zu rules, %zu records, %zu declined\n", rules, records, declined);
    cr_expect(rules > RULES / 2, "only %zu of %d rules are right", rules, RULES);
    cr_expect(records > 5000, "only %zu records have a total", records);
    cr_expect(declined * 25 < records, "%zu of %zu records are declined", declined, records);
}
