/* Levels over a fact, or over one fact divided by another, of a record: see make_line.c. */
#include "plan/inside.h"

static void score_narrow(const struct line *l, int64_t p, int64_t q, struct score *score)
{
    const int64_t at = p * l->reach, *level = l->level;
    size_t reached = 0;
    if (l->falling)
        for (size_t i = 0; i < l->n; i++)
            reached += at <= q * level[i];
    else
        for (size_t i = 0; i < l->n; i++)
            reached += at >= q * level[i];
    if (!reached || reached == l->n || !l->between) {
        *score = l->reached[reached];
        return;
    }
    const struct stretch *s = &l->between[reached - 1];
    int64_t top = s->p * p + s->q * q, under = s->under * q;
    if (l->rounds) {
        uint64_t away = (uint64_t)(top < 0 ? -top : top);
        int64_t steps = (int64_t)narrow_round(away, (uint64_t)under, l->mode) * l->step_top;
        top = top < 0 ? -steps : steps;
        under = l->step_bottom;
    }
    score->top = top;
    score->under = under;
}

SELDOM static void score_wide(const struct line *l, int64_t p, int64_t q, struct score *score)
{
    wide at = (wide)p * l->reach;
    size_t reached = 0;
    for (size_t i = 0; i < l->n; i++) {
        wide level = (wide)q * l->level[i];
        reached += l->falling ? at <= level : at >= level;
    }
    if (!reached || reached == l->n || !l->between) {
        *score = l->reached[reached];
        return;
    }
    if (!l->rounds)
        return;
    const struct stretch *s = &l->between[reached - 1];
    wide steps = wide_round((wide)s->p * p + (wide)s->q * q, (wide)s->under * q, l->mode),
         top = steps * l->step_top;
    score->top = (int64_t)top;
    score->under = wide_is_narrow(top) ? l->step_bottom : 0;
}

void line_score(const struct plan_run *r, const struct measured *m, struct score *score)
{
    const struct slot *top = &r->slots[m->top];
    const struct line *l = m->line;
    int64_t p = top->value, q = 1;
    bool fits = top->given;
    if (m->bottom != NO_FACT) {
        q = r->slots[m->bottom].value;
        fits = fits && r->slots[m->bottom].given && q > 0;
    }
    if (!fits)
        return; /* the general way knows what becomes of that */
    bool narrow = -l->narrow <= p && p <= l->narrow && q <= l->narrow;
    (narrow ? score_narrow : score_wide)(l, p, q, score);
}
