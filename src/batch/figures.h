/* Digits, days and signs as most records write them, eight bytes at a time.  Private to batch/.
 *
 * Floor: batch.  Nothing is looked at from `end` on.  Each function that takes something says where
 * it ends, or NULL: then it is not in the form that is looked for here, which says nothing about
 * whether it is right.
 *
 * Eight bytes are one integer with the first of them lowest, whatever the machine: compilers make
 * one load of it. */
#ifndef KEN_BATCH_FIGURES_H
#define KEN_BATCH_FIGURES_H

#include "base/limits.h"
#include "value/date.h"

enum { FIGURE_DIGITS = 18 /* of the longest that a slot holds */ };

#define EACH_BYTE(byte) (0x0101010101010101u * (uint64_t)(byte))
#define HIGH_BITS EACH_BYTE(0x80)

/* For a digit 10 more than 0x80, for what must be 0 one more than that: then a byte that is
 * neither has its highest bit. */
enum { NO_DIGIT = 0x76, NO_ZERO = 0x7F };

static inline uint64_t eight_bytes(const char *p)
{
    const unsigned char *u = (const unsigned char *)p;
    return (uint64_t)u[0] | (uint64_t)u[1] << 8 | (uint64_t)u[2] << 16 | (uint64_t)u[3] << 24 |
           (uint64_t)u[4] << 32 | (uint64_t)u[5] << 40 | (uint64_t)u[6] << 48 |
           (uint64_t)u[7] << 56;
}

static inline void put_eight_bytes(char *at, uint64_t bytes)
{
    for (int i = 0; i < 8; i++)
        at[i] = (char)(bytes >> 8 * i);
}

/* The number whose digits, from 0 to 9, are the bytes of `d`. */
static inline uint64_t digits_value(uint64_t d)
{
    d = d * 10 + (d >> 8); /* pairs, in every second byte */
    d = ((d & 0x00FF00FF00FF00FFu) * (1 + (100u << 16))) >> 16;
    return ((d & 0x0000FFFF0000FFFFu) * (1 + ((uint64_t)10000 << 32))) >> 32;
}

static inline bool is_digit(char c)
{
    return (unsigned char)(c - '0') <= 9;
}

/* Where the plain signs from `p` on end: ASCII that can be seen and blanks, but neither `"` nor
 * `\` nor `stop`. */
const char *skip_plain(const char *p, const char *end, char stop);

/* --- decimals ------------------------------------------------------------------------------ */

/* 12.50 is 1250 with two places. */
struct decimal {
    uint64_t digits;
    unsigned places;
    bool minus;
    bool padded; /* it begins with a zero that it does not need: 007 */
};

/* -1234.56, of at most FIGURE_DIGITS digits. */
const char *take_decimal(const char *p, const char *end, struct decimal *d);

/* The same of what most decimals are: without a sign or needless zeros, of less than eight digits
 * before the point and at most eight behind it, and not among the last bytes. */
static inline const char *take_short_decimal(const char *p, const char *end, struct decimal *d)
{
    enum { PLACES = 8, ROOM = 8 + 1 + PLACES + 1 };
    if (end - p < ROOM)
        return NULL;
    uint64_t digits = eight_bytes(p) ^ EACH_BYTE('0');
    uint64_t others = ((digits + EACH_BYTE(NO_DIGIT)) | digits) & HIGH_BITS;
    unsigned bits = others ? (unsigned)__builtin_ctzll(others) & ~7u : 0; /* of digits */
    if (!bits || (*p == '0' && bits > 8))
        return NULL;
    uint64_t value = digits_value(digits << (64 - bits));
    unsigned places = 0;
    p += bits / 8;
    if (*p == '.') {
        for (p++; is_digit(*p); p++) {
            if (places++ == PLACES)
                return NULL;
            value = value * 10 + (uint64_t)(*p - '0');
        }
        if (!places)
            return NULL;
    }
    *d = (struct decimal){.digits = value, .places = places};
    return p;
}

/* --- days ---------------------------------------------------------------------------------- */

/* The days of the months of the years that facts may lie in, in one era. */
enum { DAYS_MONTHS = 12 * (FACTS_YEAR_LAST - FACTS_YEAR_FIRST + 1) };
struct days {
    int first_year;                 /* in the era */
    int32_t begin[DAYS_MONTHS + 1]; /* the day of the first of each month, and of the one behind */
};

void days_make(struct days *days, enum era era);

/* An index in `days` from the digits of a year and month; false when it lies outside. */
static inline bool days_month(const struct days *days, uint64_t century, uint64_t year,
                              uint64_t month, unsigned *index)
{
    unsigned from_first = (unsigned)(century * 100 + year) - (unsigned)days->first_year;
    *index = from_first * 12 + (unsigned)month - 1;
    return month - 1 < 12 && from_first <= FACTS_YEAR_LAST - FACTS_YEAR_FIRST;
}

/* YYYY-MM, as an index in `days`. */
const char *take_month(const struct days *days, const char *p, const char *end, unsigned *month);

/* YYYY-MM-DD */
static inline const char *take_day(const struct days *days, const char *p, const char *end,
                                   int64_t *day)
{
    const uint64_t lines = (uint64_t)('0' ^ '-') << 16 | (uint64_t)('0' ^ '-') << 40;
    const uint64_t zeros = (uint64_t)(NO_ZERO - NO_DIGIT) << 16 | (uint64_t)(NO_ZERO - NO_DIGIT)
                                                                      << 40;
    if (end - p < 10)
        return NULL;
    uint64_t d = eight_bytes(p + 2) ^ EACH_BYTE('0') ^ lines; /* of YY-MM-DD */
    uint64_t wrong = ((d + EACH_BYTE(NO_DIGIT) + zeros) | d) & HIGH_BITS;
    uint64_t pairs = d * 10 + (d >> 8);
    unsigned tens = (unsigned char)(p[0] - '0'), ones = (unsigned char)(p[1] - '0'), month;
    bool well = days_month(days, tens * 10 + ones, pairs & 0xFF, pairs >> 24 & 0xFF, &month);
    if (wrong || tens > 9 || ones > 9 || !well)
        return NULL;
    unsigned of_month = (unsigned)(pairs >> 48 & 0xFF) - 1;
    int32_t begin = days->begin[month];
    if (of_month >= (unsigned)(days->begin[month + 1] - begin))
        return NULL;
    *day = begin + (int64_t)of_month;
    return p + 10;
}

#endif
