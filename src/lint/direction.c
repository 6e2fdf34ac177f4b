/* In which directions a figure goes where one fact grows. */
#include "lint/direction.h"

#include "check/ranges.h"

struct directing directing_of(struct linting *l)
{
    return (struct directing){.l = l,
                              .let_goes = ARENA_ARRAY(l->a, struct going, l->m->lets.n),
                              .let_asked = ARENA_ARRAY(l->a, size_t, l->m->lets.n),
                              .score_goes = ARENA_ARRAY(l->a, struct going, l->m->criteria.n)};
}

void directing_turn(struct directing *d, const struct fact *of)
{
    d->of = of;
    d->turn++;
    d->question++;
}

static unsigned opposite(unsigned goes)
{
    return (goes & GOES_UP ? GOES_DOWN : 0U) | (goes & GOES_DOWN ? GOES_UP : 0U);
}

/* --- whether it is read at all ---------------------------------------------------------------- */

struct reads {
    struct directing *d;
    bool found;
};

static unsigned children_go(struct directing *d, const struct criterion *k)
{
    unsigned all = GOES_NOWHERE;
    for (size_t i = 0; i < k->children.n; i++)
        all |= score_goes(d, k->children.at[i]);
    return all;
}

static void look_for(void *user, const struct expr *e)
{
    struct reads *r = user;
    if (r->found)
        return;
    if (e->kind == EXPR_SCORE) {
        r->found = score_goes(r->d, e->criterion);
    } else if (e->kind == EXPR_PARTS) {
        r->found = children_go(r->d, e->criterion);
    } else if (e->fact == r->d->of) {
        r->found = true;
    } else if (e->kind == EXPR_LET) {
        size_t *asked = &r->d->let_asked[e->let->index];
        bool again = *asked == r->d->question;
        *asked = r->d->question;
        if (!again && e->let->value)
            look_for(r, e->let->value);
    } else {
        expr_operands(e, look_for, r);
    }
}

/* Each let is looked into once: so all of these are asked of one thing, and answered for it. */
static bool reads(struct directing *d, const struct expr *e)
{
    struct reads r = {d, false};
    d->question++;
    if (e)
        look_for(&r, e);
    return r.found;
}

static unsigned anywhere_if_read(struct directing *d, const struct expr *e)
{
    return reads(d, e) ? GOES_ANYWHERE : GOES_NOWHERE;
}

/* --- expressions ------------------------------------------------------------------------------ */

static unsigned goes(struct directing *d, const struct expr *e);

/* A figure that goes like that, times one that is always of one sign. */
static unsigned times(struct directing *d, unsigned figure, const struct expr *by)
{
    if (!figure)
        return GOES_NOWHERE;
    struct interval r = range_in(d->l->a, d->l->m, by);
    return end_sign(r.low) >= 0 ? figure : end_sign(r.high) <= 0 ? opposite(figure) : GOES_ANYWHERE;
}

static unsigned product_goes(struct directing *d, const struct expr *e)
{
    unsigned left = goes(d, e->left), right = goes(d, e->right);
    switch ((unsigned)e->op) {
    case OP_ADD:
        return left | right;
    case OP_SUBTRACT:
        return left | opposite(right);
    case OP_MULTIPLY:
        return times(d, left, e->right) | times(d, right, e->left);
    case OP_DIVIDE:
        if (left && is_part_of_sum(e->left, e->right))
            return times(d, left, e->right);
        return times(d, left, e->right) | times(d, opposite(right), e->left);
    default:
        return GOES_ANYWHERE;
    }
}

static unsigned branches_go(struct directing *d, const struct expr *e)
{
    struct reads r = {d, false};
    unsigned all = GOES_NOWHERE;
    if (e->kind == EXPR_IF)
        return anywhere_if_read(d, e->left) | goes(d, e->right) | goes(d, e->third);
    d->question++;
    cases_expressions(e->cases, look_for, &r);
    for (size_t i = 0; i < e->args.n; i++)
        all |= goes(d, e->args.at[i]);
    return r.found ? GOES_ANYWHERE : all;
}

static unsigned let_goes(struct directing *d, const struct let *let)
{
    struct going *known = &d->let_goes[let->index];
    if (known->turn != d->turn) {
        unsigned found = let->value ? goes(d, let->value) : GOES_ANYWHERE;
        *known = (struct going){d->turn, found};
    }
    return known->goes;
}

static unsigned goes(struct directing *d, const struct expr *e)
{
    unsigned all = GOES_NOWHERE;
    switch ((unsigned)e->kind) {
    case EXPR_FACT:
        return e->fact == d->of ? GOES_UP : GOES_NOWHERE;
    case EXPR_LET:
        return let_goes(d, e->let);
    case EXPR_SCORE:
        return score_goes(d, e->criterion);
    case EXPR_PARTS:
        all = children_go(d, e->criterion);
        return all && e->aggregate == AGGREGATE_PRODUCT ? GOES_ANYWHERE : all;
    case EXPR_NEGATE:
    case EXPR_NOT:
        return opposite(goes(d, e->left));
    case EXPR_ARITHMETIC:
        return product_goes(d, e);
    case EXPR_ROUND:
    case EXPR_DATE_PART:
        return goes(d, e->left);
    case EXPR_DAYS:
        return opposite(goes(d, e->left)) | goes(d, e->right);
    case EXPR_SHIFT:
        return goes(d, e->right) | (e->back ? opposite(goes(d, e->left)) : goes(d, e->left));
    case EXPR_EXTREME:
    case EXPR_LOGIC:
        for (size_t i = 0; i < e->args.n; i++)
            all |= goes(d, e->args.at[i]);
        return all;
    case EXPR_IF:
    case EXPR_TABLE:
        return branches_go(d, e);
    default:
        return anywhere_if_read(d, e);
    }
}

/* --- criteria --------------------------------------------------------------------------------- */

/* Of bands by rising ends, as far as they are written. */
static unsigned bands_go(struct linting *l, const struct bands *bands)
{
    unsigned all = GOES_NOWHERE;
    const struct band *before = NULL;
    for (size_t i = 0; i < bands->n; i++) {
        const struct band *b = &bands->at[i];
        if (b->otherwise)
            return GOES_ANYWHERE; /* it may stand between others */
        int order = before ? number_order(l->a, b->score, before->score) : 0;
        all |= order > 0 ? GOES_UP : order < 0 ? GOES_DOWN : GOES_NOWHERE;
        before = b;
    }
    return all;
}

static unsigned thresholds_go(struct linting *l, const struct thresholds *t)
{
    if (!t->levels.n)
        return bands_go(l, &t->bands);
    const struct level *level = t->levels.at;
    bool better_below = t->has_below && number_order(l->a, t->below, level[0].score) > 0;
    bool rising =
        t->levels.n < 2 || number_order(l->a, level[0].value, level[t->levels.n - 1].value) < 0;
    return better_below ? GOES_ANYWHERE : rising ? GOES_UP : GOES_DOWN;
}

static unsigned measured_goes(struct directing *d, const struct criterion *k)
{
    struct reads r = {d, false};
    unsigned measure = goes(d, k->measure), all = GOES_NOWHERE;
    if (k->by)
        cases_expressions(k->by, look_for, &r);
    for (size_t i = 0; measure && i < k->thresholds.n; i++) {
        unsigned by = thresholds_go(d->l, k->thresholds.at[i]);
        all |= by == GOES_UP ? measure : by == GOES_DOWN ? opposite(measure) : GOES_ANYWHERE;
    }
    return r.found ? GOES_ANYWHERE : all;
}

/* Doing more never takes anything away; of a date, later is not better. */
static unsigned step_goes(struct directing *d, const struct step *s)
{
    unsigned done = goes(d, s->done), by = s->by ? goes(d, s->by) : GOES_NOWHERE;
    if (s->when && reads(d, s->when))
        return GOES_ANYWHERE;
    return (d->of->type.kind == TYPE_DATE ? opposite(done) : done) | by;
}

static unsigned penalty_goes(struct directing *d, const struct penalty *p)
{
    unsigned amount = GOES_NOWHERE;
    if ((p->when && reads(d, p->when)) || (p->count && reads(d, p->count)))
        return GOES_ANYWHERE;
    if (p->kind == AMOUNT_TIME)
        amount = opposite(goes(d, p->after)) | goes(d, p->until);
    else if (p->amount)
        amount = goes(d, p->amount);
    return p->is_bonus ? amount : opposite(amount);
}

static unsigned found_to_go(struct directing *d, const struct criterion *k)
{
    unsigned all = GOES_NOWHERE;
    if (k->scorer == SCORER_CHILDREN && !k->formula)
        all |= children_go(d, k);
    if (k->measure && k->thresholds.n)
        all |= measured_goes(d, k);
    if (k->formula)
        all |= goes(d, k->formula);
    for (size_t i = 0; i < k->steps.n; i++)
        all |= step_goes(d, &k->steps.at[i]);
    for (size_t i = 0; i < k->penalties.n; i++)
        all |= penalty_goes(d, k->penalties.at[i]);
    for (size_t i = 0; i < k->adjust.n; i++) {
        struct reads r = {d, false};
        adjust_expressions(&k->adjust.at[i], look_for, &r);
        all |= r.found ? GOES_ANYWHERE : GOES_NOWHERE;
    }
    return all;
}

unsigned score_goes(struct directing *d, const struct criterion *k)
{
    struct going *known = &d->score_goes[k->index];
    if (known->turn != d->turn)
        *known = (struct going){d->turn, found_to_go(d, k)};
    return known->goes;
}
