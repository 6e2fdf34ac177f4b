/* Cells that several tables have: private to the reports.
 *
 * Floor: report. */
#ifndef KEN_REPORT_CELLS_H
#define KEN_REPORT_CELLS_H

#include "eval/outcome.h"
#include "render/document.h"

/* A light with its sign, a grade with its title; empty for NULL. */
struct cell cell_mark(struct arena *a, enum mark mark, const struct band *band);

/* The two in one cell, with the tone of the first that there is. */
struct cell cell_both(struct arena *a, struct cell light, struct cell grade);

/* What a score is called: its light and its grade.  While it is not known, both of two that are
 * left to it; more are no help. */
struct cell cell_marks(struct arena *a, const struct result *r);

#endif
