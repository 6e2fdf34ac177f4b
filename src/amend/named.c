/* Penalties, lets, formulas, units and calendars: what has a name and is changed or added by it. */
#include "amend/amending.h"

/* The same name in the base is an error. */
static bool is_new(struct amending *c, struct thing *owner, const struct node *n)
{
    struct text slot = slot_of(c->a, n);
    if (!say_once(c, owner, slot, n->at))
        return false;
    struct thing *old = thing_at(c, owner, slot);
    if (!old)
        return true;
    struct diag *g = DIAG_ADD(c->d, K0904, n->at, slot);
    diag_label(c->d, g, old->node->at, TEXT("here"));
    diag_help(g, SAY(c->a, "write `change {} ...`", slot));
    return false;
}

static bool all_new(struct amending *c, struct thing *owner, const struct nodes *items)
{
    bool new = true;
    for (size_t i = 0; i < items->n; i++)
        new = is_new(c, owner, items->at[i]) && new;
    return new;
}

void add_named(struct amending *c, struct thing *owner, const struct node *n)
{
    bool new = n->kind == NODE_units   ? all_new(c, owner, &n->units.units)
               : n->kind == NODE_facts ? facts_are_new(c, &n->facts.declarations)
                                       : is_new(c, owner, n);
    if (new)
        add_line(c, owner, n);
}

/* --- changing
 * ------------------------------------------------------------------------------------- */

/* Everything behind the name, or behind the title where only the old one has a title. */
static void change_behind(struct amending *c, struct thing *t, const struct node *n,
                          const struct node *old_name, const struct node *old_title,
                          const struct node *name, const struct node *title)
{
    if (!say_once(c, t, TEXT("all of it"), n->at))
        return;
    t->changed = n->at;
    uint32_t lo = old_title && !title ? old_title->at.hi : old_name->at.hi;
    replace(c, (struct span){lo, t->node->at.hi}, (struct span){name->at.hi, n->at.hi});
}

static void change_items(struct amending *c, struct thing *t, const struct node *old_name,
                         const struct node *old_title, const struct node *title,
                         const struct nodes *items)
{
    cite_block(c, t->owner, t);
    const struct node *before = cite_from_here(c, items);
    t->changed = c->now->at;
    amend_title(c, t, old_title, title, old_name->at.hi);
    amend_items(c, t, items);
    c->cited = before;
}

static void change_units(struct amending *c, const struct nodes *units)
{
    for (size_t i = 0; i < units->n; i++) {
        const struct node *n = units->at[i];
        struct thing *t = n->kind == NODE_unit_declaration
                              ? thing_wanted(c, c->file, slot_of(c->a, n), n->at)
                              : NULL;
        if (t)
            amend_title(c, t, t->node->unit_declaration.title, n->unit_declaration.title,
                        t->node->unit_declaration.name->at.hi);
    }
}

void change_named(struct amending *c, struct thing *owner, const struct node *n)
{
    if (n->kind == NODE_units) {
        change_units(c, &n->units.units);
        return;
    }
    struct thing *t = thing_wanted(c, owner, slot_of(c->a, n), n->at);
    if (!t)
        return;
    const struct node *old = t->node;
    switch ((unsigned)n->kind) {
    case NODE_let:
        change_behind(c, t, n, old->let.name, old->let.title, n->let.name, n->let.title);
        break;
    case NODE_define:
        change_behind(c, t, n, old->define.name, NULL, n->define.name, n->define.title);
        break;
    case NODE_penalty:
        change_items(c, t, old->penalty.name, old->penalty.title, n->penalty.title,
                     &n->penalty.items);
        break;
    case NODE_calendar:
        change_items(c, t, old->calendar.name, old->calendar.title, n->calendar.title,
                     &n->calendar.items);
        break;
    default:
        break;
    }
}
