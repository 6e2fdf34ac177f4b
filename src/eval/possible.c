/* What an expression can still be: from the declared bounds of the facts that it waits for, the
 * cells that are known, and the ends of scores.
 *
 * Operands count as independent of each other; a part over a sum that holds it is the one relation
 * that is seen.  Whatever is known already is one point, so that this walks only over what is
 * absent, and each expression once a row. */
#include "eval/possible.h"

static struct possible anything(void)
{
    return (struct possible){.lies = interval_anything()};
}

static struct possible with_doubts(struct possible p, struct possible of)
{
    p.undefined = p.undefined || of.undefined;
    p.na = p.na || of.na;
    return p;
}

static struct possible either(struct run *r, struct possible x, struct possible y)
{
    struct possible p = x.nothing ? y : x;
    if (!x.nothing && !y.nothing)
        p.lies = interval_join(r->a, x.lies, y.lies);
    return with_doubts(with_doubts(p, x), y);
}

/* --- facts and cells ------------------------------------------------------------------------ */

/* A fact, or a column, that nobody has stated. */
static struct possible of_missing(const struct fact *f)
{
    struct possible p = anything();
    if (f->type.kind == TYPE_YES_NO)
        p.lies = interval_from(number_of(0), number_of(1));
    if (f->has_least)
        p.lies.low = end_at(f->least, -1);
    if (f->has_most)
        p.lies.high = end_at(f->most, 1);
    p.na = f->may_be_na;
    p.undefined = f->optional;
    return p;
}

static struct possible of_fact(const struct fact *f, struct value v)
{
    struct possible p = anything();
    p.undefined = true;
    return v.absence == ABSENCE_MISSING ? of_missing(f) : p;
}

/* --- scores --------------------------------------------------------------------------------- */

static struct possible of_score(struct run *r, const struct criterion *k)
{
    const struct result *score = eval_criterion(r, k);
    struct possible p = anything();
    if (score->status == STATUS_INCOMPLETE)
        p.lies = interval_from(score->low, score->high);
    p.na = score->maybe_out || score->maybe_no_weight;
    return p;
}

static struct possible of_parts(struct run *r, const struct expr *e, struct value v)
{
    return (struct possible){.lies = parts_ends(r, e),
                             .na = v.may_be_na || parts_maybe_dropped(r, e)};
}

/* --- calculations --------------------------------------------------------------------------- */

static bool no_addend_is_negative(struct run *r, const struct expr *e)
{
    if (e->kind == EXPR_ARITHMETIC && e->op == OP_ADD)
        return no_addend_is_negative(r, e->left) && no_addend_is_negative(r, e->right);
    return end_sign(possible_of(r, e).lies.low) >= 0;
}

static struct possible quotient(struct run *r, const struct expr *e, struct possible x,
                                struct possible y)
{
    bool share = is_part_of_sum(e->left, e->right) && no_addend_is_negative(r, e->right);
    struct possible p = {.lies = interval_divide(r->a, x.lies, y.lies)};
    p.undefined = end_sign(y.lies.low) <= 0 && end_sign(y.lies.high) >= 0;
    if (share)
        p.lies = interval_meet(r->a, p.lies, interval_from(number_of(0), number_of(1)));
    return p;
}

static struct possible of_arithmetic(struct run *r, const struct expr *e)
{
    struct possible x = possible_of(r, e->left), y = possible_of(r, e->right), p = {0};
    switch (e->op) {
    case OP_SUBTRACT:
        p.lies = interval_add(r->a, x.lies, interval_negate(r->a, y.lies));
        break;
    case OP_ADD:
        p.lies = interval_add(r->a, x.lies, y.lies);
        break;
    case OP_MULTIPLY:
        p.lies = interval_multiply(r->a, x.lies, y.lies);
        break;
    default:
        p = quotient(r, e, x, y);
        break;
    }
    return with_doubts(with_doubts(p, x), y);
}

static struct possible of_extreme(struct run *r, const struct expr *e)
{
    struct possible p = possible_of(r, e->args.at[0]);
    for (size_t i = 1; i < e->args.n; i++) {
        struct possible x = possible_of(r, e->args.at[i]);
        p.lies =
            (e->aggregate == AGGREGATE_MIN ? interval_least : interval_most)(r->a, p.lies, x.lies);
        p = with_doubts(p, x);
    }
    return p;
}

static struct possible of_negative(struct run *r, const struct expr *e)
{
    struct possible p = possible_of(r, e->left);
    p.lies = interval_negate(r->a, p.lies);
    return p;
}

static struct possible of_round(struct run *r, const struct expr *e)
{
    struct possible p = possible_of(r, e->left);
    p.lies = interval_round(r->a, p.lies, e->rounding->step, e->rounding->mode);
    return p;
}

/* --- choices -------------------------------------------------------------------------------- */

bool possible_is(struct run *r, struct possible p, bool truth)
{
    return !p.undefined && !p.na && interval_is_point(r->a, p.lies) &&
           (number_sign(p.lies.low.at) != 0) == truth;
}

static struct possible of_choice(struct run *r, const struct expr *e)
{
    struct possible when = possible_of(r, e->left);
    if (possible_is(r, when, true) || possible_is(r, when, false))
        return possible_of(r, possible_is(r, when, true) ? e->right : e->third);
    return with_doubts(either(r, possible_of(r, e->right), possible_of(r, e->third)), when);
}

/* The results of the rows from the first that is not certainly no to the first that is certainly
 * yes. */
static struct possible of_conditions(struct run *r, const struct expr *e)
{
    struct possible p = {0};
    bool any = false;
    for (size_t i = 0; i < e->args.n; i++) {
        const struct expr *condition = e->cases->rows.at[i].when;
        struct possible when = {.lies = interval_point(1)};
        if (condition)
            when = possible_of(r, condition);
        if (possible_is(r, when, false))
            continue;
        struct possible x = possible_of(r, e->args.at[i]);
        p = with_doubts(any ? either(r, p, x) : x, when);
        any = true;
        if (possible_is(r, when, true))
            break;
    }
    return any ? p : (struct possible){.lies = interval_anything(), .undefined = true};
}

static struct possible of_table(struct run *r, const struct expr *e)
{
    size_t row;
    struct value absent;
    if (!e->cases->by)
        return of_conditions(r, e);
    if (case_holds(r, e->cases, &row, &absent))
        return possible_of(r, e->args.at[row]);
    struct possible p = possible_of(r, e->args.at[0]);
    for (size_t i = 1; i < e->args.n; i++)
        p = either(r, p, possible_of(r, e->args.at[i]));
    return with_doubts(p, possible_of(r, e->cases->by));
}

/* --- one function a kind -------------------------------------------------------------------- */

static struct possible outside_rows(struct run *r, const struct expr *e, unsigned rows)
{
    unsigned now = r->rows;
    r->rows = rows;
    struct possible p = possible_of(r, e);
    r->rows = now;
    return p;
}

static struct possible of_kind(struct run *r, const struct expr *e, struct value v)
{
    switch (e->kind) {
    case EXPR_FACT:
        return of_fact(e->fact, v);
    case EXPR_COLUMN:
        return of_fact(e->column, v);
    case EXPR_SCORE:
        return of_score(r, e->criterion);
    case EXPR_PARTS:
        return of_parts(r, e, v);
    case EXPR_LET:
        return outside_rows(r, e->let->value, 0);
    case EXPR_CALL:
        return possible_of(r, e->left);
    case EXPR_PARAMETER:
        return outside_rows(r, e->argument, e->level);
    case EXPR_IF:
        return of_choice(r, e);
    case EXPR_TABLE:
        return of_table(r, e);
    case EXPR_NEGATE:
        return of_negative(r, e);
    case EXPR_ARITHMETIC:
        return of_arithmetic(r, e);
    case EXPR_EXTREME:
        return of_extreme(r, e);
    case EXPR_ROUND:
        return of_round(r, e);
    case EXPR_AGGREGATE:
        return possible_aggregate(r, e);
    case EXPR_DAYS:
        return possible_days(r, e);
    case EXPR_SHIFT:
        return possible_shift(r, e);
    case EXPR_DATE_PART:
        return possible_date_part(r, e);
    case EXPR_COMPARE:
    case EXPR_LOGIC:
    case EXPR_NOT:
    case EXPR_IN:
    case EXPR_GIVEN:
    case EXPR_QUANTIFIED:
        return possible_truth(r, e);
    case EXPR_NUMBER:
    case EXPR_LITERAL:
    case EXPR_RANGE:
    case EXPR_BROKEN:
        break; /* known; only behind `in`; never in a model */
    }
    return anything();
}

static struct possible of_value(struct value v)
{
    switch (v.kind) {
    case VALUE_NUMBER:
        return (struct possible){.lies = interval_of(v.number)};
    case VALUE_DATE:
        return (struct possible){.lies = interval_point(v.date.day)};
    case VALUE_MONTH:
        return (struct possible){.lies = interval_point(v.month.month)};
    case VALUE_TRUTH:
        return (struct possible){.lies = interval_point(v.truth)};
    case VALUE_ABSENT: /* n/a */
        return (struct possible){.lies = interval_anything(), .na = true, .nothing = true};
    case VALUE_TEXT:
    case VALUE_SET:
    case VALUE_TABLE:
        break;
    }
    return anything();
}

static struct possibly *asked(struct run *r, const struct expr *e)
{
    if (!r->asked)
        r->asked = ARENA_ARRAY(r->a, struct possibly *, r->m->cells);
    struct possibly **cell = &r->asked[e->cell];
    if (!*cell)
        *cell = ARENA_NEW(r->a, struct possibly);
    return *cell;
}

struct possible possible_of(struct run *r, const struct expr *e)
{
    struct possibly *known = asked(r, e);
    size_t turn = r->turn[r->rows];
    if (known->turn == turn)
        return known->is;
    struct value v = eval_expr(r, e);
    bool open = value_is_absent(v) && v.absence != ABSENCE_NA;
    struct possible p = open ? of_kind(r, e, v) : of_value(v);
    known->turn = turn;
    known->is = p;
    return p;
}

struct interval number_lies(struct run *r, const struct expr *e)
{
    struct possible p = possible_of(r, e);
    return p.undefined ? interval_anything() : p.lies;
}

struct value possible_answer(struct run *r, const struct expr *e, struct value absent)
{
    if (absent.absence == ABSENCE_NA)
        return absent;
    struct possible p = possible_truth(r, e);
    bool yes = possible_is(r, p, true);
    return yes || possible_is(r, p, false) ? value_truth(yes) : absent;
}
