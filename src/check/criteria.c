/* Criteria: what each group, indicator and part says, apart from its scorer. */
#include "check/checker.h"

bool check_deadline(struct checker *c, struct expr *e, const char *what)
{
    if (!type_is(e, TYPE_DATE) && !type_is(e, TYPE_MONTH)) {
        type_wanted(c, e, "a date or a month");
        return false;
    }
    struct date d;
    if (!c->m->has_period || !date_is_certain(c, e, &d))
        return e->type.kind != TYPE_ERROR;
    if (c->m->first.day <= d.day && d.day <= c->m->closes.day)
        return true;
    struct diag *g = DIAG_ADD(c->d, K0508, e->at, text_of(what), check_source(c, e->at),
                              date_words(c->a, c->m->first, c->m->era),
                              date_words(c->a, c->m->closes, c->m->era));
    if (!span_is_nowhere(c->closes_at))
        diag_label(c->d, g, c->closes_at, TEXT("the last day is set here"));
    diag_help(g, TEXT("check the year; if it is meant, say so with `closes DATE` in the head"));
    return true;
}

static void fill_scale(struct checker *c, struct criterion *k, const struct node *n)
{
    const struct node *range = n->scale.range;
    struct number low, high;
    if (!range) {
        k->has_own_scale = true;
        k->low = k->high = number_over();
        return;
    }
    bool good =
        (range->range.low->kind == NODE_number || range->range.low->kind == NODE_negation) &&
        (range->range.high->kind == NODE_number || range->range.high->kind == NODE_negation);
    if (!good) {
        DIAG_ADD(c->d, K0402, range->at, check_source(c, range->at),
                 TEXT("two plain numbers, as `1 .. 5`"));
        return;
    }
    if (!check_number(c, range->range.low, &low) || !check_number(c, range->range.high, &high))
        return;
    if (number_order(c->a, low, high) >= 0) {
        report_backwards(c, range);
        return;
    }
    k->has_own_scale = true;
    k->low = low;
    k->high = high;
}

static void fill_points(struct checker *c, struct criterion *k, const struct node *n)
{
    k->has_points = check_number(c, n->points.number, &k->points);
    if (n->points.number->kind != NODE_number)
        DIAG_ADD(c->d, K0402, n->points.number->at, check_source(c, n->points.number->at),
                 TEXT("a plain number"));
    k->points_at = n->at;
}

static void fill_weight(struct checker *c, struct criterion *k, const struct node *n)
{
    if (k->has_points) {
        diag_help(DIAG_ADD(c->d, K0535, n->at, k->path), TEXT("leave one of them away"));
        return;
    }
    k->has_points = k->by_weight = check_number(c, n->weight.number, &k->points);
    if (n->weight.number->kind != NODE_percent)
        diag_help(DIAG_ADD(c->d, K0402, n->weight.number->at, check_source(c, n->weight.number->at),
                           TEXT("a percentage")),
                  TEXT("write `weight 15%`, or `points N` for a share of all points"));
    k->points_at = n->at;
}

static void fill_bounds(struct checker *c, struct criterion *k, const struct nodes *items)
{
    k->floor = k->low;
    k->cap = k->high;
    for (size_t i = 0; i < items->n; i++) {
        const struct node *n = items->at[i];
        if (n->kind != NODE_bound)
            continue;
        bool floor = n->bound.kind == BOUND_FLOOR;
        if (*(floor ? &k->has_floor : &k->has_cap))
            DIAG_ADD(c->d, K0307, n->at, floor ? TEXT("floor") : TEXT("cap"));
        *(floor ? &k->floor_at : &k->cap_at) = n->at;
        *(floor ? &k->has_floor : &k->has_cap) =
            check_points(c, n->bound.number, floor ? &k->floor : &k->cap);
        if (number_order(c->a, k->floor, k->cap) > 0)
            DIAG_ADD(c->d, K0408, n->at, check_number_words(c, k->floor),
                     check_number_words(c, k->cap));
    }
}

static const struct policy *dropped(struct checker *c, const struct policy *given)
{
    struct policy p = *given;
    p.kind = POLICY_DROP;
    return ARENA_KEEP(c->a, struct policy, p);
}

static void inherit(struct checker *c, struct criterion *k)
{
    const struct criterion *p = k->parent;
    if (!p)
        return;
    k->low = p->low;
    k->scale_at = p->scale_at;
    k->high = p->high;
    k->not_applicable = p->not_applicable;
    k->missing = p->missing;
    k->show_score = p->show_score;
    k->show_measure = p->show_measure;
    k->show_weight = p->show_weight;
    /* A gift is to a neighbour by name and means nothing further down: inside, the rest shares it.
     */
    if (k->not_applicable->kind == POLICY_GIVE)
        k->not_applicable = dropped(c, p->not_applicable);
}

/* False when it was said that this scale cannot be. */
static bool check_inherited_scale(struct checker *c, struct criterion *k, const struct node *scale)
{
    const struct criterion *p = k->parent;
    if (!scale || !p || mixes_scales(p))
        return true;
    if (criterion_same_scale(c->a, k, p))
        return true;
    struct diag *g = DIAG_ADD(c->d, K0511, scale->at, k->path, p->path);
    diag_help(g, TEXT("scores on different scales can only be put together by a formula: `score "
                      "...` in the outer one"));
    return false;
}

static void fill_criterion(struct checker *c, struct criterion *k, const struct nodes *items)
{
    inherit(c, k);
    const struct node *scale = check_once(c, items, NODE_scale, TEXT("scale"));
    if (scale) {
        k->scale_at = scale->at;
        size_t before = c->d->errors;
        fill_scale(c, k, scale);
        c->scale_spoilt = c->scale_spoilt || c->d->errors > before;
    }
    const struct node *points = check_once(c, items, NODE_points, TEXT("points"));
    if (points)
        fill_points(c, k, points);
    const struct node *weight = check_once(c, items, NODE_weight, TEXT("weight"));
    if (weight)
        fill_weight(c, k, weight);
    const struct node *unit = check_once(c, items, NODE_shown_unit, TEXT("unit"));
    if (unit)
        k->shown_unit = check_text(unit->shown_unit.text);
    fill_applies(c, k, items);
    fill_weights(c, k, items);
    if (k->has_own_scale && k->parent)
        check_inherited_missing(c, k);
    fill_bounds(c, k, items);
    struct span shown[3] = {{0, 0}, {0, 0}, {0, 0}};
    for (size_t i = 0; i < items->n; i++) {
        if (items->at[i]->kind == NODE_round)
            fill_round(c, k, items->at[i]);
        else if (items->at[i]->kind == NODE_show)
            fill_show(c, k, items->at[i], shown);
        else if (items->at[i]->kind == NODE_formerly)
            check_formerly(c, &k->formerly, items->at[i], TEXT(""));
        else
            check_remark(c, &k->remarks, items->at[i]);
    }
    bool spoilt = c->scale_spoilt;
    c->scale_spoilt = !check_inherited_scale(c, k, scale) || spoilt;
    fill_scorer(c, k, items);
    fill_adjust(c, k, items);
    c->scale_spoilt = spoilt;
    const struct node *grade = check_once(c, items, NODE_grade, TEXT("grade"));
    if (grade)
        LIST_ADD(c->a, &c->marks, (struct pending){.node = grade, .thing = k});
}

/* What the head says of the whole: `criteria`, `period`, `closes`. */
static void fill_head(struct checker *c, const struct nodes *items)
{
    const struct node *n = check_once(c, items, NODE_criteria, TEXT("criteria"));
    struct model *m = c->m;
    struct date ignored;
    if (n) {
        m->id = n->criteria.id->word.text;
        m->title = m->criteria.at[0]->title = check_text(n->criteria.title);
        m->criteria.at[0]->at = n->criteria.id->at;
    } else if (!c->spoilt.at[0])
        diag_help(DIAG_PLAIN(c->d, K0317, items->n ? items->at[0]->at : c->m->criteria.at[0]->at),
                  TEXT("begin with a line such as `criteria office-2566 \"title\"`"));
    const struct node *closes = check_once(c, items, NODE_closes, TEXT("closes"));
    if ((n = check_once(c, items, NODE_period, TEXT("period")))) {
        const struct node *r = n->period.range;
        m->has_period = check_date(c, r->range.low, &m->first, &ignored) &&
                        check_date(c, r->range.high, &ignored, &m->last);
        if (!m->has_period && r->range.low->kind != NODE_date && r->range.low->kind != NODE_month)
            dates_meant(
                c, DIAG_ADD(c->d, K0402, r->at, check_source(c, r->at), TEXT("a range of dates")),
                r->at);
        if (m->has_period && m->last.day < m->first.day)
            report_backwards(c, r);
        m->closes = m->last;
        m->period_at = m->closes_at = c->closes_at = n->at;
    }
    if (closes && check_date(c, closes->closes.date, &ignored, &m->closes)) {
        if (m->has_period && m->closes.day < m->last.day) {
            struct diag *g = DIAG_ADD(c->d, K0408, closes->at, date_words(c->a, m->last, m->era),
                                      date_words(c->a, m->closes, m->era));
            diag_label(c->d, g, c->closes_at, TEXT("the period ends later"));
            diag_help(g, TEXT("deadlines may lie in the whole period: `closes` is its last day, or "
                              "a later one"));
        }
        m->closes_at = c->closes_at = closes->at;
    }
}

static void fill_total(struct checker *c)
{
    struct nodes items = {.at = ARENA_ARRAY(c->a, struct node *, c->properties.n),
                          .n = c->properties.n};
    for (size_t i = 0; i < items.n; i++)
        items.at[i] = (struct node *)(uintptr_t)c->properties.at[i];
    struct criterion *total = c->m->criteria.at[0];
    total->low = number_of(0);
    total->high = number_of(100);
    total->show_score = (struct show){.places = 4, .mode = ROUND_HALF_UP};
    total->show_measure = (struct show){.places = 2, .mode = ROUND_HALF_UP};
    total->show_weight = (struct show){.places = 2, .mode = ROUND_HALF_UP};
    fill_head(c, &items);
    fill_criterion(c, total, &items);
    if (!total->has_own_scale && !c->scale_spoilt) {
        if (!c->spoilt.at[0])
            diag_help(DIAG_PLAIN(c->d, K0318, total->at),
                      TEXT("add a line such as `scale 1 .. 5` to the head"));
        c->scale_spoilt = true;
    }
    const struct node *status = check_once(c, &items, NODE_status, TEXT("status"));
    if (status)
        LIST_ADD(c->a, &c->marks, (struct pending){.node = status, .thing = total});
    if (!c->spoilt.at[0] && c->m->criteria.n == 1)
        diag_help(DIAG_PLAIN(c->d, K0319, total->at),
                  TEXT("add an `indicator ID \"title\" { ... }`"));
}

void fill_criteria(struct checker *c)
{
    c->era = c->m->era;
    c->has_era = c->root_has_era;
    fill_total(c);
    check_defines(c); /* which need the period, and are needed by what follows */
    for (size_t i = 0; i < c->criteria.n; i++) {
        struct pending p = c->criteria.at[i];
        struct criterion *k = p.thing;
        fill_criterion(c, k, &p.node->criterion.items);
    }
    for (size_t i = 0; i < c->m->criteria.n; i++) {
        struct criterion *k = c->m->criteria.at[i];
        const struct rounding *all = c->round_height[k->height];
        if (all && !k->round_score->set && !k->has_adjust)
            k->round_score = all;
    }
}
