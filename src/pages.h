/* The pages of docs/diagnostics, built into the program (made by tools/pages.awk). */
#ifndef KEN_PAGES_H
#define KEN_PAGES_H

#include "base/text.h"

/* The page about a code ("K0403") as Markdown; empty when there is none. */
struct text pages_about(struct text code);

#endif
