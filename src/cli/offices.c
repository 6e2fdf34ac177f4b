/* The fact files of several offices: files, folders, and files with one office a line. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/cli.h"

/* JSON begins with a brace; one object a line where a line that ends with one is followed by a line
 * that begins with one, which no object inside can do without a comma. */
static ken_format format_of(const struct options *o, const char *path, ken_text text)
{
    static const char before[] = " \n\r\t\xEF\xBB\xBF\xFF\xFE";
    static const char blank[] = {' ', '\r', '\n', '\t'};
    size_t i = 0;
    while (i < text.size && memchr(before, text.at[i], sizeof before))
        i++;
    if (path_ends(path, ".ndjson") || path_ends(path, ".jsonl"))
        return KEN_NDJSON;
    bool brace = i < text.size && text.at[i] == '{';
    if (o->facts_native || (!o->facts_json && !path_ends(path, ".json") && !brace))
        return KEN_NATIVE;
    const char *end = brace ? memchr(text.at + i, '\n', text.size - i) : NULL;
    if (!end)
        return KEN_JSON;
    size_t last = (size_t)(end - text.at), next = last + 1;
    while (last > i && memchr(blank, text.at[last], sizeof blank))
        last--;
    while (next < text.size && memchr(blank, text.at[next], sizeof blank))
        next++;
    return text.at[last] == '}' && next < text.size && text.at[next] == '{' ? KEN_NDJSON : KEN_JSON;
}

static int read_file(ken *k, const struct options *o, const char *path)
{
    ken_text name, text;
    if (!file_read(path, &name, &text))
        return EXIT_IO;
    return (int)ken_impact_facts(k, name, text, format_of(o, path, text));
}

static int is_facts(const struct dirent *entry)
{
    return entry->d_name[0] != '.' &&
           (path_ends(entry->d_name, ".facts") || path_ends(entry->d_name, ".json") ||
            path_ends(entry->d_name, ".ndjson") || path_ends(entry->d_name, ".jsonl"));
}

static int worse(int status, int one)
{
    return status == EXIT_IO || !one ? status : one;
}

static int read_folder(ken *k, const struct options *o, const char *path)
{
    struct dirent **entry;
    int n = scandir(path, &entry, is_facts, folder_order), status = 0;
    if (n <= 0)
        fprintf(stderr, "ken %s: %s `%s`%s%s\n", o->verb,
                n < 0 ? "cannot read" : "there are no fact files in", path, n < 0 ? ": " : "",
                n < 0 ? strerror(errno) : "");
    for (int i = 0; i < n; i++) {
        char full[PATH_MAX];
        size_t length = strlen(path);
        const char *slash = length && path[length - 1] == '/' ? "" : "/";
        int wanted = snprintf(full, sizeof full, "%s%s%s", path, slash, entry[i]->d_name);
        bool fits = wanted > 0 && (size_t)wanted < sizeof full;
        status = worse(status, fits ? read_file(k, o, full) : EXIT_IO);
        free(entry[i]);
    }
    if (n >= 0)
        free(entry);
    return n > 0 ? status : EXIT_IO;
}

static int read_offices(ken *k, const struct options *o, const char *path)
{
    struct stat about;
    bool folder = strcmp(path, "-") != 0 && stat(path, &about) == 0 && S_ISDIR(about.st_mode);
    return folder ? read_folder(k, o, path) : read_file(k, o, path);
}

int offices_read(ken *k, const struct options *o, size_t arguments)
{
    int status = 0;
    for (size_t i = 0; i < o->facts_files && status != EXIT_IO; i++)
        status = worse(status, read_offices(k, o, o->facts[i]));
    for (size_t i = arguments; i < o->arguments && status != EXIT_IO; i++)
        status = worse(status, read_offices(k, o, o->argument[i]));
    return status;
}
