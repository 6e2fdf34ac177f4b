/* Criteria of both sides over the same facts.
 *
 * Every expression is copied once: its facts are those of both sides, its criteria those of the
 * hybrid, and its cell lies behind the cells of the other side, so that a run keeps both apart. */
#include <string.h>

#include "diff/hybrid.h"

struct side_of {
    struct hybrid *h;
    int side;
};

static struct expr *bring(const struct side_of *s, const struct expr *e);

static struct criterion *mixed(const struct side_of *s, const struct criterion *k)
{
    return k ? &s->h->mixture[s->h->diff->pair_of[s->side][k->index]->index].now : NULL;
}

static struct let *bring_let(const struct side_of *s, const struct let *l)
{
    struct let **known = s->h->bringing->let[s->side];
    if (known[l->index])
        return known[l->index];
    struct let *copy = ARENA_NEW(s->h->arena, struct let);
    known[l->index] = copy;
    *copy = *l;
    copy->owner = mixed(s, l->owner);
    copy->index += s->side == NEWER ? s->h->diff->model[OLDER]->lets.n : 0;
    copy->value = bring(s, l->value);
    return copy;
}

static struct cases *bring_cases(const struct side_of *s, const struct cases *cases)
{
    if (!cases)
        return NULL;
    struct cases *copy = ARENA_NEW(s->h->arena, struct cases);
    *copy = *cases;
    copy->by = bring(s, cases->by);
    copy->rows.at = ARENA_ARRAY(s->h->arena, struct case_row, cases->rows.n);
    for (size_t i = 0; i < cases->rows.n; i++) {
        copy->rows.at[i] = cases->rows.at[i];
        copy->rows.at[i].when = bring(s, cases->rows.at[i].when);
    }
    return copy;
}

static void bring_operands(const struct side_of *s, const struct expr *e, struct expr *copy)
{
    copy->args.at = ARENA_ARRAY(s->h->arena, struct expr *, e->args.n);
    for (size_t i = 0; i < e->args.n; i++)
        copy->args.at[i] = bring(s, e->args.at[i]);
    copy->left = bring(s, e->left);
    copy->right = bring(s, e->right);
    copy->third = bring(s, e->third);
    copy->argument = bring(s, e->argument);
    copy->cases = bring_cases(s, e->cases);
}

static struct expr *bring(const struct side_of *s, const struct expr *e)
{
    if (!e)
        return NULL;
    struct expr **known = s->h->bringing->expr[s->side];
    if (known[e->cell])
        return known[e->cell];
    struct expr *copy = ARENA_NEW(s->h->arena, struct expr);
    known[e->cell] = copy;
    *copy = *e;
    copy->cell += s->side == NEWER ? s->h->diff->model[OLDER]->cells : 0;
    copy->fact = e->fact ? hybrid_fact(s->h, s->side, e->fact) : NULL;
    copy->column = e->column ? hybrid_column(s->h, s->side, e->column) : NULL;
    copy->let = e->let ? bring_let(s, e->let) : NULL;
    copy->criterion = mixed(s, e->criterion);
    bring_operands(s, e, copy);
    return copy;
}

/* --- criteria --------------------------------------------------------------------------------- */

static void bring_steps(const struct side_of *s, struct criterion *k)
{
    struct step *copy = ARENA_ARRAY(s->h->arena, struct step, k->steps.n);
    for (size_t i = 0; i < k->steps.n; i++) {
        copy[i] = k->steps.at[i];
        copy[i].when = bring(s, copy[i].when);
        copy[i].done = bring(s, copy[i].done);
        copy[i].by = bring(s, copy[i].by);
    }
    k->steps.at = copy;
}

static struct penalty *bring_penalty(const struct side_of *s, const struct penalty *p)
{
    struct penalty *copy = ARENA_NEW(s->h->arena, struct penalty);
    *copy = *p;
    copy->after = bring(s, p->after);
    copy->until = bring(s, p->until);
    copy->count = bring(s, p->count);
    copy->amount = bring(s, p->amount);
    copy->when = bring(s, p->when);
    copy->owner = mixed(s, p->owner);
    return copy;
}

static void bring_changes(const struct side_of *s, struct criterion *k)
{
    struct penalty **penalty = ARENA_ARRAY(s->h->arena, struct penalty *, k->penalties.n);
    for (size_t i = 0; i < k->penalties.n; i++)
        penalty[i] = bring_penalty(s, k->penalties.at[i]);
    k->penalties.at = penalty;
    struct adjust_line *line = ARENA_ARRAY(s->h->arena, struct adjust_line, k->adjust.n);
    for (size_t i = 0; i < k->adjust.n; i++) {
        line[i] = k->adjust.at[i];
        line[i].value = bring(s, line[i].value);
        line[i].when = bring(s, line[i].when);
    }
    k->adjust.at = line;
}

static void bring_weights(const struct side_of *s, struct criterion *k)
{
    if (!k->weights)
        return;
    struct weights *copy = ARENA_NEW(s->h->arena, struct weights);
    *copy = *k->weights;
    copy->cases = bring_cases(s, k->weights->cases);
    copy->of.at = ARENA_ARRAY(s->h->arena, struct criterion *, copy->of.n);
    for (size_t i = 0; i < copy->of.n; i++)
        copy->of.at[i] = mixed(s, k->weights->of.at[i]);
    k->weights = copy;
}

static const struct policy *bring_policy(const struct side_of *s, const struct policy *was)
{
    struct policy p = *was;
    p.receiver = mixed(s, p.receiver);
    return p.receiver ? ARENA_KEEP(s->h->arena, struct policy, p) : was;
}

static const struct criterion *bring_criterion(const struct side_of *s, const struct criterion *k)
{
    struct criterion *copy = ARENA_NEW(s->h->arena, struct criterion);
    *copy = *k;
    copy->applies = bring(s, k->applies);
    copy->measure = bring(s, k->measure);
    copy->formula = bring(s, k->formula);
    copy->by = bring_cases(s, k->by);
    copy->not_applicable = bring_policy(s, k->not_applicable);
    copy->missing = bring_policy(s, k->missing);
    bring_steps(s, copy);
    bring_changes(s, copy);
    bring_weights(s, copy);
    return copy;
}

/* --- everything ------------------------------------------------------------------------------- */

static size_t place_of(const struct hybrid *h, int side, const struct criterion *k)
{
    return k ? h->diff->pair_of[side][k->index]->index : NOBODY;
}

/* By name: renamed ones are those that the diff says are the same. */
static size_t other_penalty(const struct mixture *m, size_t newer)
{
    const struct pair *p = m->pair;
    const struct penalty *wanted = p->of[NEWER]->penalties.at[newer];
    for (size_t i = 0; p->of[OLDER] && i < p->changes.n; i++) {
        const struct side *side = p->changes.at[i]->side;
        for (size_t j = 0; side[NEWER].penalty == wanted && j < p->of[OLDER]->penalties.n; j++)
            if (side[OLDER].penalty == p->of[OLDER]->penalties.at[j])
                return j;
    }
    for (size_t j = 0; p->of[OLDER] && j < p->of[OLDER]->penalties.n; j++)
        if (text_equal(p->of[OLDER]->penalties.at[j]->name, wanted->name) &&
            p->of[OLDER]->penalties.at[j]->is_bonus == wanted->is_bonus)
            return j;
    return NOBODY;
}

static void pair_penalties(struct hybrid *h, struct mixture *m)
{
    const struct criterion *older = m->of[OLDER], *newer = m->of[NEWER];
    for (size_t i = 0; older && i < older->penalties.n; i++)
        LIST_ADD(h->arena, &m->penalties,
                 (struct mixed_penalty){{older->penalties.at[i], NULL}, NOBODY});
    for (size_t i = 0; newer && i < newer->penalties.n; i++) {
        size_t j = other_penalty(m, i);
        if (j == NOBODY || m->penalties.at[j].of[NEWER])
            LIST_ADD(h->arena, &m->penalties,
                     (struct mixed_penalty){{NULL, newer->penalties.at[i]}, NOBODY});
        else
            m->penalties.at[j].of[NEWER] = newer->penalties.at[i];
    }
}

static void begin_mixture(struct hybrid *h, size_t i)
{
    struct mixture *m = &h->mixture[i];
    m->pair = h->diff->pairs.at[i];
    for (int side = 0; side < SIDES; side++) {
        const struct criterion *k = m->pair->of[side];
        m->of[side] = k ? bring_criterion(&(struct side_of){h, side}, k) : NULL;
        m->in[side] = k ? place_of(h, side, k->parent) : NOBODY;
    }
    for (size_t s = 0; s < SLOTS; s++)
        m->owner[s] = NOBODY;
    const struct criterion *older = m->of[OLDER], *newer = m->of[NEWER];
    bool alike = older && newer && older->scorer == SCORER_STEPS && newer->scorer == SCORER_STEPS &&
                 older->steps.n == newer->steps.n;
    size_t n = alike ? older->steps.n : 0;
    m->step_owner = alike ? arena_array(h->arena, n, sizeof *m->step_owner) : NULL;
    for (size_t s = 0; s < n; s++)
        for (size_t j = 0; j < STEP_SLOTS; j++)
            m->step_owner[s][j] = NOBODY;
    m->steps = ARENA_ARRAY(h->arena, struct step, n);
    pair_penalties(h, m);
}

void hybrid_bring_criteria(struct hybrid *h)
{
    for (int side = 0; side < SIDES; side++) {
        const struct model *m = h->diff->model[side];
        h->bringing->expr[side] = ARENA_ARRAY(h->arena, struct expr *, m->cells);
        h->bringing->let[side] = ARENA_ARRAY(h->arena, struct let *, m->lets.n);
    }
    h->mixtures = h->diff->pairs.n;
    h->mixture = ARENA_ARRAY(h->arena, struct mixture, h->mixtures);
    for (size_t i = 0; i < h->mixtures; i++)
        begin_mixture(h, i);
    for (int side = 0; side < SIDES; side++)
        for (size_t i = 0; i < h->diff->model[side]->lets.n; i++)
            LIST_ADD(h->arena, &h->bringing->lets,
                     bring_let(&(struct side_of){h, side}, h->diff->model[side]->lets.at[i]));
}
