/* ken diff: what changed in meaning between two rule files. */
#include <string.h>

#include "cli/cli.h"

static int compare(ken *k, const char *older, const char *newer)
{
    ken_text name, text;
    if (!file_read(older, &name, &text))
        return EXIT_IO;
    int first = (int)ken_load(k, name, text);
    if (!file_read(newer, &name, &text))
        return EXIT_IO;
    int second = (int)ken_compare(k, name, text);
    return first ? first : second;
}

int command_diff(int argc, char **argv)
{
    struct options o;
    if (!options_read(&o, "diff", 'd', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (o.arguments != 2) {
        fprintf(stderr, "usage: ken diff %s\n", command_arguments("diff"));
        return EXIT_USAGE;
    }
    ken *k = session_new();
    int status = compare(k, o.argument[0], o.argument[1]);
    ken_style problems = o.style;
    problems.form = KEN_TEXT;
    output_report(k, KEN_PROBLEMS, &problems, stderr);
    if (!status)
        output_result(k, KEN_DIFF, &o.style);
    if (!status && ken_meaning_differs(k))
        status = EXIT_NO;
    ken_free(k);
    files_forget();
    return output_finish(status);
}
