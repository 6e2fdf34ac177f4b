/* ken margins: how sure a score is. */
#include "cli/cli.h"

int command_margins(int argc, char **argv)
{
    return session_report("margins", 'm', KEN_MARGINS, argc, argv);
}
