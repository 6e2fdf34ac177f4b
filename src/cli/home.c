/* Where a file belongs that somebody has put elsewhere to be looked at, as git does. */
#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/cli.h"

enum { DEEPEST = 16, ENTRIES = 50000 /* that are looked at */ };

struct looking {
    const char *name; /* of the file, without its folder */
    char *found;      /* where one is called so */
    size_t seen, hits;
};

static void look_in(struct looking *l, const char *folder, unsigned depth);

static void look_at(struct looking *l, const char *folder, const char *name, unsigned depth)
{
    char path[PATH_MAX];
    struct stat about;
    bool here = strcmp(folder, ".") == 0;
    int n = here ? snprintf(path, sizeof path, "%s", name)
                 : snprintf(path, sizeof path, "%s/%s", folder, name);
    if (n < 0 || n >= (int)sizeof path || lstat(path, &about) != 0)
        return;
    if (S_ISDIR(about.st_mode) && depth < DEEPEST)
        look_in(l, path, depth + 1);
    if (!S_ISREG(about.st_mode) || strcmp(name, l->name) != 0)
        return;
    if (!l->hits++)
        l->found = strdup(path);
}

static void look_in(struct looking *l, const char *folder, unsigned depth)
{
    DIR *open = opendir(folder);
    if (!open)
        return;
    for (struct dirent *e; l->seen < ENTRIES && (e = readdir(open)) != NULL;) {
        l->seen++;
        if (e->d_name[0] != '.')
            look_at(l, folder, e->d_name, depth);
    }
    closedir(open);
}

char *file_home(const char *path)
{
    const char *slash = strrchr(path, '/');
    struct looking l = {.name = slash ? slash + 1 : path};
    if (path[0] != '/')
        return NULL;
    look_in(&l, ".", 0);
    if (l.hits == 1 && l.seen < ENTRIES)
        return l.found;
    free(l.found);
    return NULL;
}
