/* The list of facts as data, as docs/json.md describes it: every fact has the same members in the
 * same order. */
#include "render/json.h"
#include "report/fact_list.h"

static struct text kind_of(const struct fact *f)
{
    switch (f->type.kind) {
    case TYPE_NUMBER:
        return f->whole ? TEXT("integer") : TEXT("number");
    case TYPE_TEXT:
        return f->is_choice ? TEXT("choice") : TEXT("text");
    case TYPE_DATE:
        return TEXT("date");
    case TYPE_MONTH:
        return TEXT("month");
    case TYPE_YES_NO:
        return TEXT("yes/no");
    case TYPE_SET:
        return TEXT("set");
    case TYPE_TABLE:
        return TEXT("table");
    case TYPE_RANGE: /* never of a fact */
    case TYPE_ERROR:
        break;
    }
    return TEXT("");
}

static void write_bound(struct json *j, struct arena *a, const struct fact *f, const char *key,
                        bool has, struct number bound)
{
    json_member_text(
        j, key, has ? number_short_words(a, fact_bound(a, f, bound), NUMBER_DIGITS) : TEXT(""));
}

static void write_words(struct json *j, const struct fact *f)
{
    json_key(j, "words");
    json_begin_array(j);
    for (size_t i = 0; i < f->words.n; i++)
        json_text(j, f->words.at[i]);
    json_end_array(j);
}

static void write_readers(struct json *j, struct arena *a, const struct fact_line *line)
{
    json_key(j, "used_by");
    json_begin_array(j);
    for (size_t i = 0; i < line->criteria.n; i++)
        json_text(j, line->criteria.at[i]->path);
    json_end_array(j);
    json_key(j, "penalties");
    json_begin_array(j);
    for (size_t i = 0; i < line->penalties.n; i++)
        json_text(j, penalty_path(a, line->penalties.at[i]));
    json_end_array(j);
}

/* One fact; of a table also the lines behind it, its columns. */
static void write_fact(struct json *j, struct arena *a, const struct fact_list *l, size_t index)
{
    const struct fact_line *line = &l->lines.at[index];
    const struct fact *f = line->fact;
    struct text key = f->key >= 0 ? f->columns.at[f->key]->path : TEXT("");
    json_begin_object(j);
    json_member_text(j, "path", f->path);
    json_member_text(j, "title", f->title);
    json_member_text(j, "type", kind_of(f));
    json_member_text(j, "unit", f->unit ? f->unit->words : TEXT(""));
    write_words(j, f);
    json_member_whole(j, "decimals", f->decimals >= 0, f->decimals);
    write_bound(j, a, f, "at_least", f->has_least, f->least);
    write_bound(j, a, f, "at_most", f->has_most, f->most);
    json_member_flag(j, "optional", f->optional);
    json_member_flag(j, "fixed", f->fixed);
    json_member_flag(j, "may_be_na", f->may_be_na);
    json_member_flag(j, "requires_evidence", f->needs_evidence || f->proves);
    write_readers(j, a, line);
    json_member_text(j, "rules", source_place_words(a, l->model->sources, f->at));
    json_member_text(j, "key", key);
    json_key(j, "columns");
    json_begin_array(j);
    for (size_t i = 0; i < f->columns.n; i++)
        write_fact(j, a, l, index + 1 + i);
    json_end_array(j);
    json_end_object(j);
}

void report_facts_json(struct buffer *out, struct arena *a, const struct fact_list *l)
{
    struct json *j = json_new(a, out, true);
    json_begin_object(j);
    json_member_text(j, "schema", TEXT("ken.facts/1"));
    json_member_text(j, "criteria", l->model->id);
    json_member_text(j, "title", l->model->title);
    json_member_text(j, "era", l->model->era == ERA_BE ? TEXT("BE") : TEXT("CE"));
    json_key(j, "facts");
    json_begin_array(j);
    for (size_t i = 0; i < l->lines.n; i += 1 + l->lines.at[i].fact->columns.n)
        write_fact(j, a, l, i);
    json_end_array(j);
    json_end_object(j);
    json_finish(j);
}
