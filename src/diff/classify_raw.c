/* What the scorers of two versions make of the same facts. */
#include "diff/classify.h"

static bool by_thresholds(const struct criterion *k)
{
    return k->scorer == SCORER_LEVELS || k->scorer == SCORER_BANDS;
}

/* --- rows of levels and bands ----------------------------------------------------------------- */

static size_t row_of(struct arena *a, const struct cases *cases, const struct value *v)
{
    size_t otherwise = 0;
    for (size_t i = 0; cases && i < cases->rows.n; i++) {
        const struct case_row *row = &cases->rows.at[i];
        if (row->otherwise)
            otherwise = i;
        for (size_t j = 0; v && j < row->keys.n; j++)
            if (value_equal(a, row->keys.at[j].value, *v))
                return i;
    }
    return otherwise;
}

static struct text value_shown(const struct value *v)
{
    return v->kind == VALUE_TEXT ? v->text : v->truth ? TEXT("yes") : TEXT("no");
}

struct rows {
    const struct versions *v;
    struct raws *raws;
    struct reach measure;
    const struct fact *by; /* NULL: it is no fact alone, or there is one row */
};

static struct curve curve_in(const struct rows *r, int side, size_t row)
{
    const struct criterion *k = r->v->of[side];
    struct curve c = curve_of(k, k->thresholds.at[row]);
    const struct rounding *x = r->v->of[OLDER]->round_measure, *y = r->v->of[NEWER]->round_measure;
    c.rounded =
        x->set && y->set && x->mode == y->mode && number_equal(r->v->d->arena, x->step, y->step);
    return c;
}

static void add_row(const struct rows *r, const struct value *value)
{
    struct arena *a = r->v->d->arena;
    const struct cases *cases[] = {r->v->of[OLDER]->by, r->v->of[NEWER]->by};
    struct raw raw = {.exact = true, .proven = r->measure.proven, .needs = {.own = {0}}};
    raw.where =
        (struct domain){r->measure.lies, r->measure.proven ? r->measure.step : number_of(0)};
    needs_join(a, &raw.needs, &r->measure.needs);
    for (int side = 0; side < SIDES; side++)
        raw.of[side] = curve_in(r, side, row_of(a, cases[side], value));
    if (cases[OLDER] || cases[NEWER]) {
        struct needs by = {.own = {0}};
        if (r->by)
            LIST_ADD(a, &by.own, r->by);
        raw.proven = raw.proven && r->by && needs_join(a, &raw.needs, &by);
        raw.words = value ? value_shown(value) : TEXT("otherwise");
    }
    LIST_ADD(a, &r->raws->all, raw);
}

/* Every value that a row of either side names, each once, and all others together. */
static void add_rows(const struct rows *r)
{
    struct arena *a = r->v->d->arena;
    LIST_OF(struct value) values = {0};
    bool otherwise = true;
    for (int side = 0; side < SIDES; side++) {
        const struct cases *cases = r->v->of[side]->by;
        bool open = !cases;
        for (size_t i = 0; cases && i < cases->rows.n; i++) {
            open = open || cases->rows.at[i].otherwise;
            for (size_t j = 0; j < cases->rows.at[i].keys.n; j++) {
                const struct value *v = &cases->rows.at[i].keys.at[j].value;
                bool met = false;
                for (size_t k = 0; k < values.n; k++)
                    met = met || value_equal(a, values.at[k], *v);
                if (!met)
                    LIST_ADD(a, &values, *v);
            }
        }
        otherwise = otherwise && open;
    }
    bool left = !r->by || !r->by->words.n || r->by->words.n > values.n;
    if (r->by && r->by->type.kind == TYPE_YES_NO)
        left = values.n < 2;
    for (size_t i = 0; i < values.n; i++)
        add_row(r, &values.at[i]);
    if (otherwise && left)
        add_row(r, NULL);
}

static struct reach figure_of(const struct versions *v)
{
    struct diff *d = v->d;
    const struct criterion *older = v->of[OLDER], *newer = v->of[NEWER];
    const struct rounding *x = older->round_measure, *y = newer->round_measure;
    bool alike = x->set == y->set &&
                 (!x->set || (x->mode == y->mode && number_equal(d->arena, x->step, y->step)));
    return alike ? reach_measure(d->arena, d->model[OLDER], older)
                 : reach_number(d->arena, d->model[OLDER], older->measure);
}

static void add_thresholds(const struct versions *v, struct raws *raws)
{
    const struct criterion *older = v->of[OLDER], *newer = v->of[NEWER];
    struct rows r = {.v = v, .raws = raws};
    if (!versions_same(v, older->measure, newer->measure)) {
        raws->why = TEXT("what is measured is another formula");
        return;
    }
    const struct cases *one = older->by ? older->by : newer->by;
    if (older->by && newer->by && !versions_same(v, older->by->by, newer->by->by)) {
        raws->why = TEXT("its cases go by something else");
        return;
    }
    const struct expr *by = one ? reach_meant(one->by) : NULL;
    r.by = by && by->kind == EXPR_FACT ? by->fact : NULL;
    r.measure = figure_of(v);
    if (one)
        add_rows(&r);
    else
        add_row(&r, NULL);
}

/* --- what is the same on both sides ----------------------------------------------------------- */

static bool same_scorer(const struct versions *v)
{
    const struct criterion *older = v->of[OLDER], *newer = v->of[NEWER];
    if (older->scorer != newer->scorer)
        return false;
    if (older->scorer == SCORER_CHILDREN)
        return true;
    return older->scorer == SCORER_FORMULA && versions_same(v, older->formula, newer->formula);
}

/* Whatever it is, both sides score the same before anything is taken.  Where only the ends of what
 * it can be are certain, they are looked at for themselves. */
static void add_unchanged(const struct versions *v, struct raws *raws)
{
    struct diff *d = v->d;
    struct reach r = reach_raw(d->arena, d->model[OLDER], v->of[OLDER]);
    struct raw raw = {.exact = true, .proven = r.proven, .needs = {.own = {0}}};
    raw.where = (struct domain){r.lies, r.proven ? r.step : number_of(0)};
    needs_join(d->arena, &raw.needs, &r.needs);
    for (int side = 0; side < SIDES; side++)
        raw.of[side] = curve_of(v->of[side], NULL);
    LIST_ADD(d->arena, &raws->all, raw);
    if (r.proven || !r.ends)
        return;
    raw.proven = true;
    struct end ends[] = {r.lies.low, r.lies.high};
    for (int i = 0; i < 2; i++) {
        raw.where.lies = (struct interval){ends[i], ends[i]};
        if (!ends[i].infinite)
            LIST_ADD(d->arena, &raws->all, raw);
    }
}

void raw_versions(const struct versions *v, struct raws *raws)
{
    const struct criterion *older = v->of[OLDER], *newer = v->of[NEWER];
    if (!(older->applies == newer->applies || diff_same(v->d, older->applies, newer->applies)))
        raws->why = TEXT("it applies to other offices");
    else if (older->has_adjust || newer->has_adjust)
        raws->why = TEXT("its lines of `adjust` may undo what changes above them");
    else if (by_thresholds(older) && by_thresholds(newer))
        add_thresholds(v, raws);
    else if (older->scorer == SCORER_STEPS && newer->scorer == SCORER_STEPS)
        raw_steps(v, raws);
    else if (same_scorer(v))
        add_unchanged(v, raws);
    else if (older->scorer == newer->scorer)
        raws->why = TEXT("its score is another formula");
    else
        raws->why = TEXT("it is scored in another way");
}
