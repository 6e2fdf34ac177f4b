/* Output: what the library writes goes to a stream, and every failure counts.
 *
 * A result that has a file of its own is written aside in the same folder, flushed to the disk and
 * then renamed, so that at every moment the file has the old content or the new one.  What fails
 * leaves the old one and nothing else. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"

static struct target {
    const char *path;        /* as --output says; NULL: standard output */
    char real[PATH_MAX + 1]; /* behind its links */
    char aside[PATH_MAX + 32];
    FILE *to;        /* NULL before the first byte */
    bool in_place;   /* it may be one of the files that were read */
    const char *why; /* it cannot be written; NULL while all is well */
} result;

void output_to(const char *path)
{
    result.path = strcmp(path, "-") == 0 ? NULL : path;
}

/* May be called where memory is exhausted. */
void output_abandon(void)
{
    if (result.aside[0])
        unlink(result.aside);
    result.aside[0] = 0;
}

static bool fail(const char *why)
{
    if (!result.why)
        result.why = why;
    return false;
}

/* The file itself, and the permissions that the new one shall have. */
static bool find_target(const char *path, mode_t *mode)
{
    struct stat about;
    mode_t mask = umask(0);
    umask(mask);
    *mode = 0666 & ~mask;
    if (strlen(path) >= PATH_MAX)
        return fail("the name is too long");
    if (!realpath(path, result.real)) {
        int error = errno;
        snprintf(result.real, sizeof result.real, "%s", path);
        return error == ENOENT || fail(strerror(error));
    }
    if (stat(result.real, &about) != 0)
        return fail(strerror(errno));
    if (S_ISDIR(about.st_mode))
        return fail("it is a folder");
    if (!S_ISREG(about.st_mode))
        return fail("it is not a regular file");
    if (!result.in_place && files_was_read(&about))
        return fail("it is one of the files that were read");
    if (access(result.real, W_OK) != 0)
        return fail(strerror(errno));
    *mode = about.st_mode & 07777;
    return true;
}

static void open_aside(const char *path)
{
    mode_t mode;
    if (!find_target(path, &mode))
        return;
    const char *slash = strrchr(result.real, '/');
    int folder = slash ? (int)(slash - result.real) + 1 : 0;
    snprintf(result.aside, sizeof result.aside, "%.*s.ken-XXXXXX", folder, result.real);
    int fd = mkstemp(result.aside);
    if (fd < 0) {
        fail(strerror(errno));
        result.aside[0] = 0;
        return;
    }
    if (fchmod(fd, mode) == 0)
        result.to = fdopen(fd, "w");
    if (result.to)
        return;
    fail(strerror(errno));
    close(fd);
}

static bool write_to(void *user, const char *bytes, size_t size)
{
    return fwrite(bytes, 1, size, user) == size;
}

/* The stream is opened with the first byte: what does not come so far leaves nothing behind. */
static bool write_result(void *user, const char *bytes, size_t size)
{
    (void)user;
    if (!result.path)
        result.to = stdout;
    else if (!result.to && !result.why)
        open_aside(result.path);
    if (result.why)
        return false;
    return write_to(result.to, bytes, size) || fail(strerror(errno));
}

bool output_report(ken *k, ken_report what, const ken_style *style, FILE *to)
{
    return ken_write(k, what, style, write_to, to);
}

bool output_result(ken *k, ken_report what, const ken_style *style)
{
    return ken_write(k, what, style, write_result, NULL);
}

bool output_say(const char *says)
{
    return write_result(NULL, says, strlen(says));
}

bool output_bytes(ken_text bytes)
{
    return !bytes.size || write_result(NULL, bytes.at, bytes.size);
}

/* The name is as safe as the bytes only when the folder is on the disk too. */
static void flush_folder(void)
{
    char *slash = strrchr(result.real, '/');
    if (slash)
        slash[slash == result.real] = 0;
    FILE *folder = fopen(slash ? result.real : ".", "r");
    if (!folder)
        return;
    fsync(fileno(folder));
    fclose(folder);
}

static void replace_file(void)
{
    bool well = fflush(result.to) == 0 && fsync(fileno(result.to)) == 0;
    int error = errno;
    if (fclose(result.to) != 0 && well) {
        well = false;
        error = errno;
    }
    if (!well) {
        fail(strerror(error));
    } else if (rename(result.aside, result.real) != 0) {
        fail(strerror(errno));
    } else {
        result.aside[0] = 0;
        flush_folder();
    }
}

const char *output_replace(const char *path, ken_text bytes)
{
    struct target kept = result;
    result = (struct target){.path = path, .in_place = true};
    if (write_result(NULL, bytes.at, bytes.size))
        replace_file();
    const char *why = result.why;
    output_abandon();
    result = kept;
    return why;
}

static void finish_stdout(void)
{
    errno = 0;
    if (fflush(stdout) != 0 || ferror(stdout))
        fail(errno ? strerror(errno) : "write error");
}

/* A result is one where the work was done, or where its answer is no. */
int output_finish(int status)
{
    bool wanted = status == 0 || status == EXIT_NO;
    if (!result.path)
        finish_stdout();
    else if (result.to && wanted && !result.why)
        replace_file();
    output_abandon();
    if (!result.why)
        return status;
    if (strcmp(result.why, strerror(EPIPE)) != 0)
        fprintf(stderr, "ken: cannot write %s%s%s: %s\n", result.path ? "`" : "the result",
                result.path ? result.path : "", result.path ? "`" : "", result.why);
    return wanted ? EXIT_IO : status;
}
