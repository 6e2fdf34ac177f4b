/* A pencil: the arithmetic of the language page, on what a derivation says, without the
 * evaluator. */
#include "pencil.h"

#include <criterion/criterion.h>
#include <string.h>
#include <yajl/yajl_tree.h>

#include "explain/words.h"

struct entry {
    struct pencil *p;
    yajl_val all, own; /* every entry; this one */
    const struct criterion *k;
};

static yajl_val member(yajl_val object, const char *key)
{
    for (size_t i = 0; YAJL_IS_OBJECT(object) && i < object->u.object.len; i++)
        if (strcmp(object->u.object.keys[i], key) == 0)
            return object->u.object.values[i];
    return NULL;
}

static char *words_of(struct entry *e)
{
    return text_c(e->p->a,
                  SAY(e->p->a, "{} {}\n{}", text_of(e->p->about), e->k->path, e->p->derived));
}

/* "12.5", "5/8" */
static bool read_number(struct pencil *p, struct text t, struct number *n)
{
    const char *slash = t.n ? memchr(t.at, '/', t.n) : NULL;
    struct number bottom = number_of(1);
    struct text top = t;
    if (slash) {
        top.n = (size_t)(slash - t.at);
        struct text rest = {slash + 1, t.n - top.n - 1};
        if (!number_parse(p->a, rest, &bottom, NULL))
            return false;
    }
    if (!number_parse(p->a, top, n, NULL))
        return false;
    *n = number_divide(p->a, *n, bottom);
    return true;
}

static bool is_number(struct pencil *p, yajl_val v, struct number *n)
{
    if (YAJL_IS_INTEGER(v)) {
        *n = number_of(YAJL_GET_INTEGER(v));
        return true;
    }
    return YAJL_IS_STRING(v) && read_number(p, text_of(YAJL_GET_STRING(v)), n);
}

static bool has(struct entry *e, const char *key, struct number *n)
{
    return is_number(e->p, member(e->own, key), n);
}

static struct number number_at(struct entry *e, yajl_val v)
{
    struct number n;
    cr_assert(is_number(e->p, v, &n), "no number: %s", words_of(e));
    return n;
}

static void expect_equal(struct entry *e, const char *what, struct number pencil,
                         struct number printed)
{
    struct arena *a = e->p->a;
    cr_assert(number_equal(a, pencil, printed), "%s is %s by pencil, and %s is printed: %s", what,
              text_c(a, number_exact_words(a, pencil)), text_c(a, number_exact_words(a, printed)),
              words_of(e));
}

static struct number clamp(struct entry *e, struct number n, struct number low, struct number high)
{
    if (!number_is_over(low))
        n = number_most(e->p->a, n, low);
    return number_is_over(high) ? n : number_least(e->p->a, n, high);
}

/* --- expressions ------------------------------------------------------------------------------ */

/* The value of a fact as it is written: in its own unit. */
static bool read_fact(struct entry *e, const struct fact *f, struct number *n)
{
    yajl_val v = member(member(e->own, "facts"), text_c(e->p->a, f->path));
    if (!YAJL_IS_STRING(v) || f->type.kind != TYPE_NUMBER)
        return false;
    struct text t = text_of(YAJL_GET_STRING(v));
    if (!f->unit)
        return read_number(e->p, t, n);
    cr_assert(t.n > f->unit->words.n, "no unit: %s", words_of(e));
    t.n -= f->unit->words.n + 1;
    if (!read_number(e->p, t, n))
        return false;
    *n = number_multiply(e->p->a, *n, f->unit->scale);
    return true;
}

static bool read_named(struct entry *e, const char *kind, struct text name, struct number *n)
{
    return is_number(e->p, member(member(e->own, kind), text_c(e->p->a, name)), n);
}

/* False where it takes more than arithmetic. */
static bool calculate(struct entry *e, const struct expr *x, struct number *n);

static bool calculate_two(struct entry *e, const struct expr *x, struct number *n)
{
    struct number left, right;
    if (!calculate(e, x->left, &left) || !calculate(e, x->right, &right))
        return false;
    if (x->op == OP_ADD)
        *n = number_add(e->p->a, left, right);
    else if (x->op == OP_SUBTRACT)
        *n = number_subtract(e->p->a, left, right);
    else if (x->op == OP_MULTIPLY)
        *n = number_multiply(e->p->a, left, right);
    else if (number_sign(right))
        *n = number_divide(e->p->a, left, right);
    else
        return false;
    return true;
}

static bool calculate_extreme(struct entry *e, const struct expr *x, struct number *n)
{
    struct number next;
    if (!calculate(e, x->args.at[0], n))
        return false;
    for (size_t i = 1; i < x->args.n; i++) {
        if (!calculate(e, x->args.at[i], &next))
            return false;
        *n = (x->aggregate == AGGREGATE_MIN ? number_least : number_most)(e->p->a, *n, next);
    }
    return true;
}

/* Of those that have a score; the others do not apply. */
static bool calculate_parts(struct entry *e, const struct expr *x, struct number *n)
{
    struct number next;
    long long count = 0;
    for (size_t i = 0; i < x->criterion->children.n; i++) {
        if (!read_named(e, "scores", x->criterion->children.at[i]->path, &next))
            continue;
        if (!count++)
            *n = next;
        else if (x->aggregate == AGGREGATE_MIN)
            *n = number_least(e->p->a, *n, next);
        else if (x->aggregate == AGGREGATE_MAX)
            *n = number_most(e->p->a, *n, next);
        else if (x->aggregate == AGGREGATE_PRODUCT)
            *n = number_multiply(e->p->a, *n, next);
        else
            *n = number_add(e->p->a, *n, next);
    }
    if (!count || x->aggregate == AGGREGATE_BEST || x->aggregate == AGGREGATE_WEIGHTED_MEAN)
        return false;
    if (x->aggregate == AGGREGATE_MEAN)
        *n = number_divide(e->p->a, *n, number_of(count));
    return true;
}

static bool calculate(struct entry *e, const struct expr *x, struct number *n)
{
    switch (x->kind) {
    case EXPR_NUMBER:
        *n = x->literal->number;
        return true;
    case EXPR_FACT:
        return read_fact(e, x->fact, n);
    case EXPR_LET:
        return read_named(e, "lets", x->let->name, n);
    case EXPR_SCORE:
        return read_named(e, "scores", x->criterion->path, n);
    case EXPR_AGGREGATE:
    case EXPR_CALL:
    case EXPR_DAYS:
    case EXPR_TABLE:
        return read_named(e, "figures", words_formula(e->p->a, e->p->o->model, x), n);
    case EXPR_NEGATE:
        if (!calculate(e, x->left, n))
            return false;
        *n = number_negate(e->p->a, *n);
        return true;
    case EXPR_ARITHMETIC:
        return calculate_two(e, x, n);
    case EXPR_EXTREME:
        return calculate_extreme(e, x, n);
    case EXPR_PARTS:
        return calculate_parts(e, x, n);
    case EXPR_ROUND:
        if (!calculate(e, x->left, n))
            return false;
        *n = number_round(e->p->a, *n, x->rounding->step, x->rounding->mode);
        return true;
    default:
        return false;
    }
}

/* --- the scorer's figure ---------------------------------------------------------------------- */

static void follow_measure(struct entry *e)
{
    struct number printed, n;
    if (!has(e, "measure", &printed))
        return;
    if (e->k->round_measure->set) {
        struct number exact = printed;
        has(e, "measured", &exact);
        expect_equal(
            e, "the rounded measure",
            number_round(e->p->a, exact, e->k->round_measure->step, e->k->round_measure->mode),
            printed);
        printed = exact;
    }
    if (!calculate(e, e->k->measure, &n))
        return;
    expect_equal(e, "the measure", n, printed);
    e->p->measures++;
}

/* The rule of three between, or beyond, two levels. */
static struct number interpolate(struct entry *e, yajl_val two, struct number x)
{
    struct arena *a = e->p->a;
    yajl_val *first = YAJL_GET_ARRAY(two->u.array.values[0])->values,
             *next = YAJL_GET_ARRAY(two->u.array.values[1])->values;
    struct number s = number_at(e, first[0]), v = number_at(e, first[1]), t = number_at(e, next[0]),
                  w = number_at(e, next[1]);
    struct number part = number_divide(a, number_subtract(a, x, v), number_subtract(a, w, v));
    struct number n = number_add(a, s, number_multiply(a, part, number_subtract(a, t, s)));
    return clamp(e, n, e->k->low, e->k->high);
}

static bool follow_levels(struct entry *e, struct number *raw)
{
    static const char *const flat[] = {"at", "below", "beyond", "reached"};
    struct number x;
    if (!has(e, "measure", &x))
        return false;
    for (size_t i = 0; i < sizeof flat / sizeof *flat; i++)
        if (member(e->own, flat[i])) {
            *raw = number_at(e, member(e->own, flat[i])->u.array.values[0]);
            return true;
        }
    yajl_val two = member(e->own, "between");
    two = two ? two : member(e->own, "line");
    if (two)
        *raw = interpolate(e, two, x);
    return two;
}

static bool follow_steps(struct entry *e, struct number *raw, struct number *late)
{
    struct arena *a = e->p->a;
    yajl_val steps = member(e->own, "steps");
    struct number earned = number_of(0), offered, full, n;
    *late = number_of(0);
    for (size_t i = 0; i < steps->u.array.len; i++) {
        yajl_val step = steps->u.array.values[i];
        if (is_number(e->p, member(step, "earned"), &n))
            earned = number_add(a, earned, n);
        if (is_number(e->p, member(step, "taken"), &n)) {
            struct number days = number_at(e, member(step, "late"));
            expect_equal(e, "what is taken for lateness",
                         number_multiply(a, days, e->k->steps.at[i].late_each), n);
            *late = number_add(a, *late, n);
        }
    }
    expect_equal(e, "earned", earned, number_at(e, member(e->own, "earned")));
    if (!has(e, "offered", &offered) || !has(e, "full", &full) || !number_sign(offered))
        return false;
    *raw = clamp(e, number_divide(a, number_multiply(a, full, earned), offered), e->k->low,
                 e->k->high);
    return true;
}

static bool is_text(yajl_val v, const char *text)
{
    const char *says = v && YAJL_IS_STRING(v) ? v->u.string : NULL;
    return says && strcmp(says, text) == 0;
}

static yajl_val entry_of(struct entry *e, const char *id)
{
    for (size_t i = 0; i < e->all->u.array.len; i++) {
        yajl_val one = e->all->u.array.values[i];
        if (one == e->own)
            break; /* what is needed stands before it */
        if (is_text(member(one, "id"), id))
            return one;
    }
    cr_assert(false, "%s is not there before it is needed: %s", id, words_of(e));
    return NULL;
}

static bool follow_mean(struct entry *e, struct number *raw)
{
    struct arena *a = e->p->a;
    yajl_val parts = member(e->own, "parts");
    struct number sum = number_of(0), over = number_of(0), score;
    for (size_t i = 0; parts && i < parts->u.array.len; i++) {
        yajl_val part = entry_of(e, YAJL_GET_STRING(parts->u.array.values[i]));
        struct number points = number_of(0);
        is_number(e->p, member(part, "points"), &points);
        if (!is_number(e->p, member(part, "score"), &score))
            return false;
        sum = number_add(a, sum, number_multiply(a, points, score));
        over = number_add(a, over, points);
    }
    if (!parts || !number_sign(over))
        return false;
    expect_equal(e, "over", over, number_at(e, member(e->own, "over")));
    *raw = number_divide(a, sum, over);
    return true;
}

static void follow_raw(struct entry *e, struct number printed, struct number *late)
{
    struct number raw;
    bool follows = false;
    switch (e->k->scorer) {
    case SCORER_LEVELS:
        follows = follow_levels(e, &raw);
        break;
    case SCORER_STEPS:
        follows = follow_steps(e, &raw, late);
        break;
    case SCORER_CHILDREN:
        follows = follow_mean(e, &raw);
        break;
    case SCORER_FORMULA:
        follows = calculate(e, e->k->formula, &raw);
        if (follows)
            raw = clamp(e, raw, e->k->low, e->k->high);
        e->p->formulas += follows;
        break;
    case SCORER_BANDS:
        cr_assert(member(e->own, "band"), "no band: %s", words_of(e));
        return;
    case SCORER_NONE:
        return;
    }
    if (follows)
        expect_equal(e, "the scorer's figure", raw, printed);
}

/* --- from it to the score --------------------------------------------------------------------- */

static struct number follow_penalties(struct entry *e, struct number n)
{
    struct arena *a = e->p->a;
    yajl_val list = member(e->own, "penalties");
    for (size_t i = 0; list && i < list->u.array.len; i++) {
        yajl_val one = list->u.array.values[i];
        struct number amount = number_at(e, member(one, "amount")), count, each, free, cap;
        if (is_number(e->p, member(one, "count"), &count)) {
            if (is_number(e->p, member(one, "free"), &free))
                count = number_subtract(a, count, free);
            each = number_at(e, member(one, "each"));
            struct number full = number_multiply(a, count, each);
            if (is_number(e->p, member(one, "cap"), &cap))
                full = number_least(a, full, cap);
            expect_equal(e, "the amount", full, amount);
        }
        n = (member(one, "bonus") ? number_add : number_subtract)(a, n, amount);
    }
    return n;
}

static struct number follow_lines(struct entry *e, struct number n)
{
    struct arena *a = e->p->a;
    yajl_val list = member(e->own, "adjust");
    for (size_t i = 0; list && i < list->u.array.len; i++) {
        yajl_val line = list->u.array.values[i];
        const struct adjust_line *l = &e->k->adjust.at[i];
        struct number v = number_of(0);
        if (member(line, "left_out"))
            continue;
        if (l->kind != ADJUST_ROUND)
            v = number_at(e, member(line, "value"));
        switch (l->kind) {
        case ADJUST_PLUS:
            n = number_add(a, n, v);
            break;
        case ADJUST_MINUS:
            n = number_subtract(a, n, v);
            break;
        case ADJUST_AT_LEAST:
            n = number_most(a, n, v);
            break;
        case ADJUST_AT_MOST:
            n = number_least(a, n, v);
            break;
        case ADJUST_ROUND:
            n = number_round(a, n, l->rounding.step, l->rounding.mode);
            break;
        }
        expect_equal(e, "a line of adjust", n, number_at(e, member(line, "after")));
    }
    return n;
}

static void follow_score(struct entry *e, struct number raw, struct number late)
{
    struct arena *a = e->p->a;
    const struct criterion *k = e->k;
    struct number printed = late, n = number_subtract(a, raw, late), limited;
    has(e, "late", &printed);
    expect_equal(e, "late", late, printed);
    n = k->has_adjust ? follow_lines(e, n) : follow_penalties(e, n);
    struct number held =
        k->has_adjust ? clamp(e, n, k->low, k->high) : clamp(e, n, k->floor, k->cap);
    cr_assert(number_equal(a, held, n) == !member(e->own, "limited"), "limited: %s", words_of(e));
    if (has(e, "limited", &limited))
        expect_equal(e, "limited", held, limited);
    if (!k->has_adjust && k->round_score->set)
        held = number_round(a, held, k->round_score->step, k->round_score->mode);
    expect_equal(e, "the score", held, number_at(e, member(e->own, "score")));
    e->p->scores++;
}

static void follow_entry(struct entry *e)
{
    const struct result *r = outcome_result(e->p->o, e->k);
    struct number raw, late = number_of(0), printed;
    bool scored = result_has_score(r);
    cr_assert(has(e, "score", &printed) == scored, "a score: %s", words_of(e));
    if (scored)
        expect_equal(e, "the score of the evaluation", r->score, printed);
    else
        cr_assert(member(e->own, "state"), "nothing says why: %s", words_of(e));
    follow_measure(e);
    if (!has(e, "raw", &raw))
        return;
    follow_raw(e, raw, &late);
    if (scored)
        follow_score(e, raw, late);
}

void pencil_follow(struct pencil *p, struct text derived)
{
    char error[200];
    p->derived = derived;
    yajl_val all = yajl_tree_parse(text_c(p->a, derived), error, sizeof error);
    cr_assert(YAJL_IS_ARRAY(all), "%s: %s\n%.*s", p->about, error, (int)derived.n, derived.at);
    cr_assert_eq(all->u.array.len, p->o->model->criteria.n);
    for (size_t i = 0; i < all->u.array.len; i++) {
        yajl_val own = all->u.array.values[i];
        struct entry e = {.p = p, .all = all, .own = own};
        e.k = model_criterion(p->o->model, text_of(YAJL_GET_STRING(member(own, "id"))));
        cr_assert(e.k);
        follow_entry(&e);
    }
    yajl_tree_free(all);
}
