/* Bands over everything that can be between two ends. */
#include "eval/run.h"

/* How far bands cover what can be, from below: up to `at`, or that included. */
struct reach {
    struct number at; /* over: nothing is bounded yet, and nothing covered */
    bool included;
};

static int order_ends(struct arena *a, struct number x, bool x_behind, struct number y,
                      bool y_behind)
{
    int order = number_order(a, x, y);
    return order ? order : (int)x_behind - (int)y_behind;
}

bool band_is_between(struct arena *a, const struct band *b, struct number low, struct number high)
{
    bool under = b->has_high && !number_is_over(low) &&
                 order_ends(a, b->high, b->high_closed, low, false) <= 0;
    bool above = b->has_low && !number_is_over(high) &&
                 order_ends(a, b->low, !b->low_closed, high, true) >= 0;
    return !under && !above;
}

bool bands_cover_all(struct arena *a, const struct bands *bands, struct number low,
                     struct number high)
{
    struct reach r = {low, false};
    for (size_t i = 0; i < bands->n; i++) {
        const struct band *b = &bands->at[i];
        if (b->otherwise || !band_is_between(a, b, low, high))
            continue;
        if (b->has_low &&
            (number_is_over(r.at) || order_ends(a, b->low, !b->low_closed, r.at, r.included) > 0))
            return false;
        if (!b->has_high)
            return true;
        r = (struct reach){b->high, b->high_closed};
    }
    return !number_is_over(r.at) && !number_is_over(high) &&
           order_ends(a, r.at, r.included, high, true) >= 0;
}
