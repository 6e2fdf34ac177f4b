/* How figures look. */
#include "report/figures.h"

static struct text shown(struct arena *a, struct number n, struct show show, bool whole_is_bare)
{
    struct buffer b = buffer_in(a);
    unsigned places = whole_is_bare && number_is_whole(a, n) ? 0 : show.places;
    number_print(&b, n, places, show.mode,
                 (struct number_style){.group = true, .true_minus = true});
    return buffer_text(&b);
}

static struct text percent(struct arena *a, struct number n, struct show show, bool whole_is_bare)
{
    n = number_multiply(a, n, number_of(100));
    return SAY(a, "{} %", shown(a, n, show, whole_is_bare));
}

struct text figure_score(struct arena *a, const struct criterion *k, struct number score)
{
    return shown(a, score, k->show_score, false);
}

struct text figure_range(struct arena *a, const struct criterion *k, struct number low,
                         struct number high)
{
    if (number_equal(a, low, high))
        return figure_score(a, k, low);
    return SAY(a, "{} .. {}", figure_score(a, k, low), figure_score(a, k, high));
}

struct text figure_weight(struct arena *a, const struct criterion *k, struct number weight)
{
    return percent(a, weight, k->show_weight, false);
}

struct text figure_share(struct arena *a, struct number share)
{
    return number_exact_words(a, share);
}

/* A number of type `t`; what has neither percent nor dimension counts `unit`, which may be empty.
 */
static struct text with_unit(struct arena *a, struct show show, struct type t, struct text unit,
                             struct number n)
{
    if (t.ratio)
        return percent(a, n, show, true);
    if (t.dimension)
        unit = dimension_words(a, t.dimension);
    struct text bare = shown(a, n, show, true);
    return unit.n ? SAY(a, "{} {}", bare, unit) : bare;
}

struct text figure_measure(struct arena *a, const struct criterion *k, struct number measure)
{
    struct type t = {.kind = TYPE_NUMBER,
                     .dimension = k->measure ? k->measure->type.dimension : NULL,
                     .ratio = k->percent};
    return with_unit(a, k->show_measure, t, k->shown_unit, measure);
}

struct text figure_number(struct arena *a, const struct criterion *k, struct type t,
                          struct number n)
{
    return with_unit(a, k->show_measure, t, TEXT(""), n);
}

struct text figure_days(struct arena *a, enum day_unit unit, long days)
{
    const char *pattern = unit == UNIT_WORKING_DAY
                              ? (days == 1 ? "{} working day" : "{} working days")
                          : days == 1 ? "{} day"
                                      : "{} days";
    return SAY(a, pattern, text_number(a, days));
}

struct text figure_steps(struct arena *a, const struct result *r)
{
    size_t all = r->criterion->steps.n, done = r->steps_done;
    bool open = done < all && r->steps[done].state == STEP_UNKNOWN;
    return SAY(a, open ? "≥ {}/{} steps" : "{}/{} steps", text_number(a, (long long)done),
               text_number(a, (long long)all));
}

struct text figure_result(struct arena *a, const struct result *r)
{
    if (r->steps && r->status != STATUS_DROPPED && !r->carried)
        return figure_steps(a, r);
    if (r->has_measure && r->measure.kind == VALUE_NUMBER)
        return figure_measure(a, r->criterion, r->measure.number);
    return TEXT("");
}

const struct fact *cause_table(const struct outcome *o, const struct cause *c)
{
    const struct fact *found = NULL;
    for (size_t i = 0; c->kind == CAUSE_CELL && i < o->model->facts.n; i++) {
        const struct fact *table = o->model->facts.at[i];
        for (size_t j = 0; j < table->columns.n; j++) {
            if (!text_equal(table->columns.at[j]->path, c->what))
                continue;
            if (table->columns.at[j]->at.lo == c->at.lo)
                return table;
            found = table; /* the place may be that of a calculation: then by name */
        }
    }
    return found;
}

static struct text cell_words(struct arena *a, const struct outcome *o, const struct cause *c)
{
    const struct fact *table = cause_table(o, c);
    struct text column = table ? SAY(a, "{}.{}", table->path, c->what) : c->what;
    return c->row ? SAY(a, "{} in row {}", column, text_number(a, (long long)c->row)) : column;
}

struct text cause_subject(struct arena *a, const struct outcome *o, const struct cause *c)
{
    struct text place = source_line_words(a, o->model->sources, c->at);
    switch (c->kind) {
    case CAUSE_FACT:
        return c->what;
    case CAUSE_CELL:
        return cell_words(a, o, c);
    case CAUSE_DIVISION:
        return SAY(a, "division by zero at {}", place);
    case CAUSE_EMPTY:
        return SAY(a, "no rows to calculate with at {}", place);
    case CAUSE_TOO_LARGE:
        return SAY(a, "a number that is too large at {}", place);
    case CAUSE_PARTS:
        return SAY(a, "nothing in {} applies", c->what);
    }
    return TEXT("");
}

struct text cause_words(struct arena *a, const struct outcome *o, const struct cause *c)
{
    if (!c)
        return TEXT("");
    struct text subject = cause_subject(a, o, c);
    if (c->kind != CAUSE_FACT && c->kind != CAUSE_CELL)
        return subject;
    if (c->absence == ABSENCE_MISSING)
        return SAY(a, "{} is missing", subject);
    if (c->absence != ABSENCE_NA)
        return SAY(a, "{} is not given", subject);
    const struct fact *f = model_fact(o->model, c->what);
    struct text because = f ? o->facts->entry[f->index].because : TEXT("");
    return because.n ? SAY(a, "{} is n/a: {}", subject, because) : SAY(a, "{} is n/a", subject);
}

bool result_has_score(const struct result *r)
{
    return r->status == STATUS_SCORED || r->status == STATUS_NOT_APPLICABLE;
}

bool criterion_has_weight(const struct criterion *k)
{
    for (; k->parent; k = k->parent)
        if (k->parent->scorer != SCORER_CHILDREN)
            return false;
    return true;
}

bool result_counts(const struct outcome *o, const struct result *r)
{
    for (const struct criterion *k = r->criterion->parent; k; k = k->parent) {
        const struct result *above = outcome_result(o, k);
        bool applies = above->applies.kind != VALUE_TRUTH || above->applies.truth;
        bool na = value_is_absent(above->applies) && above->applies.absence == ABSENCE_NA;
        if (!applies || na)
            return false;
    }
    return true;
}

/* One criterion that may or may not drop out moves the share of every other one.  Where a group has
 * points of its own it moves fewer; not told apart, so a share that is shown always holds. */
bool result_has_share(const struct outcome *o, const struct result *r)
{
    if (!criterion_has_weight(r->criterion) || !result_counts(o, r))
        return false;
    for (size_t i = 0; i < o->model->criteria.n; i++)
        if (o->result[i].maybe_dropped && criterion_has_weight(o->result[i].criterion))
            return !r->criterion->parent;
    return true;
}

static bool children_are_known(const struct outcome *o, const struct criterion *k)
{
    bool any = false;
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *child = outcome_result(o, k->children.at[i]);
        if (child->status == STATUS_INCOMPLETE)
            return false;
        any = any || child->status != STATUS_DROPPED;
    }
    return any;
}

bool result_has_raw(const struct outcome *o, const struct result *r)
{
    const struct criterion *k = r->criterion;
    bool judged = r->status == STATUS_SCORED || r->status == STATUS_INCOMPLETE;
    if (!judged || r->carried || r->applies.kind != VALUE_TRUTH)
        return false;
    switch (k->scorer) {
    case SCORER_LEVELS:
        return r->measure.kind == VALUE_NUMBER;
    case SCORER_STEPS:
        return r->steps_done == k->steps.n || r->steps[r->steps_done].state != STEP_UNKNOWN;
    case SCORER_FORMULA:
        return outcome_value(o, k->formula).kind == VALUE_NUMBER;
    case SCORER_CHILDREN:
        return children_are_known(o, k);
    case SCORER_NONE:
        break;
    }
    return false;
}
