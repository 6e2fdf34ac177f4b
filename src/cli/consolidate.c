/* ken consolidate: rules and all that amends them, as one rule file. */
#include "cli/cli.h"

int command_consolidate(int argc, char **argv)
{
    struct options o;
    if (!options_read(&o, "consolidate", 'k', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (o.arguments != 1)
        return usage_of("consolidate");
    int status = session_rules(&o, KEN_CONSOLIDATED);
    files_forget();
    return output_finish(status);
}
