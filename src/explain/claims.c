/* Claims: figures that an office has printed, held against the recomputation. */
#include "explain/claims.h"

struct text verdict_words(enum verdict verdict)
{
    static const char *const words[] = {[VERDICT_AGREES] = "agrees",
                                        [VERDICT_DISAGREES] = "disagrees",
                                        [VERDICT_IMPOSSIBLE] = "impossible",
                                        [VERDICT_UNKNOWN] = "unknown"};
    return text_of(words[verdict]);
}

struct checking {
    struct arena *a;
    const struct outcome *o;
};

static struct let *let_named(const struct criterion *k, struct text name)
{
    for (size_t i = 0; i < k->lets.n; i++)
        if (text_equal(k->lets.at[i]->name, name))
            return k->lets.at[i];
    return NULL;
}

/* The figure that a claim is about; false when it has no value here. */
static bool recompute(const struct checking *c, const struct criterion *k, struct text aspect,
                      struct number *n)
{
    const struct result *r = outcome_result(c->o, k);
    const struct let *let = let_named(k, aspect);
    if (let) {
        struct value v = outcome_value(c->o, let->value);
        *n = v.number;
        return v.kind == VALUE_NUMBER;
    }
    if (text_equal(aspect, TEXT("measure"))) {
        bool steps = k->scorer == SCORER_STEPS;
        *n = steps ? number_of((long long)r->steps_done) : r->measure.number;
        return steps ? result_has_score(r) : r->has_measure && r->measure.kind == VALUE_NUMBER;
    }
    if (text_equal(aspect, TEXT("score")))
        *n = r->score;
    else if (text_equal(aspect, TEXT("weighted")))
        *n = r->weighted;
    else if (text_equal(aspect, TEXT("share"))) {
        *n = r->share;
        return result_has_share(c->o, r);
    } else if (text_equal(aspect, TEXT("contribution"))) {
        *n = r->contribution;
        return result_has_share(c->o, r) && result_has_score(r);
    } else if (text_equal(aspect, TEXT("weight"))) {
        *n = k->weight;
        return true;
    } else
        return false;
    return result_has_score(r);
}

/* As the claim is written: in its unit, with its decimals, half up. */
static struct number as_written(const struct checking *c, const struct claim *claim,
                                struct number n)
{
    n = number_divide(c->a, n, claim->unit);
    return number_round(c->a, n, number_places(c->a, claim->decimals), ROUND_HALF_UP);
}

static struct text words(const struct checking *c, const struct claim *claim, struct number n)
{
    struct buffer b = buffer_in(c->a);
    number_print(&b, number_divide(c->a, n, claim->unit), claim->decimals, ROUND_HALF_UP,
                 (struct number_style){.group = true});
    if (text_ends(claim->shown, TEXT("%")))
        buffer_add_byte(&b, '%');
    return buffer_text(&b);
}

/* Beyond what any facts could give: a score off the scale, a weighted score over weight times the
 * top of the scale. */
static bool is_impossible(const struct checking *c, const struct criterion *k,
                          const struct claim *claim, struct claim_result *out)
{
    bool weighted = text_equal(claim->aspect, TEXT("weighted"));
    if (!weighted && !text_equal(claim->aspect, TEXT("score")))
        return false;
    struct number most = weighted ? number_multiply(c->a, k->high, k->weight) : k->high;
    struct number least = weighted ? number_multiply(c->a, k->low, k->weight) : k->low;
    struct number claimed = as_written(c, claim, claim->value);
    bool over = number_order(c->a, claimed, as_written(c, claim, most)) > 0;
    bool under = number_order(c->a, claimed, as_written(c, claim, least)) < 0;
    if (over || under)
        out->bound = SAY(c->a, over ? "at most {} is possible" : "at least {} is certain",
                         words(c, claim, over ? most : least));
    return over || under;
}

static void compare(const struct checking *c, struct claim_result *out)
{
    const struct claim *claim = out->claim;
    const struct criterion *k = out->criterion;
    if (text_equal(claim->aspect, TEXT("status"))) {
        const struct band *light = outcome_result(c->o, k)->light;
        if (!light)
            return;
        out->shown = light->name;
        out->verdict = text_equal(light->name, claim->shown) ? VERDICT_AGREES : VERDICT_DISAGREES;
        return;
    }
    if (!claim->is_number || !recompute(c, k, claim->aspect, &out->recomputed))
        return;
    out->is_number = true;
    out->shown = words(c, claim, out->recomputed);
    if (number_equal(c->a, as_written(c, claim, claim->value),
                     as_written(c, claim, out->recomputed)))
        out->verdict = VERDICT_AGREES;
    else
        out->verdict = is_impossible(c, k, claim, out) ? VERDICT_IMPOSSIBLE : VERDICT_DISAGREES;
}

struct claims *claims_check(struct arena *a, const struct outcome *o)
{
    struct checking c = {a, o};
    struct claims *all = ARENA_NEW(a, struct claims);
    for (size_t i = 0; i < o->facts->claims.n; i++) {
        const struct claim *claim = &o->facts->claims.at[i];
        struct claim_result r = {.claim = claim,
                                 .criterion = model_criterion(o->model, claim->target),
                                 .verdict = VERDICT_UNKNOWN,
                                 .recomputed = number_of(0)};
        compare(&c, &r); /* the reader of facts knows only claims about what the rules have */
        all->agree += r.verdict == VERDICT_AGREES;
        all->disagree += r.verdict == VERDICT_DISAGREES || r.verdict == VERDICT_IMPOSSIBLE;
        all->unknown += r.verdict == VERDICT_UNKNOWN;
        LIST_ADD(a, &all->all, r);
    }
    return all;
}
