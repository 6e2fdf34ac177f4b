/* ken explain: the reasons. */
#include "cli/cli.h"

int command_explain(int argc, char **argv)
{
    return session_report("explain", 'x', KEN_EXPLANATION, argc, argv);
}
