/* What two clocks take, day by day, until it makes no difference any more. */
#include <string.h>

#include "diff/clock.h"

#include "explain/figures.h"

enum { DAYS_TRIED = 20000, COUNTS_TRIED = 20000 };

struct number clock_takes(struct arena *a, const struct clock *c, long n)
{
    if (!c->runs || n <= c->free)
        return number_of(0);
    struct number x = number_multiply(a, c->each, number_of(n - c->free));
    if (c->has_cap)
        x = number_least(a, x, c->cap);
    return c->adds ? number_negate(a, x) : x;
}

/* It takes no more, however long it runs; or no more that matters. */
static bool has_ended(struct arena *a, const struct clock *c, long n, struct number enough)
{
    struct number x = clock_takes(a, c, n);
    if (c->adds)
        x = number_negate(a, x);
    return !c->runs || !number_sign(c->each) || (c->has_cap && number_order(a, x, c->cap) >= 0) ||
           (!number_is_over(enough) && number_order(a, x, enough) >= 0);
}

void takings_add(struct arena *a, struct takings *all, struct taken one)
{
    if (all->n) {
        const struct taken *last = &all->at[all->n - 1];
        if (number_equal(a, last->by[OLDER], one.by[OLDER]) &&
            number_equal(a, last->by[NEWER], one.by[NEWER]))
            return;
    }
    LIST_ADD(a, all, one);
}

/* --- by count --------------------------------------------------------------------------------- */

void clocks_count(struct arena *a, const struct clock of[SIDES], struct number enough,
                  const struct penalty *p, struct term *term)
{
    bool ended = false, alike = number_equal(a, of[OLDER].each, of[NEWER].each) &&
                                !of[OLDER].has_cap && !of[NEWER].has_cap;
    long free = of[OLDER].free > of[NEWER].free ? of[OLDER].free : of[NEWER].free;
    for (long n = 0; n < COUNTS_TRIED && !ended; n++) {
        takings_add(a, &term->all,
                    (struct taken){{clock_takes(a, &of[OLDER], n), clock_takes(a, &of[NEWER], n)},
                                   n ? figure_counted(a, p, n) : TEXT("")});
        ended = (has_ended(a, &of[OLDER], n, enough) && has_ended(a, &of[NEWER], n, enough)) ||
                (alike && n > free && number_is_over(enough));
    }
    term->exact = term->exact && ended;
}

/* --- by date ---------------------------------------------------------------------------------- */

static bool count_until(const struct model *m, const struct clock *c, struct date t, long *n)
{
    *n = 0;
    if (!c->runs || t.day <= c->after.day)
        return true;
    switch (c->unit) {
    case UNIT_WORKING_DAY:
        if (!m->calendar || !calendar_covers(m->calendar, (struct date){c->after.day + 1}) ||
            !calendar_covers(m->calendar, t))
            return false;
        *n = calendar_working_days(m->calendar, c->after, t);
        return true;
    case UNIT_MONTH:
        *n = c->from_month ? (long)date_month(t).month - date_month(c->after).month
                           : date_months_begun(c->after, t, m->month_ends);
        return true;
    case UNIT_NONE:
    case UNIT_DAY:
        break;
    }
    *n = t.day - c->after.day;
    return true;
}

/* From here on both take a day's amount more every day. */
static bool goes_on_alike(struct arena *a, const struct clock of[SIDES], const long n[SIDES])
{
    const struct clock *x = &of[OLDER], *y = &of[NEWER];
    return x->runs && y->runs && x->unit != UNIT_WORKING_DAY && x->unit != UNIT_MONTH &&
           y->unit != UNIT_WORKING_DAY && y->unit != UNIT_MONTH &&
           number_equal(a, x->each, y->each) && !x->has_cap && !y->has_cap && n[OLDER] > x->free &&
           n[NEWER] > y->free;
}

/* Days beyond the calendar have no score on either side. */
void clocks_run(const struct model *m, struct arena *a, const struct clock of[SIDES],
                struct number enough, struct text event, struct term *term)
{
    const struct clock *first =
        !of[OLDER].runs || (of[NEWER].runs && of[NEWER].after.day < of[OLDER].after.day)
            ? &of[NEWER]
            : &of[OLDER];
    for (int i = 0; i < DAYS_TRIED; i++) {
        struct date t = {first->after.day + i};
        long n[SIDES];
        if (t.day > DATE_LAST || !count_until(m, &of[OLDER], t, &n[OLDER]) ||
            !count_until(m, &of[NEWER], t, &n[NEWER]))
            return;
        struct taken one = {
            {clock_takes(a, &of[OLDER], n[OLDER]), clock_takes(a, &of[NEWER], n[NEWER])},
            i ? SAY(a, "{} {}", event, date_words(a, t, m->era)) : TEXT("")};
        takings_add(a, &term->all, one);
        if (has_ended(a, &of[OLDER], n[OLDER], enough) &&
            has_ended(a, &of[NEWER], n[NEWER], enough))
            return;
        if (number_is_over(enough) && goes_on_alike(a, of, n))
            return;
    }
    term->exact = false;
}

/* --- together --------------------------------------------------------------------------------- */

enum { FRONT_MOST = 4000, JOINED_MOST = 100 * 1000 };

/* What comes first in a front: little taken on the side that should take little. */
static size_t place_in(struct arena *a, const struct takings *front, const struct taken *t,
                       int little)
{
    size_t low = 0, high = front->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (number_order(a, front->at[middle].by[little], t->by[little]) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct text both_words(struct arena *a, struct text x, struct text y)
{
    return !x.n ? y : !y.n ? x : SAY(a, "{}, {}", x, y);
}

/* Another one takes no more where little should be taken, and no less where much should. */
static void insert(struct arena *a, struct takings *front, struct taken t, struct text also,
                   bool loss)
{
    int little = loss ? OLDER : NEWER, much = loss ? NEWER : OLDER;
    size_t i = place_in(a, front, &t, little);
    if (i && number_order(a, front->at[i - 1].by[much], t.by[much]) >= 0)
        return;
    size_t from = i;
    if (i && number_equal(a, front->at[i - 1].by[little], t.by[little]))
        from = i - 1;
    size_t behind = i;
    while (behind < front->n && number_order(a, front->at[behind].by[much], t.by[much]) <= 0)
        behind++;
    t.where = both_words(a, t.where, also);
    LIST_ADD(a, front, t);
    size_t rest = front->n - 1 - behind;
    memmove(&front->at[from + 1], &front->at[behind], rest * sizeof *front->at);
    front->at[from] = t;
    LIST_CUT(front, from + 1 + rest);
}

bool takings_join(struct arena *a, struct takings *front, const struct takings *more, bool loss)
{
    struct takings joined = {0};
    if (front->n * more->n > JOINED_MOST)
        return false;
    for (size_t i = 0; i < front->n; i++)
        for (size_t j = 0; j < more->n; j++) {
            const struct taken *x = &front->at[i], *y = &more->at[j];
            struct taken t = {.by = {number_add(a, x->by[OLDER], y->by[OLDER]),
                                     number_add(a, x->by[NEWER], y->by[NEWER])},
                              .where = x->where};
            insert(a, &joined, t, y->where, loss);
            if (joined.n > FRONT_MOST)
                return false;
        }
    *front = joined;
    return true;
}
