/* Groups, indicators and parts: changed, added, removed, moved, renumbered. */
#include "amend/amending.h"
#include "base/nearest.h"

void change_criterion(struct amending *c, struct thing *owner, const struct node *n)
{
    struct thing *t = criterion_wanted(c, owner, n->criterion.height, n->criterion.id);
    if (!t)
        return;
    t->changed = n->criterion.id->at;
    cite_block(c, owner, t);
    const struct node *before = cite_from_here(c, &n->criterion.items);
    const struct node *old = t->node;
    amend_title(c, t, old->criterion.title, n->criterion.title, old->criterion.id->at.hi);
    amend_items(c, t, &n->criterion.items);
    c->cited = before;
}

void remove_criterion(struct amending *c, struct thing *owner, const struct node *n)
{
    struct thing *t = criterion_wanted(c, owner, n->removal.height, n->removal.name);
    if (!t || !say_once(c, t, TEXT("all of it"), n->at))
        return;
    t->removed = n->at;
    remove_span(c, t->node->at);
}

/* --- renumbering ---------------------------------------------------------------------------------
 */

static void put_formerly(struct amending *c, struct thing *t, struct text was, struct span by)
{
    if (formerly_among(c, t->items))
        return;
    struct text says = formerly_words(c, was);
    struct spot spot =
        t->items->n ? spot_before(c, t, t->items->at[0]->at, false) : spot_inside(c, t);
    struct pieces p = {0};
    pieces_make(c, &p, SAY(c->a, "{}{}{}", spot.before, says, spot.behind), by);
    edit_add(c, spot.at, spot.at, p);
}

static void renumber(struct amending *c, struct thing *owner, const struct node *n)
{
    struct text from = text_arabic(c->a, n->renumber.from->word.text);
    struct thing *t = criterion_called(c, owner, from);
    if (!t) {
        thing_wanted(c, owner, SAY(c->a, "indicator {}", from), n->renumber.from->at);
        return;
    }
    struct text to = text_arabic(c->a, n->renumber.to->word.text);
    bool part = t->node->criterion.height == HEIGHT_PART;
    if (!say_once(c, t, TEXT("number"), n->at) ||
        !say_once(c, part ? t->owner : c->file, SAY(c->a, "id {}", to), n->at))
        return;
    t->renumbered = n;
    c->now = n;
    replace(c, t->node->criterion.id->at, n->renumber.to->at);
    put_formerly(c, t, from, n->at);
}

/* Whether the id is that of something that keeps it. */
static struct thing *taken_by(const struct amending *c, const struct thing *owner, struct text id)
{
    struct thing *t = criterion_called(c, owner, id);
    return t && span_is_nowhere(t->removed) && !t->renumbered ? t : NULL;
}

static void check_free_id(struct amending *c, const struct thing *owner, struct text slot,
                          struct text id, struct span at)
{
    struct thing *t = taken_by(c, owner, id);
    if (!t)
        return;
    struct diag *g = DIAG_ADD(c->d, K0904, at, slot);
    diag_label(c->d, g, t->node->criterion.id->at, TEXT("here"));
    diag_help(g, TEXT("change it, or remove or renumber it"));
}

static void settle_renumbers(struct amending *c)
{
    for (size_t i = 0; i < c->renumbers.n; i++)
        renumber(c, c->renumbers_in.at[i], c->renumbers.at[i]);
    for (size_t i = 0; i < c->renumbers.n; i++) {
        struct text to = text_arabic(c->a, c->renumbers.at[i]->renumber.to->word.text);
        check_free_id(c, c->renumbers_in.at[i], to, to, c->renumbers.at[i]->renumber.to->at);
    }
}

/* --- what is added and moved
 * ---------------------------------------------------------------------- */

static const struct node *place_of(const struct addition *a)
{
    return a->node->kind == NODE_move ? a->node->move.place : a->node->addition.place;
}

static bool is_criterion(const struct addition *a)
{
    return a->node->kind == NODE_move || a->node->addition.what->kind == NODE_criterion;
}

/* An id of a part is one of its indicator. */
static struct text id_in(struct amending *c, const struct thing *owner, bool part, struct text id)
{
    return part ? SAY(c->a, "{}\n{}", owner->path, id) : id;
}

/* What is added under that id. */
static struct addition *added_as(struct amending *c, const struct addition *beside, struct text id)
{
    size_t found;
    bool part = beside->owner->node && beside->owner->node->criterion.height == HEIGHT_INDICATOR;
    return map_find(&c->added, id_in(c, beside->owner, part, id), &found) ? &c->additions.at[found]
                                                                          : NULL;
}

static bool stands_in(const struct thing *t, const struct thing *in)
{
    for (; t; t = t->owner)
        if (t == in)
            return true;
    return false;
}

static void add_pieces(struct amending *c, struct pieces *p, const struct addition *a,
                       struct spot spot)
{
    struct span by = {a->node->at.lo, a->node->at.lo};
    size_t from = p->n;
    c->now = a->node;
    c->cited = a->cited;
    pieces_make(c, p, spot.before, by);
    if (a->node->kind == NODE_move)
        pieces_add_base(c, p, lines_of(c, a->moved->node->at), spot.indent);
    else {
        cite_from_here(c, &a->node->addition.what->criterion.items);
        pieces_add_indented(c, p, a->node->addition.what->at, spot.indent);
    }
    pieces_make(c, p, spot.behind, by);
    pieces_mark(c, p, from);
    c->cited = NULL;
}

/* The spot at the end of what is in a group, or of the file. */
static struct spot spot_at_end(struct amending *c, struct thing *owner)
{
    const struct node *last = last_in(c, owner);
    return last ? spot_after(c, owner, last->at, true) : spot_inside(c, owner);
}

static void report_no_place(struct amending *c, const struct addition *a)
{
    const struct node *place = place_of(a);
    struct text id = text_arabic(c->a, place->place.id->word.text);
    struct diag *g = DIAG_ADD(c->d, K0908, place->place.id->at, id,
                              place->place.kind == PLACE_INTO     ? TEXT("to stand in")
                              : place->place.kind == PLACE_BEFORE ? TEXT("to stand before")
                                                                  : TEXT("to stand behind"));
    struct nearest nearest = nearest_to(id);
    for (size_t i = 0; i < c->things.n && diags_have_room(c->d); i++)
        if (thing_is_criterion(c->things.at[i]))
            nearest_offer(&nearest,
                          text_arabic(c->a, c->things.at[i]->node->criterion.id->word.text));
    struct thing *name = thing_at(c, c->file, TEXT("criteria"));
    if (name)
        diag_label(c->d, g, name->node->at, TEXT("this is amended"));
    if (nearest.best.n)
        diag_help(g, SAY(c->a, "did you mean `{}`?", nearest.best));
}

/* Beside or in something of the old document. */
static void place_at(struct amending *c, struct addition *a, struct thing *t)
{
    const struct node *n = place_of(a);
    if (a->moved && stands_in(t, a->moved)) {
        struct diag *g = DIAG_ADD(c->d, K0913, n->at, a->moved->slot,
                                  t == a->moved ? TEXT("beside itself") : TEXT("in itself"));
        diag_label(c->d, g, a->moved->node->criterion.id->at, TEXT("this is moved"));
        a->written = true;
        return;
    }
    a->into = n->place.kind == PLACE_INTO ? t : t->owner;
    if (n->place.kind == PLACE_INTO)
        a->spot = spot_at_end(c, t);
    else if (n->place.kind == PLACE_AFTER)
        a->spot = spot_after(c, t->owner, t->node->at, true);
    else
        a->spot = spot_before(c, t->owner, t->node->at, true);
    a->placed = true;
}

/* Of two that move into each other neither would be anywhere. */
static void check_circle(struct amending *c, const struct addition *a)
{
    const struct thing *in = a->moved->moved_into;
    for (int depth = 0; in && in != a->moved && depth <= TREE_DEPTH; depth++)
        in = in->moved_into ? in->moved_into : in->owner;
    if (!in || in == c->file)
        return;
    struct diag *g = DIAG_ADD(c->d, K0913, a->node->at, a->moved->slot, TEXT("in itself"));
    diag_label(c->d, g, a->moved->node->criterion.id->at, TEXT("this is moved"));
    if (a->moved->moved_into)
        diag_label(c->d, g, a->moved->moved_into->node->criterion.id->at,
                   TEXT("into this, which is moved too"));
}

static void place(struct amending *c, struct addition *a, size_t index)
{
    const struct node *n = place_of(a);
    struct text id = n ? text_arabic(c->a, n->place.id->word.text) : TEXT("");
    struct thing *t = n ? criterion_called(c, a->owner, id) : NULL;
    struct addition *beside = n && !t ? added_as(c, a, id) : NULL;
    if (!n) {
        a->spot = spot_at_end(c, a->owner);
        a->into = a->owner;
        a->placed = true;
    } else if (t)
        place_at(c, a, t);
    else if (!beside || n->place.kind == PLACE_INTO) {
        report_no_place(c, a);
        a->written = true;
    } else if (n->place.kind == PLACE_BEFORE)
        LIST_ADD(c->a, &beside->before, index);
    else
        LIST_ADD(c->a, &beside->behind, index);
}

/* Where one is in the middle of. */
struct writing {
    size_t of, next; /* of the additions that stand beside it */
};

/* What is placed, with all that stands beside it, in order.  A list may be as long as a file: so no
 * recursion. */
static void write_with_neighbours(struct amending *c, size_t first)
{
    LIST_OF(struct writing) open = {0};
    struct spot spot = c->additions.at[first].spot;
    struct pieces p = {0};
    LIST_ADD(c->a, &open, (struct writing){first, 0});
    while (open.n) {
        struct writing *w = &open.at[open.n - 1];
        struct addition *a = &c->additions.at[w->of];
        size_t i = w->next++, inner;
        if (i == a->before.n) {
            add_pieces(c, &p, a, spot);
            a->written = true;
            if (a->moved)
                a->moved->moved_into = c->additions.at[first].into;
            continue;
        }
        if (i > a->before.n + a->behind.n) {
            open.n--;
            continue;
        }
        inner = i < a->before.n ? a->before.at[i] : a->behind.at[i - a->before.n - 1];
        LIST_ADD(c->a, &open, (struct writing){inner, 0});
    }
    edit_add(c, spot.at, spot.at, p);
}

/* Before anything is placed: what is new, and what is moved. */
static void prepare(struct amending *c, struct addition *a, size_t index)
{
    if (a->node->kind == NODE_move) {
        struct thing *t = criterion_wanted(c, a->owner, a->node->move.height, a->node->move.id);
        if (t && say_once(c, t, TEXT("place"), a->node->at))
            a->moved = t;
        if (!a->moved)
            return;
        a->moved->changed = a->node->move.id->at;
        c->now = a->node;
        remove_span(c, a->moved->node->at);
        return;
    }
    const struct node *what = a->node->addition.what;
    struct text id = text_arabic(c->a, what->criterion.id->word.text), slot = slot_of(c->a, what);
    bool part = what->criterion.height == HEIGHT_PART;
    if (!say_once(c, part ? a->owner : c->file, SAY(c->a, "id {}", id), what->criterion.id->at))
        return;
    check_free_id(c, a->owner, slot, id, what->criterion.id->at);
    map_put(&c->added, id_in(c, a->owner, part, id), index);
}

/* --- all of them
 * ---------------------------------------------------------------------------------- */

/* What takes it away, or puts something else in place of all of it; nowhere: nothing. */
static struct span gone_by(const struct amending *c, const struct thing *t, struct text *what)
{
    for (const struct thing *in = t; in; in = in->owner) {
        *what = in->slot;
        if (!span_is_nowhere(in->removed))
            return in->removed;
        struct thing *steps =
            in->node && in->node->kind == NODE_step ? thing_at(c, in->owner, TEXT("score")) : NULL;
        *what = TEXT("checklist");
        if (steps && said_of(c, steps))
            return *said_of(c, steps);
    }
    size_t n = t->slot.n;
    while (n && t->node && (t->node->kind == NODE_fact || t->node->kind == NODE_fact_group)) {
        for (n--; n && t->slot.at[n] != '.'; n--)
            ;
        *what = (struct text){t->slot.at, n};
        const struct thing *group = n ? thing_at(c, c->file, *what) : NULL;
        if (group && !span_is_nowhere(group->removed))
            return group->removed;
    }
    return (struct span){0, 0};
}

void check_removed(struct amending *c)
{
    for (size_t i = 0; i < c->things.n; i++) {
        const struct thing *t = c->things.at[i];
        struct text what;
        struct span by = span_is_nowhere(t->changed) ? t->changed : gone_by(c, t, &what);
        if (span_is_nowhere(by))
            continue;
        struct diag *g = DIAG_ADD(c->d, K0911, t->changed, t->slot);
        diag_label(c->d, g, by, SAY(c->a, "the {} is removed or replaced", what));
        diag_help(g, TEXT("do one of the two"));
    }
}

void settle_criteria(struct amending *c)
{
    size_t errors = c->d->errors;
    settle_renumbers(c);
    for (size_t i = 0; i < c->additions.n; i++)
        if (is_criterion(&c->additions.at[i]))
            prepare(c, &c->additions.at[i], i);
    for (size_t i = 0; i < c->additions.n; i++) {
        struct addition *a = &c->additions.at[i];
        bool ready = a->node->kind == NODE_addition || a->moved;
        a->written = !is_criterion(a) || !ready;
        if (!a->written)
            place(c, a, i);
    }
    if (c->d->errors != errors)
        return;
    for (size_t i = 0; i < c->additions.n; i++)
        if (c->additions.at[i].placed)
            write_with_neighbours(c, i);
    for (size_t i = 0; i < c->additions.n; i++) {
        if (!c->additions.at[i].written)
            report_no_place(c, &c->additions.at[i]); /* it stands beside itself */
        if (c->additions.at[i].moved)
            check_circle(c, &c->additions.at[i]);
    }
}
