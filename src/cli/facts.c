/* ken facts: what rules need to be told. */
#include "cli/cli.h"

static int list_facts(const struct options *o)
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
        output_result(k, o->template ? KEN_FACT_TEMPLATE : KEN_FACTS, &o->style);
    ken_free(k);
    return status;
}

int command_facts(int argc, char **argv)
{
    struct options o;
    if (!options_read(&o, "facts", 'f', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (o.arguments != 1) {
        fprintf(stderr, "usage: ken facts %s\n", command_arguments("facts"));
        return EXIT_USAGE;
    }
    if (o.template && o.style.form != KEN_TEXT) {
        fputs("ken facts: --template writes a fact file, which has no other --format\n", stderr);
        return EXIT_USAGE;
    }
    int status = list_facts(&o);
    files_forget();
    return output_finish(status);
}
