/* What differs in steps.
 *
 * A step is the same one by its number where its title or what it asks for is the same, else by its
 * title, else by what it asks for; what is left over, by its number. */
#include "diff/comparing.h"

typedef struct text step_key(struct comparing *c, int side, const struct step *s);

static struct text key_title(struct comparing *c, int side, const struct step *s)
{
    (void)side;
    return text_folded(c->a, s->title);
}

static struct text key_done(struct comparing *c, int side, const struct step *s)
{
    return text_number(c->a, (long long)diff_meaning(c->d, side, s->done));
}

static struct text key_number(struct comparing *c, int side, const struct step *s)
{
    (void)side;
    return words_number(c->a, s->number, false);
}

static struct text numbered(struct comparing *c, const struct step *s, struct text key)
{
    return key.n ? SAY(c->a, "{} {}", words_number(c->a, s->number, false), key) : key;
}

static void pair_by(struct comparing *c, struct pairing *p, step_key *key, bool with_number)
{
    struct text *keys[SIDES];
    for (int side = 0; side < SIDES; side++) {
        keys[side] = ARENA_ARRAY(c->a, struct text, p->n[side]);
        for (size_t i = 0; i < p->n[side]; i++) {
            const struct step *s = &c->k[side]->steps.at[i];
            struct text is = key(c, side, s);
            keys[side][i] = with_number ? numbered(c, s, is) : is;
        }
    }
    pairing_by_keys(p, c->a, keys[OLDER], keys[NEWER]);
}

static struct pairing pair_steps(struct comparing *c)
{
    struct pairing p = pairing_of(c->a, c->k[OLDER]->steps.n, c->k[NEWER]->steps.n);
    pair_by(c, &p, key_title, true);
    pair_by(c, &p, key_done, true);
    pair_by(c, &p, key_title, false);
    pair_by(c, &p, key_done, false);
    pair_by(c, &p, key_number, false);
    return p;
}

/* --- in words --------------------------------------------------------------------------------- */

static struct text step_words(struct comparing *c, const struct step *s)
{
    return SAY(c->a, "step {}", words_number(c->a, s->number, false));
}

static struct said said_step(struct comparing *c, int side, const struct step *s)
{
    struct buffer b = buffer_in(c->a);
    buffer_add(&b,
               SAY(c->a, s->by_share ? "achieved {}" : "done {}", diff_words(c->d, side, s->done)));
    if (s->when)
        buffer_add(&b, SAY(c->a, " when {}", diff_words(c->d, side, s->when)));
    if (c->k[OLDER]->step_points || c->k[NEWER]->step_points)
        buffer_add(&b, SAY(c->a, ", points {}", words_number(c->a, s->points, false)));
    return (struct said){buffer_text(&b), s->at};
}

static struct said said_late(struct comparing *c, const struct step *s)
{
    if (!s->is_late)
        return (struct said){.at = s->at};
    return (struct said){SAY(c->a, "late {} per {}", words_number(c->a, s->late_each, false),
                             words_day_unit(s->late_unit)),
                         s->at};
}

static struct said said_evidence(const struct step *s)
{
    static const char *const words[] = {[EVIDENCE_UNASKED] = "",
                                        [EVIDENCE_LISTED] = "requires evidence",
                                        [EVIDENCE_COUNTS] = "counts with evidence"};
    return (struct said){text_of(words[s->evidence]),
                         span_is_nowhere(s->evidence_at) ? s->at : s->evidence_at};
}

/* --- two steps that are the same -------------------------------------------------------------- */

static void add_change(struct comparing *c, enum diff_kind kind, struct text what,
                       const struct step *const *s, struct said older, struct said newer)
{
    struct rule_change *change = change_add(c, kind, what, older, newer);
    for (int side = 0; side < SIDES; side++)
        change->side[side].step = s[side];
}

static void compare_step(struct comparing *c, const struct step *older, const struct step *newer)
{
    const struct step *const both[] = {older, newer};
    struct text what = step_words(c, newer);
    bool same = older->by_share == newer->by_share && diff_same(c->d, older->done, newer->done) &&
                diff_same(c->d, older->when, newer->when) &&
                number_equal(c->a, older->points, newer->points);
    bool same_late = older->is_late == newer->is_late &&
                     (!older->is_late || (older->late_unit == newer->late_unit &&
                                          number_equal(c->a, older->late_each, newer->late_each)));
    if (tells(c, same))
        add_change(c, DIFF_STEP, what, both, said_step(c, OLDER, older),
                   said_step(c, NEWER, newer));
    if (tells(c, diff_same_day(c->d, older->by, newer->by)))
        add_change(c, DIFF_DEADLINE, what, both, said_expr(c, OLDER, "by", older->by),
                   said_expr(c, NEWER, "by", newer->by));
    if (tells(c, same_late))
        add_change(c, DIFF_LATE, what, both, said_late(c, older), said_late(c, newer));
    if (tells(c, older->evidence == newer->evidence))
        add_change(c, DIFF_EVIDENCE, what, both, said_evidence(older), said_evidence(newer));
    if (tells(c, text_equal(text_folded(c->a, older->title), text_folded(c->a, newer->title))))
        add_change(c, DIFF_REWORDED, SAY(c->a, "title of {}", what), both,
                   (struct said){older->title, older->at}, (struct said){newer->title, newer->at});
    compare_remarks(c, what, &older->remarks, &newer->remarks,
                    (struct span[SIDES]){older->at, newer->at});
}

/* --- all of them ------------------------------------------------------------------------------ */

static void compare_order(struct comparing *c, const struct pairing *p)
{
    bool *stays = ARENA_ARRAY(c->a, bool, p->n[OLDER]);
    pairing_order(p, c->a, stays);
    for (size_t i = 0; i < p->n[OLDER]; i++) {
        if (p->with[OLDER][i] == NONE || stays[i])
            continue;
        const struct step *older = &c->k[OLDER]->steps.at[i];
        const struct step *newer = &c->k[NEWER]->steps.at[p->with[OLDER][i]];
        add_change(c, DIFF_MOVED, step_words(c, newer), (const struct step *const[]){older, newer},
                   (struct said){key_number(c, OLDER, older), older->at},
                   (struct said){key_number(c, NEWER, newer), newer->at});
    }
}

static void add_alone(struct comparing *c, enum diff_kind kind, int side, const struct step *s)
{
    const struct step *both[SIDES] = {0};
    struct said says[SIDES] = {0};
    both[side] = s;
    says[side] = said_step(c, side, s);
    if (s->title.n)
        says[side].words = SAY(c->a, "\"{}\" {}", text_folded(c->a, s->title), says[side].words);
    if (s->by)
        says[side].words = SAY(c->a, "{} by {}", says[side].words, diff_words(c->d, side, s->by));
    if (s->is_late)
        says[side].words = SAY(c->a, "{} {}", says[side].words, said_late(c, s).words);
    add_change(c, kind, step_words(c, s), both, says[OLDER], says[NEWER]);
}

void compare_steps(struct comparing *c)
{
    const struct criterion *older = c->k[OLDER], *newer = c->k[NEWER];
    struct pairing p = pair_steps(c);
    if (tells(c, older->independent == newer->independent))
        change_add(
            c, DIFF_STEP, TEXT("steps"),
            (struct said){older->independent ? TEXT("independent") : TEXT("in order"), older->at},
            (struct said){newer->independent ? TEXT("independent") : TEXT("in order"), newer->at});
    for (size_t i = 0; i < p.n[NEWER]; i++) {
        size_t with = p.with[NEWER][i];
        if (with == NONE)
            add_alone(c, DIFF_ADDED, NEWER, &newer->steps.at[i]);
        else
            compare_step(c, &older->steps.at[with], &newer->steps.at[i]);
    }
    for (size_t i = 0; i < p.n[OLDER]; i++)
        if (p.with[OLDER][i] == NONE)
            add_alone(c, DIFF_REMOVED, OLDER, &older->steps.at[i]);
    if (!older->independent || !newer->independent)
        compare_order(c, &p);
}
