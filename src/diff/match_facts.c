/* Facts that are the same: by what they are declared to have been, by path, then by title and type,
 * where that is alone with them on both sides; columns likewise in tables that are the same. */
#include "diff/comparing.h"

struct fact_list_side {
    const struct fact *const *at;
    size_t n;
};

static struct text key_path(const struct diff *d, int side, const struct fact *f)
{
    (void)d, (void)side;
    return f->path;
}

static struct text key_content(const struct diff *d, int side, const struct fact *f)
{
    struct arena *a = d->arena;
    (void)side;
    return f->title.n ? SAY(a, "{}: {}", f->title, fact_type_words(a, f)) : (struct text){0};
}

/* A column by its name alone. */
static struct text declared(const struct diff *d, int side, const struct fact *f, bool any)
{
    struct text was = diff_declared(d, side, &f->formerly, any);
    for (size_t i = was.n; f->table && i-- > 0;)
        if (was.at[i] == '.')
            return text_after(was, i + 1);
    return was;
}

static struct text key_was(const struct diff *d, int side, const struct fact *f)
{
    return side == NEWER ? declared(d, side, f, true) : f->path;
}

static struct text key_became(const struct diff *d, int side, const struct fact *f)
{
    return side == OLDER ? declared(d, side, f, false) : f->path;
}

static struct text key_perhaps_became(const struct diff *d, int side, const struct fact *f)
{
    return side == OLDER ? declared(d, side, f, true) : f->path;
}

static const struct {
    struct text (*key)(const struct diff *d, int side, const struct fact *f);
    enum matched matched;
} rules[] = {{key_was, MATCHED_DECLARED},
             {key_became, MATCHED_DECLARED},
             {key_path, MATCHED_BY_ID},
             {key_perhaps_became, MATCHED_DECLARED},
             {key_content, MATCHED_BY_CONTENT}};

static struct pairing pair_facts(const struct diff *d, const struct fact_list_side *list,
                                 enum matched *how)
{
    struct arena *a = d->arena;
    struct pairing p = pairing_of(a, list[OLDER].n, list[NEWER].n);
    struct text *keys[SIDES];
    for (size_t i = 0; i < p.n[NEWER]; i++)
        how[i] = MATCHED_NOT;
    for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) {
        for (int side = 0; side < SIDES; side++) {
            keys[side] = ARENA_ARRAY(a, struct text, p.n[side]);
            for (size_t i = 0; i < p.n[side]; i++)
                keys[side][i] = rules[r].key(d, side, list[side].at[i]);
        }
        pairing_by_keys(&p, a, keys[OLDER], keys[NEWER]);
        for (size_t i = 0; i < p.n[NEWER]; i++)
            if (p.with[NEWER][i] != NONE && how[i] == MATCHED_NOT)
                how[i] = rules[r].matched;
    }
    return p;
}

struct fact_pairs {
    LIST_FIELDS(struct fact_pair *);
};

static void add_pair(struct arena *a, struct fact_pairs *pairs,
                     const struct fact_pair **by_index[SIDES], const struct fact *older,
                     const struct fact *newer, enum matched how)
{
    struct fact_pair *p = ARENA_NEW(a, struct fact_pair);
    *p = (struct fact_pair){.of = {older, newer}, .matched = how, .index = pairs->n};
    LIST_ADD(a, pairs, p);
    for (int side = 0; side < SIDES; side++)
        if (p->of[side])
            by_index[side][p->of[side]->index] = p;
}

/* In the order of the newer ones, what is gone last. */
static struct fact_pairs list_facts(const struct diff *d, const struct fact_list_side *list,
                                    const struct fact_pair **by_index[SIDES])
{
    struct arena *a = d->arena;
    enum matched *how = ARENA_ARRAY(a, enum matched, list[NEWER].n);
    struct pairing p = pair_facts(d, list, how);
    struct fact_pairs pairs = {0};
    for (int side = 0; side < SIDES; side++)
        by_index[side] = ARENA_ARRAY(a, const struct fact_pair *, list[side].n);
    for (size_t i = 0; i < list[NEWER].n; i++) {
        size_t j = p.with[NEWER][i];
        add_pair(a, &pairs, by_index, j == NONE ? NULL : list[OLDER].at[j], list[NEWER].at[i],
                 how[i]);
    }
    for (size_t i = 0; i < list[OLDER].n; i++)
        if (p.with[OLDER][i] == NONE)
            add_pair(a, &pairs, by_index, list[OLDER].at[i], NULL, MATCHED_NOT);
    return pairs;
}

static void match_columns(struct diff *d, struct fact_pair *p)
{
    struct fact_list_side list[SIDES] = {0};
    for (int side = 0; side < SIDES; side++)
        if (p->of[side])
            list[side] = (struct fact_list_side){
                (const struct fact *const *)p->of[side]->columns.at, p->of[side]->columns.n};
    struct fact_pairs pairs = list_facts(d, list, p->column_of);
    for (size_t i = 0; i < pairs.n; i++)
        LIST_ADD(d->arena, &p->columns, pairs.at[i]);
}

void diff_match_facts(struct diff *d)
{
    struct fact_list_side list[SIDES];
    for (int side = 0; side < SIDES; side++)
        list[side] = (struct fact_list_side){(const struct fact *const *)d->model[side]->facts.at,
                                             d->model[side]->facts.n};
    struct fact_pairs pairs = list_facts(d, list, d->fact_of);
    for (size_t i = 0; i < pairs.n; i++) {
        match_columns(d, pairs.at[i]);
        LIST_ADD(d->arena, &d->facts, pairs.at[i]);
    }
}
