/* Facts that move a score up and down: more achievement that scores less.
 *
 * The form of the rules proves for most facts that the score only rises with them, or only falls.
 * Of the others values are tried around everywhere where something begins, with the other facts at
 * several places; what is said was seen. */
#include "cases/boundaries.h"
#include "facts/written.h"
#include "lint/direction.h"
#include "testing/block.h"

enum { VALUES = 60, BASES = 12 }; /* of one fact; of the others */

/* A value of the fact, and the score with it. */
struct tried {
    struct number at;
    struct fact_entry entry;
    struct number score;
    bool scored;
};

/* What was found of a criterion: of what is made from its score it is not said again. */
struct said {
    const struct fact *fact;
    const struct criterion *of;
};

struct trying {
    struct linting *l;
    struct arena *scratch;    /* of one evaluation */
    const struct facts *base; /* to begin with; NULL: not asked for yet */
    const struct criterion *k;
    const struct boundaries *found; /* of it */
    const struct fact *f;
    struct tried tried[VALUES]; /* rising */
    size_t places, trials;
    LIST_OF(struct said) said;
};

/* Where a value stands among others; false for what has no order. */
static bool number_in(struct value v, struct number *n)
{
    if (v.kind == VALUE_NUMBER)
        *n = v.number;
    else if (v.kind == VALUE_DATE)
        *n = number_of(v.date.day);
    else if (v.kind == VALUE_TRUTH)
        *n = number_of(v.truth);
    else
        return false;
    return true;
}

static void add_tried(struct trying *t, const struct fact_entry *e)
{
    struct tried new = {.entry = *e};
    size_t i = t->places;
    if (!number_in(e->value, &new.at) || t->places == VALUES)
        return;
    while (i && number_order(t->l->a, t->tried[i - 1].at, new.at) > 0)
        i--;
    if (i && number_equal(t->l->a, t->tried[i - 1].at, new.at))
        return;
    for (size_t j = t->places++; j > i; j--)
        t->tried[j] = t->tried[j - 1];
    t->tried[i] = new;
}

static void find_places(struct trying *t)
{
    t->places = 0;
    add_tried(t, &t->base->entry[t->f->index]);
    for (size_t i = 0; i < t->found->all.n; i++) {
        const struct moves *moves = &t->found->all.at[i].moves;
        for (size_t j = 0; j < moves->n; j++)
            if (moves->at[j].fact == t->f)
                add_tried(t, &moves->at[j].entry);
    }
}

static struct facts *facts_at(struct arena *a, const struct trying *t, const struct facts *base,
                              const struct tried *p)
{
    struct facts *f = facts_copy(a, base);
    f->entry[t->f->index] = p->entry;
    return f;
}

static void score_places(struct trying *t, const struct facts *base)
{
    for (size_t i = 0; i < t->places; i++) {
        struct tried *p = &t->tried[i];
        struct arena_mark mark = arena_mark(t->scratch);
        struct outcome *o =
            eval_supposing(t->scratch, t->l->m, facts_at(t->scratch, t, base, p), t->k, NULL, 0);
        const struct result *r = outcome_result(o, t->k);
        p->scored = r->status == STATUS_SCORED;
        p->score = p->scored ? number_copy(t->l->a, r->score) : number_over();
        arena_return(t->scratch, mark);
        t->trials++;
        t->l->work += t->l->m->cells + t->l->m->criteria.n + t->l->m->facts.n;
    }
}

/* The greatest step between neighbours in that direction, and how far all of them go. */
static struct number steps_of(struct trying *t, int sign, size_t *greatest)
{
    struct number all = number_of(0), most = number_of(0);
    for (size_t i = 1; i < t->places; i++) {
        const struct tried *from = &t->tried[i - 1], *to = &t->tried[i];
        if (!from->scored || !to->scored)
            continue;
        struct number step = number_subtract(t->l->a, to->score, from->score);
        if (number_sign(step) * sign <= 0)
            continue;
        step = sign < 0 ? number_negate(t->l->a, step) : step;
        all = number_add(t->l->a, all, step);
        if (number_order(t->l->a, step, most) > 0) {
            most = step;
            *greatest = i;
        }
    }
    return all;
}

static void add_test(struct trying *t, struct buffer *b, const struct facts *base,
                     const struct tried *p)
{
    struct arena *a = t->l->d->arena;
    struct text value = written_value(a, t->l->m, t->f, p->entry.value);
    struct ready_test test = {
        .name = SAY(a, "{} with {} {}", t->k->path, t->f->path, value),
        .outcome = eval_model(t->l->a, t->l->m, facts_at(t->l->a, t, base, p)),
    };
    LIST_ADD(a, &test.expects, (struct ready_expectation){.of = t->k, .exactly = true});
    test_block(b, t->l->a, &test);
}

static struct text score_words(struct trying *t, const struct tried *p)
{
    return number_words(t->l->d->arena, p->score, t->k->show_score.places);
}

static void say(struct trying *t, const struct facts *base, size_t i, bool falls)
{
    struct arena *a = t->l->d->arena;
    const struct tried *from = &t->tried[i - 1], *to = &t->tried[i];
    struct diag *g =
        DIAG_ADD(t->l->d, K1064, t->k->at, t->f->path, t->k->path,
                 written_value(a, t->l->m, t->f, from->entry.value), score_words(t, from),
                 written_value(a, t->l->m, t->f, to->entry.value), score_words(t, to));
    struct buffer b = buffer_in(a);
    diag_label(t->l->d, g, t->f->at, TEXT("this fact"));
    diag_help(g, SAY(a,
                     "elsewhere more of it scores {}: mend what is wrong, or `allow "
                     "non_monotone` with the reason",
                     text_of(falls ? "more" : "less")));
    add_test(t, &b, base, from);
    add_test(t, &b, base, to);
    g->test = buffer_text(&b);
}

/* Whether it goes both ways with the other facts as they are in `base`. */
static bool goes_both_ways(struct trying *t, const struct facts *base)
{
    size_t rise = 0, fall = 0;
    score_places(t, base);
    struct number up = steps_of(t, 1, &rise), down = steps_of(t, -1, &fall);
    if (!rise || !fall)
        return false;
    bool falls = number_order(t->l->a, up, down) >= 0;
    say(t, base, falls ? fall : rise, falls);
    LIST_ADD(t->l->a, &t->said, (struct said){t->f, t->k});
    return true;
}

static bool is_tired(const struct trying *t)
{
    return t->trials > LINT_TRIALS || t->l->work > LINT_WORK;
}

static void look_at(struct trying *t, const struct fact *f)
{
    t->f = f;
    find_places(t);
    if (t->places < 3 || goes_both_ways(t, t->base))
        return;
    size_t every = t->found->all.n / BASES + 1;
    for (size_t i = 0; i < t->found->all.n && !is_tired(t); i += every) {
        const struct boundary *b = &t->found->all.at[i];
        if (b->moves.n && goes_both_ways(t, boundary_facts(t->l->a, t->base, b)))
            return;
    }
}

static bool has_order(const struct fact *f)
{
    return !f->fixed && !f->is_choice &&
           (f->type.kind == TYPE_NUMBER || f->type.kind == TYPE_DATE ||
            f->type.kind == TYPE_YES_NO);
}

static bool was_said(const struct trying *t, const struct score_reader *reader,
                     const struct fact *f)
{
    for (size_t i = 0; i < t->said.n; i++)
        if (t->said.at[i].fact == f && reader->criterion[t->said.at[i].of->index])
            return true;
    return false;
}

static void begin(struct trying *t, const struct criterion *k)
{
    struct arena *a = t->l->a;
    struct diags unsaid = diags_in(a, t->l->d->sources);
    t->base = t->base ? t->base : plain_facts(a, t->l->m, &unsaid);
    t->k = k;
    t->trials = 0;
    t->found = boundaries_of(a, t->l->m, t->base, k);
    t->l->work += 10 * (t->l->m->cells + t->l->m->criteria.n + t->l->m->facts.n);
}

/* Its own children are asked by themselves, and a mean of them goes where they go. */
static void look_into(struct trying *t, struct directing *d, struct score_reader *reader,
                      const struct criterion *k)
{
    if (k->scorer == SCORER_CHILDREN && !k->formula && !k->penalties.n && !k->adjust.n)
        return;
    bool begun = false;
    score_reader_begin(reader);
    score_reader_add(reader, k);
    for (size_t i = 0; i < reader->facts.n && !is_tired(t); i++) {
        const struct fact *f = reader->facts.at[i];
        if (!has_order(f) || was_said(t, reader, f))
            continue;
        t->l->work += t->l->m->lets.n / 16 + reader->criteria.n;
        directing_turn(d, f);
        if (score_goes(d, k) != GOES_ANYWHERE)
            continue;
        if (!begun)
            begin(t, k);
        begun = true;
        look_at(t, f);
    }
}

/* What stands in others comes first: what is said of it is not said again. */
void lint_monotone(struct linting *l)
{
    struct trying t = {.l = l, .scratch = arena_beside(l->a)};
    struct directing d = directing_of(l);
    struct score_reader reader = score_reader_in(l->a, l->m);
    if (!diags_want(l->d, K1064))
        return;
    for (size_t i = l->m->criteria.n; i-- > 0 && l->work <= LINT_WORK;)
        look_into(&t, &d, &reader, l->m->criteria.at[i]);
}
