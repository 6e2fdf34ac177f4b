/* Lost: the walk from the score that is asked about down to what took from it.
 *
 * With `factor` a point of a criterion counts in the score above.  What is lost there is its own
 * loss and that of its members, each by its share of the way; so every sum below adds up to the one
 * above. */
#include "advise/lost.h"

#include <stdlib.h>

#include "advise/goal.h"
#include "advise/losing.h"
#include "advise/slopes.h"

struct text loss_words(enum loss_kind kind)
{
    static const char *const words[] = {
#define LOSS(name, words) [LOSS_##name] = words,
#include "advise/losses.def"
#undef LOSS
    };
    return text_of(words[kind]);
}

struct loss *lose(struct losing *w, enum loss_kind kind, const struct criterion *at,
                  struct number own, struct number factor)
{
    struct loss l = {.kind = kind,
                     .at = at,
                     .rule = at->at,
                     .mark = full_mark(w, at),
                     .own = own,
                     .amount = number_multiply(w->a, own, factor)};
    if (number_is_over(l.amount))
        w->out->state = LOST_TOO_LARGE;
    if (!number_sign(l.amount))
        return NULL;
    LIST_ADD(w->a, &w->out->losses, l);
    return &w->out->losses.at[w->out->losses.n - 1];
}

/* --- what a score is made of --------------------------------------------------------------- */

void note_dropped(struct losing *w, const struct criterion *k)
{
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *r = outcome_result(w->o, k->children.at[i]);
        if (r->status == STATUS_DROPPED)
            LIST_ADD(w->a, &w->out->dropped, r);
    }
}

/* A formula may read a member several times; then it is looked into once. */
static void lose_in_members(struct losing *w, const struct spread *s, struct number factor)
{
    for (size_t i = 0; i < s->shares.n; i++) {
        size_t member = s->shares.at[i].member->index;
        struct number before = w->moves[member] ? w->by[member] : number_of(0);
        w->by[member] = number_add(w->a, before, s->shares.at[i].by);
        w->moves[member] = true;
    }
    for (size_t i = 0; i < s->shares.n; i++) {
        const struct criterion *member = s->shares.at[i].member;
        if (!w->moves[member->index])
            continue;
        w->moves[member->index] = false;
        lose_in(w, member, number_multiply(w->a, factor, w->by[member->index]));
    }
}

static void lose_by_members(struct losing *w, const struct result *r, const struct spread *s,
                            struct number factor)
{
    const struct criterion *k = r->criterion;
    struct number mark = full_mark(w, k);
    bool formula = k->scorer == SCORER_FORMULA;
    struct span rule = formula ? k->formula->at : k->at;
    bool followed = s->shares.n > 0;
    struct number short_of = number_subtract(w->a, mark, followed ? s->base : r->raw);
    struct loss *l = lose(w, followed ? LOSS_BEYOND : LOSS_FORMULA, k, short_of, factor);
    if (l)
        l->rule = rule;
    note_dropped(w, k);
    if (!followed)
        return;
    l = lose(w, LOSS_ROUNDED, k, s->rounded, factor);
    if (l)
        l->rule = rule;
    lose(w, LOSS_SCALE, k, number_subtract(w->a, s->now, r->raw), factor);
    lose_in_members(w, s, factor);
}

static void lose_by_thresholds(struct losing *w, const struct result *r, struct number factor)
{
    const struct criterion *k = r->criterion;
    bool levels = k->scorer == SCORER_LEVELS;
    struct bound best = {.value = best_of_scorer(w->a, r)};
    lose(w, LOSS_BEYOND, k, number_subtract(w->a, full_mark(w, k), best.value), factor);
    struct loss *l = lose(w, levels ? LOSS_LEVELS : LOSS_BANDS, k,
                          number_subtract(w->a, best.value, r->raw), factor);
    if (!l)
        return;
    l->rule = levels ? r->thresholds->levels.at[r->level].at : r->band->at;
    l->has_wanted = goal_of_measure(w->a, r, best, &l->wanted) == REACH_BOUND;
}

void lose_by_scorer(struct losing *w, const struct result *r, struct number factor)
{
    struct spread s = {.opaque = true};
    switch (r->criterion->scorer) {
    case SCORER_LEVELS:
    case SCORER_BANDS:
        lose_by_thresholds(w, r, factor);
        return;
    case SCORER_STEPS:
        lose_steps(w, r, factor);
        return;
    case SCORER_FORMULA:
        s = spread_of_formula(w, r->criterion);
        break;
    case SCORER_CHILDREN:
    case SCORER_NONE:
        s = spread_of_members(w, r->criterion);
        break;
    }
    lose_by_members(w, r, &s, factor);
}

/* --- the walk ------------------------------------------------------------------------------ */

void lose_in(struct losing *w, const struct criterion *k, struct number factor)
{
    const struct result *r = outcome_result(w->o, k);
    bool applies = r->status != STATUS_NOT_APPLICABLE;
    if (number_is_over(factor))
        w->out->state = LOST_TOO_LARGE;
    if (!number_sign(factor))
        return;
    if (r->status == STATUS_INCOMPLETE)
        lose_for_certain(w, r, factor);
    else if (r->carried || !applies) {
        const struct policy *p = applies ? k->missing : k->not_applicable;
        struct loss *l = lose(w, applies ? LOSS_MISSING : LOSS_NOT_APPLICABLE, k,
                              number_subtract(w->a, full_mark(w, k), r->score), factor);
        if (l)
            l->rule = p->at;
    } else {
        lose_by_scorer(w, r, factor);
        lose_taken(w, r, factor);
    }
}

struct sorting {
    struct loss loss;
    struct arena *a;
    size_t index;
};

static int by_amount(const void *x, const void *y)
{
    const struct sorting *one = x, *other = y;
    int order = number_order(one->a, other->loss.amount, one->loss.amount);
    return order ? order : (one->index > other->index) - (one->index < other->index);
}

/* The largest first, of equal ones in the order of the rules. */
static void sort_losses(struct losing *w)
{
    size_t n = w->out->losses.n;
    struct sorting *all = ARENA_ARRAY(w->a, struct sorting, n + 1);
    for (size_t i = 0; i < n; i++)
        all[i] = (struct sorting){w->out->losses.at[i], w->a, i};
    qsort(all, n, sizeof *all, by_amount);
    for (size_t i = 0; i < n; i++)
        w->out->losses.at[i] = all[i].loss;
}

/* Running figures are told too. */
static void check_digits(struct losing *w)
{
    struct number left = w->out->full;
    for (size_t i = 0; i < w->out->losses.n; i++)
        left = number_subtract(w->a, left, w->out->losses.at[i].amount);
    if (number_is_over(left))
        w->out->state = LOST_TOO_LARGE;
}

struct number most_of(const struct result *r)
{
    return result_has_score(r) ? r->score : r->high;
}

struct lost *lost_of(struct arena *a, struct outcome *o, const struct criterion *about)
{
    struct lost *out = ARENA_NEW(a, struct lost);
    const struct result *r = outcome_result(o, about);
    size_t n = o->model->criteria.n;
    struct losing w = {.a = a,
                       .o = o,
                       .out = out,
                       .mark = ARENA_ARRAY(a, struct number, n),
                       .marked = ARENA_ARRAY(a, bool, n),
                       .by = ARENA_ARRAY(a, struct number, n),
                       .moves = ARENA_ARRAY(a, bool, n),
                       .work = LOST_WORK};
    *out = (struct lost){.about = about, .full = number_over(), .score = most_of(r)};
    out->state = r->status == STATUS_INCOMPLETE ? LOST_SURE : LOST_KNOWN;
    if (r->status == STATUS_DROPPED) {
        out->state = LOST_NOTHING;
        return out;
    }
    out->full = full_mark(&w, about);
    if (number_is_over(out->score) && result_has_score(r)) {
        out->state = LOST_TOO_LARGE;
        return out;
    }
    if (number_is_over(out->full) || number_is_over(out->score)) {
        out->state = LOST_NO_MARK;
        return out;
    }
    lose_in(&w, about, number_of(1));
    sort_losses(&w);
    check_digits(&w);
    return out;
}
