/* The files that a certificate was made from: whether they are the same, and say what it quotes. */
#include <unistr.h>

#include "base/digest.h"
#include "verify/checking.h"

enum { FAR = 100 * 1000 /* columns that are still looked for */ };

/* Where the lines of a text begin. */
struct lines {
    LIST_OF(size_t) at;
};

static struct lines lines_of(struct arena *a, struct text t)
{
    struct lines l = {{0}};
    LIST_ADD(a, &l.at, 0);
    for (size_t i = 0; i < t.n; i++)
        if (t.at[i] == '\n')
            LIST_ADD(a, &l.at, i + 1);
    return l;
}

/* The text from there on; columns count code points, from 1. */
static bool find_place(struct text t, const struct lines *l, const struct quotation *q,
                       struct text *found)
{
    if (q->line < 1 || q->line > l->at.n || q->column < 1)
        return false;
    size_t at = l->at.at[q->line - 1];
    for (size_t column = 1; column < q->column; column++) {
        if (at >= t.n || t.at[at] == '\n')
            return false;
        do
            at++;
        while (at < t.n && ((unsigned char)t.at[at] & 0xC0) == 0x80);
    }
    *found = text_after(t, at);
    return true;
}

/* The first quotation that stands elsewhere; texts in other encodings have other places. */
static void check_quotations(struct verification *v, const struct recorded_file *f, struct text t,
                             struct diags *d)
{
    struct text found;
    struct lines lines = {{0}};
    if (u8_check((const uint8_t *)t.at, t.n))
        return;
    t = text_after(t, text_starts(t, TEXT("\xEF\xBB\xBF")) ? 3 : 0);
    for (size_t i = 0; i < v->quotations.n; i++) {
        const struct quotation *q = &v->quotations.at[i];
        if (q->column > FAR || !text_equal(read_plain(d->arena, q->file), f->name))
            continue;
        if (!lines.at.n)
            lines = lines_of(d->arena, t);
        struct text words = read_plain(d->arena, q->words);
        if (find_place(t, &lines, q, &found) && text_starts(found, words))
            continue;
        DIAG_ADD(d, K0769, q->at, text_number(d->arena, (long long)q->step), words,
                 text_number(d->arena, (long long)q->line), f->name);
        return;
    }
}

void verify_file(struct verification *v, const struct recorded_file *f, struct text bytes,
                 const char *why_not, struct diags *d)
{
    if (why_not) {
        DIAG_ADD(d, K0767, f->at, f->name, text_of(why_not));
        return;
    }
    struct text digest = digest_words(d->arena, bytes);
    if (!text_equal(digest, f->digest)) {
        DIAG_ADD(d, K0766, f->at, f->name, digest, f->digest);
        return;
    }
    v->compared++;
    check_quotations(v, f, bytes, d);
}
