/* Levels: the values that earn each score, in a list or each with its own. */
#include "check/checker.h"

static const struct node *level_value(const struct node *n)
{
    return n->kind == NODE_level ? n->level.value : n;
}

static bool is_hundredfold(struct checker *c, const struct expr *factor, const struct expr *other)
{
    return factor->kind == EXPR_NUMBER && other->type.ratio &&
           number_order(c->a, factor->literal->number, number_of(10)) >= 0;
}

/* The other way round: `a / b * 100` against percent, which it passes a hundredfold. */
static void check_scaled(struct checker *c, const struct criterion *k, const struct node *level)
{
    const struct expr *m = k->measure;
    if (m->kind != EXPR_ARITHMETIC || m->op != OP_MULTIPLY)
        return;
    const struct expr *factor = is_hundredfold(c, m->right, m->left)   ? m->right
                                : is_hundredfold(c, m->left, m->right) ? m->left
                                                                       : NULL;
    if (!factor)
        return;
    struct diag *g = DIAG_ADD(c->d, K0411, factor->at, factor->shown);
    diag_label(c->d, g, level->at, TEXT("the levels are percent: 80% is 0.8"));
    diag_help(g, SAY(c->a, "leave `* {}` away", factor->shown));
}

/* All of them, or the next ones would be wrong then. */
static void add_percent(struct checker *c, struct diag *g, const struct nodes *values)
{
    struct buffer b = buffer_in(c->a);
    struct span all = {level_value(values->at[0])->at.lo, level_value(values->at[0])->at.lo};
    for (size_t i = 0; i < values->n; i++) {
        struct span next = {all.hi, level_value(values->at[i])->at.hi};
        buffer_add(&b, source_text(c->m->sources, next));
        buffer_add_byte(&b, '%');
        all.hi = next.hi;
    }
    diag_fix(g, all, buffer_text(&b));
}

/* Bare numbers against a share: nobody passes 20 of 1. */
static void check_percent(struct checker *c, struct criterion *k, const struct thresholds *t,
                          const struct nodes *values)
{
    const struct expr *m = k->measure;
    bool certain = m->kind == EXPR_AGGREGATE && m->aggregate == AGGREGATE_SHARE;
    struct number least = t->levels.at[0].value;
    bool percent = false;
    for (size_t i = 0; i < values->n; i++) {
        percent = percent || level_value(values->at[i])->kind == NODE_percent;
        least = number_least(c->a, least, t->levels.at[i].value);
    }
    if (percent)
        check_scaled(c, k, level_value(values->at[0]));
    k->percent = k->percent || percent || (m->type.ratio && !m->type.dimension);
    if (percent || !m->type.ratio || number_order(c->a, least, number_of(certain ? 1 : 10)) <= 0)
        return;
    const struct node *first = level_value(values->at[0]);
    struct diag *g = DIAG_ADD(c->d, K0410, first->at, check_source(c, first->at));
    diag_label(c->d, g, m->at, TEXT("this is a share: 1 is all of it"));
    diag_help(g, SAY(c->a, "write the levels as percent: `{}%`", check_source(c, first->at)));
    add_percent(c, g, values);
}

/* Whether a level counts what the measure counts; the first that does not is reported. */
bool check_level_unit(struct checker *c, const struct criterion *k, const struct node *value)
{
    const struct dimension *wanted = k->measure->type.dimension, *got = NULL;
    if (value->kind == NODE_quantity) {
        const struct unit *u = check_unit(c, value->quantity.unit);
        if (!u)
            return false;
        got = u->dimension;
    }
    if (k->measure->type.kind != TYPE_NUMBER || dimension_equal(wanted, got))
        return true;
    struct text counted = type_words(c->a, k->measure->type);
    struct diag *g =
        DIAG_ADD(c->d, K0403, value->at, TEXT("compare"), counted,
                 type_words(c->a, (struct type){.kind = TYPE_NUMBER, .dimension = got}));
    diag_label(c->d, g, k->measure->at, SAY(c->a, "the measure is {}", counted));
    if (value->kind == NODE_percent) {
        diag_help(g, TEXT("percent are for shares: divide by something that counts the same"));
        return false;
    }
    struct text digits =
        value->kind == NODE_quantity ? value->quantity.digits : check_source(c, value->at);
    struct text fix = wanted ? SAY(c->a, "{} {}", digits, dimension_words(c->a, wanted)) : digits;
    diag_help(g, SAY(c->a, "say what the measure counts: `{}`", fix));
    diag_fix(g, value->at, fix);
    return false;
}

static bool is_percent(const struct level *l)
{
    return l->shown.n && l->shown.at[l->shown.n - 1] == '%';
}

static void check_monotone(struct checker *c, const struct thresholds *t)
{
    int direction = 0;
    for (size_t i = 1; i < t->levels.n; i++) {
        const struct level *before = &t->levels.at[i - 1], *now = &t->levels.at[i];
        int order = number_order(c->a, now->value, before->value);
        if (order && !direction)
            direction = order;
        if (order && order == direction)
            continue;
        struct diag *g = DIAG_ADD(c->d, K0512, now->at, now->shown, before->shown,
                                  direction < 0 ? TEXT("fall") : TEXT("rise"));
        diag_label(c->d, g, before->at, TEXT("the level before"));
        if (is_percent(before) != is_percent(now))
            diag_help(g, TEXT("1 is 100%: write all levels as percent, or none"));
        return;
    }
}

/* How many whole numbers the scale has, if it has whole ends. */
static bool whole_scale(struct checker *c, const struct criterion *k, const struct node *n,
                        long long *wanted)
{
    struct number count = number_add(c->a, number_subtract(c->a, k->high, k->low), number_of(1));
    if (number_is_whole(c->a, k->low) && number_to_whole(c->a, count, wanted))
        return true;
    if (number_is_over(k->low))
        diag_help(DIAG_ADD(c->d, K0562, n->at, k->path),
                  TEXT("write each level with its value, as `0: 40%, 9: 90%`"));
    else
        diag_help(DIAG_ADD(c->d, K0514, n->at, check_number_words(c, k->low),
                           check_number_words(c, k->high)),
                  TEXT("set a scale of whole numbers, as `scale 1 .. 5`, or write each level with "
                       "its value, as `0: 40%, 9: 90%`"));
    return false;
}

/* One value for each whole number of the scale, from its low end on. */
static bool check_level_count(struct checker *c, const struct criterion *k, const struct node *n)
{
    const struct nodes *values = &n->levels.values;
    long long wanted;
    if (!whole_scale(c, k, n, &wanted))
        return false;
    if ((long long)values->n == wanted)
        return true;
    struct diag *g = DIAG_ADD(c->d, K0513, n->at, text_number(c->a, (long long)values->n),
                              check_number_words(c, k->low), check_number_words(c, k->high),
                              text_number(c->a, wanted));
    diag_help(g, SAY(c->a,
                     "write one value for each level from {} to {}, or each level with its value, "
                     "as `{}: {}`",
                     check_number_words(c, k->low), check_number_words(c, k->high),
                     check_number_words(c, k->low), check_source(c, values->at[0]->at)));
    return true;
}

/* `9: 90%`: a level of its own, above the one before and on the scale. */
static bool check_level_score(struct checker *c, const struct criterion *k,
                              const struct thresholds *t, const struct node *n, struct level *l)
{
    if (!check_points(c, n->level.score, &l->score))
        return false;
    if (number_order(c->a, l->score, k->low) < 0 || number_order(c->a, l->score, k->high) > 0) {
        report_off_scale(c, n->level.score->at, k);
        return false;
    }
    if (!t->levels.n || number_order(c->a, t->levels.at[t->levels.n - 1].score, l->score) < 0)
        return true;
    struct diag *g = DIAG_ADD(c->d, K0533, n->level.score->at, check_source(c, n->level.score->at));
    diag_label(c->d, g, t->levels.at[t->levels.n - 1].at, TEXT("the level before"));
    diag_help(g, TEXT("write the levels from the lowest to the highest"));
    return false;
}

static bool fill_level(struct checker *c, const struct criterion *k, struct thresholds *t,
                       const struct node *n, size_t i)
{
    bool own = n->kind == NODE_level;
    const struct node *value = own ? n->level.value : n;
    struct level l = {.score = number_add(c->a, k->low, number_of((long long)i)),
                      .shown = check_source(c, value->at),
                      .at = n->at};
    bool good = (!own || check_level_score(c, k, t, n, &l)) && check_number(c, value, &l.value);
    LIST_ADD(c->a, &t->levels, l);
    return good && (!k->measure || check_level_unit(c, k, value));
}

static void fill_below(struct checker *c, const struct criterion *k, struct thresholds *t,
                       const struct node *n)
{
    t->kind = (enum level_kind)n->levels.kind;
    if (!n->levels.below)
        return;
    t->has_below = check_points(c, n->levels.below, &t->below);
    if (t->has_below &&
        (number_order(c->a, t->below, k->low) < 0 || number_order(c->a, t->below, k->high) > 0))
        report_off_scale(c, n->levels.below->at, k);
    if (t->kind == LEVELS_EXTRAPOLATED)
        diag_help(DIAG_PLAIN(c->d, K0548, n->levels.below->at),
                  TEXT("leave `extrapolated` away, or `below`"));
}

static void fill_thresholds(struct checker *c, struct criterion *k, const struct node *n)
{
    const struct nodes *values = &n->levels.values;
    bool own = values->at[0]->kind == NODE_level;
    struct thresholds *t = ARENA_NEW(c->a, struct thresholds);
    LIST_ADD(c->a, &k->thresholds, t);
    if (!own && !check_level_count(c, k, n))
        return;
    fill_below(c, k, t, n);
    LIST_RESERVE(c->a, &t->levels, values->n);
    bool good = true;
    for (size_t i = 0; i < values->n; i++)
        good = good && fill_level(c, k, t, values->at[i], i);
    if (!good)
        return;
    if (values->n == 1 && !t->has_below)
        diag_help(
            DIAG_PLAIN(c->d, K0534, n->at),
            t->kind == LEVELS_EXTRAPOLATED
                ? TEXT("write a second level: a line takes two")
                : TEXT("write a second level, or `below N` for what does not reach this one"));
    check_monotone(c, t);
    if (k->measure && k->measure->type.kind == TYPE_NUMBER)
        check_percent(c, k, t, values);
}

void fill_levels(struct checker *c, struct criterion *k, const struct node *n)
{
    if (c->scale_spoilt)
        return;
    if (!n->levels.by) {
        fill_thresholds(c, k, n);
        return;
    }
    k->by = fill_cases(c, n->levels.by, &n->levels.rows, k, NULL);
    for (size_t i = 0; i < n->levels.rows.n; i++)
        if (n->levels.rows.at[i]->kind == NODE_case_row)
            fill_thresholds(c, k, n->levels.rows.at[i]->case_row.value);
    check_cases(c, k->by, n->at);
}
