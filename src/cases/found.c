/* Cases that were found, with the reasons that hold there. */
#include "cases/seeking.h"

#include "check/because.h"
#include "facts/written.h"

static struct because only(enum because_kind kind)
{
    return (struct because){.kind = kind, .first = number_of(0), .second = number_of(0)};
}

static struct because of_levels(const struct result *r)
{
    const struct level *level = r->thresholds->levels.at;
    struct because b = only(BECAUSE_BELOW_FIRST);
    switch (r->where) {
    case WHERE_AT:
        b = only(BECAUSE_AT_LEVEL);
        b.first = level[r->level].score;
        break;
    case WHERE_BETWEEN:
        b = only(BECAUSE_BETWEEN_LEVELS);
        b.first = level[r->level].score;
        b.second = level[r->level + 1].score;
        break;
    case WHERE_ABOVE_LAST:
        b = only(BECAUSE_ABOVE_LAST);
        break;
    case WHERE_BELOW_FIRST:
    case WHERE_NOWHERE:
        break;
    }
    return b;
}

static bool of_step(const struct result *r, size_t i, struct because *b)
{
    const struct step_result *s = &r->steps[i];
    const struct step *step = &r->criterion->steps.at[i];
    switch (s->state) {
    case STEP_NOT_DONE:
        *b = only(BECAUSE_STEP_NOT_DONE);
        break;
    case STEP_DONE:
        *b = only(s->late_days ? BECAUSE_STEP_LATE : BECAUSE_STEP_DONE);
        b->second = number_of(s->late_days);
        b->unit = step->late_unit;
        break;
    case STEP_PART:
        *b = only(BECAUSE_STEP_IN_PART);
        break;
    case STEP_PASSED:
        *b = only(BECAUSE_STEP_PASSED);
        break;
    case STEP_UNKNOWN:
        return false;
    }
    b->first = step->number;
    return true;
}

static bool of_penalty(const struct result *r, size_t i, struct because *b)
{
    const struct penalty_result *p = &r->penalties[i];
    bool bonus = p->penalty->is_bonus;
    if (!p->known)
        return false;
    if (p->capped)
        *b = only(bonus ? BECAUSE_BONUS_CAPPED : BECAUSE_PENALTY_CAPPED);
    else if (number_sign(p->amount))
        *b = only(bonus ? BECAUSE_BONUS : BECAUSE_PENALTY);
    else
        *b = only(bonus ? BECAUSE_NO_BONUS : BECAUSE_NO_PENALTY);
    b->name = p->penalty->name;
    return true;
}

static bool of_line(const struct result *r, size_t i, struct because *b)
{
    *b = only(BECAUSE_LINE);
    b->first = number_of((long long)i + 1);
    return r->adjust[i].state == LINE_APPLIED;
}

static bool of_case(size_t row, struct because *b)
{
    *b = only(BECAUSE_CASE);
    b->first = number_of((long long)row + 1);
    return true;
}

static bool of_state(const struct result *r, struct because *b)
{
    const struct cause *c = r->cause;
    bool missing = c && c->absence == ABSENCE_MISSING && c->kind == CAUSE_FACT;
    if (r->no_weight)
        *b = only(BECAUSE_NO_WEIGHT);
    else if (r->carried)
        *b = only(r->status == STATUS_DROPPED ? BECAUSE_DROPPED : BECAUSE_CARRIED);
    else if (r->status == STATUS_NOT_APPLICABLE)
        *b = only(BECAUSE_NOT_APPLICABLE);
    else if (r->status == STATUS_DROPPED)
        *b = only(BECAUSE_DROPPED);
    else if (missing)
        *b = only(BECAUSE_MISSING);
    else if (c && c->absence == ABSENCE_UNDEFINED)
        *b = only(BECAUSE_UNDEFINED);
    else
        return false;
    if (missing)
        b->name = c->what;
    return true;
}

static bool of_score(const struct result *r, struct because *b)
{
    switch (r->criterion->scorer) {
    case SCORER_LEVELS:
        *b = of_levels(r);
        return true;
    case SCORER_BANDS:
        *b = only(BECAUSE_IN_BAND);
        b->first = r->band ? r->band->score : number_of(0);
        return r->band;
    case SCORER_STEPS:
    case SCORER_FORMULA:
    case SCORER_CHILDREN:
    case SCORER_NONE:
        break;
    }
    return false;
}

static bool find_reason(const struct result *r, struct aim aim, struct because *b)
{
    if (r->status != STATUS_SCORED || r->carried)
        return of_state(r, b);
    switch (aim.kind) {
    case AIM_STEP:
        return r->steps && of_step(r, aim.index, b);
    case AIM_PENALTY:
        return r->penalties && of_penalty(r, aim.index, b);
    case AIM_LINE:
        return r->adjust && of_line(r, aim.index, b);
    case AIM_CASE:
        return of_case(aim.index, b);
    case AIM_SCORE:
        return of_score(r, b);
    case AIM_STATE:
        break;
    }
    return of_state(r, b) || of_score(r, b);
}

struct text reason_of(struct arena *a, const struct result *r, struct aim aim)
{
    struct because b;
    return find_reason(r, aim, &b) ? because_words(a, &b) : TEXT("");
}

/* --- telling ---------------------------------------------------------------------------------- */

static bool same_moves(struct seeking *s, const struct moves *x, const struct moves *y)
{
    if (x->n != y->n)
        return false;
    for (size_t i = 0; i < x->n; i++)
        if (x->at[i].fact != y->at[i].fact ||
            !written_alike(s->scratch, x->at[i].fact, &x->at[i].entry, &y->at[i].entry))
            return false;
    return true;
}

static bool is_told(struct seeking *s, const struct moves *moves, struct text because)
{
    for (size_t i = s->told; i < s->out->all.n; i++) {
        const struct boundary *b = &s->out->all.at[i];
        bool known = !because.n || text_equal(b->because, because);
        if (!b->why_not.n && known && same_moves(s, &b->moves, moves))
            return true;
    }
    return false;
}

/* Those that are what the base says anyhow are left out. */
static struct moves needed(struct seeking *s, const struct moves *moves)
{
    struct moves least = {0};
    for (size_t i = 0; i < moves->n; i++)
        if (!written_alike(s->scratch, moves->at[i].fact, &moves->at[i].entry,
                           &s->base->entry[moves->at[i].fact->index]))
            LIST_ADD(s->a, &least, moves->at[i]);
    return least;
}

static void tell(struct seeking *s, struct boundary b)
{
    if (s->out->all.n - s->told >= CASES_OF_ONE)
        return;
    b.of = s->k;
    LIST_ADD(s->a, &s->out->all, b);
}

static void see(struct seeking *s, struct boundary *b, const struct result *r)
{
    b->status = r->status;
    b->score = number_copy(s->a, r->score);
    b->low = number_copy(s->a, r->low);
    b->high = number_copy(s->a, r->high);
    b->has_measure = r->has_measure && r->measure.kind == VALUE_NUMBER;
    b->measure = number_copy(s->a, b->has_measure ? r->measure.number : number_of(0));
    for (enum mark mark = 0; mark < MARKS && result_has_score(r); mark++)
        if (s->k->marks[mark])
            b->mark[mark] = band_of(s->scratch, s->k->marks[mark], r->score);
}

/* A fact is n/a, and nobody has said what follows where it has a weight. */
static bool has_no_answer(const struct result *r)
{
    return r->status == STATUS_DROPPED && !r->no_weight && !r->carried &&
           r->criterion->not_applicable->kind == POLICY_NONE &&
           r->criterion->scorer != SCORER_CHILDREN;
}

void found(struct seeking *s, struct aim aim, struct text says, const struct moves *moves)
{
    struct boundary b = {.says = says, .moves = needed(s, moves)};
    const struct result *r = look_at(s, &b.moves);
    bool unanswered = has_no_answer(r), stopped = again_outcome(s->again)->troubles.n != 0;
    b.because = stopped ? TEXT("") : reason_of(s->a, r, aim);
    see(s, &b, r);
    looked_at(s);
    if (unanswered)
        not_found(s, says, TEXT("no rule says what follows from n/a there"));
    else if (stopped)
        not_found(s, says, TEXT("the evaluation stops there"));
    else if (!is_told(s, &b.moves, b.because))
        tell(s, b);
}

void not_found(struct seeking *s, struct text says, struct text why)
{
    struct number none = number_of(0);
    tell(s, (struct boundary){.says = says,
                              .why_not = why,
                              .status = STATUS_INCOMPLETE,
                              .score = none,
                              .low = none,
                              .high = none,
                              .measure = none});
}
