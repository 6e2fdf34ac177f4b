/* Which facts are behind a score, and which documents behind the facts. */
#include "explain/evidence.h"

struct evidence_finder {
    struct arena *a;
    const struct outcome *o;
    struct fact_reader reader;
    struct fact_reader step;
    size_t *line; /* by fact: where it stands among those of the criterion at hand */
    struct backings now;
    bool asked; /* the rules ask for evidence of something */
};

static bool was_needed(const void *outcome, const struct expr *e)
{
    return outcome_was_needed(outcome, e);
}

struct evidence_finder *evidence_finder_new(struct arena *a, const struct outcome *o)
{
    struct evidence_finder *f = ARENA_NEW(a, struct evidence_finder);
    *f = (struct evidence_finder){.a = a,
                                  .o = o,
                                  .reader = fact_reader_in(a, o->model),
                                  .step = fact_reader_in(a, o->model),
                                  .line = ARENA_ARRAY(a, size_t, o->model->facts.n + 1)};
    f->reader.wanted = f->step.wanted = was_needed;
    f->reader.of = f->step.of = o;
    for (size_t i = 0; i < o->model->facts.n; i++)
        f->asked =
            f->asked || o->model->facts.at[i]->needs_evidence || o->model->facts.at[i]->proves;
    return f;
}

/* Something of it was done, or achieved. */
static bool is_done(const struct outcome *o, const struct expr *e)
{
    struct value v = outcome_value(o, e);
    return v.kind == VALUE_DATE || (v.kind == VALUE_TRUTH && v.truth) ||
           (v.kind == VALUE_NUMBER && number_sign(v.number) > 0);
}

static void read_acts(struct evidence_finder *f, const struct expr *e)
{
    if (e->kind == EXPR_LOGIC)
        for (size_t i = 0; i < e->args.n; i++)
            read_acts(f, e->args.at[i]);
    else if (is_done(f->o, e))
        fact_reader_add(&f->step, e);
}

static void look_at_step(struct evidence_finder *f, const struct step *step,
                         const struct step_result *s)
{
    bool owes = step->evidence == EVIDENCE_LISTED || (s->refused && s->state != STEP_DONE);
    if (step->evidence == EVIDENCE_UNASKED || s->state == STEP_PASSED || !owes)
        return;
    fact_reader_begin(&f->step);
    read_acts(f, step->done);
    for (size_t i = 0; i < f->step.facts.n; i++) {
        const struct fact *fact = f->step.facts.at[i];
        struct backing *b = &f->now.facts.at[f->line[fact->index]];
        if (!facts_unproven(f->o->facts, fact))
            continue;
        b->missing = true;
        LIST_ADD(f->a, &b->steps,
                 (struct asking_step){step, s->refused && s->state == STEP_NOT_DONE});
    }
}

struct backings evidence_of(struct evidence_finder *f, const struct criterion *k)
{
    const struct result *r = outcome_result(f->o, k);
    f->now = (struct backings){.criterion = k};
    fact_reader_begin(&f->reader);
    criterion_expressions(k, fact_reader_add, &f->reader);
    changing_expressions(k, fact_reader_add, &f->reader);
    for (size_t i = 0; i < f->reader.facts.n; i++) {
        const struct fact *fact = f->reader.facts.at[i];
        f->line[fact->index] = i;
        LIST_ADD(
            f->a, &f->now.facts,
            (struct backing){.fact = fact,
                             .missing = fact->needs_evidence && facts_unproven(f->o->facts, fact)});
    }
    for (size_t i = 0; r->steps && i < k->steps.n; i++)
        look_at_step(f, &k->steps.at[i], &r->steps[i]);
    return f->now;
}

struct backings evidence_asked_of(struct evidence_finder *f, const struct criterion *k)
{
    return f->asked ? evidence_of(f, k) : (struct backings){.criterion = k};
}

struct text backing_words(struct arena *a, const struct criterion *k, const struct backing *b)
{
    struct buffer says = buffer_in(a);
    for (size_t i = 0; i < b->steps.n; i++) {
        const struct asking_step *s = &b->steps.at[i];
        buffer_add(&says, says.n ? TEXT(", ") : TEXT(""));
        buffer_add(&says, SAY(a, s->refuses ? "{} step {} does not count" : "{} step {}", k->path,
                              number_short_words(a, s->step->number, 0)));
    }
    return says.n ? buffer_text(&says) : k->path;
}

/* --- all of it ------------------------------------------------------------------------------- */

struct listing {
    struct evidence_finder *finder;
    struct evidence_list *list;
    bool *counted; /* by fact */
};

static bool has_clause(const struct criterion *k)
{
    bool has = k->remarks.cites.n;
    for (size_t i = 0; i < k->steps.n; i++)
        has = has || k->steps.at[i].remarks.cites.n;
    return has;
}

static void count(struct listing *l, const struct backing *b)
{
    const struct fact_entry *e = &l->list->outcome->facts->entry[b->fact->index];
    bool *counted = &l->counted[b->fact->index];
    if (*counted || e->value.kind == VALUE_ABSENT)
        return;
    *counted = true;
    l->list->facts++;
    l->list->proven += evidence_is_there(&e->evidence);
    l->list->missing += b->missing;
}

static void look_at(struct listing *l, const struct criterion *k)
{
    struct backings all = evidence_of(l->finder, k);
    for (size_t i = 0; i < all.facts.n; i++)
        count(l, &all.facts.at[i]);
    if (all.facts.n || has_clause(k))
        LIST_ADD(l->finder->a, &l->list->all, all);
}

static void look_below(struct listing *l, const struct criterion *k)
{
    if (!result_counts(l->finder->o, outcome_result(l->finder->o, k)))
        return;
    bool outermost = k == l->list->about;
    if (!outermost)
        look_at(l, k);
    for (size_t i = 0; i < k->children.n; i++)
        look_below(l, k->children.at[i]);
    if (outermost)
        look_at(l, k);
}

struct evidence_list *evidence_behind(struct arena *a, const struct outcome *o,
                                      const struct criterion *about)
{
    size_t n = o->model->facts.n + 1;
    struct evidence_list *list = ARENA_NEW(a, struct evidence_list);
    *list = (struct evidence_list){
        .outcome = o, .about = about, .file = ARENA_ARRAY(a, const struct evidence_file *, n)};
    struct listing l = {evidence_finder_new(a, o), list, ARENA_ARRAY(a, bool, n)};
    look_below(&l, about);
    return list;
}
