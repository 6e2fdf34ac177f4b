/* Checking a certificate: whether every step follows from those before it.
 *
 * Floor: verify, right above base: it can use nothing of what calculates scores, so that one
 * mistake is not made twice.  docs/certificate.md says what every operation means. */
#ifndef KEN_VERIFY_VERIFY_H
#define KEN_VERIFY_VERIFY_H

#include "base/diag.h"

/* A text that a certificate was made from. */
struct recorded_file {
    struct text role, name, digest;
    struct span at; /* of its name */
};

/* What a step says to stand in a file. */
struct quotation {
    size_t step, line, column;
    struct text file, words;
    struct span at; /* of the step */
};

/* What a criterion comes to: exact values, in the order of docs/certificate.md. */
#define VERIFIED_VALUES(VALUE)                                                                     \
    VALUE(measure)                                                                                 \
    VALUE(score)                                                                                   \
    VALUE(least)                                                                                   \
    VALUE(most)                                                                                    \
    VALUE(weight)                                                                                  \
    VALUE(weighted)                                                                                \
    VALUE(share)                                                                                   \
    VALUE(contribution)

enum verified_value {
#define VALUE(name) VERIFIED_##name,
    VERIFIED_VALUES(VALUE)
#undef VALUE
        VERIFIED_KINDS
};

struct verified_figure {
    struct text id, title;
    struct text value[VERIFIED_KINDS]; /* empty for what it does not have */
};

/* "measure", "score", ...: as certificates say it. */
const char *verified_words(enum verified_value which);

struct verification {
    struct text title, office, engine;
    size_t steps;
    struct text total;       /* the exact value, or the kind of its absence; empty for a range */
    struct text least, most; /* of a range, exact; an open end is empty */
    LIST_OF(struct recorded_file) files;
    size_t compared; /* of them, the same as recorded */
    LIST_OF(struct verified_figure) figures;
    LIST_OF(struct quotation) quotations;
};

/* Read and check the certificate `s`.  What is wrong goes to `d`: of steps that do not follow the
 * first.  The result belongs to `a`; NULL when the text ends nowhere near a certificate. */
struct verification *verify_certificate(struct arena *a, const struct source *s, struct diags *d);

/* Compare a file with what is recorded of it, and with what steps say to stand in it: its bytes
 * now, or why they cannot be had. */
void verify_file(struct verification *v, const struct recorded_file *f, struct text bytes,
                 const char *why_not, struct diags *d);

#endif
