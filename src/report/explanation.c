/* Reasons as an outline for people. */
#include "report/explanation.h"

static enum tone tone_of(const struct reason *r)
{
    switch (r->kind) {
    case REASON_LATE:
    case REASON_STEP_NOT_DONE:
    case REASON_CAUSE:
    case REASON_EVIDENCE:
    case REASON_REASON_OWED:
        return TONE_WARN;
    case REASON_CITE:
    case REASON_NOTE:
    case REASON_SKIPPED_DAY:
    case REASON_ROW_LEFT_OUT:
    case REASON_STEP_BEYOND:
        return TONE_FAINT;
    default:
        return TONE_PLAIN;
    }
}

/* Where a line comes from: the fact with its evidence, else the rule. */
static struct text aside_of(struct arena *a, struct sources *s, const struct reason *r)
{
    struct text place = source_line_words(a, s, span_is_nowhere(r->fact) ? r->rule : r->fact);
    return r->evidence.n ? SAY(a, "{}  {}", place, r->evidence) : place;
}

void report_reason(struct document *d, struct block *outline, struct sources *s,
                   const struct reason *r, unsigned depth, struct explaining how)
{
    enum tone tone = depth == 0 ? TONE_STRONG : tone_of(r);
    outline_add(d, outline, depth, (struct cell){r->says, tone}, aside_of(d->arena, s, r));
    if (how.depth && depth + 1 >= how.depth)
        return;
    size_t hidden = 0;
    for (size_t i = 0; i < r->below.n; i++) {
        if (how.all || r->below.at[i]->decisive)
            report_reason(d, outline, s, r->below.at[i], depth + 1, how);
        else
            hidden++;
    }
    if (hidden)
        outline_add(d, outline, depth + 1,
                    (struct cell){SAY(d->arena, "... {} more with --all",
                                      text_number(d->arena, (long long)hidden)),
                                  TONE_FAINT},
                    (struct text){0});
}

static void add_claims(struct document *d, const struct outcome *o, const struct claims *claims,
                       const struct criterion *about)
{
    struct block *outline = NULL;
    for (size_t i = 0; i < claims->all.n; i++) {
        const struct claim_result *c = &claims->all.at[i];
        if (!claim_is_off(c) || !criterion_is_within(c->criterion, about))
            continue;
        if (!outline) {
            outline = document_outline(d);
            outline_add(d, outline, 0, (struct cell){TEXT("claims that disagree"), TONE_STRONG},
                        (struct text){0});
        }
        struct text says = SAY(d->arena, "{} {}: printed {}, recomputed {}", c->claim->target,
                               c->claim->aspect, c->claim->shown, claim_recomputed(d->arena, c));
        if (c->verdict == VERDICT_IMPOSSIBLE)
            says = SAY(d->arena, "{}; {}", says, claim_verdict(d->arena, c));
        outline_add(d, outline, 1, (struct cell){says, TONE_WARN},
                    source_line_words(d->arena, o->model->sources, c->claim->at));
    }
}

void report_explanation(struct document *d, struct outcome *o, const struct claims *claims,
                        struct explaining how)
{
    const struct criterion *about = how.about ? how.about : o->model->criteria.at[0];
    struct reason *r = why_score(d->arena, o, about);
    report_reason(d, document_outline(d), o->model->sources, r, 0, how);
    add_claims(d, o, claims, about);
}
