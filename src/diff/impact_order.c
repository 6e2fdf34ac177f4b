/* What follows from all offices: their order, and how the differences are distributed. */
#include <string.h>

#include "diff/impact.h"

bool impact_mark_changes(const struct office *o)
{
    for (enum mark mark = 0; o->state == OFFICE_KNOWN && mark < MARKS; mark++) {
        const struct band *from = o->total[OLDER].mark[mark], *to = o->total[NEWER].mark[mark];
        if (!from != !to || (from && !text_equal(from->name, to->name)))
            return true;
    }
    return false;
}

/* Merge sort, stable: there may be many. */
typedef int compare(struct arena *a, const struct office *x, const struct office *y);

static void sort(struct arena *a, const struct office **o, size_t n, compare *order)
{
    const struct office **other = ARENA_ARRAY(a, const struct office *, n);
    for (size_t width = 1; width < n; width *= 2) {
        for (size_t from = 0; from < n; from += 2 * width) {
            size_t middle = from + width < n ? from + width : n,
                   to = middle + width < n ? middle + width : n;
            size_t i = from, k = middle;
            for (size_t out = from; out < to; out++) {
                bool left = i < middle && (k >= to || order(a, o[i], o[k]) <= 0);
                other[out] = left ? o[i++] : o[k++];
            }
        }
        memcpy(o, other, n * sizeof *o);
    }
}

static int by_difference(struct arena *a, const struct office *x, const struct office *y)
{
    return number_order(a, x->by, y->by);
}

static int by_effect(struct arena *a, const struct office *x, const struct office *y)
{
    int marks = impact_mark_changes(y) - impact_mark_changes(x);
    int state = (int)x->state - (int)y->state;
    if (state || marks)
        return state ? state : marks;
    return x->state == OFFICE_KNOWN ? by_difference(a, x, y) : 0;
}

static const struct office **copy_of(struct arena *a, const struct impact *m)
{
    const struct office **o = ARENA_ARRAY(a, const struct office *, m->offices.n);
    for (size_t i = 0; i < m->offices.n; i++)
        o[i] = m->offices.at[i];
    return o;
}

const struct office **impact_order(struct arena *a, const struct impact *m)
{
    const struct office **o = copy_of(a, m);
    sort(a, o, m->offices.n, by_effect);
    return o;
}

/* The known ones by rising difference; their number goes to `*n`. */
static const struct office **known_by_difference(struct arena *a, const struct impact *m, size_t *n)
{
    const struct office **o = copy_of(a, m);
    *n = 0;
    for (size_t i = 0; i < m->offices.n; i++)
        if (o[i]->state == OFFICE_KNOWN)
            o[(*n)++] = o[i];
    sort(a, o, *n, by_difference);
    return o;
}

struct distribution impact_distribution(struct arena *a, const struct impact *m)
{
    struct distribution d = {.mean = number_of(0)};
    const struct office **o = known_by_difference(a, m, &d.n);
    if (!d.n)
        return d;
    for (size_t i = 0; i < d.n; i++) {
        int sign = number_sign(o[i]->by);
        ++*(sign > 0 ? &d.gain : sign < 0 ? &d.lose : &d.stay);
        d.mean = number_add(a, d.mean, impact_rounded(a, o[i]->by));
    }
    d.mean = number_divide(a, d.mean, number_of((long long)d.n));
    d.least = o[0]->by;
    d.greatest = o[d.n - 1]->by;
    d.median = number_divide(a, number_add(a, o[(d.n - 1) / 2]->by, o[d.n / 2]->by), number_of(2));
    return d;
}
