/* What the tests of diagnostics share.  Only K0101 is used, with labels of our own. */
#ifndef KEN_TESTS_DIAGNOSTICS_H
#define KEN_TESTS_DIAGNOSTICS_H

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>

#include "report/diagnostics.h"
#include "support.h"

static struct arena *a;
static struct sources *sources;
static struct diags diags;

static inline void begin(void)
{
    a = support_arena();
    sources = sources_new(a);
    diags = diags_in(a, sources);
}

static inline void finish(void)
{
    arena_free(a);
}

#define MESSAGE "this is not UTF-8 text: byte 7 cannot stand here\n"
#define FOUND "\n1 error found\n"

static inline struct source *file(const char *name, const char *content)
{
    return source_add(sources, text_of(name), text_of(content));
}

/* The first place in `s` where `words` stands. */
static inline struct span at(const struct source *s, const char *words)
{
    char *content = text_c(a, s->content);
    const char *found = strstr(content, words);
    cr_assert(found != NULL);
    size_t lo = (size_t)(found - content);
    return source_span(s, lo, lo + strlen(words));
}

/* The place right before `words`, without extent. */
static inline struct span before(const struct source *s, const char *words)
{
    struct span found = at(s, words);
    return (struct span){found.lo, found.lo};
}

static inline struct diag *wrong(struct span place, const char *says)
{
    struct diag *g = DIAG_ADD(&diags, K0101, place, TEXT("7"));
    diag_says(g, text_of(says));
    return g;
}

static inline bool has(const char *all, const char *part)
{
    return strstr(all, part) != NULL;
}

static inline char *shown(void)
{
    struct buffer out = buffer_in(a);
    report_diagnostics_text(&out, &diags, (struct text_style){0});
    char *got = text_c(a, buffer_text(&out));
    cr_expect(not(has(got, " \n")), "no line ends in a space");
    return got;
}

static inline struct source *loan(void)
{
    return file("rules/loan.ken", "rule a {\n"
                                  "    note \"x\"\n"
                                  "\n"
                                  "    when age >= 18 EUR\n"
                                  "    then pay\n"
                                  "}\n");
}

#endif
