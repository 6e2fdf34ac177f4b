/* Rules of another year, read as if they were for the year that they are compared with. */
#include "diff/align.h"

#include "syntax/copy.h"

struct aligning {
    long months;
    enum era era;
};

long align_months(const struct model *older, const struct model *newer)
{
    int from[3], to[3];
    if (!older->has_period || !newer->has_period)
        return 0;
    date_parts(older->first, &from[0], &from[1], &from[2]);
    date_parts(newer->first, &to[0], &to[1], &to[2]);
    return from[2] == to[2] ? (long)(to[0] - from[0]) * 12 + to[1] - from[1] : 0;
}

static struct text moved(struct arena *a, struct text written, const struct aligning *how)
{
    struct date d;
    struct month m;
    switch (date_read(written, how->era, false, &d, &m, NULL)) {
    case DATE_DAY:
        return date_add_months(d, -how->months, MONTHS_CLIPPED, &d) ? date_words(a, d, how->era)
                                                                    : written;
    case DATE_MONTH:
        return month_add(m, -how->months, &m) ? month_words(a, m, how->era) : written;
    case DATE_NONE:
    case DATE_IMPOSSIBLE:
        break;
    }
    return written;
}

static struct node *align_node(void *user, struct arena *a, const struct node *n)
{
    struct node *copy;
    switch ((unsigned)n->kind) {
    case NODE_cite:
    case NODE_calendar:
        return (struct node *)(uintptr_t)n;
    case NODE_date:
        copy = node_twin(a, n);
        copy->date.text = moved(a, n->date.text, user);
        return copy;
    case NODE_month:
        copy = node_twin(a, n);
        copy->month.text = moved(a, n->month.text, user);
        return copy;
    default:
        return NULL;
    }
}

struct tree *align_tree(struct arena *a, const struct tree *t, long months)
{
    struct aligning how = {months, ERA_CE};
    for (size_t i = 0; i < t->root->file.items.n; i++) {
        const struct node *item = t->root->file.items.at[i];
        if (item->kind == NODE_era && text_equal(item->era.name->word.text, TEXT("BE")))
            how.era = ERA_BE;
    }
    struct tree *copy = ARENA_NEW(a, struct tree);
    *copy = *t;
    copy->root = node_copy(a, t->root, align_node, &how);
    return copy;
}

struct date align_written(struct date d, long months)
{
    struct date written;
    return date_add_months(d, months, MONTHS_CLIPPED, &written) ? written : d;
}
