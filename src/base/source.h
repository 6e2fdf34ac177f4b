/* The texts that a run reads, in one address space; and places in them.
 *
 * Floor: base.  Rule files, fact files and tables are all sources, so a span alone says which file
 * it lies in. All sources together may hold a little under 4 GiB. */
#ifndef KEN_BASE_SOURCE_H
#define KEN_BASE_SOURCE_H

#include "base/encoding.h"
#include "base/span.h"

struct source {
    struct text name;              /* as messages show it */
    struct text content;           /* without a byte order mark */
    struct text bytes;             /* as they came, mark and encoding included */
    uint32_t base;                 /* address of the first byte */
    const struct stretch *stretch; /* private: to find places */
    size_t stretches;
    struct stretch *asked; /* private: at the place that was asked for last */
    uint32_t asked_at;
    size_t index;           /* in order of source_add */
    enum encoding declared; /* by the file that names it; the content is UTF-8 all the same */
};

struct sources;

struct sources *sources_new(struct arena *a);

/* Keep a text (not copied: it must live as long as the arena).  NULL when the address space is
 * full. */
struct source *source_add(struct sources *s, struct text name, struct text content);

size_t sources_count(const struct sources *s);
const struct source *sources_at(const struct sources *s, size_t index);

/* The source that `at` lies in; NULL for nowhere. */
const struct source *source_of(struct sources *s, struct span at);

/* The bytes of `at`; empty for nowhere. */
struct text source_text(struct sources *s, struct span at);

/* A span by byte offsets within one source. */
struct span source_span(const struct source *s, size_t lo, size_t hi);

/* Line and column count from 1; the column counts code points. */
struct place {
    const struct source *source;
    size_t line, column;
    size_t start; /* of the line, in bytes within the source */
};
struct place source_place(struct sources *s, uint32_t address);

/* "file:line" of the start of `at`, or "file:line:column"; empty for nowhere. */
struct text source_line_words(struct arena *a, struct sources *s, struct span at);
struct text source_place_words(struct arena *a, struct sources *s, struct span at);

/* The text of one line (from 1) without its line end. */
struct text source_line(struct sources *s, const struct source *source, size_t line);

#endif
