/* Writing JSON. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "render/json.h"
#include "support.h"

#define THAI_OFFICE "สำนักงานคลังจังหวัดเลย"

static struct arena *a;

static void begin(void)
{
    a = support_arena();
}

static void finish(void)
{
    arena_free(a);
}

TestSuite(json, .init = begin, .fini = finish);

static void write_sample(struct json *j)
{
    json_begin_object(j);
    json_key(j, "z");
    json_text(j, TEXT("a\"\\\n\t\033/" THAI_OFFICE));
    json_key(j, "a");
    json_begin_array(j);
    json_whole(j, -12);
    json_flag(j, true);
    json_null(j);
    json_text(j, (struct text){0});
    json_begin_object(j);
    json_end_object(j);
    json_end_array(j);
    json_key(j, "m");
    json_begin_array(j);
    json_end_array(j);
    json_key(j, "bytes");
    json_text(j, TEXT("x\xff\xe0\xb8y"));
    json_end_object(j);
    json_finish(j);
}

Test(json, keeps_the_order_of_keys_and_escapes_text)
{
    struct buffer out = buffer_in(a);
    write_sample(json_new(a, &out, false));
    cr_expect(eq(str, text_c(a, buffer_text(&out)),
                 "{\"z\":\"a\\\"\\\\\\n\\t\\u001B/" THAI_OFFICE "\","
                 "\"a\":[-12,true,null,\"\",{}],\"m\":[],\"bytes\":\"x\uFFFD\uFFFDy\"}\n"));
}

Test(json, pretty_output_has_one_member_a_line)
{
    struct buffer out = buffer_in(a);
    write_sample(json_new(a, &out, true));
    cr_expect(eq(str, text_c(a, buffer_text(&out)),
                 "{\n"
                 " \"z\": \"a\\\"\\\\\\n\\t\\u001B/" THAI_OFFICE "\",\n"
                 " \"a\": [\n"
                 "  -12,\n"
                 "  true,\n"
                 "  null,\n"
                 "  \"\",\n"
                 "  {}\n"
                 " ],\n"
                 " \"m\": [],\n"
                 " \"bytes\": \"x\uFFFD\uFFFDy\"\n"
                 "}\n"));
}

Test(json, an_empty_document_is_one_line)
{
    for (int pretty = 0; pretty <= 1; pretty++) {
        struct buffer out = buffer_in(a);
        struct json *j = json_new(a, &out, pretty);
        json_begin_array(j);
        json_end_array(j);
        json_finish(j);
        cr_expect(eq(str, text_c(a, buffer_text(&out)), "[]\n"));
    }
}

Test(json, what_lies_too_deep_is_null)
{
    struct buffer out = buffer_in(a), wanted = buffer_in(a);
    struct json *j = json_new(a, &out, false);
    for (int i = 0; i < 300; i++)
        json_begin_array(j);
    json_whole(j, 1);
    for (int i = 0; i < 300; i++)
        json_end_array(j);
    json_finish(j);
    buffer_add_times(&wanted, TEXT("["), JSON_DEEPEST);
    buffer_add(&wanted, TEXT("null"));
    buffer_add_times(&wanted, TEXT("]"), JSON_DEEPEST);
    buffer_add(&wanted, TEXT("\n"));
    cr_expect(eq(str, text_c(a, buffer_text(&out)), text_c(a, buffer_text(&wanted))));
}
