/* Fixes, applied to a text: from its beginning on, each where none is yet. */
#include "lint/fix.h"

#include "base/buffer.h"

struct fixes {
    LIST_OF(const struct diag *) all; /* by place */
};

/* Insertion sort: there are at most so many as problems are kept. */
static void find_fixes(struct arena *a, struct fixes *f, const struct diags *d,
                       const struct source *s)
{
    for (size_t i = 0; i < d->all.n; i++) {
        const struct diag *g = d->all.at[i];
        if (span_is_nowhere(g->fix_at) || source_of(d->sources, g->fix_at) != s)
            continue;
        LIST_ADD(a, &f->all, g);
        size_t j = f->all.n - 1;
        for (; j && f->all.at[j - 1]->fix_at.lo > g->fix_at.lo; j--)
            f->all.at[j] = f->all.at[j - 1];
        f->all.at[j] = g;
    }
}

size_t lint_fix(struct arena *a, const struct diags *d, const struct source *s, struct text *mended)
{
    struct fixes f = {0};
    struct buffer b = buffer_in(a);
    size_t n = 0;
    uint32_t done = s->base;
    find_fixes(a, &f, d, s);
    if (!f.all.n)
        return 0;
    buffer_add(&b, (struct text){s->bytes.at, s->bytes.n - s->content.n}); /* the mark */
    for (size_t i = 0; i < f.all.n; i++) {
        const struct diag *g = f.all.at[i];
        if (g->fix_at.lo < done || (n && g->fix_at.lo == done))
            continue;
        buffer_add(&b, (struct text){s->content.at + (done - s->base), g->fix_at.lo - done});
        buffer_add(&b, g->fix);
        done = g->fix_at.hi;
        n++;
    }
    buffer_add(&b, text_after(s->content, done - s->base));
    *mended = buffer_text(&b);
    return n;
}
