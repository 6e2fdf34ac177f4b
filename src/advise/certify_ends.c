/* What a score that is not known can be, at least and at most: from the ends of what it waits for.
 *
 * An end without a step is open.  The ends are compared with the evaluation's; what is not spelt
 * out here is refused, never guessed. */
#include "advise/certifying.h"

static void widen(struct certifying *c, struct ends *all, struct derived low, struct derived high)
{
    if (!all->found)
        *all = ends_of(low, high);
    else
        *all = ends_of(derive_least(c, all->low, low), derive_most(c, all->high, high));
}

/* --- levels and bands ------------------------------------------------------------------------- */

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
    for (int high = 0; high < 2 && k->round_measure.set; high++) {
        struct derived *end = high ? &x.high : &x.low;
        if (end->step)
            *end = derive_rounded(c, *end, &k->round_measure, TEXT("round to"));
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

/* --- formulas --------------------------------------------------------------------------------- */

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

struct derived certify_end_within(struct certifying *c, struct derived d, struct number low,
                                  struct number high, bool is_high, struct span at)
{
    struct number bound = is_high ? high : low;
    if (!d.step && number_is_over(bound))
        return d;
    if (!d.step)
        return derive_rule(c, bound, is_high ? TEXT("upper end") : TEXT("lower end"), at);
    return derive_within(c, d, low, high, at);
}

static void widen_open(struct certifying *c, struct ends *all, struct ends x)
{
    bool found = all->found;
    *all = found ? certify_either(c, *all, x) : x;
    all->found = true;
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
    widen_open(c, all,
               ends_of(certify_end_within(c, x.low, k->low, k->high, false, k->at),
                       certify_end_within(c, x.high, k->low, k->high, true, k->at)));
}

/* --- checklists ------------------------------------------------------------------------------- */

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

/* --- children --------------------------------------------------------------------------------- */

/* Those that count for certain, and of the others, in the order of their scores, as many as move
 * the mean further. */
static struct derived mean_end(struct certifying *c, const struct criterion *k, bool high)
{
    size_t n = k->children.n, open = 0, *order = ARENA_ARRAY(c->a, size_t, n);
    struct number *score = ARENA_ARRAY(c->a, struct number, n);
    struct derived sum = derive_nought(c), points = sum;
    int sign = high ? -1 : 1;
    for (size_t i = 0; i < n; i++) {
        const struct criterion *child = k->children.at[i];
        const struct result *r = outcome_result(c->o, child);
        const struct certified *of = &c->of[child->index];
        struct derived end = high ? of->high : of->low;
        score[i] = high ? r->high : r->low;
        if (r->status == STATUS_DROPPED)
            continue;
        if (!end.step)
            return end;
        if (r->maybe_out)
            order[open++] = i;
        else if (number_sign(of->points.is.number)) {
            sum = derive_sum(c, sum, derive_product(c, of->points, end));
            points = derive_sum(c, points, of->points);
        }
    }
    outcome_sort(c->o, order, open, score, sign);
    for (size_t i = 0; i < open; i++) {
        const struct certified *of = &c->of[k->children.at[order[i]]->index];
        struct derived end = high ? of->high : of->low;
        if (number_sign(points.is.number) &&
            number_order(c->a, number_multiply(c->a, end.is.number, points.is.number),
                         sum.is.number) *
                    sign >=
                0)
            break;
        sum = derive_sum(c, sum, derive_product(c, of->points, end));
        points = derive_sum(c, points, of->points);
    }
    return number_sign(points.is.number) ? derive_quotient(c, sum, points) : derive_nought(c);
}

/* Who gives its weight to whom is open: the least and the most of all. */
static struct ends hull(struct certifying *c, const struct criterion *k)
{
    struct ends all = {0};
    for (size_t i = 0; i < k->children.n; i++) {
        const struct certified *of = &c->of[k->children.at[i]->index];
        if (outcome_result(c->o, k->children.at[i])->status != STATUS_DROPPED)
            widen_open(c, &all, ends_of(of->low, of->high));
    }
    return all;
}

/* --- weights by case that are not known ---------------------------------------------------------
 */

static bool somebody_gives(struct certifying *c, const struct criterion *k)
{
    for (size_t i = 0; i < k->children.n; i++) {
        const struct criterion *child = k->children.at[i];
        const struct result *r = outcome_result(c->o, child);
        bool out = r->status == STATUS_DROPPED || r->maybe_out;
        if (out && child->not_applicable_own && child->not_applicable.kind == POLICY_GIVE)
            return true;
    }
    return false;
}

/* The points of all children in that row; false when nothing counts in it. */
static bool weigh_by_row(struct certifying *c, const struct criterion *k, size_t row)
{
    const struct weights *w = k->weights;
    bool any = false;
    for (size_t i = 0; i < k->children.n; i++) {
        const struct criterion *child = k->children.at[i];
        struct certified *of = certify_criterion(c, child);
        bool dropped = outcome_result(c->o, child)->status == STATUS_DROPPED;
        if (child->by_case && !dropped)
            of->points = derive_rule(c, weights_points(w, row, child), TEXT("points"), w->at);
        else
            of->points = certify_points(c, child);
        any = any || number_sign(of->points.is.number);
    }
    return any;
}

/* What each row that may hold would give. */
static struct ends rows_ends(struct certifying *c, const struct criterion *k,
                             const struct weights_now *now)
{
    struct ends all = {0};
    for (size_t i = 0; i < k->weights->cases->rows.n; i++)
        if (now->may[i] && weigh_by_row(c, k, i))
            widen_open(c, &all, ends_of(mean_end(c, k, false), mean_end(c, k, true)));
    return somebody_gives(c, k) ? hull(c, k) : all;
}

static struct ends children_ends(struct certifying *c, const struct criterion *k)
{
    const struct weights_now *now = outcome_result(c->o, k)->weights;
    if (now && !now->known)
        return rows_ends(c, k, now);

    bool uncertain = false;
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *child = outcome_result(c->o, k->children.at[i]);
        bool gives = child->maybe_out && k->children.at[i]->not_applicable.kind == POLICY_GIVE;
        uncertain = uncertain || gives || child->points_open;
    }
    if (uncertain)
        return hull(c, k);
    return ends_of(mean_end(c, k, false), mean_end(c, k, true));
}

/* --- one criterion ---------------------------------------------------------------------------- */

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
        return children_ends(c, k);
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
    const struct policy *p = &k->not_applicable;
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
