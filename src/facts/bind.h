/* What readers hand over, and how it gets its meaning: private to the readers (native.c, json.c,
 * csv.c) and facts.c.
 *
 * Floor: facts.  A reader finds pieces of text and their places; the declared fact says what a
 * piece must be.  Every function here reports what is wrong itself, so that a mistake reads the
 * same in every format. */
#ifndef KEN_FACTS_BIND_H
#define KEN_FACTS_BIND_H

#include "check/columns.h"
#include "facts/facts.h"

/* What a reader knows of a text that it is reading. */
struct binder {
    struct facts *facts;
    const struct source *source;
    enum era era;         /* of its dates */
    struct span era_at;   /* where the text says so */
    struct span dated_at; /* the first date that was read */
    size_t errors_before;
    struct arena *values;          /* where sets are made */
    char separator;                /* between the words of a set */
    const struct columns *columns; /* of a record: the names that facts have in it; else NULL */
};

struct csv_head;

struct binder binder_for(struct facts *f, const struct source *s, enum era era);

/* Whether a text can be read at all: false after an error. */
bool facts_readable(struct facts *f, const struct source *s);

/* So much is wrong that reading on helps nobody. */
bool bind_is_hopeless(const struct binder *b);

enum raw_kind {
    RAW_NOTHING, /* named, without a value */
    RAW_WORDS,   /* bare words, or a cell or JSON string: the declared type says what they are */
    RAW_QUOTED,  /* a text in quotes where quotes mean a text */
    RAW_NUMBER,  /* a JSON number */
    RAW_TRUTH,   /* JSON's true and false */
    RAW_LIST,    /* the words of a set, one by one */
    RAW_MIXED,   /* words and quotes together: never a value */
};

struct raw {
    enum raw_kind kind;
    struct text text; /* what it says, quotes and escapes resolved; of a list as written */
    struct span at;
    const struct raw *items; /* of RAW_LIST */
    size_t n;
    const struct unit *unit; /* of a number without one; NULL: that of its fact */
};

/* What may be said beside a value. */
struct aside {
    struct evidence evidence;
    struct text because;
};

/* What is said behind a table, or behind a group of facts: of all that were stated since `since`
 * and say nothing of their own. */
void bind_aside(struct binder *b, const struct fact *table, struct aside aside);
void bind_group_aside(struct binder *b, struct text group, struct span since, struct aside aside);

/* The day of a document. */
void bind_dated(struct binder *b, struct raw raw, struct evidence *e);

/* Errors are still kept, so that a suggestion is worth a look at every name. */
bool bind_may_suggest(const struct binder *b);

/* Offer the nearest name, if there is one, in place of what stands at `at`. */
void bind_suggest(struct binder *b, struct diag *g, struct span at, struct text nearest);

/* The name that is nearest to `name`; empty when none is near. */
struct text bind_nearest(const struct binder *b, struct text name);

/* The fact of that path; NULL after an error with a suggestion. */
const struct fact *bind_find(struct binder *b, struct text path, struct span at);
bool bind_is_group(const struct binder *b, struct text path);

/* State a fact that is not a table.  `at` is the place of its name. */
void bind_fact(struct binder *b, const struct fact *f, struct span at, struct raw raw,
               struct aside aside);

/* State that a fact does not apply; `at` is the place of the words that say so. */
void bind_na(struct binder *b, const struct fact *f, struct span at, struct aside aside);

/* State a fact by its path, as --set does. */
void bind_line(struct binder *b, struct text path, struct span at, struct raw raw);

/* `path=value`, blanks around both left out: what --set says.  Without a sign the value has no
 * place. */
struct assignment {
    struct text path, value;
    struct span path_at, value_at;
};
struct assignment bind_assignment(const struct source *s);

/* Keep where something is named, where somebody wants to know; the statement is `name` until its
 * reader says more. */
struct mention *bind_mention(struct facts *f, enum mention_kind kind, struct text path,
                             struct span name);

/* Give an entry that nobody gave a value the absence that follows. */
void bind_absence(struct facts *f, const struct fact *fact, struct fact_entry *e);

/* The heads of a fact file.  An era that comes after dates is an error. */
void bind_criteria(struct binder *b, struct text id, struct span at);
void bind_office(struct binder *b, struct text name, struct span at);
void bind_era(struct binder *b, struct text word, struct span at);
void bind_as_of(struct binder *b, struct raw raw);
bool bind_era_named(struct binder *b, struct text word, struct span at, enum era *era);

/* The office that a record names, where nothing else says whose facts these are. */
void bind_id(struct facts *f, struct text id);

/* --- claims and reasons (claims.c) -------------------------------------------------------- */

struct raw_claim {
    struct raw target, aspect, value;
};
void bind_claim(struct binder *b, struct raw_claim claim);
void bind_reason(struct binder *b, struct text path, struct span at, struct text says,
                 struct span says_at);

/* --- one value (convert.c) ---------------------------------------------------------------- */

/* What `raw` says as a value of `f`, a fact or a column; sets given as words are split at
 * `separator`.  False, with
 * `*v` unchanged, after an error. */
bool convert(struct binder *b, const struct fact *f, struct raw raw, char separator,
             struct value *v);

/* A date without a fact. */
bool convert_date(struct binder *b, struct raw raw, struct date *d);

/* "capital.used", of a column "publicity.subject". */
struct text fact_name(struct arena *a, const struct fact *f);

/* --- numerals (figure.c) ------------------------------------------------------------------ */

struct figure {
    struct number value;     /* in base units */
    unsigned decimals;       /* as written */
    const struct unit *unit; /* as written; NULL when none was */
    struct number scale;     /* of the unit; 1 without one */
};

/* Whether a text has the form of a number, perhaps with a unit behind it; `-` alone too. */
bool figure_is_in(struct text t);

/* A number as it is written, with the unit of `raw` where it has none of its own. */
struct text figure_shown(struct arena *a, struct raw raw);

/* The number that `raw` writes, which must have that form.  False after an error: commas, digits,
 * unit. */
bool figure_read(struct binder *b, struct raw raw, struct figure *figure);

/* Report more digits than a number can have; false. */
bool figure_too_long(struct binder *b, struct raw raw);

/* `t` with ASCII digits for Thai ones. */
struct text fold_digits(struct arena *a, struct text t);

/* The place of the bytes `from` to `to` of a raw value, where it stands in the source as it is;
 * else of all of it. */
struct span raw_part(struct raw raw, size_t from, size_t to);

/* --- tables (table.c) --------------------------------------------------------------------- */

/* A table that is being read: begin, its columns one by one, columns_done, its rows, end. */
struct table_reader {
    struct binder *binder;
    const struct fact *table;
    struct span at;   /* of the table's name */
    struct span head; /* of the names of the columns; nowhere in JSON */
    LIST_OF(const struct fact *)
    written;                /* the written columns in order; NULL for one that is ignored */
    struct span *column_at; /* by declared column: where it is named; nowhere when it is not */
    struct table_cell *cell;
    size_t rows, room, width; /* width: declared columns */
    size_t bytes_all,
        bytes_done; /* of the text, to foresee how many rows there will be; may be 0 */
    bool *set;      /* by declared column: set in the row that is being read (JSON) */
};

/* False after an error: the fact is stated already. */
bool table_begin(struct table_reader *t, struct binder *b, const struct fact *table,
                 struct span at);

/* The declared column of that name, or NULL. */
const struct fact *table_column_named(const struct fact *table, struct text name);

void table_unknown_column(struct table_reader *t, struct text name, struct span at);

/* The next written column.  An unknown one is an error where `strict`, else ignored. */
void table_add_column(struct table_reader *t, struct text name, struct span at, bool strict);

/* Whether every column that is needed is there. */
bool table_columns_done(struct table_reader *t);

/* A new row of cells for the columns that are kept, all without a value; NULL after an error,
 * beyond the limit. */
struct table_cell *table_row(struct table_reader *t);

/* Put what `raw` says into the row's cell of column `f`. */
void table_put(struct table_reader *t, struct table_cell *row, const struct fact *f,
               struct raw raw);

/* What has `columns`, named at `head` if that is anywhere, has a row of another number of cells:
 * because of the first mistake, or of the second. */
void table_ragged(struct binder *b, struct span row, size_t cells, struct span head, size_t columns,
                  const char *too_few, const char *too_many);

/* All rows are read: check keys, fill gaps, state the fact. */
void table_end(struct table_reader *t);

/* --- readers ------------------------------------------------------------------------------ */

/* `subject = title_th`: the column of the table, and its name in the file. */
struct csv_rename {
    struct text column, name;
    struct span column_at, name_at;
};
struct csv_renames {
    const struct csv_rename *at;
    size_t n;
};

void native_read(struct binder *b, const struct facts_host *host);
/* The office that the text names beside its facts goes to `*id`; it stays as it is without one. */
void json_read(struct binder *b, struct text *id);

/* Read `b->source`, which `file` names, as the rows of `table`, which is named at `at`. */
void csv_read(struct binder *b, const struct fact *table, struct span at,
              const struct named_file *file, struct csv_renames renames);

/* Read `b->source` as a record below that head. */
void csv_read_record(struct binder *b, const struct csv_head *head, struct text *id);

/* ` encoding cp874` as the fix of a file that needs the declaration. */
void encoding_undeclared(struct diags *d, const struct named_file *file, enum encoding e);

#endif
