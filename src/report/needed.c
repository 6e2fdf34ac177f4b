/* What is needed for a score, in sentences. */
#include "report/needed.h"

#include "explain/figures.h"
#include "report/changes.h"

struct telling {
    struct document *d;
    struct arena *a;
    const struct outcome *o;
    const struct needed *n;
    struct block *outline;
    unsigned depth;
};

static void say(struct telling *t, unsigned depth, struct text says, enum tone tone,
                struct span place)
{
    struct text aside =
        t->depth > 1 ? source_line_words(t->a, t->o->model->sources, place) : TEXT("");
    outline_add(t->d, t->outline, depth, (struct cell){says, tone}, aside);
}

static void tell_change(struct telling *t, const struct change *c, struct text before,
                        unsigned depth)
{
    struct text says = change_words(t->a, t->o, c);
    if (c->at != t->n->criterion)
        says = SAY(t->a, "{}: {}", c->at->path, says);
    say(t, depth, SAY(t->a, "{}{}", before, says), TONE_PLAIN, change_place(t->o, c));
}

static void tell_way(struct telling *t, const struct way *way, bool first)
{
    bool one_of = t->n->ways.n > 1, several = way->changes.n > 1;
    struct text before = !one_of ? TEXT("") : first ? TEXT("either ") : TEXT("or ");
    unsigned depth = one_of && several ? 2 : 1;
    if (depth == 2) {
        say(t, 1, SAY(t->a, "{}together", before), TONE_PLAIN, (struct span){0, 0});
        before = TEXT("");
    }
    for (size_t i = 0; i < way->changes.n; i++)
        tell_change(t, &way->changes.at[i], before, depth);
    if (t->depth > 1)
        say(t, depth + 1, SAY(t->a, "gives {}", figure_score(t->a, t->n->criterion, way->score)),
            TONE_FAINT, (struct span){0, 0});
}

static struct text now_words(struct telling *t, const struct result *r)
{
    return result_has_score(r) ? figure_score(t->a, r->criterion, r->score)
                               : figure_range(t->a, r->criterion, r->low, r->high);
}

/* Where nothing bounds a score, no way was found, and none was ruled out. */
static struct text out_of_reach_words(struct telling *t, struct text goal)
{
    if (number_is_over(t->n->highest))
        return SAY(t->a, "no way to {} can be calculated", goal);
    return SAY(t->a, "{} is out of reach, {} is the most that can be calculated", goal,
               figure_score(t->a, t->n->criterion, t->n->highest));
}

static void tell_state(struct telling *t)
{
    const struct criterion *k = t->n->criterion;
    const struct result *r = outcome_result(t->o, k);
    struct text name = k->title.n ? SAY(t->a, "{} {}", k->path, k->title) : k->path;
    struct text goal = figure_score(t->a, k, t->n->goal), now = now_words(t, r);
    switch (t->n->state) {
    case NEEDED_REACHED:
        say(t, 0, SAY(t->a, "{}: {} is reached, with {}", name, goal, now), TONE_STRONG, k->at);
        return;
    case NEEDED_NOTHING:
        say(t, 0, SAY(t->a, "{}: does not apply, so nothing can raise it", name), TONE_STRONG,
            k->at);
        return;
    case NEEDED_OUT_OF_REACH:
        say(t, 0, SAY(t->a, "{}: {} now; {}", name, now, out_of_reach_words(t, goal)), TONE_STRONG,
            k->at);
        return;
    case NEEDED_WAYS:
        say(t, 0, SAY(t->a, "{}: {} now; for {} it takes", name, now, goal), TONE_STRONG, k->at);
        return;
    }
}

static void tell_blocked(struct telling *t)
{
    for (size_t i = 0; i < t->n->blocked.n; i++) {
        const struct criterion *k = t->n->blocked.at[i];
        const struct result *r = outcome_result(t->o, k);
        struct text taken = number_sign(r->taken) > 0 ? SAY(t->a, "; {} is taken for good",
                                                            figure_score(t->a, k, r->taken))
                                                      : TEXT("");
        say(t, 1, SAY(t->a, "{} stays at {}{}", k->path, now_words(t, r), taken), TONE_WARN, k->at);
    }
}

/* Each once, although it may have been met on several ways. */
static void tell_obstacles(struct telling *t)
{
    const struct step *told = NULL;
    for (size_t i = 0; i < t->n->obstacles.n; i++) {
        const struct obstacle *b = &t->n->obstacles.at[i];
        if (b->step == told)
            continue;
        told = b->step;
        say(t, 1,
            SAY(t->a, "{}: step {} {} was due by {}, and the facts describe {}", b->at->path,
                figure_short(t->a, b->step->number, 0, NULL), b->step->title,
                date_words(t->a, b->due, t->o->model->era),
                date_words(t->a, t->o->facts->as_of, t->o->model->era)),
            TONE_WARN, b->step->at);
    }
}

void report_needed(struct document *d, const struct outcome *o, const struct needed *n,
                   unsigned depth)
{
    struct telling t = {d, d->arena, o, n, document_outline(d), depth};
    tell_state(&t);
    for (size_t i = 0; i < n->ways.n; i++)
        tell_way(&t, &n->ways.at[i], i == 0);
    if (n->state == NEEDED_OUT_OF_REACH)
        tell_blocked(&t);
    tell_obstacles(&t);
}
