/* What the forms for programs say alike. */
#include "report/fields.h"

#include "explain/words.h"

struct text field_kind(const struct criterion *k)
{
    static const char *const kind[] = {[HEIGHT_TOTAL] = "total",
                                       [HEIGHT_GROUP] = "group",
                                       [HEIGHT_INDICATOR] = "indicator",
                                       [HEIGHT_PART] = "part"};
    return text_of(kind[k->height]);
}

struct text field_status(enum status status)
{
    static const char *const name[] = {[STATUS_SCORED] = "scored",
                                       [STATUS_INCOMPLETE] = "incomplete",
                                       [STATUS_DROPPED] = "dropped",
                                       [STATUS_NOT_APPLICABLE] = "not-applicable"};
    return text_of(name[status]);
}

struct text field_figure(struct arena *a, bool known, struct number n, struct show show)
{
    struct buffer b = buffer_in(a);
    if (known && !number_is_over(n))
        number_print(&b, n, show.places, show.mode, (struct number_style){0});
    return buffer_text(&b);
}

struct text field_exact(struct arena *a, bool known, struct number n)
{
    return known && !number_is_over(n) ? number_exact_words(a, n) : TEXT("");
}

/* A percentage has the decimals that it is shown with, moved two places: 92.78 % is 0.9278. */
bool field_measure(struct arena *a, const struct result *r, struct number *n, struct show *show)
{
    const struct criterion *k = r->criterion;
    bool steps = k->scorer == SCORER_STEPS && result_has_score(r) && !r->carried && r->steps;
    bool measured = r->has_measure && r->measure.kind == VALUE_NUMBER;
    *n = number_of(0);
    if (steps)
        *n = r->points_earned;
    else if (measured)
        *n = r->measure.number;
    *show = k->show_measure;
    show->places += k->percent ? 2 : 0;
    if (!k->percent && number_is_whole(a, *n))
        show->places = 0;
    return steps || measured;
}

struct text field_mark(const struct band *band)
{
    return band ? band->name : TEXT("");
}

/* A row of cases as it is written. */
static struct text case_words(struct arena *a, const struct outcome *o, const struct case_row *row)
{
    return row->otherwise ? TEXT("otherwise")
                          : words_formula(a, o->model, &(struct expr){.at = row->at});
}

struct text field_weight_case(struct arena *a, const struct outcome *o, const struct result *r)
{
    const struct criterion *k = r->criterion;
    const struct weights_now *now = k->by_case ? outcome_result(o, k->parent)->weights : NULL;
    return now && now->known ? case_words(a, o, &k->parent->weights->cases->rows.at[now->row])
                             : TEXT("");
}

struct text field_scorer_case(struct arena *a, const struct outcome *o, const struct result *r)
{
    const struct criterion *k = r->criterion;
    for (size_t i = 0; k->by && i < k->thresholds.n; i++)
        if (k->thresholds.at[i] == r->thresholds)
            return case_words(a, o, &k->by->rows.at[i]);
    return TEXT("");
}

void field_cite(struct json *j, struct arena *a, const struct cite *c)
{
    json_member_text(j, "document", c->document);
    json_member_text(j, "dated", c->has_date ? date_words(a, c->dated, ERA_CE) : TEXT(""));
    json_member_text(j, "page", c->page);
    json_member_text(j, "effective",
                     c->has_effect ? date_words(a, c->effective, ERA_CE) : TEXT(""));
}
