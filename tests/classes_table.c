/* What single changes are said to do, one by one. */
#include <criterion/criterion.h>
#include <string.h>

#include "trying.h"

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
              trying_said(x, c, TEXT("-")));
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
                      trying_said(&x, c, TEXT("-")));
            check_extreme(&x, c, of->loss, &c->loss);
            check_extreme(&x, c, of->gain, &c->gain);
        }
        trial_free(x.t);
        arena_free(a);
    }
}
