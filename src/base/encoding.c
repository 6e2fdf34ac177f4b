/* Texts that are not UTF-8.
 *
 * UTF-16 is taken apart by libunistring.  CP874 is one formula and nine signs; iconv was not used
 * for it because it reads its tables from files at run time, which the core must not do
 * (docs/decisions/0007-encodings.md). */
#include "base/encoding.h"

#include <string.h>
#include <unistr.h>

enum { REPLACEMENT = 0xFFFD, LONGEST = 3 /* bytes of UTF-8 for two of UTF-16, or one of CP874 */ };

static const struct {
    const char *name;
    enum encoding is;
} names[] = {
    {"cp874", ENCODING_CP874},       {"utf-8", ENCODING_UTF_8}, {"utf-16le", ENCODING_UTF_16LE},
    {"utf-16be", ENCODING_UTF_16BE}, {"utf8", ENCODING_UTF_8},  {"tis-620", ENCODING_CP874},
    {"windows-874", ENCODING_CP874},
};
enum { NAMES = sizeof names / sizeof *names };

enum encoding encoding_named(struct text name)
{
    for (size_t i = 0; i < NAMES; i++)
        if (text_equal_caseless(name, text_of(names[i].name)))
            return names[i].is;
    return ENCODING_UNSAID;
}

struct text encoding_name(enum encoding e)
{
    for (size_t i = 0; i < NAMES; i++)
        if (names[i].is == e)
            return text_of(names[i].name);
    return (struct text){0};
}

enum encoding encoding_marked(struct text bytes, size_t *length)
{
    static const struct {
        struct text mark;
        enum encoding says;
    } marks[] = {{{"\xEF\xBB\xBF", 3}, ENCODING_UTF_8},
                 {{"\xFF\xFE", 2}, ENCODING_UTF_16LE},
                 {{"\xFE\xFF", 2}, ENCODING_UTF_16BE}};
    *length = 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_starts(bytes, marks[i].mark)) {
            *length = marks[i].mark.n;
            return marks[i].says;
        }
    return ENCODING_UNSAID;
}

/* --- CP874 -------------------------------------------------------------------------------- */

static bool is_thai(unsigned char byte)
{
    return (byte >= 0xA1 && byte <= 0xDA) || (byte >= 0xDF && byte <= 0xFB);
}

/* The code point of a byte; 0 where there is none. */
static uint32_t point_of(unsigned char byte)
{
    static const uint32_t quotes[] = {0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014};
    if (byte < 0x80)
        return byte;
    if (is_thai(byte))
        return 0x0E00 + (byte - 0xA0u);
    if (byte >= 0x91 && byte <= 0x97)
        return quotes[byte - 0x91];
    return byte == 0x80 ? 0x20AC : byte == 0x85 ? 0x2026 : byte == 0xA0 ? 0x00A0 : 0;
}

static bool looks_like_cp874(struct text bytes)
{
    size_t thai = 0, other = 0;
    for (size_t i = 0; i < bytes.n; i++) {
        unsigned char byte = (unsigned char)bytes.at[i];
        if (byte && byte < 0x80)
            continue;
        if (!point_of(byte))
            return false;
        *(is_thai(byte) ? &thai : &other) += 1;
    }
    return thai > other;
}

/* --- UTF-16 ------------------------------------------------------------------------------- */

static uint16_t unit_at(struct text bytes, size_t i, enum encoding e)
{
    unsigned first = (unsigned char)bytes.at[i], second = (unsigned char)bytes.at[i + 1];
    return (uint16_t)(e == ENCODING_UTF_16BE ? first << 8 | second : second << 8 | first);
}

/* Line ends, digits and separators have a zero byte in UTF-16, always on the same side. */
static enum encoding guess_utf_16(struct text bytes)
{
    size_t zero[2] = {0};
    if (bytes.n % 2)
        return ENCODING_UNSAID;
    for (size_t i = 0; i < bytes.n; i++)
        zero[i % 2] += !bytes.at[i];
    if (zero[0] && zero[1])
        return ENCODING_UNSAID;
    return zero[1] > bytes.n / 16   ? ENCODING_UTF_16LE
           : zero[0] > bytes.n / 16 ? ENCODING_UTF_16BE
                                    : ENCODING_UNSAID;
}

enum encoding encoding_guess(struct text bytes)
{
    return looks_like_cp874(bytes) ? ENCODING_CP874 : guess_utf_16(bytes);
}

/* --- decoding ----------------------------------------------------------------------------- */

struct decoding {
    struct decoded got;
    uint8_t *out;
    size_t n;
};

static void add(struct decoding *d, uint32_t point)
{
    d->n += (size_t)u8_uctomb(d->out + d->n, point, 4);
}

static void add_malformed(struct decoding *d, unsigned wrong, unsigned raw)
{
    if (!d->got.malformed) {
        d->got.malformed = true;
        d->got.at = d->n;
        d->got.wrong = wrong;
        d->got.raw = raw;
    }
    add(d, REPLACEMENT);
}

static void decode_cp874(struct decoding *d, struct text bytes)
{
    for (size_t i = 0; i < bytes.n; i++) {
        unsigned char byte = (unsigned char)bytes.at[i];
        uint32_t point = point_of(byte);
        if (byte < 0x80)
            d->out[d->n++] = byte;
        else if (point)
            add(d, point);
        else
            add_malformed(d, byte, 1);
    }
}

static void decode_utf_16(struct decoding *d, struct text bytes, enum encoding e)
{
    size_t i = 0;
    while (i + 1 < bytes.n) {
        uint16_t pair[2] = {unit_at(bytes, i, e)};
        bool follows = i + 3 < bytes.n;
        if (follows)
            pair[1] = unit_at(bytes, i + 2, e);
        ucs4_t point;
        int units = u16_mbtoucr(&point, pair, follows ? 2 : 1);
        if (units > 0)
            add(d, point);
        else
            add_malformed(d, pair[0], 2);
        i += units > 1 ? 4 : 2;
    }
    if (i < bytes.n)
        add_malformed(d, (unsigned char)bytes.at[i], 1);
}

struct decoded encoding_decode(struct arena *a, struct text bytes, enum encoding e)
{
    struct decoding d = {.got.text = bytes};
    bool wide = e == ENCODING_UTF_16LE || e == ENCODING_UTF_16BE;
    if (!wide && e != ENCODING_CP874)
        return d.got;
    size_t most = wide ? (bytes.n / 2 + 1) * LONGEST : bytes.n;
    for (size_t i = 0; !wide && i < bytes.n; i++)
        most += (unsigned char)bytes.at[i] >= 0x80 ? LONGEST - 1 : 0;
    d.out = arena_alloc(a, most);
    if (wide)
        decode_utf_16(&d, bytes, e);
    else
        decode_cp874(&d, bytes);
    d.got.text = (struct text){(const char *)d.out, d.n};
    return d.got;
}
