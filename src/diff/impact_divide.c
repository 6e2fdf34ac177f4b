/* What each player adds to the total of one office.
 *
 * Scores of terms, shares and what is taken are evaluated over the subsets of the few players that
 * each depends on; everything else is arithmetic on these tables.  Players that turn out to change
 * nothing for this office are left out.  That the tables put together give the totals that were
 * evaluated is not taken on trust: where they do not, the total is one game. */
#include "diff/impact_divide.h"

/* --- evaluating mixtures ------------------------------------------------------------------------
 */

static void make_subset(struct dividing *d, const struct players *p, size_t subset)
{
    for (size_t i = 0; i < d->m->hybrid->players.n; i++)
        d->made[i] = false;
    for (size_t i = 0; i < p->n; i++)
        d->made[p->at[i]] = subset >> i & 1;
    hybrid_make(d->m->hybrid, d->made);
}

const struct outcome *divide_evaluate(struct dividing *d, const struct players *p, size_t subset)
{
    if (!subset)
        return d->before;
    make_subset(d, p, subset);
    return eval_model(d->a, &d->m->hybrid->model, d->f);
}

bool divide_is_known(const struct outcome *o)
{
    return o->result[0].status == STATUS_SCORED && !number_is_over(o->result[0].score);
}

/* The result of a mixture in an evaluation: places differ from one to the other. */
static const struct result *result_in(const struct dividing *d, const struct outcome *o,
                                      const struct mixture *m)
{
    size_t i = m->pair->index;
    size_t index = o == d->before  ? d->index_before[i]
                   : o == d->after ? d->index_after[i]
                                   : m->now.index;
    return &o->result[index];
}

static bool read_cell(struct term_table *t, size_t subset, const struct result *r)
{
    bool dropped = r->status == STATUS_DROPPED;
    t->score[subset] = dropped ? number_of(0) : r->score;
    t->class[subset] = (unsigned char)(dropped | r->carried << 1 | r->no_weight << 2);
    return r->status != STATUS_INCOMPLETE && !number_is_over(t->score[subset]);
}

/* The ends are known from the evaluations with no and with all changes. */
static bool tabulate_term(struct dividing *d, struct term_table *t, const struct term *term)
{
    const struct mixture *m = term->of;
    size_t all = ((size_t)1 << term->players) - 1;
    *t = (struct term_table){.term = term};
    if (term->players > SHAPLEY_PLAYERS)
        return false;
    for (; t->by.n < term->players; t->by.n++)
        t->by.at[t->by.n] = term->player[t->by.n];
    t->score = ARENA_ARRAY(d->a, struct number, all + 1);
    t->class = ARENA_ARRAY(d->a, unsigned char, all + 1);
    for (size_t s = 0; s <= all; s++) {
        const struct result *r;
        if (s == 0)
            r = result_in(d, d->before, m);
        else if (s == all)
            r = result_in(d, d->after, m);
        else {
            make_subset(d, &t->by, s);
            r = &eval_supposing(d->a, &d->m->hybrid->model, d->f, &m->now, NULL, 0)
                     ->result[m->now.index];
        }
        if (!read_cell(t, s, r))
            return false;
    }
    return true;
}

/* --- leaving out who changes nothing
 * -------------------------------------------------------------- */

static bool changes_class(const struct term_table *t, size_t i)
{
    for (size_t s = 0; s < (size_t)1 << t->by.n; s++)
        if (t->class[s] != t->class[s | (size_t)1 << i])
            return true;
    return false;
}

static void leave_out(struct term_table *t, size_t i)
{
    size_t low = ((size_t)1 << i) - 1;
    for (size_t s = 0; s < (size_t)1 << (t->by.n - 1); s++) {
        size_t from = (s & low) | (s & ~low) << 1;
        t->score[s] = t->score[from];
        t->class[s] = t->class[from];
    }
    t->by.n--;
    for (size_t k = i; k < t->by.n; k++)
        t->by.at[k] = t->by.at[k + 1];
}

static void leave_out_dummies(struct dividing *d, struct term_table *t)
{
    for (size_t i = t->by.n; i-- > 0;)
        if (!changes_class(t, i) && shapley_is_dummy(d->a, t->by.n, t->score, i))
            leave_out(t, i);
}

/* --- shares and what is taken
 * --------------------------------------------------------------------- */

static bool add_player(struct players *p, size_t player)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->at[i] == player)
            return true;
    if (p->n == SHAPLEY_PLAYERS)
        return false;
    p->at[p->n++] = player;
    return true;
}

/* Who moves weights: also who decides whether a term counts. */
static bool find_weighing(struct dividing *d)
{
    for (size_t i = 0; i < d->m->hybrid->players.n; i++)
        if (d->plan->weighs[i] && !add_player(&d->weighing, i))
            return false;
    for (size_t t = 0; t < d->plan->terms.n; t++)
        for (size_t i = 0; i < d->table[t].by.n; i++)
            if (changes_class(&d->table[t], i) && !add_player(&d->weighing, d->table[t].by.at[i]))
                return false;
    return true;
}

size_t divide_within(const struct players *of, const struct players *in, size_t subset)
{
    size_t there = 0;
    for (size_t i = 0; i < of->n; i++)
        for (size_t k = 0; k < in->n; k++)
            if (of->at[i] == in->at[k])
                there |= (subset >> k & 1) << i;
    return there;
}

/* The shares of all terms, and whether they make the weighted mean that was evaluated. */
static bool read_shares(struct dividing *d, size_t subset, const struct outcome *o)
{
    struct number sum = number_of(0);
    if (!divide_is_known(o))
        return false;
    for (size_t i = 0; i < d->plan->terms.n; i++) {
        const struct term_table *t = &d->table[i];
        const struct result *r = result_in(d, o, t->term->of);
        size_t cell = divide_within(&t->by, &d->weighing, subset);
        t->share[subset] = r->share;
        sum = number_add(d->a, sum, number_multiply(d->a, r->share, t->score[cell]));
    }
    return number_equal(d->a, sum, o->result[0].raw);
}

static bool tabulate_shares(struct dividing *d)
{
    size_t subsets = (size_t)1 << d->weighing.n;
    for (size_t i = 0; i < d->plan->terms.n; i++)
        d->table[i].share = ARENA_ARRAY(d->a, struct number, subsets);
    for (size_t s = 0; s < subsets; s++)
        if (!read_shares(d, s, divide_evaluate(d, &d->weighing, s)))
            return false;
    return true;
}

static bool tabulate_taken(struct dividing *d)
{
    for (size_t i = 0; i < d->m->hybrid->players.n; i++)
        if (d->plan->takes[i] && !add_player(&d->taking, i))
            return false;
    size_t subsets = (size_t)1 << d->taking.n;
    d->taken = ARENA_ARRAY(d->a, struct number, subsets);
    for (size_t s = 0; s < subsets; s++) {
        const struct outcome *o = divide_evaluate(d, &d->taking, s);
        if (!divide_is_known(o))
            return false;
        d->taken[s] = o->result[0].taken;
    }
    return true;
}

static bool tabulate_limits(struct dividing *d)
{
    for (size_t i = 0; i < d->m->hybrid->players.n; i++)
        if (d->plan->limits[i] && !add_player(&d->limiting, i))
            return false;
    size_t subsets = (size_t)1 << d->limiting.n;
    d->limits = ARENA_ARRAY(d->a, struct limits, subsets);
    for (size_t s = 0; s < subsets; s++) {
        make_subset(d, &d->limiting, s);
        const struct criterion *total = &d->m->hybrid->mixture[0].now;
        d->limits[s] = (struct limits){total->floor, total->cap, *total->round_score};
    }
    return true;
}

/* --- one office
 * ------------------------------------------------------------------------------------ */

static size_t *indices(const struct hybrid *h, struct arena *a)
{
    size_t *index = ARENA_ARRAY(a, size_t, h->mixtures);
    for (size_t i = 0; i < h->mixtures; i++)
        index[i] = h->mixture[i].now.index;
    return index;
}

static bool tabulate(struct dividing *d)
{
    d->table = ARENA_ARRAY(d->a, struct term_table, d->plan->terms.n);
    for (size_t i = 0; i < d->plan->terms.n; i++)
        if (!tabulate_term(d, &d->table[i], &d->plan->terms.at[i]))
            return false;
    if (!find_weighing(d))
        return false;
    for (size_t i = 0; i < d->plan->terms.n; i++)
        leave_out_dummies(d, &d->table[i]);
    return tabulate_shares(d) && tabulate_taken(d) && tabulate_limits(d);
}

/* Whether what was divided is the whole difference. */
static bool adds_up(struct dividing *d)
{
    struct number sum = d->before->result[0].score;
    for (size_t i = 0; i < d->m->hybrid->players.n; i++)
        sum = number_add(d->a, sum, d->by[i]);
    return number_equal(d->a, sum, d->after->result[0].score);
}

struct divided impact_divide(struct impact *m, struct facts *f, struct arena *a,
                             const struct outcome *before, const struct outcome *after)
{
    size_t n = m->hybrid->players.n;
    struct dividing d = {.m = m,
                         .f = f,
                         .a = a,
                         .before = before,
                         .after = after,
                         .plan = m->plan,
                         .made = ARENA_ARRAY(a, bool, n),
                         .by = ARENA_ARRAY(a, struct number, n),
                         .how = DIVISION_EXACT};
    divide_clear(&d);
    d.index_after = indices(m->hybrid, a);
    make_subset(&d, &d.weighing, 0);
    d.index_before = indices(m->hybrid, a);
    if (!d.plan->is_sum || !tabulate(&d) || !divide_by_tables(&d) || !adds_up(&d)) {
        divide_clear(&d);
        d.how = DIVISION_EXACT;
        divide_whole(&d);
    }
    return (struct divided){d.how, d.by};
}
