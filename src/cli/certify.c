/* ken certify: the derivation of the total, for others to check. */
#include "cli/cli.h"

int command_certify(int argc, char **argv)
{
    struct options o;
    if (!options_read(&o, "certify", 't', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (!o.arguments)
        return usage_of("certify");
    ken *k = session_new();
    int status = session_load(k, &o, false, NULL);
    if (!status && !ken_certify(k))
        status = EXIT_NO;
    output_report(k, KEN_PROBLEMS, &o.style, stderr);
    if (!status)
        output_result(k, KEN_CERTIFICATE, &o.style);
    ken_free(k);
    files_forget();
    return output_finish(status);
}
