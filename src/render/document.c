/* What a report says, before it looks like anything.
 *
 * Blocks are kept by pointer, so that a table or an outline that was handed out stays valid while
 * others are added. */
#include "render/document.h"

#include <assert.h>

struct document document_in(struct arena *a)
{
    return (struct document){.arena = a};
}

static struct block *add_block(struct document *d, enum block_kind kind)
{
    struct block *block = ARENA_NEW(d->arena, struct block);
    block->kind = kind;
    LIST_ADD(d->arena, &d->blocks, block);
    return block;
}

void document_heading(struct document *d, struct text text, struct text aside)
{
    struct block *block = add_block(d, BLOCK_HEADING);
    block->text = (struct cell){text, TONE_STRONG};
    block->aside = aside;
}

struct block *document_section(struct document *d, unsigned level, struct text anchor,
                               struct text text)
{
    struct block *block = add_block(d, BLOCK_HEADING);
    block->text = (struct cell){text, TONE_STRONG};
    block->level = level;
    block->anchor = anchor;
    return block;
}

void document_paragraph(struct document *d, struct text text, enum tone tone)
{
    add_block(d, BLOCK_PARAGRAPH)->text = (struct cell){text, tone};
}

struct block *document_table(struct document *d)
{
    return add_block(d, BLOCK_TABLE);
}

struct block *document_grid(struct document *d)
{
    struct block *block = add_block(d, BLOCK_TABLE);
    block->is_grid = true;
    return block;
}

struct block *document_outline(struct document *d)
{
    return add_block(d, BLOCK_OUTLINE);
}

struct block *document_listing(struct document *d)
{
    return add_block(d, BLOCK_LISTING);
}

void document_formula(struct document *d, struct text says, const struct formula *f)
{
    struct block *block = add_block(d, BLOCK_FORMULA);
    block->text = (struct cell){says, TONE_PLAIN};
    block->formula = f;
}

void document_chart(struct document *d, const struct chart *c)
{
    struct block *block = add_block(d, BLOCK_CHART);
    block->chart = c;
}

void table_column(struct document *d, struct block *table, struct text heading, enum align align,
                  bool gives_way)
{
    assert(table->kind == BLOCK_TABLE && table->rows.n == 0);
    LIST_ADD(d->arena, &table->columns, (struct column){heading, align, gives_way});
}

struct table_row *table_add_row(struct document *d, struct block *table, unsigned depth)
{
    assert(table->kind == BLOCK_TABLE);
    struct cell *cells = ARENA_ARRAY(d->arena, struct cell, table->columns.n);
    LIST_ADD(d->arena, &table->rows, (struct table_row){.cell = cells, .depth = depth});
    return &table->rows.at[table->rows.n - 1];
}

void outline_add(struct document *d, struct block *outline, unsigned depth, struct cell body,
                 struct text aside)
{
    assert(outline->kind == BLOCK_OUTLINE);
    LIST_ADD(d->arena, &outline->lines, (struct outline_line){depth, body, aside});
}

void listing_add(struct document *d, struct block *listing, struct listing_line line)
{
    assert(listing->kind == BLOCK_LISTING);
    LIST_ADD(d->arena, &listing->listing, line);
}
