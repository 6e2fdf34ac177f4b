/* Diagnostics as data.
 *
 * Floor: base.  A diagnostic is a code with arguments, a main label, more labels, notes, one help
 * and perhaps a fix that a tool can apply.  Messages are patterns in diag.def; turning a diagnostic
 * into something to look at is the business of report/.  The list keeps at most a bounded number
 * and counts the rest. */
#ifndef KEN_BASE_DIAG_H
#define KEN_BASE_DIAG_H

#include "base/limits.h"
#include "base/list.h"
#include "base/source.h"

/* What is no error is a lint: its level can be changed. */
enum diag_severity {
    DIAG_ERROR, /* of a lint: denied */
    DIAG_WARNING,
    DIAG_ALLOWED /* not even said */
};

enum diag_code {
#define DIAG(code, severity, name, message) code,
#include "base/diag.def"
#undef DIAG
    DIAG_CODES
};

struct diag_about {
    const char *code, *name, *message;
    enum diag_severity severity; /* of a lint, by default */
};

/* What is known of a code before it happens. */
const struct diag_about *diag_about(enum diag_code code);

/* The code spelled like "K0203" (letters in either case); false when there is none. */
bool diag_code_named(struct text name, enum diag_code *code);

/* The lint called "unused_fact", or spelled like "K0320"; also the code of an error. */
bool diag_lint_named(struct text word, enum diag_code *code);

struct diag_label {
    struct span at;
    struct text says;
};

struct diag {
    enum diag_code code;
    enum diag_severity severity;
    struct text message;             /* the pattern filled in; makes sense without the excerpt */
    struct diag_label main;          /* where it is wrong */
    LIST_OF(struct diag_label) more; /* the other places involved */
    LIST_OF(struct text) notes;      /* further facts */
    struct text help;                /* what to do; empty when there is nothing to say */
    struct span fix_at;              /* where the fix goes; nowhere when there is none */
    struct text fix;                 /* the text to put there */
    struct text test;                /* a block `test` that shows it; may be empty */
    struct text fact;                /* whose value it is about; may be empty */
};

struct allows;

struct diags {
    struct arena *arena;
    struct sources *sources;
    LIST_OF(struct diag *) all;
    size_t errors, warnings; /* counted also when not kept */
    size_t denied;      /* lints that are errors by the levels: nothing is wrong with the rules */
    size_t limit;       /* how many are kept */
    struct diag *spare; /* for those that are not */
    const enum diag_severity *level; /* of lints, by code; NULL: the defaults */
    struct allows *allows;           /* what the rules allow themselves; NULL: nothing */
};

struct diags diags_in(struct arena *a, struct sources *s);

/* Keep a text as source_add does; NULL after reporting that it does not fit. */
struct source *diags_add_source(struct diags *d, struct text name, struct text content);

/* What becomes of a lint where the rules say nothing about it. */
enum diag_severity diags_level(const struct diags *d, enum diag_code code);

/* Whether anybody wants to know of a lint: it is not allowed everywhere, or some `allow` names it
 * and must not be said to allow nothing. */
bool diags_want(const struct diags *d, enum diag_code code);

/* Add a diagnostic at `at`, with the arguments of its pattern in order: K0201(d, at, name) fills
 * the first `{}`; of a long one the beginning.  Never NULL: beyond the limit the result is a spare
 * that is not kept. */
struct diag *diag_add(struct diags *d, enum diag_code code, struct span at, const struct text *args,
                      size_t n);
#define DIAG_ADD(d, code, at, ...)                                                                 \
    diag_add((d), (code), (at), (const struct text[]){__VA_ARGS__},                                \
             sizeof((const struct text[]){__VA_ARGS__}) / sizeof(struct text))

/* The same for a pattern without arguments. */
#define DIAG_PLAIN(d, code, at) diag_add((d), (code), (at), NULL, 0)

/* Add one that is in another list of the same sources. */
void diags_take(struct diags *d, struct diag *g);

/* Words under the main place. */
void diag_says(struct diag *g, struct text says);

/* The same list, with what is in `more` behind it; that one is of the same sources. */
void diags_join(struct diags *d, const struct diags *more);

/* Another place involved. */
void diag_label(struct diags *d, struct diag *g, struct span at, struct text says);
void diag_note(struct diags *d, struct diag *g, struct text note);
void diag_help(struct diag *g, struct text help);

/* Replacing `at` by `fix` mends it as the help says. */
void diag_fix(struct diag *g, struct span at, struct text fix);

/* Whether another diagnostic would still be kept: looking for suggestions is not worth while
 * otherwise. */
bool diags_have_room(const struct diags *d);

/* So much has been wrong since `before` errors that reading on helps nobody. */
static inline bool diags_are_hopeless(const struct diags *d, size_t before)
{
    return d->errors - before >= ERRORS_READ;
}

/* Back to an earlier state of the list: what was added since is forgotten. */
void diags_return(struct diags *d, struct diags earlier);

/* Places become those in files (source_real). Sort by place: source by source, then by address;
 * what has no place comes first.
 * What two readings of a file said of one place is said once. */
void diags_sort(struct diags *d);

#endif
