/* The games that the difference of a total is divided in.
 *
 * Where neither floor nor cap nor rounding can touch the total, each term is a game of its own,
 * over those who change its score or its share, and what is taken another one.  Else all that
 * change anything for this office are in one game, whose worths are calculated from the tables. */
#include "diff/impact_divide.h"

void divide_clear(struct dividing *d)
{
    for (size_t i = 0; i < d->m->hybrid->players.n; i++)
        d->by[i] = number_of(0);
}

/* Players without limit, in their order. */
struct crowd {
    size_t n, *at;
};

static struct crowd crowd_of(struct dividing *d, const bool *in)
{
    size_t all = d->m->hybrid->players.n;
    struct crowd c = {0, ARENA_ARRAY(d->a, size_t, all)};
    for (size_t i = 0; i < all; i++)
        if (in[i])
            c.at[c.n++] = i;
    return c;
}

/* --- one game -----------------------------------------------------------------------------------
 */

/* What a set of players, by player, is worth; false when that is not known. */
typedef bool worth_of(struct dividing *d, const void *of, const bool *made, struct number *worth);

static void make_crowd(struct dividing *d, const struct crowd *c, size_t subset)
{
    for (size_t i = 0; i < d->m->hybrid->players.n; i++)
        d->made[i] = false;
    for (size_t i = 0; i < c->n; i++)
        d->made[c->at[i]] = subset >> i & 1;
}

static bool play_exactly(struct dividing *d, const struct crowd *c, worth_of *worth_of_set,
                         const void *of, struct number *value)
{
    size_t subsets = (size_t)1 << c->n;
    struct number *worth = ARENA_ARRAY(d->a, struct number, subsets);
    for (size_t s = 0; s < subsets; s++) {
        make_crowd(d, c, s);
        if (!worth_of_set(d, of, d->made, &worth[s]))
            return false;
    }
    shapley_values(d->a, c->n, worth, value);
    return true;
}

static bool play_in_order(struct dividing *d, const struct crowd *c, worth_of *worth_of_set,
                          const void *of, struct number *value)
{
    struct number *worth = ARENA_ARRAY(d->a, struct number, c->n + 1);
    make_crowd(d, c, 0);
    for (size_t i = 0; i <= c->n; i++) {
        if (!worth_of_set(d, of, d->made, &worth[i]))
            return false;
        if (i < c->n)
            d->made[c->at[i]] = true;
    }
    shapley_in_order(d->a, c->n, worth, value);
    return true;
}

static bool play(struct dividing *d, const struct crowd *c, worth_of *worth_of_set, const void *of)
{
    struct number *value = ARENA_ARRAY(d->a, struct number, c->n);
    bool exactly = c->n <= SHAPLEY_PLAYERS;
    if (!(exactly ? play_exactly : play_in_order)(d, c, worth_of_set, of, value))
        return false;
    if (!exactly)
        d->how = DIVISION_IN_ORDER;
    for (size_t i = 0; i < c->n; i++)
        d->by[c->at[i]] = number_add(d->a, d->by[c->at[i]], value[i]);
    return true;
}

/* --- worths -------------------------------------------------------------------------------------
 */

static size_t subset_of(const struct players *p, const bool *made)
{
    size_t s = 0;
    for (size_t i = 0; i < p->n; i++)
        s |= (size_t)made[p->at[i]] << i;
    return s;
}

static bool worth_of_term(struct dividing *d, const void *table, const bool *made,
                          struct number *worth)
{
    const struct term_table *t = table;
    *worth = number_multiply(d->a, t->share[subset_of(&d->weighing, made)],
                             t->score[subset_of(&t->by, made)]);
    return true;
}

static bool worth_of_taken(struct dividing *d, const void *none, const bool *made,
                           struct number *worth)
{
    (void)none;
    *worth = number_negate(d->a, d->taken[subset_of(&d->taking, made)]);
    return true;
}

static struct number limited(struct dividing *d, struct number n, const struct limits *l)
{
    if (!number_is_over(l->floor))
        n = number_most(d->a, n, l->floor);
    if (!number_is_over(l->cap))
        n = number_least(d->a, n, l->cap);
    return l->rounding.set ? number_round(d->a, n, l->rounding.step, l->rounding.mode) : n;
}

static bool worth_of_total(struct dividing *d, const void *none, const bool *made,
                           struct number *worth)
{
    struct number sum = number_negate(d->a, d->taken[subset_of(&d->taking, made)]), term;
    for (size_t i = 0; i < d->plan->terms.n; i++) {
        worth_of_term(d, &d->table[i], made, &term);
        sum = number_add(d->a, sum, term);
    }
    (void)none;
    *worth = limited(d, sum, &d->limits[subset_of(&d->limiting, made)]);
    return true;
}

static bool worth_evaluated(struct dividing *d, const void *none, const bool *made,
                            struct number *worth)
{
    (void)none;
    hybrid_make(d->m->hybrid, made);
    const struct outcome *o = eval_model(d->a, &d->m->hybrid->model, d->f);
    *worth = o->result[0].score;
    return divide_is_known(o);
}

/* --- whether the limits matter ------------------------------------------------------------------
 */

static struct number extreme_of(struct dividing *d, const struct number *n, size_t count, bool most)
{
    struct number e = n[0];
    for (size_t i = 1; i < count; i++)
        e = most ? number_most(d->a, e, n[i]) : number_least(d->a, e, n[i]);
    return e;
}

/* The least or the most that the total can be over all mixtures, before its limits. */
static struct number bound(struct dividing *d, bool most)
{
    struct number b = number_of(0);
    for (size_t s = 0; s < (size_t)1 << d->weighing.n; s++) {
        struct number sum = number_of(0);
        for (size_t i = 0; i < d->plan->terms.n; i++) {
            const struct term_table *t = &d->table[i];
            struct number e = extreme_of(d, t->score, (size_t)1 << t->by.n, most);
            sum = number_add(d->a, sum, number_multiply(d->a, t->share[s], e));
        }
        b = !s ? sum : most ? number_most(d->a, b, sum) : number_least(d->a, b, sum);
    }
    return number_subtract(d->a, b, extreme_of(d, d->taken, (size_t)1 << d->taking.n, !most));
}

static bool limits_matter(struct dividing *d)
{
    struct number least = bound(d, false), most = bound(d, true);
    for (size_t s = 0; s < (size_t)1 << d->limiting.n; s++) {
        const struct limits *l = &d->limits[s];
        if (l->rounding.set)
            return true;
        if (!number_is_over(l->floor) && number_order(d->a, least, l->floor) < 0)
            return true;
        if (!number_is_over(l->cap) && number_order(d->a, most, l->cap) > 0)
            return true;
    }
    return false;
}

/* --- from the tables ----------------------------------------------------------------------------
 */

static void gather(bool *in, const struct players *p)
{
    for (size_t i = 0; i < p->n; i++)
        in[p->at[i]] = true;
}

/* Weights that do not move its share are nothing to a term. */
static void gather_weighing(struct dividing *d, const struct term_table *t, bool *in)
{
    for (size_t i = 0; i < d->weighing.n; i++)
        if (!shapley_is_dummy(d->a, d->weighing.n, t->share, i))
            in[d->weighing.at[i]] = true;
}

static bool play_term(struct dividing *d, const struct term_table *t)
{
    bool *in = ARENA_ARRAY(d->a, bool, d->m->hybrid->players.n);
    gather(in, &t->by);
    gather_weighing(d, t, in);
    struct crowd c = crowd_of(d, in);
    return !c.n || play(d, &c, worth_of_term, t);
}

static bool play_together(struct dividing *d)
{
    bool *in = ARENA_ARRAY(d->a, bool, d->m->hybrid->players.n);
    gather(in, &d->taking);
    gather(in, &d->limiting);
    for (size_t i = 0; i < d->plan->terms.n; i++) {
        gather(in, &d->table[i].by);
        gather_weighing(d, &d->table[i], in);
    }
    struct crowd c = crowd_of(d, in);
    return play(d, &c, worth_of_total, NULL);
}

bool divide_by_tables(struct dividing *d)
{
    if (limits_matter(d))
        return play_together(d);
    for (size_t i = 0; i < d->plan->terms.n; i++)
        if (!play_term(d, &d->table[i]))
            return false;
    bool *in = ARENA_ARRAY(d->a, bool, d->m->hybrid->players.n);
    gather(in, &d->taking);
    struct crowd c = crowd_of(d, in);
    return play(d, &c, worth_of_taken, NULL);
}

void divide_whole(struct dividing *d)
{
    struct crowd c = crowd_of(d, d->plan->touches);
    if (!play(d, &c, worth_evaluated, NULL)) {
        divide_clear(d);
        d->how = DIVISION_NONE;
    }
}
