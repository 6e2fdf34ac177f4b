/* Facts that are moved, and what comes of it. */
#include "cases/seeking.h"

struct moves moves_copy(struct arena *a, const struct moves *moves)
{
    struct moves copy = {0};
    for (size_t i = 0; i < moves->n; i++)
        LIST_ADD(a, &copy, moves->at[i]);
    return copy;
}

void moves_put(struct arena *a, struct moves *moves, const struct fact *f, struct fact_entry e)
{
    for (size_t i = 0; i < moves->n; i++)
        if (moves->at[i].fact == f) {
            moves->at[i].entry = e;
            return;
        }
    LIST_ADD(a, moves, (struct move){f, e});
}

const struct fact_entry *moved_entry(const struct seeking *s, const struct moves *moves,
                                     const struct fact *f)
{
    for (size_t i = 0; i < moves->n; i++)
        if (moves->at[i].fact == f)
            return &moves->at[i].entry;
    return &s->base->entry[f->index];
}

void moves_value(struct seeking *s, struct moves *moves, const struct fact *f, struct value v)
{
    struct fact_entry e = {.stated = true, .value = v};
    e.evidence = moved_entry(s, moves, f)->evidence;
    if (!evidence_is_there(&e.evidence))
        e.evidence.supposed = true;
    moves_put(s->a, moves, f, e);
}

void moves_nothing(struct seeking *s, struct moves *moves, const struct fact *f,
                   enum absence absence)
{
    struct value v = value_absent(
        s->a, (struct cause){.kind = CAUSE_FACT, .absence = absence, .what = f->path, .at = f->at});
    moves_put(s->a, moves, f, (struct fact_entry){.stated = absence == ABSENCE_NA, .value = v});
}

bool is_tired(const struct seeking *s)
{
    return s->tries > CASES_TRIES || s->work > CASES_WORK;
}

static void begin(struct seeking *s, const struct moves *moves)
{
    s->tries += s->changing_n;
    s->work += s->changing_n;
    again_begin(s->again);
    for (size_t i = 0; i < moves->n; i++)
        again_fact(s->again, moves->at[i].fact, &moves->at[i].entry);
}

/* Scores that an expression may read. */
static void refresh(struct seeking *s)
{
    if (s->changing_n > 1)
        again_result(s->again, s->changing, s->changing_n, s->k);
}

const struct result *look_at(struct seeking *s, const struct moves *moves)
{
    begin(s, moves);
    return again_result(s->again, s->changing, s->changing_n, s->k);
}

struct value look_at_value(struct seeking *s, const struct moves *moves, const struct expr *e)
{
    begin(s, moves);
    refresh(s);
    return again_evaluated(s->again, e);
}

void looked_at(struct seeking *s)
{
    again_end(s->again);
}

bool holds(struct seeking *s, const struct moves *moves, const struct expr *e)
{
    struct value v = look_at_value(s, moves, e);
    bool yes = v.kind == VALUE_TRUTH && v.truth;
    looked_at(s);
    return yes;
}

/* --- targets ---------------------------------------------------------------------------------- */

/* Dates and months by their numbers. */
static bool as_number(struct value v, struct number *n)
{
    switch (v.kind) {
    case VALUE_NUMBER:
        *n = v.number;
        return true;
    case VALUE_DATE:
        *n = number_of(v.date.day);
        return true;
    case VALUE_MONTH:
        *n = number_of(v.month.month);
        return true;
    case VALUE_ABSENT:
    case VALUE_TEXT:
    case VALUE_TRUTH:
    case VALUE_SET:
    case VALUE_TABLE:
        break;
    }
    return false;
}

static bool difference(struct seeking *s, const struct target *t, struct number *n)
{
    struct number right;
    refresh(s);
    if (!as_number(again_evaluated(s->again, t->left), n))
        return false;
    if (!t->right)
        return true;
    if (!as_number(again_evaluated(s->again, t->right), &right))
        return false;
    *n = number_subtract(s->scratch, *n, right);
    return true;
}

static bool counted(const struct target *t, const struct result *r, struct number *n)
{
    if (!r->penalties || r->penalties[t->index].when.kind != VALUE_TRUTH ||
        !r->penalties[t->index].known)
        return false;
    const struct penalty_result *p = &r->penalties[t->index];
    *n = t->kind == TARGET_COUNT ? number_of(p->count) : p->amount;
    return true;
}

static bool number_there(struct seeking *s, const struct target *t, struct number *n)
{
    if (t->kind == TARGET_EXPR)
        return difference(s, t, n);
    const struct result *r = again_result(s->again, s->changing, s->changing_n, s->k);
    switch (t->kind) {
    case TARGET_MEASURE:
        return r->has_measure && as_number(r->measure, n);
    case TARGET_SCORE:
        *n = r->score;
        return r->status == STATUS_SCORED && !r->carried;
    case TARGET_COUNT:
    case TARGET_AMOUNT:
        return counted(t, r, n);
    case TARGET_SHARE:
        *n = r->steps ? r->steps[t->index].share : number_of(0);
        return r->steps && r->steps[t->index].share_known;
    case TARGET_EXPR:
        break;
    }
    return false;
}

bool target_sign(struct seeking *s, const struct moves *moves, const struct target *t, int *sign)
{
    struct number n;
    begin(s, moves);
    bool known = !is_tired(s) && number_there(s, t, &n) && !number_is_over(n);
    *sign = known ? number_order(s->scratch, n, t->value) : 0;
    looked_at(s);
    return known;
}
