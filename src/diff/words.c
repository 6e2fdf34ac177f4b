/* Properties in canonical words. */
#include "diff/comparing.h"

enum { MOST_PLACES = 30 };

bool numbers_same(struct arena *a, struct number x, struct number y)
{
    return number_is_over(x) || number_is_over(y) ? number_is_over(x) && number_is_over(y)
                                                  : number_equal(a, x, y);
}

struct text words_number(struct arena *a, struct number n, bool percent)
{
    if (!percent)
        return number_short_words(a, n, MOST_PLACES);
    return SAY(a, "{}%", number_short_words(a, number_multiply(a, n, number_of(100)), MOST_PLACES));
}

struct text words_day_unit(enum day_unit unit)
{
    static const char *const words[] = {[UNIT_NONE] = "",
                                        [UNIT_DAY] = "day",
                                        [UNIT_WORKING_DAY] = "working day",
                                        [UNIT_MONTH] = "month"};
    return text_of(words[unit]);
}

struct text words_mode(enum rounding_mode mode)
{
    static const char *const words[] = {[ROUND_HALF_UP] = "half up",
                                        [ROUND_HALF_EVEN] = "half even",
                                        [ROUND_UP] = "up",
                                        [ROUND_DOWN] = "down"};
    return text_of(words[mode]);
}

struct text words_rounding(struct arena *a, const struct rounding *r)
{
    struct text step = r->to_multiple ? SAY(a, "multiple of {}", words_number(a, r->step, false))
                                      : text_number(a, r->places);
    return SAY(a, "to {} {}", step, words_mode(r->mode));
}

/* Digits of texts in quotes are what people read, and stay. */
struct text words_plain(struct arena *a, struct text written)
{
    enum { THAI_ZERO = 0x0E50, THAI_NINE = 0x0E59 };
    struct buffer b = buffer_in(a);
    struct text t = text_folded(a, written);
    bool quoted = false;
    for (size_t i = 0; i < t.n;) {
        uint32_t point = text_next(t, &i);
        bool escape = quoted && point == '\\' && i < t.n;
        if (point == '"')
            quoted = !quoted;
        bool thai = !quoted && point >= THAI_ZERO && point <= THAI_NINE;
        buffer_add_point(&b, thai ? point - THAI_ZERO + '0' : point);
        if (escape)
            buffer_add_point(&b, text_next(t, &i));
    }
    return buffer_text(&b);
}

struct text diff_words(const struct diff *d, int side, const struct expr *e)
{
    if (d->telling)
        return words_meaning(d->arena, d->model[side], e);
    return words_plain(d->arena, source_text(d->model[side]->sources, e->at));
}

/* Their order says nothing. */
struct text words_keys(struct arena *a, const struct case_row *r)
{
    struct text *keys = ARENA_ARRAY(a, struct text, r->keys.n);
    struct buffer b = buffer_in(a);
    bool word = r->keys.n && r->keys.at[0].value.kind == VALUE_TEXT;
    if (r->otherwise)
        return TEXT("otherwise");
    for (size_t i = 0; i < r->keys.n; i++)
        keys[i] = diff_key(&r->keys.at[i]);
    const struct set *sorted = set_make(a, keys, r->keys.n);
    for (size_t i = 0; i < sorted->n; i++)
        buffer_add(&b,
                   SAY(a, word ? "{}\"{}\"" : "{}{}", i ? TEXT(", ") : TEXT(""), sorted->at[i]));
    return buffer_text(&b);
}

struct text words_case(struct comparing *c, int side, const struct cases *cases, size_t row)
{
    const struct case_row *r = &cases->rows.at[row];
    if (r->when)
        return SAY(c->a, "when {}", diff_words(c->d, side, r->when));
    return words_keys(c->a, r);
}
