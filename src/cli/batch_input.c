/* The records of a stream, by chunks of whole ones.
 *
 * A chunk is as large as what was read at once, so that records that come slowly are answered at
 * once, and grows for a record that is longer.  What is longer than a record can be is cut off, for
 * the library to say so, and passed over up to its line end. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/batch.h"

/* Large enough that what each chunk costs once is nothing beside its records, small enough for a
 * core's own cache; and smaller where the lines are many times as long as the records. */
enum { CHUNK = 256 * 1024, CHUNK_EXPLAINED = 64 * 1024 };

void bytes_room(struct bytes *b, size_t room)
{
    if (b->room >= room)
        return;
    b->at = realloc(b->at, room);
    if (!b->at) {
        static const char says[] = "ken batch: out of memory\n";
        (void)!write(STDERR_FILENO, says, sizeof says - 1);
        _exit(EXIT_FAULT);
    }
    b->room = room;
}

void bytes_add(struct bytes *b, const char *at, size_t n)
{
    if (b->room - b->n < n)
        bytes_room(b, 2 * (b->n + n));
    if (n)
        memcpy(b->at + b->n, at, n);
    b->n += n;
}

size_t lines_in(const char *at, size_t n, size_t *whole)
{
    size_t lines = 0;
    *whole = 0;
    for (const char *end; *whole < n && (end = memchr(at + *whole, '\n', n - *whole)); lines++)
        *whole = (size_t)(end - at) + 1;
    return lines;
}

bool input_open(struct input *in, const char *path, bool explained)
{
    bool standard = strcmp(path, "-") == 0;
    *in = (struct input){
        .path = path, .line = 1, .fd = STDIN_FILENO, .chunk = explained ? CHUNK_EXPLAINED : CHUNK};
    in->name = standard ? (ken_text){FILE_STANDARD_INPUT, sizeof FILE_STANDARD_INPUT - 1}
                        : (ken_text){path, strlen(path)};
    if (standard)
        return true;
    in->fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat about;
    const char *why = NULL;
    if (in->fd < 0)
        why = errno == ENOENT ? "there is no such file" : strerror(errno);
    else if (fstat(in->fd, &about) == 0 && S_ISDIR(about.st_mode))
        why = "it is a folder";
    if (why)
        fprintf(stderr, "ken batch: cannot read `%s`: %s\n", path, why);
    return !why;
}

void input_close(struct input *in)
{
    free(in->rest.at);
    if (in->fd > STDIN_FILENO)
        close(in->fd);
}

/* Add what can be read at once; false at the end, after an error, or when the run is to stop. */
static bool read_more(struct input *in, struct bytes *to)
{
    if (in->over || in->why || !stop_wait(in->fd))
        return false;
    if (to->room - to->n < in->chunk / 2)
        bytes_room(to, to->room < in->chunk ? in->chunk : 2 * to->room);
    ssize_t got = read(in->fd, to->at + to->n, to->room - to->n);
    if (got < 0 && errno == EINTR)
        return read_more(in, to);
    if (got < 0)
        in->why = strerror(errno);
    in->over = got == 0;
    to->n += got > 0 ? (size_t)got : 0;
    return got > 0;
}

/* Behind the first line end outside quotes; 0 when there is none. */
static size_t first_line(const struct bytes *b)
{
    bool quoted = false;
    for (size_t i = 0; i < b->n; i++) {
        quoted ^= b->at[i] == '"';
        if (b->at[i] == '\n' && !quoted)
            return i + 1;
    }
    return 0;
}

bool input_begin(struct input *in)
{
    while (!first_line(&in->rest) && in->rest.n <= KEN_RECORD_LIMIT && read_more(in, &in->rest))
        ;
    return !in->why;
}

ken_stream input_stream(const struct input *in)
{
    static const char before[] = " \n\r\t\xEF\xBB\xBF";
    size_t i = 0;
    if (path_ends(in->path, ".csv"))
        return KEN_STREAM_CSV;
    while (i < in->rest.n && memchr(before, in->rest.at[i], sizeof before - 1))
        i++;
    bool object = i == in->rest.n || in->rest.at[i] == '{';
    return object || path_ends(in->path, ".ndjson") || path_ends(in->path, ".jsonl")
               ? KEN_STREAM_NDJSON
               : KEN_STREAM_CSV;
}

/* Pass over the rest of what was too long. */
static void discard(struct input *in)
{
    const char *end;
    while (in->discards) {
        end = in->rest.n ? memchr(in->rest.at, '\n', in->rest.n) : NULL;
        size_t n = end ? (size_t)(end - in->rest.at) + 1 : in->rest.n;
        in->rest.n -= n;
        memmove(in->rest.at, in->rest.at + n, in->rest.n);
        in->line += end != NULL;
        in->discards = !end && read_more(in, &in->rest);
    }
}

/* How much of what was read is whole records.  Where a record does not end, it is the first line:
 * a quote in it is not closed; or it is too long. */
static size_t whole(struct input *in, const ken *k, const struct bytes *b)
{
    ken_text text = {b->at, b->n};
    size_t n = ken_batch_whole(k, text);
    if (in->over)
        return b->n;
    if (n || b->n <= KEN_RECORD_LIMIT)
        return n;
    const char *end = memchr(b->at, '\n', b->n);
    in->discards = !end;
    return end ? (size_t)(end - b->at) + 1 : b->n;
}

/* Whether a record can end in what is behind `looked`, where none ended before: it need not be gone
 * through again for each piece of a long one. */
static bool may_end(const struct bytes *b, size_t looked)
{
    return b->n > KEN_RECORD_LIMIT || memchr(b->at + looked, '\n', b->n - looked);
}

/* Take off records that are not wanted any more. */
static void skip(struct input *in, const ken *k, struct chunk *chunk)
{
    size_t lines;
    struct bytes *b = &chunk->text;
    size_t n = ken_batch_skip(k, (ken_text){b->at, b->n}, &in->skip, &lines);
    b->n -= n;
    memmove(b->at, b->at + n, b->n);
    chunk->line += lines;
}

bool input_next(struct input *in, const ken *k, struct chunk *chunk)
{
    struct bytes *b = &chunk->text;
    size_t whole_lines; /* all of it, but in the end */
    do {
        discard(in);
        struct bytes spare = *b;
        *b = in->rest;
        in->rest = spare;
        in->rest.n = 0;
        size_t n = b->n ? whole(in, k, b) : 0, looked = b->n;
        for (; !n && read_more(in, b); looked = b->n)
            if (may_end(b, looked))
                n = whole(in, k, b);
        if (!n && in->over)
            n = b->n;
        chunk->line = in->line;
        in->line += lines_in(b->at, n, &whole_lines);
        bytes_add(&in->rest, b->at + n, b->n - n);
        b->n = n;
        if (in->skip)
            skip(in, k, chunk);
    } while (!b->n && !in->over && !in->why && !stop_signal());
    if (!b->n || stop_signal())
        return false;
    chunk->number = in->number++;
    return true;
}
