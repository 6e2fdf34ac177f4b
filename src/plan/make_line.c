/* Levels over a fact, or over one fact divided by another: most of what rules are made of.
 *
 * With p and q in the slots and u what 1 / 1 in them is worth, the measure is u p / q.  Everything
 * that does not depend on p and q is worked out when the plan is made: thresholds over u, slopes
 * over the step of the rounding.  What is left is a few products and one division. */
#include <string.h>

#include "plan/inside.h"

/* Parts of what is worked out: times a slot and added, they stay far below 128 bits. */
#define PART_MOST ((int64_t)1 << 61)

struct part {
    int64_t top, bottom;
};

/* In lowest terms, which are not too large. */
static bool part_of(struct number n, struct part *part)
{
    if (!n.bottom)
        return false;
    n = number_reduced(n);
    *part = (struct part){(int64_t)n.top, (int64_t)n.bottom};
    return wide_magnitude(n.top) <= (uwide)PART_MOST && n.bottom <= PART_MOST;
}

static int64_t magnitude(int64_t n)
{
    return n < 0 ? -n : n;
}

/* The least multiple of both; false when it is too large. */
static bool common(int64_t x, int64_t y, int64_t *both)
{
    *both = x;
    if (x % y == 0)
        return true;
    wide all = (wide)(x / (int64_t)wide_divisor((uwide)x, (uwide)y)) * y;
    *both = (int64_t)all;
    return all <= PART_MOST;
}

struct bending { /* a line while it is made */
    struct arena *a;
    struct line *line;
    const struct criterion *of;
    const struct thresholds *levels;
    struct number unit; /* u */
    struct number step; /* of the rounding; 1 where there is none */
    int64_t most;       /* of all parts */
};

static void note_part(struct bending *b, int64_t part)
{
    if (magnitude(part) > b->most)
        b->most = magnitude(part);
}

/* A part over `under`, which is a multiple of its denominator. */
static bool scaled(struct bending *b, struct part part, int64_t under, int64_t *out)
{
    wide all = (wide)part.top * (under / part.bottom);
    *out = (int64_t)all;
    if (wide_magnitude(all) > (uwide)PART_MOST)
        return false;
    note_part(b, *out);
    return true;
}

static bool bend_levels(struct bending *b)
{
    size_t n = b->levels->levels.n;
    const struct level *level = b->levels->levels.at;
    struct part *part = ARENA_ARRAY(b->a, struct part, n);
    int64_t *whole = ARENA_ARRAY(b->a, int64_t, n);
    b->line->reach = 1;
    for (size_t i = 0; i < n; i++)
        if (!part_of(number_divide(b->a, level[i].value, b->unit), &part[i]) ||
            !common(b->line->reach, part[i].bottom, &b->line->reach))
            return false;
    note_part(b, b->line->reach);
    for (size_t i = 0; i < n; i++)
        if (!scaled(b, part[i], b->line->reach, &whole[i]))
            return false;
    b->line->n = n;
    b->line->level = whole;
    b->line->falling = n > 1 && whole[n - 1] < whole[0];
    return true;
}

/* From one level to the next: score + (u y - value) x slope, in steps. */
static bool bend_stretch(struct bending *b, size_t i, struct stretch *out)
{
    const struct level *from = &b->levels->levels.at[i], *to = from + 1;
    struct arena *a = b->a;
    struct part p, q;
    struct number slope = number_divide(a, number_subtract(a, to->score, from->score),
                                        number_subtract(a, to->value, from->value));
    struct number start = number_subtract(a, from->score, number_multiply(a, from->value, slope));
    slope = number_divide(a, number_multiply(a, slope, b->unit), b->step);
    if (!part_of(slope, &p) || !part_of(number_divide(a, start, b->step), &q) ||
        !common(p.bottom, q.bottom, &out->under))
        return false;
    note_part(b, out->under);
    return scaled(b, p, out->under, &out->p) && scaled(b, q, out->under, &out->q);
}

static bool bend_between(struct bending *b)
{
    size_t n = b->line->n;
    if (b->levels->kind == LEVELS_STEPPED || n < 2)
        return true;
    struct stretch *between = ARENA_ARRAY(b->a, struct stretch, n - 1);
    b->line->between = between;
    for (size_t i = 0; i + 1 < n; i++)
        if (!bend_stretch(b, i, &between[i]))
            return false;
    return true;
}

/* What the criterion makes of a score of its levels: with nothing taken, only rounding, for a line
 * is not bent where floor or cap could bind. */
static bool bend_ends(struct bending *b)
{
    const struct criterion *k = b->of;
    const struct thresholds *t = b->levels;
    struct score *reached = ARENA_ARRAY(b->a, struct score, b->line->n + 1);
    for (size_t i = 0; i <= b->line->n; i++) {
        struct number score = i              ? t->levels.at[i - 1].score
                              : t->has_below ? t->below
                                             : t->levels.at[0].score;
        if ((k->floor.bottom && number_order(b->a, score, k->floor) < 0) ||
            (k->cap.bottom && number_order(b->a, score, k->cap) > 0))
            return false;
        if (k->round_score->set)
            score = number_round(b->a, score, b->step, k->round_score->mode);
        if (!wide_is_narrow(score.top) || !wide_is_narrow(score.bottom))
            return false;
        reached[i] = (struct score){(int64_t)score.bottom, {(int64_t)score.top}};
    }
    b->line->reached = reached;
    return true;
}

static bool bend_rounding(struct bending *b)
{
    const struct rounding *how = b->of->round_score;
    b->step = number_of(1);
    b->line->rounds = how->set;
    b->line->step_top = b->line->step_bottom = 1;
    if (!how->set)
        return true;
    b->line->mode = how->mode;
    struct part step;
    if (!part_of(how->step, &step))
        return false;
    b->step = number_ratio(step.top, step.bottom);
    b->line->step_top = step.top;
    b->line->step_bottom = step.bottom;
    return true;
}

/* The facts, and the unit of their quotient. */
static bool bend_measure(struct bending *b, const struct plan *p, struct measured *out)
{
    const struct expr *e = b->of->measure;
    bool ratio = e->kind == EXPR_ARITHMETIC && e->op == OP_DIVIDE;
    const struct expr *top = ratio ? e->left : e;
    if (top->kind != EXPR_FACT || (ratio && e->right->kind != EXPR_FACT))
        return false;
    out->top = (uint32_t)top->fact->index;
    out->bottom = ratio ? (uint32_t)e->right->fact->index : NO_FACT;
    b->unit = slot_unit(b->a, p, top->fact);
    if (ratio)
        b->unit = number_divide(b->a, b->unit, slot_unit(b->a, p, e->right->fact));
    return number_sign(b->unit) > 0;
}

/* --- keeping ------------------------------------------------------------------------------- */

static bool same_line(const struct line *x, const struct line *y)
{
    return x->n == y->n && x->reach == y->reach && x->falling == y->falling &&
           x->rounds == y->rounds && x->mode == y->mode && x->step_top == y->step_top &&
           x->step_bottom == y->step_bottom && !x->between == !y->between &&
           memcmp(x->level, y->level, x->n * sizeof *x->level) == 0 &&
           memcmp(x->reached, y->reached, (x->n + 1) * sizeof *x->reached) == 0 &&
           (!x->between || memcmp(x->between, y->between, (x->n - 1) * sizeof *x->between) == 0);
}

static const void *copied(struct arena *a, const void *of, size_t bytes)
{
    return of ? memcpy(arena_alloc(a, bytes), of, bytes) : NULL;
}

/* One of the last that were kept, or a copy, in the order in which it is looked at. */
static const struct line *keep_line(struct making *m, const struct line *l)
{
    for (size_t i = 0; i < LINES_COMPARED && m->line[i]; i++)
        if (same_line(m->line[i], l))
            return m->line[i];
    struct line *kept = ARENA_NEW(m->a, struct line);
    *kept = *l;
    kept->level = copied(m->a, l->level, l->n * sizeof *l->level);
    kept->between = copied(m->a, l->between, (l->n - 1) * sizeof *l->between);
    kept->reached = copied(m->a, l->reached, (l->n + 1) * sizeof *l->reached);
    m->line[m->lines++ % LINES_COMPARED] = kept;
    return kept;
}

/* Where it can be made. */
static void bend(struct making *m, const struct criterion *k, struct measured *out)
{
    struct line line = {.n = 0};
    struct bending b = {.a = m->scratch, .line = &line, .of = k, .levels = k->thresholds.at[0]};
    if (b.levels->kind == LEVELS_EXTRAPOLATED || !bend_measure(&b, m->plan, out) ||
        !bend_rounding(&b) || !bend_levels(&b) || !bend_between(&b) || !bend_ends(&b))
        return;
    line.narrow = INT64_MAX / 8 / b.most; /* two products, their sum, and its double */
    out->line = keep_line(m, &line);
}

void plan_line(struct making *m, const struct criterion *k, struct measured *out)
{
    if (k->scorer == SCORER_LEVELS && !k->by && !k->penalties.n && !k->has_adjust &&
        !k->round_measure->set) {
        struct arena_mark mark = arena_mark(m->scratch);
        bend(m, k, out);
        arena_return(m->scratch, mark);
    }
}
