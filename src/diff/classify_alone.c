/* One change alone: the older criterion, and a copy of it with what changed taken from the newer
 * one. */
#include "diff/classify.h"

struct alone {
    struct diff *d;
    const struct rule_change *c;
    const struct criterion *older, *newer;
    struct criterion changed; /* the copy */
    struct versions v;
};

static struct effect compare(struct alone *x)
{
    return classify_versions(&x->v);
}

/* Everything of it changed at once: what is asked about cannot change without the rest. */
static struct effect together(struct alone *x)
{
    struct versions v = {.d = x->d, .of = {x->older, x->newer}};
    return classify_versions(&v);
}

/* --- levels, limits, roundings ---------------------------------------------------------------- */

static bool same_scale(struct alone *x)
{
    struct arena *a = x->d->arena;
    return criterion_same_scale(a, x->older, x->newer);
}

static void take_thresholds(struct alone *x)
{
    const struct thresholds *then = x->c->side[OLDER].thresholds,
                            *now = x->c->side[NEWER].thresholds;
    x->changed.thresholds.at = NULL;
    x->changed.thresholds.n = x->changed.thresholds.room = 0;
    if (!then || !now) {
        x->changed.thresholds = x->newer->thresholds;
        x->changed.by = x->newer->by;
        return;
    }
    for (size_t i = 0; i < x->older->thresholds.n; i++) {
        const struct thresholds *t = x->older->thresholds.at[i];
        LIST_ADD(x->d->arena, &x->changed.thresholds,
                 (struct thresholds *)(uintptr_t)(t == then ? now : t));
    }
}

static void take_limit(struct alone *x)
{
    bool floor = text_equal(x->c->what, TEXT("floor"));
    if (floor) {
        x->changed.has_floor = x->newer->has_floor;
        x->changed.floor = x->newer->floor;
    } else {
        x->changed.has_cap = x->newer->has_cap;
        x->changed.cap = x->newer->cap;
    }
}

static void take_rounding(struct alone *x)
{
    if (text_equal(x->c->what, TEXT("round measure")))
        x->changed.round_measure = x->newer->round_measure;
    else
        x->changed.round_score = x->newer->round_score;
}

/* --- steps ------------------------------------------------------------------------------------ */

/* The older steps with the one that changed between them; false when there is none. */
static struct step *own_step(struct alone *x)
{
    struct arena *a = x->d->arena;
    const struct criterion *k = x->older;
    struct step *found = NULL;
    unsigned char *from = ARENA_ARRAY(a, unsigned char, k->steps.n + 1);
    x->changed.steps.at = NULL;
    x->changed.steps.n = x->changed.steps.room = 0;
    for (size_t i = 0; i < k->steps.n; i++)
        LIST_ADD(a, &x->changed.steps, k->steps.at[i]);
    for (size_t i = 0; i < k->steps.n; i++) {
        from[i] = OLDER;
        if (&k->steps.at[i] != x->c->side[OLDER].step)
            continue;
        found = &x->changed.steps.at[i];
        if (x->c->kind == DIFF_STEP)
            from[i] = NEWER;
    }
    x->v.step_from = from;
    return found;
}

static struct effect of_step(struct alone *x)
{
    const struct step *now = x->c->side[NEWER].step;
    struct step *s = now && x->c->side[OLDER].step ? own_step(x) : NULL;
    if (!s || x->c->kind == DIFF_MOVED)
        return together(x);
    switch ((unsigned)x->c->kind) {
    case DIFF_DEADLINE:
        s->by = now->by;
        break;
    case DIFF_LATE:
        s->is_late = now->is_late;
        s->late_each = now->late_each;
        s->late_unit = now->late_unit;
        break;
    case DIFF_EVIDENCE:
        s->evidence = now->evidence;
        break;
    default:
        if (!number_equal(x->d->arena, s->points, now->points))
            return together(x);
        s->when = now->when;
        s->done = now->done;
        s->by_share = now->by_share;
        break;
    }
    return compare(x);
}

/* --- penalties -------------------------------------------------------------------------------- */

static void take_penalty(struct alone *x)
{
    const struct penalty *then = x->c->side[OLDER].penalty, *now = x->c->side[NEWER].penalty;
    struct arena *a = x->d->arena;
    struct penalty *taken = (struct penalty *)(uintptr_t)now;
    x->changed.penalties.at = NULL;
    x->changed.penalties.n = x->changed.penalties.room = 0;
    for (size_t i = 0; i < x->older->penalties.n; i++) {
        struct penalty *p = x->older->penalties.at[i];
        if (p == then && taken)
            LIST_ADD(a, &x->changed.penalties, taken);
        else if (p != then)
            LIST_ADD(a, &x->changed.penalties, p);
    }
    if (!then)
        LIST_ADD(a, &x->changed.penalties, taken);
}

/* --- all -------------------------------------------------------------------------------------- */

static void take_scorer(struct alone *x)
{
    const struct criterion *k = x->newer;
    x->changed.scorer = k->scorer;
    x->changed.measure = k->measure;
    x->changed.by = k->by;
    x->changed.thresholds = k->thresholds;
    x->changed.steps = k->steps;
    x->changed.independent = k->independent;
    x->changed.step_points = k->step_points;
    x->changed.points_in_all = k->points_in_all;
    x->changed.formula = k->formula;
    x->v.step_from = NULL;
}

struct effect classify_alone(struct diff *d, const struct rule_change *c)
{
    struct alone x = {.d = d, .c = c, .older = c->pair->of[OLDER], .newer = c->pair->of[NEWER]};
    x.changed = *x.older;
    x.v = (struct versions){
        .d = d,
        .of = {x.older, &x.changed},
        .step_from = ARENA_ARRAY(d->arena, unsigned char, x.older->steps.n + 1)}; /* OLDER */
    if (c->side[OLDER].step || c->side[NEWER].step)
        return of_step(&x);
    if (c->side[OLDER].penalty || c->side[NEWER].penalty)
        take_penalty(&x);
    else if (!same_scale(&x))
        return together(&x);
    else
        switch ((unsigned)c->kind) {
        case DIFF_LEVEL:
        case DIFF_BAND:
            take_thresholds(&x);
            break;
        case DIFF_SCORER:
            take_scorer(&x);
            break;
        case DIFF_LIMIT:
            take_limit(&x);
            break;
        case DIFF_ROUNDING:
            take_rounding(&x);
            break;
        default:
            return together(&x);
        }
    return compare(&x);
}
