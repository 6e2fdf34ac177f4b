/* How wide text is on a terminal, and what of it may be shown at all.
 *
 * The tables of Unicode are libunistring's.  Nothing here depends on the locale: the same text has
 * the same width everywhere.  Sequences that a terminal might draw as one picture count as the sum
 * of their parts. */
#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/buffer.h"
#include "render/text.h"

/* The code point at `*i` of any bytes, U+FFFD where they are not UTF-8; moves `*i` behind it. */
static uint32_t next_point(struct text t, size_t *i)
{
    ucs4_t point;
    int n = u8_mbtouc(&point, (const uint8_t *)t.at + *i, t.n - *i);
    *i += (size_t)n;
    return point;
}

size_t width_columns(struct text t)
{
    size_t columns = 0;
    for (size_t i = 0; i < t.n;) {
        if (t.at[i] >= ' ' && t.at[i] <= '~') { /* most of any text, and uc_width is slow */
            columns++;
            i++;
            continue;
        }
        int width = uc_width(next_point(t, &i), "UTF-8");
        columns += width > 0 ? (size_t)width : 0;
    }
    return columns;
}

size_t width_next(struct text t, size_t from)
{
    const uint8_t *start = (const uint8_t *)t.at;
    return (size_t)(u8_grapheme_next(start + from, start + t.n) - start);
}

struct text width_cut(struct arena *a, struct text t, size_t columns)
{
    if (width_columns(t) <= columns)
        return t;
    if (!columns)
        return (struct text){t.at, 0};
    size_t end = 0, used = 0;
    for (size_t next = 0;; end = next) {
        next = width_next(t, end);
        used += width_columns((struct text){t.at + end, next - end});
        if (used > columns - 1)
            break;
    }
    return SAY(a, "{}…", ((struct text){t.at, end}));
}

static bool is_hidden(uint32_t point)
{
    const uint32_t breaks = UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp;
    return uc_is_general_category_withtable(point, breaks) || uc_is_property_bidi_control(point);
}

static bool is_plain(struct text t)
{
    size_t plain = text_plain(t, 0);
    for (size_t i = plain; i < t.n;)
        if (is_hidden(next_point(t, &i)))
            return false;
    return plain == t.n || !u8_check((const uint8_t *)t.at + plain, t.n - plain);
}

static void add_escape(struct buffer *b, uint32_t point)
{
    buffer_add(b, TEXT("<U+"));
    for (int shift = 12; shift >= 0; shift -= 4)
        buffer_add_byte(b, "0123456789ABCDEF"[point >> shift & 0xF]);
    buffer_add_byte(b, '>');
}

/* All hidden characters lie below U+10000, so four digits do. */
struct text text_visible(struct arena *a, struct text t)
{
    if (is_plain(t))
        return t;
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < t.n;) {
        uint32_t point = next_point(t, &i);
        if (point == '\t')
            buffer_add_byte(&b, ' ');
        else if (is_hidden(point))
            add_escape(&b, point);
        else
            buffer_add_point(&b, point);
    }
    return buffer_text(&b);
}
