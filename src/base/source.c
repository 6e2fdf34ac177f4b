/* The texts that a run reads, in one address space; and places in them. */
#include "base/source.h"

#include <string.h>

#include "base/buffer.h"
#include "base/list.h"

struct sources {
    struct arena *arena;
    struct arena *passing; /* of those from number `kept` on; NULL: all are here to stay */
    size_t kept;
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

/* Where what belongs to source number `index` lives. */
static struct arena *arena_for(const struct sources *s, size_t index)
{
    return s->passing && index >= s->kept ? s->passing : s->arena;
}

struct source *source_add(struct sources *s, struct text name, struct text content)
{
    /* One address more than there are bytes, so that the end of a file is a place of its own. */
    if (content.n >= UINT32_MAX - s->end - 1)
        return NULL;
    struct arena *a = arena_for(s, s->all.n);
    struct source *got = ARENA_NEW(a, struct source);
    *got = (struct source){
        .name = name, .content = content, .bytes = content, .base = s->end, .index = s->all.n};
    s->end += (uint32_t)content.n + 1;
    LIST_ADD(a, &s->all, got);
    return got;
}

struct source *source_add_made(struct sources *s, struct text name, struct text content,
                               const struct origin *origin, size_t origins)
{
    struct source *made = source_add(s, name, content);
    if (!made)
        return NULL;
    made->origin = origin;
    made->origins = origins;
    return made;
}

/* What is known of places is found again: it belongs to who asks. */
struct sources *sources_copy(struct arena *a, const struct sources *s)
{
    struct sources *copy = sources_new(a);
    copy->end = s->end;
    for (size_t i = 0; i < s->all.n; i++) {
        struct source *one = ARENA_NEW(a, struct source);
        *one = *s->all.at[i];
        one->stretch = NULL;
        one->asked = NULL;
        one->stretches = one->asked_at = 0;
        LIST_ADD(a, &copy->all, one);
    }
    return copy;
}

struct sources_mark sources_mark(struct sources *s, struct arena *a)
{
    s->passing = a;
    s->kept = s->all.n;
    return (struct sources_mark){s->all.at, s->all.n, s->all.room, s->end};
}

void sources_return(struct sources *s, struct sources_mark mark)
{
    s->passing = NULL;
    s->all.at = mark.at;
    s->all.n = mark.n;
    s->all.room = mark.room;
    s->end = mark.end;
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

/* --- made texts ---------------------------------------------------------------------------- */

/* The last origin that begins at or before byte `at`. */
static size_t origin_at(const struct source *made, uint32_t at)
{
    size_t lo = 0, hi = made->origins;
    while (hi - lo > 1) {
        size_t middle = lo + (hi - lo) / 2;
        if (made->origin[middle].lo <= at)
            lo = middle;
        else
            hi = middle;
    }
    return lo;
}

/* One step down: what `at`, which lies in the made text, is in the text that it comes from. */
static struct span one_down(const struct source *made, struct span at)
{
    uint32_t lo = at.lo - made->base;
    size_t i = origin_at(made, lo);
    const struct origin *o = &made->origin[i];
    if (!o->verbatim)
        return o->from;
    uint32_t from = o->from.lo + (lo - o->lo), n = at.hi - at.lo;
    return (struct span){from, from + (n > o->from.hi - from ? o->from.hi - from : n)};
}

struct span source_real(struct sources *s, struct span at)
{
    const struct source *in = source_of(s, at);
    for (; in && in->origin; in = source_of(s, at))
        at = one_down(in, at);
    return at;
}

bool source_is_verbatim(struct sources *s, struct span at)
{
    const struct source *in = source_of(s, at);
    for (; in && in->origin; in = source_of(s, at)) {
        if (!in->origin[origin_at(in, at.lo - in->base)].verbatim)
            return false;
        struct span down = one_down(in, at);
        if (down.hi - down.lo < at.hi - at.lo)
            return false;
        at = down;
    }
    return true;
}

struct origin source_origin(struct sources *s, uint32_t address, uint32_t *n)
{
    const struct source *in = find(s, address);
    struct span at = {address, in->base + (uint32_t)in->content.n};
    struct origin result = {.verbatim = true};
    *n = at.hi - at.lo;
    for (; in && in->origin; in = source_of(s, at)) {
        uint32_t lo = at.lo - in->base;
        size_t i = origin_at(in, lo);
        const struct origin *o = &in->origin[i];
        uint32_t end = i + 1 < in->origins ? o[1].lo : (uint32_t)in->content.n;
        /* Below what was made every place is the same. */
        if (result.verbatim && end - lo < *n)
            *n = end - lo;
        result.verbatim = result.verbatim && o->verbatim;
        if (span_is_nowhere(result.by)) {
            result.by = source_real(s, o->by);
            result.cite = o->cite;
        }
        at = one_down(in, at);
    }
    result.from = at;
    return result;
}

struct text source_text(struct sources *s, struct span at)
{
    const struct source *source = source_of(s, at);
    if (!source)
        return (struct text){0};
    return (struct text){source->content.at + (at.lo - source->base), at.hi - at.lo};
}

/* --- lines and columns --------------------------------------------------------------------- */

/* What is known at the start of each stretch of a text, made when its first place is asked for: so
 * that a place costs a look at one stretch, in a line of a hundred megabytes too, and hardly any
 * memory in a hundred million lines. */
enum { STRETCH = 4096 };

struct stretch {
    uint32_t lines;  /* line ends before it */
    uint32_t points; /* code points before it */
    uint32_t start;  /* where the line begins in which it begins */
    uint32_t before; /* code points before that */
};

/* Go on to byte `to`, which is not beyond the end of the stretch or the text. */
static void walk(const struct source *s, struct stretch *now, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        char byte = s->content.at[i];
        now->points += ((unsigned char)byte & 0xC0) != 0x80;
        if (byte != '\n')
            continue;
        now->lines++;
        now->start = i + 1;
        now->before = now->points;
    }
}

static void find_stretches(struct sources *s, struct source *source)
{
    uint32_t n = (uint32_t)source->content.n;
    size_t count = n / STRETCH + 1;
    struct arena *a = arena_for(s, source->index);
    struct stretch now = {0}, *at = ARENA_ARRAY(a, struct stretch, count);
    for (uint32_t i = 0, from = 0; i < count; i++, from += STRETCH) {
        at[i] = now;
        walk(source, &now, from, n - from > STRETCH ? from + STRETCH : n);
    }
    source->stretch = at;
    source->stretches = count;
    source->asked = ARENA_NEW(a, struct stretch);
}

/* Who asks for many places asks for one behind the other: from the last one it is not far. */
static struct stretch known_at(struct source *source, uint32_t offset)
{
    struct stretch now = source->stretch[offset / STRETCH];
    uint32_t from = offset / STRETCH * STRETCH;
    if (source->asked_at >= from && source->asked_at <= offset) {
        now = *source->asked;
        from = source->asked_at;
    }
    walk(source, &now, from, offset);
    *source->asked = now;
    source->asked_at = offset;
    return now;
}

size_t source_line_start(struct sources *s, const struct source *source, size_t offset)
{
    struct source *own = s->all.at[source->index];
    if (!own->stretch)
        find_stretches(s, own);
    return known_at(own, (uint32_t)offset).start;
}

struct place source_place(struct sources *s, uint32_t address)
{
    address = source_real(s, (struct span){address, address}).lo;
    struct source *source = address ? find(s, address) : NULL;
    if (!source)
        return (struct place){0};
    if (!source->stretch)
        find_stretches(s, source);
    struct stretch here = known_at(source, address - source->base);
    return (struct place){source, source->lines_before + here.lines + 1,
                          here.points - here.before + 1, here.start};
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

/* Where line `line` (from 0) begins; the end of the text when there are fewer. */
static size_t start_of(const struct source *source, size_t line)
{
    size_t lo = 0, hi = source->stretches;
    while (hi - lo > 1) {
        size_t middle = lo + (hi - lo) / 2;
        if (source->stretch[middle].lines < line)
            lo = middle;
        else
            hi = middle;
    }
    size_t seen = source->stretch[lo].lines, at = lo * STRETCH;
    const char *text = source->content.at;
    for (const char *end; seen < line; seen++) {
        end = at < source->content.n ? memchr(text + at, '\n', source->content.n - at) : NULL;
        if (!end)
            return source->content.n;
        at = (size_t)(end - text) + 1;
    }
    return at;
}

struct text source_line(struct sources *s, const struct source *source, size_t line)
{
    struct source *own = s->all.at[source->index];
    if (!own->stretch)
        find_stretches(s, own);
    if (line <= own->lines_before)
        return (struct text){0};
    line -= own->lines_before;
    size_t from = start_of(own, line - 1), to = start_of(own, line);
    while (to > from && (own->content.at[to - 1] == '\n' || own->content.at[to - 1] == '\r'))
        to--;
    return (struct text){own->content.at + from, to - from};
}
