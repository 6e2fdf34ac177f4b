/* Names in the text of the base that follow what is renumbered and renamed. */
#include "amend/amending.h"

void follow_names(struct amending *c)
{
    (void)c;
}
