/* Where more brings nothing, and where a little more brings much. */
#include "lint/linting.h"

static struct text words_of(struct linting *l, struct number n)
{
    unsigned places;
    return number_words(l->a, n, number_decimals(l->a, n, DECIMALS, &places) ? places : 4);
}

static void look_at_jump(struct linting *l, const struct criterion *k, struct span at,
                         struct number from, struct number to)
{
    struct number jump = number_subtract(l->a, to, from);
    if (number_is_over(k->low) || number_is_over(k->high))
        return;
    jump = number_sign(jump) < 0 ? number_negate(l->a, jump) : jump;
    struct number half =
        number_multiply(l->a, number_subtract(l->a, k->high, k->low), number_ratio(1, 2));
    if (number_order(l->a, jump, half) > 0)
        diag_help(DIAG_ADD(l->d, K1066, at, words_of(l, from), words_of(l, to)),
                  TEXT("who just misses it loses as much: more bands, or levels that are not "
                       "`stepped`, are milder"));
}

/* --- bands ------------------------------------------------------------------------------------ */

/* Nothing lies between them. */
static bool touch(struct linting *l, const struct band *b, const struct band *next)
{
    return b->has_high && next->has_low && number_equal(l->a, b->high, next->low) &&
           (b->high_closed || next->low_closed);
}

static void look_at_bands(struct linting *l, const struct criterion *k, const struct bands *bands)
{
    const struct band *before = NULL;
    for (size_t i = 0; i < bands->n; i++) {
        const struct band *b = &bands->at[i];
        if (b->otherwise)
            continue;
        bool touches = before && touch(l, before, b);
        if (touches && number_equal(l->a, before->score, b->score)) {
            struct diag *g = DIAG_ADD(
                l->d, K1065, b->at,
                SAY(l->a, "this band and the one below it give {}", words_of(l, b->score)));
            diag_label(l->d, g, before->at, TEXT("the one below"));
            diag_help(g, TEXT("write one band for both, or mend the score"));
        } else if (touches) {
            look_at_jump(l, k, b->at, before->score, b->score);
        }
        before = b;
    }
}

/* --- levels ----------------------------------------------------------------------------------- */

/* Between the first level and the last, what the floor gives or the cap takes. */
static void look_at_bounds(struct linting *l, const struct criterion *k, const struct thresholds *t)
{
    for (size_t i = 1; i < t->levels.n; i++) {
        const struct level *from = &t->levels.at[i - 1], *to = &t->levels.at[i];
        bool below = k->has_floor && number_order(l->a, to->score, k->floor) <= 0;
        bool above = k->has_cap && number_order(l->a, from->score, k->cap) >= 0;
        if (!below && !above)
            continue;
        struct text says =
            SAY(l->a, "level {} is not {} the {} {}", words_of(l, below ? to->score : from->score),
                text_of(below ? "above" : "below"), text_of(below ? "floor" : "cap"),
                words_of(l, below ? k->floor : k->cap));
        struct diag *g = DIAG_ADD(l->d, K1065, to->at, says);
        diag_label(l->d, g, below ? k->floor_at : k->cap_at,
                   text_of(below ? "the floor" : "the cap"));
    }
}

static void look_at_steps(struct linting *l, const struct criterion *k, const struct thresholds *t)
{
    struct number before = t->has_below ? t->below : t->levels.at[0].score;
    for (size_t i = 0; i < t->levels.n; i++) {
        look_at_jump(l, k, t->levels.at[i].at, before, t->levels.at[i].score);
        before = t->levels.at[i].score;
        if (t->kind != LEVELS_STEPPED)
            return; /* only below the first one there is a step */
    }
}

void lint_slopes(struct linting *l)
{
    for (size_t i = 0; i < l->m->criteria.n; i++) {
        const struct criterion *k = l->m->criteria.at[i];
        for (size_t j = 0; j < k->thresholds.n; j++) {
            const struct thresholds *t = k->thresholds.at[j];
            look_at_bands(l, k, &t->bands);
            if (!t->levels.n)
                continue;
            look_at_bounds(l, k, t);
            look_at_steps(l, k, t);
        }
    }
}
