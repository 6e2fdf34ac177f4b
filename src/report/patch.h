/* Fixes, shown in place: private to the diagnostics as text. */
#ifndef KEN_REPORT_PATCH_H
#define KEN_REPORT_PATCH_H

#include "report/lines.h"

/* The last line (from 1) that the fix of `g` fills once it is applied; 0 when there is none. */
size_t patch_last_line(struct sources *s, const struct diag *g);

/* The lines that the fix of `g` touches, as they will be, with signs under what is new. */
void printer_patch(struct printer *p, const struct diag *g);

#endif
