/* How a page of HTML looks.
 *
 * A short report is read on a screen; a document with a running head is a booklet, which is
 * printed: grids, charts, formulas, and pages with numbers.  The head goes into the style as an
 * escaped string, in which no character of a title can end it. */
#include "render/html_style.h"

#include "render/text.h"

static const char style[] =
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
    "td.right, th.right { text-align: right; font-variant-numeric: tabular-nums; white-space: "
    "nowrap; }\n"
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
    "  h2 { break-after: avoid; } .line { break-inside: avoid; } tr { break-inside: avoid; } }\n";

/* In print nothing is dark, and nothing depends on a colour. */
static const char booklet[] =
    "h1 { font-size: 1.6rem; margin: 1.5rem 0 1rem; }\n"
    "h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; border-bottom: 2px solid var(--ink); }\n"
    "h3 { font-size: 1.1rem; line-height: 1.45; margin: 2rem 0 .5rem; }\n"
    "h4, h5, h6 { font-size: 1rem; margin: 1.25rem 0 .4rem; }\n"
    "a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .2em; }\n"
    "table.grid { width: 100%; }\n"
    ".grid th, .grid td { border: 1px solid var(--line); padding: .3rem .55rem; }\n"
    ".grid th { color: var(--ink); font-weight: 600; background: var(--shade); }\n"
    ".grid td:first-child { font-weight: 500; } .grid td, .grid th { overflow-wrap: break-word; }\n"
    ".grid:not(:has(thead)) td:first-child { width: 28%; }\n"
    ".code { font-family: ui-monospace, \"DejaVu Sans Mono\", \"Noto Sans Thai\", \"Loma\", "
    "monospace; font-size: .85em; }\n"
    ".deep0 { margin-top: .2rem; } .deep0 > .says::before, .deep1 > .says::before { content: "
    "\"\\2013\\00a0\"; }\n"
    ".line > .says { padding-left: 1em; text-indent: -1em; }\n"
    ".formula { overflow-x: auto; margin: .5rem 0 1rem; padding: .75rem 1rem; background: "
    "var(--shade); border-left: 3px solid var(--line); }\n"
    "math { font-size: 1.1em; font-family: \"STIX Two Math\", \"Latin Modern Math\", \"Cambria "
    "Math\", \"DejaVu Math TeX Gyre\", math; } mi, mn { font-family: \"Sarabun\", \"Noto Sans "
    "Thai\", \"Loma\", "
    "sans-serif; }\n"
    "mfrac, munder { math-style: normal; } mfrac > * { padding: .15em .25em; math-style: normal; } "
    "munder > :not(:first-child) { font-size: .8em; padding-top: .2em; } mtd { text-align: left; "
    "padding: .2em .6em; "
    "}\n"
    "figure { margin: .75rem 0 1rem; break-inside: avoid; }\n"
    "figcaption { color: var(--faint); font-size: .85rem; }\n"
    "svg { width: 100%; max-width: 36rem; height: auto; display: block; }\n"
    "svg text { fill: var(--ink); font-size: 12px; }\n"
    "svg .across { text-anchor: middle; } svg .up, svg .end { text-anchor: end; }\n"
    "svg .name { fill: var(--faint); }\n"
    "svg .axis { stroke: var(--ink); } svg .rule { stroke: var(--line); stroke-dasharray: 2 4; }\n"
    "svg .curve { stroke: var(--ink); stroke-width: 2.25; stroke-linecap: round; }\n"
    "svg circle { stroke: var(--ink); stroke-width: 1.75; } svg .full { fill: var(--ink); }\n"
    "svg .open { fill: var(--paper); }\n"
    ":root { --shade: #f4f5f7; }\n"
    "@media (prefers-color-scheme: dark) { :root { --shade: #1f2226; } }\n"
    "@media print { :root { --shade: #f2f2f2; --line: #888; }\n"
    "  h1, h2, h3, h4, h5, h6, p.strong, p.faint { break-after: avoid; }\n"
    "  h2.page { break-before: page; margin-top: 0; }\n"
    "  table { break-inside: avoid; } table.long { break-inside: auto; } tr { break-inside: avoid; "
    "}\n"
    "  thead { display: table-header-group; } .formula { break-inside: avoid; overflow: visible; "
    "}\n"
    "  p { orphans: 2; widows: 2; } a { text-decoration: none; } svg { max-width: 135mm; } }\n";

/* Every byte that is no letter or digit by its number: nothing of it can be read as style. */
static void add_string(struct buffer *b, struct text t)
{
    static const char digit[] = "0123456789abcdef";
    buffer_add_byte(b, '"');
    for (size_t i = 0; i < t.n;) {
        uint32_t point = text_next(t, &i);
        bool plain = point >= 0x80 || (point >= '0' && point <= '9') ||
                     (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z');
        if (plain) {
            buffer_add_point(b, point);
            continue;
        }
        buffer_add_byte(b, '\\');
        buffer_add_byte(b, digit[point >> 4 & 0xF]);
        buffer_add_byte(b, digit[point & 0xF]);
        buffer_add_byte(b, ' ');
    }
    buffer_add_byte(b, '"');
}

/* The first page is a cover, and has neither head nor number. */
static void add_pages(struct buffer *out, const struct document *d, bool thai_digits)
{
    buffer_add(out,
               TEXT("@page { margin: 22mm 18mm 20mm; @top-left { font-size: 8.5pt; color: #444; "
                    "content: "));
    add_string(out, text_spoken(out->arena, d->running, thai_digits));
    buffer_add(out, SAY(out->arena,
                        "; } @bottom-right { font-size: 9pt; content: counter(page{}) \" / \" "
                        "counter(pages{}); } }\n",
                        thai_digits ? TEXT(", thai") : TEXT(""),
                        thai_digits ? TEXT(", thai") : TEXT("")));
    buffer_add(out, TEXT("@page :first { @top-left { content: \"\"; } @bottom-right { content: "
                         "\"\"; } }\n"));
}

void html_style(struct buffer *out, const struct document *d, bool thai_digits)
{
    buffer_add(out, TEXT("<style>\n"));
    buffer_add(out, text_of(style));
    if (d->running.n) {
        buffer_add(out, text_of(booklet));
        add_pages(out, d, thai_digits);
    }
    buffer_add(out, TEXT("</style>\n"));
}
