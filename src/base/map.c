/* From texts to numbers.
 *
 * Open addressing.  The hash is mixed with the address of the arena: inputs made to collide would
 * have to know where memory lies, and no result depends on the hash, so results stay reproducible.
 */
#include "base/map.h"

struct map_slot {
    struct text key;
    size_t value;
    bool taken;
};

struct map map_in(struct arena *a)
{
    return (struct map){.arena = a};
}

static uint64_t hash(const struct map *m, struct text key)
{
    uint64_t h = (uint64_t)(uintptr_t)m->arena * 0x9E3779B97F4A7C15u;
    for (size_t i = 0; i < key.n; i++)
        h = (h ^ (unsigned char)key.at[i]) * 0xD6E8FEB86659FD93u, h ^= h >> 29;
    return h;
}

static struct map_slot *slot_of(const struct map *m, struct text key)
{
    size_t i = (size_t)hash(m, key) & (m->room - 1);
    while (m->slot[i].taken && !text_equal(m->slot[i].key, key))
        i = (i + 1) & (m->room - 1);
    return &m->slot[i];
}

static void grow(struct map *m)
{
    struct map old = *m;
    m->room = old.room ? old.room * 2 : 16;
    m->slot = ARENA_ARRAY(m->arena, struct map_slot, m->room);
    for (size_t i = 0; i < old.room; i++)
        if (old.slot[i].taken)
            *slot_of(m, old.slot[i].key) = old.slot[i];
}

size_t map_put(struct map *m, struct text key, size_t value)
{
    if (m->n + 1 > m->room / 2)
        grow(m);
    struct map_slot *s = slot_of(m, key);
    if (!s->taken) {
        *s = (struct map_slot){key, value, true};
        m->n++;
    }
    return s->value;
}

bool map_find(const struct map *m, struct text key, size_t *value)
{
    if (!m->room)
        return false;
    const struct map_slot *s = slot_of(m, key);
    if (s->taken && value)
        *value = s->value;
    return s->taken;
}
