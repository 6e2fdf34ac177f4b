/* Going through the expressions of a criterion. */
#include "cases/seeking.h"

struct walking {
    struct seeking *s;
    walk_visit *visit;
    void *user;
    const struct expr *over;
};

static void go(void *walking, const struct expr *e)
{
    struct walking *w = walking;
    w->visit(w->user, e, w->over);
    if (e->kind == EXPR_LET) {
        size_t *seen = &w->s->let_seen[e->let->index];
        bool fresh = *seen != w->s->turn;
        *seen = w->s->turn;
        if (fresh)
            go(w, e->let->value);
        return;
    }
    struct walking inside = *w;
    if (e->kind == EXPR_AGGREGATE && !inside.over)
        inside.over = e;
    expr_operands(e, go, &inside);
}

void walk_begin(struct seeking *s)
{
    s->turn++;
}

void walk(struct seeking *s, const struct expr *e, walk_visit *visit, void *user)
{
    go(&(struct walking){s, visit, user, NULL}, e);
}

void walk_criterion(struct seeking *s, const struct criterion *k, walk_visit *visit, void *user)
{
    struct walking w = {s, visit, user, NULL};
    criterion_expressions(k, go, &w);
    changing_expressions(k, go, &w);
}
