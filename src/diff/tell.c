/* What rules mean, property by property: the same walk as a comparison, that finds everything. */
#include <stdlib.h>

#include "diff/comparing.h"

static bool is_digit(struct text t, size_t i)
{
    return i < t.n && t.at[i] >= '0' && t.at[i] <= '9';
}

/* "1.9" before "1.10". */
static int natural_order(struct text x, struct text y)
{
    size_t i = 0, j = 0;
    while (i < x.n && j < y.n) {
        size_t m = 0, n = 0;
        while (is_digit(x, i + m))
            m++;
        while (is_digit(y, j + n))
            n++;
        int order = m && n && m != n ? (m > n) - (m < n)
                                     : text_order((struct text){x.at + i, m ? m : 1},
                                                  (struct text){y.at + j, n ? n : 1});
        if (order)
            return order;
        i += m ? m : 1;
        j += n ? n : 1;
    }
    return (x.n - i > y.n - j) - (x.n - i < y.n - j);
}

/* What has names and no order stands by its name; the rest as it is compared. */
static struct text sorted_by(const struct rule_change *c)
{
    bool named = c->side[NEWER].fact || c->side[NEWER].penalty;
    return named ? c->what : TEXT("");
}

static int by_criterion(const void *one, const void *other)
{
    const struct rule_change *x = *(struct rule_change *const *)one;
    const struct rule_change *y = *(struct rule_change *const *)other;
    const struct criterion *k = x->pair->of[NEWER], *l = y->pair->of[NEWER];
    int order = k == l ? 0 : !k->parent ? -1 : !l->parent ? 1 : natural_order(k->path, l->path);
    if (!order && x->side[NEWER].fact && y->side[NEWER].fact)
        order = text_order(sorted_by(x), sorted_by(y));
    if (!order && x->side[NEWER].penalty && y->side[NEWER].penalty)
        order = text_order(sorted_by(x), sorted_by(y));
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

struct diff *diff_tell(struct arena *a, const struct model *m)
{
    struct diff *d = ARENA_NEW(a, struct diff);
    *d = (struct diff){.arena = a, .model = {m, m}, .telling = true};
    diff_match(d);
    diff_compare(d);
    qsort(d->changes.at, d->changes.n, sizeof *d->changes.at, by_criterion);
    return d;
}
