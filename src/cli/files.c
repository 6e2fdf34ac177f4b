/* Files, and what the library asks of its host.
 *
 * A file that another one names must lie below the root: the nearest folder upwards that holds a
 * file `ken.root`, else the folder of the file that names it.  Links are followed first, so no link
 * leads out. */
#define _DEFAULT_SOURCE /* madvise */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"

enum { LARGEST = 1024 * 1024 * 1024, FIRST_READ = 64 * 1024, LARGE_PAGE = 2 * 1024 * 1024 };

/* Contents must outlive the session; they are given back together.  What a file names stays below
 * the root of the file that was named on the command line, however deep the chain. */
struct kept {
    struct kept *next;
    char *name, *content;
    char *root; /* NULL: this file was named on the command line and sets the root itself */
};
static struct kept *all_kept;

static void keep(char *name, char *content, char *root)
{
    struct kept *k = malloc(sizeof *k);
    if (!k)
        abort();
    *k = (struct kept){all_kept, name, content, root};
    all_kept = k;
}

void files_forget(void)
{
    while (all_kept) {
        struct kept *next = all_kept->next;
        free(all_kept->name);
        free(all_kept->content);
        free(all_kept->root);
        free(all_kept);
        all_kept = next;
    }
}

bool files_was_read(const struct stat *file)
{
    struct stat about;
    for (const struct kept *k = all_kept; k; k = k->next)
        if (stat(k->name, &about) == 0 && about.st_dev == file->st_dev &&
            about.st_ino == file->st_ino)
            return true;
    return false;
}

static void host_forget(void *user, ken_text content)
{
    (void)user;
    for (struct kept **k = &all_kept; *k; k = &(*k)->next) {
        struct kept *found = *k;
        if (found->content != content.at)
            continue;
        *k = found->next;
        free(found->name);
        free(found->content);
        free(found->root);
        free(found);
        return;
    }
}

static const char *read_all(int fd, ken_text *content)
{
    size_t room = FIRST_READ, n = 0;
    char *bytes = malloc(room);
    while (bytes) {
        ssize_t got = read(fd, bytes + n, room - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            *content = (ken_text){bytes, n};
            if (got == 0)
                return NULL;
            free(bytes);
            return strerror(errno);
        }
        n += (size_t)got;
        if (n < room)
            continue;
        if (room >= LARGEST) {
            free(bytes);
            return "it is larger than 1 GiB";
        }
        room *= 2;
        char *more = realloc(bytes, room);
        if (!more)
            free(bytes);
        bytes = more;
    }
    return "there is not enough memory";
}

/* Only regular files are read by name: a device or pipe could block or never end. */
static const char *read_regular(const char *path, ken_text *content)
{
    struct stat about;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return errno == ENOENT ? "there is no such file" : strerror(errno);
    const char *why = NULL;
    if (fstat(fd, &about) != 0)
        why = strerror(errno);
    else if (S_ISDIR(about.st_mode))
        why = "it is a folder";
    else if (!S_ISREG(about.st_mode))
        why = "it is not a regular file";
    else if (about.st_size > LARGEST)
        why = "it is larger than 1 GiB";
    else
        why = read_all(fd, content);
    close(fd);
    return why;
}

bool file_read(const char *path, ken_text *name, ken_text *content)
{
    return file_read_as(path, NULL, name, content);
}

bool file_read_as(const char *path, const char *as, ken_text *name, ken_text *content)
{
    bool standard = strcmp(path, "-") == 0;
    const char *why = standard ? read_all(STDIN_FILENO, content) : read_regular(path, content);
    if (why) {
        fprintf(stderr, "ken: cannot read `%s`: %s\n", standard ? "standard input" : path, why);
        return false;
    }
    char *kept = strdup(as ? as : standard ? FILE_STANDARD_INPUT : path);
    if (!kept)
        abort();
    keep(kept, (char *)(size_t)content->at, NULL);
    *name = (ken_text){kept, strlen(kept)};
    return true;
}

const char *file_open(const char *path, ken_text *content)
{
    const char *why = read_regular(path, content);
    char *kept = strdup(path);
    if (!kept)
        abort();
    if (why)
        free(kept);
    else
        keep(kept, (char *)(size_t)content->at, NULL);
    return why;
}

bool path_ends(const char *path, const char *end)
{
    size_t n = strlen(path), m = strlen(end);
    return n >= m && strcmp(path + n - m, end) == 0;
}

bool file_is_there(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0;
}

/* The folder part of `path` in `folder`, "." when there is none. */
static bool folder_of(const char *path, char folder[PATH_MAX])
{
    const char *slash = strrchr(path, '/');
    size_t n = slash ? (size_t)(slash - path) : 0;
    if (n >= PATH_MAX)
        return false;
    memcpy(folder, slash ? path : ".", slash ? n : 1);
    folder[slash ? n : 1] = 0;
    if (slash == path)
        memcpy(folder, "/", 2);
    return true;
}

/* The root that the file `from`, whose folder is `folder`, stays below: the one it was opened
 * below, else the nearest folder upwards that holds `ken.root`, else its own folder. */
static void find_root(const char *from, const char *folder, char root[PATH_MAX])
{
    char at[PATH_MAX], mark[PATH_MAX + 16];
    struct stat about;
    snprintf(root, PATH_MAX, "%s", folder);
    snprintf(at, sizeof at, "%s", folder);
    for (const struct kept *k = all_kept; k; k = k->next)
        if (k->root && strcmp(k->name, from) == 0) {
            snprintf(root, PATH_MAX, "%s", k->root);
            return;
        }
    for (;;) {
        snprintf(mark, sizeof mark, "%s/ken.root", at);
        if (stat(mark, &about) == 0) {
            snprintf(root, PATH_MAX, "%s", at);
            return;
        }
        char *slash = strrchr(at, '/');
        if (!slash || slash == at)
            return;
        *slash = 0;
    }
}

/* "a/./b/../c" is "a/c": names of equal files are equal. */
static void normalise(char *path)
{
    char *piece[PATH_MAX / 2], *save = NULL;
    size_t n = 0;
    bool absolute = path[0] == '/';
    char copy[PATH_MAX];
    snprintf(copy, sizeof copy, "%s", path);
    for (char *p = strtok_r(copy, "/", &save); p; p = strtok_r(NULL, "/", &save)) {
        if (strcmp(p, ".") == 0)
            continue;
        if (strcmp(p, "..") == 0 && n && strcmp(piece[n - 1], "..") != 0)
            n--;
        else
            piece[n++] = p;
    }
    size_t used = 0;
    for (size_t i = 0; i < n; i++)
        used += (size_t)snprintf(path + used, PATH_MAX - used, "%s%s", i || absolute ? "/" : "",
                                 piece[i]);
}

static const char *below_root(const char *from, const char *path, char joined[PATH_MAX],
                              char root[PATH_MAX])
{
    char folder[PATH_MAX], real_folder[PATH_MAX], real[PATH_MAX];
    if (path[0] == '/')
        return "a file is named relative to the one that names it";
    if (!folder_of(from, folder) || !realpath(folder, real_folder))
        return "the folder of the file that names it cannot be found";
    int n = strcmp(folder, ".") == 0 ? snprintf(joined, PATH_MAX, "%s", path)
                                     : snprintf(joined, PATH_MAX, "%s/%s", folder, path);
    if (n < 0 || n >= PATH_MAX)
        return "the name is too long";
    normalise(joined);
    if (!realpath(joined, real))
        return errno == ENOENT ? "there is no such file" : strerror(errno);
    find_root(from, real_folder, root);
    size_t length = strlen(root);
    if (strncmp(real, root, length) != 0 || (real[length] != '/' && length > 1))
        return "it lies outside the root of these rules (the nearest folder with a file "
               "`ken.root`, else their own folder)";
    return NULL;
}

static const char *host_open(void *user, ken_text from, ken_text path, ken_text *name,
                             ken_text *content)
{
    (void)user;
    char from_c[PATH_MAX], path_c[PATH_MAX], joined[PATH_MAX], root[PATH_MAX];
    if (from.size >= PATH_MAX || path.size >= PATH_MAX || memchr(path.at, 0, path.size))
        return "the name is too long";
    memcpy(from_c, from.at, from.size);
    from_c[from.size] = 0;
    memcpy(path_c, path.at, path.size);
    path_c[path.size] = 0;
    const char *why = below_root(from_c, path_c, joined, root);
    if (!why)
        why = read_regular(joined, content);
    if (why)
        return why;
    char *kept = strdup(joined), *kept_root = strdup(root);
    if (!kept || !kept_root)
        abort();
    keep(kept, (char *)(size_t)content->at, kept_root);
    *name = (ken_text){kept, strlen(kept)};
    return NULL;
}

/* A large rule set is tens of thousands of small pages, and each of them costs a fault; of large
 * pages it is a few dozen. */
static void *host_get(void *user, size_t size)
{
    (void)user;
    void *block;
    if (size < LARGE_PAGE)
        return malloc(size);
    if (posix_memalign(&block, LARGE_PAGE, size) != 0)
        return NULL;
    madvise(block, size, MADV_HUGEPAGE); /* advice: without it only the time is longer */
    return block;
}

static void host_put(void *user, void *block, size_t size)
{
    (void)user, (void)size;
    free(block);
}

static void host_exhausted(void *user)
{
    (void)user;
    static const char says[] = "ken: out of memory\n";
    output_abandon();
    ssize_t ignored = write(STDERR_FILENO, says, sizeof says - 1);
    (void)ignored;
    _exit(EXIT_FAULT);
}

ken *session_with(const char *(*open)(void *user, ken_text from, ken_text path, ken_text *name,
                                      ken_text *content))
{
    ken_host host = {.get = host_get,
                     .put = host_put,
                     .exhausted = host_exhausted,
                     .open = open,
                     .forget = host_forget};
    return ken_new(&host);
}

ken *session_new(void)
{
    return session_with(host_open);
}
