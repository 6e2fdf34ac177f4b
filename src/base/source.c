/* The texts that a run reads, in one address space; and places in them. */
#include "base/source.h"

#include <string.h>

#include "base/buffer.h"
#include "base/list.h"

struct sources {
    struct arena *arena;
    LIST_OF(struct source *) all; /* by rising base */
    uint32_t end; /* first free address; 0 stays unused so that it can mean nowhere */
};

struct sources *sources_new(struct arena *a)
{
    struct sources *s = ARENA_NEW(a, struct sources);
    s->arena = a;
    s->end = 1;
    return s;
}

struct source *source_add(struct sources *s, struct text name, struct text content)
{
    /* One address more than there are bytes, so that the end of a file is a place of its own. */
    if (content.n >= UINT32_MAX - s->end - 1)
        return NULL;
    struct source *got = ARENA_NEW(s->arena, struct source);
    *got = (struct source){.name = name, .content = content, .base = s->end, .index = s->all.n};
    s->end += (uint32_t)content.n + 1;
    LIST_ADD(s->arena, &s->all, got);
    return got;
}

size_t sources_count(const struct sources *s)
{
    return s->all.n;
}

const struct source *sources_at(const struct sources *s, size_t index)
{
    return s->all.at[index];
}

static struct source *find(struct sources *s, uint32_t address)
{
    size_t lo = 0, hi = s->all.n;
    while (lo < hi) {
        size_t middle = lo + (hi - lo) / 2;
        if (s->all.at[middle]->base <= address)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo ? s->all.at[lo - 1] : NULL;
}

const struct source *source_of(struct sources *s, struct span at)
{
    return span_is_nowhere(at) ? NULL : find(s, at.lo);
}

struct text source_text(struct sources *s, struct span at)
{
    const struct source *source = source_of(s, at);
    if (!source)
        return (struct text){0};
    return (struct text){source->content.at + (at.lo - source->base), at.hi - at.lo};
}

struct span source_span(const struct source *s, size_t lo, size_t hi)
{
    return (struct span){s->base + (uint32_t)lo, s->base + (uint32_t)hi};
}

/* Line starts are looked for once, when the first place in a source is asked for. */
static void find_lines(struct sources *s, struct source *source)
{
    LIST_OF(uint32_t) start = {0};
    LIST_ADD(s->arena, &start, 0);
    const char *p = source->content.at, *end = p + source->content.n;
    while (p < end && (p = memchr(p, '\n', (size_t)(end - p)))) {
        p++;
        LIST_ADD(s->arena, &start, (uint32_t)(p - source->content.at));
    }
    source->line = start.at;
    source->lines = start.n;
}

static size_t line_of(const struct source *source, uint32_t offset)
{
    size_t lo = 0, hi = source->lines;
    while (hi - lo > 1) {
        size_t middle = lo + (hi - lo) / 2;
        if (source->line[middle] <= offset)
            lo = middle;
        else
            hi = middle;
    }
    return lo;
}

struct place source_place(struct sources *s, uint32_t address)
{
    struct source *source = address ? find(s, address) : NULL;
    if (!source)
        return (struct place){0};
    if (!source->line)
        find_lines(s, source);
    uint32_t offset = address - source->base;
    size_t line = line_of(source, offset), column = 1;
    for (uint32_t i = source->line[line]; i < offset; i++)
        column += ((unsigned char)source->content.at[i] & 0xC0) != 0x80;
    return (struct place){source, line + 1, column};
}

struct text source_line_words(struct arena *a, struct sources *s, struct span at)
{
    struct place p = source_place(s, at.lo);
    if (!p.source)
        return (struct text){0};
    return SAY(a, "{}:{}", p.source->name, text_number(a, (long long)p.line));
}

struct text source_place_words(struct arena *a, struct sources *s, struct span at)
{
    struct place p = source_place(s, at.lo);
    if (!p.source)
        return (struct text){0};
    return SAY(a, "{}:{}:{}", p.source->name, text_number(a, (long long)p.line),
               text_number(a, (long long)p.column));
}

struct text source_line(struct sources *s, const struct source *source, size_t line)
{
    struct source *own = s->all.at[source->index];
    if (!own->line)
        find_lines(s, own);
    if (line == 0 || line > own->lines)
        return (struct text){0};
    size_t from = own->line[line - 1];
    size_t to = line < own->lines ? own->line[line] : own->content.n;
    while (to > from && (own->content.at[to - 1] == '\n' || own->content.at[to - 1] == '\r'))
        to--;
    return (struct text){own->content.at + from, to - from};
}
