/* What rules need to be told: as a list for people and for programs, as a form to fill in, and as a
 * JSON Schema of the fact file.
 *
 * Floor: report. */
#ifndef KEN_REPORT_FACT_LIST_H
#define KEN_REPORT_FACT_LIST_H

#include "check/model.h"
#include "render/document.h"

/* A fact, or a column, with everything that reads it: directly, through lets, or in a let that is
 * shown with the criterion. */
struct fact_line {
    const struct fact *fact;
    LIST_OF(const struct criterion *) criteria; /* in the order of the model, each once */
    LIST_OF(const struct penalty *) penalties;
};

struct fact_list {
    const struct model *model;
    LIST_OF(struct fact_line) lines; /* facts as declared, columns behind their table */
};

struct fact_list *fact_list_of(struct arena *a, const struct model *m);

/* "number in million baht, 2 decimals, at least 0", "date, optional". */
struct text fact_words(struct arena *a, const struct fact *f);

/* Facts nested as their paths say, each group once where its first fact is declared. */
struct fact_group;
struct fact_member {
    struct text name;         /* in its group; holds points where that cannot be a group */
    struct fact_group *group; /* NULL: a fact */
    const struct fact *fact;  /* NULL: a group */
};
struct fact_group {
    LIST_OF(struct fact_member) members;
    struct map index; /* of the members, by name */
};
struct fact_group *fact_groups(struct arena *a, const struct model *m);

void report_facts(struct document *d, const struct fact_list *l);

/* One JSON object, "schema":"ken.facts/1", as docs/json.md describes it (fact_list_json.c). */
void report_facts_json(struct buffer *out, struct arena *a, const struct fact_list *l);

/* A native fact file without values (fact_template.c): what is wanted stands in comments. */
void report_fact_template(struct buffer *out, struct arena *a, const struct model *m);

/* A JSON Schema, draft 2020-12, of the JSON fact file (fact_schema.c).  Whether a figure fits its
 * unit and its decimals is more than a schema can say. */
void report_fact_schema(struct buffer *out, struct arena *a, const struct fact_list *l);

/* "late_report"; of a criterion below the total "1.1/late". */
struct text penalty_path(struct arena *a, const struct penalty *p);

/* "1.1/use, penalty late_report, bonus early". */
struct text fact_readers(struct arena *a, const struct fact_line *line);

/* A bound in the fact's own unit. */
struct number fact_bound(struct arena *a, const struct fact *f, struct number bound);

#endif
