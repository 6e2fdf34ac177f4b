/* Between the JSON parser (json.c: tokens and their places) and what they state (json_facts.c,
 * json_objects.c): private to them. */
#ifndef KEN_FACTS_JSON_H
#define KEN_FACTS_JSON_H

#include "facts/bind.h"

enum json_kind {
    JSON_GROUP, /* an object whose keys are facts or groups; also the whole text */
    JSON_FACT,  /* { "value": ..., "evidence": ..., "file": ..., "dated": ..., "na": ... } */
    JSON_TABLE, /* an array of rows */
    JSON_ROW,
    JSON_LIST, /* the words of a set */
    JSON_KEN,  /* the reserved key */
    JSON_CLAIMS,
    JSON_CLAIM,
    JSON_REASONS,
    JSON_SKIPPED, /* reported already, or another pass's business */
};

/* An object or array that is open. */
struct json_frame {
    enum json_kind kind;
    struct span at;          /* of its opening sign */
    struct text path;        /* of a group */
    const struct fact *fact; /* of a fact, table or list */
    const struct unit *unit; /* of numbers of that fact that have none; NULL: its own */
    struct text key;         /* the last one */
    struct span key_at;
    struct map keys; /* to index in keys_at */
    LIST_OF(struct span) keys_at;
    LIST_OF(struct raw) items; /* of a list */
    bool broken;               /* a list with something that is no text */
    struct raw value, as_of;
    struct aside aside;
    bool is_na, is_table; /* of a fact: what was said of it */
    struct span na_at;
    struct raw_claim claim;
    size_t mention; /* of a group, fact or table: which one, from 1; 0: nobody wants to know */
};

/* Two passes: the first reads only the key "ken", wherever it stands, because it says the era of
 * all dates. */
struct json {
    struct binder *binder;
    struct facts *facts;
    struct text *id; /* what the text says which office it is of */
    bool heads;      /* this is the first pass */
    bool over;       /* nothing more is wanted */
    LIST_OF(struct json_frame) open;
    struct table_reader table;
    struct table_cell *row;
};

void json_at_key(struct json *j, struct text key, struct span at);
void json_scalar(struct json *j, struct raw raw);
void json_open(struct json *j, bool is_array, struct span at);
void json_close(struct json *j, struct span at);

/* The innermost open object or array, or NULL; and another one in it. */
struct json_frame *json_top(struct json *j);
void json_push(struct json *j, struct json_frame frame);

/* Tables (json_rows.c): the array, an object in it, its keys and values, its end. */
void json_table_open(struct json *j, const struct fact *f, struct span key_at, struct span at,
                     size_t mention);
void json_row_open(struct json *j, struct span at);
void json_row_key(struct json *j, struct json_frame *f);
void json_row_value(struct json *j, const struct json_frame *f, const struct fact *column,
                    struct raw raw);
void json_row_done(struct json *j, const struct json_frame *f);

/* Objects with fixed keys (json_objects.c): a value behind a key, and the end. */
void json_fact_scalar(struct json *j, struct json_frame *f, struct raw raw);
void json_fact_done(struct json *j, const struct json_frame *f);
void json_ken_scalar(struct json *j, struct json_frame *f, struct raw raw);
void json_claim_scalar(struct json *j, struct json_frame *f, struct raw raw);
void json_claim_done(struct json *j, struct json_frame *f, struct span end);

/* --- where things are named (json_mentions.c) --- */

size_t json_mentions(const struct json *j);

/* A mention in `f`, from its key to what stands at `value`; its number from 1, 0 when nobody wants
 * to know. */
size_t json_mention(struct json *j, const struct json_frame *f, enum mention_kind kind,
                    struct text path, struct span key, struct span value);

/* What the closed object or array mentions ends here. */
void json_mention_done(struct json *j, const struct json_frame *closed, struct span at);

/* The one made since there were `before`, if any, goes from `at` to `end`. */
void json_mention_ends(struct json *j, size_t before, struct span at, struct span end);

/* The place of a value, with the quotes of a text. */
struct span json_whole_value(struct raw raw);

/* `what` ought to be something else. */
void json_wrong_shape(struct json *j, struct text what, struct span at, struct text is,
                      const char *found);

#endif
