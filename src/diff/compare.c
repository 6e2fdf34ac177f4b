/* What differs between things that are the same. */
#include "diff/comparing.h"

bool tells(const struct comparing *c, bool same)
{
    return !same || c->d->telling;
}

struct rule_change *change_add(struct comparing *c, enum diff_kind kind, struct text what,
                               struct said older, struct said newer)
{
    struct rule_change *change = ARENA_NEW(c->a, struct rule_change);
    const struct said *said[SIDES] = {&older, &newer};
    *change = (struct rule_change){.kind = kind, .what = what, .pair = c->pair};
    for (int side = 0; side < SIDES; side++)
        change->side[side] =
            (struct side){.criterion = c->k[side], .says = said[side]->words, .at = said[side]->at};
    if (!c->d->telling || newer.words.n)
        LIST_ADD(c->a, &c->pair->changes, change);
    return change;
}

void change_of_words(struct comparing *c, enum diff_kind kind, struct text what, struct said older,
                     struct said newer)
{
    if (tells(c, text_equal(text_folded(c->a, older.words), text_folded(c->a, newer.words))))
        change_add(c, kind, what, older, newer);
}

struct said said_expr(struct comparing *c, int side, const char *before, const struct expr *e)
{
    if (!e)
        return (struct said){0};
    struct text words = diff_words(c->d, side, e);
    return (struct said){*before ? SAY(c->a, "{} {}", text_of(before), words) : words, e->at};
}

/* What a committee wants to know of a criterion that is new or gone. */
static struct said said_whole(struct comparing *c, int side)
{
    const struct criterion *k = c->k[side];
    static const char *const heights[] = {"total", "group", "indicator", "part"};
    struct text words = SAY(c->a, k->title.n ? "{} {} \"{}\"" : "{} {}",
                            text_of(heights[k->height]), k->path, text_folded(c->a, k->title));
    return (struct said){words, k->at};
}

static void compare_identity(struct comparing *c)
{
    const struct criterion *older = c->k[OLDER], *newer = c->k[NEWER];
    struct said before = {older->parent ? older->id : c->d->model[OLDER]->id, older->at};
    struct said after = {newer->parent ? newer->id : c->d->model[NEWER]->id, newer->at};
    if (!older->parent ? tells(c, text_equal(before.words, after.words))
                       : !text_equal(before.words, after.words))
        change_add(c, DIFF_RENAMED, TEXT(""), before, after);
    if (!older->parent || !newer->parent || (c->d->telling && newer->height == HEIGHT_PART) ||
        !tells(c, c->d->pair_of[OLDER][older->parent->index] ==
                      c->d->pair_of[NEWER][newer->parent->index]))
        return;
    before.words = older->parent->path;
    after.words = newer->parent->path;
    change_add(c, DIFF_MOVED, TEXT(""), before, after);
}

/* It is on one side only, and so is what it stands in: that says it all. */
static bool goes_along(const struct diff *d, const struct pair *p)
{
    for (int side = 0; side < SIDES; side++)
        if (!p->of[!side])
            return !d->pair_of[side][p->of[side]->parent->index]->of[!side];
    return false;
}

static void compare_pair(struct diff *d, struct pair *p)
{
    struct comparing c = {d, d->arena, p, {p->of[OLDER], p->of[NEWER]}};
    if (goes_along(d, p))
        return;
    if (!c.k[OLDER]) {
        change_add(&c, DIFF_ADDED, TEXT(""), (struct said){0}, said_whole(&c, NEWER));
        return;
    }
    if (!c.k[NEWER]) {
        change_add(&c, DIFF_REMOVED, TEXT(""), said_whole(&c, OLDER), (struct said){0});
        return;
    }
    compare_identity(&c);
    if (!c.k[NEWER]->parent) {
        compare_head(&c);
        compare_facts(&c);
    }
    compare_criterion(&c);
}

void diff_compare(struct diff *d)
{
    for (size_t i = 0; i < d->pairs.n; i++) {
        struct pair *p = d->pairs.at[i];
        compare_pair(d, p);
        for (size_t j = 0; j < p->changes.n; j++) {
            p->changes.at[j]->index = d->changes.n;
            LIST_ADD(d->arena, &d->changes, p->changes.at[j]);
        }
    }
}
