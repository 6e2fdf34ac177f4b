/* A plan: the scores of a model as integer arithmetic, for facts by the million.
 *
 * Floor: plan.  A plan is made from a model once, and says for each criterion what is left of the
 * evaluation when nothing that it needs is missing, n/a or undefined: names are slots, units and
 * constants are folded, thresholds stand over one denominator, slopes are worked out.  It knows no
 * ranges, causes and reasons.  Where a record leaves that ground, plan_score declines and the
 * record is evaluated by eval/: so a plan never says anything that eval/ would not say, it only
 * says it sooner (tests/plan.c holds every case of the tests to that).
 *
 * A plan is immutable and may be shared by threads; a plan_run belongs to one. */
#ifndef KEN_PLAN_PLAN_H
#define KEN_PLAN_PLAN_H

#include "check/model.h"

/* How the value of a fact is put into its slot. */
enum slot_kind {
    SLOT_NUMBER, /* in the fact's own unit, times 10^decimals */
    SLOT_DATE,   /* struct date.day */
    SLOT_MONTH,  /* struct month.month */
    SLOT_TRUTH,  /* 0 or 1 */
    SLOT_CHOICE, /* index in fact.words */
    SLOT_TEXT,   /* whether there is one: no rule of a whole plan reads more */
    SLOT_NEVER,  /* sets and tables: a record that states one is none for a plan */
};
struct slot_form {
    enum slot_kind kind;
    unsigned decimals; /* of SLOT_NUMBER; finer values are none for a plan */
};

/* The value of a fact, by fact index. */
struct slot {
    bool given;
    int64_t value;
};

/* What became of a criterion. */
enum score_state {
    SCORE_KNOWN = 0,
    SCORE_DROPPED = -1, /* it does not apply: no figures */
    SCORE_OPEN = -2,    /* only the ends are known, over: not even that; never from a plan */
};

/* Small, for ten thousand of them are written and read for each record. */
struct score {
    int64_t under; /* above 0 the score is top / under; else a score_state */
    union {
        int64_t top;
        const struct number *number; /* of SCORE_KNOWN the score; of SCORE_OPEN the two ends */
    };
};

static inline enum score_state score_state(const struct score *s)
{
    return s->under > 0 ? SCORE_KNOWN : (enum score_state)s->under;
}

/* Of a known one. */
static inline struct number score_number(const struct score *s)
{
    return s->under ? number_small(s->top, s->under) : *s->number;
}

struct plan;
struct plan_run;

/* The plan of `m`, which must outlive it.  Never NULL. */
const struct plan *plan_of(struct arena *a, const struct model *m);

/* Whether it can score any record at all; if not, what in the rules keeps it from that, for people:
 * "the table `staff`, which 6.1 reads". */
bool plan_is_whole(const struct plan *p, struct text *why_not);

struct slot_form plan_slot(const struct plan *p, const struct fact *f);

/* Whether some score depends on the fact: another one need only be read to see that it is right. */
bool plan_reads(const struct plan *p, const struct fact *f);

struct plan_run *plan_run_new(struct arena *a, const struct plan *p);

/* Put what the facts in `slots` score into `out`, by criterion index, until the next record of this
 * run.  False when this record is none for a plan: `out` is then undefined. */
bool plan_score(const struct plan *p, struct plan_run *r, const struct slot *slots,
                struct score *out);

#endif
