/* What a plan says of a record, against what eval/ says of the same facts. */
#ifndef KEN_TESTS_PLANNED_H
#define KEN_TESTS_PLANNED_H

#include "eval/outcome.h"
#include "plan/plan.h"

struct planned {
    struct arena *a;
    const struct model *model;
    const struct plan *plan;
    struct plan_run *run;
    struct slot *slots;
    struct score *scores;
    const char *about;
    /* Also looks at what the facts came to; the slots hold them.  May be NULL. */
    void (*look)(struct planned *p, const struct facts *f, const struct outcome *o);
    size_t records;  /* that a record can state, and that eval/ gives a total for */
    size_t declined; /* of them */
    size_t others;   /* that have no total */
};

struct planned planned_of(struct arena *a, const struct model *m, const char *about);

/* The facts as a record states them: false where none can. */
bool planned_slots(const struct planned *p, const struct facts *f, struct slot *slots);

/* That every score is the same, where the plan does not decline.  The facts are changed: what no
 * record says is taken out of them. */
void planned_expect(struct planned *p, struct facts *f);

/* The same with random facts, on, just below and just above everything that the rules name. */
void planned_random(struct planned *p, struct diags *d, size_t rounds);

#endif
