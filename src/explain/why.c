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

void why_remarks(struct whying *w, struct reason *above, const struct remarks *remarks)
{
    for (size_t i = 0; i < remarks->cites.n; i++) {
        const struct cite *c = &remarks->cites.at[i];
        struct text says = c->document;
        if (c->has_date)
            says = SAY(w->a, "{}, {}", says, date_words(w->a, c->dated, w->m->era));
        if (c->page.n)
            says = SAY(w->a, "{}, page {}", says, c->page);
        reason_add(w, above, REASON_CITE, SAY(w->a, "by {}", says))->rule = c->at;
    }
    for (size_t i = 0; i < remarks->notes.n; i++)
        reason_add(w, above, REASON_NOTE, SAY(w->a, "note: {}", remarks->notes.at[i]));
}

void why_cause(struct whying *w, struct reason *above, const struct cause *c)
{
    struct reason *r = reason_add(w, above, REASON_CAUSE, words_cause(w->a, c));
    r->rule = c->at;
    r->fact = c->fact_at;
}

static struct text name_of(struct whying *w, const struct criterion *k)
{
    return k->title.n ? SAY(w->a, "{} {}", k->path, k->title) : k->path;
}

static struct reason *why_head(struct whying *w, const struct result *r)
{
    const struct criterion *k = r->criterion;
    unsigned places = k->show_score.places;
    struct text name = name_of(w, k);
    struct reason *head;
    switch (r->status) {
    case STATUS_DROPPED:
        head = reason_new(
            w, REASON_DROPPED,
            SAY(w->a, "{}  does not apply; its weight {}", name,
                r->given_to ? SAY(w->a, "goes to {}", r->given_to->path) : TEXT("is shared out")));
        if (r->carried)
            head->says = SAY(w->a, "{}  has no result; its weight is shared out", name);
        break;
    case STATUS_NOT_APPLICABLE:
        head = reason_new(w, REASON_NOT_APPLICABLE,
                          SAY(w->a, "{}  does not apply; carried at {}", name,
                              words_fixed(w->a, r->score, places)));
        break;
    case STATUS_INCOMPLETE:
        head =
            reason_new(w, REASON_INCOMPLETE,
                       SAY(w->a, "{}  at least {}, at most {}", name,
                           words_fixed(w->a, r->low, places), words_fixed(w->a, r->high, places)));
        break;
    case STATUS_SCORED:
    default:
        head = reason_new(w, r->carried ? REASON_CARRIED : REASON_SCORE,
                          SAY(w->a, r->carried ? "{}  no result yet; carried at {}" : "{}  {}",
                              name, words_fixed(w->a, r->score, places)));
    }
    head->rule = k->at;
    if (r->status == STATUS_SCORED || r->status == STATUS_NOT_APPLICABLE)
        reason_figure(head, r->score);
    return head;
}

/* Whether it applies, as far as that was asked. */
static void why_applies(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    if (!k->applies)
        return;
    struct text condition = words_formula(w->a, w->m, k->applies);
    struct text answer = r->applies.kind == VALUE_TRUTH ? words_value(w->a, w->m, r->applies, NULL)
                                                        : words_cause(w->a, r->applies.cause);
    struct reason *a =
        reason_add(w, above, REASON_APPLIES, SAY(w->a, "applies when {}: {}", condition, answer));
    a->rule = k->applies->at;
    why_operands(w, a, k->applies);
}

static void why_policy(struct whying *w, struct reason *above, const struct result *r)
{
    const struct policy *p = r->carried ? &r->criterion->missing : &r->criterion->not_applicable;
    if (p->kind == POLICY_NONE)
        return;
    struct reason *rule =
        reason_add(w, above, r->carried ? REASON_CARRIED : REASON_NOT_APPLICABLE,
                   SAY(w->a, r->carried ? "by the rule `{}`" : "by the rule `otherwise {}`",
                       words_formula(w->a, w->m, &(struct expr){.at = p->at})));
    rule->rule = p->at;
}

static void why_scorer(struct whying *w, struct reason *above, const struct result *r)
{
    const struct criterion *k = r->criterion;
    if (k->measure && r->has_measure) {
        why_measure(w, above, REASON_MEASURE, k->measure, k->percent, 4);
        if (r->measure.kind == VALUE_NUMBER &&
            !number_equal(w->a, r->measure.number, r->measure_exact.number)) {
            struct text to = k->percent ? words_percent(w->a, r->measure.number, 6, NULL)
                                        : words_number(w->a, r->measure.number, 6, NULL);
            reason_add(w, above, REASON_ROUNDED,
                       SAY(w->a, "{}: {}",
                           words_formula(w->a, w->m, &(struct expr){.at = k->round_measure.at}),
                           to))
                ->rule = k->round_measure.at;
        }
    }
    switch (k->scorer) {
    case SCORER_LEVELS:
        why_levels(w, above, r);
        break;
    case SCORER_STEPS:
        if (r->steps)
            why_steps(w, above, r);
        break;
    case SCORER_FORMULA:
        why_parts(w, above, r);
        break;
    case SCORER_CHILDREN:
        why_children(w, above, r);
        break;
    case SCORER_NONE:
        break;
    }
}

struct reason *why_criterion(struct whying *w, const struct criterion *k)
{
    const struct result *r = outcome_result(w->o, k);
    struct reason *head = why_head(w, r);
    if (w->told_criterion[k->index]) {
        head->says = SAY(w->a, "{} (as above)", head->says);
        return head;
    }
    w->told_criterion[k->index] = true;
    why_applies(w, head, r);
    bool settled = r->carried || r->status == STATUS_NOT_APPLICABLE ||
                   (r->status == STATUS_DROPPED && k->scorer != SCORER_CHILDREN);
    if (settled) {
        if (r->cause)
            why_cause(w, head, r->cause);
        why_policy(w, head, r);
    } else {
        why_scorer(w, head, r);
        why_adjust(w, head, r);
        if (r->status == STATUS_INCOMPLETE && r->cause)
            why_cause(w, head, r->cause);
    }
    why_weight(w, head, r);
    if (r->light)
        reason_add(w, head, REASON_RANGE,
                   SAY(w->a, "status {}{}", r->light->name,
                       r->light->title.n ? SAY(w->a, " {}", r->light->title) : TEXT("")))
            ->rule = r->light->at;
    size_t index;
    if (map_find(&w->o->facts->reasons, k->path, &index))
        reason_add(w, head, REASON_NOTE,
                   SAY(w->a, "the office says: {}", w->o->facts->reason_texts.at[index]));
    if (r->owes_reason)
        reason_add(w, head, REASON_REASON_OWED,
                   TEXT("the status requires a reason, and the facts give none"));
    why_remarks(w, head, &k->remarks);
    return head;
}

struct reason *why_score(struct arena *a, struct outcome *o, const struct criterion *k)
{
    struct whying w = {a, o, o->model, ARENA_ARRAY(a, bool, o->model->lets.n + 1),
                       ARENA_ARRAY(a, bool, o->model->criteria.n)};
    return why_criterion(&w, k);
}
