/* How much each score counts in the total, on both sides. */
#include "diff/tree.h"

#include "diff/comparing.h"

struct walk {
    struct diff *d;
    const struct view *view;
    int side; /* whose weights are filled in */
    size_t row, *rows;
    bool *drops;
    struct leaves *leaves;
    struct text why;
};

/* --- children and points, as they are looked at ----------------------------------------------- */

static size_t child_count(const struct walk *w, const struct criterion *k)
{
    return k->children.n + (w->view->into == k);
}

static const struct criterion *child_at(const struct walk *w, const struct criterion *k, size_t i)
{
    const struct criterion *child = i < k->children.n ? k->children.at[i] : w->view->added;
    return child == w->view->removed ? NULL : child;
}

static struct number points_of(const struct walk *w, const struct criterion *k)
{
    struct number sum = number_of(0);
    if (k == w->view->changed)
        return w->view->points;
    if (k->by_case)
        return weights_points(k->parent->weights, w->row, k);
    if (!criterion_sums_points(k))
        return k->points;
    for (size_t i = 0; i < child_count(w, k); i++)
        if (child_at(w, k, i))
            sum = number_add(w->d->arena, sum, points_of(w, child_at(w, k, i)));
    return sum;
}

/* --- the leaves ------------------------------------------------------------------------------- */

static bool may_drop(const struct criterion *k)
{
    enum policy_kind kind = k->not_applicable->kind;
    return kind == POLICY_DROP || kind == POLICY_GIVE;
}

/* Its own figure is more than the mean of what is in it. */
static bool changes_mean(const struct criterion *k)
{
    return k->penalties.n || k->has_adjust || k->round_score->set || k->has_floor || k->has_cap ||
           k->applies;
}

static void add_leaf(struct walk *w, const struct criterion *k, struct number weight)
{
    bool is_new = w->view->whole;
    for (const struct criterion *p = k; p && !is_new; p = p->parent)
        is_new = p == w->view->added;
    int of = is_new ? NEWER : OLDER;
    const struct pair *pair = w->d->pair_of[of][k->index];
    for (size_t i = 0; i < w->leaves->n; i++)
        if (w->leaves->at[i].pair == pair) {
            w->leaves->at[i].weight[w->side] = weight;
            return;
        }
    struct leaf l = {.pair = pair, .weight = {number_of(0), number_of(0)}};
    l.weight[w->side] = weight;
    LIST_ADD(w->d->arena, w->leaves, l);
}

static void go(struct walk *w, const struct criterion *k, struct number weight)
{
    struct arena *a = w->d->arena;
    *w->drops = *w->drops || may_drop(k);
    if (!k->weighs || k == w->view->carried) {
        add_leaf(w, k, weight);
        return;
    }
    if (k->parent && changes_mean(k)) {
        w->why = SAY(a, "{} is more than the mean of what is in it", k->path);
        return;
    }
    if (k->weights && *w->rows < k->weights->cases->rows.n)
        *w->rows = k->weights->cases->rows.n;
    struct number all = number_of(0);
    size_t n = 0;
    for (size_t i = 0; i < child_count(w, k); i++)
        if (child_at(w, k, i)) {
            all = number_add(a, all, points_of(w, child_at(w, k, i)));
            n++;
        }
    for (size_t i = 0; i < child_count(w, k); i++) {
        const struct criterion *child = child_at(w, k, i);
        if (!child)
            continue;
        if (n > 1 && !number_sign(all)) {
            w->why = SAY(a, "nothing in {} has any points", k->path);
            return;
        }
        struct number share = n > 1 ? number_divide(a, points_of(w, child), all) : number_of(1);
        if (number_sign(share))
            go(w, child, number_multiply(a, weight, share));
    }
}

static bool same_cases(struct diff *d, const struct weights *x, const struct weights *y)
{
    bool same = x->cases->rows.n == y->cases->rows.n;
    for (size_t i = 0; same && i < x->cases->rows.n; i++)
        same = diff_same(d, x->cases->rows.at[i].when, y->cases->rows.at[i].when);
    return same;
}

/* One set of weights by case at the most, by the same cases on both sides. */
static struct text check_cases(struct diff *d)
{
    const struct weights *found[SIDES] = {NULL, NULL};
    for (int side = 0; side < SIDES; side++)
        for (size_t i = 0; i < d->model[side]->criteria.n; i++) {
            const struct weights *w = d->model[side]->criteria.at[i]->weights;
            if (w && found[side])
                return TEXT("there are several sets of weights by case");
            found[side] = w ? w : found[side];
        }
    if (found[OLDER] && found[NEWER] && !same_cases(d, found[OLDER], found[NEWER]))
        return TEXT("the cases of its weights are others");
    return TEXT("");
}

struct text tree_leaves(struct diff *d, const struct view of[SIDES], size_t row,
                        struct leaves *leaves, size_t *rows, bool *drops)
{
    struct walk older = {d, &of[OLDER], OLDER, row, rows, drops, leaves, TEXT("")};
    struct walk newer = {d, &of[NEWER], NEWER, row, rows, drops, leaves, TEXT("")};
    const struct criterion *root[] = {d->model[OLDER]->criteria.at[0],
                                      d->model[NEWER]->criteria.at[0]};
    if (!root[OLDER]->weighs || !root[NEWER]->weighs)
        return TEXT("the total is no weighted mean");
    if (root[OLDER]->has_adjust || root[NEWER]->has_adjust)
        return TEXT("lines of `adjust` make the total");
    struct text why = check_cases(d);
    if (why.n)
        return why;
    go(&older, root[OLDER], number_of(1));
    go(&newer, of[NEWER].whole ? root[NEWER] : root[OLDER], number_of(1));
    return older.why.n ? older.why : newer.why;
}

/* --- one change ------------------------------------------------------------------------------- */

static bool has_points_alone(const struct criterion *k)
{
    return k && !k->by_weight && !k->by_case && (k->has_points || criterion_sums_points(k));
}

/* The criterion of the older rules in which a criterion of the newer ones stands. */
static const struct criterion *older_parent(struct diff *d, const struct criterion *k)
{
    return k->parent ? d->pair_of[NEWER][k->parent->index]->of[OLDER] : NULL;
}

static bool counts(const struct criterion *k)
{
    for (; k && k->parent; k = k->parent)
        if (!k->parent->weighs)
            return false;
    return true;
}

static bool may_be_alone(const struct criterion *parent, const struct criterion *except)
{
    for (size_t i = 0; i < parent->children.n; i++)
        if (parent->children.at[i] != except && !has_points_alone(parent->children.at[i]))
            return false;
    return parent->children.n > (except != NULL);
}

struct text tree_view(struct diff *d, const struct rule_change *c, struct view *view)
{
    const struct criterion *older = c->pair->of[OLDER], *newer = c->pair->of[NEWER];
    *view = (struct view){.points = number_of(0)};
    if ((older && !counts(older)) || (newer && !counts(newer)))
        return TEXT("it counts by another formula than the weighted mean");
    const struct criterion *into = newer ? older_parent(d, newer) : NULL;
    if (older && newer && c->kind == DIFF_WEIGHT && has_points_alone(older) &&
        has_points_alone(newer) && older->has_points && newer->has_points) {
        view->changed = older;
        view->points = newer->points;
    } else if (!older && into && has_points_alone(newer) && may_be_alone(into, NULL)) {
        view->added = newer;
        view->into = into;
    } else if (older && !newer && older->parent && may_be_alone(older->parent, older))
        view->removed = older;
    else if (older && newer && c->kind == DIFF_MOVED && into && has_points_alone(newer) &&
             may_be_alone(into, NULL) && may_be_alone(older->parent, older)) {
        view->removed = older;
        view->added = newer;
        view->into = into;
    } else
        view->whole = true;
    return TEXT("");
}
