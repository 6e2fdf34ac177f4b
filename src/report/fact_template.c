/* A fact file to fill in.
 *
 * What is wanted stands behind each name as a comment, so that the form as written is already a
 * fact file: it reads without an error and states nothing.
 * Comments are folded to one line each, because a title may hold a line end. */
#include "facts/written.h"
#include "render/text.h"
#include "report/fact_list.h"

enum { INDENT = 2, GAP = 2 };

struct form {
    struct buffer *out;
    struct arena *a;
    const struct model *model;
};

static void begin_line(struct form *form, unsigned depth)
{
    buffer_add_times(form->out, TEXT(" "), (size_t)depth * INDENT);
}

static void add_line(struct form *form, unsigned depth, struct text line)
{
    begin_line(form, depth);
    buffer_add(form->out, line);
    buffer_add_byte(form->out, '\n');
}

static void add_comment(struct form *form, unsigned depth, struct text says)
{
    add_line(form, depth, SAY(form->a, "# {}", text_folded(form->a, says)));
}

/* At the start of a line outside all blocks some words begin something else. */
static struct text written(struct arena *a, struct text name, unsigned depth)
{
    return depth ? name : written_name(a, name);
}

/* What to do where there is no value. */
static struct text demand(const struct fact *f)
{
    bool happens =
        f->type.kind == TYPE_DATE || f->type.kind == TYPE_MONTH || f->type.kind == TYPE_YES_NO;
    if (f->optional)
        return happens ? TEXT("leave empty if not done") : TEXT("leave empty if there is none");
    return f->may_be_na ? TEXT("required, or n/a because \"...\"") : TEXT("required");
}

/* Its title and type, without the attributes that `demand` says. */
static struct text about(struct arena *a, const struct fact *f)
{
    struct fact plain = *f;
    plain.optional = false;
    struct text type = fact_words(a, &plain);
    return f->title.n ? SAY(a, "{}: {}", f->title, type) : type;
}

static void add_columns(struct form *form, unsigned depth, const struct fact *table)
{
    size_t widest = 0;
    for (size_t i = 0; i < table->columns.n; i++) {
        size_t width = width_columns(table->columns.at[i]->path);
        widest = width > widest ? width : widest;
    }
    for (size_t i = 0; i < table->columns.n; i++) {
        const struct fact *f = table->columns.at[i];
        begin_line(form, depth);
        buffer_add(form->out, SAY(form->a, "#   {}", f->path));
        buffer_add_times(form->out, TEXT(" "), widest - width_columns(f->path) + GAP);
        struct text says = about(form->a, f);
        if (f->optional)
            says = SAY(form->a, "{}; \"\" if there is none", says);
        buffer_add(form->out, text_folded(form->a, says));
        buffer_add_byte(form->out, '\n');
    }
}

static void add_table(struct form *form, unsigned depth, const struct fact_member *member)
{
    struct arena *a = form->a;
    const struct fact *f = member->fact;
    struct text name = written(a, member->name, depth);
    struct buffer head = buffer_in(a);
    for (size_t i = 0; i < f->columns.n; i++)
        buffer_add(&head, SAY(a, i ? "  {}" : "{}", f->columns.at[i]->path));
    add_comment(form, depth, SAY(a, "{}; {}", about(a, f), demand(f)));
    add_columns(form, depth, f);
    /* Commented out: a block without rows would say that there is none, and nobody has said that
     * yet. */
    add_comment(form, depth,
                TEXT("take the # away, then one row a line; no row says that there is none"));
    begin_line(form, depth);
    buffer_add(form->out, SAY(a, "# {} {\n", name));
    begin_line(form, depth);
    buffer_add(form->out, SAY(a, "#   {}\n", buffer_text(&head)));
    add_comment(form, depth, TEXT("}"));
    add_comment(form, depth, SAY(a, "or from another file: {} from \"file.csv\"", name));
}

static void add_fact(struct form *form, unsigned depth, const struct fact_member *member,
                     size_t widest)
{
    struct text name = written(form->a, member->name, depth);
    begin_line(form, depth);
    buffer_add(form->out, name);
    buffer_add_times(form->out, TEXT(" "), widest - width_columns(name) + GAP);
    struct text says = SAY(form->a, "{}; {}", about(form->a, member->fact), demand(member->fact));
    buffer_add(form->out, SAY(form->a, "# {}\n", text_folded(form->a, says)));
}

static bool is_block(const struct fact_member *member)
{
    return member->group || member->fact->type.kind == TYPE_TABLE;
}

static void add_group(struct form *form, const struct fact_group *g, unsigned depth)
{
    size_t widest = 0;
    for (size_t i = 0; i < g->members.n; i++) {
        size_t width = width_columns(written(form->a, g->members.at[i].name, depth));
        if (!is_block(&g->members.at[i]) && width > widest)
            widest = width;
    }
    for (size_t i = 0; i < g->members.n; i++) {
        const struct fact_member *member = &g->members.at[i];
        bool apart = i && (is_block(member) || is_block(member - 1));
        if (apart && (!depth || !member->group))
            buffer_add_byte(form->out, '\n');
        if (!member->group) {
            if (is_block(member))
                add_table(form, depth, member);
            else
                add_fact(form, depth, member, widest);
            continue;
        }
        add_line(form, depth, SAY(form->a, "{} {", written(form->a, member->name, depth)));
        add_group(form, member->group, depth + 1);
        add_line(form, depth, TEXT("}"));
    }
}

static void add_head(struct form *form)
{
    struct arena *a = form->a;
    const struct model *m = form->model;
    if (m->title.n)
        add_comment(form, 0, m->title);
    add_comment(form, 0, TEXT("write each value behind its name, then perhaps: evidence \"...\""));
    buffer_add_byte(form->out, '\n');
    if (m->id.n)
        add_line(form, 0, SAY(a, "facts for {}", m->id));
    add_line(form, 0, TEXT("office \"\""));
    add_line(form, 0, m->era == ERA_BE ? TEXT("era BE") : TEXT("era CE"));
    struct text day = m->has_period ? date_words(a, m->last, m->era) : TEXT("YYYY-MM-DD");
    add_line(form, 0, SAY(a, "# as of {}", day));
    if (m->facts.n)
        buffer_add_byte(form->out, '\n');
}

void report_fact_template(struct buffer *out, struct arena *a, const struct model *m)
{
    struct form form = {out, a, m};
    add_head(&form);
    add_group(&form, fact_groups(a, m), 0);
}
