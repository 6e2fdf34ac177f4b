/* Facts as a native fact file writes them: what is written here is read as the same value.
 *
 * Floor: facts. */
#ifndef KEN_FACTS_WRITTEN_H
#define KEN_FACTS_WRITTEN_H

#include "facts/facts.h"

/* A name as a line outside of all blocks begins with it: in quotes where it would begin something
 * else. */
struct text written_name(struct arena *a, struct text name);

/* In straight quotes, with what has to be escaped inside them. */
struct text written_quoted(struct arena *a, struct text t);

/* A value of `f`, which is no table, behind its name: in the fact's own unit, dates in the era of
 * the rules.  Empty where there is none; "n/a". */
struct text written_value(struct arena *a, const struct model *m, const struct fact *f,
                          struct value v);

/* The same of a column, as a cell. */
struct text written_cell(struct arena *a, const struct model *m, const struct fact *column,
                         struct value v);

/* `  evidence "minutes" dated 2566-04-03`: what stands behind a value; empty when there is no
 * document. */
struct text written_evidence(struct arena *a, const struct evidence *e, enum era era);

/* A whole entry that is stated, outside of all blocks of facts: lines with their line feeds, each
 * behind `indent` blanks. */
void written_entry(struct buffer *b, struct arena *a, const struct model *m, const struct fact *f,
                   const struct fact_entry *e, size_t indent);

/* Whether two entries of `f` say the same; documents aside. */
bool written_alike(struct arena *a, const struct fact *f, const struct fact_entry *x,
                   const struct fact_entry *y);

#endif
