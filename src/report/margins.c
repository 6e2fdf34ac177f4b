/* How sure a score is, as tables. */
#include "report/margins.h"

#include "explain/figures.h"
#include "report/cells.h"

enum { MOST_PLACES = 20 };

/* --- figures that agree ---------------------------------------------------------------------- */

static struct number as_shown(struct arena *a, const struct ruler *r, struct number n)
{
    unsigned places = r->places;
    n = number_multiply(a, n, r->factor);
    if (!r->fixed)
        number_decimals(a, n, FIGURE_PLACES, &places);
    return number_round(a, n, number_places(a, places), ROUND_HALF_UP);
}

/* The value and the distance as printed give the threshold, and no distance is printed as 0. */
static bool agrees(struct arena *a, const struct ruler *r, struct number x,
                   const struct threshold *t, int sign)
{
    if (!t->there)
        return true;
    struct number way = as_shown(a, r, t->distance);
    struct number sum = number_add(a, as_shown(a, r, x), number_multiply(a, way, number_of(sign)));
    return number_equal(a, sum, number_multiply(a, t->value, r->factor)) &&
           (number_sign(way) || !number_sign(t->distance));
}

static void take_places(struct arena *a, struct ruler *r, struct number x,
                        const struct threshold *less, const struct threshold *more)
{
    while (r->places < MOST_PLACES && !(agrees(a, r, x, less, -1) && agrees(a, r, x, more, 1)))
        r->places++;
}

struct ruler ruler_of_measure(struct arena *a, const struct margin *m)
{
    const struct criterion *k = m->result->criterion;
    const struct unit *unit = k->measure->unit;
    struct ruler r = {number_of(1), k->show_measure.places, false, k->shown_unit, k->shown_unit};
    if (k->percent) {
        r.factor = number_of(100);
        r.unit = TEXT("%");
        r.way = TEXT("percentage points");
    } else if (unit && unit->dimension) {
        r.factor = number_divide(a, number_of(1), unit->scale);
        r.unit = r.way = unit->words;
    } else if (k->measure->type.dimension)
        r.unit = r.way = dimension_words(a, k->measure->type.dimension);
    take_places(a, &r, m->result->measure.number, &m->less, &m->more);
    return r;
}

static bool marks_agree(struct arena *a, const struct ruler *r, const struct margin *m)
{
    bool agree = true;
    for (enum mark mark = 0; mark < MARKS; mark++)
        agree = agree && agrees(a, r, m->result->score, &m->mark[mark].less, -1) &&
                agrees(a, r, m->result->score, &m->mark[mark].more, 1);
    return agree;
}

static bool has_mark(const struct margin *m)
{
    bool has = false;
    for (enum mark mark = 0; mark < MARKS; mark++)
        has = has || m->mark[mark].there;
    return has;
}

struct ruler ruler_of_score(struct arena *a, const struct margin *m)
{
    struct ruler r = {
        .factor = number_of(1), .places = m->result->criterion->show_score.places, .fixed = true};
    while (r.places < MOST_PLACES && !marks_agree(a, &r, m))
        r.places++;
    return r;
}

struct text ruler_words(struct arena *a, const struct ruler *r, struct number n)
{
    n = number_multiply(a, n, r->factor);
    return r->fixed ? figure_fixed(a, n, r->places) : figure_short(a, n, r->places, NULL);
}

struct text ruler_result(struct arena *a, const struct margin *m)
{
    if (!m->has_measure)
        return figure_result(a, m->result);
    struct ruler r = ruler_of_measure(a, m);
    struct text value = ruler_words(a, &r, m->result->measure.number);
    return r.unit.n ? SAY(a, "{} {}", value, r.unit) : value;
}

/* A range while something else, as a penalty, is not known. */
struct text margin_score(struct arena *a, const struct margin *m)
{
    const struct result *r = m->result;
    if (!result_has_score(r))
        return figure_range(a, r->criterion, r->low, r->high);
    if (!has_mark(m))
        return figure_score(a, r->criterion, r->score);
    struct ruler ruler = ruler_of_score(a, m);
    return ruler_words(a, &ruler, r->score);
}

/* --- tables ---------------------------------------------------------------------------------- */

enum { COLUMN_TITLE, COLUMN_VALUE, COLUMN_SCORE, COLUMN_LESS, COLUMN_MORE };

static struct block *add_table(struct document *d, const char *value, const char *score)
{
    struct block *table = document_table(d);
    table_column(d, table, TEXT(""), ALIGN_LEFT, true);
    table_column(d, table, text_of(value), ALIGN_RIGHT, false);
    table_column(d, table, text_of(score), *score ? ALIGN_RIGHT : ALIGN_LEFT, false);
    table_column(d, table, TEXT("with less"), ALIGN_LEFT, false);
    table_column(d, table, TEXT("with more"), ALIGN_LEFT, false);
    return table;
}

static struct text name_words(struct arena *a, const struct criterion *k)
{
    return k->title.n && k->parent ? SAY(a, "{}  {}", k->path, k->title) : k->path;
}

static struct text there_words(struct arena *a, const struct threshold *t)
{
    if (t->level)
        return SAY(a, "level {}", figure_short(a, t->level->score, 4, NULL));
    return SAY(a, "score {}", figure_short(a, t->score, 4, NULL));
}

static struct text way_words(struct arena *a, const struct ruler *r, const struct threshold *t,
                             bool more, struct text there)
{
    if (!number_sign(t->distance))
        return SAY(a, more ? "any more: {}" : "any less: {}", there);
    return SAY(a, more ? "+{} to {}" : "−{} to {}", ruler_words(a, r, t->distance), there);
}

/* What is beyond the last level can be lost without losing the score. */
static struct text side_words(struct arena *a, const struct ruler *r, const struct margin *m,
                              bool more)
{
    const struct threshold *t = more ? &m->more : &m->less;
    if (!t->there)
        return TEXT("");
    if (t->level && t->loses && number_equal(a, t->score, m->result->raw))
        return SAY(a, more ? "+{} to spare" : "−{} to spare", ruler_words(a, r, t->distance));
    return way_words(a, r, t, more, there_words(a, t));
}

static void fill_measure(struct arena *a, struct table_row *row, const struct margin *m)
{
    struct ruler r = ruler_of_measure(a, m);
    row->cell[COLUMN_LESS].text = side_words(a, &r, m, false);
    row->cell[COLUMN_MORE].text = side_words(a, &r, m, true);
}

static void fill_step(struct arena *a, struct table_row *row, const struct margin *m)
{
    row->cell[COLUMN_MORE].text =
        SAY(a, "step {}: {}", number_short_words(a, m->next_step->number, 0), m->next_step->title);
}

static void add_levels(struct document *d, const struct margins *margins)
{
    struct arena *a = d->arena;
    struct block *table = NULL;
    for (size_t i = 0; i < margins->all.n; i++) {
        const struct margin *m = &margins->all.at[i];
        const struct criterion *k = m->result->criterion;
        if (!m->has_measure && !m->next_step)
            continue;
        if (!table) {
            document_heading(d, TEXT("to the next level"), TEXT(""));
            table = add_table(d, "result", "score");
        }
        struct table_row *row = table_add_row(d, table, 0);
        row->cell[COLUMN_TITLE].text = name_words(a, k);
        row->cell[COLUMN_VALUE].text = ruler_result(a, m);
        row->cell[COLUMN_SCORE].text = margin_score(a, m);
        if (m->has_measure)
            fill_measure(a, row, m);
        else
            fill_step(a, row, m);
    }
}

static void add_marks(struct document *d, const struct margins *margins, enum mark mark)
{
    struct arena *a = d->arena;
    struct block *table = NULL;
    for (size_t i = 0; i < margins->all.n; i++) {
        const struct margin *m = &margins->all.at[i];
        const struct threshold *less = &m->mark[mark].less, *more = &m->mark[mark].more;
        if (!m->mark[mark].there)
            continue;
        if (!table) {
            document_heading(d, SAY(a, "to the next {}", mark_noun(mark)), TEXT(""));
            table = add_table(d, "score", "");
        }
        struct table_row *row = table_add_row(d, table, 0);
        struct ruler r = ruler_of_score(a, m);
        row->cell[COLUMN_TITLE].text = name_words(a, m->result->criterion);
        row->cell[COLUMN_TITLE].tone = m->result->criterion->parent ? TONE_PLAIN : TONE_STRONG;
        row->cell[COLUMN_VALUE].text = margin_score(a, m);
        row->cell[COLUMN_SCORE] = cell_mark(a, mark, m->result->mark[mark].band);
        if (less->there)
            row->cell[COLUMN_LESS].text =
                way_words(a, &r, less, false, cell_mark(a, mark, less->band).text);
        if (more->there)
            row->cell[COLUMN_MORE].text =
                way_words(a, &r, more, true, cell_mark(a, mark, more->band).text);
    }
}

/* --- what has none --------------------------------------------------------------------------- */

static struct text why_open(const struct result *r)
{
    if (r->status == STATUS_INCOMPLETE)
        return TEXT("not known yet");
    if (r->no_weight)
        return TEXT("weight 0 in this case");
    return r->carried ? TEXT("no result yet") : TEXT("does not apply");
}

static void add_open(struct document *d, const struct margins *m)
{
    if (!m->open.n)
        return;
    document_heading(d, TEXT("without a margin"), TEXT(""));
    struct block *outline = document_outline(d);
    for (size_t i = 0; i < m->open.n; i++) {
        const struct result *r = m->open.at[i];
        struct text says = SAY(d->arena, "{}  {}", r->criterion->path, why_open(r));
        outline_add(d, outline, 1, (struct cell){says, TONE_FAINT}, TEXT(""));
    }
}

void report_margins(struct document *d, const struct margins *m, const struct roundings *r,
                    unsigned depth)
{
    const struct model *model = m->outcome->model;
    struct text title = m->about->title.n ? m->about->title : m->about->id;
    if (!m->about->parent)
        title = model->title.n ? model->title : model->id;
    document_heading(d, SAY(d->arena, "how sure: {}", title), m->outcome->facts->office);
    if (!m->all.n)
        document_paragraph(d, TEXT("Nothing here has levels, bands, steps, a light or a grade."),
                           TONE_PLAIN);
    add_levels(d, m);
    for (enum mark mark = 0; mark < MARKS; mark++)
        add_marks(d, m, mark);
    add_open(d, m);
    if (depth > 1)
        report_margin_sentences(d, m);
    report_roundings(d, r, depth);
}
