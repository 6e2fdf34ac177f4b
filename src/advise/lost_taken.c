/* Lost: steps that do not count, and what lies between the scorer and the score. */
#include "advise/losing.h"

static void lose_of(struct losing *w, enum loss_kind kind, const struct result *r, size_t which,
                    struct span rule, struct number own, struct number factor)
{
    struct loss *l = lose(w, kind, r->criterion, own, factor);
    if (!l)
        return;
    l->which = which;
    l->rule = rule;
}

/* Of the points of all steps, those that a step does not earn; where steps are passed over, the
 * others stand for all. */
void lose_steps(struct losing *w, const struct result *r, struct number factor)
{
    const struct criterion *k = r->criterion;
    struct number level = number_of(0),
                  each = number_divide(w->a, k->points_in_all, r->points_offered);
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct step_result *s = &r->steps[i];
        if (s->state == STEP_PASSED)
            continue;
        struct number earned = s->counts ? s->earned : number_of(0);
        struct number missed = number_subtract(w->a, k->steps.at[i].points, earned);
        level = number_add(w->a, level, number_multiply(w->a, earned, each));
        lose_of(w, LOSS_STEP, r, i, k->steps.at[i].at, number_multiply(w->a, missed, each), factor);
    }
    lose(w, LOSS_BEYOND, k, number_subtract(w->a, full_mark(w, k), k->points_in_all), factor);
    lose(w, LOSS_SCALE, k, number_subtract(w->a, level, r->raw), factor);
}

static void lose_late(struct losing *w, const struct result *r, struct number factor)
{
    const struct criterion *k = r->criterion;
    for (size_t i = 0; r->steps && i < k->steps.n; i++)
        if (r->steps[i].counts)
            lose_of(w, LOSS_LATE, r, i, k->steps.at[i].at, r->steps[i].taken, factor);
}

static void lose_penalties(struct losing *w, const struct result *r, struct number factor)
{
    for (size_t i = 0; r->penalties && i < r->criterion->penalties.n; i++) {
        const struct penalty_result *p = &r->penalties[i];
        bool bonus = p->penalty->is_bonus;
        struct number most = p->known ? p->amount : p->has_most ? p->most : number_of(0);
        lose_of(w, bonus ? LOSS_BONUS : LOSS_PENALTY, r, i, p->penalty->at,
                bonus ? number_negate(w->a, most) : p->amount, factor);
    }
}

static void lose_lines(struct losing *w, const struct result *r, struct number factor)
{
    for (size_t i = 0; i < r->criterion->adjust.n; i++) {
        const struct adjust_result *l = &r->adjust[i];
        if (l->state == LINE_APPLIED)
            lose_of(w, LOSS_LINE, r, i, r->criterion->adjust.at[i].at,
                    number_subtract(w->a, l->before, l->after), factor);
    }
}

void lose_taken(struct losing *w, const struct result *r, struct number factor)
{
    const struct criterion *k = r->criterion;
    lose_late(w, r, factor);
    lose_penalties(w, r, factor);
    if (k->has_adjust)
        lose_lines(w, r, factor);
    struct number cut = number_subtract(w->a, r->wanted, r->adjusted);
    enum loss_kind end = k->has_adjust ? LOSS_SCALE : number_sign(cut) < 0 ? LOSS_FLOOR : LOSS_CAP;
    lose(w, end, k, cut, factor);
    lose_of(w, LOSS_ROUNDED, r, 0, k->round_score->at, number_subtract(w->a, r->adjusted, r->score),
            factor);
}

struct number lose_least_taken(struct losing *w, const struct result *r, struct number factor)
{
    lose_late(w, r, factor);
    lose_penalties(w, r, factor);
    return r->taken;
}
