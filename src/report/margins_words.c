/* How sure a score is, in sentences.
 *
 * What is to be read aloud says the direction in words; what is to be checked says the place of the
 * level and what the fact would be in all. */
#include "explain/figures.h"
#include "report/cells.h"
#include "report/margins.h"

struct telling {
    struct arena *a;
    struct document *d;
    struct block *outline;
    const struct margins *all;
    const struct margin *m;
    struct ruler ruler;
};

static struct text there_words(struct telling *t, const struct threshold *at)
{
    if (at->level)
        return SAY(t->a, "level {} ({})", figure_short(t->a, at->level->score, 4, NULL),
                   at->level->shown);
    return SAY(t->a, "score {}", figure_short(t->a, at->score, 4, NULL));
}

/* "0.46 percentage points more is level 5 (100%)" */
static struct text way_words(struct telling *t, const struct threshold *at, bool more,
                             struct text there)
{
    struct text by = ruler_words(t->a, &t->ruler, at->distance);
    struct text side = more ? TEXT("more") : TEXT("less");
    if (t->ruler.way.n)
        by = SAY(t->a, "{} {}", by, t->ruler.way);
    if (!number_sign(at->distance))
        return SAY(t->a, "anything {} is {}", side, there);
    return SAY(t->a, at->beyond ? "beyond {} {} it is {}" : "{} {} is {}", by, side, there);
}

static struct text fact_number(struct telling *t, const struct fact *f, struct number n)
{
    if (!f->unit)
        return figure_short(t->a, n, 4, NULL);
    return SAY(t->a, "{} {}", figure_short(t->a, number_divide(t->a, n, f->unit->scale), 4, NULL),
               f->unit->words);
}

/* "17.94 million baht more of capital.used, 3,884.37 million baht in all" */
static struct text amount_words(struct telling *t, const struct threshold *at)
{
    const struct amount *amount = &at->amount;
    const struct fact *f = amount->fact;
    bool more = number_sign(amount->change) > 0;
    struct number size = more ? amount->change : number_negate(t->a, amount->change);
    struct number now = t->all->outcome->facts->entry[f->index].value.number;
    if (amount->impossible)
        return SAY(t->a, more ? "{} cannot be so much" : "{} cannot be so little", f->path);
    if (!number_sign(amount->change))
        return SAY(t->a, "nothing of {} to spare", f->path);
    const char *pattern =
        at->gains ? amount->open ? "beyond {} {} of {}, beyond {} in all" : "{} {} of {}, {} in all"
        : amount->open ? "kept with not quite {} {} of {}, not quite {} in all"
                       : "kept with up to {} {} of {}, {} in all";
    return SAY(t->a, pattern, fact_number(t, f, size), more ? TEXT("more") : TEXT("less"), f->path,
               fact_number(t, f, number_add(t->a, now, amount->change)));
}

static void tell(struct telling *t, struct text says, struct span at)
{
    outline_add(t->d, t->outline, 1, (struct cell){says, TONE_PLAIN},
                source_line_words(t->a, t->all->outcome->model->sources, at));
}

static void tell_side(struct telling *t, const struct threshold *at, bool more)
{
    const struct result *r = t->m->result;
    if (!at->there)
        return;
    struct text says = way_words(t, at, more, there_words(t, at));
    if (at->level && number_equal(t->a, at->level->score, r->raw))
        says = SAY(t->a,
                   at->gains ? "{}, from which the score rises" : "{}, from which the score falls",
                   says);
    if (at->amount.fact)
        says = SAY(t->a, "{}: {}", says, amount_words(t, at));
    tell(t, says, at->level ? at->level->at : at->band ? at->band->at : r->criterion->at);
}

static void tell_mark(struct telling *t, enum mark mark, const struct threshold *at, bool more)
{
    if (at->there)
        tell(t, way_words(t, at, more, cell_mark(t->a, mark, at->band).text), at->band->at);
}

/* With the decimals of what stands below it. */
static struct text head_words(struct telling *t)
{
    const struct result *r = t->m->result;
    const struct criterion *k = r->criterion;
    struct text name = k->title.n && k->parent ? SAY(t->a, "{} {}", k->path, k->title) : k->path,
                result = ruler_result(t->a, t->m);
    name = SAY(t->a, result.n ? "{}: {}, score {}" : "{}{}: score {}", name, result,
               margin_score(t->a, t->m));
    struct text marks = cell_marks(t->a, r).text;
    return marks.n ? SAY(t->a, "{}  {}", name, marks) : name;
}

static void tell_margin(struct telling *t)
{
    const struct margin *m = t->m;
    outline_add(t->d, t->outline, 0, (struct cell){head_words(t), TONE_STRONG},
                source_line_words(t->a, t->all->outcome->model->sources, m->result->criterion->at));
    if (m->has_measure) {
        t->ruler = ruler_of_measure(t->a, m);
        tell_side(t, &m->more, true);
        tell_side(t, &m->less, false);
    }
    if (m->next_step)
        tell(t,
             SAY(t->a, "next is step {}: {}", number_short_words(t->a, m->next_step->number, 0),
                 m->next_step->title),
             m->next_step->at);
    t->ruler = ruler_of_score(t->a, m);
    t->ruler.way = TEXT("points of score");
    for (enum mark mark = 0; mark < MARKS; mark++) {
        tell_mark(t, mark, &m->mark[mark].more, true);
        tell_mark(t, mark, &m->mark[mark].less, false);
    }
}

void report_margin_sentences(struct document *d, const struct margins *m)
{
    struct telling t = {.a = d->arena, .d = d, .all = m, .outline = document_outline(d)};
    for (size_t i = 0; i < m->all.n; i++) {
        t.m = &m->all.at[i];
        tell_margin(&t);
    }
}
