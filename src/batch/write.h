/* The lines that go out.  Private to batch/.
 *
 * Floor: batch.  One line a record, always: what an id or a message holds of line ends is escaped
 * or left out, so that who counts lines counts records. */
#ifndef KEN_BATCH_WRITE_H
#define KEN_BATCH_WRITE_H

#include "batch/batch.h"
#include "eval/outcome.h"

/* What a record came to. */
struct judged {
    struct text id;                /* empty: it does not say */
    long long line;                /* of the input, from 1 */
    const struct score *score;     /* by criterion index; NULL: something is wrong with it */
    const struct outcome *outcome; /* of the long way; else NULL */
    struct diags *diags;           /* what is wrong or to be said; NULL: nothing */
};

/* Add the line of a record; `a` is for what is only needed meanwhile. */
void write_ndjson(const struct batch *b, struct arena *a, const struct judged *j,
                  struct buffer *out);
void write_csv(const struct batch *b, struct arena *a, const struct judged *j, struct buffer *out);

/* The line with the names of the columns. */
void write_csv_head(const struct batch *b, struct buffer *out);

/* The light or grade of the total; NULL when the rules have none, or none is certain. */
const struct band *judged_mark(const struct batch *b, struct arena *a, const struct judged *j,
                               enum mark which);

/* The error that stands first; there is one. */
const struct diag *judged_error(const struct judged *j);

/* --- digits.c ----------------------------------------------------------------------------------
 */

enum { FIGURE_ROOM = 24, KEY_ROOM = 16 };

/* Write a known score as it is shown: at `at`, where FIGURE_ROOM bytes are free; how many bytes it
 * took, 0 where it is over or needs more.  `a` is for what is only needed meanwhile. */
size_t digits_put(char *at, struct arena *a, const struct score *s, struct show show);

#endif
