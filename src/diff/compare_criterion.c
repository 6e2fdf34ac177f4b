/* What differs in a criterion, its weight, scorer, penalties and marks aside. */
#include "diff/comparing.h"

/* --- scale, limits, rounding ------------------------------------------------------------------ */

static struct said said_scale(struct comparing *c, int side)
{
    const struct criterion *k = c->k[side];
    if (number_is_over(k->low))
        return (struct said){TEXT("none"), k->scale_at};
    return (struct said){SAY(c->a, "{} .. {}", words_number(c->a, k->low, false),
                             words_number(c->a, k->high, false)),
                         k->scale_at};
}

static struct said said_limit(struct comparing *c, int side, bool floor)
{
    const struct criterion *k = c->k[side];
    struct number n = floor ? k->floor : k->cap;
    bool own = floor ? k->has_floor : k->has_cap;
    struct span at = !own ? k->scale_at : floor ? k->floor_at : k->cap_at;
    if (k->has_adjust)
        return (struct said){.at = k->adjust.at[0].at};
    return (struct said){number_is_over(n) ? TEXT("none") : words_number(c->a, n, false), at};
}

/* An end that is that of the scale on both sides changes with the scale. */
static void compare_limit(struct comparing *c, bool floor)
{
    const struct criterion *older = c->k[OLDER], *newer = c->k[NEWER];
    bool said = floor ? older->has_floor || newer->has_floor : older->has_cap || newer->has_cap;
    if (!said || (older->has_adjust && newer->has_adjust))
        return;
    if (!older->has_adjust && !newer->has_adjust &&
        !tells(c, numbers_same(c->a, floor ? older->floor : older->cap,
                               floor ? newer->floor : newer->cap)))
        return;
    change_add(c, DIFF_LIMIT, floor ? TEXT("floor") : TEXT("cap"), said_limit(c, OLDER, floor),
               said_limit(c, NEWER, floor));
}

static struct said said_rounding(struct comparing *c, const struct rounding *r)
{
    return r->set ? (struct said){words_rounding(c->a, r), r->at} : (struct said){0};
}

static void compare_rounding(struct comparing *c, const char *what, const struct rounding *older,
                             const struct rounding *newer)
{
    bool same = older->set == newer->set && older->mode == newer->mode &&
                (!older->set || number_equal(c->a, older->step, newer->step));
    if (tells(c, same))
        change_add(c, DIFF_ROUNDING, text_of(what), said_rounding(c, older),
                   said_rounding(c, newer));
}

/* --- what becomes of it ----------------------------------------------------------------------- */

static struct said said_policy(struct comparing *c, const struct policy *p)
{
    switch (p->kind) {
    case POLICY_NONE:
        break;
    case POLICY_DROP:
        return (struct said){TEXT("drop"), p->at};
    case POLICY_SCORE:
        return (struct said){SAY(c->a, "score {}", words_number(c->a, p->score, false)), p->at};
    case POLICY_GIVE:
        return (struct said){SAY(c->a, "give weight to {}", p->receiver->path), p->at};
    }
    return (struct said){0};
}

static bool same_policy(struct comparing *c, const struct policy *older, const struct policy *newer)
{
    if (older->kind != newer->kind)
        return false;
    if (older->kind == POLICY_SCORE)
        return number_equal(c->a, older->score, newer->score);
    return older->kind != POLICY_GIVE || c->d->pair_of[OLDER][older->receiver->index] ==
                                             c->d->pair_of[NEWER][newer->receiver->index];
}

/* What only counts has nothing that can be missing or not apply. */
static bool reads_facts(const struct criterion *k)
{
    return k->scorer != SCORER_CHILDREN || k->applies;
}

static void compare_policies(struct comparing *c)
{
    const struct criterion *older = c->k[OLDER], *newer = c->k[NEWER];
    if (tells(c, diff_same(c->d, older->applies, newer->applies)))
        change_add(c, DIFF_APPLIES, TEXT("applies when"), said_expr(c, OLDER, "", older->applies),
                   said_expr(c, NEWER, "", newer->applies));
    if (!newer->parent || (!reads_facts(older) && !reads_facts(newer)))
        return;
    if (tells(c, same_policy(c, older->not_applicable, newer->not_applicable)))
        change_add(c, DIFF_NA_POLICY, TEXT("not applicable"), said_policy(c, older->not_applicable),
                   said_policy(c, newer->not_applicable));
    if (older->scorer != SCORER_CHILDREN && newer->scorer != SCORER_CHILDREN &&
        tells(c, same_policy(c, older->missing, newer->missing)))
        change_add(c, DIFF_MISSING, TEXT("missing"), said_policy(c, older->missing),
                   said_policy(c, newer->missing));
}

/* --- how it is shown -------------------------------------------------------------------------- */

static bool same_show(struct show x, struct show y)
{
    return x.places == y.places && x.mode == y.mode;
}

static struct said said_show(struct comparing *c, int side, struct show s)
{
    return (struct said){SAY(c->a, "to {} {}", text_number(c->a, s.places), words_mode(s.mode)),
                         c->k[side]->at};
}

/* Told where it is declared: what is inside shows figures as what it stands in does. */
static void compare_show(struct comparing *c)
{
    static const char *const names[] = {"show score", "show measure", "show weight"};
    struct show own[SIDES][3], outer[SIDES][3];
    bool inherits = c->k[OLDER]->parent && c->k[NEWER]->parent;
    for (int side = 0; side < SIDES; side++) {
        const struct criterion *k = c->k[side], *p = inherits ? k->parent : k;
        const struct show mine[] = {k->show_score, k->show_measure, k->show_weight};
        const struct show its[] = {p->show_score, p->show_measure, p->show_weight};
        for (int i = 0; i < 3; i++) {
            own[side][i] = mine[i];
            outer[side][i] = its[i];
        }
    }
    for (int i = 0; i < 3; i++) {
        bool told = inherits && same_show(own[OLDER][i], outer[OLDER][i]) &&
                    same_show(own[NEWER][i], outer[NEWER][i]);
        if (!told && tells(c, same_show(own[OLDER][i], own[NEWER][i])))
            change_add(c, DIFF_SHOW, text_of(names[i]), said_show(c, OLDER, own[OLDER][i]),
                       said_show(c, NEWER, own[NEWER][i]));
    }
}

void compare_criterion(struct comparing *c)
{
    const struct criterion *older = c->k[OLDER], *newer = c->k[NEWER];
    compare_weights(c);
    bool same_scale =
        numbers_same(c->a, older->low, newer->low) && numbers_same(c->a, older->high, newer->high);
    if (c->d->telling ? newer->has_own_scale : !same_scale)
        change_add(c, DIFF_SCALE, TEXT("scale"), said_scale(c, OLDER), said_scale(c, NEWER));
    compare_policies(c);
    compare_scorer(c);
    compare_rounding(c, "round measure", older->round_measure, newer->round_measure);
    compare_penalties(c);
    compare_adjust(c);
    compare_limit(c, true);
    compare_limit(c, false);
    compare_rounding(c, "round score", older->round_score, newer->round_score);
    compare_marks(c);
    compare_show(c);
    change_of_words(c, DIFF_REWORDED, TEXT("title"), (struct said){older->title, older->at},
                    (struct said){newer->title, newer->at});
    change_of_words(c, DIFF_REWORDED, TEXT("unit"), (struct said){older->shown_unit, older->at},
                    (struct said){newer->shown_unit, newer->at});
    compare_remarks(c, TEXT(""), &older->remarks, &newer->remarks,
                    (struct span[SIDES]){older->at, newer->at});
}
