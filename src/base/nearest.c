/* The closest name, for "did you mean".
 *
 * Optimal string alignment distance over code points: insertions, deletions, changes and swaps of
 * neighbours. */
#include "base/nearest.h"

#include "base/limits.h"

enum { LONGEST = 64 };

static size_t points(struct text t, uint32_t out[LONGEST])
{
    size_t n = 0;
    for (size_t i = 0; i < t.n && n < LONGEST;) {
        uint32_t p = text_next(t, &i);
        out[n++] = p >= 'A' && p <= 'Z' ? p + ('a' - 'A') : p;
    }
    return n;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t distance(struct text a, struct text b, size_t *longer, size_t *steps)
{
    uint32_t p[LONGEST], q[LONGEST];
    size_t n = points(a, p), m = points(b, q), row[3][LONGEST + 1] = {{0}};
    *longer = n > m ? n : m;
    *steps += (n + 1) * (m + 1);
    for (size_t j = 0; j <= m; j++)
        row[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *now = row[i % 3], *last = row[(i + 2) % 3], *before = row[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= m; j++) {
            now[j] = least(least(last[j], now[j - 1]) + 1, last[j - 1] + (p[i - 1] != q[j - 1]));
            if (i > 1 && j > 1 && p[i - 1] == q[j - 2] && p[i - 2] == q[j - 1])
                now[j] = least(now[j], before[j - 2] + 1);
        }
    }
    return row[n % 3][m];
}

struct nearest nearest_to(struct text wanted)
{
    return (struct nearest){.wanted = wanted, .distance = (size_t)-1};
}

void nearest_offer(struct nearest *n, struct text candidate)
{
    if (n->steps > NEAREST_STEPS || n->wanted.n > 4 * LONGEST || candidate.n > 4 * LONGEST)
        return;
    size_t longer, d = distance(n->wanted, candidate, &longer, &n->steps);
    size_t allowed = longer < 3 ? 1 : longer / 3;
    if (d <= allowed && d < longer && d < n->distance) {
        n->best = candidate;
        n->distance = d;
    }
}
