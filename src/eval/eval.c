/* Evaluation: the order in which one criterion is judged, the same for all.
 *
 *   applies? -> measure -> round measure -> scorer, on the scale -> less penalties -> floor and cap
 * -> round score
 */
#include <string.h>

#include "eval/run.h"

static const struct cause *cause_of(struct run *r, enum cause_kind kind, const struct criterion *k)
{
    return value_absent(r->a, (struct cause){.kind = kind,
                                             .absence = ABSENCE_UNDEFINED,
                                             .what = k->path,
                                             .at = k->at})
        .cause;
}

static void fix_score(struct result *out, struct number score)
{
    out->raw = out->wanted = out->adjusted = out->score = out->low = out->high = score;
}

/* It does not apply: what the declared policy makes of it. */
static void set_not_applicable(struct result *out)
{
    const struct policy *p = out->criterion->not_applicable;
    out->maybe_out = false;
    switch (p->kind) {
    case POLICY_SCORE:
        out->status = STATUS_NOT_APPLICABLE;
        fix_score(out, p->score);
        return;
    case POLICY_DROP:
    case POLICY_GIVE:
    case POLICY_NONE: /* nothing in it applies, and nobody said anything else */
        out->status = STATUS_DROPPED;
        return;
    }
}

/* A fact is missing: carried at a declared score, dropped, or left open. */
static bool set_missing(struct result *out)
{
    const struct policy *p = out->criterion->missing;
    if (p->kind == POLICY_NONE || out->cause->open)
        return false;
    out->carried = true;
    out->maybe_out = false;
    if (p->kind == POLICY_SCORE) {
        out->status = STATUS_SCORED;
        fix_score(out, p->score);
    } else
        out->status = STATUS_DROPPED;
    return true;
}

static void take_measure(struct run *r, struct result *out)
{
    const struct criterion *k = out->criterion;
    if (!k->measure)
        return;
    out->has_measure = true;
    out->measure = out->measure_exact = eval_expr(r, k->measure);
    if (out->measure.kind == VALUE_ABSENT) {
        out->cause = out->measure.cause;
        return;
    }
    if (k->round_measure->set)
        out->measure.number =
            number_round(r->a, out->measure.number, k->round_measure->step, k->round_measure->mode);
    early_measure(r, out);
}

static bool score(struct run *r, struct result *out)
{
    switch (out->criterion->scorer) {
    case SCORER_LEVELS:
    case SCORER_BANDS:
        return score_by_thresholds(r, out);
    case SCORER_STEPS:
        return score_by_steps(r, out);
    case SCORER_FORMULA:
        return score_by_formula(r, out);
    case SCORER_CHILDREN:
        return score_by_children(r, out);
    case SCORER_NONE:
        break;
    }
    return false;
}

/* It may turn out not to apply: both outcomes are possible, and the ends span them. */
static void widen_for_policy(struct run *r, struct result *out, bool unsure)
{
    const struct policy *p = out->criterion->not_applicable;
    bool carried = p->kind == POLICY_SCORE;
    out->status = STATUS_INCOMPLETE;
    out->maybe_dropped = (unsure || out->maybe_dropped) && !carried;
    out->maybe_out = !carried;
    if (!carried)
        return;
    out->low = number_least(r->a, out->low, p->score);
    out->high = number_most(r->a, out->high, p->score);
}

/* A score that is not known because of its own facts: one of them may be n/a, where the rules say
 * what that means. */
static bool facts_may_be_na(const struct result *out)
{
    const struct criterion *k = out->criterion;
    bool own = k->scorer != SCORER_CHILDREN &&
               (k->scorer != SCORER_FORMULA || k->formula->kind != EXPR_PARTS);
    return own && k->not_applicable->kind != POLICY_NONE;
}

static void judge(struct run *r, struct result *out)
{
    const struct criterion *k = out->criterion;
    if (weighs_nothing(r, k)) {
        out->applies = value_truth(true);
        out->status = STATUS_DROPPED;
        out->no_weight = true;
        return;
    }
    if (k->applies)
        out->applies = eval_expr(r, k->applies);
    else
        value_make_truth(&out->applies, true);
    bool na = out->applies.kind == VALUE_ABSENT && out->applies.absence == ABSENCE_NA;
    if (na || (out->applies.kind == VALUE_TRUTH && !out->applies.truth)) {
        out->cause = na ? out->applies.cause : NULL;
        set_not_applicable(out);
        return;
    }
    bool unsure = out->applies.kind == VALUE_ABSENT;
    take_measure(r, out);
    bool known = score(r, out);
    if (!known && out->cause && out->cause->absence == ABSENCE_NA) {
        set_not_applicable(out);
        return;
    }
    bool carries = k->parent && k->scorer != SCORER_CHILDREN;
    if (!known && carries && !unsure && out->cause && out->cause->absence == ABSENCE_MISSING &&
        set_missing(out))
        return;
    if (!known) {
        out->status = STATUS_INCOMPLETE;
        out->maybe_out = out->maybe_out || facts_may_be_na(out);
    }
    adjust(r, out, known);
    if (unsure)
        out->cause = out->applies.cause;
    if (unsure || out->maybe_out)
        widen_for_policy(r, out, unsure);
    if (out->status == STATUS_INCOMPLETE && !out->cause)
        out->cause = cause_of(r, CAUSE_PARTS, k);
}

/* In one case it counts and in another it does not, and nobody knows which of them holds. */
static void doubt_weight(struct run *r, struct result *out)
{
    if (out->status == STATUS_DROPPED || !may_weigh_nothing(r, out->criterion))
        return;
    out->maybe_no_weight = true;
    if (out->status != STATUS_INCOMPLETE)
        out->cause = weights_now(r, out->criterion->parent)->cause;
    out->status = STATUS_INCOMPLETE;
}

/* What is new is all zeros; what is evaluated again (again.c) is made so. */
static void begin(struct result *out, const struct criterion *k)
{
    const struct number zero = number_of(0);
    if (out->criterion)
        memset(out, 0, sizeof *out);
    out->criterion = k;
    out->points = k->points;
    out->raw = out->late = out->taken = out->wanted = out->adjusted = zero;
    out->score = out->low = out->high = zero;
    out->points_maybe = out->inside = out->weighted = out->share = out->contribution = zero;
}

const struct result *eval_criterion(struct run *r, const struct criterion *k)
{
    struct result *out = &r->out->result[k->index];
    if (out->ready)
        return out;
    unsigned rows = r->rows;
    r->rows = 0; /* a score never depends on the row that asks for it */
    begin(out, k);
    judge(r, out);
    doubt_weight(r, out);
    early_score(r, out);
    out->ready = true;
    r->rows = rows;
    return out;
}

/* Lets that no score needed are figures all the same: they can be claimed. */
static void eval_lets(struct run *r)
{
    for (size_t i = 0; i < r->m->lets.n; i++)
        eval_expr(r, r->m->lets.at[i]->value);
}

/* What is otherwise than the rules and facts say; all of it may be nothing. */
struct departure {
    const struct early_rounding *early;
    const struct criterion *about;
    const struct supposition *supposed;
    size_t n;
};

static struct outcome *evaluate(struct arena *a, const struct model *m, const struct facts *f,
                                struct departure how)
{
    struct outcome *o = ARENA_NEW(a, struct outcome);
    struct run *r = ARENA_NEW(a, struct run);
    *o = (struct outcome){.model = m, .facts = f, .run = r};
    *r =
        (struct run){.a = a, .m = m, .f = f, .early = how.early, .out = o, .turn = {1}, .turns = 1};
    o->result = ARENA_ARRAY(a, struct result, m->criteria.n);
    r->cell = ARENA_ARRAY(a, struct value, m->cells);
    r->needed = ARENA_ARRAY(a, bool, m->cells);
    for (size_t i = 0; i < how.n; i++) {
        r->cell[how.supposed[i].of->cell] = how.supposed[i].value;
        r->needed[how.supposed[i].of->cell] = true;
    }
    if (how.about) {
        eval_criterion(r, how.about);
        return o;
    }
    for (size_t i = m->criteria.n; i-- > 0;)
        eval_criterion(r, m->criteria.at[i]);
    share_out(r);
    mark_scores(r);
    eval_lets(r);
    report_unforeseen(r);
    o->complete = o->result[0].status == STATUS_SCORED && !o->troubles.n;
    return o;
}

struct outcome *eval_model(struct arena *a, const struct model *m, const struct facts *f)
{
    return evaluate(a, m, f, (struct departure){0});
}

struct outcome *eval_rounded(struct arena *a, const struct early_rounding *early)
{
    return evaluate(a, early->base->model, early->base->facts, (struct departure){.early = early});
}

struct outcome *eval_supposing(struct arena *a, const struct model *m, const struct facts *f,
                               const struct criterion *about, const struct supposition *supposed,
                               size_t n)
{
    return evaluate(a, m, f, (struct departure){.about = about, .supposed = supposed, .n = n});
}
