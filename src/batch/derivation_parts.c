/* The parts of a derivation: from what was measured or done to the score. */
#include "batch/derivation_parts.h"

#include "batch/derivation_put.h"
#include "explain/figures.h"
#include "explain/words.h"

/* --- levels and bands ----------------------------------------------------------------------- */

static void put_level(struct buffer *b, struct text key, const struct level *l)
{
    put_key(b, key);
    put_pair(b, l->score, l->value);
}

/* Below the first level the rules may give a score that is not the level's. */
static void put_below(struct buffer *b, const struct result *r, const struct level *first)
{
    put_key(b, TEXT("below"));
    put_pair(b, r->raw, first->value);
}

static void put_levels(struct buffer *b, struct text key, const struct level *from)
{
    put_key(b, key);
    buffer_add_byte(b, '[');
    put_pair(b, from->score, from->value);
    buffer_add_byte(b, ',');
    put_pair(b, from[1].score, from[1].value);
    buffer_add_byte(b, ']');
}

static void put_place(struct buffer *b, const struct result *r)
{
    const struct thresholds *t = r->thresholds;
    const struct level *l = &t->levels.at[r->level];
    bool goes_on = t->kind == LEVELS_EXTRAPOLATED;
    switch (r->where) {
    case WHERE_NOWHERE:
        return;
    case WHERE_AT:
        put_level(b, TEXT("at"), l);
        return;
    case WHERE_BETWEEN:
        if (t->kind == LEVELS_STEPPED)
            put_level(b, TEXT("reached"), l);
        else
            put_levels(b, TEXT("between"), l);
        return;
    case WHERE_BELOW_FIRST:
        if (goes_on)
            put_levels(b, TEXT("line"), l);
        else
            put_below(b, r, l);
        return;
    case WHERE_ABOVE_LAST:
        if (goes_on)
            put_levels(b, TEXT("line"), l - 1);
        else
            put_level(b, TEXT("beyond"), l);
        return;
    }
}

static void put_band(struct buffer *b, const struct outcome *o, const struct band *band)
{
    put_member_text(b, TEXT("band"),
                    words_formula(b->arena, o->model, &(struct expr){.at = band->at}));
}

static void put_measure(struct buffer *b, const struct outcome *o, const struct result *r)
{
    if (!r->has_measure || r->measure.kind != VALUE_NUMBER)
        return;
    if (!number_equal(b->arena, r->measure.number, r->measure_exact.number))
        put_member(b, TEXT("measured"), r->measure_exact.number);
    put_member(b, TEXT("measure"), r->measure.number);
    if (!r->thresholds)
        return;
    if (r->criterion->by)
        put_member_whole(b, TEXT("case"), (long long)r->row + 1);
    if (r->criterion->scorer == SCORER_LEVELS)
        put_place(b, r);
    else if (r->band)
        put_band(b, o, r->band);
}

/* --- steps ---------------------------------------------------------------------------------- */

static void put_done(struct buffer *b, const struct step_result *s)
{
    put_key(b, TEXT("done"));
    switch (s->state) {
    case STEP_DONE:
        if (s->has_date)
            put_date(b, s->date);
        else
            buffer_add(b, TEXT("true"));
        return;
    case STEP_PART:
        put_number(b, s->share);
        return;
    case STEP_NOT_DONE:
        buffer_add(b, TEXT("false"));
        return;
    case STEP_PASSED:
        buffer_add(b, TEXT("\"passed\""));
        return;
    case STEP_UNKNOWN:
        buffer_add(b, TEXT("null"));
        return;
    }
}

static void put_step(struct buffer *b, const struct step *step, const struct step_result *s)
{
    buffer_add(b, TEXT("{\"step\":"));
    put_number(b, step->number);
    put_done(b, s);
    if (s->refused)
        put_member_text(b, TEXT("because"), TEXT("there is no evidence"));
    if (s->counts)
        put_member(b, TEXT("earned"), s->earned);
    if (s->counts && s->has_deadline) {
        put_key(b, TEXT("by"));
        put_date(b, s->deadline);
        if (s->late_days)
            put_member_whole(b, TEXT("late"), s->late_days);
        if (number_sign(s->taken))
            put_member(b, TEXT("taken"), s->taken);
    }
    buffer_add_byte(b, '}');
}

static void put_steps(struct buffer *b, const struct result *r)
{
    const struct criterion *k = r->criterion;
    put_key(b, TEXT("steps"));
    buffer_add_byte(b, '[');
    for (size_t i = 0; r->steps && i < k->steps.n; i++) {
        if (i)
            buffer_add_byte(b, ',');
        put_step(b, &k->steps.at[i], &r->steps[i]);
    }
    buffer_add_byte(b, ']');
    put_member(b, TEXT("earned"), r->points_earned);
    put_member(b, TEXT("offered"), r->points_offered);
    put_member(b, TEXT("full"), k->points_in_all);
}

/* --- means ---------------------------------------------------------------------------------- */

static void put_mean(struct buffer *b, const struct outcome *o, const struct result *r)
{
    const struct criterion *k = r->criterion;
    bool any = false;
    if (r->weights && !r->weights->known)
        return;
    if (r->weights)
        put_member_whole(b, TEXT("weights"), (long long)r->weights->row + 1);
    put_key(b, TEXT("parts"));
    buffer_add_byte(b, '[');
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *part = outcome_result(o, k->children.at[i]);
        if (part->status == STATUS_DROPPED)
            continue;
        if (any)
            buffer_add_byte(b, ',');
        put_quoted(b, part->criterion->path);
        any = true;
    }
    buffer_add_byte(b, ']');
    put_member(b, TEXT("over"), r->inside);
}

void put_scorer(struct buffer *b, const struct outcome *o, const struct result *r)
{
    put_measure(b, o, r);
    if (r->criterion->scorer == SCORER_STEPS)
        put_steps(b, r);
    else if (r->criterion->scorer == SCORER_CHILDREN)
        put_mean(b, o, r);
    if (result_has_raw(o, r))
        put_member(b, TEXT("raw"), r->raw);
}

/* --- penalties, bonuses and lines of `adjust` ------------------------------------------------ */

static bool is_counted(const struct penalty *p)
{
    return p->kind == AMOUNT_TIME || p->kind == AMOUNT_ROWS;
}

/* From which day until which: what was counted. */
static void put_days(struct buffer *b, const struct penalty_result *p)
{
    if (p->after.kind != VALUE_DATE && p->after.kind != VALUE_MONTH)
        return;
    put_key(b, TEXT("after"));
    put_value(b, p->after, NULL);
    if (p->until.day) { /* it has stopped, or runs up to the day of the facts */
        put_key(b, TEXT("until"));
        put_date(b, p->until);
    }
}

static void put_amount(struct buffer *b, const struct penalty_result *p)
{
    const struct penalty *rule = p->penalty;
    if (rule->kind == AMOUNT_TIME)
        put_days(b, p);
    if (is_counted(rule)) {
        put_member_whole(b, TEXT("count"), p->count);
        if (p->free)
            put_member_whole(b, TEXT("free"), p->free);
        put_member(b, TEXT("each"), rule->each);
    }
    if (p->capped)
        put_member(b, TEXT("cap"), rule->cap);
    put_member(b, p->known ? TEXT("amount") : TEXT("at_least"), p->amount);
    if (!p->known && p->has_most)
        put_member(b, TEXT("at_most"), p->most);
}

static void put_penalty(struct buffer *b, const struct outcome *o, const struct penalty_result *p)
{
    buffer_add(b, p->penalty->is_bonus ? TEXT("{\"bonus\":") : TEXT("{\"penalty\":"));
    put_quoted(b, p->penalty->name);
    if (p->applies)
        put_amount(b, p);
    else
        put_member(b, TEXT("amount"), number_of(0));
    if (p->cause && !(p->applies && p->known))
        put_member_text(b, TEXT("because"), cause_words(b->arena, o, p->cause, CAUSE_BY_ITSELF));
    buffer_add_byte(b, '}');
}

static void put_penalties(struct buffer *b, const struct outcome *o, const struct result *r)
{
    size_t n = r->penalties ? r->criterion->penalties.n : 0;
    if (number_sign(r->late))
        put_member(b, TEXT("late"), r->late);
    if (!n)
        return;
    put_key(b, TEXT("penalties"));
    for (size_t i = 0; i < n; i++) {
        buffer_add_byte(b, i ? ',' : '[');
        put_penalty(b, o, &r->penalties[i]);
    }
    buffer_add_byte(b, ']');
}

static void put_lines(struct buffer *b, const struct result *r)
{
    size_t n = r->adjust ? r->criterion->adjust.n : 0;
    if (!n)
        return;
    put_key(b, TEXT("adjust"));
    for (size_t i = 0; i < n; i++) {
        const struct adjust_result *l = &r->adjust[i];
        buffer_add(b, i ? TEXT(",{\"line\":") : TEXT("[{\"line\":"));
        put_whole(b, (long long)i + 1);
        if (l->state == LINE_LEFT_OUT)
            buffer_add(b, TEXT(",\"left_out\":true"));
        else if (l->value.kind == VALUE_NUMBER)
            put_member(b, TEXT("value"), l->value.number);
        if (l->known)
            put_member(b, TEXT("after"), l->after);
        buffer_add_byte(b, '}');
    }
    buffer_add_byte(b, ']');
}

void put_adjustments(struct buffer *b, const struct outcome *o, const struct result *r)
{
    put_penalties(b, o, r);
    put_lines(b, r);
    if (r->floored)
        put_member(b, TEXT("limited"), r->adjusted);
}
