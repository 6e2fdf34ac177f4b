/* JSON facts: from text to tokens with places, by yajl.
 *
 * Why yajl: docs/decisions/0003-json-reader.md.  It gives numbers as they are written, and inside a
 * callback the count of consumed bytes is the end of the token.  The start is the end of the token
 * before it, white space, `,` and `:` aside. */
#include "facts/json.h"

#include <string.h>
#include <yajl/yajl_parse.h>

#include "syntax/characters.h"

struct reader {
    struct json *json;
    yajl_handle yajl;
    struct text text;
    size_t begin, end; /* of the token, within the text */
};

/* --- memory: the arena's, with the size before each block because yajl does not keep it --- */

enum { SIZE_ROOM = 16 };

static void *get(void *user, size_t size)
{
    char *block = arena_alloc(user, size + SIZE_ROOM);
    memcpy(block, &size, sizeof size);
    return block + SIZE_ROOM;
}

static void *grow(void *user, void *old, size_t size)
{
    if (!old)
        return get(user, size);
    size_t before;
    memcpy(&before, (char *)old - SIZE_ROOM, sizeof before);
    if (size <= before)
        return old;
    void *block = get(user, size);
    memcpy(block, old, before);
    return block;
}

static void put(void *user, void *block)
{
    (void)user, (void)block;
}

/* --- places ------------------------------------------------------------------------------- */

static bool is_between(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':';
}

static void step(struct reader *r, size_t end)
{
    r->begin = r->end;
    while (r->begin < r->text.n && is_between(r->text.at[r->begin]))
        r->begin++;
    r->end = end > r->begin ? end : r->begin;
    r->end = r->end > r->text.n ? r->text.n : r->end;
}

static struct span span_of(const struct reader *r, size_t from, size_t to)
{
    return source_span(r->json->binder->source, from, to);
}

static struct span token_at(struct reader *r)
{
    step(r, yajl_get_bytes_consumed(r->yajl));
    return span_of(r, r->begin, r->end);
}

static int go_on(const struct reader *r)
{
    return !r->json->over && !bind_is_hopeless(r->json->binder);
}

/* --- texts -------------------------------------------------------------------------------- */

static unsigned hex4(const char *at)
{
    unsigned n = 0;
    for (size_t i = 0; i < 4; i++)
        n = n << 4 | (unsigned)(at[i] <= '9' ? at[i] - '0' : (at[i] | 32) - 'a' + 10);
    return n;
}

/* yajl puts `?` for half a surrogate pair, and nobody has looked at what escapes stand for. */
static void check_escape(struct reader *r, size_t at, size_t *length)
{
    struct facts *f = r->json->facts;
    const char *t = r->text.at;
    unsigned point = hex4(t + at + 2);
    *length = 6;
    if (point >= 0xD800 && point < 0xDC00 && at + 12 < r->end && t[at + 6] == '\\' &&
        t[at + 7] == 'u' && (hex4(t + at + 8) & 0xFC00) == 0xDC00) {
        *length = 12;
        return;
    }
    struct span span = span_of(r, at, at + 6);
    if ((point & 0xF800) == 0xD800)
        DIAG_ADD(f->diags, K0634, span, TEXT("half of a surrogate pair stands for no character"));
    else if (point == 0x061C || point == 0x200E || point == 0x200F ||
             (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069))
        DIAG_ADD(f->diags, K0102, span, characters_code(f->arena, point));
    else if ((point < 0x20 && point != '\t' && point != '\n' && point != '\r') ||
             (point >= 0x7F && point < 0xA0))
        DIAG_ADD(f->diags, K0103, span, characters_code(f->arena, point));
}

static void check_escapes(struct reader *r)
{
    for (size_t i = r->begin + 1, length; i + 1 < r->end && go_on(r); i += length) {
        length = 1;
        if (r->text.at[i] != '\\')
            continue;
        length = 2;
        if (r->text.at[i + 1] == 'u' && i + 6 < r->end)
            check_escape(r, i, &length);
    }
}

/* The token is a text: a slice of the source, or a copy where there were escapes. */
static struct text token_text(struct reader *r, const unsigned char *at, size_t n)
{
    size_t inner = r->end - r->begin >= 2 ? r->end - r->begin - 2 : 0;
    const char *start = r->text.at + r->begin + 1;
    if (inner == n && (n == 0 || memcmp(at, start, n) == 0))
        return (struct text){start, n};
    if (!r->json->heads)
        check_escapes(r);
    return text_copy(r->json->facts->arena, (struct text){(const char *)at, n});
}

/* --- callbacks ---------------------------------------------------------------------------- */

static int scalar(struct reader *r, enum raw_kind kind)
{
    struct span at = token_at(r);
    struct text text = {r->text.at + r->begin, r->end - r->begin};
    json_scalar(r->json, (struct raw){.kind = kind, .text = text, .at = at});
    return go_on(r);
}

static int on_null(void *user)
{
    return scalar(user, RAW_NOTHING);
}

static int on_truth(void *user, int truth)
{
    (void)truth;
    return scalar(user, RAW_TRUTH);
}

/* The bytes that yajl hands over are those of the token. */
static int on_number(void *user, const char *at, size_t n)
{
    (void)at, (void)n;
    return scalar(user, RAW_NUMBER);
}

static struct span inner_at(struct reader *r)
{
    struct span at = token_at(r);
    return at.hi - at.lo >= 2 ? (struct span){at.lo + 1, at.hi - 1} : at;
}

static int on_text(void *user, const unsigned char *at, size_t n)
{
    struct reader *r = user;
    struct span span = inner_at(r);
    json_scalar(r->json, (struct raw){.kind = RAW_WORDS, .text = token_text(r, at, n), .at = span});
    return go_on(r);
}

static int on_key(void *user, const unsigned char *at, size_t n)
{
    struct reader *r = user;
    struct span span = inner_at(r);
    json_at_key(r->json, token_text(r, at, n), span);
    return go_on(r);
}

static int on_open_object(void *user)
{
    struct reader *r = user;
    json_open(r->json, false, token_at(r));
    return go_on(r);
}

static int on_open_array(void *user)
{
    struct reader *r = user;
    json_open(r->json, true, token_at(r));
    return go_on(r);
}

static int on_close(void *user)
{
    struct reader *r = user;
    json_close(r->json, token_at(r));
    return go_on(r);
}

static const yajl_callbacks callbacks = {
    .yajl_null = on_null,
    .yajl_boolean = on_truth,
    .yajl_number = on_number,
    .yajl_string = on_text,
    .yajl_start_map = on_open_object,
    .yajl_map_key = on_key,
    .yajl_end_map = on_close,
    .yajl_start_array = on_open_array,
    .yajl_end_array = on_close,
};

/* --- the whole text ----------------------------------------------------------------------- */

/* What yajl complains of, and how that is said here. */
static const struct complaint {
    const char *yajl, *says, *help;
} complaints[] = {
    {"premature EOF", "the text ends before it is complete",
     "every `{`, `[` and `\"` needs the sign that closes it"},
    {"trailing garbage", "something stands behind its end", "facts are one object, `{ ... }`"},
    {"after array element", "behind a value in `[ ]` stands `,` or `]`", NULL},
    {"after key and value", "behind a value in `{ }` stands `,` or `}`", NULL},
    {"object key and value must", "behind a key stands `:`", NULL},
    {"invalid object key", "a key is a text in double quotes",
     "behind the last value stands no `,`"},
    {"invalid char in json", "neither a key nor a value begins so",
     "a text stands in double quotes; a number begins with a digit or `-`"},
    {"invalid string in json", "this word is not `true`, `false` or `null`",
     "a text stands in double quotes"},
    {"malformed number, a digit is required after the decimal",
     "behind the point of a number stands a digit", NULL},
    {"malformed number, a digit is required after the exponent",
     "behind the `e` of a number stands a digit", NULL},
    {"malformed number", "behind the minus sign of a number stands a digit", NULL},
    {"invalid (non-hex)", "behind `\\u` stand four digits from 0 to F", NULL},
    {"inside a string", "`\\` does not stand before this sign",
     "what can be written so is \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits"},
    {"invalid character inside string", "a text goes to the end of its line at most",
     "write `\\n` for a new line"},
    {"probable comment", "JSON has no comments", NULL},
    {"unallowed token", "this cannot stand here", "behind the last value stands no `,`"},
};
enum { COMPLAINTS = sizeof complaints / sizeof *complaints };

/* yajl frames its words: "parse error: premature EOF\n". */
static const struct complaint *complaint_of(const char *yajl)
{
    for (size_t i = 0; i < COMPLAINTS; i++)
        if (strstr(yajl, complaints[i].yajl))
            return &complaints[i];
    return &complaints[COMPLAINTS - 1];
}

static void report(struct reader *r)
{
    size_t consumed = yajl_get_bytes_consumed(r->yajl);
    const unsigned char *text = (const unsigned char *)r->text.at;
    const struct complaint *c =
        complaint_of((const char *)yajl_get_error(r->yajl, 0, text, r->text.n));
    step(r, consumed < r->end + 1 ? r->end + 1 : consumed);
    if (r->end == r->begin && r->end < r->text.n)
        r->end++;
    while (r->end < r->text.n && ((unsigned char)r->text.at[r->end] & 0xC0) == 0x80)
        r->end++;
    bool behind_zero = r->begin && r->text.at[r->begin - 1] == '0' && r->begin < r->text.n &&
                       r->text.at[r->begin] >= '0' && r->text.at[r->begin] <= '9';
    struct diag *g =
        DIAG_ADD(r->json->facts->diags, K0634, span_of(r, r->begin, r->end),
                 behind_zero ? TEXT("a number does not begin with 0") : text_of(c->says));
    if (c->help && !behind_zero)
        diag_help(g, text_of(c->help));
}

static void parse(struct json *j)
{
    struct reader r = {.json = j, .text = j->binder->source->content};
    yajl_alloc_funcs memory = {get, grow, put, j->facts->arena};
    r.yajl = yajl_alloc(&callbacks, &memory, &r);
    yajl_config(r.yajl, yajl_dont_validate_strings, 1); /* the whole text was checked before */
    const unsigned char *text = (const unsigned char *)(r.text.n ? r.text.at : "");
    yajl_status status = yajl_parse(r.yajl, text, r.text.n);
    if (status == yajl_status_ok)
        status = yajl_complete_parse(r.yajl);
    if (status == yajl_status_error && !j->heads)
        report(&r);
    yajl_free(r.yajl);
}

void json_read(struct binder *b, struct text *id)
{
    struct json heads = {.binder = b, .facts = b->facts, .heads = true};
    parse(&heads);
    struct json all = {.binder = b, .facts = b->facts, .id = id};
    if (!bind_is_hopeless(b))
        parse(&all);
}
