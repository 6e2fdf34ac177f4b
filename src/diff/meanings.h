/* Numbers for what expressions mean: private to same*.c. */
#ifndef KEN_DIFF_MEANINGS_H
#define KEN_DIFF_MEANINGS_H

#include "diff/comparing.h"

enum {
    DEPTHS = 4,          /* of rows around an expression, and one to spare */
    TERMS = 64,          /* of a sum or the like that are looked through */
    MOST_OFTEN = 1 << 20 /* that one of them may stand in it */
};

/* How much of a meaning is looked at. */
enum view { WHOLE, WITHOUT_FILTERS, VIEWS };

struct term {
    uint32_t meaning;
    long times; /* of a sum: what is taken away counts negative */
};

/* Operands whose order says nothing. */
struct terms {
    char op; /* 0: it has none */
    size_t n;
    struct term *at;
};

struct meanings {
    const struct diff *d;
    struct arena *a;
    struct map known;                   /* from what it is made of to its number */
    LIST_OF(struct terms) terms;        /* by number */
    uint32_t *of[VIEWS][SIDES][DEPTHS]; /* by cell; number + 1, 0: not looked at yet */
    unsigned char *lowest[SIDES];       /* by cell; level + 1 */
};

struct looking {
    struct meanings *m;
    int side;
    enum view view;
};

/* Of `e`, around which stand `depth` rows, of which the first `base` are none of its own. */
uint32_t meaning_of(const struct looking *l, const struct expr *e, unsigned depth, unsigned base);

/* The number of what is made of `b`. */
uint32_t meaning_remember(struct meanings *m, const struct buffer *b, struct terms terms);

/* A number, and a text with its length, as parts of what a meaning is made of. */
void meaning_add(struct buffer *b, long long n);
void meaning_add_text(struct buffer *b, struct text t);

/* same_rows.c: the outermost row around it that it looks at; NO_ROW for none. */
enum { NO_ROW = DEPTHS };
unsigned meaning_lowest_row(const struct looking *l, const struct expr *e, unsigned depth);

/* same_sets.c: of forms whose operands have no order, or not the one that is written. */
uint32_t meaning_of_sum(const struct looking *l, const struct expr *e, unsigned depth,
                        unsigned base);
uint32_t meaning_of_set(const struct looking *l, const struct expr *e, char op, unsigned depth,
                        unsigned base);
uint32_t meaning_of_comparison(const struct looking *l, const struct expr *e, unsigned depth,
                               unsigned base);
uint32_t meaning_of_table(const struct looking *l, const struct expr *e, unsigned depth,
                          unsigned base);

#endif
