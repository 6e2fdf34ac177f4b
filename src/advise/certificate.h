/* Certificates: the whole derivation of a total, one arithmetic fact a step, so that somebody else
 * can check it without the program that calculated it.
 *
 * Floor: advise.  docs/certificate.md is the contract for every byte; src/verify checks one and
 * shares nothing with what is here. */
#ifndef KEN_ADVISE_CERTIFICATE_H
#define KEN_ADVISE_CERTIFICATE_H

#include "eval/outcome.h"

/* A text that the rules and facts were read from. */
struct certified_file {
    const char *role; /* "rules", "facts", "set" */
    const struct source *source;
};

/* The text of a certificate, which can be long: in parts, one behind the other. */
struct certificate_text {
    LIST_OF(struct text) parts;
};

/* Why there is none. */
struct no_certificate {
    const struct criterion *of; /* what could not be spelt out; NULL: nothing in particular */
    struct text why;
};

/* The certificate of `o`, in `a`.  False when there is none, and `*why` is said. */
bool certificate_write(struct arena *a, struct outcome *o, const struct certified_file *files,
                       size_t n, const char *engine, struct certificate_text *out,
                       struct no_certificate *why);

#endif
