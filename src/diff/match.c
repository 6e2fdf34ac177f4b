/* What is the same thing in both rule sets.
 *
 * Criteria: by what they are declared to have been, by path, then by content, among those of equal
 * height that are left over: the same title, or the same measure and scorer, where that is alone
 * with it on both sides.  Parts only within indicators that are the same.  Facts: by declaration,
 * by path, then by title and type.  A rule that finds more than one finds none. */
#include "diff/comparing.h"

/* --- facts ------------------------------------------------------------------------------------ */

struct fact_list_side {
    const struct fact *const *at;
    size_t n;
};

static struct text fact_key(struct arena *a, const struct fact *f)
{
    return f->title.n ? SAY(a, "{}: {}", f->title, fact_type_words(a, f)) : (struct text){0};
}

static struct pairing pair_facts(struct arena *a, const struct fact_list_side *list)
{
    struct pairing p = pairing_of(a, list[OLDER].n, list[NEWER].n);
    struct text *path[SIDES], *content[SIDES];
    for (int side = 0; side < SIDES; side++) {
        path[side] = ARENA_ARRAY(a, struct text, list[side].n);
        content[side] = ARENA_ARRAY(a, struct text, list[side].n);
        for (size_t i = 0; i < list[side].n; i++) {
            path[side][i] = list[side].at[i]->path;
            content[side][i] = fact_key(a, list[side].at[i]);
        }
    }
    pairing_by_keys(&p, a, path[OLDER], path[NEWER]);
    pairing_by_keys(&p, a, content[OLDER], content[NEWER]);
    return p;
}

static struct fact_pair *fact_pair_new(struct arena *a, const struct fact *older,
                                       const struct fact *newer)
{
    struct fact_pair *p = ARENA_NEW(a, struct fact_pair);
    *p = (struct fact_pair){.of = {older, newer}, .matched = MATCHED_NOT};
    if (older && newer)
        p->matched = text_equal(older->path, newer->path) ? MATCHED_BY_ID : MATCHED_BY_CONTENT;
    return p;
}

struct fact_pairs {
    struct fact_pair **at;
    size_t n, room;
};

/* In the order of the newer ones, what is gone last. */
static struct fact_pairs list_facts(struct arena *a, const struct fact_list_side *list,
                                    const struct fact_pair **by_index[SIDES])
{
    struct pairing p = pair_facts(a, list);
    struct fact_pairs pairs = {0};
    for (int side = 0; side < SIDES; side++)
        by_index[side] = ARENA_ARRAY(a, const struct fact_pair *, list[side].n);
    for (size_t i = 0; i < list[NEWER].n; i++) {
        size_t j = p.with[NEWER][i];
        LIST_ADD(a, &pairs,
                 fact_pair_new(a, j == NONE ? NULL : list[OLDER].at[j], list[NEWER].at[i]));
    }
    for (size_t i = 0; i < list[OLDER].n; i++)
        if (p.with[OLDER][i] == NONE)
            LIST_ADD(a, &pairs, fact_pair_new(a, list[OLDER].at[i], NULL));
    for (size_t i = 0; i < pairs.n; i++) {
        pairs.at[i]->index = i;
        for (int side = 0; side < SIDES; side++)
            if (pairs.at[i]->of[side])
                by_index[side][pairs.at[i]->of[side]->index] = pairs.at[i];
    }
    return pairs;
}

static void match_columns(struct diff *d, struct fact_pair *p)
{
    struct fact_list_side list[SIDES] = {0};
    for (int side = 0; side < SIDES; side++)
        if (p->of[side])
            list[side] = (struct fact_list_side){
                (const struct fact *const *)p->of[side]->columns.at, p->of[side]->columns.n};
    struct fact_pairs pairs = list_facts(d->arena, list, p->column_of);
    for (size_t i = 0; i < pairs.n; i++)
        LIST_ADD(d->arena, &p->columns, pairs.at[i]);
}

static void match_facts(struct diff *d)
{
    struct fact_list_side list[SIDES];
    for (int side = 0; side < SIDES; side++)
        list[side] = (struct fact_list_side){(const struct fact *const *)d->model[side]->facts.at,
                                             d->model[side]->facts.n};
    struct fact_pairs pairs = list_facts(d->arena, list, d->fact_of);
    for (size_t i = 0; i < pairs.n; i++) {
        match_columns(d, pairs.at[i]);
        LIST_ADD(d->arena, &d->facts, pairs.at[i]);
    }
}

/* --- the list of pairs --------------------------------------------------------------------------
 */

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

/* --- criteria ------------------------------------------------------------------------------------
 */

typedef struct text key_of(const struct diff *d, int side, const struct criterion *k);

static struct text key_path(const struct diff *d, int side, const struct criterion *k)
{
    (void)side;
    return SAY(d->arena, "{} {}", text_number(d->arena, k->height), k->path);
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
    match_facts(d);
    pairing_join(&p, 0, 0);
    match_by(d, &p, how, MATCHED_BY_ID, key_path);
    match_by(d, &p, how, MATCHED_BY_CONTENT, key_title);
    match_by(d, &p, how, MATCHED_BY_CONTENT, key_content);
    match_by(d, &p, how, MATCHED_BY_ID, key_id_inside); /* of indicators that were found so */
    match_by(d, &p, how, MATCHED_BY_CONTENT, key_title);
    match_by(d, &p, how, MATCHED_BY_CONTENT, key_content);
}
