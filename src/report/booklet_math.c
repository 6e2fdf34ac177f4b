/* Expressions as formulas.
 *
 * What has a name stands by it.  Where the line would get too long for a page, or two things would
 * have one name, all of them get letters, and the booklet says below what each letter is.  What is
 * a sentence rather than mathematics, such as a count of days, is a name of its own. */
#include "explain/words.h"
#include "report/booklet_inside.h"

enum {
    ROOM = 500,  /* parts of an expression that are written out */
    WIDEST = 76, /* columns of a formula on a page */
    LETTERS = 26
};

struct making {
    const struct booklet *b;
    bool lettered;
    bool ambiguous;   /* two things have one name */
    struct map found; /* by meaning: its letter */
    struct map named; /* by name: what has it */
    struct booklet_math *math;
    size_t made;
};

static const struct formula *make(struct making *m, const struct expr *e, enum strength least);

/* --- pieces ----------------------------------------------------------------------------------- */

static struct formula *row_of(struct making *m, const struct formula *first,
                              const struct formula *second, const struct formula *third)
{
    const struct formula *part[] = {first, second, third};
    struct formula *row = formula_of(m->b->a, FORMULA_ROW);
    for (size_t i = 0; i < sizeof part / sizeof *part; i++)
        if (part[i])
            formula_add(m->b->a, row, part[i]);
    return row;
}

static struct formula *pair_of(struct making *m, enum formula_kind kind,
                               const struct formula *first, const struct formula *second)
{
    struct formula *f = formula_of(m->b->a, kind);
    formula_add(m->b->a, f, first);
    formula_add(m->b->a, f, second);
    return f;
}

static struct formula *brackets(struct making *m, const struct formula *inner)
{
    struct formula *f = formula_of(m->b->a, FORMULA_BRACKETS);
    formula_add(m->b->a, f, inner);
    return f;
}

static struct formula *name(struct making *m, struct text words)
{
    return formula_leaf(m->b->a, FORMULA_NAME, words);
}

/* Words between other things: with spaces that stay. */
static struct formula *between(struct making *m, struct text words)
{
    return name(m, SAY(m->b->a, "\u00A0{}\u00A0", text_trim(words)));
}

static struct formula *sign(struct making *m, const char *words)
{
    return formula_leaf(m->b->a, FORMULA_SIGN, text_of(words));
}

/* "A", ..., "Z", "A1", ... */
static struct text letter(struct making *m, size_t i)
{
    char c = (char)('A' + i % LETTERS);
    struct text first = {&c, 1};
    return i < LETTERS
               ? SAY(m->b->a, "{}", first)
               : SAY(m->b->a, "{}{}", first, text_number(m->b->a, (long long)(i / LETTERS)));
}

/* What has a name: by that, or by a letter for its full name. */
static struct formula *thing(struct making *m, struct text called, struct text meaning)
{
    struct arena *a = m->b->a;
    size_t next = m->math->letters.n, i = map_put(&m->found, meaning, next);
    if (i == next) {
        LIST_ADD(a, &m->math->letters, m->lettered ? letter(m, next) : called);
        LIST_ADD(a, &m->math->meanings, meaning);
        m->ambiguous = map_put(&m->named, called, next) != next || m->ambiguous;
    }
    return name(m, m->math->letters.at[i]);
}

static struct formula *as_words(struct making *m, const struct expr *e)
{
    struct text words = booklet_expr(m->b, e);
    return thing(m, words, words);
}

/* --- rows of tables --------------------------------------------------------------------------- */

/* "table: condition" */
static struct formula *rows_of(struct making *m, const struct expr *e)
{
    const struct fact *t = e->fact;
    struct text called = text_folded(m->b->a, t->title.n ? t->title : t->path);
    struct formula *table = thing(m, called, booklet_fact(m->b, t));
    if (!e->right)
        return table;
    return row_of(m, table, name(m, TEXT(":\u00A0")), make(m, e->right, STRENGTH_CONDITION));
}

static struct formula *all_rows(struct making *m, const struct expr *e)
{
    struct expr all = *e;
    all.right = NULL;
    return rows_of(m, &all);
}

static struct formula *over_rows(struct making *m, struct formula *operator, const struct expr * e)
{
    struct formula *under = pair_of(m, FORMULA_UNDER, operator, rows_of(m, e));
    if (!e->left)
        return under;
    const struct formula *value = make(m, e->left, STRENGTH_PRODUCT);
    return row_of(m, under, name(m, TEXT("\u00A0")), value);
}

static struct formula *aggregate(struct making *m, const struct expr *e)
{
    const struct booklet *b = m->b;
    struct formula *count = name(m, TOLD(b, MATH_COUNT));
    struct text order = e->third ? booklet_expr(b, e->third) : TEXT("");
    switch (e->aggregate) {
    case AGGREGATE_COUNT:
        return over_rows(m, count, e);
    case AGGREGATE_SHARE:
        return pair_of(m, FORMULA_FRACTION, pair_of(m, FORMULA_UNDER, count, rows_of(m, e)),
                       pair_of(m, FORMULA_UNDER, count, all_rows(m, e)));
    case AGGREGATE_SUM:
        return over_rows(m, sign(m, "∑"), e);
    case AGGREGATE_MEAN:
        return pair_of(m, FORMULA_FRACTION, over_rows(m, sign(m, "∑"), e),
                       pair_of(m, FORMULA_UNDER, count, rows_of(m, e)));
    case AGGREGATE_MIN:
        return over_rows(m, name(m, TOLD(b, MATH_LEAST)), e);
    case AGGREGATE_MAX:
        return over_rows(m, name(m, TOLD(b, MATH_GREATEST)), e);
    case AGGREGATE_DISTINCT:
        return over_rows(m, name(m, TOLD(b, MATH_DISTINCT)), e);
    case AGGREGATE_FIRST:
        return over_rows(m, name(m, TELL(b, MATH_FIRST, order)), e);
    case AGGREGATE_LAST:
        return over_rows(m, name(m, TELL(b, MATH_LAST, order)), e);
    case AGGREGATE_ALL:
        return over_rows(m, name(m, TOLD(b, MATH_ALL)), e);
    case AGGREGATE_ANY:
        return over_rows(m, name(m, TOLD(b, MATH_ANY)), e);
    case AGGREGATE_PRODUCT:
    case AGGREGATE_WEIGHTED_MEAN:
    case AGGREGATE_BEST:
        break;
    }
    return as_words(m, e);
}

/* --- parts ------------------------------------------------------------------------------------ */

static struct formula *over_parts(struct making *m, struct formula *operator, struct text which,
                                  bool weighted)
{
    struct formula *row =
        row_of(m, pair_of(m, FORMULA_UNDER, operator, name(m, which)), NULL, NULL);
    if (weighted) {
        formula_add(m->b->a, row, name(m, TOLD(m->b, MATH_WEIGHT)));
        formula_add(m->b->a, row, sign(m, "×"));
    }
    formula_add(m->b->a, row, name(m, TOLD(m->b, MATH_SCORES)));
    return row;
}

static struct formula *mean_of_parts(struct making *m, struct text which)
{
    struct formula *count = name(m, TOLD(m->b, MATH_COUNT));
    return pair_of(m, FORMULA_FRACTION, over_parts(m, sign(m, "∑"), which, false),
                   pair_of(m, FORMULA_UNDER, count, name(m, which)));
}

static struct formula *parts(struct making *m, const struct expr *e)
{
    const struct booklet *b = m->b;
    struct text all = TOLD(b, MATH_PARTS);
    switch ((unsigned)e->aggregate) { /* no others are of parts */
    case AGGREGATE_MEAN:
        return mean_of_parts(m, all);
    case AGGREGATE_BEST:
        return mean_of_parts(m, TELL(b, MATH_BEST, text_number(b->a, (long long)e->best)));
    case AGGREGATE_WEIGHTED_MEAN:
        return pair_of(m, FORMULA_FRACTION, over_parts(m, sign(m, "∑"), all, true),
                       row_of(m, pair_of(m, FORMULA_UNDER, sign(m, "∑"), name(m, all)),
                              name(m, TOLD(b, MATH_WEIGHT)), NULL));
    case AGGREGATE_PRODUCT:
        return over_parts(m, sign(m, "∏"), all, false);
    case AGGREGATE_MIN:
        return over_parts(m, name(m, TOLD(b, MATH_LEAST)), all, false);
    case AGGREGATE_MAX:
        return over_parts(m, name(m, TOLD(b, MATH_GREATEST)), all, false);
    default:
        return over_parts(m, sign(m, "∑"), all, false);
    }
}

/* --- cases ------------------------------------------------------------------------------------ */

static void add_case(struct making *m, struct formula *cases, const struct formula *value,
                     const struct formula *condition)
{
    formula_add(m->b->a, cases, value);
    formula_add(m->b->a, cases, condition);
}

static struct formula *otherwise(struct making *m)
{
    return name(m, TOLD(m->b, OTHERWISE));
}

static struct formula *on_condition(struct making *m, const struct expr *e)
{
    return row_of(m, between(m, TOLD(m->b, MATH_IF)), make(m, e, STRENGTH_CONDITION), NULL);
}

/* `else if` is one row more. */
static struct formula *choice(struct making *m, const struct expr *e)
{
    struct formula *cases = formula_of(m->b->a, FORMULA_CASES);
    for (; e->kind == EXPR_IF; e = e->third)
        add_case(m, cases, make(m, e->right, STRENGTH_CONDITION), on_condition(m, e->left));
    add_case(m, cases, make(m, e, STRENGTH_CONDITION), otherwise(m));
    return cases;
}

static struct formula *table(struct making *m, const struct expr *e)
{
    struct formula *cases = formula_of(m->b->a, FORMULA_CASES);
    for (size_t i = 0; i < e->args.n; i++) {
        const struct case_row *row = &e->cases->rows.at[i];
        const struct formula *value = make(m, e->args.at[i], STRENGTH_CONDITION);
        if (row->when)
            add_case(m, cases, value, on_condition(m, row->when));
        else if (row->otherwise)
            add_case(m, cases, value, otherwise(m));
        else
            add_case(m, cases, value,
                     row_of(m, make(m, e->cases->by, STRENGTH_PRIMARY), sign(m, "="),
                            name(m, booklet_case(m->b, e->cases, i))));
    }
    return cases;
}

/* --- operations ------------------------------------------------------------------------------- */

static const char *sign_of(enum op op)
{
    static const char *const signs[] = {
        [OP_ADD] = "+", [OP_SUBTRACT] = "−", [OP_MULTIPLY] = "×", [OP_DIVIDE] = "/", [OP_EQ] = "=",
        [OP_NE] = "≠",  [OP_LT] = "<",       [OP_LE] = "≤",       [OP_GT] = ">",     [OP_GE] = "≥",
        [OP_IN] = "∈",  [OP_AND] = "∧",      [OP_OR] = "∨"};
    return signs[op];
}

static struct formula *operation(struct making *m, const struct expr *e)
{
    enum strength own = expr_strength(e);
    bool sum = e->kind == EXPR_ARITHMETIC;
    const struct formula *left = make(m, e->left, sum ? own : STRENGTH_SUM);
    const struct formula *right = make(m, e->right, sum ? (enum strength)(own + 1) : STRENGTH_SUM);
    if (e->op == OP_DIVIDE)
        return pair_of(m, FORMULA_FRACTION, left, right);
    return row_of(m, left, sign(m, sign_of(e->op)), right);
}

static void add_list(struct making *m, struct formula *row, const struct expr *e,
                     const struct formula *comma, enum strength least)
{
    for (size_t i = 0; i < e->args.n; i++) {
        if (i)
            formula_add(m->b->a, row, comma);
        formula_add(m->b->a, row, make(m, e->args.at[i], least));
    }
}

static struct formula *list(struct making *m, const struct expr *e, const struct formula *comma,
                            enum strength least)
{
    struct formula *row = formula_of(m->b->a, FORMULA_ROW);
    add_list(m, row, e, comma, least);
    return row;
}

static struct formula *function(struct making *m, struct text called, const struct formula *of)
{
    return row_of(m, name(m, called), brackets(m, of), NULL);
}

static struct formula *form(struct making *m, const struct expr *e)
{
    const struct booklet *b = m->b;
    switch ((unsigned)e->kind) { /* what is not here is a sentence */
    case EXPR_NUMBER:
        return formula_leaf(b->a, FORMULA_NUMBER, booklet_written(b, e->shown));
    case EXPR_LITERAL:
        return name(m, booklet_expr(b, e));
    case EXPR_FACT:
        return thing(m, text_folded(b->a, e->fact->title.n ? e->fact->title : e->fact->path),
                     booklet_fact(b, e->fact));
    case EXPR_COLUMN:
        return thing(
            m, text_folded(b->a, e->column->title.n ? e->column->title : e->column->path),
            SAY(b->a, "{} ({})", booklet_fact(b, e->column), booklet_fact(b, e->column->table)));
    case EXPR_LET:
        return thing(m, text_folded(b->a, e->let->title.n ? e->let->title : e->let->name),
                     booklet_expr(b, e));
    case EXPR_SCORE:
        return thing(m, TELL(b, MATH_SCORE, e->criterion->id), booklet_expr(b, e));
    case EXPR_NEGATE:
        return row_of(m, sign(m, "−"), make(m, e->left, STRENGTH_PRIMARY), NULL);
    case EXPR_ARITHMETIC:
    case EXPR_COMPARE:
        return operation(m, e);
    case EXPR_IN:
        return row_of(m, make(m, e->left, STRENGTH_SUM), sign(m, "∈"),
                      make(m, e->right, STRENGTH_CLAUSE));
    case EXPR_LOGIC:
        return list(m, e, between(m, e->op == OP_AND ? TOLD(b, AND) : TOLD(b, OR)),
                    STRENGTH_NEGATION);
    case EXPR_NOT:
        return row_of(m, between(m, TOLD(b, MATH_NOT)),
                      brackets(m, make(m, e->left, STRENGTH_CLAUSE)), NULL);
    case EXPR_IF:
        return choice(m, e);
    case EXPR_AGGREGATE:
        return aggregate(m, e);
    case EXPR_EXTREME:
        return function(
            m, e->aggregate == AGGREGATE_MIN ? TOLD(b, MATH_LEAST) : TOLD(b, MATH_GREATEST),
            list(m, e, sign(m, ","), STRENGTH_CLAUSE));
    case EXPR_ROUND:
        return function(m, TELL(b, MATH_ROUND, booklet_rounding(b, &e->rounding)),
                        make(m, e->left, STRENGTH_CLAUSE));
    case EXPR_TABLE:
        return table(m, e);
    case EXPR_PARTS:
        return parts(m, e);
    default:
        return as_words(m, e);
    }
}

/* A sum or a list of cases brings its own brackets along; a fraction needs none. */
static bool stands_alone(const struct expr *e)
{
    return e->kind == EXPR_AGGREGATE || e->kind == EXPR_IF || e->kind == EXPR_TABLE ||
           e->kind == EXPR_PARTS || e->kind == EXPR_DAYS || e->kind == EXPR_RANGE ||
           (e->kind == EXPR_ARITHMETIC && e->op == OP_DIVIDE);
}

static const struct formula *make(struct making *m, const struct expr *e, enum strength least)
{
    while ((e->kind == EXPR_CALL || e->kind == EXPR_PARAMETER) && m->made < ROOM)
        e = e->kind == EXPR_CALL ? e->left : e->argument;
    m->made++;
    const struct formula *f = form(m, e);
    return expr_strength(e) < least && !stands_alone(e) ? brackets(m, f) : f;
}

static struct booklet_math made(const struct booklet *b, struct text called, const struct expr *e,
                                bool percent, bool lettered, bool *again)
{
    struct booklet_math math = {0};
    struct making m = {
        .b = b, .lettered = lettered, .found = map_in(b->a), .named = map_in(b->a), .math = &math};
    struct formula *row = formula_of(b->a, FORMULA_ROW);
    formula_add(b->a, row, name(&m, called));
    formula_add(b->a, row, sign(&m, "="));
    formula_add(b->a, row, make(&m, e, percent ? STRENGTH_PRODUCT : STRENGTH_CLAUSE));
    if (percent) {
        formula_add(b->a, row, sign(&m, "×"));
        formula_add(b->a, row, formula_leaf(b->a, FORMULA_NUMBER, TEXT("100%")));
    }
    math.formula = row;
    *again = m.ambiguous || formula_columns(row) > WIDEST;
    return math;
}

struct booklet_math booklet_math(const struct booklet *b, struct text called, const struct expr *e,
                                 bool percent)
{
    bool again;
    struct booklet_math math = made(b, called, e, percent, false, &again);
    if (again)
        return made(b, called, e, percent, true, &again);
    math.letters.n = math.meanings.n = 0;
    return math;
}

void booklet_formula(const struct booklet *b, struct text called, const struct expr *e,
                     bool percent)
{
    struct text words = booklet_expr(b, e);
    struct booklet_math math = booklet_math(b, called, e, percent);
    document_formula(b->d, percent ? TELL(b, IN_PERCENT, words) : words, math.formula);
    if (!math.letters.n)
        return;
    struct block *outline = document_outline(b->d);
    booklet_item(b, outline, 0, TOLD(b, WHERE_LETTERS));
    for (size_t i = 0; i < math.letters.n; i++)
        booklet_item(b, outline, 1, TELL(b, LETTER_IS, math.letters.at[i], math.meanings.at[i]));
}
