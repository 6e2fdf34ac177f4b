/* How figures look. */
#include "explain/figures.h"

static struct text printed(struct arena *a, struct number n, unsigned places,
                           enum rounding_mode mode)
{
    struct buffer b = buffer_in(a);
    number_print(&b, n, places, mode, (struct number_style){.group = true, .true_minus = true});
    return buffer_text(&b);
}

struct text figure_fixed(struct arena *a, struct number n, unsigned places)
{
    return printed(a, n, places, ROUND_HALF_UP);
}

struct text figure_short(struct arena *a, struct number n, unsigned places, bool *exact)
{
    bool is_exact = number_decimals(a, n, FIGURE_PLACES, &places);
    if (exact)
        *exact = is_exact;
    return printed(a, n, places, ROUND_HALF_UP);
}

static struct number in_percent(struct arena *a, struct number n)
{
    return number_multiply(a, n, number_of(100));
}

struct text figure_percent(struct arena *a, struct number n, unsigned places, bool *exact)
{
    return SAY(a, "{} %", figure_short(a, in_percent(a, n), places, exact));
}

struct text figure_sign(struct arena *a, struct number n, unsigned places)
{
    return number_decimals(a, n, places, &places) ? TEXT("=") : TEXT("≈");
}

/* A whole number has no decimals. */
static struct text whole_or_fixed(struct arena *a, struct number n, struct show show)
{
    return printed(a, n, number_is_whole(a, n) ? 0 : show.places, show.mode);
}

struct text figure_score(struct arena *a, const struct criterion *k, struct number score)
{
    return printed(a, score, k->show_score.places, k->show_score.mode);
}

struct text figure_ends(struct arena *a, const struct criterion *k, struct number low,
                        struct number high)
{
    bool has_low = !number_is_over(low), has_high = !number_is_over(high);
    if (has_low && has_high)
        return SAY(a, "at least {}, at most {}", figure_score(a, k, low), figure_score(a, k, high));
    return has_low    ? SAY(a, "at least {}", figure_score(a, k, low))
           : has_high ? SAY(a, "at most {}", figure_score(a, k, high))
                      : TEXT("not known");
}

struct text figure_range(struct arena *a, const struct criterion *k, struct number low,
                         struct number high)
{
    if (number_equal(a, low, high))
        return figure_score(a, k, low);
    if (number_is_over(low) || number_is_over(high))
        return figure_ends(a, k, low, high);
    return SAY(a, "{} .. {}", figure_score(a, k, low), figure_score(a, k, high));
}

static struct number as_printed(struct arena *a, const struct criterion *k, struct number score)
{
    return number_round(a, score, number_places(a, k->show_score.places), k->show_score.mode);
}

struct number figure_rise(struct arena *a, const struct criterion *k, struct number from,
                          struct number to)
{
    return number_subtract(a, as_printed(a, k, to), as_printed(a, k, from));
}

struct text figure_difference(struct arena *a, const struct criterion *k, struct number from,
                              struct number to)
{
    struct number by = figure_rise(a, k, from, to);
    struct text words = figure_score(a, k, by);
    int order = number_order(a, to, from);
    bool hidden = order < 0 && !number_sign(by);
    return order > 0 ? SAY(a, "+{}", words) : hidden ? SAY(a, "−{}", words) : words;
}

struct text figure_weight(struct arena *a, const struct criterion *k, struct number weight)
{
    struct show show = k->show_weight;
    return SAY(a, "{} %", printed(a, in_percent(a, weight), show.places, show.mode));
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
        return SAY(a, "{} %", whole_or_fixed(a, in_percent(a, n), show));
    if (t.dimension)
        unit = dimension_words(a, t.dimension);
    struct text bare = whole_or_fixed(a, n, show);
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
    static const char *const one[] = {[UNIT_NONE] = "{} day",
                                      [UNIT_DAY] = "{} day",
                                      [UNIT_WORKING_DAY] = "{} working day",
                                      [UNIT_MONTH] = "{} month"};
    static const char *const many[] = {[UNIT_NONE] = "{} days",
                                       [UNIT_DAY] = "{} days",
                                       [UNIT_WORKING_DAY] = "{} working days",
                                       [UNIT_MONTH] = "{} months"};
    return SAY(a, days == 1 ? one[unit] : many[unit], text_number(a, days));
}

struct text figure_counted(struct arena *a, const struct penalty *p, long count)
{
    if (p->kind != AMOUNT_ROWS)
        return figure_days(a, p->unit, count);
    return SAY(a, count == 1 ? "{} row of {}" : "{} {}", text_number(a, count),
               p->count->fact->path);
}

struct text figure_steps(struct arena *a, const struct result *r)
{
    if (!number_sign(r->points_offered))
        return TEXT("no step applies");
    struct text sum = SAY(a, r->criterion->step_points ? "{}/{} points" : "{}/{} steps",
                          figure_short(a, r->points_earned, 2, NULL),
                          figure_short(a, r->points_offered, 2, NULL));
    return r->steps_known ? sum : SAY(a, "≥ {}", sum);
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

static struct text name_in(struct arena *a, struct text name, enum cause_in in)
{
    return in == CAUSE_IN_REASON ? SAY(a, "`{}`", name) : name;
}

static struct text cell_words(struct arena *a, const struct outcome *o, const struct cause *c,
                              enum cause_in in)
{
    const struct fact *table = cause_table(o, c);
    struct text column = table ? SAY(a, "{}.{}", table->path, c->what) : c->what;
    column = name_in(a, column, in);
    return c->row ? SAY(a, "{} in row {}", column, text_number(a, (long long)c->row)) : column;
}

/* Where a calculation has no result; in a reason the row is what the margin does not say. */
static struct text place_in(struct arena *a, const struct outcome *o, const struct cause *c,
                            enum cause_in in)
{
    if (in == CAUSE_BY_ITSELF)
        return SAY(a, " at {}", source_line_words(a, o->model->sources, c->at));
    return c->row ? SAY(a, " in row {}", text_number(a, (long long)c->row)) : TEXT("");
}

struct text cause_subject(struct arena *a, const struct outcome *o, const struct cause *c,
                          enum cause_in in)
{
    switch (c->kind) {
    case CAUSE_FACT:
        return name_in(a, c->what, in);
    case CAUSE_CELL:
        return cell_words(a, o, c, in);
    case CAUSE_DIVISION:
        return SAY(a, "division by zero{}", place_in(a, o, c, in));
    case CAUSE_EMPTY:
        return SAY(a, "no rows to calculate with{}", place_in(a, o, c, in));
    case CAUSE_TIE:
        return SAY(a, "several rows that are first or last and differ{}", place_in(a, o, c, in));
    case CAUSE_TOO_LARGE:
        return SAY(a, "a number that is too large{}", place_in(a, o, c, in));
    case CAUSE_NO_DAY:
        return SAY(a, "a day that no calendar has{}", place_in(a, o, c, in));
    case CAUSE_NEGATIVE:
        return SAY(a, "a negative amount{}", place_in(a, o, c, in));
    case CAUSE_PARTS:
        return SAY(a, "nothing in {} applies", name_in(a, c->what, in));
    }
    return TEXT("");
}

struct text cause_words(struct arena *a, const struct outcome *o, const struct cause *c,
                        enum cause_in in)
{
    if (!c)
        return TEXT("");
    struct text subject = cause_subject(a, o, c, in);
    if (c->kind != CAUSE_FACT && c->kind != CAUSE_CELL)
        return subject;
    if (c->absence == ABSENCE_MISSING)
        return SAY(a, "{} is missing", subject);
    if (c->absence != ABSENCE_NA)
        return SAY(a, "{} is not given", subject);
    if (in == CAUSE_IN_REASON) /* the office's own words stand with the fact */
        return SAY(a, "{} is not applicable", subject);
    const struct fact *f = model_fact(o->model, c->what);
    struct text because = f ? o->facts->entry[f->index].because : TEXT("");
    return because.n ? SAY(a, "{} is n/a: {}", subject, because) : SAY(a, "{} is n/a", subject);
}
