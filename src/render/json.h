/* Writing JSON.
 *
 * Floor: render.  Keys come out in the order in which they are given, the same bytes on every run.
 * Numbers of the language are strings ("4.9538"); json_whole is for counts and line numbers only.
 * Values nest at most JSON_DEEPEST levels; an object or array below that is written as null. */
#ifndef KEN_RENDER_JSON_H
#define KEN_RENDER_JSON_H

#include "base/buffer.h"

enum { JSON_DEEPEST = 120 };

struct json;

/* A writer into `out`; `pretty` indents by one space a level, one member a line.  Every json_begin
 * needs its json_end. */
struct json *json_new(struct arena *a, struct buffer *out, bool pretty);
void json_begin_object(struct json *j);
void json_end_object(struct json *j);
void json_begin_array(struct json *j);
void json_end_array(struct json *j);
void json_key(struct json *j, const char *key);
void json_text(struct json *j, struct text value); /* invalid UTF-8 becomes U+FFFD */
void json_whole(struct json *j, long long value);
void json_flag(struct json *j, bool value);
void json_null(struct json *j);

/* A key with its value: null for an empty text and for a count that is not known. */
void json_member_text(struct json *j, const char *key, struct text value);
void json_member_whole(struct json *j, const char *key, bool known, long long value);
void json_member_flag(struct json *j, const char *key, bool value);

/* Write out what is complete, with a line end, and release the writer. */
void json_finish(struct json *j);

#endif
