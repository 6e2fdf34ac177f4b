/* Finding the page about a topic. */
#include "pages.h"

#include <string.h>

#include "base/diag.h"
#include "base/nearest.h"

static const struct page *named(struct text name)
{
    for (const struct page *p = pages; p->name.n; p++)
        if (text_equal(p->name, name))
            return p;
    return NULL;
}

static const struct page *shown_in_grammar(struct text word)
{
    for (const struct page_word *w = page_words; w->word.n; w++)
        if (text_equal(w->word, word))
            return &pages[w->page];
    return NULL;
}

/* Names of sections are the words of their titles with hyphens between. */
static const struct page *with_word_in_title(struct text word)
{
    for (const struct page *p = pages; p->name.n; p++) {
        struct text rest = p->name;
        while (p->kind == PAGE_SECTION && rest.n) {
            size_t end = 0;
            while (end < rest.n && rest.at[end] != '-')
                end++;
            if (text_equal((struct text){rest.at, end}, word))
                return p;
            rest = text_after(rest, end + 1);
        }
    }
    return NULL;
}

const struct page *pages_about(struct text topic)
{
    enum diag_code code;
    const struct page *found =
        named(diag_lint_named(topic, &code) ? text_of(diag_about(code)->code) : topic);
    found = found ? found : shown_in_grammar(topic);
    return found ? found : with_word_in_title(topic);
}

struct text page_heading(const struct page *p)
{
    const char *end = memchr(p->text.at, '\n', p->text.n);
    struct text line = {p->text.at, end ? (size_t)(end - p->text.at) : p->text.n};
    const char *colon = memchr(line.at, ':', line.n);
    if (p->kind != PAGE_CODE || !colon)
        return p->title;
    return text_trim(text_after(line, (size_t)(colon - line.at) + 1));
}

struct text pages_nearest(struct text wanted)
{
    struct nearest near = nearest_to(wanted);
    for (const struct page *p = pages; p->name.n; p++)
        nearest_offer(&near, p->name);
    for (const struct page_word *w = page_words; w->word.n; w++)
        nearest_offer(&near, w->word);
    return near.best;
}
