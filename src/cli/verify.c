/* ken verify: whether a certificate holds. */
#include <limits.h>
#include <string.h>

#include "cli/cli.h"

/* Where the files are that a certificate names: below the folder that --root says, else beside the
 * certificate, else where the name leads from here. */
static const char *root;

static const char *open_recorded(void *user, ken_text from, ken_text path, ken_text *name,
                                 ken_text *content)
{
    (void)user;
    char found[PATH_MAX];
    size_t folder = from.size;
    *name = path;
    *content = (ken_text){NULL, 0};
    if (path.size == strlen(FILE_STANDARD_INPUT) &&
        memcmp(path.at, FILE_STANDARD_INPUT, path.size) == 0)
        return NULL;
    while (folder && from.at[folder - 1] != '/')
        folder--;
    if (path.size >= PATH_MAX / 2 || folder >= PATH_MAX / 2 ||
        (path.size && memchr(path.at, 0, path.size)))
        return "the name is too long";
    int n = (int)path.size;
    if (path.size && path.at[0] == '/')
        snprintf(found, sizeof found, "%.*s", n, path.at);
    else if (root)
        snprintf(found, sizeof found, "%s/%.*s", root, n, path.at);
    else {
        snprintf(found, sizeof found, "%.*s%.*s", (int)folder, from.at, n, path.at);
        if (!file_is_there(found))
            snprintf(found, sizeof found, "%.*s", n, path.at);
    }
    return file_open(found, content);
}

int command_verify(int argc, char **argv)
{
    struct options o;
    ken_text name, text;
    if (!options_read(&o, "verify", 'v', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (o.arguments != 1)
        return usage_of("verify");
    if (!file_read(o.argument[0], &name, &text))
        return EXIT_IO;
    root = o.root;
    ken *k = session_with(o.no_files ? NULL : open_recorded);
    int status = ken_verify(k, name, text) ? 0 : EXIT_NO;
    if (o.style.form == KEN_MARKDOWN && status)
        o.style.form = KEN_TEXT;
    output_result(k, status ? KEN_PROBLEMS : KEN_VERIFICATION, &o.style);
    ken_free(k);
    files_forget();
    return output_finish(status);
}
