/* What another formula does to scores.
 *
 * A formula over several facts is no curve.  What is proven is its direction (direction.h) where
 * its operands have one, and how much it does where the newer figure is a multiple of the older
 * one, or where a filter can leave nothing of it. */
#include "diff/direction.h"

#include "explain/figures.h"

struct formulas {
    struct diff *d;
    struct arena *a;
    const struct rule_change *c;
    const struct criterion *k; /* the older one: all but the formula is as it says */
    bool measured;             /* else it is the score */
    struct versions v;
    const struct expr *of[SIDES];
};

/* --- how scores follow the figure ------------------------------------------------------------- */

static int trend_of_bands(struct arena *a, const struct bands *bands)
{
    int trend = 0;
    for (size_t i = 0; i < bands->n; i++)
        if (bands->at[i].otherwise)
            return 2;
    for (size_t i = 1; i < bands->n; i++) {
        int order = number_order(a, bands->at[i].score, bands->at[i - 1].score);
        if (order && trend && order != trend)
            return 2;
        trend = order ? order : trend;
    }
    return trend;
}

static int trend_of(struct arena *a, const struct thresholds *t)
{
    const struct level *first = t->levels.at;
    size_t n = t->levels.n;
    if (!n)
        return trend_of_bands(a, &t->bands);
    if (t->has_below && number_order(a, t->below, first->score) > 0)
        return 2;
    return n > 1 ? number_order(a, first[n - 1].value, first->value) : 1;
}

/* 1: never falls with the figure; -1: never rises; 0: both; 2: neither. */
static int trend(const struct formulas *f)
{
    int all = 0;
    if (!f->measured)
        return 1;
    if (f->k->scorer != SCORER_LEVELS && f->k->scorer != SCORER_BANDS)
        return 2;
    for (size_t i = 0; i < f->k->thresholds.n; i++) {
        int one = trend_of(f->a, f->k->thresholds.at[i]);
        if (one == 2 || (all && one && one != all))
            return 2;
        all = one ? one : all;
    }
    return all;
}

/* What is taken beside can be nothing. */
static bool is_free(const struct formulas *f, struct needs *needs)
{
    const struct model *m = f->d->model[OLDER];
    for (size_t i = 0; i < f->k->penalties.n; i++)
        if (!penalty_can_be_nothing(f->a, m, f->k->penalties.at[i]))
            return false;
    return !f->k->applies || reach_condition(f->a, m, f->k->applies, true, needs);
}

/* --- a multiple ------------------------------------------------------------------------------- */

/* Where the figure of the older rules stands at the levels of the newer ones. */
static struct thresholds *scaled(const struct formulas *f, const struct thresholds *t,
                                 struct number ratio)
{
    struct thresholds *s = ARENA_NEW(f->a, struct thresholds);
    *s = *t;
    s->levels.at = ARENA_ARRAY(f->a, struct level, t->levels.n + 1);
    s->bands.at = ARENA_ARRAY(f->a, struct band, t->bands.n + 1);
    for (size_t i = 0; i < t->levels.n; i++) {
        s->levels.at[i] = t->levels.at[i];
        s->levels.at[i].value = number_divide(f->a, t->levels.at[i].value, ratio);
    }
    for (size_t i = 0; i < t->bands.n; i++) {
        struct band *b = &s->bands.at[i];
        *b = t->bands.at[i];
        b->low = b->has_low ? number_divide(f->a, b->low, ratio) : b->low;
        b->high = b->has_high ? number_divide(f->a, b->high, ratio) : b->high;
    }
    return s;
}

/* The score itself, as levels that go on to the ends of the scale. */
static struct thresholds *itself(const struct formulas *f)
{
    struct thresholds *t = ARENA_NEW(f->a, struct thresholds);
    t->kind = LEVELS_EXTRAPOLATED;
    for (int i = 0; i < 2; i++)
        LIST_ADD(f->a, &t->levels, (struct level){.score = number_of(i), .value = number_of(i)});
    return t;
}

static struct effect of_multiple(struct formulas *f, struct number ratio)
{
    struct criterion changed = *f->k, older = *f->k;
    struct versions v = {.d = f->d, .of = {&older, &changed}};
    changed.thresholds.at = NULL;
    changed.thresholds.n = changed.thresholds.room = 0;
    for (size_t i = 0; f->measured && i < f->k->thresholds.n; i++)
        LIST_ADD(f->a, &changed.thresholds, scaled(f, f->k->thresholds.at[i], ratio));
    if (!f->measured) {
        older.scorer = changed.scorer = SCORER_LEVELS;
        older.measure = changed.measure = f->k->formula;
        older.thresholds.at = NULL;
        older.thresholds.n = older.thresholds.room = 0;
        LIST_ADD(f->a, &older.thresholds, itself(f));
        LIST_ADD(f->a, &changed.thresholds, scaled(f, itself(f), ratio));
    }
    struct effect e = classify_versions(&v);
    struct extreme_difference *both[] = {&e.loss, &e.gain};
    for (int i = 0; i < 2; i++) {
        bool there = number_sign(both[i]->by);
        if (there && !f->measured)
            both[i]->where = figure_score(f->a, f->k, both[i]->from);
        if (there)
            both[i]->where = SAY(f->a, "{} by the older formula", both[i]->where);
        both[i]->at = number_over();
    }
    e.stretches.n = 0;
    return e;
}

/* --- a filter --------------------------------------------------------------------------------- */

static void settle(struct formulas *f, struct effect *e, const struct reach *r,
                   struct number nothing, bool loses, bool fewer)
{
    const struct curve c = curve_of(f->k, f->k->thresholds.at[0]);
    struct number most = curve_at(f->a, &c, nothing), least = most;
    if (number_order(f->a, r->lies.high.at, most) > 0)
        most = r->lies.high.at;
    if (number_order(f->a, r->lies.low.at, least) < 0)
        least = r->lies.low.at;
    struct number from = loses ? most : least, to = loses ? least : most;
    struct extreme_difference *one = loses ? &e->loss : &e->gain;
    bool adds = false; /* a bonus may lift what the floor held */
    for (size_t i = 0; i < f->k->penalties.n; i++)
        adds = adds || f->k->penalties.at[i]->is_bonus;
    *one =
        (struct extreme_difference){.known = !adds,
                                    .by = number_subtract(f->a, most, least),
                                    .where = fewer ? TEXT("no row fulfils the newer condition")
                                                   : TEXT("no row fulfilled the older condition"),
                                    .at = number_over(),
                                    .from = from,
                                    .to = to};
    e->class = number_sign(one->by) ? loses ? CLASS_STRICTER : CLASS_LOOSER : CLASS_NEUTRAL;
}

/* All rows fulfil the one condition and none the other: the figure is anything that it can be on
 * the one side, and nothing on the other. */
static bool of_filter(struct formulas *f, int trend, struct effect *e)
{
    const struct expr *x = reach_meant(f->of[OLDER]), *y = reach_meant(f->of[NEWER]);
    const struct model *const *m = f->d->model;
    if (!f->measured || f->k->thresholds.n != 1 || f->k->round_score->set ||
        !aggregates_alike(&f->v, x, y) ||
        (x->aggregate != AGGREGATE_COUNT && x->aggregate != AGGREGATE_SHARE &&
         x->aggregate != AGGREGATE_SUM))
        return false;
    enum relation rows = conditions_relate(&f->v, x->right, y->right);
    if (rows != RELATION_STRONGER && rows != RELATION_WEAKER)
        return false;
    bool fewer = rows == RELATION_STRONGER;
    struct reach r = reach_measure(f->a, m[OLDER], f->k),
                 scores = reach_score(f->a, m[OLDER], f->k);
    struct needs row = {.own = {0}}, all = r.needs;
    const struct expr *fails = fewer ? y->right : x->right, *holds = fewer ? x->right : y->right;
    int side = fewer ? NEWER : OLDER;
    bool apart = (!holds || reach_condition(f->a, m[!side], holds, true, &row)) &&
                 reach_condition(f->a, m[side], fails, false, &row);
    bool known = apart && scores.ends && is_free(f, &all) && !scores.lies.low.infinite &&
                 !scores.lies.high.infinite;
    if (!known)
        return false;
    bool loses = fewer == (trend > 0);
    *e = effect_neutral();
    settle(f, e, &scores, number_of(0), loses, fewer);
    return true;
}

/* --- all -------------------------------------------------------------------------------------- */

static void add_names(struct arena *a, const struct model *m, const struct expr *e,
                      struct buffer *b, size_t *n)
{
    struct fact_reader r = fact_reader_in(a, m);
    fact_reader_begin(&r);
    fact_reader_add(&r, e);
    for (size_t i = 0; i < r.facts.n && *n < 3; i++, ++*n)
        buffer_add(b, SAY(a, *n ? ", {}" : "{}", r.facts.at[i]->path));
}

static struct text another_formula(const struct formulas *f)
{
    struct buffer b = buffer_in(f->a);
    size_t n = 0;
    const char *what = f->measured ? "measure" : "score";
    add_names(f->a, f->d->model[NEWER], f->of[NEWER], &b, &n);
    return n ? SAY(f->a, "the {} is another formula over {}", text_of(what), buffer_text(&b))
             : SAY(f->a, "the {} is another formula", text_of(what));
}

static struct effect by_direction(struct formulas *f)
{
    enum direction d = figures_direct(&f->v, f->of[OLDER], f->of[NEWER]);
    int t = trend(f);
    struct effect e;
    if (d == SAME_FIGURE || !t)
        return effect_neutral();
    if (d == NO_DIRECTION || t == 2)
        return effect_unknown(another_formula(f));
    if (of_filter(f, t, &e))
        return e;
    bool loses = (d == LOWER) == (t > 0);
    e = effect_unknown(
        loses ? TEXT("no score is higher, but it is not certain that any facts score lower")
              : TEXT("no score is lower, but it is not certain that any facts score higher"));
    e.no_higher = loses;
    e.no_lower = !loses;
    return e;
}

struct effect classify_formula(struct diff *d, const struct rule_change *c)
{
    const struct criterion *older = c->pair->of[OLDER], *newer = c->pair->of[NEWER];
    struct formulas f = {.d = d, .a = d->arena, .c = c, .k = older};
    struct number ratio;
    f.measured = text_equal(c->what, TEXT("measure"));
    f.v = (struct versions){.d = d, .of = {older, newer}};
    f.of[OLDER] = f.measured ? older->measure : older->formula;
    f.of[NEWER] = f.measured ? newer->measure : newer->formula;
    bool decides = older->scorer == SCORER_LEVELS || older->scorer == SCORER_BANDS;
    if (f.measured && !decides && newer->scorer == older->scorer)
        return effect_neutral(); /* it is printed beside a score that is made otherwise */
    if (!f.of[OLDER] || !f.of[NEWER] || older->scorer != newer->scorer)
        return effect_unknown(TEXT("it is scored in another way"));
    if (older->has_adjust)
        return effect_unknown(another_formula(&f));
    if (!older->round_measure->set && figure_is_multiple(&f.v, f.of[OLDER], f.of[NEWER], &ratio))
        return of_multiple(&f, ratio);
    return by_direction(&f);
}
