/* Lost: what took the points between the full mark and the score.
 *
 * Floor: advise.  Everything is read from an outcome.  The amounts add up to the full mark less the
 * score, exactly: each loss of a part moves what is above it by as much as the mean, the weights or
 * the formula there say.  What gives a loss back is calculated as for `needed`. */
#ifndef KEN_ADVISE_LOST_H
#define KEN_ADVISE_LOST_H

#include "advise/change.h"
#include "explain/why.h"

enum {
    LOST_ASKED = 200,   /* of the largest losses, so many are asked what gives them back */
    LOST_WORK = 300000, /* of expressions that are followed to the scores in them, in all */
};

enum loss_kind {
#define LOSS(name, words) LOSS_##name,
#include "advise/losses.def"
#undef LOSS
    LOSS_KINDS
};

/* "levels", "late", ...: as JSON says it. */
struct text loss_words(enum loss_kind kind);

struct loss {
    enum loss_kind kind;
    const struct criterion *at;
    size_t which;              /* of steps, penalties or lines of `at`: the one that took it */
    struct span rule;          /* its place */
    struct number mark;        /* the full mark of `at` */
    struct number own;         /* of it taken; below 0: given */
    struct number amount;      /* of the score asked about */
    bool has_wanted;           /* of levels and bands: */
    struct bound wanted;       /* the measure that loses nothing */
    struct changes changes;    /* the smallest that give it back; none that can be told */
    const struct reason *days; /* of late steps, penalties and bonuses by days: each day, below it;
                                  NULL where no days count */
};

struct open_part {
    const struct result *result;
    const struct cause *cause;
    bool bounded; /* else nobody knows how much: */
    struct number amount;
};

enum lost_state {
    LOST_KNOWN,
    LOST_SURE,      /* the score is not known: what is lost whatever comes */
    LOST_NOTHING,   /* it does not apply */
    LOST_NO_MARK,   /* nothing bounds the score */
    LOST_TOO_LARGE, /* a figure has too many digits */
};

struct lost {
    const struct criterion *about;
    enum lost_state state;
    struct number full, score;   /* the score, or the most that it can be */
    LIST_OF(struct loss) losses; /* the largest first; what was given last */
    LIST_OF(struct open_part) open;
    LIST_OF(const struct result *) dropped; /* they lose nothing */
};

/* What was lost of `about`. */
struct lost *lost_of(struct arena *a, struct outcome *o, const struct criterion *about);

/* Find the days of each loss, and what gives it back; `scratch` is memory for evaluations. */
void lost_find_changes(struct arena *a, struct arena *scratch, struct outcome *o,
                       struct lost *lost);

#endif
