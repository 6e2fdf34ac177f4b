/* ken audit: printed figures against the recomputation. */
#include "cli/cli.h"

int command_audit(int argc, char **argv)
{
    return session_report("audit", 'a', KEN_AUDIT, argc, argv);
}
