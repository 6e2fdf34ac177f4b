/* From texts to numbers.
 *
 * Open addressing.  The hash is mixed with the address of the arena: inputs made to collide would
 * have to know where memory lies, and no result depends on the hash, so results stay reproducible.
 */
#include "base/map.h"

#include <string.h>

struct map_slot {
    struct text key;
    size_t value;
    uint32_t hash; /* of the key, so that growing and most comparisons need not read it */
    bool taken;
};

struct map map_in(struct arena *a)
{
    return (struct map){.arena = a};
}

static uint32_t hash(const struct map *m, struct text key)
{
    uint64_t h = (uint64_t)(uintptr_t)m->arena * 0x9E3779B97F4A7C15u ^ key.n;
    for (size_t i = 0; i < key.n; i += sizeof h) {
        uint64_t some = 0;
        memcpy(&some, key.at + i, key.n - i < sizeof some ? key.n - i : sizeof some);
        h = (h ^ some) * 0xD6E8FEB86659FD93u, h ^= h >> 29;
    }
    return (uint32_t)(h ^ h >> 32);
}

static struct map_slot *slot_of(const struct map *m, struct text key, uint32_t h)
{
    size_t i = h & (m->room - 1);
    while (m->slot[i].taken && !(m->slot[i].hash == h && text_equal(m->slot[i].key, key)))
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
            *slot_of(m, old.slot[i].key, old.slot[i].hash) = old.slot[i];
}

size_t map_put(struct map *m, struct text key, size_t value)
{
    if (m->n + 1 > m->room / 2)
        grow(m);
    uint32_t h = hash(m, key);
    struct map_slot *s = slot_of(m, key, h);
    if (!s->taken) {
        *s = (struct map_slot){key, value, h, true};
        m->n++;
    }
    return s->value;
}

bool map_find(const struct map *m, struct text key, size_t *value)
{
    if (!m->room)
        return false;
    const struct map_slot *s = slot_of(m, key, hash(m, key));
    if (s->taken && value)
        *value = s->value;
    return s->taken;
}
