/* Figures of scores.
 *
 * Nearly all of them are whole numbers of their last place, below a thousand million: two digits at
 * a time come from a table, and a division by a hundred is a multiplication to the compiler. */
#include <string.h>

#include "batch/write.h"

#define TEN_PAIRS(t) t "0" t "1" t "2" t "3" t "4" t "5" t "6" t "7" t "8" t "9"
static const char pairs[] = TEN_PAIRS("0") TEN_PAIRS("1") TEN_PAIRS("2") TEN_PAIRS("3")
    TEN_PAIRS("4") TEN_PAIRS("5") TEN_PAIRS("6") TEN_PAIRS("7") TEN_PAIRS("8") TEN_PAIRS("9");

/* Digits that end before `end`, at least `least` of them; the first. */
static char *put_digits(char *end, uint64_t n, unsigned least)
{
    char *at = end;
    while (n >= 100) {
        at -= 2;
        memcpy(at, pairs + n % 100 * 2, 2);
        n /= 100;
    }
    if (n >= 10) {
        at -= 2;
        memcpy(at, pairs + n * 2, 2);
    } else {
        *--at = (char)('0' + n);
    }
    while (end - at < (ptrdiff_t)least)
        *--at = '0';
    return at;
}

size_t digits_put(char *at, struct number n, struct show show)
{
    long long scaled;
    if (!number_scaled(n, show.places, show.mode, &scaled))
        return 0;
    char room[FIGURE_ROOM], *end = room + sizeof room, *to = at;
    uint64_t magnitude = scaled < 0 ? -(uint64_t)scaled : (uint64_t)scaled;
    char *digits = put_digits(end, magnitude, show.places + 1);
    size_t whole = (size_t)(end - digits) - show.places;
    if (scaled < 0)
        *to++ = '-';
    memcpy(to, digits, whole);
    to += whole;
    if (show.places) {
        *to++ = '.';
        memcpy(to, digits + whole, show.places);
        to += show.places;
    }
    return (size_t)(to - at);
}
