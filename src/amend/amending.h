/* Between the files of this floor. */
#ifndef KEN_AMEND_AMENDING_H
#define KEN_AMEND_AMENDING_H

#include "amend/amend.h"
#include "base/map.h"

/* --- text: what the new one is made of ------------------------------------------------------ */

/* A stretch of new text. */
struct piece {
    struct text text;
    struct span from;
    bool verbatim;    /* it stands there letter for letter */
    bool base;        /* not yet text: a stretch of the base with what is changed in it, and `text`
                         the indentation of its lines */
    struct span by;   /* the change that put it there; nowhere: none */
    struct text cite; /* the document behind that; may be empty */
};
struct pieces {
    LIST_FIELDS(struct piece);
};

/* Bytes `lo` to `hi` of the base, as addresses, become these pieces. */
struct edit {
    uint32_t lo, hi;
    struct pieces pieces;
    size_t order;    /* among those at one place */
    uint32_t beside; /* of what is taken away: what is put here stays */
    bool impossible; /* a date for which there is no new one: an error where it is not replaced */
};

/* --- things: what can be amended -------------------------------------------------------------- */

/* Something in the base that has a name, or stands once. */
struct thing {
    const struct node *node; /* NULL: the file */
    struct thing *owner;     /* what it stands in; NULL: nothing */
    struct text slot;        /* what it is in there: "levels", "step 3", "indicator 3.1" */
    struct text path;        /* no other thing has it */
    const struct nodes *items;
    const struct node **near;       /* private to properties.c: what new lines go behind */
    uint32_t body;                  /* address behind its `{` */
    struct span changed, removed;   /* by these; nowhere: not at all */
    const struct node *cited;       /* under which it was changed last, from outside */
    const struct thing *moved_into; /* what it stands in from now on; NULL: as before */
    const struct node *renumbered;  /* by this; NULL: not at all */
    size_t name; /* of a fact: which of the names of its declaration; of a step: how many stand
                    before it */
    struct thing **twins; /* of the first fact of a declaration: those of all its names */
    const struct node *redeclared, *redeclared_by, *redeclared_cited; /* of a fact */
    const struct node *renamed;                                       /* by this */
    LIST_OF(size_t) added; /* of a checklist: the additions to it */
    bool settled;          /* of a checklist: it is among those that get other numbers */
};

/* Where something new goes. */
struct spot {
    uint32_t at;
    struct text before, behind; /* goes in front of what is put there, and behind it */
    struct text indent;         /* of its further lines */
};

/* A criterion or step that is added or moved. */
struct addition {
    const struct node *node; /* `addition` or `move` */
    struct thing *owner;     /* what it is said in */
    const struct node *cited;
    struct thing *moved;            /* NULL: it is new */
    struct spot spot;               /* of one beside something old, or in it */
    LIST_OF(size_t) before, behind; /* the additions that stand beside it */
    struct thing *into;             /* what it then stands in */
    bool placed, written;
};

struct amending {
    struct arena *a;
    struct diags *d;
    const struct rule_text *base, *amendment;
    struct thing *file;
    LIST_OF(struct thing *) things;
    struct map by_path; /* of things */
    struct map said;    /* what is changed, to `said_at` */
    LIST_OF(struct span) said_at;
    LIST_OF(struct edit) edits;
    LIST_OF(struct addition) additions;
    struct map added;                         /* ids of new criteria, to `additions` */
    LIST_OF(const struct node *) new_numbers; /* every `renumber`, before anything is looked up */
    LIST_OF(const struct node *) renumbers;
    LIST_OF(struct thing *) renumbers_in; /* what each of them is said in */
    LIST_OF(const struct node *) renames;
    LIST_OF(struct thing *) checklists; /* with steps added or removed */
    const struct node *shift;           /* NULL: dates stay */
    const struct node *now;             /* the change that is looked at */
    const struct node *block;           /* the `cite` of the block that it stands in; NULL: none */
    const struct node *cited;           /* the `cite` that it stands under; NULL: none */
};

/* pieces.c */
void pieces_add(struct amending *c, struct pieces *p, struct span verbatim);
void pieces_make(struct amending *c, struct pieces *p, struct text text, struct span from);
/* A stretch of the amendment with the indentation of its new place. */
void pieces_add_indented(struct amending *c, struct pieces *p, struct span verbatim,
                         struct text indent);
/* A stretch of the base, with what is changed in it. */
void pieces_add_base(struct amending *c, struct pieces *p, struct span stretch, struct text indent);
/* Those from `from` on are there by the change that is looked at. */
void pieces_mark(struct amending *c, struct pieces *p, size_t from);
/* Pieces that nobody has marked are marked. */
size_t edit_add(struct amending *c, uint32_t lo, uint32_t hi, struct pieces pieces);
/* A stretch of the base becomes this. */
size_t replace_by(struct amending *c, struct span old, struct text new);
void edits_apply(struct amending *c, struct amended *result);

/* layout.c: lines of the base. */
struct text indent_of(const struct amending *c, const struct source *s,
                      uint32_t address); /* of the line it lies in */
/* What is taken away with it; `*beside`: where something else may be put before it. */
struct span removal_of(const struct amending *c, struct span at, uint32_t *beside);
struct span lines_of(const struct amending *c,
                     struct span at); /* with the comments that go with it */
struct spot spot_after(const struct amending *c, const struct thing *owner, struct span at,
                       bool block);
struct spot spot_before(const struct amending *c, const struct thing *owner, struct span at,
                        bool block);
struct spot spot_inside(const struct amending *c, const struct thing *owner);
size_t put_at(struct amending *c, struct spot spot, struct span verbatim);
const struct token *token_before(const struct rule_text *d, uint32_t address);
const struct token *token_from(const struct rule_text *d, uint32_t address);

/* things.c */
void things_find(struct amending *c);
struct text slot_of(struct arena *a, const struct node *n); /* empty: many may stand there */
struct text removal_slot(struct arena *a, const struct node *removal);
struct text path_words(struct arena *a, const struct node *path);
struct text height_name(int height);
struct thing *thing_at(const struct amending *c, const struct thing *owner, struct text slot);
/* The same, after reporting that there is none. */
struct thing *thing_wanted(struct amending *c, const struct thing *owner, struct text slot,
                           struct span at);
/* What something says that has a new name now. */
struct text formerly_words(struct amending *c, struct text was);
/* That it already says so of the criteria that are amended: as where a circular of the same year
 * renumbers again. */
const struct node *formerly_among(const struct amending *c, const struct nodes *items);
bool thing_is_criterion(const struct thing *t);
struct thing *criterion_wanted(struct amending *c, struct thing *owner, int height,
                               const struct node *id);
struct thing *criterion_called(const struct amending *c, const struct thing *owner, struct text id);

/* Where the amendment says what becomes of it; NULL: nowhere. */
const struct span *said_of(const struct amending *c, const struct thing *t);

/* Whether this is the first change of it; else it is reported. */
bool say_once(struct amending *c, const struct thing *owner, struct text slot, struct span at);

/* apply.c */
void amend_items(struct amending *c, struct thing *owner, const struct nodes *items);
void amend_item(struct amending *c, struct thing *owner, const struct node *n);

/* The citation among `items` is that of their changes; what it was before. */
const struct node *cite_from_here(struct amending *c, const struct nodes *items);

/* properties.c: what stands once, notes and citations. */
void amend_property(struct amending *c, struct thing *owner, const struct node *n);
/* The last thing in it; of a file the last criterion. NULL: there is none. */
const struct node *last_in(struct amending *c, struct thing *owner);
/* The document of the block around a change is a reason of what is changed, too. */
void cite_block(struct amending *c, const struct thing *owner, struct thing *t);
void add_line(struct amending *c, struct thing *owner, const struct node *n);
/* Warn where what is said again is what it was; `more`: not all of it is compared. */
void warn_of_nothing(struct amending *c, const struct node *old, const struct node *new,
                     struct text slot, bool more);
/* The title of something whose name ends at `behind`; NULL: it stays. */
void amend_title(struct amending *c, struct thing *t, const struct node *old,
                 const struct node *title, uint32_t behind);
void replace(struct amending *c, struct span old, struct span new);
void settle_targets(struct amending *c);
void amend_targets(struct amending *c, struct thing *owner, const struct node *n);
void remove_line(struct amending *c, struct thing *owner, const struct node *removal);
void remove_span(struct amending *c, struct span at);

/* named.c: penalties, lets, formulas, facts, units, calendars. */
void change_named(struct amending *c, struct thing *owner, const struct node *n);
void add_named(struct amending *c, struct thing *owner, const struct node *n);

/* facts.c */
/* Whether none of these is in the base; else it is reported. */
bool facts_are_new(struct amending *c, const struct nodes *declarations);
void change_facts(struct amending *c, const struct nodes *declarations, struct text prefix);
void remove_fact(struct amending *c, const struct node *removal);
void settle_facts(struct amending *c);

/* steps.c */
void change_step(struct amending *c, struct thing *owner, const struct node *n);
void settle_steps(struct amending *c);

/* criteria.c: what is added, moved, removed and renumbered. */
void change_criterion(struct amending *c, struct thing *owner, const struct node *n);
void remove_criterion(struct amending *c, struct thing *owner, const struct node *n);
void settle_criteria(struct amending *c);
/* What is amended cannot be gone. */
void check_removed(struct amending *c);

/* references.c: names in the text of the base. */
void follow_names(struct amending *c);

/* paths.c: what the base names is found from the amendment. */
void follow_paths(struct amending *c);

/* dates.c */
void amend_dates(struct amending *c);
void report_impossible(struct amending *c, const struct edit *e);

#endif
