/* Formulas as MathML and as LaTeX.
 *
 * Parentheses around the parts of a fraction are left out: the bar says it. */
#include "render/formula.h"

#include "render/html.h"
#include "render/text.h"

struct formula *formula_leaf(struct arena *a, enum formula_kind kind, struct text text)
{
    struct formula *f = formula_of(a, kind);
    f->text = text;
    return f;
}

struct formula *formula_of(struct arena *a, enum formula_kind kind)
{
    struct formula *f = ARENA_NEW(a, struct formula);
    f->kind = kind;
    return f;
}

void formula_add(struct arena *a, struct formula *f, const struct formula *part)
{
    LIST_ADD(a, &f->parts, part);
}

static size_t longer(size_t x, size_t y)
{
    return x > y ? x : y;
}

size_t formula_columns(const struct formula *f)
{
    size_t sum = 0, longest = 0;
    for (size_t i = 0; i < f->parts.n; i++) {
        size_t one = formula_columns(f->parts.at[i]);
        sum += one;
        longest = longer(longest, one);
    }
    switch (f->kind) {
    case FORMULA_NAME:
    case FORMULA_NUMBER:
        return width_columns(f->text);
    case FORMULA_SIGN:
        return width_columns(f->text) + 2;
    case FORMULA_ROW:
        return sum;
    case FORMULA_BRACKETS:
        return sum + 2;
    case FORMULA_FRACTION:
    case FORMULA_UNDER:
        return longest;
    case FORMULA_CASES:
        longest = 0;
        for (size_t i = 0; i + 1 < f->parts.n; i += 2)
            longest = longer(longest, formula_columns(f->parts.at[i]) +
                                          formula_columns(f->parts.at[i + 1]) + 4);
        return longest;
    }
    return sum;
}

/* --- either form ------------------------------------------------------------------------------ */

struct writing {
    struct buffer *out;
    bool thai_digits;
};

static void put(const struct writing *w, const char *markup)
{
    buffer_add(w->out, text_of(markup));
}

static const struct formula *bare(const struct formula *f)
{
    while (f->kind == FORMULA_BRACKETS && f->parts.n == 1)
        f = f->parts.at[0];
    return f;
}

/* --- MathML ----------------------------------------------------------------------------------- */

static void write_mathml(const struct writing *w, const struct formula *f);

static void write_leaf(const struct writing *w, const char *tag, struct text t)
{
    struct arena *a = w->out->arena;
    buffer_add(w->out, SAY(a, "<{}>{}</{}>", text_of(tag),
                           html_escaped(a, text_spoken(a, t, w->thai_digits)), text_of(tag)));
}

static void write_parts(const struct writing *w, const char *before, const struct formula *f,
                        const char *behind)
{
    put(w, before);
    for (size_t i = 0; i < f->parts.n; i++)
        write_mathml(w, f->kind == FORMULA_FRACTION ? bare(f->parts.at[i]) : f->parts.at[i]);
    put(w, behind);
}

static void write_rows(const struct writing *w, const struct formula *f)
{
    put(w, "<mrow><mo fence=\"true\" stretchy=\"true\">{</mo><mtable>");
    for (size_t i = 0; i + 1 < f->parts.n; i += 2) {
        put(w, "<mtr><mtd>");
        write_mathml(w, f->parts.at[i]);
        put(w, "</mtd><mtd>");
        write_mathml(w, f->parts.at[i + 1]);
        put(w, "</mtd></mtr>");
    }
    put(w, "</mtable></mrow>");
}

static void write_mathml(const struct writing *w, const struct formula *f)
{
    switch (f->kind) {
    case FORMULA_NAME: /* not `mtext`, which counts as space and takes that around signs away */
        write_leaf(w, "mi", f->text);
        break;
    case FORMULA_NUMBER:
        write_leaf(w, "mn", f->text);
        break;
    case FORMULA_SIGN:
        write_leaf(w, "mo", f->text);
        break;
    case FORMULA_ROW:
        write_parts(w, "<mrow>", f, "</mrow>");
        break;
    case FORMULA_BRACKETS:
        write_parts(w, "<mrow><mo>(</mo>", f, "<mo>)</mo></mrow>");
        break;
    case FORMULA_FRACTION:
        write_parts(w, "<mfrac>", f, "</mfrac>");
        break;
    case FORMULA_UNDER:
        write_parts(w, "<munder>", f, "</munder>");
        break;
    case FORMULA_CASES:
        write_rows(w, f);
        break;
    }
}

void formula_mathml(struct buffer *out, const struct formula *f, bool thai_digits)
{
    struct writing w = {out, thai_digits};
    put(&w, "<math display=\"block\">");
    write_mathml(&w, f);
    put(&w, "</math>");
}

/* --- LaTeX ------------------------------------------------------------------------------------ */

static void write_latex(const struct writing *w, const struct formula *f);

static void write_latex_byte(const struct writing *w, char c)
{
    switch (c) {
    case '\\':
        put(w, "\u2216");
        break;
    case '^':
        put(w, "\u02C6");
        break;
    case '~':
        put(w, "\u223C");
        break;
    case '{':
    case '}':
    case '$':
    case '&':
    case '#':
    case '_':
    case '%':
        buffer_add_byte(w->out, '\\');
        buffer_add_byte(w->out, c);
        break;
    default:
        buffer_add_byte(w->out, c);
    }
}

static void write_latex_text(const struct writing *w, struct text t, bool spaced)
{
    struct text shown = text_spoken(w->out->arena, t, w->thai_digits);
    put(w, spaced ? "\\text{" : "");
    for (size_t i = 0; i < shown.n; i++)
        write_latex_byte(w, shown.at[i]);
    put(w, spaced ? "}" : "");
}

static void write_braced(const struct writing *w, const struct formula *f)
{
    put(w, "{");
    write_latex(w, f);
    put(w, "}");
}

static void write_latex_rows(const struct writing *w, const struct formula *f)
{
    put(w, "\\begin{cases}");
    for (size_t i = 0; i + 1 < f->parts.n; i += 2) {
        put(w, i ? " \\\\ " : " ");
        write_latex(w, f->parts.at[i]);
        put(w, " & ");
        write_latex(w, f->parts.at[i + 1]);
    }
    put(w, " \\end{cases}");
}

static void write_latex(const struct writing *w, const struct formula *f)
{
    switch (f->kind) {
    case FORMULA_NAME:
        write_latex_text(w, f->text, true);
        break;
    case FORMULA_NUMBER:
        write_latex_text(w, f->text, w->thai_digits);
        break;
    case FORMULA_SIGN:
        put(w, " ");
        write_latex_text(w, f->text, false);
        put(w, " ");
        break;
    case FORMULA_ROW:
        for (size_t i = 0; i < f->parts.n; i++)
            write_latex(w, f->parts.at[i]);
        break;
    case FORMULA_BRACKETS:
        put(w, "\\left(");
        write_latex(w, f->parts.at[0]);
        put(w, "\\right)");
        break;
    case FORMULA_FRACTION:
        put(w, "\\frac");
        write_braced(w, bare(f->parts.at[0]));
        write_braced(w, bare(f->parts.at[1]));
        break;
    case FORMULA_UNDER:
        put(w, "\\underset");
        write_braced(w, f->parts.at[1]);
        write_braced(w, f->parts.at[0]);
        break;
    case FORMULA_CASES:
        write_latex_rows(w, f);
        break;
    }
}

void formula_latex(struct buffer *out, const struct formula *f, bool thai_digits)
{
    struct writing w = {out, thai_digits};
    write_latex(&w, f);
}
