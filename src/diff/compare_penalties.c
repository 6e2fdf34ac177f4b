/* What differs in penalties, bonuses and lines of `adjust`. */
#include "diff/comparing.h"

/* --- penalties and bonuses: by name, then by what they are ------------------------------------ */

static struct text amount_words(struct comparing *c, int side, const struct penalty *p)
{
    struct text each =
        p->each_shown.n ? words_plain(c->a, p->each_shown) : words_number(c->a, p->each, false);
    switch (p->kind) {
    case AMOUNT_FLAT:
        break;
    case AMOUNT_TIME:
        return SAY(c->a, "{} per {} after {} until {}", each, words_day_unit(p->unit),
                   diff_words(c->d, side, p->after), diff_words(c->d, side, p->until));
    case AMOUNT_ROWS:
        return SAY(c->a, "{} per {}", each, diff_words(c->d, side, p->count));
    case AMOUNT_FORMULA:
        return SAY(c->a, "amount {}", diff_words(c->d, side, p->amount));
    }
    return each;
}

static struct said said_penalty(struct comparing *c, int side, const struct penalty *p)
{
    struct buffer b = buffer_in(c->a);
    if (!p)
        return (struct said){0};
    buffer_add(&b, amount_words(c, side, p));
    if (p->when)
        buffer_add(&b, SAY(c->a, " when {}", diff_words(c->d, side, p->when)));
    if (p->free)
        buffer_add(&b, SAY(c->a, ", first {} free", text_number(c->a, p->free)));
    if (p->has_cap)
        buffer_add(&b, SAY(c->a, ", cap {}", words_number(c->a, p->cap, false)));
    return (struct said){buffer_text(&b), p->at};
}

static struct text penalty_words(struct comparing *c, const struct penalty *p)
{
    return SAY(c->a, "{} {}", penalty_kind(p), p->name);
}

static bool same_penalty(struct comparing *c, const struct penalty *x, const struct penalty *y)
{
    return x->is_bonus == y->is_bonus && x->kind == y->kind && x->unit == y->unit &&
           (x->kind == AMOUNT_FORMULA || number_equal(c->a, x->each, y->each)) &&
           diff_same_day(c->d, x->after, y->after) && diff_same(c->d, x->until, y->until) &&
           diff_same(c->d, x->count, y->count) && diff_same(c->d, x->amount, y->amount) &&
           diff_same(c->d, x->when, y->when) && x->free == y->free && x->has_cap == y->has_cap &&
           (!x->has_cap || number_equal(c->a, x->cap, y->cap));
}

static struct text key_content(struct comparing *c, int side, const struct penalty *p)
{
    struct buffer b = buffer_in(c->a);
    const struct expr *of[] = {p->after, p->until, p->count, p->amount, p->when};
    buffer_add(&b, SAY(c->a, "{} {}", penalty_kind(p), number_exact_words(c->a, p->each)));
    for (size_t i = 0; i < sizeof of / sizeof *of; i++)
        buffer_add(&b,
                   SAY(c->a, " {}", text_number(c->a, (long long)diff_meaning(c->d, side, of[i]))));
    return buffer_text(&b);
}

static struct pairing pair_penalties(struct comparing *c)
{
    struct pairing p = pairing_of(c->a, c->k[OLDER]->penalties.n, c->k[NEWER]->penalties.n);
    struct text *names[SIDES], *contents[SIDES];
    for (int side = 0; side < SIDES; side++) {
        names[side] = ARENA_ARRAY(c->a, struct text, p.n[side]);
        contents[side] = ARENA_ARRAY(c->a, struct text, p.n[side]);
        for (size_t i = 0; i < p.n[side]; i++) {
            names[side][i] = c->k[side]->penalties.at[i]->name;
            contents[side][i] = key_content(c, side, c->k[side]->penalties.at[i]);
        }
    }
    pairing_by_keys(&p, c->a, names[OLDER], names[NEWER]);
    pairing_by_keys(&p, c->a, contents[OLDER], contents[NEWER]);
    return p;
}

static void add_change(struct comparing *c, enum diff_kind kind, struct text what,
                       const struct penalty *older, const struct penalty *newer, struct said before,
                       struct said after)
{
    struct rule_change *change = change_add(c, kind, what, before, after);
    change->side[OLDER].penalty = older;
    change->side[NEWER].penalty = newer;
}

static void compare_penalty(struct comparing *c, const struct penalty *older,
                            const struct penalty *newer)
{
    struct text what = penalty_words(c, newer);
    if (!text_equal(older->name, newer->name))
        add_change(c, DIFF_RENAMED, penalty_kind(newer), older, newer,
                   (struct said){older->name, older->at}, (struct said){newer->name, newer->at});
    if (tells(c, same_penalty(c, older, newer))) {
        struct said before = said_penalty(c, OLDER, older), after = said_penalty(c, NEWER, newer);
        if (older->is_bonus != newer->is_bonus) {
            before.words = SAY(c->a, "{} {}", penalty_kind(older), before.words);
            after.words = SAY(c->a, "{} {}", penalty_kind(newer), after.words);
        }
        add_change(c, DIFF_PENALTY, what, older, newer, before, after);
    }
    if (tells(c, text_equal(text_folded(c->a, older->title), text_folded(c->a, newer->title))))
        add_change(c, DIFF_REWORDED, SAY(c->a, "title of {}", what), older, newer,
                   (struct said){older->title, older->at}, (struct said){newer->title, newer->at});
    compare_remarks(c, what, &older->remarks, &newer->remarks,
                    (struct span[SIDES]){older->at, newer->at});
}

void compare_penalties(struct comparing *c)
{
    const struct criterion *older = c->k[OLDER], *newer = c->k[NEWER];
    struct pairing p = pair_penalties(c);
    for (size_t i = 0; i < p.n[NEWER]; i++) {
        const struct penalty *now = newer->penalties.at[i];
        if (p.with[NEWER][i] != NONE)
            compare_penalty(c, older->penalties.at[p.with[NEWER][i]], now);
        else
            add_change(c, DIFF_ADDED, penalty_words(c, now), NULL, now, (struct said){0},
                       said_penalty(c, NEWER, now));
    }
    for (size_t i = 0; i < p.n[OLDER]; i++) {
        const struct penalty *then = older->penalties.at[i];
        if (p.with[OLDER][i] == NONE)
            add_change(c, DIFF_REMOVED, penalty_words(c, then), then, NULL,
                       said_penalty(c, OLDER, then), (struct said){0});
    }
}

/* --- adjust: by what they say, then in the order in which they stand -------------------------- */

static struct said said_line(struct comparing *c, int side, const struct adjust_line *l)
{
    struct buffer b = buffer_in(c->a);
    buffer_add(&b, adjust_kind_words(l->kind));
    if (l->kind == ADJUST_ROUND)
        buffer_add(&b, SAY(c->a, " {}", words_rounding(c->a, &l->rounding)));
    else
        buffer_add(&b, SAY(c->a, " {}", diff_words(c->d, side, l->value)));
    if (l->when)
        buffer_add(&b, SAY(c->a, " when {}", diff_words(c->d, side, l->when)));
    return (struct said){buffer_text(&b), l->at};
}

static struct text line_key(struct comparing *c, int side, const struct adjust_line *l)
{
    struct arena *a = c->a;
    if (l->kind == ADJUST_ROUND)
        return SAY(a, "{} {} {}", number_exact_words(a, l->rounding.step),
                   text_number(a, l->rounding.mode),
                   text_number(a, (long long)diff_meaning(c->d, side, l->when)));
    return SAY(a, "{} {} {}", adjust_kind_words(l->kind),
               text_number(a, (long long)diff_meaning(c->d, side, l->value)),
               text_number(a, (long long)diff_meaning(c->d, side, l->when)));
}

static void pair_left(struct pairing *p)
{
    size_t j = 0;
    for (size_t i = 0; i < p->n[OLDER]; i++) {
        if (p->with[OLDER][i] != NONE)
            continue;
        while (j < p->n[NEWER] && p->with[NEWER][j] != NONE)
            j++;
        if (j < p->n[NEWER])
            pairing_join(p, i, j);
    }
}

static struct text line_words(struct comparing *c, size_t i)
{
    return SAY(c->a, "line {} of adjust", text_number(c->a, (long long)i + 1));
}

void compare_adjust(struct comparing *c)
{
    const struct criterion *older = c->k[OLDER], *newer = c->k[NEWER];
    struct pairing p = pairing_of(c->a, older->adjust.n, newer->adjust.n);
    struct text *keys[SIDES];
    for (int side = 0; side < SIDES; side++) {
        keys[side] = ARENA_ARRAY(c->a, struct text, p.n[side]);
        for (size_t i = 0; i < p.n[side]; i++)
            keys[side][i] = line_key(c, side, &c->k[side]->adjust.at[i]);
    }
    pairing_by_keys(&p, c->a, keys[OLDER], keys[NEWER]);
    pair_left(&p);
    bool *stays = ARENA_ARRAY(c->a, bool, p.n[OLDER]);
    pairing_order(&p, c->a, stays);
    for (size_t i = 0; i < p.n[NEWER]; i++) {
        struct said after = said_line(c, NEWER, &newer->adjust.at[i]);
        size_t with = p.with[NEWER][i];
        if (with == NONE) {
            change_add(c, DIFF_ADDED, line_words(c, i), (struct said){0}, after);
            continue;
        }
        struct said before = said_line(c, OLDER, &older->adjust.at[with]);
        if (tells(c, text_equal(keys[OLDER][with], keys[NEWER][i])))
            change_add(c, DIFF_ADJUST, line_words(c, i), before, after);
        if (!stays[with]) {
            struct text what = SAY(c->a, "`{}` of adjust", after.words);
            before.words = text_number(c->a, (long long)with + 1);
            after.words = text_number(c->a, (long long)i + 1);
            change_add(c, DIFF_MOVED, what, before, after);
        }
    }
    for (size_t i = 0; i < p.n[OLDER]; i++)
        if (p.with[OLDER][i] == NONE)
            change_add(c, DIFF_REMOVED, line_words(c, i), said_line(c, OLDER, &older->adjust.at[i]),
                       (struct said){0});
}
