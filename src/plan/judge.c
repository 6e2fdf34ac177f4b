/* One criterion of a record, in the order of eval/eval.c. */
#include "plan/inside.h"

static void set_score(struct plan_run *r, size_t i, struct number score)
{
    struct number *beside = &r->standing[i].score;
    if (!score.bottom)
        r->declined = true;
    if (score.bottom && wide_is_narrow(score.top) && wide_is_narrow(score.bottom)) {
        r->out[i] = (struct score){(int64_t)score.bottom, {(int64_t)score.top}};
        return;
    }
    *beside = score;
    r->out[i] = (struct score){SCORE_KNOWN, {.number = beside}};
}

static void drop(struct plan_run *r, const struct judged *j)
{
    r->is[j->index].dropped = true;
    r->out[j->index].under = SCORE_DROPPED;
}

/* It does not apply: what the declared policy makes of it. */
static void set_not_applicable(struct plan_run *r, const struct judged *j)
{
    const struct policy *p = j->of->not_applicable;
    if (!j->of->parent)
        r->declined = true; /* no total: that needs words */
    if (p->kind == POLICY_SCORE)
        set_score(r, j->index, p->score);
    else
        drop(r, j);
}

/* A fact is missing, and the rules say what becomes of the score then. */
static void set_missing(struct plan_run *r, const struct judged *j)
{
    const struct policy *p = j->of->missing;
    r->is[j->index].carried = true;
    if (p->kind == POLICY_SCORE)
        set_score(r, j->index, p->score);
    else
        drop(r, j);
}

static struct number interpolate(struct plan_run *r, const struct level *from,
                                 const struct level *to, struct number x)
{
    struct arena *a = r->scratch;
    struct number part = number_divide(a, number_subtract(a, x, from->value),
                                       number_subtract(a, to->value, from->value));
    return number_add(a, from->score,
                      number_multiply(a, part, number_subtract(a, to->score, from->score)));
}

/* As place_on_levels of eval/scorers.c. */
static struct number on_levels(struct plan_run *r, const struct judged *j,
                               const struct thresholds *t, struct number x)
{
    const struct level *level = t->levels.at;
    size_t n = t->levels.n, reached = 0;
    int rising = number_order(r->scratch, level[n - 1].value, level[0].value) < 0 ? -1 : 1;
    while (reached < n && number_order(r->scratch, x, level[reached].value) * rising >= 0)
        reached++;
    bool exact = reached && number_equal(r->scratch, x, level[reached - 1].value);
    if (t->kind == LEVELS_EXTRAPOLATED && !exact) {
        size_t from = reached == 0 ? 0 : reached == n ? reached - 2 : reached - 1;
        return plan_on_scale(j, interpolate(r, &level[from], &level[from + 1], x));
    }
    if (!reached)
        return t->has_below ? t->below : level[0].score;
    if (!exact && reached < n && t->kind == LEVELS_LINEAR)
        return interpolate(r, &level[reached - 1], &level[reached], x);
    return level[reached - 1].score;
}

static struct number in_band(struct plan_run *r, const struct bands *bands, struct number x)
{
    const struct band *b = band_of(r->scratch, bands, x);
    return b ? b->score : number_over();
}

/* The figure of a scorer; else what is absent, or nothing where the record is declined. */
static struct held by_thresholds(struct plan_run *r, const struct judged *j)
{
    const struct criterion *k = j->of;
    struct held measure = term_held(r, j->measure), absent;
    size_t row = 0;
    if (j->by && !choices_row(r, j->by, &row, &absent) && measure.is)
        return absent.is ? declined(r) : absent;
    if (!measure.is)
        return measure;
    if (k->round_measure->set)
        measure.number = number_round(r->scratch, measure.number, k->round_measure->step,
                                      k->round_measure->mode);
    const struct thresholds *t = k->thresholds.at[row];
    return held_number(r, k->scorer == SCORER_LEVELS ? on_levels(r, j, t, measure.number)
                                                     : in_band(r, &t->bands, measure.number));
}

static struct held by_formula(struct plan_run *r, const struct judged *j)
{
    struct held h = term_held(r, j->formula);
    if (h.is)
        h.number = plan_on_scale(j, h.number);
    return h;
}

static struct held by_children(struct plan_run *r, const struct judged *j)
{
    bool any;
    struct held h = {.is = true};
    if (!children_score(r, j, &h.number, &any))
        return any ? declined(r) : held_absent(ABSENCE_NA);
    return h;
}

static struct held scored(struct plan_run *r, const struct judged *j, struct number *late)
{
    switch (j->of->scorer) {
    case SCORER_LEVELS:
    case SCORER_BANDS:
        return by_thresholds(r, j);
    case SCORER_STEPS:
        return steps_score(r, j, late);
    case SCORER_FORMULA:
        return by_formula(r, j);
    case SCORER_CHILDREN:
        return by_children(r, j);
    case SCORER_NONE:
        break;
    }
    return declined(r);
}

/* In whole numbers, all of it at once. */
static void quick_score(struct plan_run *r, const struct judged *j, struct score *score)
{
    if (j->measured.line)
        line_score(r, &j->measured, score);
    else if (j->checklist)
        checklist_score(r, j, score);
    else if (j->mean && j->settling && judge_children(r, j))
        mean_score(r, j, score);
}

/* Whether it applies; if not, what becomes of it is settled. */
__attribute__((noinline)) static bool applies(struct plan_run *r, const struct judged *j)
{
    if (j->of->by_case && plan_weighs_nothing(r, j->of)) {
        r->is[j->index].no_weight = true;
        drop(r, j);
        return false;
    }
    if (!j->applies)
        return true;
    struct held h = term_held(r, j->applies);
    if (h.is ? !h.whole : h.absence == ABSENCE_NA)
        set_not_applicable(r, j);
    else if (!h.is)
        r->declined = true;
    return h.is && h.whole;
}

__attribute__((noinline)) static void judge_fully(struct plan_run *r, const struct judged *j)
{
    struct number late = number_of(0);
    struct held raw = scored(r, j, &late);
    if (r->declined)
        return;
    if (raw.is)
        set_score(r, j->index, change_score(r, j, raw.number, late));
    else if (raw.absence == ABSENCE_NA)
        set_not_applicable(r, j);
    else if (raw.absence == ABSENCE_MISSING && j->carries)
        set_missing(r, j);
    else
        r->declined = true;
}

/* Of most criteria only this is looked at, which are 16 bytes, and their line. */
static bool measure(struct plan_run *r, size_t criterion, struct score *score)
{
    const struct measured *m = &r->plan->measured[criterion];
    if (m->line)
        line_score(r, m, score);
    return score->under > 0;
}

void plan_judge(struct plan_run *r, size_t criterion)
{
    struct score *score = &r->out[criterion];
    r->is[criterion].judged = true;
    score->under = 0;
    if (measure(r, criterion, score))
        return;
    const struct judged *j = &r->plan->criteria[criterion];
    if (!j->always && !applies(r, j))
        return;
    quick_score(r, j, score);
    if (!score->under)
        judge_fully(r, j);
}
