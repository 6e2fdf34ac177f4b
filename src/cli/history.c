/* ken history: one criterion through the years. */
#include <string.h>

#include "cli/cli.h"

/* Every file is checked, also behind one with errors. */
static int load(ken *k, const struct options *o)
{
    int status = 0;
    for (size_t i = 1; i < o->arguments; i++) {
        ken_text name, text;
        if (!file_read(o->argument[i], &name, &text))
            return EXIT_IO;
        int one = (int)(i == 1 ? ken_load(k, name, text) : ken_follow(k, name, text));
        status = status ? status : one;
    }
    return status;
}

static int find(ken *k, const char *id)
{
    ken_text nearest;
    if (ken_history(k, (ken_text){id, strlen(id)}, &nearest))
        return 0;
    fprintf(stderr, "ken history: no criterion of these rules is called `%s`", id);
    if (nearest.size)
        fprintf(stderr, "; did you mean `%.*s`?", (int)nearest.size, nearest.at);
    fputc('\n', stderr);
    return EXIT_USAGE;
}

int command_history(int argc, char **argv)
{
    struct options o;
    if (!options_read(&o, "history", 'y', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (o.arguments < 2)
        return usage_of("history");
    ken *k = session_new();
    int status = load(k, &o);
    ken_style problems = o.style;
    problems.form = KEN_TEXT;
    output_report(k, KEN_PROBLEMS, &problems, stderr);
    if (!status)
        status = find(k, o.argument[0]);
    if (!status)
        output_result(k, KEN_HISTORY, &o.style);
    ken_free(k);
    files_forget();
    return output_finish(status);
}
