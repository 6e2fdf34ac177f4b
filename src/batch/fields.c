/* What a record may say of a fact, and how that gets into its slot.
 *
 * Everything that the declaration of a fact asks is turned into integers once: its unit and that of
 * the column into a factor for each count of decimals, its bounds and decimals into those of the
 * slot. */
#include "batch/fields.h"

#include "syntax/characters.h"

/* --- numbers ------------------------------------------------------------------------------- */

enum { COMPARED = 16 /* of the last that were made */ };

/* The greatest whole number that is not above `n`; the greatest or least that slots are compared
 * with where none of them is. */
static int64_t floor_of(struct arena *a, struct number n)
{
    long long whole;
    struct number floor = number_round(a, n, number_of(1), ROUND_DOWN);
    if (number_order(a, floor, n) > 0)
        floor = number_subtract(a, floor, number_of(1));
    if (number_to_whole(a, floor, &whole) && whole > -INT64_MAX)
        return whole;
    return number_sign(n) < 0 ? -INT64_MAX : INT64_MAX;
}

static void set_scale(struct arena *a, struct scaling *s, unsigned places)
{
    long long whole = 0;
    struct scale *scale = &s->of[places];
    struct number factor = number_multiply(a, s->factor, number_places(a, places));
    if (number_is_over(factor) || number_sign(factor) <= 0)
        return;
    if (number_to_whole(a, factor, &whole)) {
        scale->times = (uint64_t)whole;
        s->by[places] = 1;
        scale->most = s->grain == 1 ? (uint64_t)((INT64_MAX - 1) / whole) : 0;
    } else if (number_to_whole(a, number_divide(a, number_of(1), factor), &whole)) {
        scale->times = 1;
        s->by[places] = whole;
    }
}

/* A slot must be a multiple of 10^(its decimals - those that are allowed); 0: there is none. */
static int64_t grain_of(const struct fact *f, unsigned decimals)
{
    unsigned allowed = f->whole ? 0 : f->decimals < 0 ? decimals : (unsigned)f->decimals;
    int64_t grain = 1;
    for (unsigned i = allowed; i < decimals && grain; i++)
        grain = i - allowed < FIGURE_DIGITS ? grain * 10 : 0;
    return grain;
}

static struct number slot_factor(struct arena *a, const struct fact *f, const struct unit *unit,
                                 unsigned decimals)
{
    struct number factor = number_divide(a, number_of(1), number_places(a, decimals));
    if (unit)
        factor = number_multiply(a, factor, unit->scale);
    return f->unit ? number_divide(a, factor, f->unit->scale) : factor;
}

static const struct scaling *scaling_of(struct reader *r, const struct fact *f,
                                        const struct unit *unit, struct slot_form form)
{
    struct arena *a = r->arena;
    struct number factor = slot_factor(a, f, unit ? unit : f->unit, form.decimals);
    int64_t grain = grain_of(f, form.decimals);
    size_t n = r->scalings.n;
    for (size_t i = n > COMPARED ? n - COMPARED : 0; i < n; i++)
        if (r->scalings.at[i]->grain == grain && number_equal(a, r->scalings.at[i]->factor, factor))
            return r->scalings.at[i];
    struct scaling *s = ARENA_NEW(a, struct scaling);
    s->factor = factor;
    s->grain = grain;
    for (unsigned places = 0; places <= FIGURE_DIGITS && grain; places++)
        set_scale(a, s, places);
    LIST_ADD(a, &r->scalings, s);
    return s;
}

int64_t scaling_part(const struct scaling *s, struct decimal d)
{
    int64_t by = s->by[d.places];
    uint64_t times = s->of[d.places].times;
    if (!by || d.digits > (INT64_MAX - 1) / times)
        return -1;
    int64_t value = (int64_t)(d.digits * times);
    return value % by || value / by % s->grain ? -1 : value / by;
}

static void set_bounds(struct arena *a, struct field *field, const struct fact *f,
                       unsigned decimals)
{
    struct number factor = slot_factor(a, f, NULL, decimals);
    int64_t most = INT64_MAX;
    field->least = -INT64_MAX;
    if (f->has_least)
        field->least = -floor_of(a, number_negate(a, number_multiply(a, f->least, factor)));
    if (f->has_most)
        most = floor_of(a, number_multiply(a, f->most, factor));
    if (most < field->least)
        field->kind = FIELD_NEVER;
    field->wide = (uint64_t)most - (uint64_t)field->least;
}

/* --- fields -------------------------------------------------------------------------------- */

static enum field_kind kind_of(const struct fact *f, enum slot_kind slot)
{
    if (f->is_choice && slot != SLOT_NEVER)
        return FIELD_CHOICE;
    switch (slot) {
    case SLOT_NUMBER:
        return FIELD_NUMBER;
    case SLOT_DATE:
        return FIELD_DAY;
    case SLOT_MONTH:
        return FIELD_MONTH;
    case SLOT_TRUTH:
        return FIELD_TRUTH;
    case SLOT_CHOICE:
        return FIELD_CHOICE;
    case SLOT_TEXT:
        return FIELD_TEXT;
    case SLOT_NEVER:
        break;
    }
    return FIELD_NEVER;
}

static bool same_field(const struct field *x, const struct field *y)
{
    return x->kind == y->kind && x->kind != FIELD_CHOICE && x->least == y->least &&
           x->wide == y->wide && x->scaling == y->scaling;
}

/* One of the last that were made, or a new one. */
static const struct field *keep_field(struct reader *r, const struct field *f)
{
    size_t n = r->fields.n;
    for (size_t i = n > COMPARED ? n - COMPARED : 0; i < n; i++)
        if (same_field(r->fields.at[i], f))
            return r->fields.at[i];
    struct field *kept = ARENA_NEW(r->arena, struct field);
    *kept = *f;
    LIST_ADD(r->arena, &r->fields, kept);
    return kept;
}

const struct field *reader_field(struct reader *r, const struct fact *f, const struct unit *unit)
{
    struct slot_form form = plan_slot(r->batch->plan, f);
    struct field field = {.kind = kind_of(f, form.kind)};
    if (field.kind == FIELD_NUMBER) {
        field.scaling = scaling_of(r, f, unit, form);
        set_bounds(r->arena, &field, f, form.decimals);
    }
    if (field.kind == FIELD_CHOICE)
        field.words = map_in(r->arena);
    for (size_t i = 0; i < f->words.n && field.kind == FIELD_CHOICE; i++)
        map_put(&field.words, f->words.at[i], i);
    return keep_field(r, &field);
}

struct field *reader_other_field(struct reader *r, enum field_kind kind)
{
    struct field *f = ARENA_NEW(r->arena, struct field);
    f->kind = kind;
    return f;
}

struct reader *reader_new(struct arena *a, const struct batch *b)
{
    struct reader *r = ARENA_NEW(a, struct reader);
    *r = (struct reader){.arena = a, .batch = b};
    r->slot = ARENA_ARRAY(a, struct slot, b->model->facts.n + 1);
    days_make(&r->days, b->columns->has_era ? b->columns->era : ERA_CE);
    return r;
}

/* --- words --------------------------------------------------------------------------------- */

bool field_letters(struct text t)
{
    return text_plain(t, 0) == t.n || characters_are_well(t);
}

/* Whether they are taken as they are: they do not say `n/a`, nor might they with blanks around. */
static bool is_plain_text(struct text words)
{
    return text_trim(words).n == words.n && !text_equal(words, TEXT("n/a")) &&
           !text_equal(words, TEXT("N/A"));
}

static bool words_number(const struct field *f, struct slot *slot, struct text words)
{
    const char *end = words.at + words.n;
    struct decimal d;
    const char *behind = take_decimal(words.at, end, &d);
    return behind && behind == end && field_number(f, slot, d);
}

static bool words_day(const struct reader *r, struct slot *slot, struct text words)
{
    words = facts_day_alone(words);
    const char *end = words.at + words.n;
    int64_t day;
    const char *behind = take_day(&r->days, words.at, end, &day);
    if (!behind || behind != end)
        return false;
    slot_put(slot, day);
    return true;
}

static bool words_month(const struct reader *r, struct slot *slot, struct text words)
{
    const char *end = words.at + words.n;
    unsigned month;
    const char *behind = take_month(&r->days, words.at, end, &month);
    if (!behind || behind != end)
        return false;
    slot_put(slot, 12 * FACTS_YEAR_FIRST + (int64_t)month);
    return true;
}

static bool words_truth(struct slot *slot, struct text words)
{
    bool yes = false, readable = facts_truth(words, true, &yes);
    slot_put(slot, yes);
    return readable;
}

static bool words_choice(const struct field *f, struct slot *slot, struct text words)
{
    size_t which;
    if (!is_plain_text(words) || !map_find(&f->words, words, &which))
        return false;
    slot_put(slot, (int64_t)which);
    return true;
}

bool field_words(const struct reader *r, const struct field *f, struct slot *slot,
                 struct text words)
{
    switch (f->kind) {
    case FIELD_NUMBER:
        return words_number(f, slot, words);
    case FIELD_DAY:
        return words_day(r, slot, words);
    case FIELD_MONTH:
        return words_month(r, slot, words);
    case FIELD_TRUTH:
        return words_truth(slot, words);
    case FIELD_CHOICE:
        return words_choice(f, slot, words);
    case FIELD_TEXT:
        slot_put(slot, 1);
        return is_plain_text(words);
    case FIELD_IGNORED:
        return true;
    case FIELD_NEVER:
    case FIELD_ID:
    case FIELD_GROUP:
        break;
    }
    return false;
}
