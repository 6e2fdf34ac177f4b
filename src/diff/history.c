/* One criterion through the years: from pair to pair. */
#include "diff/history.h"

#include "diff/comparing.h"

/* Aligned or not, the rules of a year have the same criteria in the same order. */
static const struct criterion *at_index(const struct model *m, const struct criterion *k)
{
    return k ? m->criteria.at[k->index] : NULL;
}

static void follow_back(struct history *h, const struct history_rules *rules, size_t from)
{
    for (size_t i = from; i > 0; i--) {
        const struct criterion *k = h->years.at[i].criterion;
        if (!k)
            continue;
        const struct pair *p = rules[i].diff->pair_of[NEWER][k->index];
        h->years.at[i].pair = p;
        h->years.at[i - 1].criterion = at_index(rules[i - 1].model, p->of[OLDER]);
    }
}

static void follow_on(struct history *h, const struct history_rules *rules, size_t from)
{
    for (size_t i = from + 1; i < h->years.n; i++) {
        const struct criterion *k = h->years.at[i - 1].criterion;
        if (!k)
            continue;
        const struct pair *p = rules[i].diff->pair_of[OLDER][k->index];
        h->years.at[i].pair = p;
        h->years.at[i].criterion = at_index(rules[i].model, p->of[NEWER]);
    }
}

/* The words of a year come from a comparison that it is in, with the one before or behind it; of a
 * single year, from one with itself. */
static void describe(struct arena *a, struct history *h, const struct history_rules *rules,
                     size_t i)
{
    struct history_year *y = &h->years.at[i];
    if (!y->criterion)
        return;
    y->share = model_shares(a, rules[i].model)[y->criterion->index];
    y->has_share = !number_is_over(y->share);
    bool first = !rules[i].diff;
    const struct diff *d = !first               ? rules[i].diff
                           : i + 1 < h->years.n ? rules[i + 1].diff
                                                : diff_models(a, rules[i].model, rules[i].model, 0);
    int side = first ? OLDER : NEWER;
    struct comparing c = {.d = (struct diff *)(uintptr_t)d, .a = a};
    c.k[side] = d->model[side]->criteria.at[y->criterion->index];
    y->scored = compare_scorer_words(&c, side);
}

struct history *history_of(struct arena *a, const struct history_rules *rules, size_t n,
                           struct text id)
{
    size_t last = n;
    while (last && !model_criterion(rules[last - 1].model, id))
        last--;
    if (!last)
        return NULL;
    const struct criterion *k = model_criterion(rules[last - 1].model, id);
    struct history *h = ARENA_NEW(a, struct history);
    *h = (struct history){.id = k->path, .title = k->title};
    for (size_t i = 0; i < n; i++)
        LIST_ADD(a, &h->years, (struct history_year){.rules = &rules[i]});
    h->years.at[last - 1].criterion = k;
    follow_back(h, rules, last - 1);
    follow_on(h, rules, last - 1);
    for (size_t i = 0; i < n; i++)
        describe(a, h, rules, i);
    return h;
}
