/* What differs in the facts that the rules ask for. */
#include "diff/comparing.h"

static struct text fact_name(struct comparing *c, const struct fact *f)
{
    return f->table ? SAY(c->a, "{}.{}", f->table->path, f->path) : f->path;
}

static void add_change(struct comparing *c, enum diff_kind kind, struct text what,
                       const struct fact_pair *p, struct text older, struct text newer)
{
    struct said says[SIDES] = {{.words = older}, {.words = newer}};
    for (int side = 0; side < SIDES; side++)
        if (p->of[side])
            says[side].at = p->of[side]->at;
    struct rule_change *change = change_add(c, kind, what, says[OLDER], says[NEWER]);
    for (int side = 0; side < SIDES; side++)
        change->side[side].fact = p->of[side];
}

/* --- in words, property by property ----------------------------------------------------------- */

enum property { TYPE, WORDS, PLACES, LEAST, MOST, KEY, FIXED, OPTIONAL, PROPERTIES };

static struct text plain_type_words(struct arena *a, const struct fact *f)
{
    if (f->is_choice)
        return TEXT("one of");
    if (f->type.kind == TYPE_SET)
        return TEXT("set of text");
    if (f->type.kind == TYPE_NUMBER) {
        struct text words = f->whole ? TEXT("integer") : TEXT("number");
        return f->unit ? SAY(a, "{} in {}", words, f->unit->words) : words;
    }
    if (f->type.kind == TYPE_YES_NO)
        return TEXT("yes/no");
    struct text words = fact_type_words(a, f);
    return text_starts(words, TEXT("a ")) ? text_after(words, 2) : words;
}

/* Sorted: their order says nothing. */
static struct text list_words(struct arena *a, const struct fact *f)
{
    struct text *copy = ARENA_ARRAY(a, struct text, f->words.n + 1);
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < f->words.n; i++)
        copy[i] = f->words.at[i];
    const struct set *s = set_make(a, copy, f->words.n);
    for (size_t i = 0; i < s->n; i++)
        buffer_add(&b, SAY(a, i ? ", \"{}\"" : "\"{}\"", s->at[i]));
    return buffer_text(&b);
}

static struct text bound_words(struct arena *a, const char *pattern, bool has, const struct fact *f,
                               struct number bound)
{
    struct number shown = has && f->unit ? number_divide(a, bound, f->unit->scale) : bound;
    return has ? SAY(a, pattern, words_number(a, shown, false)) : SAY(a, pattern, TEXT("anything"));
}

static struct text key_words(struct arena *a, const struct fact *f)
{
    return f->key < 0 ? TEXT("without key") : SAY(a, "key {}", f->columns.at[f->key]->path);
}

static struct text property_words(struct arena *a, const struct fact *f, enum property property)
{
    switch (property) {
    case TYPE:
        return plain_type_words(a, f);
    case WORDS:
        return list_words(a, f);
    case PLACES:
        return f->decimals < 0 ? TEXT("any decimals")
                               : SAY(a, "{} decimals", text_number(a, f->decimals));
    case LEAST:
        return bound_words(a, "at least {}", f->has_least, f, f->least);
    case MOST:
        return bound_words(a, "at most {}", f->has_most, f, f->most);
    case KEY:
        return key_words(a, f);
    case FIXED:
        return f->fixed ? TEXT("fixed") : TEXT("not fixed");
    case OPTIONAL:
        return f->optional ? TEXT("optional") : TEXT("required");
    case PROPERTIES:
        break;
    }
    return TEXT("");
}

/* Whether it can be said of a fact: what cannot be is no difference. */
static bool can_have(const struct fact *f, enum property property)
{
    bool number = f->type.kind == TYPE_NUMBER;
    switch (property) {
    case PLACES:
    case LEAST:
    case MOST:
        return number;
    case KEY:
        return f->type.kind == TYPE_TABLE;
    case WORDS:
        return f->words.n;
    case TYPE:
    case FIXED:
    case OPTIONAL:
    case PROPERTIES:
        break;
    }
    return true;
}

/* What nobody has to write. */
static bool is_default(const struct fact *f, enum property property)
{
    switch (property) {
    case PLACES:
        return f->decimals < 0;
    case LEAST:
        return !f->has_least;
    case MOST:
        return !f->has_most;
    case KEY:
        return f->key < 0;
    case FIXED:
        return !f->fixed;
    case OPTIONAL:
        return !f->optional;
    case TYPE:
    case WORDS:
    case PROPERTIES:
        break;
    }
    return false;
}

static void add_word(struct arena *a, struct buffer *b, struct text word)
{
    buffer_add(b, SAY(a, b->n && word.n ? ", {}" : "{}", word));
}

/* A bound in other units is the same bound. */
static bool same_property(struct arena *a, const struct fact *x, const struct fact *y,
                          enum property property)
{
    if (property == LEAST)
        return x->has_least == y->has_least &&
               (!x->has_least || number_equal(a, x->least, y->least));
    if (property == MOST)
        return x->has_most == y->has_most && (!x->has_most || number_equal(a, x->most, y->most));
    return text_equal(property_words(a, x, property), property_words(a, y, property));
}

static void compare_type(struct comparing *c, const struct fact_pair *p)
{
    struct buffer says[SIDES] = {buffer_in(c->a), buffer_in(c->a)};
    const struct fact *older = p->of[OLDER], *newer = p->of[NEWER];
    for (enum property i = 0; i < PROPERTIES; i++) {
        bool both = can_have(older, i) && can_have(newer, i);
        if ((!both && i != WORDS) || !tells(c, same_property(c->a, older, newer, i)) ||
            (c->d->telling && is_default(newer, i)))
            continue;
        for (int side = 0; side < SIDES; side++)
            add_word(c->a, &says[side], property_words(c->a, p->of[side], i));
    }
    if (says[OLDER].n || says[NEWER].n)
        add_change(c, DIFF_FACT_RETYPED, fact_name(c, newer), p, buffer_text(&says[OLDER]),
                   buffer_text(&says[NEWER]));
}

/* --- pairs ------------------------------------------------------------------------------------ */

static struct text whole_words(struct comparing *c, const struct fact *f)
{
    struct buffer b = buffer_in(c->a);
    add_word(c->a, &b, plain_type_words(c->a, f));
    if (f->words.n)
        buffer_add(&b, SAY(c->a, " ({})", list_words(c->a, f)));
    if (f->optional)
        add_word(c->a, &b, TEXT("optional"));
    if (f->title.n)
        return SAY(c->a, "\"{}\": {}", text_folded(c->a, f->title), buffer_text(&b));
    return buffer_text(&b);
}

static void compare_fact(struct comparing *c, const struct fact_pair *p)
{
    const struct fact *older = p->of[OLDER], *newer = p->of[NEWER];
    if (!older || !newer) {
        const struct fact *f = older ? older : newer;
        struct text words = whole_words(c, f), none = TEXT("");
        add_change(c, older ? DIFF_FACT_REMOVED : DIFF_FACT_ADDED, fact_name(c, f), p,
                   older ? words : none, newer ? words : none);
        return;
    }
    if (!text_equal(older->path, newer->path))
        add_change(c, DIFF_RENAMED, TEXT("fact"), p, fact_name(c, older), fact_name(c, newer));
    compare_type(c, p);
    if (tells(c, older->needs_evidence == newer->needs_evidence))
        add_change(c, DIFF_EVIDENCE, fact_name(c, newer), p,
                   older->needs_evidence ? TEXT("requires evidence") : TEXT(""),
                   newer->needs_evidence ? TEXT("requires evidence") : TEXT(""));
    if (tells(c, text_equal(text_folded(c->a, older->title), text_folded(c->a, newer->title))))
        add_change(c, DIFF_REWORDED, SAY(c->a, "title of {}", fact_name(c, newer)), p, older->title,
                   newer->title);
    for (size_t i = 0; i < p->columns.n; i++)
        compare_fact(c, p->columns.at[i]);
}

void compare_facts(struct comparing *c)
{
    for (size_t i = 0; i < c->d->facts.n; i++)
        compare_fact(c, c->d->facts.at[i]);
}
