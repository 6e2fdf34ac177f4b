/* What becomes of a criterion that does not apply, or lacks facts.
 *
 * That is about other facts than those that give it a result, so it is a question of its own: a
 * declared score against another one, or against being left out of the mean. */
#include "diff/tree.h"

struct policies {
    struct diff *d;
    struct arena *a;
    const struct criterion *of[SIDES];
};

/* --- a declared score against another one ----------------------------------------------------- */

static struct effect of_scores(struct arena *a, struct number from, struct number to,
                               struct text where)
{
    struct effect e = effect_neutral();
    int sign = number_order(a, to, from);
    struct number by = number_subtract(a, to, from);
    if (!sign)
        return e;
    *(sign < 0 ? &e.loss : &e.gain) =
        (struct extreme_difference){.known = true,
                                    .by = sign < 0 ? number_negate(a, by) : by,
                                    .where = where,
                                    .at = number_over(),
                                    .from = from,
                                    .to = to};
    e.class = sign < 0 ? CLASS_STRICTER : CLASS_LOOSER;
    return e;
}

/* Whether it is in a weighted mean all the way up. */
static bool counts(const struct criterion *k)
{
    for (; k->parent; k = k->parent)
        if (!k->parent->weighs)
            return false;
    return true;
}

/* A score in place of being dropped, or the other way round: in the total. */
static struct effect of_dropping(const struct policies *p, const struct policy *older,
                                 const struct policy *newer)
{
    struct view of[SIDES] = {{.points = number_of(0)}, {.points = number_of(0)}};
    bool drops = newer->kind == POLICY_DROP;
    of[drops ? NEWER : OLDER].removed = p->of[OLDER];
    of[drops ? OLDER : NEWER].carried = p->of[OLDER];
    if (!counts(p->of[OLDER]))
        return effect_unknown(TEXT("it counts by another formula than the weighted mean"));
    return classify_views(p->d, of, drops ? older->score : newer->score, NULL);
}

static struct effect of_policies(const struct policies *p, const struct policy *older,
                                 const struct policy *newer, struct text where)
{
    if (older->kind == POLICY_SCORE && newer->kind == POLICY_SCORE)
        return of_scores(p->a, older->score, newer->score, where);
    if (older->kind == POLICY_NONE)
        return effect_unknown(TEXT("without a result there was no score before"));
    if (newer->kind == POLICY_NONE)
        return effect_unknown(TEXT("without a result there is no score any more"));
    if (older->kind == POLICY_GIVE || newer->kind == POLICY_GIVE)
        return effect_unknown(TEXT("its weight goes to another criterion"));
    return of_dropping(p, older, newer);
}

/* Whether it reads a fact that can be missing. */
static bool reads_required(struct arena *a, const struct model *m, const struct criterion *k)
{
    struct fact_reader r = fact_reader_in(a, m);
    fact_reader_begin(&r);
    criterion_expressions(k, fact_reader_add, &r);
    for (size_t i = 0; i < r.facts.n; i++)
        if (!r.facts.at[i]->optional)
            return true;
    return false;
}

/* --- whether it applies ----------------------------------------------------------------------- */

/* On one side it has its own score, which may be any, and on the other the declared one. */
static struct effect of_own_score(const struct policies *p, const struct policy *policy, bool fewer,
                                  struct needs *needs)
{
    struct criterion always = *p->of[OLDER];
    always.applies = NULL;
    struct reach own = reach_score(p->a, p->d->model[OLDER], &always);
    if (!own.ends || !needs_join(p->a, needs, &own.needs) || own.lies.low.infinite ||
        own.lies.high.infinite)
        return effect_unknown(TEXT("it applies to other offices, and its own score is not known to "
                                   "reach its ends"));
    struct number end[] = {own.lies.low.at, own.lies.high.at};
    struct effect all = effect_neutral();
    for (int i = 0; i < 2; i++) {
        struct effect one =
            fewer ? of_scores(p->a, end[i], policy->score, TEXT("it does not apply any more"))
                  : of_scores(p->a, policy->score, end[i], TEXT("it did not apply before"));
        extreme_join(p->a, &all.loss, &one.loss);
        extreme_join(p->a, &all.gain, &one.gain);
    }
    bool lower = number_sign(all.loss.by), higher = number_sign(all.gain.by);
    all.class = lower && higher ? CLASS_MIXED
                : lower         ? CLASS_STRICTER
                : higher        ? CLASS_LOOSER
                                : CLASS_NEUTRAL;
    return all;
}

static struct effect of_applying(const struct policies *p, enum relation r)
{
    struct diff *d = p->d;
    bool fewer = r == RELATION_STRONGER;
    int gone = fewer ? NEWER : OLDER, there = fewer ? OLDER : NEWER;
    const struct policy *policy = p->of[gone]->not_applicable;
    struct needs needs = {.own = {0}};
    bool can = reach_condition(p->a, d->model[gone], p->of[gone]->applies, false, &needs) &&
               (!p->of[there]->applies ||
                reach_condition(p->a, d->model[there], p->of[there]->applies, true, &needs));
    if (!can || policy->kind == POLICY_GIVE || policy->kind == POLICY_NONE)
        return effect_unknown(TEXT("it applies to other offices"));
    for (size_t i = 0; gone == NEWER && i < needs.own.n; i++)
        needs.own.at[i] = older_fact(d, needs.own.at[i]);
    if (policy->kind == POLICY_SCORE)
        return of_own_score(p, policy, fewer, &needs);
    if (!counts(p->of[OLDER]))
        return effect_unknown(TEXT("it counts by another formula than the weighted mean"));
    struct view of[SIDES] = {{.points = number_of(0)}, {.points = number_of(0)}};
    of[gone].removed = p->of[OLDER];
    return classify_views(d, of, number_of(0), &needs);
}

struct effect classify_policy(struct diff *d, const struct rule_change *c)
{
    const struct criterion *older = c->pair->of[OLDER], *newer = c->pair->of[NEWER];
    struct policies p = {.d = d, .a = d->arena, .of = {older, newer}};
    struct versions v = {.d = d, .of = {older, newer}};
    if (c->kind == DIFF_MISSING && !reads_required(p.a, d->model[OLDER], older))
        return effect_neutral();
    if (c->kind == DIFF_MISSING)
        return of_policies(&p, older->missing, newer->missing,
                           TEXT("a fact that it needs is missing"));
    if (c->kind == DIFF_NA_POLICY)
        return of_policies(&p, older->not_applicable, newer->not_applicable,
                           TEXT("it does not apply"));
    enum relation r = conditions_relate(&v, older->applies, newer->applies);
    if (r != RELATION_STRONGER && r != RELATION_WEAKER)
        return effect_unknown(TEXT("it applies to other offices"));
    return of_applying(&p, r);
}
