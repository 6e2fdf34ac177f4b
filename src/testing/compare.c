/* One expectation against an outcome. */
#include "explain/claims.h"
#include "explain/figures.h"
#include "testing/comparing.h"

struct comparing {
    struct arena *a;
    struct outcome *o;
    const struct criterion *k;
    const struct result *r;
    const struct expectation *e;
    struct expectation_result out;
};

static void unmet(struct comparing *c, enum unmet kind, struct text says)
{
    c->out.unmet = kind;
    c->out.says = says;
}

struct text state_words(struct arena *a, const struct outcome *o, const struct criterion *k)
{
    const struct result *r = outcome_result(o, k);
    switch (r->status) {
    case STATUS_SCORED:
        return SAY(a, r->carried ? "a fact is missing, and it is carried at {}" : "it scores {}",
                   figure_score(a, k, r->score));
    case STATUS_NOT_APPLICABLE:
        return SAY(a, "it is not applicable, and carried at {}", figure_score(a, k, r->score));
    case STATUS_DROPPED:
        return r->no_weight ? TEXT("it is dropped, for it has no weight here")
               : r->carried
                   ? SAY(a, "it is dropped: {}", cause_words(a, o, r->cause, CAUSE_BY_ITSELF))
                   : TEXT("it does not apply, and is dropped");
    case STATUS_INCOMPLETE:
        break;
    }
    struct text why = cause_words(a, o, r->cause, CAUSE_BY_ITSELF);
    struct text is = SAY(a, "it is incomplete: {}", figure_range(a, k, r->low, r->high));
    return why.n ? SAY(a, "{}, for {}", is, why) : is;
}

/* --- figures ---------------------------------------------------------------------------------- */

/* To the decimals that are written, half up, as claims agree. */
static bool agrees(struct arena *a, struct number written, struct number found, struct number unit,
                   unsigned decimals)
{
    struct claim as = {.unit = unit, .decimals = decimals};
    return number_equal(a, claim_written(a, &as, written), claim_written(a, &as, found));
}

enum { SAID_PLACES = 6 };

/* What stands behind the number: "%", " million baht". */
static struct text unit_said(const struct expectation *e)
{
    struct text behind = e->shown;
    if (text_ends(behind, TEXT("%")))
        return TEXT("%");
    while (behind.n && behind.at[0] != ' ')
        behind = text_after(behind, 1);
    return behind;
}

struct text figure_said(struct arena *a, const struct expectation *e, struct number n)
{
    struct number in_unit = number_divide(a, n, e->unit);
    struct text unit = unit_said(e);
    bool percent = text_equal(unit, TEXT("%"));
    unsigned decimals;
    if (number_decimals(a, in_unit, DECIMALS, &decimals))
        return SAY(a, "{}{}", number_words(a, in_unit, decimals), unit);
    return SAY(a, "{} (≈ {}{})", number_exact_words(a, percent ? n : in_unit),
               number_words(a, in_unit, SAID_PLACES), unit);
}

static void compare_figure(struct comparing *c)
{
    const struct expectation *e = c->e;
    if (!figure_of(c->o, c->k, e->aspect, &c->out.found)) {
        c->out.found = number_of(0);
        unmet(c, UNMET_STATE,
              SAY(c->a, "it has no {} here: {}", e->aspect, state_words(c->a, c->o, c->k)));
        return;
    }
    c->out.has_number = true;
    bool same = e->exactly ? number_equal(c->a, e->value, c->out.found)
                           : agrees(c->a, e->value, c->out.found, e->unit, e->decimals);
    if (!same)
        unmet(c, UNMET_FIGURE, SAY(c->a, "it is {}", figure_said(c->a, e, c->out.found)));
}

static void compare_mark(struct comparing *c)
{
    const struct marking *m = &c->r->mark[c->e->mark];
    if (m->band && text_equal(m->band->name, c->e->word))
        return;
    if (m->band)
        unmet(c, UNMET_MARK, SAY(c->a, "it is {}", m->band->name));
    else
        unmet(c, UNMET_MARK,
              SAY(c->a, "it has no {}: {}", mark_noun(c->e->mark), state_words(c->a, c->o, c->k)));
}

static void compare_range(struct comparing *c)
{
    const struct expectation *e = c->e;
    const struct result *r = c->r;
    if (!number_is_over(r->low) && !number_is_over(r->high) &&
        agrees(c->a, e->low, r->low, number_of(1), e->low_decimals) &&
        agrees(c->a, e->high, r->high, number_of(1), e->high_decimals))
        return;
    unmet(c, UNMET_RANGE,
          SAY(c->a, "it lies between {}", figure_range(c->a, c->k, r->low, r->high)));
}

static void compare_state(struct comparing *c)
{
    const struct result *r = c->r;
    bool dropped = r->status == STATUS_DROPPED;
    bool is = false;
    if (c->e->kind == EXPECT_INCOMPLETE)
        is = r->status == STATUS_INCOMPLETE;
    else if (c->e->kind == EXPECT_DROPPED)
        is = dropped;
    else
        is = r->status == STATUS_NOT_APPLICABLE || (dropped && !r->no_weight && !r->carried);
    if (!is)
        unmet(c, UNMET_STATE, state_words(c->a, c->o, c->k));
    else if (c->e->has_range)
        compare_range(c);
}

static void compare_what(struct comparing *c)
{
    switch (c->e->kind) {
    case EXPECT_FIGURE:
        compare_figure(c);
        break;
    case EXPECT_MARK:
        compare_mark(c);
        break;
    case EXPECT_INCOMPLETE:
    case EXPECT_NOT_APPLICABLE:
    case EXPECT_DROPPED:
        compare_state(c);
        break;
    case EXPECT_NOTHING:
    case EXPECT_PROBLEM:
        break;
    }
}

struct expectation_result expectation_compare(struct arena *a, struct outcome *o,
                                              const struct expectation *e)
{
    struct comparing c = {.a = a, .o = o, .e = e, .k = model_criterion(o->model, e->of->path)};
    c.out = (struct expectation_result){.expected = e, .found = number_of(0)};
    if (!c.k) {
        unmet(&c, UNMET_STATE, SAY(a, "there is no `{}`", e->of->path));
        return c.out;
    }
    c.r = outcome_result(o, c.k);
    compare_what(&c);
    struct text found = {0};
    if (c.out.unmet == UNMET_NOT && e->has_because &&
        !because_holds(a, o, c.k, &e->because, &found))
        unmet(&c, UNMET_REASON, found);
    return c.out;
}
