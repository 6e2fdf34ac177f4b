/* ken eval: the scorecard; or, where --set gives several values, what each would make of it. */
#include "cli/cli.h"

int command_eval(int argc, char **argv)
{
    struct options o;
    if (!options_read(&o, "eval", 'e', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (!o.arguments)
        return usage_of("eval");
    if (o.bom && o.style.form != KEN_CSV) {
        fputs("ken eval: --bom is for --format csv\n", stderr);
        return EXIT_USAGE;
    }
    o.may_ask = true;
    ken *k = session_new();
    int status = session_load(k, &o, false, NULL);
    ken_style problems = o.style;
    problems.form = KEN_TEXT;
    output_report(k, KEN_PROBLEMS, &problems, stderr);
    if (!status && o.bom)
        output_say("\xEF\xBB\xBF");
    if (!status)
        output_result(k, ken_questions(k) ? KEN_WHAT_IF : KEN_SCORECARD, &o.style);
    ken_free(k);
    files_forget();
    return output_finish(status);
}
