/* Text: bytes with a length, UTF-8 unless said otherwise, never owned. */
#include "base/text.h"

#include <string.h>

#include "base/buffer.h"

struct text text_of(const char *s)
{
    return (struct text){s, s ? strlen(s) : 0};
}

struct text text_copy(struct arena *a, struct text t)
{
    return (struct text){text_c(a, t), t.n};
}

char *text_c(struct arena *a, struct text t)
{
    char *copy = arena_alloc(a, t.n + 1);
    if (t.n)
        memcpy(copy, t.at, t.n);
    return copy;
}

bool text_equal(struct text a, struct text b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.at, b.at, a.n) == 0);
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool text_equal_caseless(struct text a, struct text b)
{
    if (a.n != b.n)
        return false;
    for (size_t i = 0; i < a.n; i++)
        if (lower(a.at[i]) != lower(b.at[i]))
            return false;
    return true;
}

bool text_starts(struct text t, struct text start)
{
    return start.n <= t.n && text_equal((struct text){t.at, start.n}, start);
}

bool text_ends(struct text t, struct text end)
{
    return end.n <= t.n && text_equal((struct text){t.at + (t.n - end.n), end.n}, end);
}

int text_order(struct text a, struct text b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.at, b.at, n) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct text text_trim(struct text t)
{
    while (t.n && is_space(t.at[0]))
        t.at++, t.n--;
    while (t.n && is_space(t.at[t.n - 1]))
        t.n--;
    return t;
}

struct text text_shortened(struct arena *a, struct text t, size_t most)
{
    if (t.n <= most)
        return t;
    while (most && ((unsigned char)t.at[most] & 0xC0) == 0x80)
        most--;
    return SAY(a, "{}…", ((struct text){t.at, most}));
}

/* Its words have single spaces between them and nothing around them. */
static bool is_folded(struct text t)
{
    bool space = true;
    for (size_t i = 0; i < t.n; i++) {
        if (is_space(t.at[i]) && (space || t.at[i] != ' '))
            return false;
        space = is_space(t.at[i]);
    }
    return !space;
}

struct text text_folded(struct arena *a, struct text t)
{
    if (is_folded(t))
        return t;
    struct buffer b = buffer_in(a);
    bool space = false;
    for (size_t i = 0; i < t.n; i++) {
        bool white = is_space(t.at[i]);
        if (!white && space && b.n)
            buffer_add_byte(&b, ' ');
        space = white;
        if (!white)
            buffer_add_byte(&b, t.at[i]);
    }
    return buffer_text(&b);
}

struct text text_after(struct text t, size_t from)
{
    return from < t.n ? (struct text){t.at + from, t.n - from} : (struct text){t.at, 0};
}

struct text text_fill(struct arena *a, const char *pattern, const struct text *args, size_t n)
{
    struct buffer b = buffer_in(a);
    size_t used = 0;
    for (const char *p = pattern; *p; p++) {
        if (p[0] != '{' || p[1] != '}') {
            buffer_add_byte(&b, *p);
            continue;
        }
        if (used < n)
            buffer_add(&b, args[used++]);
        p++;
    }
    return buffer_text(&b);
}

struct text text_number(struct arena *a, long long n)
{
    char digits[24], *p = digits + sizeof digits;
    unsigned long long left = n < 0 ? 0ULL - (unsigned long long)n : (unsigned long long)n;
    do
        *--p = (char)('0' + left % 10);
    while (left /= 10);
    if (n < 0)
        *--p = '-';
    return text_copy(a, (struct text){p, (size_t)(digits + sizeof digits - p)});
}

/* Whether these eight bytes are ASCII that can be seen, or blanks.  No byte of `b & ~high` is above
 * 0x7F, so adding to each at once carries into none. */
static bool is_plain_run(const char *at)
{
    const uint64_t ones = 0x0101010101010101u, high = 0x80 * ones;
    uint64_t b, low;
    memcpy(&b, at, sizeof b);
    low = b & ~high;
    return !((b | ~(low + (0x80 - 0x20) * ones) | (low + ones)) & high);
}

size_t text_plain(struct text t, size_t from)
{
    size_t i = from;
    while (i < t.n) {
        while (t.n - i >= 8 && is_plain_run(t.at + i))
            i += 8;
        if (i == t.n)
            break;
        unsigned char lead = (unsigned char)t.at[i];
        bool thai = lead == 0xE0 && t.n - i >= 3 && (t.at[i + 1] & '\xFE') == '\xB8' &&
                    (t.at[i + 2] & '\xC0') == '\x80';
        if (!thai && (lead < 0x20 || lead >= 0x7F))
            break;
        i += thai ? 3 : 1;
    }
    return i;
}

uint32_t text_next(struct text t, size_t *i)
{
    unsigned char lead = (unsigned char)t.at[(*i)++];
    if (lead < 0x80)
        return lead;
    size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    uint32_t point = lead & (0x3Fu >> more);
    for (; more && *i < t.n; more--)
        point = point << 6 | ((unsigned char)t.at[(*i)++] & 0x3F);
    return point;
}
