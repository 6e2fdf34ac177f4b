/* What a fact file is made of: pieces, statements, comments.  Private to format/.
 *
 * Which names are facts and which blocks are tables is known to the rules alone; the layout goes by
 * how they look. */
#ifndef KEN_FORMAT_STATEMENTS_H
#define KEN_FORMAT_STATEMENTS_H

#include "base/diag.h"
#include "format/page.h"

enum piece_kind { PIECE_WORD, PIECE_TEXT, PIECE_COMMA, PIECE_EQUALS, PIECE_OPEN, PIECE_CLOSE };

struct piece {
    enum piece_kind kind;
    struct text text; /* as written */
    size_t at;        /* in bytes */
    size_t lines;     /* line ends in front of it, since the piece or comment before */
};

struct fact_comment {
    struct text text;
    size_t at;
    size_t before; /* index of the piece that follows it */
    size_t lines;  /* as above */
    bool trails;   /* behind a piece, or under such a comment */
};

struct statement {
    size_t from, to; /* pieces; those of its block are not among them */
    size_t block;    /* 1 + the `{`, when it opens a block of statements */
    size_t close;    /* the `}` */
    LIST_OF(struct statement) inner;
    size_t behind; /* what stands behind the block: pieces up to this one */
};

struct statements {
    struct arena *arena;
    const struct source *source;
    LIST_OF(struct piece) pieces;
    LIST_OF(struct fact_comment) comments;
    struct statement all; /* its inner ones are those of the file */
};

/* False after an error: a text or a block is not closed. */
bool statements_read(struct statements *into, struct arena *a, const struct source *s,
                     struct diags *d);

/* Whether the pieces and comments of both, and how they are put together, are the same. */
bool statements_same(const struct statements *a, const struct statements *b);

/* facts_lines.c: lay them out. */
void statements_write(struct page *p, const struct statements *s, size_t indent);

#endif
