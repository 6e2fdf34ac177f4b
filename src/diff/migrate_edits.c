/* Edits of a text: changes in place, and stretches that are taken out. */
#include <stdlib.h>

#include "diff/migrating.h"

static int by_place(const void *one, const void *other)
{
    const struct edit *x = one, *y = other;
    if (x->at.lo != y->at.lo)
        return x->at.lo < y->at.lo ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

void writing_cut(struct writing *w, uint32_t lo, uint32_t hi, struct text put)
{
    LIST_ADD(w->m->a, &w->cuts, (struct edit){{lo, hi}, put, w->m->edits.n + w->cuts.n});
}

struct text writing_stretch(const struct writing *w, uint32_t lo, uint32_t hi)
{
    return (struct text){w->at + (lo - w->base), hi - lo};
}

struct text writing_edited(struct writing *w, uint32_t lo, uint32_t hi)
{
    struct buffer b = buffer_in(w->m->a);
    uint32_t done = lo;
    for (size_t i = 0; i < w->m->edits.n; i++) {
        const struct edit *e = &w->m->edits.at[i];
        if (e->at.lo < done || e->at.hi > hi)
            continue;
        buffer_add(&b, writing_stretch(w, done, e->at.lo));
        buffer_add(&b, e->put);
        done = e->at.hi;
    }
    buffer_add(&b, writing_stretch(w, done, hi));
    return buffer_text(&b);
}

bool writing_is_empty(const struct writing *w, size_t group, bool *left)
{
    bool any = false;
    for (size_t i = group + 1; i < w->m->mentions->all.n; i++) {
        const struct mention *s = &w->m->mentions->all.at[i];
        if (s->inside != group)
            continue;
        if (s->kind == MENTION_GROUP ? !writing_is_empty(w, i, left) : w->m->fate[i] == FATE_STAYS)
            return false;
        *left = *left || w->m->fate[i] == FATE_LEFT;
        any = true;
    }
    return any;
}

struct writing writing_of(struct migrating *m)
{
    if (m->edits.n)
        qsort(m->edits.at, m->edits.n, sizeof *m->edits.at, by_place);
    return (struct writing){.m = m,
                            .at = m->s->content.at,
                            .base = m->s->base,
                            .end = m->s->base + (uint32_t)m->s->content.n};
}

struct text writing_text(struct writing *w)
{
    struct buffer b = buffer_in(w->m->a);
    uint32_t done = w->base;
    if (w->cuts.n)
        qsort(w->cuts.at, w->cuts.n, sizeof *w->cuts.at, by_place);
    for (size_t i = 0; i < w->cuts.n; i++) {
        const struct edit *c = &w->cuts.at[i];
        if (c->at.lo > done)
            buffer_add(&b, writing_edited(w, done, c->at.lo));
        buffer_add(&b, c->put);
        done = c->at.hi > done ? c->at.hi : done;
    }
    buffer_add(&b, writing_edited(w, done, w->end));
    return buffer_text(&b);
}
