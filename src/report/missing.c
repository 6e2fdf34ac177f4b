/* What a total waits for: what could move it most comes first. */
#include "report/missing.h"

#include "advise/missing.h"
#include "explain/figures.h"
#include "report/fields.h"

static struct text move_words(struct arena *a, const struct outcome *o, const struct missing *m)
{
    switch (m->kind) {
    case MOVE_KNOWN:
        if (!number_sign(m->move))
            return TEXT("moves nothing, ");
        return SAY(a, "could move it by up to {}, ",
                   figure_score(a, o->model->criteria.at[0], m->move));
    case MOVE_OPEN:
        return TEXT("could move it without end, ");
    case MOVE_UNWEIGHED:
        break;
    }
    return TEXT("");
}

static struct text effect_words(struct arena *a, const struct outcome *o, const struct missing *m)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, move_words(a, o, m));
    buffer_add(&b, TEXT("holds up "));
    for (size_t i = 0; i < m->holds_up.n; i++) {
        buffer_add(&b, i ? TEXT(", ") : TEXT(""));
        buffer_add(&b, m->holds_up.at[i]->path);
    }
    return buffer_text(&b);
}

void report_missing(struct document *d, const struct outcome *o)
{
    struct arena *a = d->arena;
    const struct result *total = &o->result[0];
    if (total->status != STATUS_INCOMPLETE)
        return;
    bool open = number_is_over(total->low) && number_is_over(total->high);
    bool certain = !total->maybe_out && number_equal(a, total->low, total->high);
    struct text ends = certain ? figure_score(a, total->criterion, total->low)
                               : figure_ends(a, total->criterion, total->low, total->high);
    document_heading(d,
                     SAY(a,
                         certain ? "total: {} in any case; not all facts are known yet"
                         : open  ? "total: {} yet"
                                 : "total: {}; not known yet",
                         ends),
                     TEXT(""));
    struct block *block = document_outline(d);
    const struct missing_list *list = missing_of(a, o);
    for (size_t i = 0; i < list->all.n; i++) {
        const struct missing *m = list->all.at[i];
        struct text says = m->title.n ? SAY(a, "{}  {}", m->what, m->title) : m->what;
        outline_add(d, block, 1, (struct cell){says, TONE_PLAIN}, effect_words(a, o, m));
    }
}

static void write_one(struct json *j, struct arena *a, const struct outcome *o,
                      const struct missing *m)
{
    static const char *const kind[] = {
        [MOVE_KNOWN] = "known", [MOVE_OPEN] = "open", [MOVE_UNWEIGHED] = "unweighed"};
    bool known = m->kind == MOVE_KNOWN;
    struct show show = o->model->criteria.at[0]->show_score;
    json_begin_object(j);
    json_member_text(j, "fact", m->fact ? m->fact->path : TEXT(""));
    json_member_text(j, "what", m->what);
    json_member_text(j, "title", m->title);
    json_member_text(j, "moves", text_of(kind[m->kind]));
    json_member_text(j, "move", field_figure(a, known, m->move, show));
    json_member_text(j, "move_exact", field_exact(a, known, m->move));
    json_key(j, "holds_up");
    json_begin_array(j);
    for (size_t i = 0; i < m->holds_up.n; i++)
        json_text(j, m->holds_up.at[i]->path);
    json_end_array(j);
    json_end_object(j);
}

void report_missing_json(struct json *j, struct arena *a, const struct outcome *o)
{
    const struct missing_list *list = missing_of(a, o);
    json_key(j, "missing");
    json_begin_array(j);
    for (size_t i = 0; i < list->all.n; i++)
        write_one(j, a, o, list->all.at[i]);
    json_end_array(j);
}
