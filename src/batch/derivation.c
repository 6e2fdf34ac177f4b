/* Derivations: criterion by criterion. */
#include "batch/derivation.h"

#include "batch/derivation_parts.h"
#include "batch/derivation_put.h"
#include "batch/derivation_terms.h"
#include "explain/figures.h"

struct derivation {
    const struct model *m;
    const struct terms *terms;               /* by criterion index */
    struct text *head;                       /* the same: `{"id":"1.1"` */
    LIST_OF(const struct criterion *) order; /* each behind what its score is made of */
};

/* --- once ----------------------------------------------------------------------------------- */

struct ordering {
    struct arena *a;
    struct derivation *d;
    bool *done; /* by criterion index */
};

static void put_in_order(struct ordering *to, const struct criterion *k)
{
    const struct terms *terms = &to->d->terms[k->index];
    if (to->done[k->index])
        return;
    to->done[k->index] = true;
    for (size_t i = 0; i < terms->of[TERM_SCORE].n; i++)
        put_in_order(to, terms->of[TERM_SCORE].at[i].criterion);
    for (size_t i = 0; i < k->children.n; i++)
        put_in_order(to, k->children.at[i]);
    LIST_ADD(to->a, &to->d->order, k);
}

const struct derivation *derivation_of(struct arena *a, const struct model *m)
{
    struct derivation *d = ARENA_NEW(a, struct derivation);
    *d = (struct derivation){.m = m, .terms = terms_of(a, m)};
    d->head = ARENA_ARRAY(a, struct text, m->criteria.n);
    for (size_t i = 0; i < m->criteria.n; i++)
        d->head[i] = SAY(a, "{}{}", TEXT("{\"id\":"), quoted(a, m->criteria.at[i]->path));
    struct ordering to = {a, d, ARENA_ARRAY(a, bool, m->criteria.n)};
    put_in_order(&to, m->criteria.at[0]);
    return d;
}

/* --- what it was made from ------------------------------------------------------------------ */

static const struct expr *needed(const struct outcome *o, const struct term *t)
{
    for (size_t i = 0; i < t->read.n; i++)
        if (outcome_was_needed(o, t->read.at[i]))
            return t->read.at[i];
    return NULL;
}

static void put_score(struct buffer *b, const struct result *r)
{
    if (result_has_score(r))
        put_number(b, r->score);
    else
        buffer_add(b, TEXT("null"));
}

static void put_term(struct buffer *b, const struct outcome *o, enum term_kind kind,
                     const struct term *t, const struct expr *e)
{
    switch (kind) {
    case TERM_FACT:
        put_value(b, o->facts->entry[t->fact->index].value, t->fact->unit);
        return;
    case TERM_LET:
        put_value(b, outcome_value(o, e->let->value), NULL);
        return;
    case TERM_FIGURE:
        put_value(b, outcome_value(o, e), NULL);
        return;
    case TERM_SCORE:
        put_score(b, outcome_result(o, t->criterion));
        return;
    case TERM_KINDS:
        return;
    }
}

static void put_terms(struct buffer *b, const struct outcome *o, const struct terms *terms)
{
    static const char *const key[] = {[TERM_FACT] = ",\"facts\":{",
                                      [TERM_LET] = ",\"lets\":{",
                                      [TERM_FIGURE] = ",\"figures\":{",
                                      [TERM_SCORE] = ",\"scores\":{"};
    for (enum term_kind kind = 0; kind < TERM_KINDS; kind++) {
        bool any = false;
        for (size_t i = 0; i < terms->of[kind].n; i++) {
            const struct term *t = &terms->of[kind].at[i];
            const struct expr *e = needed(o, t);
            if (!e)
                continue;
            if (!any)
                buffer_add(b, text_of(key[kind]));
            buffer_add(b, any ? t->key : (struct text){t->key.at + 1, t->key.n - 1});
            put_term(b, o, kind, t, e);
            any = true;
        }
        if (any)
            buffer_add_byte(b, '}');
    }
}

/* --- what became of it ---------------------------------------------------------------------- */

static const char *state_of(const struct result *r)
{
    switch (r->status) {
    case STATUS_SCORED:
        return r->carried ? "carried" : NULL;
    case STATUS_INCOMPLETE:
        return "incomplete";
    case STATUS_DROPPED:
        return "dropped";
    case STATUS_NOT_APPLICABLE:
        return "not-applicable";
    }
    return NULL;
}

static void put_state(struct buffer *b, const struct outcome *o, const struct result *r)
{
    const char *state = state_of(r);
    if (!state)
        return;
    put_member_text(b, TEXT("state"), text_of(state));
    if (r->cause)
        put_member_text(b, TEXT("because"), cause_words(b->arena, o, r->cause, CAUSE_BY_ITSELF));
    else if (r->no_weight)
        put_member_text(b, TEXT("because"), TEXT("no weight in this case"));
    if (r->given_to)
        put_member_text(b, TEXT("given_to"), r->given_to->path);
}

/* Its own calculation came to something: no policy stands in its place. */
static bool is_calculated(const struct result *r)
{
    return !r->carried && (r->status == STATUS_SCORED || r->status == STATUS_INCOMPLETE);
}

static void put_figures(struct buffer *b, const struct result *r)
{
    const struct criterion *k = r->criterion;
    if (result_has_score(r))
        put_member(b, TEXT("score"), r->score);
    else if (r->status == STATUS_INCOMPLETE) {
        put_member(b, TEXT("at_least"), r->low);
        put_member(b, TEXT("at_most"), r->high);
    }
    if (k->parent && k->parent->scorer == SCORER_CHILDREN && !r->points_open &&
        r->status != STATUS_DROPPED)
        put_member(b, TEXT("points"), r->points);
}

void derivation_add(const struct derivation *d, const struct outcome *o, struct buffer *out)
{
    for (size_t i = 0; i < d->order.n; i++) {
        const struct criterion *k = d->order.at[i];
        const struct result *r = outcome_result(o, k);
        buffer_add_byte(out, i ? ',' : '[');
        buffer_add(out, d->head[k->index]);
        put_terms(out, o, &d->terms[k->index]);
        put_state(out, o, r);
        if (is_calculated(r)) {
            put_scorer(out, o, r);
            put_adjustments(out, o, r);
        }
        put_figures(out, r);
        buffer_add_byte(out, '}');
    }
    buffer_add_byte(out, ']');
}
