/* Steps: every state of what is done, on both sides at once.
 *
 * What steps ask for is put together from a few conditions, which are or are not fulfilled; each
 * state of these is a state of both checklists, and most of them come to the same.  Days are
 * another matter: what a late step takes is a term of its own. */
#include "diff/steps.h"

#include "base/map.h"

enum { ATOMS_MOST = 14 };

/* --- what the steps ask for ------------------------------------------------------------------- */

static size_t meaning(const struct stepping *s, int side, size_t i, const struct expr *e)
{
    return diff_meaning(s->v->d, step_side(s->v, side, i), reach_meant(e));
}

static size_t atom(struct stepping *s, struct atom one)
{
    for (size_t i = 0; i < s->atoms.n; i++)
        if (s->atoms.at[i].meaning == one.meaning && s->atoms.at[i].proof == one.proof)
            return i;
    LIST_ADD(s->a, &s->atoms, one);
    return s->atoms.n - 1;
}

static void collect(struct stepping *s, int side, size_t i, const struct expr *e)
{
    e = reach_meant(e);
    if (e->kind == EXPR_NOT)
        collect(s, side, i, e->left);
    for (size_t j = 0; e->kind == EXPR_LOGIC && j < e->args.n && s->atoms.n <= ATOMS_MOST; j++)
        collect(s, side, i, e->args.at[j]);
    if (e->kind != EXPR_NOT && e->kind != EXPR_LOGIC)
        atom(s, (struct atom){
                    .meaning = meaning(s, side, i, e), .e = e, .side = step_side(s->v, side, i)});
}

static void collect_step(struct stepping *s, int side, size_t i)
{
    const struct step *step = &s->v->of[side]->steps.at[i];
    if (step->when)
        collect(s, side, i, step->when);
    if (step->by_share) {
        size_t n = atom(s, (struct atom){.meaning = meaning(s, side, i, step->done),
                                         .e = step->done,
                                         .side = step_side(s->v, side, i)});
        s->atoms.at[n].share = true;
    } else
        collect(s, side, i, step->done);
    if (step->evidence == EVIDENCE_COUNTS)
        atom(s, (struct atom){.meaning = meaning(s, side, i, step->done), .proof = true});
}

/* The facts of the newer rules as the older ones call them. */
static void join(struct stepping *s, const struct atom *one, struct needs needs)
{
    for (size_t i = 0; one->side == NEWER && i < needs.own.n; i++)
        needs.own.at[i] = older_fact(s->v->d, needs.own.at[i]);
    s->apart = needs_join(s->a, &s->needs, &needs) && s->apart;
}

static void prove(struct stepping *s, struct atom *one)
{
    struct diff *d = s->v->d;
    const struct model *m = one->proof ? NULL : d->model[one->side];
    if (one->proof) {
        one->can[false] = one->can[true] = true;
        return;
    }
    if (one->share) {
        struct reach r = reach_number(s->a, m, one->e);
        one->lies = r.lies;
        one->can[false] = one->can[true] = r.proven && !number_sign(r.step);
        join(s, one, r.needs);
        return;
    }
    struct needs yes = {.own = {0}}, no = {.own = {0}};
    one->can[true] = reach_condition(s->a, m, one->e, true, &yes);
    one->can[false] = reach_condition(s->a, m, one->e, false, &no);
    join(s, one, yes);
}

/* --- one state -------------------------------------------------------------------------------- */

static bool holds(const struct stepping *s, int side, size_t i, const struct expr *e)
{
    e = reach_meant(e);
    if (e->kind == EXPR_NOT)
        return !holds(s, side, i, e->left);
    if (e->kind == EXPR_LOGIC) {
        for (size_t j = 0; j < e->args.n; j++)
            if (holds(s, side, i, e->args.at[j]) != (e->op == OP_AND))
                return e->op == OP_OR;
        return e->op == OP_AND;
    }
    size_t of = meaning(s, side, i, e);
    for (size_t j = 0; j < s->atoms.n; j++)
        if (!s->atoms.at[j].proof && s->atoms.at[j].meaning == of)
            return s->state >> j & 1;
    return false;
}

static bool is_proven(const struct stepping *s, size_t of)
{
    for (size_t j = 0; j < s->atoms.n; j++)
        if (s->atoms.at[j].proof && s->atoms.at[j].meaning == of)
            return s->state >> j & 1;
    return true;
}

static void add_share(struct stepping *s, struct list *l, size_t i, struct number points)
{
    size_t of = meaning(s, l->side, i, s->v->of[l->side]->steps.at[i].done);
    s->shares += s->share != of;
    s->share = s->share ? s->share : of;
    l->part = number_add(s->a, l->part, points);
}

/* The steps in their order, as the evaluation goes through them. */
static void go(struct stepping *s, struct list *l)
{
    const struct criterion *k = s->v->of[l->side];
    struct number all = number_of(0);
    bool ended = false;
    *l = (struct list){.side = l->side, .earned = number_of(0), .part = number_of(0)};
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct step *step = &k->steps.at[i];
        if (step->when && !holds(s, l->side, i, step->when))
            continue;
        size_t of = meaning(s, l->side, i, step->done);
        bool proven = step->evidence != EVIDENCE_COUNTS || is_proven(s, of);
        bool done = holds(s, l->side, i, step->done) && proven;
        all = number_add(s->a, all, step->points);
        if (!ended && done) {
            l->earned = number_add(s->a, l->earned, step->points);
            l->counted |= (uint64_t)1 << i;
        } else if (!ended && step->by_share && proven) {
            add_share(s, l, i, step->points);
            l->partly |= (uint64_t)1 << i;
        }
        ended = ended || (!k->independent && !done);
    }
    l->there = number_sign(all) != 0;
    if (!l->there)
        return;
    struct number factor = number_divide(s->a, k->points_in_all, all);
    l->earned = number_multiply(s->a, l->earned, factor);
    l->part = number_multiply(s->a, l->part, factor);
}

static bool state_is_proven(const struct stepping *s)
{
    bool proven = s->apart;
    for (size_t j = 0; j < s->atoms.n; j++)
        proven = proven && s->atoms.at[j].can[s->state >> j & 1];
    return proven;
}

/* --- from a state to what is compared --------------------------------------------------------- */

/* From nothing of the share to all of it, as levels are from one to the next. */
static struct curve curve_for(struct stepping *s, const struct list *l)
{
    struct curve c = curve_of(s->v->of[l->side], NULL);
    if (!s->share) {
        struct number *fixed = ARENA_NEW(s->a, struct number);
        *fixed = l->earned;
        c.fixed = fixed;
        return c;
    }
    struct thresholds *t = ARENA_NEW(s->a, struct thresholds);
    LIST_ADD(s->a, &t->levels, (struct level){.score = l->earned, .value = number_of(0)});
    LIST_ADD(s->a, &t->levels,
             (struct level){.score = number_add(s->a, l->earned, l->part), .value = number_of(1)});
    c.by = t;
    c.rounded = true;
    return c;
}

static struct text done_words(const struct stepping *s, const struct list *l)
{
    struct buffer b = buffer_in(s->a);
    size_t n = 0;
    for (size_t i = 0; i < s->v->of[l->side]->steps.n; i++)
        if (l->counted >> i & 1) {
            buffer_add(&b, SAY(s->a, n ? ", {}" : "{}",
                               number_short_words(s->a, s->v->of[l->side]->steps.at[i].number, 0)));
            n++;
        }
    if (!n)
        return TEXT("no step done");
    return SAY(s->a, n > 1 ? "steps {} done" : "step {} done", buffer_text(&b));
}

static struct text state_words(const struct stepping *s, const struct list of[SIDES])
{
    struct text older = done_words(s, &of[OLDER]), newer = done_words(s, &of[NEWER]);
    return text_equal(older, newer) ? older : SAY(s->a, "{}, by the newer rules {}", older, newer);
}

static void add_state(struct stepping *s, const struct list of[SIDES])
{
    struct raw raw = {.exact = true, .share = s->share, .words = state_words(s, of)};
    raw.proven = state_is_proven(s);
    raw.where = (struct domain){
        s->share ? interval_from(number_of(0), number_of(1)) : interval_point(0), number_of(0)};
    needs_join(s->a, &raw.needs, &s->needs);
    for (int side = 0; side < SIDES; side++)
        raw.of[side] = curve_for(s, &of[side]);
    late_terms(s, of, &raw.late);
    if (s->shares > 1) /* each of them is looked at as nothing and as all alone */
        LIST_ADD(s->a, &raw.late, term_unchanged(s->a));
    LIST_ADD(s->a, &s->raws->all, raw);
}

static void look_at(struct stepping *s, struct map *met)
{
    struct list of[] = {{.side = OLDER}, {.side = NEWER}};
    s->share = s->shares = 0;
    go(s, &of[OLDER]);
    go(s, &of[NEWER]);
    if (!of[OLDER].there || !of[NEWER].there)
        return;
    if (s->shares > 1)
        s->share = 0;
    struct text key = {0};
    for (int side = 0; side < SIDES; side++)
        key =
            SAY(s->a, "{} {} {} {} {}", key, text_number(s->a, (long long)of[side].counted),
                text_number(s->a, (long long)of[side].partly),
                number_exact_words(s->a, of[side].earned), number_exact_words(s->a, of[side].part));
    size_t i;
    if (!map_find(met, key, &i)) {
        map_put(met, key, s->raws->all.n);
        add_state(s, of);
    } else
        s->raws->all.at[i].proven = s->raws->all.at[i].proven || state_is_proven(s);
}

void raw_steps(const struct versions *v, struct raws *raws)
{
    struct stepping s = {.v = v, .a = v->d->arena, .raws = raws, .apart = true};
    struct map met = map_in(s.a);
    for (int side = 0; side < SIDES; side++)
        for (size_t i = 0; i < v->of[side]->steps.n && s.atoms.n <= ATOMS_MOST; i++)
            collect_step(&s, side, i);
    if (s.atoms.n > ATOMS_MOST || v->of[OLDER]->steps.n > 60 || v->of[NEWER]->steps.n > 60) {
        raws->why = TEXT("its steps ask for more than is tried together");
        return;
    }
    for (size_t i = 0; i < s.atoms.n; i++)
        prove(&s, &s.atoms.at[i]);
    for (s.state = 0; s.state >> s.atoms.n == 0; s.state++)
        look_at(&s, &met);
}
