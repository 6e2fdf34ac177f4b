/* How sure a score is: for people, and as data.
 *
 * Floor: report. */
#ifndef KEN_REPORT_MARGINS_H
#define KEN_REPORT_MARGINS_H

#include "advise/margins.h"
#include "advise/roundings.h"
#include "render/document.h"

/* Tables of what is near, and what other orders of rounding would print; from `depth` 2 on also in
 * sentences. */
void report_margins(struct document *d, const struct margins *m, const struct roundings *r,
                    unsigned depth);

/* One JSON object, "schema":"ken.margins/1", as docs/json.md describes it. */
void report_margins_json(struct buffer *out, struct arena *a, const struct margins *m,
                         const struct roundings *r);

/* --- private to the margins ------------------------------------------------------------------ */

/* How the figures of one criterion are written, so that value, distance and threshold agree when
 * they are calculated again: a factor from base units, and decimals enough. */
struct ruler {
    struct number factor;
    unsigned places;
    bool fixed;            /* always with so many, as scores */
    struct text unit, way; /* behind a value, behind a distance; may be empty */
};
struct ruler ruler_of_measure(struct arena *a, const struct margin *m);
struct ruler ruler_of_score(struct arena *a, const struct margin *m);
struct text ruler_words(struct arena *a, const struct ruler *r, struct number n);
struct text ruler_result(struct arena *a, const struct margin *m); /* with its unit */
struct text margin_score(struct arena *a, const struct margin *m);

/* margins_words.c: every margin in sentences, each with its place in the rules. */
void report_margin_sentences(struct document *d, const struct margins *m);

/* roundings.c */
void report_roundings(struct document *d, const struct roundings *r, unsigned depth);
struct text rounding_order_words(enum early early);
struct text rounding_mode_words(enum rounding_mode mode);
struct text printed_figure_words(enum printed_figure which);

#endif
