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

bool output_refuse(const struct output *out, const char *why)
{
    const char *quote = out->path ? "`" : "";
    fprintf(stderr, "ken batch: cannot write %s%s%s: %s\n", quote,
            out->path ? out->path : "standard output", quote, why);
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
    const char *why = out->path ? NULL : unfit(out, in);
    if (why)
        return output_refuse(out, why);
    if (!out->path)
        return true;
    out->fd = open(out->path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (out->fd < 0 && errno == EACCES) /* what can be written only, as a pipe */
        out->fd = open(out->path, O_WRONLY | O_CLOEXEC);
    if (out->fd < 0)
        return output_refuse(out, strerror(errno));
    why = unfit(out, in);
    if (!why && !o->resume && ftruncate(out->fd, 0) != 0 && errno != EINVAL)
        why = strerror(errno);
    return !why || output_refuse(out, why);
}

void output_close(struct output *out)
{
    if (out->fd <= STDERR_FILENO)
        return;
    if (close(out->fd) != 0 && !out->why)
        out->why = strerror(errno);
}

/* --- writing -----------------------------------------------------------------------------------
 */

/* What came of the last line is taken back, where that can be; also what an earlier run wrote of
 * it. */
static void fail(struct output *out, const char *at, size_t written, bool head, int error)
{
    size_t whole, lines = lines_in(at, written, &whole);
    struct stat about;
    out->records += head ? 0 : lines;
    out->why = strerror(error);
    out->reader_gone = error == EPIPE;
    off_t end = lseek(out->fd, 0, SEEK_CUR);
    size_t torn = written - whole + (whole ? 0 : out->torn);
    if (torn && end > 0 && fstat(out->fd, &about) == 0 && S_ISREG(about.st_mode) &&
        about.st_size == end)
        (void)!ftruncate(out->fd, end - (off_t)torn);
}

bool output_lines(struct output *out, const char *at, size_t n, bool head)
{
    if (out->why || !output_agrees(out, &at, &n))
        return false;
    for (size_t written = 0; written < n;) {
        ssize_t got = write(out->fd, at + written, n - written);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            fail(out, at, written, head, errno);
            return false;
        }
        written += (size_t)got;
    }
    size_t whole;
    out->records += head ? 0 : lines_in(at, n, &whole);
    out->torn = n ? 0 : out->torn;
    return true;
}
