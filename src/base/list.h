/* Growing arrays in an arena.
 *
 * Floor: base.  LIST_OF(struct token) tokens = {0};  LIST_ADD(arena, &tokens, token); tokens.at[i],
 * tokens.n. */
#ifndef KEN_BASE_LIST_H
#define KEN_BASE_LIST_H

#include "base/arena.h"

#define LIST_OF(type)                                                                              \
    struct {                                                                                       \
        type *at;                                                                                  \
        size_t n, room;                                                                            \
    }

/* Append a value; evaluates `list` more than once. */
#define LIST_ADD(a, list, ...)                                                                     \
    ((list)->n == (list)->room                                                                     \
         ? (void)((list)->at =                                                                     \
                      arena_grow((a), (list)->at, (list)->room * sizeof *(list)->at,               \
                                 ((list)->room ? (list)->room * 2 : 4) * sizeof *(list)->at),      \
                  (list)->room = (list)->room ? (list)->room * 2 : 4)                              \
         : (void)0,                                                                                \
     (void)((list)->at[(list)->n++] = (__VA_ARGS__)))

/* Room for `count` values in an empty list; what is not used is never touched. */
#define LIST_RESERVE(a, list, count)                                                               \
    ((list)->at = arena_grow((a), NULL, 0, (count) * sizeof *(list)->at), (list)->room = (count))

#endif
