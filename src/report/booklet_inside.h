/* Between the rooms of the booklet: private to booklet*.c.
 *
 * All words that are not of the rules come from wording.def, in the language of the booklet. */
#ifndef KEN_REPORT_BOOKLET_INSIDE_H
#define KEN_REPORT_BOOKLET_INSIDE_H

#include "explain/figures.h"
#include "report/booklet.h"
#include "report/fact_list.h"

/* What comes again wherever it is used (language.md, "Limits"). */
enum {
    BOOKLET_NAME_BYTES = 1200, /* of a name; in its own place it stands in full */
    BOOKLET_WORDS = 12,        /* of a choice; in the appendix all */
};

struct booklet {
    struct document *d;
    struct arena *a;
    const struct model *m;
    bool thai;
    const struct number *share;    /* of each criterion in the total; over: none, or by case */
    const struct number *points;   /* of all that stands in each criterion, added up */
    const struct fact_list *facts; /* and who reads each */
    struct criterion_facts *reads; /* of each criterion, by index */
    const struct diff *diff;       /* from what the rules amend; NULL: they amend nothing */
};

/* The facts that a criterion reads, itself or in its penalties and bonuses: lines of `facts`. */
struct criterion_facts {
    LIST_OF(const struct fact_line *) lines;
};

/* --- booklet_words.c: words, names, figures --------------------------------------------------- */

enum wording {
#define WORDING(id, english, thai) WORDING_##id,
#include "report/wording.def"
#undef WORDING
    WORDINGS
};

/* Its words, with a {} for each thing that is said. */
const char *wording_of(const struct booklet *b, enum wording which);
#define TELL(b, id, ...) SAY((b)->a, wording_of((b), WORDING_##id), __VA_ARGS__)
#define TOLD(b, id) text_of(wording_of((b), WORDING_##id))

/* `many` unless n is 1. */
enum wording wording_counted(struct number n, struct arena *a, enum wording one, enum wording many);

/* A name or title as it is repeated: folded, and of a very long one the beginning. */
struct text booklet_called(const struct booklet *b, struct text name);

/* "1.1 Title"; where the id is a word the title alone, or the id; of the whole "the total". */
bool booklet_has_number(const struct criterion *k);
struct text booklet_name(const struct booklet *b, const struct criterion *k);

/* Where the section of a criterion can be found. */
struct text booklet_anchor(const struct booklet *b, const struct criterion *k);

struct text booklet_day(const struct booklet *b, struct date d);
struct text booklet_month(const struct booklet *b, struct month m);
struct text booklet_cite(const struct booklet *b, const struct cite *c);
struct text booklet_unit(const struct booklet *b, const struct unit *u);
struct text booklet_day_unit(const struct booklet *b, enum day_unit unit);
struct text booklet_rounding(const struct booklet *b, const struct rounding *r);

/* A number as it is written in the rules, "20 million baht", with its unit in words. */
struct text booklet_written(const struct booklet *b, struct text shown);

/* A score, a weight, a count: as short as it is exact. */
struct text booklet_number(const struct booklet *b, struct number n);

/* What a measure must reach, "47%", "20 ล้านบาท", from its exact value. */
struct text booklet_measure(const struct booklet *b, const struct criterion *k, struct number n);

/* A row of cases: "“S”, “M”", a condition, "otherwise". */
struct text booklet_case(const struct booklet *b, const struct cases *cases, size_t row);

/* What becomes of a criterion by this policy. */
struct text booklet_policy(const struct booklet *b, const struct policy *p);

/* A fact by its title and that of its group, in quotes. */
struct text booklet_fact(const struct booklet *b, const struct fact *f);

/* The ends of a band: "from 60 % to less than 70 %". */
struct text booklet_band(const struct booklet *b, const struct band *band,
                         struct text (*says)(const struct booklet *b, const struct criterion *k,
                                             struct number n),
                         const struct criterion *k);

/* --- booklet_expr.c, booklet_math.c: expressions ---------------------------------------------- */

struct text booklet_expr(const struct booklet *b, const struct expr *e);

/* The same as what must hold. */
struct text booklet_condition(const struct booklet *b, const struct expr *e);

/* The same as an operand of something else, which needs parentheses around what is loose. */
struct text booklet_operand(const struct booklet *b, const struct expr *e, enum strength least);

/* The sentence, the formula `called = ...`, and what the letters in it mean. */
void booklet_formula(const struct booklet *b, struct text called, const struct expr *e,
                     bool percent);

/* --- the sections ----------------------------------------------------------------------------- */

void booklet_total(const struct booklet *b);                                /* booklet_total.c */
void booklet_criterion(const struct booklet *b, const struct criterion *k); /* ..._criterion.c */
void booklet_scorer(const struct booklet *b, const struct criterion *k);    /* ..._scorer.c */
void booklet_steps(const struct booklet *b, const struct criterion *k);     /* ..._steps.c */
void booklet_changing(const struct booklet *b, const struct criterion *k);  /* ..._changing.c */
void booklet_chart(const struct booklet *b, const struct criterion *k, size_t row); /* _chart.c */
void booklet_marks(const struct booklet *b, const struct criterion *k); /* booklet_total.c */
void booklet_facts(const struct booklet *b);                            /* booklet_facts.c */
void booklet_facts_of(const struct booklet *b, const struct criterion *k);
void booklet_remarks(const struct booklet *b, const struct remarks *r); /* booklet_remarks.c */
void booklet_terms(const struct booklet *b);
void booklet_appendices(const struct booklet *b); /* ..._appendix.c */

/* Whether the head has calculations, which get an appendix. */
bool booklet_shares_lets(const struct booklet *b);

/* A line of a table of two columns: what is said, and its words; nothing where there are none. */
void booklet_line(const struct booklet *b, struct block *table, struct text label,
                  struct text words);
struct block *booklet_sheet(const struct booklet *b); /* such a table */

/* A label above a table or list. */
void booklet_label(const struct booklet *b, struct text label);

/* A list of one line. */
void booklet_item(const struct booklet *b, struct block *outline, unsigned depth,
                  struct text words);

#endif
