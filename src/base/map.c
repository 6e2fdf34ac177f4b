/* From texts to numbers.
 *
 * Entries in the order in which they came, and open addressing into them: most of a table with room
 * to spare is then four bytes a place.  The hash is mixed with the address of the arena: inputs
 * made to collide would have to know where memory lies, and no result depends on the hash, so
 * results stay reproducible.
 */
#include "base/map.h"

#include <string.h>

struct map_entry {
    struct text key;
    size_t value;
    uint32_t hash; /* of the key, so that growing and most comparisons need not read it */
};

struct map map_in(struct arena *a)
{
    return (struct map){.arena = a};
}

/* All of at most eight bytes. */
static uint64_t word(const char *at, size_t n)
{
    uint64_t all = 0;
    uint32_t first, last;
    if (n == sizeof all) {
        memcpy(&all, at, sizeof all);
        return all;
    }
    if (n < sizeof first) {
        for (size_t i = 0; i < n; i++)
            all = all << 8 | (unsigned char)at[i];
        return all;
    }
    memcpy(&first, at, sizeof first);
    memcpy(&last, at + n - sizeof last, sizeof last);
    return (uint64_t)first << 32 | last;
}

static uint32_t hash(const struct map *m, struct text key)
{
    uint64_t h = (uint64_t)(uintptr_t)m->arena * 0x9E3779B97F4A7C15u ^ key.n;
    for (size_t i = 0; i < key.n; i += sizeof h) {
        size_t left = key.n - i;
        h = (h ^ word(key.at + i, left < sizeof h ? left : sizeof h)) * 0xD6E8FEB86659FD93u;
        h ^= h >> 29;
    }
    return (uint32_t)(h ^ h >> 32);
}

/* Where the entry of `key` is, or would be: 0 is none, else one more than its number. */
static uint32_t *place_of(const struct map *m, struct text key, uint32_t h)
{
    size_t i = h & (m->places - 1);
    for (; m->place[i]; i = (i + 1) & (m->places - 1)) {
        const struct map_entry *e = &m->entry[m->place[i] - 1];
        if (e->hash == h && text_equal(e->key, key))
            break;
    }
    return &m->place[i];
}

static void grow(struct map *m)
{
    size_t had = m->places / 2 * sizeof *m->entry;
    m->places = m->places ? m->places * 2 : 16;
    m->entry = arena_grow(m->arena, m->entry, had, m->places / 2 * sizeof *m->entry);
    m->place = ARENA_ARRAY(m->arena, uint32_t, m->places);
    for (size_t i = 0; i < m->n; i++) {
        size_t at = m->entry[i].hash & (m->places - 1);
        while (m->place[at])
            at = (at + 1) & (m->places - 1);
        m->place[at] = (uint32_t)i + 1;
    }
}

size_t map_put(struct map *m, struct text key, size_t value)
{
    if (m->n == m->places / 2)
        grow(m);
    uint32_t h = hash(m, key), *place = place_of(m, key, h);
    if (*place)
        return m->entry[*place - 1].value;
    m->entry[m->n++] = (struct map_entry){key, value, h};
    *place = (uint32_t)m->n;
    return value;
}

bool map_find(const struct map *m, struct text key, size_t *value)
{
    if (!m->places)
        return false;
    uint32_t place = *place_of(m, key, hash(m, key));
    if (place && value)
        *value = m->entry[place - 1].value;
    return place;
}
