/* Literals: numbers, dates, units and texts as they are written. */
#include "check/checker.h"

struct text check_text(const struct node *n)
{
    return n && n->kind == NODE_string ? n->string.text : (struct text){0};
}

struct text check_source(struct checker *c, struct span at)
{
    return text_folded(c->a, source_text(c->m->sources, at));
}

struct text check_number_words(struct checker *c, struct number n)
{
    return number_short_words(c->a, n, 6);
}

static bool digits_number(struct checker *c, const struct node *n, struct text digits,
                          struct number *value)
{
    if (number_parse(c->a, digits, value, NULL))
        return true;
    DIAG_ADD(c->d, K0801, n->at, text_number(c->a, NUMBER_DIGITS));
    *value = number_of(0);
    return false;
}

bool check_number(struct checker *c, const struct node *n, struct number *value)
{
    *value = number_of(0);
    bool good = false;
    if (n->kind == NODE_number) {
        good = digits_number(c, n, n->number.digits, value);
    } else if (n->kind == NODE_percent) {
        good = digits_number(c, n, n->percent.digits, value);
        *value = number_multiply(c->a, *value, number_ratio(1, 100));
    } else if (n->kind == NODE_quantity) {
        const struct unit *u = check_unit(c, n->quantity.unit);
        good = digits_number(c, n, n->quantity.digits, value) && u;
        if (u)
            *value = number_multiply(c->a, *value, u->scale);
    } else if (n->kind == NODE_negation) {
        good = check_number(c, n->negation.operand, value);
        *value = number_negate(c->a, *value);
    }
    return good;
}

bool check_whole(struct checker *c, const struct node *n, unsigned most, unsigned *value)
{
    struct number number;
    long long whole;
    *value = 0;
    if (!check_number(c, n, &number))
        return false;
    if (n->kind != NODE_number || !number_to_whole(c->a, number, &whole) || whole < 0 ||
        whole > (long long)most) {
        struct diag *g =
            DIAG_ADD(c->d, K0402, n->at, check_source(c, n->at),
                     SAY(c->a, "a whole number from 0 to {}", text_number(c->a, most)));
        (void)g;
        return false;
    }
    *value = (unsigned)whole;
    return true;
}

static struct text era_words(enum era era)
{
    return era == ERA_BE ? TEXT("Buddhist-era (BE)") : TEXT("common-era (CE)");
}

/* A year that only makes sense in the other era is a slip of 543 years, never what was meant. */
static bool check_era(struct checker *c, const struct node *n, struct text words, struct date date)
{
    enum { FROM = 1800, TO = 2300 };
    int year, month, day;
    date_parts(date, &year, &month, &day);
    int other = c->era == ERA_BE ? year + ERA_OFFSET : year - ERA_OFFSET;
    if ((FROM <= year && year <= TO) || other < FROM || other > TO)
        return true;
    enum era meant = c->era == ERA_BE ? ERA_CE : ERA_BE;
    struct diag *g = DIAG_ADD(c->d, K0505, n->at, words, era_words(meant), era_words(c->era));
    int written = other + (c->era == ERA_BE ? ERA_OFFSET : 0);
    diag_help(g, SAY(c->a, "in this file's era the year is {}", text_number(c->a, written)));
    return false;
}

bool check_date(struct checker *c, const struct node *n, struct date *first, struct date *last)
{
    if (n->kind != NODE_date && n->kind != NODE_month)
        return false;
    struct text words = n->kind == NODE_date ? n->date.text : n->month.text;
    if (!c->has_era && !c->era_missed) {
        struct diag *g = DIAG_PLAIN(c->d, K0306, n->at);
        diag_help(g, TEXT("write `era BE` for Buddhist-era years such as 2566, or `era CE` for "
                          "2023, in the head of this file"));
        c->era_missed = true;
    }
    struct month month;
    *first = *last = (struct date){1};
    switch (date_read(words, c->era, false, first, &month, NULL)) {
    case DATE_DAY:
        *last = *first;
        break;
    case DATE_MONTH:
        *first = month_first(month);
        *last = month_last(month);
        break;
    case DATE_NONE:
    case DATE_IMPOSSIBLE:
        diag_help(DIAG_ADD(c->d, K0504, n->at, words),
                  TEXT("a date is year, month and day; for the last day of a month, whatever its "
                       "length, write the month alone"));
        return false;
    }
    return !c->has_era || check_era(c, n, words, *first);
}

void report_backwards(struct checker *c, const struct node *range)
{
    diag_help(DIAG_ADD(c->d, K0408, range->at, check_source(c, range->range.low->at),
                       check_source(c, range->range.high->at)),
              TEXT("the smaller end, or the earlier day, comes first"));
}

static struct number scale_of(int scale)
{
    static const long long worth[] = {1, 1000, 1000000, 1000000000};
    return number_of(worth[scale]);
}

/* A name's dimension: NULL in *dimension for percent; false when nobody declared it. */
static bool dimension_named(struct arena *a, const struct map *known, struct text name,
                            const struct dimension **dimension)
{
    *dimension = NULL;
    if (text_equal(name, TEXT("percent")))
        return true;
    if (!map_find(known, name, NULL))
        return false;
    *dimension = dimension_of(a, name);
    return true;
}

/* The unit `name`, or `name` per `per` when that is not empty; NULL when one of them is not
 * declared. */
static const struct unit *unit_named(struct arena *a, const struct map *known, struct text name,
                                     struct text per, struct number scale, struct text words)
{
    const struct dimension *above, *below = NULL;
    if (!dimension_named(a, known, name, &above) ||
        (per.n && !dimension_named(a, known, per, &below)))
        return NULL;
    struct unit *u = ARENA_NEW(a, struct unit);
    *u = (struct unit){.words = words, .scale = scale};
    if (!above)
        u->scale = number_multiply(a, scale, number_ratio(1, 100));
    u->dimension = dimension_combine(a, above, below, -1);
    return u;
}

static const struct unit *report_unit(struct checker *c, const struct node *name)
{
    struct text wanted = name->word.text;
    if (c->units_spoilt || map_find(&c->bad_units, wanted, NULL))
        return NULL;
    map_put(&c->bad_units, wanted, 0);
    struct diag *g = DIAG_ADD(c->d, K0401, name->at, wanted);
    struct nearest near = nearest_to(wanted);
    nearest_offer(&near, TEXT("percent"));
    for (size_t i = 0; i < c->m->unit_names.n; i++)
        nearest_offer(&near, c->m->unit_names.at[i]);
    if (near.best.n) {
        diag_help(g, SAY(c->a, "did you mean `{}`?", near.best));
        diag_fix(g, name->at, near.best);
    } else
        diag_help(g, SAY(c->a, "declare it in the head{}: `units { {} }`",
                         c->files.n ? TEXT("") : TEXT(" of the rules"), wanted));
    return NULL;
}

static bool use_unit(struct checker *c, struct text name)
{
    size_t i;
    bool declared = map_find(&c->m->units, name, &i);
    if (declared)
        c->unit_used.at[i] = true;
    return declared || text_equal(name, TEXT("percent"));
}

const struct unit *check_unit(struct checker *c, const struct node *n)
{
    const struct node *name = n->unit.name, *per = n->unit.per;
    if (!use_unit(c, name->word.text))
        return report_unit(c, name);
    if (per && !use_unit(c, per->word.text))
        return report_unit(c, per);
    return unit_named(c->a, &c->m->units, name->word.text, per ? per->word.text : TEXT(""),
                      scale_of(n->unit.scale), check_source(c, n->at));
}

/* "million" and the like at the start of `words`, which then go on behind it. */
static struct number take_scale(struct text *words)
{
    static const char *const scales[] = {"", "thousand", "million", "billion"};
    for (int i = 1; i < 4; i++) {
        struct text scale = text_of(scales[i]);
        if (!text_starts(*words, scale) || words->n == scale.n || words->at[scale.n] != ' ')
            continue;
        *words = text_trim(text_after(*words, scale.n));
        return scale_of(i);
    }
    return number_of(1);
}

const struct unit *model_unit(const struct model *m, struct arena *a, struct text words)
{
    struct text name = text_trim(words), per = {0}, sign = TEXT(" per ");
    struct number scale = take_scale(&name);
    for (size_t i = 0; i + sign.n < name.n; i++)
        if (text_starts(text_after(name, i), sign)) {
            per = text_trim(text_after(name, i + sign.n));
            name = text_trim((struct text){name.at, i});
        }
    return unit_named(a, &m->units, name, per, scale, text_trim(words));
}
