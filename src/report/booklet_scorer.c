/* How a criterion is scored: levels, bands, a formula, the mean of what is in it. */
#include "report/booklet_inside.h"

enum { MOST_COLUMNS = 8 /* of levels that stand side by side; more stand below each other */ };

/* --- levels ----------------------------------------------------------------------------------- */

static struct text value_words(const struct booklet *b, const struct criterion *k,
                               const struct level *l)
{
    return booklet_measure(b, k, l->value);
}

/* All rows have the same scores: they are columns. */
static bool is_regular(const struct booklet *b, const struct criterion *k)
{
    const struct thresholds *first = k->thresholds.at[0];
    if (first->levels.n > MOST_COLUMNS)
        return false;
    for (size_t i = 1; i < k->thresholds.n; i++) {
        const struct thresholds *t = k->thresholds.at[i];
        if (t->levels.n != first->levels.n)
            return false;
        for (size_t j = 0; j < t->levels.n; j++)
            if (!number_equal(b->a, t->levels.at[j].score, first->levels.at[j].score))
                return false;
    }
    return true;
}

static void add_wide(const struct booklet *b, const struct criterion *k)
{
    struct block *table = document_grid(b->d);
    const struct thresholds *first = k->thresholds.at[0];
    table_column(b->d, table, TOLD(b, COLUMN_LEVEL), ALIGN_LEFT, true);
    for (size_t i = 0; i < first->levels.n; i++)
        table_column(b->d, table, booklet_number(b, first->levels.at[i].score), ALIGN_RIGHT, false);
    for (size_t i = 0; i < k->thresholds.n; i++) {
        struct table_row *row = table_add_row(b->d, table, 0);
        row->cell[0].text = k->by ? booklet_case(b, k->by, i) : TOLD(b, COLUMN_VALUE);
        for (size_t j = 0; j < first->levels.n; j++)
            row->cell[j + 1].text = value_words(b, k, &k->thresholds.at[i]->levels.at[j]);
    }
}

static void add_long(const struct booklet *b, const struct criterion *k)
{
    struct block *table = document_grid(b->d);
    if (k->by)
        table_column(b->d, table, TOLD(b, COLUMN_CASE), ALIGN_LEFT, true);
    table_column(b->d, table, TOLD(b, COLUMN_VALUE), ALIGN_RIGHT, false);
    table_column(b->d, table, TOLD(b, COLUMN_LEVEL), ALIGN_RIGHT, false);
    for (size_t i = 0; i < k->thresholds.n; i++)
        for (size_t j = 0; j < k->thresholds.at[i]->levels.n; j++) {
            const struct level *l = &k->thresholds.at[i]->levels.at[j];
            struct cell *cell = table_add_row(b->d, table, 0)->cell;
            if (k->by)
                (cell++)->text = j ? TEXT("") : booklet_case(b, k->by, i);
            cell[0].text = value_words(b, k, l);
            cell[1].text = booklet_number(b, l->score);
        }
}

/* What lies between and beyond; said once where all cases have it alike. */
static void add_between(const struct booklet *b, const struct criterion *k)
{
    bool said[] = {
        [LEVELS_LINEAR] = false, [LEVELS_STEPPED] = false, [LEVELS_EXTRAPOLATED] = false};
    for (size_t i = 0; i < k->thresholds.n; i++) {
        const struct thresholds *t = k->thresholds.at[i];
        struct text kind = t->kind == LEVELS_LINEAR    ? TOLD(b, LEVELS_LINEAR)
                           : t->kind == LEVELS_STEPPED ? TOLD(b, LEVELS_STEPPED)
                                                       : TOLD(b, LEVELS_EXTRAPOLATED);
        struct text below =
            t->has_below ? TELL(b, LEVELS_BELOW, booklet_number(b, t->below)) : TEXT("");
        bool again = said[t->kind];
        said[t->kind] = true;
        if (again && !below.n)
            continue;
        struct text words = again ? below : below.n ? SAY(b->a, "{} {}", kind, below) : kind;
        document_paragraph(b->d, words, TONE_PLAIN);
    }
}

static void add_levels(const struct booklet *b, const struct criterion *k)
{
    booklet_label(b, TOLD(b, LEVELS_TABLE));
    if (k->by && k->by->by)
        document_paragraph(b->d, TELL(b, LEVELS_BY, booklet_expr(b, k->by->by)), TONE_PLAIN);
    if (is_regular(b, k))
        add_wide(b, k);
    else
        add_long(b, k);
    add_between(b, k);
}

/* --- bands ------------------------------------------------------------------------------------ */

static void add_bands(const struct booklet *b, const struct criterion *k)
{
    booklet_label(b, TOLD(b, LEVELS_TABLE));
    if (k->by && k->by->by)
        document_paragraph(b->d, TELL(b, LEVELS_BY, booklet_expr(b, k->by->by)), TONE_PLAIN);
    struct block *table = document_grid(b->d);
    if (k->by)
        table_column(b->d, table, TOLD(b, COLUMN_CASE), ALIGN_LEFT, true);
    table_column(b->d, table, TOLD(b, COLUMN_VALUE), ALIGN_LEFT, false);
    table_column(b->d, table, TOLD(b, COLUMN_LEVEL), ALIGN_RIGHT, false);
    for (size_t i = 0; i < k->thresholds.n; i++)
        for (size_t j = 0; j < k->thresholds.at[i]->bands.n; j++) {
            const struct band *band = &k->thresholds.at[i]->bands.at[j];
            struct cell *cell = table_add_row(b->d, table, 0)->cell;
            if (k->by)
                (cell++)->text = j ? TEXT("") : booklet_case(b, k->by, i);
            cell[0].text = booklet_band(b, band, booklet_measure, k);
            cell[1].text = booklet_number(b, band->score);
        }
}

/* --- formulas, means -------------------------------------------------------------------------- */

static void add_formula(const struct booklet *b, const struct criterion *k)
{
    booklet_label(b, TOLD(b, SCORE_FORMULA));
    booklet_formula(b, TOLD(b, SCORE_IS), k->formula, false);
    if (!number_is_over(k->low))
        document_paragraph(
            b->d, TELL(b, BROUGHT_ONTO, booklet_number(b, k->low), booklet_number(b, k->high)),
            TONE_PLAIN);
}

static void add_weights_by_case(const struct booklet *b, const struct criterion *k)
{
    const struct weights *w = k->weights;
    booklet_label(b, TOLD(b, WEIGHTS_BY_CASE));
    struct block *table = document_grid(b->d);
    table_column(b->d, table, TOLD(b, COLUMN_CASE), ALIGN_LEFT, true);
    for (size_t i = 0; i < w->of.n; i++)
        table_column(b->d, table, booklet_name(b, w->of.at[i]), ALIGN_RIGHT, false);
    for (size_t i = 0; i < w->cases->rows.n; i++) {
        struct table_row *row = table_add_row(b->d, table, 0);
        row->cell[0].text = booklet_case(b, w->cases, i);
        for (size_t j = 0; j < w->of.n; j++) {
            struct number n = weights_points(w, i, w->of.at[j]);
            row->cell[j + 1].text =
                w->percent ? figure_percent(b->a, n, FIGURE_PLACES, NULL) : booklet_number(b, n);
        }
    }
}

static void add_mean(const struct booklet *b, const struct criterion *k)
{
    if (k->formula)
        add_formula(b, k);
    else if (k->weighs && k->parent)
        document_paragraph(b->d, TOLD(b, MEAN_OF_GROUP), TONE_PLAIN);
    if (k->weights)
        add_weights_by_case(b, k);
}

void booklet_scorer(const struct booklet *b, const struct criterion *k)
{
    switch (k->scorer) {
    case SCORER_NONE:
        break;
    case SCORER_LEVELS:
        add_levels(b, k);
        for (size_t i = 0; i < k->thresholds.n; i++)
            booklet_chart(b, k, i);
        break;
    case SCORER_BANDS:
        add_bands(b, k);
        for (size_t i = 0; i < k->thresholds.n; i++)
            booklet_chart(b, k, i);
        break;
    case SCORER_STEPS:
        booklet_steps(b, k);
        break;
    case SCORER_FORMULA:
        add_formula(b, k);
        break;
    case SCORER_CHILDREN:
        add_mean(b, k);
        break;
    }
}
