/* Two lists side by side: what is the same thing in both. */
#include "diff/comparing.h"

struct pairing pairing_of(struct arena *a, size_t older, size_t newer)
{
    struct pairing p = {.n = {older, newer}};
    for (int side = 0; side < SIDES; side++) {
        p.with[side] = ARENA_ARRAY(a, size_t, p.n[side]);
        for (size_t i = 0; i < p.n[side]; i++)
            p.with[side][i] = NONE;
    }
    return p;
}

void pairing_join(struct pairing *p, size_t older, size_t newer)
{
    p->with[OLDER][older] = newer;
    p->with[NEWER][newer] = older;
}

/* Where a key stands among those that are left: its index, or TWICE. */
#define TWICE ((size_t)-2)

static struct map keys_left(const struct pairing *p, struct arena *a, int side,
                            const struct text *key, size_t *found)
{
    struct map m = map_in(a);
    for (size_t i = 0; i < p->n[side]; i++) {
        if (p->with[side][i] != NONE || !key[i].n)
            continue;
        size_t first = map_put(&m, key[i], i);
        found[first] = first == i ? i : TWICE;
    }
    return m;
}

void pairing_by_keys(struct pairing *p, struct arena *a, const struct text *older,
                     const struct text *newer)
{
    size_t *before = ARENA_ARRAY(a, size_t, p->n[OLDER]);
    size_t *after = ARENA_ARRAY(a, size_t, p->n[NEWER]);
    struct map old = keys_left(p, a, OLDER, older, before);
    struct map new = keys_left(p, a, NEWER, newer, after);
    for (size_t i = 0; i < p->n[OLDER]; i++) {
        size_t first, other;
        if (p->with[OLDER][i] != NONE || !older[i].n || !map_find(&old, older[i], &first) ||
            before[first] != i || !map_find(&new, older[i], &other) || after[other] != other)
            continue;
        pairing_join(p, i, other);
    }
}

/* The ends of the longest rising run so far, by its length; behind each its way back. */
void pairing_order(const struct pairing *p, struct arena *a, bool *stays)
{
    size_t n = p->n[OLDER], longest = 0;
    size_t *end = ARENA_ARRAY(a, size_t, n + 1), *back = ARENA_ARRAY(a, size_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        if (p->with[OLDER][i] == NONE)
            continue;
        size_t low = 0, high = longest;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (p->with[OLDER][end[middle]] < p->with[OLDER][i])
                low = middle + 1;
            else
                high = middle;
        }
        back[i] = low ? end[low - 1] : NONE;
        end[low] = i;
        longest = low == longest ? longest + 1 : longest;
    }
    for (size_t i = longest ? end[longest - 1] : NONE; i != NONE; i = back[i])
        stays[i] = true;
}
