/* What can be amended: everything in the base that has a name, or stands once where it stands. */
#include "amend/amending.h"
#include "base/nearest.h"
#include "rules.tab.h"

/* --- names ------------------------------------------------------------------------------------ */

struct text path_words(struct arena *a, const struct node *path)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < path->path.names.n; i++) {
        if (i)
            buffer_add_byte(&b, '.');
        buffer_add(&b, path->path.names.at[i]->word.text);
    }
    return buffer_text(&b);
}

struct text height_name(int height)
{
    return height == HEIGHT_GROUP       ? TEXT("group")
           : height == HEIGHT_INDICATOR ? TEXT("indicator")
                                        : TEXT("part");
}

static struct text penalty_name(int is_bonus)
{
    return is_bonus ? TEXT("bonus") : TEXT("penalty");
}

static struct text named(struct arena *a, const char *kind, struct text name)
{
    return SAY(a, "{} {}", text_of(kind), name);
}

/* A day is the same however it is written; a year of the wrong era has been said to be none. */
static struct text day_words(struct arena *a, struct text written)
{
    struct date d;
    struct month m;
    return date_read(written, ERA_CE, false, &d, &m, NULL) == DATE_DAY ? date_words(a, d, ERA_CE)
                                                                       : written;
}

/* Of what stands once under one word. */
static struct text word_of(enum node_kind kind)
{
    switch ((unsigned)kind) {
    case NODE_criteria:
        return TEXT("criteria");
    case NODE_era:
        return TEXT("era");
    case NODE_period:
        return TEXT("period");
    case NODE_closes:
        return TEXT("closes");
    case NODE_scale:
        return TEXT("scale");
    case NODE_month_ends:
        return TEXT("month ends");
    case NODE_missing:
        return TEXT("missing");
    case NODE_not_applicable:
        return TEXT("not applicable");
    case NODE_status:
        return TEXT("status");
    case NODE_grade:
        return TEXT("grade");
    case NODE_adjust:
        return TEXT("adjust");
    case NODE_weights:
        return TEXT("weights");
    case NODE_points:
    case NODE_weight:
        return TEXT("weight");
    case NODE_shown_unit:
        return TEXT("unit");
    case NODE_applies:
        return TEXT("applies");
    case NODE_measure:
        return TEXT("measure");
    case NODE_levels:
    case NODE_bands:
    case NODE_steps:
    case NODE_score:
        return TEXT("score");
    case NODE_by:
        return TEXT("by");
    case NODE_late:
        return TEXT("late");
    case NODE_evidence:
        return TEXT("evidence");
    case NODE_condition:
        return TEXT("when");
    case NODE_done:
        return TEXT("done");
    case NODE_free:
        return TEXT("first ... free");
    case NODE_amount:
        return TEXT("amount");
    case NODE_covers:
        return TEXT("covers");
    case NODE_weekend:
        return TEXT("weekend");
    default:
        return (struct text){0};
    }
}

struct text slot_of(struct arena *a, const struct node *n)
{
    switch ((unsigned)n->kind) {
    case NODE_use:
        return named(a, "use", n->use.file->string.text);
    case NODE_title:
        return named(a, "title", n->title.language->word.text);
    case NODE_bound:
        return n->bound.kind == BOUND_FLOOR ? TEXT("floor") : TEXT("cap");
    case NODE_let:
        return named(a, "let", n->let.name->word.text);
    case NODE_define:
        return named(a, "define", n->define.name->word.text);
    case NODE_penalty:
        return SAY(a, "{} {}", penalty_name(n->penalty.is_bonus), n->penalty.name->word.text);
    case NODE_calendar:
        return named(a, "calendar", n->calendar.name->word.text);
    case NODE_holiday:
        return named(a, "holiday", day_words(a, n->holiday.date->date.text));
    case NODE_unit_declaration:
        return named(a, "unit", n->unit_declaration.name->word.text);
    case NODE_step:
        return named(a, "step", text_arabic(a, n->step.number->number.digits));
    case NODE_amended_step:
        return named(a, "step", text_arabic(a, n->amended_step.number->number.digits));
    case NODE_criterion:
        return SAY(a, "{} {}", height_name(n->criterion.height),
                   text_arabic(a, n->criterion.id->word.text));
    case NODE_formerly:
        return named(a, "formerly",
                     n->formerly.was->kind == NODE_word ? n->formerly.was->word.text
                                                        : path_words(a, n->formerly.was));
    default:
        return word_of(n->kind);
    }
}

struct text removal_slot(struct arena *a, const struct node *n)
{
    const struct node *name = n->removal.name;
    switch ((unsigned)n->removal.of) {
    case NODE_criterion:
        return SAY(a, "{} {}", height_name(n->removal.height), text_arabic(a, name->word.text));
    case NODE_step:
        return named(a, "step", text_arabic(a, name->number.digits));
    case NODE_penalty:
        return SAY(a, "{} {}", penalty_name(n->removal.height), name->word.text);
    case NODE_let:
        return named(a, "let", name->word.text);
    case NODE_define:
        return named(a, "define", name->word.text);
    case NODE_unit_declaration:
        return named(a, "unit", name->word.text);
    case NODE_calendar:
        return named(a, "calendar", name->word.text);
    case NODE_title:
        return named(a, "title", name->word.text);
    case NODE_round:
        return named(a, "round", name->word.text);
    case NODE_show:
        return named(a, "show", name->word.text);
    case NODE_use:
        return named(a, "use", name->string.text);
    case NODE_holiday:
        return named(a, "holiday", day_words(a, name->date.text));
    case NODE_fact:
        return named(a, "fact", path_words(a, name));
    case NODE_note:
        return TEXT("note");
    case NODE_cite:
        return TEXT("cite");
    case NODE_bound:
        return n->removal.height == BOUND_FLOOR ? TEXT("floor") : TEXT("cap");
    default:
        return word_of((enum node_kind)n->removal.of);
    }
}

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
    t->path = !owner ? (struct text){0} : path_of(c->a, everywhere ? c->file : owner, slot);
    if (owner)
        map_put(&c->by_path, t->path, c->things.n);
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
        add_thing(c, owner, named(c->a, kind, targets->at[i]->word.text), n);
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
            struct thing *t = add_thing(c, c->file, named(c->a, "fact", path), n);
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

static void find_one(struct amending *c, struct thing *owner, const struct node *n)
{
    struct text slot = slot_of(c->a, n);
    struct thing *t = slot.n ? add_thing(c, owner, slot, n) : NULL;
    switch ((unsigned)n->kind) {
    case NODE_criterion:
        find_body(c, t, n->criterion.title, n->criterion.id, &n->criterion.items);
        break;
    case NODE_penalty:
        find_body(c, t, n->penalty.title, n->penalty.name, &n->penalty.items);
        break;
    case NODE_calendar:
        find_body(c, t, n->calendar.title, n->calendar.name, &n->calendar.items);
        break;
    case NODE_steps:
        for (size_t i = 0; i < n->steps.steps.n; i++)
            find_step(c, owner, n->steps.steps.at[i], i);
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

bool say_once(struct amending *c, const struct thing *owner, struct text slot, struct span at)
{
    struct text path = path_of(c->a, owner, slot);
    size_t first = map_put(&c->said, path, c->said_at.n);
    if (first == c->said_at.n) {
        LIST_ADD(c->a, &c->said_at, at);
        return true;
    }
    struct diag *g = DIAG_ADD(c->d, K0903, at, slot);
    diag_label(c->d, g, c->said_at.at[first], TEXT("first here"));
    diag_help(g, TEXT("say in one place what becomes of it"));
    return false;
}
