/* What a report says, before it looks like anything.
 *
 * Floor: render.  A document is a list of blocks: headings, paragraphs, tables, outlines, listings,
 * formulas and charts.  It knows nothing of rules; report/ makes documents, and each writer
 * (text.h, ...) renders the same one. */
#ifndef KEN_RENDER_DOCUMENT_H
#define KEN_RENDER_DOCUMENT_H

#include "base/list.h"
#include "base/text.h"
#include "render/chart.h"
#include "render/formula.h"

enum tone { /* what a piece of text means; a writer decides how that looks, and never by colour
               alone */
            TONE_PLAIN,
            TONE_STRONG,
            TONE_FAINT,
            TONE_GOOD,
            TONE_WARN,
            TONE_BAD,
            TONE_CODE, /* as a file has it: in no other digits */
};

struct cell {
    struct text text;
    enum tone tone;
};

enum align { ALIGN_LEFT, ALIGN_RIGHT };

struct column {
    struct text heading;
    enum align align;
    bool gives_way; /* shortened with an ellipsis when the table is wider than the page; at most one
                       a table */
};

struct table_row {
    struct cell *cell; /* one for each column */
    unsigned depth;    /* indents the first column by two columns a level */
    bool rule_above;   /* a line between this row and the one above */
    struct text link;  /* the anchor that its first column leads to; empty: none */
};

struct outline_line {
    unsigned depth; /* indents by two columns a level */
    struct cell body;
    struct text
        aside; /* where it comes from; set at the right margin, or below when there is no room */
};

/* A line of a text as it stands there, with what is said of it in the margin; or a remark on the
 * line above. */
struct listing_line {
    struct cell margin;
    size_t number; /* of the line, from 1; 0: a remark */
    struct cell body;
};

enum block_kind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_TABLE,
    BLOCK_OUTLINE,
    BLOCK_LISTING,
    BLOCK_FORMULA,
    BLOCK_CHART
};

struct block {
    enum block_kind kind;
    struct cell text;   /* heading, paragraph; what a formula says where it cannot be shown
                         */
    struct text aside;  /* heading: set at the right margin */
    unsigned level;     /* heading: of a section, 2 for the outermost; 0: in a document without */
    struct text anchor; /* heading: what links lead to; empty: none do */
    bool new_page;      /* heading: on paper it begins a page */
    bool is_grid; /* table: lines around all cells, and headings that come again on each page */
    const struct formula *formula;
    const struct chart *chart;
    LIST_OF(struct column) columns;
    LIST_OF(struct table_row) rows;
    LIST_OF(struct outline_line) lines;
    LIST_OF(struct listing_line) listing;
};

struct document {
    struct arena *arena;
    LIST_OF(struct block *) blocks;
    struct text language; /* "en"; empty: Thai */
    struct text running;  /* at the head of every printed page but the first, with page numbers
                             below;  empty: neither */
};

struct document document_in(struct arena *a);
void document_heading(struct document *d, struct text text, struct text aside);

/* The heading of a section; the document's own title is a plain heading above it. */
struct block *document_section(struct document *d, unsigned level, struct text anchor,
                               struct text text);
void document_paragraph(struct document *d, struct text text, enum tone tone);
struct block *document_table(struct document *d);
struct block *document_grid(struct document *d); /* a table with lines around its cells */
struct block *document_outline(struct document *d);
struct block *document_listing(struct document *d);
void document_formula(struct document *d, struct text says, const struct formula *f);
/* Illustrates the table above it: where nothing can be drawn, that says it all. */
void document_chart(struct document *d, const struct chart *c);

/* All columns come before the first row. */
void table_column(struct document *d, struct block *table, struct text heading, enum align align,
                  bool gives_way);
/* A new row with empty cells, to be filled in through the result (valid until the next row is
 * added). */
struct table_row *table_add_row(struct document *d, struct block *table, unsigned depth);
void outline_add(struct document *d, struct block *outline, unsigned depth, struct cell body,
                 struct text aside);
void listing_add(struct document *d, struct block *listing, struct listing_line line);

#endif
