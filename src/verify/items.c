/* What steps say: numbers, yes and no, dates, texts, sets, and the ways to say nothing. */
#include <string.h>

#include "verify/checking.h"

enum { PART_DIGITS = 1300 /* of a numerator or denominator: a little more than 4096 bits */ };

static const char *const absences[] = {[ABSENT_LEFT_OUT] = "left out",
                                       [ABSENT_NONE] = "none",
                                       [ABSENT_UNDEFINED] = "undefined",
                                       [ABSENT_MISSING] = "missing",
                                       [ABSENT_NA] = "n/a"};

struct item item_truth(bool yes)
{
    return (struct item){.kind = ITEM_TRUTH, .n = yes};
}

struct item item_absent(enum absent_kind kind)
{
    return (struct item){.kind = ITEM_ABSENT, .n = (int32_t)kind};
}

static size_t digits(struct text t, size_t from)
{
    size_t i = from;
    while (i < t.n && t.at[i] >= '0' && t.at[i] <= '9')
        i++;
    bool well = i - from <= PART_DIGITS && (i - from == 1 || (i > from && t.at[from] != '0'));
    return well ? i : from;
}

/* A divisor that both parts have. */
static bool is_lowest(struct text top, struct text bottom)
{
    char words[PART_DIGITS + 2];
    mpz_t x, y;
    memcpy(words, top.at, top.n);
    words[top.n] = 0;
    mpz_init_set_str(x, words, 10);
    memcpy(words, bottom.at, bottom.n);
    words[bottom.n] = 0;
    mpz_init_set_str(y, words, 10);
    mpz_gcd(x, x, y);
    bool lowest = mpz_cmp_ui(x, 1) == 0 && mpz_cmp_ui(y, 1) > 0;
    mpz_clears(x, y, (mpz_ptr)NULL);
    return lowest;
}

/* "-3/4": in lowest terms, the one way to write it. */
static bool is_number(struct text t)
{
    size_t minus = t.n && t.at[0] == '-', middle = digits(t, minus);
    if (middle == minus || (minus && t.at[minus] == '0'))
        return false;
    if (middle == t.n)
        return true;
    if (t.at[middle] != '/' || digits(t, middle + 1) != t.n)
        return false;
    return is_lowest((struct text){t.at + minus, middle - minus}, text_after(t, middle + 1));
}

static bool read_number(struct reader *r, struct item *out)
{
    size_t at = r->at;
    out->kind = ITEM_NUMBER;
    if (!read_quoted(r, &out->words))
        return false;
    if (is_number(out->words))
        return true;
    r->at = at;
    return read_fails(r, "an exact number in lowest terms");
}

static bool read_absent(struct reader *r, struct item *out)
{
    struct text word;
    size_t at = r->at;
    if (!read_quoted(r, &word))
        return false;
    for (int i = ABSENT_LEFT_OUT; i <= ABSENT_NA; i++)
        if (text_equal(word, text_of(absences[i]))) {
            *out = item_absent((enum absent_kind)i);
            return true;
        }
    r->at = at;
    return read_fails(r, "a kind of absence");
}

static bool read_day(struct reader *r, struct item *out, enum item_kind kind)
{
    struct text t;
    size_t at = r->at;
    out->kind = kind;
    if (!read_quoted(r, &t))
        return false;
    if (kind == ITEM_DATE ? day_read(t, &out->n) : month_read(t, &out->n))
        return true;
    r->at = at;
    return read_fails(r, kind == ITEM_DATE ? "a date" : "a month");
}

/* Sorted by bytes, each once. */
static bool read_set(struct reader *r, struct item *out)
{
    size_t from = r->at;
    struct text before = {0}, element;
    out->kind = ITEM_SET;
    if (!read_exact(r, "["))
        return false;
    for (bool any = false; !read_if(r, "]"); any = true) {
        if ((any && !read_exact(r, ", ")) || !read_quoted(r, &element))
            return false;
        if (any && text_order(read_plain(r->a, before), read_plain(r->a, element)) >= 0)
            return read_fails(r, "a greater element");
        before = element;
    }
    out->words = (struct text){r->t.at + from, r->at - from};
    return true;
}

static bool read_end(struct reader *r)
{
    struct item ignored;
    return read_if(r, "null") || read_number(r, &ignored);
}

static bool read_range(struct reader *r, struct item *out)
{
    size_t from = r->at - strlen("{\"least\": ");
    if (!read_end(r) || !read_exact(r, ", \"most\": ") || !read_end(r) || !read_exact(r, "}"))
        return false;
    *out = (struct item){.kind = ITEM_RANGE, .words = {r->t.at + from, r->at - from}};
    return true;
}

struct item item_range(struct arena *a, const struct item *low, const struct item *high)
{
    struct text words[2];
    const struct item *end[] = {low, high};
    for (int i = 0; i < 2; i++)
        words[i] = end[i] ? SAY(a, "\"{}\"", end[i]->words) : TEXT("null");
    return (struct item){.kind = ITEM_RANGE,
                         .words = SAY(a, "{\"least\": {}, \"most\": {}}", words[0], words[1])};
}

bool read_item(struct reader *r, struct item *out)
{
    *out = (struct item){.kind = ITEM_TRUTH};
    if (read_if(r, "true"))
        out->n = 1;
    else if (read_if(r, "false"))
        out->n = 0;
    else if (!read_if(r, "{"))
        return read_number(r, out);
    else if (read_if(r, "\"date\": "))
        return read_day(r, out, ITEM_DATE) && read_exact(r, "}");
    else if (read_if(r, "\"month\": "))
        return read_day(r, out, ITEM_MONTH) && read_exact(r, "}");
    else if (read_if(r, "\"absent\": "))
        return read_absent(r, out) && read_exact(r, "}");
    else if (read_if(r, "\"least\": "))
        return read_range(r, out);
    else if (read_if(r, "\"set\": "))
        return read_set(r, out) && read_exact(r, "}");
    else {
        out->kind = ITEM_TEXT;
        return read_exact(r, "\"text\": ") && read_quoted(r, &out->words) && read_exact(r, "}");
    }
    return true;
}

bool item_same(const struct item *x, const struct item *y)
{
    return x->kind == y->kind && x->n == y->n && text_equal(x->words, y->words);
}

bool item_element(const struct item *set, size_t *at, struct text *element)
{
    size_t i = *at + 1 + (*at > 0); /* behind `[`, or behind `, ` */
    if (i >= set->words.n || set->words.at[i] != '"')
        return false;
    size_t from = ++i;
    while (set->words.at[i] != '"')
        i += set->words.at[i] == '\\' ? 2 : 1;
    *element = (struct text){set->words.at + from, i - from};
    *at = i + 1;
    return true;
}

struct text item_words(struct arena *a, const struct item *i)
{
    struct buffer b = buffer_in(a);
    switch (i->kind) {
    case ITEM_ABSENT:
        return text_of(absences[i->n]);
    case ITEM_NUMBER:
    case ITEM_TEXT:
    case ITEM_SET:
    case ITEM_RANGE:
        return i->words;
    case ITEM_TRUTH:
        return i->n ? TEXT("yes") : TEXT("no");
    case ITEM_DATE:
        day_print(&b, i->n);
        break;
    case ITEM_MONTH:
        month_print_iso(&b, i->n);
        break;
    }
    return buffer_text(&b);
}
