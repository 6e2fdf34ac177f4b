/* The lines of `adjust`, from top to bottom, on the score or on its ends.
 *
 * Between two lines nothing holds the figure on the scale, so an end may be open until a line
 * closes it or the scale does at last.  Every line grows with the figure it works on, so that the
 * ends of what comes out are made from the ends of what goes in. */
#include "eval/run.h"

struct end {
    bool open; /* to infinity */
    struct number at;
};

struct running {
    struct end low, high;
    bool known; /* both are the one figure */
};

/* A number over the limit is open, and somebody's mistake. */
static struct end end_at(struct run *r, const struct adjust_line *l, struct number n)
{
    if (!number_is_over(n))
        return (struct end){false, n};
    LIST_ADD(r->a, &r->out->troubles, (struct trouble){.kind = TROUBLE_TOO_LARGE, .at = l->at});
    return (struct end){true, number_of(0)};
}

static struct end apply_to_end(struct run *r, const struct adjust_line *l, struct number v,
                               struct end e)
{
    if (e.open)
        return e;
    switch (l->kind) {
    case ADJUST_PLUS:
        return end_at(r, l, number_add(r->a, e.at, v));
    case ADJUST_MINUS:
        return end_at(r, l, number_subtract(r->a, e.at, v));
    case ADJUST_AT_LEAST:
        return (struct end){false, number_most(r->a, e.at, v)};
    case ADJUST_AT_MOST:
        return (struct end){false, number_least(r->a, e.at, v)};
    case ADJUST_ROUND:
        return end_at(r, l, number_round(r->a, e.at, l->rounding.step, l->rounding.mode));
    }
    return e;
}

static struct running apply(struct run *r, const struct adjust_line *l, struct number v,
                            struct running x)
{
    struct running y = {.known = x.known};
    y.low = apply_to_end(r, l, v, x.low);
    y.high = x.known ? y.low : apply_to_end(r, l, v, x.high);
    if (l->kind == ADJUST_AT_LEAST && x.low.open)
        y.low = (struct end){false, v};
    if (l->kind == ADJUST_AT_MOST && x.high.open)
        y.high = (struct end){false, v};
    y.known = y.known && !y.low.open;
    return y;
}

/* With a value that nobody knows. */
static struct running apply_unknown(const struct adjust_line *l, struct running x)
{
    struct running y = {x.low, x.high, false};
    y.low.open = x.low.open || l->kind != ADJUST_AT_LEAST;
    y.high.open = x.high.open || l->kind != ADJUST_AT_MOST;
    return y;
}

/* Nobody knows whether the line applies: both outcomes are possible. */
static struct running hull(struct run *r, struct running x, struct running y)
{
    struct running both = {.known = false};
    both.low.open = x.low.open || y.low.open;
    both.high.open = x.high.open || y.high.open;
    both.low.at = both.low.open ? number_of(0) : number_least(r->a, x.low.at, y.low.at);
    both.high.at = both.high.open ? number_of(0) : number_most(r->a, x.high.at, y.high.at);
    return both;
}

static bool is_no(struct value v)
{
    return v.kind == VALUE_ABSENT ? v.absence == ABSENCE_NA : !v.truth;
}

static void read_line(struct run *r, const struct adjust_line *l, struct adjust_result *out)
{
    *out = (struct adjust_result){.state = LINE_APPLIED,
                                  .before = number_of(0),
                                  .after = number_of(0),
                                  .value = value_truth(true)};
    out->when = l->when ? eval_operand(r, l->when) : value_truth(true);
    if (is_no(out->when)) {
        out->state = LINE_LEFT_OUT;
        return;
    }
    if (l->value)
        out->value = eval_operand(r, l->value);
    if (out->value.kind == VALUE_ABSENT && out->value.absence == ABSENCE_NA)
        out->state = LINE_LEFT_OUT;
    else if (value_is_absent(out->when) || value_is_absent(out->value))
        out->state = LINE_OPEN;
}

static struct running run_line(struct run *r, const struct adjust_line *l,
                               struct adjust_result *out, struct running x)
{
    read_line(r, l, out);
    out->before = x.low.at;
    struct running y = x;
    if (out->state != LINE_LEFT_OUT)
        y = value_is_absent(out->value)
                ? apply_unknown(l, x)
                : apply(r, l, l->value ? out->value.number : number_of(0), x);
    if (out->state == LINE_OPEN)
        y = value_is_absent(out->when) ? hull(r, x, y) : y;
    out->known = y.known;
    out->after = y.low.at;
    return y;
}

static void settle_known(struct run *r, struct result *out, struct number last)
{
    const struct criterion *k = out->criterion;
    out->wanted = last;
    out->adjusted = on_scale(r, k, last);
    out->floored = !number_equal(r->a, last, out->adjusted);
    out->score = out->low = out->high = out->adjusted;
}

static void settle_ends(struct run *r, struct result *out, struct running x)
{
    const struct criterion *k = out->criterion;
    struct number low = x.low.open ? number_over() : x.low.at,
                  high = x.high.open ? number_over() : x.high.at;
    out->low = low_within(r, low, k->low, k->high);
    out->high = high_within(r, high, k->low, k->high);
    out->status = STATUS_INCOMPLETE;
}

void adjust_by_lines(struct run *r, struct result *out, bool known)
{
    const struct criterion *k = out->criterion;
    out->adjust = ARENA_ARRAY(r->a, struct adjust_result, k->adjust.n);
    out->taken = out->late;
    struct number low = known ? out->raw : out->low, high = known ? out->raw : out->high;
    low = number_subtract(r->a, low, out->late);
    high = number_subtract(r->a, high, out->late);
    struct running x = {.low = {out->late_open || number_is_over(low), low},
                        .high = {number_is_over(high), high},
                        .known = known};
    for (size_t i = 0; i < k->adjust.n; i++) {
        struct adjust_result *line = &out->adjust[i];
        bool was_known = x.known;
        x = run_line(r, &k->adjust.at[i], line, x);
        if (was_known && !x.known && adjust_cause(line))
            out->cause = adjust_cause(line);
        out->rounded = out->rounded || (k->adjust.at[i].kind == ADJUST_ROUND && x.known &&
                                        !number_equal(r->a, line->before, line->after));
    }
    if (x.known)
        settle_known(r, out, x.low.at);
    else
        settle_ends(r, out, x);
}
