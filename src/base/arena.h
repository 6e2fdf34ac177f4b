/* Memory that is freed all at once.
 *
 * Floor: base.  A function whose first parameter is a `struct arena *` returns memory that belongs
 * to that arena: nobody frees it, and it lives until arena_free.  Allocation never fails from the
 * caller's point of view: when the host has no memory, its `exhausted` handler is called, and it
 * does not come back. */
#ifndef KEN_BASE_ARENA_H
#define KEN_BASE_ARENA_H

#include <stddef.h>
#include <string.h>

/* Where memory comes from.  All four fields are required except `user`, which is passed back
 * unchanged. `exhausted` must not return; it may end the process or unwind to the host. */
struct memory {
    void *(*get)(void *user, size_t size);
    void (*put)(void *user, void *block, size_t size);
    void (*exhausted)(void *user);
    void *user;
    size_t limit; /* bytes one arena may hold; 0 means no limit of ours */
};

struct arena;

/* A new empty arena.  `m` is copied. */
struct arena *arena_new(const struct memory *m);

/* Give back everything.  NULL is allowed and does nothing. */
void arena_free(struct arena *a);

/* An arena of its own with the memory of `a`, given back with `a` at the latest. */
struct arena *arena_beside(struct arena *a);

/* The memory of `from`, an arena beside `a`, goes to `a`, which uses it again: what was in it is
 * gone. */
void arena_absorb(struct arena *a, struct arena *from);

/* `size` zeroed bytes, aligned for any type.  Never NULL, also for size 0. */
void *arena_alloc(struct arena *a, size_t size);

/* The same with anything in them. */
void *arena_take(struct arena *a, size_t size);

/* `n` elements of `size` zeroed bytes; an overflow of the product is exhaustion. */
void *arena_array(struct arena *a, size_t n, size_t size);

/* A larger block with the first `old` bytes of `block` in it and anything in the others; grows in
 * place where it can. */
void *arena_grow(struct arena *a, void *block, size_t old, size_t wanted);

/* Call the host's handler for exhausted memory.  Does not return. */
_Noreturn void arena_exhausted(struct arena *a);

/* A place to return to: what was allocated after arena_mark is gone after arena_return. */
struct arena_mark {
    void *block;
    size_t used;
};
struct arena_mark arena_mark(const struct arena *a);
void arena_return(struct arena *a, struct arena_mark mark);

/* Bytes held from the host, for reports and limits. */
size_t arena_held(const struct arena *a);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_array((a), (n), sizeof(type)))
/* A value that stays. */
#define ARENA_KEEP(a, type, value)                                                                 \
    ((type *)memcpy(arena_take((a), sizeof(type)), &(const type[]){value}, sizeof(type)))

#endif
