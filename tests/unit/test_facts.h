/* What the tests of facts share: a small model made by hand, and questions about what was read. */
#ifndef KEN_TESTS_FACTS_H
#define KEN_TESTS_FACTS_H

#pragma GCC diagnostic ignored "-Wconversion"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>

#include "check/columns.h"
#include "facts/facts.h"
#include "support.h"

/* --- a host and a model -------------------------------------------------------------------- */

static struct arena *a;
static struct sources *sources;
static struct diags diags;
static struct model *m;
static struct facts *f;
static struct source *rules, *last;
static const char *csv_content;

static inline struct fact *declare(const char *path, enum type_kind kind)
{
    struct fact *fact = ARENA_NEW(a, struct fact);
    *fact = (struct fact){.path = text_of(path), .type = {.kind = kind}, .decimals = -1, .key = -1};
    fact->at = source_span(rules, 0, 5);
    fact->index = m->facts.n;
    map_put(&m->fact_by_path, fact->path, fact->index);
    LIST_ADD(a, &m->facts, fact);
    return fact;
}

static inline struct fact *column(struct fact *table, const char *name, enum type_kind kind)
{
    struct fact *fact = ARENA_NEW(a, struct fact);
    *fact = (struct fact){
        .path = text_of(name), .type = {.kind = kind}, .decimals = -1, .key = -1, .table = table};
    fact->at = source_span(rules, 6, 9);
    fact->used = true; /* so that its values are kept */
    fact->index = fact->cell = table->columns.n;
    table->cells++;
    LIST_ADD(a, &table->columns, fact);
    return fact;
}

static inline void at_least_0(struct fact *fact)
{
    fact->has_least = true;
    fact->least = number_of(0);
    fact->least_words = TEXT("0");
}

static inline void in_million_baht(struct fact *fact)
{
    fact->unit = model_unit(m, a, TEXT("million baht"));
    fact->type.dimension = fact->unit->dimension;
    fact->decimals = 2;
    at_least_0(fact);
}

static inline void one_of(struct fact *fact, const char *first, const char *second)
{
    LIST_ADD(a, &fact->words, text_of(first));
    LIST_ADD(a, &fact->words, text_of(second));
}

static inline struct criterion *criterion(const char *path)
{
    struct criterion *c = ARENA_NEW(a, struct criterion);
    *c = (struct criterion){.id = text_of(path), .path = text_of(path), .index = m->criteria.n};
    map_put(&m->criterion_by_path, c->path, c->index);
    LIST_ADD(a, &m->criteria, c);
    return c;
}

static inline void declare_tables(void)
{
    struct fact *publicity = declare("publicity", TYPE_TABLE);
    column(publicity, "subject", TYPE_TEXT);
    column(publicity, "published", TYPE_DATE);
    struct fact *channels = column(publicity, "channels", TYPE_SET);
    one_of(channels, "website", "line");
    channels->optional = true;
    struct fact *reconciliation = declare("reconciliation", TYPE_TABLE);
    column(reconciliation, "month", TYPE_MONTH);
    reconciliation->key = 0;
    struct fact *reconciled = column(reconciliation, "reconciled", TYPE_NUMBER);
    struct fact *outstanding = column(reconciliation, "outstanding", TYPE_NUMBER);
    reconciled->whole = outstanding->whole = true;
    at_least_0(reconciled);
    at_least_0(outstanding);
}

static inline void declare_facts(void)
{
    declare("report.sent", TYPE_DATE);
    in_million_baht(declare("capital.allocated", TYPE_NUMBER));
    in_million_baht(declare("capital.used", TYPE_NUMBER));
    struct fact *own = declare("own_capital.allocated", TYPE_NUMBER);
    in_million_baht(own);
    own->may_be_na = true;
    declare_tables();
    declare("courses", TYPE_SET);
    declare("plan.reviewed", TYPE_DATE)->optional = true;
    declare("innovation.outputs", TYPE_YES_NO);
    struct fact *size = declare("size", TYPE_TEXT);
    size->is_choice = true;
    one_of(size, "small", "medium");
    struct fact *share = declare("share", TYPE_NUMBER);
    share->unit = model_unit(m, a, TEXT("percent"));
    declare("remark", TYPE_TEXT);
    declare("people", TYPE_NUMBER)->whole = true;
    declare("ratio", TYPE_NUMBER);
    declare("since", TYPE_MONTH);
}

static inline void begin(void)
{
    a = support_arena();
    sources = sources_new(a);
    diags = diags_in(a, sources);
    rules = source_add(sources, TEXT("rules.ken"), TEXT("facts and columns"));
    m = ARENA_NEW(a, struct model);
    *m = (struct model){.arena = a, .sources = sources, .id = TEXT("cgd-2566"), .era = ERA_BE};
    m->fact_by_path = map_in(a);
    m->criterion_by_path = map_in(a);
    m->units = map_in(a);
    m->columns = columns_plain(a);
    map_put(&m->units, TEXT("baht"), 0);
    map_put(&m->units, TEXT("person"), 1);
    LIST_ADD(a, &m->unit_names, TEXT("baht"));
    LIST_ADD(a, &m->unit_names, TEXT("person"));
    declare_facts();
    criterion("total");
    criterion("effectiveness");
    criterion("1.1");
    criterion("1.1/use");
    struct let *let = ARENA_NEW(a, struct let);
    let->name = TEXT("sum_of_percents");
    struct criterion *reconciled = criterion("4.1");
    LIST_ADD(a, &reconciled->lets, let);
    f = facts_new(a, m, &diags);
}

static inline void finish(void)
{
    arena_free(a);
}

/* --- reading and asking ------------------------------------------------------------------- */

static inline const struct source *open_csv(void *user, const struct source *from,
                                            const struct named_file *file, struct diags *d)
{
    (void)user, (void)from;
    return csv_content ? facts_source(d, file->path, text_of(csv_content), file) : NULL;
}

static const struct facts_host host = {open_csv, NULL};

static inline void read_as(enum facts_format format, const char *content)
{
    last = source_add(sources, TEXT("loei.facts"), text_of(content));
    facts_read(f, last, format, &host);
}

static inline void read_native(const char *content)
{
    read_as(FACTS_NATIVE, content);
}

static inline void read_json(const char *content)
{
    read_as(FACTS_JSON, content);
}

static inline void read_csv(const char *content)
{
    csv_content = content;
    read_native(
        "publicity from \"publicity.csv\" era CE { published = date_iso  subject = title_th }\n");
}

static inline const struct fact_entry *entry(const char *path)
{
    return &f->entry[model_fact(m, text_of(path))->index];
}

static inline const struct table *table(const char *path)
{
    cr_assert(eq(int, entry(path)->value.kind, VALUE_TABLE));
    return entry(path)->value.table;
}

static inline const struct table_cell *cell(const char *path, size_t row, size_t column_index)
{
    const struct table *t = table(path);
    cr_assert(row < t->rows && column_index < t->columns);
    return &t->at[row * t->columns + column_index];
}

static inline char *words(struct text t)
{
    return text_c(a, t);
}

static inline char *exact(struct value v)
{
    cr_assert(eq(int, v.kind, VALUE_NUMBER));
    return words(number_exact_words(a, v.number));
}

static inline char *day(struct value v)
{
    cr_assert(eq(int, v.kind, VALUE_DATE));
    return words(date_words(a, v.date, ERA_CE));
}

/* Code, message and marked text of every diagnostic, one a line. */
static inline char *said(void)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < diags.all.n; i++) {
        const struct diag *g = diags.all.at[i];
        buffer_add(&b, SAY(a, "{} {} [{}]\n", text_of(diag_about(g->code)->code), g->message,
                           source_text(sources, g->main.at)));
    }
    return words(buffer_text(&b));
}

static inline char *help(void)
{
    cr_assert(eq(sz, diags.all.n, 1));
    return words(diags.all.at[0]->help);
}

static inline char *fix(void)
{
    cr_assert(eq(sz, diags.all.n, 1));
    return words(diags.all.at[0]->fix);
}

static inline char *second_place(void)
{
    cr_assert(diags.all.n > 0 && diags.all.at[0]->more.n > 0);
    return words(source_text(sources, diags.all.at[0]->more.at[0].at));
}

static inline void expect_clean(void)
{
    cr_assert(eq(str, said(), ""));
}

#endif
