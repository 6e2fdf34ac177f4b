/* Where the records of a stream end.
 *
 * A record of NDJSON is a line.  One of CSV may go over several, in a quoted cell; a quote opens a
 * cell only at its beginning, so that one that stands elsewhere, which is a mistake, does not take
 * the records behind it along.  A cell that is never closed is: then the record is its first line.
 */
#include <string.h>

#include "batch/batch.h"

static const char *find(const char *at, const char *end, char sign)
{
    return at < end ? memchr(at, sign, (size_t)(end - at)) : NULL;
}

/* Behind the quoted cell that begins at `at`; NULL when it is not closed. */
static const char *behind_quotes(const char *at, const char *end)
{
    while ((at = find(at + 1, end, '"')))
        if (++at == end || *at != '"')
            return at;
    return NULL;
}

/* The line end behind the record that begins at `at`; `end` when the text ends first, NULL when it
 * does so in quotes. */
static const char *csv_end(const char *at, const char *end, char delimiter)
{
    const char *line = find(at, end, '\n'), *start = at;
    line = line ? line : end;
    for (const char *quote; (quote = find(at, line, '"'));) {
        bool opens = quote == start || quote[-1] == delimiter;
        at = opens ? behind_quotes(quote, end) : quote + 1;
        if (!at)
            return NULL;
        if (at > line)
            line = find(at, end, '\n');
        line = line ? line : end;
    }
    return line;
}

/* The same of any stream. */
static const char *end_of(const struct batch *b, struct text t)
{
    const char *end = t.at + t.n;
    if (b->from == BATCH_CSV)
        return csv_end(t.at, end, b->head->delimiter);
    const char *line = find(t.at, end, '\n');
    return line ? line : end;
}

static long long lines_in(struct text t)
{
    long long lines = 0;
    for (const char *at = t.at, *end = t.at + t.n; (at = find(at, end, '\n')); at++)
        lines++;
    return lines;
}

long long batch_next(const struct batch *b, struct text *rest, struct text *record)
{
    const char *end = end_of(b, *rest), *all = rest->at + rest->n;
    if (!end) { /* never closed */
        const char *line = find(rest->at, all, '\n');
        end = line ? line : all;
    }
    size_t n = (size_t)(end - rest->at);
    *record = (struct text){rest->at, n};
    *rest = text_after(*rest, n + 1);
    long long lines = b->from == BATCH_CSV ? lines_in(*record) + 1 : 1;
    if (record->n && record->at[record->n - 1] == '\r')
        record->n--;
    return lines;
}

bool batch_is_blank(struct text record)
{
    return !record.n || ((unsigned char)record.at[0] <= ' ' && !text_trim(record).n);
}

/* Without quotes every line is a record. */
static size_t whole_lines(struct text t)
{
    enum { STEP = 4096 };
    size_t n = t.n;
    while (n > STEP && !find(t.at + n - STEP, t.at + n, '\n'))
        n -= STEP;
    while (n && t.at[n - 1] != '\n')
        n--;
    return n;
}

size_t batch_whole(const struct batch *b, struct text t)
{
    struct text rest = t;
    if (b->from == BATCH_NDJSON || !find(t.at, t.at + t.n, '"'))
        return whole_lines(t);
    const char *all = t.at + t.n;
    for (const char *end; rest.n && (end = end_of(b, rest)) && end < all;)
        rest = text_after(rest, (size_t)(end - rest.at) + 1);
    return t.n - rest.n;
}
