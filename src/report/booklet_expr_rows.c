/* Rows of tables, parts and days in sentences. */
#include "report/booklet_telling.h"

/* --- rows and parts --------------------------------------------------------------------------- */

static struct text aggregate_pattern(const struct telling *t, const struct expr *e,
                                     struct text value, struct text order)
{
    const struct booklet *b = t->b;
    struct text table = booklet_fact(b, e->fact);
    switch (e->aggregate) {
    case AGGREGATE_COUNT:
        return TELL(b, COUNT, table);
    case AGGREGATE_SHARE:
        return TELL(b, SHARE, table);
    case AGGREGATE_SUM:
        return TELL(b, SUM, value, table);
    case AGGREGATE_MEAN:
        return TELL(b, MEAN, value, table);
    case AGGREGATE_MIN:
        return TELL(b, LEAST_OVER, value, table);
    case AGGREGATE_MAX:
        return TELL(b, GREATEST_OVER, value, table);
    case AGGREGATE_DISTINCT:
        return TELL(b, DISTINCT, value, table);
    case AGGREGATE_FIRST:
        return TELL(b, FIRST, value, table, order);
    case AGGREGATE_LAST:
        return TELL(b, LAST, value, table, order);
    case AGGREGATE_ALL:
        return TELL(b, ALL_ROWS, table);
    case AGGREGATE_ANY:
        return TELL(b, ANY_ROW, table);
    case AGGREGATE_PRODUCT:
    case AGGREGATE_WEIGHTED_MEAN:
    case AGGREGATE_BEST:
        break;
    }
    return TEXT("");
}

struct text tell_aggregate(struct telling *t, const struct expr *e)
{
    t->rows++;
    struct text value = e->left ? tell_part(t, e->left, STRENGTH_SUM) : TEXT("");
    struct text order = e->third ? tell_part(t, e->third, STRENGTH_PRIMARY) : TEXT("");
    struct text where = e->right ? tell_part(t, e->right, STRENGTH_CONDITION) : TEXT("");
    t->rows--;
    struct text words = aggregate_pattern(t, e, value, order);
    return where.n ? TELL(t->b, WHERE, words, where) : words;
}

struct text tell_parts(const struct booklet *b, const struct expr *e)
{
    switch (e->aggregate) {
    case AGGREGATE_MEAN:
        return TOLD(b, PARTS_MEAN);
    case AGGREGATE_WEIGHTED_MEAN:
        return TOLD(b, PARTS_WEIGHTED);
    case AGGREGATE_SUM:
        return TOLD(b, PARTS_SUM);
    case AGGREGATE_PRODUCT:
        return TOLD(b, PARTS_PRODUCT);
    case AGGREGATE_MIN:
        return TOLD(b, PARTS_LEAST);
    case AGGREGATE_MAX:
        return TOLD(b, PARTS_GREATEST);
    case AGGREGATE_BEST:
        return TELL(b, PARTS_BEST, text_number(b->a, (long long)e->best));
    case AGGREGATE_COUNT:
    case AGGREGATE_SHARE:
    case AGGREGATE_ALL:
    case AGGREGATE_ANY:
    case AGGREGATE_DISTINCT:
    case AGGREGATE_FIRST:
    case AGGREGATE_LAST:
        break;
    }
    return TEXT("");
}

/* --- days ------------------------------------------------------------------------------------- */

struct text tell_days(struct telling *t, const struct expr *e)
{
    struct text from = tell_part(t, e->left, STRENGTH_SIGN),
                until = tell_part(t, e->right, STRENGTH_SIGN);
    if (e->day_unit == UNIT_MONTH)
        return TELL(t->b, MONTHS_BETWEEN, from, until);
    if (e->day_unit == UNIT_WORKING_DAY)
        return TELL(t->b, WORKING_DAYS_BETWEEN, from, until);
    return TELL(t->b, DAYS_BETWEEN, from, until);
}

struct text tell_shift(struct telling *t, const struct expr *e)
{
    static const enum wording words[][2] = {
        [UNIT_NONE] = {WORDING_DAYS_AFTER, WORDING_DAYS_BEFORE},
        [UNIT_DAY] = {WORDING_DAYS_AFTER, WORDING_DAYS_BEFORE},
        [UNIT_WORKING_DAY] = {WORDING_WORKING_DAYS_AFTER, WORDING_WORKING_DAYS_BEFORE},
        [UNIT_MONTH] = {WORDING_MONTHS_AFTER, WORDING_MONTHS_BEFORE}};
    struct text count = tell_part(t, e->left, STRENGTH_PRIMARY);
    return SAY(t->b->a, wording_of(t->b, words[e->day_unit][e->back]), count,
               tell_part(t, e->right, STRENGTH_SIGN));
}

struct text tell_date_part(struct telling *t, const struct expr *e)
{
    static const enum wording words[] = {[PART_START] = WORDING_START_OF,
                                         [PART_END] = WORDING_END_OF,
                                         [PART_MONTH] = WORDING_MONTH_OF};
    return SAY(t->b->a, wording_of(t->b, words[e->date_part]),
               tell_part(t, e->left, STRENGTH_SIGN));
}
