/* What a record may say of a fact, and how that gets into its slot: what read_ndjson.c and
 * read_csv.c share.  Private to batch/.
 *
 * Floor: batch. */
#ifndef KEN_BATCH_FIELDS_H
#define KEN_BATCH_FIELDS_H

#include "batch/figures.h"
#include "batch/read.h"

/* From a number as it is written, in the unit of its column, to what its slot holds; by places
 * behind the point. */
struct scaling {
    struct number factor; /* from a whole number */
    int64_t grain;        /* the slot must be a multiple */
    struct scale {
        uint64_t most; /* digits that need but be multiplied */
        uint64_t times;
    } of[FIGURE_DIGITS + 1];
    int64_t by[FIGURE_DIGITS + 1]; /* what times is over; 0: neither a multiple nor a part */
};

enum field_kind {
    FIELD_NUMBER,
    FIELD_DAY,
    FIELD_MONTH,
    FIELD_TRUTH,
    FIELD_CHOICE,
    FIELD_TEXT,
    FIELD_NEVER,   /* a record that states it goes the long way; that it has no value may be said */
    FIELD_ID,      /* which office */
    FIELD_IGNORED, /* nobody's */
    FIELD_GROUP,   /* of JSON: more are inside */
};

/* One for each fact, and for each other thing that a record may say once. */
struct field {
    enum field_kind kind;
    uint64_t turn;     /* of the record that said it last */
    struct slot *slot; /* never NULL */
    int64_t least;
    uint64_t wide;    /* from there to the greatest value */
    struct map words; /* of FIELD_CHOICE: to index in the fact's words */
};

struct reader {
    struct arena *arena;
    const struct batch *batch;
    uint64_t turn;       /* the number of the record */
    struct slot *slot;   /* by fact index */
    struct field *field; /* likewise */
    LIST_OF(struct scaling *) scalings;
    struct days days;
    struct scope *top;      /* of JSON (names.h) */
    size_t learned;         /* names in all scopes */
    struct column *columns; /* of CSV */
};

/* How numbers of `f` in `unit` (NULL: in its own) are scaled; NULL where it is no number. */
const struct scaling *reader_scaling(struct reader *r, const struct fact *f,
                                     const struct unit *unit);

/* Something else than a fact. */
struct field *reader_other_field(struct reader *r, enum field_kind kind);

static inline void field_put(struct field *f, int64_t value)
{
    *f->slot = (struct slot){.given = true, .value = value};
}

/* The value of a number, where it is not just multiplied; -1 when there is none. */
int64_t scaling_part(const struct scaling *s, struct decimal d);

static inline bool field_number(struct field *f, const struct scaling *scaling, struct decimal d)
{
    const struct scale *s = &scaling->of[d.places];
    int64_t value = (int64_t)(d.digits * s->times);
    if (d.digits > s->most && (value = scaling_part(scaling, d)) < 0)
        return false;
    value = d.minus ? -value : value;
    field_put(f, value);
    return (uint64_t)value - (uint64_t)f->least <= f->wide;
}

/* What words of letters that may stand in facts say: a cell, or a text of JSON.  `scaling` is of
 * numbers. */
bool field_words(struct reader *r, struct field *f, const struct scaling *scaling,
                 struct text words);

/* Whether a text has only letters that may stand in facts. */
bool field_letters(struct text t);

#endif
