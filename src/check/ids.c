/* The ids of criteria, for messages. */
#include "check/model.h"

static bool is_numeral(struct text t)
{
    for (size_t i = 0; i < t.n; i++)
        if (t.at[i] != '.' && (t.at[i] < '0' || t.at[i] > '9'))
            return false;
    return t.n > 0;
}

/* Up to the first point: of 7.12, 7. */
static struct text chapter(struct text id)
{
    size_t n = 0;
    while (n < id.n && id.at[n] != '.')
        n++;
    return (struct text){id.at, n};
}

static bool is_listed(const struct criterion *k, const struct text *of_chapter)
{
    return k->height != HEIGHT_PART && (!of_chapter || text_equal(chapter(k->id), *of_chapter));
}

static size_t count(const struct model *m, const struct text *of_chapter)
{
    size_t n = 0;
    for (size_t i = 1; i < m->criteria.n; i++)
        n += is_listed(m->criteria.at[i], of_chapter);
    return n;
}

struct text model_ids_instead(struct arena *a, const struct model *m, struct text wanted)
{
    enum { NAMED = 12 };
    if (!is_numeral(wanted))
        return (struct text){0};
    struct text same = chapter(wanted);
    const struct text *of_chapter = count(m, &same) ? &same : NULL;
    size_t all = count(m, of_chapter), named = 0;
    struct buffer b = buffer_in(a);
    buffer_add(&b, of_chapter ? SAY(a, "those of {} are ", same) : TEXT("there are "));
    for (size_t i = 1; i < m->criteria.n && named < NAMED; i++) {
        if (!is_listed(m->criteria.at[i], of_chapter))
            continue;
        buffer_add(&b, SAY(a, "{}`{}`", text_of(named ? ", " : ""), m->criteria.at[i]->id));
        named++;
    }
    if (all > named)
        buffer_add(&b, SAY(a, " and {} more", text_number(a, (long long)(all - named))));
    return buffer_text(&b);
}
