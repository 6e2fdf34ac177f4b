/* JSON against a JSON Schema: the part of draft 2020-12 that docs/schemas uses.
 *
 * type, const, enum, properties, required, additionalProperties, items, anyOf and $ref into $defs.
 * Anything else in a schema is a failure, so that nothing is believed to be checked and is not. */
#ifndef KEN_TESTS_SCHEMA_H
#define KEN_TESTS_SCHEMA_H

#include "base/text.h"

/* What is wrong first, with its place in `json` ("/claims/3/verdict: ..."); empty when all is well.
 * `schema` is the path of a file. */
struct text schema_problem(struct arena *a, const char *schema, struct text json);

/* The same by the schema that the text itself names: "ken.needed/1" is
 * docs/schemas/ken.needed.1.json.  Empty also where it names none. */
struct text schema_own_problem(struct arena *a, struct text json);

#endif
