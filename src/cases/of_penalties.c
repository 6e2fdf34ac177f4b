/* Penalties and bonuses: nothing, one, just at the cap, beyond; and what they are counted for.
 * Lines of `adjust`. */
#include "cases/seeking.h"

#include "explain/figures.h"

struct counting {
    struct seeking *s;
    const struct penalty *p;
    size_t i;
    struct text name;
    struct moves from; /* with which it is looked at at all */
};

static struct text count_words(const struct counting *c, const struct moves *moves)
{
    struct seeking *s = c->s;
    const struct result *r = look_at(s, moves);
    const struct penalty_result *p = r->penalties ? &r->penalties[c->i] : NULL;
    struct text says = {0};
    if (p && (c->p->kind == AMOUNT_TIME || c->p->kind == AMOUNT_ROWS))
        says = figure_counted(s->a, c->p, p->count);
    else if (p)
        says = figure_score(s->a, s->k, p->amount);
    says = text_copy(s->a, says);
    looked_at(s);
    return says;
}

static void tell_penalty(struct counting *c, const struct moves *moves)
{
    found(c->s, (struct aim){AIM_PENALTY, c->i},
          SAY(c->s->a, "{}: {}", c->name, count_words(c, moves)), moves);
}

/* Around a count, or an amount. */
static bool around(struct counting *c, struct number value)
{
    struct seeking *s = c->s;
    bool formula = c->p->kind == AMOUNT_FORMULA;
    struct target t = {.kind = formula ? TARGET_EXPR : TARGET_COUNT,
                       .left = c->p->amount,
                       .index = c->i,
                       .value = value};
    const struct expr *e[] = {c->p->until, c->p->after, c->p->count, c->p->amount};
    struct knobs knobs = knobs_of(s, &c->from, e, 4);
    struct crossing at = seek(s, &c->from, &t, &knobs);
    for (int i = 0; i < 3; i++)
        if (at.has[i])
            tell_penalty(c, &at.at[i]);
    return at.found;
}

/* So many that the amount is the cap. */
static struct number count_at_cap(const struct counting *c)
{
    struct arena *a = c->s->a;
    if (c->p->kind == AMOUNT_FORMULA)
        return c->p->cap;
    struct number n =
        number_round(a, number_divide(a, c->p->cap, c->p->each), number_of(1), ROUND_UP);
    return number_add(a, n, number_of(c->p->free));
}

static void cases_of_count(struct counting *c)
{
    struct seeking *s = c->s;
    struct number begins = number_of(c->p->kind == AMOUNT_FORMULA ? 0 : c->p->free);
    if (!around(c, begins))
        not_found(s, SAY(s->a, "{} begins", c->name),
                  TEXT("no single fact makes it begin to count"));
    bool counts = c->p->kind == AMOUNT_FORMULA || number_sign(c->p->each);
    if (c->p->has_cap && counts && !around(c, count_at_cap(c)))
        not_found(s, SAY(s->a, "{} at its cap", c->name), TEXT("no single fact makes it so much"));
}

static void cases_of_penalty(struct counting *c)
{
    struct seeking *s = c->s;
    struct moves without = moves_copy(s->a, &s->held);
    if (c->p->when && satisfy(s, &without, c->p->when, false))
        found(s, (struct aim){AIM_PENALTY, c->i}, SAY(s->a, "{} does not apply", c->name),
              &without);
    c->from = moves_copy(s->a, &s->held);
    if (c->p->when && !satisfy(s, &c->from, c->p->when, true)) {
        not_found(s, SAY(s->a, "{} applies", c->name),
                  TEXT("no facts were found with which its condition holds"));
        return;
    }
    if (c->p->kind == AMOUNT_FLAT)
        tell_penalty(c, &c->from);
    else
        cases_of_count(c);
}

/* A line of `adjust`, applied and left out. */
static void cases_of_line(struct seeking *s, size_t i)
{
    const struct adjust_line *l = &s->k->adjust.at[i];
    struct text name = SAY(s->a, "line {}", text_number(s->a, (long long)i + 1));
    struct moves with = moves_copy(s->a, &s->held), without = moves_copy(s->a, &s->held);
    if (!l->when || satisfy(s, &with, l->when, true))
        found(s, (struct aim){AIM_LINE, i}, SAY(s->a, "{} applies", name), &with);
    if (l->when && satisfy(s, &without, l->when, false))
        found(s, (struct aim){AIM_STATE, i}, SAY(s->a, "{} is left out", name), &without);
}

void cases_of_penalties(struct seeking *s)
{
    for (size_t i = 0; i < s->k->adjust.n; i++)
        cases_of_line(s, i);
    for (size_t i = 0; i < s->k->penalties.n; i++) {
        const struct penalty *p = s->k->penalties.at[i];
        struct counting c = {.s = s, .p = p, .i = i, .name = p->name};
        cases_of_penalty(&c);
    }
}
