/* The scorecard.
 *
 * One table carries all the arithmetic, so that every figure stands under its like: the
 * contributions add up to the line "before penalties", and the total stands below it in the same
 * column.  Words that would widen a column and starve the titles stand below the table instead,
 * each with the id of its row. */
#include "report/scorecard.h"

#include "explain/figures.h"
#include "render/text.h"
#include "report/adjustments.h"
#include "report/cells.h"
#include "report/notes.h"

enum {
    COLUMN_TITLE,
    COLUMN_WEIGHT,
    COLUMN_RESULT,
    COLUMN_SCORE,
    COLUMN_WEIGHTED,
    COLUMN_SHARE,
    COLUMN_CONTRIBUTION,
    COLUMN_LIGHT, /* also how a penalty was calculated */
    COLUMNS
};

struct card {
    struct arena *a;
    struct document *d;
    const struct outcome *o;
    struct block *table;
    LIST_OF(const struct result *) shown; /* in the order of the rows */
    const struct criterion *measured;     /* the parent whose ids were measured last */
    size_t widest;
};

static void put(struct table_row *row, size_t column, struct text text, enum tone tone)
{
    row->cell[column] = (struct cell){text, tone};
}

/* --- cells ---------------------------------------------------------------------------------- */

/* Columns of the widest id among the indicators in `parent`; measured once for each. */
static size_t widest_id(struct card *c, const struct criterion *parent)
{
    if (c->measured == parent)
        return c->widest;
    c->measured = parent;
    c->widest = 0;
    for (size_t i = 0; i < parent->children.n; i++) {
        const struct criterion *near = parent->children.at[i];
        size_t width = near->height == HEIGHT_INDICATOR ? width_columns(near->id) : 0;
        c->widest = width > c->widest ? width : c->widest;
    }
    return c->widest;
}

/* The id before the title, padded to its widest neighbour's.  Groups and parts go by their title.
 */
static struct text label(struct card *c, const struct criterion *k)
{
    if (k->height != HEIGHT_INDICATOR)
        return k->title.n ? k->title : k->id;
    struct buffer b = buffer_in(c->a);
    buffer_add(&b, k->id);
    buffer_add_times(&b, TEXT(" "), widest_id(c, k->parent) - width_columns(k->id) + 2);
    buffer_add(&b, k->title);
    return buffer_text(&b);
}

static struct text result_words(const struct card *c, const struct result *r)
{
    if (r->carried)
        return TEXT("no result");
    if (r->no_weight)
        return TEXT("");
    if (r->status == STATUS_DROPPED || r->status == STATUS_NOT_APPLICABLE)
        return TEXT("n/a");
    struct text measured = figure_result(c->a, r);
    bool wanted = !measured.n && r->status == STATUS_INCOMPLETE && !r->criterion->children.n &&
                  !result_has_raw(c->o, r);
    return wanted ? TEXT("no result") : measured;
}

static struct text score_words(struct arena *a, const struct result *r)
{
    if (r->status == STATUS_INCOMPLETE)
        return figure_range(a, r->criterion, r->low, r->high);
    return result_has_score(r) ? figure_score(a, r->criterion, r->score) : TEXT("");
}

/* --- what was taken, and why ---------------------------------------------------------------- */

/* The total stands below the contributions that add up to it, where it is their sum. */
static size_t amount_column(const struct criterion *k)
{
    return !k->parent && k->scorer == SCORER_CHILDREN ? COLUMN_CONTRIBUTION : COLUMN_SCORE;
}

static void add_taken(struct card *c, const struct result *r, unsigned depth, struct text what,
                      struct text amount, struct text sum)
{
    struct table_row *row = table_add_row(c->d, c->table, depth);
    put(row, COLUMN_TITLE, what, TONE_PLAIN);
    put(row, amount_column(r->criterion), amount, TONE_PLAIN);
    put(row, COLUMN_LIGHT, sum, TONE_FAINT);
}

static void add_adjustments(struct card *c, const struct result *r, unsigned depth)
{
    for (size_t i = 0; r->penalties && i < r->criterion->penalties.n; i++) {
        const struct penalty_result *p = &r->penalties[i];
        if (adjustment_counts(p))
            add_taken(c, r, depth, p->penalty->title.n ? p->penalty->title : p->penalty->name,
                      adjustment_amount(c->a, p), adjustment_sum(c->a, c->o, p));
    }
}

static void add_late_steps(struct card *c, const struct result *r, unsigned depth)
{
    for (size_t i = 0; r->steps && !r->carried && i < r->criterion->steps.n; i++) {
        const struct step_result *s = &r->steps[i];
        const struct step *step = &r->criterion->steps.at[i];
        if (!s->counts || !number_sign(s->taken))
            continue;
        struct text number = number_short_words(c->a, step->number, 0);
        add_taken(c, r, depth, SAY(c->a, "step {} late", number),
                  figure_score(c->a, r->criterion, number_negate(c->a, s->taken)),
                  SAY(c->a, "{} x {}", figure_days(c->a, step->late_unit, s->late_days),
                      number_short_words(c->a, step->late_each, 6)));
    }
}

static void add_lines(struct card *c, const struct result *r, unsigned depth)
{
    struct text amount = adjustment_lines_amount(c->a, r),
                sum = adjustment_lines_sum(c->a, c->o, r);
    if (amount.n || sum.n)
        add_taken(c, r, depth, TEXT("adjusted"), amount, sum);
}

/* Floor or cap, as the amount that it gave back or took. */
static void add_limit(struct card *c, const struct result *r, unsigned depth)
{
    const struct criterion *k = r->criterion;
    if (!r->floored)
        return;
    struct number change = number_subtract(c->a, r->adjusted, r->wanted);
    bool up = number_sign(change) > 0;
    struct text amount = figure_score(c->a, k, change);
    add_taken(
        c, r, depth,
        k->has_adjust ? TEXT("scale")
        : up          ? TEXT("floor")
                      : TEXT("cap"),
        up ? SAY(c->a, "+{}", amount) : amount,
        SAY(c->a, up ? "not below {}" : "not above {}", number_short_words(c->a, r->adjusted, 6)));
}

/* --- the rows ------------------------------------------------------------------------------- */

static void fill_row(struct card *c, const struct result *r, struct table_row *row)
{
    const struct criterion *k = r->criterion;
    enum tone tone = k->height == HEIGHT_GROUP ? TONE_STRONG : TONE_PLAIN;
    if (r->status == STATUS_DROPPED)
        tone = TONE_FAINT;
    put(row, COLUMN_TITLE, label(c, k), tone);
    put(row, COLUMN_RESULT, result_words(c, r), tone);
    put(row, COLUMN_SCORE, score_words(c->a, r), tone);
    row->cell[COLUMN_LIGHT] = cell_marks(c->a, r);
    if (!result_has_weight(r))
        return;
    put(row, COLUMN_WEIGHT, figure_weight(c->a, k, r->weight), tone);
    if (result_has_share(c->o, r) && r->status != STATUS_DROPPED)
        put(row, COLUMN_SHARE, figure_share(c->a, r->share), tone);
    if (!result_has_score(r))
        return;
    put(row, COLUMN_WEIGHTED, figure_score(c->a, k, r->weighted), tone);
    if (result_has_share(c->o, r))
        put(row, COLUMN_CONTRIBUTION, figure_score(c->a, k, r->contribution), tone);
}

static void add_criterion(struct card *c, const struct criterion *k, unsigned depth)
{
    const struct result *r = outcome_result(c->o, k);
    if (!result_counts(c->o, r))
        return;
    LIST_ADD(c->a, &c->shown, r);
    fill_row(c, r, table_add_row(c->d, c->table, depth));
    add_late_steps(c, r, depth + 1);
    add_adjustments(c, r, depth + 1);
    add_lines(c, r, depth + 1);
    add_limit(c, r, depth + 1);
    for (size_t i = 0; i < k->children.n; i++)
        add_criterion(c, k->children.at[i], depth + 1);
}

static struct text rounding_words(struct arena *a, const struct rounding *r)
{
    static const char *const mode[] = {[ROUND_HALF_UP] = "half up",
                                       [ROUND_HALF_EVEN] = "half even",
                                       [ROUND_UP] = "up",
                                       [ROUND_DOWN] = "truncated"};
    const char *places = r->places == 1 ? "{} decimal" : "{} decimals";
    struct text to = r->to_multiple ? SAY(a, "multiple of {}", number_short_words(a, r->step, 6))
                                    : SAY(a, places, text_number(a, r->places));
    return SAY(a, "to {}, {}", to, text_of(mode[r->mode]));
}

static void add_before(struct card *c, const struct result *r)
{
    struct text before = adjustment_before(c->a, r);
    if (result_has_raw(c->o, r) && (before.n || r->floored || r->rounded))
        add_taken(c, r, 0, before.n ? before : TEXT("before rounding"),
                  figure_score(c->a, r->criterion, r->raw), TEXT(""));
}

static void add_total(struct card *c)
{
    const struct result *r = outcome_result(c->o, c->o->model->criteria.at[0]);
    size_t first = c->table->rows.n;
    add_before(c, r);
    add_adjustments(c, r, 0);
    add_lines(c, r, 0);
    add_limit(c, r, 0);
    if (r->rounded && !r->criterion->has_adjust)
        add_taken(c, r, 0, TEXT("rounded"), TEXT(""),
                  rounding_words(c->a, r->criterion->round_score));
    struct table_row *row = table_add_row(c->d, c->table, 0);
    put(row, COLUMN_TITLE, TEXT("total"), TONE_STRONG);
    put(row, amount_column(r->criterion), score_words(c->a, r), TONE_STRONG);
    row->cell[COLUMN_LIGHT] = r->status == STATUS_DROPPED
                                  ? (struct cell){TEXT("nothing applies"), TONE_FAINT}
                                  : cell_marks(c->a, r);
    c->table->rows.at[first].rule_above = true;
    LIST_ADD(c->a, &c->shown, r);
}

/* A column without figures gives its room to the titles. */
static void leave_out_empty_columns(struct block *table)
{
    for (size_t i = 0; i < COLUMNS; i++) {
        bool used = false;
        for (size_t j = 0; j < table->rows.n; j++)
            used = used || table->rows.at[j].cell[i].text.n;
        if (!used)
            table->columns.at[i].heading = TEXT("");
    }
}

static void add_table(struct card *c)
{
    static const char *const heading[] = {"",         "weight", "result",       "score",
                                          "weighted", "share",  "contribution", ""};
    const struct model *m = c->o->model;
    c->table = document_table(c->d);
    for (size_t i = 0; i < COLUMNS; i++)
        table_column(c->d, c->table, text_of(heading[i]),
                     i == COLUMN_TITLE || i == COLUMN_LIGHT ? ALIGN_LEFT : ALIGN_RIGHT,
                     i == COLUMN_TITLE);
    for (size_t i = 0; i < m->criteria.at[0]->children.n; i++)
        add_criterion(c, m->criteria.at[0]->children.at[i], 0);
    add_total(c);
    leave_out_empty_columns(c->table);
}

void report_scorecard(struct document *d, const struct outcome *o, const struct claims *claims)
{
    struct card c = {.a = d->arena, .d = d, .o = o};
    document_heading(d, o->model->title.n ? o->model->title : o->model->id, o->facts->office);
    add_table(&c);
    report_notes(d, o, c.shown.at, c.shown.n, claims);
}
