/* Scores in whole numbers: checklists, means of rounded scores, and what floor, cap and rounding
 * make of them.  Whatever does not fit goes the general way. */
#include "plan/inside.h"

#define SETTLE_MOST ((int64_t)1 << 40) /* of the figure; its factors have SETTLE_PART bits */

/* Less penalties, with bonuses; false when that does not fit. */
static bool take(struct plan_run *r, const struct settling *s, int64_t *top, int64_t *under)
{
    int64_t sum = 0;
    for (size_t i = 0; i < s->tolls.n; i++) {
        const struct whole_toll *t = &s->tolls.at[i];
        int64_t n = toll_applies(r, t->of) ? toll_count(r, t->of) : 0;
        if (n > SETTLE_PART)
            return false;
        int64_t amount = n * t->each;
        if (t->of->of->has_cap && amount > t->cap)
            amount = t->cap;
        sum += t->of->of->is_bonus ? -amount : amount;
    }
    if (!sum)
        return true;
    bool fits = *top <= SETTLE_MOST && *top >= -SETTLE_MOST && sum <= SETTLE_MOST &&
                sum >= -SETTLE_MOST && *under <= SETTLE_PART;
    if (!fits)
        return false;
    *top = *top * s->tolls_under - sum * *under;
    *under *= s->tolls_under;
    return true;
}

static void settle(struct plan_run *r, const struct settling *s, int64_t top, int64_t under,
                   struct score *score)
{
    if (s->tolls.n && !take(r, s, &top, &under))
        return;
    if (top > SETTLE_MOST || top < -SETTLE_MOST || under > SETTLE_MOST)
        return;
    if (s->has_low && top * s->low_bottom < s->low_top * under) {
        top = s->low_top;
        under = s->low_bottom;
    } else if (s->has_high && top * s->high_bottom > s->high_top * under) {
        top = s->high_top;
        under = s->high_bottom;
    }
    if (s->rounds) {
        uint64_t away = (uint64_t)((top < 0 ? -top : top) * s->step_bottom);
        int64_t steps = (int64_t)narrow_round(away, (uint64_t)(under * s->step_top), s->mode);
        top = (top < 0 ? -steps : steps) * s->step_top;
        under = s->step_bottom;
    }
    score->top = top;
    score->under = under;
}

/* --- checklists ----------------------------------------------------------------------------- */

/* Days late; false outside the calendar. */
static bool days_late(const struct plan *p, const struct item *i, int64_t day, int64_t *days)
{
    *days = day - i->deadline;
    if (!i->working)
        return true;
    const struct calendar *c = p->model->calendar;
    if (day > c->last.day)
        return false;
    *days = p->working[day - c->first.day + 1] - p->working[i->deadline - c->first.day + 1];
    return true;
}

static int64_t between(const struct checklist *c, int64_t n)
{
    if (c->has_low && n < c->low)
        return c->low;
    return c->has_high && n > c->high ? c->high : n;
}

void checklist_score(struct plan_run *r, const struct judged *j, struct score *score)
{
    const struct checklist *c = j->checklist;
    int64_t earned = 0, late = 0, days;
    bool counts = true;
    for (const struct item *i = c->items.at, *end = i + c->items.n; i < end; i++) {
        const struct slot *s = &r->slots[i->fact];
        if (!s->given && !i->optional)
            return;
        bool done = s->given && (i->dated || s->value);
        if (done && i->late && s->value > i->deadline) {
            if (!days_late(r->plan, i, s->value, &days))
                return;
            late += counts ? days * i->late : 0;
        }
        earned += counts && done ? i->points : 0;
        counts = counts && (done || c->independent);
    }
    settle(r, j->settling, between(c, earned) - late, c->under, score);
}

/* --- means ---------------------------------------------------------------------------------- */

/* A score, and the points that it counts with. */
struct weighed {
    int64_t top, under, points;
};

/* Put what is added up and a score that comes to it over the larger of their denominators: rounded
 * scores have the same one, and of others many are 1.  That of a group is often a multiple of its
 * points, which then go away.  False where none is a multiple of the other. */
static bool put_alike(int64_t *sum, int64_t *under, struct weighed *w)
{
    if (w->under <= 0)
        return false;
    if (!*under)
        *under = w->under;
    if (*under % w->under && w->under % *under && w->under % w->points == 0) {
        w->under /= w->points;
        w->points = 1;
    }
    if (*under % w->under == 0)
        return !__builtin_mul_overflow(w->top, *under / w->under, &w->top);
    int64_t times = w->under / *under;
    if (times * *under != w->under)
        return false;
    *under = w->under;
    return !__builtin_mul_overflow(*sum, times, sum) && -MEAN_SUM <= *sum && *sum <= MEAN_SUM;
}

/* The points of a child, which are whole; 0: they are not known so. */
static int64_t points_of(const struct plan_run *r, size_t child, int64_t points)
{
    return points || !r->is[child].summed ? points : r->standing[child].whole_points;
}

void mean_score(struct plan_run *r, const struct judged *j, struct score *score)
{
    int64_t sum = 0, under = 0, inside = 0;
    for (size_t i = 0; i < j->children; i++) {
        const struct score *child = &r->out[j->child[i]];
        if (child->under == SCORE_DROPPED)
            continue;
        int64_t points = points_of(r, j->child[i], j->mean->points[i]);
        struct weighed w = {child->top, child->under, points};
        inside += points;
        if (points <= 0 || inside > MEAN_POINTS)
            return;
        if ((!under || w.under != under) && !put_alike(&sum, &under, &w))
            return;
        if (w.top > MEAN_SCORE || w.top < -MEAN_SCORE)
            return;
        sum += w.points * w.top;
    }
    if (!inside || under > MEAN_SCORE)
        return;
    if (j->mean->sums) {
        struct standing *own = &r->standing[j->index];
        own->points = number_of(inside);
        own->whole_points = inside;
        r->is[j->index].summed = true;
    }
    if (j->settling)
        settle(r, j->settling, sum, under * inside, score);
    else
        *score = (struct score){under * inside, {sum}};
}
