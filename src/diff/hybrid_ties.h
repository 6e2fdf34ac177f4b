/* What must be changed together: private to hybrid_players.c and hybrid_ties.c. */
#ifndef KEN_DIFF_HYBRID_TIES_H
#define KEN_DIFF_HYBRID_TIES_H

#include "diff/hybrid.h"

static inline bool is_unpaired(const struct mixture *m)
{
    return !m->of[OLDER] || !m->of[NEWER];
}

/* A slot gets an owner, or its owners are joined; both slots get the same one.  Whether anything
 * changed. */
bool hybrid_own(struct hybrid *h, size_t *owner, size_t change);
bool hybrid_tie(struct hybrid *h, size_t *one, size_t *other);

/* A fact is read otherwise: so is everything that reads it. */
void hybrid_own_readers(struct hybrid *h, const struct rule_change *c);

/* `in period` means other days. */
void hybrid_own_period(struct hybrid *h, size_t change);

/* A formula that names what is on one side only goes with it.  Whether anything changed. */
bool hybrid_tie_names(struct hybrid *h);

/* Until every mixture is rules that could be written. */
void hybrid_tie_all(struct hybrid *h);

#endif
