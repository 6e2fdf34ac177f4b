/* Values that a declaration allows. */
#include "facts/plain.h"

enum { PLAIN = 100 /* of what has no bound on a side */ };

struct number fact_grain(struct arena *a, const struct fact *f)
{
    unsigned decimals = f->decimals >= 0 ? (unsigned)f->decimals : UNDECLARED_DECIMALS;
    struct number grain = f->whole ? number_of(1) : number_places(a, decimals);
    return f->unit ? number_multiply(a, grain, f->unit->scale) : grain;
}

/* Between its bounds; with one of them a hundred of its unit from there. */
static struct number middle(struct arena *a, const struct fact *f)
{
    struct number far = number_of(PLAIN);
    if (f->unit)
        far = number_multiply(a, far, f->unit->scale);
    if (f->has_least && f->has_most)
        return number_divide(a, number_add(a, f->least, f->most), number_of(2));
    if (f->has_least)
        return number_add(a, f->least, far);
    return f->has_most ? number_subtract(a, f->most, far) : far;
}

static struct value plain_number(struct arena *a, const struct fact *f, size_t i)
{
    struct number grain = fact_grain(a, f);
    struct number n = number_round(a, middle(a, f), grain, ROUND_DOWN);
    struct number other = number_add(a, n, number_multiply(a, grain, number_of((long long)i)));
    if (f->has_least && number_order(a, n, f->least) < 0)
        n = number_round(a, f->least, grain, ROUND_UP);
    bool beyond = f->has_most && number_order(a, other, f->most) > 0;
    return value_number(i && !beyond ? other : n);
}

static struct value plain_text(struct arena *a, const struct fact *f, size_t i)
{
    if (f->words.n)
        return value_text(f->words.at[i % f->words.n]);
    return value_text(text_number(a, (long long)i + 1));
}

static struct value plain_set(struct arena *a, const struct fact *f)
{
    size_t n = f->words.n ? f->words.n : 1;
    struct text *texts = ARENA_ARRAY(a, struct text, n);
    texts[0] = TEXT("1");
    for (size_t i = 0; i < f->words.n; i++)
        texts[i] = f->words.at[i];
    return (struct value){.kind = VALUE_SET, .set = set_make(a, texts, n)};
}

/* In the middle of the period; of a year of our own where the rules have none. */
static struct date plain_day(const struct model *m, size_t i)
{
    struct date d;
    if (m->has_period)
        d = (struct date){m->first.day + (m->last.day - m->first.day) / 2};
    else
        date_make(2024, 1, 15, &d);
    struct date other;
    return date_add_days(d, (long long)i, &other) ? other : d;
}

struct value plain_value(struct arena *a, const struct model *m, const struct fact *f, size_t i)
{
    switch (f->type.kind) {
    case TYPE_NUMBER:
        return plain_number(a, f, i);
    case TYPE_TEXT:
        return plain_text(a, f, i);
    case TYPE_DATE:
        return value_date(plain_day(m, i));
    case TYPE_MONTH: {
        struct month month = date_month(plain_day(m, 0)), other;
        return value_month(month_add(month, (long long)i, &other) ? other : month);
    }
    case TYPE_YES_NO:
        return value_truth(true);
    case TYPE_SET:
        return plain_set(a, f);
    case TYPE_ERROR:
    case TYPE_TABLE:
    case TYPE_RANGE:
        break;
    }
    return (struct value){0};
}
