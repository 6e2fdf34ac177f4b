/* `columns`: what records call facts.
 *
 * The names of the rules stay valid in records, so a name given here must not be the path of
 * another fact: what it means would depend on who reads it. */
#include "check/checker.h"
#include "check/columns.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

struct naming {
    struct checker *c;
    struct columns *out;
    struct map named; /* path of a fact or a column, to index in named_at */
    LIST_OF(struct span) named_at;
    struct span id_at; /* of the name; nowhere when none is said */
    struct span others_at, era_at;
};

/* --- what is named ------------------------------------------------------------------------- */

/* Where the last name of a path begins; 0 when it is the only one. */
static size_t last_name(struct text path)
{
    size_t i = path.n;
    while (i && path.at[i - 1] != '.')
        i--;
    return i;
}

static const struct fact *column_of(const struct model *m, struct text path)
{
    size_t name = last_name(path);
    const struct fact *table = name ? model_fact(m, (struct text){path.at, name - 1}) : NULL;
    for (size_t i = 0; table && i < table->columns.n; i++)
        if (text_equal(table->columns.at[i]->path, text_after(path, name)))
            return table->columns.at[i];
    return NULL;
}

static void no_such_fact(struct checker *c, struct text path, struct span at)
{
    const struct model *m = c->m;
    if (c->facts_spoilt)
        return;
    struct diag *g = DIAG_ADD(c->d, K1100, at, path);
    if (!diags_have_room(c->d))
        return;
    struct nearest near = nearest_to(path);
    for (size_t i = 0; i < m->facts.n; i++)
        nearest_offer(&near, m->facts.at[i]->path);
    if (map_find(&c->fact_groups, path, NULL))
        diag_help(g, TEXT("it is a group: name its facts one by one"));
    else if (near.best.n) {
        diag_help(g, SAY(c->a, "did you mean `{}`?", near.best));
        diag_fix(g, at, near.best);
    } else
        diag_help(g, TEXT("in front of `from` stands a fact, or `id`"));
}

static struct text quoted_name(struct checker *c, const struct fact *f)
{
    if (!f)
        return TEXT("left out");
    return f->table ? SAY(c->a, "`{}.{}`", f->table->path, f->path) : SAY(c->a, "`{}`", f->path);
}

/* --- names --------------------------------------------------------------------------------- */

static void would_be_two(struct naming *n, struct text name, struct span at, struct text first,
                         struct text second, struct span other)
{
    struct checker *c = n->c;
    struct diag *g = DIAG_ADD(c->d, K1101, at, name, first, second);
    diag_label(c->d, g, other, TEXT("the other one"));
}

/* A name that records can have. */
static bool name_is_well(struct naming *n, const struct node *name)
{
    struct text t = name->string.text;
    const char *why = !t.n                         ? "it is empty"
                      : text_equal(t, TEXT("ken")) ? "`ken` is reserved in JSON"
                      : text_trim(t).n != t.n      ? "it begins or ends with a blank"
                                                   : NULL;
    if (why)
        DIAG_ADD(n->c->d, K1110, name->at, t, text_of(why));
    return !why;
}

/* Another fact, or column of the same table, that has the name as its own. */
static const struct fact *owner_of(const struct naming *n, const struct fact *f, struct text name)
{
    const struct fact *own = NULL;
    if (!f || !f->table)
        return model_fact(n->c->m, name);
    for (size_t i = 0; i < f->table->columns.n; i++)
        if (text_equal(f->table->columns.at[i]->path, name))
            own = f->table->columns.at[i];
    return own;
}

static struct map *names_around(struct naming *n, const struct fact *f)
{
    struct columns *out = n->out;
    if (!f || !f->table)
        return &out->by_name;
    if (!out->by_cell) {
        out->by_cell = ARENA_ARRAY(n->c->a, struct map, n->c->m->facts.n);
        for (size_t i = 0; i < n->c->m->facts.n; i++)
            out->by_cell[i] = map_in(n->c->a);
    }
    return &out->by_cell[f->table->index];
}

/* "budget" of "budget.used": in JSON it may be an object. */
static void add_groups(struct naming *n, struct text name)
{
    for (size_t i = 0; i < name.n; i++)
        if (name.at[i] == '.')
            map_put(&n->out->groups, (struct text){name.at, i}, 0);
}

/* Give `name` to a fact, or leave it out. */
static void give(struct naming *n, const struct node *name, const struct fact *f,
                 const struct unit *unit)
{
    struct checker *c = n->c;
    struct columns *out = n->out;
    struct text t = name->string.text;
    if (!name_is_well(n, name))
        return;
    const struct fact *own = owner_of(n, f, t);
    if (f && own && own != f) {
        would_be_two(n, t, name->at, quoted_name(c, f), quoted_name(c, own), own->at);
        return;
    }
    size_t first = map_put(names_around(n, f), t, out->names.n);
    if (first < out->names.n) {
        const struct column_name *other = &out->names.at[first];
        if (f || other->fact)
            would_be_two(n, t, name->at, quoted_name(c, other->fact), quoted_name(c, f), other->at);
        else
            diag_label(c->d, DIAG_ADD(c->d, K0307, name->at, SAY(c->a, "\"{}\"", t)), other->at,
                       TEXT("first here"));
        return;
    }
    struct column_name got = {.name = t, .fact = f, .unit = unit, .at = name->at};
    LIST_ADD(c->a, &out->names, got);
    if (!f || !f->table)
        add_groups(n, t);
}

/* --- lines --------------------------------------------------------------------------------- */

static void said_twice(struct checker *c, struct span again, struct span first, const char *what)
{
    diag_label(c->d, DIAG_ADD(c->d, K0307, again, text_of(what)), first, TEXT("first here"));
}

static const struct unit *unit_for(struct naming *n, const struct node *line, const struct fact *f)
{
    struct checker *c = n->c;
    const struct unit *u = check_unit(c, line->column.unit);
    if (f->type.kind == TYPE_ERROR || !u)
        return NULL;
    if (f->type.kind != TYPE_NUMBER) {
        struct diag *g = DIAG_ADD(c->d, K1103, line->column.unit->at, quoted_name(c, f),
                                  fact_type_words(c->a, f));
        diag_label(c->d, g, f->at, TEXT("declared here"));
        return NULL;
    }
    const struct dimension *own = f->unit ? f->unit->dimension : NULL;
    if (dimension_equal(u->dimension, own))
        return u;
    struct diag *g = DIAG_ADD(c->d, K1104, line->column.unit->at, quoted_name(c, f),
                              fact_type_words(c->a, f), u->words);
    diag_label(c->d, g, f->at, TEXT("declared here"));
    return NULL;
}

static void name_fact(struct naming *n, const struct node *line, const struct fact *f,
                      struct text path)
{
    struct checker *c = n->c;
    const struct unit *unit = line->column.unit ? unit_for(n, line, f) : NULL;
    size_t first = map_put(&n->named, path, n->named_at.n);
    if (first < n->named_at.n) {
        struct diag *g = DIAG_ADD(c->d, K1102, line->column.name->at, path);
        diag_label(c->d, g, n->named_at.at[first], TEXT("the first name"));
        diag_help(g, TEXT("keep the one that the extract has; a file of columns for each extract "
                          "is another way"));
        return;
    }
    LIST_ADD(c->a, &n->named_at, line->column.name->at);
    give(n, line->column.name, f, unit);
}

static void name_id(struct naming *n, const struct node *line)
{
    struct checker *c = n->c;
    const struct node *name = line->column.name;
    if (line->column.unit)
        DIAG_ADD(c->d, K1103, line->column.unit->at,
                 SAY(c->a, "`{}`", check_source(c, line->column.path->at)),
                 TEXT("what a record is called by"));
    if (!span_is_nowhere(n->id_at)) {
        said_twice(c, name->at, n->id_at, "the name of the office");
        return;
    }
    n->id_at = name->at;
    if (name_is_well(n, name))
        n->out->id = name->string.text;
}

static void read_column(struct naming *n, const struct node *line)
{
    struct checker *c = n->c;
    struct text path = check_fact_path(c, (struct text){0}, line->column.path);
    const struct fact *f = model_fact(c->m, path);
    f = f ? f : column_of(c->m, path);
    if (line->column.name->kind != NODE_string)
        return;
    if (f)
        name_fact(n, line, f, path);
    else if (text_equal(path, TEXT("id")) || text_equal(path, TEXT("office")))
        name_id(n, line);
    else
        no_such_fact(c, path, line->column.path->at);
}

static void read_ignored(struct naming *n, const struct node *line)
{
    for (size_t i = 0; i < line->ignore.names.n; i++)
        give(n, line->ignore.names.at[i], NULL, NULL);
    if (line->ignore.names.n)
        return;
    if (n->out->ignore_others)
        said_twice(n->c, line->at, n->others_at, "`ignore others`");
    n->out->ignore_others = true;
    n->others_at = line->at;
}

static void read_era(struct naming *n, const struct node *line)
{
    if (n->out->has_era)
        said_twice(n->c, line->at, n->era_at, "era");
    else
        check_era_word(n->c, line, &n->out->era);
    n->out->has_era = true;
    n->era_at = line->at;
}

/* The name of the office is nobody else's. */
static void check_id_name(struct naming *n)
{
    struct text id = n->out->id;
    size_t i;
    if (!id.n)
        return;
    const struct fact *f = model_fact(n->c->m, id);
    if (map_find(&n->out->by_name, id, &i))
        would_be_two(n, id, n->id_at, TEXT("the name of the office"),
                     quoted_name(n->c, n->out->names.at[i].fact), n->out->names.at[i].at);
    else if (f)
        would_be_two(n, id, n->id_at, TEXT("the name of the office"), quoted_name(n->c, f), f->at);
    add_groups(n, id);
}

static const struct columns *names_of(struct checker *c, const struct node *block)
{
    struct naming n = {.c = c, .out = ARENA_NEW(c->a, struct columns), .named = map_in(c->a)};
    n.out->by_name = n.out->groups = map_in(c->a);
    for (size_t i = 0; i < block->columns.lines.n; i++) {
        const struct node *line = block->columns.lines.at[i];
        if (line->kind == NODE_column)
            read_column(&n, line);
        else if (line->kind == NODE_ignore)
            read_ignored(&n, line);
        else if (line->kind == NODE_era)
            read_era(&n, line);
    }
    check_id_name(&n);
    return n.out;
}

void fill_record_names(struct checker *c)
{
    const struct node *block = NULL;
    for (size_t i = 0; i < c->properties.n; i++) {
        const struct node *n = c->properties.at[i];
        if (n->kind == NODE_columns && block)
            said_twice(c, n->at, block->at, "columns");
        else if (n->kind == NODE_columns)
            block = n;
    }
    if (block)
        c->m->columns = names_of(c, block);
}

const struct columns *columns_read(struct arena *a, const struct model *m,
                                   const struct source *file, struct diags *d)
{
    size_t errors = d->errors;
    const struct tree *t = parse_tokens(a, lex_source(a, file, d), d);
    const struct nodes *items = &t->root->file.items;
    struct model *own = ARENA_NEW(a, struct model);
    *own = *m;
    struct checker c = {.a = a, .d = d, .m = own, .fact_groups = map_in(a), .bad_units = map_in(a)};
    check_note_kinds(&c, t);
    for (size_t i = 0; i < m->unit_names.n; i++)
        LIST_ADD(a, &c.unit_used, true);
    for (size_t i = 0; i < items->n; i++)
        if (items->at[i]->kind != NODE_columns && items->at[i]->kind != NODE_broken) {
            DIAG_PLAIN(d, K1109, items->at[i]->at);
            return NULL;
        }
    const struct node *block = check_once(&c, items, NODE_columns, TEXT("columns"));
    if (!block && d->errors == errors)
        DIAG_PLAIN(d, K1109, source_span(file, 0, 0));
    const struct columns *got = block ? names_of(&c, block) : NULL;
    return d->errors == errors ? got : NULL;
}
