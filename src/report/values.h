/* A calculation with the value of each part below it: private to the report of tests. */
#ifndef KEN_REPORT_VALUES_H
#define KEN_REPORT_VALUES_H

#include "report/lines.h"
#include "testing/values.h"

void printer_values(struct printer *p, const struct valued_list *list);

#endif
