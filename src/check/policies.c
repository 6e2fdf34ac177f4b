/* Policies: what becomes of a score when something does not apply or is missing. */
#include "check/checker.h"

bool check_points(struct checker *c, const struct node *n, struct number *value)
{
    const struct node *bare = n->kind == NODE_negation ? n->negation.operand : n;
    if (bare->kind == NODE_number)
        return check_number(c, n, value);
    *value = number_of(0);
    DIAG_ADD(c->d, K0402, n->at, check_source(c, n->at), TEXT("a plain number of points"));
    return false;
}

void report_off_scale(struct checker *c, struct span at, const struct criterion *k)
{
    struct text low = check_number_words(c, k->low), high = check_number_words(c, k->high);
    diag_help(DIAG_ADD(c->d, K0506, at, check_source(c, at), low, high),
              SAY(c->a, "write a score from {} to {}, or widen the scale", low, high));
}

static const struct policy *fill_policy(struct checker *c, const struct node *n,
                                        struct criterion *k)
{
    struct policy p = {.kind = (enum policy_kind)n->policy.kind, .at = n->at};
    if (p.kind == POLICY_SCORE) {
        if (check_points(c, n->policy.value, &p.score) &&
            (number_order(c->a, p.score, k->low) < 0 || number_order(c->a, p.score, k->high) > 0) &&
            !c->scale_spoilt)
            report_off_scale(c, n->policy.value->at, k);
    } else if (p.kind == POLICY_GIVE && k->parent && !k->parent->weighs) {
        diag_help(DIAG_ADD(c->d, K0532, n->at, k->path),
                  TEXT("write `drop`: the others then make the score alone"));
        p.kind = POLICY_DROP;
    } else if (p.kind == POLICY_GIVE) {
        p.receiver = check_neighbour_named(c, n->policy.value, k);
        if (p.receiver && p.receiver->parent != k->parent) {
            struct diag *g = DIAG_ADD(c->d, K0516, n->policy.value->at, p.receiver->path, k->path);
            diag_help(g, TEXT("weight can be given to a neighbour in the same group"));
            p.receiver = NULL;
        }
        if (!p.receiver)
            p.kind = POLICY_DROP;
    }
    return ARENA_KEEP(c->a, struct policy, p);
}

void fill_applies(struct checker *c, struct criterion *k, const struct nodes *items)
{
    const struct node *applies = check_once(c, items, NODE_applies, TEXT("applies when"));
    const struct node *na = check_once(c, items, NODE_not_applicable, TEXT("not applicable"));
    if (applies) {
        k->applies = check_expr_of(c, applies->applies.when, k, TYPE_YES_NO);
        k->not_applicable = fill_policy(c, applies->applies.policy, k);
        k->not_applicable_own = true;
    }
    if (na && applies) {
        struct diag *g =
            DIAG_ADD(c->d, K0307, na->at, TEXT("what happens when this does not apply"));
        diag_label(c->d, g, applies->at, TEXT("first here"));
    } else if (na) {
        k->not_applicable = fill_policy(c, na->not_applicable.policy, k);
        k->not_applicable_own = true;
    }
    const struct node *missing = check_once(c, items, NODE_missing, TEXT("missing"));
    if (missing) {
        k->missing = fill_policy(c, missing->missing.policy, k);
        k->missing_own = true;
    }
}

/* A score declared further up must exist on the scale down here. */
void check_inherited_missing(struct checker *c, const struct criterion *k)
{
    const struct policy *inherited[] = {k->missing_own ? NULL : k->missing,
                                        k->not_applicable_own ? NULL : k->not_applicable};
    for (int i = 0; i < 2; i++) {
        const struct policy *p = inherited[i];
        if (!p || c->scale_spoilt || p->kind != POLICY_SCORE ||
            (number_order(c->a, p->score, k->low) >= 0 &&
             number_order(c->a, p->score, k->high) <= 0))
            continue;
        struct diag *g = DIAG_ADD(c->d, K0506, k->at, check_number_words(c, p->score),
                                  check_number_words(c, k->low), check_number_words(c, k->high));
        diag_label(c->d, g, p->at, TEXT("declared here for everything below"));
        diag_help(g, SAY(c->a, "declare in `{}` what holds on its scale", k->path));
    }
}
