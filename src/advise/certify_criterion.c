/* One criterion, in the order in which it is judged. */
#include "advise/certifying.h"

static struct derived policy_score(struct certifying *c, const struct criterion *k,
                                   const struct policy *p, struct derived because)
{
    struct derived score =
        derive_rule(c, p->score, TEXT("score"), span_is_nowhere(p->at) ? k->at : p->at);
    return derive_choice(c, because, score);
}

static void drop(struct certifying *c, struct certified *of)
{
    of->score = derive_left_out(c, "drop", OPERANDS(of->out.step));
}

/* It does not apply, and `of->out` is why. */
static void set_not_applicable(struct certifying *c, struct certified *of, const struct result *r)
{
    const struct criterion *k = r->criterion;
    if (r->status == STATUS_NOT_APPLICABLE)
        of->score = policy_score(c, k, k->not_applicable, of->out);
    else
        drop(c, of);
}

/* A fact is missing: carried at a declared score, or dropped. */
static void set_missing(struct certifying *c, struct certified *of, const struct result *r)
{
    const struct criterion *k = r->criterion;
    of->out = derive_is_absent(c, of->absent, ABSENCE_MISSING);
    if (r->status == STATUS_DROPPED)
        drop(c, of);
    else
        of->score = policy_score(c, k, k->missing, of->out);
}

static void take_measure(struct certifying *c, struct certified *of, const struct result *r)
{
    const struct criterion *k = r->criterion;
    if (!k->measure)
        return;
    of->measure = certify_expr(c, k->measure);
    if (k->round_measure->set && !value_is_absent(of->measure.is))
        of->measure = derive_rounded(c, of->measure, k->round_measure, TEXT("round to"));
}

static void take_formula(struct certifying *c, struct certified *of, const struct criterion *k)
{
    struct derived d = certify_expr(c, k->formula);
    if (value_is_absent(d.is))
        of->absent = d;
    else
        of->raw = derive_within(c, d, k->low, k->high, k->at);
}

static void take_score(struct certifying *c, struct certified *of, const struct result *r)
{
    switch (r->criterion->scorer) {
    case SCORER_LEVELS:
    case SCORER_BANDS:
        certify_thresholds(c, of, r);
        return;
    case SCORER_STEPS:
        certify_checklist(c, of, r);
        return;
    case SCORER_FORMULA:
        take_formula(c, of, r->criterion);
        return;
    case SCORER_CHILDREN:
        certify_children(c, of, r);
        return;
    case SCORER_NONE:
        break;
    }
}

/* In no case that holds, or may hold, it has a weight. */
static void set_no_weight(struct certifying *c, struct certified *of, const struct result *r)
{
    const struct criterion *k = r->criterion;
    const struct weights *w = k->parent->weights;
    const struct weights_now *now = outcome_result(c->o, k->parent)->weights;
    struct steps none = {0};
    if (now->known)
        steps_add(c, &none, derive_equal(c, certify_points_by_case(c, k), derive_nought(c)));
    for (size_t i = 0; !now->known && i < w->cases->rows.n; i++)
        if (now->may[i])
            steps_add(c, &none,
                      derive_equal(c,
                                   derive_rule(c, weights_points(w, i, k), TEXT("points"), w->at),
                                   derive_nought(c)));
    of->out = derive_at(c, "and", steps_all(&none), value_truth(true), w->at);
    drop(c, of);
}

/* True when it does not apply by its own condition. */
static bool is_refused(struct certifying *c, struct certified *of, const struct criterion *k,
                       struct derived *applies)
{
    if (!k->applies)
        return false;
    *applies = certify_expr(c, k->applies);
    if (value_is_absent(applies->is) ? applies->is.absence == ABSENCE_NA : !applies->is.truth)
        of->out = derive_refusal(c, *applies);
    return of->out.step;
}

static void expect(struct certifying *c, const struct criterion *k, struct derived d,
                   struct number n)
{
    bool same = d.is.kind == VALUE_NUMBER && number_equal(c->a, d.is.number, n);
    if (!same && !certify_is_over(c))
        certify_refuse(c, k, TEXT("its steps lead to another figure"));
}

static void judge(struct certifying *c, struct certified *of, const struct result *r)
{
    const struct criterion *k = r->criterion;
    struct derived applies = {0};
    if (r->no_weight) {
        set_no_weight(c, of, r);
        return;
    }
    if (is_refused(c, of, k, &applies)) {
        set_not_applicable(c, of, r);
        return;
    }
    take_measure(c, of, r);
    take_score(c, of, r);
    if (r->status == STATUS_INCOMPLETE) {
        if (applies.step && value_is_absent(applies.is))
            of->absent = applies;
        certify_ends(c, of, r);
        return;
    }
    bool absent = value_is_absent(of->absent.is) && of->absent.step;
    if (r->carried)
        set_missing(c, of, r);
    else if (r->status != STATUS_SCORED) {
        if (absent)
            of->out = derive_is_absent(c, of->absent, ABSENCE_NA);
        set_not_applicable(c, of, r);
    } else {
        expect(c, k, of->raw, r->raw);
        certify_adjust(c, of, r);
        if (applies.step)
            of->score = derive_choice(c, applies, of->score);
    }
    if (result_has_score(r))
        expect(c, k, of->score, r->score);
}

struct certified *certify_criterion(struct certifying *c, const struct criterion *k)
{
    struct certified *of = &c->of[k->index];
    if (of->done || certify_is_over(c))
        return of;
    judge(c, of, outcome_result(c->o, k));
    if (of->score.step && !of->score.left_out)
        of->low = of->high = of->score;
    of->done = true;
    return of;
}
