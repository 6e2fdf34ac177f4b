/* Source lines beside their gutter: private to the diagnostics as text.
 *
 * Columns are measured on what is shown, not on what is stored, so that marks stand under Thai
 * letters, tabs and escapes alike. */
#ifndef KEN_REPORT_LINES_H
#define KEN_REPORT_LINES_H

#include "base/diag.h"
#include "render/text.h"

struct printer {
    struct pen pen;
    struct arena *arena;
    struct sources *sources;
    size_t gutter;  /* digits of the largest line number shown */
    enum tone tone; /* of the diagnostic at hand */
};

/* A piece of text, made visible first. */
void printer_text(struct printer *p, struct text t, enum tone tone);

/* The bar left of everything, `sign` being `|` or `=`; the line stays open. */
void printer_bar(struct printer *p, struct text sign);
void printer_empty_bar(struct printer *p);

/* A line with its number. */
void printer_line(struct printer *p, size_t line, struct text shown);

/* The place of `at` and the bar that begins its excerpt. */
void printer_place(struct printer *p, struct text arrow, struct span at);

/* One place with its line, `says` below it: as of a diagnostic (excerpt.c). */
void printer_excerpt(struct printer *p, struct span at, struct text says);

/* How many digits a line number has. */
size_t line_digits(size_t line);

/* Byte within its line of what lies at `address`, at most the line's end. */
size_t line_offset(struct place at, uint32_t address, struct text line);

/* What is shown of a line, all of it unless it is very long: `shown` begins with `lead` bytes that
 * are not in the line, then has its bytes lo to hi. */
struct view {
    struct text shown;
    size_t lead, lo, hi;
};

struct view view_of(struct arena *a, struct text line, size_t around);

/* Where byte `i` of the line is in what is shown; what was cut off is where the ellipsis is. */
size_t view_offset(const struct view *v, size_t i);

/* The column at which byte `i` of the text is shown. */
size_t column_of(struct arena *a, struct text t, size_t i);

#endif
