/* Units: what a number counts. */
#include "value/unit.h"

#include "base/list.h"

const struct dimension *dimension_of(struct arena *a, struct text name)
{
    struct unit_factor *f = ARENA_NEW(a, struct unit_factor);
    *f = (struct unit_factor){name, 1};
    struct dimension *d = ARENA_NEW(a, struct dimension);
    *d = (struct dimension){1, f};
    return d;
}

bool dimension_equal(const struct dimension *a, const struct dimension *b)
{
    if (!a || !b)
        return a == b;
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (a->factor[i].power != b->factor[i].power ||
            !text_equal(a->factor[i].name, b->factor[i].name))
            return false;
    return true;
}

const struct dimension *dimension_combine(struct arena *a, const struct dimension *x,
                                          const struct dimension *y, int sign)
{
    LIST_OF(struct unit_factor) f = {0};
    size_t i = 0, j = 0, n = x ? x->n : 0, m = y ? y->n : 0;
    while (i < n || j < m) {
        int order = i == n ? 1 : j == m ? -1 : text_order(x->factor[i].name, y->factor[j].name);
        struct unit_factor one =
            order <= 0 ? x->factor[i] : (struct unit_factor){y->factor[j].name, 0};
        if (order >= 0)
            one.power += sign * y->factor[j].power;
        i += order <= 0;
        j += order >= 0;
        if (one.power)
            LIST_ADD(a, &f, one);
    }
    if (!f.n)
        return NULL;
    struct dimension *d = ARENA_NEW(a, struct dimension);
    *d = (struct dimension){f.n, f.at};
    return d;
}

static void add_factors(struct buffer *b, const struct dimension *d, int sign)
{
    bool first = true;
    for (size_t i = 0; i < d->n; i++) {
        int power = d->factor[i].power * sign;
        if (power <= 0)
            continue;
        if (!first)
            buffer_add(b, TEXT(" times "));
        first = false;
        buffer_add(b, d->factor[i].name);
        if (power == 2)
            buffer_add(b, TEXT(" squared"));
        else if (power > 2) {
            buffer_add(b, TEXT(" to the power "));
            buffer_add_number(b, power);
        }
    }
}

struct text dimension_words(struct arena *a, const struct dimension *d)
{
    if (!d)
        return TEXT("a pure number");
    struct buffer b = buffer_in(a);
    bool above = false, below = false;
    for (size_t i = 0; i < d->n; i++)
        *(d->factor[i].power > 0 ? &above : &below) = true;
    if (above)
        add_factors(&b, d, 1);
    if (below) {
        buffer_add(&b, above ? TEXT(" per ") : TEXT("per "));
        add_factors(&b, d, -1);
    }
    return buffer_text(&b);
}
