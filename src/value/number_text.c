/* Exact numbers as decimals, read and written.
 *
 * A number is printed by scaling it to a whole number of its last place and rounding that once; the
 * digits are then laid out with sign, point and groups.  Whether there is a sign is asked of the
 * rounded number, so that -0 cannot appear. */
#include "value/number.h"

#include <string.h>

#include "value/number_big.h"

enum { THAI_ZERO = 0x0E50, TRUE_MINUS = 0x2212 };

#define THIRTEEN_TENS(e)                                                                           \
    (e), (e)*10, (e)*100, (e)*1000, (e)*10000, (e)*100000, (e)*1000000, (e)*10000000,              \
        (e)*100000000, (e)*1000000000, (e)*10000000000, (e)*100000000000, (e)*1000000000000

const wide number_tens[NUMBER_TENS] = {
    THIRTEEN_TENS((wide)1),
    THIRTEEN_TENS((wide)10000000000000),
    THIRTEEN_TENS((wide)10000000000000 * 10000000000000),
};

/* A literal taken apart: the values of its digits, the highest first. */
struct literal {
    bool negative;
    size_t n;
    unsigned decimals;
    unsigned char digits[NUMBER_DIGITS];
};

/* The value of the digit at `*i`, moving `*i` behind it; -1 when there is none.  The text need not
 * be valid UTF-8. */
static int read_digit(struct text t, size_t *i)
{
    if (*i >= t.n)
        return -1;
    const char *at = t.at + *i;
    if (*at >= '0' && *at <= '9') {
        *i += 1;
        return *at - '0';
    }
    if (t.n - *i < 3 || memcmp(at, "\xE0\xB9", 2) != 0) /* Thai digits are E0 B9 90 to E0 B9 99 */
        return -1;
    int value = (unsigned char)at[2] - 0x90;
    if (value < 0 || value > 9)
        return -1;
    *i += 3;
    return value;
}

/* The digits from `*i` on; how many.  NUMBER_DIGITS are read at most, so that the rest of a longer
 * literal is left over and makes it wrong. */
static size_t read_digits(struct text t, size_t *i, struct literal *l)
{
    size_t before = l->n;
    int value;
    while (l->n < NUMBER_DIGITS && (value = read_digit(t, i)) >= 0)
        l->digits[l->n++] = (unsigned char)value;
    return l->n - before;
}

static bool read_literal(struct text t, struct literal *l)
{
    size_t i = 0;
    l->n = l->decimals = 0;
    l->negative = t.n && t.at[0] == '-';
    i += l->negative;
    if (!read_digits(t, &i, l))
        return false;
    if (i < t.n && t.at[i] == '.') {
        i++;
        l->decimals = (unsigned)read_digits(t, &i, l);
        if (!l->decimals)
            return false;
    }
    return i == t.n;
}

/* The first `n` digits as a whole number; n < NUMBER_TENS. */
static wide small_value(const unsigned char *digits, size_t n)
{
    uint64_t high = 0, low = 0;
    size_t i = 0;
    for (; i < n && i < 19; i++)
        high = high * 10 + digits[i];
    for (; i < n; i++)
        low = low * 10 + digits[i];
    return n > 19 ? (wide)high * number_tens[n - 19] + low : (wide)high;
}

bool number_parse(struct arena *a, struct text t, struct number *n, unsigned *decimals)
{
    struct literal l;
    if (!read_literal(t, &l))
        return false;
    *n = l.n < NUMBER_TENS ? number_small(small_value(l.digits, l.n), number_tens[l.decimals])
                           : number_big_parse(a, l.digits, l.n, l.decimals);
    if (l.negative)
        *n = number_negate(a, *n);
    if (decimals)
        *decimals = l.decimals;
    return true;
}

bool ratio_scaled(int64_t top, int64_t bottom, unsigned places, enum rounding_mode mode,
                  long long *scaled)
{
    enum { NARROW_TENS = 19 };
    if (places >= NARROW_TENS)
        return false;
    int64_t tens = (int64_t)number_tens[places], product;
    if (bottom == tens) {
        *scaled = top;
        return true;
    }
    if (__builtin_mul_overflow(top, tens, &product) || product == INT64_MIN)
        return false;
    uint64_t away = (uint64_t)(product < 0 ? -product : product);
    int64_t rounded = (int64_t)narrow_round(away, (uint64_t)bottom, mode);
    *scaled = product < 0 ? -rounded : rounded;
    return true;
}

bool number_scaled(struct number x, unsigned places, enum rounding_mode mode, long long *scaled)
{
    return x.bottom && wide_is_narrow(x.top) && wide_is_narrow(x.bottom) &&
           ratio_scaled((int64_t)x.top, (int64_t)x.bottom, places, mode, scaled);
}

/* Of a small number in lowest terms. */
static bool small_decimals(struct number x, unsigned *decimals)
{
    uwide rest = (uwide)x.bottom;
    unsigned twos = 0, fives = 0;
    for (; rest % 2 == 0; rest /= 2)
        twos++;
    for (; rest >> 64 && rest % 5 == 0; rest /= 5)
        fives++;
    uint64_t narrow = (uint64_t)rest; /* a division of 128 bits is a call */
    for (; narrow == rest && narrow % 5 == 0; rest = narrow /= 5)
        fives++;
    *decimals = twos > fives ? twos : fives;
    return rest == 1;
}

bool number_decimals(struct arena *a, struct number x, unsigned most, unsigned *decimals)
{
    (void)a;
    unsigned needed;
    if (number_is_over(x))
        return false;
    if (!(x.bottom ? small_decimals(number_reduced(x), &needed) : number_big_decimals(x, &needed)))
        return false;
    if (needed > most)
        return false;
    *decimals = needed;
    return true;
}

/* Writes `n` so that it ends before `end`; the first digit. */
static char *write_narrow(char *end, uint64_t n)
{
    do
        *--end = (char)('0' + n % 10);
    while (n /= 10);
    return end;
}

/* The digits of `n`; how many. */
static size_t write_wide(char out[NUMBER_ROOM], uwide n)
{
    enum { LOW = 19 };
    char room[2 * LOW + 1], *end = room + sizeof room, *at;
    uwide limit = (uwide)number_tens[LOW];
    if (!(n >> 64)) {
        at = write_narrow(end, (uint64_t)n);
    } else { /* 2^127 / 10^19 has 64 bits */
        at = write_narrow(end, (uint64_t)(n % limit));
        while (at > end - LOW)
            *--at = '0';
        at = write_narrow(at, (uint64_t)(n / limit));
    }
    memcpy(out, at, (size_t)(end - at));
    return (size_t)(end - at);
}

/* The digits of |x| times 10^places, rounded; how many. */
static size_t write_scaled(char out[NUMBER_ROOM], struct number x, unsigned places,
                           enum rounding_mode mode)
{
    wide top;
    if (x.bottom && places < NUMBER_TENS && wide_multiply(x.top, number_tens[places], &top))
        return write_wide(out, wide_magnitude(wide_round(top, x.bottom, mode)));
    return number_big_digits(out, x, places, mode);
}

static void add_sign(struct buffer *b, struct number_style s)
{
    if (s.true_minus)
        buffer_add_point(b, TRUE_MINUS);
    else
        buffer_add_byte(b, '-');
}

static void add_digit(struct buffer *b, char digit, struct number_style s)
{
    if (s.thai)
        buffer_add_point(b, THAI_ZERO + (uint32_t)(digit - '0'));
    else
        buffer_add_byte(b, digit);
}

/* `n` digits, the last `places` of them behind the point, with zeros in front where they are too
 * few. */
static void add_decimal(struct buffer *b, const char *digits, size_t n, unsigned places,
                        struct number_style s)
{
    size_t zeros = n > places ? 0 : places + 1 - n, whole = zeros + n - places;
    for (size_t i = 0; i < zeros + n; i++) {
        if (i == whole)
            buffer_add_byte(b, '.');
        else if (s.group && i && i < whole && (whole - i) % 3 == 0)
            buffer_add_byte(b, ',');
        add_digit(b, i < zeros ? '0' : digits[i - zeros], s);
    }
}

static void add_over(struct buffer *b)
{
    buffer_add(b, TEXT("(too large)"));
}

static unsigned at_most(unsigned places, unsigned limit)
{
    return places < limit ? places : limit;
}

void number_print(struct buffer *b, struct number x, unsigned places, enum rounding_mode mode,
                  struct number_style s)
{
    char digits[NUMBER_ROOM];
    if (number_is_over(x)) {
        add_over(b);
        return;
    }
    places = at_most(places, NUMBER_DIGITS);
    size_t n = write_scaled(digits, x, places, mode);
    if (number_sign(x) < 0 && !(n == 1 && digits[0] == '0'))
        add_sign(b, s);
    add_decimal(b, digits, n, places, s);
}

bool number_print_short(struct buffer *b, struct number x, unsigned most, struct number_style s)
{
    most = at_most(most, NUMBER_DIGITS);
    unsigned places = most;
    bool exact = number_decimals(b->arena, x, most, &places);
    number_print(b, x, places, ROUND_HALF_UP, s);
    return exact;
}

/* The same of a number in lowest terms. */
static void print_reduced(struct buffer *b, struct number x)
{
    char digits[NUMBER_ROOM];
    if (number_sign(x) < 0)
        buffer_add_byte(b, '-');
    size_t n = x.bottom ? write_wide(digits, wide_magnitude(x.top)) : number_big_top(digits, x);
    buffer_add(b, (struct text){digits, n});
    if (x.bottom ? x.bottom == 1 : number_big_is_whole(x))
        return;
    buffer_add_byte(b, '/');
    n = x.bottom ? write_wide(digits, (uwide)x.bottom) : number_big_bottom(digits, x);
    buffer_add(b, (struct text){digits, n});
}

void number_print_exact(struct buffer *b, struct number x)
{
    if (number_is_over(x))
        add_over(b);
    else
        print_reduced(b, x.bottom ? number_reduced(x) : x);
}

/* Most numbers are written as decimals and kept so: their digits stand over a power of ten. */
static bool print_decimal(struct buffer *b, struct number x, unsigned most)
{
    enum { TENS = 19, ROOM = 2 * TENS + 3 };
    char room[ROOM], *end = room + ROOM, *at = end;
    unsigned places = 0;
    if (!number_is_narrow(x))
        return false;
    while (places < TENS && number_tens[places] != x.bottom)
        places++;
    uint64_t top = (uint64_t)wide_magnitude(x.top);
    for (; places && places < TENS && top % 10 == 0; places--)
        top /= 10;
    if (places > most || places == TENS)
        return false;
    for (unsigned i = 0; i < places; i++, top /= 10)
        *--at = (char)('0' + top % 10);
    if (places)
        *--at = '.';
    at = write_narrow(at, top);
    if (x.top < 0)
        *--at = '-';
    buffer_add(b, (struct text){at, (size_t)(end - at)});
    return true;
}

void number_print_plain(struct buffer *b, struct number x, unsigned most)
{
    unsigned places;
    if (number_is_over(x)) {
        add_over(b);
        return;
    }
    if (print_decimal(b, x, most))
        return;
    if (x.bottom)
        x = number_reduced(x);
    bool ends = x.bottom ? small_decimals(x, &places) : number_big_decimals(x, &places);
    if (ends && places <= most)
        number_print(b, x, places, ROUND_HALF_UP, (struct number_style){0});
    else
        print_reduced(b, x);
}

struct text number_words(struct arena *a, struct number x, unsigned places)
{
    struct buffer b = buffer_in(a);
    number_print(&b, x, places, ROUND_HALF_UP, (struct number_style){0});
    return buffer_text(&b);
}

struct text number_short_words(struct arena *a, struct number x, unsigned most)
{
    struct buffer b = buffer_in(a);
    number_print_short(&b, x, most, (struct number_style){0});
    return buffer_text(&b);
}

struct text number_exact_words(struct arena *a, struct number x)
{
    struct buffer b = buffer_in(a);
    number_print_exact(&b, x);
    return buffer_text(&b);
}
