/* Checklists: steps that are changed, removed and added, and their numbers behind that. */
#include <stdlib.h>

#include "amend/amending.h"

/* --- changing one --------------------------------------------------------------------------- */

/* Where the step says when it is done, its word included. */
static struct span done_of(const struct rule_text *d, const struct node *step)
{
    const struct node *what = step->step.done ? step->step.done : step->step.achieved;
    const struct token *word = token_before(d, what->at.lo);
    while (text_equal(token_text(word), TEXT("(")))
        word--;
    uint32_t end = step->step.properties.n ? step->step.properties.at[0]->at.lo : step->at.hi;
    return (struct span){word->at.lo, token_before(d, end)->at.hi};
}

static uint32_t behind_title(const struct node *step)
{
    return step->step.title ? step->step.title->at.hi : step->step.number->at.hi;
}

static struct span when_of(const struct rule_text *d, const struct node *step)
{
    return (struct span){token_from(d, behind_title(step))->at.lo,
                         token_before(d, done_of(d, step).lo)->at.hi};
}

static void change_when(struct amending *c, struct thing *t, const struct node *n)
{
    if (!say_once(c, t, TEXT("when"), n->at))
        return;
    if (t->node->step.when)
        replace(c, when_of(c->base, t->node), n->at);
    else
        put_at(c, (struct spot){behind_title(t->node), TEXT(" "), TEXT(""), TEXT("")}, n->at);
}

static void remove_from(struct amending *c, struct thing *t, const struct node *n)
{
    if (n->removal.of != NODE_condition) {
        remove_line(c, t, n);
        return;
    }
    if (!t->node->step.when)
        thing_wanted(c, t, TEXT("when"), n->at);
    else if (say_once(c, t, TEXT("when"), n->at))
        remove_span(c, when_of(c->base, t->node));
}

void change_step(struct amending *c, struct thing *owner, const struct node *n)
{
    struct thing *t = thing_wanted(c, owner, slot_of(c->a, n), n->amended_step.number->at);
    if (!t)
        return;
    t->changed = n->at;
    const struct node *before = cite_from_here(c, &n->amended_step.items);
    amend_title(c, t, t->node->step.title, n->amended_step.title, t->node->step.number->at.hi);
    for (size_t i = 0; i < n->amended_step.items.n; i++) {
        const struct node *item = n->amended_step.items.at[i];
        if (item->kind == NODE_condition)
            change_when(c, t, item);
        else if (item->kind == NODE_removal)
            remove_from(c, t, item);
        else if (item->kind != NODE_done)
            amend_property(c, t, item);
        else if (say_once(c, t, TEXT("done"), item->at))
            replace(c, done_of(c->base, t->node), item->at);
    }
    c->cited = before;
}

/* --- adding and numbering --------------------------------------------------------------------- */

/* A step that is added: behind `gap` of the old ones. */
struct added_step {
    const struct addition *of;
    const struct node *what; /* the `amended_step` */
    size_t gap;
    bool before; /* it is said to stand before the next one */
    size_t order;
};

static struct text number_said(struct amending *c, const struct node *number)
{
    return text_arabic(c->a, number->number.digits);
}

/* Among the old steps; else among those that are added further up. */
static bool find_gap(struct amending *c, struct added_step *s, const struct thing *steps,
                     const struct added_step *above, const struct map *numbers)
{
    const struct node *place = s->of->node->addition.place;
    s->gap = steps->node->steps.steps.n;
    if (!place)
        return true;
    struct text id = text_arabic(c->a, place->place.id->word.text);
    struct thing *t = thing_at(c, steps->owner, SAY(c->a, "step {}", id));
    s->before = place->place.kind == PLACE_BEFORE;
    if (t && place->place.kind != PLACE_INTO) {
        s->gap = t->name + !s->before;
        return true;
    }
    size_t found;
    if (above && place->place.kind == PLACE_AFTER && map_find(numbers, id, &found)) {
        s->gap = above[found].gap;
        s->before = above[found].before;
        return true;
    }
    struct diag *g = DIAG_ADD(c->d, K0908, place->at, SAY(c->a, "step {}", id),
                              s->before ? TEXT("to stand before") : TEXT("to stand behind"));
    diag_label(c->d, g, steps->node->at, TEXT("these are the steps"));
    return false;
}

static int by_gap(const void *one, const void *other)
{
    const struct added_step *x = one, *y = other;
    if (x->gap != y->gap)
        return x->gap < y->gap ? -1 : 1;
    if (x->before != y->before)
        return x->before ? 1 : -1;
    return x->order < y->order ? -1 : 1;
}

static void add_in_order(struct amending *c, struct pieces *p, const struct nodes *items,
                         enum node_kind kind, bool others)
{
    for (size_t i = 0; i < items->n; i++) {
        const struct node *n = items->at[i];
        bool early = n->kind == NODE_condition || n->kind == NODE_done;
        if (others ? early : n->kind != kind)
            continue;
        pieces_make(c, p, TEXT("   "), (struct span){n->at.lo, n->at.lo});
        pieces_add(c, p, n->at);
    }
}

static void put_step(struct amending *c, const struct added_step *s, struct spot spot)
{
    const struct node *n = s->what;
    struct span number = n->amended_step.number->at;
    struct pieces p = {0};
    pieces_make(c, &p, spot.before, number);
    pieces_add(c, &p, number);
    if (n->amended_step.title) {
        pieces_make(c, &p, TEXT(" "), number);
        pieces_add(c, &p, n->amended_step.title->at);
    }
    add_in_order(c, &p, &n->amended_step.items, NODE_condition, false);
    add_in_order(c, &p, &n->amended_step.items, NODE_done, false);
    add_in_order(c, &p, &n->amended_step.items, NODE_done, true);
    pieces_make(c, &p, spot.behind, number);
    const struct node *now = c->now, *cited = c->cited;
    c->now = s->of->node;
    c->cited = s->of->cited;
    cite_from_here(c, &n->amended_step.items);
    edit_add(c, spot.at, spot.at, p);
    c->now = now;
    c->cited = cited;
}

static void place_step(struct amending *c, const struct added_step *s, const struct thing *steps)
{
    const struct nodes *old = &steps->node->steps.steps;
    struct thing within = *steps->owner;
    within.body = token_before(c->base, old->n ? old->at[0]->at.lo : steps->node->at.hi - 1)->at.hi;
    if (!old->n)
        put_step(c, s, (struct spot){within.body, TEXT(" "), TEXT(" "), TEXT("")});
    else if (s->before)
        put_step(c, s, spot_before(c, &within, old->at[s->gap]->at, false));
    else
        put_step(c, s, spot_after(c, &within, old->at[s->gap ? s->gap - 1 : 0]->at, false));
}

static void check_added(struct amending *c, const struct added_step *s, size_t number)
{
    const struct node *n = s->what;
    struct text becomes = text_number(c->a, (long long)number);
    bool done = false;
    for (size_t i = 0; i < n->amended_step.items.n; i++)
        done = done || n->amended_step.items.at[i]->kind == NODE_done;
    if (!done)
        diag_help(DIAG_ADD(c->d, K0914, n->amended_step.number->at, becomes),
                  TEXT("write `done CONDITION` or `achieved SHARE` into it"));
    if (text_equal(number_said(c, n->amended_step.number), becomes))
        return;
    struct diag *g = DIAG_ADD(c->d, K0910, n->amended_step.number->at, becomes);
    diag_help(g,
              SAY(c->a, "write `step {}`, or say where it stands, as `... }} after 3`", becomes));
}

static void number_old(struct amending *c, const struct node *step, size_t number)
{
    struct text becomes = text_number(c->a, (long long)number);
    if (!text_equal(number_said(c, step->step.number), becomes))
        replace_by(c, step->step.number->at, becomes);
}

static void settle_list(struct amending *c, struct thing *steps, struct added_step *added, size_t n)
{
    const struct nodes *old = &steps->node->steps.steps;
    size_t number = 0, next = 0;
    if (n)
        qsort(added, n, sizeof *added, by_gap);
    for (size_t gap = 0; gap <= old->n; gap++) {
        if (gap) {
            struct thing *t = thing_at(c, steps->owner, slot_of(c->a, old->at[gap - 1]));
            if (t && span_is_nowhere(t->removed))
                number_old(c, old->at[gap - 1], ++number);
        }
        for (; next < n && added[next].gap == gap; next++) {
            check_added(c, &added[next], ++number);
            place_step(c, &added[next], steps);
        }
    }
}

static bool adds_step(const struct addition *a)
{
    return a->node->kind == NODE_addition && a->node->addition.what->kind == NODE_amended_step;
}

/* The checklist that a step is added to. */
static struct thing *steps_of(struct amending *c, const struct addition *a)
{
    struct thing *steps = thing_at(c, a->owner, TEXT("score"));
    if (steps && said_of(c, steps)) {
        struct diag *g = DIAG_ADD(c->d, K0911, a->node->at, TEXT("steps"));
        diag_label(c->d, g, *said_of(c, steps), TEXT("the checklist is removed or replaced"));
        diag_help(g, TEXT("do one of the two"));
        return NULL;
    }
    if (steps && steps->node->kind == NODE_steps)
        return steps;
    thing_wanted(c, a->owner, TEXT("steps"), a->node->at);
    return NULL;
}

static void settle_additions(struct amending *c, struct thing *steps)
{
    LIST_OF(struct added_step) added = {0};
    struct map numbers = map_in(c->a);
    for (size_t i = 0; i < steps->added.n; i++) {
        const struct addition *of = &c->additions.at[steps->added.at[i]];
        struct added_step s = {.of = of, .what = of->node->addition.what, .order = added.n};
        if (!find_gap(c, &s, steps, added.at, &numbers))
            continue;
        map_put(&numbers, number_said(c, s.what->amended_step.number), added.n);
        LIST_ADD(c->a, &added, s);
    }
    if (added.n == steps->added.n)
        settle_list(c, steps, added.at, added.n);
}

void settle_steps(struct amending *c)
{
    for (size_t i = 0; i < c->additions.n; i++) {
        struct thing *steps =
            adds_step(&c->additions.at[i]) ? steps_of(c, &c->additions.at[i]) : NULL;
        if (steps && !steps->added.n)
            LIST_ADD(c->a, &c->checklists, steps);
        if (steps)
            LIST_ADD(c->a, &steps->added, i);
    }
    for (size_t i = 0; i < c->things.n; i++) {
        const struct thing *t = c->things.at[i];
        if (!t->node || t->node->kind != NODE_step || span_is_nowhere(t->removed))
            continue;
        struct thing *steps = thing_at(c, t->owner, TEXT("score"));
        if (!steps->added.n && !steps->settled)
            LIST_ADD(c->a, &c->checklists, steps);
        steps->settled = true;
    }
    for (size_t i = 0; i < c->checklists.n; i++)
        settle_additions(c, c->checklists.at[i]);
}
