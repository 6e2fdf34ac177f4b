/* What rules allow themselves. */
#include "base/allow.h"

#include <stdint.h>

#define NOT_INSIDE SIZE_MAX

static bool lies_within(struct span at, struct span outer)
{
    return outer.lo <= at.lo && at.lo < outer.hi && at.hi <= outer.hi;
}

/* Whether the stretch `a` comes before `b`: it begins earlier, or goes on for longer. */
static bool comes_before(struct span a, struct span b)
{
    return a.lo < b.lo || (a.lo == b.lo && a.hi > b.hi);
}

/* The innermost one around a stretch, of those before number `i`. */
static size_t around(const struct allow *one, size_t i, struct span within)
{
    size_t outer = i ? i - 1 : NOT_INSIDE;
    while (outer != NOT_INSIDE && !lies_within(within, one[outer].within))
        outer = one[outer].around;
    return outer;
}

/* They come in the order of their files, and files nearly in the order of their addresses: so there
 * is hardly ever anything to move. */
const struct allow *allows_add(struct diags *d, struct allow added)
{
    if (!d->allows)
        d->allows = ARENA_NEW(d->arena, struct allows);
    struct allow **one = &d->allows->of[added.code].at;
    size_t n = d->allows->of[added.code].n, i = n;
    while (i && comes_before(added.within, (*one)[i - 1].within))
        i--;
    if (i && (*one)[i - 1].within.lo == added.within.lo &&
        (*one)[i - 1].within.hi == added.within.hi)
        return &(*one)[i - 1];
    LIST_ADD(d->arena, &d->allows->of[added.code], added);
    for (size_t j = n; j > i; j--)
        (*one)[j] = (*one)[j - 1];
    (*one)[i] = added;
    for (size_t j = i; j <= n; j++)
        (*one)[j].around = around(*one, j, (*one)[j].within);
    return NULL;
}

/* The innermost one around a place. */
static struct allow *covering(struct allows *all, enum diag_code code, struct span at)
{
    struct allow *one = all->of[code].at;
    size_t low = 0, high = all->of[code].n; /* those before `low` begin at or before the place */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (one[middle].within.lo <= at.lo)
            low = middle + 1;
        else
            high = middle;
    }
    size_t found = around(one, low, at);
    return found == NOT_INSIDE ? NULL : &one[found];
}

bool allows_cover(struct diags *d, enum diag_code code, struct span at)
{
    if (!allows_name(d, code) || span_is_nowhere(at))
        return false;
    struct allow *here = covering(d->allows, code, at);
    struct allow *origin = covering(d->allows, code, source_real(d->sources, at));
    if (here)
        here->used = true;
    if (origin)
        origin->used = true;
    return here || origin;
}

bool allows_name(const struct diags *d, enum diag_code code)
{
    return d->allows && d->allows->of[code].n;
}
