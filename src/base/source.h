/* The texts that a run reads, in one address space; and places in them.
 *
 * Floor: base.  Rule files, fact files and tables are all sources, so a span alone says which file
 * it lies in. All sources together may hold a little under 4 GiB. */
#ifndef KEN_BASE_SOURCE_H
#define KEN_BASE_SOURCE_H

#include "base/encoding.h"
#include "base/list.h"
#include "base/span.h"

/* Where a stretch of a made text comes from. It ends where the next one begins. */
struct origin {
    uint32_t lo;      /* in bytes within the made text */
    struct span from; /* in another source */
    struct span by;   /* what put it there, in another source; nowhere: nobody but its own file */
    struct text cite; /* the document behind that; may be empty */
    bool verbatim; /* it stands there letter for letter; else it was made from what stands there */
};

struct source {
    struct text name;              /* as messages show it */
    struct text content;           /* without a byte order mark */
    struct text bytes;             /* as they came, mark and encoding included */
    uint32_t base;                 /* address of the first byte */
    const struct stretch *stretch; /* private: to find places */
    size_t stretches;
    struct stretch *asked; /* private: at the place that was asked for last */
    uint32_t asked_at;
    size_t index;                /* in order of source_add */
    size_t lines_before;         /* of the file that it is a piece of: a record of a stream */
    enum encoding declared;      /* by the file that names it; the content is UTF-8 all the same */
    const struct origin *origin; /* of a made text, which is no file; else NULL */
    size_t origins;
};

struct sources;

struct sources *sources_new(struct arena *a);

/* Keep a text (not copied: it must live as long as the arena).  NULL when the address space is
 * full. */
struct source *source_add(struct sources *s, struct text name, struct text content);

/* The same for a text that was made from others: places in it are said to be where it comes from.
 * `origin`, at least one, by rising `lo` from 0 on, must live as long as the arena. */
struct source *source_add_made(struct sources *s, struct text name, struct text content,
                               const struct origin *origin, size_t origins);

/* The same texts, to find places in and to add to beside `s`, which another thread may use. */
struct sources *sources_copy(struct arena *a, const struct sources *s);

/* A place to return to, as in an arena: what is added in between is kept in `a` and then forgotten.
 */
struct sources_mark {
    LIST_FIELDS(struct source *);
    uint32_t end;
};
struct sources_mark sources_mark(struct sources *s, struct arena *a);
void sources_return(struct sources *s, struct sources_mark mark);

size_t sources_count(const struct sources *s);
const struct source *sources_at(const struct sources *s, size_t index);

/* The source that `at` lies in; NULL for nowhere. */
const struct source *source_of(struct sources *s, struct span at);

/* What `at` is in the file that it comes from: `at` itself but in a made text.  A place that goes
 * over several origins ends with the first. */
struct span source_real(struct sources *s, struct span at);

/* Whether what stands at `at` stands letter for letter in one file. */
bool source_is_verbatim(struct sources *s, struct span at);

/* The origin of a place in a made text, followed down to a file, and that of how many bytes from
 * there on it is; `by` and `cite` are those of the outermost text that has them.  In a file it is
 * its own origin. */
struct origin source_origin(struct sources *s, uint32_t address, uint32_t *n);

/* The bytes of `at`; empty for nowhere. */
struct text source_text(struct sources *s, struct span at);

/* A span by byte offsets within one source. */
static inline struct span source_span(const struct source *s, size_t lo, size_t hi)
{
    return (struct span){s->base + (uint32_t)lo, s->base + (uint32_t)hi};
}

/* Line and column count from 1, lines in the file that a piece is of; the column counts code
 * points. Never in a made text: see source_real. */
struct place {
    const struct source *source;
    size_t line, column;
    size_t start; /* of the line, in bytes within the source */
};
struct place source_place(struct sources *s, uint32_t address);

/* "file:line" of the start of `at`, or "file:line:column"; empty for nowhere. */
struct text source_line_words(struct arena *a, struct sources *s, struct span at);
struct text source_place_words(struct arena *a, struct sources *s, struct span at);

/* Where the line begins that a byte of a source, made or not, lies in. */
size_t source_line_start(struct sources *s, const struct source *source, size_t offset);

/* The text of one line (from 1) without its line end. */
struct text source_line(struct sources *s, const struct source *source, size_t line);

#endif
