/* Calculating with dates: counts between two, days reached from one, the ends of a month.
 *
 * Days and working days are unequivocal.  Months are not, wherever a day above the 28th meets a
 * month that lacks it; then the rules must have said which day that is. */
#include "check/checker.h"

enum { EVERY_MONTH_HAS = 28 };

static struct expr *spoilt(struct expr *e)
{
    e->type.kind = TYPE_ERROR;
    return e;
}

/* A date, or a month, which stands for its last day; before it, for its first. */
static struct expr *day(struct checker *c, const struct node *n, struct criterion *owner,
                        const struct row_scope *rows)
{
    struct expr *e = check_expr(c, n, owner, rows);
    if (!type_is(e, TYPE_DATE) && !type_is(e, TYPE_MONTH)) {
        type_wanted(c, e, "a date or a month");
        spoilt(e);
    }
    return e;
}

/* What `e` is whatever the facts say: a date or a month; false when it depends on them. */
static bool certain(struct checker *c, const struct expr *e, struct value *v)
{
    if (e->type.kind == TYPE_ERROR)
        return false;
    switch (e->kind) {
    case EXPR_LITERAL:
        *v = *e->literal;
        return v->kind == VALUE_DATE || v->kind == VALUE_MONTH;
    case EXPR_LET:
        return e->let->value && certain(c, e->let->value, v);
    case EXPR_SHIFT:
        return e->left->kind == EXPR_NUMBER && certain(c, e->right, v) &&
               model_shift(c->m, c->a, e, e->left->literal->number, *v, v) == SHIFT_DONE;
    case EXPR_DATE_PART:
        if (!certain(c, e->left, v))
            return false;
        *v = model_date_part(e->date_part, *v);
        return true;
    default:
        return false;
    }
}

bool date_is_certain(struct checker *c, const struct expr *e, struct date *d)
{
    struct value v;
    if (!certain(c, e, &v))
        return false;
    *d = v.kind == VALUE_MONTH ? month_last(v.month) : v.date;
    return true;
}

/* Whether some month may lack the day from which months are counted. */
static bool may_lack(struct checker *c, const struct expr *e)
{
    struct value v;
    int year, month, day_of_month;
    if (e->type.kind == TYPE_MONTH || (e->kind == EXPR_DATE_PART && e->date_part == PART_START))
        return false;
    if (certain(c, e, &v)) {
        date_parts(v.date, &year, &month, &day_of_month);
        return day_of_month > EVERY_MONTH_HAS;
    }
    if (e->kind == EXPR_SHIFT && e->day_unit == UNIT_MONTH)
        return may_lack(c, e->right);
    return e->kind != EXPR_LET || may_lack(c, e->let->value);
}

void check_month_ends(struct checker *c, const struct expr *from)
{
    if (c->m->month_ends != MONTHS_UNSAID || c->month_ends_missed || !may_lack(c, from))
        return;
    c->month_ends_missed = true;
    struct diag *g = DIAG_PLAIN(c->d, K0415, from->at);
    struct value v;
    diag_says(g, certain(c, from, &v) ? TEXT("some months have no such day")
                                      : TEXT("this may be a 29th, 30th or 31st"));
    diag_help(g,
              TEXT("add a line to the head: with `month ends clipped` one month after 31 January "
                   "is 28 or 29 February, with `month ends carried` it is 1 March"));
}

/* What is written without facts can be reckoned at once: a day that there is not is a slip. */
static bool reachable(struct checker *c, const struct expr *e)
{
    struct value from, to;
    if (e->left->kind != EXPR_NUMBER || !certain(c, e->right, &from))
        return true;
    switch (model_shift(c->m, c->a, e, e->left->literal->number, from, &to)) {
    case SHIFT_DONE:
        return true;
    case SHIFT_NO_DAY:
        diag_help(DIAG_ADD(c->d, K0504, e->at, check_source(c, e->at)),
                  TEXT("dates go from 0001-01-01 to 9999-12-31 of the common era"));
        return false;
    case SHIFT_NOT_COVERED:
        break;
    }
    report_not_covered(c, e->at, to.date, "to reckon this day");
    return false;
}

struct expr *check_days(struct checker *c, const struct node *n, struct criterion *owner,
                        const struct row_scope *rows)
{
    struct expr *e =
        expr_new(c, EXPR_DAYS, n->at, (struct type){.kind = TYPE_NUMBER, .whole = true});
    e->day_unit = (enum day_unit)n->days.unit;
    e->left = day(c, n->days.after, owner, rows);
    e->right = day(c, n->days.until, owner, rows);
    if (!check_countable(c, e->day_unit, n->at))
        return spoilt(e);
    if (e->left->type.kind == TYPE_ERROR || e->right->type.kind == TYPE_ERROR)
        return spoilt(e);
    if (e->day_unit == UNIT_MONTH)
        check_month_ends(c, e->left);
    return e;
}

/* How many days: whole, since nobody has said what half a day or half a month is. */
static struct expr *count(struct checker *c, const struct node *n, enum day_unit unit,
                          struct criterion *owner, const struct row_scope *rows)
{
    struct expr *e = check_expr(c, n->shifted.count, owner, rows);
    if (e->type.kind == TYPE_ERROR)
        return e;
    bool fraction = e->kind == EXPR_NUMBER && !e->type.whole;
    if (e->type.kind != TYPE_NUMBER || e->type.dimension || fraction) {
        type_wanted(c, e, "a whole number without a unit");
        return spoilt(e);
    }
    if (e->type.whole)
        return e;
    struct text words = check_source(c, e->at);
    struct diag *g =
        DIAG_ADD(c->d, K0414, e->at, words, unit == UNIT_MONTH ? TEXT("months") : TEXT("days"));
    label_origin(c, g, e);
    diag_help(
        g, SAY(c->a, "declare it as an integer, or round it: `(round({} to 0 half up))`", words));
    return spoilt(e);
}

struct expr *check_shifted(struct checker *c, const struct node *n, struct criterion *owner,
                           const struct row_scope *rows)
{
    struct expr *e = expr_new(c, EXPR_SHIFT, n->at, kind_of(TYPE_DATE));
    e->day_unit = (enum day_unit)n->shifted.unit;
    e->back = n->shifted.back;
    e->left = count(c, n, e->day_unit, owner, rows);
    e->right = day(c, n->shifted.from, owner, rows);
    if (!check_countable(c, e->day_unit, n->at))
        return spoilt(e);
    if (e->left->type.kind == TYPE_ERROR || e->right->type.kind == TYPE_ERROR)
        return spoilt(e);
    if (e->day_unit == UNIT_MONTH) {
        e->type.kind = e->right->type.kind;
        check_month_ends(c, e->right);
    }
    return reachable(c, e) ? e : spoilt(e);
}

struct expr *check_date_part(struct checker *c, const struct node *n, struct criterion *owner,
                             const struct row_scope *rows)
{
    bool month = n->part_of_date.kind == PART_MONTH;
    struct expr *e = expr_new(c, EXPR_DATE_PART, n->at, kind_of(month ? TYPE_MONTH : TYPE_DATE));
    e->date_part = (enum date_part)n->part_of_date.kind;
    e->left = day(c, n->part_of_date.of, owner, rows);
    return e->left->type.kind == TYPE_ERROR ? spoilt(e) : e;
}
