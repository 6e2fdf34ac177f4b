/* JSON straight into a buffer. */
#include "batch/derivation_put.h"

#include <string.h>

#include "render/json.h"

static bool is_plain(struct text t)
{
    for (size_t i = 0; i < t.n; i++)
        if ((unsigned char)t.at[i] < ' ' || t.at[i] == '"' || t.at[i] == '\\')
            return false;
    return true;
}

struct text quoted(struct arena *a, struct text t)
{
    struct buffer b = buffer_in(a);
    struct json *j = json_new(a, &b, false);
    json_text(j, t);
    json_finish(j);
    while (b.n && b.at[b.n - 1] == '\n')
        b.n--;
    return buffer_text(&b);
}

void put_quoted(struct buffer *b, struct text t)
{
    if (!is_plain(t)) {
        buffer_add(b, quoted(b->arena, t));
        return;
    }
    buffer_add_byte(b, '"');
    buffer_add(b, t);
    buffer_add_byte(b, '"');
}

void put_whole(struct buffer *b, long long n)
{
    number_print_plain(b, number_of(n), 0);
}

void put_number(struct buffer *b, struct number n)
{
    if (number_is_over(n)) {
        buffer_add(b, TEXT("null"));
        return;
    }
    buffer_add_byte(b, '"');
    number_print_plain(b, n, DERIVATION_PLACES);
    buffer_add_byte(b, '"');
}

void put_date(struct buffer *b, struct date d)
{
    buffer_add_byte(b, '"');
    date_print(b, d, ERA_CE);
    buffer_add_byte(b, '"');
}

static void put_absence(struct buffer *b, enum absence absence)
{
    switch (absence) {
    case ABSENCE_NONE:
        buffer_add(b, TEXT("null"));
        return;
    case ABSENCE_UNDEFINED:
        buffer_add(b, TEXT("{\"absent\":\"undefined\"}"));
        return;
    case ABSENCE_MISSING:
        buffer_add(b, TEXT("{\"absent\":\"missing\"}"));
        return;
    case ABSENCE_NA:
        buffer_add(b, TEXT("{\"absent\":\"n/a\"}"));
        return;
    }
}

static void put_in_unit(struct buffer *b, struct number n, const struct unit *unit)
{
    n = number_divide(b->arena, n, unit->scale);
    if (number_is_over(n)) {
        buffer_add(b, TEXT("null"));
        return;
    }
    struct buffer words = buffer_in(b->arena);
    number_print_plain(&words, n, DERIVATION_PLACES);
    buffer_add_byte(&words, ' ');
    buffer_add(&words, unit->words);
    put_quoted(b, buffer_text(&words));
}

static void put_set(struct buffer *b, const struct set *s)
{
    buffer_add_byte(b, '[');
    for (size_t i = 0; i < s->n; i++) {
        if (i)
            buffer_add_byte(b, ',');
        put_quoted(b, s->at[i]);
    }
    buffer_add_byte(b, ']');
}

void put_value(struct buffer *b, struct value v, const struct unit *unit)
{
    switch (v.kind) {
    case VALUE_NUMBER:
        if (unit)
            put_in_unit(b, v.number, unit);
        else
            put_number(b, v.number);
        return;
    case VALUE_TEXT:
        put_quoted(b, v.text);
        return;
    case VALUE_DATE:
        put_date(b, v.date);
        return;
    case VALUE_MONTH:
        buffer_add_byte(b, '"');
        month_print(b, v.month, ERA_CE);
        buffer_add_byte(b, '"');
        return;
    case VALUE_TRUTH:
        buffer_add(b, v.truth ? TEXT("true") : TEXT("false"));
        return;
    case VALUE_SET:
        put_set(b, v.set);
        return;
    case VALUE_TABLE:
        buffer_add(b, TEXT("{\"rows\":"));
        put_whole(b, (long long)v.table->rows);
        buffer_add_byte(b, '}');
        return;
    case VALUE_ABSENT:
        put_absence(b, v.cause ? v.absence : ABSENCE_UNDEFINED);
        return;
    }
}

void put_key(struct buffer *b, struct text key)
{
    char *at = buffer_room(b, key.n + 4);
    *at++ = ',';
    *at++ = '"';
    memcpy(at, key.at, key.n);
    at[key.n] = '"';
    at[key.n + 1] = ':';
    b->n += key.n + 4;
}

void put_member(struct buffer *b, struct text key, struct number n)
{
    put_key(b, key);
    put_number(b, n);
}

void put_member_whole(struct buffer *b, struct text key, long long n)
{
    put_key(b, key);
    put_whole(b, n);
}

void put_member_text(struct buffer *b, struct text key, struct text t)
{
    put_key(b, key);
    put_quoted(b, t);
}

void put_pair(struct buffer *b, struct number first, struct number second)
{
    buffer_add_byte(b, '[');
    put_number(b, first);
    buffer_add_byte(b, ',');
    put_number(b, second);
    buffer_add_byte(b, ']');
}
