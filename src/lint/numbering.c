/* Ids that are numbers, in another order than one expects: 1.1, 1.2, 1.4.
 *
 * An id is a name, so nothing depends on it; but who refers to "1.3" looks for it. */
#include "lint/linting.h"

enum { DIGITS = 6 }; /* of the last number of an id; a longer one is a name */

struct numbered {
    struct text before; /* "1." of "1.2"; may be empty */
    long last;
};

static bool read_id(struct text id, struct numbered *n)
{
    size_t from = id.n;
    *n = (struct numbered){.last = 0};
    while (from && id.at[from - 1] >= '0' && id.at[from - 1] <= '9')
        from--;
    if (from == id.n || id.n - from > DIGITS || (from && id.at[from - 1] != '.'))
        return false;
    for (size_t i = from; i < id.n; i++)
        n->last = n->last * 10 + (id.at[i] - '0');
    n->before = (struct text){id.at, from};
    return true;
}

static void compare(struct linting *l, const struct criterion *first, const struct criterion *next)
{
    struct numbered a, b;
    if (!read_id(first->id, &a) || !read_id(next->id, &b) || !text_equal(a.before, b.before))
        return;
    if (b.last < a.last) {
        struct diag *g = DIAG_ADD(l->d, K1076, next->at, next->id, first->id);
        diag_label(l->d, g, first->at, TEXT("the one before"));
    } else if (b.last > a.last + 1) {
        struct text missing = SAY(l->a, "{}{}", a.before, text_number(l->a, a.last + 1));
        struct diag *g = DIAG_ADD(l->d, K1075, next->at, missing, first->id, next->id);
        diag_label(l->d, g, first->at, TEXT("the one before"));
        diag_help(g, TEXT("where it was taken away on purpose, `allow numbering_gap` says so"));
    }
}

/* "1.2" in the group "3": both are numbers, and the one does not begin with the other. */
static void compare_outer(struct linting *l, const struct criterion *k)
{
    struct numbered outer, n;
    if (!k->parent || !k->parent->parent || k->height == HEIGHT_PART ||
        !read_id(k->parent->id, &outer) || !read_id(k->id, &n) || !n.before.n)
        return;
    if (text_equal(n.before, SAY(l->a, "{}.", k->parent->id)))
        return;
    struct diag *g = DIAG_ADD(l->d, K1077, k->at, k->id, k->parent->id);
    diag_label(l->d, g, k->parent->at, TEXT("it stands in this"));
}

void lint_numbering(struct linting *l)
{
    for (size_t i = 0; i < l->m->criteria.n; i++) {
        const struct criterion *k = l->m->criteria.at[i];
        for (size_t j = 1; j < k->children.n; j++)
            compare(l, k->children.at[j - 1], k->children.at[j]);
        compare_outer(l, k);
    }
}
