/* How scores become the score of a group and the total: who counts how much. */
#include "explain/reasons.h"

/* What a child gives to the mean. */
static struct number part_of(struct whying *w, const struct result *r, const struct result *child)
{
    return number_divide(w->a, number_multiply(w->a, child->score, child->points), r->inside);
}

/* Decimals with which the printed contributions add up to the printed mean by pencil. */
static unsigned sum_places(struct whying *w, const struct result *r)
{
    const struct criterion *k = r->criterion;
    struct number wanted = pencil_round(w, k, r->raw);
    for (unsigned places = k->show_score.places; places < PENCIL_PLACES; places++) {
        struct number sum = number_of(0), step = number_places(w->a, places);
        for (size_t i = 0; i < k->children.n; i++) {
            const struct result *child = outcome_result(w->o, k->children.at[i]);
            if (child->status == STATUS_DROPPED)
                continue;
            struct number part = number_round(w->a, part_of(w, r, child), step, ROUND_HALF_UP);
            sum = number_add(w->a, sum, part);
        }
        if (number_equal(w->a, pencil_round(w, k, sum), wanted))
            return places;
    }
    return PENCIL_PLACES;
}

/* The sum takes the place of the words that say why it is no plain score, so they follow it. */
static struct text part_words(struct whying *w, const struct result *r, const struct result *child,
                              unsigned places)
{
    const struct criterion *k = child->criterion;
    struct number share = number_divide(w->a, child->points, r->inside);
    struct text why = child->status == STATUS_NOT_APPLICABLE ? TEXT(" (does not apply: carried)")
                      : child->carried                       ? TEXT(" (no result yet: carried)")
                                                             : TEXT("");
    return SAY(w->a, "{}  {} × {} = {}{}", why_name(w, k->path, k->title),
               figure_score(w->a, k, child->score), figure_share(w->a, share),
               figure_fixed(w->a, part_of(w, r, child), places), why);
}

static void why_child(struct whying *w, struct reason *above, const struct result *r,
                      const struct result *child, unsigned places)
{
    struct reason *below = why_criterion(w, child->criterion);
    if (result_has_score(child) && r->status != STATUS_INCOMPLETE && number_sign(r->inside))
        below->says = part_words(w, r, child, places);
    LIST_ADD(w->a, &above->below, below);
}

void why_children(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    bool known = r->status == STATUS_SCORED;
    bool by_weight = k->children.n && k->children.at[0]->by_weight;
    struct text says = by_weight ? SAY(w->a, "weighted mean, {} of the weights",
                                       figure_percent(w->a, r->inside, 4, NULL))
                                 : SAY(w->a, "weighted mean by points, {} in all",
                                       figure_short(w->a, r->inside, 4, NULL));
    if (known)
        says = SAY(w->a, "{}: {}", says, figure_score(w->a, k, r->raw));
    struct reason *mean = reason_add(w, above, REASON_FORMULA, says);
    mean->rule = k->formula ? k->formula->at : k->at;
    if (known)
        reason_figure(mean, r->raw);
    unsigned places = known ? sum_places(w, r) : k->show_score.places;
    for (size_t i = 0; i < k->children.n; i++)
        why_child(w, mean, r, outcome_result(w->o, k->children.at[i]), places);
}

void why_weight(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    if (!k->parent || !criterion_has_weight(k))
        return;
    struct text exact = figure_share(w->a, k->weight);
    struct text says = SAY(w->a, "weight {} {} {}", exact,
                           figure_sign(w->a, k->weight, k->show_weight.places + 2 /* as percent */),
                           figure_weight(w->a, k, k->weight));
    if (result_has_score(r)) {
        says = SAY(w->a, "{}:  {} × {} = {}", says, figure_score(w->a, k, r->score), exact,
                   figure_score(w->a, k, r->weighted));
        if (!number_equal(w->a, k->weight, r->share))
            says = SAY(w->a, "{};  after what was dropped {}: contributes {}", says,
                       figure_share(w->a, r->share), figure_score(w->a, k, r->contribution));
    }
    struct reason *weight = reason_add(w, above, REASON_WEIGHT, says);
    weight->rule = k->at;
    reason_figure(weight, k->weight);
}
