/* Output: what the library writes goes to a stream, and every failure counts. */
#include <errno.h>
#include <string.h>

#include "cli/cli.h"

static bool write_to(void *user, const char *bytes, size_t size)
{
    return fwrite(bytes, 1, size, user) == size;
}

bool output_report(ken *k, ken_report what, const ken_style *style, FILE *to)
{
    return ken_write(k, what, style, write_to, to);
}

int output_finish(int status)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    if (errno != EPIPE)
        fprintf(stderr, "ken: cannot write the result: %s\n",
                errno ? strerror(errno) : "write error");
    return EXIT_IO;
}
