/* What the rest stands on: memory that is used again, maps, runs of plain text. */
#include "base/map.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

Test(arena, takes_over_the_memory_of_one_beside_it)
{
    enum { MUCH = 1000000, LESS = 900000 };
    struct arena *a = support_arena(), *beside = arena_beside(a);
    memset(arena_alloc(beside, MUCH), 1, MUCH);
    size_t held = arena_held(a) + arena_held(beside);
    arena_absorb(a, beside);
    const unsigned char *again = arena_alloc(a, LESS);
    cr_expect(eq(sz, arena_held(a) + arena_held(beside), held));
    memset(arena_alloc(beside, 100), 2, 100);
    for (size_t i = 0; i < LESS; i++)
        cr_assert(eq(int, again[i], 0));
    arena_free(a);
}

/* Keys of every length that is hashed in another way, with numbers that differ in one byte. */
Test(map, finds_every_key_and_no_other)
{
    enum { KEYS = 5000 };
    struct arena *a = support_arena();
    struct map m = map_in(a);
    for (size_t i = 0; i < KEYS; i++) {
        struct text key = SAY(a, "{}{}", ((struct text){"abcdefghijklmnopqrst", i % 20}),
                              text_number(a, (long long)i));
        cr_assert(not(map_find(&m, key, NULL)));
        cr_assert(eq(sz, map_put(&m, key, i), i));
        cr_assert(eq(sz, map_put(&m, text_copy(a, key), i + 1), i));
    }
    cr_expect(eq(sz, m.n, KEYS));
    for (size_t i = 0, found; i < KEYS; i++) {
        struct text key = SAY(a, "{}{}", ((struct text){"abcdefghijklmnopqrst", i % 20}),
                              text_number(a, (long long)i));
        cr_assert(map_find(&m, key, &found));
        cr_assert(eq(sz, found, i));
    }
    arena_free(a);
}

/* Wherever among others a byte stands, alone it decides. */
Test(text, a_plain_run_ends_at_the_first_byte_that_is_not_plain)
{
    for (int byte = 0; byte < 256; byte++)
        for (size_t at = 0; at < 20; at++) {
            char some[20];
            memset(some, '~', sizeof some);
            some[at] = (char)byte;
            bool plain = byte >= 0x20 && byte < 0x7F;
            size_t end = text_plain((struct text){some, sizeof some}, 0);
            cr_assert(eq(sz, end, plain ? sizeof some : at), "byte %d at %zu", byte, at);
        }
}

Test(text, is_its_own_when_it_is_folded)
{
    struct arena *a = support_arena();
    struct text folded = TEXT("one two"), other = TEXT(" one\n two ");
    cr_expect(eq(ptr, (void *)(uintptr_t)text_folded(a, folded).at, (void *)(uintptr_t)folded.at));
    cr_expect(text_equal(text_folded(a, other), folded));
    cr_expect(eq(sz, text_folded(a, TEXT("")).n, 0));
    cr_expect(eq(sz, text_folded(a, TEXT(" \t")).n, 0));
    arena_free(a);
}
