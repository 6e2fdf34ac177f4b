/* Two checklists side by side: private to classify_steps.c and classify_late.c. */
#ifndef KEN_DIFF_STEPS_H
#define KEN_DIFF_STEPS_H

#include "diff/classify.h"
#include "diff/comparing.h"

/* Something that steps ask for, yes or no; whether it is proven by evidence; a share. */
struct atom {
    size_t meaning;
    const struct expr *e;
    int side; /* whose model `e` is of */
    bool proof, share;
    bool can[2]; /* be no, be yes: of a share be less than all, be all */
    struct interval lies;
};

struct stepping {
    const struct versions *v;
    struct arena *a;
    struct raws *raws;
    LIST_OF(struct atom) atoms;
    bool apart;         /* the atoms are of facts of their own */
    struct needs needs; /* of all of them */
    uint64_t state;     /* by atom: it is yes */
    size_t share;       /* meaning of one that is achieved in part; 0: there is none */
    size_t shares;      /* how many are */
};

/* What counts of one checklist in a state. */
struct list {
    int side;
    uint64_t counted, partly;   /* by step */
    struct number earned, part; /* for certain; and for all of the share */
    bool there;                 /* some step applies */
};

/* Whose model the conditions of a step are of. */
int step_side(const struct versions *v, int side, size_t i);

/* classify_late.c: what the steps that count take where they are late. */
void late_terms(const struct stepping *s, const struct list of[SIDES], struct terms *terms);

#endif
