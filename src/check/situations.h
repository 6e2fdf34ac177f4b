/* Conditions taken apart, and at which values they have to be tried: private to check/.
 *
 * subjects.c knows the values, conditions.c makes the forms, situations.c tries them. */
#ifndef KEN_CHECK_SITUATIONS_H
#define KEN_CHECK_SITUATIONS_H

#include "check/checker.h"

enum { SUBJECTS = 17 /* more give more combinations than are tried */ };

enum subject_kind {
    SUBJECT_TRUTH,  /* yes or no */
    SUBJECT_TEXT,   /* one of some words, or another */
    SUBJECT_NUMBER, /* also a date (its day) or a month, as a number */
    SUBJECT_PAIR    /* two values against each other: less, equal, more */
};

struct subject {
    enum subject_kind kind;
    const struct expr *e, *other; /* `other` of a pair */
    LIST_OF(struct number)
    values;                     /* of a number: what it is compared with, rising; then its tries */
    LIST_OF(struct text) words; /* of a text */
    bool open;                  /* a text may be another one, too */
    bool percent;               /* compared with percent */
    size_t tries, now;          /* how many values are tried; the one that is being tried */
};

/* A value that the subject is compared with; its number among them for a text.  False when they
 * are too many. */
bool subject_value(struct checker *c, struct subject *s, struct number value);
bool subject_word(struct checker *c, struct subject *s, struct text word, size_t *index);

/* All values are known: find where to try. */
void subject_tries(struct checker *c, struct subject *s);

/* What is being tried: `size = "M"`. */
struct text subject_words(struct checker *c, const struct subject *s);

/* Whether two expressions always have the same value, as far as their form says. */
bool expr_same(struct arena *a, const struct expr *x, const struct expr *y);

enum form_kind { FORM_YES, FORM_NO, FORM_ATOM, FORM_NOT, FORM_AND, FORM_OR };

/* A condition in terms of atoms. */
struct form {
    enum form_kind kind;
    size_t atom;
    LIST_OF(struct form *) of;
};

/* A subject against one value or between two. */
struct atom {
    size_t subject;
    enum op op;              /* of the subject with `low`; OP_IN: from low to high */
    struct number low, high; /* of a truth 1 or 0, of a word its index */
    bool *holds;             /* by try of its subject */
};

struct conditions {
    struct checker *c;
    LIST_OF(struct subject) subjects;
    LIST_OF(struct atom) atoms;
    size_t forms;
    bool too_many; /* subjects, or values of one: nothing is tried */
};

/* The form of a condition, whose subjects and atoms are added; NULL when there are too many. */
struct form *condition_form(struct conditions *t, const struct expr *e);

#endif
