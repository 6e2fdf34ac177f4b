/* Two versions of a score: every state of the scorer, with everything that is taken. */
#include "diff/classify.h"

#include "explain/figures.h"

struct tally {
    const struct versions *v;
    bool lower, higher;         /* of some facts, for certain */
    bool may_lower, may_higher; /* it is not excluded */
    bool sized;                 /* the greatest loss and gain are among what was looked at */
    struct extreme_difference loss, gain, possible_loss, possible_gain;
    const struct raw *only; /* the one raw in which something differs; NULL: none, or several */
    bool several;
    struct curve_difference of_only;
    struct text why;
};

struct effect effect_unknown(struct text why)
{
    struct number none = number_of(0);
    return (struct effect){.class = CLASS_UNKNOWN,
                           .why = why,
                           .loss = {.by = none, .from = none, .to = none},
                           .gain = {.by = none, .from = none, .to = none}};
}

struct effect effect_neutral(void)
{
    struct effect v = effect_unknown((struct text){0});
    v.class = CLASS_NEUTRAL;
    v.loss.known = v.gain.known = true;
    return v;
}

/* --- one comparison --------------------------------------------------------------------------- */

static bool is_measured(const struct tally *t, const struct raw *r)
{
    return r->of[OLDER].by && !r->share && t->v->of[OLDER]->measure;
}

static struct text where_words(struct tally *t, const struct raw *r, struct number x,
                               struct text taken)
{
    struct arena *a = t->v->d->arena;
    const struct criterion *k = t->v->of[OLDER];
    struct text at = {0};
    if (is_measured(t, r))
        at = SAY(a, "a measure of {}", figure_measure(a, k, x));
    else if (r->share)
        at = SAY(a, "{} of it achieved", figure_percent(a, x, 2, NULL));
    else if (!r->of[OLDER].fixed)
        at = SAY(a, "{} before anything is taken", figure_score(a, k, x));
    struct text parts[] = {r->words, at, taken}, all = {0};
    for (int i = 0; i < 3; i++)
        if (parts[i].n)
            all = all.n ? SAY(a, "{}, {}", all, parts[i]) : parts[i];
    return all;
}

static void take(struct tally *t, const struct raw *r, const struct curve_difference *c,
                 bool proven, struct text taken)
{
    struct arena *a = t->v->d->arena;
    struct extreme_difference loss = c->loss, gain = c->gain;
    t->may_lower = t->may_lower || c->lower;
    t->may_higher = t->may_higher || c->higher;
    if (!proven) {
        extreme_join(a, &t->possible_loss, &loss);
        extreme_join(a, &t->possible_gain, &gain);
        return;
    }
    t->lower = t->lower || c->lower;
    t->higher = t->higher || c->higher;
    struct extreme_difference *all[] = {&t->loss, &t->gain}, *one[] = {&loss, &gain};
    for (int i = 0; i < 2; i++) {
        if (number_sign(one[i]->by))
            one[i]->where = where_words(t, r, one[i]->at, taken);
        if (!is_measured(t, r))
            one[i]->at = number_over();
        extreme_join(a, all[i], one[i]);
    }
}

/* What else is taken moves both sides alike, by as much as nobody knows: without floor, cap and
 * rounding that changes nothing, and with a floor and a cap alone it makes no difference greater.
 */
static void take_bare(struct tally *t, const struct raw *r, const struct curve of[SIDES])
{
    struct arena *a = t->v->d->arena;
    struct curve bare[] = {of[OLDER], of[NEWER]};
    bare[OLDER].bare = bare[NEWER].bare = true;
    struct curve_difference c = curves_compare(a, &bare[OLDER], &bare[NEWER], r->where);
    bool rounded = false, only_takes = true;
    t->may_lower = t->may_lower || c.lower;
    t->may_higher = t->may_higher || c.higher;
    for (int i = 0; i < SIDES; i++) {
        const struct criterion *k = of[i].of;
        rounded = rounded || k->round_score->set;
        only_takes =
            only_takes && (number_is_over(k->cap) || number_order(a, k->cap, k->high) >= 0);
        for (size_t j = 0; j < k->penalties.n; j++)
            only_takes = only_takes && !k->penalties.at[j]->is_bonus;
    }
    t->sized = t->sized && !rounded;
    if (only_takes) /* then the floor swallows the more, the more is taken */
        return;
    extreme_join(a, &t->possible_loss, &c.loss);
    extreme_join(a, &t->possible_gain, &c.gain);
}

static void compare(struct tally *t, const struct raw *r, const struct taken *taken, bool proven,
                    bool open)
{
    struct curve of[] = {r->of[OLDER], r->of[NEWER]};
    for (int i = 0; i < SIDES; i++)
        of[i].taken = taken->by[i];
    struct curve_difference c = curves_compare(t->v->d->arena, &of[OLDER], &of[NEWER], r->where);
    if (c.too_fine) {
        t->may_lower = t->may_higher = true;
        t->sized = false;
        t->why = TEXT("its roundings are too fine to be gone through");
        return;
    }
    take(t, r, &c, proven, taken->where);
    if (c.stretches.n && t->only != r) {
        t->several = t->several || t->only;
        t->only = r;
        t->of_only = c;
    }
    if (open)
        take_bare(t, r, of);
}

/* --- everything that is taken ----------------------------------------------------------------- */

struct all_terms {
    struct terms terms;
    bool proven, exact, open;
};

static struct all_terms join_terms(struct tally *t, const struct raw *r, const struct terms *common)
{
    struct arena *a = t->v->d->arena;
    struct all_terms all = {.proven = r->proven, .exact = true};
    struct needs needs = {.own = {0}};
    needs_join(a, &needs, &r->needs);
    const struct terms *lists[] = {&r->late, common};
    for (int i = 0; i < 2; i++)
        for (size_t j = 0; j < lists[i]->n; j++) {
            const struct term *term = &lists[i]->at[j];
            all.proven = all.proven && term->proven && needs_join(a, &needs, &term->needs);
            all.exact = all.exact && term->exact;
            all.open = all.open || term->unchanged;
            if (!term->unchanged)
                LIST_ADD(a, &all.terms, *term);
        }
    const struct criterion *k = t->v->of[OLDER];
    if (k->applies && r->proven)
        all.proven =
            reach_condition(a, t->v->d->model[OLDER], k->applies, true, &needs) && all.proven;
    return all;
}

static void go_through(struct tally *t, const struct raw *r, const struct terms *common)
{
    struct arena *a = t->v->d->arena;
    struct all_terms all = join_terms(t, r, common);
    if (!all.exact) {
        t->may_lower = t->may_higher = true;
        t->sized = false;
    }
    for (int loss = 0; loss < 2; loss++) {
        struct takings front = {0};
        LIST_ADD(a, &front, (struct taken){{number_of(0), number_of(0)}, TEXT("")});
        bool whole = true;
        for (size_t i = 0; i < all.terms.n && whole; i++)
            whole = takings_join(a, &front, &all.terms.at[i].all, loss);
        if (!whole) {
            t->may_lower = t->may_higher = true;
            t->sized = false;
        }
        for (size_t i = 0; i < front.n; i++)
            compare(t, r, &front.at[i], all.proven, all.open);
        if (!all.terms.n)
            break;
    }
}

/* --- the effect ------------------------------------------------------------------------------- */

static enum diff_class class_of(const struct tally *t)
{
    if (!t->may_lower && !t->may_higher)
        return CLASS_NEUTRAL;
    if (t->lower && t->higher)
        return CLASS_MIXED;
    if (t->lower && !t->may_higher)
        return CLASS_STRICTER;
    if (t->higher && !t->may_lower)
        return CLASS_LOOSER;
    return CLASS_UNKNOWN;
}

static struct text doubt(const struct tally *t)
{
    if (t->why.n)
        return t->why;
    if (t->may_lower && !t->may_higher)
        return TEXT("no score is higher, but it is not certain that any facts score lower");
    if (t->may_higher && !t->may_lower)
        return TEXT("no score is lower, but it is not certain that any facts score higher");
    return TEXT("some scores may be lower and others higher, and it is not certain that any are");
}

static void settle_size(const struct tally *t, struct extreme_difference *one,
                        const struct extreme_difference *possible)
{
    one->known = one->known && t->sized && possible->known &&
                 number_order(t->v->d->arena, possible->by, one->by) <= 0;
}

static struct effect effect_of(struct tally *t)
{
    enum diff_class class = class_of(t);
    if (class == CLASS_NEUTRAL)
        return effect_neutral();
    if (class == CLASS_UNKNOWN) {
        struct effect e = effect_unknown(doubt(t));
        e.no_higher = !t->may_higher;
        e.no_lower = !t->may_lower;
        return e;
    }
    struct effect v = {.class = class, .loss = t->loss, .gain = t->gain};
    settle_size(t, &v.loss, &t->possible_loss);
    settle_size(t, &v.gain, &t->possible_gain);
    for (size_t i = 0;
         !t->several && t->only && t->only->of[OLDER].by && i < t->of_only.stretches.n; i++)
        LIST_ADD(t->v->d->arena, &v.stretches, t->of_only.stretches.at[i]);
    return v;
}

struct effect classify_versions(const struct versions *v)
{
    struct extreme_difference none = {
        .known = true, .by = number_of(0), .from = number_of(0), .to = number_of(0)};
    struct tally t = {.v = v,
                      .sized = true,
                      .loss = none,
                      .gain = none,
                      .possible_loss = none,
                      .possible_gain = none};
    struct raws raws = {0};
    struct terms terms = {0};
    raw_versions(v, &raws);
    if (raws.why.n)
        return effect_unknown(raws.why);
    penalty_terms(v, &terms);
    for (size_t i = 0; i < raws.all.n; i++) {
        if (!raws.all.at[i].exact)
            t.sized = false;
        go_through(&t, &raws.all.at[i], &terms);
    }
    return effect_of(&t);
}
