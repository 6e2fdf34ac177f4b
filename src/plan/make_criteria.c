/* Criteria, before a record is seen. */
#include "plan/inside.h"

/* --- changes -------------------------------------------------------------------------------- */

static const struct term *make_any(struct making *m, const struct expr *e)
{
    return e ? plan_term(m, e) : NULL;
}

static void make_tolls(struct making *m, struct judged *j)
{
    for (size_t i = 0; i < j->of->penalties.n; i++) {
        const struct penalty *p = j->of->penalties.at[i];
        struct toll t = {.of = p,
                         .when = make_any(m, p->when),
                         .after = make_any(m, p->after),
                         .until = make_any(m, p->until),
                         .amount = make_any(m, p->amount)};
        t.after_month = p->after && p->after->type.kind == TYPE_MONTH;
        t.until_month = p->until && p->until->type.kind == TYPE_MONTH;
        make_any(m, p->count); /* over rows, which no plan can do */
        if (p->kind != AMOUNT_FORMULA)
            plan_fit(m, p->each);
        if (p->has_cap)
            plan_fit(m, p->cap);
        LIST_ADD(m->a, &j->tolls, t);
    }
}

static void make_changes(struct making *m, struct judged *j)
{
    for (size_t i = 0; i < j->of->adjust.n; i++) {
        const struct adjust_line *l = &j->of->adjust.at[i];
        struct change c = {.of = l, .when = make_any(m, l->when), .value = make_any(m, l->value)};
        LIST_ADD(m->a, &j->changes, c);
    }
}

/* --- numbers -------------------------------------------------------------------------------- */

static void fit_thresholds(struct making *m, const struct thresholds *t)
{
    for (size_t i = 0; i < t->levels.n; i++) {
        plan_fit(m, t->levels.at[i].score);
        plan_fit(m, t->levels.at[i].value);
    }
    if (t->has_below)
        plan_fit(m, t->below);
    for (size_t i = 0; i < t->bands.n; i++) {
        const struct band *b = &t->bands.at[i];
        plan_fit(m, b->score);
        if (b->has_low)
            plan_fit(m, b->low);
        if (b->has_high)
            plan_fit(m, b->high);
    }
}

static void fit_numbers(struct making *m, const struct criterion *k)
{
    const struct number own[] = {k->points, k->low, k->high};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        plan_fit(m, own[i]);
    for (size_t i = 0; i < k->thresholds.n; i++)
        fit_thresholds(m, k->thresholds.at[i]);
    for (size_t i = 0; k->weights && i < k->weights->points.n; i++)
        plan_fit(m, k->weights->points.at[i]);
    if (k->not_applicable->kind == POLICY_SCORE)
        plan_fit(m, k->not_applicable->score);
    if (k->missing->kind == POLICY_SCORE)
        plan_fit(m, k->missing->score);
    plan_fit(m, k->floor);
    plan_fit(m, k->cap);
}

/* --- points --------------------------------------------------------------------------------- */

static void declare_points(struct making *m, struct judged *j)
{
    const struct criterion *k = j->of;
    j->declared_known = !k->by_case;
    j->declared = k->points;
    if (k->by_case || !criterion_sums_points(k))
        return;
    j->declared = number_of(0);
    for (size_t i = 0; i < k->children.n; i++) {
        const struct judged *child = &m->plan->criteria[k->children.at[i]->index];
        j->declared_known = j->declared_known && child->declared_known;
        if (j->declared_known)
            j->declared = number_add(m->a, j->declared, child->declared);
    }
}

static void note_children(struct making *m, struct judged *j)
{
    uint32_t *child = ARENA_ARRAY(m->a, uint32_t, j->of->children.n);
    for (size_t i = 0; i < j->of->children.n; i++)
        child[i] = (uint32_t)j->of->children.at[i]->index;
    j->children = j->of->children.n;
    j->child = child;
}

/* --- one criterion -------------------------------------------------------------------------- */

static bool is_plain(struct making *m, const struct expr *e);

/* Looked into once: lets may double. */
static bool is_plain_let(struct making *m, const struct let *l)
{
    enum plain *known = &m->plain[l->index];
    if (*known == PLAIN_UNASKED)
        *known = is_plain(m, l->value) ? PLAIN_YES : PLAIN_NO;
    return *known == PLAIN_YES;
}

/* Nothing but facts and what is calculated from them: what is missing in it is missing in the
 * whole, and nothing else can be found out about it. */
static bool is_plain(struct making *m, const struct expr *e)
{
    switch ((unsigned)e->kind) {
    case EXPR_NUMBER:
    case EXPR_FACT:
        return true;
    case EXPR_LET:
        return is_plain_let(m, e->let);
    case EXPR_NEGATE:
        return is_plain(m, e->left);
    case EXPR_ARITHMETIC:
        return is_plain(m, e->left) && is_plain(m, e->right);
    default:
        return false;
    }
}

static bool are_plain(const struct criterion *k)
{
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct step *s = &k->steps.at[i];
        if (s->when || s->by_share || s->evidence == EVIDENCE_COUNTS ||
            s->done->kind != EXPR_FACT || (s->by && s->by->kind != EXPR_LITERAL))
            return false;
    }
    return true;
}

static bool may_carry(struct making *m, const struct criterion *k)
{
    if (!k->parent || k->missing->kind == POLICY_NONE)
        return false;
    switch (k->scorer) {
    case SCORER_LEVELS:
    case SCORER_BANDS:
        return !k->by && is_plain(m, k->measure);
    case SCORER_FORMULA:
        return is_plain(m, k->formula);
    case SCORER_STEPS:
        return are_plain(k);
    case SCORER_CHILDREN:
    case SCORER_NONE:
        break;
    }
    return false;
}

/* What a formula and steps give lies on the scale, so floor and cap must be tighter to bind. */
static bool may_bind(const struct criterion *k)
{
    if (k->scorer != SCORER_FORMULA && k->scorer != SCORER_STEPS)
        return true;
    bool low = k->low.bottom && number_order(NULL, k->floor, k->low) <= 0,
         high = k->high.bottom && number_order(NULL, k->cap, k->high) >= 0;
    return (k->floor.bottom && !low) || (k->cap.bottom && !high);
}

void plan_criterion(struct making *m, struct judged *j, const struct criterion *k)
{
    j->of = k;
    j->index = k->index;
    j->always = !k->applies && !k->by_case;
    note_children(m, j);
    fit_numbers(m, k);
    j->applies = make_any(m, k->applies);
    j->measure = make_any(m, k->measure);
    if (k->scorer == SCORER_FORMULA)
        j->formula = plan_term(m, k->formula);
    if (k->by)
        j->by = plan_choices(m, k->by);
    if (k->weights)
        j->weights = plan_choices(m, k->weights->cases);
    plan_steps(m, j);
    make_tolls(m, j);
    make_changes(m, j);
    declare_points(m, j);
    j->carries = may_carry(m, k);
    j->bounded = may_bind(k);
}
