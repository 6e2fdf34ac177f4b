/* Facts for the evaluation of a record that came the short way: its line is not read again.
 * Private to batch/.
 *
 * Floor: batch. */
#ifndef KEN_BATCH_SLOT_FACTS_H
#define KEN_BATCH_SLOT_FACTS_H

#include "facts/facts.h"
#include "plan/plan.h"

struct slot_facts;

struct slot_facts *slot_facts_new(struct arena *a, const struct model *m, const struct plan *p,
                                  struct sources *s);

/* What facts_read would have made of the same values, until the next record, but without places.
 * NULL when a slot does not hold the value: of a text, of which a plan only knows that there is
 * one. */
const struct facts *slot_facts(struct slot_facts *f, const struct slot *slot);

#endif
