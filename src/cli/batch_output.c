/* The lines that a stream of records becomes, in a file or on standard output.
 *
 * The file grows as the run goes on, since a run over a whole country that is interrupted shall not
 * have been for nothing: other verbs write theirs aside.  At every end, a full disk too, it stops
 * behind a whole line. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/batch.h"

enum { BLOCK = 64 * 1024 };

static bool refuse(const struct output *out, const char *why)
{
    fprintf(stderr, "ken batch: cannot write `%s`: %s\n", out->path, why);
    return false;
}

static bool is_input(const struct input *in, const struct stat *file)
{
    struct stat about;
    return fstat(in->fd, &about) == 0 && about.st_dev == file->st_dev &&
           about.st_ino == file->st_ino;
}

/* What was read must not be written over. */
static const char *unfit(const struct output *out, const struct input *in)
{
    struct stat about;
    if (fstat(out->fd, &about) != 0)
        return strerror(errno);
    if (S_ISREG(about.st_mode) && (files_was_read(&about) || is_input(in, &about)))
        return "it is one of the files that were read";
    return NULL;
}

bool output_open(struct output *out, const struct options *o, const struct input *in)
{
    *out = (struct output){.fd = STDOUT_FILENO, .path = o->output ? o->output_path : NULL};
    if (!out->path)
        return true;
    out->fd = open(out->path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (out->fd < 0 && errno == EACCES) /* what can be written only, as a pipe */
        out->fd = open(out->path, O_WRONLY | O_CLOEXEC);
    if (out->fd < 0)
        return refuse(out, strerror(errno));
    const char *why = unfit(out, in);
    if (!why && !o->resume && ftruncate(out->fd, 0) != 0 && errno != EINVAL)
        why = strerror(errno);
    return !why || refuse(out, why);
}

void output_close(struct output *out)
{
    free(out->due.at);
    if (out->fd <= STDERR_FILENO)
        return;
    if (close(out->fd) != 0 && !out->why)
        out->why = strerror(errno);
}

/* --- an earlier run ----------------------------------------------------------------------------
 */

/* What is in the file. */
struct written {
    size_t lines;
    off_t last, end; /* where the last whole line begins, and where it ends */
};

static bool look(const struct output *out, struct written *w)
{
    static char block[BLOCK];
    off_t at = 0;
    *w = (struct written){0};
    for (ssize_t got; (got = pread(out->fd, block, sizeof block, at)) != 0; at += got) {
        if (got < 0)
            return refuse(out, strerror(errno));
        for (ssize_t i = 0; i < got; i++)
            if (block[i] == '\n') {
                w->lines++;
                w->last = w->end;
                w->end = at + i + 1;
            }
    }
    return true;
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

/* The last line is taken back, and must come again: that tells a file that was made of other
 * records, or by other rules. */
static bool take_back(struct output *out, const struct written *w)
{
    size_t n = (size_t)(w->end - w->last);
    bytes_room(&out->due, n);
    out->due.n = n;
    if (pread(out->fd, out->due.at, n, w->last) != (ssize_t)n)
        return refuse(out, "its last line cannot be read");
    out->records--;
    return true;
}

bool output_resume(struct output *out, ken_text head)
{
    struct written w;
    if (!look(out, &w))
        return false;
    if (w.lines && head.size && !begins_with(out, head))
        return refuse(out, "it does not begin with the columns that this run would write");
    out->records = w.lines - (w.lines && head.size);
    if (out->records && !take_back(out, &w))
        return false;
    if (ftruncate(out->fd, w.end) != 0 || lseek(out->fd, w.end, SEEK_SET) < 0)
        return refuse(out, strerror(errno));
    return w.lines || output_lines(out, head.at, head.size, true);
}

/* --- writing -----------------------------------------------------------------------------------
 */

/* The line that is there must be the one that comes. */
static bool is_due(struct output *out, const char **at, size_t *n)
{
    if (*n < out->due.n || memcmp(*at, out->due.at, out->due.n) != 0) {
        out->why = "what this run writes is not what stands there: these are other records, or "
                   "other rules";
        return false;
    }
    *at += out->due.n;
    *n -= out->due.n;
    out->due.n = 0;
    out->records++;
    return true;
}

static size_t lines_in(const char *at, size_t n, size_t *whole)
{
    size_t lines = 0;
    *whole = 0;
    for (const char *end; *whole < n && (end = memchr(at + *whole, '\n', n - *whole)); lines++)
        *whole = (size_t)(end - at) + 1;
    return lines;
}

/* What came of the last line is taken back, where that can be. */
static void fail(struct output *out, const char *at, size_t written, int error)
{
    size_t whole;
    struct stat about;
    out->records += lines_in(at, written, &whole);
    out->why = strerror(error);
    out->gone = error == EPIPE;
    off_t end = lseek(out->fd, 0, SEEK_CUR);
    if (whole < written && end > 0 && fstat(out->fd, &about) == 0 && S_ISREG(about.st_mode) &&
        about.st_size == end)
        (void)!ftruncate(out->fd, end - (off_t)(written - whole));
}

bool output_lines(struct output *out, const char *at, size_t n, bool head)
{
    if (out->why || (out->due.n && !head && n && !is_due(out, &at, &n)))
        return false;
    for (size_t written = 0; written < n;) {
        ssize_t got = write(out->fd, at + written, n - written);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            fail(out, at, head ? 0 : written, errno);
            return false;
        }
        written += (size_t)got;
    }
    size_t whole;
    out->records += head ? 0 : lines_in(at, n, &whole);
    return true;
}
