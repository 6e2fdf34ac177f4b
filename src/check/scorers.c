/* Scorers: how a measure, a checklist or other scores become a score. */
#include "check/checker.h"

static void weigh_children(struct criterion *k)
{
    k->scorer = SCORER_CHILDREN;
    k->weighs = true;
}

struct expr *check_pure(struct checker *c, const struct node *n, struct criterion *owner)
{
    struct expr *e = check_expr_of(c, n, owner, TYPE_NUMBER);
    if (e->type.dimension)
        type_wanted(c, e, "a pure number");
    return e;
}

static void fill_formula(struct checker *c, struct criterion *k, const struct node *n)
{
    k->formula = check_pure(c, n->score.value, k);
    k->scorer = SCORER_FORMULA;
    if (k->formula->kind == EXPR_PARTS && k->formula->aggregate == AGGREGATE_WEIGHTED_MEAN)
        weigh_children(k);
}

static void report_none(struct checker *c, const struct criterion *k, bool measured, bool parts)
{
    if (c->spoilt.at[k->index])
        return;
    struct diag *g = DIAG_ADD(c->d, K0520, k->at, k->path);
    if (parts)
        diag_help(g, TEXT("say how the parts make the score, as `score mean of parts`"));
    else if (measured)
        diag_help(g, k->measure->type.ratio
                         ? TEXT("say what the measure must reach, as `levels 60%, 70%, 80%, 90%, "
                                "95%`")
                         : TEXT("say what the measure must reach, as `levels 20, 25, 30, 35, 40`"));
    else
        diag_help(g,
                  TEXT("write `measure ...` and `levels ...`, or `steps { ... }`, or `score ...`"));
}

static void report_two(struct checker *c, const struct criterion *k, const struct node *first,
                       const struct node *again)
{
    struct diag *g = DIAG_ADD(c->d, K0521, again->at, k->path);
    diag_label(c->d, g, first->at, TEXT("the score is given here"));
}

static struct text scorer_words(enum node_kind kind)
{
    switch (kind) {
    case NODE_levels:
        return TEXT("levels");
    case NODE_bands:
        return TEXT("bands");
    case NODE_steps:
        return TEXT("steps");
    case NODE_score:
        return TEXT("score");
    default:
        return TEXT("measure");
    }
}

/* A group, and the whole, is the weighted mean of what is in it, unless a formula says otherwise.
 */
static void fill_group(struct checker *c, struct criterion *k, const struct nodes *items)
{
    static const enum node_kind others[] = {NODE_measure, NODE_levels, NODE_steps, NODE_bands};
    const struct node *other = NULL;
    for (size_t i = 0; !other && i < sizeof others / sizeof *others; i++)
        other = check_once(c, items, others[i], scorer_words(others[i]));
    if (other)
        diag_help(DIAG_ADD(c->d, K0522, other->at, k->path, scorer_words(other->kind)),
                  TEXT("a group is made from what is in it; put this into an `indicator`"));
    if (k->parent && !k->children.n && !c->spoilt.at[k->index])
        diag_help(DIAG_ADD(c->d, K0523, k->at, k->path),
                  TEXT("put an `indicator` into it, or delete it"));
    const struct node *score = check_once(c, items, NODE_score, TEXT("score"));
    if (score && k->children.n)
        fill_formula(c, k, score);
    else
        weigh_children(k);
}

/* Exactly one thing gives a score. */
void fill_scorer(struct checker *c, struct criterion *k, const struct nodes *items)
{
    if (k->height == HEIGHT_GROUP || k->height == HEIGHT_TOTAL) {
        fill_group(c, k, items);
        return;
    }
    const struct node *measure = check_once(c, items, NODE_measure, TEXT("measure"));
    const struct node *by[] = {check_once(c, items, NODE_levels, TEXT("levels")),
                               check_once(c, items, NODE_steps, TEXT("steps")),
                               check_once(c, items, NODE_score, TEXT("score")),
                               check_once(c, items, NODE_bands, TEXT("bands"))};
    const struct node *first = NULL;
    for (int i = 0; i < 4; i++) {
        if (by[i] && first)
            report_two(c, k, first, by[i]);
        else if (by[i])
            first = by[i];
    }
    bool formula = by[2] && first == by[2];
    if (k->children.n && first && !formula) {
        struct diag *g = DIAG_ADD(c->d, K0531, k->children.at[0]->at, k->path);
        diag_label(c->d, g, first->at, TEXT("the score is given here"));
        diag_help(g, TEXT("make the score from the parts, as `score mean of parts`"));
    }
    if (measure)
        k->measure = check_expr_of(c, measure->measure.value, k, TYPE_NUMBER);
    const struct node *compared = by[0] ? by[0] : by[3];
    if (compared && !measure && !c->spoilt.at[k->index])
        diag_help(DIAG_ADD(c->d, K0524, compared->at, k->path, scorer_words(compared->kind)),
                  TEXT("write `measure ...`: what is compared with them"));
    if (by[0]) {
        k->scorer = SCORER_LEVELS;
        fill_levels(c, k, by[0]);
    } else if (by[3]) {
        k->scorer = SCORER_BANDS;
        fill_bands(c, k, by[3]);
    } else if (by[1]) {
        k->scorer = SCORER_STEPS;
        fill_steps(c, k, by[1]);
    } else if (by[2]) {
        fill_formula(c, k, by[2]);
    } else
        report_none(c, k, measure, k->children.n);
}
