/* A growing run of bytes: the only place that puts text together.
 *
 * Floor: base.  The bytes live in the arena given to buffer_in. */
#ifndef KEN_BASE_BUFFER_H
#define KEN_BASE_BUFFER_H

#include <string.h>

#include "base/text.h"

struct buffer {
    struct arena *arena;
    char *at;
    size_t n, room;
};

struct buffer buffer_in(struct arena *a);

/* Private: room for `more` bytes behind what is in it. */
void buffer_grow(struct buffer *b, size_t more);

/* Where at least `more` bytes can be written; who writes them adds them to `n`. */
static inline char *buffer_room(struct buffer *b, size_t more)
{
    if (b->room - b->n < more)
        buffer_grow(b, more);
    return b->at + b->n;
}

static inline void buffer_add(struct buffer *b, struct text t)
{
    if (!t.n)
        return;
    memcpy(buffer_room(b, t.n), t.at, t.n);
    b->n += t.n;
}

static inline void buffer_add_byte(struct buffer *b, char c)
{
    *buffer_room(b, 1) = c;
    b->n++;
}

void buffer_add_times(struct buffer *b, struct text t, size_t times);
void buffer_add_number(struct buffer *b, long long n);

/* One code point as UTF-8. */
void buffer_add_point(struct buffer *b, uint32_t point);

/* `t` with Arabic digits where it has Thai ones: ids are equal in both. */
struct text text_arabic(struct arena *a, struct text t);

/* What is in it now; valid until the next change. */
struct text buffer_text(const struct buffer *b);

#endif
