/* Lights and grades that no score has, where there are only some scores: bands, and levels that are
 * `stepped`.  Said where it is proven. */
#include "eval/outcome.h"
#include "lint/linting.h"

struct scores {
    LIST_OF(struct number) all;
    bool any; /* any score may be, as far as is known */
};

static void add(struct linting *l, struct scores *s, const struct criterion *k, struct number n)
{
    if (!number_is_over(k->floor))
        n = number_most(l->a, n, k->floor);
    if (!number_is_over(k->cap))
        n = number_least(l->a, n, k->cap);
    LIST_ADD(l->a, &s->all, n);
}

/* What a policy gives stands as it is declared. */
static void add_policy(struct linting *l, struct scores *s, const struct policy *p)
{
    if (p->kind == POLICY_SCORE)
        LIST_ADD(l->a, &s->all, p->score);
}

static bool has_few(const struct criterion *k)
{
    bool thresholds = k->scorer == SCORER_BANDS || k->scorer == SCORER_LEVELS;
    for (size_t i = 0; i < k->thresholds.n; i++)
        thresholds = thresholds && (!k->thresholds.at[i]->levels.n ||
                                    k->thresholds.at[i]->kind == LEVELS_STEPPED);
    return thresholds && !k->penalties.n && !k->has_adjust && !k->round_score->set;
}

static void find_scores(struct linting *l, struct scores *s, const struct criterion *k)
{
    s->any = s->any || !has_few(k);
    for (size_t i = 0; !s->any && i < k->thresholds.n; i++) {
        const struct thresholds *t = k->thresholds.at[i];
        for (size_t j = 0; j < t->bands.n; j++)
            add(l, s, k, t->bands.at[j].score);
        for (size_t j = 0; j < t->levels.n; j++)
            add(l, s, k, t->levels.at[j].score);
        if (t->has_below)
            add(l, s, k, t->below);
    }
    add_policy(l, s, k->not_applicable);
    add_policy(l, s, k->missing);
}

static bool is_reached(struct linting *l, const struct bands *bands, const struct band *b,
                       const struct scores *s)
{
    for (size_t i = 0; i < s->all.n; i++)
        if (band_of(l->a, bands, s->all.at[i]) == b)
            return true;
    return false;
}

static void look_at_grade(struct linting *l, const struct criterion *k)
{
    const struct bands *bands = k->marks[MARK_GRADE];
    struct scores s = {.any = !bands};
    if (bands)
        find_scores(l, &s, k);
    for (size_t i = 0; !s.any && i < bands->n; i++) {
        const struct band *b = &bands->at[i];
        if (is_reached(l, bands, b, &s))
            continue;
        struct diag *g = DIAG_ADD(l->d, K1067, b->at, mark_noun(MARK_GRADE), b->name);
        diag_label(l->d, g, k->at, TEXT("none of its scores lies there"));
        diag_help(g, TEXT("mend the grades, or what the score is made of"));
    }
}

void lint_marks(struct linting *l)
{
    for (size_t i = 0; i < l->m->criteria.n; i++)
        look_at_grade(l, l->m->criteria.at[i]);
}
