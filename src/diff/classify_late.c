/* What late steps take, on the two sides. */
#include "diff/clock.h"
#include "diff/steps.h"

int step_side(const struct versions *v, int side, size_t i)
{
    return side == NEWER && v->step_from ? v->step_from[i] : side;
}

static struct clock clock_of(const struct step *s)
{
    if (!s || !s->is_late || !s->by)
        return (struct clock){.each = number_of(0), .cap = number_of(0)};
    return (struct clock){.runs = true, .unit = s->late_unit, .each = s->late_each};
}

/* One step that is done on the same day for both; or on one side alone. */
static struct term term_of(const struct versions *v, const struct step *older,
                           const struct step *newer, bool same_day)
{
    struct arena *a = v->d->arena;
    struct clock of[] = {clock_of(older), clock_of(newer)};
    struct term t = {.exact = true, .proven = true};
    const struct step *named = newer ? newer : older;
    bool both = older && newer && of[OLDER].runs && of[NEWER].runs;
    bool same_by = both && versions_same_day(v, older->by, newer->by);
    bool same_unit = of[OLDER].unit == of[NEWER].unit;
    if (same_day && same_by && same_unit && number_equal(a, of[OLDER].each, of[NEWER].each))
        return term_unchanged(a);
    bool known =
        (!of[OLDER].runs || clock_set(v, &of[OLDER], OLDER, older->by)) &&
        (!of[NEWER].runs ||
         clock_set(v, &of[NEWER],
                   newer == NULL || older == NULL || newer->by != older->by ? NEWER : OLDER,
                   newer->by));
    if (known)
        clocks_run(v->d->model[OLDER], a, of, enough_for(v),
                   SAY(a, "step {} done on", number_short_words(a, named->number, 0)), &t);
    else if (same_by && same_unit)
        clocks_count(a, of, enough_for(v),
                     &(struct penalty){.kind = AMOUNT_TIME, .unit = of[OLDER].unit}, &t);
    else {
        t = term_unchanged(a);
        t.unchanged = t.exact = false;
    }
    return t;
}

/* The dates that make it done: a bit for each atom; false where not all of them are needed. */
static bool add_days(const struct stepping *s, int side, size_t i, const struct expr *e,
                     uint64_t *days)
{
    e = reach_meant(e);
    if (e->kind == EXPR_LOGIC && e->op == OP_AND) {
        for (size_t j = 0; j < e->args.n; j++)
            if (!add_days(s, side, i, e->args.at[j], days))
                return false;
        return true;
    }
    if (e->kind == EXPR_LOGIC || e->kind == EXPR_NOT)
        return false;
    size_t of = diff_meaning(s->v->d, step_side(s->v, side, i), e);
    for (size_t j = 0; j < s->atoms.n && e->type.kind == TYPE_DATE; j++)
        if (!s->atoms.at[j].proof && s->atoms.at[j].meaning == of)
            *days |= (uint64_t)1 << j;
    return true;
}

enum days { SAME_DAY, NEWER_LATER, OLDER_LATER, OTHER_DAYS };

static enum days days_of(const struct stepping *s, size_t older, size_t newer)
{
    const struct expr *x = s->v->of[OLDER]->steps.at[older].done,
                      *y = s->v->of[NEWER]->steps.at[newer].done;
    uint64_t before = 0, after = 0;
    if (diff_meaning(s->v->d, step_side(s->v, OLDER, older), x) ==
        diff_meaning(s->v->d, step_side(s->v, NEWER, newer), y))
        return SAME_DAY;
    if (!add_days(s, OLDER, older, x, &before) || !add_days(s, NEWER, newer, y, &after) ||
        !(before & after))
        return OTHER_DAYS;
    if (before == after)
        return SAME_DAY;
    return (before & ~after) == 0 ? NEWER_LATER : (after & ~before) == 0 ? OLDER_LATER : OTHER_DAYS;
}

/* One of them may be done later than the other, which then takes nothing. */
static void add_apart(struct arena *a, struct term *t, int later)
{
    size_t n = t->all.n;
    for (size_t i = 0; i < n; i++) {
        struct taken one = t->all.at[i];
        one.by[!later] = number_of(0);
        LIST_ADD(a, &t->all, one);
    }
    t->exact = t->exact && n > 0;
}

static bool is_late(const struct step *s)
{
    return s->is_late && s->by;
}

/* The step of the newer list that counts and is done by the same. */
static size_t partner(const struct stepping *s, const struct list of[SIDES], size_t i,
                      uint64_t taken, enum days *days)
{
    size_t n = s->v->of[NEWER]->steps.n;
    for (enum days wanted = SAME_DAY; wanted < OTHER_DAYS; wanted++)
        for (size_t j = 0; j < n; j++) {
            bool counts = of[NEWER].counted >> j & 1 && !(taken >> j & 1);
            if (counts && (*days = days_of(s, i, j)) == wanted)
                return j;
        }
    return NONE;
}

void late_terms(const struct stepping *s, const struct list of[SIDES], struct terms *terms)
{
    const struct criterion *older = s->v->of[OLDER], *newer = s->v->of[NEWER];
    uint64_t taken = 0;
    for (size_t i = 0; i < older->steps.n; i++) {
        const struct step *x = &older->steps.at[i];
        if (!(of[OLDER].counted >> i & 1))
            continue;
        enum days days = SAME_DAY;
        size_t j = partner(s, of, i, taken, &days);
        if (j != NONE)
            taken |= (uint64_t)1 << j;
        const struct step *y = j == NONE ? NULL : &newer->steps.at[j];
        if (!is_late(x) && (!y || !is_late(y)))
            continue;
        struct term t = term_of(s->v, x, y, days == SAME_DAY);
        if (y && days != SAME_DAY)
            add_apart(s->a, &t, days == NEWER_LATER ? NEWER : OLDER);
        LIST_ADD(s->a, terms, t);
    }
    for (size_t j = 0; j < newer->steps.n; j++) {
        const struct step *y = &newer->steps.at[j];
        if (of[NEWER].counted >> j & 1 && !(taken >> j & 1) && is_late(y))
            LIST_ADD(s->a, terms, term_of(s->v, NULL, y, true));
    }
}
