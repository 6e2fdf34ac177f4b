/* What a score that is not known can be, at least and at most: from the ends of what it waits for.
 *
 * An end without a step is open.  The ends are compared with the evaluation's; what is not spelt
 * out here is refused, never guessed. */
#include "advise/certifying.h"

static void widen(struct certifying *c, struct ends *all, struct derived low, struct derived high)
{
    if (!all->found)
        *all = ends_of(low, high);
    else {
        struct derived least = derive_least(c, all->low, low);
        *all = ends_of(least, derive_most(c, all->high, high));
    }
}

/* --- levels and bands ------------------------------------------------------------------------ */

static void widen_by_levels(struct certifying *c, struct ends *all, const struct result *r,
                            size_t row, struct ends x)
{
    const struct criterion *k = r->criterion;
    const struct thresholds *t = k->thresholds.at[row];
    for (int high = 0; high < 2; high++) {
        struct derived end = high ? x.high : x.low;
        struct derived score = end.step ? certify_score_at(c, r, row, end)
                                        : certify_score_beyond(c, k, t, high ? 1 : -1);
        widen(c, all, score, score);
    }
    struct number first = t->levels.at[0].value;
    bool over = !x.low.step || number_order(c->a, x.low.is.number, first) <= 0,
         under = !x.high.step || number_order(c->a, first, x.high.is.number) <= 0;
    if (t->has_below && over && under) {
        struct derived score =
            derive_rule(c, t->levels.at[0].score, TEXT("score"), t->levels.at[0].at);
        widen(c, all, score, score);
    }
}

static void widen_by_bands(struct certifying *c, struct ends *all, const struct result *r,
                           size_t row, struct ends x)
{
    const struct thresholds *t = r->criterion->thresholds.at[row];
    struct number low = x.low.step ? x.low.is.number : number_over(),
                  high = x.high.step ? x.high.is.number : number_over();
    for (size_t i = 0; i < t->bands.n; i++) {
        const struct band *b = &t->bands.at[i];
        if (!outcome_band_is_possible(c->a, &t->bands, b, low, high))
            continue;
        struct derived score = derive_rule(c, b->score, TEXT("score"), b->at);
        widen(c, all, score, score);
    }
}

static struct ends measure_ends(struct certifying *c, const struct certified *of,
                                const struct criterion *k)
{
    if (!value_is_absent(of->measure.is))
        return ends_of(of->measure, of->measure);
    struct ends x = certify_lies(c, k->measure);
    if (x.undefined)
        return (struct ends){0};
    for (int high = 0; high < 2 && k->round_measure->set; high++) {
        struct derived *end = high ? &x.high : &x.low;
        if (end->step)
            *end = derive_rounded(c, *end, k->round_measure, TEXT("round to"));
    }
    return x;
}

static struct ends threshold_ends(struct certifying *c, const struct certified *of,
                                  const struct result *r)
{
    const struct criterion *k = r->criterion;
    struct ends all = {0}, x = measure_ends(c, of, k);
    size_t row = 0;
    bool known = !k->by || outcome_case(c->o, 0, k->by, &row);
    for (size_t i = 0; i < k->thresholds.n; i++) {
        if (known && i != row)
            continue;
        if (k->scorer == SCORER_LEVELS)
            widen_by_levels(c, &all, r, i, x);
        else
            widen_by_bands(c, &all, r, i, x);
    }
    return all;
}

/* --- formulas -------------------------------------------------------------------------------- */

static void formula_ends(struct certifying *c, struct ends *all, const struct criterion *k,
                         const struct expr *e);

static void choice_ends(struct certifying *c, struct ends *all, const struct criterion *k,
                        const struct expr *e)
{
    struct derived when = certify_expr(c, e->left);
    bool open = value_is_absent(when.is);
    if (open || when.is.truth)
        formula_ends(c, all, k, e->right);
    if (open || !when.is.truth)
        formula_ends(c, all, k, e->third);
}

static void formula_ends(struct certifying *c, struct ends *all, const struct criterion *k,
                         const struct expr *e)
{
    if (!outcome_was_needed(c->o, e))
        outcome_value_in_rows(c->o, 0, e);
    struct value v = outcome_value(c->o, e);
    if (value_is_absent(v) && v.absence == ABSENCE_NA)
        return;
    if (value_is_absent(v) && e->kind == EXPR_IF) {
        choice_ends(c, all, k, e);
        return;
    }
    struct ends x = certify_lies(c, e);
    if (x.undefined)
        x = (struct ends){0};
    certify_widen(c, all, certify_ends_within(c, x, k->low, k->high, k->at));
}

/* --- checklists ------------------------------------------------------------------------------ */

static struct derived share_end(struct certifying *c, const struct step *rule,
                                const struct step_result *s, bool most)
{
    if (s->when_open || !rule->by_share)
        return most ? derive_one(c) : derive_nought(c);
    struct ends x = certify_lies(c, rule->done);
    struct derived end = most ? x.high : x.low;
    if (x.undefined || !end.step)
        return most ? derive_one(c) : derive_nought(c);
    return derive_least(c, derive_most(c, end, derive_nought(c)), derive_one(c));
}

static struct derived step_share(struct certifying *c, const struct step *rule,
                                 const struct step_result *s, bool most)
{
    if (s->when_open || !s->share_known)
        return share_end(c, rule, s, most);
    if (rule->by_share)
        return certify_share(c, rule);
    struct derived done = certify_done(c, rule, rule->done);
    return derive_choice(c, done.is.truth ? done : derive_not(c, done),
                         done.is.truth ? derive_one(c) : derive_nought(c));
}

/* One way through the steps: what helps most is done, or what helps least. */
static struct derived checklist_end(struct certifying *c, const struct result *r, bool most)
{
    const struct criterion *k = r->criterion;
    struct derived earned = derive_nought(c), all = derive_nought(c);
    bool ended = false;
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct step *rule = &k->steps.at[i];
        if (!outcome_step_counts(c->o, &r->steps[i], most, ended))
            continue;
        struct derived points = derive_rule(c, rule->points, TEXT("points"), rule->at);
        all = derive_sum(c, all, points);
        if (ended)
            continue;
        struct derived share = step_share(c, rule, &r->steps[i], most);
        earned = derive_sum(c, earned, derive_product(c, points, share));
        ended = !k->independent && !number_equal(c->a, share.is.number, number_of(1));
    }
    if (!number_sign(all.is.number))
        return derive_rule(c, most ? k->high : k->low, TEXT("end of the scale"), k->at);
    struct derived in_all = derive_rule(c, k->points_in_all, TEXT("points in all"), k->at);
    return derive_within(c, derive_product(c, in_all, derive_quotient(c, earned, all)), k->low,
                         k->high, k->at);
}

static struct ends checklist_ends(struct certifying *c, const struct result *r)
{
    struct ends x = {.high = checklist_end(c, r, true)};
    if (!r->late_open)
        x.low = checklist_end(c, r, false);
    return x;
}

/* --- one criterion --------------------------------------------------------------------------- */

static struct ends scorer_ends(struct certifying *c, const struct certified *of,
                               const struct result *r)
{
    const struct criterion *k = r->criterion;
    struct ends x = {0};
    if (of->raw.step && !(k->scorer == SCORER_STEPS && r->late_open))
        return ends_of(of->raw, of->raw);
    switch (k->scorer) {
    case SCORER_LEVELS:
    case SCORER_BANDS:
        return threshold_ends(c, of, r);
    case SCORER_STEPS:
        return checklist_ends(c, r);
    case SCORER_FORMULA:
        formula_ends(c, &x, k, k->formula);
        return x;
    case SCORER_CHILDREN:
        return certify_children_ends(c, k);
    case SCORER_NONE:
        break;
    }
    return x;
}

static bool is_end(struct certifying *c, struct derived d, struct number n)
{
    return number_is_over(n) ? !d.step : d.step && number_equal(c->a, d.is.number, n);
}

static bool are_ends(struct certifying *c, struct ends x, const struct result *r)
{
    return is_end(c, x.low, r->low) && is_end(c, x.high, r->high);
}

struct looking_for {
    struct certifying *c;
    const struct cause *cause;
    struct derived found;
};

static void look(void *user, const struct expr *e)
{
    struct looking_for *l = user;
    struct value v = outcome_value(l->c->o, e);
    if (!l->found.step && v.kind == VALUE_ABSENT && v.cause && v.cause == l->cause)
        l->found = certify_expr(l->c, e);
}

/* Because of what it waits, where another score asks. */
static struct derived cause_of(struct certifying *c, const struct result *r)
{
    struct looking_for l = {.c = c, .cause = r->cause};
    criterion_expressions(r->criterion, look, &l);
    changing_expressions(r->criterion, look, &l);
    return l.found;
}

void certify_ends(struct certifying *c, struct certified *of, const struct result *r)
{
    const struct criterion *k = r->criterion;
    const struct policy *p = k->not_applicable;
    if (!of->absent.step)
        of->absent = cause_of(c, r);
    struct ends x = certify_adjusted_ends(c, of, r, scorer_ends(c, of, r));
    if (!are_ends(c, x, r) && p->kind == POLICY_SCORE) {
        struct derived n =
            derive_rule(c, p->score, TEXT("score"), span_is_nowhere(p->at) ? k->at : p->at);
        x = certify_either(c, x, ends_of(n, n));
    }
    of->low = x.low;
    of->high = x.high;
    if (!are_ends(c, x, r) && !certify_is_over(c))
        certify_refuse(c, k, TEXT("its range is not spelt out"));
}
