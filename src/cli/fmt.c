/* ken fmt: files laid out, in place. */
#include <string.h>

#include "cli/cli.h"

static const char *const endings[] = {".ken", ".facts", NULL};

struct work {
    const struct options *o;
    size_t files, changed, refused;
};

static ken_kind kind_of(const char *path)
{
    if (path_ends(path, ".ken"))
        return KEN_RULE_FILE;
    return path_ends(path, ".facts") || path_ends(path, ".json") ? KEN_FACT_FILE : KEN_EITHER;
}

static bool keep_bytes(void *user, const char *bytes, size_t size)
{
    *(ken_text *)user = (ken_text){bytes, size};
    return true;
}

/* Write what is laid out where it belongs, if it is new. */
static int settle(struct work *w, ken *k, const char *path)
{
    ken_text laid_out = {"", 0};
    bool standard = strcmp(path, "-") == 0, differs = ken_layout_differs(k);
    const char *name = standard && w->o->as ? w->o->as : standard ? FILE_STANDARD_INPUT : path;
    w->changed += differs;
    if (w->o->diff && differs)
        output_result(k, KEN_FORMAT_DIFF, &w->o->style);
    if (w->o->check && differs && output_say(name))
        output_say(": would change\n");
    if (w->o->diff || w->o->check)
        return differs ? EXIT_NO : 0;
    if (standard) {
        output_result(k, KEN_FORMATTED, &w->o->style);
        return 0;
    }
    if (!differs)
        return 0;
    /* All of a layout comes in one piece, which lives as long as the `ken`. */
    ken_write(k, KEN_FORMATTED, &w->o->style, keep_bytes, &laid_out);
    const char *why = output_replace(path, laid_out);
    if (why) {
        fprintf(stderr, "ken: cannot write `%s`: %s\n", path, why);
        return EXIT_IO;
    }
    if (output_say(path))
        output_say(": laid out\n");
    return 0;
}

static int format_one(void *user, const char *path)
{
    struct work *w = user;
    const char *as = strcmp(path, "-") == 0 ? w->o->as : NULL;
    ken_text name, text;
    if (!file_read_as(path, as, &name, &text))
        return EXIT_IO;
    w->files++;
    ken *k = session_new();
    int status = (int)ken_lay_out(k, name, text, kind_of(as ? as : path));
    output_report(k, KEN_PROBLEMS, &w->o->style, stderr);
    if (status)
        w->refused++;
    else
        status = settle(w, k, path);
    ken_free(k);
    files_forget();
    return status;
}

static void sum_up(const struct work *w)
{
    char says[200];
    snprintf(says, sizeof says, "%zu file%s, %zu %s", w->files, w->files == 1 ? "" : "s",
             w->changed, w->o->check ? "would change" : "changed");
    output_say(says);
    snprintf(says, sizeof says, ", %zu left as %s", w->refused,
             w->refused == 1 ? "it is" : "they are");
    if (w->refused)
        output_say(says);
    output_say("\n");
}

int command_fmt(int argc, char **argv)
{
    struct options o;
    if (!options_read(&o, "fmt", 'F', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (!o.arguments)
        return usage_of("fmt");
    struct work w = {.o = &o};
    int status = 0;
    bool standard = false;
    for (size_t i = 0; i < o.arguments; i++) {
        int one = folder_is(o.argument[i]) ? folder_walk(o.argument[i], endings, format_one, &w)
                                           : format_one(&w, o.argument[i]);
        standard = standard || strcmp(o.argument[i], "-") == 0;
        status = one > status ? one : status;
    }
    if (!o.diff && !standard)
        sum_up(&w);
    return output_finish(status);
}
