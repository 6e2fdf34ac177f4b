/* Scores that count for nothing: a formula puts others together, and nobody else reads them.
 *
 * Points can be 0 on purpose; a name that was left out of a formula most often was not. */
#include "check/checker.h"

struct reads {
    bool *one; /* by criterion: somebody reads its score */
    bool *all; /* by criterion: somebody reads those of everything in it */
};

static void note(void *user, const struct expr *e)
{
    struct reads *r = user;
    if (e->kind == EXPR_SCORE)
        r->one[e->criterion->index] = true;
    if (e->kind == EXPR_PARTS)
        r->all[e->criterion->index] = true;
    expr_operands(e, note, r);
}

static void note_criterion(struct reads *r, const struct criterion *k)
{
    criterion_expressions(k, note, r);
    changing_expressions(k, note, r);
}

static void report_unread(struct checker *c, const struct reads *r, const struct criterion *k)
{
    const struct criterion *first = NULL;
    size_t unread = 0;
    for (size_t i = 0; i < k->children.n; i++)
        if (!r->one[k->children.at[i]->index]) {
            first = first ? first : k->children.at[i];
            unread++;
        }
    if (!unread || (c->d->errors && unread < k->children.n))
        return;
    struct diag *g = unread == k->children.n ? DIAG_ADD(c->d, K0531, first->at, k->path)
                                             : DIAG_ADD(c->d, K0561, first->at, first->path);
    diag_label(c->d, g, k->formula->at, TEXT("the score is given here"));
    diag_help(g, unread == k->children.n
                     ? TEXT("make the score from the parts, as `score mean of parts`")
                     : TEXT("name it in the formula, or take it out: its facts would be asked for "
                            "in vain"));
}

/* Only a formula can leave a score out. */
static bool has_formula(const struct checker *c)
{
    size_t i = 0;
    while (i < c->m->criteria.n && c->m->criteria.at[i]->scorer != SCORER_FORMULA)
        i++;
    return i < c->m->criteria.n;
}

void check_unread(struct checker *c)
{
    if (!has_formula(c))
        return;
    struct reads r = {.one = ARENA_ARRAY(c->a, bool, c->m->criteria.n),
                      .all = ARENA_ARRAY(c->a, bool, c->m->criteria.n)};
    for (size_t i = 0; i < c->m->criteria.n; i++)
        note_criterion(&r, c->m->criteria.at[i]);
    for (size_t i = 0; i < c->m->lets.n; i++)
        if (c->m->lets.at[i]->value)
            note(&r, c->m->lets.at[i]->value);
    for (size_t i = 0; i < c->m->criteria.n; i++) {
        const struct criterion *k = c->m->criteria.at[i];
        if (k->scorer == SCORER_FORMULA && k->formula->type.kind != TYPE_ERROR && !r.all[i] &&
            !c->spoilt.at[i])
            report_unread(c, &r, k);
    }
}
