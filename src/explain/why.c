/* Reasons: why a score is what it is.
 *
 * Built by reading the cells that the evaluation left.  An expression whose cell was not filled was
 * not needed, and so is not part of any reason; single rows of a table are evaluated again, because
 * nothing was recorded of them. */
#include "explain/reasons.h"

struct text reason_words(enum reason_kind kind)
{
    static const char *const words[] = {
#define REASON(name, spelling) spelling,
#include "explain/reasons.def"
#undef REASON
    };
    return text_of(words[kind]);
}

struct reason *reason_new(struct whying *w, enum reason_kind kind, struct text says)
{
    struct reason *r = ARENA_NEW(w->a, struct reason);
    r->kind = kind;
    r->says = says;
    r->decisive = true;
    return r;
}

struct reason *reason_add(struct whying *w, struct reason *above, enum reason_kind kind,
                          struct text says)
{
    struct reason *r = reason_new(w, kind, says);
    LIST_ADD(w->a, &above->below, r);
    return r;
}

void reason_figure(struct reason *r, struct number n)
{
    r->has_number = true;
    r->number = n;
}

struct number pencil_round(struct whying *w, const struct criterion *k, struct number n)
{
    return number_round(w->a, n, number_places(w->a, k->show_score.places), k->show_score.mode);
}

void why_remarks(struct whying *w, struct reason *above, const struct remarks *remarks)
{
    for (size_t i = 0; i < remarks->cites.n; i++) {
        const struct cite *c = &remarks->cites.at[i];
        struct text says = SAY(w->a, "by {}", words_cite(w->a, w->m, c));
        reason_add(w, above, REASON_CITE, says)->rule = c->at;
    }
    for (size_t i = 0; i < remarks->notes.n; i++)
        reason_add(w, above, REASON_NOTE, SAY(w->a, "note: {}", remarks->notes.at[i]));
}

struct text why_name(struct whying *w, struct text name, struct text title)
{
    return title.n ? SAY(w->a, "{} {}", name, title) : name;
}

struct text why_cause_words(struct whying *w, const struct cause *c)
{
    return cause_words(w->a, w->o, c, CAUSE_IN_REASON);
}

static void why_cause(struct whying *w, struct reason *above, const struct cause *c)
{
    struct reason *r = reason_add(w, above, REASON_CAUSE, why_cause_words(w, c));
    r->rule = c->at;
    r->fact = c->fact_at;
}

static struct text dropped_words(struct whying *w, const struct result *r)
{
    const struct criterion *above = r->criterion->parent;
    if (!above)
        return TEXT("does not apply");
    if (r->no_weight)
        return TEXT("weight 0 in this case");
    if (!above->weighs)
        return r->carried ? TEXT("has no result, left out") : TEXT("does not apply, left out");
    if (r->carried)
        return TEXT("has no result; its weight is shared out");
    return r->given_to ? SAY(w->a, "does not apply; its weight goes to {}", r->given_to->path)
                       : TEXT("does not apply; its weight is shared out");
}

static enum reason_kind head_kind(const struct result *r)
{
    static const enum reason_kind kind[] = {[STATUS_SCORED] = REASON_SCORE,
                                            [STATUS_INCOMPLETE] = REASON_INCOMPLETE,
                                            [STATUS_DROPPED] = REASON_DROPPED,
                                            [STATUS_NOT_APPLICABLE] = REASON_NOT_APPLICABLE};
    return r->status == STATUS_SCORED && r->carried ? REASON_CARRIED : kind[r->status];
}

static struct text head_words(struct whying *w, const struct result *r)
{
    const struct criterion *k = r->criterion;
    struct text score = figure_score(w->a, k, r->score);
    switch (r->status) {
    case STATUS_DROPPED:
        return dropped_words(w, r);
    case STATUS_NOT_APPLICABLE:
        return SAY(w->a, "does not apply; carried at {}", score);
    case STATUS_INCOMPLETE:
        if (r->maybe_no_weight && number_equal(w->a, r->low, r->high))
            return SAY(w->a, "{}; not known yet whether it counts", figure_score(w->a, k, r->low));
        if (!r->maybe_out && number_equal(w->a, r->low, r->high))
            return SAY(w->a, "{} in any case", figure_score(w->a, k, r->low));
        return figure_ends(w->a, k, r->low, r->high);
    case STATUS_SCORED:
        break;
    }
    return r->carried ? SAY(w->a, "no result yet; carried at {}", score) : score;
}

static struct reason *why_head(struct whying *w, const struct result *r)
{
    const struct criterion *k = r->criterion;
    struct text name = why_name(w, k->path, k->title);
    struct reason *head = reason_new(w, head_kind(r), SAY(w->a, "{}  {}", name, head_words(w, r)));
    head->rule = k->at;
    if (result_has_score(r))
        reason_figure(head, r->score);
    return head;
}

static void why_policy(struct whying *w, struct reason *above, const struct result *r)
{
    const struct policy *p = r->carried ? r->criterion->missing : r->criterion->not_applicable;
    if (p->kind == POLICY_NONE)
        return;
    struct reason *rule =
        reason_add(w, above, r->carried ? REASON_CARRIED : REASON_NOT_APPLICABLE,
                   SAY(w->a, r->carried ? "by the rule `{}`" : "by the rule `otherwise {}`",
                       words_formula(w->a, w->m, &(struct expr){.at = p->at})));
    rule->rule = p->at;
}

/* What decided the score; of what was settled without a scorer, why it was. */
static void why_result(struct whying *w, struct reason *head, const struct result *r)
{
    bool settled = r->carried || r->status == STATUS_NOT_APPLICABLE ||
                   (r->status == STATUS_DROPPED && r->criterion->scorer != SCORER_CHILDREN);
    if (!settled) {
        why_scorer(w, head, r);
        why_adjust(w, head, r);
    }
    if (r->cause && (settled || r->status == STATUS_INCOMPLETE))
        why_cause(w, head, r->cause);
    if (settled)
        why_policy(w, head, r);
}

/* "B or C" */
static struct text possible_words(struct whying *w, const struct marking *m)
{
    struct buffer says = buffer_in(w->a);
    for (size_t i = 0; i < m->possible.n; i++) {
        const struct band *b = m->possible.at[i];
        buffer_add(&says, says.n ? TEXT(" or ") : TEXT(""));
        buffer_add(&says, why_name(w, b->name, b->title));
    }
    buffer_add(&says, m->or_none ? TEXT(" or none") : TEXT(""));
    return buffer_text(&says);
}

static void why_mark(struct whying *w, struct reason *head, const struct result *r, enum mark which)
{
    static const enum reason_kind kind[] = {
        [MARK_LIGHT] = REASON_RANGE, [MARK_GRADE] = REASON_GRADE};
    const struct marking *m = &r->mark[which];
    if (m->band)
        reason_add(
            w, head, kind[which],
            SAY(w->a, "{} {}", mark_words(which), why_name(w, m->band->name, m->band->title)))
            ->rule = m->band->at;
    else if (m->narrowed)
        reason_add(w, head, kind[which],
                   SAY(w->a, "{} {}", mark_words(which), possible_words(w, m)));
}

static void why_marks(struct whying *w, struct reason *head, const struct result *r)
{
    for (enum mark which = 0; which < MARKS; which++)
        why_mark(w, head, r, which);
    size_t index;
    if (map_find(&w->o->facts->reasons, r->criterion->path, &index))
        reason_add(w, head, REASON_NOTE,
                   SAY(w->a, "the office says: {}", w->o->facts->reason_texts.at[index]));
    for (enum mark which = 0; which < MARKS; which++)
        if (r->mark[which].owes_reason)
            reason_add(
                w, head, REASON_REASON_OWED,
                SAY(w->a, "the {} requires a reason, and the facts give none", mark_words(which)));
}

struct reason *why_criterion(struct whying *w, const struct criterion *k)
{
    const struct result *r = outcome_result(w->o, k);
    struct reason *head = why_head(w, r);
    if (w->told_criterion[k->index] == w->round) {
        head->says = SAY(w->a, "{} (as above)", head->says);
        return head;
    }
    w->told_criterion[k->index] = w->round;
    if (!r->no_weight) {
        why_condition(w, head, REASON_APPLIES, "applies when", k->applies);
        why_result(w, head, r);
    }
    why_weight(w, head, r);
    why_marks(w, head, r);
    why_remarks(w, head, &k->remarks);
    return head;
}

static struct whying *whying_of(struct arena *a, struct outcome *o)
{
    struct whying *w = ARENA_NEW(a, struct whying);
    *w = (struct whying){.a = a,
                         .o = o,
                         .m = o->model,
                         .told_let = ARENA_ARRAY(a, size_t, o->model->lets.n),
                         .told_criterion = ARENA_ARRAY(a, size_t, o->model->criteria.n),
                         .told_value = ARENA_ARRAY(a, size_t, o->model->cells),
                         .round = 1};
    return w;
}

struct whying *whying_of_figures(struct arena *a, struct outcome *o)
{
    struct whying *w = whying_of(a, o);
    w->brief = true;
    w->counted = ARENA_ARRAY(a, size_t, o->model->cells);
    return w;
}

struct reason *why_score(struct arena *a, struct outcome *o, const struct criterion *k)
{
    return why_criterion(whying_of(a, o), k);
}
