/* What rules need to be told, and who needs it.
 *
 * Readers are found by walking the expressions of one criterion (or penalty) after the other.  A
 * let is looked into once for each of them, so that lets that use each other cost no more than
 * their length. */
#include "report/fact_list.h"

/* --- who reads what ------------------------------------------------------------------------- */

struct reading {
    struct arena *a;
    struct fact_list *list;
    const size_t *first;               /* by fact: its line; its columns stand behind it */
    const struct criterion *criterion; /* the reader: one of these two */
    const struct penalty *penalty;
    size_t *seen; /* by let: the reader (from 1) for which it was looked into last */
    size_t turn;
};

static void read_line(struct reading *r, size_t index)
{
    struct fact_line *line = &r->list->lines.at[index];
    if (r->penalty) {
        if (!line->penalties.n || line->penalties.at[line->penalties.n - 1] != r->penalty)
            LIST_ADD(r->a, &line->penalties, r->penalty);
    } else if (!line->criteria.n || line->criteria.at[line->criteria.n - 1] != r->criterion)
        LIST_ADD(r->a, &line->criteria, r->criterion);
}

static void read_expr(void *user, const struct expr *e)
{
    struct reading *r = user;
    if (expr_names_fact(e))
        read_line(r, r->first[e->fact->index]);
    if (e->kind == EXPR_COLUMN && e->column)
        read_line(r, r->first[e->column->table->index] + 1 + e->column->index);
    if (e->kind == EXPR_LET && e->let->value && r->seen[e->let->index] != r->turn) {
        r->seen[e->let->index] = r->turn;
        read_expr(r, e->let->value);
    }
    expr_operands(e, read_expr, r);
}

static void read_penalties(struct reading *r, const struct criterion *k)
{
    for (size_t i = 0; i < k->penalties.n; i++) {
        r->penalty = k->penalties.at[i];
        r->turn++;
        penalty_expressions(r->penalty, read_expr, r);
    }
    r->penalty = NULL;
}

/* The lets of a criterion are figures that it shows, also those that no score needs. */
static void read_criterion(struct reading *r, const struct criterion *k)
{
    r->criterion = k;
    r->turn++;
    criterion_expressions(k, read_expr, r);
    step_conditions(k, read_expr, r);
    for (size_t i = 0; i < k->adjust.n; i++)
        adjust_expressions(&k->adjust.at[i], read_expr, r);
    for (size_t i = 0; i < k->lets.n; i++)
        if (k->lets.at[i]->value)
            read_expr(r, k->lets.at[i]->value);
    read_penalties(r, k);
}

struct fact_list *fact_list_of(struct arena *a, const struct model *m)
{
    struct fact_list *l = ARENA_NEW(a, struct fact_list);
    size_t *first = ARENA_ARRAY(a, size_t, m->facts.n + 1);
    l->model = m;
    for (size_t i = 0; i < m->facts.n; i++) {
        const struct fact *f = m->facts.at[i];
        first[i] = l->lines.n;
        LIST_ADD(a, &l->lines, (struct fact_line){.fact = f});
        for (size_t j = 0; j < f->columns.n; j++)
            LIST_ADD(a, &l->lines, (struct fact_line){.fact = f->columns.at[j]});
    }
    struct reading r = {.a = a, .list = l, .first = first};
    r.seen = ARENA_ARRAY(a, size_t, m->lets.n + 1);
    for (size_t i = 0; i < m->criteria.n; i++)
        read_criterion(&r, m->criteria.at[i]);
    return l;
}

/* --- groups --------------------------------------------------------------------------------- */

/* Facts and JSON nest less deep than paths may be long; what is deeper keeps its points. */
enum { GROUPS_DEEPEST = 40 };

static struct fact_group *group_new(struct arena *a)
{
    struct fact_group *g = ARENA_NEW(a, struct fact_group);
    g->index = map_in(a);
    return g;
}

static struct fact_group *group_in(struct arena *a, struct fact_group *g, struct text name)
{
    size_t i = map_put(&g->index, name, g->members.n);
    if (i == g->members.n)
        LIST_ADD(a, &g->members, (struct fact_member){name, group_new(a), NULL});
    return g->members.at[i].group;
}

struct fact_group *fact_groups(struct arena *a, const struct model *m)
{
    struct fact_group *root = group_new(a);
    for (size_t i = 0; i < m->facts.n; i++) {
        struct text path = m->facts.at[i]->path;
        struct fact_group *g = root;
        size_t from = 0, depth = 0;
        for (size_t end = 0; end < path.n && depth < GROUPS_DEEPEST; end++) {
            if (path.at[end] != '.')
                continue;
            if (model_fact(m, (struct text){path.at, end}))
                break; /* `report.sent` beside a fact `report`: no block can be called so */
            g = group_in(a, g, (struct text){path.at + from, end - from});
            from = end + 1;
            depth++;
        }
        struct text name = text_after(path, from);
        map_put(&g->index, name, g->members.n);
        LIST_ADD(a, &g->members, (struct fact_member){name, NULL, m->facts.at[i]});
    }
    return root;
}

/* --- in words ------------------------------------------------------------------------------- */

static struct text with_attributes(struct arena *a, const struct fact *f, struct text type)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, type);
    if (f->decimals >= 0)
        buffer_add(&b, SAY(a, f->decimals == 1 ? ", {} decimal" : ", {} decimals",
                           text_number(a, f->decimals)));
    if (f->has_least)
        buffer_add(&b, SAY(a, ", at least {}", f->least_words));
    if (f->has_most)
        buffer_add(&b, SAY(a, ", at most {}", f->most_words));
    if (f->table && f->table->key == (int)f->index)
        buffer_add(&b, TEXT(", key"));
    if (f->fixed)
        buffer_add(&b, TEXT(", fixed"));
    if (f->needs_evidence || f->proves)
        buffer_add(&b, TEXT(", requires evidence"));
    if (f->optional)
        buffer_add(&b, TEXT(", optional"));
    return buffer_text(&b);
}

struct text fact_words(struct arena *a, const struct fact *f)
{
    struct text type = fact_type_words(a, f);
    return with_attributes(a, f, text_starts(type, TEXT("a ")) ? text_after(type, 2) : type);
}

struct number fact_bound(struct arena *a, const struct fact *f, struct number bound)
{
    return f->unit ? number_divide(a, bound, f->unit->scale) : bound;
}

struct text penalty_path(struct arena *a, const struct penalty *p)
{
    bool of_total = !p->owner || !p->owner->parent;
    return of_total ? p->name : SAY(a, "{}/{}", p->owner->path, p->name);
}

struct text fact_readers(struct arena *a, const struct fact_line *line)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < line->criteria.n; i++)
        buffer_add(&b, SAY(a, b.n ? ", {}" : "{}", line->criteria.at[i]->path));
    for (size_t i = 0; i < line->penalties.n; i++)
        buffer_add(&b, SAY(a, b.n ? ", {} {}" : "{} {}", penalty_kind(line->penalties.at[i]),
                           penalty_path(a, line->penalties.at[i])));
    return buffer_text(&b);
}

/* --- the list ------------------------------------------------------------------------------- */

enum { WORDS_SHOWN = 2 };

/* Of many words the first: the data and the form have all of them. */
static struct text short_words(struct arena *a, const struct fact *f)
{
    if (f->words.n <= WORDS_SHOWN)
        return fact_words(a, f);
    const char *type = f->is_choice ? "one of \"{}\", ..." : "set of \"{}\", ...";
    return with_attributes(a, f, SAY(a, type, f->words.at[0]));
}

void report_facts(struct document *d, const struct fact_list *l)
{
    struct arena *a = d->arena;
    document_heading(d, l->model->title.n ? l->model->title : l->model->id, TEXT(""));
    if (!l->lines.n) {
        document_paragraph(d, TEXT("these rules need no facts"), TONE_PLAIN);
        return;
    }
    static const char *const heading[] = {"path", "title", "type", "used by"};
    struct block *table = document_table(d);
    for (size_t i = 0; i < 4; i++)
        table_column(d, table, text_of(heading[i]), ALIGN_LEFT, i == 1);
    for (size_t i = 0; i < l->lines.n; i++) {
        const struct fact *f = l->lines.at[i].fact;
        struct table_row *row = table_add_row(d, table, f->table ? 1 : 0);
        row->cell[0].text = f->path;
        row->cell[1].text = text_folded(a, f->title);
        row->cell[2].text = text_folded(a, short_words(a, f));
        row->cell[3].text = fact_readers(a, &l->lines.at[i]);
    }
}
