/* Facts: what the rules need to be told. */
#include "check/checker.h"

/* The names with single dots between them, where the text has them like that. */
static bool stand_together(const struct nodes *names, struct text *all)
{
    *all = names->at[0]->word.text;
    for (size_t i = 1; i < names->n; i++) {
        struct text next = names->at[i]->word.text;
        if (all->at + all->n + 1 != next.at || next.at[-1] != '.')
            return false;
        all->n += 1 + next.n;
    }
    return true;
}

struct text check_fact_path(struct checker *c, struct text prefix, const struct node *path)
{
    const struct nodes *names = &path->path.names;
    struct text all;
    if (!prefix.n && stand_together(names, &all))
        return all;
    struct buffer b = buffer_in(c->a);
    buffer_add(&b, prefix);
    for (size_t i = 0; i < names->n; i++) {
        if (b.n)
            buffer_add_byte(&b, '.');
        buffer_add(&b, names->at[i]->word.text);
    }
    return buffer_text(&b);
}

static struct fact *fact_new(struct checker *c, struct text path, const struct node *n,
                             const struct node *name)
{
    struct fact *f = ARENA_NEW(c->a, struct fact);
    *f = (struct fact){.path = path,
                       .title = check_text(n->fact.title),
                       .group = c->group_title,
                       .at = name->at,
                       .decimals = -1,
                       .key = -1};
    return f;
}

static void report_name_twice(struct checker *c, struct span at, struct text path,
                              struct span first)
{
    struct diag *g = DIAG_ADD(c->d, K0307, at, SAY(c->a, "the name {}", path));
    diag_label(c->d, g, first, TEXT("first here"));
    diag_help(g, TEXT("a fact and a group of facts need different names"));
}

/* Groups in groups make long paths of short names. */
static bool path_fits(struct checker *c, struct text path, struct span at)
{
    if (path.n <= PATH_BYTES)
        return true;
    DIAG_ADD(c->d, K0112, at, text_number(c->a, PATH_BYTES));
    c->facts_spoilt = true;
    return false;
}

/* Of a group: what each fact in it was. */
static void inherit_formerly(struct checker *c, struct fact *f)
{
    for (size_t i = 0; i < c->former_groups.n; i++) {
        const struct former_group *g = &c->former_groups.at[i];
        check_formerly(c, &f->formerly, g->node, text_after(f->path, g->path.n));
    }
}

static void declare_fact(struct checker *c, const struct node *n, struct text prefix)
{
    for (size_t i = 0; i < n->fact.names.n; i++) {
        const struct node *name = n->fact.names.at[i];
        struct text path = check_fact_path(c, prefix, name);
        if (!path_fits(c, path, name->at))
            continue;
        struct fact *f = fact_new(c, path, n, name);
        f->index = c->m->facts.n;
        inherit_formerly(c, f);
        size_t first = map_put(&c->m->fact_by_path, f->path, f->index);
        LIST_ADD(c->a, &c->m->facts, f);
        LIST_ADD(c->a, &c->facts, (struct pending){n, f, NULL, c->era, c->has_era});
        size_t group;
        if (map_find(&c->fact_groups, f->path, &group))
            report_name_twice(c, f->at, f->path, c->group_at.at[group]);
        if (first == f->index)
            continue;
        struct diag *g = DIAG_ADD(c->d, K0307, f->at, SAY(c->a, "fact {}", f->path));
        diag_label(c->d, g, c->m->facts.at[first]->at, TEXT("first here"));
    }
}

static void declare_group(struct checker *c, const struct node *n, struct text prefix)
{
    if (n->fact_group.names.n != 1) {
        struct diag *g = DIAG_PLAIN(c->d, K0313, n->fact_group.names.at[1]->at);
        diag_label(c->d, g, n->fact_group.names.at[0]->at, TEXT("the first name"));
        diag_help(g,
                  TEXT("several names may share a type: `a, b : number`; write a group for each"));
        return;
    }
    struct text path = check_fact_path(c, prefix, n->fact_group.names.at[0]);
    if (!path_fits(c, path, n->fact_group.names.at[0]->at))
        return;
    size_t first = map_put(&c->fact_groups, path, c->group_at.n), fact;
    if (first == c->group_at.n)
        LIST_ADD(c->a, &c->group_at, n->fact_group.names.at[0]->at);
    if (map_find(&c->m->fact_by_path, path, &fact))
        report_name_twice(c, n->fact_group.names.at[0]->at, path, c->m->facts.at[fact]->at);
    size_t former = c->former_groups.n;
    struct text outer = c->group_title, title = check_text(n->fact_group.title);
    c->group_title = title.n ? title : outer;
    for (size_t i = 0; i < n->fact_group.declarations.n; i++)
        if (n->fact_group.declarations.at[i]->kind == NODE_formerly)
            LIST_ADD(c->a, &c->former_groups,
                     (struct former_group){path, n->fact_group.declarations.at[i]});
    for (size_t i = 0; i < n->fact_group.declarations.n; i++) {
        const struct node *inner = n->fact_group.declarations.at[i];
        if (inner->kind == NODE_formerly)
            continue;
        if (inner->kind == NODE_fact_group)
            declare_group(c, inner, path);
        else if (inner->kind == NODE_fact)
            declare_fact(c, inner, path);
        else
            c->facts_spoilt = true;
    }
    LIST_CUT(&c->former_groups, former);
    c->group_title = outer;
}

void declare_facts(struct checker *c, const struct node *facts, struct text prefix)
{
    for (size_t i = 0; i < facts->facts.declarations.n; i++) {
        const struct node *n = facts->facts.declarations.at[i];
        if (n->kind == NODE_fact_group)
            declare_group(c, n, prefix);
        else if (n->kind == NODE_fact)
            declare_fact(c, n, prefix);
        else
            c->facts_spoilt = true;
    }
}

static enum type_kind meaning_of(int written)
{
    static const enum type_kind kinds[] = {
        [WRITTEN_NUMBER] = TYPE_NUMBER, [WRITTEN_INTEGER] = TYPE_NUMBER,
        [WRITTEN_TEXT] = TYPE_TEXT,     [WRITTEN_DATE] = TYPE_DATE,
        [WRITTEN_MONTH] = TYPE_MONTH,   [WRITTEN_YES_NO] = TYPE_YES_NO,
        [WRITTEN_CHOICE] = TYPE_TEXT,   [WRITTEN_SET] = TYPE_SET,
        [WRITTEN_TABLE] = TYPE_TABLE,
    };
    return kinds[written];
}

static void fill_bound(struct checker *c, struct fact *f, const struct node *attribute)
{
    bool least = attribute->attribute.kind == ATTRIBUTE_LEAST;
    struct number n;
    if (!check_number(c, attribute->attribute.value, &n))
        return;
    if (f->unit)
        n = number_multiply(c->a, n, f->unit->scale);
    *(least ? &f->has_least : &f->has_most) = true;
    *(least ? &f->least : &f->most) = n;
    *(least ? &f->least_words : &f->most_words) = check_source(c, attribute->attribute.value->at);
    if (f->has_least && f->has_most && number_order(c->a, f->least, f->most) > 0)
        DIAG_ADD(c->d, K0408, attribute->at, f->least_words, f->most_words);
}

static void fill_key(struct checker *c, struct fact *f, const struct node *attribute)
{
    struct fact *table = f->type.kind == TYPE_TABLE ? f : f->table;
    struct text name = attribute->attribute.value->word.text;
    if (!table) {
        DIAG_ADD(c->d, K0409, attribute->at, TEXT("key"), fact_type_words(c->a, f));
        return;
    }
    for (size_t i = 0; i < table->columns.n; i++)
        if (text_equal(table->columns.at[i]->path, name)) {
            table->key = (int)i;
            return;
        }
    DIAG_ADD(c->d, K0301, attribute->attribute.value->at, name);
}

static void fill_attribute(struct checker *c, struct fact *f, const struct node *n)
{
    static const char *const words[] = {"optional", "fixed", "decimals",          "at least",
                                        "at most",  "key",   "requires evidence", "formerly"};
    enum attribute_kind kind = (enum attribute_kind)n->attribute.kind;
    bool numeric = kind == ATTRIBUTE_DECIMALS || kind == ATTRIBUTE_LEAST || kind == ATTRIBUTE_MOST;
    unsigned decimals;
    if (f->type.kind == TYPE_ERROR)
        return;
    if (numeric && f->type.kind != TYPE_NUMBER) {
        DIAG_ADD(c->d, K0409, n->at, text_of(words[kind]), fact_type_words(c->a, f));
        return;
    }
    switch (kind) {
    case ATTRIBUTE_OPTIONAL:
        f->optional = true;
        break;
    case ATTRIBUTE_FIXED:
        f->fixed = true;
        break;
    case ATTRIBUTE_DECIMALS:
        if (check_whole(c, n->attribute.value, DECIMALS, &decimals))
            f->decimals = (int)decimals;
        break;
    case ATTRIBUTE_LEAST:
    case ATTRIBUTE_MOST:
        fill_bound(c, f, n);
        break;
    case ATTRIBUTE_EVIDENCE:
        f->needs_evidence = true;
        if (f->table)
            diag_help(DIAG_ADD(c->d, K0745, n->at, f->path),
                      SAY(c->a,
                          "write it behind the whole table: `{} : table { ... }, requires "
                          "evidence`",
                          f->table->path));
        break;
    case ATTRIBUTE_FORMERLY:
        check_formerly(c, &f->formerly, n->attribute.value, TEXT(""));
        break;
    case ATTRIBUTE_KEY:
        break; /* when the columns are known */
    }
}

static struct span column_at(const struct fact *table, size_t i)
{
    return i < table->columns.n && table->columns.at ? table->columns.at[i]->at : table->at;
}

static void fill_fact(struct checker *c, struct fact *f, const struct node *n);

static void fill_columns(struct checker *c, struct fact *table, const struct nodes *declarations)
{
    struct map seen = map_in(c->a);
    for (size_t i = 0; i < declarations->n; i++) {
        const struct node *n = declarations->at[i];
        if (n->kind != NODE_fact) {
            if (n->kind == NODE_fact_group)
                DIAG_PLAIN(c->d, K0314, n->at);
            continue;
        }
        for (size_t j = 0; j < n->fact.names.n; j++) {
            struct fact *column =
                fact_new(c, check_fact_path(c, (struct text){0}, n->fact.names.at[j]), n,
                         n->fact.names.at[j]);
            column->table = table;
            column->index = table->columns.n;
            size_t first = map_put(&seen, column->path, column->index);
            if (first != column->index) {
                struct diag *g =
                    DIAG_ADD(c->d, K0307, column->at, SAY(c->a, "column {}", column->path));
                diag_label(c->d, g, column_at(table, first), TEXT("first here"));
            }
            LIST_ADD(c->a, &table->columns, column);
            fill_fact(c, column, n);
            if (column->type.kind == TYPE_TABLE)
                DIAG_PLAIN(c->d, K0314, column->at);
        }
    }
}

static void fill_keys(struct checker *c, struct fact *f, const struct nodes *attributes)
{
    for (size_t i = 0; i < attributes->n; i++)
        if (attributes->at[i]->attribute.kind == ATTRIBUTE_KEY)
            fill_key(c, f, attributes->at[i]);
}

static void fill_type(struct checker *c, struct fact *f, const struct node *type)
{
    f->type.kind = meaning_of(type->type.kind);
    f->whole = type->type.kind == WRITTEN_INTEGER;
    f->is_choice = type->type.kind == WRITTEN_CHOICE;
    for (size_t i = 0; i < type->type.words.n; i++)
        LIST_ADD(c->a, &f->words, type->type.words.at[i]->string.text);
    if (type->type.unit) {
        f->unit = check_unit(c, type->type.unit);
        if (f->unit)
            f->type.dimension = f->unit->dimension;
        else
            f->type.kind = TYPE_ERROR;
        f->type.ratio = f->unit && !f->unit->dimension;
    }
}

static void fill_fact(struct checker *c, struct fact *f, const struct node *n)
{
    const struct node *type = n->fact.type;
    if (type->kind != NODE_type) {
        f->type.kind = TYPE_ERROR;
        return;
    }
    fill_type(c, f, type);
    for (size_t i = 0; i < n->fact.attributes.n; i++)
        fill_attribute(c, f, n->fact.attributes.at[i]);
    f->type.whole = (f->whole || f->decimals == 0) && (!f->unit || f->unit->dimension);
    if (type->type.kind == WRITTEN_TABLE) {
        fill_columns(c, f, &type->type.columns);
        for (size_t i = 0; i < type->type.columns.n; i++)
            if (type->type.columns.at[i]->kind == NODE_fact)
                fill_keys(c, f, &type->type.columns.at[i]->fact.attributes);
    }
    if (!f->table)
        fill_keys(c, f, &n->fact.attributes);
}

void fill_facts(struct checker *c)
{
    for (size_t i = 0; i < c->facts.n; i++) {
        struct pending p = c->facts.at[i];
        c->era = p.era;
        c->has_era = p.has_era;
        fill_fact(c, p.thing, p.node);
    }
}
