/* What names in records mean: first what `columns` says, then the paths of facts, then the usual
 * names of the office. */
#include "check/columns.h"

const struct columns *columns_plain(struct arena *a)
{
    struct columns *c = ARENA_NEW(a, struct columns);
    c->by_name = c->groups = map_in(a);
    return c;
}

static bool is_id(const struct columns *c, struct text path)
{
    if (c->id.n)
        return text_equal(path, c->id);
    return text_equal(path, TEXT("id")) || text_equal(path, TEXT("office"));
}

static struct name_meaning meaning_at(const struct columns *c, size_t i)
{
    const struct column_name *n = &c->names.at[i];
    return (struct name_meaning){n->fact ? NAME_FACT : NAME_LEFT_OUT, n->fact, n->unit};
}

static struct name_meaning nobodys(const struct columns *c)
{
    return (struct name_meaning){c->ignore_others ? NAME_LEFT_OUT : NAME_UNKNOWN, NULL, NULL};
}

struct name_meaning columns_find(const struct columns *c, const struct model *m, struct text path)
{
    size_t i;
    if (map_find(&c->by_name, path, &i))
        return meaning_at(c, i);
    const struct fact *f = model_fact(m, path);
    if (f)
        return (struct name_meaning){NAME_FACT, f, NULL};
    if (is_id(c, path))
        return (struct name_meaning){NAME_ID, NULL, NULL};
    return nobodys(c);
}

struct name_meaning columns_find_cell(const struct columns *c, const struct fact *table,
                                      struct text name)
{
    size_t i;
    if (c->by_cell && map_find(&c->by_cell[table->index], name, &i))
        return meaning_at(c, i);
    for (i = 0; i < table->columns.n; i++)
        if (text_equal(table->columns.at[i]->path, name))
            return (struct name_meaning){NAME_FACT, table->columns.at[i], NULL};
    return nobodys(c);
}
