/* What the class of a change says, against what facts score by both rule sets. */
#include <criterion/criterion.h>

#include "eval/outcome.h"
#include "trying.h"

/* --- two rule sets, and facts for both -------------------------------------------------------- */

static const char head[] =
    "criteria r \"r\"\nera CE\nperiod 2023-01-01 .. 2023-12-31\nmonth ends clipped\n"
    "calendar office {  covers 2023-01-01 .. 2025-12-31  weekend saturday, sunday  "
    "holiday 2023-04-06 }\n"
    "facts {  p, q, m1, m2, m3, m4 : number, at least 0   free : number   i : integer, at least 0\n"
    "d1, d2, d3, d4, sent : date, optional   y1, y2, y3, y4 : yes/no, optional\n"
    "s1 : one of (\"S\", \"M\", \"L\")   t1 : table {  ok : yes/no } }\n";

struct trying trying_of(unsigned round, struct text older, struct text newer)
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

char *trying_said(struct trying *x, const struct rule_change *c, struct text what)
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
struct number trying_rise(struct trying *x, struct text path, struct text json)
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
              text_c(x->a, number_exact_words(x->a, e->by)), trying_said(x, c, json));
}

void trying_facts(struct trying *x, const struct rule_change *c, struct text path, struct text json)
{
    struct number by = trying_rise(x, path, json);
    int sign = number_sign(by);
    bool allowed[] = {[CLASS_NEUTRAL] = !sign,
                      [CLASS_STRICTER] = sign <= 0,
                      [CLASS_LOOSER] = sign >= 0,
                      [CLASS_MIXED] = true,
                      [CLASS_UNKNOWN] = true};
    cr_assert(allowed[c->class], "%s", trying_said(x, c, json));
    if (sign < 0) {
        check_size(x, c, &c->loss, number_negate(x->a, by), json);
        x->loss = number_most(x->a, x->loss, number_negate(x->a, by));
    } else if (sign > 0) {
        check_size(x, c, &c->gain, by, json);
        x->gain = number_most(x->a, x->gain, by);
    }
}

/* A class says that there is a loss, or a gain, just when it tells one. */
void trying_class(struct trying *x, const struct rule_change *c)
{
    bool lower = c->class == CLASS_STRICTER || c->class == CLASS_MIXED,
         higher = c->class == CLASS_LOOSER || c->class == CLASS_MIXED;
    cr_assert(c->class != CLASS_UNKNOWN, "%s", trying_said(x, c, TEXT("none")));
    cr_assert((number_sign(c->loss.by) > 0) == lower, "%s", trying_said(x, c, TEXT("loss")));
    cr_assert((number_sign(c->gain.by) > 0) == higher, "%s", trying_said(x, c, TEXT("gain")));
}

/* What was met on a grid that holds everything is what is told. */
void trying_met(struct trying *x, const struct rule_change *c)
{
    cr_assert(c->loss.known && c->gain.known, "%s", trying_said(x, c, TEXT("known")));
    cr_assert(number_equal(x->a, x->loss, c->loss.by), "met %s\n%s",
              text_c(x->a, number_exact_words(x->a, x->loss)), trying_said(x, c, c->loss.where));
    cr_assert(number_equal(x->a, x->gain, c->gain.by), "met %s\n%s",
              text_c(x->a, number_exact_words(x->a, x->gain)), trying_said(x, c, c->gain.where));
}
