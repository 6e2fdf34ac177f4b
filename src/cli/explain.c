/* ken explain: the reasons. */
#include <string.h>

#include "cli/cli.h"

int command_explain(int argc, char **argv)
{
    struct options o;
    const char *id = NULL;
    if (!options_read(&o, "explain", 'x', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (!o.arguments) {
        fprintf(stderr, "usage: ken explain %s\n", command_arguments("explain"));
        return EXIT_USAGE;
    }
    ken *k = session_new();
    int status = session_load(k, &o, true, &id);
    ken_style problems = o.style;
    problems.form = KEN_TEXT;
    output_report(k, KEN_PROBLEMS, &problems, stderr);
    if (id)
        o.style.about = (ken_text){id, strlen(id)};
    if (!status)
        output_result(k, KEN_EXPLANATION, &o.style);
    ken_free(k);
    files_forget();
    return output_finish(status);
}
