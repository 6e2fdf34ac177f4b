/* Between the generated scanner and parser of fact files (grammar/facts.l, facts.y) and native.c:
 * private to them.
 *
 * The scanner finds pieces, the grammar finds lines and blocks; both call one function here, which
 * decides what they are. */
#ifndef KEN_FACTS_NATIVE_H
#define KEN_FACTS_NATIVE_H

#include "facts.tab.h"
#include "facts/bind.h"

struct native_item {
    int kind; /* TOK_WORD, TOK_STR, TOK_COMMA, TOK_EQ */
    struct text text;
    struct span at;
};

/* A block that is open. */
struct native_block {
    struct text path;
    struct span at;
    bool is_table;
    size_t mention; /* what opens it, as an index; or MENTION_OUTSIDE */
};

struct native {
    struct binder *binder;
    const struct facts_host *host;
    facts_pstate *parser;
    int status;        /* of the parser */
    bool over;         /* beyond a limit: nothing more is read */
    size_t begin, end; /* of the piece the scanner stands on, within the source */

    /* The line. */
    size_t position;              /* pieces so far */
    int head, second;             /* the first two of them */
    bool broken;                  /* has a syntax error */
    bool in_pairs;                /* inside the braces behind `from` */
    bool proves;                  /* `evidence` was said */
    struct span line_at, last_at; /* of its first piece, and of the last so far */
    size_t mentions_before;       /* things said above it */
    struct native_item key;
    LIST_OF(struct native_item) items;
    struct aside aside;
    struct named_file file; /* behind `from` */
    enum era file_era;
    struct span from_end; /* of the last piece of what `from` says */
    LIST_OF(struct csv_rename) renames;

    /* Blocks. */
    LIST_OF(struct native_block) blocks;
    struct native_block closed; /* the last one */
    bool closes;                /* in this line */
    size_t skip;                /* braces open in a part that is not read */
    bool close_skipped;         /* the `}` that ends it belongs to the grammar */
    struct table_reader table;
    bool has_columns, columns_well;
};

/* --- for the scanner: each returns whether to go on --- */
void native_scan(struct native *r, char *text,
                 size_t n); /* n bytes, followed by two NULs, which may be written to */
void native_step(struct native *r, size_t n);
bool native_token(struct native *r, int kind);
bool native_word(struct native *r);
bool native_string(struct native *r, size_t close);
_Noreturn void native_fault(void *scanner, const char *says);

/* --- for the grammar --- */
void native_criteria(struct native *r, struct text id, struct span at);
void native_office(struct native *r, struct text name, struct span at);
void native_era(struct native *r, struct text word, struct span at);
void native_as_of(struct native *r);
void native_claim(struct native *r);
void native_reason(struct native *r, struct text path, struct span at, struct text says,
                   struct span says_at);
void native_key(struct native *r, int kind, struct text text, struct span at);
void native_item(struct native *r, int kind, struct text text, struct span at);
void native_evidence(struct native *r, struct text says, struct span at);
void native_evidence_file(struct native *r, struct text name, struct span at);
void native_evidence_dated(struct native *r, struct span at);
void native_because(struct native *r, struct text says);
void native_entry(struct native *r);
void native_na(struct native *r, struct span at);
void native_open(struct native *r);
void native_close(struct native *r);
void native_block_asides(struct native *r);
void native_file(struct native *r, struct text name, struct span at);
void native_file_era(struct native *r, struct text word, struct span at);
void native_file_encoding(struct native *r, struct text word, struct span at);
void native_rename(struct native *r, struct text column, struct span column_at, struct text name,
                   struct span name_at);
void native_from(struct native *r);
void native_too_deep(struct native *r, struct span at);
void native_unexpected(struct native *r, int found, struct span at, const int *expected, int n);

/* --- native_lines.c --- */

/* The path of what the line begins with, whole. */
struct text native_path(struct native *r);

/* Where it was named, for who wants to know; else NULL. */
struct mention *native_mention(struct native *r, enum mention_kind kind, struct text path,
                               struct span name);

#endif
