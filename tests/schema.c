/* JSON against a JSON Schema. */
#include "schema.h"

#include <string.h>
#include <yajl/yajl_tree.h>

#include "support.h"

struct checking {
    struct arena *a;
    yajl_val root; /* of the schema */
};

static struct text check(struct checking *c, yajl_val schema, yajl_val v, struct text at);

static yajl_val member(yajl_val object, const char *key)
{
    for (size_t i = 0; YAJL_IS_OBJECT(object) && i < object->u.object.len; i++)
        if (strcmp(object->u.object.keys[i], key) == 0)
            return object->u.object.values[i];
    return NULL;
}

static bool has_type(yajl_val v, const char *type)
{
    switch (v->type) {
    case yajl_t_string:
        return strcmp(type, "string") == 0;
    case yajl_t_number:
        return strcmp(type, "number") == 0 || (YAJL_IS_INTEGER(v) && strcmp(type, "integer") == 0);
    case yajl_t_object:
        return strcmp(type, "object") == 0;
    case yajl_t_array:
        return strcmp(type, "array") == 0;
    case yajl_t_true:
    case yajl_t_false:
        return strcmp(type, "boolean") == 0;
    case yajl_t_null:
        return strcmp(type, "null") == 0;
    case yajl_t_any:
        break;
    }
    return false;
}

/* Empty for anything but a text. */
static const char *text_in(yajl_val v)
{
    return v && v->type == yajl_t_string ? v->u.string : "";
}

static bool is_text(yajl_val v, yajl_val wanted)
{
    return YAJL_IS_STRING(v) && strcmp(text_in(v), text_in(wanted)) == 0;
}

/* Whether `v` is one of a list of words, null included where it stands there; or has a type of the
 * list. */
static bool is_among(yajl_val v, yajl_val list, bool types)
{
    for (size_t i = 0; i < list->u.array.len; i++) {
        yajl_val one = list->u.array.values[i];
        if (types               ? has_type(v, text_in(one))
            : YAJL_IS_NULL(one) ? YAJL_IS_NULL(v)
                                : is_text(v, one))
            return true;
    }
    return false;
}

static struct text check_members(struct checking *c, yajl_val schema, yajl_val v, struct text at)
{
    yajl_val properties = member(schema, "properties"), required = member(schema, "required");
    yajl_val others = member(schema, "additionalProperties");
    bool closed = YAJL_IS_FALSE(others);
    for (size_t i = 0; required && i < required->u.array.len; i++) {
        const char *key = text_in(required->u.array.values[i]);
        if (!member(v, key))
            return SAY(c->a, "{}: there is no `{}`", at, text_of(key));
    }
    for (size_t i = 0; i < v->u.object.len; i++) {
        const char *key = v->u.object.keys[i];
        yajl_val property = member(properties, key);
        if (!property && YAJL_IS_OBJECT(others))
            property = others;
        struct text below = SAY(c->a, "{}/{}", at, text_of(key));
        if (!property && closed)
            return SAY(c->a, "{}: the schema has no such member", below);
        struct text wrong = property ? check(c, property, v->u.object.values[i], below) : TEXT("");
        if (wrong.n)
            return wrong;
    }
    return TEXT("");
}

static struct text check_items(struct checking *c, yajl_val items, yajl_val v, struct text at)
{
    for (size_t i = 0; i < v->u.array.len; i++) {
        struct text below = SAY(c->a, "{}/{}", at, text_number(c->a, (long long)i));
        struct text wrong = check(c, items, v->u.array.values[i], below);
        if (wrong.n)
            return wrong;
    }
    return TEXT("");
}

static struct text check_any(struct checking *c, yajl_val list, yajl_val v, struct text at)
{
    struct text wrong = SAY(c->a, "{}: nothing is allowed here", at);
    for (size_t i = 0; i < list->u.array.len && wrong.n; i++)
        wrong = check(c, list->u.array.values[i], v, at);
    return wrong;
}

/* Words of a schema that say nothing about values. */
static bool only_describes(const char *key)
{
    static const char *const keys[] = {
        "$schema",     "$id",        "$defs",    "title",
        "description", "properties", "required", "additionalProperties"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(key, keys[i]) == 0)
            return true;
    return false;
}

/* What `#/$defs/name` is in this schema, or `ken.diff/1#/$defs/name` in that one. */
static struct text check_reference(struct checking *c, const char *says, yajl_val v, struct text at)
{
    static const char defs[] = "#/$defs/";
    const char *name = strstr(says, defs), *slash = strchr(says, '/');
    if (!name)
        return SAY(c->a, "{}: the schema is broken at {}", at, text_of(says));
    if (name == says)
        return check(c, member(member(c->root, "$defs"), says + strlen(defs)), v, at);
    struct text id = {says, (size_t)(slash - says)};
    struct text version = {slash + 1, (size_t)(name - slash - 1)}, content;
    char why[200] = "";
    const char *path = text_c(c->a, SAY(c->a, "docs/schemas/{}.{}.json", id, version));
    yajl_val root = support_read(c->a, path, &content)
                        ? yajl_tree_parse(text_c(c->a, content), why, sizeof why)
                        : NULL;
    struct text wrong = check_reference(&(struct checking){c->a, root}, name, v, at);
    yajl_tree_free(root);
    return wrong;
}

static struct text check_keyword(struct checking *c, const char *key, yajl_val says, yajl_val v,
                                 struct text at)
{
    bool holds = true;
    if (strcmp(key, "$ref") == 0)
        return check_reference(c, text_in(says), v, at);
    if (strcmp(key, "anyOf") == 0)
        return check_any(c, says, v, at);
    if (strcmp(key, "items") == 0)
        return YAJL_IS_ARRAY(v) ? check_items(c, says, v, at) : TEXT("");
    if (strcmp(key, "type") == 0)
        holds = YAJL_IS_ARRAY(says) ? is_among(v, says, true) : has_type(v, text_in(says));
    else if (strcmp(key, "enum") == 0)
        holds = is_among(v, says, false);
    else if (strcmp(key, "const") == 0)
        holds = is_text(v, says);
    else
        return SAY(c->a, "{}: the schema says `{}`, which is not checked", at, text_of(key));
    return holds ? TEXT("") : SAY(c->a, "{}: not what `{}` of the schema says", at, text_of(key));
}

static struct text check(struct checking *c, yajl_val schema, yajl_val v, struct text at)
{
    if (!YAJL_IS_OBJECT(schema))
        return SAY(c->a, "{}: the schema is broken", at);
    for (size_t i = 0; i < schema->u.object.len; i++) {
        const char *key = schema->u.object.keys[i];
        struct text wrong = only_describes(key)
                                ? TEXT("")
                                : check_keyword(c, key, schema->u.object.values[i], v, at);
        if (wrong.n)
            return wrong;
    }
    return YAJL_IS_OBJECT(v) ? check_members(c, schema, v, at) : TEXT("");
}

struct text schema_problem(struct arena *a, const char *schema, struct text json)
{
    struct text content;
    char why[200] = "";
    if (!support_read(a, schema, &content))
        return SAY(a, "{}: there is no such schema", text_of(schema));
    yajl_val root = yajl_tree_parse(text_c(a, content), why, sizeof why);
    yajl_val value = root ? yajl_tree_parse(text_c(a, json), why, sizeof why) : NULL;
    struct text wrong = value ? check(&(struct checking){a, root}, root, value, TEXT(""))
                              : text_copy(a, text_of(why));
    yajl_tree_free(root);
    yajl_tree_free(value);
    return wrong;
}

struct text schema_own_problem(struct arena *a, struct text json)
{
    static const char start[] = "{\n \"schema\": \"ken.";
    if (!text_starts(json, text_of(start)))
        return TEXT("");
    struct text name = text_after(json, strlen(start));
    const char *end = memchr(name.at, '/', name.n);
    name.n = end ? (size_t)(end - name.at) : 0;
    return schema_problem(a, text_c(a, SAY(a, "docs/schemas/ken.{}.1.json", name)), json);
}
