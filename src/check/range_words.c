/* Ranges in words, for messages. */
#include "check/ranges.h"

static struct text bound_words(struct checker *c, struct end b, const struct expr *e, bool percent)
{
    const struct unit *u = e && e->unit && e->unit->dimension ? e->unit : NULL;
    struct number scale = percent ? number_ratio(1, 100) : u ? u->scale : number_of(1);
    struct text words = check_number_words(c, number_divide(c->a, b.at, scale));
    return percent ? SAY(c->a, "{}%", words) : u ? SAY(c->a, "{} {}", words, u->words) : words;
}

struct text range_words(struct checker *c, struct interval r, const struct expr *e, bool percent)
{
    struct text low = r.low.infinite ? TEXT("") : bound_words(c, r.low, e, percent);
    struct text high = r.high.infinite ? TEXT("") : bound_words(c, r.high, e, percent);
    if (interval_is_point(c->a, r))
        return SAY(c->a, "always {}", low);
    if (low.n && high.n)
        return SAY(c->a, "from {} to {}", low, high);
    return low.n    ? SAY(c->a, "at least {}", low)
           : high.n ? SAY(c->a, "at most {}", high)
                    : TEXT("anything");
}
