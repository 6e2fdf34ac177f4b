/* Going on in a file that an earlier run wrote.
 *
 * What stands in it from its last whole line on must come again, to the last byte of a line that
 * was torn; only then is anything written.  So a file of something else stays as it is. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/batch.h"

enum { BLOCK = 64 * 1024, LONGEST = 256 * 1024 * 1024 }; /* of a line that this verb writes */

/* What is in the file. */
struct written {
    bool headed;          /* the first line is no record */
    size_t lines, wrong;  /* whole lines; those of records that were wrong, the last aside */
    bool last_wrong;      /* the last */
    off_t last, end, all; /* where the last whole line begins and ends; where the file does */
};

static void count_line(struct written *w, const ken *k, ken_text line)
{
    bool is_record = w->lines++ || !w->headed;
    w->wrong += w->last_wrong;
    w->last_wrong = is_record && ken_batch_was_wrong(k, line);
    w->last = w->end;
    w->end += (off_t)line.size;
}

/* Take the whole lines off what was read. */
static void count_lines(struct written *w, const ken *k, struct bytes *b)
{
    size_t from = 0;
    for (const char *end; (end = memchr(b->at + from, '\n', b->n - from));) {
        size_t n = (size_t)(end - b->at) + 1 - from;
        count_line(w, k, (ken_text){b->at + from, n});
        from += n;
    }
    b->n -= from;
    memmove(b->at, b->at + from, b->n);
}

/* NULL, or why it cannot be read. */
static const char *look(const struct output *out, const ken *k, struct written *w, struct bytes *b)
{
    for (;;) {
        if (b->room - b->n < BLOCK)
            bytes_room(b, 2 * b->room + BLOCK);
        ssize_t got = pread(out->fd, b->at + b->n, b->room - b->n, w->all);
        if (got <= 0)
            return got < 0 ? strerror(errno) : NULL;
        b->n += (size_t)got;
        w->all += got;
        count_lines(w, k, b);
        if (b->n > LONGEST)
            return "a line in it is longer than any that this verb writes";
    }
}

static bool begins_with(const struct output *out, ken_text head)
{
    struct bytes got = {0};
    bytes_room(&got, head.size);
    ssize_t n = pread(out->fd, got.at, head.size, 0);
    bool same = n == (ssize_t)head.size && memcmp(got.at, head.at, head.size) == 0;
    free(got.at);
    return same;
}

bool output_resume(struct output *out, const ken *k, ken_text head)
{
    struct written w = {.headed = head.size};
    struct bytes room = {0};
    const char *why = look(out, k, &w, &room);
    free(room.at);
    if (!why && w.lines && head.size && !begins_with(out, head))
        why = "it does not begin with the columns that this run would write";
    if (!why && lseek(out->fd, w.all, SEEK_SET) < 0)
        why = strerror(errno);
    if (why)
        return output_refuse(out, why);
    size_t records = w.lines - (w.lines && head.size);
    out->records = records;
    out->before = records ? records - 1 : 0;
    out->wrong_before = w.wrong;
    out->due = records ? w.last : w.end;
    out->due_end = w.all;
    out->torn = (size_t)(w.all - w.end);
    return w.lines || output_lines(out, head.at, head.size, true);
}

/* The next bytes of the file, as many as are due and fit; -1 where they cannot be read. */
static ssize_t read_due(const struct output *out, char *block, size_t n)
{
    size_t left = (size_t)(out->due_end - out->due);
    n = n < left ? n : left;
    return pread(out->fd, block, n < BLOCK ? n : BLOCK, out->due);
}

bool output_agrees(struct output *out, const char **at, size_t *n)
{
    static char block[BLOCK];
    while (*n && out->due < out->due_end) {
        ssize_t got = read_due(out, block, *n);
        if (got <= 0 || memcmp(block, *at, (size_t)got) != 0) {
            out->why = got > 0 ? "what this run writes is not what stands there: these are other "
                                 "records, or other rules"
                               : "what stands there cannot be read again";
            out->other_file = true;
            return false;
        }
        out->due += got;
        *at += got;
        *n -= (size_t)got;
    }
    return true;
}

bool output_is_due(struct output *out)
{
    if (out->due == out->due_end)
        return false;
    out->why = "there are more records in it than come in";
    out->other_file = true;
    return true;
}
