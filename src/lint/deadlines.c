/* Deadlines on days on which nobody works, where working days are known. */
#include "check/ranges.h"
#include "lint/linting.h"

static struct text why_free(struct linting *l, struct date d)
{
    const struct holiday *h = calendar_holiday(l->m->calendar, d);
    struct text day = weekday_words(date_weekday(d));
    return h ? SAY(l->a, "{}, {}", day, h->name) : day;
}

static void look_at(struct linting *l, const struct expr *deadline)
{
    const struct calendar *c = l->m->calendar;
    struct date d;
    if (!deadline || !date_in(l->a, l->m, deadline, &d) || !calendar_covers(c, d) ||
        calendar_is_working(c, d))
        return;
    struct diag *g =
        DIAG_ADD(l->d, K1073, deadline->at, date_words(l->a, d, l->m->era), why_free(l, d));
    diag_label(l->d, g, c->at, TEXT("the calendar"));
    diag_help(g, TEXT("write the working day that is meant, or allow it with the reason"));
}

void lint_deadlines(struct linting *l)
{
    if (!l->m->calendar || !diags_want(l->d, K1073))
        return;
    for (size_t i = 0; i < l->m->criteria.n; i++) {
        const struct criterion *k = l->m->criteria.at[i];
        for (size_t j = 0; j < k->steps.n; j++)
            look_at(l, k->steps.at[j].by);
        for (size_t j = 0; j < k->penalties.n; j++)
            if (k->penalties.at[j]->kind == AMOUNT_TIME && !k->penalties.at[j]->is_bonus)
                look_at(l, k->penalties.at[j]->after);
    }
}
