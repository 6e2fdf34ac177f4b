/* What the terms of a booklet mean: those that its rules have. */
#include "report/booklet_inside.h"

struct used {
    bool levels, weights, deadlines, late;
};

static struct used used_in(const struct model *m)
{
    struct used u = {0};
    for (size_t i = 0; i < m->criteria.n; i++) {
        const struct criterion *k = m->criteria.at[i];
        u.levels = u.levels || k->scorer == SCORER_LEVELS;
        u.weights = u.weights || k->weighs;
        for (size_t j = 0; j < k->steps.n; j++) {
            u.deadlines = u.deadlines || k->steps.at[j].by;
            u.late = u.late || k->steps.at[j].is_late;
        }
        for (size_t j = 0; j < k->penalties.n; j++)
            u.late = u.late || k->penalties.at[j]->kind == AMOUNT_TIME;
    }
    return u;
}

/* --- the rule of three ------------------------------------------------------------------------ */

static struct formula *difference(const struct booklet *b, struct text more, struct text less)
{
    struct formula *row = formula_of(b->a, FORMULA_ROW);
    formula_add(b->a, row, formula_leaf(b->a, FORMULA_NAME, more));
    formula_add(b->a, row, formula_leaf(b->a, FORMULA_SIGN, TEXT("−")));
    formula_add(b->a, row, formula_leaf(b->a, FORMULA_NAME, less));
    return row;
}

static const struct formula *rule_of_three(const struct booklet *b)
{
    struct arena *a = b->a;
    struct formula *row = formula_of(a, FORMULA_ROW), *way = formula_of(a, FORMULA_FRACTION);
    struct formula *step = formula_of(a, FORMULA_BRACKETS);
    formula_add(a, way, difference(b, TOLD(b, RESULT), TOLD(b, MATH_LOWER_VALUE)));
    formula_add(a, way, difference(b, TOLD(b, MATH_NEXT_VALUE), TOLD(b, MATH_LOWER_VALUE)));
    formula_add(a, step, difference(b, TOLD(b, MATH_NEXT_SCORE), TOLD(b, MATH_LOWER_SCORE)));
    formula_add(a, row, formula_leaf(a, FORMULA_NAME, TOLD(b, SCORE_IS)));
    formula_add(a, row, formula_leaf(a, FORMULA_SIGN, TEXT("=")));
    formula_add(a, row, formula_leaf(a, FORMULA_NAME, TOLD(b, MATH_LOWER_SCORE)));
    formula_add(a, row, formula_leaf(a, FORMULA_SIGN, TEXT("+")));
    formula_add(a, row, way);
    formula_add(a, row, formula_leaf(a, FORMULA_SIGN, TEXT("×")));
    formula_add(a, row, step);
    return row;
}

/* --- all of them ------------------------------------------------------------------------------ */

void booklet_terms(const struct booklet *b)
{
    struct used u = used_in(b->m);
    const struct {
        bool used;
        enum wording term, meaning;
    } terms[] = {{u.levels, WORDING_TERM_LEVEL, WORDING_TERM_LEVEL_IS},
                 {u.weights, WORDING_TERM_WEIGHT, WORDING_TERM_WEIGHT_IS},
                 {u.deadlines, WORDING_TERM_DEADLINE, WORDING_TERM_DEADLINE_IS},
                 {u.late, WORDING_TERM_LATE, WORDING_TERM_LATE_IS},
                 {b->m->calendar, WORDING_TERM_WORKING_DAY, WORDING_TERM_WORKING_DAY_IS},
                 {true, WORDING_TERM_FLOOR, WORDING_TERM_FLOOR_IS},
                 {true, WORDING_TERM_INCOMPLETE, WORDING_TERM_INCOMPLETE_IS}};
    document_section(b->d, 2, TEXT("terms"), TOLD(b, APPENDIX_TERMS));
    struct block *table = document_grid(b->d);
    table_column(b->d, table, TOLD(b, COLUMN_TERM), ALIGN_LEFT, false);
    table_column(b->d, table, TOLD(b, COLUMN_MEANING), ALIGN_LEFT, true);
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        if (!terms[i].used)
            continue;
        struct cell *cell = table_add_row(b->d, table, 0)->cell;
        cell[0].text = text_of(wording_of(b, terms[i].term));
        cell[1].text = text_of(wording_of(b, terms[i].meaning));
    }
    if (!u.levels)
        return;
    booklet_label(b, TOLD(b, TERM_BETWEEN));
    document_formula(b->d, TOLD(b, TERM_BETWEEN_IS), rule_of_three(b));
}
