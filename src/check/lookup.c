/* Names in expressions: what a path stands for.
 *
 * Inside an aggregate a bare name is a column of the innermost table.  A name that could also be
 * something further out is an error until it is qualified, so nothing is shadowed in silence. */
#include "check/checker.h"
#include "syntax/population.h"

static struct fact *fact_by_path(struct checker *c, struct text path)
{
    size_t i;
    return map_find(&c->m->fact_by_path, path, &i) ? c->m->facts.at[i] : NULL;
}

static struct fact *column_named(const struct fact *table, struct text name)
{
    for (size_t i = 0; i < table->columns.n; i++)
        if (text_equal(table->columns.at[i]->path, name))
            return table->columns.at[i];
    return NULL;
}

unsigned rows_around(struct checker *c, const struct row_scope *rows)
{
    unsigned n = c->call && c->call->call ? c->call->call->level : 0;
    for (; rows; rows = rows->outer)
        n++;
    return n;
}

/* A column seen from inside rows: `name`, or `table.name`. */
static struct fact *column_seen(const struct row_scope *rows, struct text path, bool *qualified,
                                const struct row_scope **where)
{
    for (const struct row_scope *r = rows; r; r = r->outer) {
        *where = r;
        struct fact *f = column_named(r->table, path);
        *qualified = false;
        if (!f && text_starts(path, r->table->path) && path.n > r->table->path.n + 1 &&
            path.at[r->table->path.n] == '.') {
            f = column_named(r->table, text_after(path, r->table->path.n + 1));
            *qualified = true;
        }
        if (f)
            return f;
    }
    return NULL;
}

/* The let of that name as `owner` sees it: its own, else the next one further out. */
static struct let *let_seen(struct checker *c, struct criterion *owner, struct text name)
{
    for (struct criterion *k = owner;; k = k->parent) {
        struct let *l = let_named(c, k, name);
        if (l || !k)
            return l;
    }
}

/* Something that is not a column and has this name, for the question whether a column would hide
 * it. */
static struct span outside(struct checker *c, struct criterion *owner, struct text name)
{
    struct let *let = let_seen(c, owner, name);
    struct fact *fact = fact_by_path(c, name);
    return let ? let->at : fact ? fact->at : parameter_at(c, name);
}

static struct expr *column_expr(struct checker *c, const struct node *n, struct text path,
                                struct criterion *owner, const struct row_scope *rows)
{
    bool qualified, ignored;
    const struct row_scope *where, *further;
    struct fact *f = column_seen(rows, path, &qualified, &where);
    if (!f)
        return NULL;
    if (!qualified) {
        struct fact *twin = column_seen(where->outer, path, &ignored, &further);
        struct span hidden = twin ? twin->at : outside(c, owner, path);
        if (!span_is_nowhere(hidden)) {
            struct diag *g = DIAG_ADD(c->d, K0305, n->at, path);
            diag_label(c->d, g, f->at, TEXT("a column"));
            diag_label(c->d, g, hidden, TEXT("the same name further out"));
            struct text fix = SAY(c->a, "{}.{}", f->table->path, path);
            diag_help(
                g,
                SAY(c->a, "write `{}` for the column; to mean the other, rename one of them", fix));
            diag_fix(g, n->at, fix);
        }
    }
    struct expr *e = expr_new(c, EXPR_COLUMN, n->at, f->type);
    e->column = f;
    e->unit = f->unit;
    e->level = rows_around(c, where->outer);
    f->used = f->table->used = true;
    return e;
}

static struct expr *period_expr(struct checker *c, const struct node *n)
{
    struct expr *e = expr_new(c, EXPR_RANGE, n->at, (struct type){.kind = TYPE_RANGE});
    e->left = expr_new(c, EXPR_LITERAL, n->at, (struct type){.kind = TYPE_DATE});
    e->right = expr_new(c, EXPR_LITERAL, n->at, (struct type){.kind = TYPE_DATE});
    e->left->literal = ARENA_KEEP(c->a, struct value, value_date(c->m->first));
    e->right->literal = ARENA_KEEP(c->a, struct value, value_date(c->m->last));
    if (!c->m->has_period && !c->period_missed)
        diag_help(DIAG_PLAIN(c->d, K0308, n->at),
                  TEXT("add a line such as `period 2565-10-01 .. 2566-09-30` to the head"));
    c->period_missed = !c->m->has_period;
    if (!c->m->has_period)
        e->type.kind = TYPE_ERROR;
    return e;
}

static void offer_names(struct checker *c, struct nearest *near, struct criterion *owner,
                        const struct row_scope *rows)
{
    for (const struct row_scope *r = rows; r; r = r->outer)
        for (size_t i = 0; i < r->table->columns.n; i++)
            nearest_offer(near, r->table->columns.at[i]->path);
    if (c->call)
        for (size_t i = 0; i < c->call->define->node->define.parameters.n; i++)
            nearest_offer(near, c->call->define->node->define.parameters.at[i]->word.text);
    for (size_t i = 0; i < c->m->lets.n; i++)
        if (!c->m->lets.at[i]->owner || c->m->lets.at[i]->owner == owner)
            nearest_offer(near, c->m->lets.at[i]->name);
    for (size_t i = 0; i < c->m->facts.n; i++)
        nearest_offer(near, c->m->facts.at[i]->path);
}

/* `a-b` is one name; whoever meant a difference has left out the spaces. */
static struct text difference_meant(struct checker *c, struct text path)
{
    for (size_t i = 1; i + 1 < path.n && path.n <= PATH_BYTES; i++) {
        struct text left = {path.at, i}, right = text_after(path, i + 1);
        if (path.at[i] == '-' && fact_by_path(c, left) && fact_by_path(c, right))
            return SAY(c->a, "{} - {}", left, right);
    }
    return (struct text){0};
}

static struct text first_in_group(struct checker *c, struct text group)
{
    for (size_t i = 0; i < c->m->facts.n; i++) {
        struct text path = c->m->facts.at[i]->path;
        if (text_starts(path, group) && path.n > group.n && path.at[group.n] == '.')
            return path;
    }
    return SAY(c->a, "{}.name", group);
}

/* `table.column` where no row of the table is looked at. */
static const struct fact *column_meant(struct checker *c, struct text path)
{
    for (size_t i = path.n; i-- > 1;)
        if (path.at[i] == '.') {
            const struct fact *table = fact_by_path(c, (struct text){path.at, i});
            return table ? column_named(table, text_after(path, i + 1)) : NULL;
        }
    return NULL;
}

static struct text column_advice(struct checker *c, const struct fact *column)
{
    return SAY(c->a, "it is a column: ask something about the rows, as `{} over {}`",
               column->type.kind == TYPE_NUMBER ? SAY(c->a, "sum of {}", column->path)
                                                : SAY(c->a, "count distinct {}", column->path),
               column->table->path);
}

static struct expr *unknown(struct checker *c, const struct node *n, struct text path,
                            struct criterion *owner, const struct row_scope *rows)
{
    if (c->facts_spoilt) /* it may stand in the part that could not be read */
        return expr_new(c, EXPR_BROKEN, n->at, (struct type){.kind = TYPE_ERROR});
    if (population_word(path)) {
        population_refuse(c->d, n->at, path);
        return expr_new(c, EXPR_BROKEN, n->at, (struct type){.kind = TYPE_ERROR});
    }
    struct diag *g = DIAG_ADD(c->d, K0301, n->at, path);
    struct text difference = difference_meant(c, path);
    struct nearest near = nearest_to(path);
    if (diags_have_room(c->d))
        offer_names(c, &near, owner, rows);
    size_t i;
    if (difference.n) {
        diag_help(g, SAY(c->a, "a minus sign has spaces on both sides: `{}`", difference));
        diag_fix(g, n->at, difference);
    } else if (map_find(&c->fact_groups, path, &i)) {
        diag_help(g, SAY(c->a, "`{}` is a group of facts: name one of them, as `{}`", path,
                         first_in_group(c, path)));
    } else if (column_meant(c, path)) {
        diag_help(g, column_advice(c, column_meant(c, path)));
    } else if (near.best.n) {
        diag_help(g, SAY(c->a, "did you mean `{}`?", near.best));
        diag_fix(g, n->at, near.best);
    } else if (rows) {
        diag_help(g, SAY(c->a, "inside `{}` the names are its columns, facts and lets",
                         rows->table->path));
    } else
        diag_help(g, TEXT("declare it in `facts { }`, or name a calculation with `let`"));
    offer_formula(c, g, path);
    return expr_new(c, EXPR_BROKEN, n->at, (struct type){.kind = TYPE_ERROR});
}

static struct expr *fact_expr(struct checker *c, const struct node *n, struct fact *f)
{
    struct expr *e = expr_new(c, EXPR_FACT, n->at, f->type);
    e->fact = f;
    e->unit = f->unit;
    f->used = true;
    if (f->type.kind == TYPE_TABLE) {
        struct diag *g = DIAG_ADD(c->d, K0402, n->at, f->path, TEXT("a single value"));
        diag_says(g, TEXT("this is a table"));
        diag_label(c->d, g, f->at, TEXT("declared here"));
        diag_help(g,
                  SAY(c->a,
                      "ask something about its rows, as `count of {}` or `sum of COLUMN over {}`",
                      f->path, f->path));
        e->kind = EXPR_BROKEN;
        e->type.kind = TYPE_ERROR;
    }
    return e;
}

struct expr *check_path(struct checker *c, const struct node *n, struct criterion *owner,
                        const struct row_scope *rows)
{
    struct text path = check_fact_path(c, TEXT(""), n);
    struct expr *column = column_expr(c, n, path, owner, rows);
    if (column)
        return column;
    struct expr *parameter = check_parameter(c, n, path);
    if (parameter)
        return parameter;
    struct let *let = let_seen(c, owner, path);
    if (let) {
        struct expr *e = expr_new(c, EXPR_LET, n->at, fill_let(c, let, n->at));
        e->let = let;
        let->used = true;
        e->unit = let->value ? let->value->unit : NULL;
        if (e->type.kind == TYPE_ERROR)
            e->kind = EXPR_BROKEN;
        return e;
    }
    struct criterion *part = check_part_seen(c, owner, path);
    if (part) {
        struct expr *e = expr_new(c, EXPR_SCORE, n->at, (struct type){.kind = TYPE_NUMBER});
        e->criterion = part;
        return e;
    }
    struct fact *f = fact_by_path(c, path);
    if (f)
        return fact_expr(c, n, f);
    if (text_equal(path, TEXT("period")))
        return period_expr(c, n);
    return unknown(c, n, path, owner, rows);
}

struct fact *check_table(struct checker *c, const struct node *n)
{
    struct text path = check_fact_path(c, TEXT(""), n);
    struct fact *f = fact_by_path(c, path);
    if (f && f->type.kind == TYPE_TABLE) {
        f->used = true;
        return f;
    }
    if (f) {
        struct diag *g = DIAG_ADD(c->d, K0402, n->at, path, TEXT("a table"));
        diag_says(g, SAY(c->a, "this is {}", fact_type_words(c->a, f)));
        diag_label(c->d, g, f->at, TEXT("declared here"));
        f->used = true;
        return NULL;
    }
    if (c->facts_spoilt)
        return NULL;
    struct diag *g = DIAG_ADD(c->d, K0301, n->at, path);
    struct nearest near = nearest_to(path);
    for (size_t i = 0; diags_have_room(c->d) && i < c->m->facts.n; i++)
        if (c->m->facts.at[i]->type.kind == TYPE_TABLE)
            nearest_offer(&near, c->m->facts.at[i]->path);
    if (near.best.n) {
        diag_help(g, SAY(c->a, "did you mean the table `{}`?", near.best));
        diag_fix(g, n->at, near.best);
    }
    return NULL;
}

/* No criterion has that name: the nearest that does, by the names that can be written there. */
static struct criterion *no_criterion(struct checker *c, const struct node *id, struct text name,
                                      const struct criterion *among)
{
    struct diag *g = DIAG_ADD(c->d, K0302, id->at, name);
    if (!diags_have_room(c->d))
        return NULL;
    struct nearest near = nearest_to(name);
    struct text ids = {0};
    if (!among)
        ids = model_ids_instead(c->a, c->m, name);
    if (ids.n) {
        diag_help(g, ids);
        return NULL;
    }
    for (size_t i = 1; i < c->m->criteria.n; i++)
        if (c->m->criteria.at[i]->parent == among || !among)
            nearest_offer(&near, among ? c->m->criteria.at[i]->id : c->m->criteria.at[i]->path);
    if (near.best.n) {
        diag_help(g, SAY(c->a, "did you mean `{}`?", near.best));
        diag_fix(g, id->at, near.best);
    }
    return NULL;
}

struct criterion *check_criterion_named(struct checker *c, const struct node *id)
{
    struct text name = check_id(c, id->word.text);
    size_t i;
    if (map_find(&c->m->criterion_by_path, name, &i) && i)
        return c->m->criteria.at[i];
    return no_criterion(c, id, name, NULL);
}

/* Parts are named within their indicator. */
struct criterion *check_neighbour_named(struct checker *c, const struct node *id,
                                        const struct criterion *k)
{
    if (k->height != HEIGHT_PART)
        return check_criterion_named(c, id);
    struct text name = check_id(c, id->word.text);
    struct criterion *part = check_part_seen(c, k->parent, name);
    return part ? part : no_criterion(c, id, name, k->parent);
}
