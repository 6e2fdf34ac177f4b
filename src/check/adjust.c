/* `adjust`: lines that change a score one after the other, where another order than the usual one
 * is meant. */
#include "check/checker.h"

static void fill_line(struct checker *c, struct criterion *k, const struct node *n)
{
    struct adjust_line l = {.kind = (enum adjust_kind)n->adjust_line.kind, .at = n->at};
    if (l.kind == ADJUST_ROUND)
        l.rounding = check_rounding(c, n->adjust_line.value);
    else
        l.value = check_pure(c, n->adjust_line.value, k);
    if (n->adjust_line.when)
        l.when = check_expr_of(c, n->adjust_line.when, k, TYPE_YES_NO);
    LIST_ADD(c->a, &k->adjust, l);
}

static void report_both(struct checker *c, const struct criterion *k, const struct node *adjust,
                        struct span other, struct text called)
{
    struct diag *g = DIAG_ADD(c->d, K0551, other, k->path, called);
    diag_label(c->d, g, adjust->at, TEXT("the lines that stand in its place"));
    diag_help(g, TEXT("make it a line of `adjust`, where it shall count: `plus N`, `minus N`, `at "
                      "least N`, `at most N`, `round to ...`"));
}

/* The lines stand in the place of everything else that changes a score. */
static void check_alone(struct checker *c, const struct criterion *k, const struct node *adjust,
                        const struct nodes *items)
{
    for (size_t i = 0; i < k->penalties.n; i++)
        report_both(c, k, adjust, k->penalties.at[i]->at, penalty_kind(k->penalties.at[i]));
    for (size_t i = 0; i < items->n; i++)
        if (items->at[i]->kind == NODE_bound)
            report_both(c, k, adjust, items->at[i]->at,
                        items->at[i]->bound.kind == BOUND_FLOOR ? TEXT("floor") : TEXT("cap"));
    const struct rounding *own = k->parent ? k->round_score : c->round_height[HEIGHT_TOTAL];
    if (own && own->set)
        report_both(c, k, adjust, own->at, TEXT("round"));
}

void fill_adjust(struct checker *c, struct criterion *k, const struct nodes *items)
{
    const struct node *adjust = check_once(c, items, NODE_adjust, TEXT("adjust"));
    if (!adjust)
        return;
    k->has_adjust = true;
    check_alone(c, k, adjust, items);
    for (size_t i = 0; i < adjust->adjust.lines.n; i++)
        if (adjust->adjust.lines.at[i]->kind == NODE_adjust_line)
            fill_line(c, k, adjust->adjust.lines.at[i]);
    if (!adjust->adjust.lines.n)
        diag_help(
            DIAG_ADD(c->d, K0552, adjust->at, k->path),
            TEXT("write lines such as `plus 1 when CONDITION` and `at most 5`, or delete it"));
}
