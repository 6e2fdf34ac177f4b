/* Bands one unit off, and ends that belong to the band beyond; of a scorer, and of lights and
 * grades. */
#include "mutate/making.h"

struct ends { /* what the figures of a list of bands are */
    const struct criterion *k;
    bool of_score; /* lights and grades: of scores, not of the measure */
    enum mark mark;
};

static struct number scale_of(const struct ends *e)
{
    return e->of_score ? number_of(1) : measure_scale(e->k);
}

static struct text words_of(struct arena *a, const struct ends *e, struct number n)
{
    return e->of_score ? number_short_words(a, n, DECIMALS) : measure_words(a, e->k, n);
}

static struct text band_words(struct arena *a, const struct ends *e, const struct band *b)
{
    if (!e->of_score)
        return SAY(a, "a band of {}", mutant_of_words(e->k));
    return SAY(a, "the {} {} of {}", mark_noun(e->mark), b->name, mutant_of_words(e->k));
}

static bool is_end(struct arena *a, const struct band *b, struct number at, bool low)
{
    return low ? b->has_low && number_equal(a, b->low, at)
               : b->has_high && number_equal(a, b->high, at);
}

/* Some end of the list lies from `from` to `to`, `from` not included. */
static bool jumps(struct arena *a, const struct bands *bands, struct number from, struct number to)
{
    struct number low = number_least(a, from, to), high = number_most(a, from, to);
    for (size_t i = 0; i < bands->n; i++)
        for (int side = 0; side < 2; side++) {
            const struct band *b = &bands->at[i];
            struct number end = side ? b->low : b->high;
            if ((side ? b->has_low : b->has_high) && !number_equal(a, end, from) &&
                number_order(a, low, end) <= 0 && number_order(a, end, high) <= 0)
                return true;
        }
    return false;
}

/* Every band that ends there, or begins there, does so somewhere else. */
static void move_end(struct maker *mk, const struct ends *e, const struct bands *bands,
                     const struct band *of, struct number from, struct number by)
{
    struct number to = number_add(mk->a, from, by);
    struct mutant x = mutant_begin(mk, OPERATOR_BAND, of->at);
    if (jumps(mk->a, bands, from, to))
        return;
    for (size_t i = 0; i < bands->n; i++) {
        if (is_end(mk->a, &bands->at[i], from, true))
            mutant_patch(mk, &x, &bands->at[i].low, &to, sizeof to);
        if (is_end(mk->a, &bands->at[i], from, false))
            mutant_patch(mk, &x, &bands->at[i].high, &to, sizeof to);
    }
    mutant_end(mk, x,
               SAY(mk->a,
                   is_end(mk->a, of, from, true) ? "{} begins at {} instead of {}"
                                                 : "{} ends at {} instead of {}",
                   band_words(mk->a, e, of), words_of(mk->a, e, to), words_of(mk->a, e, from)));
}

/* Exactly there, the other band counts.  Where a band is that one figure alone, or nothing ends or
 * begins on the other side, there is no other. */
static void turn_edge(struct maker *mk, const struct ends *e, const struct bands *bands,
                      const struct band *of, struct number at)
{
    struct mutant x = mutant_begin(mk, OPERATOR_EDGE, of->at);
    for (size_t i = 0; i < bands->n; i++) {
        const struct band *b = &bands->at[i];
        bool low = is_end(mk->a, b, at, true), high = is_end(mk->a, b, at, false);
        bool low_turned = !b->low_closed, high_turned = !b->high_closed;
        if (low && high)
            return;
        if (low)
            mutant_patch(mk, &x, &b->low_closed, &low_turned, sizeof low_turned);
        if (high)
            mutant_patch(mk, &x, &b->high_closed, &high_turned, sizeof high_turned);
    }
    mutant_end(mk, x,
               SAY(mk->a, "exactly {} is on the other side of the end of {}",
                   words_of(mk->a, e, at), band_words(mk->a, e, of)));
}

/* Where two bands meet is one place. */
static bool was_met(struct arena *a, const struct bands *bands, size_t before, struct number at)
{
    for (size_t i = 0; i < before; i++)
        if (is_end(a, &bands->at[i], at, true) || is_end(a, &bands->at[i], at, false))
            return true;
    return false;
}

static void make_end(struct maker *mk, const struct ends *e, const struct bands *bands,
                     const struct band *b, struct number at)
{
    struct number unit = unit_of_number(mk->a, at, scale_of(e));
    struct number grain =
        e->of_score ? number_places(mk->a, e->k->show_score.places) : measure_grain(mk->a, e->k);
    move_end(mk, e, bands, b, at, unit);
    move_end(mk, e, bands, b, at, number_negate(mk->a, unit));
    if (number_order(mk->a, grain, unit) < 0) {
        move_end(mk, e, bands, b, at, grain);
        move_end(mk, e, bands, b, at, number_negate(mk->a, grain));
    }
    turn_edge(mk, e, bands, b, at);
}

static void make_list(struct maker *mk, const struct ends *e, const struct bands *bands)
{
    for (size_t i = 0; i < bands->n; i++) {
        const struct band *b = &bands->at[i];
        if (b->has_low && !was_met(mk->a, bands, i, b->low))
            make_end(mk, e, bands, b, b->low);
        bool point = b->has_low && b->has_high && number_equal(mk->a, b->low, b->high);
        if (b->has_high && !point && !was_met(mk->a, bands, i, b->high))
            make_end(mk, e, bands, b, b->high);
    }
}

static void make_result(struct maker *mk, const struct criterion *k, const struct band *b, int sign)
{
    struct number unit = unit_of_number(mk->a, b->score, number_of(1));
    struct number score = number_add(mk->a, b->score, sign > 0 ? unit : number_negate(mk->a, unit));
    if (number_order(mk->a, score, k->low) < 0 || number_order(mk->a, score, k->high) > 0)
        return;
    mutant_number(mk, OPERATOR_RESULT, b->at, &b->score, score,
                  SAY(mk->a, "a band of {} gives {} instead of {}", mutant_of_words(k),
                      number_short_words(mk->a, score, DECIMALS),
                      number_short_words(mk->a, b->score, DECIMALS)));
}

void make_bands(struct maker *mk, const struct criterion *k)
{
    struct ends e = {k, false, MARKS};
    for (size_t i = 0; k->scorer == SCORER_BANDS && i < k->thresholds.n; i++) {
        const struct bands *bands = &k->thresholds.at[i]->bands;
        make_list(mk, &e, bands);
        for (size_t j = 0; j < bands->n; j++) {
            make_result(mk, k, &bands->at[j], 1);
            make_result(mk, k, &bands->at[j], -1);
        }
    }
}

/* `status` stands for all that have no other: it is made wrong once, where it is met first. */
void make_marks(struct maker *mk, const struct criterion *k)
{
    for (enum mark mark = 0; mark < MARKS; mark++) {
        struct ends e = {k, true, mark};
        const struct bands *bands = k->marks[mark];
        bool met = !bands;
        for (size_t i = 0; !met && i < k->index; i++)
            met = mk->m->criteria.at[i]->marks[mark] == bands;
        if (met)
            continue;
        mk->wide = true;
        make_list(mk, &e, bands);
        mk->wide = false;
    }
}
