/* What every change does to scores: each alone, and those of a criterion together. */
#include "diff/classify.h"

enum { CHANGES_TRIED = 50 }; /* changes of which facts are tried */

static bool is_of_step_or_penalty(const struct rule_change *c)
{
    return c->side[OLDER].step || c->side[NEWER].step || c->side[OLDER].penalty ||
           c->side[NEWER].penalty;
}

/* Something that is in the tree of criteria on one side, or elsewhere in it. */
static bool is_of_tree(const struct diff *d, const struct rule_change *c)
{
    const struct criterion *older = c->pair->of[OLDER], *newer = c->pair->of[NEWER];
    if (!older || !newer)
        return true;
    return c->kind == DIFF_MOVED && older->parent && newer->parent &&
           d->pair_of[OLDER][older->parent->index] != d->pair_of[NEWER][newer->parent->index];
}

static struct effect effect_of(struct diff *d, const struct rule_change *c)
{
    switch (c->kind) {
    case DIFF_RENAMED:
    case DIFF_REWORDED:
    case DIFF_SHOW:
    case DIFF_MARK:
    case DIFF_FACT_ADDED:
    case DIFF_FACT_REMOVED:
        return effect_neutral();
    case DIFF_EVIDENCE:
        return c->side[OLDER].step ? classify_alone(d, c) : effect_neutral();
    case DIFF_ADDED:
    case DIFF_REMOVED:
    case DIFF_MOVED:
        if (is_of_step_or_penalty(c))
            return classify_alone(d, c);
        return is_of_tree(d, c) ? classify_weights(d, c) : classify_adjust(d, c);
    case DIFF_WEIGHT:
        return classify_weights(d, c);
    case DIFF_SCALE:
    case DIFF_SCORER:
    case DIFF_LEVEL:
    case DIFF_BAND:
    case DIFF_STEP:
    case DIFF_DEADLINE:
    case DIFF_LATE:
    case DIFF_PENALTY:
    case DIFF_LIMIT:
    case DIFF_ROUNDING:
        return classify_alone(d, c);
    case DIFF_ADJUST:
        return classify_adjust(d, c);
    case DIFF_FORMULA:
    case DIFF_FILTER:
        return classify_formula(d, c);
    case DIFF_APPLIES:
    case DIFF_NA_POLICY:
    case DIFF_MISSING:
        return classify_policy(d, c);
    case DIFF_CALENDAR:
    case DIFF_PERIOD:
        return classify_calendar(d, c);
    case DIFF_FACT_RETYPED:
        return classify_fact(d, c);
    case DIFF_KINDS:
        break;
    }
    return effect_unknown(TEXT("nothing is known of such a change"));
}

/* --- together --------------------------------------------------------------------------------- */

/* No score of the criterion depends on it, whatever else changes. */
static bool is_idle(const struct rule_change *c)
{
    switch ((unsigned)c->kind) {
    case DIFF_RENAMED:
    case DIFF_REWORDED:
    case DIFF_SHOW:
    case DIFF_MARK:
    case DIFF_FACT_ADDED:
    case DIFF_FACT_REMOVED:
        return true;
    case DIFF_EVIDENCE:
        return !c->side[OLDER].step;
    default:
        return c->on_total;
    }
}

/* Other facts than those that give a result. */
static bool is_beside(const struct rule_change *c)
{
    return c->kind == DIFF_MISSING || c->kind == DIFF_NA_POLICY;
}

/* What the scorers and amounts of two versions do not show. */
static bool is_outside(const struct rule_change *c)
{
    return c->kind == DIFF_CALENDAR || c->kind == DIFF_PERIOD || c->kind == DIFF_FACT_RETYPED;
}

/* Of two changes that are about different facts. */
static enum diff_class class_of_both(enum diff_class x, enum diff_class y)
{
    if (x == CLASS_NEUTRAL || x == y)
        return y;
    if (y == CLASS_NEUTRAL)
        return x;
    return x == CLASS_UNKNOWN || y == CLASS_UNKNOWN ? CLASS_UNKNOWN : CLASS_MIXED;
}

/* The only change that counts in its criterion, by calendars that say the same. */
static bool is_only_one(struct diff *d, const struct rule_change *c)
{
    size_t n = 0;
    if (!c->pair->of[OLDER] || !c->pair->of[NEWER])
        return false;
    for (size_t i = 0; i < c->pair->changes.n; i++)
        n += !is_idle(c->pair->changes.at[i]);
    for (size_t i = 0; i < d->pairs.at[0]->changes.n; i++) {
        const struct rule_change *other = d->pairs.at[0]->changes.at[i];
        bool days = other->kind == DIFF_CALENDAR || other->kind == DIFF_PERIOD;
        if (days && classify_calendar(d, other).class != CLASS_NEUTRAL)
            return false;
    }
    return n == 1;
}

static void classify(struct diff *d, struct rule_change *c, size_t *trials)
{
    struct effect e = effect_of(d, c);
    if (e.class == CLASS_UNKNOWN && !e.on_total && *trials < CHANGES_TRIED && is_only_one(d, c)) {
        classify_by_trial(d, c->pair, &e);
        ++*trials;
    }
    c->on_total = e.on_total;
    c->class = e.class;
    c->why = e.why;
    c->loss = e.loss;
    c->gain = e.gain;
    for (size_t i = 0; i < e.stretches.n; i++)
        LIST_ADD(d->arena, &c->stretches, e.stretches.at[i]);
}

/* What is neutral alone need not be so beside another change: two of them are compared as one. */
static enum diff_class class_together(struct diff *d, const struct pair *p)
{
    enum diff_class beside = CLASS_NEUTRAL, class = CLASS_NEUTRAL;
    size_t n = 0;
    for (size_t i = 0; i < p->changes.n; i++) {
        const struct rule_change *c = p->changes.at[i];
        if (is_idle(c))
            continue;
        if (is_outside(c) && c->class != CLASS_NEUTRAL)
            return CLASS_UNKNOWN;
        if (is_outside(c))
            continue;
        if (is_beside(c)) {
            beside = class_of_both(beside, c->class);
            continue;
        }
        class = c->class;
        n++;
    }
    if (n > 1) {
        struct versions v = {.d = d, .of = {p->of[OLDER], p->of[NEWER]}};
        class = classify_versions(&v).class;
    }
    return class_of_both(beside, class);
}

void diff_classify(struct diff *d)
{
    size_t trials = 0;
    for (size_t i = 0; i < d->changes.n; i++)
        classify(d, d->changes.at[i], &trials);
    for (size_t i = 0; i < d->pairs.n; i++)
        d->pairs.at[i]->class = class_together(d, d->pairs.at[i]);
}
