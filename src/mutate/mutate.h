/* Mutants: the rules with one thing wrong, as an officer might have written it.
 *
 * Floor: mutate.  A mutant is a handful of patches in the checked model: making it swaps a few
 * bytes, and undoing it swaps them back, so a thousand of them need one model and its bound facts.
 * That is why the model, which nobody else ever changes, must belong to this work alone meanwhile.
 * Every mutant is one that the checker would accept: what it would refuse needs no test. */
#ifndef KEN_MUTATE_MUTATE_H
#define KEN_MUTATE_MUTATE_H

#include "check/model.h"

enum operator{
#define OPERATOR(name, word, does) OPERATOR_##name,
#include "mutate/operators.def"
#undef OPERATOR
    OPERATORS
};

struct patch {
    void *at;   /* in the model */
    void *with; /* what is to stand there; while the mutant is made, what stood there */
    size_t size;
};

struct mutant {
    enum operator operator;
    const struct criterion *of; /* what it stands in; the total for what stands in the head */
    bool wide;                  /* it may change more than `of` and what is made from its score */
    bool same;                  /* it provably means the same: no test can notice */
    struct span at;             /* of what is changed */
    struct text says;           /* "level 3 of 2.1 is 60.01% instead of 60%" */
    LIST_OF(struct patch) patches;
};
struct mutants {
    LIST_OF(struct mutant) all; /* by criterion in the order of the model */
};

/* The word of an operator, what it does, and the operator of a word. */
struct text operator_word(enum operator op);
struct text operator_does(enum operator op);
bool operator_named(struct text word, enum operator* op);

/* All of them, or those of the operators that are wanted (NULL: of all). */
struct mutants mutants_of(struct arena *a, const struct model *m, const bool *wanted);

/* Make the mutant, or undo it. */
void mutant_swap(const struct mutant *mutant);

#endif
