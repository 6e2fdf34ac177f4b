/* What the files that compare have in common: private to src/diff. */
#ifndef KEN_DIFF_COMPARING_H
#define KEN_DIFF_COMPARING_H

#include "diff/diff.h"

/* Two criteria side by side, or one and nothing. */
struct comparing {
    struct diff *d;
    struct arena *a;
    struct pair *pair;
    const struct criterion *k[SIDES];
};

/* A property on one side; empty words where it is not there. */
struct said {
    struct text words;
    struct span at;
};

/* Whether to note a property that is the same, or not, on both sides: all are where rules are told
 * and not compared. */
bool tells(const struct comparing *c, bool same);

/* Note a change of the pair; `what` may be empty. */
struct rule_change *change_add(struct comparing *c, enum diff_kind kind, struct text what,
                               struct said older, struct said newer);

/* The same, where the words differ. */
void change_of_words(struct comparing *c, enum diff_kind kind, struct text what, struct said older,
                     struct said newer);

/* An expression as a property: nothing for NULL. `before` stands before it. */
struct said said_expr(struct comparing *c, int side, const char *before, const struct expr *e);

/* Of each thing on one side the place in `with` of what it is on the other side; NONE for none. */
#define NONE ((size_t)-1)

/* A pairing of two lists, made by rules in the order of their trust: what a rule finds stays, and
 * none is given twice. */
struct pairing {
    size_t n[SIDES];
    size_t *with[SIDES];
};
struct pairing pairing_of(struct arena *a, size_t older, size_t newer);
void pairing_join(struct pairing *p, size_t older, size_t newer);

/* Join what has the same key and is alone with it among what is left on its side; an empty key is
 * none. */
void pairing_by_keys(struct pairing *p, struct arena *a, const struct text *older,
                     const struct text *newer);

/* The longest run of pairs that has kept its order: `stays[i]` of the older ones. */
void pairing_order(const struct pairing *p, struct arena *a, bool *stays);

/* compare_*.c */
void compare_head(struct comparing *c);      /* of the totals: period, calendar, titles */
void compare_facts(struct comparing *c);     /* of the totals */
void compare_criterion(struct comparing *c); /* whatever is no scorer */
void compare_remarks(struct comparing *c, struct text what, const struct remarks *older,
                     const struct remarks *newer, const struct span at[SIDES]);
void compare_scorer(struct comparing *c);
struct text compare_scorer_words(struct comparing *c, int side); /* how it is scored, in short */
void compare_expr(struct comparing *c, enum diff_kind kind, const char *what,
                  const struct expr *older, const struct expr *newer);
void compare_thresholds(struct comparing *c); /* levels and bands */
struct said said_thresholds(struct comparing *c, int side);
struct said said_bands(struct comparing *c, int side, const struct bands *bands, bool marks);
void compare_steps(struct comparing *c);
void compare_penalties(struct comparing *c);
void compare_adjust(struct comparing *c);
void compare_marks(struct comparing *c);
void compare_weights(struct comparing *c);

/* match.c: what it was called in the rules of the other side, as far as that is declared: of those
 * rules, or where `any` is set of no rules in particular. */
struct text diff_declared(const struct diff *d, int side, const struct formerlies *f, bool any);

/* match_facts.c */
void diff_match_facts(struct diff *d);

/* same.c: begin anew, after what is paired has changed. */
void diff_find_meanings(struct diff *d);

/* A number for what an expression means, alike on both sides; 0 for NULL. */
size_t diff_meaning(const struct diff *d, int side, const struct expr *e);

/* As diff_same, of days: a month is its last day. */
bool diff_same_day(const struct diff *d, const struct expr *older, const struct expr *newer);

/* The text of a key of cases: a word, yes or no. */
struct text diff_key(const struct case_key *key);

/* words.c: a number as rules have it, "0.25" or "25%"; a text as written, in Arabic digits. */
struct text words_number(struct arena *a, struct number n, bool percent);
struct text words_plain(struct arena *a, struct text written);

/* "day", "working day", "month". */
struct text words_day_unit(enum day_unit unit);

/* "half up"; "to 2 half up", "to multiple of 0.5 down". */
struct text words_mode(enum rounding_mode mode);
struct text words_rounding(struct arena *a, const struct rounding *r);

/* words_expr.c: an expression by what it means, lets and formulas written out. */
struct text words_meaning(struct arena *a, const struct model *m, const struct expr *e);

/* The keys of a row, sorted; "otherwise". */
struct text words_keys(struct arena *a, const struct case_row *r);

/* The row of cases: "when wards", "S, M", "otherwise". */
struct text words_case(struct comparing *c, int side, const struct cases *cases, size_t row);

/* Equal, or both open. */
bool numbers_same(struct arena *a, struct number x, struct number y);
bool thresholds_same(struct arena *a, const struct thresholds *x, const struct thresholds *y);

#endif
