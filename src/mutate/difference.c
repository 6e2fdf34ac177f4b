/* What a test can expect of one outcome and not of another. */
#include "diff/comparing.h"
#include "explain/figures.h"
#include "mutate/witness.h"

static struct text shown(struct arena *a, const struct criterion *k, struct number n)
{
    return number_is_over(n) ? TEXT("") : number_words(a, n, k->show_score.places);
}

static bool looks_same(struct arena *a, const struct criterion *k, struct number x, struct number y)
{
    return text_equal(shown(a, k, x), shown(a, k, y));
}

/* A score that is carried where something does not apply is not told. */
static bool differs(struct arena *a, const struct result *was, const struct result *now,
                    struct difference *d)
{
    const struct criterion *k = was->criterion;
    *d = (struct difference){.of = k};
    if (was->status != now->status)
        return true;
    if (was->status == STATUS_SCORED) {
        d->in_full = looks_same(a, k, was->score, now->score);
        return !numbers_same(a, was->score, now->score);
    }
    return was->status == STATUS_INCOMPLETE &&
           (!looks_same(a, k, was->low, now->low) || !looks_same(a, k, was->high, now->high));
}

static bool differs_in_mark(const struct result *was, const struct result *now,
                            struct difference *d)
{
    for (enum mark mark = 0; mark < MARKS; mark++)
        if (was->mark[mark].band && was->mark[mark].band != now->mark[mark].band) {
            *d = (struct difference){.of = was->criterion, .is_mark = true, .mark = mark};
            return true;
        }
    return false;
}

static struct text late_words(struct arena *a, const struct step *s, const struct step_result *r)
{
    enum day_unit unit = s->is_late ? s->late_unit : UNIT_DAY;
    return SAY(a, r->late_days == 1 ? "step {} late 1 {}" : "step {} late {} {}s",
               number_short_words(a, s->number, DECIMALS),
               r->late_days == 1 ? words_day_unit(unit) : text_number(a, r->late_days),
               words_day_unit(unit));
}

/* A deadline behind which nothing is taken, and a step that could not earn anything, are reasons
 * all the same. */
static struct text step_words(struct arena *a, const struct criterion *k, size_t i,
                              const struct step_result *was, const struct step_result *now)
{
    struct text number = number_short_words(a, k->steps.at[i].number, DECIMALS);
    if (was->late_days && was->late_days != now->late_days)
        return late_words(a, &k->steps.at[i], was);
    if (was->state == now->state)
        return TEXT("");
    return was->state == STEP_DONE       ? SAY(a, "step {} done", number)
           : was->state == STEP_NOT_DONE ? SAY(a, "step {} not done", number)
                                         : TEXT("");
}

static bool differs_in_reason(struct arena *a, const struct result *was, const struct result *now,
                              struct difference *d)
{
    const struct criterion *k = was->criterion;
    *d = (struct difference){.of = k};
    for (size_t i = 0; !d->because.n && was->steps && now->steps && i < k->steps.n; i++)
        d->because = step_words(a, k, i, &was->steps[i], &now->steps[i]);
    return d->because.n;
}

bool difference_shows(struct arena *a, const struct difference *d, const struct outcome *was,
                      const struct outcome *now)
{
    struct difference other;
    const struct result *x = &was->result[d->of->index], *y = &now->result[d->of->index];
    if (now->troubles.n)
        return true;
    if (d->is_mark)
        return x->mark[d->mark].band != y->mark[d->mark].band;
    if (d->because.n)
        return differs_in_reason(a, x, y, &other) && text_equal(d->because, other.because);
    return differs(a, x, y, &other) && (d->in_full || !other.in_full);
}

/* What is not scored has a state to expect, but a troubled one has none. */
bool difference_of(struct arena *a, const struct mutant *x, const struct outcome *was,
                   const struct outcome *now, struct difference *d)
{
    const struct model *m = was->model;
    if (was->troubles.n)
        return false;
    if (now->troubles.n) {
        *d = (struct difference){.of = x->of};
        return true;
    }
    if (differs(a, &was->result[x->of->index], &now->result[x->of->index], d))
        return true;
    for (size_t i = m->criteria.n; i-- > 0;)
        if (differs(a, &was->result[i], &now->result[i], d))
            return true;
    for (size_t i = 0; i < m->criteria.n; i++)
        if (differs_in_mark(&was->result[i], &now->result[i], d))
            return true;
    return differs_in_reason(a, &was->result[x->of->index], &now->result[x->of->index], d);
}

static struct text score_words(struct arena *a, const struct result *r, const struct difference *d)
{
    unsigned places;
    if (!d->in_full)
        return figure_score(a, r->criterion, r->score);
    bool decimal = number_decimals(a, r->score, DECIMALS, &places);
    return decimal ? number_words(a, r->score, places) : number_exact_words(a, r->score);
}

struct text difference_words(struct arena *a, const struct outcome *o, const struct difference *d,
                             bool as_expected)
{
    const struct result *r = outcome_result(o, d->of);
    if (o->troubles.n)
        return TEXT("cannot be evaluated");
    if (d->because.n)
        return as_expected ? d->because : TEXT("not for that reason");
    if (d->is_mark) {
        const struct band *b = r->mark[d->mark].band;
        return SAY(a, "{} {}", mark_words(d->mark), b ? b->name : TEXT("none"));
    }
    switch (r->status) {
    case STATUS_SCORED:
        return SAY(a, "score {}", score_words(a, r, d));
    case STATUS_INCOMPLETE:
        return SAY(a, "incomplete, {}", figure_range(a, r->criterion, r->low, r->high));
    case STATUS_DROPPED:
        return TEXT("dropped");
    case STATUS_NOT_APPLICABLE:
        break;
    }
    return TEXT("not applicable");
}
