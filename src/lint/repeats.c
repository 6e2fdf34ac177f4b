/* The same title, the same measure, the same number again and again. */
#include "base/map.h"
#include "lint/linting.h"

enum { OFTEN = 3 };

static void look_at_titles(struct linting *l)
{
    struct map first = map_in(l->a);
    for (size_t i = 1; i < l->m->criteria.n; i++) {
        const struct criterion *k = l->m->criteria.at[i];
        if (!k->title.n || k->height == HEIGHT_PART)
            continue;
        size_t same = map_put(&first, k->title, i);
        const struct criterion *other = l->m->criteria.at[same];
        if (same == i || other->height != k->height)
            continue;
        struct diag *g = DIAG_ADD(l->d, K1078, k->at, k->path, other->path);
        diag_label(l->d, g, other->at, TEXT("the other one"));
        diag_help(g, TEXT("nobody can tell them apart in a scorecard: say in the title what is "
                          "different"));
    }
}

/* Whether a name in it may mean something else than elsewhere. */
static bool has_own_names(const struct criterion *k)
{
    for (; k && k->parent; k = k->parent)
        if (k->lets.n || k->scorer == SCORER_FORMULA || k->formula)
            return true;
    return false;
}

static void look_at_measures(struct linting *l)
{
    struct map first = map_in(l->a);
    for (size_t i = 1; i < l->m->criteria.n; i++) {
        const struct criterion *k = l->m->criteria.at[i];
        if (!k->measure || has_own_names(k))
            continue;
        size_t same = map_put(&first, source_text(l->d->sources, k->measure->at), i);
        const struct criterion *other = l->m->criteria.at[same];
        if (same == i)
            continue;
        struct diag *g = DIAG_ADD(l->d, K1079, k->measure->at, k->path, other->path);
        diag_label(l->d, g, other->measure->at, TEXT("the same here"));
        diag_help(g, TEXT("what an office did is counted twice"));
    }
}

/* --- numbers ---------------------------------------------------------------------------------- */

struct number_seen {
    const struct expr *first, *second;
    size_t times;
};

struct numbers {
    struct linting *l;
    struct map by_words;
    LIST_OF(struct number_seen) seen;
};

/* What every formula has: to count from, to turn round, to make percent of. */
static bool is_plain(struct linting *l, struct number n)
{
    static const long long plain[] = {-1, 0, 1, 2, 10, 12, 100};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (number_equal(l->a, n, number_of(plain[i])))
            return true;
    return false;
}

static void meet(void *user, const struct expr *e)
{
    struct numbers *all = user;
    if (e->kind == EXPR_CALL) {
        for (size_t i = 0; i < e->args.n; i++)
            meet(user, e->args.at[i]);
        return;
    }
    if (e->kind != EXPR_NUMBER) {
        expr_operands(e, meet, user);
        return;
    }
    if (is_plain(all->l, e->literal->number) || !e->shown.n)
        return;
    size_t i = map_put(&all->by_words, e->shown, all->seen.n);
    if (i == all->seen.n)
        LIST_ADD(all->l->a, &all->seen, (struct number_seen){.first = e});
    struct number_seen *s = &all->seen.at[i];
    s->times++;
    s->second = s->times == 2 ? e : s->second;
}

static void look_at_numbers(struct linting *l)
{
    struct numbers all = {.l = l, .by_words = map_in(l->a)};
    for (size_t i = 0; i < l->m->criteria.n; i++) {
        criterion_expressions(l->m->criteria.at[i], meet, &all);
        changing_expressions(l->m->criteria.at[i], meet, &all);
    }
    for (size_t i = 0; i < l->m->lets.n; i++)
        if (l->m->lets.at[i]->value && l->m->lets.at[i]->value->kind != EXPR_NUMBER)
            meet(&all, l->m->lets.at[i]->value);
    for (size_t i = 0; i < all.seen.n; i++) {
        const struct number_seen *s = &all.seen.at[i];
        if (s->times < OFTEN)
            continue;
        struct diag *g = DIAG_ADD(l->d, K1080, s->first->at, s->first->shown,
                                  text_number(l->a, (long long)s->times));
        diag_label(l->d, g, s->second->at, TEXT("again here"));
        diag_help(g, TEXT("give it a name with `let`, so that it is changed in one place"));
    }
}

void lint_repeats(struct linting *l)
{
    look_at_titles(l);
    if (diags_want(l->d, K1079))
        look_at_measures(l);
    if (diags_want(l->d, K1080))
        look_at_numbers(l);
}
