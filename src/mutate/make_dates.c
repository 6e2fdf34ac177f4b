/* Days and dates: one day, one working day or one month off. */
#include "mutate/making.h"

static struct text day_words(struct maker *mk, struct value v)
{
    return v.kind == VALUE_DATE ? date_words(mk->a, v.date, mk->m->era)
                                : month_words(mk->a, v.month, mk->m->era);
}

/* Between two days lies none that is counted from a deadline on. */
static bool counts_same(const struct maker *mk, struct value x, struct value y)
{
    const struct calendar *c = mk->m->calendar;
    if (!mk->deadline || mk->counted != UNIT_WORKING_DAY || !c)
        return false;
    struct date one = x.kind == VALUE_DATE ? x.date : month_last(x.month), other = y.date;
    struct date first = one.day < other.day ? one : other, last = one.day < other.day ? other : one;
    return y.kind == VALUE_DATE && calendar_covers(c, first) && calendar_covers(c, last) &&
           !calendar_working_days(c, first, last);
}

static void other_day(struct maker *mk, const struct expr *e, struct value to)
{
    struct mutant x = mutant_begin(mk, OPERATOR_DATE, e->at);
    const struct value *kept = ARENA_KEEP(mk->a, struct value, to);
    PATCH_EXPR(mk, &x, e, literal, kept);
    x.same = counts_same(mk, *e->literal, to);
    mutant_end_expr(mk, x,
                    SAY(mk->a, "{} instead of {} in {}", day_words(mk, to),
                        day_words(mk, *e->literal), mk->where));
}

/* A day, and a working day where that is another one. */
static void move_day(struct maker *mk, const struct expr *e, struct date from, long long by)
{
    struct date day, working, uncovered;
    if (!date_add_days(from, by, &day))
        return;
    other_day(mk, e, value_date(day));
    if (mk->m->calendar && calendar_covers(mk->m->calendar, from) &&
        calendar_add_working_days(mk->m->calendar, from, by, &working, &uncovered) &&
        working.day != day.day)
        other_day(mk, e, value_date(working));
}

static void move_month(struct maker *mk, const struct expr *e, long long by)
{
    struct month m;
    if (month_add(e->literal->month, by, &m))
        other_day(mk, e, value_month(m));
}

void make_date(struct maker *mk, const struct expr *e)
{
    bool month = e->literal->kind == VALUE_MONTH;
    if (e->literal->kind == VALUE_DATE || (month && mk->deadline)) {
        struct date day = month ? month_last(e->literal->month) : e->literal->date;
        move_day(mk, e, day, -1);
        move_day(mk, e, day, 1);
    }
    if (month) {
        move_month(mk, e, -1);
        move_month(mk, e, 1);
    }
}

void make_days(struct maker *mk, const struct expr *e)
{
    enum day_unit unit = e->day_unit == UNIT_DAY ? UNIT_WORKING_DAY : UNIT_DAY;
    if (e->day_unit == UNIT_MONTH || e->day_unit == UNIT_NONE ||
        (unit == UNIT_WORKING_DAY && !mk->m->calendar))
        return;
    struct mutant x = mutant_begin(mk, OPERATOR_DAYS, e->at);
    PATCH_EXPR(mk, &x, e, day_unit, unit);
    mutant_end_expr(mk, x,
                    SAY(mk->a,
                        unit == UNIT_DAY ? "days instead of working days in {}"
                                         : "working days instead of days in {}",
                        mk->where));
}
