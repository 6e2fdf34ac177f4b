/* What the new text is made of: stretches of both texts and a few made ones, put together in order.
 *
 * Every change is an edit of the base. They are sorted once; of two that overlap the outer one
 * counts, so that nobody else has to know what is inside of what. */
#include <stdlib.h>
#include <string.h>

#include "amend/amending.h"

void pieces_add(struct amending *c, struct pieces *p, struct span verbatim)
{
    if (verbatim.hi > verbatim.lo)
        LIST_ADD(c->a, p,
                 (struct piece){source_text(c->d->sources, verbatim), verbatim, .verbatim = true});
}

void pieces_make(struct amending *c, struct pieces *p, struct text text, struct span from)
{
    if (text.n)
        LIST_ADD(c->a, p, (struct piece){text, from, .verbatim = false});
}

/* Add bytes `lo` to `hi` of a piece. */
static void add_part(struct amending *c, struct pieces *out, const struct piece *p, size_t lo,
                     size_t hi)
{
    struct piece part = *p;
    part.text = (struct text){p->text.at + lo, hi - lo};
    if (p->verbatim)
        part.from = (struct span){p->from.lo + (uint32_t)lo, p->from.lo + (uint32_t)hi};
    if (hi > lo)
        LIST_ADD(c->a, out, part);
}

struct indenting {
    struct text old, new;
    size_t taken; /* of the indentation of this line */
    bool at_start;
};

/* Behind each line end the indentation `old` becomes `new`. */
static void add_with_indent(struct amending *c, struct pieces *out, const struct piece *p,
                            struct indenting *in)
{
    size_t from = 0;
    for (size_t i = 0; i < p->text.n; i++) {
        char byte = p->text.at[i];
        if (in->at_start && in->taken < in->old.n && (byte == ' ' || byte == '\t')) {
            add_part(c, out, p, from, i);
            from = i + 1;
            in->taken++;
            continue;
        }
        if (in->at_start && byte != '\n') {
            add_part(c, out, p, from, i);
            from = i;
            pieces_make(c, out, in->new, (struct span){p->from.lo, p->from.lo});
        }
        in->at_start = byte == '\n';
        if (in->at_start)
            in->taken = 0;
    }
    add_part(c, out, p, from, p->text.n);
}

void pieces_add_indented(struct amending *c, struct pieces *p, struct span verbatim,
                         struct text indent)
{
    struct piece whole = {source_text(c->d->sources, verbatim), verbatim, .verbatim = true};
    struct indenting in = {.old = indent_of(c, c->amendment->source, verbatim.lo), .new = indent};
    add_with_indent(c, p, &whole, &in);
}

/* Kept as it is until all edits are known. */
void pieces_add_base(struct amending *c, struct pieces *p, struct span stretch, struct text indent)
{
    LIST_ADD(c->a, p, (struct piece){.text = indent, .from = stretch, .base = true});
}

void pieces_mark(struct amending *c, struct pieces *p, size_t from)
{
    for (size_t i = from; i < p->n; i++) {
        p->at[i].by = c->now ? c->now->at : (struct span){0, 0};
        p->at[i].cite = c->cited ? c->cited->cite.document->string.text : TEXT("");
    }
}

size_t edit_add(struct amending *c, uint32_t lo, uint32_t hi, struct pieces pieces)
{
    if (pieces.n && span_is_nowhere(pieces.at[0].by))
        pieces_mark(c, &pieces, 0);
    LIST_ADD(c->a, &c->edits, (struct edit){lo, hi, .pieces = pieces, .order = c->edits.n});
    return c->edits.n - 1;
}

size_t replace_by(struct amending *c, struct span old, struct text new)
{
    struct pieces p = {0};
    pieces_make(c, &p, new, old);
    return edit_add(c, old.lo, old.hi, p);
}

/* --- putting it together ------------------------------------------------------------------- */

static int by_place(const void *one, const void *other)
{
    const struct edit *x = one, *y = other;
    bool puts = x->lo == x->hi, also = y->lo == y->hi;
    if (x->lo != y->lo)
        return x->lo < y->lo ? -1 : 1;
    if (puts != also)
        return puts ? -1 : 1;
    if (x->hi != y->hi)
        return x->hi > y->hi ? -1 : 1;
    return x->order < y->order ? -1 : 1;
}

static size_t first_from(const struct amending *c, uint32_t lo)
{
    size_t from = 0, to = c->edits.n;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (c->edits.at[middle].lo < lo)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static struct pieces base_with_edits(struct amending *c, struct span stretch, bool whole);

static void add_edit(struct amending *c, struct pieces *out, const struct edit *e)
{
    if (e->impossible)
        report_impossible(c, e);
    for (size_t i = 0; i < e->pieces.n; i++) {
        const struct piece *p = &e->pieces.at[i];
        if (!p->base) {
            LIST_ADD(c->a, out, *p);
            continue;
        }
        struct pieces moved = base_with_edits(c, p->from, false);
        struct indenting in = {.old = indent_of(c, c->base->source, p->from.lo), .new = p->text};
        for (size_t j = 0; j < moved.n; j++)
            add_with_indent(c, out, &moved.at[j], &in);
    }
}

/* What is put at the ends of a stretch that moves belongs to what stays; what takes it away is left
 * out here. */
static bool concerns(const struct edit *e, struct span stretch, bool whole)
{
    if (whole)
        return true;
    return e->lo == e->hi ? e->lo > stretch.lo && e->lo < stretch.hi
                          : e->lo > stretch.lo || e->hi < stretch.hi;
}

static struct pieces base_with_edits(struct amending *c, struct span stretch, bool whole)
{
    struct pieces out = {0};
    uint32_t at = stretch.lo, beside = 0;
    for (size_t i = first_from(c, stretch.lo); i < c->edits.n && c->edits.at[i].lo <= stretch.hi;
         i++) {
        const struct edit *e = &c->edits.at[i];
        bool takes = !e->pieces.n, puts = e->lo == e->hi;
        if (e->hi > stretch.hi || !concerns(e, stretch, whole))
            continue;
        if (e->lo >= at)
            pieces_add(c, &out, (struct span){at, e->lo});
        else if (!(puts && e->lo == beside) && !(takes && e->hi > at))
            continue; /* inside of what is replaced */
        add_edit(c, &out, e);
        at = e->hi > at ? e->hi : at;
        beside = e->beside ? e->beside : beside;
    }
    pieces_add(c, &out, (struct span){at, stretch.hi});
    return out;
}

static bool continues(const struct piece *last, const struct piece *next)
{
    return last->verbatim && next->verbatim && last->from.hi == next->from.lo &&
           last->by.lo == next->by.lo && last->by.hi == next->by.hi;
}

/* Where something is taken away, one empty line is left of two. */
static bool leaves_gap(struct text before, const struct piece *p)
{
    return text_ends(before, TEXT("\n\n")) && text_starts(p->text, TEXT("\n"));
}

void edits_apply(struct amending *c, struct amended *result)
{
    if (c->edits.n)
        qsort(c->edits.at, c->edits.n, sizeof *c->edits.at, by_place);
    const struct source *s = c->base->source;
    struct pieces all = base_with_edits(c, source_span(s, 0, s->content.n), true);
    struct buffer text = buffer_in(c->a);
    *result = (struct amended){0};
    for (size_t i = 0; i < all.n; i++) {
        struct piece *p = &all.at[i];
        if (i && !continues(&all.at[i - 1], p) && leaves_gap(buffer_text(&text), p)) {
            p->text = text_after(p->text, 1);
            p->from.lo += p->verbatim;
        }
        struct origin o = {(uint32_t)text.n, p->from, p->by, p->cite, p->verbatim};
        if (i && continues(&all.at[i - 1], p))
            result->origins.at[result->origins.n - 1].from.hi = p->from.hi;
        else
            LIST_ADD(c->a, &result->origins, o);
        buffer_add(&text, p->text);
    }
    if (!result->origins.n)
        LIST_ADD(c->a, &result->origins, (struct origin){.from = source_span(s, 0, 0)});
    result->text = buffer_text(&text);
}
