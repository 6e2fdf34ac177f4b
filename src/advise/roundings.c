/* Whether another order of rounding would print another figure. */
#include "advise/roundings.h"

struct trying {
    struct arena *a, *scratch;
    const struct outcome *base, *other;
    struct other_rounding *into;
};

static bool prints_alike(struct trying *t, const struct criterion *k, struct number x,
                         struct number y)
{
    struct number step = number_places(t->scratch, k->show_score.places);
    return number_equal(t->scratch, number_round(t->scratch, x, step, k->show_score.mode),
                        number_round(t->scratch, y, step, k->show_score.mode));
}

bool other_figure_is_marked(const struct other_figure *f)
{
    for (enum mark mark = 0; mark < MARKS; mark++)
        if (f->mark[mark] != f->other_mark[mark])
            return true;
    return false;
}

static void compare(struct trying *t, const struct criterion *k, enum printed_figure which,
                    struct number ruled, struct number other)
{
    const struct result *r = outcome_result(t->base, k), *now = outcome_result(t->other, k);
    struct other_figure f = {.criterion = k, .which = which, .ruled = ruled};
    for (enum mark mark = 0; which == PRINTED_SCORE && mark < MARKS; mark++) {
        f.mark[mark] = r->mark[mark].band;
        f.other_mark[mark] = now->mark[mark].band;
        t->into->marks[mark] += f.mark[mark] != f.other_mark[mark];
    }
    if (!other_figure_is_marked(&f) && prints_alike(t, k, ruled, other))
        return;
    f.other = number_copy(t->a, other);
    LIST_ADD(t->a, &t->into->all, f);
}

static void compare_criterion(struct trying *t, const struct criterion *k)
{
    const struct result *r = outcome_result(t->base, k), *other = outcome_result(t->other, k);
    if (!result_counts(t->base, r))
        return;
    if (result_has_score(r) && result_has_score(other)) {
        compare(t, k, PRINTED_SCORE, r->score, other->score);
        if (k->parent && criterion_has_weight(k))
            compare(t, k, PRINTED_WEIGHTED, r->weighted, other->weighted);
        if (k->parent && result_has_share(t->base, r) &&
            !number_equal(t->scratch, r->contribution, r->weighted))
            compare(t, k, PRINTED_CONTRIBUTION, r->contribution, other->contribution);
    }
    for (size_t i = 0; i < k->children.n; i++)
        compare_criterion(t, k->children.at[i]);
}

static bool is_same(struct trying *t, const struct other_rounding *x,
                    const struct other_rounding *y)
{
    if (x->early != y->early || x->all.n != y->all.n)
        return false;
    for (size_t i = 0; i < x->all.n; i++) {
        const struct other_figure *one = &x->all.at[i], *two = &y->all.at[i];
        if (one->criterion != two->criterion || one->which != two->which ||
            one->other_mark[MARK_LIGHT] != two->other_mark[MARK_LIGHT] ||
            one->other_mark[MARK_GRADE] != two->other_mark[MARK_GRADE] ||
            !number_equal(t->scratch, one->other, two->other))
            return false;
    }
    return true;
}

/* A mode that gives what another one gave is told with it. */
static void keep(struct trying *t, struct roundings *all, enum rounding_mode mode)
{
    size_t last = all->all.n;
    if (!t->into->all.n)
        return;
    if (last && is_same(t, &all->all.at[last - 1], t->into)) {
        all->all.at[last - 1].mode[mode] = true;
        return;
    }
    t->into->mode[mode] = true;
    LIST_ADD(t->a, &all->all, *t->into);
}

struct roundings *roundings_of(struct arena *a, struct arena *scratch, const struct outcome *o,
                               const struct criterion *about)
{
    static const enum rounding_mode modes[] = {ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN};
    struct roundings *all = ARENA_NEW(a, struct roundings);
    all->outcome = o;
    for (enum early early = EARLY_MEASURES; early <= EARLY_CONTRIBUTIONS; early++)
        for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
            struct arena_mark mark = arena_mark(scratch);
            struct other_rounding into = {.early = early};
            struct trying t = {
                .a = a,
                .scratch = scratch,
                .base = o,
                .other = eval_rounded(scratch, &(struct early_rounding){early, modes[i], o}),
                .into = &into};
            compare_criterion(&t, about);
            keep(&t, all, modes[i]);
            arena_return(scratch, mark);
        }
    return all;
}
