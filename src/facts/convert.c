/* One value: what a piece of text says, by the type of its fact.
 *
 * Numbers go through number_parse alone, so no digit is ever a double.  What is usual (bare digits, the declared unit, few
 * enough decimals) is looked at first: tables have millions of such cells. */
#include <string.h>

#include "base/nearest.h"
#include "facts/bind.h"

struct text fact_name(struct arena *a, const struct fact *f)
{
    return f->table ? SAY(a, "{}.{}", f->table->path, f->path) : f->path;
}

static bool is_thai_digit(struct text t, size_t i)
{
    return i + 2 < t.n && memcmp(t.at + i, "\xE0\xB9", 2) == 0 && (unsigned char)t.at[i + 2] >= 0x90 &&
           (unsigned char)t.at[i + 2] <= 0x99;
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

/* `raw` cannot be a value of `f`. */
static struct diag *wrong_value(struct binder *b, const struct fact *f, struct raw raw)
{
    struct arena *a = b->facts->arena;
    struct diag *g = DIAG_ADD(b->facts->diags, K0604, raw.at, raw.text, fact_type_words(a, f));
    diag_label(b->facts->diags, g, f->at, TEXT("declared here"));
    return g;
}

/* The part of a raw value from byte `from` to `to`, as far as it stands in the source as it is. */
static struct span part_of(struct raw raw, size_t from, size_t to)
{
    if (raw.at.hi - raw.at.lo != raw.text.n)
        return raw.at;
    return (struct span){raw.at.lo + (uint32_t)from, raw.at.lo + (uint32_t)to};
}

/* Without blanks around it, text and place. */
static struct raw trimmed(struct raw raw)
{
    struct text inner = text_trim(raw.text);
    size_t from = (size_t)(inner.at - raw.text.at);
    raw.at = part_of(raw, from, from + inner.n);
    raw.text = inner;
    return raw;
}

/* --- numbers ------------------------------------------------------------------------------ */

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

/* The same groups as they ought to be: for the fix of `12,34`. */
static void offer_digits(struct binder *b, struct diag *g, struct raw raw, struct text numeral)
{
    struct text plain = without_commas(b->facts->arena, numeral);
    diag_help(g, SAY(b->facts->arena, "write `{}`, or commas after every third digit from the point", plain));
    diag_fix(g, part_of(raw, 0, numeral.n), plain);
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
        DIAG_ADD(b->facts->diags, K0637, raw->at, text_number(a, FACTS_EXPONENT), TEXT("as an exponent"));
        return false;
    }
    raw->text = with_exponent(b->facts->arena, (struct text){t.at, e}, minus ? -exponent : exponent);
    return true;
}

static bool too_many_digits(struct binder *b, struct raw raw)
{
    struct arena *a = b->facts->arena;
    struct diag *g = DIAG_ADD(b->facts->diags, K0637, raw.at, text_number(a, NUMBER_DIGITS), TEXT("digits"));
    diag_says(g, TEXT("this number"));
    return false;
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
    for (size_t i = 0; i < f->model->facts.n; i++) {
        const struct unit *unit = f->model->facts.at[i]->unit;
        for (size_t j = 0; unit && unit->dimension && j < unit->dimension->n; j++)
            nearest_offer(&near, unit->dimension->factor[j].name);
    }
    if (near.best.n) {
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
    return unknown_unit(b, raw, words, part_of(raw, start, start + words.n));
}

bool convert_is_figure(struct text t)
{
    struct numeral n = numeral_in(t);
    return n.digits > 0 || (t.n == 1 && t.at[0] == '-');
}

bool convert_figure(struct binder *b, struct raw raw, struct figure *figure)
{
    struct arena *a = b->facts->arena;
    *figure = (struct figure){.scale = number_of(1), .value = number_of(0)};
    if (text_equal(raw.text, TEXT("-")))
        return true;
    struct numeral n = numeral_in(raw.text);
    struct text numeral = {raw.text.at, n.end};
    if (n.digits > NUMBER_DIGITS)
        return too_many_digits(b, raw);
    if (n.has_commas && !n.groups_well) {
        struct diag *g = DIAG_ADD(b->facts->diags, K0605, part_of(raw, 0, n.end), numeral);
        offer_digits(b, g, raw, numeral);
        return false;
    }
    struct number value;
    if (n.has_commas)
        numeral = without_commas(a, numeral);
    if (!read_unit(b, raw, n.end, &figure->unit) || !number_parse(a, numeral, &value, &figure->decimals))
        return false;
    figure->scale = figure->unit ? figure->unit->scale : figure->scale;
    figure->value = figure->unit ? number_multiply(a, value, figure->scale) : value;
    return !number_is_over(figure->value) || too_many_digits(b, raw);
}

static void label_declared(struct binder *b, struct diag *g, const struct fact *f)
{
    diag_label(b->facts->diags, g, f->at, TEXT("declared here"));
}

static bool check_range(struct binder *b, const struct fact *f, struct raw raw, struct number value)
{
    struct arena *a = b->facts->arena;
    struct diag *g = NULL;
    if (f->has_least && number_order(a, value, f->least) < 0)
        g = DIAG_ADD(b->facts->diags, K0609, raw.at, raw.text, f->least_words, fact_name(a, f));
    else if (f->has_most && number_order(a, value, f->most) > 0)
        g = DIAG_ADD(b->facts->diags, K0610, raw.at, raw.text, f->most_words, fact_name(a, f));
    if (g)
        label_declared(b, g, f);
    return !g;
}

/* How finely a number may be stated, in the unit of its fact. */
static bool check_grain(struct binder *b, const struct fact *f, struct raw raw, struct number value)
{
    struct arena *a = b->facts->arena;
    struct number own = f->unit ? number_divide(a, value, f->unit->scale) : value;
    unsigned decimals;
    struct diag *g = NULL;
    if (f->whole && !number_is_whole(a, own))
        g = DIAG_ADD(b->facts->diags, K0611, raw.at, raw.text, fact_name(a, f));
    else if (f->decimals >= 0 && !number_decimals(a, own, (unsigned)f->decimals, &decimals))
        g = DIAG_ADD(b->facts->diags, K0608, raw.at, raw.text, text_number(a, f->decimals), fact_name(a, f));
    if (g)
        label_declared(b, g, f);
    return !g;
}

static bool wrong_unit(struct binder *b, const struct fact *f, struct raw raw, const struct unit *unit)
{
    struct arena *a = b->facts->arena;
    struct text says = unit->dimension ? dimension_words(a, unit->dimension) : unit->words;
    struct diag *g = DIAG_ADD(b->facts->diags, K0607, raw.at, raw.text, says, fact_name(a, f), fact_type_words(a, f));
    label_declared(b, g, f);
    return false;
}

static bool convert_number(struct binder *b, const struct fact *f, struct raw raw, struct value *v)
{
    struct arena *a = b->facts->arena;
    struct raw plain = raw;
    struct figure figure;
    if (raw.kind == RAW_NUMBER && !expand(b, &plain))
        return false;
    if (raw.kind == RAW_QUOTED || raw.kind == RAW_TRUTH)
        return wrong_value(b, f, raw), false;
    if (plain.kind == RAW_WORDS)
        plain = trimmed(plain);
    if (!text_equal(plain.text, TEXT("-"))) {
        struct numeral n = numeral_in(plain.text);
        if (!n.well || (n.end < plain.text.n && strchr(".,-", plain.text.at[n.end])))
            return wrong_value(b, f, raw), false;
    }
    if (!convert_figure(b, plain, &figure))
        return false;
    if (!figure.unit && f->unit)
        figure.value = number_multiply(a, figure.value, f->unit->scale);
    else if (figure.unit && !dimension_equal(figure.unit->dimension, f->unit ? f->unit->dimension : NULL))
        return wrong_unit(b, f, plain, figure.unit);
    if (number_is_over(figure.value))
        return too_many_digits(b, raw);
    bool coarse = !figure.unit && (f->whole ? figure.decimals == 0 : figure.decimals <= (unsigned)f->decimals);
    if ((!coarse && !check_grain(b, f, plain, figure.value)) || !check_range(b, f, plain, figure.value))
        return false;
    *v = value_number(figure.value);
    return true;
}

/* --- dates -------------------------------------------------------------------------------- */

struct day {
    enum date_reading reading;
    struct date date;
    struct month month;
};

/* A day or month of a year that facts can have; DATE_IMPOSSIBLE beyond those years. */
static struct day read_day(struct text t, enum era era)
{
    struct day got = {.reading = DATE_NONE};
    int year = 0;
    got.reading = date_read(t, era, true, &got.date, &got.month, &year);
    year -= era == ERA_BE ? ERA_OFFSET : 0;
    if (got.reading != DATE_NONE && (year < FACTS_YEAR_FIRST || year > FACTS_YEAR_LAST))
        got.reading = DATE_IMPOSSIBLE;
    return got;
}

static void no_such_day(struct binder *b, struct raw raw)
{
    struct arena *a = b->facts->arena;
    enum era other = b->era == ERA_BE ? ERA_CE : ERA_BE;
    struct day meant = read_day(raw.text, other);
    if (meant.reading == DATE_IMPOSSIBLE) {
        DIAG_ADD(b->facts->diags, K0613, raw.at, raw.text);
        return;
    }
    struct text era = b->era == ERA_BE ? TEXT("the Buddhist era") : TEXT("the common era");
    struct text words = meant.reading == DATE_DAY ? date_words(a, meant.date, b->era) : month_words(a, meant.month, b->era);
    struct diag *g = DIAG_ADD(b->facts->diags, K0614, raw.at, raw.text, era);
    if (!span_is_nowhere(b->era_at))
        diag_label(b->facts->diags, g, b->era_at, TEXT("the era is said here"));
    diag_help(g, SAY(a, "the same day in {} is `{}`", era, words));
    diag_fix(g, raw.at, words);
}

static bool convert_day(struct binder *b, struct raw raw, struct day *day)
{
    if (raw.kind != RAW_WORDS)
        return false;
    raw = trimmed(raw);
    *day = read_day(raw.text, b->era);
    if (day->reading != DATE_NONE && span_is_nowhere(b->dated_at))
        b->dated_at = raw.at;
    if (day->reading == DATE_IMPOSSIBLE)
        no_such_day(b, raw);
    return day->reading != DATE_NONE;
}

static bool convert_calendar(struct binder *b, const struct fact *f, struct raw raw, struct value *v)
{
    struct day day;
    enum date_reading wanted = f->type.kind == TYPE_DATE ? DATE_DAY : DATE_MONTH;
    if (!convert_day(b, raw, &day) || (day.reading != DATE_IMPOSSIBLE && day.reading != wanted)) {
        struct diag *g = wrong_value(b, f, raw);
        if (text_equal(raw.text, TEXT("-")))
            diag_help(g, TEXT("where there is no date, write nothing: `-` is the number zero"));
        else
            diag_help(g, wanted == DATE_DAY ? TEXT("write year, month and day: 2566-04-30, or 30 เม.ย. 2566")
                                            : TEXT("write year and month: 2566-04, or เม.ย. 2566"));
        return false;
    }
    if (day.reading != wanted)
        return false;
    *v = wanted == DATE_DAY ? value_date(day.date) : value_month(day.month);
    return true;
}

bool convert_date(struct binder *b, struct raw raw, struct date *d)
{
    struct day day;
    if (!convert_day(b, raw, &day) || day.reading == DATE_MONTH) {
        DIAG_ADD(b->facts->diags, K0604, raw.at, raw.text, TEXT("a date"));
        return false;
    }
    *d = day.date;
    return day.reading == DATE_DAY;
}

/* --- words -------------------------------------------------------------------------------- */

static bool is_declared(struct binder *b, const struct fact *f, struct raw raw)
{
    for (size_t i = 0; i < f->words.n; i++)
        if (text_equal(f->words.at[i], raw.text))
            return true;
    if (!f->words.n && !f->is_choice)
        return true;
    struct arena *a = b->facts->arena;
    struct diag *g = DIAG_ADD(b->facts->diags, K0612, raw.at, raw.text, fact_name(a, f));
    struct nearest near = nearest_to(raw.text);
    for (size_t i = 0; i < f->words.n; i++)
        nearest_offer(&near, f->words.at[i]);
    label_declared(b, g, f);
    if (near.best.n) {
        diag_help(g, SAY(a, "did you mean `{}`?", near.best));
        if (raw.kind != RAW_QUOTED && raw.at.hi - raw.at.lo == raw.text.n)
            diag_fix(g, raw.at, near.best);
    } else
        diag_help(g, SAY(a, "it is {}", fact_type_words(a, f)));
    return false;
}

static bool convert_text(struct binder *b, const struct fact *f, struct raw raw, struct value *v)
{
    if (raw.kind != RAW_WORDS && raw.kind != RAW_QUOTED) {
        struct diag *g = wrong_value(b, f, raw);
        if (raw.kind == RAW_MIXED)
            diag_help(g, TEXT("put the whole text in quotes, and \\\" for a quote inside it"));
        else
            diag_help(g, TEXT("put it in quotes"));
        return false;
    }
    if (f->is_choice) {
        raw = raw.kind == RAW_WORDS ? trimmed(raw) : raw;
        if (!is_declared(b, f, raw))
            return false;
    }
    *v = value_text(raw.text);
    return true;
}

static bool convert_truth(struct binder *b, const struct fact *f, struct raw raw, struct value *v)
{
    struct text t = text_trim(raw.text);
    bool bare = raw.kind == RAW_WORDS, json = raw.kind == RAW_TRUTH;
    if ((bare && (text_equal(t, TEXT("yes")) || text_equal(t, TEXT("ใช่")))) || (json && text_equal(t, TEXT("true"))))
        *v = value_truth(true);
    else if ((bare && (text_equal(t, TEXT("no")) || text_equal(t, TEXT("ไม่ใช่")))) || (json && text_equal(t, TEXT("false"))))
        *v = value_truth(false);
    else {
        diag_help(wrong_value(b, f, raw), TEXT("write yes or no (ใช่ or ไม่ใช่)"));
        return false;
    }
    return true;
}

/* The pieces of `raw` between separators, as items of their own. */
static struct raw split(struct binder *b, struct raw raw, char separator)
{
    LIST_OF(struct raw) items = {0};
    for (size_t from = 0, to; from <= raw.text.n; from = to + 1) {
        const char *found = from < raw.text.n ? memchr(raw.text.at + from, separator, raw.text.n - from) : NULL;
        to = found ? (size_t)(found - raw.text.at) : raw.text.n;
        struct text piece = text_trim((struct text){raw.text.at + from, to - from});
        size_t start = (size_t)(piece.at - raw.text.at);
        struct raw item = {.kind = RAW_WORDS, .text = piece, .at = part_of(raw, start, start + piece.n)};
        LIST_ADD(b->facts->arena, &items, item);
    }
    raw.kind = RAW_LIST;
    raw.items = items.at;
    raw.n = items.n;
    return raw;
}

static bool convert_set(struct binder *b, const struct fact *f, struct raw raw, char separator, struct value *v)
{
    if (raw.kind == RAW_WORDS)
        raw = split(b, raw, separator);
    if (raw.kind != RAW_LIST)
        return wrong_value(b, f, raw), false;
    struct text *texts = ARENA_ARRAY(b->facts->arena, struct text, raw.n);
    bool well = true;
    for (size_t i = 0; i < raw.n; i++) {
        struct raw item = raw.items[i];
        texts[i] = item.text;
        if (!item.text.n)
            DIAG_PLAIN(b->facts->diags, K0640, item.at);
        well = item.text.n && is_declared(b, f, item) && well;
    }
    if (well)
        *v = (struct value){.kind = VALUE_SET, .set = set_make(b->facts->arena, texts, raw.n)};
    return well;
}

bool convert(struct binder *b, const struct fact *f, struct raw raw, char separator, struct value *v)
{
    switch (f->type.kind) {
    case TYPE_NUMBER:
        if (raw.kind == RAW_LIST || raw.kind == RAW_MIXED)
            break;
        return convert_number(b, f, raw, v);
    case TYPE_TEXT:
        return convert_text(b, f, raw, v);
    case TYPE_DATE:
    case TYPE_MONTH:
        return convert_calendar(b, f, raw, v);
    case TYPE_YES_NO:
        return convert_truth(b, f, raw, v);
    case TYPE_SET:
        return convert_set(b, f, raw, separator, v);
    case TYPE_ERROR: /* the declaration is broken, and that was said */
        return false;
    case TYPE_TABLE:
    case TYPE_RANGE:
        break;
    }
    wrong_value(b, f, raw);
    return false;
}
