/* A fact file for newer rules: edits of the text of one for the older ones. */
#include "diff/migrating.h"

/* --- what things are called now --------------------------------------------------------------- */

static const struct fact *newer_fact(const struct migrating *m, const struct fact *older)
{
    return m->d->fact_of[OLDER][older->index]->of[NEWER];
}

static const struct fact *newer_column(const struct migrating *m, const struct fact *column)
{
    return m->d->fact_of[OLDER][column->table->index]->column_of[OLDER][column->index]->of[NEWER];
}

static const struct fact *column_named(const struct fact *table, struct text name)
{
    for (size_t i = 0; i < table->columns.n; i++)
        if (text_equal(table->columns.at[i]->path, name))
            return table->columns.at[i];
    return NULL;
}

static bool text_is_under(struct text path, struct text group)
{
    return path.n > group.n && text_starts(path, group) && path.at[group.n] == '.';
}

/* Where everything of the group that there still is has moved to, keeping its names; else what it
 * was. */
static struct text group_now(const struct migrating *m, struct text group)
{
    struct text now = {0};
    for (size_t i = 0; i < m->d->facts.n; i++) {
        const struct fact *was = m->d->facts.at[i]->of[OLDER], *is = m->d->facts.at[i]->of[NEWER];
        if (!was || !is || !text_is_under(was->path, group))
            continue;
        struct text rest = text_after(was->path, group.n);
        struct text here = {is->path.at, is->path.n - (is->path.n < rest.n ? is->path.n : rest.n)};
        if (!here.n || !text_ends(is->path, rest) || (now.n && !text_equal(now, here)))
            return group;
        now = here;
    }
    return now.n ? now : group;
}

static const struct mention *outer(const struct migrating *m, const struct mention *s)
{
    return s->inside == MENTION_OUTSIDE ? NULL : &m->mentions->all.at[s->inside];
}

/* What `path` is called in the block that `s` stands in; empty where it does not belong there. */
static struct text name_inside(const struct migrating *m, const struct mention *s, struct text path)
{
    if (s->inside == MENTION_OUTSIDE)
        return path;
    struct text block = m->now[s->inside];
    return text_is_under(path, block) ? text_after(path, block.n + 1) : TEXT("");
}

/* --- edits ------------------------------------------------------------------------------------ */

void migrating_edit(struct migrating *m, struct span at, struct text put)
{
    LIST_ADD(m->a, &m->edits, (struct edit){at, put, m->edits.n});
}

static void rename_to(struct migrating *m, struct span name, struct text now)
{
    if (!text_equal(source_text(m->sources, name), now))
        migrating_edit(m, name, now);
}

static void leave(struct migrating *m, const struct mention *s, struct text what, struct text why)
{
    LIST_ADD(m->a, &m->out->left,
             (struct not_carried){what, why, s->name, !m->json && s->kind != MENTION_COLUMN});
}

/* A number that was written without a unit gets the one that its fact had. */
static void name_unit(struct migrating *m, const struct unit *unit, struct span value, bool cell)
{
    struct text written = source_text(m->sources, value);
    bool quoted = m->json && written.n > 1 && written.at[0] == '"';
    if (quoted) {
        value = (struct span){value.lo + 1, value.hi - 1};
        written = source_text(m->sources, value);
    }
    bool inside = quoted || (m->json && m->s->content.at[value.lo - m->s->base - 1] == '"');
    if (!written.n || text_equal(written, TEXT("-")) || text_equal(written, TEXT("null")))
        return;
    for (size_t i = 0; i < written.n; i++)
        if (written.at[i] == '%' || written.at[i] == ' ' || written.at[i] == '"')
            return;
    struct text with = SAY(m->a, "{} {}", written, unit->words);
    bool quotes = cell || (m->json && !inside);
    migrating_edit(m, value, quotes ? SAY(m->a, "\"{}\"", with) : with);
}

/* False when it is another kind of fact. */
static bool carry_value(struct migrating *m, const struct fact *was, const struct fact *is,
                        struct span value, bool cell)
{
    if (was->type.kind != is->type.kind)
        return false;
    if (was->type.kind != TYPE_NUMBER || (!was->unit && !is->unit))
        return true;
    if (!dimension_equal(was->type.dimension, is->type.dimension))
        return false;
    bool same = was->unit && is->unit && number_equal(m->a, was->unit->scale, is->unit->scale);
    if (!same && !was->unit)
        return false; /* a pure number has no unit that could be written */
    if (!same)
        name_unit(m, was->unit, value, cell);
    return true;
}

/* --- facts and groups ------------------------------------------------------------------------- */

static struct text no_such(const struct migrating *m, const char *what)
{
    return SAY(m->a, "{} has no such {}", m->d->model[NEWER]->id, text_of(what));
}

static void leave_fact(struct migrating *m, size_t i, struct text why)
{
    leave(m, &m->mentions->all.at[i], m->mentions->all.at[i].path, why);
    m->fate[i] = FATE_LEFT;
}

static void carry_fact(struct migrating *m, size_t i)
{
    const struct mention *s = &m->mentions->all.at[i];
    const struct fact *was = model_fact(m->d->model[OLDER], s->path), *is = newer_fact(m, was);
    if (!is) {
        leave_fact(m, i, no_such(m, "fact"));
        return;
    }
    if (!carry_value(m, was, is, s->value, false)) {
        leave_fact(m, i, SAY(m->a, "it is {} there", fact_type_words(m->a, is)));
        return;
    }
    m->now[i] = is->path;
    struct text name = name_inside(m, s, is->path);
    if (name.n)
        rename_to(m, s->name, name);
    else
        m->fate[i] = FATE_MOVED;
}

static void carry_group(struct migrating *m, size_t i)
{
    const struct mention *s = &m->mentions->all.at[i];
    struct text now = group_now(m, s->path), name = name_inside(m, s, now);
    if (!name.n) { /* it stays where it is, and what is in it goes its own ways */
        const struct mention *block = outer(m, s);
        now = SAY(m->a, "{}.{}", m->now[s->inside], text_after(s->path, block->path.n + 1));
        name = text_after(s->path, block->path.n + 1);
    }
    m->now[i] = now;
    rename_to(m, s->name, name);
}

/* --- tables ----------------------------------------------------------------------------------- */

/* With the blank before it. */
static struct span with_blank(struct migrating *m, struct span at)
{
    const char *text = m->s->content.at;
    uint32_t lo = at.lo - m->s->base;
    while (lo && (text[lo - 1] == ' ' || text[lo - 1] == '\t'))
        lo--;
    return (struct span){m->s->base + lo, at.hi};
}

static void leave_column(struct migrating *m, const struct mention *s, const struct fact *is)
{
    struct text what = SAY(m->a, "{}.{}", outer(m, s)->path, s->path);
    for (size_t i = 0; i < m->out->left.n; i++)
        if (text_equal(m->out->left.at[i].what, what))
            return;
    leave(m, s, what,
          is ? SAY(m->a, "it is {} there", fact_type_words(m->a, is)) : no_such(m, "column"));
}

/* The name of a column, or in a row a value of it; in JSON each row has both. */
static void carry_column(struct migrating *m, size_t i)
{
    const struct mention *s = &m->mentions->all.at[i];
    if (m->fate[s->inside] == FATE_LEFT)
        return;
    const struct fact *table = model_fact(m->d->model[OLDER], outer(m, s)->path);
    const struct fact *was = column_named(table, s->path), *is = newer_column(m, was);
    bool cell = s->kind == MENTION_CELL, value = cell || m->json;
    bool well = is && (value ? carry_value(m, was, is, cell ? s->name : s->value, cell)
                             : was->type.kind == is->type.kind);
    if (well && !cell)
        rename_to(m, s->name, is->path);
    if (well)
        return;
    struct span pair = s->value.hi ? (struct span){s->name.lo, s->value.hi} : s->name;
    migrating_edit(m, m->json ? s->all : with_blank(m, pair), TEXT(""));
    if (!cell)
        leave_column(m, s, is);
}

static bool is_named(const struct migrating *m, size_t table, struct text column)
{
    for (size_t i = table + 1; i < m->mentions->all.n; i++)
        if (m->mentions->all.at[i].kind == MENTION_COLUMN &&
            m->mentions->all.at[i].inside == table &&
            text_equal(m->mentions->all.at[i].path, column))
            return true;
    return false;
}

/* The columns of a file that the fact file does not name have the names that the rules gave them.
 */
static void name_columns(struct migrating *m, size_t i)
{
    const struct mention *s = &m->mentions->all.at[i];
    const struct fact *was = model_fact(m->d->model[OLDER], s->path);
    if (m->fate[i] == FATE_LEFT || was->type.kind != TYPE_TABLE || m->json ||
        span_is_nowhere(s->value))
        return;
    struct buffer pairs = buffer_in(m->a);
    for (size_t j = 0; j < was->columns.n; j++) {
        const struct fact *column = was->columns.at[j], *is = newer_column(m, column);
        if (is && !is_named(m, i, column->path) && !text_equal(is->path, column->path))
            buffer_add(&pairs, SAY(m->a, " {} = {} ", is->path, column->path));
    }
    if (!pairs.n)
        return;
    bool braces = source_text(m->sources, (struct span){s->value.hi - 1, s->value.hi}).at[0] == '}';
    struct span end = {s->value.hi - braces, s->value.hi - braces};
    struct text open = braces ? TEXT("") : TEXT(" {"), close = braces ? TEXT("") : TEXT("}");
    migrating_edit(m, end, SAY(m->a, "{}{}{}", open, buffer_text(&pairs), close));
}

/* --- the rest --------------------------------------------------------------------------------- */

static void carry_criterion(struct migrating *m, size_t i)
{
    const struct mention *s = &m->mentions->all.at[i];
    const struct criterion *was = model_criterion(m->d->model[OLDER], s->path);
    const struct criterion *is = m->d->pair_of[OLDER][was->index]->of[NEWER];
    if (is) {
        rename_to(m, s->name, is->path);
        return;
    }
    leave(m, s, SAY(m->a, "what is said of {}", s->path), no_such(m, "criterion"));
    m->fate[i] = FATE_LEFT;
}

static void carry(struct migrating *m, size_t i)
{
    switch (m->mentions->all.at[i].kind) {
    case MENTION_FACT:
        carry_fact(m, i);
        name_columns(m, i);
        break;
    case MENTION_GROUP:
        carry_group(m, i);
        break;
    case MENTION_COLUMN:
    case MENTION_CELL:
        carry_column(m, i);
        break;
    case MENTION_CRITERIA:
        rename_to(m, m->mentions->all.at[i].name, m->d->model[NEWER]->id);
        break;
    case MENTION_CRITERION:
        carry_criterion(m, i);
        break;
    }
}

struct migration *migrate_facts(struct arena *a, const struct diff *d, const struct facts *facts,
                                const struct source *s, enum facts_format format)
{
    struct migration *out = ARENA_NEW(a, struct migration);
    size_t n = facts->mentions->all.n;
    struct migrating m = {.a = a,
                          .d = d,
                          .facts = facts,
                          .mentions = facts->mentions,
                          .s = s,
                          .sources = d->model[OLDER]->sources,
                          .now = ARENA_ARRAY(a, struct text, n),
                          .fate = ARENA_ARRAY(a, enum fate, n),
                          .out = out,
                          .json = format == FACTS_JSON};
    for (size_t i = 0; i < n; i++)
        carry(&m, i);
    if (!m.json && !facts->has_era && d->model[OLDER]->era != d->model[NEWER]->era)
        migrating_edit(&m, source_span(s, 0, 0),
                       facts->era == ERA_BE ? TEXT("era BE\n") : TEXT("era CE\n"));
    out->text = m.json ? migrating_json(&m) : migrating_text(&m);
    return out;
}
