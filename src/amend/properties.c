/* What stands once and is replaced; notes and citations, which are added; and taking things away.
 */
#include "amend/amending.h"

void replace(struct amending *c, struct span old, struct span new)
{
    struct pieces p = {0};
    pieces_add_indented(c, &p, new, indent_of(c, c->base->source, old.lo));
    edit_add(c, old.lo, old.hi, p);
}

static bool holds_date(const struct node *n);

static void ask_child(void *user, struct node *child)
{
    bool *found = user;
    *found = *found || holds_date(child);
}

static bool holds_date(const struct node *n)
{
    bool found = n->kind == NODE_date || n->kind == NODE_month;
    node_children(n, ask_child, &found);
    return found;
}

/* With `shift dates` a date that is said again is one that stays. */
void warn_of_nothing(struct amending *c, const struct node *old, const struct node *new,
                     struct text slot, bool more)
{
    if (more || !node_same(old, new) || holds_date(new))
        return;
    struct diag *g = DIAG_ADD(c->d, K0912, new->at, slot);
    diag_label(c->d, g, old->at, TEXT("before"));
    diag_help(g, TEXT("an amendment holds what changes; delete this"));
}

void amend_title(struct amending *c, struct thing *t, const struct node *old,
                 const struct node *title, uint32_t behind)
{
    if (!title || !say_once(c, t, TEXT("title"), title->at))
        return;
    if (old) {
        warn_of_nothing(c, old, title, TEXT("title"), false);
        replace(c, old->at, title->at);
        return;
    }
    struct spot spot = {behind, TEXT(" "), TEXT(""), TEXT("")};
    put_at(c, spot, title->at);
}

/* --- where a new line goes ----------------------------------------------------------------------
 */

/* What begins what is long: a line of the criterion stands before it. */
static bool is_long(const struct node *n)
{
    switch ((unsigned)n->kind) {
    case NODE_criterion:
    case NODE_facts:
    case NODE_penalty:
    case NODE_define:
    case NODE_calendar:
    case NODE_status:
    case NODE_columns:
    case NODE_grade:
    case NODE_adjust:
    case NODE_weights:
        return true;
    default:
        return false;
    }
}

enum { BEFORE_LONG = NODE_KINDS, LAST, NEAR };

/* By kind of node the last one; the last before what is long; the last of all. */
static const struct node **neighbours(struct amending *c, struct thing *owner)
{
    if (owner->near)
        return owner->near;
    owner->near = ARENA_ARRAY(c->a, const struct node *, NEAR);
    bool before = true;
    for (size_t i = 0; i < owner->items->n; i++) {
        const struct node *item = owner->items->at[i];
        before = before && !is_long(item);
        owner->near[item->kind] = owner->near[LAST] = item;
        if (before)
            owner->near[BEFORE_LONG] = item;
    }
    return owner->near;
}

const struct node *last_in(struct amending *c, struct thing *owner)
{
    return neighbours(c, owner)[owner->node ? LAST : NODE_criterion];
}

/* The last one of its kind; else the last before what is long. */
static const struct node *neighbour_of(struct amending *c, struct thing *owner,
                                       const struct node *n)
{
    const struct node **near = neighbours(c, owner);
    return near[n->kind] ? near[n->kind] : near[BEFORE_LONG];
}

static void put_line(struct amending *c, struct thing *owner, const struct node *n)
{
    const struct node *near = neighbour_of(c, owner, n);
    if (!near && owner->node && owner->node->kind == NODE_step)
        near = owner->node;
    bool block = n->kind == NODE_penalty || n->kind == NODE_facts || n->kind == NODE_calendar;
    if (near)
        put_at(c, spot_after(c, owner, near->at, block), n->at);
    else if (owner->items->n)
        put_at(c, spot_before(c, owner, owner->items->at[0]->at, true), n->at);
    else
        put_at(c, spot_inside(c, owner), n->at);
}

void add_line(struct amending *c, struct thing *owner, const struct node *n)
{
    put_line(c, owner, n);
}

void cite_block(struct amending *c, const struct thing *owner, struct thing *t)
{
    if (!c->block || (owner->node && owner->cited == c->block))
        return;
    if (t->cited != c->block)
        add_line(c, t, c->block);
    t->cited = c->block;
}

void amend_property(struct amending *c, struct thing *owner, const struct node *n)
{
    struct text slot = slot_of(c->a, n);
    if (slot.n && !say_once(c, owner, slot, n->at))
        return;
    struct thing *old = slot.n ? thing_at(c, owner, slot) : NULL;
    if (old && (n->kind == NODE_use || n->kind == NODE_holiday || n->kind == NODE_formerly)) {
        struct diag *g = DIAG_ADD(c->d, K0904, n->at, slot);
        diag_label(c->d, g, old->node->at, TEXT("here"));
        return;
    }
    if (!old) {
        put_line(c, owner, n);
        return;
    }
    warn_of_nothing(c, old->node, n, slot, false);
    replace(c, old->node->at, n->at);
}

/* --- show and round: one line may hold several targets ------------------------------------------
 */

static const struct nodes *targets_of(const struct node *n)
{
    return n->kind == NODE_show ? &n->show.targets : &n->round.targets;
}

static struct text target_slot(struct amending *c, const struct node *n, size_t i)
{
    return SAY(c->a, "{} {}", n->kind == NODE_show ? TEXT("show") : TEXT("round"),
               targets_of(n)->at[i]->word.text);
}

/* The line without the targets that are said elsewhere now; nothing when that is all of them. */
static void keep_targets(struct amending *c, struct thing *owner, const struct node *line)
{
    const struct nodes *targets = targets_of(line);
    struct buffer kept = buffer_in(c->a);
    size_t n = 0;
    for (size_t i = 0; i < targets->n; i++) {
        if (map_find(&c->said, thing_at(c, owner, target_slot(c, line, i))->path, NULL))
            continue;
        buffer_add(&kept, n++ ? TEXT(", ") : TEXT(""));
        buffer_add(&kept, targets->at[i]->word.text);
    }
    if (!n) {
        remove_span(c, line->at);
        return;
    }
    if (n == targets->n)
        return;
    struct span at = span_join(targets->at[0]->at, targets->at[targets->n - 1]->at);
    replace_by(c, at, buffer_text(&kept));
}

/* Once all of the amendment has been looked at. */
void settle_targets(struct amending *c)
{
    for (size_t i = 0; i < c->things.n; i++) {
        struct thing *t = c->things.at[i];
        if (!t->node || (t->node->kind != NODE_show && t->node->kind != NODE_round))
            continue;
        bool first = text_equal(t->slot, target_slot(c, t->node, 0));
        if (first)
            keep_targets(c, t->owner, t->node);
    }
}

void amend_targets(struct amending *c, struct thing *owner, const struct node *n)
{
    for (size_t i = 0; i < targets_of(n)->n; i++)
        if (!say_once(c, owner, target_slot(c, n, i), targets_of(n)->at[i]->at))
            return;
    put_line(c, owner, n);
}

/* --- taking away ---------------------------------------------------------------------------------
 */

void remove_span(struct amending *c, struct span at)
{
    uint32_t beside;
    struct span lines = removal_of(c, at, &beside);
    size_t edit = edit_add(c, lines.lo, lines.hi, (struct pieces){0});
    c->edits.at[edit].beside = beside;
}

static const struct node *text_of_remark(const struct node *n)
{
    return n->kind == NODE_note ? n->note.text : n->cite.document;
}

/* All notes or citations, or the one with this text. */
static void remove_remarks(struct amending *c, struct thing *owner, const struct node *n)
{
    size_t found = 0;
    struct text slot = removal_slot(c->a, n);
    const struct node *one = n->removal.name;
    if (!say_once(c, owner, one ? SAY(c->a, "{} {}", slot, one->string.text) : slot, n->at))
        return;
    for (size_t i = 0; owner->items && i < owner->items->n; i++) {
        const struct node *item = owner->items->at[i];
        if ((int)item->kind != n->removal.of ||
            (one && !text_equal(text_of_remark(item)->string.text, one->string.text)))
            continue;
        remove_span(c, item->at);
        found++;
    }
    if (!found)
        thing_wanted(c, owner, one ? SAY(c->a, "{} {}", slot, one->string.text) : slot, n->at);
}

void remove_line(struct amending *c, struct thing *owner, const struct node *n)
{
    struct text slot = removal_slot(c->a, n);
    if (n->removal.of == NODE_note || n->removal.of == NODE_cite) {
        remove_remarks(c, owner, n);
        return;
    }
    struct thing *t = thing_wanted(c, owner, slot, n->at);
    if (!t || !say_once(c, owner, slot, n->at))
        return;
    t->removed = n->at;
    if (n->removal.of != NODE_round && n->removal.of != NODE_show)
        remove_span(c, t->node->at);
}
