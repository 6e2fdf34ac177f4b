/* What differs in how a criterion gets its score: the kind of scorer, what it measures, formulas.
 */
#include "diff/comparing.h"

static struct said said_scorer(struct comparing *c, int side)
{
    const struct criterion *k = c->k[side];
    struct said says;
    switch (k->scorer) {
    case SCORER_NONE:
        break;
    case SCORER_LEVELS:
        says = said_thresholds(c, side);
        says.words = SAY(c->a, "levels {} of {}", says.words, diff_words(c->d, side, k->measure));
        return says;
    case SCORER_BANDS:
        says = said_thresholds(c, side);
        says.words = SAY(c->a, "bands {} of {}", says.words, diff_words(c->d, side, k->measure));
        return says;
    case SCORER_STEPS:
        return (struct said){SAY(c->a, k->steps.n == 1 ? "{} step" : "{} steps",
                                 text_number(c->a, (long long)k->steps.n)),
                             k->steps.n ? k->steps.at[0].at : k->at};
    case SCORER_FORMULA:
        return said_expr(c, side, "score", k->formula);
    case SCORER_CHILDREN:
        return (struct said){TEXT("weighted mean of what stands in it"), k->at};
    }
    return (struct said){.at = k->at};
}

struct text compare_scorer_words(struct comparing *c, int side)
{
    return said_scorer(c, side).words;
}

/* --- formulas --------------------------------------------------------------------------------- */

struct seen_let {
    struct comparing *c;
    bool *seen; /* by let */
    LIST_OF(const struct let *) all;
};

static void see_lets(void *user, const struct expr *e)
{
    struct seen_let *s = user;
    if (e->kind == EXPR_LET) {
        if (s->seen[e->let->index])
            return;
        s->seen[e->let->index] = true;
        LIST_ADD(s->c->a, &s->all, e->let);
        see_lets(s, e->let->value);
    }
    expr_operands(e, see_lets, s);
}

/* What the words of an expression do not say: the lets in it, of which some mean something else. */
static struct text with_lets(struct comparing *c, int side, const struct expr *e, struct text words)
{
    const struct model *m = c->d->model[side];
    struct seen_let s = {.c = c, .seen = ARENA_ARRAY(c->a, bool, m->lets.n)};
    see_lets(&s, e);
    struct buffer b = buffer_in(c->a);
    buffer_add(&b, words);
    for (size_t i = 0; i < s.all.n; i++)
        buffer_add(&b, SAY(c->a, i ? ", {} = {}" : "; {} = {}", s.all.at[i]->name,
                           diff_words(c->d, side, s.all.at[i]->value)));
    return buffer_text(&b);
}

void compare_expr(struct comparing *c, enum diff_kind kind, const char *what,
                  const struct expr *older, const struct expr *newer)
{
    if (!older && !newer)
        return;
    if (!tells(c, diff_same(c->d, older, newer)))
        return;
    struct said before = said_expr(c, OLDER, "", older), after = said_expr(c, NEWER, "", newer);
    if (older && newer && !c->d->telling && text_equal(before.words, after.words)) {
        before.words = with_lets(c, OLDER, older, before.words);
        after.words = with_lets(c, NEWER, newer, after.words);
    }
    if (kind == DIFF_FORMULA && older && newer && diff_same_but_filters(c->d, older, newer))
        kind = DIFF_FILTER;
    change_add(c, kind, text_of(what), before, after);
}

static bool is_mean_of_parts(const struct criterion *k)
{
    return k->scorer == SCORER_CHILDREN ||
           (k->scorer == SCORER_FORMULA && k->formula->kind == EXPR_PARTS &&
            k->formula->aggregate == AGGREGATE_WEIGHTED_MEAN);
}

void compare_scorer(struct comparing *c)
{
    const struct criterion *older = c->k[OLDER], *newer = c->k[NEWER];
    compare_expr(c, DIFF_FORMULA, "measure", older->measure, newer->measure);
    if (is_mean_of_parts(older) && is_mean_of_parts(newer))
        return;
    if (older->scorer != newer->scorer) {
        change_add(c, DIFF_SCORER, TEXT("scored by"), said_scorer(c, OLDER), said_scorer(c, NEWER));
        return;
    }
    switch (newer->scorer) {
    case SCORER_NONE:
    case SCORER_CHILDREN:
        break;
    case SCORER_LEVELS:
    case SCORER_BANDS:
        compare_thresholds(c);
        break;
    case SCORER_STEPS:
        compare_steps(c);
        break;
    case SCORER_FORMULA:
        compare_expr(c, DIFF_FORMULA, "score", older->formula, newer->formula);
        break;
    }
}
