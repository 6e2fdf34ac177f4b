/* Groups, the whole and weighted means of parts: points, mean, weights and shares. */
#include "advise/certifying.h"

static struct certified *of_criterion(struct certifying *c, const struct criterion *k)
{
    return &c->of[k->index];
}

/* --- points as declared ---------------------------------------------------------------------- */

/* Of a child by case, in the row that holds. */
struct derived certify_points_by_case(struct certifying *c, const struct criterion *k)
{
    const struct weights *w = k->parent->weights;
    const struct weights_now *now = outcome_result(c->o, k->parent)->weights;
    struct certified *parent = of_criterion(c, k->parent);
    if (!now || !now->known)
        return certify_refuse(c, k, TEXT("nobody knows which of its weights holds"));
    if (!parent->row.step)
        parent->row = certify_case(c, w->cases, now->row);
    struct derived points = derive_rule(c, weights_points(w, now->row, k), TEXT("points"), w->at);
    return derive_choice(c, parent->row, points);
}

static struct derived declared(struct certifying *c, const struct criterion *k);

static struct derived declared_inside(struct certifying *c, const struct criterion *k)
{
    struct certified *of = of_criterion(c, k);
    struct steps all = {0};
    struct number sum = number_of(0);
    if (of->declared_inside.step)
        return of->declared_inside;
    for (size_t i = 0; i < k->children.n; i++) {
        struct derived d = declared(c, k->children.at[i]);
        sum = number_add(c->a, sum, d.is.number);
        steps_add(c, &all, d);
    }
    return of->declared_inside = derive_total(c, &all, sum);
}

static struct derived declared(struct certifying *c, const struct criterion *k)
{
    struct certified *of = of_criterion(c, k);
    if (of->declared.step)
        return of->declared;
    if (k->by_case)
        of->declared = certify_points_by_case(c, k);
    else if (criterion_sums_points(k))
        of->declared = declared_inside(c, k);
    else
        of->declared = derive_rule(c, k->points, TEXT("points"),
                                   span_is_nowhere(k->points_at) ? k->at : k->points_at);
    return of->declared;
}

/* --- points that count ----------------------------------------------------------------------- */

struct derived certify_points(struct certifying *c, const struct criterion *k)
{
    const struct result *r = outcome_result(c->o, k);
    struct certified *of = of_criterion(c, k);
    if (r->status == STATUS_DROPPED)
        return derive_choice(c, of->out, derive_nought(c));
    return criterion_sums_points(k) && of->inside.step ? of->inside : declared(c, k);
}

static void give(struct certifying *c, const struct criterion *k)
{
    const struct result *r = outcome_result(c->o, k);
    if (r->status != STATUS_DROPPED || r->carried || r->no_weight || !r->given_to)
        return;
    struct certified *receiver = of_criterion(c, r->given_to);
    struct derived gift = derive_choice(c, of_criterion(c, k)->out, declared(c, k));
    receiver->points = derive_sum(c, receiver->points, gift);
}

void certify_weights(struct certifying *c, const struct criterion *k)
{
    struct certified *of = of_criterion(c, k);
    struct steps all = {0};
    if (of->weighed)
        return;
    of->weighed = true;
    for (size_t i = 0; i < k->children.n; i++)
        certify_criterion(c, k->children.at[i]);
    for (size_t i = 0; i < k->children.n; i++)
        of_criterion(c, k->children.at[i])->points = certify_points(c, k->children.at[i]);
    for (size_t i = 0; i < k->children.n; i++)
        give(c, k->children.at[i]);
    for (size_t i = 0; i < k->children.n; i++)
        steps_add(c, &all, of_criterion(c, k->children.at[i])->points);
    of->inside = derive_total(c, &all, outcome_result(c->o, k)->inside);
}

/* What has no points says nothing, whatever its score. */
static bool is_open(struct certifying *c, const struct criterion *k)
{
    const struct certified *of = of_criterion(c, k);
    return !of->score.step && number_sign(of->points.is.number);
}

static struct derived mean(struct certifying *c, const struct criterion *k)
{
    struct steps products = {0};
    struct number sum = number_of(0);
    for (size_t i = 0; i < k->children.n; i++) {
        const struct certified *child = of_criterion(c, k->children.at[i]);
        if (!child->score.step || child->score.left_out)
            continue;
        struct derived product = derive_product(c, child->points, child->score);
        sum = number_add(c->a, sum, product.is.number);
        steps_add(c, &products, product);
    }
    return derive_quotient(c, derive_total(c, &products, sum), of_criterion(c, k)->inside);
}

/* The absences of all children that hold it up. */
static struct steps open_children(struct certifying *c, const struct criterion *k)
{
    struct steps open = {0};
    for (size_t i = 0; i < k->children.n; i++)
        if (is_open(c, k->children.at[i]))
            steps_add(c, &open, of_criterion(c, k->children.at[i])->absent);
    return open;
}

/* The value of `weighted mean of parts` inside a formula. */
struct derived certify_mean(struct certifying *c, const struct criterion *k, struct value is,
                            struct span at)
{
    const struct weights_now *now = outcome_result(c->o, k)->weights;
    if (now && !now->known)
        return derive_no_score(c, k, OPERANDS(certify_case_absent(c, k->weights->cases).step), is,
                               at);
    certify_weights(c, k);
    struct steps open = open_children(c, k);
    if (open.n)
        return derive_no_score(c, k, steps_all(&open), is, at);
    if (!value_is_absent(is))
        return mean(c, k);
    struct derived none = derive_equal(c, of_criterion(c, k)->inside, derive_nought(c));
    return derive_no_score(c, k, OPERANDS(none.step), is, at);
}

void certify_children(struct certifying *c, struct certified *of, const struct result *r)
{
    const struct criterion *k = r->criterion;
    if (r->weights && !r->weights->known) {
        of->absent = certify_case_absent(c, k->weights->cases);
        return;
    }
    certify_weights(c, k);
    if (r->cause && !number_sign(r->inside)) {
        of->out = derive_equal(c, of->inside, derive_nought(c));
        return;
    }
    for (size_t i = 0; i < k->children.n && !of->absent.step; i++)
        if (is_open(c, k->children.at[i]))
            of->absent = of_criterion(c, k->children.at[i])->absent;
    if (!of->absent.step)
        of->raw = mean(c, k);
}

/* --- weights and shares ---------------------------------------------------------------------- */

static void weigh_child(struct certifying *c, const struct criterion *k)
{
    const struct certified *parent = of_criterion(c, k->parent);
    struct certified *of = of_criterion(c, k);
    if (!parent->weight.step || !result_has_weight(outcome_result(c->o, k)))
        return;
    struct derived own = declared(c, k);
    struct derived part = derive_quotient(c, own, declared_inside(c, k->parent));
    of->weight = derive_product(c, parent->weight, part);
    if (of->score.step && !of->score.left_out)
        of->weighted = derive_product(c, of->score, of->weight);
}

static void share_child(struct certifying *c, const struct criterion *k)
{
    const struct certified *parent = of_criterion(c, k->parent);
    struct certified *of = of_criterion(c, k);
    bool divides = parent->inside.step && number_sign(parent->inside.is.number) > 0;
    if (!parent->share.step || !divides || !result_has_share(c->o, outcome_result(c->o, k)))
        return;
    of->share = derive_product(c, parent->share, derive_quotient(c, of->points, parent->inside));
    if (of->score.step && !of->score.left_out)
        of->contribution = derive_product(c, of->score, of->share);
}

void certify_shares(struct certifying *c)
{
    c->of[0].weight = c->of[0].share = derive_one(c);
    for (size_t i = 0; i < c->m->criteria.n; i++) {
        const struct criterion *k = c->m->criteria.at[i];
        for (size_t j = 0; k->scorer == SCORER_CHILDREN && j < k->children.n; j++) {
            weigh_child(c, k->children.at[j]);
            share_child(c, k->children.at[j]);
        }
    }
}
