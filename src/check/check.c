/* From trees to a model: the passes in order. */
#include "check/checker.h"
#include "check/columns.h"

/* The one calendar of the rules.  Two would make "working day" mean two things. */
static void choose_calendar(struct checker *c)
{
    if (!c->calendars.n)
        return;
    c->m->calendar = c->calendars.at[0];
    for (size_t i = 1; i < c->calendars.n; i++) {
        struct diag *g = DIAG_PLAIN(c->d, K0530, c->calendars.at[i]->at);
        diag_label(c->d, g, c->calendars.at[0]->at, TEXT("the first calendar"));
        diag_help(g, TEXT("use one calendar file"));
    }
}

/* A row keeps what some rule reads, and always something, so that it has a place. */
static void place_columns(struct model *m)
{
    for (size_t i = 0; i < m->facts.n; i++) {
        struct fact *table = m->facts.at[i];
        for (size_t j = 0; j < table->columns.n; j++)
            if (column_is_kept(table->columns.at[j]))
                table->columns.at[j]->cell = table->cells++;
        table->cells += !table->cells;
    }
}

struct model *check_trees(struct arena *a, struct tree *const *tree, size_t n,
                          struct sources *sources, struct diags *d)
{
    struct model *m = ARENA_NEW(a, struct model);
    struct checker c = {.a = a,
                        .d = d,
                        .m = m,
                        .fact_groups = map_in(a),
                        .bad_units = map_in(a),
                        .let_by_name = map_in(a),
                        .penalty_by_name = map_in(a),
                        .define_by_name = map_in(a)};
    m->arena = a;
    m->sources = sources;
    m->fact_by_path = map_in(a);
    m->criterion_by_path = map_in(a);
    m->units = map_in(a);
    m->columns = columns_plain(a);
    for (size_t i = 0; i < n; i++)
        declare_file(&c, tree[i]);
    choose_calendar(&c);
    fill_facts(&c);
    fill_record_names(&c);
    fill_criteria(&c);
    fill_lets(&c);
    fill_penalties(&c);
    settle_bands(&c);
    check_situations(&c);
    fill_marks(&c);
    check_weights(&c);
    check_unread(&c);
    check_order(&c);
    check_tests(&c);
    check_lint(&c);
    place_columns(m);
    return d->errors ? NULL : m;
}
