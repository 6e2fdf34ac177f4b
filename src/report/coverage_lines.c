/* Which places stand on which line of which file. */
#include "report/coverage_lines.h"

#include <stdlib.h>

struct standing {
    const struct source *file;
    size_t line, order;
    const struct criterion *begins; /* NULL: a place, number `order` */
};

static int by_line(const void *one, const void *other)
{
    const struct standing *x = one, *y = other;
    if (x->file != y->file)
        return x->file->index < y->file->index ? -1 : 1;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* `seen` by test: the number of the line, from 1, in which it was counted last. */
static void count(const struct coverage *c, struct covered_line *l, size_t *seen, size_t number)
{
    size_t most = 0;
    for (size_t i = 0; i < l->n; i++) {
        const struct cover_place *p = &c->places.at[l->place[i]];
        cover_count_add(&l->count, p);
        most = p->times > most ? p->times : most;
        for (size_t j = 0; j < p->tests.n; j++) {
            size_t *last = &seen[p->tests.at[j]];
            l->tests += *last != number;
            *last = number;
        }
    }
    l->tests = most > l->tests ? most : l->tests; /* where not all of them are named */
}

static struct standing standing_at(const struct coverage *c, struct span at, size_t order)
{
    struct sources *sources = c->model->sources;
    struct place where = source_place(sources, source_real(sources, at).lo);
    return (struct standing){where.source, where.line, order, NULL};
}

/* Places, and behind them where criteria begin; the whole begins nowhere in particular. */
static struct standing *standings_of(struct arena *a, const struct coverage *c, size_t *n)
{
    const struct model *m = c->model;
    struct standing *at = ARENA_ARRAY(a, struct standing, c->places.n + m->criteria.n);
    *n = 0;
    for (size_t i = 0; i < c->places.n; i++, ++*n)
        at[*n] = standing_at(c, c->places.at[i].at, i);
    for (size_t i = 1; i < m->criteria.n; i++, ++*n) {
        at[*n] = standing_at(c, m->criteria.at[i]->at, *n);
        at[*n].begins = m->criteria.at[i];
    }
    if (*n)
        qsort(at, *n, sizeof *at, by_line);
    return at;
}

struct covered_lines *covered_lines_of(struct arena *a, const struct coverage *c)
{
    struct covered_lines *lines = ARENA_NEW(a, struct covered_lines);
    size_t n, places = 0;
    const struct standing *at = standings_of(a, c, &n);
    size_t *place = ARENA_ARRAY(a, size_t, c->places.n), *seen = ARENA_ARRAY(a, size_t, c->tests.n);
    for (size_t i = 0; i < n;) {
        struct covered_line l = {.file = at[i].file, .line = at[i].line, .place = place + places};
        for (; i < n && at[i].file == l.file && at[i].line == l.line; i++) {
            if (at[i].begins)
                l.begins = at[i].begins;
            else
                place[places + l.n++] = at[i].order;
        }
        places += l.n;
        count(c, &l, seen, lines->all.n + 1);
        LIST_ADD(a, &lines->all, l);
    }
    return lines;
}
