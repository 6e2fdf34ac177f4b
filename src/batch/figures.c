/* Digits and days as most records write them: what need not be quick. */
#include "batch/figures.h"

/* Each byte that is below 0x20, and perhaps others behind the first of them. */
static uint64_t marks_of_controls(uint64_t bytes)
{
    return (bytes - EACH_BYTE(0x20)) & ~bytes & HIGH_BITS;
}

/* Likewise each byte that is `sign`. */
static uint64_t marks_of(char sign, uint64_t bytes)
{
    uint64_t other = bytes ^ EACH_BYTE((unsigned char)sign);
    return (other - EACH_BYTE(1)) & ~other & HIGH_BITS;
}

const char *skip_plain(const char *p, const char *end, char stop)
{
    for (; end - p >= 8; p += 8) {
        uint64_t bytes = eight_bytes(p);
        uint64_t marks = (((bytes + EACH_BYTE(1)) | bytes) & HIGH_BITS) | marks_of_controls(bytes) |
                         marks_of('"', bytes) | marks_of('\\', bytes) | marks_of(stop, bytes);
        if (marks)
            return p + __builtin_ctzll(marks) / 8;
    }
    while (p < end && *p >= ' ' && *p < 0x7F && *p != '"' && *p != '\\' && *p != stop)
        p++;
    return p;
}

const char *take_decimal(const char *p, const char *end, struct decimal *d)
{
    unsigned n = 0;
    *d = (struct decimal){.minus = p < end && *p == '-'};
    p += d->minus;
    for (const char *first = p; p < end && is_digit(*p); p++) {
        d->padded = n && *first == '0';
        if (++n > FIGURE_DIGITS)
            return NULL;
        d->digits = d->digits * 10 + (uint64_t)(*p - '0');
    }
    if (!n || p == end || *p != '.')
        return n ? p : NULL;
    for (p++; p < end && is_digit(*p); p++) {
        if (n + ++d->places > FIGURE_DIGITS)
            return NULL;
        d->digits = d->digits * 10 + (uint64_t)(*p - '0');
    }
    return d->places ? p : NULL;
}

const char *take_month(const struct days *days, const char *p, const char *end, unsigned *month)
{
    uint64_t pairs[3] = {0};
    if (end - p < 7 || p[4] != '-')
        return NULL;
    for (size_t i = 0; i < 3; i++) {
        const char *pair = p + 2 * i + (i == 2);
        if (!is_digit(pair[0]) || !is_digit(pair[1]))
            return NULL;
        pairs[i] = (uint64_t)(pair[0] - '0') * 10 + (uint64_t)(pair[1] - '0');
    }
    return days_month(days, pairs[0], pairs[1], pairs[2], month) ? p + 7 : NULL;
}

void days_make(struct days *days, enum era era)
{
    days->first_year = FACTS_YEAR_FIRST + (era == ERA_BE ? ERA_OFFSET : 0);
    for (int i = 0; i <= DAYS_MONTHS; i++) {
        struct date first;
        date_make(FACTS_YEAR_FIRST + i / 12, i % 12 + 1, 1, &first);
        days->begin[i] = first.day;
    }
}
