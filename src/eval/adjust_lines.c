/* The lines of `adjust`, from top to bottom, on the score or on its ends.
 *
 * Between two lines nothing holds the figure on the scale, so an end may be open until a line
 * closes it or the scale does at last.  Every line grows with the figure it works on, so that the
 * ends of what comes out are made from the ends of what goes in. */
#include "eval/possible.h"

struct running {
    struct interval lies;
    bool known; /* both ends are the one figure */
};

static struct interval apply_to(struct run *r, const struct adjust_line *l, struct interval v,
                                struct interval x)
{
    switch (l->kind) {
    case ADJUST_PLUS:
        return interval_add(r->a, x, v);
    case ADJUST_MINUS:
        return interval_add(r->a, x, interval_negate(r->a, v));
    case ADJUST_AT_LEAST:
        return interval_most(r->a, x, v);
    case ADJUST_AT_MOST:
        return interval_least(r->a, x, v);
    case ADJUST_ROUND:
        return interval_round(r->a, x, l->rounding.step, l->rounding.mode);
    }
    return x;
}

/* A figure that is known and grows over the limit is somebody's mistake. */
static struct running apply(struct run *r, const struct adjust_line *l,
                            const struct adjust_result *line, struct running x)
{
    bool value_known = !l->value || line->value.kind == VALUE_NUMBER;
    struct interval v = l->value ? number_lies(r, l->value) : interval_point(0);
    struct running y = {apply_to(r, l, v, x.lies), x.known && value_known};
    if (l->value && possible_of(r, l->value).na) /* then it is left out */
        y.lies = interval_join(r->a, x.lies, y.lies);
    if (y.known && y.lies.low.infinite) {
        LIST_ADD(r->a, &r->out->troubles, (struct trouble){.kind = TROUBLE_TOO_LARGE, .at = l->at});
        y.known = false;
    }
    return y;
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
    out->before = x.known ? x.lies.low.at : number_of(0);
    struct running y = out->state == LINE_LEFT_OUT ? x : apply(r, l, out, x);
    if (value_is_absent(out->when) && out->state == LINE_OPEN) /* both outcomes are possible */
        y = (struct running){interval_join(r->a, x.lies, y.lies), false};
    out->known = y.known;
    out->after = y.known ? y.lies.low.at : number_of(0);
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
    out->low = low_within(r, end_number(x.lies.low), k->low, k->high);
    out->high = high_within(r, end_number(x.lies.high), k->low, k->high);
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
    struct running x = {interval_from(low, high), known};
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
        settle_known(r, out, x.lies.low.at);
    else
        settle_ends(r, out, x);
}
