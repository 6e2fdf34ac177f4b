/* JSON facts: what the keys, values, objects and arrays of a text state. */
#include "facts/json.h"

struct json_frame *json_top(struct json *j)
{
    return j->open.at && j->open.n ? &j->open.at[j->open.n - 1] : NULL;
}

void json_push(struct json *j, struct json_frame frame)
{
    frame.keys = map_in(j->facts->arena);
    LIST_ADD(j->facts->arena, &j->open, frame);
    if (j->open.n <= FACTS_NESTING)
        return;
    if (!j->heads)
        DIAG_ADD(j->facts->diags, K0205, frame.at, text_number(j->facts->arena, FACTS_NESTING));
    j->over = true;
}

static void wrong_root(struct json *j, struct span at)
{
    if (j->heads)
        DIAG_ADD(j->facts->diags, K0634, at, TEXT("facts are one object, `{ ... }`"));
    j->over = true;
}

static struct text path_of(struct json *j, const struct json_frame *f)
{
    return f->path.n ? SAY(j->facts->arena, "{}.{}", f->path, f->key) : f->key;
}

static bool is_reserved(const struct json *j, const struct json_frame *f)
{
    return j->open.n == 1 && text_equal(f->key, TEXT("ken"));
}

/* --- what stands where -------------------------------------------------------------------- */

void json_at_key(struct json *j, struct text key, struct span at)
{
    struct json_frame *f = json_top(j);
    f->key = key;
    f->key_at = at;
    if (f->kind == JSON_SKIPPED || (j->heads && f->kind == JSON_GROUP))
        return;
    if (f->kind == JSON_ROW) {
        json_row_key(j, f);
        return;
    }
    size_t first = map_put(&f->keys, key, f->keys_at.n);
    if (first < f->keys_at.n) {
        struct diag *g = DIAG_ADD(j->facts->diags, K0635, at, key);
        diag_label(j->facts->diags, g, f->keys_at.at[first], TEXT("first here"));
    }
    LIST_ADD(j->facts->arena, &f->keys_at, at);
}

/* A key that stands twice was reported, and what follows it is not read. */
static bool is_repeated(const struct json_frame *f)
{
    size_t first = 0;
    return f->keys_at.n && map_find(&f->keys, f->key, &first) && first != f->keys_at.n - 1;
}

/* A group of the rules, or of the names that records have. */
static bool is_group(const struct json *j, struct text path)
{
    return bind_is_group(j->binder, path) || map_find(&j->binder->columns->groups, path, NULL);
}

/* What the record is of: a text, or a number as it is written.  `id` counts before `office`. */
static void id_scalar(struct json *j, const struct json_frame *f, struct raw raw)
{
    if (raw.kind != RAW_WORDS && raw.kind != RAW_NUMBER && raw.kind != RAW_NOTHING)
        json_wrong_shape(j, f->key, raw.at, TEXT("a text"), "another value");
    else if (raw.kind != RAW_NOTHING && (!j->id->n || !text_equal(f->key, TEXT("office"))))
        *j->id = raw.text;
}

/* Where a fact is called by its own name; a name of `columns` stays what it is. */
static size_t fact_mention(struct json *j, const struct json_frame *f, const struct fact *fact,
                           struct span value)
{
    return text_equal(fact->path, path_of(j, f))
               ? json_mention(j, f, MENTION_FACT, fact->path, f->key_at, value)
               : 0;
}

static void fact_scalar(struct json *j, const struct json_frame *f, struct name_meaning means,
                        struct raw raw)
{
    raw.unit = means.unit;
    fact_mention(j, f, means.fact, json_whole_value(raw));
    bind_fact(j->binder, means.fact, f->key_at, raw, (struct aside){.because = {0}});
}

static void group_scalar(struct json *j, struct json_frame *f, struct raw raw)
{
    if (is_reserved(j, f)) {
        if (j->heads)
            json_wrong_shape(j, f->key, raw.at, TEXT("an object"), "a single value");
        return;
    }
    if (j->heads)
        return;
    struct text path = path_of(j, f);
    struct name_meaning means = columns_find(j->binder->columns, j->facts->model, path);
    if (means.kind == NAME_UNKNOWN && raw.kind == RAW_NOTHING && is_group(j, path))
        return; /* nothing is said of the whole group */
    if (means.kind == NAME_UNKNOWN)
        bind_find(j->binder, path, f->key_at);
    else if (means.kind == NAME_ID)
        id_scalar(j, f, raw);
    else if (means.kind == NAME_FACT)
        fact_scalar(j, f, means, raw);
}

static void list_scalar(struct json *j, struct json_frame *f, struct raw raw)
{
    if (raw.kind == RAW_WORDS) {
        LIST_ADD(j->facts->arena, &f->items, raw);
        return;
    }
    DIAG_ADD(j->facts->diags, K0604, raw.at, raw.text, TEXT("a text"));
    f->broken = true;
}

static void reason_scalar(struct json *j, const struct json_frame *f, struct raw raw)
{
    size_t before = json_mentions(j);
    if (raw.kind == RAW_WORDS) {
        bind_reason(j->binder, f->key, f->key_at, raw.text, raw.at);
        json_mention_ends(j, before, (struct span){f->key_at.lo - 1, f->key_at.hi},
                          json_whole_value(raw));
    } else
        json_wrong_shape(j, f->key, raw.at, TEXT("a text"), "another value");
}

void json_scalar(struct json *j, struct raw raw)
{
    struct json_frame *f = json_top(j);
    if (!f) {
        wrong_root(j, raw.at);
        return;
    }
    if (f->kind != JSON_ROW && is_repeated(f))
        return;
    switch (f->kind) {
    case JSON_GROUP:
        group_scalar(j, f, raw);
        break;
    case JSON_FACT:
        json_fact_scalar(j, f, raw);
        break;
    case JSON_TABLE:
        json_wrong_shape(j, j->table.table->path, raw.at, TEXT("a table, an array of objects"),
                         "a single value");
        break;
    case JSON_ROW:
        if (f->fact)
            json_row_value(j, f, f->fact, raw);
        break;
    case JSON_LIST:
        list_scalar(j, f, raw);
        break;
    case JSON_KEN:
        json_ken_scalar(j, f, raw);
        break;
    case JSON_CLAIMS:
        json_wrong_shape(j, TEXT("claims"), raw.at, TEXT("an array of objects"), "a single value");
        break;
    case JSON_CLAIM:
        json_claim_scalar(j, f, raw);
        break;
    case JSON_REASONS:
        reason_scalar(j, f, raw);
        break;
    case JSON_SKIPPED:
        break;
    }
}

static void skip(struct json *j, struct span at)
{
    json_push(j, (struct json_frame){.kind = JSON_SKIPPED, .at = at});
}

static const char *sign_words(bool is_array)
{
    return is_array ? "an array" : "an object";
}

static void fact_open(struct json *j, const struct json_frame *in, struct name_meaning means,
                      bool is_array, struct span at)
{
    const struct fact *f = means.fact;
    enum type_kind kind = f->type.kind;
    size_t made = fact_mention(j, in, f, at);
    if (is_array && kind == TYPE_TABLE)
        json_table_open(j, f, in->key_at, at, made);
    else if (is_array && kind == TYPE_SET)
        json_push(j, (struct json_frame){.kind = JSON_LIST, .at = at, .fact = f, .mention = made});
    else if (!is_array)
        json_push(j, (struct json_frame){.kind = JSON_FACT,
                                         .at = in->key_at,
                                         .fact = f,
                                         .unit = means.unit,
                                         .mention = made});
    else {
        json_wrong_shape(j, f->path, at, fact_type_words(j->facts->arena, f), sign_words(is_array));
        skip(j, at);
    }
}

static void reserved_open(struct json *j, const struct json_frame *f, bool is_array, struct span at)
{
    if (is_array && j->heads)
        json_wrong_shape(j, f->key, at, TEXT("an object"), "an array");
    json_push(
        j, (struct json_frame){.kind = !is_array && j->heads ? JSON_KEN : JSON_SKIPPED, .at = at});
}

/* A group of the rules; one of the names that records have stays what it is. */
static size_t group_mention(struct json *j, const struct json_frame *f, struct text path,
                            struct span at)
{
    return bind_is_group(j->binder, path) ? json_mention(j, f, MENTION_GROUP, path, f->key_at, at)
                                          : 0;
}

static void group_open(struct json *j, struct json_frame *f, bool is_array, struct span at)
{
    struct text path = path_of(j, f);
    struct name_meaning means = columns_find(j->binder->columns, j->facts->model, path);
    bool own = means.kind == NAME_FACT && text_equal(means.fact->path, path);
    if (is_reserved(j, f))
        reserved_open(j, f, is_array, at);
    else if (j->heads)
        skip(j, at);
    else if (!is_array && !own && is_group(j, path))
        json_push(j, (struct json_frame){.kind = JSON_GROUP,
                                         .at = at,
                                         .path = path,
                                         .mention = group_mention(j, f, path, at)});
    else if (means.kind == NAME_FACT)
        fact_open(j, f, means, is_array, at);
    else {
        if (means.kind == NAME_ID)
            json_wrong_shape(j, f->key, at, TEXT("a text"), sign_words(is_array));
        else if (means.kind == NAME_UNKNOWN)
            bind_find(j->binder, path, f->key_at);
        skip(j, at);
    }
}

static void ken_open(struct json *j, struct json_frame *f, bool is_array, struct span at)
{
    enum json_kind kind = JSON_SKIPPED;
    if (is_array && text_equal(f->key, TEXT("claims")))
        kind = JSON_CLAIMS;
    else if (!is_array && text_equal(f->key, TEXT("reasons")))
        kind = JSON_REASONS;
    else
        DIAG_ADD(j->facts->diags, K0636, f->key_at, f->key,
                 is_array ? TEXT("`ken` with an array") : TEXT("`ken` with an object"));
    json_push(j, (struct json_frame){.kind = kind, .at = at});
}

/* An object or array where a single value is due. */
static void nested_open(struct json *j, struct json_frame *f, bool is_array, struct span at)
{
    const struct fact *fact =
        f->kind == JSON_FACT && !text_equal(f->key, TEXT("value")) ? NULL : f->fact;
    bool holds_value = f->kind == JSON_FACT || f->kind == JSON_ROW;
    if (f->kind == JSON_FACT && fact && is_array && fact->type.kind == TYPE_TABLE) {
        f->is_table = true;
        json_table_open(j, fact, f->key_at, at, f->mention);
        return;
    }
    if (holds_value && fact && is_array && fact->type.kind == TYPE_SET) {
        json_push(j, (struct json_frame){.kind = JSON_LIST, .at = at, .fact = fact});
        return;
    }
    if (f->kind != JSON_ROW || fact) { /* an unknown column was reported */
        struct text what = f->kind == JSON_CLAIMS  ? TEXT("a claim")
                           : f->kind == JSON_TABLE ? TEXT("a row")
                                                   : f->key;
        struct text is = fact ? fact_type_words(j->facts->arena, fact)
                         : f->kind == JSON_CLAIMS || f->kind == JSON_TABLE ? TEXT("an object")
                                                                           : TEXT("a text");
        json_wrong_shape(j, f->kind == JSON_LIST ? TEXT("a word of a set") : what, at, is,
                         sign_words(is_array));
    }
    f->broken = true;
    skip(j, at);
}

void json_open(struct json *j, bool is_array, struct span at)
{
    struct json_frame *f = json_top(j);
    if (!f && is_array)
        wrong_root(j, at);
    else if (!f)
        json_push(j, (struct json_frame){.kind = JSON_GROUP, .at = at});
    else if (f->kind == JSON_SKIPPED || (f->kind != JSON_ROW && is_repeated(f)))
        skip(j, at);
    else if (f->kind == JSON_GROUP)
        group_open(j, f, is_array, at);
    else if (f->kind == JSON_TABLE && !is_array)
        json_row_open(j, at);
    else if (f->kind == JSON_CLAIMS && !is_array)
        json_push(j, (struct json_frame){.kind = JSON_CLAIM, .at = at});
    else if (f->kind == JSON_KEN)
        ken_open(j, f, is_array, at);
    else
        nested_open(j, f, is_array, at);
}

/* A list is done: it is a value of what holds it. */
static void list_done(struct json *j, const struct json_frame *list, struct span at)
{
    struct json_frame *f = json_top(j);
    struct raw raw = {.kind = RAW_LIST,
                      .at = span_join(list->at, at),
                      .items = list->items.at,
                      .n = list->items.n};
    raw.text = source_text(j->facts->diags->sources, raw.at);
    if (list->broken)
        raw.kind = RAW_NOTHING;
    if (f->kind == JSON_ROW)
        json_row_value(j, f, list->fact, raw);
    else if (f->kind == JSON_FACT)
        f->value = raw;
    else
        bind_fact(j->binder, list->fact, f->key_at, raw, (struct aside){.because = {0}});
}

void json_close(struct json *j, struct span at)
{
    struct json_frame closed = j->open.at[--j->open.n];
    if (closed.kind == JSON_GROUP || closed.kind == JSON_FACT || closed.kind == JSON_LIST ||
        (closed.kind == JSON_TABLE && json_top(j)->kind != JSON_FACT))
        json_mention_done(j, &closed, at);
    switch (closed.kind) {
    case JSON_FACT:
        json_fact_done(j, &closed);
        break;
    case JSON_TABLE:
        table_end(&j->table);
        break;
    case JSON_ROW:
        json_row_done(j, &closed);
        break;
    case JSON_LIST:
        list_done(j, &closed, at);
        break;
    case JSON_CLAIM:
        json_claim_done(j, &closed, at);
        break;
    case JSON_KEN:
        if (closed.as_of.kind != RAW_NOTHING)
            bind_as_of(j->binder, closed.as_of);
        j->over = true;
        break;
    case JSON_GROUP:
    case JSON_CLAIMS:
    case JSON_REASONS:
    case JSON_SKIPPED:
        break;
    }
}
