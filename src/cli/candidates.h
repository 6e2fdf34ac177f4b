/* What could stand at the end of a command line: private to cli/. */
#ifndef KEN_CLI_CANDIDATES_H
#define KEN_CLI_CANDIDATES_H

#include <stddef.h>

/* `words`: what stands behind `ken`, the last one as far as it is typed (perhaps empty).  Prints a
 * candidate a line, with a tab and what it means behind it; one that ends with `=` goes on without
 * a blank.  A line that begins with a colon asks the shell for more: ":files .ken .facts" for files
 * with these endings (none: all), ":folders". */
void candidates_print(char **words, size_t n);

#endif
