/* Changes of facts in words and as data: private to the reports of advice. */
#include "report/changes.h"

#include "explain/figures.h"
#include "explain/words.h"

struct changing {
    struct arena *a;
    const struct outcome *o;
};

static struct text value_words(struct changing *t, const struct change *c, struct number n)
{
    const struct fact *f = c->what.fact;
    const struct unit *unit = c->kind == CHANGE_FACT ? f->unit : c->what.aggregate->unit;
    return words_value(t->a, t->o->model, value_number(n), unit);
}

static struct number size_of(struct changing *t, const struct change *c)
{
    struct number n = number_subtract(t->a, c->to, c->from);
    return number_sign(n) < 0 ? number_negate(t->a, n) : n;
}

static bool is_more(struct changing *t, const struct change *c)
{
    return number_order(t->a, c->to, c->from) > 0;
}

static struct text fact_words(struct changing *t, const struct change *c)
{
    struct text path = c->what.fact->path, to = value_words(t, c, c->to);
    if (!c->has_from)
        return SAY(t->a, "{} {}", path, to);
    return SAY(t->a, "{} {} {}: {} instead of {}", path, value_words(t, c, size_of(t, c)),
               is_more(t, c) ? TEXT("more") : TEXT("less"), to, value_words(t, c, c->from));
}

static struct text rows_words(struct changing *t, const struct change *c)
{
    struct text by = figure_short(t->a, size_of(t, c), 0, NULL), path = c->what.fact->path;
    bool one = number_equal(t->a, size_of(t, c), number_of(1));
    return SAY(t->a, "{}: {} {} {}: {} instead of {}", path, by,
               is_more(t, c) ? TEXT("more") : TEXT("fewer"),
               one ? TEXT("row that counts") : TEXT("rows that count"),
               figure_short(t->a, c->to, 0, NULL), figure_short(t->a, c->from, 0, NULL));
}

static struct text total_words(struct changing *t, const struct change *c)
{
    return SAY(t->a, "{}, over all rows {} {}: {} instead of {}",
               words_formula(t->a, t->o->model, c->what.aggregate->left),
               value_words(t, c, size_of(t, c)), is_more(t, c) ? TEXT("more") : TEXT("less"),
               value_words(t, c, c->to), value_words(t, c, c->from));
}

static struct text done_words(struct changing *t, const struct change *c)
{
    struct text says = c->what.fact->path;
    if (c->step)
        says = SAY(t->a, c->step->title.n ? "step {} {}: {} done" : "step {}{}: {} done",
                   figure_short(t->a, c->step->number, 0, NULL), c->step->title, says);
    return c->has_date ? SAY(t->a, "{} by {}", says, date_words(t->a, c->date, t->o->model->era))
                       : says;
}

static struct text proven_words(struct changing *t, const struct change *c)
{
    return SAY(t->a, c->step->title.n ? "step {} {}: evidence of {}" : "step {}{}: evidence of {}",
               figure_short(t->a, c->step->number, 0, NULL), c->step->title, c->what.fact->path);
}

static struct text measure_words(struct changing *t, const struct change *c)
{
    struct text formula = words_formula(t->a, t->o->model, c->at->measure);
    struct text to = figure_measure(t->a, c->at, c->to);
    return c->has_from ? SAY(t->a, "{}: {} instead of {}", formula, to,
                             figure_measure(t->a, c->at, c->from))
                       : SAY(t->a, "{}: {}", formula, to);
}

struct text change_words(struct arena *a, const struct outcome *o, const struct change *c)
{
    struct changing changing = {a, o}, *t = &changing;
    switch (c->kind) {
    case CHANGE_FACT:
        return fact_words(t, c);
    case CHANGE_ROWS:
        return rows_words(t, c);
    case CHANGE_TOTAL:
        return total_words(t, c);
    case CHANGE_MEASURE:
        return measure_words(t, c);
    case CHANGE_DONE:
        return done_words(t, c);
    case CHANGE_PROVEN:
        return proven_words(t, c);
    }
    return TEXT("");
}

struct span change_place(const struct outcome *o, const struct change *c)
{
    if (c->kind == CHANGE_MEASURE)
        return c->at->measure->at;
    const struct fact_entry *e = &o->facts->entry[c->what.fact->index];
    return e->stated ? e->at : c->what.fact->at;
}

static struct text kind_words(enum change_kind kind)
{
    static const char *const words[] = {
        [CHANGE_FACT] = "fact",       [CHANGE_ROWS] = "rows", [CHANGE_TOTAL] = "sum",
        [CHANGE_MEASURE] = "measure", [CHANGE_DONE] = "done", [CHANGE_PROVEN] = "evidence"};
    return text_of(words[kind]);
}

void change_json(struct json *j, struct arena *a, const struct change *c)
{
    bool done = c->kind == CHANGE_DONE || c->kind == CHANGE_PROVEN;
    struct number by = number_subtract(a, c->to, c->from);
    json_begin_object(j);
    json_member_text(j, "kind", kind_words(c->kind));
    json_member_text(j, "criterion", c->at->path);
    json_member_text(j, "fact", c->what.fact ? c->what.fact->path : TEXT(""));
    json_member_text(j, "from", !done && c->has_from ? number_exact_words(a, c->from) : TEXT(""));
    json_member_text(j, "to", done ? TEXT("") : number_exact_words(a, c->to));
    json_member_text(j, "difference", !done && c->has_from ? number_exact_words(a, by) : TEXT(""));
    json_member_text(j, "step", c->step ? number_short_words(a, c->step->number, 0) : TEXT(""));
    json_member_text(j, "by", done && c->has_date ? date_words(a, c->date, ERA_CE) : TEXT(""));
    json_end_object(j);
}
