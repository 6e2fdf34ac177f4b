/* Criteria: what each group, indicator and part says, apart from its scorer. */
#include "check/checker.h"

static void check_title(struct checker *c, struct remarks *r, const struct node *n)
{
    struct text language = n->title.language->word.text;
    for (size_t i = 0; i < r->titles.n; i++)
        if (text_equal(r->titles.at[i].language, language)) {
            struct diag *g = DIAG_ADD(c->d, K0307, n->at, SAY(c->a, "title {}", language));
            diag_label(c->d, g, r->titles.at[i].at, TEXT("first here"));
            return;
        }
    LIST_ADD(c->a, &r->titles, (struct translation){language, check_text(n->title.text), n->at});
}

static void check_cite(struct checker *c, struct remarks *r, const struct node *n)
{
    struct cite cite = {.document = check_text(n->cite.document), .at = n->at};
    struct date last;
    if (n->cite.dated)
        cite.has_date = check_date(c, n->cite.dated, &cite.dated, &last);
    if (n->cite.page)
        cite.page = check_source(c, n->cite.page->at);
    LIST_ADD(c->a, &r->cites, cite);
}

void check_remark(struct checker *c, struct remarks *r, const struct node *n)
{
    if (n->kind == NODE_note)
        LIST_ADD(c->a, &r->notes, check_text(n->note.text));
    else if (n->kind == NODE_title)
        check_title(c, r, n);
    else if (n->kind == NODE_cite)
        check_cite(c, r, n);
}

struct rounding check_rounding(struct checker *c, const struct node *n)
{
    struct rounding r = {.set = true,
                         .mode = (enum rounding_mode)n->rounding.mode,
                         .step = number_of(1),
                         .at = n->at};
    if (n->rounding.to == ROUNDING_TO_PLACES) {
        if (check_whole(c, n->rounding.amount, 30, &r.places))
            r.step = number_places(c->a, r.places);
        return r;
    }
    r.to_multiple = true;
    if (!check_number(c, n->rounding.amount, &r.step))
        return r;
    if (number_sign(r.step) <= 0) {
        DIAG_ADD(c->d, K0402, n->rounding.amount->at, check_source(c, n->rounding.amount->at),
                 TEXT("more than 0"));
        r.step = number_of(1);
    }
    if (!number_decimals(c->a, r.step, 30, &r.places))
        r.places = 30;
    return r;
}

bool check_deadline(struct checker *c, struct expr *e, const char *what)
{
    if (!type_is(e, TYPE_DATE) && !type_is(e, TYPE_MONTH)) {
        type_wanted(c, e, "a date or a month");
        return false;
    }
    if (e->kind != EXPR_LITERAL || !c->m->has_period)
        return e->type.kind != TYPE_ERROR;
    struct date d = e->literal.kind == VALUE_MONTH ? month_last(e->literal.month) : e->literal.date;
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

bool check_points(struct checker *c, const struct node *n, struct number *value)
{
    const struct node *bare = n->kind == NODE_negation ? n->negation.operand : n;
    if (bare->kind == NODE_number)
        return check_number(c, n, value);
    *value = number_of(0);
    DIAG_ADD(c->d, K0402, n->at, check_source(c, n->at), TEXT("a plain number of points"));
    return false;
}

static struct policy fill_policy(struct checker *c, const struct node *n, struct criterion *k)
{
    struct policy p = {.kind = (enum policy_kind)n->policy.kind, .at = n->at};
    if (p.kind == POLICY_SCORE) {
        if (check_points(c, n->policy.value, &p.score) &&
            (number_order(c->a, p.score, k->low) < 0 || number_order(c->a, p.score, k->high) > 0) &&
            !c->scale_spoilt)
            DIAG_ADD(c->d, K0506, n->policy.value->at, check_source(c, n->policy.value->at),
                     number_short_words(c->a, k->low, 6), number_short_words(c->a, k->high, 6));
    } else if (p.kind == POLICY_GIVE && k->height == HEIGHT_PART) {
        diag_help(DIAG_ADD(c->d, K0532, n->at, k->path),
                  TEXT("write `drop`: the other parts then make the score alone"));
        p.kind = POLICY_DROP;
    } else if (p.kind == POLICY_GIVE) {
        p.receiver = check_criterion_named(c, n->policy.value);
        if (p.receiver && p.receiver->parent != k->parent) {
            struct diag *g = DIAG_ADD(c->d, K0516, n->policy.value->at, p.receiver->path, k->path);
            diag_help(g, TEXT("weight can be given to a neighbour in the same group"));
            p.receiver = NULL;
        }
        if (!p.receiver)
            p.kind = POLICY_DROP;
    }
    return p;
}

static void fill_scale(struct checker *c, struct criterion *k, const struct node *n)
{
    const struct node *range = n->scale.range;
    struct number low, high;
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
        DIAG_ADD(c->d, K0408, range->at, check_source(c, range->range.low->at),
                 check_source(c, range->range.high->at));
        return;
    }
    k->has_own_scale = true;
    k->low = low;
    k->high = high;
}

static void report_part_weight(struct checker *c, const struct criterion *k, const struct node *n)
{
    if (k->height == HEIGHT_PART)
        diag_help(DIAG_ADD(c->d, K0502, n->at, k->path),
                  TEXT("parts are combined by the indicator's `score`, as `score mean of parts`"));
}

static void fill_points(struct checker *c, struct criterion *k, const struct node *n)
{
    k->has_points = check_number(c, n->points.number, &k->points);
    if (n->points.number->kind != NODE_number)
        DIAG_ADD(c->d, K0402, n->points.number->at, check_source(c, n->points.number->at),
                 TEXT("a plain number"));
    report_part_weight(c, k, n);
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
    report_part_weight(c, k, n);
}

static void fill_applies(struct checker *c, struct criterion *k, const struct nodes *items)
{
    const struct node *applies = check_once(c, items, NODE_applies, TEXT("applies when"));
    const struct node *na = check_once(c, items, NODE_not_applicable, TEXT("not applicable"));
    if (applies) {
        k->applies = check_expr_of(c, applies->applies.when, k, TYPE_YES_NO);
        k->not_applicable = fill_policy(c, applies->applies.policy, k);
        k->not_applicable_own = true;
    }
    if (na && applies) {
        struct diag *g =
            DIAG_ADD(c->d, K0307, na->at, TEXT("what happens when this does not apply"));
        diag_label(c->d, g, applies->at, TEXT("first here"));
    } else if (na) {
        k->not_applicable = fill_policy(c, na->not_applicable.policy, k);
        k->not_applicable_own = true;
    }
    const struct node *missing = check_once(c, items, NODE_missing, TEXT("missing"));
    if (missing) {
        k->missing = fill_policy(c, missing->missing.policy, k);
        k->missing_own = true;
    }
}

/* `round score to 4 half up` in a criterion; `round parts, indicators, total to ...` once in the
 * head. */
static void fill_round(struct checker *c, struct criterion *k, const struct node *n)
{
    struct rounding r = check_rounding(c, n->round.rounding);
    for (size_t i = 0; i < n->round.targets.n; i++) {
        const struct node *target = n->round.targets.at[i];
        struct text name = target->word.text;
        static const char *const heights[] = {"total", "groups", "indicators", "parts"};
        int height = 0;
        while (height < 4 && !text_equal(name, text_of(heights[height])))
            height++;
        struct rounding *slot = text_equal(name, TEXT("measure")) && k->parent ? &k->round_measure
                                : text_equal(name, TEXT("score")) && k->parent ? &k->round_score
                                : height < 4 && !k->parent ? &c->round_height[height]
                                                           : NULL;
        if (!slot)
            diag_help(
                DIAG_ADD(c->d, K0510, target->at, name),
                k->parent
                    ? TEXT("here `score` or `measure` can be rounded")
                    : TEXT(
                          "in the head `parts`, `indicators`, `groups` or `total` can be rounded"));
        else if (slot->set)
            diag_label(c->d, DIAG_ADD(c->d, K0307, target->at, SAY(c->a, "rounding of {}", name)),
                       slot->at, TEXT("first here"));
        else
            *slot = r;
    }
}

/* What can be shown with a number of decimals, by its name. */
static struct show *shown_figure(struct criterion *k, struct text name, size_t *index)
{
    static const char *const names[] = {"score", "measure", "weight"};
    struct show *slots[] = {&k->show_score, &k->show_measure, &k->show_weight};
    for (*index = 0; *index < 3; ++*index)
        if (text_equal(name, text_of(names[*index])))
            return slots[*index];
    return NULL;
}

/* `first` holds where each figure was set before in the same criterion. */
static void fill_show(struct checker *c, struct criterion *k, const struct node *n,
                      struct span first[3])
{
    struct rounding r = check_rounding(c, n->show.rounding);
    if (r.to_multiple) {
        diag_help(
            DIAG_ADD(c->d, K0510, n->show.rounding->at, TEXT("a multiple")),
            TEXT("`show` says a number of decimals; to change the value itself write `round`"));
        return;
    }
    for (size_t i = 0; i < n->show.targets.n; i++) {
        const struct node *target = n->show.targets.at[i];
        struct text name = target->word.text;
        size_t index;
        struct show *slot = shown_figure(k, name, &index);
        if (!slot)
            diag_help(
                DIAG_ADD(c->d, K0510, target->at, name),
                TEXT("`score`, `measure` and `weight` can be shown with a number of decimals"));
        else if (!span_is_nowhere(first[index]))
            diag_label(c->d, DIAG_ADD(c->d, K0307, target->at, SAY(c->a, "show {}", name)),
                       first[index], TEXT("first here"));
        else {
            *slot = (struct show){r.places, r.mode};
            first[index] = target->at;
        }
    }
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
        *(floor ? &k->has_floor : &k->has_cap) =
            check_points(c, n->bound.number, floor ? &k->floor : &k->cap);
        if (number_order(c->a, k->floor, k->cap) > 0)
            DIAG_ADD(c->d, K0408, n->at, number_short_words(c->a, k->floor, 6),
                     number_short_words(c->a, k->cap, 6));
    }
}

static void inherit(struct criterion *k)
{
    const struct criterion *p = k->parent;
    if (!p)
        return;
    k->low = p->low;
    k->high = p->high;
    k->not_applicable = p->not_applicable;
    k->missing = p->missing;
    k->show_score = p->show_score;
    k->show_measure = p->show_measure;
    k->show_weight = p->show_weight;
    /* A gift is to a neighbour by name and means nothing further down: inside, the rest shares it.
     */
    if (k->not_applicable.kind == POLICY_GIVE)
        k->not_applicable.kind = POLICY_DROP;
}

/* A score declared further up must exist on the scale down here. */
static void check_inherited_missing(struct checker *c, const struct criterion *k)
{
    const struct policy *inherited[] = {k->missing_own ? NULL : &k->missing,
                                        k->not_applicable_own ? NULL : &k->not_applicable};
    for (int i = 0; i < 2; i++) {
        const struct policy *p = inherited[i];
        if (!p || c->scale_spoilt || p->kind != POLICY_SCORE ||
            (number_order(c->a, p->score, k->low) >= 0 &&
             number_order(c->a, p->score, k->high) <= 0))
            continue;
        struct diag *g =
            DIAG_ADD(c->d, K0506, k->at, number_short_words(c->a, p->score, 6),
                     number_short_words(c->a, k->low, 6), number_short_words(c->a, k->high, 6));
        diag_label(c->d, g, p->at, TEXT("declared here for everything below"));
        diag_help(g, SAY(c->a, "declare in `{}` what holds on its scale", k->path));
    }
}

static void check_inherited_scale(struct checker *c, struct criterion *k, const struct node *scale)
{
    const struct criterion *p = k->parent;
    if (!scale || !p ||
        (p->scorer == SCORER_FORMULA &&
         (p->formula->kind != EXPR_PARTS || p->formula->aggregate == AGGREGATE_SUM)))
        return;
    if (number_equal(c->a, k->low, p->low) && number_equal(c->a, k->high, p->high))
        return;
    struct diag *g = DIAG_ADD(c->d, K0511, scale->at, k->path, p->path);
    diag_help(g, TEXT("scores on different scales can only be put together by a formula: `score "
                      "...` in the outer one"));
}

static void fill_criterion(struct checker *c, struct criterion *k, const struct nodes *items)
{
    inherit(k);
    const struct node *scale = check_once(c, items, NODE_scale, TEXT("scale"));
    if (scale) {
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
    if (k->has_own_scale && k->parent)
        check_inherited_missing(c, k);
    fill_bounds(c, k, items);
    struct span shown[3] = {{0, 0}, {0, 0}, {0, 0}};
    for (size_t i = 0; i < items->n; i++) {
        if (items->at[i]->kind == NODE_round)
            fill_round(c, k, items->at[i]);
        else if (items->at[i]->kind == NODE_show)
            fill_show(c, k, items->at[i], shown);
        else
            check_remark(c, &k->remarks, items->at[i]);
    }
    if (k->parent)
        fill_scorer(c, k, items);
    else
        k->scorer = SCORER_CHILDREN;
    check_inherited_scale(c, k, scale);
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
            DIAG_ADD(c->d, K0402, r->at, check_source(c, r->at), TEXT("a range of dates"));
        if (m->has_period && m->last.day < m->first.day)
            DIAG_ADD(c->d, K0408, r->at, check_source(c, r->range.low->at),
                     check_source(c, r->range.high->at));
        m->closes = m->last;
        c->closes_at = n->at;
    }
    if (closes && check_date(c, closes->closes.date, &ignored, &m->closes)) {
        c->closes_at = closes->at;
        if (m->has_period && m->closes.day < m->last.day)
            DIAG_ADD(c->d, K0408, closes->at, date_words(c->a, m->last, m->era),
                     date_words(c->a, m->closes, m->era));
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
    if (!c->spoilt.at[0] && !c->scale_spoilt && !total->has_own_scale &&
        !check_once(c, &items, NODE_scale, TEXT("scale")))
        diag_help(DIAG_PLAIN(c->d, K0318, total->at),
                  TEXT("add a line such as `scale 1 .. 5` to the head"));
    const struct node *status = check_once(c, &items, NODE_status, TEXT("status"));
    if (status)
        c->status.node = status;
    if (!c->spoilt.at[0] && c->m->criteria.n == 1)
        diag_help(DIAG_PLAIN(c->d, K0319, total->at),
                  TEXT("add an `indicator ID \"title\" { ... }`"));
}

void fill_criteria(struct checker *c)
{
    c->era = c->m->era;
    c->has_era = c->root_has_era;
    fill_total(c);
    for (size_t i = 0; i < c->criteria.n; i++) {
        struct pending p = c->criteria.at[i];
        struct criterion *k = p.thing;
        fill_criterion(c, k, &p.node->criterion.items);
    }
    for (size_t i = 0; i < c->m->criteria.n; i++) {
        struct criterion *k = c->m->criteria.at[i];
        if (!k->round_score.set)
            k->round_score = c->round_height[k->height];
    }
}
