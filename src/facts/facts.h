/* Facts bound to a model: for each fact that the rules declare, a value, its place and its
 * evidence.
 *
 * Floor: facts.  Readers (native.c, json.c, csv.c) push raw scalars with their places; bind.c gives
 * them meaning by the declared type.  So every format has the same rules, the same errors and the
 * same places. */
#ifndef KEN_FACTS_FACTS_H
#define KEN_FACTS_FACTS_H

#include "base/limits.h"
#include "check/model.h"

enum facts_format { FACTS_NATIVE, FACTS_JSON };

/* What stands behind a value. */
struct evidence {
    struct text says;    /* in words: "minutes of 3 April"; may be empty */
    struct text file;    /* the name of a file, as written; may be empty */
    struct span file_at; /* of that name; nowhere without one */
    bool has_date;
    struct date dated; /* of the document */
    bool supposed;     /* the value is tried, not stated: so is that there is evidence of it */
};

struct fact_entry {
    bool stated;        /* a line, key or --set says something about it (also n/a or empty) */
    struct value value; /* always set after facts_finish: a value, or absent with its cause */
    struct span at;     /* of the value; nowhere when nothing is stated */
    struct text shown;  /* as written: "3,866.43 million baht" */
    struct evidence evidence;
    struct text because; /* may be empty */
};

/* A printed figure that the office states, to be compared with the recomputation. */
struct claim {
    struct text target; /* path of a criterion: "1.1/use", "effectiveness", "total" */
    struct text aspect; /* measure, score, weight, weighted, status, grade, or the name of a let
                           of the criterion */
    struct text shown;  /* as written: "82.63%" */
    bool is_number;
    struct number value; /* in base units: 0.8263 */
    unsigned decimals;   /* digits behind the point, as written */
    struct number
        unit; /* what 1 is worth as written: 1/100 for percent, 1000000 for million baht */
    struct span at;
};

/* A fact that is tried with several values: what would be, if. */
struct question {
    const struct fact *fact;
    struct span at;                    /* of its path */
    LIST_OF(struct fact_entry) values; /* at least one; each as facts_finish leaves one */
};

/* Where a text names something, kept so that the text can be rewritten. */
enum mention_kind {
    MENTION_FACT,      /* states one, a table too */
    MENTION_GROUP,     /* opens a group of facts */
    MENTION_COLUMN,    /* the name of a column, of the table in `inside` */
    MENTION_CELL,      /* a value in that column */
    MENTION_CRITERIA,  /* `facts for` */
    MENTION_CRITERION, /* a claim about it, or its reason */
};
struct mention {
    enum mention_kind kind;
    struct text path; /* "capital.used"; of a column its name */
    struct span name; /* as written, quotes included */
    struct span all;  /* the statement, from its first word to its end */
    struct span
        value;     /* of a fact what stands behind its name, from a name in quotes on to the
                      names of its columns; of such a column the name in the file; may be nowhere */
    size_t inside; /* the group or table it stands in, as an index; else MENTION_OUTSIDE */
};
#define MENTION_OUTSIDE SIZE_MAX
struct mention_list {
    LIST_OF(struct mention) all; /* in the order written; what is in a block behind what opens it */
};

struct facts {
    const struct model *model;
    struct arena *arena;
    struct diags *diags;
    bool has_era;                                 /* one is said */
    enum era era;                                 /* of the dates of the last text */
    struct text criteria, office;                 /* as the facts say; may be empty */
    struct span criteria_at, office_at, as_of_at; /* nowhere where not said */
    bool has_as_of;
    struct date as_of;
    struct fact_entry *entry; /* by fact index */
    LIST_OF(struct claim) claims;
    struct map reasons; /* criterion path to index in reason_texts: `reason 1.1 "..."` */
    LIST_OF(struct text) reason_texts;
    LIST_OF(struct span) reason_at; /* of the texts, by the same index */
    LIST_OF(struct question *)
    questions; /* each of another fact; their values multiply to at most
                  FACTS_OUTCOMES */

    struct mention_list
        *mentions; /* NULL: nobody wants to know; set it before the texts are read */

    /* Private. */
    bool unbound;           /* only the form is read: no name is known, and that is no mistake */
    struct map groups;      /* "capital" when there is a fact "capital.used" */
    bool groups_known;      /* somebody has asked for one */
    struct map claim_index; /* target, line feed, aspect: to index in claims */
    struct arena *scratch;  /* for what is only needed while one value is read */
};

/* A file that a fact file names: `from "p.csv" encoding cp874`. */
struct named_file {
    struct text path;
    struct span at;
    enum encoding encoding;    /* as declared */
    struct text encoding_word; /* as it was written: "tis-620" */
    struct span encoding_at;   /* of the declaration; nowhere without one */
};

/* How readers get at tables named from a fact file.  The host finds the path relative to `from`,
 * and answers NULL after reporting why not to `d` (at the place of the name). */
struct facts_host {
    const struct source *(*open)(void *user, const struct source *from,
                                 const struct named_file *file, struct diags *d);
    void *user;
};

/* The text called `name` from its bytes: UTF-8, UTF-16 by its byte order mark, or as the fact file
 * that names it declares (NULL: nothing names it).  It is added to the sources of `d`; NULL after
 * an error. */
const struct source *facts_source(struct diags *d, struct text name, struct text bytes,
                                  const struct named_file *file);

/* Whether some document is behind a value. */
bool evidence_is_there(const struct evidence *e);

/* "minutes of 3 April, 2566-04-03, docs/minutes.pdf"; empty when there is none. */
struct text evidence_words(struct arena *a, const struct evidence *e, enum era era);

/* Whether `f` has a value, and nothing behind it. */
bool facts_unproven(const struct facts *facts, const struct fact *f);

/* An empty set of facts for `m`. */
struct facts *facts_new(struct arena *a, const struct model *m, struct diags *d);

/* Read one text into `f`.  A fact that is already stated is an error that shows both places. */
void facts_read(struct facts *f, const struct source *s, enum facts_format format,
                const struct facts_host *host);

/* Report what is wrong with the form of a native text, whatever the rules are: its characters,
 * texts in quotes, lines and blocks. */
void facts_read_form(struct arena *a, const struct source *s, struct diags *d);

/* State one fact as `path=value` (what --set says); it replaces what a file says. */
void facts_set(struct facts *f, const struct source *s);

/* Whether `path=value` gives several values: `1 .. 5`, `1 .. 9 by 2`, `S|M|L`. */
bool facts_asks(const struct facts *f, struct text assignment);

/* Ask what each of these values would give; the fact itself stays as it is stated. */
void facts_ask(struct facts *f, const struct source *s);

/* Facts in `a` with entries of their own, to be changed for another evaluation; all else is shared
 * with `f`. */
struct facts *facts_copy(struct arena *a, const struct facts *f);

/* The facts in `a`, but for value chosen[i] of questions[i].  They are finished when `f` is. */
struct facts *facts_with(struct arena *a, const struct facts *f, const size_t *chosen);

/* In facts that are finished: nothing is stated of `fact` any more. */
void facts_forget(struct facts *f, const struct fact *fact);

/* Everything is read: facts without a value become missing or none.  Call once, last. */
void facts_finish(struct facts *f);

#endif
