/* What holds before anything is moved: everything that a score is made of is stated, it applies,
 * and all steps are done in time. */
#include "cases/seeking.h"

#include "facts/plain.h"

enum { SHARED_ROWS = 20 /* of a table of which a share is taken */ };

/* --- facts that nobody stated ----------------------------------------------------------------- */

struct filling {
    struct seeking *s;
    struct moves *moves;
};

static bool is_missing(const struct filling *f, const struct fact *fact)
{
    struct value v = moved_entry(f->s, f->moves, fact)->value;
    return v.kind == VALUE_ABSENT && v.absence == ABSENCE_MISSING;
}

static void fill(void *filling, const struct expr *e, const struct expr *over)
{
    struct filling *f = filling;
    (void)over;
    if (!expr_names_fact(e) || !is_missing(f, e->fact))
        return;
    bool share = e->kind == EXPR_AGGREGATE && e->aggregate == AGGREGATE_SHARE;
    struct value v;
    if (e->fact->type.kind == TYPE_TABLE)
        v = (struct value){.kind = VALUE_TABLE,
                           .table = table_of_rows(f->s, e->fact, share ? SHARED_ROWS : 1)};
    else
        v = plain_value(f->s->a, f->s->m, e->fact, 0);
    moves_value(f->s, f->moves, e->fact, v);
}

/* A clock that nobody stopped runs on to a day that nobody said. */
static void stop_clocks(struct seeking *s)
{
    for (size_t i = 0; i < s->k->penalties.n && !s->base->has_as_of; i++) {
        const struct expr *until = s->k->penalties.at[i]->until;
        const struct fact *f = until && until->kind == EXPR_FACT ? until->fact : NULL;
        if (f && moved_entry(s, &s->held, f)->value.kind == VALUE_ABSENT)
            moves_value(s, &s->held, f, plain_value(s->a, s->m, f, 0));
    }
}

/* --- steps ------------------------------------------------------------------------------------ */

static void do_fact(struct seeking *s, struct moves *moves, const struct fact *f,
                    const struct date *by)
{
    const struct fact_entry *e = moved_entry(s, moves, f);
    bool date = f->type.kind == TYPE_DATE, done = e->value.kind == VALUE_DATE;
    if (!date || done)
        return;
    struct value v = plain_value(s->a, s->m, f, 0);
    if (by && by->day < v.date.day)
        v.date = *by;
    moves_value(s, moves, f, v);
}

static void do_step(struct seeking *s, struct moves *moves, const struct expr *e,
                    const struct date *by)
{
    if (is_tired(s))
        return;
    if (e->kind == EXPR_LET) {
        do_step(s, moves, e->let->value, by);
    } else if (e->kind == EXPR_LOGIC) {
        size_t n = e->op == OP_AND ? e->args.n : 1;
        for (size_t i = 0; i < n; i++)
            do_step(s, moves, e->args.at[i], by);
    } else if (e->kind == EXPR_FACT && e->fact->type.kind == TYPE_DATE)
        do_fact(s, moves, e->fact, by);
    else
        satisfy(s, moves, e, true);
}

bool undo(struct seeking *s, struct moves *moves, const struct expr *e)
{
    if (e->kind == EXPR_LET)
        return undo(s, moves, e->let->value);
    if (e->kind == EXPR_LOGIC) {
        size_t n = e->op == OP_AND ? 1 : e->args.n;
        bool undone = true;
        for (size_t i = 0; i < n; i++)
            undone = undo(s, moves, e->args.at[i]) && undone;
        return undone;
    }
    if (e->kind != EXPR_FACT || e->fact->type.kind != TYPE_DATE)
        return satisfy(s, moves, e, false);
    if (e->fact->optional)
        moves_nothing(s, moves, e->fact, ABSENCE_NONE);
    return e->fact->optional;
}

/* Its last day, as far as it is known. */
static bool last_day(struct seeking *s, size_t i, struct date *by)
{
    const struct expr *e = s->k->steps.at[i].by;
    if (!e)
        return false;
    struct value v = look_at_value(s, &s->held, e);
    looked_at(s);
    *by = v.kind == VALUE_MONTH ? month_last(v.month) : v.date;
    return v.kind == VALUE_DATE || v.kind == VALUE_MONTH;
}

/* A document behind what is done already. */
static void prove(void *filling, const struct expr *e, const struct expr *over)
{
    struct filling *f = filling;
    (void)over;
    if (!expr_names_fact(e))
        return;
    struct fact_entry entry = *moved_entry(f->s, f->moves, e->fact);
    if (entry.value.kind == VALUE_ABSENT || evidence_is_there(&entry.evidence))
        return;
    entry.evidence.supposed = true;
    moves_put(f->s->a, f->moves, e->fact, entry);
}

/* As much of it as there is to achieve. */
static void achieve(struct seeking *s, const struct step *step)
{
    struct target t = {TARGET_EXPR, step->done, NULL, 0, number_of(1)};
    int sign;
    if (target_sign(s, &s->held, &t, &sign) && sign >= 0)
        return;
    struct crossing c = seek_target(s, &s->held, &t);
    for (int i = 1; i < 3; i++)
        if (c.has[i]) {
            s->held = c.at[i];
            return;
        }
}

static void do_steps(struct seeking *s)
{
    for (size_t i = 0; i < s->k->steps.n; i++) {
        const struct step *step = &s->k->steps.at[i];
        struct date by;
        if (step->when)
            satisfy(s, &s->held, step->when, true);
        bool due = last_day(s, i, &by);
        if (step->by_share)
            achieve(s, step);
        else
            do_step(s, &s->held, step->done, due ? &by : NULL);
        struct filling f = {s, &s->held};
        walk_begin(s);
        if (step->evidence == EVIDENCE_COUNTS)
            walk(s, step->done, prove, &f);
    }
}

/* --- the criterion ---------------------------------------------------------------------------- */

/* A row in which it counts at all. */
static void give_weight(struct seeking *s)
{
    const struct criterion *k = s->k;
    const struct weights *w = k->parent && k->by_case ? k->parent->weights : NULL;
    for (size_t i = 0; w && i < w->cases->rows.n; i++)
        if (number_sign(weights_points(w, i, k)) && satisfy_row(s, &s->held, w->cases, i))
            return;
}

static bool is_scored(struct seeking *s)
{
    bool scored = look_at(s, &s->held)->status == STATUS_SCORED;
    looked_at(s);
    return scored;
}

void fill_all(struct seeking *s, struct moves *moves)
{
    struct filling f = {s, moves};
    walk_begin(s);
    for (size_t i = 0; i < s->changing_n; i++)
        walk_criterion(s, s->changing[i], fill, &f);
}

/* What has a score in spite of gaps elsewhere keeps them. */
static void fill_gaps(struct seeking *s)
{
    struct filling f = {s, &s->held};
    walk_begin(s);
    walk_criterion(s, s->k, fill, &f);
    if (!is_scored(s))
        fill_all(s, &s->held);
}

void seek_for(struct seeking *s, const struct criterion *k)
{
    s->k = k;
    s->held = (struct moves){0};
    s->tries = 0;
    score_reader_begin(&s->reader);
    score_reader_add(&s->reader, k);
    s->changing = s->reader.criteria.at;
    s->changing_n = s->reader.criteria.n;
    fill_gaps(s);
    stop_clocks(s);
    give_weight(s);
    if (k->applies)
        satisfy(s, &s->held, k->applies, true);
    do_steps(s);
}
