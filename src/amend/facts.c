/* Facts: declared otherwise, taken away, renamed.
 *
 * Several names may share one declaration. What is said of one of them takes it out of there, and
 * it gets a declaration of its own behind. */
#include "amend/amending.h"

static bool is_group(const struct node *n)
{
    return n->kind == NODE_fact_group;
}

static const struct nodes *names_of(const struct node *n)
{
    return is_group(n) ? &n->fact_group.names : &n->fact.names;
}

static bool is_declaration(const struct node *n)
{
    return n->kind == NODE_fact || n->kind == NODE_fact_group;
}

static struct text fact_slot(struct amending *c, struct text path)
{
    return SAY(c->a, "fact {}", path);
}

static struct text path_in(struct amending *c, struct text prefix, const struct node *name)
{
    return SAY(c->a, "{}{}", prefix, path_words(c->a, name));
}

/* --- what the amendment says of them --------------------------------------------------------- */

static bool is_new(struct amending *c, struct text path, const struct node *name)
{
    struct text slot = fact_slot(c, path);
    if (!say_once(c, c->file, slot, name->at))
        return false;
    struct thing *old = thing_at(c, c->file, slot);
    if (!old)
        return true;
    struct diag *g = DIAG_ADD(c->d, K0904, name->at, slot);
    diag_label(c->d, g, names_of(old->node)->at[old->name]->at, TEXT("here"));
    diag_help(g, TEXT("write `change facts { ... }`"));
    return false;
}

static bool all_new(struct amending *c, const struct nodes *declarations, struct text prefix)
{
    bool new = true;
    for (size_t i = 0; i < declarations->n; i++) {
        const struct node *n = declarations->at[i];
        for (size_t j = 0; is_declaration(n) && j < names_of(n)->n; j++) {
            struct text path = path_in(c, prefix, names_of(n)->at[j]);
            bool here = is_group(n)
                            ? all_new(c, &n->fact_group.declarations, SAY(c->a, "{}.", path))
                            : is_new(c, path, names_of(n)->at[j]);
            new = here &&new;
        }
    }
    return new;
}

bool facts_are_new(struct amending *c, const struct nodes *declarations)
{
    return all_new(c, declarations, TEXT(""));
}

static void redeclare(struct amending *c, struct thing *t, const struct node *n,
                      const struct node *name)
{
    if (!say_once(c, t, TEXT("declaration"), name->at))
        return;
    t->changed = name->at;
    t->redeclared = n;
    t->redeclared_by = c->now;
    t->redeclared_cited = c->cited;
}

static struct thing *wanted(struct amending *c, const struct node *n, struct text path,
                            struct span at)
{
    struct thing *t = thing_wanted(c, c->file, fact_slot(c, path), at);
    if (!t || is_group(t->node) == is_group(n))
        return t;
    struct diag *g = DIAG_ADD(c->d, K0902, at, c->base->source->name,
                              is_group(n) ? SAY(c->a, "group of facts {}", path) : t->slot);
    diag_label(c->d, g, names_of(t->node)->at[0]->at,
               is_group(n) ? TEXT("this is one fact") : TEXT("this is a group of facts"));
    return NULL;
}

void change_facts(struct amending *c, const struct nodes *declarations, struct text prefix)
{
    for (size_t i = 0; i < declarations->n; i++) {
        const struct node *n = declarations->at[i];
        for (size_t j = 0; is_declaration(n) && j < names_of(n)->n; j++) {
            const struct node *name = names_of(n)->at[j];
            struct text path = path_in(c, prefix, name);
            struct thing *t = wanted(c, n, path, name->at);
            if (!t)
                continue;
            if (!is_group(n)) {
                redeclare(c, t, n, name);
                continue;
            }
            amend_title(c, t, t->node->fact_group.title, n->fact_group.title,
                        names_of(t->node)->at[0]->at.hi);
            change_facts(c, &n->fact_group.declarations, SAY(c->a, "{}.", path));
        }
    }
}

void remove_fact(struct amending *c, const struct node *n)
{
    struct thing *t = thing_wanted(c, c->file, removal_slot(c->a, n), n->removal.name->at);
    if (!t || !say_once(c, t, TEXT("all of it"), n->at))
        return;
    t->removed = n->at;
    if (is_group(t->node) || names_of(t->node)->n == 1)
        remove_span(c, t->node->at);
}

/* --- new names ----------------------------------------------------------------------------------
 */

/* The path of what a fact stands in, with its point; empty at the top. */
static struct text container(struct text path, struct text name)
{
    return (struct text){path.at, path.n - name.n};
}

/* The same in the new document, where the group may have another name. */
static struct text new_container(struct amending *c, struct text old)
{
    struct thing *group =
        old.n ? thing_at(c, c->file, fact_slot(c, (struct text){old.at, old.n - 1})) : NULL;
    return group && group->renamed ? SAY(c->a, "{}.", path_words(c->a, group->renamed->rename.to))
                                   : old;
}

/* What it was in the criteria that are amended; a group may say so for all that is in it. */
static struct text former_path(struct amending *c, struct text path)
{
    for (size_t n = path.n; n; n--) {
        if (path.at[n - 1] != '.')
            continue;
        struct thing *group = thing_at(c, c->file, fact_slot(c, (struct text){path.at, n - 1}));
        const struct node *says = group && is_group(group->node)
                                      ? formerly_among(c, &group->node->fact_group.declarations)
                                      : NULL;
        if (says)
            return SAY(c->a, "{}.{}", path_words(c->a, says->formerly.was), text_after(path, n));
    }
    return path;
}

/* Empty where it says so already. */
static struct text formerly(struct amending *c, const struct thing *t)
{
    const struct nodes *said =
        is_group(t->node) ? &t->node->fact_group.declarations : &t->node->fact.attributes;
    if (formerly_among(c, said))
        return (struct text){0};
    return formerly_words(c, former_path(c, path_words(c->a, t->renamed->rename.from)));
}

static struct text formerly_behind(struct amending *c, const struct thing *t)
{
    struct text says = formerly(c, t);
    return says.n ? SAY(c->a, ", {}", says) : says;
}

/* What the fact is called where it is declared. */
static struct text own_name(struct amending *c, const struct thing *t)
{
    const struct node *name = names_of(t->node)->at[t->name];
    struct text old = path_words(c->a, name);
    if (!t->renamed)
        return old;
    struct text from = path_words(c->a, t->renamed->rename.from);
    struct text to = path_words(c->a, t->renamed->rename.to);
    struct text in = new_container(c, container(from, old));
    return text_starts(to, in) ? text_after(to, in.n) : (struct text){0};
}

static void rename_one(struct amending *c, const struct node *n)
{
    struct text to = path_words(c->a, n->rename.to);
    struct text from = fact_slot(c, path_words(c->a, n->rename.from));
    struct thing *t = thing_wanted(c, c->file, from, n->rename.from->at);
    if (!t || !say_once(c, t, TEXT("name"), n->at) ||
        !say_once(c, c->file, SAY(c->a, "new {}", fact_slot(c, to)), n->rename.to->at))
        return;
    t->changed = n->rename.from->at;
    t->renamed = n;
}

/* When all new names are known: whether they can stand where they shall. */
static void check_name(struct amending *c, const struct thing *t)
{
    const struct node *n = t->renamed;
    struct thing *old = thing_at(c, c->file, fact_slot(c, path_words(c->a, n->rename.to)));
    if (old && !old->renamed && span_is_nowhere(old->removed)) {
        struct diag *g = DIAG_ADD(c->d, K0904, n->rename.to->at, old->slot);
        diag_label(c->d, g, names_of(old->node)->at[old->name]->at, TEXT("here"));
    } else if (!own_name(c, t).n) {
        struct diag *g = DIAG_ADD(c->d, K0913, n->rename.to->at, t->slot,
                                  TEXT("outside of what it is declared in"));
        diag_label(c->d, g, names_of(t->node)->at[t->name]->at, TEXT("it is declared here"));
        diag_help(g, TEXT("a new name has the group or table of the old one; rename the group too, "
                          "or remove the fact and add another one"));
    }
}

/* --- the text ------------------------------------------------------------------------------------
 */

static void rename_group(struct amending *c, const struct thing *t)
{
    struct span name = names_of(t->node)->at[0]->at;
    uint32_t open =
        token_from(c->base, t->node->fact_group.title ? t->node->fact_group.title->at.hi : name.hi)
            ->at.hi;
    c->now = t->renamed;
    struct text says = formerly(c, t);
    replace_by(c, name, own_name(c, t));
    replace_by(c, (struct span){open, open}, says.n ? SAY(c->a, " {}  ", says) : says);
}

/* The type and what stands behind it. */
static struct span type_of(const struct node *n)
{
    return (struct span){n->fact.type->at.lo, n->at.hi};
}

/* A declaration that is its own. */
static void change_in_place(struct amending *c, struct thing *t)
{
    const struct node *new = t->redeclared;
    struct span name = names_of(t->node)->at[t->name]->at;
    if (new) {
        c->now = t->redeclared_by;
        c->cited = t->redeclared_cited;
        amend_title(c, t, t->node->fact.title, new->fact.title, name.hi);
        warn_of_nothing(c, t->node->fact.type, new->fact.type, t->slot, new->fact.attributes.n);
        replace(c, type_of(t->node), type_of(new));
    }
    if (t->renamed) {
        c->now = t->renamed;
        c->cited = NULL;
        replace_by(c, name, own_name(c, t));
        replace_by(c, (struct span){t->node->at.hi, t->node->at.hi}, formerly_behind(c, t));
    }
}

/* One of several names: a declaration of its own behind the shared one. */
static void change_apart(struct amending *c, struct thing *t)
{
    const struct node *old = t->node, *new = t->redeclared;
    const struct source *s = c->base->source;
    struct thing within = {.node = old};
    bool own_line = indent_of(c, s, old->at.lo).at + indent_of(c, s, old->at.lo).n ==
                    s->content.at + (old->at.lo - s->base);
    within.body = own_line ? 0 : UINT32_MAX;
    struct spot spot = spot_after(c, &within, old->at, false);
    struct pieces p = {0};
    struct span here = {old->at.lo, old->at.lo};
    c->now = t->renamed ? t->renamed : t->redeclared_by;
    c->cited = t->redeclared_cited;
    pieces_make(c, &p, SAY(c->a, "{}{}", spot.before, own_name(c, t)), here);
    const struct node *title = new &&new->fact.title ? new->fact.title : old->fact.title;
    pieces_make(c, &p, title ? TEXT(" ") : TEXT(""), here);
    if (title)
        pieces_add(c, &p, title->at);
    pieces_make(c, &p, TEXT(" : "), here);
    pieces_add(c, &p, type_of(new ? new : old));
    if (t->renamed)
        pieces_make(c, &p, formerly_behind(c, t), here);
    edit_add(c, spot.at, spot.at, p);
}

/* The names that a shared declaration keeps. */
static void keep_names(struct amending *c, const struct thing *first, const struct thing *const *t)
{
    const struct nodes *names = names_of(first->node);
    struct buffer kept = buffer_in(c->a);
    size_t n = 0;
    for (size_t i = 0; i < names->n; i++) {
        if (t[i]->renamed || t[i]->redeclared || !span_is_nowhere(t[i]->removed))
            continue;
        buffer_add(&kept, n++ ? TEXT(", ") : TEXT(""));
        buffer_add(&kept, path_words(c->a, names->at[i]));
    }
    if (n == names->n)
        return;
    if (n)
        replace_by(c, span_join(names->at[0]->at, names->at[names->n - 1]->at), buffer_text(&kept));
    else
        remove_span(c, first->node->at);
}

static bool is_fact(const struct thing *t)
{
    return t->node && is_declaration(t->node);
}

void settle_facts(struct amending *c)
{
    for (size_t i = 0; i < c->renames.n; i++)
        rename_one(c, c->renames.at[i]);
    for (size_t i = 0; i < c->things.n; i++)
        if (is_fact(c->things.at[i]) && c->things.at[i]->renamed)
            check_name(c, c->things.at[i]);
    for (size_t i = 0; i < c->things.n; i++) {
        struct thing *t = c->things.at[i];
        if (!is_fact(t) || !span_is_nowhere(t->removed))
            continue;
        bool shared = names_of(t->node)->n > 1;
        if (is_group(t->node)) {
            if (t->renamed)
                rename_group(c, t);
        } else if (!shared)
            change_in_place(c, t);
        else if (t->redeclared || t->renamed)
            change_apart(c, t);
    }
    for (size_t i = 0; i < c->things.n; i++) {
        struct thing *t = c->things.at[i];
        /* Names of one declaration are found one behind the other, but for columns between. */
        if (is_fact(t) && t->node->kind == NODE_fact && !t->name && names_of(t->node)->n > 1) {
            c->now = c->cited = NULL;
            keep_names(c, t, (const struct thing *const *)t->twins);
        }
    }
}
