/* Checklists: each step done, not done, on its last day and after it, in part, passed over, without
 * evidence. */
#include "cases/seeking.h"

struct step_case {
    struct seeking *s;
    const struct step *step;
    size_t i;
    struct text name; /* "step 3" */
};

static void tell_step(struct step_case *c, struct text says, const struct moves *moves)
{
    found(c->s, (struct aim){AIM_STEP, c->i}, SAY(c->s->a, "{} {}", c->name, says), moves);
}

/* --- days ------------------------------------------------------------------------------------- */

struct acts {
    struct seeking *s;
    LIST_OF(const struct fact *) facts;
};

static void read_act(void *acts, const struct expr *e, const struct expr *over)
{
    struct acts *d = acts;
    if (e->kind == EXPR_FACT && !over)
        LIST_ADD(d->s->a, &d->facts, (const struct fact *)e->fact);
}

static struct acts acts_of(struct seeking *s, const struct expr *done)
{
    struct acts acts = {.s = s};
    walk_begin(s);
    walk(s, done, read_act, &acts);
    return acts;
}

static bool is_working(const struct seeking *s, struct date d)
{
    return !s->m->calendar || !calendar_covers(s->m->calendar, d) ||
           calendar_is_working(s->m->calendar, d);
}

/* Behind that day, the first one that counts: after a weekend or holidays. */
static struct date first_working_after(const struct seeking *s, struct date d)
{
    enum { LONGEST = 60 };
    for (int i = 0; i < LONGEST; i++)
        if (is_working(s, (struct date){++d.day}))
            return d;
    return d;
}

struct deadline {
    const struct fact *fact;
    struct text prefix; /* the fact, where there are several */
    struct date due;
};

static void on_day(struct step_case *c, const struct deadline *l, struct date d, const char *says)
{
    struct seeking *s = c->s;
    struct moves moves = moves_copy(s->a, &s->held);
    moves_value(s, &moves, l->fact, value_date(d));
    tell_step(c, SAY(s->a, says, l->prefix, date_words(s->a, l->due, s->m->era)), &moves);
}

static void around_deadline(struct step_case *c, const struct fact *f, bool several)
{
    struct seeking *s = c->s;
    struct deadline l = {f, several ? SAY(s->a, "{} ", f->path) : TEXT(""), {0}};
    const struct result *r = look_at(s, &s->held);
    bool has = r->steps && r->steps[c->i].has_deadline;
    l.due = has ? r->steps[c->i].deadline : l.due;
    looked_at(s);
    if (!has)
        return;
    struct date next = {l.due.day + 1}, working = first_working_after(s, l.due);
    on_day(c, &l, l.due, "{}on its last day, {}");
    on_day(c, &l, next, "{}a day after {}");
    if (working.day != next.day)
        on_day(c, &l, working, "{}on the first working day after {}");
    if (c->step->late_unit == UNIT_WORKING_DAY)
        on_day(c, &l, first_working_after(s, working), "{}on the second working day after {}");
}

static void around_deadlines(struct step_case *c)
{
    struct acts acts = acts_of(c->s, c->step->done);
    size_t dates = 0;
    for (size_t i = 0; i < acts.facts.n; i++)
        dates += acts.facts.at[i]->type.kind == TYPE_DATE;
    for (size_t i = 0; i < acts.facts.n; i++)
        if (acts.facts.at[i]->type.kind == TYPE_DATE)
            around_deadline(c, acts.facts.at[i], dates > 1);
}

/* --- what is done ----------------------------------------------------------------------------- */

static void shares(struct step_case *c)
{
    static const char *const where[] = {"in part, just below {}", "at {}", "just above {}"};
    struct seeking *s = c->s;
    const struct expr *e[] = {c->step->done};
    struct knobs knobs = knobs_of(s, &s->held, e, 1);
    for (int whole = 0; whole < 2; whole++) {
        struct target t = {TARGET_EXPR, c->step->done, NULL, c->i, number_of(whole)};
        struct crossing at = seek(s, &s->held, &t, &knobs);
        for (int i = 0; i < 3; i++)
            if (at.has[i])
                tell_step(c, SAY(s->a, where[i], whole ? TEXT("100 %") : TEXT("0 %")), &at.at[i]);
    }
}

static void not_done(struct step_case *c)
{
    struct seeking *s = c->s;
    struct moves moves = moves_copy(s->a, &s->held);
    if (undo(s, &moves, c->step->done))
        tell_step(c, TEXT("not done"), &moves);
    else
        not_found(s, SAY(s->a, "{} not done", c->name),
                  TEXT("no facts were found that leave it undone"));
}

static void passed_over(struct step_case *c)
{
    struct moves moves = moves_copy(c->s->a, &c->s->held);
    if (satisfy(c->s, &moves, c->step->when, false))
        tell_step(c, TEXT("does not apply"), &moves);
}

static void unproven(struct step_case *c)
{
    struct seeking *s = c->s;
    struct moves moves = moves_copy(s->a, &s->held);
    struct acts acts = acts_of(s, c->step->done);
    if (!acts.facts.n)
        return;
    const struct fact *f = acts.facts.at[0];
    struct fact_entry e = *moved_entry(s, &moves, f);
    e.evidence = (struct evidence){.supposed = false};
    moves_put(s->a, &moves, f, e);
    tell_step(c, SAY(s->a, "without evidence of {}", f->path), &moves);
}

void cases_of_steps(struct seeking *s)
{
    const struct criterion *k = s->k;
    found(s, (struct aim){AIM_STEP, k->steps.n - 1}, TEXT("all steps done"), &s->held);
    for (size_t i = 0; i < k->steps.n; i++) {
        const struct step *step = &k->steps.at[i];
        struct text number = number_short_words(s->a, step->number, 0);
        struct step_case c = {s, step, i, SAY(s->a, "step {}", number)};
        if (step->by_share) {
            shares(&c);
        } else {
            not_done(&c);
            if (step->by)
                around_deadlines(&c);
        }
        if (step->when)
            passed_over(&c);
        if (step->evidence == EVIDENCE_COUNTS)
            unproven(&c);
    }
}
