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

/* The head, facts, the criterion itself, its penalties, words. */
enum rank { HEAD, FACTS, ITSELF, PENALTIES, WORDS };

static enum rank rank_of(const struct rule_change *c)
{
    bool head = c->kind == DIFF_RENAMED || c->kind == DIFF_PERIOD || c->kind == DIFF_CALENDAR;
    return c->side[NEWER].fact        ? FACTS
           : c->side[NEWER].penalty   ? PENALTIES
           : c->kind == DIFF_REWORDED ? WORDS
           : head                     ? HEAD
                                      : ITSELF;
}

/* What has a name and no order stands by its name, the rest as it is compared. */
static int by_criterion(const void *one, const void *other)
{
    const struct rule_change *x = *(struct rule_change *const *)one;
    const struct rule_change *y = *(struct rule_change *const *)other;
    const struct criterion *k = x->pair->of[NEWER], *l = y->pair->of[NEWER];
    enum rank rank = rank_of(x);
    int order = k == l       ? (rank > rank_of(y)) - (rank < rank_of(y))
                : !k->parent ? -1
                : !l->parent ? 1
                             : natural_order(k->path, l->path);
    if (!order && rank != HEAD && rank != ITSELF) {
        order = text_order(x->what, y->what);
        order = order ? order : text_order(x->side[NEWER].says, y->side[NEWER].says);
    }
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
