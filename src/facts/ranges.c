/* Ranges: every value from one end to the other.
 *
 * They are counted before they are made: a range may hold more values than memory. */
#include "facts/questions.h"

/* --- how many values ------------------------------------------------------------------------- */

/* A range by its numbers: of a date the day, of a month its number, of a number its base units. */
struct span_of_values {
    struct number low, high, step, grain; /* grain: the finest step that makes sense */
    struct number scale;                  /* what 1 is worth in the words of a value */
    struct text unit;                     /* behind a value; may be empty */
};

/* The smallest 1, 2 or 5 times a power of ten of the grain with which at most `room` values come
 * out, both ends among them. */
static struct number coarser_step(struct arena *a, const struct span_of_values *s, long long room)
{
    static const int factor[] = {1, 2, 5};
    struct number least = number_divide(a, number_subtract(a, s->high, s->low),
                                        number_of(room > 2 ? room - 2 : 1)),
                  ten = s->grain;
    for (;; ten = number_multiply(a, ten, number_of(10)))
        for (int i = 0; i < 3; i++) {
            struct number step = number_multiply(a, ten, number_of(factor[i]));
            if (number_is_over(step) || number_order(a, step, least) >= 0)
                return step;
        }
}

static struct text number_grouped(struct arena *a, struct number n)
{
    struct buffer b = buffer_in(a);
    number_print_short(&b, n, NUMBER_DIGITS, (struct number_style){.group = true});
    return buffer_text(&b);
}

static struct text value_words(struct asking *k, const struct span_of_values *s, struct number n)
{
    struct text words = number_grouped(k->a, number_divide(k->a, n, s->scale));
    return s->unit.n ? SAY(k->a, "{} {}", words, s->unit) : words;
}

/* Too many outcomes; where a range is to blame, the help names a step. */
static void too_many(struct asking *k, struct span at, struct number all,
                     const struct span_of_values *range)
{
    struct number billion = number_of(1000000000), limit = number_of(FACTS_OUTCOMES);
    bool huge = number_is_over(all) || number_order(k->a, all, billion) > 0;
    struct text asked =
        huge ? SAY(k->a, "more than {}", number_grouped(k->a, billion)) : number_grouped(k->a, all);
    struct diag *g = DIAG_ADD(k->b->facts->diags, K0721, at, asked, number_grouped(k->a, limit));
    k->well = false;
    long long room = FACTS_OUTCOMES / k->others - (long long)k->question->values.n;
    if (!range || room < 3) {
        diag_help(g, TEXT("ask about fewer values, or about fewer facts at once"));
        return;
    }
    struct text step = value_words(k, range, coarser_step(k->a, range, room));
    diag_help(g, SAY(k->a, "take larger steps, as `by {}`", step));
}

static bool has_room(struct asking *k, struct span at, struct number values,
                     const struct span_of_values *range)
{
    struct number wanted = number_add(k->a, values, number_of((long long)k->question->values.n));
    struct number all = number_multiply(k->a, wanted, number_of(k->others));
    if (!number_is_over(all) && number_order(k->a, all, number_of(FACTS_OUTCOMES)) <= 0)
        return true;
    too_many(k, at, all, range);
    return false;
}

bool asking_has_room(struct asking *k, struct span at)
{
    return has_room(k, at, number_of(1), NULL);
}

/* --- ranges ---------------------------------------------------------------------------------- */

static struct value value_of(struct asking *k, struct number n)
{
    long long whole = 0;
    if (k->fact->type.kind == TYPE_NUMBER)
        return value_number(n);
    number_to_whole(k->a, n, &whole);
    return k->fact->type.kind == TYPE_DATE ? value_date((struct date){(int32_t)whole})
                                           : value_month((struct month){(int32_t)whole});
}

static struct text shown_value(struct asking *k, const struct span_of_values *s, struct value v)
{
    enum era era = k->b->era;
    if (v.kind == VALUE_DATE)
        return date_words(k->a, v.date, era);
    return v.kind == VALUE_MONTH ? month_words(k->a, v.month, era) : value_words(k, s, v.number);
}

static void add_values(struct asking *k, struct span at, const struct span_of_values *s)
{
    struct number values = number_divide(k->a, number_subtract(k->a, s->high, s->low), s->step);
    values = number_round(k->a, values, number_of(1), ROUND_UP);
    if (!has_room(k, at, number_add(k->a, values, number_of(1)), s))
        return;
    struct number n = s->low;
    for (bool last = false; !last; n = number_add(k->a, n, s->step)) {
        last = number_order(k->a, n, s->high) >= 0;
        struct value v = value_of(k, last ? s->high : n);
        LIST_ADD(k->a, &k->question->values,
                 (struct fact_entry){
                     .stated = true, .value = v, .at = at, .shown = shown_value(k, s, v)});
    }
}

/* A bare number goes with the unit behind the last end: `3 .. 4 million baht by 0.5`. */
static bool share_unit(struct asking *k, struct raw *raw, const struct unit *unit)
{
    struct figure figure;
    if (raw->kind != RAW_WORDS || !figure_is_in(raw->text))
        return true; /* what it is instead is said where it is converted */
    if (!figure_read(k->b, *raw, &figure))
        return false;
    if (!figure.unit && unit)
        raw->text = SAY(k->a, "{} {}", raw->text, unit->words);
    return true;
}

/* One unit of the last decimal that is declared, else of the last that is written. */
static struct number grain_of(struct asking *k, const struct range *r, struct number scale)
{
    const struct fact *f = k->fact;
    unsigned low = 0, high = 0;
    if (f->whole || f->decimals >= 0)
        return number_multiply(k->a, number_places(k->a, f->whole ? 0 : (unsigned)f->decimals),
                               f->unit ? f->unit->scale : number_of(1));
    struct figure figure;
    if (figure_read(k->b, r->low, &figure))
        low = figure.decimals;
    if (figure_read(k->b, r->high, &figure))
        high = figure.decimals;
    return number_multiply(k->a, number_places(k->a, low > high ? low : high), scale);
}

static bool number_ends(struct asking *k, struct range *r, struct span_of_values *s)
{
    struct figure high = {.unit = NULL};
    struct value from, to;
    if (figure_is_in(r->high.text) && !figure_read(k->b, r->high, &high))
        return false;
    if (!share_unit(k, &r->low, high.unit) || !share_unit(k, &r->step, high.unit))
        return false;
    bool low_well = convert(k->b, k->fact, r->low, ',', &from);
    if (!convert(k->b, k->fact, r->high, ',', &to) || !low_well)
        return false;
    *s = (struct span_of_values){.low = from.number, .high = to.number, .scale = number_of(1)};
    if (high.unit || k->fact->unit)
        s->scale = high.unit ? high.scale : k->fact->unit->scale;
    if (high.unit)
        s->unit = high.unit->words;
    s->grain = s->step = grain_of(k, r, s->scale);
    return true;
}

/* A step is a number like the fact, but any bounds are those of the values. */
static bool number_step(struct asking *k, const struct range *r, struct span_of_values *s)
{
    struct fact unbounded = *k->fact;
    unbounded.has_least = unbounded.has_most = false;
    struct value step;
    if (r->step.kind == RAW_NOTHING)
        return true;
    if (!convert(k->b, &unbounded, r->step, ',', &step))
        return false;
    s->step = step.number;
    return true;
}

static bool calendar_ends(struct asking *k, struct range *r, struct span_of_values *s)
{
    struct value from, to;
    bool date = k->fact->type.kind == TYPE_DATE,
         low_well = convert(k->b, k->fact, r->low, ',', &from);
    if (!convert(k->b, k->fact, r->high, ',', &to) || !low_well)
        return false;
    *s = (struct span_of_values){.low = number_of(date ? from.date.day : from.month.month),
                                 .high = number_of(date ? to.date.day : to.month.month),
                                 .step = number_of(1),
                                 .grain = number_of(1),
                                 .scale = number_of(1)};
    return true;
}

/* "7", "7 days", "1 month": of the fact's own kind. */
static bool calendar_step(struct asking *k, const struct range *r, struct span_of_values *s)
{
    bool date = k->fact->type.kind == TYPE_DATE;
    struct text t = r->step.text, word = date ? TEXT("day") : TEXT("month");
    if (r->step.kind == RAW_NOTHING)
        return true;
    if (text_ends(t, TEXT("s")))
        t.n--;
    if (text_ends(t, word))
        t = text_trim((struct text){t.at, t.n - word.n});
    if (number_parse(k->a, t, &s->step, NULL) && number_is_whole(k->a, s->step))
        return true;
    s->step = number_of(0); /* which is no step either */
    return true;
}

static bool has_two_ends(struct asking *k, const struct range *r)
{
    if (r->low.text.n && r->high.text.n)
        return true;
    DIAG_ADD(k->b->facts->diags, K0201, r->all.at, TEXT("a range with one end"),
             TEXT("both, as in `18 .. 22`"));
    return false;
}

static bool rises(struct asking *k, const struct range *r, const struct span_of_values *s)
{
    if (number_order(k->a, s->low, s->high) <= 0)
        return true;
    struct diag *g = DIAG_ADD(k->b->facts->diags, K0408, r->all.at, r->low.text, r->high.text);
    diag_help(g, TEXT("write the lesser end first"));
    return false;
}

static bool leads_on(struct asking *k, const struct range *r, const struct span_of_values *s)
{
    if (number_sign(s->step) > 0)
        return true;
    enum type_kind kind = k->fact->type.kind;
    struct diag *g = DIAG_ADD(k->b->facts->diags, K0722, r->step.at, r->step.text);
    diag_help(g, kind == TYPE_DATE    ? TEXT("a step is a number of days: `by 7`")
                 : kind == TYPE_MONTH ? TEXT("a step is a number of months: `by 3`")
                                      : TEXT("a step is a number above 0"));
    return false;
}

void asking_add_range(struct asking *k, struct range *r)
{
    struct span_of_values s = {.unit = {0}};
    bool number = k->fact->type.kind == TYPE_NUMBER;
    bool well = has_two_ends(k, r) && (number ? number_ends : calendar_ends)(k, r, &s) &&
                (number ? number_step : calendar_step)(k, r, &s) && rises(k, r, &s) &&
                leads_on(k, r, &s);
    k->well = k->well && well;
    if (well)
        add_values(k, r->all.at, &s);
}
