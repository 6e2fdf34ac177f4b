/* Expressions as formulas.
 *
 * What has a name stands by it.  Where the line would get too long for a page, long names become
 * letters, and where that is not enough or two things would have one name, all do; the booklet says
 * below what each letter is.  What is
 * a sentence rather than mathematics, such as a count of days, is a name of its own. */
#include "report/booklet_math.h"
#include "render/text.h"

enum {
    ROOM = 500,   /* parts of an expression that are written out */
    WIDEST = 76,  /* columns of a formula on a page */
    LETTERS = 26, /* of the alphabet */
    LONG = 16     /* columns of a name that a letter stands for first */
};

/* --- pieces ----------------------------------------------------------------------------------- */

struct formula *math_row(struct making *m, const struct formula *first,
                         const struct formula *second, const struct formula *third)
{
    const struct formula *part[] = {first, second, third};
    struct formula *row = formula_of(m->b->a, FORMULA_ROW);
    for (size_t i = 0; i < sizeof part / sizeof *part; i++)
        if (part[i])
            formula_add(m->b->a, row, part[i]);
    return row;
}

struct formula *math_pair(struct making *m, enum formula_kind kind, const struct formula *first,
                          const struct formula *second)
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

struct formula *math_name(struct making *m, struct text words)
{
    return formula_leaf(m->b->a, FORMULA_NAME, words);
}

struct formula *math_between(struct making *m, struct text words)
{
    return math_name(m, SAY(m->b->a, "\u00A0{}\u00A0", text_trim(words)));
}

struct formula *math_sign(struct making *m, const char *words)
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

static bool gets_letter(const struct making *m, struct text called)
{
    return m->lettered == LETTERS_ALL ||
           (m->lettered == LETTERS_LONG && width_columns(called) > LONG);
}

struct formula *math_thing(struct making *m, struct text called, struct text meaning)
{
    struct arena *a = m->b->a;
    size_t next = m->math->things.n, i = map_put(&m->found, meaning, next);
    if (i == next) {
        bool lettered = gets_letter(m, called);
        struct text written = lettered ? letter(m, m->letters++) : called;
        LIST_ADD(a, &m->math->things,
                 (struct math_thing){.written = written, .meaning = meaning, .lettered = lettered});
        m->ambiguous = map_put(&m->named, written, next) != next || m->ambiguous;
    }
    return math_name(m, m->math->things.at[i].written);
}

struct formula *math_sentence(struct making *m, const struct expr *e)
{
    struct text words = booklet_expr(m->b, e);
    return math_thing(m, words, words);
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
    const struct formula *left = math_of(m, e->left, sum ? own : STRENGTH_SUM);
    const struct formula *right =
        math_of(m, e->right, sum ? (enum strength)(own + 1) : STRENGTH_SUM);
    if (e->op == OP_DIVIDE)
        return math_pair(m, FORMULA_FRACTION, left, right);
    return math_row(m, left, math_sign(m, sign_of(e->op)), right);
}

static void add_list(struct making *m, struct formula *row, const struct expr *e,
                     const struct formula *comma, enum strength least)
{
    for (size_t i = 0; i < e->args.n; i++) {
        if (i)
            formula_add(m->b->a, row, comma);
        formula_add(m->b->a, row, math_of(m, e->args.at[i], least));
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
    return math_row(m, math_name(m, called), brackets(m, of), NULL);
}

static struct formula *form(struct making *m, const struct expr *e)
{
    const struct booklet *b = m->b;
    switch ((unsigned)e->kind) { /* what is not here is a sentence */
    case EXPR_NUMBER:
        return formula_leaf(b->a, FORMULA_NUMBER, booklet_written(b, e->shown));
    case EXPR_LITERAL:
        return math_name(m, booklet_expr(b, e));
    case EXPR_FACT:
        return math_thing(m, booklet_called(b, e->fact->title.n ? e->fact->title : e->fact->path),
                          booklet_fact(b, e->fact));
    case EXPR_COLUMN:
        return math_thing(
            m, booklet_called(b, e->column->title.n ? e->column->title : e->column->path),
            SAY(b->a, "{} ({})", booklet_fact(b, e->column), booklet_fact(b, e->column->table)));
    case EXPR_LET:
        return math_thing(m, booklet_called(b, e->let->title.n ? e->let->title : e->let->name),
                          booklet_expr(b, e));
    case EXPR_SCORE:
        return math_thing(m, TELL(b, MATH_SCORE, e->criterion->id), booklet_expr(b, e));
    case EXPR_NEGATE:
        return math_row(m, math_sign(m, "−"), math_of(m, e->left, STRENGTH_PRIMARY), NULL);
    case EXPR_ARITHMETIC:
    case EXPR_COMPARE:
        return operation(m, e);
    case EXPR_IN:
        return math_row(m, math_of(m, e->left, STRENGTH_SUM), math_sign(m, "∈"),
                        math_of(m, e->right, STRENGTH_CLAUSE));
    case EXPR_LOGIC:
        return list(m, e, math_between(m, e->op == OP_AND ? TOLD(b, AND) : TOLD(b, OR)),
                    STRENGTH_NEGATION);
    case EXPR_NOT:
        return math_row(m, math_between(m, TOLD(b, MATH_NOT)),
                        brackets(m, math_of(m, e->left, STRENGTH_CLAUSE)), NULL);
    case EXPR_IF:
        return math_choice(m, e);
    case EXPR_AGGREGATE:
        return math_aggregate(m, e);
    case EXPR_EXTREME:
        return function(
            m, e->aggregate == AGGREGATE_MIN ? TOLD(b, MATH_LEAST) : TOLD(b, MATH_GREATEST),
            list(m, e, math_sign(m, ","), STRENGTH_CLAUSE));
    case EXPR_ROUND:
        return function(m, TELL(b, MATH_ROUND, booklet_rounding(b, e->rounding)),
                        math_of(m, e->left, STRENGTH_CLAUSE));
    case EXPR_TABLE:
        return math_table(m, e);
    case EXPR_PARTS:
        return math_parts(m, e);
    default:
        return math_sentence(m, e);
    }
}

/* A sum or a list of cases brings its own brackets along; a fraction needs none. */
static bool stands_alone(const struct expr *e)
{
    return e->kind == EXPR_AGGREGATE || e->kind == EXPR_IF || e->kind == EXPR_TABLE ||
           e->kind == EXPR_PARTS || e->kind == EXPR_DAYS || e->kind == EXPR_RANGE ||
           (e->kind == EXPR_ARITHMETIC && e->op == OP_DIVIDE);
}

const struct formula *math_of(struct making *m, const struct expr *e, enum strength least)
{
    while ((e->kind == EXPR_CALL || e->kind == EXPR_PARAMETER) && m->made < ROOM)
        e = e->kind == EXPR_CALL ? e->left : e->argument;
    m->made++;
    const struct formula *f = form(m, e);
    return expr_strength(e) < least && !stands_alone(e) ? brackets(m, f) : f;
}

/* `*fits`: no two things are written alike, and the line is not too long. */
static struct booklet_math made(const struct booklet *b, struct text called, const struct expr *e,
                                bool percent, enum lettered lettered, bool *fits)
{
    struct booklet_math math = {0};
    struct making m = {
        .b = b, .lettered = lettered, .found = map_in(b->a), .named = map_in(b->a), .math = &math};
    struct formula *row = formula_of(b->a, FORMULA_ROW);
    formula_add(b->a, row, math_name(&m, called));
    formula_add(b->a, row, math_sign(&m, "="));
    formula_add(b->a, row, math_of(&m, e, percent ? STRENGTH_PRODUCT : STRENGTH_CLAUSE));
    if (percent) {
        formula_add(b->a, row, math_sign(&m, "×"));
        formula_add(b->a, row, formula_leaf(b->a, FORMULA_NUMBER, TEXT("100%")));
    }
    math.formula = row;
    *fits = !m.ambiguous && formula_columns(row) <= WIDEST;
    return math;
}

/* With as few letters as it takes. */
static struct booklet_math best(const struct booklet *b, struct text called, const struct expr *e,
                                bool percent)
{
    bool fits;
    struct booklet_math math = made(b, called, e, percent, LETTERS_NONE, &fits);
    if (!fits)
        math = made(b, called, e, percent, LETTERS_LONG, &fits);
    return fits ? math : made(b, called, e, percent, LETTERS_ALL, &fits);
}

void booklet_formula(const struct booklet *b, struct text called, const struct expr *e,
                     bool percent)
{
    struct text words = booklet_expr(b, e);
    struct booklet_math math = best(b, called, e, percent);
    struct block *outline = NULL;
    document_formula(b->d, percent ? TELL(b, IN_PERCENT, words) : words, math.formula);
    for (size_t i = 0; i < math.things.n; i++) {
        const struct math_thing *t = &math.things.at[i];
        if (!t->lettered)
            continue;
        if (!outline) {
            outline = document_outline(b->d);
            booklet_item(b, outline, 0, TOLD(b, WHERE_LETTERS));
        }
        booklet_item(b, outline, 1, TELL(b, LETTER_IS, t->written, t->meaning));
    }
}
