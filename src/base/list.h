/* Growing arrays in an arena.
 *
 * Floor: base.  LIST_OF(struct token) tokens = {0};  LIST_ADD(arena, &tokens, token); tokens.at[i],
 * tokens.n. */
#ifndef KEN_BASE_LIST_H
#define KEN_BASE_LIST_H

#include <stdint.h>

#include "base/arena.h"

/* What a list is made of: `room` values have a place, `n` of them are there.  Half the size of a
 * pointer is enough for both, and a list goes through a function in two registers. */
#define LIST_FIELDS(type)                                                                          \
    type *at;                                                                                      \
    uint32_t n, room
#define LIST_OF(type)                                                                              \
    struct {                                                                                       \
        LIST_FIELDS(type);                                                                         \
    }

/* Private: `count` as the room of a list; more than fits is exhaustion. */
static inline uint32_t list_room(struct arena *a, size_t count)
{
    if (count > UINT32_MAX)
        arena_exhausted(a);
    return (uint32_t)count;
}
static inline uint32_t list_more(struct arena *a, uint32_t room)
{
    return room ? list_room(a, (size_t)room * 2) : 4;
}

/* Append a value; evaluates `list` more than once. */
#define LIST_ADD(a, list, ...)                                                                     \
    ((list)->n == (list)->room                                                                     \
         ? (void)((list)->at = arena_grow((a), (list)->at, (list)->room * sizeof *(list)->at,      \
                                          list_more((a), (list)->room) * sizeof *(list)->at),      \
                  (list)->room = list_more((a), (list)->room))                                     \
         : (void)0,                                                                                \
     (void)((list)->at[(list)->n++] = (__VA_ARGS__)))

/* Only the first `count` of at least so many values. */
#define LIST_CUT(list, count) ((void)((list)->n = (uint32_t)(count)))

/* Room for `count` values in an empty list; what is not used is never touched. */
#define LIST_RESERVE(a, list, count)                                                               \
    ((list)->room = list_room((a), (count)),                                                       \
     (list)->at = arena_take((a), (list)->room * sizeof *(list)->at))

#endif
