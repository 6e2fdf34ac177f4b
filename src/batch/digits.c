/* Figures of scores.
 *
 * Nearly all of them are below a hundred million in units of their last place: then their digits
 * are worked out side by side in one integer, and no loop and no branch depends on them. */
#include <string.h>

#include "batch/figures.h"
#include "batch/write.h"

enum { EIGHT_DIGITS = 100000000 };

/* The digits of `n`, which has at most eight, from 0 to 9: the first is the lowest byte. */
static uint64_t digits_of(uint64_t n)
{
    uint64_t fours = n / 10000 | n % 10000 << 32;
    uint64_t hundreds = (fours * 10486 >> 20) & 0x0000007F0000007F;
    uint64_t pairs = hundreds | (fours - 100 * hundreds) << 16;
    uint64_t tens = (pairs * 103 >> 10) & 0x000F000F000F000F;
    return tens | (pairs - 10 * tens) << 8;
}

/* All eight are written, and the point among them; how many of it count. */
static size_t put_short(char *at, uint64_t n, unsigned places)
{
    uint64_t digits = digits_of(n), least = (uint64_t)1 << 8 * (7 - places);
    unsigned before = (unsigned)__builtin_ctzll(digits | least) / 8; /* zeros that say nothing */
    unsigned whole = 8 - before - places;
    digits = (digits | EACH_BYTE('0')) >> 8 * before;
    put_eight_bytes(at, digits);
    if (!places)
        return whole;
    at[whole] = '.';
    put_eight_bytes(at + whole + 1, digits >> 8 * whole);
    return whole + 1 + places;
}

/* Digits that end before `end`, at least `least` of them; the first. */
static char *put_digits(char *end, uint64_t n, unsigned least)
{
    char *at = end;
    for (; n || end - at < (ptrdiff_t)least; n /= 10)
        *--at = (char)('0' + n % 10);
    return at;
}

static size_t put_long(char *at, uint64_t n, unsigned places)
{
    char room[FIGURE_ROOM], *end = room + sizeof room;
    char *digits = put_digits(end, n, places + 1);
    size_t whole = (size_t)(end - digits) - places;
    memcpy(at, digits, whole);
    if (!places)
        return whole;
    at[whole] = '.';
    memcpy(at + whole + 1, digits + whole, places);
    return whole + 1 + places;
}

/* With parts that are too large for that. */
static size_t put_wide(char *at, struct arena *a, struct number n, struct show show)
{
    struct buffer b = buffer_in(a);
    if (number_is_over(n))
        return 0;
    number_print(&b, n, show.places, show.mode, (struct number_style){0});
    if (b.n > FIGURE_ROOM)
        return 0;
    memcpy(at, b.at, b.n);
    return b.n;
}

size_t digits_put(char *at, struct arena *a, const struct score *s, struct show show)
{
    long long scaled;
    bool fits = s->under > 0 ? ratio_scaled(s->top, s->under, show.places, show.mode, &scaled)
                             : number_scaled(*s->number, show.places, show.mode, &scaled);
    if (!fits)
        return put_wide(at, a, score_number(s), show);
    uint64_t n = scaled < 0 ? -(uint64_t)scaled : (uint64_t)scaled;
    bool minus = scaled < 0, is_short = n < EIGHT_DIGITS && show.places < 8;
    *at = '-';
    at += minus;
    return minus + (is_short ? put_short : put_long)(at, n, show.places);
}
