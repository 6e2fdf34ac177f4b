/* Whether a reason of because.def holds for a criterion. */
#include "check/because.h"
#include "explain/figures.h"
#include "testing/comparing.h"

struct asking {
    struct arena *a;
    struct outcome *o;
    const struct criterion *k;
    const struct result *r;
    const struct because *b;
    struct text found; /* what holds instead */
};

static bool no(struct asking *q, struct text found)
{
    q->found = found;
    return false;
}

static bool equals(struct asking *q, struct number x, struct number y)
{
    return number_equal(q->a, x, y);
}

static struct text short_words(struct asking *q, struct number n)
{
    return number_short_words(q->a, n, 6);
}

/* --- levels and bands ------------------------------------------------------------------------- */

/* Where the measure lies, in the words of the vocabulary; empty: nowhere. */
static struct text place_words(struct asking *q)
{
    const struct thresholds *t = q->r->thresholds;
    if (!t || !t->levels.n)
        return TEXT("");
    const struct level *l = &t->levels.at[q->r->level];
    switch (q->r->where) {
    case WHERE_BELOW_FIRST:
        return TEXT("it is below first level");
    case WHERE_AT:
        return SAY(q->a, "it is at level {}", short_words(q, l->score));
    case WHERE_BETWEEN:
        return SAY(q->a, "it is between level {} and {}", short_words(q, l->score),
                   short_words(q, (l + 1)->score));
    case WHERE_ABOVE_LAST:
        return TEXT("it is above last level");
    case WHERE_NOWHERE:
        break;
    }
    return TEXT("");
}

static bool has_raw(struct asking *q)
{
    return !q->r->carried && result_has_raw(q->o, q->r);
}

static bool lies_there(struct asking *q)
{
    const struct thresholds *t = q->r->thresholds;
    if (!has_raw(q) || q->r->where == WHERE_NOWHERE)
        return no(q, state_words(q->a, q->o, q->k));
    const struct level *l = &t->levels.at[q->r->level];
    bool holds = false;
    if (q->b->kind == BECAUSE_BELOW_FIRST)
        holds = q->r->where == WHERE_BELOW_FIRST;
    else if (q->b->kind == BECAUSE_ABOVE_LAST)
        holds = q->r->where == WHERE_ABOVE_LAST;
    else if (q->b->kind == BECAUSE_AT_LEVEL)
        holds = q->r->where == WHERE_AT && equals(q, l->score, q->b->first);
    else
        holds = q->r->where == WHERE_BETWEEN && equals(q, l->score, q->b->first) &&
                equals(q, (l + 1)->score, q->b->second);
    return holds || no(q, place_words(q));
}

static bool is_in_band(struct asking *q)
{
    const struct band *band = q->r->band;
    if (!has_raw(q) || !band)
        return no(q, state_words(q->a, q->o, q->k));
    return equals(q, band->score, q->b->first) ||
           no(q, SAY(q->a, "it is in band {}", short_words(q, band->score)));
}

/* --- steps ------------------------------------------------------------------------------------ */

static bool is_late(const struct step_result *s)
{
    return s->has_deadline && s->has_date && s->late_days > 0;
}

static enum day_unit unit_of(const struct step *step)
{
    return step->is_late ? step->late_unit : UNIT_DAY;
}

static struct text step_words(struct asking *q, size_t i)
{
    const struct step *step = &q->k->steps.at[i];
    const struct step_result *s = &q->r->steps[i];
    struct text number = short_words(q, step->number);
    switch (s->state) {
    case STEP_NOT_DONE:
        return SAY(q->a, "step {} is not done", number);
    case STEP_PART:
        return SAY(q->a, "step {} is done in part", number);
    case STEP_PASSED:
        return SAY(q->a, "step {} is passed over", number);
    case STEP_UNKNOWN:
        return SAY(q->a, "nobody knows of step {}: {}", number,
                   cause_words(q->a, q->o, s->cause, CAUSE_BY_ITSELF));
    case STEP_DONE:
        break;
    }
    return is_late(s)
               ? SAY(q->a, "step {} is {} late", number,
                     figure_days(q->a, unit_of(step), s->late_days))
               : SAY(q->a, s->has_deadline ? "step {} is done in time" : "step {} is done", number);
}

static bool is_late_by(struct asking *q, size_t i, struct number days)
{
    const struct step_result *s = &q->r->steps[i];
    return s->state == STEP_DONE && is_late(s) && unit_of(&q->k->steps.at[i]) == q->b->unit &&
           equals(q, number_of(s->late_days), days);
}

static bool step_is(struct asking *q)
{
    size_t i = 0;
    while (i < q->k->steps.n && !equals(q, q->k->steps.at[i].number, q->b->first))
        i++;
    if (!q->r->steps || i == q->k->steps.n || q->r->status == STATUS_DROPPED)
        return no(q, state_words(q->a, q->o, q->k));
    enum step_state is = q->r->steps[i].state;
    bool holds = false;
    if (q->b->kind == BECAUSE_STEP_DONE)
        holds = is == STEP_DONE;
    else if (q->b->kind == BECAUSE_STEP_NOT_DONE)
        holds = is == STEP_NOT_DONE;
    else if (q->b->kind == BECAUSE_STEP_IN_PART)
        holds = is == STEP_PART;
    else if (q->b->kind == BECAUSE_STEP_PASSED)
        holds = is == STEP_PASSED;
    else
        holds = is_late_by(q, i, q->b->second);
    return holds || no(q, step_words(q, i));
}

/* --- penalties and bonuses -------------------------------------------------------------------- */

static bool takes(const struct penalty_result *p)
{
    return p->applies && p->known && number_sign(p->amount) != 0;
}

static struct text amount_words(struct asking *q, const struct penalty_result *p)
{
    struct text kind = penalty_kind(p->penalty), name = p->penalty->name;
    if (!p->applies)
        return SAY(q->a, "{} {} does not apply", kind, name);
    if (!p->known)
        return SAY(q->a, "nobody knows {} {}", kind, name);
    struct text amount = number_short_words(q->a, p->amount, 6);
    return SAY(q->a, p->capped ? "{} {} is {}, which is its cap" : "{} {} is {}", kind, name,
               amount);
}

static const struct penalty_result *penalty_meant(struct asking *q, bool bonus)
{
    for (size_t i = 0; i < q->k->penalties.n; i++)
        if (q->k->penalties.at[i]->is_bonus == bonus &&
            text_equal(q->k->penalties.at[i]->name, q->b->name))
            return &q->r->penalties[i];
    return NULL;
}

static bool penalty_is(struct asking *q, bool bonus)
{
    const struct penalty_result *p = penalty_meant(q, bonus);
    if (!p || !has_raw(q) || !p->penalty)
        return no(q, state_words(q->a, q->o, q->k));
    bool holds = false;
    if (q->b->kind == BECAUSE_PENALTY || q->b->kind == BECAUSE_BONUS)
        holds = takes(p);
    else if (q->b->kind == BECAUSE_NO_PENALTY || q->b->kind == BECAUSE_NO_BONUS)
        holds = !p->applies || (p->known && !number_sign(p->amount));
    else
        holds = takes(p) && p->capped;
    return holds || no(q, amount_words(q, p));
}

/* --- lateness in general ---------------------------------------------------------------------- */

static bool counts_time(const struct penalty_result *p)
{
    return p->penalty && p->penalty->kind == AMOUNT_TIME && p->applies && p->known && p->count > 0;
}

static struct text all_late(struct asking *q)
{
    struct buffer b = buffer_in(q->a);
    for (size_t i = 0; i < q->k->steps.n; i++)
        if (q->r->steps[i].state == STEP_DONE && is_late(&q->r->steps[i])) {
            buffer_add(&b, b.n ? TEXT(", ") : TEXT(""));
            buffer_add(&b, step_words(q, i));
        }
    for (size_t i = 0; i < q->k->penalties.n; i++)
        if (counts_time(&q->r->penalties[i])) {
            const struct penalty *p = q->k->penalties.at[i];
            buffer_add(&b, b.n ? TEXT(", ") : TEXT(""));
            buffer_add(&b, SAY(q->a, "{} {} counts {}", penalty_kind(p), p->name,
                               figure_days(q->a, p->unit, q->r->penalties[i].count)));
        }
    return buffer_text(&b);
}

static bool lateness_is(struct asking *q)
{
    if (!has_raw(q))
        return no(q, state_words(q->a, q->o, q->k));
    struct text late = all_late(q);
    if (q->b->kind == BECAUSE_IN_TIME)
        return !late.n || no(q, late);
    for (size_t i = 0; i < q->k->steps.n; i++)
        if (is_late_by(q, i, q->b->first))
            return true;
    for (size_t i = 0; i < q->k->penalties.n; i++)
        if (counts_time(&q->r->penalties[i]) && q->k->penalties.at[i]->unit == q->b->unit &&
            equals(q, number_of(q->r->penalties[i].count), q->b->first))
            return true;
    return no(q, late.n ? late : TEXT("nothing in it is late"));
}

/* --- adjust, limits, cases -------------------------------------------------------------------- */

static bool limit_is(struct asking *q)
{
    bool held = q->r->floored;
    int way = number_order(q->a, q->r->wanted, q->r->adjusted);
    if (!has_raw(q))
        return no(q, state_words(q->a, q->o, q->k));
    return (held && (q->b->kind == BECAUSE_CAPPED ? way > 0 : way < 0)) ||
           no(q, !held     ? TEXT("no limit holds it")
                 : way > 0 ? TEXT("the cap holds it")
                           : TEXT("the floor holds it"));
}

static bool line_is(struct asking *q)
{
    long long line = 0;
    bool known =
        number_to_whole(q->a, q->b->first, &line) && line >= 1 && (size_t)line <= q->k->adjust.n;
    if (!known || !has_raw(q) || !q->r->adjust)
        return no(q, state_words(q->a, q->o, q->k));
    enum line_state is = q->r->adjust[line - 1].state;
    return is == LINE_APPLIED ||
           no(q,
              SAY(q->a, is == LINE_OPEN ? "nobody knows what line {} does" : "line {} is left out",
                  text_number(q->a, line)));
}

static bool case_is(struct asking *q)
{
    const struct cases *cases = because_cases(q->k);
    size_t row;
    if (!cases || q->r->status == STATUS_DROPPED || !outcome_case(q->o, 0, cases, &row))
        return no(q, state_words(q->a, q->o, q->k));
    struct number n = number_of((long long)row + 1);
    return equals(q, n, q->b->first) || no(q, SAY(q->a, "it is case {}", short_words(q, n)));
}

/* --- absence ---------------------------------------------------------------------------------- */

/* One of several that it waits for: the cause is only the first of them. */
static bool waits_for(struct asking *q)
{
    const struct fact *f = model_fact(q->o->model, q->b->name);
    bool waits = q->r->status == STATUS_INCOMPLETE || q->r->carried;
    const struct value *v = f ? &q->o->facts->entry[f->index].value : NULL;
    if (!waits || !f || v->kind != VALUE_ABSENT || v->absence != ABSENCE_MISSING)
        return false;
    struct fact_reader reader = fact_reader_in(q->a, q->o->model);
    fact_reader_begin(&reader);
    score_expressions(q->k, fact_reader_add, &reader);
    changing_expressions(q->k, fact_reader_add, &reader);
    for (size_t i = 0; i < reader.facts.n; i++)
        if (reader.facts.at[i] == f)
            return true;
    return false;
}

static bool is_missing(struct asking *q)
{
    const struct cause *c = q->r->cause;
    struct text what = {0};
    if (c && c->absence == ABSENCE_MISSING && c->kind == CAUSE_FACT)
        what = c->what;
    if (c && c->absence == ABSENCE_MISSING && c->kind == CAUSE_CELL) {
        const struct fact *table = cause_table(q->o, c);
        what = table ? SAY(q->a, "{}.{}", table->path, c->what) : c->what;
        if (table && text_equal(q->b->name, table->path))
            return true;
    }
    return (what.n && text_equal(what, q->b->name)) || waits_for(q) ||
           no(q, state_words(q->a, q->o, q->k));
}

static bool state_is(struct asking *q)
{
    const struct result *r = q->r;
    bool dropped = r->status == STATUS_DROPPED, holds = false;
    switch ((unsigned)q->b->kind) {
    case BECAUSE_NOT_APPLICABLE:
        holds = r->status == STATUS_NOT_APPLICABLE || (dropped && !r->no_weight && !r->carried);
        break;
    case BECAUSE_DROPPED:
        holds = dropped;
        break;
    case BECAUSE_CARRIED:
        holds = r->status == STATUS_NOT_APPLICABLE || (r->carried && !dropped);
        break;
    case BECAUSE_UNDEFINED:
        holds = r->cause && r->cause->absence == ABSENCE_UNDEFINED;
        break;
    case BECAUSE_NO_WEIGHT:
        holds = r->no_weight;
        break;
    default:
        break;
    }
    return holds || no(q, state_words(q->a, q->o, q->k));
}

static bool asks(struct asking *q)
{
    switch (q->b->kind) {
    case BECAUSE_BELOW_FIRST:
    case BECAUSE_AT_LEVEL:
    case BECAUSE_BETWEEN_LEVELS:
    case BECAUSE_ABOVE_LAST:
        return lies_there(q);
    case BECAUSE_IN_BAND:
        return is_in_band(q);
    case BECAUSE_STEP_DONE:
    case BECAUSE_STEP_NOT_DONE:
    case BECAUSE_STEP_IN_PART:
    case BECAUSE_STEP_PASSED:
    case BECAUSE_STEP_LATE:
        return step_is(q);
    case BECAUSE_LATE:
    case BECAUSE_IN_TIME:
        return lateness_is(q);
    case BECAUSE_PENALTY:
    case BECAUSE_NO_PENALTY:
    case BECAUSE_PENALTY_CAPPED:
        return penalty_is(q, false);
    case BECAUSE_BONUS:
    case BECAUSE_NO_BONUS:
    case BECAUSE_BONUS_CAPPED:
        return penalty_is(q, true);
    case BECAUSE_CAPPED:
    case BECAUSE_FLOORED:
        return limit_is(q);
    case BECAUSE_ROUNDED:
        return (has_raw(q) && q->r->rounded) || no(q, TEXT("rounding changes nothing"));
    case BECAUSE_LINE:
        return line_is(q);
    case BECAUSE_CASE:
        return case_is(q);
    case BECAUSE_MISSING:
        return is_missing(q);
    case BECAUSE_NOT_APPLICABLE:
    case BECAUSE_DROPPED:
    case BECAUSE_CARRIED:
    case BECAUSE_UNDEFINED:
    case BECAUSE_NO_WEIGHT:
        return state_is(q);
    case BECAUSE_KINDS:
        break;
    }
    return false;
}

bool because_holds(struct arena *a, struct outcome *o, const struct criterion *k,
                   const struct because *b, struct text *found)
{
    struct asking q = {.a = a, .o = o, .k = k, .r = outcome_result(o, k), .b = b};
    bool holds = asks(&q);
    if (found)
        *found = q.found;
    return holds;
}
