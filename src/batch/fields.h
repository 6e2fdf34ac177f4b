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

/* What values a field has.  Of facts that are declared alike it is one, so that of ten thousand of
 * them few are looked at. */
struct field {
    enum field_kind kind;
    bool office;   /* of FIELD_ID: `id` counts before it */
    int64_t least; /* of FIELD_NUMBER */
    uint64_t wide; /* from there to the greatest value */
    const struct scaling *scaling;
    struct map words;     /* of FIELD_CHOICE: to index in the fact's words */
    struct scope *inside; /* of FIELD_GROUP */
};

struct reader {
    struct arena *arena;
    const struct batch *batch;
    struct slot *slot; /* by fact index; one more for what is no fact */
    LIST_OF(struct scaling *) scalings;
    LIST_OF(struct field *) fields;
    struct days days;
    struct names *names;    /* of JSON */
    struct column *columns; /* of CSV */
};

/* The field of `f` whose numbers are in `unit`; NULL: in its own. */
const struct field *reader_field(struct reader *r, const struct fact *f, const struct unit *unit);

/* Something else than a fact. */
struct field *reader_other_field(struct reader *r, enum field_kind kind);

static inline void slot_put(struct slot *s, int64_t value)
{
    *s = (struct slot){.given = true, .value = value};
}

/* The value of a number, where it is not just multiplied; -1 when there is none. */
int64_t scaling_part(const struct scaling *s, struct decimal d);

static inline bool field_number(const struct field *f, struct slot *slot, struct decimal d)
{
    const struct scale *s = &f->scaling->of[d.places];
    int64_t value = (int64_t)(d.digits * s->times);
    if (d.digits > s->most && (value = scaling_part(f->scaling, d)) < 0)
        return false;
    value = d.minus ? -value : value;
    slot_put(slot, value);
    return (uint64_t)value - (uint64_t)f->least <= f->wide;
}

/* What words of letters that may stand in facts say: a cell, or a text of JSON. */
bool field_words(const struct reader *r, const struct field *f, struct slot *slot,
                 struct text words);

/* Whether a text has only letters that may stand in facts. */
bool field_letters(struct text t);

#endif
