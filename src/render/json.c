/* Writing JSON.
 *
 * yajl knows where commas go and how text is escaped.  It writes straight into our buffer, and its
 * own memory is the arena's.  What it lacks is added here: it accepts 127 levels and misbehaves
 * when that is ignored, it passes on broken UTF-8, and it sets an empty object or array on three
 * lines. */
#include "render/json.h"

#include <assert.h>
#include <string.h>
#include <unistr.h>
#include <yajl/yajl_gen.h>

struct json {
    yajl_gen writer;
    struct buffer *out;
    size_t depth;
    size_t skipped; /* levels that are open below the deepest one */
    size_t opened; /* length of the output right behind a bracket just opened; 0 when something came
                      since */
};

/* Each block carries its size in front, since yajl does not say how large a block to be resized
 * was. */
enum { SIZE_ROOM = 16 };

static void *get_block(void *context, size_t size)
{
    char *block = arena_alloc(context, SIZE_ROOM + size);
    memcpy(block, &size, sizeof size);
    return block + SIZE_ROOM;
}

static void *resize_block(void *context, void *old, size_t size)
{
    char *block = get_block(context, size);
    if (old) {
        size_t had;
        memcpy(&had, (char *)old - SIZE_ROOM, sizeof had);
        memcpy(block, old, had < size ? had : size);
    }
    return block;
}

static void put_block(void *context, void *block)
{
    (void)context;
    (void)block; /* goes with the arena */
}

static void print_out(void *context, const char *bytes, size_t n)
{
    buffer_add(context, (struct text){bytes, n});
}

/* A refusal of yajl means that calls came in an impossible order. */
static void must(yajl_gen_status status)
{
    assert(status == yajl_gen_status_ok);
    (void)status;
}

struct json *json_new(struct arena *a, struct buffer *out, bool pretty)
{
    struct json *j = ARENA_NEW(a, struct json);
    j->out = out;
    j->writer = yajl_gen_alloc(&(yajl_alloc_funcs){get_block, resize_block, put_block, a});
    yajl_gen_config(j->writer, yajl_gen_print_callback, print_out, out);
    if (pretty) {
        yajl_gen_config(j->writer, yajl_gen_beautify, 1);
        yajl_gen_config(j->writer, yajl_gen_indent_string, " ");
    }
    return j;
}

/* Whether a value may be written here; from then on the innermost object or array is not empty. */
static bool ready(struct json *j)
{
    j->opened = 0;
    return j->skipped == 0;
}

static void begin(struct json *j, yajl_gen_status (*open)(yajl_gen), char bracket)
{
    if (j->depth == JSON_DEEPEST) {
        if (ready(j))
            must(yajl_gen_null(j->writer));
        j->skipped++;
        return;
    }
    must(open(j->writer));
    j->depth++;
    j->opened = j->out->n;
    while (j->out->at[j->opened - 1] != bracket)
        j->opened--; /* over the line end */
}

static void end(struct json *j, yajl_gen_status (*close)(yajl_gen), char bracket)
{
    if (j->skipped) {
        j->skipped--;
        return;
    }
    must(close(j->writer));
    j->depth--;
    if (j->opened) {
        j->out->n = j->opened;
        buffer_add_byte(j->out, bracket);
    }
    j->opened = 0;
}

void json_begin_object(struct json *j)
{
    begin(j, yajl_gen_map_open, '{');
}

void json_end_object(struct json *j)
{
    end(j, yajl_gen_map_close, '}');
}

void json_begin_array(struct json *j)
{
    begin(j, yajl_gen_array_open, '[');
}

void json_end_array(struct json *j)
{
    end(j, yajl_gen_array_close, ']');
}

void json_key(struct json *j, const char *key)
{
    if (ready(j))
        must(yajl_gen_string(j->writer, (const unsigned char *)key, strlen(key)));
}

static struct text mended(struct arena *a, struct text t)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < t.n;) {
        ucs4_t point;
        i += (size_t)u8_mbtouc(&point, (const uint8_t *)t.at + i, t.n - i);
        buffer_add_point(&b, point);
    }
    return buffer_text(&b);
}

void json_text(struct json *j, struct text value)
{
    if (!ready(j))
        return;
    if (!value.n)
        value = TEXT("");
    else if (u8_check((const uint8_t *)value.at, value.n))
        value = mended(j->out->arena, value);
    must(yajl_gen_string(j->writer, (const unsigned char *)value.at, value.n));
}

void json_whole(struct json *j, long long value)
{
    if (ready(j))
        must(yajl_gen_integer(j->writer, value));
}

void json_flag(struct json *j, bool value)
{
    if (ready(j))
        must(yajl_gen_bool(j->writer, value));
}

void json_null(struct json *j)
{
    if (ready(j))
        must(yajl_gen_null(j->writer));
}

void json_member_text(struct json *j, const char *key, struct text value)
{
    json_key(j, key);
    if (value.n)
        json_text(j, value);
    else
        json_null(j);
}

void json_member_whole(struct json *j, const char *key, bool known, long long value)
{
    json_key(j, key);
    if (known)
        json_whole(j, value);
    else
        json_null(j);
}

void json_member_flag(struct json *j, const char *key, bool value)
{
    json_key(j, key);
    json_flag(j, value);
}

void json_finish(struct json *j)
{
    assert(j->depth == 0 && j->skipped == 0);
    yajl_gen_free(j->writer);
    if (!text_ends(buffer_text(j->out), TEXT("\n")))
        buffer_add_byte(j->out, '\n');
}
