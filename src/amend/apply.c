/* Amendments: from two files to one text. */
#include "amend/amending.h"

const struct node *amend_base(const struct tree *t)
{
    const struct nodes *items = &t->root->file.items;
    for (size_t i = 0; i < items->n; i++)
        if (items->at[i]->kind == NODE_amends)
            return items->at[i];
    return NULL;
}

/* --- changes where nothing is amended --------------------------------------------------------- */

static struct text change_word(enum node_kind kind)
{
    switch ((unsigned)kind) {
    case NODE_change:
        return TEXT("change");
    case NODE_addition:
        return TEXT("add");
    case NODE_removal:
        return TEXT("remove");
    case NODE_move:
        return TEXT("move");
    case NODE_renumber:
        return TEXT("renumber");
    case NODE_rename:
        return TEXT("rename");
    case NODE_shift:
        return TEXT("shift dates");
    case NODE_cited:
        return TEXT("cite ... { }");
    default:
        return (struct text){0};
    }
}

static const struct nodes *items_of(const struct node *n)
{
    switch ((unsigned)n->kind) {
    case NODE_criterion:
        return &n->criterion.items;
    case NODE_penalty:
        return &n->penalty.items;
    case NODE_calendar:
        return &n->calendar.items;
    case NODE_amended_step:
        return &n->amended_step.items;
    default:
        return NULL;
    }
}

/* `added`: these are new, so there is nothing in them to change. */
static void refuse_in(const struct nodes *items, const struct span *added, struct diags *d)
{
    for (size_t i = 0; i < items->n; i++) {
        const struct node *n = items->at[i];
        struct text word = change_word(n->kind);
        if (!word.n) {
            if (items_of(n))
                refuse_in(items_of(n), added, d);
            continue;
        }
        struct diag *g = DIAG_ADD(d, K0905, n->at, word);
        if (added)
            diag_label(d, g, *added, TEXT("this is new: there is nothing in it to change"));
        diag_help(g, added
                         ? TEXT("write it as it shall be")
                         : TEXT("a file that changes another one names it: `amends \"2566.ken\"`"));
    }
}

/* Most rules have none, and need not be looked through. */
static bool has_changes(const struct tree *t)
{
    for (enum node_kind kind = 0; kind < NODE_KINDS; kind++)
        if (t->has[kind] && change_word(kind).n)
            return true;
    return false;
}

void amend_refuse_changes(const struct tree *t, struct diags *d)
{
    if (has_changes(t) && !amend_base(t))
        refuse_in(&t->root->file.items, NULL, d);
}

/* --- one thing after the other ---------------------------------------------------------------- */

const struct node *cite_from_here(struct amending *c, const struct nodes *items)
{
    const struct node *before = c->cited;
    for (size_t i = 0; i < items->n; i++)
        if (items->at[i]->kind == NODE_cite)
            c->cited = items->at[i];
    return before;
}

/* A declaration of which nobody says whether it is new. */
static void refuse_plain(struct amending *c, struct thing *owner, const struct node *n)
{
    struct text slot = n->kind == NODE_facts   ? TEXT("facts")
                       : n->kind == NODE_units ? TEXT("units")
                                               : slot_of(c->a, n);
    struct diag *g = DIAG_ADD(c->d, K0906, n->at, slot);
    struct thing *there = thing_at(
        c, n->kind == NODE_criterion && n->criterion.height != HEIGHT_PART ? c->file : owner, slot);
    if (there)
        diag_label(c->d, g, there->node->at, TEXT("there is one here"));
    diag_help(g, SAY(c->a, "write `change {} ...` or `add {} ...`", slot, slot));
}

static void change(struct amending *c, struct thing *owner, const struct node *what)
{
    switch ((unsigned)what->kind) {
    case NODE_criterion:
        change_criterion(c, owner, what);
        break;
    case NODE_amended_step:
        change_step(c, owner, what);
        break;
    case NODE_facts:
        change_facts(c, &what->facts.declarations, TEXT(""));
        break;
    default:
        change_named(c, owner, what);
        break;
    }
}

static void add(struct amending *c, struct thing *owner, const struct node *n)
{
    const struct node *what = n->kind == NODE_addition ? n->addition.what : n;
    if (items_of(what))
        refuse_in(items_of(what), &what->at, c->d);
    if (n->kind == NODE_move || what->kind == NODE_criterion || what->kind == NODE_amended_step)
        LIST_ADD(c->a, &c->additions,
                 (struct addition){.node = n, .owner = owner, .cited = c->cited});
    else
        add_named(c, owner, what);
}

static void take(struct amending *c, struct thing *owner, const struct node *n)
{
    if (n->removal.of == NODE_criterion)
        remove_criterion(c, owner, n);
    else if (n->removal.of == NODE_fact)
        remove_fact(c, n);
    else
        remove_line(c, owner, n);
}

/* Whether something in the block is about what it stands in, not about something in there. */
static bool is_about_owner(const struct nodes *items)
{
    bool about = false;
    for (size_t i = 0; i < items->n; i++)
        about = about || !change_word(items->at[i]->kind).n;
    return about;
}

static void amend_under(struct amending *c, struct thing *owner, const struct node *n)
{
    const struct node *before = c->cited, *around = c->block;
    c->cited = c->block = n->cited.cite;
    if (is_about_owner(&n->cited.items))
        add_line(c, owner, n->cited.cite);
    amend_items(c, owner, &n->cited.items);
    c->cited = before;
    c->block = around;
}

/* --- tests: those of the base are about the base ------------------------------------------------
 */

static void leave_tests_out(struct amending *c)
{
    const struct nodes *items = &c->base->tree->root->file.items;
    c->now = c->cited = NULL;
    for (size_t i = 0; i < items->n; i++)
        if (items->at[i]->kind == NODE_test)
            remove_span(c, items->at[i]->at);
}

/* Those of the amendment stand last. */
static void append_test(struct amending *c, const struct node *n)
{
    const struct source *s = c->base->source;
    uint32_t end = s->base + (uint32_t)s->content.n;
    struct pieces p = {0};
    pieces_make(c, &p, text_ends(s->content, TEXT("\n")) ? TEXT("\n") : TEXT("\n\n"),
                (struct span){n->at.lo, n->at.lo});
    pieces_add(c, &p, n->at);
    pieces_make(c, &p, TEXT("\n"), (struct span){n->at.hi, n->at.hi});
    edit_add(c, end, end, p);
}

void amend_item(struct amending *c, struct thing *owner, const struct node *n)
{
    const struct node *before = c->now;
    c->now = n;
    switch ((unsigned)n->kind) {
    case NODE_amends:
    case NODE_broken:
        break;
    case NODE_cited:
        amend_under(c, owner, n);
        break;
    case NODE_change:
        change(c, owner, n->change.what);
        break;
    case NODE_addition:
    case NODE_move:
        add(c, owner, n);
        break;
    case NODE_removal:
        take(c, owner, n);
        break;
    case NODE_renumber:
        LIST_ADD(c->a, &c->renumbers, n);
        LIST_ADD(c->a, &c->renumbers_in, owner);
        break;
    case NODE_rename:
        LIST_ADD(c->a, &c->renames, n);
        break;
    case NODE_shift:
        if (say_once(c, c->file, TEXT("shift dates"), n->at))
            c->shift = n;
        break;
    case NODE_criterion:
    case NODE_let:
    case NODE_define:
    case NODE_penalty:
    case NODE_facts:
    case NODE_units:
    case NODE_calendar:
        refuse_plain(c, owner, n);
        break;
    case NODE_test:
        append_test(c, n);
        break;
    case NODE_round:
    case NODE_show:
        amend_targets(c, owner, n);
        break;
    default:
        amend_property(c, owner, n);
        break;
    }
    c->now = before;
}

void amend_items(struct amending *c, struct thing *owner, const struct nodes *items)
{
    for (size_t i = 0; i < items->n; i++)
        amend_item(c, owner, items->at[i]);
}

/* The new names of criteria are needed by every "no such thing", so they are known first. */
static void find_new_numbers(struct amending *c, const struct nodes *items)
{
    for (size_t i = 0; i < items->n; i++) {
        const struct node *n = items->at[i];
        if (n->kind == NODE_renumber)
            LIST_ADD(c->a, &c->new_numbers, n);
        else if (n->kind == NODE_cited)
            find_new_numbers(c, &n->cited.items);
        else if (n->kind == NODE_change && n->change.what->kind == NODE_criterion)
            find_new_numbers(c, &n->change.what->criterion.items);
    }
}

/* --- all of it ----------------------------------------------------------------------------------
 */

bool amend_apply(struct arena *a, const struct rule_text *base, const struct rule_text *amendment,
                 struct diags *d, struct amended *result)
{
    struct amending c = {.a = a,
                         .d = d,
                         .base = base,
                         .amendment = amendment,
                         .by_path = map_in(a),
                         .said = map_in(a),
                         .added = map_in(a)};
    size_t before = d->errors;
    things_find(&c);
    find_new_numbers(&c, &amendment->tree->root->file.items);
    leave_tests_out(&c);
    amend_items(&c, c.file, &amendment->tree->root->file.items);
    settle_criteria(&c);
    settle_steps(&c);
    settle_targets(&c);
    settle_facts(&c);
    check_removed(&c);
    amend_dates(&c);
    follow_names(&c);
    follow_paths(&c);
    if (d->errors == before)
        edits_apply(&c, result);
    return d->errors == before;
}
