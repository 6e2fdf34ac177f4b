/* A loss in words. */
#include "explain/figures.h"
#include "report/adjustments.h"
#include "report/changes.h"
#include "report/lost.h"
#include "report/notes.h"

static const struct step *step_of(const struct loss *l)
{
    bool of_step = l->kind == LOSS_STEP || l->kind == LOSS_LATE;
    return of_step ? &l->at->steps.at[l->which] : NULL;
}

static struct text named(struct arena *a, struct text id, struct text title)
{
    return title.n ? SAY(a, "{}  {}", id, title) : id;
}

struct text loss_name(struct arena *a, const struct loss *l)
{
    const struct criterion *k = l->at;
    const struct step *step = step_of(l);
    if (step) {
        struct text number = figure_short(a, step->number, 0, NULL);
        return named(
            a, SAY(a, l->kind == LOSS_LATE ? "{} step {} late" : "{} step {}", k->path, number),
            step->title);
    }
    if (l->kind != LOSS_PENALTY && l->kind != LOSS_BONUS)
        return named(a, k->path, k->parent ? k->title : TEXT(""));
    const struct penalty *p = k->penalties.at[l->which];
    struct text title = p->title.n ? p->title : p->name;
    return k->parent ? named(a, k->path, title) : title;
}

/* --- how ------------------------------------------------------------------------------------ */

/* Whether both are printed alike. */
static bool is_near(struct arena *a, const struct criterion *k, struct number x, struct number y)
{
    struct number step = number_places(a, k->show_measure.places + (k->percent ? 2 : 0));
    if (k->measure->unit)
        step = number_multiply(a, step, k->measure->unit->scale);
    return number_equal(a, number_round(a, x, step, ROUND_HALF_UP),
                        number_round(a, y, step, ROUND_HALF_UP));
}

static struct text measure_why(struct arena *a, const struct loss *l, const struct result *r)
{
    struct text reached = figure_result(a, r);
    struct text needed = l->has_wanted ? figure_measure(a, l->at, l->wanted.value) : TEXT("");
    if (!l->has_wanted)
        return SAY(a, "{} reached", reached);
    if (!l->wanted.open && is_near(a, l->at, r->measure.number, l->wanted.value))
        return SAY(a, "not quite {} reached", needed);
    bool exact = l->kind == LOSS_LEVELS && !l->wanted.open;
    const char *words = exact                                 ? "{} reached, {} needed"
                        : l->wanted.at_most && l->wanted.open ? "{} reached, less than {} needed"
                        : l->wanted.at_most                   ? "{} reached, at most {} needed"
                        : l->wanted.open                      ? "{} reached, more than {} needed"
                                                              : "{} reached, at least {} needed";
    return SAY(a, words, reached, needed);
}

/* What full marks below it give. */
static struct text beyond_why(struct arena *a, const struct loss *l)
{
    struct text best = figure_score(a, l->at, number_subtract(a, l->mark, l->own));
    return SAY(a, number_sign(l->own) > 0 ? "nothing gives more than {}" : "up to {} can be given",
               best);
}

static struct text step_why(struct arena *a, const struct result *r, const struct step_result *s)
{
    if (s->state == STEP_PART && s->counts)
        return SAY(a, "{} achieved", figure_percent(a, s->share, 2, NULL));
    if (s->state != STEP_DONE && s->state != STEP_PART)
        return s->refused ? TEXT("not done without evidence") : TEXT("not done");
    struct number first = r->criterion->steps.at[r->next_step].number;
    return SAY(a, "counts only behind step {}", figure_short(a, first, 0, NULL));
}

static struct text late_why(struct arena *a, const struct step *step, const struct step_result *s)
{
    return SAY(a, "{} x {}", figure_days(a, step->late_unit, s->late_days),
               number_short_words(a, step->late_each, FIGURE_PLACES));
}

static struct text penalty_why(struct arena *a, const struct outcome *o,
                               const struct penalty_result *p)
{
    struct text sum = adjustment_sum(a, o, p);
    return sum.n ? sum : p->penalty->is_bonus ? TEXT("added") : TEXT("taken");
}

static struct text end_why(struct arena *a, const struct loss *l, struct number end)
{
    return SAY(a, number_sign(l->own) < 0 ? "not below {}" : "not above {}",
               number_short_words(a, end, FIGURE_PLACES));
}

static struct text scale_why(struct arena *a, const struct loss *l, const struct result *r)
{
    bool cut = l->at->has_adjust && r->floored;
    return end_why(a, l, cut ? r->adjusted : r->raw);
}

struct text loss_why(struct arena *a, const struct outcome *o, const struct loss *l)
{
    const struct criterion *k = l->at;
    const struct result *r = outcome_result(o, k);
    switch (l->kind) {
    case LOSS_LEVELS:
    case LOSS_BANDS:
        return measure_why(a, l, r);
    case LOSS_FORMULA:
        return SAY(a, "the formula gives {}", figure_score(a, k, r->raw));
    case LOSS_BEYOND:
        return beyond_why(a, l);
    case LOSS_STEP:
        return step_why(a, r, &r->steps[l->which]);
    case LOSS_LATE:
        return late_why(a, step_of(l), &r->steps[l->which]);
    case LOSS_PENALTY:
    case LOSS_BONUS:
        return penalty_why(a, o, &r->penalties[l->which]);
    case LOSS_LINE:
        return adjustment_line(a, &k->adjust.at[l->which], &r->adjust[l->which]);
    case LOSS_NOT_APPLICABLE:
    case LOSS_MISSING:
        return note_exception(a, r);
    case LOSS_FLOOR:
    case LOSS_CAP:
        return end_why(a, l, r->adjusted);
    case LOSS_SCALE:
        return scale_why(a, l, r);
    case LOSS_ROUNDED:
        return TEXT("rounded");
    case LOSS_OPEN:
        return SAY(a, "at most {}, whatever comes", figure_score(a, k, r->high));
    case LOSS_KINDS:
        break;
    }
    return TEXT("");
}

/* --- what gives it back --------------------------------------------------------------------- */

/* How much earlier, in the days that were counted; empty for anything else. */
static struct text earlier_words(struct arena *a, const struct outcome *o, const struct loss *l)
{
    const struct result *r = outcome_result(o, l->at);
    if (l->kind == LOSS_LATE)
        return figure_days(a, step_of(l)->late_unit, r->steps[l->which].late_days);
    if (l->kind != LOSS_PENALTY)
        return TEXT("");
    const struct penalty_result *p = &r->penalties[l->which];
    bool stopped = p->penalty->kind == AMOUNT_TIME && p->known && !p->runs_on;
    return stopped ? figure_days(a, p->penalty->unit, p->count - p->free) : TEXT("");
}

struct text loss_change(struct arena *a, const struct outcome *o, const struct loss *l,
                        const struct change *c)
{
    struct text says = change_words(a, o, c), earlier = earlier_words(a, o, l);
    return earlier.n ? SAY(a, "{}, {} earlier", says, earlier) : says;
}
