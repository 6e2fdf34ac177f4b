/* ken check: what is wrong with rules. */
#include <string.h>

#include "cli/cli.h"

/* The lints that are named by --allow, --warn and --deny. */
static bool set_levels(ken *k, const struct options *o)
{
    for (size_t i = 0; i < o->levels; i++) {
        const char *lint = o->level[i].lint;
        if (ken_set_level(k, (ken_text){lint, strlen(lint)}, o->level[i].is))
            continue;
        fprintf(stderr,
                "ken check: there is no lint `%s` whose level could be set; `ken help lints` lists "
                "them\n",
                lint);
        return false;
    }
    return true;
}

static bool keep_bytes(void *user, const char *bytes, size_t size)
{
    *(ken_text *)user = (ken_text){bytes, size};
    return true;
}

/* What is mended goes where it belongs, or is shown. */
static int write_mended(ken *k, const struct options *o, const char *path, size_t fixes)
{
    ken_text mended = {"", 0};
    char says[100];
    bool standard = strcmp(path, "-") == 0;
    if (o->diff)
        output_result(k, KEN_FORMAT_DIFF, &o->style);
    if (o->style.form == KEN_TEXT && !standard && output_say(path)) {
        snprintf(says, sizeof says, ": %zu place%s %s\n", fixes, fixes == 1 ? "" : "s",
                 o->diff || o->dry_run ? "would be mended" : "mended");
        output_say(says);
    }
    if (o->diff || o->dry_run || (!fixes && !standard))
        return 0;
    /* All of it comes in one piece, which lives as long as the `ken`. */
    ken_write(k, KEN_FORMATTED, &o->style, keep_bytes, &mended);
    if (standard) {
        output_bytes(mended);
        return 0;
    }
    const char *why = output_replace(path, mended);
    if (why)
        fprintf(stderr, "ken: cannot write `%s`: %s\n", path, why);
    return why ? EXIT_IO : 0;
}

/* Each file is a set of rules of its own. */
static int check_file(ken *k, const struct options *o, const char *path)
{
    ken_text name, text;
    size_t fixes;
    if (!file_read(path, &name, &text))
        return EXIT_IO;
    if (!o->fix)
        return ken_check(k, name, text) == KEN_OK ? 0 : EXIT_NO;
    int status = ken_fix(k, name, text, &fixes) == KEN_OK ? 0 : EXIT_NO;
    int written = write_mended(k, o, path, fixes);
    return written ? written : status;
}

static int worse(int status, int other)
{
    return other > status ? other : status;
}

/* For people, one file after the other. */
static int check_each(const struct options *o)
{
    int status = 0;
    for (size_t i = 0; i < o->arguments && status != EXIT_USAGE; i++) {
        ken *k = session_new();
        int one = set_levels(k, o) ? check_file(k, o, o->argument[i]) : EXIT_USAGE;
        bool standard = o->fix && strcmp(o->argument[i], "-") == 0;
        if (standard) /* where what is mended goes */
            output_report(k, KEN_PROBLEMS, &o->style, stderr);
        else
            output_result(k, KEN_PROBLEMS, &o->style);
        if (!one && !standard && output_say(o->argument[i]))
            output_say(": no errors\n");
        ken_free(k);
        status = worse(status, one);
    }
    return status;
}

/* For programs, what was found in all of them. */
static int check_all(const struct options *o)
{
    ken *k = session_new();
    int status = set_levels(k, o) ? 0 : EXIT_USAGE;
    for (size_t i = 0; i < o->arguments && status != EXIT_USAGE; i++)
        status = worse(status, check_file(k, o, o->argument[i]));
    if (status != EXIT_USAGE)
        output_result(k, KEN_PROBLEMS, &o->style);
    ken_free(k);
    return status;
}

int command_check(int argc, char **argv)
{
    struct options o;
    if (!options_read(&o, "check", 'c', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (!o.arguments)
        return usage_of("check");
    if ((o.diff || o.dry_run) && !o.fix) {
        fprintf(stderr, "ken check: --%s belongs to --fix\n", o.diff ? "diff" : "dry-run");
        return EXIT_USAGE;
    }
    int status = o.style.form == KEN_TEXT ? check_each(&o) : check_all(&o);
    files_forget();
    return output_finish(status);
}
