/* The names of JSON records, learned as they come. */
#include "batch/names.h"

enum { NAMES_BESIDE_FACTS = 1000, NAMES_A_FACT = 4 };

static size_t most_names(const struct reader *r)
{
    return NAMES_BESIDE_FACTS + NAMES_A_FACT * r->batch->model->facts.n;
}

static struct scope *scope_new(struct reader *r)
{
    struct scope *s = ARENA_NEW(r->arena, struct scope);
    s->index = map_in(r->arena);
    return s;
}

struct names *names_new(struct reader *r)
{
    struct names *names = ARENA_NEW(r->arena, struct names);
    size_t facts = r->batch->model->facts.n;
    *names = (struct names){.arena = arena_beside(r->arena), .top = scope_new(r), .fields = facts};
    names->said = ARENA_ARRAY(r->arena, uint64_t, (facts + most_names(r)) / 64 + 1);
    return names;
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

static void set_fact(struct reader *r, struct name *n, const struct name_meaning *means)
{
    n->field = reader_field(r, means->fact, means->unit);
    n->slot = n->said = (uint32_t)means->fact->index;
}

static struct field *set_other(struct reader *r, struct name *n, enum field_kind kind)
{
    struct field *f = reader_other_field(r, kind);
    n->field = f;
    n->slot = (uint32_t)r->batch->model->facts.n;
    n->said = (uint32_t)r->names->fields++;
    return f;
}

static void set_group(struct reader *r, struct name *n, struct scope *outer, struct text path)
{
    struct scope *inside = set_other(r, n, FIELD_GROUP)->inside = scope_new(r);
    inside->outer = outer;
    inside->depth = outer->depth + 1;
    inside->path = path;
    inside->name = n;
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
    else if (means.kind == NAME_FACT)
        set_fact(r, n, &means);
    else if (means.kind == NAME_ID)
        set_other(r, n, FIELD_ID)->office = text_equal(path, TEXT("office"));
    else if (means.kind == NAME_LEFT_OUT)
        set_other(r, n, FIELD_IGNORED);
    return n->field != NULL;
}

/* `"used":`, and what is compared with it at once. */
static void set_written(struct name *n, struct text written)
{
    enum { WORD = 8, WORDS = 2 * WORD };
    char eight[WORD] = {0};
    size_t few = written.n < WORD ? written.n : WORD;
    memcpy(eight, written.at, few);
    n->written = written.at;
    n->length = (uint16_t)written.n;
    n->room = written.n < WORDS ? WORDS : n->length;
    n->beyond = (uint8_t)(8 * (WORD - few));
    n->tail_at = (uint16_t)(written.n - few);
    n->middle_at = written.n > WORDS ? WORD : 0;
    n->head = n->middle = n->tail = eight_bytes(eight);
    if (n->tail_at)
        n->tail = eight_bytes(written.at + n->tail_at);
    if (n->middle_at)
        n->middle = eight_bytes(written.at + n->middle_at);
}

/* `*own` becomes the key, which then outlives the record.  A name without a meaning leaves nothing
 * behind, so that no number of them keeps others from being learned. */
static struct name *learn(struct reader *r, struct scope *s, struct text key, struct text *own)
{
    struct names *names = r->names;
    if (names->learned >= most_names(r) || key.n > PATH_BYTES)
        return NULL;
    struct arena_mark mark = arena_mark(r->arena), before = arena_mark(names->arena);
    struct name *n = ARENA_NEW(names->arena, struct name);
    set_written(n, SAY(r->arena, "\"{}\":", key));
    *own = (struct text){n->written + 1, key.n};
    if (!set_meaning(r, s, n, *own)) {
        arena_return(r->arena, mark);
        arena_return(names->arena, before);
        return NULL;
    }
    names->learned++;
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
