/* Sets of facts on which a mutant may come out otherwise.
 *
 * Of each base first its facts as they are, then the boundary cases near them, then the same with
 * one fact moved: a boundary is worth more in a test than a figure in the middle. */
#include "cases/boundaries.h"
#include "facts/plain.h"
#include "mutate/witness.h"

struct making {
    struct arena *a;
    const struct model *m;
    const struct base *base;
    struct candidates *out;
};

static void add(struct making *k, const struct facts *f)
{
    LIST_ADD(k->a, k->out, (struct candidate){k->base, f});
}

static struct fact_entry *entry_of(struct making *k, const struct fact *f, struct facts **facts)
{
    *facts = facts_copy(k->a, k->base->facts);
    struct fact_entry *e = &(*facts)->entry[f->index];
    e->stated = true;
    e->evidence.supposed = true;
    return e;
}

static void add_value(struct making *k, const struct fact *f, struct value v)
{
    struct facts *facts;
    entry_of(k, f, &facts)->value = v;
    add(k, facts);
}

static void add_number(struct making *k, const struct fact *f, struct number n)
{
    n = number_round(k->a, n, fact_grain(k->a, f), ROUND_HALF_UP);
    bool low = f->has_least && number_order(k->a, n, f->least) < 0,
         high = f->has_most && number_order(k->a, n, f->most) > 0;
    if (!low && !high)
        add_value(k, f, value_number(n));
}

/* A grain to each side, and parts and multiples of what it is. */
static void move_number(struct making *k, const struct fact *f, struct number n)
{
    static const int sixteenths[] = {0, 1, 2, 4, 6, 8, 10, 11, 12, 13, 14, 15, 17, 18, 20, 24, 32};
    struct number grain = fact_grain(k->a, f);
    add_number(k, f, number_add(k->a, n, grain));
    add_number(k, f, number_subtract(k->a, n, grain));
    for (size_t i = 0; i < sizeof sixteenths / sizeof *sixteenths; i++)
        add_number(k, f, number_multiply(k->a, n, number_ratio(sixteenths[i], 16)));
}

static void move_date(struct making *k, const struct fact *f, struct date d)
{
    static const int days[] = {-1, 1, -2, 2, -3, 3, -4, 4, -7, 7, -30, 30, -90, 90};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        struct date moved;
        if (date_add_days(d, days[i], &moved))
            add_value(k, f, value_date(moved));
    }
}

static void move_rows(struct making *k, const struct fact *f, const struct table *t)
{
    enum { PARTS = 8 };
    size_t last = t->rows;
    for (size_t i = PARTS; i-- > 0;) {
        struct table *part = ARENA_NEW(k->a, struct table);
        *part = *t;
        part->rows = t->rows * i / PARTS;
        if (part->rows != last)
            add_value(k, f, (struct value){.kind = VALUE_TABLE, .table = part});
        last = part->rows;
    }
}

static void move_words(struct making *k, const struct fact *f)
{
    for (size_t i = 0; i < f->words.n && f->type.kind == TYPE_TEXT; i++)
        add_value(k, f, value_text(f->words.at[i]));
}

static void move(struct making *k, const struct fact *f, struct value v)
{
    struct month month;
    switch (v.kind) {
    case VALUE_NUMBER:
        move_number(k, f, v.number);
        return;
    case VALUE_DATE:
        move_date(k, f, v.date);
        return;
    case VALUE_MONTH:
        for (int by = -1; by <= 1; by += 2)
            if (month_add(v.month, by, &month))
                add_value(k, f, value_month(month));
        return;
    case VALUE_TRUTH:
        add_value(k, f, value_truth(!v.truth));
        return;
    case VALUE_TEXT:
        move_words(k, f);
        return;
    case VALUE_TABLE:
        move_rows(k, f, v.table);
        return;
    case VALUE_SET:
    case VALUE_ABSENT:
        return;
    }
}

/* Without a value it is something in the middle first; with one it may have none, or be n/a. */
static void move_fact(struct making *k, const struct fact *f)
{
    struct value v = k->base->facts->entry[f->index].value;
    if (value_is_absent(v) && f->type.kind != TYPE_TABLE) {
        v = plain_value(k->a, k->m, f, 0);
        add_value(k, f, v);
    } else {
        struct facts *without = facts_copy(k->a, k->base->facts);
        facts_forget(without, f);
        add(k, without);
    }
    move(k, f, v);
}

static void add_boundaries(struct making *k, const struct criterion *of)
{
    struct boundaries *near = boundaries_of(k->a, k->m, k->base->facts, of);
    for (size_t i = 0; i < near->all.n; i++)
        if (!near->all.at[i].why_not.n)
            add(k, boundary_facts(k->a, k->base->facts, &near->all.at[i]));
}

struct candidates candidates_of(struct arena *a, const struct model *m, const struct criterion *of,
                                const struct base *bases, size_t n)
{
    struct candidates out = {0};
    struct score_reader reader = score_reader_in(a, m);
    score_reader_add(&reader, of);
    for (size_t i = 0; i < n; i++) {
        struct making k = {a, m, &bases[i], &out};
        add(&k, bases[i].facts);
        add_boundaries(&k, of);
        for (size_t j = 0; j < m->facts.n; j++)
            if (reader.fact[j])
                move_fact(&k, m->facts.at[j]);
    }
    return out;
}
