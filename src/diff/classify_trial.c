/* Facts tried out, where nothing else shows that a score is lower or higher.
 *
 * What is found is evaluated by both rules, so it is certain; that nothing is found proves nothing.
 * It can only be said of the one change of a criterion that no other score goes into. */
#include "diff/classify.h"

#include "eval/outcome.h"
#include "facts/facts.h"

enum { TRIED = 160, ROWS = 12, NAMED = 5 };

struct trying {
    struct diff *d;
    struct arena *a; /* of one trial */
    const struct pair *pair;
    uint64_t state;
    bool *needed;             /* by fact pair */
    struct fact_entry *entry; /* by fact pair: what is tried */
    const struct facts *empty[SIDES];
    struct facts *facts[SIDES];
};

static unsigned below(struct trying *t, unsigned n)
{
    t->state ^= t->state << 13;
    t->state ^= t->state >> 7;
    t->state ^= t->state << 17;
    return (unsigned)(t->state % n);
}

/* --- what is asked for ------------------------------------------------------------------------ */

struct seeing {
    bool *let_seen;
    bool scores; /* that of another criterion goes into it */
};

static void see(void *user, const struct expr *e)
{
    struct seeing *s = user;
    s->scores = s->scores || e->kind == EXPR_SCORE || e->kind == EXPR_PARTS;
    if (e->kind == EXPR_LET && !s->let_seen[e->let->index]) {
        s->let_seen[e->let->index] = true;
        see(user, e->let->value);
    }
    if (e->kind != EXPR_LET)
        expr_operands(e, see, user);
}

static bool reads_scores(struct arena *a, const struct model *m, const struct criterion *k)
{
    struct seeing s = {.let_seen = ARENA_ARRAY(a, bool, m->lets.n + 1), .scores = k->children.n};
    criterion_expressions(k, see, &s);
    changing_expressions(k, see, &s);
    return s.scores;
}

static void note_needed(struct trying *t, int side)
{
    const struct model *m = t->d->model[side];
    struct fact_reader r = fact_reader_in(t->d->arena, m);
    fact_reader_begin(&r);
    criterion_expressions(t->pair->of[side], fact_reader_add, &r);
    changing_expressions(t->pair->of[side], fact_reader_add, &r);
    for (size_t i = 0; i < r.facts.n; i++)
        if (!r.facts.at[i]->table)
            t->needed[t->d->fact_of[side][r.facts.at[i]->index]->index] = true;
}

/* --- values ----------------------------------------------------------------------------------- */

static struct number random_number(struct trying *t, const struct fact *f)
{
    static const int amounts[] = {0,  1,  2,  3,  4,  5,  6,  8,  10,  15,  20, 30,
                                  40, 50, 60, 70, 80, 85, 90, 95, 100, 120, 500};
    struct number n = number_of(amounts[below(t, sizeof amounts / sizeof *amounts)]);
    if (f->unit)
        n = number_multiply(t->a, n, f->unit->scale);
    if (f->has_least && number_order(t->a, n, f->least) < 0)
        n = f->least;
    n = f->has_most && number_order(t->a, n, f->most) > 0 ? f->most : n;
    return f->whole ? number_round(t->a, n, f->unit ? f->unit->scale : number_of(1), ROUND_DOWN)
                    : n;
}

static struct date random_day(struct trying *t)
{
    const struct model *m = t->d->model[OLDER];
    struct date from = {0}, d;
    if (m->has_period)
        from = m->first;
    else
        date_make(2020, 1, 1, &from);
    return date_add_days(from, below(t, 400), &d) ? d : from;
}

static struct value random_words(struct trying *t, const struct fact *f)
{
    struct text *some = ARENA_ARRAY(t->a, struct text, f->words.n + 2);
    size_t n = 0;
    for (size_t i = 0; i < f->words.n; i++)
        if (below(t, 2))
            some[n++] = f->words.at[i];
    if (!f->words.n && below(t, 2))
        some[n++] = TEXT("a");
    if (!f->words.n && below(t, 2))
        some[n++] = TEXT("b");
    return (struct value){.kind = VALUE_SET, .set = set_make(t->a, some, n)};
}

/* VALUE_ABSENT: none. */
static struct value random_value(struct trying *t, const struct fact *f)
{
    if (f->optional && below(t, 4) == 0)
        return (struct value){.kind = VALUE_ABSENT};
    switch ((unsigned)f->type.kind) {
    case TYPE_NUMBER:
        return value_number(random_number(t, f));
    case TYPE_DATE:
        return value_date(random_day(t));
    case TYPE_MONTH:
        return value_month(date_month(random_day(t)));
    case TYPE_YES_NO:
        return value_truth(below(t, 2));
    case TYPE_SET:
        return random_words(t, f);
    default:
        return value_text(f->words.n    ? f->words.at[below(t, (unsigned)f->words.n)]
                          : below(t, 2) ? TEXT("a")
                                        : TEXT("b"));
    }
}

/* One value of each pair of columns, for both sides; a number as key counts on. */
static void fill_row(struct trying *t, const struct fact_pair *p, struct table_cell *at[SIDES],
                     size_t row)
{
    for (size_t i = 0; i < p->columns.n; i++) {
        const struct fact_pair *column = p->columns.at[i];
        const struct fact *f = column->of[column->of[OLDER] ? OLDER : NEWER];
        struct value v = random_value(t, f);
        bool key = f->table->key >= 0 && f->table->columns.at[f->table->key] == f;
        if (key && f->type.kind == TYPE_NUMBER)
            v = value_number(number_of((long long)row + 1));
        else if (key && f->type.kind == TYPE_TEXT)
            v = value_text(text_number(t->a, (long long)row));
        if (v.kind == VALUE_ABSENT)
            v = value_absent(
                t->a, (struct cause){.kind = CAUSE_CELL, .absence = ABSENCE_NONE, .what = f->path});
        for (int side = 0; side < SIDES; side++)
            if (at[side] && column->of[side] && column_is_kept(column->of[side]))
                at[side][row * column->of[side]->table->cells + column->of[side]->cell].value = v;
    }
}

static void try_table(struct trying *t, const struct fact_pair *p)
{
    size_t rows = below(t, ROWS);
    struct table_cell *at[SIDES] = {NULL, NULL};
    for (int side = 0; side < SIDES; side++)
        if (p->of[side])
            at[side] = ARENA_ARRAY(t->a, struct table_cell, rows * p->of[side]->cells + 1);
    for (size_t i = 0; i < rows; i++)
        fill_row(t, p, at, i);
    for (int side = 0; side < SIDES; side++) {
        if (!p->of[side])
            continue;
        struct table *table = ARENA_NEW(t->a, struct table);
        *table = (struct table){rows, p->of[side]->cells, at[side]};
        t->facts[side]->entry[p->of[side]->index] =
            (struct fact_entry){.stated = true, .value = {.kind = VALUE_TABLE, .table = table}};
        t->entry[p->index] = t->facts[side]->entry[p->of[side]->index];
    }
}

static bool has_words(const struct fact *f, const struct fact *of)
{
    for (size_t i = 0; i < of->words.n; i++) {
        bool found = false;
        for (size_t j = 0; j < f->words.n; j++)
            found = found || text_equal(f->words.at[j], of->words.at[i]);
        if (!found)
            return false;
    }
    return true;
}

/* What the one side allows the other does too. */
static bool allow_the_same(struct arena *a, const struct fact *x, const struct fact *y)
{
    return x->type.kind == y->type.kind && x->whole == y->whole && x->optional == y->optional &&
           x->decimals == y->decimals && x->is_choice == y->is_choice && has_words(x, y) &&
           has_words(y, x) && x->has_least == y->has_least &&
           (!x->has_least || number_equal(a, x->least, y->least)) && x->has_most == y->has_most &&
           (!x->has_most || number_equal(a, x->most, y->most));
}

static bool pair_allows_the_same(struct arena *a, const struct fact_pair *p)
{
    bool same = !p->of[OLDER] || !p->of[NEWER] || allow_the_same(a, p->of[OLDER], p->of[NEWER]);
    for (size_t i = 0; i < p->columns.n; i++)
        same = same && pair_allows_the_same(a, p->columns.at[i]);
    return same;
}

/* Keys that repeat themselves are no facts. */
static bool has_other_key(const struct fact_pair *p)
{
    for (int side = 0; side < SIDES; side++) {
        const struct fact *f = p->of[side];
        if (!f || f->type.kind != TYPE_TABLE || f->key < 0)
            continue;
        const struct fact *key = f->columns.at[f->key];
        if (key->is_choice || (key->type.kind != TYPE_NUMBER && key->type.kind != TYPE_TEXT) ||
            key->has_least || key->has_most)
            return true;
    }
    return false;
}

static void try_facts(struct trying *t)
{
    for (size_t i = 0; i < t->d->facts.n; i++) {
        const struct fact_pair *p = t->d->facts.at[i];
        const struct fact *f = p->of[p->of[OLDER] ? OLDER : NEWER];
        if (!t->needed[i])
            continue;
        if (f->type.kind == TYPE_TABLE) {
            try_table(t, p);
            continue;
        }
        struct value v = random_value(t, f);
        t->entry[i] = (struct fact_entry){.stated = true, .value = v};
        for (int side = 0; side < SIDES; side++)
            if (p->of[side] && v.kind != VALUE_ABSENT)
                t->facts[side]->entry[p->of[side]->index] = t->entry[i];
    }
}

/* --- a trial ---------------------------------------------------------------------------------- */

static bool score(struct trying *t, int side, struct number *n)
{
    facts_finish(t->facts[side]);
    struct outcome *o =
        eval_supposing(t->a, t->d->model[side], t->facts[side], t->pair->of[side], NULL, 0);
    const struct result *r = outcome_result(o, t->pair->of[side]);
    *n = r->score;
    return !o->troubles.n && result_has_score(r) && !r->carried;
}

static struct text value_words(struct trying *t, const struct fact *f, struct value v)
{
    struct arena *a = t->d->arena;
    switch (v.kind) {
    case VALUE_NUMBER:
        return number_short_words(
            a, f->unit ? number_divide(a, v.number, f->unit->scale) : v.number, 4);
    case VALUE_DATE:
        return date_words(a, v.date, t->d->model[OLDER]->era);
    case VALUE_MONTH:
        return month_words(a, v.month, t->d->model[OLDER]->era);
    case VALUE_TRUTH:
        return v.truth ? TEXT("yes") : TEXT("no");
    case VALUE_TEXT:
        return v.text;
    case VALUE_TABLE:
        return SAY(a, v.table->rows == 1 ? "of {} row" : "of {} rows",
                   text_number(a, (long long)v.table->rows));
    case VALUE_SET:
        return TEXT("some");
    case VALUE_ABSENT:
        break;
    }
    return TEXT("none");
}

static struct text facts_words(struct trying *t)
{
    struct buffer b = buffer_in(t->d->arena);
    size_t n = 0;
    for (size_t i = 0; i < t->d->facts.n && n < NAMED; i++) {
        const struct fact_pair *p = t->d->facts.at[i];
        const struct fact *f = p->of[p->of[NEWER] ? NEWER : OLDER];
        if (!t->needed[i])
            continue;
        buffer_add(&b, SAY(t->d->arena, n++ ? ", {} {}" : "{} {}", f->path,
                           value_words(t, f, t->entry[i].value)));
    }
    return buffer_text(&b);
}

static void keep(struct trying *t, struct extreme_difference *one, struct number from,
                 struct number to, struct number by)
{
    struct arena *a = t->d->arena;
    if (number_order(a, by, one->by) <= 0)
        return;
    *one = (struct extreme_difference){.by = number_copy(a, by),
                                       .where = facts_words(t),
                                       .at = number_over(),
                                       .from = number_copy(a, from),
                                       .to = number_copy(a, to)};
}

static void try_once(struct trying *t, struct extreme_difference *loss,
                     struct extreme_difference *gain)
{
    for (int side = 0; side < SIDES; side++)
        t->facts[side] = facts_copy(t->a, t->empty[side]);
    try_facts(t);
    struct number from, to;
    if (!score(t, OLDER, &from) || !score(t, NEWER, &to))
        return;
    struct number by = number_subtract(t->a, to, from);
    if (number_sign(by) < 0)
        keep(t, loss, from, to, number_negate(t->a, by));
    else if (number_sign(by) > 0)
        keep(t, gain, from, to, by);
}

/* --- all of them ------------------------------------------------------------------------------ */

/* From one end of the scale to the other: there is no more. */
static bool is_all(struct arena *a, const struct criterion *k, const struct extreme_difference *e)
{
    return !number_is_over(k->low) && number_equal(a, e->by, number_subtract(a, k->high, k->low));
}

static void judge(struct arena *a, const struct criterion *k, struct effect *e,
                  struct extreme_difference loss, struct extreme_difference gain)
{
    bool lower = number_sign(loss.by), higher = number_sign(gain.by);
    if (!lower && !higher)
        return;
    enum diff_class class = lower && higher         ? CLASS_MIXED
                            : lower && e->no_higher ? CLASS_STRICTER
                            : higher && e->no_lower ? CLASS_LOOSER
                                                    : CLASS_UNKNOWN;
    e->class = class;
    if (class == CLASS_UNKNOWN) {
        e->why = SAY(a, "{}; it is {} with {}", e->why, text_of(lower ? "lower" : "higher"),
                     lower ? loss.where : gain.where);
        return;
    }
    e->why = (struct text){0};
    e->loss = loss;
    e->gain = gain;
    e->loss.known = !lower || is_all(a, k, &loss);
    e->gain.known = !higher || is_all(a, k, &gain);
}

void classify_by_trial(struct diff *d, const struct pair *p, struct effect *e)
{
    struct trying t = {.d = d, .pair = p, .state = 88172645463325252u};
    struct extreme_difference loss = effect_neutral().loss, gain = loss;
    t.needed = ARENA_ARRAY(d->arena, bool, d->facts.n + 1);
    for (int side = 0; side < SIDES; side++) {
        if (!p->of[side]->parent || reads_scores(d->arena, d->model[side], p->of[side]))
            return;
        note_needed(&t, side);
    }
    for (size_t i = 0; i < d->facts.n; i++)
        if (t.needed[i] &&
            (has_other_key(d->facts.at[i]) || !pair_allows_the_same(d->arena, d->facts.at[i])))
            return;
    struct diags quiet = diags_in(d->arena, d->model[OLDER]->sources);
    t.a = arena_beside(d->arena);
    for (int side = 0; side < SIDES; side++)
        t.empty[side] = facts_new(d->arena, d->model[side], &quiet);
    for (int i = 0; i < TRIED; i++) {
        struct arena_mark mark = arena_mark(t.a);
        t.entry = ARENA_ARRAY(t.a, struct fact_entry, d->facts.n + 1);
        try_once(&t, &loss, &gain);
        arena_return(t.a, mark);
    }
    judge(d->arena, p->of[OLDER], e, loss, gain);
}
