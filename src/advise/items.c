/* One criterion more or less in a group, in an indicator or in the total. */
#include "advise/guesses.h"

/* The new score of the criterion at hand as the figure that is claimed. */
static bool fits_score(struct guessing *g, struct number score)
{
    if (guess_is_about(g, TEXT("weighted")))
        score = number_multiply(g->a, score, outcome_result(g->o, g->k)->weight);
    return guess_fits(g, score);
}

static void try_without(struct guessing *g, const struct criterion *child)
{
    again_drop(guess_begin(g), child);
    if (guess_end(g))
        guess_add(g, GUESS_ITEM, SAY(g->a, "{} left out", child->path));
}

/* The sum without the child's part in it: nobody else got its weight. */
static void try_without_part(struct guessing *g, const struct criterion *child)
{
    const struct result *r = outcome_result(g->o, g->k), *c = outcome_result(g->o, child);
    if (r->floored || r->rounded || number_sign(r->inside) <= 0 || !number_sign(c->points))
        return;
    struct number part = number_divide(g->a, number_multiply(g->a, c->score, c->points), r->inside);
    if (fits_score(g, number_subtract(g->a, r->score, part)))
        guess_add(g, GUESS_ITEM, SAY(g->a, "{} left out and its weight kept", child->path));
}

static void leave_out_each(struct guessing *g)
{
    const struct criterion *k = g->k;
    if (k->children.n > AUDIT_ITEMS)
        return;
    for (size_t i = 0; i < k->children.n && guess_work(g, k->children.n); i++) {
        const struct criterion *child = k->children.at[i];
        if (!result_has_score(outcome_result(g->o, child)))
            continue;
        if (k->children.n > 1)
            try_without(g, child);
        if (k->scorer == SCORER_CHILDREN)
            try_without_part(g, child);
    }
}

/* What was dropped, counted all the same at the lowest score; up to the criterion at hand
 * everything is calculated again. */
static void try_with(struct guessing *g, const struct criterion *dropped)
{
    struct again *again = guess_begin(g);
    struct number n;
    again_score(again, dropped, dropped->low);
    for (const struct criterion *k = dropped->parent; k != g->k; k = k->parent)
        if (guess_work(g, k->children.n))
            again_criterion(again, k, &n);
    if (guess_end(g))
        guess_add(g, GUESS_ITEM,
                  SAY(g->a, "{} counted at {}", dropped->path,
                      figure_score(g->a, dropped, dropped->low)));
}

/* Dropped leaves in `k`; a group that is dropped has them inside. */
static void count_each_dropped(struct guessing *g, const struct criterion *k)
{
    for (size_t i = 0; i < k->children.n && guess_work(g, 1); i++) {
        const struct criterion *child = k->children.at[i];
        const struct result *r = outcome_result(g->o, child);
        if (child->scorer == SCORER_CHILDREN)
            count_each_dropped(g, child);
        else if (r->status == STATUS_DROPPED && result_counts(g->o, r))
            try_with(g, child);
    }
}

/* The sum of what is declared, leaf by leaf; whether any of them is dropped. */
static bool sum_declared(struct guessing *g, const struct criterion *k, struct number *sum)
{
    bool dropped = false;
    for (size_t i = 0; i < k->children.n && guess_work(g, 1); i++) {
        const struct result *child = outcome_result(g->o, k->children.at[i]);
        if (child->criterion->scorer == SCORER_CHILDREN)
            dropped = sum_declared(g, child->criterion, sum) || dropped;
        else if (result_has_score(child))
            *sum = number_add(g->a, *sum, child->weighted);
        dropped = dropped || child->status == STATUS_DROPPED;
    }
    return dropped;
}

/* What was dropped has no score, but its weight still counts. */
static void try_weights_kept(struct guessing *g)
{
    const struct result *r = outcome_result(g->o, g->k);
    struct number sum = number_of(0);
    bool dropped = sum_declared(g, g->k, &sum);
    bool total = !g->k->parent && guess_is_about(g, TEXT("score")) && !r->floored && !r->rounded;
    if (total)
        sum = number_subtract(g->a, sum, r->taken);
    if (dropped && (total || guess_is_about(g, TEXT("weighted"))) && guess_fits(g, sum))
        guess_add(g, GUESS_ITEM, TEXT("what was dropped keeps its weight"));
}

void guess_items(struct guessing *g)
{
    bool score = guess_is_about(g, TEXT("score")), weighted = guess_is_about(g, TEXT("weighted"));
    if ((!score && !weighted) || figure_let(g->k, g->aspect) || !g->k->children.n ||
        !g->finding->claim->is_number)
        return;
    leave_out_each(g);
    if (g->k->scorer != SCORER_CHILDREN)
        return;
    count_each_dropped(g, g->k);
    try_weights_kept(g);
}
