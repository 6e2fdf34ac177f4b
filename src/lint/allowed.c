/* Lines `allow` that allow nothing.
 *
 * Of an amendment the same line counts twice: where it is written, and in the rules in full. */
#include <stdlib.h>

#include "base/allow.h"
#include "lint/linting.h"

static int by_address(const void *one, const void *other)
{
    uint32_t x = *(const uint32_t *)one, y = *(const uint32_t *)other;
    return (x > y) - (x < y);
}

struct addresses {
    LIST_OF(uint32_t) all; /* rising */
};

/* Where those that allow something are really written. */
static void find_used(struct linting *l, struct addresses *used)
{
    for (size_t code = 0; code < DIAG_CODES; code++)
        for (size_t i = 0; i < l->d->allows->of[code].n; i++) {
            const struct allow *one = &l->d->allows->of[code].at[i];
            if (one->used)
                LIST_ADD(l->a, &used->all, source_real(l->d->sources, one->at).lo);
        }
    if (used->all.n)
        qsort(used->all.at, used->all.n, sizeof *used->all.at, by_address);
}

static bool is_ours(const struct linting *l, struct span at)
{
    const struct source *file = source_of(l->d->sources, at);
    for (size_t i = 0; i < l->rules->files; i++)
        if (l->rules->file[i] == file)
            return true;
    return false;
}

/* All of its line where it stands alone, with the line end; else with the blanks before it. */
static struct span line_of(struct linting *l, struct span at)
{
    const struct source *s = source_of(l->d->sources, at);
    size_t lo = at.lo - s->base, hi = at.hi - s->base;
    while (lo && (s->content.at[lo - 1] == ' ' || s->content.at[lo - 1] == '\t'))
        lo--;
    bool alone = !lo || s->content.at[lo - 1] == '\n';
    if (alone && hi < s->content.n && s->content.at[hi] == '\r')
        hi++;
    if (alone && hi < s->content.n && s->content.at[hi] == '\n')
        return source_span(s, lo, hi + 1);
    return alone ? at : source_span(s, lo, at.hi - s->base);
}

static void say(struct linting *l, const struct allow *one)
{
    struct diag *g = DIAG_ADD(l->d, K1062, one->at, one->word);
    diag_help(g, TEXT("delete the line"));
    diag_fix(g, line_of(l, one->at), TEXT(""));
}

void lint_allows(struct linting *l)
{
    struct addresses used = {0};
    if (!l->d->allows)
        return;
    find_used(l, &used);
    for (size_t code = 0; code < DIAG_CODES; code++)
        for (size_t i = 0; i < l->d->allows->of[code].n; i++) {
            const struct allow *one = &l->d->allows->of[code].at[i];
            bool counts = one->used || code == K1062 || !is_ours(l, one->at);
            if (!counts && !(used.all.n && bsearch(&one->at.lo, used.all.at, used.all.n,
                                                   sizeof *used.all.at, by_address)))
                say(l, one);
        }
}
