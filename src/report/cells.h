/* Cells that several tables have: private to the reports.
 *
 * Floor: report. */
#ifndef KEN_REPORT_CELLS_H
#define KEN_REPORT_CELLS_H

#include "check/model.h"
#include "render/document.h"

/* A light with its mark; empty for NULL. */
struct cell cell_light(struct arena *a, const struct band *light);

#endif
