/* One mutant: its patches and its words. */
#include <string.h>

#include "diff/comparing.h"
#include "facts/plain.h"
#include "mutate/making.h"

static const struct {
    const char *word, *does;
} operators[] = {
#define OPERATOR(name, word, does) {word, does},
#include "mutate/operators.def"
#undef OPERATOR
};

struct text operator_word(enum operator op)
{
    return text_of(operators[op].word);
}

struct text operator_does(enum operator op)
{
    return text_of(operators[op].does);
}

bool operator_named(struct text word, enum operator* op)
{
    for (size_t i = 0; i < OPERATORS; i++)
        if (text_equal(word, operator_word((enum operator)i))) {
            *op = (enum operator)i;
            return true;
        }
    return false;
}

static void swap_bytes(char *x, char *y, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char was = x[i];
        x[i] = y[i];
        y[i] = was;
    }
}

void mutant_swap(const struct mutant *mutant)
{
    for (size_t i = 0; i < mutant->patches.n; i++)
        swap_bytes(mutant->patches.at[i].at, mutant->patches.at[i].with,
                   mutant->patches.at[i].size);
}

struct mutant mutant_begin(const struct maker *mk, enum operator op, struct span at)
{
    return (struct mutant){.operator= op, .of = mk->of, .wide = mk->wide, .at = at};
}

void mutant_patch(const struct maker *mk, struct mutant *x, const void *place, const void *with,
                  size_t size)
{
    struct patch p = {(void *)(uintptr_t)place, arena_alloc(mk->a, size), size};
    memcpy(p.with, with, size);
    LIST_ADD(mk->a, &x->patches, p);
}

void mutant_end(struct maker *mk, struct mutant x, struct text says)
{
    x.says = says;
    LIST_ADD(mk->a, &mk->out->all, x);
}

void mutant_number(struct maker *mk, enum operator op, struct span at, const struct number *place,
                   struct number with, struct text says)
{
    struct mutant x = mutant_begin(mk, op, at);
    mutant_patch(mk, &x, place, &with, sizeof with);
    mutant_end(mk, x, says);
}

struct text mutant_of_words(const struct criterion *k)
{
    return k->parent ? k->path : TEXT("the total");
}

struct number unit_of_number(struct arena *a, struct number n, struct number scale)
{
    unsigned decimals = 0;
    if (!number_decimals(a, number_divide(a, n, scale), NUMBER_DIGITS, &decimals))
        decimals = 0;
    return number_multiply(a, number_places(a, decimals), scale);
}

static bool is_numeral(uint32_t point)
{
    enum { THAI_ZERO = 0x0E50, THAI_NINE = 0x0E59 };
    return (point >= '0' && point <= '9') || point == '.' || point == '-' ||
           (point >= THAI_ZERO && point <= THAI_NINE);
}

struct text number_like(struct arena *a, struct number n, struct number scale, struct text shown)
{
    size_t behind = 0;
    for (size_t i = 0; i < shown.n && is_numeral(text_next(shown, &i));)
        behind = i;
    return SAY(a, "{}{}", number_short_words(a, number_divide(a, n, scale), DECIMALS),
               text_after(shown, behind));
}

struct number measure_scale(const struct criterion *k)
{
    if (k->percent)
        return number_ratio(1, 100);
    return k->measure && k->measure->unit ? k->measure->unit->scale : number_of(1);
}

struct text measure_words(struct arena *a, const struct criterion *k, struct number n)
{
    struct number scale = measure_scale(k);
    struct text words = k->percent                       ? TEXT("%")
                        : k->measure && k->measure->unit ? k->measure->unit->words
                                                         : TEXT("");
    struct text figure = number_short_words(a, number_divide(a, n, scale), DECIMALS);
    return k->percent || !words.n ? SAY(a, "{}{}", figure, words) : SAY(a, "{} {}", figure, words);
}

struct number measure_grain(struct arena *a, const struct criterion *k)
{
    const struct expr *e = k->measure;
    struct number scale = measure_scale(k);
    if (k->round_measure->set)
        return k->round_measure->step;
    if (e->type.whole)
        return scale;
    if (e->kind == EXPR_FACT && e->fact->decimals >= 0)
        return fact_grain(a, e->fact);
    return number_multiply(a, number_places(a, k->show_measure.places), scale);
}

size_t other_roundings(const struct maker *mk, struct rounding was, struct other_rounding *other)
{
    static const enum rounding_mode modes[] = {ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN};
    size_t n = 0;
    for (int i = 0; i < 3; i++) {
        struct rounding r = was;
        r.mode = modes[i];
        if (r.mode != was.mode && (was.mode == ROUND_HALF_UP || r.mode == ROUND_HALF_UP))
            other[n++] = (struct other_rounding){r, SAY(mk->a, "rounded {} instead of {}",
                                                        words_mode(r.mode), words_mode(was.mode))};
    }
    for (int more = 0; more < 2 && !was.to_multiple; more++) {
        struct rounding r = was;
        if (more ? was.places == DECIMALS : !was.places)
            continue;
        r.places = more ? was.places + 1 : was.places - 1;
        r.step = number_places(mk->a, r.places);
        other[n++] = (struct other_rounding){r, SAY(mk->a, "rounded to {} decimals instead of {}",
                                                    text_number(mk->a, r.places),
                                                    text_number(mk->a, was.places))};
    }
    return n;
}
