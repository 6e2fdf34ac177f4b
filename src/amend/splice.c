/* What an amendment changes in a file that the base only uses: that file becomes part of the base.
 */
#include "amend/amending.h"

struct slots {
    LIST_FIELDS(struct text);
};

/* --- what the amendment speaks of
 * ------------------------------------------------------------------ */

static void find_declared(struct arena *a, struct slots *all, const struct nodes *declarations,
                          struct text prefix)
{
    for (size_t i = 0; i < declarations->n; i++) {
        const struct node *n = declarations->at[i];
        bool group = n->kind == NODE_fact_group;
        const struct nodes *names = group ? &n->fact_group.names : &n->fact.names;
        for (size_t j = 0; (group || n->kind == NODE_fact) && j < names->n; j++) {
            struct text path = SAY(a, "{}{}", prefix, path_words(a, names->at[j]));
            LIST_ADD(a, all, SAY(a, "fact {}", path));
            if (group)
                find_declared(a, all, &n->fact_group.declarations, SAY(a, "{}.", path));
        }
    }
}

static void find_changed(struct arena *a, struct slots *all, const struct node *n)
{
    switch ((unsigned)n->kind) {
    case NODE_let:
    case NODE_define:
    case NODE_calendar:
        LIST_ADD(a, all, slot_of(a, n));
        break;
    case NODE_facts:
        find_declared(a, all, &n->facts.declarations, TEXT(""));
        break;
    case NODE_units:
        for (size_t i = 0; i < n->units.units.n; i++)
            LIST_ADD(a, all, slot_of(a, n->units.units.at[i]));
        break;
    default:
        break;
    }
}

static bool can_be_used(int kind)
{
    return kind == NODE_let || kind == NODE_define || kind == NODE_calendar || kind == NODE_fact ||
           kind == NODE_unit_declaration;
}

static void find_slots(struct arena *a, struct slots *all, const struct nodes *items)
{
    for (size_t i = 0; i < items->n; i++) {
        const struct node *n = items->at[i];
        if (n->kind == NODE_cited)
            find_slots(a, all, &n->cited.items);
        else if (n->kind == NODE_change)
            find_changed(a, all, n->change.what);
        else if (n->kind == NODE_removal && can_be_used(n->removal.of))
            LIST_ADD(a, all, removal_slot(a, n));
        else if (n->kind == NODE_rename)
            LIST_ADD(a, all, SAY(a, "fact {}", path_words(a, n->rename.from)));
    }
}

static struct amending looking_at(struct arena *a, const struct rule_text *t, struct diags *d)
{
    struct amending c = {.a = a, .d = d, .base = t, .by_path = map_in(a), .said = map_in(a)};
    things_find(&c);
    return c;
}

bool amend_reaches(struct arena *a, const struct rule_text *base, const struct rule_text *amendment,
                   const struct rule_text *used, struct diags *d)
{
    struct slots all = {0};
    struct amending here = looking_at(a, base, d);
    find_slots(a, &all, &amendment->tree->root->file.items);
    struct amending there = used ? looking_at(a, used, d) : here;
    for (size_t i = 0; i < all.n; i++)
        if (!thing_at(&here, here.file, all.at[i]) &&
            (!used || thing_at(&there, there.file, all.at[i])))
            return true;
    return false;
}

/* --- taking it in
 * ---------------------------------------------------------------------------------- */

/* The used file as it can stand in the base: in its era, without what a head says. */
static const struct source *fit(struct arena *a, const struct rule_text *base,
                                const struct rule_text *used, struct diags *d)
{
    struct amending c = looking_at(a, used, d);
    struct amended *fitted = ARENA_NEW(a, struct amended);
    c.amendment = base;
    const struct nodes *items = &used->tree->root->file.items;
    for (size_t i = 0; i < items->n; i++) {
        enum node_kind kind = items->at[i]->kind;
        if (kind == NODE_era || kind == NODE_title || kind == NODE_note || kind == NODE_cite ||
            kind == NODE_allow || kind == NODE_test)
            remove_span(&c, items->at[i]->at);
    }
    amend_dates(&c);
    follow_paths(&c);
    edits_apply(&c, fitted);
    return source_add_made(d->sources, used->source->name, fitted->text, fitted->origins.at,
                           fitted->origins.n);
}

bool amend_take_in(struct arena *a, const struct rule_text *base, const struct node *use,
                   const struct rule_text *used, struct diags *d, struct amended *result)
{
    const struct source *s = fit(a, base, used, d), *into = base->source;
    if (!s)
        return false;
    struct amending c = looking_at(a, base, d);
    struct span all = source_span(s, 0, s->content.n);
    struct pieces p = {0};
    uint32_t end = into->base + (uint32_t)into->content.n;
    remove_span(&c, use->at);
    pieces_make(&c, &p, text_ends(into->content, TEXT("\n")) ? TEXT("\n") : TEXT("\n\n"),
                source_span(s, 0, 0));
    pieces_add(&c, &p, all);
    edit_add(&c, end, end, p);
    edits_apply(&c, result);
    return true;
}
