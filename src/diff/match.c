#include "diff/diff.h"

void diff_match(struct diff *d)
{
    (void)d;
}
