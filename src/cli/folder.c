/* The files below a folder. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/cli.h"

bool folder_is(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

int folder_order(const struct dirent **one, const struct dirent **other)
{
    return strcmp((*one)->d_name, (*other)->d_name);
}

static bool has_ending(const char *path, const char *const *endings)
{
    while (*endings && !path_ends(path, *endings))
        endings++;
    return *endings;
}

static int visit_entry(const char *path, const char *const *endings,
                       int (*visit)(void *user, const char *path), void *user)
{
    struct stat about;
    if (lstat(path, &about) == 0 && S_ISDIR(about.st_mode))
        return folder_walk(path, endings, visit, user);
    return has_ending(path, endings) && !folder_is(path) ? visit(user, path) : 0;
}

int folder_walk(const char *path, const char *const *endings,
                int (*visit)(void *user, const char *path), void *user)
{
    struct dirent **entry;
    int n = scandir(path, &entry, is_shown, folder_order), status = 0;
    if (n < 0) {
        fprintf(stderr, "ken: cannot read `%s`: %s\n", path, strerror(errno));
        return EXIT_IO;
    }
    for (int i = 0; i < n; i++) {
        char full[PATH_MAX];
        size_t length = strlen(path);
        const char *slash = length && path[length - 1] == '/' ? "" : "/";
        int wanted = snprintf(full, sizeof full, "%s%s%s", path, slash, entry[i]->d_name);
        int one = EXIT_IO;
        if (wanted > 0 && (size_t)wanted < sizeof full)
            one = visit_entry(full, endings, visit, user);
        else
            fprintf(stderr, "ken: cannot read `%s`: the name is too long\n", path);
        status = one > status ? one : status;
        free(entry[i]);
    }
    free(entry);
    return status;
}
