/* Groups, indicators and parts: changed, added, removed, moved, renumbered. */
#include "amend/amending.h"
#include "base/nearest.h"

void change_criterion(struct amending *c, struct thing *owner, const struct node *n)
{
    struct thing *t = criterion_wanted(c, owner, n->criterion.height, n->criterion.id);
    if (!t)
        return;
    t->changed = n->criterion.id->at;
    /* The block around it gives the reason of this too. */
    if (c->block && !(owner->node && owner->cited == c->block)) {
        if (t->cited != c->block)
            add_line(c, t, c->block);
        t->cited = c->block;
    }
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

static struct pieces pieces_of(struct amending *c, const struct addition *a, struct spot spot)
{
    struct pieces p = {0};
    struct span by = {a->node->at.lo, a->node->at.lo};
    pieces_make(c, &p, spot.before, by);
    if (a->node->kind == NODE_move)
        pieces_add_base(c, &p, lines_of(c, a->moved->node->at), spot.indent);
    else
        pieces_add_indented(c, &p, a->node->addition.what->at, spot.indent);
    pieces_make(c, &p, spot.behind, by);
    return p;
}

/* The spot at the end of what is in a group, or of the file. */
static struct spot spot_at_end(struct amending *c, const struct thing *owner)
{
    const struct node *last = NULL;
    for (size_t i = 0; i < owner->items->n; i++)
        if (owner->node || owner->items->at[i]->kind == NODE_criterion)
            last = owner->items->at[i];
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
    for (size_t i = 0; i < c->things.n; i++)
        if (thing_is_criterion(c->things.at[i]))
            nearest_offer(&nearest,
                          text_arabic(c->a, c->things.at[i]->node->criterion.id->word.text));
    struct thing *name = thing_at(c, c->file, TEXT("criteria"));
    if (name)
        diag_label(c->d, g, name->node->at, TEXT("this is amended"));
    if (nearest.best.n)
        diag_help(g, SAY(c->a, "did you mean `{}`?", nearest.best));
}

static void place(struct amending *c, struct addition *a);

/* Beside something that is added too: it goes where that goes. */
static void place_beside(struct amending *c, struct addition *a, struct addition *beside)
{
    a->placing = true;
    if (!beside->placed && !beside->placing)
        place(c, beside);
    a->placing = false;
    if (!beside->placed) {
        report_no_place(c, a);
        return;
    }
    struct edit *e = &c->edits.at[beside->edit];
    struct pieces new = pieces_of(c, a, beside->spot), all = {0};
    size_t own = edit_add(c, e->lo, e->lo, new); /* so that the pieces know the change */
    e = &c->edits.at[beside->edit];
    const struct pieces *first = &e->pieces, *second = &c->edits.at[own].pieces;
    if (place_of(a)->place.kind == PLACE_BEFORE) {
        first = second;
        second = &e->pieces;
    }
    for (size_t i = 0; i < first->n + second->n; i++)
        LIST_ADD(c->a, &all, i < first->n ? first->at[i] : second->at[i - first->n]);
    e->pieces = all;
    c->edits.at[own].pieces = (struct pieces){0};
    a->edit = beside->edit;
    a->spot = beside->spot;
    a->placed = true;
}

/* Beside or in something of the old document. */
static void place_at(struct amending *c, struct addition *a, struct thing *t)
{
    const struct node *n = place_of(a);
    if (a->moved && stands_in(t, a->moved)) {
        struct diag *g = DIAG_ADD(c->d, K0913, n->at, a->moved->slot,
                                  t == a->moved ? TEXT("beside itself") : TEXT("in itself"));
        diag_label(c->d, g, a->moved->node->criterion.id->at, TEXT("this is moved"));
        return;
    }
    if (n->place.kind == PLACE_INTO)
        a->spot = spot_at_end(c, t);
    else if (n->place.kind == PLACE_AFTER)
        a->spot = spot_after(c, t->owner, t->node->at, true);
    else
        a->spot = spot_before(c, t->owner, t->node->at, true);
    a->edit = edit_add(c, a->spot.at, a->spot.at, pieces_of(c, a, a->spot));
    a->placed = true;
}

static void place(struct amending *c, struct addition *a)
{
    const struct node *n = place_of(a);
    const struct node *cited = c->cited;
    c->now = a->node;
    c->cited = a->cited;
    if (a->node->kind == NODE_addition)
        cite_from_here(c, &a->node->addition.what->criterion.items);
    struct text id = n ? text_arabic(c->a, n->place.id->word.text) : TEXT("");
    struct thing *t = n ? criterion_called(c, a->owner, id) : NULL;
    struct addition *beside = n && !t ? added_as(c, a, id) : NULL;
    if (!n) {
        a->spot = spot_at_end(c, a->owner);
        a->edit = edit_add(c, a->spot.at, a->spot.at, pieces_of(c, a, a->spot));
        a->placed = true;
    } else if (t)
        place_at(c, a, t);
    else if (beside && n->place.kind != PLACE_INTO)
        place_beside(c, a, beside);
    else
        report_no_place(c, a);
    c->cited = cited;
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

/* What is amended cannot be gone. */
static void check_removed(struct amending *c)
{
    for (size_t i = 0; i < c->things.n; i++) {
        const struct thing *t = c->things.at[i], *in = t;
        if (span_is_nowhere(t->changed))
            continue;
        while (in && span_is_nowhere(in->removed))
            in = in->owner;
        if (!in)
            continue;
        struct diag *g = DIAG_ADD(c->d, K0911, t->changed, t->slot);
        diag_label(c->d, g, in->removed, SAY(c->a, "the {} is removed", in->slot));
        diag_help(g, TEXT("do one of the two"));
    }
}

void settle_criteria(struct amending *c)
{
    settle_renumbers(c);
    for (size_t i = 0; i < c->additions.n; i++)
        if (is_criterion(&c->additions.at[i]))
            prepare(c, &c->additions.at[i], i);
    for (size_t i = 0; i < c->additions.n; i++) {
        struct addition *a = &c->additions.at[i];
        bool ready = a->node->kind == NODE_addition || a->moved;
        if (is_criterion(a) && ready && !a->placed)
            place(c, a);
    }
    check_removed(c);
}
