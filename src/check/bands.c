/* Bands: ranges that earn something.
 *
 * Order means nothing.  A band with one end reaches to the next end of another band; two written
 * ends can leave a gap or an overlap, which is an error that shows a value.  An end is a position
 * before or behind a number, so that open and closed ends need no cases of their own: `from 4`
 * begins before 4, `above 4` behind it. */
#include <assert.h>

#include "check/banding.h"

static struct position position_at(struct end b, int behind)
{
    return (struct position){b.infinite, b.at, behind};
}

static int position_order(struct checker *c, struct position x, struct position y)
{
    if (x.infinite || y.infinite)
        return x.infinite - y.infinite;
    int order = number_order(c->a, x.at, y.at);
    return order ? order : x.behind - y.behind;
}

/* A value between two positions, for the message. */
static struct text witness(struct checker *c, struct position from, struct position to,
                           bool percent)
{
    struct number n = from.at;
    if (from.infinite)
        n = to.infinite ? number_of(0) : number_subtract(c->a, to.at, number_of(to.behind ? 0 : 1));
    else if (to.infinite)
        n = number_add(c->a, from.at, number_of(from.behind));
    else if (from.behind && number_order(c->a, from.at, to.at) < 0)
        n = number_multiply(c->a, number_add(c->a, from.at, to.at), number_ratio(1, 2));
    if (percent)
        return SAY(c->a, "{}%",
                   number_short_words(c->a, number_multiply(c->a, n, number_of(100)), 6));
    return check_number_words(c, n);
}

static bool end_value(struct banding *b, const struct node *n, struct number *value)
{
    if (!b->measured)
        return check_points(b->c, n, value);
    return check_number(b->c, n, value) && check_level_unit(b->c, b->measured, n);
}

static bool add_stretch(struct banding *b, struct band *band, const struct node *n)
{
    struct stretch s = {.from = {.infinite = -1},
                        .to = {.infinite = 1},
                        .band = band,
                        .open_from = true,
                        .open_to = true};
    int low = n->stretch.low_kind, high = n->stretch.high_kind;
    if ((n->stretch.low && !end_value(b, n->stretch.low, &band->low)) ||
        (n->stretch.high && !end_value(b, n->stretch.high, &band->high)))
        return false;
    if (low != EDGE_NONE) {
        s.from = (struct position){0, band->low, low == EDGE_ABOVE};
        s.open_from = false;
    }
    if (low == EDGE_EXACTLY)
        s.to = (struct position){0, band->low, 1};
    if (high != EDGE_NONE)
        s.to = (struct position){0, band->high, high == EDGE_TO};
    s.open_to = low != EDGE_EXACTLY && high == EDGE_NONE;
    b->all[b->n++] = s;
    return true;
}

/* True for `otherwise`, which is no stretch of its own. */
static bool take_otherwise(struct banding *b, const struct node *band, const struct node *stretch)
{
    if (stretch->stretch.low_kind != EDGE_OTHERWISE)
        return false;
    if (b->otherwise)
        diag_label(b->c->d, DIAG_ADD(b->c->d, K0307, band->at, TEXT("otherwise")), b->otherwise->at,
                   TEXT("first here"));
    b->otherwise = band;
    return true;
}

bool banding_take(struct banding *b, struct band *band, const struct node *n,
                  const struct node *stretch, struct bands *into)
{
    band->otherwise = take_otherwise(b, n, stretch);
    if (!band->otherwise)
        return add_stretch(b, band, stretch);
    LIST_ADD(b->c->a, into, *band);
    return true;
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

/* Between the band that ends below it and the one that begins above it; one of them may be missing.
 */
static void report_gap(struct checker *c, const struct banding *b, const struct stretch *below,
                       const struct stretch *above, struct position from, struct position to)
{
    const struct stretch *main = above ? above : below;
    assert(main); /* there is a band */
    struct diag *g = DIAG_ADD(c->d, K0526, main->band->at,
                              witness(c, from, to, b->measured && b->measured->percent));
    if (below && above) {
        diag_says(g, TEXT("this band begins above it"));
        diag_label(c->d, g, below->band->at, TEXT("this one ends below it"));
    } else
        diag_says(g, above ? TEXT("the lowest band") : TEXT("the highest band"));
    diag_help(g, TEXT("move an end, or add `otherwise : ...` for what is left"));
}

static void check_seams(struct checker *c, const struct banding *b, struct position reached,
                        struct position end)
{
    const struct stretch *all = b->all, *below = NULL; /* `below` reaches farthest */
    size_t n = b->n;
    for (size_t i = 0; i <= n; i++) {
        struct position from = i < n ? all[i].from : end;
        if (!b->otherwise && position_order(c, reached, end) < 0 &&
            position_order(c, reached, from) < 0)
            report_gap(c, b, below, i < n ? &all[i] : NULL, reached, from);
        if (i == n)
            return;
        if (i && position_order(c, all[i - 1].to, all[i].from) > 0) {
            struct position to =
                position_order(c, all[i - 1].to, all[i].to) < 0 ? all[i - 1].to : all[i].to;
            struct diag *g =
                DIAG_ADD(c->d, K0527, all[i].band->at,
                         witness(c, all[i].from, to, b->measured && b->measured->percent));
            diag_label(c->d, g, all[i - 1].band->at, TEXT("the other band"));
            diag_help(g, TEXT("let one end where the other begins: `from` and `to` include their "
                              "end, `above` and `below` do not"));
        }
        if (position_order(c, all[i].to, reached) > 0) {
            reached = all[i].to;
            below = &all[i];
        }
    }
}

static void report_empty(struct banding *b, const struct band *band, struct text why)
{
    struct diag *g = DIAG_ADD(b->c->d, K0581, band->at, why);
    if (b->measured)
        diag_label(b->c->d, g, b->measured->measure->at, TEXT("this is measured"));
    diag_help(g, TEXT("mend its ends, or delete it"));
}

/* Bands beyond what can be, and an `otherwise` for which nothing is left. */
static void check_used(struct banding *b, struct interval r, struct position low,
                       struct position high)
{
    struct text words = b->measured
                            ? SAY(b->c->a, "the measure is {}",
                                  range_words(b->c, r, b->measured->measure, b->measured->percent))
                            : SAY(b->c->a, "a score is {}", range_words(b->c, r, NULL, false));
    struct position reached = low;
    for (size_t i = 0; i < b->n; i++) {
        const struct stretch *s = &b->all[i];
        if (position_order(b->c, s->to, low) <= 0 || position_order(b->c, s->from, high) >= 0)
            report_empty(b, s->band, words);
        if (position_order(b->c, s->from, reached) <= 0 && position_order(b->c, s->to, reached) > 0)
            reached = s->to;
    }
    if (b->otherwise && b->n && position_order(b->c, reached, high) >= 0)
        report_empty(b, &(struct band){.at = b->otherwise->at},
                     TEXT("the other bands cover everything"));
}

void banding_settle(struct banding *b, struct interval r)
{
    struct position low = position_at(r.low, 0), high = position_at(r.high, 1);
    size_t before = b->c->d->errors;
    if (b->n > BANDS) {
        DIAG_ADD(b->c->d, K0537, b->all[BANDS].band->at, text_number(b->c->a, BANDS));
        b->n = 0;
        return;
    }
    for (size_t i = 0; i < b->n; i++)
        resolve(b->c, b->all, b->n, i);
    sort(b->c, b->all, b->n);
    if (b->n)
        check_seams(b->c, b, low, high);
    if (b->c->d->errors == before)
        check_used(b, r, low, high);
}

static struct band resolved(const struct stretch *s)
{
    struct band b = *s->band;
    b.has_low = !s->from.infinite;
    b.low = s->from.at;
    b.low_closed = !s->from.behind;
    b.has_high = !s->to.infinite;
    b.high = s->to.at;
    b.high_closed = s->to.behind;
    return b;
}

void banding_put(const struct banding *b, struct bands *into)
{
    for (size_t i = 0; i < b->n; i++)
        LIST_ADD(b->c->a, into, resolved(&b->all[i]));
}

static void fill_score(struct checker *c, const struct criterion *k, struct band *band,
                       const struct node *n)
{
    if (n->kind == NODE_percent ? !check_number(c, n, &band->score)
                                : !check_points(c, n, &band->score))
        return;
    if (number_order(c->a, band->score, k->low) < 0 || number_order(c->a, band->score, k->high) > 0)
        report_off_scale(c, n->at, k);
}

static bool is_percent(const struct node *stretch)
{
    const struct node *low = stretch->stretch.low, *high = stretch->stretch.high;
    return (low && low->kind == NODE_percent) || (high && high->kind == NODE_percent);
}

static void fill_bands_of(struct checker *c, struct criterion *k, const struct node *n)
{
    const struct nodes *bands = &n->bands.bands;
    struct banding *b = ARENA_NEW(c->a, struct banding);
    struct thresholds *t = ARENA_NEW(c->a, struct thresholds);
    *b = (struct banding){.c = c,
                          .measured = k->measure ? k : NULL,
                          .of = t,
                          .all = ARENA_ARRAY(c->a, struct stretch, bands->n + 1)};
    LIST_ADD(c->a, &k->thresholds, t);
    size_t before = c->d->errors;
    for (size_t i = 0; i < bands->n; i++) {
        const struct node *one = bands->at[i];
        if (one->kind != NODE_score_band)
            continue;
        struct band *band = ARENA_NEW(c->a, struct band);
        *band = (struct band){.at = one->at};
        fill_score(c, k, band, one->score_band.score);
        k->percent = k->percent || is_percent(one->score_band.stretch);
        banding_take(b, band, one, one->score_band.stretch, &t->bands);
    }
    if (!k->measure || c->d->errors > before || check_has_broken(bands))
        return;
    k->percent = k->percent || k->measure->type.ratio;
    if (!b->n && !b->otherwise)
        DIAG_ADD(c->d, K0520, k->at, k->path);
    LIST_ADD(c->a, &c->bandings, b);
}

void fill_bands(struct checker *c, struct criterion *k, const struct node *n)
{
    if (!n->bands.by) {
        fill_bands_of(c, k, n);
        return;
    }
    k->by = fill_cases(c, n->bands.by, &n->bands.rows, k, NULL);
    for (size_t i = 0; i < n->bands.rows.n; i++)
        if (n->bands.rows.at[i]->kind == NODE_case_row)
            fill_bands_of(c, k, n->bands.rows.at[i]->case_row.value);
    check_cases(c, k->by, n->at);
}

/* What a measure can be is known when every criterion and let is filled. */
void settle_bands(struct checker *c)
{
    for (size_t i = 0; i < c->bandings.n; i++) {
        struct banding *b = c->bandings.at[i];
        banding_settle(b, range_of_measure(c, b->measured));
        banding_put(b, &b->of->bands);
    }
}
