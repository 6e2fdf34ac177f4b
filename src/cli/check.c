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

/* Each file is a set of rules of its own. */
static int check_file(ken *k, const char *path)
{
    ken_text name, text;
    if (!file_read(path, &name, &text))
        return EXIT_IO;
    return ken_check(k, name, text) == KEN_OK ? 0 : EXIT_NO;
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
        int one = set_levels(k, o) ? check_file(k, o->argument[i]) : EXIT_USAGE;
        output_result(k, KEN_PROBLEMS, &o->style);
        if (!one && output_say(o->argument[i]))
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
        status = worse(status, check_file(k, o->argument[i]));
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
    int status = o.style.form == KEN_TEXT ? check_each(&o) : check_all(&o);
    files_forget();
    return output_finish(status);
}
