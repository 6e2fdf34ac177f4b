/* A listing as text: lines with a margin and their numbers. */
#include "render/page.h"

/* The margin and the numbers of a listing, as wide as the widest of them. */
struct gutter {
    size_t margin, number;
};

static struct gutter gutter_of(struct page *p, const struct block *b)
{
    struct gutter g = {0, 0};
    for (size_t i = 0; i < b->listing.n; i++) {
        const struct listing_line *l = &b->listing.at[i];
        size_t margin = width_columns(l->margin.text),
               number = width_columns(text_number(p->arena, (long long)l->number));
        g.margin = margin > g.margin ? margin : g.margin;
        g.number = number > g.number ? number : g.number;
    }
    return g;
}

static void write_line(struct page *p, const struct listing_line *l, struct gutter g)
{
    size_t bar = g.margin + GAP + g.number + 1, at = bar + INDENT;
    struct text number = l->number ? text_number(p->arena, (long long)l->number) : TEXT("");
    struct text body = text_visible(p->arena, l->body.text);
    pen_write(&p->pen, l->margin.text, l->margin.tone);
    pen_move(&p->pen, g.margin + GAP + g.number - number.n);
    pen_write(&p->pen, number, TONE_FAINT);
    pen_move(&p->pen, bar);
    pen_write(&p->pen, TEXT("|"), TONE_FAINT);
    if (!l->number) {
        page_wrap(p, (struct cell){body, l->body.tone}, at + INDENT, at + INDENT);
    } else {
        size_t room = p->width > at + NARROWEST ? p->width - at : NARROWEST;
        pen_move(&p->pen, at);
        pen_write(&p->pen, p->width ? width_cut(p->arena, body, room) : body, l->body.tone);
    }
    pen_break(&p->pen);
}

/* Lines are cut at the end of the page, so that they stay lines; remarks are wrapped. */
void page_listing(struct page *p, const struct block *b)
{
    struct gutter g = gutter_of(p, b);
    for (size_t i = 0; i < b->listing.n; i++)
        write_line(p, &b->listing.at[i], g);
}
