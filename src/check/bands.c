/* Bands: ranges that earn something.
 *
 * Order means nothing.  A band with one end reaches to the next end of another band; two written
 * ends can leave a gap or an overlap, which is an error that shows a value.  An end is a position
 * before or behind a number, so that open and closed ends need no cases of their own: `from 4`
 * begins before 4, `above 4` behind it. */
#include "check/checker.h"

struct position {
    int infinite; /* -1, 0, 1 */
    struct number at;
    int behind; /* 0: before the number, 1: behind it */
};

struct stretch {
    struct position from, to;
    bool open_from, open_to; /* the end is not written */
    const struct band *band;
};

static int position_order(struct checker *c, struct position x, struct position y)
{
    if (x.infinite || y.infinite)
        return x.infinite - y.infinite;
    int order = number_order(c->a, x.at, y.at);
    return order ? order : x.behind - y.behind;
}

/* A value between two positions, for the message. */
static struct text witness(struct checker *c, struct position from, struct position to)
{
    struct number n = from.at;
    if (from.infinite)
        n = to.infinite ? number_of(0) : number_subtract(c->a, to.at, number_of(to.behind ? 0 : 1));
    else if (to.infinite)
        n = number_add(c->a, from.at, number_of(from.behind));
    else if (from.behind && number_order(c->a, from.at, to.at) < 0)
        n = number_multiply(c->a, number_add(c->a, from.at, to.at), number_ratio(1, 2));
    return number_short_words(c->a, n, 6);
}

static struct stretch stretch_of(struct checker *c, struct band *b, const struct node *n)
{
    struct stretch s = {.from = {.infinite = -1},
                        .to = {.infinite = 1},
                        .band = b,
                        .open_from = true,
                        .open_to = true};
    int low = n->band.low_kind, high = n->band.high_kind;
    if (low != EDGE_NONE) {
        check_points(c, n->band.low, &b->low);
        s.from = (struct position){0, b->low, low == EDGE_ABOVE};
        s.open_from = false;
    }
    if (low == EDGE_EXACTLY)
        s.to = (struct position){0, b->low, 1};
    if (high != EDGE_NONE) {
        check_points(c, n->band.high, &b->high);
        s.to = (struct position){0, b->high, high == EDGE_TO};
    }
    s.open_to = low != EDGE_EXACTLY && high == EDGE_NONE;
    return s;
}

/* An end that is not written reaches to the next band that begins there, or ends there. */
static void resolve(struct checker *c, struct stretch *all, size_t n, size_t i)
{
    struct stretch *s = &all[i];
    for (size_t j = 0; j < n; j++) {
        if (j == i)
            continue;
        const struct position *start = &all[j].from, *end = &all[j].to;
        if (s->open_to && !all[j].open_from && position_order(c, *start, s->from) > 0 &&
            position_order(c, *start, s->to) < 0)
            s->to = *start;
        if (s->open_from && !all[j].open_to && position_order(c, *end, s->to) < 0 &&
            position_order(c, *end, s->from) > 0)
            s->from = *end;
    }
}

static void sort(struct checker *c, struct stretch *all, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        struct stretch s = all[i];
        size_t j = i;
        for (; j && position_order(c, all[j - 1].from, s.from) > 0; j--)
            all[j] = all[j - 1];
        all[j] = s;
    }
}

static void check_seams(struct checker *c, const struct stretch *all, size_t n, bool rest_covered)
{
    const struct criterion *total = c->m->criteria.at[0];
    struct position reached = {0, total->low, 0}, end = {0, total->high, 1};
    for (size_t i = 0; i <= n; i++) {
        struct position from = i < n ? all[i].from : end;
        if (!rest_covered && position_order(c, reached, end) < 0 &&
            position_order(c, reached, from) < 0)
            diag_help(DIAG_ADD(c->d, K0526, i < n ? all[i].band->at : all[n - 1].band->at,
                               witness(c, reached, from)),
                      TEXT("move an end, or add `otherwise : ...` for what is left"));
        if (i == n)
            return;
        if (i && position_order(c, all[i - 1].to, all[i].from) > 0) {
            struct position to =
                position_order(c, all[i - 1].to, all[i].to) < 0 ? all[i - 1].to : all[i].to;
            struct diag *g = DIAG_ADD(c->d, K0527, all[i].band->at, witness(c, all[i].from, to));
            diag_label(c->d, g, all[i - 1].band->at, TEXT("the other band"));
        }
        if (position_order(c, all[i].to, reached) > 0)
            reached = all[i].to;
    }
}

static void store(struct band *b, const struct stretch *s)
{
    b->has_low = !s->from.infinite;
    b->low = s->from.at;
    b->low_closed = !s->from.behind;
    b->has_high = !s->to.infinite;
    b->high = s->to.at;
    b->high_closed = s->to.behind;
}

void fill_status(struct checker *c)
{
    if (!c->status.node)
        return;
    const struct nodes *bands = &c->status.node->status.bands;
    struct stretch *all = ARENA_ARRAY(c->a, struct stretch, bands->n + 1);
    size_t n = 0;
    const struct node *otherwise = NULL;
    struct map names = map_in(c->a);
    for (size_t i = 0; i < bands->n; i++) {
        const struct node *b = bands->at[i];
        if (b->kind != NODE_band)
            continue;
        struct band *band = ARENA_NEW(c->a, struct band);
        *band = (struct band){.name = b->band.name->word.text,
                              .title = check_text(b->band.title),
                              .needs_reason = b->band.needs_reason,
                              .at = b->at};
        band->otherwise = b->band.low_kind == EDGE_OTHERWISE;
        size_t first = map_put(&names, band->name, i);
        if (first != i)
            diag_label(c->d,
                       DIAG_ADD(c->d, K0307, b->band.name->at, SAY(c->a, "band {}", band->name)),
                       bands->at[first]->at, TEXT("first here"));
        if (!band->otherwise)
            all[n++] = stretch_of(c, band, b);
        else if (otherwise)
            diag_label(c->d, DIAG_ADD(c->d, K0307, b->at, TEXT("otherwise")), otherwise->at,
                       TEXT("first here"));
        else {
            otherwise = b;
            LIST_ADD(c->a, &c->m->status, *band);
        }
    }
    if (!n)
        return;
    for (size_t i = 0; i < n; i++)
        resolve(c, all, n, i);
    sort(c, all, n);
    check_seams(c, all, n, otherwise);
    for (size_t i = 0; i < n; i++) {
        struct band b = *all[i].band;
        store(&b, &all[i]);
        LIST_ADD(c->a, &c->m->status, b);
    }
}
