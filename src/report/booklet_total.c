/* How the total is made, and what scores are called. */
#include "report/booklet_inside.h"

/* --- the mean --------------------------------------------------------------------------------- */

static const struct formula *mean_formula(const struct booklet *b)
{
    struct arena *a = b->a;
    struct formula *fraction = formula_of(a, FORMULA_FRACTION), *above = formula_of(a, FORMULA_ROW);
    struct formula *below = formula_of(a, FORMULA_ROW), *row = formula_of(a, FORMULA_ROW);
    struct formula *weight = formula_leaf(a, FORMULA_NAME, TOLD(b, MATH_WEIGHT));
    struct formula *sum = formula_leaf(a, FORMULA_SIGN, TEXT("∑"));
    formula_add(a, above, sum);
    formula_add(a, above, weight);
    formula_add(a, above, formula_leaf(a, FORMULA_SIGN, TEXT("×")));
    formula_add(a, above, formula_leaf(a, FORMULA_NAME, TOLD(b, MATH_SCORES)));
    formula_add(a, below, sum);
    formula_add(a, below, weight);
    formula_add(a, fraction, above);
    formula_add(a, fraction, below);
    formula_add(a, row, formula_leaf(a, FORMULA_NAME, TOLD(b, THE_TOTAL)));
    formula_add(a, row, formula_leaf(a, FORMULA_SIGN, TEXT("=")));
    formula_add(a, row, fraction);
    return row;
}

static void add_members(const struct booklet *b, const struct criterion *total)
{
    struct block *table = document_grid(b->d);
    table_column(b->d, table, TOLD(b, COLUMN_SECTION), ALIGN_LEFT, true);
    table_column(b->d, table, TOLD(b, COLUMN_WEIGHT), ALIGN_RIGHT, false);
    for (size_t i = 0; i < total->children.n; i++) {
        const struct criterion *k = total->children.at[i];
        struct table_row *row = table_add_row(b->d, table, 0);
        row->cell[0].text = booklet_name(b, k);
        row->cell[1].text = k->by_case ? TOLD(b, BY_CASE)
                            : number_is_over(b->share[k->index])
                                ? TEXT("")
                                : figure_weight(b->a, k, b->share[k->index]);
        row->link = booklet_anchor(b, k);
    }
}

/* --- lights, grades, policies ----------------------------------------------------------------- */

static struct text score_words(const struct booklet *b, const struct criterion *k, struct number n)
{
    (void)k;
    return booklet_number(b, n);
}

static void add_bands(const struct booklet *b, struct text label, const struct bands *bands)
{
    bool reasons = false;
    booklet_label(b, label);
    for (size_t i = 0; i < bands->n; i++)
        reasons = reasons || bands->at[i].needs_reason;
    struct block *table = document_grid(b->d);
    table_column(b->d, table, TOLD(b, COLUMN_SCORE), ALIGN_LEFT, false);
    table_column(b->d, table, TOLD(b, COLUMN_CALLED), ALIGN_LEFT, true);
    if (reasons)
        table_column(b->d, table, TOLD(b, COLUMN_REASON), ALIGN_LEFT, false);
    for (size_t i = bands->n; i-- > 0;) {
        const struct band *band = &bands->at[i];
        struct cell *cell = table_add_row(b->d, table, 0)->cell;
        cell[0].text = booklet_band(b, band, score_words, NULL);
        cell[1].text = band->title.n
                           ? SAY(b->a, "{} ({})", text_folded(b->a, band->title), band->name)
                           : band->name;
        if (reasons && band->needs_reason)
            cell[2].text = TOLD(b, REASON_WANTED);
    }
}

/* Lights are the same everywhere, and said with the total. */
void booklet_marks(const struct booklet *b, const struct criterion *k)
{
    if (!k->parent && k->marks[MARK_LIGHT])
        add_bands(b, TOLD(b, LIGHTS), k->marks[MARK_LIGHT]);
    if (k->marks[MARK_GRADE])
        add_bands(b, TOLD(b, GRADES), k->marks[MARK_GRADE]);
}

static void add_general(const struct booklet *b, const struct criterion *total)
{
    struct block *sheet = booklet_sheet(b);
    booklet_line(b, sheet, TOLD(b, LABEL_MISSING), booklet_policy(b, total->missing));
    if (total->not_applicable->kind != POLICY_NONE)
        booklet_line(b, sheet, TOLD(b, LABEL_NOT_APPLICABLE),
                     booklet_policy(b, total->not_applicable));
    booklet_line(b, sheet, TOLD(b, LABEL_SHOWN),
                 TELL(b, SHOWN, text_number(b->a, total->show_score.places),
                      text_number(b->a, total->show_measure.places),
                      text_number(b->a, total->show_weight.places)));
}

void booklet_total(const struct booklet *b)
{
    const struct criterion *total = b->m->criteria.at[0];
    document_section(b->d, 2, TEXT("total"), TOLD(b, HOW_TOTAL))->new_page = true;
    if (total->weighs && !total->formula) {
        document_formula(b->d, TOLD(b, MEAN_OF_ALL), mean_formula(b));
        add_members(b, total);
    }
    booklet_scorer(b, total);
    booklet_changing(b, total);
    booklet_marks(b, total);
    add_general(b, total);
    booklet_facts_of(b, total);
}
