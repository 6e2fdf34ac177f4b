/* Weights by case: one table on the parent, whose rows can each be checked to sum. */
#include "check/checker.h"

static struct criterion *child_named(const struct criterion *k, struct text id)
{
    for (size_t i = 0; i < k->children.n; i++)
        if (text_equal(k->children.at[i]->id, id))
            return k->children.at[i];
    return NULL;
}

static void report_stranger(struct checker *c, const struct criterion *k, const struct node *id,
                            bool *said)
{
    struct text name = check_id(c, id->word.text);
    size_t i;
    if (map_find(&c->m->criterion_by_path, name, &i) && i) {
        const struct criterion *other = c->m->criteria.at[i];
        c->spoilt.at[i] = true; /* that it has no points is the same mistake */
        if (*said)
            return;
        *said = true;
        struct diag *g = DIAG_ADD(c->d, K0544, id->at, other->path, other->parent->path, k->path);
        diag_label(c->d, g, other->at, TEXT("it stands here"));
        diag_help(g, TEXT("`weights` stands in the criterion whose members it weighs"));
        return;
    }
    struct diag *g = DIAG_ADD(c->d, K0302, id->at, name);
    struct nearest near = nearest_to(name);
    for (i = 0; diags_have_room(c->d) && i < k->children.n; i++)
        nearest_offer(&near, k->children.at[i]->id);
    if (near.best.n) {
        diag_help(g, SAY(c->a, "did you mean `{}`?", near.best));
        diag_fix(g, id->at, near.best);
    }
}

/* The children that are weighed; false when one of the ids is wrong. */
static bool fill_ids(struct checker *c, struct criterion *k, const struct nodes *ids)
{
    size_t before = c->d->errors;
    bool said = false;
    for (size_t i = 0; i < ids->n; i++) {
        struct criterion *child = child_named(k, check_id(c, ids->at[i]->word.text));
        if (!child && !c->spoilt.at[k->index])
            report_stranger(c, k, ids->at[i], &said);
        if (!child)
            continue;
        if (child->by_case) {
            diag_label(c->d, DIAG_ADD(c->d, K0307, ids->at[i]->at, SAY(c->a, "`{}`", child->id)),
                       ids->at[child->column]->at, TEXT("first here"));
            continue;
        }
        child->by_case = true;
        child->column = i;
        LIST_ADD(c->a, &k->weights->of, child);
    }
    return c->d->errors == before && k->weights->of.n == ids->n;
}

/* One value: all are percent, or all are points. */
static bool fill_value(struct checker *c, struct weights *w, const struct node *n,
                       const struct node *first)
{
    struct number value;
    bool percent = n->kind == NODE_percent, good = check_number(c, n, &value);
    LIST_ADD(c->a, &w->points, value);
    if (n->kind != NODE_quantity && percent == w->percent)
        return good;
    struct diag *g = DIAG_ADD(c->d, K0402, n->at, check_source(c, n->at),
                              w->percent ? TEXT("a percentage") : TEXT("a plain number"));
    if (n != first)
        diag_label(c->d, g, first->at,
                   w->percent ? TEXT("this is a percentage") : TEXT("these are points"));
    return false;
}

static bool fill_row(struct checker *c, struct weights *w, const struct nodes *values,
                     const struct node *row, const struct node *first)
{
    bool good = true;
    for (size_t i = 0; i < values->n; i++)
        good = fill_value(c, w, values->at[i], first) && good;
    if (values->n == w->of.n)
        return good;
    bool one = values->n == 1, one_id = w->of.n == 1;
    struct text n = text_number(c->a, (long long)values->n),
                wanted = text_number(c->a, (long long)w->of.n);
    struct diag *g = DIAG_ADD(c->d, K0543, row->case_row.value->at,
                              SAY(c->a, one ? "{} weight" : "{} weights", n),
                              SAY(c->a, one_id ? "{} id" : "{} ids", wanted));
    diag_label(c->d, g, w->at,
               SAY(c->a, one_id ? "{} id stands here" : "{} ids stand here", wanted));
    diag_help(g, TEXT("write one for each id, 0 for what does not count in this case"));
    return false;
}

static bool fill_rows(struct checker *c, struct weights *w, const struct nodes *rows)
{
    const struct node *first = NULL;
    bool good = !check_has_broken(rows);
    for (size_t i = 0; i < rows->n; i++) {
        if (rows->at[i]->kind != NODE_case_row)
            continue;
        const struct nodes *values = &rows->at[i]->case_row.value->values.values;
        first = first ? first : values->at[0];
        w->percent = first->kind == NODE_percent;
        good = fill_row(c, w, values, rows->at[i], first) && good;
    }
    return good;
}

void fill_weights(struct checker *c, struct criterion *k, const struct nodes *items)
{
    const struct node *n = check_once(c, items, NODE_weights, TEXT("weights"));
    if (!n)
        return;
    size_t before = c->d->errors;
    struct weights *w = k->weights = ARENA_NEW(c->a, struct weights);
    w->at = (struct span){n->at.lo, n->at.lo + 7}; /* `weights` */
    bool good = fill_ids(c, k, &n->weights.ids);
    w->cases = fill_cases(c, NULL, &n->weights.rows, k, NULL);
    w->cases->na_is_no = true;
    if (good && fill_rows(c, w, &n->weights.rows) && c->d->errors == before)
        check_cases(c, w->cases, w->at);
    else {
        k->weights = NULL;
        for (size_t i = 0; i < k->children.n; i++)
            k->children.at[i]->by_case = true; /* nothing is said of what may be missing now */
    }
}

/* --- when all points are known -------------------------------------------------------------- */

static struct text percent_words(struct checker *c, struct number n)
{
    return SAY(c->a, "{}%", check_number_words(c, number_multiply(c->a, n, number_of(100))));
}

static void check_sum(struct checker *c, const struct criterion *k, const struct case_row *row,
                      struct number sum)
{
    struct number miss = number_subtract(c->a, sum, number_of(1));
    int sign = number_sign(miss);
    if (!k->weights->percent) {
        if (number_sign(sum) <= 0)
            diag_help(DIAG_ADD(c->d, K0503, row->at, k->path),
                      TEXT("give at least one of them points above 0 in every case"));
    } else if (sign) {
        struct diag *g = DIAG_ADD(c->d, K0546, row->at, percent_words(c, sum));
        diag_help(g, SAY(c->a, sign < 0 ? "{} are missing" : "{} are too much",
                         percent_words(c, sign < 0 ? number_negate(c->a, miss) : miss)));
    }
}

static void check_unlisted(struct checker *c, const struct criterion *k,
                           const struct criterion *child)
{
    const struct weights *w = k->weights;
    if (w->percent) {
        struct diag *g = DIAG_ADD(c->d, K0547, child->at, child->path);
        diag_label(c->d, g, w->at, TEXT("each of these rows is 100%"));
        diag_help(g, SAY(c->a, "name `{}` here too, with 0% where it does not count", child->id));
    } else if (child->by_weight) {
        struct diag *g = DIAG_ADD(c->d, K0535, w->of.at[0]->at, w->of.at[0]->path);
        diag_label(c->d, g, child->at, TEXT("this one has a weight"));
        diag_help(g, TEXT("give all of them points, or all of them weights"));
    }
}

void check_weight_rows(struct checker *c, const struct criterion *k)
{
    const struct weights *w = k->weights;
    if (!k->weighs) {
        diag_help(DIAG_ADD(c->d, K0549, w->at, k->path),
                  TEXT("a group counts by weights, and `score weighted mean of parts`"));
        return;
    }
    struct number others = number_of(0);
    for (size_t i = 0; i < k->children.n; i++) {
        const struct criterion *child = k->children.at[i];
        if (child->by_case)
            continue;
        check_unlisted(c, k, child);
        if (!w->percent && (child->has_points || criterion_sums_points(child)))
            others = number_add(c->a, others, child->points);
    }
    for (size_t i = 0; i < w->cases->rows.n; i++) {
        struct number sum = others;
        for (size_t j = 0; j < w->of.n; j++)
            sum = number_add(c->a, sum, weights_points(w, i, w->of.at[j]));
        check_sum(c, k, &w->cases->rows.at[i], sum);
    }
}
