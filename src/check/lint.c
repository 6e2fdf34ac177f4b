/* Over the finished model: what is allowed but suspicious, and what readers of facts need to know.
 */
#include "check/checker.h"

struct reading {
    bool foreseen; /* the reader says what follows when the fact is n/a */
    bool *spoilt;  /* by fact: something that does not say so reads it */
    bool *read;
    size_t *seen; /* by let: the criterion (from 1) for which it was looked into last */
    size_t turn;
};

static void read_fact(struct reading *r, struct fact *f, struct span at)
{
    if (span_is_nowhere(f->read_at))
        f->read_at = at;
    r->read[f->index] = true;
    if (!r->foreseen)
        r->spoilt[f->index] = true;
}

static void read_expr(void *user, const struct expr *e)
{
    struct reading *r = user;
    if (e->kind == EXPR_FACT)
        read_fact(r, e->fact, e->at);
    if (e->kind == EXPR_LET && e->let->value && r->seen[e->let->index] != r->turn) {
        r->seen[e->let->index] = r->turn;
        read_expr(r, e->let->value);
    }
    if (e->kind == EXPR_AGGREGATE && e->fact)
        read_fact(r, e->fact, e->at);
    expr_operands(e, read_expr, r);
}

/* It, or what it stands in, counts for nothing in some case, and then nobody looks at its facts. */
static bool may_weigh_nothing(const struct criterion *k)
{
    for (; k; k = k->parent)
        if (criterion_may_weigh_nothing(k))
            return true;
    return false;
}

/* An n/a condition counts as no, if then another row holds for certain. */
static bool has_otherwise(const struct weights *w)
{
    return w && w->cases->rows.n && w->cases->rows.at[w->cases->rows.n - 1].otherwise;
}

static struct reading reading_in(struct checker *c)
{
    return (struct reading){.spoilt = ARENA_ARRAY(c->a, bool, c->m->facts.n + 1),
                            .read = ARENA_ARRAY(c->a, bool, c->m->facts.n + 1),
                            .seen = ARENA_ARRAY(c->a, size_t, c->m->lets.n + 1)};
}

static void read_criterion(struct reading *r, const struct criterion *k)
{
    r->foreseen = k->not_applicable->kind != POLICY_NONE || may_weigh_nothing(k);
    r->turn++;
    score_expressions(k, read_expr, r);
    r->foreseen = true;
    r->turn++;
    step_conditions(k, read_expr, r);
    r->foreseen = has_otherwise(k->weights);
    r->turn++;
    weights_expressions(k, read_expr, r);
    for (size_t j = 0; j < k->penalties.n; j++) {
        r->foreseen = k->penalties.at[j]->when;
        r->turn++;
        penalty_expressions(k->penalties.at[j], read_expr, r);
    }
    for (size_t j = 0; j < k->adjust.n; j++) {
        r->foreseen = k->adjust.at[j].when;
        r->turn++;
        adjust_expressions(&k->adjust.at[j], read_expr, r);
    }
}

/* n/a is an answer only where every criterion that reads the fact says what then happens. */
static void settle_readers(const struct reading *r, struct model *m)
{
    for (size_t i = 0; i < m->facts.n; i++)
        m->facts.at[i]->may_be_na =
            r->read[i] && !r->spoilt[i] && m->facts.at[i]->type.kind != TYPE_TABLE;
}

/* A deadline whose late days are working days needs a calendar that knows the days after it. */
static void check_covered(struct checker *c, const struct expr *from, const char *what)
{
    const struct calendar *cal = c->m->calendar;
    struct date d;
    if (!cal || !from || !date_is_certain(c, from, &d) || d.day == DATE_LAST)
        return;
    struct date next = {d.day + 1};
    if (!calendar_covers(cal, next))
        report_not_covered(c, from->at, next, what);
}

static void check_calendar_covers(struct checker *c)
{
    for (size_t i = 0; c->m->calendar && i < c->m->criteria.n; i++) {
        const struct criterion *k = c->m->criteria.at[i];
        for (size_t j = 0; j < k->steps.n; j++)
            if (k->steps.at[j].is_late && k->steps.at[j].late_unit == UNIT_WORKING_DAY)
                check_covered(c, k->steps.at[j].by, "after this deadline");
        for (size_t j = 0; j < k->penalties.n; j++)
            if (k->penalties.at[j]->unit == UNIT_WORKING_DAY)
                check_covered(c, k->penalties.at[j]->after, "after this day");
    }
}

/* Criterion by criterion: of ten thousand, what one of them is made of is looked at while it is at
 * hand. */
void check_lint(struct checker *c)
{
    check_calendar_covers(c);
    struct reading reading = reading_in(c);
    struct blank_search *blanks = c->d->errors ? NULL : blank_search_in(c);
    for (size_t i = 0; i < c->m->criteria.n; i++) {
        const struct criterion *k = c->m->criteria.at[i];
        read_criterion(&reading, k);
        if (!blanks)
            continue;
        check_conditions(c, k);
        check_reach(c, k);
        check_optional(blanks, k);
    }
    settle_readers(&reading, c->m);
    if (!blanks)
        return;
    check_named_conditions(c);
    check_use(c);
    check_holidays(c);
}
