/* How much each missing fact could move the total.
 *
 * The criteria that wait for it are put to the worst, to the best, and left out where they may be;
 * what stands above them or reads their scores is evaluated again. */
#include "advise/missing.h"
#include "eval/again.h"

struct readers {
    LIST_OF(const struct criterion *);
};

struct ranking {
    struct arena *a;
    const struct outcome *o;
    struct again *again;
    struct readers *readers; /* by criterion: whose calculations read its score */
    size_t *seen_let;        /* by let: the reader that it was looked into for last, and one */
    const struct criterion *reader;
    size_t *reached, turn; /* by criterion: the turn in which it was found to change */
    LIST_OF(const struct criterion *) changing;
    size_t work;
};

/* --- who reads whose score ------------------------------------------------------------------ */

static void find_scores(void *user, const struct expr *e)
{
    struct ranking *r = user;
    if (e->kind == EXPR_SCORE)
        LIST_ADD(r->a, &r->readers[e->criterion->index], r->reader);
    if (e->kind == EXPR_LET && r->seen_let[e->let->index] != r->reader->index + 1) {
        r->seen_let[e->let->index] = r->reader->index + 1;
        find_scores(r, e->let->value);
    }
    expr_operands(e, find_scores, r);
}

static void find_readers(struct ranking *r)
{
    for (size_t i = 0; i < r->o->model->criteria.n; i++) {
        r->reader = r->o->model->criteria.at[i];
        criterion_expressions(r->reader, find_scores, r);
        changing_expressions(r->reader, find_scores, r);
    }
}

/* --- what changes --------------------------------------------------------------------------- */

static void reach(struct ranking *r, const struct criterion *k)
{
    if (!k || r->reached[k->index] == r->turn)
        return;
    r->reached[k->index] = r->turn;
    r->work += 1 + k->children.n;
    LIST_ADD(r->a, &r->changing, k);
}

static void reach_from(struct ranking *r, const struct criterion *k)
{
    reach(r, k->parent);
    for (size_t i = 0; i < r->readers[k->index].n; i++)
        reach(r, r->readers[k->index].at[i]);
}

/* Everything that depends on the score of one that is set, and the total. */
static void find_changing(struct ranking *r, const struct missing *m)
{
    r->turn++;
    r->changing.n = 0;
    for (size_t i = 0; i < m->movers.n; i++)
        if (m->movers.at[i].criterion->parent)
            r->reached[m->movers.at[i].criterion->index] = r->turn;
    for (size_t i = 0; i < m->movers.n; i++)
        reach_from(r, m->movers.at[i].criterion);
    for (size_t i = 0; i < r->changing.n; i++)
        reach_from(r, r->changing.at[i]);
}

/* --- how far -------------------------------------------------------------------------------- */

enum way { WAY_WORST, WAY_BEST, WAY_OUT };

struct moved { /* what the total is at least, and at most */
    struct interval low, high;
    bool any;
};

static void note(struct ranking *r, struct moved *m, const struct result *total)
{
    struct end low = end_at(number_copy(r->a, total->low), -1),
               high = end_at(number_copy(r->a, total->high), 1);
    struct interval lows = {low, low}, highs = {high, high};
    if (total->status == STATUS_DROPPED)
        return;
    m->low = m->any ? interval_join(r->a, m->low, lows) : lows;
    m->high = m->any ? interval_join(r->a, m->high, highs) : highs;
    m->any = true;
}

/* Of a criterion that waits only with some penalties, no worse than they make it. */
static struct number worst(struct ranking *r, const struct mover *by, const struct result *of)
{
    bool whole = by->whole || by->criterion->children.n;
    if (whole || number_is_over(by->amounts) || number_is_over(of->high))
        return of->low;
    struct number n = number_subtract(r->a, of->high, by->amounts);
    return number_is_over(of->low) ? n : number_most(r->a, n, of->low);
}

static void put(struct ranking *r, const struct mover *by, enum way way)
{
    const struct result *of = outcome_result(r->o, by->criterion);
    if (!by->criterion->parent)
        return;
    if (way == WAY_OUT && of->maybe_out)
        again_drop(r->again, by->criterion);
    else
        again_score(r->again, by->criterion, way == WAY_WORST ? worst(r, by, of) : of->high);
}

static void try(struct ranking *r, const struct missing *m, enum way way, struct moved *moved)
{
    again_begin(r->again);
    for (size_t i = 0; i < m->movers.n; i++)
        put(r, &m->movers.at[i], way);
    note(r, moved,
         again_result(r->again, r->changing.at, r->changing.n, r->o->model->criteria.at[0]));
    again_end(r->again);
}

/* Over where nothing bounds it. */
static struct number width(struct ranking *r, struct interval x)
{
    if (x.low.infinite || x.high.infinite)
        return number_over();
    return number_subtract(r->a, x.high.at, x.low.at);
}

/* Through the scores of others. */
static struct number move_by_scores(struct ranking *r, const struct missing *m)
{
    struct moved moved = {.any = false};
    bool out = false;
    for (size_t i = 0; i < m->movers.n; i++)
        out = out || outcome_result(r->o, m->movers.at[i].criterion)->maybe_out;
    try(r, m, WAY_WORST, &moved);
    try(r, m, WAY_BEST, &moved);
    if (out)
        try(r, m, WAY_OUT, &moved);
    if (!moved.any)
        return number_of(0);
    return number_most(r->a, width(r, moved.low), width(r, moved.high));
}

/* The total may wait for it itself, last of all. */
static struct number move_of(struct ranking *r, const struct missing *m)
{
    const struct result *total = &r->o->result[0];
    struct number all = width(r, interval_from(total->low, total->high)), move = number_of(0);
    const struct mover *last = &m->movers.at[m->movers.n - 1];
    bool own = !last->criterion->parent;
    if (own && last->whole)
        return all;
    if (!own || m->movers.n > 1)
        move = move_by_scores(r, m);
    if (own)
        move = number_add(r->a, move, last->amounts);
    return number_is_over(all) ? move : number_is_over(move) ? all : number_least(r->a, move, all);
}

static void weigh(struct ranking *r, struct missing *m)
{
    find_changing(r, m);
    if (r->work > RANKING_WORK) {
        m->kind = MOVE_UNWEIGHED;
        return;
    }
    m->move = move_of(r, m);
    m->kind = number_is_over(m->move) ? MOVE_OPEN : MOVE_KNOWN;
}

/* --- the order ------------------------------------------------------------------------------ */

static bool comes_before(struct arena *a, const struct missing *x, const struct missing *y)
{
    static const int rank[] = {[MOVE_OPEN] = 0, [MOVE_KNOWN] = 1, [MOVE_UNWEIGHED] = 2};
    if (x->kind != y->kind || x->kind != MOVE_KNOWN)
        return rank[x->kind] < rank[y->kind];
    return number_order(a, x->move, y->move) > 0;
}

/* Merge sort: of what moves alike, the first stays first. */
static void sort(struct arena *a, struct missing **at, size_t n)
{
    struct missing **left = ARENA_ARRAY(a, struct missing *, n);
    size_t half = n / 2;
    if (n < 2)
        return;
    sort(a, at, half);
    sort(a, at + half, n - half);
    for (size_t i = 0; i < half; i++)
        left[i] = at[i];
    for (size_t i = 0, j = half, out = 0; i < half; out++)
        at[out] = j < n && comes_before(a, at[j], left[i]) ? at[j++] : left[i++];
}

void rank_missing(struct arena *a, const struct outcome *o, struct missing_list *list)
{
    const struct model *m = o->model;
    struct arena *scratch = arena_beside(a); /* every trial gives its memory back */
    struct ranking r = {.a = a,
                        .o = o,
                        .again = again_of(scratch, o),
                        .readers = ARENA_ARRAY(a, struct readers, m->criteria.n),
                        .seen_let = ARENA_ARRAY(a, size_t, m->lets.n + 1),
                        .reached = ARENA_ARRAY(a, size_t, m->criteria.n)};
    find_readers(&r);
    for (size_t i = 0; i < list->all.n; i++)
        weigh(&r, list->all.at[i]);
    sort(a, list->all.at, list->all.n);
}
