/* A certificate while it is checked: private to src/verify. */
#ifndef KEN_VERIFY_CHECKING_H
#define KEN_VERIFY_CHECKING_H

#include <gmp.h>

#include "base/buffer.h"
#include "base/map.h"
#include "verify/verify.h"

/* --- reader.c: the canonical form, byte by byte ---------------------------------------------- */

struct reader {
    struct arena *a;
    const struct source *source;
    struct diags *d;
    struct text t; /* up to the last line */
    size_t at;
    bool failed; /* told already */
};

/* Exactly these bytes; else a problem. */
bool read_exact(struct reader *r, const char *bytes);

/* Whether they stand here; then they are read. */
bool read_if(struct reader *r, const char *bytes);

/* What stands between quotes, escapes and all: equal texts are equal bytes. */
bool read_quoted(struct reader *r, struct text *raw);
bool read_whole(struct reader *r, size_t *n);
bool read_fails(struct reader *r, const char *wanted);

/* Without escapes. */
struct text read_plain(struct arena *a, struct text raw);

/* --- items.c: what a step says --------------------------------------------------------------- */

enum item_kind {
    ITEM_ABSENT,
    ITEM_NUMBER,
    ITEM_TRUTH,
    ITEM_DATE,
    ITEM_MONTH,
    ITEM_TEXT,
    ITEM_SET,
    ITEM_RANGE, /* of a total alone */
};

/* Weakest first. */
enum absent_kind { ABSENT_LEFT_OUT, ABSENT_NONE, ABSENT_UNDEFINED, ABSENT_MISSING, ABSENT_NA };

struct item {
    enum item_kind kind;
    int32_t n;         /* of an absence its kind, of a yes 1, of a date or month its number */
    struct text words; /* of a number "p/q", of a text, set or range as written */
};

bool read_item(struct reader *r, struct item *out);
bool item_same(const struct item *x, const struct item *y);

/* As it is written in a certificate, for messages. */
struct text item_words(struct arena *a, const struct item *i);

struct item item_truth(bool yes);
struct item item_absent(enum absent_kind kind);

/* From one number to the other; NULL where it is open. */
struct item item_range(struct arena *a, const struct item *low, const struct item *high);

/* The next element of a set, from `*at` (0 at first); false behind the last. */
bool item_element(const struct item *set, size_t *at, struct text *element);

/* --- days.c: the calendar as everybody knows it ---------------------------------------------- */

enum { DAY_LAST = 3652059 /* 9999-12-31; 1 is 0001-01-01 */ };

bool day_read(struct text t, int32_t *day);
bool month_read(struct text t, int32_t *month); /* 12 x year + month - 1 */
void day_print(struct buffer *b, int32_t day);
void month_print_iso(struct buffer *b, int32_t month);
int weekday_of(int32_t day); /* 0 is monday */
int32_t month_of(int32_t day);
int32_t month_start(int32_t month);
int32_t month_end(int32_t month);

/* The same day so many months later; false when there is none. */
bool months_on(int32_t day, int64_t months, bool carried, int32_t *out);

/* Months begun between two days, each counted whole. */
int32_t months_between(int32_t after, int32_t until, bool carried);

struct workdays {
    bool there;
    int32_t first, last; /* covered, both included */
    int32_t *before;     /* working days from `first` up to each day, that day included */
};
bool workdays_between(const struct workdays *w, int32_t after, int32_t until, int32_t *n);
bool workdays_on(const struct workdays *w, int32_t from, int64_t n, int32_t *out);

/* --- steps.c, numbers.c, conditions.c, choices.c, dates.c: what follows
 * ---------------------------- */

/* One line. */
struct line {
    size_t number;
    struct text operation, how, name;
    size_t *of, operands, room;
    struct item is;
    struct span at, is_at;
    struct quotation place; /* without words: nothing is quoted */
};

struct checker {
    struct reader reader;
    struct arena *a;
    struct arena *scratch; /* emptied after each line */
    struct item *item;     /* by step, from 1 */
    size_t items, room;
    struct line line;
    struct map facts; /* by name */
    struct workdays workdays;
    bool carried; /* a day that its month has not is the first of the next */
    mpq_t x, y, z;
    mpz_t whole;
    struct verification *out;
    bool ended; /* by `total` */
};

/* Read and check every step; false after a problem. */
bool check_steps(struct checker *c);

/* The operands of the line. */
const struct item *operand(const struct checker *c, size_t i);

/* What an operation gives for the operands of the line; false when it cannot be done with them, and
 * then `*why` says why. */
typedef bool operation(struct checker *c, struct item *result, const char **why);
#define OPERATION(name, function, least, most) operation function;
#include "verify/operations.def"
#undef OPERATION

/* numbers.c */
bool any_absent(const struct checker *c, struct item *result); /* the strongest absence */
struct item item_count(struct checker *c, size_t n);
bool item_whole(struct checker *c, const struct item *i, int64_t *n);

/* -1, 0, 1 of two numbers, dates or months. */
bool items_order(struct checker *c, const struct item *x, const struct item *y, int *order);

#endif
