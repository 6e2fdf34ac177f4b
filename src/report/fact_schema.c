/* A JSON Schema of the JSON fact file.
 *
 * Facts may be absent: incomplete facts are no mistake.  Whether a text such as "3,884.37 million
 * baht" is a figure of the right unit is more than a schema can say.  It describes groups as
 * objects, while the reader also takes keys with points in them. */
#include "render/json.h"
#include "report/fact_list.h"

struct schema {
    struct json *j;
    struct arena *a;
    const struct fact_list *list;
    const size_t *line; /* by fact */
};

/* --- pieces --------------------------------------------------------------------------------- */

static void write_type(struct schema *s, const char *type, const char *other, bool nullable)
{
    if (!other && !nullable) {
        json_member_text(s->j, "type", text_of(type));
        return;
    }
    json_key(s->j, "type");
    json_begin_array(s->j);
    json_text(s->j, text_of(type));
    if (other)
        json_text(s->j, text_of(other));
    if (nullable)
        json_text(s->j, TEXT("null"));
    json_end_array(s->j);
}

static void begin_properties(struct schema *s, bool nullable)
{
    json_begin_object(s->j);
    write_type(s, "object", NULL, nullable);
    json_key(s->j, "properties");
    json_begin_object(s->j);
}

static void end_properties(struct schema *s)
{
    json_end_object(s->j);
    json_member_flag(s->j, "additionalProperties", false);
}

static void write_required(struct schema *s, const struct text *names, size_t n)
{
    json_key(s->j, "required");
    json_begin_array(s->j);
    for (size_t i = 0; i < n; i++)
        json_text(s->j, names[i]);
    json_end_array(s->j);
}

/* A bound that is no whole number stands in the description alone. */
static void write_bound(struct schema *s, const struct fact *f, const char *key, bool has,
                        struct number bound)
{
    long long whole;
    if (has && number_to_whole(s->a, fact_bound(s->a, f, bound), &whole))
        json_member_whole(s->j, key, true, whole);
}

static void write_words(struct schema *s, const struct fact *f, bool nullable)
{
    json_key(s->j, "enum");
    json_begin_array(s->j);
    for (size_t i = 0; i < f->words.n; i++)
        json_text(s->j, f->words.at[i]);
    if (nullable)
        json_null(s->j);
    json_end_array(s->j);
}

/* What it asks for; a reader of JSON takes some more (facts_truth). */
static void write_truths(struct schema *s, bool nullable)
{
    static const char *const words[] = {"yes", "no", "ใช่", "ไม่ใช่"};
    json_key(s->j, "enum");
    json_begin_array(s->j);
    json_flag(s->j, true);
    json_flag(s->j, false);
    for (size_t i = 0; i < 4; i++)
        json_text(s->j, text_of(words[i]));
    if (nullable)
        json_null(s->j);
    json_end_array(s->j);
}

/* A set is an array of its words, or one text with signs between them. */
static void write_set(struct schema *s, const struct fact *f, bool nullable)
{
    write_type(s, "array", "string", nullable);
    json_key(s->j, "items");
    json_begin_object(s->j);
    if (f->words.n)
        write_words(s, f, false);
    else
        json_member_text(s->j, "type", TEXT("string"));
    json_end_object(s->j);
}

/* --- facts ---------------------------------------------------------------------------------- */

/* The keywords for a value of `f`; in JSON Schema bounds hold for numbers only. */
static void write_value(struct schema *s, const struct fact *f, bool nullable)
{
    switch (f->type.kind) {
    case TYPE_NUMBER:
        write_type(s, f->whole ? "integer" : "number", "string", nullable);
        write_bound(s, f, "minimum", f->has_least, f->least);
        write_bound(s, f, "maximum", f->has_most, f->most);
        break;
    case TYPE_YES_NO:
        write_truths(s, nullable);
        break;
    case TYPE_SET:
        write_set(s, f, nullable);
        break;
    case TYPE_TEXT:
        if (f->is_choice) {
            write_words(s, f, nullable);
            break;
        }
        write_type(s, "string", NULL, nullable);
        break;
    case TYPE_DATE: /* not "format": a year may be of the Buddhist era, a month have a name */
    case TYPE_MONTH:
        write_type(s, "string", NULL, nullable);
        break;
    case TYPE_TABLE:
    case TYPE_RANGE:
    case TYPE_ERROR:
        break;
    }
}

static void write_about(struct schema *s, const struct fact_line *line)
{
    const struct fact *f = line->fact;
    struct text readers = fact_readers(s->a, line), says = fact_words(s->a, f);
    if (readers.n)
        says = SAY(s->a, "{}; used by {}", says, readers);
    if (f->title.n)
        json_member_text(s->j, "title", f->title);
    json_member_text(s->j, "description", says);
}

static void write_text_member(struct schema *s, const char *key, bool nullable)
{
    json_key(s->j, key);
    json_begin_object(s->j);
    write_type(s, "string", NULL, nullable);
    json_end_object(s->j);
}

static void write_rows(struct schema *s, const struct fact_line *line)
{
    const struct fact *f = line->fact;
    write_type(s, "array", NULL, true);
    json_key(s->j, "items");
    begin_properties(s, false);
    for (size_t i = 0; i < f->columns.n; i++) {
        const struct fact_line *column = line + 1 + i;
        json_key(s->j, text_c(s->a, column->fact->path));
        json_begin_object(s->j);
        write_about(s, column);
        write_value(s, column->fact, f->key != (int)i);
        json_end_object(s->j);
    }
    end_properties(s);
    if (f->key >= 0)
        write_required(s, &f->columns.at[f->key]->path, 1);
    json_end_object(s->j);
}

static void write_shape(struct schema *s, const struct fact_line *line)
{
    json_begin_object(s->j);
    if (line->fact->type.kind == TYPE_TABLE)
        write_rows(s, line);
    else
        write_value(s, line->fact, true);
    json_end_object(s->j);
}

/* The value as it is, or with what is said beside it. */
static void write_fact(struct schema *s, const struct fact_line *line)
{
    json_key(s->j, "anyOf");
    json_begin_array(s->j);
    write_shape(s, line);
    begin_properties(s, false);
    json_key(s->j, "value");
    write_shape(s, line);
    write_text_member(s, "evidence", true);
    write_text_member(s, "file", true);
    write_text_member(s, "dated", true);
    if (line->fact->may_be_na)
        write_text_member(s, "na", true);
    end_properties(s);
    json_end_object(s->j);
    json_end_array(s->j);
}

/* A fact or group called `ken` cannot be stated in JSON: the key is reserved. */
static void write_members(struct schema *s, const struct fact_group *g, bool outermost)
{
    for (size_t i = 0; i < g->members.n; i++) {
        const struct fact_member *member = &g->members.at[i];
        if (outermost && text_equal(member->name, TEXT("ken")))
            continue;
        json_key(s->j, text_c(s->a, member->name));
        if (member->group) {
            begin_properties(s, true);
            write_members(s, member->group, false);
            end_properties(s);
            json_end_object(s->j);
            continue;
        }
        const struct fact_line *line = &s->list->lines.at[s->line[member->fact->index]];
        json_begin_object(s->j);
        write_about(s, line);
        write_fact(s, line);
        json_end_object(s->j);
    }
}

/* --- the reserved key ----------------------------------------------------------------------- */

static void write_claims(struct schema *s)
{
    const struct text claim[] = {TEXT("of"), TEXT("aspect"), TEXT("value")};
    json_key(s->j, "claims");
    json_begin_object(s->j);
    write_type(s, "array", NULL, true);
    json_key(s->j, "items");
    begin_properties(s, false);
    write_text_member(s, "of", false);
    write_text_member(s, "aspect", false);
    json_key(s->j, "value");
    json_begin_object(s->j);
    write_type(s, "number", "string", false);
    json_end_object(s->j);
    end_properties(s);
    write_required(s, claim, 3);
    json_end_object(s->j);
    json_end_object(s->j);
}

static void write_choice(struct schema *s, const char *key, const struct text *words, size_t n)
{
    json_key(s->j, key);
    json_begin_object(s->j);
    json_key(s->j, "enum");
    json_begin_array(s->j);
    for (size_t i = 0; i < n; i++)
        json_text(s->j, words[i]);
    json_null(s->j);
    json_end_array(s->j);
    json_end_object(s->j);
}

static void write_ken(struct schema *s)
{
    const struct text eras[] = {TEXT("BE"), TEXT("CE"), TEXT("พ.ศ."), TEXT("ค.ศ.")};
    json_key(s->j, "ken");
    begin_properties(s, false);
    write_choice(s, "for", &s->list->model->id, 1);
    write_text_member(s, "office", true);
    write_choice(s, "era", eras, 4);
    write_text_member(s, "as_of", true);
    write_claims(s);
    json_key(s->j, "reasons");
    json_begin_object(s->j);
    write_type(s, "object", NULL, true);
    json_key(s->j, "additionalProperties");
    json_begin_object(s->j);
    json_member_text(s->j, "type", TEXT("string"));
    json_end_object(s->j);
    json_end_object(s->j);
    end_properties(s);
    json_end_object(s->j);
}

void report_fact_schema(struct buffer *out, struct arena *a, const struct fact_list *l)
{
    size_t *first = ARENA_ARRAY(a, size_t, l->model->facts.n + 1);
    for (size_t i = 0; i < l->lines.n; i++)
        if (!l->lines.at[i].fact->table)
            first[l->lines.at[i].fact->index] = i;
    struct schema s = {json_new(a, out, true), a, l, first};
    json_begin_object(s.j);
    json_member_text(s.j, "$schema", TEXT("https://json-schema.org/draft/2020-12/schema"));
    json_member_text(s.j, "title", l->model->title.n ? l->model->title : l->model->id);
    json_member_text(s.j, "type", TEXT("object"));
    json_key(s.j, "properties");
    json_begin_object(s.j);
    write_ken(&s);
    write_members(&s, fact_groups(a, l->model), true);
    end_properties(&s);
    json_end_object(s.j);
    json_finish(s.j);
}
