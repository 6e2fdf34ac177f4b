/* From the bytes of facts to their text.
 *
 * A byte order mark decides, else the declaration, else it is UTF-8.  The same bytes are different
 * letters in different encodings, so nothing is guessed: a guess only names what to declare. */
#include "facts/bind.h"

#include <unistr.h>

/* ` encoding cp874` goes behind the name of the file, which stands in quotes. */
void encoding_undeclared(struct diags *d, const struct named_file *file, enum encoding e)
{
    struct text name = encoding_name(e);
    struct diag *g = DIAG_ADD(d, K0642, file->at, file->path, name);
    diag_help(g, SAY(d->arena, "if it is, declare `encoding {}`; else save it as UTF-8", name));
    diag_fix(g, (struct span){file->at.hi, file->at.hi}, SAY(d->arena, " encoding {}", name));
}

static void report_other(struct diags *d, const struct named_file *file, enum encoding is)
{
    struct diag *g =
        DIAG_ADD(d, K0643, file->encoding_at, file->path, encoding_name(is), file->encoding_word);
    diag_help(g, TEXT("leave the declaration away"));
    diag_fix(g, file->encoding_at, TEXT(""));
}

static struct text in_hex(struct arena *a, struct decoded got)
{
    static const char digits[] = "0123456789ABCDEF";
    struct buffer b = buffer_in(a);
    buffer_add(&b, got.raw == 1 ? TEXT("the byte 0x") : TEXT("the half of a pair 0x"));
    for (unsigned shift = got.raw * 8; shift; shift -= 4)
        buffer_add_byte(&b, digits[got.wrong >> (shift - 4) & 15]);
    return buffer_text(&b);
}

static void report_malformed(struct diags *d, const struct source *s, struct decoded got,
                             const struct named_file *file, enum encoding e)
{
    static const size_t replacement = 3; /* bytes of U+FFFD */
    struct span at = source_span(s, got.at, got.at + replacement);
    struct diag *g = DIAG_ADD(d, K0641, at, in_hex(d->arena, got), encoding_name(e));
    if (file)
        diag_label(d, g, file->encoding_at, TEXT("declared here"));
    diag_help(g, TEXT("the file is damaged or in another encoding: save it again, as UTF-8"));
}

/* No text in CP874, and one in UTF-8: so it is not merely damaged. */
static bool is_utf_8_after_all(struct decoded got, struct text bytes, enum encoding e)
{
    return e == ENCODING_CP874 && got.malformed && !u8_check((const uint8_t *)bytes.at, bytes.n);
}

const struct source *facts_source(struct diags *d, struct text name, struct text bytes,
                                  const struct named_file *file)
{
    size_t mark;
    enum encoding declared = file ? file->encoding : ENCODING_UNSAID;
    enum encoding marked = encoding_marked(bytes, &mark), is = marked ? marked : declared;
    if (declared && marked && declared != marked) {
        report_other(d, file, marked);
        return NULL;
    }
    struct text behind = text_after(bytes, mark);
    struct decoded got = encoding_decode(d->arena, behind, is);
    if (is_utf_8_after_all(got, behind, declared)) {
        report_other(d, file, ENCODING_UTF_8);
        return NULL;
    }
    struct source *s = diags_add_source(d, name, got.text);
    if (!s)
        return NULL;
    s->declared = declared;
    s->bytes = bytes;
    if (!got.malformed)
        return s;
    report_malformed(d, s, got, file, is);
    return NULL;
}
