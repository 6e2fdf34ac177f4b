/* ken needed: the smallest changes of facts that reach a score. */
#include <string.h>

#include "cli/cli.h"

static ken_text text_of(const char *s)
{
    return (ken_text){s, s ? strlen(s) : 0};
}

/* Which goal: of ID or of the total.  0, or an exit status after saying what is wrong. */
static int seek(ken *k, const struct options *o, const char *id)
{
    if (id && o->total) {
        fprintf(stderr, "ken needed: --total is about the total, not about `%s`; use --score\n",
                id);
        return EXIT_USAGE;
    }
    for (size_t i = 0; i < o->costs; i++)
        if (!ken_cost(k, text_of(o->cost[i])))
            return EXIT_USAGE;
    return ken_needed(k, text_of(id), text_of(o->total ? o->total : o->score)) ? 0 : EXIT_USAGE;
}

int command_needed(int argc, char **argv)
{
    struct options o;
    const char *id = NULL;
    if (!options_read(&o, "needed", 'n', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (!o.arguments || !o.score == !o.total) {
        usage_of("needed");
        fputs("with --score N or --total N\n", stderr);
        return EXIT_USAGE;
    }
    ken *k = session_new();
    int status = session_load(k, &o, true, &id);
    if (!status)
        status = seek(k, &o, id);
    ken_style problems = o.style;
    problems.form = KEN_TEXT;
    output_report(k, KEN_PROBLEMS, &problems, stderr);
    if (!status)
        output_result(k, KEN_NEEDED, &o.style);
    ken_free(k);
    files_forget();
    return output_finish(status);
}
