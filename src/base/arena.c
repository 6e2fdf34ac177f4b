/* Memory that is freed all at once.
 *
 * Blocks form a chain, newest first.  A request that does not fit gets a block of its own size or
 * of the usual size, whichever is larger; the usual size doubles up to a bound, so that a small
 * case stays small and a large one does not pay per kilobyte.  What is handed out is zeroed then,
 * so that the rest of a block stays untouched. */
#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { ALIGNMENT = 16, FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 8 * 1024 * 1024 };

struct block {
    struct block *older;
    size_t size; /* of the whole block, header included */
    size_t used; /* header included */
};

struct arena {
    struct memory memory;
    struct block *newest;
    size_t next_size, held;
    struct block *spare;  /* returned, and kept: who returns once does it a thousand times */
    struct arena *beside; /* the newest of those that go with it, or the next of them */
};

static size_t header_size(void)
{
    return (sizeof(struct block) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* The first spare block that is large enough; NULL when there is none. */
static struct block *take_spare(struct arena *a, size_t size)
{
    for (struct block **at = &a->spare; *at; at = &(*at)->older)
        if ((*at)->size >= size) {
            struct block *b = *at;
            *at = b->older;
            b->used = header_size();
            return b;
        }
    return NULL;
}

static struct block *block_new(struct arena *a, size_t payload)
{
    size_t size = header_size() + payload;
    if (size < payload)
        arena_exhausted(a);
    struct block *spare = take_spare(a, size);
    if (spare)
        return spare;
    if (size < a->next_size)
        size = a->next_size;
    if (a->memory.limit && (size > a->memory.limit || a->held > a->memory.limit - size))
        arena_exhausted(a);
    struct block *b = a->memory.get(a->memory.user, size);
    if (!b)
        arena_exhausted(a);
    b->size = size;
    b->used = header_size();
    a->held += size;
    if (a->next_size < LARGEST_BLOCK)
        a->next_size *= 2;
    return b;
}

struct arena *arena_new(const struct memory *m)
{
    struct arena *a = m->get(m->user, sizeof *a);
    if (!a) {
        m->exhausted(m->user);
        __builtin_trap(); /* a handler that comes back has broken its contract */
    }
    *a = (struct arena){.memory = *m, .next_size = FIRST_BLOCK, .held = sizeof *a};
    return a;
}

struct arena *arena_beside(struct arena *a)
{
    struct arena *new = arena_new(&a->memory);
    new->beside = a->beside;
    a->beside = new;
    return new;
}

void arena_absorb(struct arena *a, struct arena *from)
{
    arena_return(from, (struct arena_mark){0});
    while (from->spare) {
        struct block *b = from->spare;
        from->spare = b->older;
        b->older = a->spare;
        a->spare = b;
        from->held -= b->size;
        a->held += b->size;
    }
}

static void free_blocks(struct arena *a, struct block *newest)
{
    for (struct block *b = newest, *older; b; b = older) {
        older = b->older;
        a->memory.put(a->memory.user, b, b->size);
    }
}

void arena_free(struct arena *a)
{
    for (struct arena *next; a; a = next) {
        next = a->beside;
        free_blocks(a, a->newest);
        free_blocks(a, a->spare);
        a->memory.put(a->memory.user, a, sizeof *a);
    }
}

_Noreturn void arena_exhausted(struct arena *a)
{
    a->memory.exhausted(a->memory.user);
    __builtin_trap(); /* a handler that comes back has broken its contract */
}

void *arena_take(struct arena *a, size_t size)
{
    if (size > SIZE_MAX / 2)
        arena_exhausted(a);
    size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (!a->newest || a->newest->size - a->newest->used < rounded) {
        struct block *b = block_new(a, rounded);
        b->older = a->newest;
        a->newest = b;
    }
    struct block *b = a->newest;
    char *got = (char *)b + b->used;
    b->used += rounded;
    return got;
}

void *arena_alloc(struct arena *a, size_t size)
{
    return memset(arena_take(a, size), 0, size);
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(n, size, &bytes))
        arena_exhausted(a);
    return arena_alloc(a, bytes);
}

/* Whether `block` of `old` bytes is the last thing handed out and `wanted` still fits behind it. */
static bool can_extend(const struct arena *a, const void *block, size_t old, size_t wanted)
{
    const struct block *b = a->newest;
    size_t rounded = (old + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    return b && block && (const char *)block + rounded == (const char *)b + b->used &&
           wanted - old < b->size - b->used - ALIGNMENT && b->size - b->used > ALIGNMENT;
}

void *arena_grow(struct arena *a, void *block, size_t old, size_t wanted)
{
    if (wanted <= old)
        return block;
    if (can_extend(a, block, old, wanted)) {
        size_t rounded = (old + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        if (wanted > rounded)
            arena_take(a, wanted - rounded);
        return block;
    }
    void *got = arena_take(a, wanted);
    if (old)
        memcpy(got, block, old);
    return got;
}

struct arena_mark arena_mark(const struct arena *a)
{
    return (struct arena_mark){a->newest, a->newest ? a->newest->used : 0};
}

void arena_return(struct arena *a, struct arena_mark mark)
{
    while (a->newest && a->newest != mark.block) {
        struct block *b = a->newest;
        a->newest = b->older;
        b->older = a->spare;
        a->spare = b;
    }
    if (a->newest)
        a->newest->used = mark.used;
}

size_t arena_held(const struct arena *a)
{
    return a->held;
}
