/* Ken as a library: what the tests of several files came to, rules by rules. */
#include "ken_inside.h"

#include "render/html.h"
#include "render/markdown.h"
#include "render/text.h"
#include "report/coverage.h"

struct all_covered {
    LIST_OF(struct rules_covered) rules;
};

/* Rules that several files test are told once. */
static void take(struct all_covered *all, const ken *k)
{
    struct text name = k->rules.files.at[0]->name;
    for (size_t i = 0; i < all->rules.n; i++)
        if (text_equal(all->rules.at[i].name, name) &&
            coverage_join(all->rules.at[i].coverage, k->coverage))
            return;
    LIST_ADD(k->arena, &all->rules, (struct rules_covered){name, k->coverage});
}

static void write_document(struct buffer *out, const struct document *d, const ken_style *style)
{
    struct text_style look = {style->width, style->colour, style->thai_digits};
    if (style->form == KEN_MARKDOWN)
        render_markdown(out, d, style->thai_digits);
    else if (style->form == KEN_HTML)
        render_html(out, d, style->thai_digits);
    else
        render_text(out, d, look);
}

ken_covered ken_coverage(ken *const *tested, size_t n, const ken_style *style,
                         bool (*write)(void *user, const char *bytes, size_t size), void *user)
{
    struct all_covered all = {0};
    ken_covered sum = {0};
    for (size_t i = 0; i < n; i++)
        if (tested[i]->coverage && tested[i]->coverage->tests.n)
            take(&all, tested[i]);
    if (!all.rules.n)
        return sum;
    struct arena *a = tested[0]->arena;
    struct buffer out = buffer_in(a);
    struct document d = document_in(a);
    for (size_t i = 0; i < all.rules.n; i++) {
        const struct rules_covered *r = &all.rules.at[i];
        struct cover_count count = coverage_count(r->coverage);
        sum.covered += count.covered;
        sum.places += count.all;
        report_coverage(&d, r->name, r->coverage, style->all);
    }
    if (style->form == KEN_DATA)
        report_coverage_json(&out, a, all.rules.at, all.rules.n);
    else
        write_document(&out, &d, style);
    write(user, out.at, out.n);
    return sum;
}
