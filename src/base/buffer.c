/* A growing run of bytes: the only place that puts text together. */
#include "base/buffer.h"

struct buffer buffer_in(struct arena *a)
{
    return (struct buffer){.arena = a};
}

void buffer_grow(struct buffer *b, size_t more)
{
    size_t room = b->room ? b->room : 64;
    while (room - b->n < more) {
        if (room > (size_t)-1 / 4)
            arena_exhausted(b->arena);
        room *= 2;
    }
    b->at = arena_grow(b->arena, b->at, b->room, room);
    b->room = room;
}

void buffer_add_times(struct buffer *b, struct text t, size_t times)
{
    while (times--)
        buffer_add(b, t);
}

void buffer_add_number(struct buffer *b, long long n)
{
    buffer_add(b, text_number(b->arena, n));
}

void buffer_add_point(struct buffer *b, uint32_t p)
{
    if (p < 0x80) {
        buffer_add_byte(b, (char)p);
    } else if (p < 0x800) {
        buffer_add_byte(b, (char)(0xC0 | p >> 6));
        buffer_add_byte(b, (char)(0x80 | (p & 0x3F)));
    } else if (p < 0x10000) {
        buffer_add_byte(b, (char)(0xE0 | p >> 12));
        buffer_add_byte(b, (char)(0x80 | (p >> 6 & 0x3F)));
        buffer_add_byte(b, (char)(0x80 | (p & 0x3F)));
    } else {
        buffer_add_byte(b, (char)(0xF0 | p >> 18));
        buffer_add_byte(b, (char)(0x80 | (p >> 12 & 0x3F)));
        buffer_add_byte(b, (char)(0x80 | (p >> 6 & 0x3F)));
        buffer_add_byte(b, (char)(0x80 | (p & 0x3F)));
    }
}

struct text buffer_text(const struct buffer *b)
{
    return (struct text){b->at, b->n};
}

struct text text_arabic(struct arena *a, struct text t)
{
    enum { THAI_ZERO = 0x0E50 };
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < t.n;) {
        uint32_t p = text_next(t, &i);
        buffer_add_point(&b, THAI_ZERO <= p && p <= THAI_ZERO + 9 ? p - THAI_ZERO + '0' : p);
    }
    return buffer_text(&b);
}
