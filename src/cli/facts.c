/* ken facts: what rules need to be told. */
#include "cli/cli.h"

int command_facts(int argc, char **argv)
{
    struct options o;
    if (!options_read(&o, "facts", 'f', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (o.arguments != 1)
        return usage_of("facts");
    if (o.template && o.style.form != KEN_TEXT) {
        fputs("ken facts: --template writes a fact file, which has no other --format\n", stderr);
        return EXIT_USAGE;
    }
    int status = session_rules(&o, o.template ? KEN_FACT_TEMPLATE : KEN_FACTS);
    files_forget();
    return output_finish(status);
}
