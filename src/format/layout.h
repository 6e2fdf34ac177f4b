/* What the layout of a rule file knows of its tokens: private to format/.
 *
 * tokens.c says what stands where; gaps.c and marks.c, from the tree, what goes between two tokens;
 * items.c puts the lines together. */
#ifndef KEN_FORMAT_LAYOUT_H
#define KEN_FORMAT_LAYOUT_H

#include "format/format.h"
#include "format/statements.h"
#include "syntax/token.h"
#include "syntax/tree.h"

/* Items of the same kind that are neighbours are brought under each other. */
enum row_kind {
    ROW_ALONE, /* with nobody */
    ROW_WORD,  /* a word and what it says: `measure ...`, `note ...` */
    ROW_FACT,
    ROW_UNIT,
    ROW_LET,
    ROW_SHOW,
    ROW_ROUND,
    ROW_BAND,
    ROW_CASE,
    ROW_ADJUST,
    ROW_STEP,
    ROW_EXPECT,
    ROW_COLUMN,
    ROW_KINDS
};

enum { GAP_WIDE = 3 /* spaces between two properties on one line */ };

/* What stands between a token and the one before it. */
struct gap {
    unsigned spaces;
    unsigned char column; /* that begins here, of the row; 0: none */
    unsigned char rank;   /* of a line break: the lowest is taken first; 0: none is possible */
    bool right;           /* the column is one of numbers */
    bool property;        /* of a step: all of them get lines of their own, or none */
    bool item;            /* an item of a block begins here */
    bool breaks;          /* a line break was decided upon */
    enum row_kind row;    /* of the item */
};

struct layout {
    struct arena *arena;
    const struct source *source;
    const struct tokens *tokens;
    size_t n;        /* tokens, without the end of the file */
    struct gap *gap; /* for each token, and one behind the last */
    unsigned *width; /* of each token */
    size_t *brace;   /* 1 + the `{` around each token; 0: none */
    size_t *match;   /* of each `{`: its `}` */
    size_t *comment; /* the first comment in front of each token, and one behind the last */
    size_t *columns; /* of the widths and spaces before each token, on one line */
    struct statements **facts; /* of a token that is the facts of a test; else NULL */
    struct page page;
};

/* tokens.c */

/* What the facts of a test are made of, whose text is token `token`; NULL: it is something else, or
 * there is an error in it, which is reported. */
struct statements *facts_of_test(struct arena *a, const struct source *s,
                                 const struct tokens *tokens, size_t token, struct diags *d);

struct layout *layout_of(struct arena *a, const struct source *s, const struct tokens *tokens,
                         struct diags *d);
struct text token_written(const struct layout *l, size_t token);
int token_kind(const struct layout *l, size_t token);
size_t token_at(const struct layout *l, struct span at);              /* the first of that place */
size_t token_behind(const struct layout *l, struct span at);          /* the first behind it */
bool comments_within(const struct layout *l, size_t from, size_t to); /* between these tokens */
struct text comment_text(const struct layout *l, size_t comment);
/* Line ends between the token or comment in front of an address, and the address. */
size_t lines_above_token(const struct layout *l, size_t token);
size_t lines_above_comment(const struct layout *l, size_t comment);
/* Whether a comment stands under the one above it, which stands behind a token. */
bool comment_goes_on(const struct layout *l, size_t comment);

/* gaps.c */
void layout_gaps(struct layout *l, const struct node *root);

/* items.c */
void layout_items(struct layout *l);

#endif
