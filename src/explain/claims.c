/* Claims: figures that an office has printed, held against the recomputation. */
#include "explain/claims.h"

struct text verdict_words(enum verdict verdict)
{
    static const char *const words[] = {[VERDICT_AGREES] = "agrees",
                                        [VERDICT_ROUNDED] = "agrees-after-rounding",
                                        [VERDICT_DISAGREES] = "disagrees",
                                        [VERDICT_IMPOSSIBLE] = "impossible",
                                        [VERDICT_UNKNOWN] = "unknown"};
    return text_of(words[verdict]);
}

bool claim_is_off(const struct claim_result *c)
{
    return c->verdict == VERDICT_DISAGREES || c->verdict == VERDICT_IMPOSSIBLE;
}

struct text claim_verdict(struct arena *a, const struct claim_result *c)
{
    switch (c->verdict) {
    case VERDICT_AGREES:
        return TEXT("agrees");
    case VERDICT_ROUNDED:
        return SAY(a, "agrees rounded {}", c->rounding);
    case VERDICT_DISAGREES:
        return TEXT("disagrees");
    case VERDICT_IMPOSSIBLE:
        return SAY(a, "impossible: {}", c->bound);
    case VERDICT_UNKNOWN:
        return TEXT("nothing to compare with");
    }
    return TEXT("");
}

void claims_count(struct claims *claims, enum verdict verdict)
{
    claims->agree += verdict == VERDICT_AGREES;
    claims->rounded += verdict == VERDICT_ROUNDED;
    claims->disagree += verdict == VERDICT_DISAGREES || verdict == VERDICT_IMPOSSIBLE;
    claims->impossible += verdict == VERDICT_IMPOSSIBLE;
    claims->unknown += verdict == VERDICT_UNKNOWN;
}

struct text claims_words(struct arena *a, const struct claims *claims)
{
    struct text says = SAY(a, "{} agree", text_number(a, (long long)claims->agree));
    if (claims->rounded)
        says = SAY(a,
                   claims->rounded == 1 ? "{}, {} agrees after rounding"
                                        : "{}, {} agree after rounding",
                   says, text_number(a, (long long)claims->rounded));
    says = SAY(a, "{}, {} disagree", says, text_number(a, (long long)claims->disagree));
    if (claims->impossible)
        says = SAY(a, "{} ({} impossible)", says, text_number(a, (long long)claims->impossible));
    if (claims->unknown)
        says = SAY(a, "{}, {} with nothing to compare with", says,
                   text_number(a, (long long)claims->unknown));
    return says;
}

struct text claim_recomputed(struct arena *a, const struct claim_result *c)
{
    struct text unit = c->claim->shown;
    while (unit.n && unit.at[0] != ' ')
        unit = text_after(unit, 1);
    bool percent = text_ends(c->claim->shown, TEXT("%"));
    return c->shown.n && c->is_number && !percent ? SAY(a, "{}{}", c->shown, unit) : c->shown;
}

/* --- single figures ------------------------------------------------------------------------- */

const struct let *figure_let(const struct criterion *k, struct text name)
{
    for (size_t i = 0; i < k->lets.n; i++)
        if (text_equal(k->lets.at[i]->name, name))
            return k->lets.at[i];
    return NULL;
}

bool figure_mark(const struct criterion *k, struct text aspect, enum mark *mark)
{
    return !figure_let(k, aspect) && mark_named(aspect, mark);
}

bool figure_of(const struct outcome *o, const struct criterion *k, struct text aspect,
               struct number *n)
{
    const struct result *r = outcome_result(o, k);
    const struct let *let = figure_let(k, aspect);
    if (let) {
        struct value v = outcome_value(o, let->value);
        *n = v.number;
        return v.kind == VALUE_NUMBER;
    }
    if (text_equal(aspect, TEXT("measure"))) {
        bool steps = k->scorer == SCORER_STEPS;
        *n = steps ? r->points_earned : r->measure.number;
        return steps ? result_has_score(r) : r->has_measure && r->measure.kind == VALUE_NUMBER;
    }
    if (text_equal(aspect, TEXT("score"))) {
        *n = r->score;
        return result_has_score(r);
    }
    if (!criterion_has_weight(k))
        return false;
    if (text_equal(aspect, TEXT("weighted"))) {
        *n = r->weighted;
        return result_has_weight(r) && result_has_score(r);
    }
    if (text_equal(aspect, TEXT("share"))) {
        *n = r->share;
        return result_has_share(o, r);
    }
    if (text_equal(aspect, TEXT("contribution"))) {
        *n = r->contribution;
        return result_has_share(o, r) && result_has_score(r);
    }
    *n = r->weight;
    return result_has_weight(r) && text_equal(aspect, TEXT("weight"));
}

/* To the decimals of the claim. */
static struct number rounded(struct arena *a, const struct claim *claim, struct number n,
                             enum rounding_mode mode)
{
    n = number_divide(a, n, claim->unit);
    return number_round(a, n, number_places(a, claim->decimals), mode);
}

struct number claim_written(struct arena *a, const struct claim *claim, struct number n)
{
    return rounded(a, claim, n, ROUND_HALF_UP);
}

struct text claim_words(struct arena *a, const struct claim *claim, struct number n)
{
    struct buffer b = buffer_in(a);
    number_print(&b, number_divide(a, n, claim->unit), claim->decimals, ROUND_HALF_UP,
                 (struct number_style){.group = true});
    if (text_ends(claim->shown, TEXT("%")))
        buffer_add_byte(&b, '%');
    return buffer_text(&b);
}

/* --- what is possible at all ---------------------------------------------------------------- */

/* The ends of a score, whatever the facts: those of the scale, wider where a floor, a cap or a
 * rounding says so. */
static void score_ends(struct arena *a, const struct criterion *k, struct number *least,
                       struct number *most)
{
    const struct rounding *round = k->round_score;
    *least = number_least(a, k->low, k->floor);
    *most = number_most(a, k->high, k->cap);
    if (!round->set)
        return;
    *least = number_least(a, *least, number_round(a, *least, round->step, round->mode));
    *most = number_most(a, *most, number_round(a, *most, round->step, round->mode));
}

static bool measure_ends(const struct criterion *k, struct number *least, struct number *most)
{
    bool share = k->measure && k->measure->kind == EXPR_AGGREGATE &&
                 k->measure->aggregate == AGGREGATE_SHARE && !k->round_measure->set;
    *least = number_of(0);
    *most = share ? number_of(1) : k->points_in_all;
    return share || k->scorer == SCORER_STEPS;
}

/* Other facts would give other weights. */
static bool has_weights_by_case(const struct model *m)
{
    for (size_t i = 0; i < m->criteria.n; i++)
        if (m->criteria.at[i]->weights)
            return true;
    return false;
}

/* What the figure is at least and at most, whatever the facts; false where nobody can say. */
static bool ends_of(struct arena *a, const struct outcome *o, const struct criterion *k,
                    struct text aspect, struct number *least, struct number *most)
{
    if (figure_let(k, aspect))
        return false;
    if (text_equal(aspect, TEXT("measure")))
        return measure_ends(k, least, most);
    score_ends(a, k, least, most);
    if (text_equal(aspect, TEXT("score")))
        return true;
    if (text_equal(aspect, TEXT("weighted"))) {
        *least = number_multiply(a, *least, outcome_result(o, k)->weight);
        *most = number_multiply(a, *most, outcome_result(o, k)->weight);
        return !has_weights_by_case(o->model);
    }
    bool contribution = text_equal(aspect, TEXT("contribution"));
    *least = number_least(a, contribution ? *least : number_of(0), number_of(0));
    *most = contribution ? number_most(a, *most, number_of(0)) : number_of(1);
    return true;
}

static bool is_impossible(struct arena *a, const struct outcome *o, const struct claim *claim,
                          struct claim_result *out)
{
    struct number least, most;
    if (!ends_of(a, o, out->criterion, claim->aspect, &least, &most))
        return false;
    struct number claimed = claim_written(a, claim, claim->value);
    bool over = number_order(a, claimed, claim_written(a, claim, most)) > 0;
    bool under = number_order(a, claimed, claim_written(a, claim, least)) < 0;
    if (over || under)
        out->bound = SAY(a, over ? "at most {} is possible" : "at least {} is certain",
                         claim_words(a, claim, over ? most : least));
    return over || under;
}

/* --- comparing ------------------------------------------------------------------------------ */

/* The other roundings that give the claimed figure, as rules write them; empty when none does. */
static struct text other_roundings(struct arena *a, const struct claim *claim, struct number n)
{
    static const struct {
        enum rounding_mode mode;
        const char *words;
    } modes[] = {{ROUND_DOWN, "down"}, {ROUND_UP, "up"}, {ROUND_HALF_EVEN, "half even"}};
    struct number claimed = claim_written(a, claim, claim->value);
    struct text found = TEXT("");
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        struct text words = text_of(modes[i].words);
        if (number_equal(a, claimed, rounded(a, claim, n, modes[i].mode)))
            found = found.n ? SAY(a, "{} or {}", found, words) : words;
    }
    return found;
}

static void compare_mark(const struct band *band, struct claim_result *out)
{
    if (!band)
        return;
    out->shown = band->name;
    out->verdict = text_equal(band->name, out->claim->shown) ? VERDICT_AGREES : VERDICT_DISAGREES;
}

static void compare(struct arena *a, const struct outcome *o, struct claim_result *out)
{
    const struct claim *claim = out->claim;
    const struct criterion *k = out->criterion;
    enum mark mark;
    if (figure_mark(k, claim->aspect, &mark)) {
        compare_mark(outcome_result(o, k)->mark[mark].band, out);
        return;
    }
    if (!claim->is_number || !figure_of(o, k, claim->aspect, &out->recomputed))
        return;
    out->is_number = true;
    out->shown = claim_words(a, claim, out->recomputed);
    out->verdict = VERDICT_AGREES;
    if (number_equal(a, claim_written(a, claim, claim->value),
                     claim_written(a, claim, out->recomputed)))
        return;
    out->rounding = other_roundings(a, claim, out->recomputed);
    out->verdict = out->rounding.n                   ? VERDICT_ROUNDED
                   : is_impossible(a, o, claim, out) ? VERDICT_IMPOSSIBLE
                                                     : VERDICT_DISAGREES;
}

struct claims *claims_check(struct arena *a, const struct outcome *o)
{
    struct claims *all = ARENA_NEW(a, struct claims);
    for (size_t i = 0; i < o->facts->claims.n; i++) {
        const struct claim *claim = &o->facts->claims.at[i];
        struct claim_result r = {.claim = claim,
                                 .criterion = model_criterion(o->model, claim->target),
                                 .verdict = VERDICT_UNKNOWN,
                                 .recomputed = number_of(0)};
        compare(a, o, &r); /* the reader of facts knows only claims about what the rules have */
        claims_count(all, r.verdict);
        LIST_ADD(a, &all->all, r);
    }
    return all;
}
