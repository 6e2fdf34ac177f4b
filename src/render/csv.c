/* Writing CSV.
 *
 * A spreadsheet calculates what it takes for a formula, quoted or not, and a formula may fetch from
 * the network or start a program.  Who prints data from others in cells therefore marks such cells
 * as text, with the apostrophe that spreadsheets know (CWE-1236). */
#include "render/csv.h"

#include <string.h>
#include <unictype.h>

#include "render/text.h"

enum { WIDE_EQUALS = 0xFF1D, WIDE_PLUS = 0xFF0B, WIDE_MINUS = 0xFF0D, WIDE_AT = 0xFF20 };

static bool starts_formula(uint32_t point)
{
    switch (point) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case WIDE_EQUALS:
    case WIDE_PLUS:
    case WIDE_MINUS:
    case WIDE_AT:
        return true;
    default:
        return false;
    }
}

/* Spaces of all kinds, and what takes no room at all, do not keep a spreadsheet from looking
 * behind them. */
static bool is_passed_over(uint32_t point)
{
    return uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Zs | UC_CATEGORY_MASK_Cf);
}

static bool is_formula(struct text t)
{
    for (size_t i = 0; i < t.n;) {
        uint32_t point = text_next(t, &i);
        if (!is_passed_over(point))
            return starts_formula(point);
    }
    return false;
}

/* Digits from `*i` on, at least one. */
static bool take_digits(struct text t, size_t *i)
{
    size_t from = *i;
    while (*i < t.n && t.at[*i] >= '0' && t.at[*i] <= '9')
        ++*i;
    return *i > from;
}

/* A decimal or an exact ratio, as numbers are printed. */
static bool is_number(struct text t)
{
    size_t i = text_starts(t, TEXT("-"));
    if (!take_digits(t, &i))
        return false;
    if (i < t.n && (t.at[i] == '.' || t.at[i] == '/')) {
        i++;
        return take_digits(t, &i) && i == t.n;
    }
    return i == t.n;
}

/* LF and tab are part of what is said and cannot do harm between quotes. */
static struct text visible(struct arena *a, struct text t)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < t.n;) {
        size_t from = i;
        while (i < t.n && t.at[i] != '\n' && t.at[i] != '\t')
            i++;
        buffer_add(&b, text_visible(a, (struct text){t.at + from, i - from}));
        if (i < t.n)
            buffer_add_byte(&b, t.at[i++]);
    }
    return buffer_text(&b);
}

struct text csv_shown(struct arena *a, struct text t)
{
    struct text shown = visible(a, t);
    return is_formula(shown) && !is_number(shown) ? SAY(a, "'{}", shown) : shown;
}

static bool needs_quotes(struct text t)
{
    return t.n && (memchr(t.at, ',', t.n) || memchr(t.at, '"', t.n) || memchr(t.at, '\n', t.n));
}

static void add_quoted(struct buffer *b, struct text t)
{
    buffer_add_byte(b, '"');
    for (size_t i = 0; i < t.n; i++) {
        buffer_add(b, t.at[i] == '"' ? TEXT("\"") : TEXT(""));
        buffer_add_byte(b, t.at[i]);
    }
    buffer_add_byte(b, '"');
}

void csv_cell_as_is(struct csv *c, struct text t)
{
    buffer_add(c->out, c->inside ? TEXT(",") : TEXT(""));
    if (needs_quotes(t))
        add_quoted(c->out, t);
    else
        buffer_add(c->out, t);
    c->inside = true;
}

void csv_cell(struct csv *c, struct text t)
{
    csv_cell_as_is(c, csv_shown(c->out->arena, t));
}

void csv_end_row(struct csv *c)
{
    buffer_add_byte(c->out, '\n');
    c->inside = false;
}
