/* The steps of a checklist: what is done of each, which of them count, and what is late. */
#include "advise/certifying.h"

/* One step while the run goes on. */
struct item {
    const struct criterion *k;
    const struct step *rule;
    const struct step_result *result;
    struct derived done;   /* yes or no; or the share that is achieved */
    struct derived counts; /* a yes or no: it is done, and the run reaches it */
};

/* What has been found so far. */
struct run_of_steps {
    struct derived reached; /* a yes or no: nothing before is undone */
    struct steps earned, offered, late;
};

static bool is_yes(struct value v)
{
    return v.kind == VALUE_TRUTH && v.truth;
}

/* What was done, where it counts with evidence only. */
static struct derived with_evidence(struct certifying *c, struct derived done, const struct expr *e)
{
    struct derived proof = certify_proof(c, e);
    return derive_at(c, "and", OPERANDS(done.step, proof.step), proof.is, e->at);
}

/* A date or yes/no is done or not; several are done as `and` and `or` say. */
struct derived certify_done(struct certifying *c, const struct step *rule, const struct expr *e)
{
    struct value v = outcome_value(c->o, e);
    if (e->kind != EXPR_LOGIC) {
        struct derived d = certify_expr(c, e);
        struct value done = d.is;
        if (v.kind == VALUE_DATE || (v.kind == VALUE_ABSENT && v.absence == ABSENCE_NONE))
            done = value_truth(v.kind == VALUE_DATE);
        d = derive_at(c, "done", OPERANDS(d.step), done, e->at);
        bool asks = rule->evidence == EVIDENCE_COUNTS && is_yes(done);
        return asks ? with_evidence(c, d, e) : d;
    }
    struct steps of = {0};
    for (size_t i = 0; i < e->args.n; i++)
        steps_add(c, &of, certify_done(c, rule, e->args.at[i]));
    return derive_at(c, e->op == OP_AND ? "and" : "or", steps_all(&of), v, e->at);
}

/* When: the latest date of all, or the earliest of those that are done; step 0 without a date. */
static struct derived done_on(struct certifying *c, const struct step *rule, const struct expr *e)
{
    if (e->kind != EXPR_LOGIC) {
        struct derived d = certify_expr(c, e);
        bool counts = d.is.kind == VALUE_DATE &&
                      (rule->evidence != EVIDENCE_COUNTS || is_yes(certify_proof(c, e).is));
        return counts ? d : (struct derived){0};
    }
    struct derived best = {0};
    struct steps of = {0};
    bool latest = e->op == OP_AND;
    for (size_t i = 0; i < e->args.n; i++) {
        struct derived d = done_on(c, rule, e->args.at[i]);
        if (!d.step)
            continue;
        steps_add(c, &of, d);
        if (!best.step || (d.is.date.day > best.is.date.day) == latest)
            best = d;
    }
    return of.n > 1 ? derive_at(c, latest ? "max" : "min", steps_all(&of), best.is, e->at) : best;
}

/* From 0 to 1; an optional fact without a value is nothing achieved. */
struct derived certify_share(struct certifying *c, const struct step *rule)
{
    struct derived d = certify_expr(c, rule->done);
    if (d.is.kind == VALUE_NUMBER) {
        bool asks = rule->evidence == EVIDENCE_COUNTS && number_sign(d.is.number) > 0;
        struct derived proof = asks ? certify_proof(c, rule->done) : (struct derived){0};
        d = derive_least(c, derive_most(c, d, derive_nought(c)), derive_one(c));
        if (!asks || is_yes(proof.is))
            return asks ? derive_choice(c, proof, d) : d;
        return value_is_absent(proof.is) ? proof
                                         : derive_choice(c, derive_not(c, proof), derive_nought(c));
    }
    if (d.is.absence != ABSENCE_NONE)
        return d;
    return derive_choice(c, derive_is_absent(c, d, ABSENCE_NONE), derive_nought(c));
}

static struct derived choice_of(struct certifying *c, struct derived condition, struct derived x)
{
    return condition.is.truth ? derive_choice(c, condition, x)
                              : derive_choice(c, derive_not(c, condition), derive_nought(c));
}

/* What it earns, and whether the run goes on behind it. */
static void earn(struct certifying *c, struct run_of_steps *run, struct item *i,
                 struct derived points)
{
    struct derived full = i->done, part = points;
    if (i->rule->by_share) {
        full = derive_equal(c, i->done, derive_one(c));
        part = derive_product(c, points, i->done);
        i->counts = run->reached;
    } else
        i->counts = derive_both(c, run->reached, i->done);
    steps_add(c, &run->earned, choice_of(c, i->counts, part));
    if (!i->k->independent)
        run->reached = derive_both(c, run->reached, full);
}

static struct derived late_of(struct certifying *c, const struct step *rule,
                              const struct step_result *s)
{
    struct derived by = certify_expr(c, rule->by), on = done_on(c, rule, rule->done);
    struct derived days =
        derive_between(c, rule->late_unit, by, on, value_number(number_of(s->late_days)), rule->at);
    return derive_product(c, derive_rule(c, rule->late_each, TEXT("late"), rule->at), days);
}

static bool takes(const struct step_result *s)
{
    return s->counts && number_sign(s->taken);
}

/* What is certainly taken, while it is open what else counts; step 0 for nothing. */
struct derived certify_late(struct certifying *c, const struct result *r)
{
    struct steps late = {0};
    for (size_t i = 0; i < r->criterion->steps.n; i++)
        if (takes(&r->steps[i]))
            steps_add(c, &late, late_of(c, &r->criterion->steps.at[i], &r->steps[i]));
    return late.n ? derive_total(c, &late, r->late) : (struct derived){0};
}

/* A step whose condition is no, or n/a, is passed over. */
static void pass_over(struct certifying *c, struct run_of_steps *run, const struct step *rule)
{
    struct derived when = certify_expr(c, rule->when);
    struct derived no =
        value_is_absent(when.is) ? derive_is_absent(c, when, ABSENCE_NA) : derive_not(c, when);
    steps_add(c, &run->offered, derive_left_out(c, "drop", OPERANDS(no.step)));
}

/* What is open behind the end of a run only counts among what is offered. */
static void go(struct certifying *c, struct run_of_steps *run, const struct result *r, size_t n)
{
    struct item i = {.k = r->criterion, .rule = &r->criterion->steps.at[n], .result = &r->steps[n]};
    if (i.result->state == STEP_PASSED) {
        pass_over(c, run, i.rule);
        return;
    }
    struct derived points = derive_rule(c, i.rule->points, TEXT("points"), i.rule->at);
    if (i.rule->when)
        points = derive_choice(c, certify_expr(c, i.rule->when), points);
    steps_add(c, &run->offered, points);
    if (!i.result->share_known)
        return;
    i.done = i.rule->by_share ? certify_share(c, i.rule) : certify_done(c, i.rule, i.rule->done);
    earn(c, run, &i, points);
    if (takes(i.result))
        steps_add(c, &run->late, derive_choice(c, i.counts, late_of(c, i.rule, i.result)));
}

/* The step because of which nobody knows what counts; step 0 where it is not the only reason. */
static struct derived open_step(struct certifying *c, const struct result *r)
{
    const struct criterion *k = r->criterion;
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct step_result *s = &r->steps[i];
        const struct step *rule = &k->steps.at[i];
        if (s->state == STEP_UNKNOWN && s->cause == r->cause)
            return s->when_open     ? certify_expr(c, rule->when)
                   : rule->by_share ? certify_share(c, rule)
                                    : certify_done(c, rule, rule->done);
    }
    return (struct derived){0};
}

static bool nothing_applies(const struct result *r)
{
    for (size_t i = 0; i < r->criterion->steps.n; i++)
        if (r->steps[i].state != STEP_PASSED)
            return false;
    return true;
}

static struct derived points_in_all(struct certifying *c, const struct criterion *k)
{
    struct steps all = {0};
    for (size_t i = 0; i < k->steps.n; i++)
        steps_add(c, &all,
                  derive_rule(c, k->steps.at[i].points, TEXT("points"), k->steps.at[i].at));
    return derive_total(c, &all, k->points_in_all);
}

/* score = points of all steps x points earned / points of the steps that apply */
void certify_checklist(struct certifying *c, struct certified *of, const struct result *r)
{
    const struct criterion *k = r->criterion;
    bool nothing = nothing_applies(r);
    if (!r->steps_known && !nothing) {
        of->absent = open_step(c, r);
        return;
    }
    struct run_of_steps run = {
        .reached = derive_at(c, "and", (struct operands){NULL, 0}, value_truth(true), k->at)};
    for (size_t i = 0; i < k->steps.n; i++)
        go(c, &run, r, i);
    struct derived earned = derive_total(c, &run.earned, r->points_earned),
                   offered = derive_total(c, &run.offered, r->points_offered);
    if (nothing) {
        of->absent = derive_at(c, "divide", OPERANDS(earned.step, offered.step),
                               value_absent(c->a, *r->cause), k->at);
        return;
    }
    struct derived part = derive_quotient(c, earned, offered);
    of->raw =
        derive_within(c, derive_product(c, points_in_all(c, k), part), k->low, k->high, k->at);
    if (run.late.n)
        of->late = derive_total(c, &run.late, r->late);
}
