/* What is the same thing in both rule sets.
 *
 * Criteria: by what they are declared to have been, by path, then by content, among those of equal
 * height that are left over: the same title, or the same measure and scorer, where that is alone
 * with it on both sides.  Parts only within indicators that are the same.  Facts: by declaration,
 * by path, then by title and type.  A rule that finds more than one finds none. */
#include "diff/comparing.h"

/* --- the list of pairs ------------------------------------------------------------------------ */

struct listing {
    struct diff *d;
    const struct pairing *with;
    const enum matched *how; /* by index of the newer one */
    const size_t *place;     /* of older ones in what they stand in, by index */
};

static void add_pair(struct listing *l, const struct criterion *older,
                     const struct criterion *newer)
{
    struct diff *d = l->d;
    struct pair *p = ARENA_NEW(d->arena, struct pair);
    *p = (struct pair){.of = {older, newer}, .matched = MATCHED_NOT, .index = d->pairs.n};
    if (older && newer)
        p->matched = l->how[newer->index];
    LIST_ADD(d->arena, &d->pairs, p);
    for (int side = 0; side < SIDES; side++)
        if (p->of[side])
            d->pair_of[side][p->of[side]->index] = p;
}

static bool is_gone(const struct listing *l, const struct criterion *older)
{
    return l->with->with[OLDER][older->index] == NONE;
}

static void add_gone_from(struct listing *l, const struct criterion *parent, size_t from);

static void add_gone(struct listing *l, const struct criterion *older)
{
    add_pair(l, older, NULL);
    for (size_t i = 0; i < older->children.n; i++)
        if (is_gone(l, older->children.at[i]))
            add_gone(l, older->children.at[i]);
}

/* What is gone and stood there, up to the next that is still there. */
static void add_gone_from(struct listing *l, const struct criterion *parent, size_t from)
{
    for (size_t i = from; i < parent->children.n && is_gone(l, parent->children.at[i]); i++)
        add_gone(l, parent->children.at[i]);
}

static void add_all(struct listing *l, const struct criterion *newer)
{
    size_t with = l->with->with[NEWER][newer->index];
    const struct criterion *older = with == NONE ? NULL : l->d->model[OLDER]->criteria.at[with];
    add_pair(l, older, newer);
    if (older)
        add_gone_from(l, older, 0);
    for (size_t i = 0; i < newer->children.n; i++)
        add_all(l, newer->children.at[i]);
    if (older && older->parent)
        add_gone_from(l, older->parent, l->place[older->index] + 1);
}

static const size_t *places_in(struct arena *a, const struct model *m)
{
    size_t *place = ARENA_ARRAY(a, size_t, m->criteria.n);
    for (size_t i = 0; i < m->criteria.n; i++)
        for (size_t j = 0; j < m->criteria.at[i]->children.n; j++)
            place[m->criteria.at[i]->children.at[j]->index] = j;
    return place;
}

static void list_pairs(struct diff *d, const struct pairing *with, const enum matched *how)
{
    struct listing l = {d, with, how, places_in(d->arena, d->model[OLDER])};
    d->pairs.n = 0;
    for (int side = 0; side < SIDES; side++)
        d->pair_of[side] = ARENA_ARRAY(d->arena, const struct pair *, d->model[side]->criteria.n);
    add_all(&l, d->model[NEWER]->criteria.at[0]);
}

/* --- criteria --------------------------------------------------------------------------------- */

struct text diff_declared(const struct diff *d, int side, const struct formerlies *f, bool any)
{
    struct text of_any = {0};
    for (size_t i = 0; i < f->n; i++) {
        if (text_equal(f->at[i].in, d->model[!side]->id))
            return f->at[i].was;
        if (!f->at[i].in.n && any)
            of_any = f->at[i].was;
    }
    return of_any;
}

typedef struct text key_of(const struct diff *d, int side, const struct criterion *k);

static struct text key_path(const struct diff *d, int side, const struct criterion *k)
{
    (void)side;
    return SAY(d->arena, "{} {}", text_number(d->arena, k->height), k->path);
}

/* What the criteria of `declaring` say that they were, against the paths of the other side. */
static struct text key_declared(const struct diff *d, int side, const struct criterion *k,
                                int declaring, bool any)
{
    return side == declaring ? diff_declared(d, side, &k->formerly, any) : k->path;
}

static struct text key_was(const struct diff *d, int side, const struct criterion *k)
{
    return key_declared(d, side, k, NEWER, true);
}

static struct text key_became(const struct diff *d, int side, const struct criterion *k)
{
    return key_declared(d, side, k, OLDER, false);
}

/* Without a word about which rules it was so in, only where nothing has that path itself. */
static struct text key_perhaps_became(const struct diff *d, int side, const struct criterion *k)
{
    return key_declared(d, side, k, OLDER, true);
}

/* What it stands in, as far as that says which one is meant. */
static struct text key_outside(const struct diff *d, int side, const struct criterion *k)
{
    const struct criterion *in =
        k->height == HEIGHT_PART ? k->parent : d->model[side]->criteria.at[0];
    return SAY(d->arena, "{} {}", text_number(d->arena, k->height),
               text_number(d->arena, (long long)d->pair_of[side][in->index]->index));
}

static struct text key_title(const struct diff *d, int side, const struct criterion *k)
{
    if (!k->title.n)
        return (struct text){0};
    return SAY(d->arena, "{} {}", key_outside(d, side, k), text_folded(d->arena, k->title));
}

static struct text key_id_inside(const struct diff *d, int side, const struct criterion *k)
{
    if (k->height != HEIGHT_PART)
        return (struct text){0};
    return SAY(d->arena, "{} {}", key_outside(d, side, k), k->id);
}

/* Of a weighted mean there is nothing that tells it from another one. */
static struct text key_content(const struct diff *d, int side, const struct criterion *k)
{
    struct arena *a = d->arena;
    struct buffer b = buffer_in(a);
    if (k->scorer == SCORER_CHILDREN || k->scorer == SCORER_NONE)
        return (struct text){0};
    buffer_add(&b, SAY(a, "{} {} {} {}", key_outside(d, side, k), text_number(a, k->scorer),
                       text_number(a, (long long)diff_meaning(d, side, k->measure)),
                       text_number(a, (long long)diff_meaning(d, side, k->formula))));
    for (size_t i = 0; i < k->steps.n; i++)
        buffer_add(&b, SAY(a, " {}",
                           text_number(a, (long long)diff_meaning(d, side, k->steps.at[i].done))));
    return buffer_text(&b);
}

static void match_by(struct diff *d, struct pairing *p, enum matched *how, enum matched rule,
                     key_of *key)
{
    struct text *keys[SIDES];
    for (int side = 0; side < SIDES; side++) {
        keys[side] = ARENA_ARRAY(d->arena, struct text, p->n[side]);
        for (size_t i = 0; i < p->n[side]; i++)
            if (p->with[side][i] == NONE)
                keys[side][i] = key(d, side, d->model[side]->criteria.at[i]);
    }
    pairing_by_keys(p, d->arena, keys[OLDER], keys[NEWER]);
    for (size_t i = 0; i < p->n[NEWER]; i++)
        if (p->with[NEWER][i] != NONE && how[i] == MATCHED_NOT)
            how[i] = rule;
    list_pairs(d, p, how);
    diff_find_meanings(d);
}

void diff_match(struct diff *d)
{
    size_t n[SIDES] = {d->model[OLDER]->criteria.n, d->model[NEWER]->criteria.n};
    struct pairing p = pairing_of(d->arena, n[OLDER], n[NEWER]);
    enum matched *how = ARENA_ARRAY(d->arena, enum matched, n[NEWER]);
    for (size_t i = 0; i < n[NEWER]; i++)
        how[i] = MATCHED_NOT;
    diff_match_facts(d);
    pairing_join(&p, 0, 0);
    match_by(d, &p, how, MATCHED_DECLARED, key_was);
    match_by(d, &p, how, MATCHED_DECLARED, key_became);
    match_by(d, &p, how, MATCHED_BY_ID, key_path);
    match_by(d, &p, how, MATCHED_DECLARED, key_perhaps_became);
    match_by(d, &p, how, MATCHED_BY_CONTENT, key_title);
    match_by(d, &p, how, MATCHED_BY_CONTENT, key_content);
    match_by(d, &p, how, MATCHED_BY_ID, key_id_inside); /* of indicators that were found so */
    match_by(d, &p, how, MATCHED_BY_CONTENT, key_title);
    match_by(d, &p, how, MATCHED_BY_CONTENT, key_content);
}
