/* The cells of a statement of a fact file: private to format/. */
#ifndef KEN_FORMAT_FACTS_CELLS_H
#define KEN_FORMAT_FACTS_CELLS_H

#include "format/columns.h"
#include "format/statements.h"

enum line_kind { LINE_ALONE, LINE_FACT, LINE_CLAIM, LINE_REASON, LINE_ROW, LINE_KINDS };

/* A statement as a line: texts, and a cell for each with its place among its neighbours. */
struct line {
    enum line_kind kind;
    struct text *text;
    struct column_row row;
    size_t *pad; /* of each cell: empty columns behind its text, so that points stand below points
                  */
};

/* `top`: outside all blocks, where the words of heads, claims and reasons are such. */
struct line line_of(const struct statements *s, const struct statement *now, bool top);

/* Make room behind the numbers of these claims, so that points stand below points. */
void lines_pad(struct line *lines, size_t n);

/* Whether the statements of this block are surely the rows of a table, its columns' names first. */
bool is_table(const struct statements *s, const struct statement *block);

/* The rows of a table, numbers below numbers; `lines` has room for all of them. */
void lines_of_table(const struct statements *s, const struct statement *block, struct line *lines);

#endif
