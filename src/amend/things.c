/* What can be amended: everything in the base that has a name, or stands once where it stands. */
#include "amend/amending.h"
#include "base/nearest.h"

/* --- looking for them ------------------------------------------------------------------------- */

static struct text path_of(struct arena *a, const struct thing *owner, struct text slot)
{
    return owner->path.n ? SAY(a, "{}\n{}", owner->path, slot) : slot;
}

struct thing *thing_at(const struct amending *c, const struct thing *owner, struct text slot)
{
    size_t found;
    return map_find(&c->by_path, path_of(c->a, owner, slot), &found) ? c->things.at[found] : NULL;
}

bool thing_is_criterion(const struct thing *t)
{
    return t->node && t->node->kind == NODE_criterion;
}

static struct thing *add_thing(struct amending *c, struct thing *owner, struct text slot,
                               const struct node *n)
{
    struct thing *t = ARENA_NEW(c->a, struct thing);
    /* An id says where a criterion is, whatever it stands in; but that of a part. */
    bool everywhere = n && n->kind == NODE_criterion && n->criterion.height != HEIGHT_PART;
    *t = (struct thing){.node = n, .owner = owner, .slot = slot};
    if (owner) {
        t->path = path_of(c->a, everywhere ? c->file : owner, slot);
        map_put(&c->by_path, t->path, c->things.n);
    }
    LIST_ADD(c->a, &c->things, t);
    return t;
}

static void find_items(struct amending *c, struct thing *owner, const struct nodes *items);

static void find_body(struct amending *c, struct thing *t, const struct node *title,
                      const struct node *name, const struct nodes *items)
{
    t->items = items;
    t->body = token_from(c->base, title ? title->at.hi : name->at.hi)->at.hi;
    find_items(c, t, items);
}

static void find_targets(struct amending *c, struct thing *owner, const char *kind,
                         const struct node *n, const struct nodes *targets)
{
    for (size_t i = 0; i < targets->n; i++)
        add_thing(c, owner, SAY(c->a, "{} {}", text_of(kind), targets->at[i]->word.text), n);
}

static void find_facts(struct amending *c, const struct nodes *declarations, struct text prefix)
{
    for (size_t i = 0; i < declarations->n; i++) {
        const struct node *n = declarations->at[i];
        bool group = n->kind == NODE_fact_group;
        if (!group && n->kind != NODE_fact)
            continue;
        const struct nodes *names = group ? &n->fact_group.names : &n->fact.names;
        struct thing **twins = ARENA_ARRAY(c->a, struct thing *, names->n);
        for (size_t j = 0; j < names->n; j++) {
            struct text path = SAY(c->a, "{}{}", prefix, path_words(c->a, names->at[j]));
            if (path.n > PATH_BYTES)
                continue; /* the check refuses it */
            struct thing *t = add_thing(c, c->file, SAY(c->a, "fact {}", path), n);
            t->name = j;
            t->twins = twins;
            twins[j] = t;
            if (group)
                find_facts(c, &n->fact_group.declarations, SAY(c->a, "{}.", path));
            else if (n->fact.type->kind == NODE_type)
                find_facts(c, &n->fact.type->type.columns, SAY(c->a, "{}.", path));
        }
    }
}

static void find_step(struct amending *c, struct thing *owner, const struct node *n, size_t index)
{
    if (n->kind != NODE_step)
        return;
    struct thing *t = add_thing(c, owner, slot_of(c->a, n), n);
    t->name = index;
    t->items = &n->step.properties;
    t->body = n->at.lo;
    find_items(c, t, t->items);
}

/* What has a body of its own. */
static void find_named(struct amending *c, struct thing *owner, const struct node *n)
{
    struct thing *t = add_thing(c, owner, slot_of(c->a, n), n);
    if (n->kind == NODE_criterion)
        find_body(c, t, n->criterion.title, n->criterion.id, &n->criterion.items);
    else if (n->kind == NODE_penalty)
        find_body(c, t, n->penalty.title, n->penalty.name, &n->penalty.items);
    else
        find_body(c, t, n->calendar.title, n->calendar.name, &n->calendar.items);
}

static void find_one(struct amending *c, struct thing *owner, const struct node *n)
{
    struct text slot;
    switch ((unsigned)n->kind) {
    case NODE_criterion:
    case NODE_penalty:
    case NODE_calendar:
        find_named(c, owner, n);
        break;
    case NODE_units:
        find_items(c, owner, &n->units.units);
        break;
    case NODE_facts:
        find_facts(c, &n->facts.declarations, (struct text){0});
        break;
    case NODE_round:
        find_targets(c, owner, "round", n, &n->round.targets);
        break;
    case NODE_show:
        find_targets(c, owner, "show", n, &n->show.targets);
        break;
    default:
        slot = slot_of(c->a, n);
        if (slot.n)
            add_thing(c, owner, slot, n);
        for (size_t i = 0; n->kind == NODE_steps && i < n->steps.steps.n; i++)
            find_step(c, owner, n->steps.steps.at[i], i);
        break;
    }
}

static void find_items(struct amending *c, struct thing *owner, const struct nodes *items)
{
    for (size_t i = 0; i < items->n; i++)
        find_one(c, owner, items->at[i]);
}

void things_find(struct amending *c)
{
    c->file = add_thing(c, NULL, TEXT(""), NULL);
    c->file->items = &c->base->tree->root->file.items;
    find_items(c, c->file, c->file->items);
}

static struct text base_criteria(const struct amending *c)
{
    struct thing *name = thing_at(c, c->file, TEXT("criteria"));
    return name ? name->node->criteria.id->word.text : TEXT("");
}

struct text formerly_words(struct amending *c, struct text was)
{
    struct text in = base_criteria(c);
    return in.n ? SAY(c->a, "formerly {} in {}", was, in) : SAY(c->a, "formerly {}", was);
}

const struct node *formerly_among(const struct amending *c, const struct nodes *items)
{
    for (size_t i = 0; i < items->n; i++) {
        const struct node *n = items->at[i];
        n = n->kind == NODE_attribute && n->attribute.kind == ATTRIBUTE_FORMERLY
                ? n->attribute.value
                : n;
        if (n->kind == NODE_formerly && n->formerly.in &&
            text_equal(n->formerly.in->word.text, base_criteria(c)))
            return n;
    }
    return NULL;
}

/* --- what is not there ------------------------------------------------------------------------ */

/* Where it is looked for: the name of the criteria, or what it should stand in. */
static struct span looked_in(const struct amending *c, const struct thing *owner)
{
    if (thing_is_criterion(owner))
        return owner->node->criterion.id->at;
    if (owner->node)
        return owner->node->at;
    struct thing *name = thing_at(c, owner, TEXT("criteria"));
    return name ? name->node->at : source_span(c->base->source, 0, 0);
}

/* The first word of a slot. */
static struct text kind_of(struct text slot)
{
    size_t n = 0;
    while (n < slot.n && slot.at[n] != ' ')
        n++;
    return (struct text){slot.at, n};
}

static void help_with_near(struct amending *c, struct diag *g, const struct thing *owner,
                           struct text slot)
{
    struct text kind = kind_of(slot), name = text_after(slot, kind.n + 1);
    struct nearest nearest = nearest_to(name);
    const struct thing *other = NULL;
    bool everywhere = text_equal(kind, TEXT("indicator")) || text_equal(kind, TEXT("group"));
    for (size_t i = 0; i < c->things.n && name.n; i++) {
        const struct thing *t = c->things.at[i];
        struct text its_kind = kind_of(t->slot), its_name = text_after(t->slot, its_kind.n + 1);
        bool here = t->owner == owner || (everywhere && thing_is_criterion(t));
        if (here && text_equal(its_kind, kind))
            nearest_offer(&nearest, its_name);
        else if (here && text_equal(its_name, name))
            other = t;
    }
    if (other)
        diag_help(g, SAY(c->a, "there is the {}", other->slot));
    else if (nearest.best.n && !text_equal(kind, TEXT("step")))
        diag_help(g, SAY(c->a, "did you mean `{}`?", nearest.best));
}

/* An id that a criterion only gets by the amendment. */
static bool is_new_number(const struct amending *c, struct diag *g, struct text slot)
{
    struct text id = text_after(slot, kind_of(slot).n + 1);
    for (size_t i = 0; i < c->new_numbers.n; i++) {
        const struct node *n = c->new_numbers.at[i];
        if (!text_equal(text_arabic(c->a, n->renumber.to->word.text), id))
            continue;
        diag_label(c->d, g, n->at, TEXT("this number is new"));
        diag_help(g, SAY(c->a, "what is changed has its old name here: `{}`",
                         text_arabic(c->a, n->renumber.from->word.text)));
        return true;
    }
    return false;
}

struct thing *thing_wanted(struct amending *c, const struct thing *owner, struct text slot,
                           struct span at)
{
    struct thing *t = thing_at(c, owner, slot);
    if (t)
        return t;
    struct text in = owner->node ? owner->slot : c->base->source->name;
    struct diag *g = DIAG_ADD(c->d, K0902, at, in, slot);
    diag_label(c->d, g, looked_in(c, owner), TEXT("this is amended"));
    if (diags_have_room(c->d) && !is_new_number(c, g, slot))
        help_with_near(c, g, owner, slot);
    return NULL;
}

struct thing *criterion_called(const struct amending *c, const struct thing *owner, struct text id)
{
    static const int heights[] = {HEIGHT_INDICATOR, HEIGHT_GROUP, HEIGHT_PART};
    struct text words = text_arabic(c->a, id);
    for (size_t i = 0; i < sizeof heights / sizeof *heights; i++) {
        const struct thing *in = heights[i] == HEIGHT_PART ? owner : c->file;
        struct thing *t = thing_at(c, in, SAY(c->a, "{} {}", height_name(heights[i]), words));
        if (t)
            return t;
    }
    return NULL;
}

struct thing *criterion_wanted(struct amending *c, struct thing *owner, int height,
                               const struct node *id)
{
    struct text slot = SAY(c->a, "{} {}", height_name(height), text_arabic(c->a, id->word.text));
    return thing_wanted(c, height == HEIGHT_PART ? owner : c->file, slot, id->at);
}

const struct span *said_of(const struct amending *c, const struct thing *t)
{
    size_t found;
    return map_find(&c->said, t->path, &found) ? &c->said_at.at[found] : NULL;
}

/* Levels, bands, steps and formulas share a slot; the word that was written says it best. */
static struct text slot_words(struct amending *c, struct text slot, struct span at)
{
    struct text written = source_text(c->d->sources, at);
    size_t n = 0;
    while (n < written.n && written.at[n] >= 'a' && written.at[n] <= 'z')
        n++;
    return text_equal(slot, TEXT("score")) && n ? (struct text){written.at, n} : slot;
}

bool say_once(struct amending *c, const struct thing *owner, struct text slot, struct span at)
{
    struct text path = path_of(c->a, owner, slot);
    size_t first = map_put(&c->said, path, c->said_at.n);
    if (first == c->said_at.n) {
        LIST_ADD(c->a, &c->said_at, at);
        return true;
    }
    struct diag *g = DIAG_ADD(c->d, K0903, at, slot_words(c, slot, at));
    diag_label(c->d, g, c->said_at.at[first], TEXT("first here"));
    diag_help(g, TEXT("say in one place what becomes of it"));
    return false;
}
