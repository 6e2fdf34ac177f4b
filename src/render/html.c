/* A document as a page of HTML.
 *
 * Every text of the document goes through html_escaped once; all markup is written here.  What a
 * tone means is said in words by the document; the page adds a weight and a colour. */
#include "render/html.h"

#include "render/html_style.h"
#include "render/text.h"

static const char head[] =
    "<!DOCTYPE html>\n"
    "<html lang=\"{}\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";

enum { INDENT = 2 /* letters a level, in the first column of a table */ };

struct sheet {
    struct buffer *out;
    struct arena *arena;
    bool thai_digits;
    bool titled;   /* the first heading is written */
    size_t charts; /* so many are written */
};

struct text html_escaped(struct arena *a, struct text t)
{
    struct text shown = text_visible(a, t);
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < shown.n; i++) {
        switch (shown.at[i]) {
        case '<':
            buffer_add(&b, TEXT("&lt;"));
            break;
        case '>':
            buffer_add(&b, TEXT("&gt;"));
            break;
        case '&':
            buffer_add(&b, TEXT("&amp;"));
            break;
        case '"':
            buffer_add(&b, TEXT("&quot;"));
            break;
        case '\'':
            buffer_add(&b, TEXT("&#39;"));
            break;
        default:
            buffer_add_byte(&b, shown.at[i]);
        }
    }
    return buffer_text(&b);
}

static struct text said(struct sheet *s, struct text t)
{
    return html_escaped(s->arena, text_spoken(s->arena, t, s->thai_digits));
}

static struct text class_of(enum tone tone)
{
    static const char *const classes[] = {
        [TONE_PLAIN] = "",    [TONE_STRONG] = "strong", [TONE_FAINT] = "faint",
        [TONE_GOOD] = "good", [TONE_WARN] = "warn",     [TONE_BAD] = "bad",
        [TONE_CODE] = "code"};
    return text_of(classes[tone]);
}

/* --- blocks ----------------------------------------------------------------------------------- */

static void write_aside(struct sheet *s, struct text aside)
{
    if (aside.n)
        buffer_add(s->out,
                   SAY(s->arena, "<span class=\"aside\">{}</span>", html_escaped(s->arena, aside)));
}

static struct text heading_tag(const struct sheet *s, const struct block *b)
{
    enum { DEEPEST = 6 };
    if (!b->level)
        return s->titled ? TEXT("h2") : TEXT("h1");
    return SAY(s->arena, "h{}", text_number(s->arena, b->level < DEEPEST ? b->level : DEEPEST));
}

static void write_heading(struct sheet *s, const struct block *b)
{
    struct text tag = heading_tag(s, b);
    struct text id =
        b->anchor.n ? SAY(s->arena, " id=\"{}\"", html_escaped(s->arena, b->anchor)) : TEXT("");
    buffer_add(s->out,
               SAY(s->arena, "<{}{}{}>{} ", tag, id,
                   b->new_page ? TEXT(" class=\"page\"") : TEXT(""), said(s, b->text.text)));
    write_aside(s, b->aside);
    buffer_add(s->out, SAY(s->arena, "</{}>\n", tag));
    s->titled = true;
}

static void write_paragraph(struct sheet *s, const struct block *b)
{
    struct text class = class_of(b->text.tone);
    buffer_add(s->out, class.n ? SAY(s->arena, "<p class=\"{}\">", class) : TEXT("<p>"));
    buffer_add(s->out, said(s, b->text.text));
    buffer_add(s->out, TEXT("</p>\n"));
}

static void write_outline(struct sheet *s, const struct block *b)
{
    enum { DEEPEST = 3 };
    for (size_t i = 0; i < b->lines.n; i++) {
        const struct outline_line *l = &b->lines.at[i];
        long long depth = l->depth < DEEPEST ? l->depth : DEEPEST;
        buffer_add(s->out,
                   SAY(s->arena, "<div class=\"line deep{}\"><span class=\"says {}\">{}</span>",
                       text_number(s->arena, depth), class_of(l->body.tone),
                       said(s, l->body.text)));
        write_aside(s, l->aside);
        buffer_add(s->out, TEXT("</div>\n"));
    }
}

static void write_cell(struct sheet *s, const char *tag, const struct column *column,
                       struct cell cell, unsigned depth, struct text link)
{
    struct text class = class_of(cell.tone);
    struct text indent = depth ? SAY(s->arena, " style=\"padding-left: {}em\"",
                                     text_number(s->arena, (long long)depth * INDENT))
                               : TEXT("");
    buffer_add(s->out, SAY(s->arena, "<{} class=\"{} {}\"{}>", text_of(tag),
                           column->align == ALIGN_RIGHT ? TEXT("right") : TEXT(""), class, indent));
    if (link.n)
        buffer_add(s->out, SAY(s->arena, "<a href=\"#{}\">", html_escaped(s->arena, link)));
    buffer_add(s->out,
               cell.tone == TONE_CODE ? html_escaped(s->arena, cell.text) : said(s, cell.text));
    buffer_add(s->out, SAY(s->arena, link.n ? "</a></{}>" : "</{}>", text_of(tag)));
}

static void write_table_head(struct sheet *s, const struct block *b)
{
    buffer_add(s->out, TEXT("<thead><tr>"));
    for (size_t c = 0; c < b->columns.n; c++)
        write_cell(s, "th", &b->columns.at[c], (struct cell){.text = b->columns.at[c].heading}, 0,
                   TEXT(""));
    buffer_add(s->out, TEXT("</tr></thead>\n"));
}

static void write_row(struct sheet *s, const struct block *b, const struct table_row *row)
{
    buffer_add(s->out, row->rule_above ? TEXT("<tr class=\"ruled\">") : TEXT("<tr>"));
    for (size_t c = 0; c < b->columns.n; c++)
        write_cell(s, "td", &b->columns.at[c], row->cell[c], c ? 0 : row->depth,
                   c ? TEXT("") : row->link);
    buffer_add(s->out, TEXT("</tr>\n"));
}

static void write_table(struct sheet *s, const struct block *b)
{
    enum { LONG = 25 /* rows that may go over several pages */ };
    bool headed = false;
    for (size_t c = 0; c < b->columns.n; c++)
        headed = headed || b->columns.at[c].heading.n;
    buffer_add(s->out,
               SAY(s->arena, "<table class=\"{} {}\">\n", b->is_grid ? TEXT("grid") : TEXT(""),
                   b->rows.n > LONG ? TEXT("long") : TEXT("")));
    if (headed)
        write_table_head(s, b);
    for (size_t i = 0; i < b->rows.n; i++)
        write_row(s, b, &b->rows.at[i]);
    buffer_add(s->out, TEXT("</table>\n"));
}

/* The margin of a line has the colour of what is said in it. */
static void write_listing(struct sheet *s, const struct block *b)
{
    buffer_add(s->out, TEXT("<table class=\"listing\">\n"));
    for (size_t i = 0; i < b->listing.n; i++) {
        const struct listing_line *l = &b->listing.at[i];
        struct text number = l->number ? text_number(s->arena, (long long)l->number) : TEXT("");
        buffer_add(s->out,
                   SAY(s->arena, "<tr><td class=\"margin {}\">{}</td><td class=\"number\">{}</td>",
                       class_of(l->margin.tone), said(s, l->margin.text), number));
        buffer_add(s->out, SAY(s->arena, "<td class=\"{} {}\">{}</td></tr>\n",
                               l->number ? TEXT("source") : TEXT("remark"), class_of(l->body.tone),
                               html_escaped(s->arena, l->body.text)));
    }
    buffer_add(s->out, TEXT("</table>\n"));
}

static void write_formula(struct sheet *s, const struct block *b)
{
    write_paragraph(s, b);
    buffer_add(s->out, TEXT("<div class=\"formula\">"));
    formula_mathml(s->out, b->formula, s->thai_digits);
    buffer_add(s->out, TEXT("</div>\n"));
}

static void write_chart(struct sheet *s, const struct block *b)
{
    buffer_add(s->out, TEXT("<figure>\n"));
    chart_svg(s->out, b->chart, ++s->charts, s->thai_digits);
    buffer_add(s->out,
               SAY(s->arena, "<figcaption>{}</figcaption>\n</figure>\n", said(s, b->chart->title)));
}

static void (*const write_block[])(struct sheet *, const struct block *) = {
    [BLOCK_HEADING] = write_heading, [BLOCK_PARAGRAPH] = write_paragraph,
    [BLOCK_TABLE] = write_table,     [BLOCK_OUTLINE] = write_outline,
    [BLOCK_LISTING] = write_listing, [BLOCK_FORMULA] = write_formula,
    [BLOCK_CHART] = write_chart,
};

static struct text title_of(const struct document *d)
{
    for (size_t i = 0; i < d->blocks.n; i++)
        if (d->blocks.at[i]->kind == BLOCK_HEADING)
            return d->blocks.at[i]->text.text;
    return TEXT("");
}

void render_html(struct buffer *out, const struct document *d, bool thai_digits)
{
    struct sheet s = {.out = out, .arena = out->arena, .thai_digits = thai_digits};
    buffer_add(out, SAY(s.arena, head, d->language.n ? d->language : TEXT("th")));
    buffer_add(out, SAY(s.arena, "<title>{}</title>\n", said(&s, title_of(d))));
    html_style(out, d, thai_digits);
    buffer_add(out, TEXT("</head>\n<body>\n"));
    for (size_t i = 0; i < d->blocks.n; i++)
        write_block[d->blocks.at[i]->kind](&s, d->blocks.at[i]);
    buffer_add(out, TEXT("</body>\n</html>\n"));
}
