/* ken consolidate: rules and all that amends them, as one rule file. */
#include "cli/cli.h"

static int consolidate(const struct options *o)
{
    ken_text name, text;
    if (!file_read(o->argument[0], &name, &text))
        return EXIT_IO;
    ken *k = session_new();
    int status = (int)ken_load(k, name, text);
    ken_style problems = o->style;
    problems.form = KEN_TEXT;
    output_report(k, KEN_PROBLEMS, &problems, stderr);
    if (!status)
        output_result(k, KEN_CONSOLIDATED, &o->style);
    ken_free(k);
    return status;
}

int command_consolidate(int argc, char **argv)
{
    struct options o;
    if (!options_read(&o, "consolidate", 'k', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (o.arguments != 1) {
        fprintf(stderr, "usage: ken consolidate %s\n", command_arguments("consolidate"));
        return EXIT_USAGE;
    }
    int status = consolidate(&o);
    files_forget();
    return output_finish(status);
}
