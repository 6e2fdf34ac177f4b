/* Why one figure is what it is: the lines of the criterion's reasons that are about it. */
#include "explain/claims.h"
#include "explain/reasons.h"

/* Of the reasons for a score those that did not make it. */
static bool makes_score(enum reason_kind kind)
{
    return kind != REASON_WEIGHT && kind != REASON_RANGE && kind != REASON_GRADE &&
           kind != REASON_CITE && kind != REASON_NOTE && kind != REASON_REASON_OWED;
}

static bool is_about(enum reason_kind kind, const struct criterion *k, struct text aspect)
{
    if (text_equal(aspect, TEXT("status")))
        return kind == REASON_RANGE;
    if (text_equal(aspect, TEXT("grade")))
        return kind == REASON_GRADE;
    if (text_equal(aspect, TEXT("score")))
        return makes_score(kind);
    if (text_equal(aspect, TEXT("measure")))
        return k->measure ? kind == REASON_MEASURE || kind == REASON_ROUNDED : makes_score(kind);
    return false;
}

static bool is_weight(struct text aspect)
{
    return text_equal(aspect, TEXT("weight")) || text_equal(aspect, TEXT("weighted")) ||
           text_equal(aspect, TEXT("share")) || text_equal(aspect, TEXT("contribution"));
}

struct reason *why_figure(struct whying *w, const struct criterion *k, struct text aspect)
{
    struct reason *figure = reason_new(w, REASON_SCORE, TEXT(""));
    const struct let *let = figure_let(k, aspect);
    w->round++;
    if (let)
        why_measure(w, figure, REASON_MEASURE, let->value, let->value->type.ratio, 4);
    else if (is_weight(aspect))
        why_weight(w, figure, outcome_result(w->o, k));
    else {
        const struct reason *all = why_criterion(w, k);
        for (size_t i = 0; i < all->below.n; i++)
            if (is_about(all->below.at[i]->kind, k, aspect))
                LIST_ADD(w->a, &figure->below, all->below.at[i]);
    }
    return figure;
}
