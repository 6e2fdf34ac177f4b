/* What becomes of a score in special cases: policies, rounding, floor and cap.
 *
 * Policies and roundings are inherited; the mutant of one that was declared once is made in all
 * that have it from there. */
#include "mutate/making.h"

static bool same_place(struct span x, struct span y)
{
    return x.lo == y.lo && x.hi == y.hi;
}

/* --- policies --------------------------------------------------------------------------------- */

static const struct policy *const *policy_of(const struct criterion *k, bool na)
{
    return na ? &k->not_applicable : &k->missing;
}

static struct text policy_words(struct arena *a, const struct policy *p)
{
    switch (p->kind) {
    case POLICY_NONE:
        return TEXT("left open");
    case POLICY_DROP:
        return TEXT("dropped");
    case POLICY_GIVE:
        return SAY(a, "dropped and its weight given to {}", p->receiver->path);
    case POLICY_SCORE:
        break;
    }
    return SAY(a, "scored {}", number_short_words(a, p->score, DECIMALS));
}

static bool same_policy(struct arena *a, const struct policy *x, const struct policy *y)
{
    return x->kind == y->kind && (x->kind != POLICY_SCORE || number_equal(a, x->score, y->score));
}

/* Only what is scored by itself is ever carried; and where nothing says when it does not apply, a
 * fact can still be n/a. */
static bool uses(const struct criterion *k, bool na)
{
    return na || (k->parent && k->scorer != SCORER_CHILDREN);
}

static void other_policy(struct maker *mk, const struct criterion *k, bool na, struct policy other)
{
    const struct policy *was = *policy_of(k, na);
    struct mutant x = mutant_begin(mk, na ? OPERATOR_NA : OPERATOR_MISSING, was->at);
    other.at = was->at;
    if (same_policy(mk->a, was, &other) || (other.kind == POLICY_SCORE && number_is_over(k->low)))
        return;
    const struct policy *patch = ARENA_KEEP(mk->a, struct policy, other);
    for (size_t i = 0; i < mk->m->criteria.n; i++) {
        const struct policy *const *p = policy_of(mk->m->criteria.at[i], na);
        if (!same_place((*p)->at, was->at))
            continue;
        mutant_patch(mk, &x, p, &patch, sizeof patch);
        x.wide = x.wide || x.patches.n > 1;
    }
    mutant_end(mk, x,
               SAY(mk->a,
                   na ? "{} {} instead of {} where that does not apply"
                      : "{} {} instead of {} where a fact is missing",
                   x.patches.n > 1 ? TEXT("scores are") : SAY(mk->a, "{} is", mutant_of_words(k)),
                   policy_words(mk->a, &other), policy_words(mk->a, was)));
}

static void make_policy(struct maker *mk, const struct criterion *k, bool na)
{
    const struct policy *was = *policy_of(k, na);
    bool met = was->kind == POLICY_NONE || span_is_nowhere(was->at), used = false;
    for (size_t i = 0; !met && i < mk->m->criteria.n; i++) {
        const struct criterion *other = mk->m->criteria.at[i];
        bool has = same_place((*policy_of(other, na))->at, was->at);
        met = has && i < k->index;
        used = used || (has && uses(other, na));
    }
    if (met || !used)
        return;
    other_policy(mk, k, na, (struct policy){.kind = POLICY_DROP});
    other_policy(mk, k, na, (struct policy){.kind = POLICY_SCORE, .score = k->low});
    other_policy(mk, k, na, (struct policy){.kind = POLICY_SCORE, .score = k->high});
    if (!na)
        other_policy(mk, k, na, (struct policy){.kind = POLICY_NONE});
}

void make_policies(struct maker *mk, const struct criterion *k)
{
    const struct expr *always = NULL;
    make_policy(mk, k, true);
    make_policy(mk, k, false);
    if (!k->applies)
        return;
    struct mutant x = mutant_begin(mk, OPERATOR_APPLIES, k->applies->at);
    mutant_patch(mk, &x, &k->applies, &always, sizeof always);
    mutant_end(mk, x, SAY(mk->a, "{} applies always", mutant_of_words(k)));
}

/* --- rounding --------------------------------------------------------------------------------- */

static const struct rounding *const *rounding_of(const struct criterion *k, bool measure)
{
    return measure ? &k->round_measure : &k->round_score;
}

static void round_so(struct maker *mk, const struct criterion *k, bool measure,
                     struct rounding other, struct text says)
{
    const struct rounding *was = *rounding_of(k, measure);
    const struct rounding *patch = ARENA_KEEP(mk->a, struct rounding, other);
    struct mutant x = mutant_begin(mk, OPERATOR_ROUND, was->at);
    for (size_t i = 0; i < mk->m->criteria.n; i++) {
        const struct rounding *const *r = rounding_of(mk->m->criteria.at[i], measure);
        if (!(*r)->set || !same_place((*r)->at, was->at))
            continue;
        mutant_patch(mk, &x, r, &patch, sizeof patch);
        x.wide = x.wide || x.patches.n > 1;
    }
    mutant_end(mk, x,
               SAY(mk->a, "{} {}",
                   x.patches.n > 1
                       ? measure ? TEXT("measures are") : TEXT("scores are")
                       : SAY(mk->a, measure ? "the measure of {} is" : "the score of {} is",
                             mutant_of_words(k)),
                   says));
}

static void make_rounding(struct maker *mk, const struct criterion *k, bool measure)
{
    const struct rounding *was = *rounding_of(k, measure);
    struct other_rounding other[OTHER_ROUNDINGS];
    bool met = !was->set;
    for (size_t i = 0; !met && i < k->index; i++) {
        const struct rounding *r = *rounding_of(mk->m->criteria.at[i], measure);
        met = r->set && same_place(r->at, was->at);
    }
    if (met)
        return;
    size_t n = other_roundings(mk, *was, other);
    for (size_t i = 0; i < n; i++)
        round_so(mk, k, measure, other[i].r, other[i].says);
    round_so(mk, k, measure, (struct rounding){.set = false, .at = was->at}, TEXT("not rounded"));
}

void make_roundings(struct maker *mk, const struct criterion *k)
{
    make_rounding(mk, k, true);
    make_rounding(mk, k, false);
}

/* --- floor and cap ---------------------------------------------------------------------------- */

static void make_limit(struct maker *mk, const struct criterion *k, bool cap, struct number n,
                       struct text says)
{
    mutant_number(
        mk, OPERATOR_LIMIT, cap ? k->cap_at : k->floor_at, cap ? &k->cap : &k->floor, n,
        SAY(mk->a,
            cap ? "the cap of {} is {} instead of {}" : "the floor of {} is {} instead of {}",
            mutant_of_words(k), says,
            number_short_words(mk->a, cap ? k->cap : k->floor, DECIMALS)));
}

static void make_bound(struct maker *mk, const struct criterion *k, bool cap)
{
    struct number was = cap ? k->cap : k->floor, end = cap ? k->high : k->low;
    struct number unit = unit_of_number(mk->a, was, number_of(1));
    struct number tried[] = {number_add(mk->a, was, unit), number_subtract(mk->a, was, unit)};
    bool other = number_is_over(end) || !number_equal(mk->a, was, end);
    for (int i = 0; i < 2; i++)
        if (number_order(mk->a, cap ? k->floor : tried[i], cap ? tried[i] : k->cap) <= 0)
            make_limit(mk, k, cap, tried[i], number_short_words(mk->a, tried[i], DECIMALS));
    if (other)
        make_limit(mk, k, cap, end,
                   number_is_over(end) ? TEXT("none")
                                       : SAY(mk->a, "the end of the scale, {},",
                                             number_short_words(mk->a, end, DECIMALS)));
}

void make_limits(struct maker *mk, const struct criterion *k)
{
    if (k->has_floor)
        make_bound(mk, k, false);
    if (k->has_cap)
        make_bound(mk, k, true);
}
