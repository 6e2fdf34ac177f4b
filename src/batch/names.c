/* The names of JSON records, learned as they come. */
#include "batch/names.h"

enum { NAMES_BESIDE_FACTS = 1000, NAMES_A_FACT = 4 };

struct scope *scope_new(struct reader *r)
{
    struct scope *s = ARENA_NEW(r->arena, struct scope);
    s->index = map_in(r->arena);
    return s;
}

static bool is_group(const struct reader *r, struct text path)
{
    const struct model *m = r->batch->model;
    if (map_find(&r->batch->columns->groups, path, NULL))
        return true;
    for (size_t i = 0; i < m->facts.n; i++) {
        struct text fact = m->facts.at[i]->path;
        if (fact.n > path.n && fact.at[path.n] == '.' && text_starts(fact, path))
            return true;
    }
    return false;
}

static void set_group(struct reader *r, struct name *n, struct scope *outer, struct text path)
{
    n->field = reader_other_field(r, FIELD_GROUP);
    n->inside = scope_new(r);
    *n->inside = (struct scope){.outer = outer,
                                .depth = outer->depth + 1,
                                .path = path,
                                .name = n,
                                .index = map_in(r->arena)};
}

/* False where the long way has to say what the name is. */
static bool set_meaning(struct reader *r, struct scope *s, struct name *n, struct text key)
{
    const struct model *m = r->batch->model;
    struct text path = s->outer ? SAY(r->arena, "{}.{}", s->path, key) : key;
    if (s->depth >= FACTS_NESTING || (!s->outer && text_equal(key, TEXT("ken"))))
        return false;
    struct name_meaning means = columns_find(r->batch->columns, m, path);
    bool own = means.kind == NAME_FACT && text_equal(means.fact->path, path);
    if (!own && is_group(r, path))
        set_group(r, n, s, path);
    else if (means.kind == NAME_FACT) {
        n->field = &r->field[means.fact->index];
        n->scaling = reader_scaling(r, means.fact, means.unit);
    } else if (means.kind == NAME_ID) {
        n->field = reader_other_field(r, FIELD_ID);
        n->office = text_equal(path, TEXT("office"));
    } else if (means.kind == NAME_LEFT_OUT)
        n->field = reader_other_field(r, FIELD_IGNORED);
    return n->field != NULL;
}

/* `"used":`, and what is compared with it at once. */
static void set_written(struct name *n, struct text written)
{
    char eight[8] = {0};
    size_t few = written.n < 8 ? written.n : 8;
    memcpy(eight, written.at, few);
    n->written = written;
    n->mask = few < 8 ? ((uint64_t)1 << 8 * few) - 1 : UINT64_MAX;
    n->head = eight_bytes(eight);
    n->tail_at = written.n - few;
    n->tail = few < 8 ? n->head : eight_bytes(written.at + n->tail_at);
}

/* `*own` becomes the key, which then outlives the record.  A name without a meaning leaves nothing
 * behind, so that no number of them keeps others from being learned. */
static struct name *learn(struct reader *r, struct scope *s, struct text key, struct text *own)
{
    if (r->learned >= NAMES_BESIDE_FACTS + NAMES_A_FACT * r->batch->model->facts.n ||
        key.n > PATH_BYTES)
        return NULL;
    struct arena_mark mark = arena_mark(r->arena);
    struct name *n = ARENA_NEW(r->arena, struct name);
    set_written(n, SAY(r->arena, "\"{}\":", key));
    *own = (struct text){n->written.at + 1, key.n};
    if (!set_meaning(r, s, n, *own)) {
        arena_return(r->arena, mark);
        return NULL;
    }
    r->learned++;
    return n;
}

struct name *scope_name(struct reader *r, struct scope *s, struct text key)
{
    size_t which;
    struct text own;
    if (map_find(&s->index, key, &which))
        return s->names.at[which];
    struct name *n = learn(r, s, key, &own);
    if (!n)
        return NULL;
    map_put(&s->index, own, s->names.n);
    LIST_ADD(r->arena, &s->names, n);
    return n;
}
