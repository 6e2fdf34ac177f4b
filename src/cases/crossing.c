/* Where turning a knob passes a value. */
#include "cases/seeking.h"

struct turning {
    struct seeking *s;
    const struct moves *from;
    const struct target *t;
    const struct knob *knob;
};

static struct moves turned(const struct turning *w, long long place)
{
    struct moves moves = moves_copy(w->s->a, w->from);
    knob_turn(w->s, w->knob, &moves, place);
    return moves;
}

static bool sign_at(const struct turning *w, long long place, int *sign)
{
    struct arena_mark mark = arena_mark(w->s->a);
    struct moves moves = turned(w, place);
    bool known = target_sign(w->s, &moves, w->t, sign);
    arena_return(w->s->a, mark);
    return known;
}

/* --- two places side by side ------------------------------------------------------------------ */

/* The way from one sign to another. */
struct stretch {
    long long last, place; /* the last place of the one sign, the first of the other */
    int other;
};

/* By halves, until they stand side by side. */
static bool close_in(const struct turning *w, int sign, struct stretch *at)
{
    while (at->place - at->last > 1 || at->last - at->place > 1) {
        long long middle = at->last + (at->place - at->last) / 2;
        int here;
        if (!sign_at(w, middle, &here))
            return false;
        if (here == sign) {
            at->last = middle;
        } else {
            at->place = middle;
            at->other = here;
        }
    }
    return true;
}

/* From `at` on, going `way`, until the sign is another: first in growing strides. */
static bool next_sign(const struct turning *w, long long from, int way, int sign,
                      struct stretch *at)
{
    long long end = way > 0 ? w->knob->most : w->knob->least;
    at->last = from;
    for (long long stride = 1; at->last != end; stride *= 2) {
        long long room = way > 0 ? end - at->last : at->last - end;
        at->place = at->last + way * (stride < room ? stride : room);
        if (!sign_at(w, at->place, &at->other))
            return false;
        if (at->other != sign)
            return close_in(w, sign, at);
        at->last = at->place;
    }
    return false;
}

/* --- three places around a value -------------------------------------------------------------- */

static void keep(const struct turning *w, struct crossing *c, int sign, long long place)
{
    if (c->has[sign + 1])
        return;
    c->has[sign + 1] = true;
    c->at[sign + 1] = turned(w, place);
}

static void look_one_way(const struct turning *w, int way, int sign, struct crossing *c)
{
    struct stretch at;
    if (!next_sign(w, w->knob->now, way, sign, &at))
        return;
    keep(w, c, sign, at.last);
    keep(w, c, at.other, at.place);
    if (!at.other && next_sign(w, at.place, way, 0, &at))
        keep(w, c, at.other, at.place);
}

static struct crossing crossing_by(const struct turning *w)
{
    struct crossing c = {.found = false};
    int sign;
    if (!sign_at(w, w->knob->now, &sign))
        return c;
    look_one_way(w, 1, sign, &c);
    if (!sign || !c.has[0] || !c.has[2])
        look_one_way(w, -1, sign, &c);
    if (!sign)
        keep(w, &c, 0, w->knob->now);
    c.found = c.has[0] + c.has[1] + c.has[2] >= 2;
    return c;
}

struct crossing seek(struct seeking *s, const struct moves *from, const struct target *t,
                     const struct knobs *knobs)
{
    struct crossing best = {.found = false};
    int reached = 0;
    for (size_t i = 0; i < knobs->all.n && reached < 2; i++) {
        struct turning w = {s, from, t, &knobs->all.at[i]};
        struct crossing c = crossing_by(&w);
        int now = c.found ? 1 + (c.has[0] && c.has[2]) : 0;
        if (now > reached) {
            best = c;
            reached = now;
        }
    }
    return best;
}

struct crossing seek_target(struct seeking *s, const struct moves *from, const struct target *t)
{
    const struct expr *e[] = {t->left, t->right};
    struct knobs knobs = knobs_of(s, from, e, 2);
    return seek(s, from, t, &knobs);
}

/* --- edges ------------------------------------------------------------------------------------ */

static void look_for_edges(const struct turning *w, struct edges *e)
{
    for (int up = 0; up < 2; up++) {
        struct stretch at;
        e->has[up] = next_sign(w, w->knob->now, up ? 1 : -1, 0, &at);
        if (!e->has[up])
            continue;
        e->inside[up] = turned(w, at.last);
        e->outside[up] = turned(w, at.place);
    }
}

struct edges seek_edges(struct seeking *s, const struct moves *from, const struct expr *aggregate,
                        const struct fact *column)
{
    struct edges e = {.has = {false, false}};
    struct value now = look_at_value(s, from, aggregate);
    struct target t = {.kind = TARGET_EXPR, .left = aggregate, .value = number_of(0)};
    bool number = now.kind == VALUE_NUMBER;
    if (number)
        t.value = number_copy(s->a, now.number);
    looked_at(s);
    struct knobs knobs = knobs_of(s, from, &aggregate, 1);
    for (size_t i = 0; number && i < knobs.all.n; i++)
        if (knobs.all.at[i].kind == KNOB_CELL && knobs.all.at[i].column == column)
            look_for_edges(&(struct turning){s, from, &t, &knobs.all.at[i]}, &e);
    return e;
}

/* --- scores ----------------------------------------------------------------------------------- */

/* Ends that people would call possible. */
static void narrow(const struct seeking *s, struct knob *knob)
{
    enum { TIMES = 2, DAYS = 60 };
    bool date = knob->kind == KNOB_FACT && knob->fact->type.kind == TYPE_DATE;
    if (date && s->m->has_period) {
        knob->least = s->m->first.day;
        knob->most = s->m->closes.day + DAYS;
    } else if (knob->now >= 0 && knob->most > knob->now * TIMES + 1)
        knob->most = knob->now * TIMES + 1;
    if (knob->now > knob->most)
        knob->most = knob->now;
    if (knob->now < knob->least)
        knob->least = knob->now;
}

/* By how much the score is off at a place, without its sign. */
static bool distance_at(const struct turning *w, long long place, struct number *distance,
                        int *sign)
{
    struct seeking *s = w->s;
    struct moves moves = turned(w, place);
    const struct result *r = look_at(s, &moves);
    bool known = r->status == STATUS_SCORED && !again_outcome(s->again)->troubles.n;
    struct number d = number_subtract(s->scratch, r->score, w->t->value);
    *sign = number_sign(d);
    d = number_copy(s->a, *sign < 0 ? number_negate(s->scratch, d) : d);
    looked_at(s);
    *distance = d;
    return known;
}

/* Turn it to the end that comes nearest; whether that is beyond the value. */
static bool turn_towards(const struct turning *w, struct moves *moves)
{
    long long best = w->knob->now, ends[] = {w->knob->least, w->knob->most};
    struct number least, off;
    int sign, now;
    if (!distance_at(w, best, &least, &now))
        return false;
    for (int i = 0; i < 2; i++) {
        if (!distance_at(w, ends[i], &off, &sign))
            continue;
        if (sign != now)
            return true;
        if (number_order(w->s->a, off, least) < 0) {
            least = off;
            best = ends[i];
        }
    }
    if (best != w->knob->now)
        *moves = turned(w, best);
    return false;
}

struct crossing seek_score(struct seeking *s, const struct moves *start, struct number score)
{
    struct moves moves = moves_copy(s->a, start);
    struct target t = {.kind = TARGET_SCORE, .value = score};
    struct knobs knobs = knobs_of_scores(s, &moves);
    struct crossing c = {.found = false};
    for (size_t i = 0; i < knobs.all.n && !c.found && !is_tired(s); i++) {
        struct moves from = moves;
        struct turning w = {s, &from, &t, &knobs.all.at[i]};
        narrow(s, &knobs.all.at[i]);
        if (turn_towards(&w, &moves))
            c = crossing_by(&w);
    }
    return c;
}
