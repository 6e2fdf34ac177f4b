/* What the files of this floor share: private to check/.
 *
 * Checking goes in passes: declare (names of everything), fill (what each thing says), then
 * weights, order and lint over the finished model.  A pass only reads what earlier passes made. */
#ifndef KEN_CHECK_CHECKER_H
#define KEN_CHECK_CHECKER_H

#include "base/nearest.h"
#include "check/check.h"

/* A declaration that is filled in after all names are known. */
struct pending {
    const struct node *node;
    void *thing; /* the model's part that it fills */
    struct criterion *owner;
    enum era era; /* of the file it stands in */
    bool has_era;
};

/* A formula with parameters: its body is checked for each call, with the types of the values. */
struct define {
    const struct node *node;
    struct text name;
    struct span at;
    enum era era; /* of the file it stands in */
    bool has_era;
    bool used;
    bool faulty; /* its body has an error that was reported: more calls report no more */
    bool circular;
    size_t index;
    const struct expr *body; /* with parameters of no type */
};

/* A call whose body is being checked. */
struct call {
    struct define *define;
    const struct expr *call; /* with its args; none when only the body is looked at */
};

/* Rows with conditions, to be tried when all that they can be about is filled. */
struct pending_cases {
    const struct cases *cases;
    struct span at;
    struct span call; /* of a formula that they stand in, each with its own values; or nowhere */
};

/* A group of facts that was called otherwise. */
struct former_group {
    struct text path;
    const struct node *node; /* `formerly` */
};

struct checker {
    struct arena *a;
    struct diags *d;
    struct model *m;
    enum era era;             /* of the file that is being read */
    bool has_era, era_missed; /* a missing era is said once a file */
    bool is_root;             /* the file is the rule file itself, not one it uses */
    LIST_OF(struct pending) criteria, lets, penalties, facts;
    LIST_OF(const struct node *) tests;      /* of the rule file, or of the file of tests */
    LIST_OF(const struct node *) properties; /* the total's, from the root file */
    LIST_OF(struct calendar *) calendars;
    LIST_OF(struct pending) marks;       /* `status` and every `grade` */
    LIST_OF(struct banding *) bandings;  /* bands over measures, in the making */
    LIST_OF(struct pending_cases) cases; /* rows with conditions, to be tried */
    struct map fact_groups;              /* path to index in group_at */
    LIST_OF(struct span) group_at;
    struct text group_title;                    /* of the facts that are declared */
    LIST_OF(struct former_group) former_groups; /* of facts, around the one that is declared */
    LIST_OF(struct let *) filling;              /* lets being filled, each used by the one before */
    LIST_OF(struct span) unit_at;
    LIST_OF(bool) unit_used;
    bool calendar_used;                 /* working days are counted */
    LIST_OF(const struct tree *) files; /* the rule file first, then each behind one that uses it */
    bool has[NODE_KINDS];               /* nodes of that kind, in some file */
    struct span closes_at;
    LIST_OF(bool) spoilt; /* by criterion: something in it could not be read */
    LIST_OF(bool) made;   /* by criterion: by its own `score`, in which its children have names */
    bool facts_spoilt, units_spoilt, scale_spoilt;
    struct map let_by_name;     /* by scope and name, to index in model.lets */
    struct map penalty_by_name; /* by owner and name, to index in penalties */
    struct map bad_units;       /* reported once each */
    size_t *let_seen, let_turn; /* by let: the turn in which its words were looked for last */
    struct fact_reader *reads;  /* NULL until something asks for evidence */
    struct arena *scratch;      /* for what a trial needs and nobody after it */
    size_t tried;               /* by check_situations, in all cases together */
    unsigned depth;             /* of the expression being checked, lets included */
    bool deep_said;
    const struct rounding *round_height[4]; /* what the head rounds, by enum height, or NULL */
    struct let_known *lets_known;           /* by let: see ranges.h */
    struct interval **ranges_known; /* the same by cell, for formulas and the values they use */
    bool root_has_era;
    bool month_ends_missed, period_missed; /* said once */
    LIST_OF(struct define *) defines;
    struct map define_by_name;
    bool defines_spoilt;     /* a file has items that could not be read */
    const struct call *call; /* NULL outside of bodies */
    bool expressions_said;
};

/* --- literals.c --- */
struct text check_number_words(struct checker *c, struct number n); /* for messages */
struct text check_text(const struct node *string);                  /* empty for NULL */
bool check_number(struct checker *c, const struct node *n,
                  struct number *value); /* number, percent, negation of one */
bool check_points(struct checker *c, const struct node *n,
                  struct number *value); /* without unit or percent */
bool check_whole(struct checker *c, const struct node *n, unsigned most, unsigned *value);
bool check_date(struct checker *c, const struct node *n, struct date *first,
                struct date *last); /* a date, or the days of a month */
void report_backwards(struct checker *c, const struct node *range); /* its ends are the wrong way */
const struct unit *check_unit(struct checker *c, const struct node *unit);
struct text check_source(struct checker *c, struct span at); /* as written, white space folded */

/* --- expressions.c --- */
struct row_scope {
    const struct row_scope *outer;
    struct fact *table;
};
struct expr *check_expr(struct checker *c, const struct node *n, struct criterion *owner,
                        const struct row_scope *rows);
struct expr *check_expr_of(struct checker *c, const struct node *n, struct criterion *owner,
                           enum type_kind wanted);
struct expr *check_done(struct checker *c, const struct node *n, struct criterion *owner);
struct expr *check_condition(struct checker *c, const struct node *n, struct criterion *owner,
                             const struct row_scope *rows);
struct expr *expr_new(struct checker *c, enum expr_kind kind, struct span at, struct type type);

/* --- aggregates.c --- */
struct expr *check_aggregate(struct checker *c, const struct node *n, struct criterion *owner,
                             const struct row_scope *rows);
struct expr *check_all_in(struct checker *c, const struct node *n, struct criterion *owner,
                          const struct row_scope *rows);

/* --- defines.c --- */
void declare_define(struct checker *c, const struct node *n);
void check_defines(struct checker *c); /* before any call */
struct expr *check_call(struct checker *c, const struct node *n, struct criterion *owner,
                        const struct row_scope *rows);
struct expr *check_parameter(struct checker *c, const struct node *n, struct text name);
struct span parameter_at(struct checker *c, struct text name); /* nowhere when there is none */
void offer_formula(struct checker *c, struct diag *g, struct text name); /* if one is called so */

/* --- dates.c --- */
struct expr *check_days(struct checker *c, const struct node *n, struct criterion *owner,
                        const struct row_scope *rows);
struct expr *check_shifted(struct checker *c, const struct node *n, struct criterion *owner,
                           const struct row_scope *rows);
struct expr *check_date_part(struct checker *c, const struct node *n, struct criterion *owner,
                             const struct row_scope *rows);
void check_month_ends(struct checker *c, const struct expr *from);
bool date_is_certain(struct checker *c, const struct expr *e,
                     struct date *d); /* known without facts; of a month its last day */

/* --- parts.c --- */
/* A part of `owner`, or what stands in a group with a `score`: its name is its score there. */
struct criterion *check_part_seen(struct checker *c, const struct criterion *owner,
                                  struct text name);
struct expr *check_parts(struct checker *c, const struct node *n, struct criterion *owner);
bool mixes_scales(const struct criterion *k); /* its formula may take scores of any scale */

/* --- choices.c: `if` and `table` --- */
struct expr *check_choice(struct checker *c, const struct node *n, struct criterion *owner,
                          const struct row_scope *rows);
struct expr *check_table_of_cases(struct checker *c, const struct node *n, struct criterion *owner,
                                  const struct row_scope *rows);

struct words { /* what a text can be, each word once */
    struct checker *c;
    struct map index;
    LIST_OF(struct text) all;
    bool open; /* anything else, too */
};
struct words words_of(struct checker *c, const struct expr *e); /* cases.c: also of a yes/no */

/* --- cases.c: the heads of rows; then, when all rows are filled, that one always holds --- */
struct cases *fill_cases(struct checker *c, const struct node *by, const struct nodes *rows,
                         struct criterion *owner, const struct row_scope *scope);
void check_cases(struct checker *c, const struct cases *cases, struct span at);

/* --- situations.c: rows with conditions, when all that they can be about is filled --- */
void check_situations(struct checker *c);

struct text check_fact_path(struct checker *c, struct text prefix,
                            const struct node *path);    /* facts.c: names with points between */
struct text check_id(struct checker *c, struct text id); /* declare.c: with Thai digits folded */
struct text height_words(enum height h); /* declare.c: "group", "indicator", "part" */

/* --- lookup.c: paths and ids --- */
unsigned rows_around(struct checker *c, const struct row_scope *rows);
struct expr *check_path(struct checker *c, const struct node *n, struct criterion *owner,
                        const struct row_scope *rows);
struct fact *check_table(struct checker *c, const struct node *path);
struct criterion *check_criterion_named(struct checker *c, const struct node *id);
struct criterion *check_neighbour_named(struct checker *c, const struct node *id,
                                        const struct criterion *k);

/* --- arithmetic.c --- */
struct expr *arithmetic_expr(struct checker *c, struct expr *e);

/* --- comparisons.c --- */
void compare_types(struct checker *c, struct expr *e);
void check_word(struct checker *c, const struct expr *text, const struct expr *other);
bool check_word_among(struct checker *c, struct span at, struct text word, const struct expr *other,
                      const struct text *words, size_t n); /* what `other` can be */
struct expr *in_expr(struct checker *c, struct expr *e);
struct expr *range_expr(struct checker *c, const struct node *n, struct criterion *owner,
                        const struct row_scope *rows);

/* --- types.c --- */
struct type kind_of(enum type_kind kind);
bool types_match(struct type a, struct type b);
const struct expr *expr_meant(const struct expr *e); /* of a parameter, its value in this call */
const struct fact *expr_fact(const struct expr *e);  /* that it names, or the column; or NULL */
bool type_is(const struct expr *e, enum type_kind kind); /* an error type is every kind */
void label_origin(struct checker *c, struct diag *g, const struct expr *e);
/* What stands at `at` is no score of the criterion's scale. */
void report_off_scale(struct checker *c, struct span at, const struct criterion *k);

/* Where something like 14/02/2566 stands at `at`: say how dates are written, with a fix when there
 * is one reading. */
void dates_meant(struct checker *c, struct diag *g, struct span at);

struct diag *type_wanted(struct checker *c, const struct expr *e, const char *wanted);
void condition_wanted(struct checker *c, const struct expr *e);
bool units_agree(struct checker *c, const struct expr *left, const struct expr *right,
                 struct span at, const char *verb);

/* --- the passes, in order --- */
void declare_file(struct checker *c, const struct tree *t);                          /* declare.c */
void declare_facts(struct checker *c, const struct node *facts, struct text prefix); /* facts.c */
void fill_facts(struct checker *c);                                                  /* facts.c */
void fill_record_names(struct checker *c); /* record_names.c */
bool check_era_word(struct checker *c, const struct node *n,
                    enum era *era); /* declare.c: false after an error */
struct let *let_named(struct checker *c, const struct criterion *owner,
                      struct text name); /* lets.c; NULL owner: the head */
void remember_let(struct checker *c, const struct let *l);
struct type fill_let(struct checker *c, struct let *l, struct span used); /* lets.c: at first use */
void fill_lets(struct checker *c);                                        /* lets.c: the others */
void fill_criteria(struct checker *c);                                    /* criteria.c */
void fill_scorer(struct checker *c, struct criterion *k, const struct nodes *items); /* scorers.c */
void fill_penalties(struct checker *c);                                        /* penalties.c */
void fill_bands(struct checker *c, struct criterion *k, const struct node *n); /* bands.c */
bool check_level_unit(struct checker *c, const struct criterion *k,
                      const struct node *value); /* scorers.c */
void settle_bands(struct checker *c);            /* bands.c */
void fill_marks(struct checker *c);              /* marks.c */
bool check_countable(struct checker *c, enum day_unit unit,
                     struct span at); /* calendars.c: working days need a calendar */
void report_not_covered(struct checker *c, struct span at, struct date d,
                        const char *needed);                              /* calendars.c */
struct calendar *check_calendar(struct checker *c, const struct node *n); /* calendars.c */
void fill_weights(struct checker *c, struct criterion *k,
                  const struct nodes *items);                         /* weights_by_case.c */
void check_weight_rows(struct checker *c, const struct criterion *k); /* weights_by_case.c */
void check_weights(struct checker *c);                                /* weights.c */
void check_unread(struct checker *c);                                 /* unread.c */
void check_order(struct checker *c);                                  /* order.c */
void check_tests(struct checker *c);                                  /* tests.c */
void check_lint(struct checker *c);                                   /* lint.c */

void fill_adjust(struct checker *c, struct criterion *k, const struct nodes *items); /* adjust.c */
struct expr *check_pure(struct checker *c, const struct node *n,
                        struct criterion *owner); /* scorers.c: a number without a unit */

/* --- called by check_lint, over a model without errors --- */
/* conditions.c: one answer only, division by nothing; in what criteria say, and in lets and
 * formulas. */
void check_conditions(struct checker *c, const struct criterion *k);
void check_named_conditions(struct checker *c);
void check_reach(struct checker *c,
                 const struct criterion *k); /* reach.c: levels and bands where nobody can be */
void check_amounts(struct checker *c, const struct criterion *k); /* penalties.c */
/* optional.c: scores that hang on a blank. */
struct blank_search *blank_search_in(struct checker *c);
void check_optional(struct blank_search *s, const struct criterion *k);
void check_use(struct checker *c);      /* unused.c */
void check_holidays(struct checker *c); /* calendars.c: years without any */
bool check_contradiction(struct checker *c,
                         const struct expr *logic); /* contradictions.c: true when it was said */

/* --- levels.c, steps.c: called by fill_scorer --- */
void fill_levels(struct checker *c, struct criterion *k, const struct node *n);
void fill_steps(struct checker *c, struct criterion *k, const struct node *n);

/* --- policies.c --- */
void fill_applies(struct checker *c, struct criterion *k, const struct nodes *items);
void check_inherited_missing(struct checker *c, const struct criterion *k);

/* --- remarks.c, criteria.c --- */
void fill_round(struct checker *c, struct criterion *k, const struct node *n);
void fill_show(struct checker *c, struct criterion *k, const struct node *n, struct span first[3]);
void check_remark(struct checker *c, struct remarks *r,
                  const struct node *n); /* cite, note or title; others are ignored */
void check_formerly(struct checker *c, struct formerlies *all, const struct node *n,
                    struct text rest); /* `rest` stands behind what it says */
struct rounding check_rounding(struct checker *c, const struct node *n);
bool check_deadline(struct checker *c, struct expr *e,
                    const char *what); /* a date; warns outside the period */

/* The property of that kind among `items`; the second one is reported.  NULL when there is none. */
const struct node *check_once(struct checker *c, const struct nodes *items, enum node_kind kind,
                              struct text called);

/* Note which kinds of nodes this tree has: what has been noted nowhere is not looked for. */
void check_note_kinds(struct checker *c, const struct tree *t);

/* Whether something among `items` could not be read: then nothing is said of what seems to be
 * missing. */
bool check_has_broken(const struct nodes *items);

#endif
