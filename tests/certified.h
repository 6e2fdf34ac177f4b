/* Certificates in tests. */
#ifndef KEN_TESTS_CERTIFIED_H
#define KEN_TESTS_CERTIFIED_H

#include "support.h"

/* The certificate of what was evaluated; a failure where there is none. */
struct text certified(struct trial *t, const char *about);

/* Whether a certificate holds, its files aside; the problems go to `*problems` (may be NULL). */
bool certificate_holds(struct arena *a, struct text certificate, struct text *problems);

/* It has a certificate, which holds and says the total that was evaluated. */
void expect_certified(struct trial *t, const char *about);

/* The same, but the range of a score that is not known may be refused; whether it was not. */
bool expect_certified_or_refused(struct trial *t, const char *about);

#endif
