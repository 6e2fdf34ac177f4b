/* How scores become the score of a group and the total: who counts how much. */
#include "explain/reasons.h"

/* Decimals with which the printed contributions add up to the printed mean by pencil. */
static unsigned sum_places(struct whying *w, const struct result *r)
{
    const struct criterion *k = r->criterion;
    struct number shown = number_places(w->a, k->show_score.places);
    struct number wanted = number_round(w->a, r->raw, shown, ROUND_HALF_UP);
    for (unsigned places = k->show_score.places; places < 20; places++) {
        struct number sum = number_of(0), step = number_places(w->a, places);
        for (size_t i = 0; i < k->children.n; i++) {
            const struct result *child = outcome_result(w->o, k->children.at[i]);
            if (child->status == STATUS_DROPPED)
                continue;
            struct number part =
                number_divide(w->a, number_multiply(w->a, child->score, child->points), r->points);
            sum = number_add(w->a, sum, number_round(w->a, part, step, ROUND_HALF_UP));
        }
        if (number_equal(w->a, number_round(w->a, sum, shown, ROUND_HALF_UP), wanted))
            return places;
    }
    return 20;
}

static struct text share_words(struct whying *w, const struct result *child, const struct result *r)
{
    return number_exact_words(w->a, number_divide(w->a, child->points, r->points));
}

static struct text child_name(struct whying *w, const struct criterion *k)
{
    return k->title.n ? SAY(w->a, "{} {}", k->path, k->title) : k->path;
}

static void why_child(struct whying *w, struct reason *above, const struct result *r,
                      const struct result *child, unsigned places)
{
    struct reason *below = why_criterion(w, child->criterion);
    bool known = child->status == STATUS_SCORED || child->status == STATUS_NOT_APPLICABLE;
    if (known && r->status != STATUS_INCOMPLETE && number_sign(r->points)) {
        struct number part =
            number_divide(w->a, number_multiply(w->a, child->score, child->points), r->points);
        below->says = SAY(w->a, "{}  {} × {} = {}", child_name(w, child->criterion),
                          words_fixed(w->a, child->score, child->criterion->show_score.places),
                          share_words(w, child, r), words_fixed(w->a, part, places));
    }
    LIST_ADD(w->a, &above->below, below);
}

void why_children(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    bool known = r->status != STATUS_INCOMPLETE || !number_equal(w->a, r->raw, number_of(0));
    struct text says =
        SAY(w->a, "weighted mean by points, {} in all", words_number(w->a, r->points, 4, NULL));
    if (known && r->status == STATUS_SCORED)
        says = SAY(w->a, "{}: {}", says, words_fixed(w->a, r->raw, k->show_score.places));
    struct reason *mean = reason_add(w, above, REASON_FORMULA, says);
    mean->rule = k->at;
    if (r->status == STATUS_SCORED)
        reason_figure(mean, r->raw);
    unsigned places = r->status == STATUS_SCORED ? sum_places(w, r) : k->show_score.places;
    for (size_t i = 0; i < k->children.n; i++)
        why_child(w, mean, r, outcome_result(w->o, k->children.at[i]), places);
}

void why_weight(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    if (!k->parent || k->height == HEIGHT_PART)
        return;
    struct buffer percent = buffer_in(w->a);
    number_print(&percent, number_multiply(w->a, k->weight, number_of(100)), k->show_weight.places,
                 k->show_weight.mode, (struct number_style){0});
    struct text says =
        SAY(w->a, "weight {} ≈ {} %", number_exact_words(w->a, k->weight), buffer_text(&percent));
    if (r->status == STATUS_SCORED || r->status == STATUS_NOT_APPLICABLE) {
        says =
            SAY(w->a, "{}:  {} × {} = {}", says, words_fixed(w->a, r->score, k->show_score.places),
                number_exact_words(w->a, k->weight),
                words_fixed(w->a, r->weighted, k->show_score.places));
        if (!number_equal(w->a, k->weight, r->share))
            says = SAY(w->a, "{};  after what was dropped {}: contributes {}", says,
                       number_exact_words(w->a, r->share),
                       words_fixed(w->a, r->contribution, k->show_score.places));
    }
    struct reason *weight = reason_add(w, above, REASON_WEIGHT, says);
    weight->rule = k->at;
    reason_figure(weight, k->weight);
}
