/* First pass: the names of everything, file by file.
 *
 * What a thing says is filled in when all names are known, so that order of declarations means
 * nothing. */
#include "check/checker.h"

static void report_twice(struct checker *c, struct span again, struct span first,
                         struct text called)
{
    struct diag *g = DIAG_ADD(c->d, K0307, again, called);
    diag_label(c->d, g, first, TEXT("first here"));
}

const struct node *check_once(struct checker *c, const struct nodes *items, enum node_kind kind,
                              struct text called)
{
    const struct node *found = NULL;
    for (size_t i = 0; c->has[kind] && i < items->n; i++) {
        if (items->at[i]->kind != kind)
            continue;
        if (found)
            report_twice(c, items->at[i]->at, found->at, called);
        else
            found = items->at[i];
    }
    return found;
}

void check_note_kinds(struct checker *c, const struct tree *t)
{
    for (int kind = 0; kind < NODE_KINDS; kind++)
        c->has[kind] = c->has[kind] || t->has[kind];
}

bool check_has_broken(const struct nodes *items)
{
    for (size_t i = 0; i < items->n; i++)
        if (items->at[i]->kind == NODE_broken)
            return true;
    return false;
}

/* Ids are names: 1.1 and 1.10 differ, and Thai digits are Arabic ones. */
struct text check_id(struct checker *c, struct text id)
{
    return text_arabic(c->a, id);
}

static struct criterion *criterion_new(struct checker *c, enum height height,
                                       struct criterion *parent)
{
    struct criterion *k = ARENA_NEW(c->a, struct criterion);
    k->not_applicable = k->missing = &policy_none;
    k->round_measure = k->round_score = &rounding_none;
    k->height = height;
    k->parent = parent;
    k->index = c->m->criteria.n;
    LIST_ADD(c->a, &c->m->criteria, k);
    LIST_ADD(c->a, &c->spoilt, false);
    LIST_ADD(c->a, &c->made, false);
    if (parent)
        LIST_ADD(c->a, &parent->children, k);
    return k;
}

static void name_criterion(struct checker *c, struct criterion *k, const struct node *id)
{
    k->id = check_id(c, id->word.text);
    k->at = id->at;
    k->path = k->height == HEIGHT_PART ? SAY(c->a, "{}/{}", k->parent->path, k->id) : k->id;
    size_t first = map_put(&c->m->criterion_by_path, k->path, k->index);
    if (first == k->index)
        return;
    struct diag *g = DIAG_ADD(c->d, K0311, k->at, k->path);
    diag_label(c->d, g, c->m->criteria.at[first]->at, TEXT("first here"));
    if (!first)
        diag_help(g, TEXT("`total` is the name of the whole"));
}

static void declare_let(struct checker *c, const struct node *n, struct criterion *owner)
{
    struct let *l = ARENA_NEW(c->a, struct let);
    *l = (struct let){.name = n->let.name->word.text,
                      .title = check_text(n->let.title),
                      .at = n->let.name->at,
                      .owner = owner,
                      .index = c->m->lets.n};
    const struct let *twin = let_named(c, owner, l->name);
    if (twin)
        report_twice(c, l->at, twin->at, SAY(c->a, "let {}", l->name));
    remember_let(c, l);
    LIST_ADD(c->a, &c->m->lets, l);
    if (owner)
        LIST_ADD(c->a, &owner->lets, l);
    LIST_ADD(c->a, &c->lets, (struct pending){n, l, owner, c->era, c->has_era});
}

static void declare_penalty(struct checker *c, const struct node *n, struct criterion *owner)
{
    struct penalty *p = ARENA_NEW(c->a, struct penalty);
    *p = (struct penalty){.name = n->penalty.name->word.text,
                          .title = check_text(n->penalty.title),
                          .is_bonus = n->penalty.is_bonus,
                          .at = n->penalty.name->at,
                          .owner = owner};
    size_t first =
        map_put(&c->penalty_by_name, SAY(c->a, "{}\n{}", owner->path, p->name), c->penalties.n);
    if (first != c->penalties.n)
        report_twice(c, p->at, ((const struct penalty *)c->penalties.at[first].thing)->at,
                     SAY(c->a, "{} {}", penalty_kind(p), p->name));
    LIST_ADD(c->a, &owner->penalties, p);
    LIST_ADD(c->a, &c->penalties, (struct pending){n, p, owner, c->era, c->has_era});
}

struct text height_words(enum height h)
{
    return h == HEIGHT_GROUP       ? TEXT("group")
           : h == HEIGHT_INDICATOR ? TEXT("indicator")
                                   : TEXT("part");
}

static bool may_stand_in(enum height inner, enum height outer)
{
    if (inner == HEIGHT_PART)
        return outer == HEIGHT_INDICATOR;
    return outer == HEIGHT_TOTAL || outer == HEIGHT_GROUP;
}

static void declare_criterion(struct checker *c, const struct node *n, struct criterion *parent)
{
    enum height height = (enum height)n->criterion.height;
    if (!may_stand_in(height, parent->height)) {
        c->spoilt.at[parent->index] = true;
        struct diag *g =
            DIAG_ADD(c->d, K0310, n->criterion.id->at, height_words(height),
                     parent->height == HEIGHT_TOTAL
                         ? TEXT("at the top")
                         : SAY(c->a, "in the {} `{}`", height_words(parent->height), parent->path));
        if (parent->height == HEIGHT_INDICATOR)
            diag_help(g,
                      SAY(c->a, "an indicator holds parts; is the `}` of `{}` missing before this?",
                          parent->path));
        else
            diag_help(g, TEXT("groups hold groups and indicators, indicators hold parts"));
        return;
    }
    struct criterion *k = criterion_new(c, height, parent);
    k->title = check_text(n->criterion.title);
    name_criterion(c, k, n->criterion.id);
    c->spoilt.at[k->index] = check_has_broken(&n->criterion.items);
    LIST_ADD(c->a, &c->criteria, (struct pending){n, k, parent, c->era, c->has_era});
    for (size_t i = 0; i < n->criterion.items.n; i++) {
        const struct node *item = n->criterion.items.at[i];
        if (item->kind == NODE_criterion)
            declare_criterion(c, item, k);
        else if (item->kind == NODE_let)
            declare_let(c, item, k);
        else if (item->kind == NODE_penalty)
            declare_penalty(c, item, k);
        else if (item->kind == NODE_score)
            c->made.at[k->index] = true;
    }
}

static void declare_units(struct checker *c, const struct node *n)
{
    c->units_spoilt = c->units_spoilt || check_has_broken(&n->units.units);
    for (size_t i = 0; i < n->units.units.n; i++) {
        if (n->units.units.at[i]->kind != NODE_unit_declaration)
            continue;
        const struct node *name = n->units.units.at[i]->unit_declaration.name;
        size_t index = c->m->unit_names.n, first = map_put(&c->m->units, name->word.text, index);
        if (first != index) {
            report_twice(c, name->at, c->unit_at.at[first], SAY(c->a, "unit {}", name->word.text));
            continue;
        }
        LIST_ADD(c->a, &c->m->unit_names, name->word.text);
        LIST_ADD(c->a, &c->m->unit_titles,
                 check_text(n->units.units.at[i]->unit_declaration.title));
        LIST_ADD(c->a, &c->unit_at, name->at);
        LIST_ADD(c->a, &c->unit_used, false);
    }
}

bool check_era_word(struct checker *c, const struct node *n, enum era *era)
{
    struct text name = n->era.name->word.text;
    *era = text_equal(name, TEXT("BE")) ? ERA_BE : ERA_CE;
    if (text_equal(name, TEXT("BE")) || text_equal(name, TEXT("CE")))
        return true;
    diag_help(DIAG_ADD(c->d, K0312, n->era.name->at, name),
              TEXT("write `era BE` (2566) or `era CE` (2023)"));
    return false;
}

static void read_era(struct checker *c, const struct tree *t)
{
    const struct node *era = check_once(c, &t->root->file.items, NODE_era, TEXT("era"));
    c->has_era = c->era_missed = false;
    if (!era)
        return;
    c->has_era = true;
    check_era_word(c, era, &c->era);
}

/* One line for all files: a day that a month lacks cannot be two days in one evaluation. */
static void read_month_ends(struct checker *c, const struct tree *t)
{
    const struct node *n = check_once(c, &t->root->file.items, NODE_month_ends, TEXT("month ends"));
    if (!n)
        return;
    c->m->month_ends = (enum month_ends)n->month_ends.kind;
    c->m->month_ends_at = n->at;
}

/* What only the rule file itself may say. */
static bool belongs_to_root(enum node_kind kind)
{
    switch (kind) {
    case NODE_era:
    case NODE_units:
    case NODE_calendar:
    case NODE_facts:
    case NODE_let:
    case NODE_define:
    case NODE_note:
    case NODE_allow:
    case NODE_cite:
    case NODE_title:
    case NODE_use:
    case NODE_test:
    case NODE_broken:
        return false;
    default:
        return true;
    }
}

static void declare_item(struct checker *c, const struct node *n)
{
    if (!c->is_root && belongs_to_root(n->kind)) {
        struct diag *g = DIAG_PLAIN(c->d, K0309, n->at);
        diag_help(
            g,
            TEXT("a used file holds units, facts, lets, formulas and calendars; the rest belongs "
                 "into the file that uses it"));
        return;
    }
    switch (n->kind) {
    case NODE_units:
        declare_units(c, n);
        break;
    case NODE_facts:
        declare_facts(c, n, (struct text){0});
        break;
    case NODE_calendar:
        LIST_ADD(c->a, &c->calendars, check_calendar(c, n));
        break;
    case NODE_criterion:
        declare_criterion(c, n, c->m->criteria.at[0]);
        break;
    case NODE_let:
        declare_let(c, n, NULL);
        break;
    case NODE_define:
        declare_define(c, n);
        break;
    case NODE_penalty:
        declare_penalty(c, n, c->m->criteria.at[0]);
        break;
    case NODE_test:
        if (c->is_root)
            LIST_ADD(c->a, &c->tests, n);
        break;
    default:
        c->made.at[0] = c->made.at[0] || n->kind == NODE_score;
        if (c->is_root)
            LIST_ADD(c->a, &c->properties, n);
        break;
    }
}

/* The tests of a file that names its rules stand in for their own. */
static void declare_tests(struct checker *c, const struct tree *t)
{
    const struct nodes *items = &t->root->file.items;
    check_once(c, items, NODE_tests, TEXT("tests"));
    c->tests.n = 0;
    for (size_t i = 0; i < items->n; i++) {
        const struct node *n = items->at[i];
        if (n->kind == NODE_test)
            LIST_ADD(c->a, &c->tests, n);
        else if (n->kind != NODE_tests && n->kind != NODE_broken)
            diag_help(DIAG_PLAIN(c->d, K1020, n->at),
                      TEXT("write it into the rules, or the tests into the rule file itself"));
    }
}

void declare_file(struct checker *c, const struct tree *t)
{
    check_note_kinds(c, t);
    if (c->m->criteria.n && tree_tests(t)) {
        declare_tests(c, t);
        return;
    }
    LIST_ADD(c->a, &c->files, t);
    read_era(c, t);
    if (!c->m->criteria.n) {
        struct criterion *total = criterion_new(c, HEIGHT_TOTAL, NULL);
        total->id = total->path = TEXT("total");
        map_put(&c->m->criterion_by_path, total->path, 0);
        c->is_root = true;
        c->m->era = c->era;
        c->root_has_era = c->has_era;
        read_month_ends(c, t);
    }
    /* A criterion whose head could not be read leaves its parent with less than was written. */
    if (c->is_root)
        c->spoilt.at[0] = check_has_broken(&t->root->file.items);
    c->defines_spoilt = c->defines_spoilt || check_has_broken(&t->root->file.items);
    for (size_t i = 0; i < t->root->file.items.n; i++)
        declare_item(c, t->root->file.items.at[i]);
    c->is_root = false;
}
