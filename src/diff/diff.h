/* What changed between two rule sets, in meaning.
 *
 * Floor: diff.  Two checked models are compared, the newer one read as if for the year of the older
 * one (align.h).  Order, layout, comments, spelling, names of `let`s, era and units of numbers make
 * no difference: in a model they are gone. A diff points into both models and owns nothing of them.
 */
#ifndef KEN_DIFF_DIFF_H
#define KEN_DIFF_DIFF_H

#include "check/model.h"

enum diff_kind {
#define CHANGE(kind, id) DIFF_##kind,
#include "diff/kinds.def"
#undef CHANGE
    DIFF_KINDS
};

/* What a change does to scores: to those of the criterion that it stands in, or where `on_total` is
 * set to the total. Proven, or unknown. */
enum diff_class {
    CLASS_NEUTRAL,  /* no facts score differently */
    CLASS_STRICTER, /* no facts score higher, some lower */
    CLASS_LOOSER,   /* no facts score lower, some higher */
    CLASS_MIXED,    /* some higher, some lower */
    CLASS_UNKNOWN,  /* not proven; `why` says what stands in the way */
    CLASSES
};

enum { OLDER, NEWER, SIDES };

/* What a change is about, on one side; what is not there is NULL. */
struct side {
    const struct criterion *criterion;
    const struct step *step;
    const struct penalty *penalty;
    const struct fact *fact;
    const struct thresholds *thresholds; /* of levels and bands: in the case that changed */
    struct text says; /* the property in canonical words: "20, 25, 30, 35, 40", "by 2566-04"; may be
                         empty */
    struct span at;   /* nowhere when there is nothing */
};

/* Where scores differ: measures from `low` to `high` (over: to infinity). */
struct stretch_of_difference {
    struct number low, high;
    bool low_closed, high_closed;
    int sign; /* of the newer score less the older one */
};

/* The greatest loss and the greatest gain, as positive numbers, of one score. */
struct extreme_difference {
    bool known;             /* else it is not proven how large it gets */
    bool approached;        /* it is come as near to as one likes, and not reached */
    struct number by;       /* 0: there is none */
    struct text where;      /* "a measure of 30", "step 3 done on 2566-05-02"; may be empty */
    struct number at;       /* the measure there; over where it is no matter of a measure */
    struct number from, to; /* the scores there, older and newer */
};

struct rule_change {
    enum diff_kind kind;
    enum diff_class class;
    bool on_total;    /* what the class is about is the total */
    struct text what; /* the thing that changed, where kind and criterion do not say: "step 3",
                         "penalty late_report" */
    struct side side[SIDES];
    struct text why; /* of CLASS_UNKNOWN: what stands in the way */
    struct extreme_difference loss, gain;
    LIST_OF(struct stretch_of_difference) stretches; /* of levels and bands: by rising measure */
    const struct pair *pair; /* the criterion that it stands in; that of the totals for the whole */
    size_t index;            /* in diff.changes */
};

/* How the two of a pair were found to be the same. */
enum matched { MATCHED_BY_ID, MATCHED_DECLARED /* `formerly` */, MATCHED_BY_CONTENT, MATCHED_NOT };

/* A criterion on both sides, or on one. */
struct pair {
    const struct criterion *of[SIDES]; /* NULL on the side where it is not */
    enum matched matched;
    LIST_OF(struct rule_change *) changes; /* of it itself, not of what is in it */
    enum diff_class class;                 /* of all of them together, about its score */
    size_t index;
    bool shares_kept; /* while comparing: what stands in it weighs the same on both sides */
};

/* A fact on both sides, or on one; also a column: those of a table stand behind it. */
struct fact_pair {
    const struct fact *of[SIDES];
    enum matched matched;
    LIST_OF(struct fact_pair *) columns;       /* of a table */
    const struct fact_pair **column_of[SIDES]; /* by column index */
    size_t index;                              /* in diff.facts, or among the columns */
};

struct diff {
    struct arena *arena;
    const struct model *model[SIDES]; /* the newer one aligned */
    long months;                      /* by which its dates were moved back */
    LIST_OF(struct pair *)
    pairs; /* the totals first; in the order of the newer rules, what is removed behind what it
              stood behind */
    LIST_OF(struct fact_pair *) facts;       /* likewise */
    LIST_OF(struct rule_change *) changes;   /* pair by pair */
    const struct pair **pair_of[SIDES];      /* by criterion index */
    const struct fact_pair **fact_of[SIDES]; /* by fact index */
    struct meanings *meanings;               /* private to same.c */
    bool telling;                            /* both are one: everything in it is told */
    bool unrelated;                          /* no criterion of one is in the other */
    bool meaning_differs;                    /* some change is other than words and display */
};

/* Compare.  `months`: see align_months. */
struct diff *diff_models(struct arena *a, const struct model *older, const struct model *newer,
                         long months);

/* The rules by themselves: a diff without differences, whose changes say on the newer side whatever
 * they say, in an order that does not hang on how they are written. */
struct diff *diff_tell(struct arena *a, const struct model *m);

/* "added", ... and back; "stricter", ... */
struct text diff_kind_words(enum diff_kind kind);
bool diff_kind_named(struct text words, enum diff_kind *kind);
struct text diff_class_words(enum diff_class class);

/* Whether scores can depend on it: all kinds but words, display and evidence. */
bool diff_has_meaning(const struct rule_change *c);

/* --- between the files of this floor ---------------------------------------------------------- */

/* match.c: the pairs, and the facts that are the same. */
void diff_match(struct diff *d);

/* compare*.c: a change for everything that differs, class and extremes left for classify*.c. */
void diff_compare(struct diff *d);

/* classify*.c: what each change does to scores, and each pair. */
void diff_classify(struct diff *d);

/* same.c: whether two expressions mean the same, whatever their lets are called; facts and criteria
 * are the same when they are paired. */
bool diff_same(const struct diff *d, const struct expr *older, const struct expr *newer);

/* The same, rows that their aggregates leave out aside. */
bool diff_same_but_filters(const struct diff *d, const struct expr *older,
                           const struct expr *newer);

/* words.c: an expression in canonical words, whatever its layout and digits; dates of the newer
 * side as written. */
struct text diff_words(const struct diff *d, int side, const struct expr *e);

#endif
