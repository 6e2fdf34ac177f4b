/* Text: bytes with a length, UTF-8 unless said otherwise, never owned.
 *
 * Floor: base.  A `struct text` is passed by value and borrows its bytes; it need not end in NUL.
 * The empty text may have a NULL pointer. */
#ifndef KEN_BASE_TEXT_H
#define KEN_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct text {
    const char *at;
    size_t n;
};

/* The text of a string literal. */
#define TEXT(literal) ((struct text){"" literal, sizeof(literal) - 1})

struct text text_of(const char *nul_terminated);
struct text text_copy(struct arena *a, struct text t);

/* A NUL-terminated copy; an inner NUL stays and ends it early for C. */
char *text_c(struct arena *a, struct text t);

bool text_equal(struct text a, struct text b);

/* The same but for the case of ASCII letters. */
bool text_equal_caseless(struct text a, struct text b);
bool text_starts(struct text t, struct text start);
bool text_ends(struct text t, struct text end);

/* Order by bytes, which for UTF-8 is the order of code points. */
int text_order(struct text a, struct text b);

/* Without the spaces, tabs, carriage returns and line feeds at both ends. */
struct text text_trim(struct text t);

/* `t`, or its first `most` bytes and an ellipsis; never cut inside a code point. */
struct text text_shortened(struct arena *a, struct text t, size_t most);

/* The words of `t` with single spaces between them; `t` itself where they already have. */
struct text text_folded(struct arena *a, struct text t);

/* `t` from byte `from` on; empty when `from` is beyond the end. */
struct text text_after(struct text t, size_t from);

/* Put `args` for each `{}` in `pattern`, in order.  Surplus arguments are ignored, missing ones are
 * empty. */
struct text text_fill(struct arena *a, const char *pattern, const struct text *args, size_t n);
#define SAY(a, pattern, ...)                                                                       \
    text_fill((a), (pattern), (const struct text[]){__VA_ARGS__},                                  \
              sizeof((const struct text[]){__VA_ARGS__}) / sizeof(struct text))

/* A whole number in ASCII digits. */
struct text text_number(struct arena *a, long long n);

/* Where the run of plain characters that begins at `from` ends: ASCII that can be seen, blanks, and
 * the Thai block (E0 B8 xx, E0 B9 xx).  Most texts are nothing else, and nothing else needs a
 * second look. */
size_t text_plain(struct text t, size_t from);

/* The code point at `*i` of valid UTF-8; moves `*i` behind it. */
uint32_t text_next(struct text t, size_t *i);

#endif
