/* What would be, if, for people.
 *
 * The first row is what the facts say now, so that every difference can be checked by looking up.
 * A page has room for few indicators: the first ones stand in the table of the totals, the others
 * in tables of their own below it. */
#include "report/whatif.h"

#include "explain/figures.h"
#include "explain/words.h"
#include "report/cells.h"

enum { COLUMNS_BESIDE_TOTAL = 7, COLUMNS_ALONE = 11 }; /* with those of the questions */

struct page {
    struct arena *a;
    struct document *d;
    const struct whatif *w;
    const struct facts *facts;
    const struct criterion *total;
};

/* --- words ----------------------------------------------------------------------------------- */

struct text whatif_value(struct arena *a, const struct whatif *w, const struct fact *f,
                         const struct fact_entry *e)
{
    struct number n = e->value.number;
    if (e->value.kind == VALUE_TEXT)
        return e->value.text;
    if (e->value.kind != VALUE_NUMBER)
        return words_value(a, w->base->model, e->value, NULL);
    return figure_short(a, f->unit ? number_divide(a, n, f->unit->scale) : n, FIGURE_PLACES, NULL);
}

struct text whatif_settings(struct arena *a, const struct whatif *w, const struct tried *t)
{
    struct buffer b = buffer_in(a);
    const struct facts *facts = w->base->facts;
    for (size_t i = 0; i < facts->questions.n; i++) {
        const struct fact *f = facts->questions.at[i]->fact;
        struct text value = whatif_value(a, w, f, t->value[i]);
        bool counted = f->unit && t->value[i]->value.kind == VALUE_NUMBER;
        buffer_add(&b, SAY(a, i ? ", {} {}" : "{} {}", f->path, value));
        buffer_add(&b, counted ? SAY(a, " {}", f->unit->words) : TEXT(""));
    }
    return buffer_text(&b);
}

static struct text score_words(struct arena *a, const struct tried_score *s)
{
    if (s->status == STATUS_INCOMPLETE)
        return figure_range(a, s->criterion, s->low, s->high);
    return tried_is_known(s) ? figure_score(a, s->criterion, s->score) : TEXT("n/a");
}

/* Empty where there is none. */
static struct text difference_words(const struct page *p, const struct tried_score *s)
{
    if (!s->has_difference || !number_sign(s->difference))
        return TEXT("");
    return figure_difference(p->a, s->criterion, outcome_result(p->w->base, s->criterion)->score,
                             s->score);
}

static struct cell marks_cell(struct arena *a, const struct tried_score *s)
{
    return cell_both(a, cell_mark(a, MARK_LIGHT, s->mark[MARK_LIGHT]),
                     cell_mark(a, MARK_GRADE, s->mark[MARK_GRADE]));
}

static struct text marks_words(struct arena *a, const struct tried_score *s)
{
    struct text words = marks_cell(a, s).text;
    return words.n ? SAY(a, "  {}", words) : words;
}

static struct tried_score base_score(const struct whatif *w, const struct criterion *k)
{
    return tried_score_of(w, &(struct tried){0}, k);
}

/* --- what comes first ------------------------------------------------------------------------ */

static void say_base(const struct page *p)
{
    struct tried_score s = base_score(p->w, p->total);
    struct text says;
    if (p->w->base_stopped)
        says = TEXT("as stated: no result, so there is nothing to compare with");
    else if (!tried_is_known(&s))
        says = SAY(p->a, "as stated: total {}, so there is nothing to compare with",
                   score_words(p->a, &s));
    else
        says = SAY(p->a, "as stated: total {}{}", score_words(p->a, &s), marks_words(p->a, &s));
    document_paragraph(p->d, says, TONE_PLAIN);
}

/* The least and the greatest total, each with the first outcome that has it. */
static void say_extremes(const struct page *p)
{
    const struct tried *least = NULL, *most = NULL;
    size_t open = 0;
    for (size_t i = 0; i < p->w->outcomes.n; i++) {
        const struct tried *t = &p->w->outcomes.at[i];
        if (!tried_is_known(&t->total)) {
            open++;
            continue;
        }
        if (!least || number_order(p->a, t->total.score, least->total.score) < 0)
            least = t;
        if (!most || number_order(p->a, t->total.score, most->total.score) > 0)
            most = t;
    }
    struct text n = text_number(p->a, (long long)p->w->outcomes.n), says;
    if (!least)
        says = SAY(p->a, "{} outcomes, none with a total that is known", n);
    else if (number_equal(p->a, least->total.score, most->total.score))
        says = SAY(p->a, "{} outcomes, all with the total {}", n, score_words(p->a, &least->total));
    else
        says = SAY(p->a, "{} outcomes: total from {} ({}) to {} ({})", n,
                   score_words(p->a, &least->total), whatif_settings(p->a, p->w, least),
                   score_words(p->a, &most->total), whatif_settings(p->a, p->w, most));
    if (least && open)
        says = SAY(p->a, "{}; {} not known", says, text_number(p->a, (long long)open));
    document_paragraph(p->d, says, TONE_PLAIN);
}

/* --- tables ---------------------------------------------------------------------------------- */

/* The indicators in one table. */
struct slice {
    size_t from, to;
    bool with_total;
};

static void put(struct table_row *row, size_t *column, struct text text, enum tone tone)
{
    row->cell[(*column)++] = (struct cell){text, tone};
}

static struct text question_words(const struct page *p, const struct fact *f)
{
    return f->unit ? SAY(p->a, "{}, {}", f->path, f->unit->words) : f->path;
}

static void add_columns(const struct page *p, struct block *table, struct slice s)
{
    for (size_t i = 0; i < p->facts->questions.n; i++)
        table_column(p->d, table, question_words(p, p->facts->questions.at[i]->fact), ALIGN_RIGHT,
                     false);
    if (s.with_total) {
        table_column(p->d, table, TEXT("total"), ALIGN_RIGHT, false);
        table_column(p->d, table, TEXT("difference"), ALIGN_RIGHT, false);
    }
    for (size_t i = s.from; i < s.to; i++) {
        table_column(p->d, table, p->w->changing.at[i]->id, ALIGN_RIGHT, false);
        table_column(p->d, table, TEXT("±"), ALIGN_RIGHT, false);
    }
    if (s.with_total)
        table_column(p->d, table, TEXT(""), ALIGN_LEFT, true);
}

/* `t` is NULL for the facts as they are. */
static void add_scores(const struct page *p, struct table_row *row, size_t column,
                       const struct tried *t, struct slice s)
{
    struct tried none = {.total = base_score(p->w, p->total)};
    const struct tried *of = t ? t : &none;
    enum tone tone = t ? TONE_PLAIN : TONE_FAINT;
    bool stopped = !t && p->w->base_stopped;
    if (s.with_total) {
        put(row, &column, stopped ? TEXT("") : score_words(p->a, &of->total),
            t ? TONE_STRONG : tone);
        put(row, &column, t ? difference_words(p, &of->total) : TEXT(""), tone);
    }
    for (size_t i = s.from; i < s.to; i++) {
        struct tried_score score = tried_score_of(p->w, of, p->w->changing.at[i]);
        put(row, &column, stopped ? TEXT("") : score_words(p->a, &score), tone);
        put(row, &column, t ? difference_words(p, &score) : TEXT(""), tone);
    }
    if (s.with_total && !stopped)
        row->cell[column] = marks_cell(p->a, &of->total);
}

static void add_base_row(const struct page *p, struct block *table, struct slice s)
{
    struct table_row *row = table_add_row(p->d, table, 0);
    size_t column = 0;
    for (size_t i = 0; i < p->facts->questions.n; i++) {
        const struct fact *f = p->facts->questions.at[i]->fact;
        struct text value = whatif_value(p->a, p->w, f, &p->facts->entry[f->index]);
        put(row, &column, SAY(p->a, "now {}", value), TONE_FAINT);
    }
    add_scores(p, row, column, NULL, s);
}

static void add_table(const struct page *p, struct slice s)
{
    struct block *table = document_table(p->d);
    add_columns(p, table, s);
    add_base_row(p, table, s);
    for (size_t i = 0; i < p->w->outcomes.n; i++) {
        const struct tried *t = &p->w->outcomes.at[i];
        struct table_row *row = table_add_row(p->d, table, 0);
        size_t column = 0;
        row->rule_above = i == 0;
        for (size_t q = 0; q < p->facts->questions.n; q++)
            put(row, &column,
                whatif_value(p->a, p->w, p->facts->questions.at[q]->fact, t->value[q]), TONE_PLAIN);
        add_scores(p, row, column, t, s);
    }
}

/* As many indicators as a page has columns for, each with two, at least one. */
static struct slice next_slice(const struct page *p, size_t from, bool with_total)
{
    size_t columns = with_total ? COLUMNS_BESIDE_TOTAL : COLUMNS_ALONE,
           asked = p->facts->questions.n, left = p->w->changing.n - from,
           n = asked + 2 < columns ? (columns - asked) / 2 : 1;
    return (struct slice){from, from + (left < n ? left : n), with_total};
}

static void add_tables(const struct page *p)
{
    struct slice s = next_slice(p, 0, true);
    add_table(p, s);
    while (s.to < p->w->changing.n) {
        s = next_slice(p, s.to, false);
        add_table(p, s);
    }
}

/* --- sentences ------------------------------------------------------------------------------- */

static struct text total_sentence(const struct page *p, const struct tried *t)
{
    struct text says =
        SAY(p->a, "{}: total {}", whatif_settings(p->a, p->w, t), score_words(p->a, &t->total));
    int sign = t->total.has_difference ? number_sign(t->total.difference) : 0;
    struct text by = difference_words(p, &t->total);
    if (sign)
        says = SAY(p->a, sign > 0 ? "{}, {} more" : "{}, {} less", says,
                   text_after(by, sign > 0 ? 1 : TEXT("−").n));
    else if (t->total.has_difference)
        says = SAY(p->a, "{}, as it is now", says);
    return SAY(p->a, "{}{}", says, marks_words(p->a, &t->total));
}

static struct text change_sentence(const struct page *p, const struct tried_score *s)
{
    struct tried_score before = base_score(p->w, s->criterion);
    int sign = s->has_difference ? number_sign(s->difference) : 0;
    struct text name = s->criterion->id, to = score_words(p->a, s);
    struct text title =
        s->criterion->title.n ? SAY(p->a, "{} {}", name, s->criterion->title) : name;
    return SAY(p->a,
               sign > 0   ? "{}: rises from {} to {}"
               : sign < 0 ? "{}: falls from {} to {}"
                          : "{}: goes from {} to {}",
               title, score_words(p->a, &before), to);
}

static void add_sentences(const struct page *p)
{
    struct block *outline = document_outline(p->d);
    for (size_t i = 0; i < p->w->outcomes.n; i++) {
        const struct tried *t = &p->w->outcomes.at[i];
        outline_add(p->d, outline, 0, (struct cell){total_sentence(p, t), TONE_STRONG}, TEXT(""));
        for (size_t c = 0; c < t->changes.n; c++)
            outline_add(p->d, outline, 1,
                        (struct cell){change_sentence(p, &t->changes.at[c]), TONE_PLAIN}, TEXT(""));
    }
}

void report_whatif(struct document *d, const struct whatif *w, unsigned depth)
{
    const struct model *m = w->base->model;
    struct page p = {d->arena, d, w, w->base->facts, m->criteria.at[0]};
    struct text title = m->title.n ? m->title : m->id;
    document_heading(d, SAY(d->arena, "what if: {}", title), w->base->facts->office);
    say_base(&p);
    say_extremes(&p);
    add_tables(&p);
    if (depth > 1)
        add_sentences(&p);
}
