/* Digests: whether two texts are the same, byte by byte.
 *
 * Floor: base. */
#ifndef KEN_BASE_DIGEST_H
#define KEN_BASE_DIGEST_H

#include "base/text.h"

enum { DIGEST_LETTERS = 64 };

/* The SHA-256 of `t` in lower-case hexadecimal. */
struct text digest_words(struct arena *a, struct text t);

/* The same of `n` texts, one behind the other. */
struct text digest_of_parts(struct arena *a, const struct text *parts, size_t n);

#endif
