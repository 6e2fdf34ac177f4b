/* Places of what changes a score or replaces it: policies, penalties and bonuses, lines of
 * `adjust`, floor and cap. */
#include "check/ranges.h"
#include "testing/covering.h"

/* --- policies --------------------------------------------------------------------------------- */

/* What a criterion is scored by; whether it applies is another question. */
static void read_facts(struct covering *c, const struct criterion *k, bool applies)
{
    struct criterion scored = *k;
    scored.applies = applies ? k->applies : NULL;
    fact_reader_begin(&c->reader);
    score_expressions(&scored, fact_reader_add, &c->reader);
}

static bool may_be_na(struct covering *c, const struct criterion *k)
{
    if (k->scorer == SCORER_CHILDREN || k->not_applicable->kind == POLICY_NONE)
        return false;
    read_facts(c, k, true);
    for (size_t i = 0; i < c->reader.facts.n; i++)
        if (c->reader.facts.at[i]->may_be_na)
            return true;
    return false;
}

/* What is optional is never missing: not being given is an answer. */
static bool may_be_missing(struct covering *c, const struct criterion *k)
{
    if (!k->parent || k->scorer == SCORER_CHILDREN || k->missing->kind == POLICY_NONE)
        return false;
    read_facts(c, k, false);
    for (size_t i = 0; i < c->reader.facts.n; i++)
        if (!c->reader.facts.at[i]->optional)
            return true;
    return false;
}

static struct text policy_words(struct arena *a, const struct policy *p)
{
    return p->kind == POLICY_SCORE
               ? SAY(a, "carried at {}", number_short_words(a, p->score, NUMBER_DIGITS))
               : TEXT("dropped");
}

/* One policy for what does not apply and for what is n/a: one place. */
void cover_policies(struct covering *c, const struct criterion *k)
{
    const struct policy *na = k->not_applicable, *missing = k->missing;
    if (k->applies)
        cover_add(c, COVER_APPLIES, k, k->applies->at, TEXT("applies"));
    if (k->applies || may_be_na(c, k))
        cover_add(c, COVER_NOT_APPLICABLE, k,
                  k->applies              ? k->applies->at
                  : k->not_applicable_own ? na->at
                                          : k->at,
                  SAY(c->a, "not applicable: {}", policy_words(c->a, na)));
    if (may_be_missing(c, k))
        cover_add(c, COVER_MISSING, k, k->missing_own ? missing->at : k->at,
                  SAY(c->a, "a fact is missing: {}", policy_words(c->a, missing)));
}

/* --- penalties and bonuses -------------------------------------------------------------------- */

static struct cover_place *add_amount(struct covering *c, const struct criterion *k, size_t i,
                                      enum cover_kind kind, const char *pattern)
{
    const struct penalty *p = k->penalties.at[i];
    struct cover_place *place =
        cover_add(c, kind, k, kind == COVER_AMOUNT_CAPPED ? p->cap_at : p->at,
                  SAY(c->a, pattern, penalty_kind(p), p->name));
    place->index = i;
    return place;
}

static int order_with_cap(struct covering *c, const struct penalty *p, struct number n)
{
    return p->has_cap ? number_order(c->a, n, p->cap) : -1;
}

/* Of an amount that is calculated: which parts of it there can be. */
static void limit_formula(struct covering *c, const struct penalty *p, enum cover_kind kind,
                          struct cover_place *place)
{
    struct interval r = range_in(c->a, c->m, p->amount);
    struct end cap = {.at = p->cap};
    bool reached = kind == COVER_AMOUNT_ZERO ? end_sign(r.low) <= 0
                   : kind == COVER_AMOUNT_COUNTS
                       ? end_sign(r.high) > 0 && (!p->has_cap || end_order(c->a, r.low, cap) <= 0)
                       : end_order(c->a, r.high, cap) > 0;
    if (!reached)
        place->out_of_reach = TEXT("the amount is never so");
}

static void cover_amount(struct covering *c, const struct criterion *k, size_t i,
                         enum cover_kind kind, const char *pattern)
{
    const struct penalty *p = k->penalties.at[i];
    struct cover_place *place = add_amount(c, k, i, kind, pattern);
    if (p->kind == AMOUNT_FORMULA)
        limit_formula(c, p, kind, place);
    else if (kind == COVER_AMOUNT_COUNTS && order_with_cap(c, p, p->each) > 0)
        place->out_of_reach = TEXT("the first one is more than the cap");
    else if (kind == COVER_AMOUNT_CAPPED && p->kind == AMOUNT_FLAT &&
             order_with_cap(c, p, p->each) <= 0)
        place->out_of_reach = TEXT("it is never more than the cap");
}

static void cover_penalty(struct covering *c, const struct criterion *k, size_t i)
{
    const struct penalty *p = k->penalties.at[i];
    if (p->when)
        add_amount(c, k, i, COVER_AMOUNT_OFF, "{} {} does not apply");
    if (p->kind != AMOUNT_FLAT)
        cover_amount(c, k, i, COVER_AMOUNT_ZERO, "no {} {}");
    if (p->free)
        add_amount(c, k, i, COVER_AMOUNT_FREE, "{} {}: only what is free");
    cover_amount(c, k, i, COVER_AMOUNT_COUNTS, "{} {}");
    if (p->has_cap)
        cover_amount(c, k, i, COVER_AMOUNT_CAPPED, "{} {} capped");
}

/* --- floor and cap ---------------------------------------------------------------------------- */

/* The most that penalties and late steps take, or that bonuses add; over when nothing bounds it. */
static struct number most_changed(struct covering *c, const struct criterion *k, bool bonus)
{
    struct number most = number_of(0);
    for (size_t i = 0; !bonus && i < k->steps.n; i++)
        if (k->steps.at[i].is_late)
            return number_over();
    for (size_t i = 0; i < k->penalties.n; i++) {
        const struct penalty *p = k->penalties.at[i];
        if (p->is_bonus != bonus)
            continue;
        if (!p->has_cap && p->kind != AMOUNT_FLAT)
            return number_over();
        most = number_add(c->a, most, p->has_cap ? p->cap : p->each);
    }
    return most;
}

/* The scorer's figure lies on the scale. */
static void cover_bounds(struct covering *c, const struct criterion *k)
{
    struct number taken = most_changed(c, k, false), added = most_changed(c, k, true);
    struct number least = number_subtract(c->a, k->low, taken),
                  most = number_add(c->a, k->high, added);
    if (k->has_floor) {
        struct cover_place *p = cover_add(c, COVER_FLOORED, k, k->floor_at, TEXT("floored"));
        if (!number_is_over(least) && number_order(c->a, least, k->floor) >= 0)
            p->out_of_reach = TEXT("no score is below the floor");
    }
    if (k->has_cap) {
        struct cover_place *p = cover_add(c, COVER_CAPPED, k, k->cap_at, TEXT("capped"));
        if (!number_is_over(most) && number_order(c->a, most, k->cap) <= 0)
            p->out_of_reach = TEXT("no score is above the cap");
    }
}

/* --- adjust ----------------------------------------------------------------------------------- */

static void add_line(struct covering *c, const struct criterion *k, size_t i, enum cover_kind kind,
                     const char *what)
{
    struct text number = text_number(c->a, (long long)i + 1);
    cover_add(c, kind, k, k->adjust.at[i].at, SAY(c->a, "line {} {}", number, text_of(what)))
        ->index = i;
}

/* A bound that does not bind is another case than one that does.  Whether a rounding changes
 * anything is no question of what stands in the rules. */
static void cover_line(struct covering *c, const struct criterion *k, size_t i)
{
    const struct adjust_line *l = &k->adjust.at[i];
    bool bound = l->kind == ADJUST_AT_LEAST || l->kind == ADJUST_AT_MOST;
    add_line(c, k, i, COVER_LINE_APPLIED, bound ? "binds" : "applied");
    if (bound)
        add_line(c, k, i, COVER_LINE_STAYS, "changes nothing");
    if (l->when)
        add_line(c, k, i, COVER_LINE_LEFT_OUT, "left out");
}

void cover_changes(struct covering *c, const struct criterion *k)
{
    for (size_t i = 0; i < k->penalties.n; i++)
        cover_penalty(c, k, i);
    for (size_t i = 0; i < k->adjust.n; i++)
        cover_line(c, k, i);
    cover_bounds(c, k);
}
