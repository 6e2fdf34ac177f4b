/* Values, and the ways in which a value can be absent. */
#include "value/value.h"

struct value value_absent(struct arena *a, struct cause cause)
{
    struct cause *kept = ARENA_NEW(a, struct cause);
    *kept = cause;
    return (struct value){.kind = VALUE_ABSENT, .absence = cause.absence, .cause = kept};
}

struct value value_absence_of(struct value x, struct value y)
{
    if (x.kind != VALUE_ABSENT)
        return y;
    if (y.kind != VALUE_ABSENT)
        return x;
    struct value stronger = y.absence > x.absence ? y : x;
    stronger.may_be_na = x.may_be_na || y.may_be_na;
    return stronger;
}

struct value value_doubt_of(struct value x, struct value y)
{
    bool missing = x.kind == VALUE_ABSENT && y.kind == VALUE_ABSENT &&
                   (x.absence == ABSENCE_MISSING || y.absence == ABSENCE_MISSING);
    if (!missing || !(value_is_na(x) || value_is_na(y)))
        return value_absence_of(x, y);
    struct value other = value_is_na(x) ? y : x;
    other.may_be_na = true;
    return other;
}

/* Heap sort: no recursion, no memory, and never slow on any input. */
static void sift(struct text *t, size_t root, size_t n)
{
    for (size_t child; (child = 2 * root + 1) < n; root = child) {
        if (child + 1 < n && text_order(t[child], t[child + 1]) < 0)
            child++;
        if (text_order(t[root], t[child]) >= 0)
            return;
        struct text swap = t[root];
        t[root] = t[child];
        t[child] = swap;
    }
}

const struct set *set_make(struct arena *a, struct text *t, size_t n)
{
    for (size_t i = n / 2; i-- > 0;)
        sift(t, i, n);
    for (size_t last = n; last-- > 1;) {
        struct text swap = t[0];
        t[0] = t[last];
        t[last] = swap;
        sift(t, 0, last);
    }
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (!kept || !text_equal(t[kept - 1], t[i]))
            t[kept++] = t[i];
    struct set *s = ARENA_NEW(a, struct set);
    *s = (struct set){kept, t};
    return s;
}

bool set_has(const struct set *s, struct text t)
{
    size_t lo = 0, hi = s->n;
    while (lo < hi) {
        size_t middle = lo + (hi - lo) / 2;
        int order = text_order(s->at[middle], t);
        if (order == 0)
            return true;
        if (order < 0)
            lo = middle + 1;
        else
            hi = middle;
    }
    return false;
}

bool set_has_all(const struct set *s, const struct set *wanted)
{
    for (size_t i = 0; i < wanted->n; i++)
        if (!set_has(s, wanted->at[i]))
            return false;
    return true;
}

bool set_has_any(const struct set *s, const struct set *wanted)
{
    for (size_t i = 0; i < wanted->n; i++)
        if (set_has(s, wanted->at[i]))
            return true;
    return false;
}

bool value_equal(struct arena *a, struct value x, struct value y)
{
    switch (x.kind) {
    case VALUE_NUMBER:
        return number_equal(a, x.number, y.number);
    case VALUE_TEXT:
        return text_equal(x.text, y.text);
    case VALUE_DATE:
        return x.date.day == y.date.day;
    case VALUE_MONTH:
        return x.month.month == y.month.month;
    case VALUE_TRUTH:
        return x.truth == y.truth;
    case VALUE_SET:
        return x.set->n == y.set->n && set_has_all(x.set, y.set);
    case VALUE_ABSENT:
    case VALUE_TABLE:
        break;
    }
    return false;
}
