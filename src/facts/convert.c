/* One value: what a piece of text says, by the type of its fact.
 *
 * What is usual (bare digits, the declared unit, few enough decimals) is looked at first: tables
 * have millions of such cells. */
#include <string.h>

#include "base/nearest.h"
#include "facts/bind.h"
#include "facts/record.h"

struct text fact_name(struct arena *a, const struct fact *f)
{
    return f->table ? SAY(a, "{}.{}", f->table->path, f->path) : f->path;
}

static void label_declared(struct binder *b, struct diag *g, const struct fact *f)
{
    diag_label(b->facts->diags, g, f->at, TEXT("declared here"));
}

/* `raw` cannot be a value of `f`. */
static struct diag *wrong_value(struct binder *b, const struct fact *f, struct raw raw)
{
    struct arena *a = b->facts->arena;
    struct diag *g = DIAG_ADD(b->facts->diags, K0604, raw.at, raw.text, fact_type_words(a, f));
    label_declared(b, g, f);
    return g;
}

/* Without blanks around it, text and place. */
static struct raw trimmed(struct raw raw)
{
    struct text inner = text_trim(raw.text);
    size_t from = (size_t)(inner.at - raw.text.at);
    raw.at = raw_part(raw, from, from + inner.n);
    raw.text = inner;
    return raw;
}

/* --- numbers ------------------------------------------------------------------------------ */

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
        g = DIAG_ADD(b->facts->diags, K0608, raw.at, raw.text, text_number(a, f->decimals),
                     fact_name(a, f));
    if (g)
        label_declared(b, g, f);
    if (g && raw.unit)
        diag_help(g, SAY(a, "the records write it in {}, and it is {}", raw.unit->words,
                         fact_type_words(a, f)));
    return !g;
}

static bool wrong_unit(struct binder *b, const struct fact *f, struct raw raw,
                       const struct unit *unit)
{
    struct arena *a = b->facts->arena;
    struct text says = unit->dimension ? dimension_words(a, unit->dimension) : unit->words;
    struct diag *g = DIAG_ADD(b->facts->diags, K0607, raw.at, raw.text, says, fact_name(a, f),
                              fact_type_words(a, f));
    label_declared(b, g, f);
    return false;
}

/* Whether the words alone show that grain is no question: the declared unit, and few enough
 * decimals. */
static bool is_coarse(const struct fact *f, const struct figure *figure, const struct unit *usual)
{
    if (figure->unit || usual)
        return false;
    return f->whole ? figure->decimals == 0
                    : f->decimals < 0 || figure->decimals <= (unsigned)f->decimals;
}

static bool convert_number(struct binder *b, const struct fact *f, struct raw raw, struct value *v)
{
    struct figure figure;
    bool number = raw.kind == RAW_NUMBER || raw.kind == RAW_WORDS;
    raw = raw.kind == RAW_WORDS ? trimmed(raw) : raw;
    if (!number || (raw.kind == RAW_WORDS && !figure_is_in(raw.text)))
        return wrong_value(b, f, raw), false;
    if (!figure_read(b, raw, &figure))
        return false;
    const struct dimension *declared = f->unit ? f->unit->dimension : NULL;
    const struct unit *usual = raw.unit ? raw.unit : f->unit;
    if (!figure.unit && usual)
        figure.value = number_multiply(b->facts->arena, figure.value, usual->scale);
    else if (figure.unit && !dimension_equal(figure.unit->dimension, declared))
        return wrong_unit(b, f, raw, figure.unit);
    if (number_is_over(figure.value))
        return figure_too_long(b, raw);
    if (!is_coarse(f, &figure, raw.unit) && !check_grain(b, f, raw, figure.value))
        return false;
    if (!check_range(b, f, raw, figure.value))
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

static struct text without(struct text t, struct text start)
{
    return text_starts(t, start) ? text_after(t, start.n) : t;
}

struct text facts_day_alone(struct text t)
{
    enum { DAY = 10 }; /* bytes of 2024-02-01 */
    bool timed = t.n > DAY + 1 && (t.at[DAY] == ' ' || t.at[DAY] == 'T');
    struct text midnight = timed ? text_after(t, DAY + 1) : t;
    struct text seconds = without(midnight, TEXT("00:00")), rest = without(seconds, TEXT(":00"));
    if (!timed || seconds.n == midnight.n)
        return t;
    if (rest.n < seconds.n && text_starts(rest, TEXT(".0")))
        for (rest = text_after(rest, 2); text_starts(rest, TEXT("0"));)
            rest = text_after(rest, 1);
    return rest.n ? t : (struct text){t.at, DAY};
}

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
        diag_help(DIAG_ADD(b->facts->diags, K0613, raw.at, raw.text),
                  TEXT("look it up in its source: some months have 30 days, February 28 or 29"));
        return;
    }
    struct text era = b->era == ERA_BE ? TEXT("the Buddhist era") : TEXT("the common era");
    struct text words = meant.reading == DATE_DAY ? date_words(a, meant.date, b->era)
                                                  : month_words(a, meant.month, b->era);
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
    raw.text = facts_day_alone(raw.text);
    *day = read_day(raw.text, b->era);
    if (day->reading != DATE_NONE && span_is_nowhere(b->dated_at))
        b->dated_at = raw.at;
    if (day->reading == DATE_IMPOSSIBLE)
        no_such_day(b, raw);
    return day->reading != DATE_NONE;
}

/* How a date is written; and what is written as 14/02/2566, in that way. */
static void help_date(struct binder *b, struct diag *g, struct raw raw, enum date_reading wanted)
{
    struct arena *a = b->facts->arena;
    bool certain;
    if (wanted == DATE_MONTH) {
        diag_help(g, TEXT("write year and month: 2566-04, or เม.ย. 2566"));
        return;
    }
    struct text iso = dates_as_iso(a, fold_digits(a, raw.text), &b->era, &certain);
    diag_help(g, iso.n ? SAY(a, "a date is year, month and day: `{}`", iso)
                       : TEXT("write year, month and day: 2566-04-30, or 30 เม.ย. 2566"));
    if (iso.n && certain && raw.at.hi - raw.at.lo == raw.text.n)
        diag_fix(g, raw.at, iso);
}

static bool convert_calendar(struct binder *b, const struct fact *f, struct raw raw,
                             struct value *v)
{
    struct day day;
    enum date_reading wanted = f->type.kind == TYPE_DATE ? DATE_DAY : DATE_MONTH;
    if (!convert_day(b, raw, &day) || (day.reading != DATE_IMPOSSIBLE && day.reading != wanted)) {
        struct diag *g = wrong_value(b, f, raw);
        if (text_equal(raw.text, TEXT("-")))
            diag_help(g, TEXT("where there is no date leave it empty (`\"\"` in a table of a fact "
                              "file): `-` is the number zero"));
        else
            help_date(b, g, trimmed(raw), wanted);
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
        struct diag *g = DIAG_ADD(b->facts->diags, K0604, raw.at, raw.text, TEXT("a date"));
        help_date(b, g, raw, DATE_DAY);
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
    for (size_t i = 0; i < f->words.n && bind_may_suggest(b); i++)
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

bool facts_truth(struct text words, bool of_record, bool *yes)
{
    static const char *const own[2][2] = {{"no", "ไม่ใช่"}, {"yes", "ใช่"}};
    /* 1 and 0 may be a column that has slipped. */
    static const char *const others[2][4] = {{"no", "false", "f", "n"}, {"yes", "true", "t", "y"}};
    bool said = false;
    for (int i = 0; i < 2 && !said; i++) {
        for (int j = 0; j < 2 && !said; j++)
            said = text_equal(words, text_of(own[i][j]));
        for (int j = 0; j < 4 && of_record && !said; j++)
            said = text_equal_caseless(words, text_of(others[i][j]));
        *yes = i;
    }
    return said;
}

static bool convert_truth(struct binder *b, const struct fact *f, struct raw raw, struct value *v)
{
    bool yes, readable = raw.kind == RAW_WORDS || raw.kind == RAW_TRUTH;
    if (!readable || !facts_truth(text_trim(raw.text), raw.kind == RAW_TRUTH || b->columns, &yes)) {
        diag_help(wrong_value(b, f, raw), TEXT("write yes or no (ใช่ or ไม่ใช่)"));
        return false;
    }
    *v = value_truth(yes);
    return true;
}

/* The pieces of `raw` between separators, as items of their own. */
static struct raw split(struct binder *b, struct raw raw, char separator)
{
    LIST_OF(struct raw) items = {0};
    for (size_t from = 0, to; from <= raw.text.n; from = to + 1) {
        const char *found =
            from < raw.text.n ? memchr(raw.text.at + from, separator, raw.text.n - from) : NULL;
        to = found ? (size_t)(found - raw.text.at) : raw.text.n;
        struct text piece = text_trim((struct text){raw.text.at + from, to - from});
        size_t start = (size_t)(piece.at - raw.text.at);
        struct raw item = {
            .kind = RAW_WORDS, .text = piece, .at = raw_part(raw, start, start + piece.n)};
        LIST_ADD(b->facts->scratch, &items, item);
    }
    raw.kind = RAW_LIST;
    raw.items = items.at;
    raw.n = items.n;
    return raw;
}

static bool convert_set(struct binder *b, const struct fact *f, struct raw raw, char separator,
                        struct value *v)
{
    if (raw.kind == RAW_WORDS)
        raw = split(b, raw, separator);
    if (raw.kind != RAW_LIST)
        return wrong_value(b, f, raw), false;
    struct text *texts = ARENA_ARRAY(b->values, struct text, raw.n);
    bool well = true;
    for (size_t i = 0; i < raw.n && !bind_is_hopeless(b); i++) {
        struct raw item = raw.items[i];
        texts[i] = item.text;
        if (!item.text.n)
            DIAG_PLAIN(b->facts->diags, K0640, item.at);
        well = item.text.n && is_declared(b, f, item) && well;
    }
    if (well)
        *v = (struct value){.kind = VALUE_SET, .set = set_make(b->values, texts, raw.n)};
    return well;
}

static bool convert_as(struct binder *b, const struct fact *f, struct raw raw, char separator,
                       struct value *v)
{
    switch (f->type.kind) {
    case TYPE_NUMBER:
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

bool convert(struct binder *b, const struct fact *f, struct raw raw, char separator,
             struct value *v)
{
    const struct diags *d = b->facts->diags;
    size_t before = d->all.n;
    if (convert_as(b, f, raw, separator, v))
        return true;
    for (size_t i = before; i < d->all.n; i++)
        d->all.at[i]->fact = fact_name(b->facts->arena, f);
    return false;
}
