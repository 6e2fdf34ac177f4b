/* A document as a page of HTML.
 *
 * Every text of the document goes through html_escaped once; all markup is written here.  What a
 * tone means is said in words by the document; the page adds a weight and a colour. */
#include "render/html.h"

#include "render/text.h"

static const char head[] =
    "<!DOCTYPE html>\n"
    "<html lang=\"th\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";

static const char style[] =
    "<style>\n"
    ":root { color-scheme: light dark; --ink: #1b1d21; --paper: #ffffff; --faint: #6a7078;\n"
    "  --line: #d5d8dc; --good: #1a6e37; --warn: #8a5a00; --bad: #a92323; }\n"
    "@media (prefers-color-scheme: dark) { :root { --ink: #e6e7e9; --paper: #16181b;\n"
    "  --faint: #989ea6; --line: #3a3e44; --good: #6fcf8f; --warn: #e3b45c; --bad: #f08b84; } }\n"
    "body { margin: 2.5rem auto; max-width: 52rem; padding: 0 1.25rem; color: var(--ink);\n"
    "  background: var(--paper); font: 16px/1.6 \"Sarabun\", \"Noto Sans Thai\", \"Loma\", "
    "\"Garuda\",\n"
    "  system-ui, sans-serif; overflow-wrap: anywhere; }\n"
    "h1 { font-size: 1.35rem; line-height: 1.4; margin: 0 0 1rem; }\n"
    "h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; padding-bottom: .25rem;\n"
    "  border-bottom: 1px solid var(--line); }\n"
    "p { margin: .75rem 0; }\n"
    ".line { display: flex; gap: 1.5rem; margin-top: .1rem; }\n"
    ".line > .says { flex: 1; white-space: pre-wrap; }\n"
    ".deep0 { margin-top: .7rem; }\n"
    ".deep1 { padding-left: 1.5rem; }\n"
    ".deep2 { padding-left: 3rem; }\n"
    ".deep3 { padding-left: 4.5rem; }\n"
    ".aside { color: var(--faint); font-size: .8rem; white-space: nowrap; padding-top: .2rem; }\n"
    ".strong { font-weight: 600; }\n"
    ".faint { color: var(--faint); }\n"
    ".good { color: var(--good); font-weight: 600; }\n"
    ".warn { color: var(--warn); font-weight: 600; }\n"
    ".bad { color: var(--bad); font-weight: 600; }\n"
    "table { border-collapse: collapse; margin: .75rem 0; }\n"
    "th, td { padding: .2rem .8rem .2rem 0; text-align: left; vertical-align: top; }\n"
    "th { color: var(--faint); font-weight: 400; border-bottom: 1px solid var(--line); }\n"
    "td.right, th.right { text-align: right; font-variant-numeric: tabular-nums;\n"
    "  white-space: nowrap; }\n"
    "tr.ruled > td { border-top: 1px solid var(--line); }\n"
    ".listing { width: 100%; font-size: .85rem; }\n"
    ".listing td { padding: 0 .6rem; }\n"
    ".margin { white-space: nowrap; font-weight: 600; border-left: .35rem solid transparent; }\n"
    ".margin.good { border-color: var(--good); }\n"
    ".margin.warn { border-color: var(--warn); }\n"
    ".margin.bad { border-color: var(--bad); }\n"
    ".number { color: var(--faint); text-align: right; font-variant-numeric: tabular-nums;\n"
    "  white-space: nowrap; }\n"
    ".source { font-family: ui-monospace, \"DejaVu Sans Mono\", \"Sarabun\", \"Noto Sans Thai\", "
    "\"Loma\",\n"
    "  monospace; white-space: pre-wrap; width: 100%; }\n"
    ".listing .remark { padding-left: 2rem; }\n"
    "@page { size: A4; margin: 18mm 16mm; }\n"
    "@media print { :root { --ink: #000; --paper: #fff; --faint: #444; --line: #999; --good: "
    "#000;\n"
    "  --warn: #000; --bad: #000; } body { margin: 0; max-width: none; padding: 0; font-size: "
    "10.5pt; }\n"
    "  h2 { break-after: avoid; } .line { break-inside: avoid; } tr { break-inside: avoid; } }\n"
    "</style>\n";

struct sheet {
    struct buffer *out;
    struct arena *arena;
    bool thai_digits;
    bool titled; /* the first heading is written */
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
        [TONE_GOOD] = "good", [TONE_WARN] = "warn",     [TONE_BAD] = "bad"};
    return text_of(classes[tone]);
}

/* --- blocks ----------------------------------------------------------------------------------- */

static void write_aside(struct sheet *s, struct text aside)
{
    if (aside.n)
        buffer_add(s->out,
                   SAY(s->arena, "<span class=\"aside\">{}</span>", html_escaped(s->arena, aside)));
}

static void write_heading(struct sheet *s, const struct block *b)
{
    struct text tag = s->titled ? TEXT("h2") : TEXT("h1");
    buffer_add(s->out, SAY(s->arena, "<{}>{} ", tag, said(s, b->text.text)));
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
                       struct cell cell, unsigned depth)
{
    struct text class = class_of(cell.tone);
    buffer_add(s->out, SAY(s->arena, "<{} class=\"{} {}\">", text_of(tag),
                           column->align == ALIGN_RIGHT ? TEXT("right") : TEXT(""), class));
    buffer_add_times(s->out, TEXT("&emsp;"), depth);
    buffer_add(s->out, said(s, cell.text));
    buffer_add(s->out, SAY(s->arena, "</{}>", text_of(tag)));
}

static void write_table(struct sheet *s, const struct block *b)
{
    bool headed = false;
    for (size_t c = 0; c < b->columns.n; c++)
        headed = headed || b->columns.at[c].heading.n;
    buffer_add(s->out, TEXT("<table>\n"));
    if (headed) {
        buffer_add(s->out, TEXT("<tr>"));
        for (size_t c = 0; c < b->columns.n; c++)
            write_cell(s, "th", &b->columns.at[c], (struct cell){.text = b->columns.at[c].heading},
                       0);
        buffer_add(s->out, TEXT("</tr>\n"));
    }
    for (size_t i = 0; i < b->rows.n; i++) {
        const struct table_row *row = &b->rows.at[i];
        buffer_add(s->out, row->rule_above ? TEXT("<tr class=\"ruled\">") : TEXT("<tr>"));
        for (size_t c = 0; c < b->columns.n; c++)
            write_cell(s, "td", &b->columns.at[c], row->cell[c], c ? 0 : row->depth);
        buffer_add(s->out, TEXT("</tr>\n"));
    }
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

static void (*const write_block[])(struct sheet *, const struct block *) = {
    [BLOCK_HEADING] = write_heading, [BLOCK_PARAGRAPH] = write_paragraph,
    [BLOCK_TABLE] = write_table,     [BLOCK_OUTLINE] = write_outline,
    [BLOCK_LISTING] = write_listing,
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
    buffer_add(out, text_of(head));
    buffer_add(out, SAY(s.arena, "<title>{}</title>\n", said(&s, title_of(d))));
    buffer_add(out, text_of(style));
    buffer_add(out, TEXT("</head>\n<body>\n"));
    for (size_t i = 0; i < d->blocks.n; i++)
        write_block[d->blocks.at[i]->kind](&s, d->blocks.at[i]);
    buffer_add(out, TEXT("</body>\n</html>\n"));
}
