/* Places of scorers: the segments between levels, bands, and what can become of a step. */
#include "check/ranges.h"
#include "testing/covering.h"

/* What a criterion measures, after rounding: between which ends it lies, and in which grain. */
struct measured {
    struct arena *a;
    struct interval lies;
    struct number grain; /* it is always a multiple of it; 0: nothing is known */
};

static struct number grain_of(struct arena *a, const struct criterion *k)
{
    const struct expr *e = k->measure;
    const struct fact *f = e->kind == EXPR_FACT ? e->fact : NULL;
    if (k->round_measure->set)
        return k->round_measure->step;
    if (f && (f->whole || f->decimals >= 0)) {
        struct number one = f->unit ? f->unit->scale : number_of(1);
        return number_multiply(a, one, number_places(a, f->whole ? 0 : (unsigned)f->decimals));
    }
    return number_of(e->type.whole);
}

static struct measured measured_of(struct covering *c, const struct criterion *k)
{
    struct measured x = {c->a, range_in(c->a, c->m, k->measure), grain_of(c->a, k)};
    if (k->round_measure->set)
        x.lies = interval_round(x.a, x.lies, k->round_measure->step, k->round_measure->mode);
    return x;
}

/* Whether a measure may lie between the two, and be neither. */
static bool may_lie_between(const struct measured *x, struct number low, struct number high)
{
    struct end from = {.at = low}, to = {.at = high};
    if (end_order(x->a, x->lies.high, from) <= 0 || end_order(x->a, x->lies.low, to) >= 0)
        return false;
    if (!number_sign(x->grain))
        return true;
    struct number first = number_round(x->a, low, x->grain, ROUND_DOWN);
    if (number_order(x->a, first, low) <= 0)
        first = number_add(x->a, first, x->grain);
    return number_order(x->a, first, high) < 0;
}

static bool may_be(const struct measured *x, struct number n)
{
    struct end at = {.at = n};
    return end_order(x->a, x->lies.low, at) <= 0 && end_order(x->a, x->lies.high, at) >= 0;
}

/* Whether a measure may be worse (`sign` -1), or better, than the level. */
static bool may_lie_beyond(const struct measured *x, struct number level, int sign)
{
    struct end at = {.at = level};
    return sign < 0 ? end_order(x->a, x->lies.low, at) < 0 : end_order(x->a, x->lies.high, at) > 0;
}

static const struct text no_measure = {"no measure lies there", 21};

/* --- levels ----------------------------------------------------------------------------------- */

struct levelled {
    struct covering *c;
    const struct criterion *k;
    const struct thresholds *t;
    struct measured x;
    size_t row;
    struct text by; /* ", case "S"", where there are several */
    int rising;     /* 1, or -1 where less is better */
};

static struct text level_words(const struct levelled *l, size_t i)
{
    return number_short_words(l->c->a, l->t->levels.at[i].score, NUMBER_DIGITS);
}

static struct cover_place *add_level(struct levelled *l, enum cover_kind kind, size_t i,
                                     struct text says)
{
    struct cover_place *p =
        cover_add(l->c, kind, l->k, l->t->levels.at[i].at, SAY(l->c->a, "{}{}", says, l->by));
    p->row = l->row;
    p->index = i;
    return p;
}

/* Where nothing lies worse than the first level, what is exactly at it has its score; but with
 * `below` that is another one. */
static void add_below_first(struct levelled *l)
{
    struct number first = l->t->levels.at[0].value;
    bool beyond = may_lie_beyond(&l->x, first, -l->rising);
    bool end = !beyond && !l->t->has_below && l->t->kind != LEVELS_STEPPED;
    struct cover_place *p =
        add_level(l, COVER_BELOW_FIRST, 0,
                  end ? SAY(l->c->a, "at level {}", level_words(l, 0)) : TEXT("below first level"));
    p->at_end = end;
    if (!beyond && !(end && may_be(&l->x, first)))
        p->out_of_reach = no_measure;
}

/* Where nothing lies between two levels, what is exactly at the better one is all that there is. */
static void add_between(struct levelled *l, size_t i)
{
    const struct level *at = &l->t->levels.at[i];
    struct number low = at[l->rising < 0].value, high = at[l->rising > 0].value;
    bool inside = may_lie_between(&l->x, low, high);
    struct text says =
        inside ? SAY(l->c->a, "between level {} and {}", level_words(l, i), level_words(l, i + 1))
               : SAY(l->c->a, "at level {}", level_words(l, i + 1));
    struct cover_place *p = add_level(l, COVER_BETWEEN, i, says);
    p->at_end = !inside;
    if (!inside && !may_be(&l->x, at[1].value))
        p->out_of_reach = no_measure;
}

/* From its level on, up to the next one. */
static void add_reached(struct levelled *l, size_t i)
{
    const struct level *at = &l->t->levels.at[i];
    bool last = i + 1 == l->t->levels.n;
    struct cover_place *p = add_level(
        l, COVER_REACHED, i,
        last ? SAY(l->c->a, "level {} or more", level_words(l, i))
             : SAY(l->c->a, "level {}, not {}", level_words(l, i), level_words(l, i + 1)));
    bool beyond = last ? may_lie_beyond(&l->x, at->value, l->rising)
                       : may_lie_between(&l->x, at[l->rising < 0].value, at[l->rising > 0].value);
    if (!beyond && !may_be(&l->x, at->value))
        p->out_of_reach = no_measure;
}

static void add_above_last(struct levelled *l)
{
    size_t last = l->t->levels.n - 1;
    struct number value = l->t->levels.at[last].value;
    bool end = !may_lie_beyond(&l->x, value, l->rising);
    struct cover_place *p = add_level(l, COVER_ABOVE_LAST, last,
                                      end ? SAY(l->c->a, "at level {}", level_words(l, last))
                                          : TEXT("above last level"));
    p->at_end = end;
    if (end && !may_be(&l->x, value))
        p->out_of_reach = no_measure;
}

/* A single level has no segment: it is reached or not. */
static void cover_levels(struct levelled *l)
{
    size_t n = l->t->levels.n;
    l->rising =
        number_order(l->x.a, l->t->levels.at[n - 1].value, l->t->levels.at[0].value) < 0 ? -1 : 1;
    add_below_first(l);
    if (l->t->kind == LEVELS_STEPPED || n == 1) {
        for (size_t i = 0; i < n; i++)
            add_reached(l, i);
        return;
    }
    for (size_t i = 0; i + 1 < n; i++)
        add_between(l, i);
    add_above_last(l);
}

/* --- bands ------------------------------------------------------------------------------------ */

/* As it is written, without the score behind it. */
static struct text band_words(struct covering *c, const struct band *b)
{
    struct text t = source_text(c->m->sources, b->at);
    while (t.n && t.at[t.n - 1] != ':')
        t.n--;
    t.n -= t.n > 0;
    return text_folded(c->a, t);
}

static void cover_bands(struct levelled *l)
{
    const struct bands *bands = &l->t->bands;
    struct number low = end_number(l->x.lies.low), high = end_number(l->x.lies.high);
    for (size_t i = 0; i < bands->n; i++) {
        const struct band *b = &bands->at[i];
        struct cover_place *p = cover_add(l->c, COVER_BAND, l->k, b->at,
                                          SAY(l->c->a, "in band {} ({}){}",
                                              number_short_words(l->c->a, b->score, NUMBER_DIGITS),
                                              band_words(l->c, b), l->by));
        p->row = l->row;
        p->index = i;
        if (!outcome_band_is_possible(l->c->a, bands, b, low, high))
            p->out_of_reach = no_measure;
    }
}

static void cover_thresholds(struct covering *c, const struct criterion *k)
{
    struct measured x = measured_of(c, k);
    for (size_t i = 0; i < k->thresholds.n; i++) {
        struct levelled l = {.c = c, .k = k, .t = k->thresholds.at[i], .x = x, .row = i};
        if (k->by)
            l.by = SAY(c->a, ", case {}", cover_words(c, k->by->rows.at[i].at));
        (k->scorer == SCORER_LEVELS ? cover_levels : cover_bands)(&l);
    }
}

/* --- steps ------------------------------------------------------------------------------------ */

static struct cover_place *add_step(struct covering *c, const struct criterion *k, size_t i,
                                    enum cover_kind kind, const char *what)
{
    const struct step *s = &k->steps.at[i];
    struct cover_place *p =
        cover_add(c, kind, k, s->at,
                  SAY(c->a, "step {} {}", number_short_words(c->a, s->number, 0), text_of(what)));
    p->index = i;
    return p;
}

/* A deadline is a place of its own where lateness takes something. */
static void cover_step(struct covering *c, const struct criterion *k, size_t i)
{
    const struct step *s = &k->steps.at[i];
    struct interval share =
        s->by_share ? range_in(c->a, c->m, s->done) : interval_from(number_of(0), number_of(1));
    struct end none = {.at = number_of(0)}, all = {.at = number_of(1)};
    struct cover_place *done = add_step(c, k, i, COVER_STEP_DONE, s->is_late ? "in time" : "done");
    if (end_order(c->a, share.high, all) < 0)
        done->out_of_reach = TEXT("the share is never all");
    if (s->is_late)
        add_step(c, k, i, COVER_STEP_LATE, "late");
    if (s->by_share)
        add_step(c, k, i, COVER_STEP_PART, "in part");
    struct cover_place *not_done = add_step(c, k, i, COVER_STEP_NOT_DONE, "not done");
    if (end_order(c->a, share.low, none) > 0)
        not_done->out_of_reach = TEXT("the share is never nothing");
    if (s->evidence == EVIDENCE_COUNTS)
        add_step(c, k, i, COVER_STEP_UNPROVEN, "without evidence");
    if (s->when)
        add_step(c, k, i, COVER_STEP_PASSED, "passed over");
}

void cover_scorer(struct covering *c, const struct criterion *k)
{
    switch (k->scorer) {
    case SCORER_LEVELS:
    case SCORER_BANDS:
        cover_thresholds(c, k);
        break;
    case SCORER_STEPS:
        for (size_t i = 0; i < k->steps.n; i++)
            cover_step(c, k, i);
        break;
    case SCORER_FORMULA: /* what it decides are branches */
        cover_add(c, COVER_SCORED, k, k->formula->at, TEXT("scored"));
        break;
    case SCORER_CHILDREN:
    case SCORER_NONE:
        break;
    }
}
