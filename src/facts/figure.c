/* Numerals with their units: `-1,234.50 million baht`, `82.63%`, JSON's `1.5e3`.
 *
 * Numbers go through number_parse alone, so no digit is ever a double. */
#include <string.h>

#include "base/nearest.h"
#include "facts/bind.h"

static bool is_thai_digit(struct text t, size_t i)
{
    return i + 2 < t.n && memcmp(t.at + i, "\xE0\xB9", 2) == 0 &&
           (unsigned char)t.at[i + 2] >= 0x90 && (unsigned char)t.at[i + 2] <= 0x99;
}

/* Bytes of the digit at `i`; 0 when there is none. */
static size_t digit_at(struct text t, size_t i)
{
    if (i < t.n && t.at[i] >= '0' && t.at[i] <= '9')
        return 1;
    return is_thai_digit(t, i) ? 3 : 0;
}

struct text fold_digits(struct arena *a, struct text t)
{
    size_t i = 0;
    while (i < t.n && !is_thai_digit(t, i))
        i++;
    if (i == t.n)
        return t;
    struct buffer b = buffer_in(a);
    for (i = 0; i < t.n; i++) {
        if (!is_thai_digit(t, i)) {
            buffer_add_byte(&b, t.at[i]);
            continue;
        }
        buffer_add_byte(&b, (char)((unsigned char)t.at[i + 2] - 0x90 + '0'));
        i += 2;
    }
    return buffer_text(&b);
}

struct span raw_part(struct raw raw, size_t from, size_t to)
{
    if (raw.at.hi - raw.at.lo != raw.text.n)
        return raw.at;
    return (struct span){raw.at.lo + (uint32_t)from, raw.at.lo + (uint32_t)to};
}

struct numeral {
    size_t end; /* bytes from the start of the text */
    size_t digits;
    bool has_commas, groups_well, well; /* well: it has the form of a number */
};

/* -1,234.56: where it ends, and whether commas and point stand where they may. */
static struct numeral numeral_in(struct text t)
{
    struct numeral n = {.groups_well = true};
    size_t i = t.n && t.at[0] == '-', run = 0, behind = 0;
    bool point = false;
    for (size_t step; i < t.n; i += step) {
        step = digit_at(t, i);
        if (step) {
            run++;
            n.digits++;
            behind += point;
            continue;
        }
        step = 1;
        if (t.at[i] == ',' && run && i + 1 < t.n && (digit_at(t, i + 1) || t.at[i + 1] == ',')) {
            n.groups_well = n.groups_well && !point && (n.has_commas ? run == 3 : run <= 3);
            n.has_commas = true;
            run = 0;
        } else if (t.at[i] == '.' && n.digits && !point) {
            n.groups_well = n.groups_well && (!n.has_commas || run == 3);
            point = true;
            run = 0;
        } else
            break;
    }
    n.groups_well = n.groups_well && (!n.has_commas || point || run == 3);
    n.well = n.digits && (!point || behind);
    n.end = i;
    return n;
}

static struct text without_commas(struct arena *a, struct text t)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < t.n; i++)
        if (t.at[i] != ',')
            buffer_add_byte(&b, t.at[i]);
    return buffer_text(&b);
}

static struct text with_exponent(struct arena *a, struct text digits, int exponent)
{
    bool minus = digits.n && digits.at[0] == '-';
    struct buffer all = buffer_in(a), out = buffer_in(a);
    long point = -1;
    for (size_t i = minus; i < digits.n; i++) {
        if (digits.at[i] == '.')
            point = (long)all.n;
        else
            buffer_add_byte(&all, digits.at[i]);
    }
    point = (point < 0 ? (long)all.n : point) + exponent;
    if (minus)
        buffer_add_byte(&out, '-');
    if (point <= 0)
        buffer_add(&out, TEXT("0."));
    buffer_add_times(&out, TEXT("0"), point < 0 ? (size_t)-point : 0);
    for (size_t i = 0; i < all.n; i++) {
        if (i && (long)i == point)
            buffer_add_byte(&out, '.');
        buffer_add_byte(&out, all.at[i]);
    }
    buffer_add_times(&out, TEXT("0"), point > (long)all.n ? (size_t)point - all.n : 0);
    return buffer_text(&out);
}

/* A JSON number as plain digits: 1.5e3 is 1500.  False when its exponent is beyond the limit. */
static bool expand(struct binder *b, struct raw *raw)
{
    struct text t = raw->text;
    size_t e = 0;
    while (e < t.n && t.at[e] != 'e' && t.at[e] != 'E')
        e++;
    if (e == t.n)
        return true;
    int exponent = 0;
    bool minus = e + 1 < t.n && t.at[e + 1] == '-';
    for (size_t i = e + 1; i < t.n && exponent <= FACTS_EXPONENT; i++)
        if (t.at[i] >= '0' && t.at[i] <= '9')
            exponent = exponent * 10 + (t.at[i] - '0');
    if (exponent > FACTS_EXPONENT) {
        struct arena *a = b->facts->arena;
        DIAG_ADD(b->facts->diags, K0637, raw->at, text_number(a, FACTS_EXPONENT),
                 TEXT("as an exponent"));
        return false;
    }
    raw->text =
        with_exponent(b->facts->arena, (struct text){t.at, e}, minus ? -exponent : exponent);
    return true;
}

bool figure_too_long(struct binder *b, struct raw raw)
{
    struct arena *a = b->facts->arena;
    struct diag *g =
        DIAG_ADD(b->facts->diags, K0637, raw.at, text_number(a, NUMBER_DIGITS), TEXT("digits"));
    diag_says(g, TEXT("this number"));
    return false;
}

/* What is behind the digits of 1.5e3 or 2E+05. */
static bool is_exponent(struct text words)
{
    size_t i = words.n > 1 && (words.at[1] == '+' || words.at[1] == '-') ? 2 : 1;
    bool any = i < words.n && (words.at[0] == 'e' || words.at[0] == 'E');
    for (; any && i < words.n; i++)
        any = words.at[i] >= '0' && words.at[i] <= '9';
    return any;
}

static bool unknown_unit(struct binder *b, struct raw raw, struct text words, struct span at)
{
    const struct facts *f = b->facts;
    struct diag *g = DIAG_ADD(f->diags, K0606, at, words);
    struct text last = words;
    for (size_t i = 0; i < words.n; i++)
        if (words.at[i] == ' ')
            last = text_after(words, i + 1);
    struct nearest near = nearest_to(last);
    nearest_offer(&near, TEXT("percent"));
    for (size_t i = 0; i < f->model->unit_names.n && f->diags->all.n < f->diags->limit; i++)
        nearest_offer(&near, f->model->unit_names.at[i]);
    if (is_exponent(words))
        diag_help(g, TEXT("write it out: a program that shortens numbers so has rounded them"));
    else if (near.best.n) {
        diag_help(g, SAY(f->arena, "did you mean `{}`?", near.best));
        if (raw.at.hi - raw.at.lo == raw.text.n)
            diag_fix(g, (struct span){at.hi - (uint32_t)last.n, at.hi}, near.best);
    }
    return false;
}

/* `raw.text` from `from` on is the unit, or nothing.  False after an error. */
static bool read_unit(struct binder *b, struct raw raw, size_t from, const struct unit **unit)
{
    struct text words = text_trim(text_after(raw.text, from));
    *unit = NULL;
    if (!words.n)
        return true;
    struct text name = text_equal(words, TEXT("%")) ? TEXT("percent") : words;
    *unit = model_unit(b->facts->model, b->facts->arena, name);
    if (*unit)
        return true;
    size_t start = (size_t)(words.at - raw.text.at);
    return unknown_unit(b, raw, words, raw_part(raw, start, start + words.n));
}

bool figure_is_in(struct text t)
{
    struct numeral n = numeral_in(t);
    if (t.n == 1 && t.at[0] == '-')
        return true;
    return n.well && (n.end == t.n || !strchr(".,-", t.at[n.end]));
}

struct text figure_shown(struct arena *a, struct raw raw)
{
    struct text t = text_trim(raw.text);
    bool bare = raw.kind == RAW_NUMBER || numeral_in(t).end == t.n;
    return bare ? SAY(a, "{} {}", t, raw.unit->words) : t;
}

static bool wrong_groups(struct binder *b, struct raw raw, struct text numeral)
{
    struct text plain = without_commas(b->facts->arena, numeral);
    struct diag *g = DIAG_ADD(b->facts->diags, K0605, raw_part(raw, 0, numeral.n), numeral);
    diag_help(g, SAY(b->facts->arena,
                     "write `{}`, or a comma after every third digit from the point", plain));
    diag_fix(g, raw_part(raw, 0, numeral.n), plain);
    return false;
}

bool figure_read(struct binder *b, struct raw raw, struct figure *figure)
{
    struct arena *a = b->facts->arena;
    *figure = (struct figure){.scale = number_of(1), .value = number_of(0)};
    if (text_equal(raw.text, TEXT("-")))
        return true;
    if (raw.kind == RAW_NUMBER && !expand(b, &raw))
        return false;
    struct numeral n = numeral_in(raw.text);
    struct text numeral = {raw.text.at, n.end};
    if (n.digits > NUMBER_DIGITS)
        return figure_too_long(b, raw);
    if (n.has_commas && !n.groups_well)
        return wrong_groups(b, raw, numeral);
    if (n.has_commas)
        numeral = without_commas(a, numeral);
    struct number value;
    if (!read_unit(b, raw, n.end, &figure->unit) ||
        !number_parse(a, numeral, &value, &figure->decimals))
        return false;
    if (figure->unit)
        figure->scale = figure->unit->scale;
    figure->value = figure->unit ? number_multiply(a, value, figure->scale) : value;
    return !number_is_over(figure->value) || figure_too_long(b, raw);
}
