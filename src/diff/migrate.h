/* A fact file for newer rules, made of one for the older ones.
 *
 * Floor: diff.  The text stays as it is, comments and layout included, but for what the newer rules
 * call or group in another way.  Values are never changed: where the unit of a fact is another one,
 * a number without a unit gets the one that it had. What cannot be carried stays as a comment, and
 * in JSON does not stay. */
#ifndef KEN_DIFF_MIGRATE_H
#define KEN_DIFF_MIGRATE_H

#include "diff/diff.h"
#include "facts/facts.h"

struct not_carried {
    struct text what; /* "own_capital.used", "publicity.channels", "claim 4.2" */
    struct text why;  /* "cgd-2567 has no such fact" */
    struct span at;
    bool commented; /* it stands as a comment in the text */
};

struct migration {
    struct text text;
    LIST_OF(struct not_carried) left; /* in the order of the text */
};

/* `facts`, with `mentions` set, is what was read from `s`, a native fact file without errors, for
 * the older rules. */
struct migration *migrate_facts(struct arena *a, const struct diff *d, const struct facts *facts,
                                const struct source *s, enum facts_format format);

#endif
