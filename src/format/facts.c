/* Fact files: laid out, and checked to say what they said. */
#include "facts/facts.h"

#include "format/format.h"
#include "format/statements.h"

struct formatted format_facts(struct arena *a, const struct source *s, struct diags *d)
{
    struct statements was, is;
    size_t errors = d->errors;
    facts_read_form(a, s, d);
    if (d->errors > errors || !statements_read(&was, a, s, d))
        return (struct formatted){0};
    struct page page = page_in(a);
    statements_write(&page, &was, 0);
    struct text text = page_text(&page);
    struct sources *apart = sources_new(a);
    struct diags silent = diags_in(a, apart);
    const struct source *made = diags_add_source(&silent, s->name, text);
    if (made && statements_read(&is, a, made, &silent) && statements_same(&was, &is))
        return (struct formatted){.text = text};
    DIAG_ADD(d, K1000, source_span(s, 0, 0), s->name);
    return (struct formatted){.fault = true};
}
