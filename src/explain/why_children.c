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

/* "2, 1, 2": the row of weights that holds. */
static struct text row_words(struct whying *w, const struct weights *weights, size_t row)
{
    struct buffer b = buffer_in(w->a);
    for (size_t i = 0; i < weights->of.n; i++) {
        struct number n = weights_points(weights, row, weights->of.at[i]);
        buffer_add(&b, i ? TEXT(", ") : TEXT(""));
        buffer_add(&b, weights->percent ? figure_percent(w->a, n, FIGURE_PLACES, NULL)
                                        : figure_short(w->a, n, FIGURE_PLACES, NULL));
    }
    return buffer_text(&b);
}

static struct text ids_words(struct whying *w, const struct weights *weights)
{
    struct buffer b = buffer_in(w->a);
    for (size_t i = 0; i < weights->of.n; i++)
        buffer_add(&b, SAY(w->a, i ? ", {}" : "{}", weights->of.at[i]->id));
    return buffer_text(&b);
}

static void why_weights(struct whying *w, struct reason *above, const struct result *r)
{
    const struct weights *weights = r->criterion->weights;
    if (!r->weights)
        return;
    struct text ids = ids_words(w, weights);
    struct text says =
        r->weights->known
            ? SAY(w->a, "weights of {}: {}", ids, row_words(w, weights, r->weights->row))
            : SAY(w->a, "weights of {}: not known, {}", ids, why_cause_words(w, r->weights->cause));
    struct reason *row = reason_add(w, above, REASON_CASE, says);
    row->rule = weights->at;
    why_cases(w, row, weights->cases);
}

static struct text mean_words(struct whying *w, const struct result *r)
{
    const struct criterion *k = r->criterion;
    if (r->weights && !r->weights->known)
        return TEXT("weighted mean");
    if (k->children.n && k->children.at[0]->by_weight)
        return SAY(w->a, "weighted mean, {} of the weights",
                   figure_percent(w->a, r->inside, 4, NULL));
    return SAY(w->a, "weighted mean by points, {} in all", figure_short(w->a, r->inside, 4, NULL));
}

void why_children(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    bool known = r->status == STATUS_SCORED;
    struct text says = mean_words(w, r);
    if (known)
        says = SAY(w->a, "{}: {}", says, figure_score(w->a, k, r->raw));
    why_weights(w, above, r);
    struct reason *mean = reason_add(w, above, REASON_FORMULA, says);
    mean->rule = k->formula ? k->formula->at : k->at;
    if (known)
        reason_figure(mean, r->raw);
    unsigned places = known ? sum_places(w, r) : k->show_score.places;
    for (size_t i = 0; i < k->children.n; i++)
        why_child(w, mean, r, outcome_result(w->o, k->children.at[i]), places);
}

/* Where the weight comes from, if it is one of several. */
static void why_row(struct whying *w, struct reason *above, const struct criterion *k)
{
    const struct weights_now *now = outcome_result(w->o, k->parent)->weights;
    if (!k->by_case || !now || !now->known)
        return;
    const struct case_row *row = &k->parent->weights->cases->rows.at[now->row];
    struct text head = words_formula(w->a, w->m, &(struct expr){.at = row->at});
    struct text says = row->otherwise
                           ? SAY(w->a, "by the weights of {}, otherwise", k->parent->path)
                           : SAY(w->a, "by the weights of {} when {}", k->parent->path, head);
    reason_add(w, above, REASON_CASE, says)->rule = row->at;
}

void why_weight(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    if (!k->parent || !criterion_has_weight(k))
        return;
    if (r->weight_open) {
        reason_add(w, above, REASON_WEIGHT, TEXT("weight: not known yet"))->rule = k->at;
        return;
    }
    struct text exact = figure_share(w->a, r->weight);
    struct text says = SAY(w->a, "weight {} {} {}", exact,
                           figure_sign(w->a, r->weight, k->show_weight.places + 2 /* as percent */),
                           figure_weight(w->a, k, r->weight));
    if (result_has_score(r)) {
        says = SAY(w->a, "{}:  {} × {} = {}", says, figure_score(w->a, k, r->score), exact,
                   figure_score(w->a, k, r->weighted));
        if (!number_equal(w->a, r->weight, r->share))
            says = SAY(w->a, "{};  after what was dropped {}: contributes {}", says,
                       figure_share(w->a, r->share), figure_score(w->a, k, r->contribution));
    }
    struct reason *weight = reason_add(w, above, REASON_WEIGHT, says);
    weight->rule = k->at;
    reason_figure(weight, r->weight);
    why_row(w, weight, k);
}
