/* Diagnostics as data. */
#include "base/diag.h"

#include <string.h>

#include "base/allow.h"

static const struct diag_about about[] = {
#define DIAG(code, severity, name, message) {#code, #name, message, DIAG_##severity},
#include "base/diag.def"
#undef DIAG
};

const struct diag_about *diag_about(enum diag_code code)
{
    return &about[code];
}

bool diag_code_named(struct text name, enum diag_code *code)
{
    for (size_t i = 0; i < DIAG_CODES; i++) {
        struct text known = text_of(about[i].code);
        if (name.n == known.n && (name.at[0] | 32) == 'k' &&
            text_equal(text_after(name, 1), text_after(known, 1))) {
            *code = (enum diag_code)i;
            return true;
        }
    }
    return false;
}

bool diag_lint_named(struct text word, enum diag_code *code)
{
    for (size_t i = 0; i < DIAG_CODES; i++)
        if (about[i].severity != DIAG_ERROR && text_equal(word, text_of(about[i].name))) {
            *code = (enum diag_code)i;
            return true;
        }
    return word.n && diag_code_named(word, code);
}

struct diags diags_in(struct arena *a, struct sources *s)
{
    return (struct diags){.arena = a, .sources = s, .limit = ERRORS_KEPT};
}

/* What is quoted from hostile input does not fill the page. */
static struct text message(struct arena *a, const char *pattern, const struct text *args, size_t n)
{
    enum { ARGUMENTS = 8 };
    struct text short_args[ARGUMENTS];
    n = n < ARGUMENTS ? n : ARGUMENTS;
    for (size_t i = 0; i < n; i++)
        short_args[i] = text_shortened(a, args[i], QUOTED_BYTES);
    return text_fill(a, pattern, short_args, n);
}

/* One that nobody will see: always the same, so that a million mistakes need no memory. */
static struct diag *spare(struct diags *d)
{
    if (!d->spare)
        d->spare = ARENA_NEW(d->arena, struct diag);
    d->spare->more.n = d->spare->notes.n = 0;
    return d->spare;
}

enum diag_severity diags_level(const struct diags *d, enum diag_code code)
{
    return d->level && about[code].severity != DIAG_ERROR ? d->level[code] : about[code].severity;
}

bool diags_want(const struct diags *d, enum diag_code code)
{
    return diags_level(d, code) != DIAG_ALLOWED || allows_name(d, code);
}

/* Where those of a code and level are counted. */
static size_t *counter(struct diags *d, enum diag_code code, enum diag_severity severity)
{
    return severity == DIAG_WARNING             ? &d->warnings
           : about[code].severity == DIAG_ERROR ? &d->errors
                                                : &d->denied;
}

struct diag *diag_add(struct diags *d, enum diag_code code, struct span at, const struct text *args,
                      size_t n)
{
    enum diag_severity severity = diags_level(d, code);
    bool lint = about[code].severity != DIAG_ERROR;
    if ((lint && allows_cover(d, code, at)) || severity == DIAG_ALLOWED)
        return spare(d);
    *counter(d, code, severity) += 1;
    if (!diags_have_room(d))
        return spare(d);
    struct diag *g = ARENA_NEW(d->arena, struct diag);
    g->code = code;
    g->severity = severity;
    g->main.at = at;
    g->message = message(d->arena, about[code].message, args, n);
    LIST_ADD(d->arena, &d->all, g);
    return g;
}

void diags_take(struct diags *d, struct diag *g)
{
    *(about[g->code].severity == DIAG_ERROR ? &d->errors : &d->warnings) += 1;
    if (diags_have_room(d))
        LIST_ADD(d->arena, &d->all, g);
}

struct source *diags_add_source(struct diags *d, struct text name, struct text content)
{
    struct source *s = source_add(d->sources, name, content);
    if (!s)
        DIAG_ADD(d, K0803, ((struct span){0, 0}), name);
    return s;
}

void diags_join(struct diags *d, const struct diags *more)
{
    for (size_t i = 0; i < more->all.n; i++)
        LIST_ADD(d->arena, &d->all, more->all.at[i]);
    d->errors += more->errors;
    d->warnings += more->warnings;
    d->denied += more->denied;
    d->limit += more->limit;
}

void diag_says(struct diag *g, struct text says)
{
    g->main.says = says;
}

void diag_label(struct diags *d, struct diag *g, struct span at, struct text says)
{
    if (!span_is_nowhere(at))
        LIST_ADD(d->arena, &g->more, (struct diag_label){at, says});
}

void diag_note(struct diags *d, struct diag *g, struct text note)
{
    LIST_ADD(d->arena, &g->notes, note);
}

void diag_help(struct diag *g, struct text help)
{
    g->help = help;
}

void diag_fix(struct diag *g, struct span at, struct text fix)
{
    g->fix_at = at;
    g->fix = fix;
}

bool diags_have_room(const struct diags *d)
{
    return d->all.n < d->limit;
}

void diags_return(struct diags *d, struct diags earlier)
{
    d->all.n = earlier.all.n;
    d->errors = earlier.errors;
    d->warnings = earlier.warnings;
    d->denied = earlier.denied;
}

/* Places in made texts become those that they come from; what is made cannot be mended there. */
static void make_real(struct sources *s, struct diag *g)
{
    bool mends = source_is_verbatim(s, g->fix_at);
    g->fix_at = mends ? source_real(s, g->fix_at) : (struct span){0, 0};
    g->main.at = source_real(s, g->main.at);
    for (size_t i = 0; i < g->more.n; i++)
        g->more.at[i].at = source_real(s, g->more.at[i].at);
}

static bool is_repeated(const struct diags *d, size_t n, const struct diag *g)
{
    for (size_t i = 0; i < n; i++) {
        const struct diag *h = d->all.at[i];
        if (h->code == g->code && h->main.at.lo == g->main.at.lo &&
            h->main.at.hi == g->main.at.hi && text_equal(h->message, g->message))
            return true;
    }
    return false;
}

static void forget_repeated(struct diags *d)
{
    size_t n = 0;
    for (size_t i = 0; i < d->all.n; i++) {
        struct diag *g = d->all.at[i];
        if (!is_repeated(d, n, g))
            d->all.at[n++] = g;
        else
            *counter(d, g->code, g->severity) -= 1;
    }
    LIST_CUT(&d->all, n);
}

/* Insertion sort: stable, and there are at most a hundred. */
void diags_sort(struct diags *d)
{
    for (size_t i = 0; i < d->all.n; i++)
        make_real(d->sources, d->all.at[i]);
    for (size_t i = 1; i < d->all.n; i++) {
        struct diag *g = d->all.at[i];
        size_t j = i;
        for (; j && d->all.at[j - 1]->main.at.lo > g->main.at.lo; j--)
            d->all.at[j] = d->all.at[j - 1];
        d->all.at[j] = g;
    }
    forget_repeated(d);
}
