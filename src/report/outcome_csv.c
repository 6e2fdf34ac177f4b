/* The outcome as a table for spreadsheets, as docs/json.md describes it.
 *
 * One row a criterion and one a penalty or bonus, in the order of the scorecard, the total last.  A
 * row has only figures, no formulas: a spreadsheet shows them, it does not calculate a score. */
#include "explain/evidence.h"
#include "explain/figures.h"
#include "report/adjustments.h"
#include "report/fields.h"
#include "report/scorecard.h"

#include "render/csv.h"

struct sheet {
    struct csv csv;
    struct arena *a;
    const struct outcome *o;
    struct evidence_finder *finder;
};

/* The columns in order, and the cells of a row; an empty one says that there is nothing. */
#define COLUMNS(each)                                                                              \
    each(kind) each(id) each(path) each(title) each(status) each(score) each(exact) each(weight)   \
        each(weighted) each(share) each(contribution) each(measure) each(light) each(grade)        \
            each(at_least) each(at_most) each(cause) each(without_evidence)

struct row {
#define CELL(name) struct text name;
    COLUMNS(CELL)
#undef CELL
};

static void write_names(struct sheet *s)
{
#define NAME(name) csv_cell(&s->csv, TEXT(#name));
    COLUMNS(NAME)
#undef NAME
    csv_end_row(&s->csv);
}

static void write_row(struct sheet *s, const struct row *row)
{
#define CELL(name) csv_cell(&s->csv, row->name);
    COLUMNS(CELL)
#undef CELL
    csv_end_row(&s->csv);
}

/* --- rows ----------------------------------------------------------------------------------- */

/* Parts of the whole are fractions, with the decimals that a weight has as a percentage, moved two
 * places: 1.54 % is 0.0154. */
static struct show show_fraction(const struct criterion *k)
{
    struct show show = k->show_weight;
    show.places += 2;
    return show;
}

static void fill_weights(struct sheet *s, const struct result *r, struct row *row)
{
    const struct criterion *k = r->criterion;
    bool weight = result_has_weight(r), share = result_has_share(s->o, r);
    bool scored = result_has_score(r) && result_counts(s->o, r);
    row->weight = field_figure(s->a, weight, r->weight, show_fraction(k));
    row->weighted = field_figure(s->a, weight && scored, r->weighted, k->show_score);
    row->share = field_figure(s->a, share, r->share, show_fraction(k));
    row->contribution = field_figure(s->a, share && scored, r->contribution, k->show_score);
}

/* "plan.approved, visits" */
static struct text unproven_words(struct sheet *s, const struct criterion *k)
{
    struct backings all = evidence_asked_of(s->finder, k);
    struct buffer says = buffer_in(s->a);
    for (size_t i = 0; i < all.facts.n; i++) {
        if (!all.facts.at[i].missing)
            continue;
        buffer_add(&says, says.n ? TEXT(", ") : TEXT(""));
        buffer_add(&says, all.facts.at[i].fact->path);
    }
    return buffer_text(&says);
}

static void write_criterion(struct sheet *s, const struct result *r)
{
    const struct criterion *k = r->criterion;
    bool scored = result_has_score(r), open = r->status == STATUS_INCOMPLETE;
    struct number measure;
    struct show show;
    bool measured = field_measure(s->a, r, &measure, &show);
    struct row row = {
        .kind = field_kind(k),
        .id = k->id,
        .path = k->path,
        .title = k->title,
        .status = field_status(r->status),
        .score = field_figure(s->a, scored, r->score, k->show_score),
        .exact = scored ? number_exact_words(s->a, r->score) : TEXT(""),
        .measure = field_figure(s->a, measured, measure, show),
        .light = field_mark(r->mark[MARK_LIGHT].band),
        .grade = field_mark(r->mark[MARK_GRADE].band),
        .at_least = field_figure(s->a, open, r->low, k->show_score),
        .at_most = field_figure(s->a, open, r->high, k->show_score),
        .cause = r->no_weight ? TEXT("weight 0 in this case")
                              : cause_words(s->a, s->o, r->cause, CAUSE_BY_ITSELF),
        .without_evidence = unproven_words(s, k),
    };
    if (k->parent)
        fill_weights(s, r, &row);
    write_row(s, &row);
}

/* What it changes, with its sign, like a score.  Its path is that of what it is taken from or added
 * to. */
static void write_penalty(struct sheet *s, const struct penalty_result *p)
{
    const struct criterion *k = p->penalty->owner;
    struct number least, most;
    bool bounded = adjustment_ends(s->a, p, &least, &most), plus = p->penalty->is_bonus;
    struct text certain = field_figure(s->a, !p->known, least, k->show_score),
                far = field_figure(s->a, !p->known && bounded, most, k->show_score);
    write_row(s, &(struct row){
                     .kind = penalty_kind(p->penalty),
                     .id = p->penalty->name,
                     .path = k->path,
                     .title = p->penalty->title,
                     .status = p->known ? TEXT("scored") : TEXT("incomplete"),
                     .score = field_figure(s->a, p->known, least, k->show_score),
                     .exact = p->known ? number_exact_words(s->a, least) : TEXT(""),
                     .at_least = plus ? certain : far,
                     .at_most = plus ? far : certain,
                     .cause = cause_words(s->a, s->o, p->cause, CAUSE_BY_ITSELF),
                 });
}

static void write_penalties(struct sheet *s, const struct result *r)
{
    for (size_t i = 0; r->penalties && !r->carried && i < r->criterion->penalties.n; i++)
        write_penalty(s, &r->penalties[i]);
}

static void write_below(struct sheet *s, const struct criterion *k)
{
    for (size_t i = 0; i < k->children.n; i++) {
        const struct result *r = outcome_result(s->o, k->children.at[i]);
        write_criterion(s, r);
        write_penalties(s, r);
        write_below(s, k->children.at[i]);
    }
}

void report_outcome_csv(struct buffer *out, struct arena *a, const struct outcome *o)
{
    struct sheet s = {{.out = out}, a, o, evidence_finder_new(a, o)};
    const struct criterion *total = o->model->criteria.at[0];
    write_names(&s);
    write_below(&s, total);
    write_penalties(&s, outcome_result(o, total));
    write_criterion(&s, outcome_result(o, total));
}
