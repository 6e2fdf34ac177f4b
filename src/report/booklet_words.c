/* Words, names and figures of the booklet, in its language. */
#include "explain/words.h"
#include "report/booklet_inside.h"

static const struct {
    const char *english, *thai;
} wordings[] = {
#define WORDING(id, english, thai) {english, thai},
#include "report/wording.def"
#undef WORDING
};

const char *wording_of(const struct booklet *b, enum wording which)
{
    return b->thai ? wordings[which].thai : wordings[which].english;
}

enum wording wording_counted(struct number n, struct arena *a, enum wording one, enum wording many)
{
    return number_equal(a, n, number_of(1)) ? one : many;
}

/* --- names ------------------------------------------------------------------------------------ */

/* Names come again wherever they are used: a hostile one would make a booklet of their product. */
struct text booklet_called(const struct booklet *b, struct text name)
{
    enum { TAIL_MASK = 0xC0, TAIL = 0x80 }; /* bytes inside of a character */
    size_t n = BOOKLET_NAME_BYTES;
    if (name.n <= n)
        return text_folded(b->a, name);
    while (n && ((unsigned char)name.at[n] & TAIL_MASK) == TAIL)
        n--;
    return SAY(b->a, "{}…", text_folded(b->a, (struct text){name.at, n}));
}

/* People know what has a number by that, and anything else by its title. */
bool booklet_has_number(const struct criterion *k)
{
    return k->id.n && k->id.at[0] >= '0' && k->id.at[0] <= '9';
}

struct text booklet_name(const struct booklet *b, const struct criterion *k)
{
    struct text title = booklet_called(b, k->title);
    if (!k->parent)
        return TOLD(b, THE_TOTAL);
    if (!title.n)
        return k->id;
    return booklet_has_number(k) ? SAY(b->a, "{} {}", k->path, title) : title;
}

struct text booklet_anchor(const struct booklet *b, const struct criterion *k)
{
    return SAY(b->a, "c-{}", k->path);
}

struct text booklet_fact(const struct booklet *b, const struct fact *f)
{
    struct text title = booklet_called(b, f->title.n ? f->title : f->path);
    struct text group = booklet_called(b, f->group);
    return group.n && f->title.n ? SAY(b->a, "“{}: {}”", group, title) : SAY(b->a, "“{}”", title);
}

/* --- days ------------------------------------------------------------------------------------- */

struct text booklet_day(const struct booklet *b, struct date d)
{
    return date_long_words(b->a, d, b->m->era, b->thai);
}

/* That of its first day, without the day. */
struct text booklet_month(const struct booklet *b, struct month m)
{
    struct text day = booklet_day(b, month_first(m));
    return text_after(day, 2);
}

struct text booklet_day_unit(const struct booklet *b, enum day_unit unit)
{
    return unit == UNIT_MONTH         ? TOLD(b, MONTH)
           : unit == UNIT_WORKING_DAY ? TOLD(b, WORKING_DAY)
                                      : TOLD(b, DAY);
}

struct text booklet_cite(const struct booklet *b, const struct cite *c)
{
    struct text says = text_folded(b->a, c->document);
    if (c->has_date)
        says = TELL(b, DATED, says, booklet_day(b, c->dated));
    if (c->page.n)
        says = TELL(b, PAGE, says, c->page);
    return c->has_effect ? TELL(b, EFFECTIVE, says, booklet_day(b, c->effective)) : says;
}

/* --- figures ---------------------------------------------------------------------------------- */

static struct text unit_title(const struct booklet *b, struct text name)
{
    size_t i;
    bool titled = map_find(&b->m->units, name, &i) && b->m->unit_titles.at[i].n;
    return titled ? booklet_called(b, b->m->unit_titles.at[i]) : name;
}

/* What is declared with a title, by that; powers as the language has no word for them by the words
 * of the unit. */
struct text booklet_unit(const struct booklet *b, const struct unit *u)
{
    const struct dimension *d = u->dimension;
    if (!d)
        return TOLD(b, PERCENT);
    struct text above = {0}, below = {0};
    for (size_t i = 0; i < d->n; i++) {
        struct text *side = d->factor[i].power > 0 ? &above : &below;
        if (side->n || d->factor[i].power > 1 || d->factor[i].power < -1)
            return u->words;
        *side = unit_title(b, d->factor[i].name);
    }
    if (!above.n)
        return u->words;
    static const struct {
        long long times;
        enum wording words;
    } scales[] = {
        {1000, WORDING_THOUSAND}, {1000000, WORDING_MILLION}, {1000000000, WORDING_BILLION}};
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
        if (number_equal(b->a, u->scale, number_of(scales[i].times)))
            above = SAY(b->a, wording_of(b, scales[i].words), above);
    return below.n ? TELL(b, PER, above, below) : above;
}

static bool is_of_number(uint32_t p)
{
    return (p >= '0' && p <= '9') || (p >= 0x0E50 && p <= 0x0E59) || p == '.' || p == ',' ||
           p == '-' || p == ' ';
}

struct text booklet_written(const struct booklet *b, struct text shown)
{
    struct text t = text_folded(b->a, text_arabic(b->a, shown));
    size_t n = 0;
    for (size_t i = 0; i < t.n; n = i)
        if (!is_of_number(text_next(t, &i)))
            break;
    const struct unit *u = n && n < t.n ? model_unit(b->m, b->a, text_after(t, n)) : NULL;
    if (!u || !u->dimension)
        return t;
    return SAY(b->a, "{} {}", text_trim((struct text){t.at, n}), booklet_unit(b, u));
}

struct text booklet_number(const struct booklet *b, struct number n)
{
    bool exact;
    struct text words = figure_short(b->a, n, FIGURE_PLACES, &exact);
    return exact ? words : number_exact_words(b->a, n);
}

/* As the criterion shows what it measures, but never rounded: a threshold is exact. */
struct text booklet_measure(const struct booklet *b, const struct criterion *k, struct number n)
{
    const struct unit *u = k->measure ? k->measure->unit : NULL;
    if (k->percent)
        return SAY(b->a, "{}%", booklet_number(b, number_multiply(b->a, n, number_of(100))));
    if (!u || !u->dimension)
        return booklet_number(b, n);
    return SAY(b->a, "{} {}", booklet_number(b, number_divide(b->a, n, u->scale)),
               booklet_unit(b, u));
}

struct text booklet_rounding(const struct booklet *b, const struct rounding *r)
{
    static const enum wording modes[] = {[ROUND_HALF_UP] = WORDING_HALF_UP,
                                         [ROUND_HALF_EVEN] = WORDING_HALF_EVEN,
                                         [ROUND_UP] = WORDING_UP,
                                         [ROUND_DOWN] = WORDING_DOWN};
    struct text mode = text_of(wording_of(b, modes[r->mode]));
    if (r->to_multiple)
        return TELL(b, TO_MULTIPLE, booklet_number(b, r->step), mode);
    return r->places == 1 ? TELL(b, TO_PLACE, TEXT("1"), mode)
                          : TELL(b, TO_PLACES, text_number(b->a, r->places), mode);
}

/* --- cases, bands, policies ------------------------------------------------------------------- */

struct text booklet_case(const struct booklet *b, const struct cases *cases, size_t row)
{
    const struct case_row *r = &cases->rows.at[row];
    if (r->when)
        return booklet_condition(b, r->when);
    if (r->otherwise)
        return TOLD(b, OTHERWISE);
    struct buffer words = buffer_in(b->a);
    for (size_t i = 0; i < r->keys.n; i++) {
        struct value v = r->keys.at[i].value;
        struct text key = v.kind == VALUE_TEXT ? SAY(b->a, "“{}”", v.text)
                          : v.truth            ? TOLD(b, YES)
                                               : TOLD(b, NO);
        buffer_add(&words, i ? TEXT(", ") : TEXT(""));
        buffer_add(&words, key);
    }
    return buffer_text(&words);
}

struct text booklet_band(const struct booklet *b, const struct band *band,
                         struct text (*says)(const struct booklet *b, const struct criterion *k,
                                             struct number n),
                         const struct criterion *k)
{
    if (band->otherwise)
        return TOLD(b, OTHERWISE);
    struct text low = band->has_low ? says(b, k, band->low) : TEXT("");
    struct text high = band->has_high ? says(b, k, band->high) : TEXT("");
    if (!band->has_low && !band->has_high)
        return TOLD(b, BAND_ALL);
    if (!band->has_high)
        return band->low_closed ? TELL(b, BAND_FROM, low) : TELL(b, BAND_ABOVE, low);
    if (!band->has_low)
        return band->high_closed ? TELL(b, BAND_TO, high) : TELL(b, BAND_BELOW, high);
    if (number_equal(b->a, band->low, band->high))
        return TELL(b, BAND_EXACTLY, low);
    if (band->low_closed)
        return band->high_closed ? TELL(b, BAND_FROM_TO, low, high)
                                 : TELL(b, BAND_FROM_BELOW, low, high);
    return band->high_closed ? TELL(b, BAND_ABOVE_TO, low, high)
                             : TELL(b, BAND_ABOVE_BELOW, low, high);
}

struct text booklet_policy(const struct booklet *b, const struct policy *p)
{
    switch (p->kind) {
    case POLICY_NONE:
        break;
    case POLICY_DROP:
        return TOLD(b, POLICY_DROP);
    case POLICY_SCORE:
        return TELL(b, POLICY_SCORE, booklet_number(b, p->score));
    case POLICY_GIVE:
        return TELL(b, POLICY_GIVE, booklet_name(b, p->receiver));
    }
    return TOLD(b, POLICY_NONE);
}
