/* Reading the canonical form.
 *
 * A certificate has one form only: what stands where is known to the byte, so a reader that takes
 * nothing else is shorter than one that takes any JSON, and no byte can be changed unseen between
 * what it looks at. */
#include <string.h>

#include "verify/checking.h"

bool read_fails(struct reader *r, const char *wanted)
{
    if (r->failed)
        return false;
    size_t from = r->at < r->t.n ? r->at : r->t.n;
    r->failed = true;
    DIAG_ADD(r->d, K0761, source_span(r->source, from, from + (from < r->t.n)), text_of(wanted));
    return false;
}

bool read_if(struct reader *r, const char *bytes)
{
    struct text rest = text_after(r->t, r->at), wanted = text_of(bytes);
    if (r->failed || !text_starts(rest, wanted))
        return false;
    r->at += wanted.n;
    return true;
}

bool read_exact(struct reader *r, const char *bytes)
{
    if (read_if(r, bytes))
        return true;
    struct text seen = text_folded(r->a, text_of(bytes));
    return read_fails(r, seen.n ? text_c(r->a, SAY(r->a, "`{}`", seen)) : "a new line");
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/* `\"`, `\\`, or `\u00xx` of a control character; 0 for anything else. */
static size_t escape_length(struct text t)
{
    if (t.n >= 2 && (t.at[1] == '"' || t.at[1] == '\\'))
        return 2;
    bool control = t.n >= 6 && memcmp(t.at, "\\u00", 4) == 0 &&
                   (t.at[4] == '0' || t.at[4] == '1') && is_hex(t.at[5]);
    return control ? 6 : 0;
}

bool read_quoted(struct reader *r, struct text *raw)
{
    if (!read_exact(r, "\""))
        return false;
    size_t from = r->at;
    while (r->at < r->t.n && r->t.at[r->at] != '"') {
        unsigned char at = (unsigned char)r->t.at[r->at];
        size_t n = at == '\\' ? escape_length(text_after(r->t, r->at)) : at >= ' ';
        if (!n)
            return read_fails(r, "a text");
        r->at += n;
    }
    *raw = (struct text){r->t.at + from, r->at - from};
    return read_exact(r, "\"");
}

bool read_whole(struct reader *r, size_t *n)
{
    enum { DIGITS = 12 };
    size_t from = r->at;
    *n = 0;
    while (r->at < r->t.n && r->at - from < DIGITS && r->t.at[r->at] >= '0' &&
           r->t.at[r->at] <= '9')
        *n = *n * 10 + (size_t)(r->t.at[r->at++] - '0');
    bool well = !r->failed && r->at > from && (r->t.at[from] != '0' || r->at - from == 1);
    return well || read_fails(r, "a whole number");
}

static unsigned nibble(char c)
{
    return (unsigned)(c >= 'a' ? c - 'a' + 10 : c - '0');
}

struct text read_plain(struct arena *a, struct text raw)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < raw.n; i++) {
        if (raw.at[i] != '\\')
            buffer_add_byte(&b, raw.at[i]);
        else if (raw.at[++i] != 'u')
            buffer_add_byte(&b, raw.at[i]);
        else {
            buffer_add_byte(&b, (char)(nibble(raw.at[i + 3]) << 4 | nibble(raw.at[i + 4])));
            i += 4;
        }
    }
    return buffer_text(&b);
}
