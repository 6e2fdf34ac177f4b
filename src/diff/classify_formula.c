/* What another formula does to scores. */
#include "diff/classify.h"

struct effect classify_formula(struct diff *d, const struct rule_change *c)
{
    return effect_unknown(SAY(d->arena, "the {} is another formula", c->what));
}
