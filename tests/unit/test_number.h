/* What the tests of numbers share. */
#ifndef KEN_TESTS_NUMBER_H
#define KEN_TESTS_NUMBER_H

#include <criterion/criterion.h>

#include "support.h"
#include "value/number.h"

static struct arena *a;

static inline void open_arena(void)
{
    a = support_arena();
}

static inline void close_arena(void)
{
    arena_free(a);
}

static inline struct number decimal(const char *literal)
{
    struct number n = number_of(0);
    cr_assert(number_parse(a, text_of(literal), &n, NULL), "`%s` is not read", literal);
    return n;
}

static inline const char *exact(struct number n)
{
    return text_c(a, number_exact_words(a, n));
}

#endif
