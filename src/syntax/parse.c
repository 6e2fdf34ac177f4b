/* From tokens to a tree: the loop between scanner and parser, and syntax errors in users' words. */
#include "syntax/parse.h"

#include "base/nearest.h"
#include "rules.tab.h"
#include "syntax/population.h"

enum { NAMED_AT_MOST = 7 };

static bool has(const int *expected, int n, int token)
{
    for (int i = 0; i < n; i++)
        if (expected[i] == token)
            return true;
    return false;
}

/* Sets of tokens that have a name of their own: when the first is expected, none of the set is
 * listed singly. */
static const struct {
    int sign, last; /* the token that gives the set away, and one that must be expected with it */
    const char *words;
    int members[48];
} sets[] = {
    {TOK_MEASURE,
     TOK_STEPS,
     "a line of the criterion (such as `points`, `measure`, `levels`, `steps`, `score`, `note`)",
     {TOK_CITE,    TOK_NOTE,    TOK_TITLE,   TOK_SCALE,       TOK_MISSING,  TOK_NOT,
      TOK_PENALTY, TOK_BONUS,   TOK_ADJUST,  TOK_FLOOR,       TOK_CAP,      TOK_ROUND,
      TOK_SHOW,    TOK_LET,     TOK_GROUP,   TOK_INDICATOR,   TOK_PART,     TOK_POINTS,
      TOK_UNIT,    TOK_APPLIES, TOK_MEASURE, TOK_LEVELS,      TOK_BANDS,    TOK_WEIGHT,
      TOK_WEIGHTS, TOK_STEPS,   TOK_SCORE,   TOK_INDEPENDENT, TOK_GRADE,    TOK_FORMERLY,
      TOK_CHANGE,  TOK_ADD,     TOK_REMOVE,  TOK_MOVE,        TOK_RENUMBER, TOK_ALLOW}},
    {TOK_CRITERIA,
     TOK_CALENDAR,
     "a declaration (such as `criteria`, `period`, `facts`, `group`, `indicator`, `penalty`)",
     {TOK_CITE,   TOK_NOTE,    TOK_TITLE, TOK_SCALE,     TOK_MISSING, TOK_NOT,      TOK_MONTH,
      TOK_DEFINE, TOK_PENALTY, TOK_BONUS, TOK_ADJUST,    TOK_FLOOR,   TOK_CAP,      TOK_ROUND,
      TOK_SHOW,   TOK_LET,     TOK_GROUP, TOK_INDICATOR, TOK_PART,    TOK_CRITERIA, TOK_ERA,
      TOK_PERIOD, TOK_CLOSES,  TOK_USE,   TOK_FACTS,     TOK_UNITS,   TOK_STATUS,   TOK_CALENDAR,
      TOK_SCORE,  TOK_WEIGHTS, TOK_GRADE, TOK_AMENDS,    TOK_SHIFT,   TOK_RENAME,   TOK_CHANGE,
      TOK_ADD,    TOK_REMOVE,  TOK_MOVE,  TOK_RENUMBER,  TOK_TEST,    TOK_TESTS,    TOK_ALLOW,
      TOK_COLUMNS}},
    {TOK_NUMBER,
     TOK_TABLE,
     "a type (such as `number`, `integer`, `text`, `date`, `yes/no`, `set of text`, `table { ... "
     "}`)",
     {TOK_NUMBER, TOK_INTEGER, TOK_TEXT, TOK_DATE, TOK_MONTH, TOK_YES_NO, TOK_ONE, TOK_SET,
      TOK_TABLE}},
    {TOK_NUM,
     TOK_STR,
     "a value",
     {TOK_NUM, TOK_STR, TOK_DAY, TOK_MON, TOK_NAME, TOK_LPAREN, TOK_MINUS, TOK_NOT, TOK_YES, TOK_NO,
      TOK_IF}},
    /* Behind the id in a test: a name too, but no value. */
    {TOK_NOT,
     TOK_EVEN,
     "what it must be (such as `score 4.8`, `measure 82%`, `status green`, `incomplete`, `not "
     "applicable`, `because late 2 days`)",
     {TOK_NOT, TOK_DIVIDE, TOK_NAME}},
    {TOK_EQ,
     TOK_PLUS,
     "an operator",
     {TOK_EQ, TOK_NE, TOK_LT, TOK_LE, TOK_GT, TOK_GE, TOK_PLUS, TOK_MINUS, TOK_TIMES, TOK_DIVIDE,
      TOK_IN, TOK_IS, TOK_AND, TOK_OR, TOK_DOT, TOK_LPAREN}},
    {TOK_PLUS,
     TOK_MINUS,
     "an operator",
     {TOK_PLUS, TOK_MINUS, TOK_TIMES, TOK_DIVIDE, TOK_DOT, TOK_LPAREN}},
};

struct listing {
    struct tree *tree;
    struct text words[64];
    int n;
};

static bool in_set(size_t set, int token)
{
    for (size_t i = 0; i < 48 && sets[set].members[i]; i++)
        if (sets[set].members[i] == token)
            return true;
    return false;
}

static struct text token_words(struct tree *t, int token)
{
    struct text words = text_of(rules_token_words(token));
    bool described =
        text_starts(words, TEXT("a ")) || text_starts(words, TEXT("an ")) || token == TOK_EOF;
    return described ? words : SAY(t->arena, "`{}`", words);
}

/* Where a name may stand, every word that may be a name could stand too: they are not worth a
 * mention. */
static void list_expected(struct listing *l, const int *expected, int n)
{
    enum { SETS = sizeof sets / sizeof *sets };
    /* `even` begins nothing: where it can stand, any word can, as a name.  Else a name is a unit
     * behind a number. */
    bool named = has(expected, n, TOK_EVEN), said[SETS] = {false}, whole[SETS];
    for (size_t s = 0; s < SETS; s++)
        whole[s] = has(expected, n, sets[s].sign) && has(expected, n, sets[s].last) &&
                   !(named && rules_keyword_is_soft(sets[s].sign));
    for (int i = 0; i < n && l->n < 64; i++) {
        int token = expected[i];
        bool unit = token == TOK_NAME || token == TOK_THOUSAND || token == TOK_MILLION ||
                    token == TOK_BILLION;
        if (token == TOK_BAD || (unit && !named))
            continue;
        size_t s = 0;
        while (s < SETS && !(whole[s] && in_set(s, token)))
            s++;
        if (s < SETS && said[s])
            continue;
        if (s == SETS && named && rules_keyword_is_soft(token))
            continue;
        if (s < SETS)
            said[s] = true;
        l->words[l->n++] = s < SETS ? text_of(sets[s].words) : token_words(l->tree, token);
    }
    if (!l->n && has(expected, n, TOK_NAME))
        l->words[l->n++] = TEXT("a unit");
}

static struct text join(const struct listing *l)
{
    struct buffer b = buffer_in(l->tree->arena);
    int shown = l->n > NAMED_AT_MOST ? NAMED_AT_MOST : l->n;
    for (int i = 0; i < shown; i++) {
        if (i)
            buffer_add(&b, i + 1 < l->n ? TEXT(", ") : TEXT(" or "));
        buffer_add(&b, l->words[i]);
    }
    if (shown < l->n)
        buffer_add(&b, TEXT(", ..."));
    return buffer_text(&b);
}

/* A name within reach of a word that could stand here: always a legal suggestion, for only those
 * are looked at. */
static void suggest(struct tree *t, struct diag *g, struct text found, struct span at,
                    const int *expected, int n)
{
    struct nearest nearest = nearest_to(found);
    for (int i = 0; i < n; i++)
        if (expected[i] > TOK_HARD_FIRST && expected[i] < TOK_SOFT_LAST)
            nearest_offer(&nearest, text_of(rules_token_words(expected[i])));
    if (!nearest.best.n)
        return;
    diag_help(g, SAY(t->arena, "did you mean `{}`?", nearest.best));
    diag_fix(g, at, nearest.best);
}

static bool is_operator(int token)
{
    return (TOK_PLUS <= token && token <= TOK_GE) || token == TOK_IN || token == TOK_AND ||
           token == TOK_OR;
}

/* Where 14/02/2566 begins, `*at` becomes all of it. */
static bool is_other_date(struct tree *t, struct span *at)
{
    const struct source *s = source_of(t->diags->sources, *at);
    size_t n = s ? date_slashed(text_after(s->content, at->lo - s->base)) : 0;
    if (n)
        *at = (struct span){at->lo, at->lo + (uint32_t)n};
    return n > 0;
}

static void date_help(struct tree *t, struct diag *g, struct text date, struct span at)
{
    bool certain;
    struct text iso = dates_as_iso(t->arena, date, NULL, &certain);
    diag_help(
        g, SAY(t->arena, "a date is year, month and day: `{}`", iso.n ? iso : TEXT("2566-04-30")));
    if (iso.n && certain)
        diag_fix(g, at, iso);
}

/* What becomes of a count of days that is not spelt as the grammar has it; empty when it is none.
 */
static struct text count_help(struct tree *t, int found, const int *expected, int n)
{
    if (found == TOK_DAY_WORD && has(expected, n, TOK_DAYS))
        return TEXT("write `days`, also for one day");
    if ((found == TOK_MONTH && has(expected, n, TOK_MONTHS)) ||
        (found == TOK_AFTER && has(expected, n, TOK_ENDS)))
        return TEXT("write `months`, also for one month");
    if (found == TOK_AFTER && has(expected, n, TOK_WHERE) && has(expected, n, TOK_FIRST))
        return TEXT("between dates are counted `per day`, `per working day` or `per month`");
    if (has(expected, n, TOK_BEFORE) && !has(expected, n, TOK_NAME))
        return TEXT("a day is reckoned as `30 days after DATE` or `30 days before DATE`");
    bool counts = found == TOK_DAYS || found == TOK_MONTHS || found == TOK_WORKING;
    if (!counts || !has(expected, n, TOK_PLUS))
        return (struct text){0};
    return SAY(t->arena, "a number that is not written out stands in parentheses: `(N) {} after D`",
               text_of(rules_token_words(found)));
}

static int kind_before(const struct tree *t, size_t tokens)
{
    return t->now >= tokens ? t->tokens->all.at[t->now - tokens].kind : TOK_EOF;
}

/* What is meant in an amendment. */
static struct text amend_help(const struct tree *t, int found, const int *expected, int n)
{
    int height = kind_before(t, 1), place = kind_before(t, 2);
    if (found == TOK_STEP && has(expected, n, TOK_STEPS))
        return TEXT("in an amendment a step is changed: `change step 3 { by ... }`; else steps are "
                    "lines of `steps { }`, each with its number");
    if ((height == TOK_INDICATOR || height == TOK_GROUP || height == TOK_PART) &&
        (place == TOK_AFTER || place == TOK_BEFORE || place == TOK_INTO))
        return TEXT("a place is an id alone: `after 2.1`, `into external`");
    return TEXT("");
}

/* What is meant in a test. */
static struct text test_help(const struct tree *t, int found, const int *expected, int n)
{
    bool in_test = has(expected, n, TOK_EXPECT);
    if (in_test && found == TOK_EXCEPT)
        return TEXT("did you mean `expect`?");
    if (TOK_EQ <= found && found <= TOK_GE && has(expected, n, TOK_EXACTLY) &&
        !has(expected, n, TOK_EVEN))
        return TEXT("behind a figure stands the number that it must be: `score 4.8`");
    if ((found == TOK_NUM || found == TOK_DOTTED) && kind_before(t, 2) == TOK_EXPECT)
        return TEXT("the criterion comes first: `expect 1.1 score 4.8`");
    if (!in_test || kind_before(t, 1) != TOK_NAME)
        return (struct text){0};
    struct nearest nearest = nearest_to(token_text(&t->tokens->all.at[t->now - 1]));
    nearest_offer(&nearest, TEXT("because"));
    return nearest.best.n ? TEXT("did you mean `because`?") : (struct text){0};
}

/* Comparisons that other languages allow. */
static struct text compare_help(int found, const int *expected, int n)
{
    bool compares = TOK_EQ <= found && found <= TOK_GE;
    if (compares && has(expected, n, TOK_NUM))
        return TEXT("say again what is compared: `a >= 1 and a <= 5`, or `a in 1 .. 5`");
    if (compares && has(expected, n, TOK_AND))
        return TEXT("comparisons do not chain: write `a < b and b < c`");
    if (compares && has(expected, n, TOK_PLUS) && !has(expected, n, TOK_WHERE))
        return TEXT("in a comparison it stands in parentheses: `(days after A until B) > 3`");
    if (found == TOK_COMMA && has(expected, n, TOK_PLUS))
        return TEXT("compare with each value: `a = 1 or a = 2`");
    return found == TOK_PERCENT ? TEXT("`%` stands behind a number and means a hundredth; there "
                                       "is no remainder")
                                : (struct text){0};
}

/* The same for a formula. */
static struct text define_help(struct tree *t, int found, const int *expected, int n)
{
    bool built_in = found == TOK_MIN || found == TOK_MAX || found == TOK_ROUND;
    if (found == TOK_DEFINE && has(expected, n, TOK_MEASURE))
        return TEXT("`define` stands in the head; in a criterion name a calculation with `let`");
    if (!has(expected, n, TOK_NAME) || has(expected, n, TOK_NUM))
        return (struct text){0};
    if (built_in)
        return SAY(t->arena, "`{}` is a formula of the language; choose another name",
                   text_of(rules_token_words(found)));
    return found == TOK_RPAREN ? TEXT("a calculation without values of its own is a `let`")
                               : (struct text){0};
}

void parse_unexpected(struct tree *t, int found, struct span at, const int *expected, int n)
{
    if (found == TOK_BAD || t->given_up)
        return; /* what is wrong has been said */
    bool declares = has(expected, n, TOK_COLON) && has(expected, n, TOK_LBRACE);
    if (!declares && population_meant(t, t->tokens, t->now, has(expected, n, TOK_NAME)))
        return;
    bool other_date = is_other_date(t, &at);
    struct text text = source_text(t->diags->sources, at);
    struct listing l = {.tree = t};
    if (found == TOK_EOF && has(expected, n, TOK_RBRACE))
        l.words[l.n++] = TEXT("`}`");
    else
        list_expected(&l, expected, n);
    struct text what = found == TOK_EOF ? TEXT("the file ends here")
                                        : SAY(t->arena, "`{}` cannot stand here", text);
    struct diag *g = DIAG_ADD(t->diags, K0201, at, what, join(&l));
    if (found == TOK_EOF && t->opened) {
        struct span open = t->open[t->opened - 1];
        diag_label(t->diags, g, open, TEXT("opened here and never closed"));
    }
    struct text count = count_help(t, found, expected, n);
    struct text define = define_help(t, found, expected, n);
    struct text compare = test_help(t, found, expected, n);
    compare = compare.n ? compare : compare_help(found, expected, n);
    compare = compare.n ? compare : amend_help(t, found, expected, n);
    if (other_date)
        date_help(t, g, text, at);
    else if (compare.n)
        diag_help(g, compare);
    else if (count.n || define.n)
        diag_help(g, count.n ? count : define);
    else if (found == TOK_STATUS && has(expected, n, TOK_MEASURE))
        diag_help(g, TEXT("`status` stands in the head; one criterion alone has a `grade`"));
    else if (found == TOK_WHERE && has(expected, n, TOK_IN))
        diag_help(g, TEXT("in a condition it stands in parentheses: `(any of T where ...)`"));
    else if (found == TOK_OF || (has(expected, n, TOK_WHERE) && is_operator(found)))
        diag_help(g, TEXT("inside a larger expression `count of ...`, `sum of ...` and the like "
                          "stand in parentheses: "
                          "`(count of X where ...) > 3`"));
    else if (found == TOK_IF && has(expected, n, TOK_WHEN))
        diag_help(g, TEXT("a condition is written behind it, as `when CONDITION`"));
    else if (found == TOK_NAME)
        suggest(t, g, text, at, expected, n);
    else if ((found == TOK_AND && has(expected, n, TOK_OR)) ||
             (found == TOK_OR && has(expected, n, TOK_AND)))
        diag_help(g, TEXT("put `and` and `or` together only with parentheses: `(a and b) or c`"));
    else if (found > TOK_HARD_FIRST && found < TOK_SOFT_FIRST && has(expected, n, TOK_NAME))
        diag_help(g, SAY(t->arena, "`{}` is a word of the language and cannot be a name", text));
}

/* Keep track of the brackets that are open: a parser stack grows with nothing else, since every
 * list of the grammar is left-recursive.  False when they are too many. */
static bool track_nesting(struct tree *t, const struct token *token)
{
    if (token->kind == TOK_LBRACE || token->kind == TOK_LPAREN) {
        if (t->opened >= TREE_DEPTH) {
            DIAG_ADD(t->diags, K0205, token->at, text_number(t->arena, TREE_DEPTH));
            return false;
        }
        t->open[t->opened++] = token->at;
    } else if (t->opened > 0)
        t->opened--;
    return true;
}

static bool is_bracket(int kind)
{
    return kind >= TOK_LBRACE && kind <= TOK_RPAREN;
}

/* After too much of anything the text ends for the parser. */
const struct token *parse_next(struct tree *t)
{
    const struct token *next = &t->tokens->all.at[t->read];
    if (diags_are_hopeless(t->diags, t->errors_before) ||
        (is_bracket(next->kind) && !track_nesting(t, next)))
        t->given_up = true;
    if (t->given_up)
        return &t->tokens->all.at[t->tokens->all.n - 1];
    t->now = t->read++;
    return next;
}

struct tree *parse_tokens(struct arena *a, const struct tokens *tokens, struct diags *d)
{
    struct tree *t = ARENA_NEW(a, struct tree);
    *t = (struct tree){.arena = a, .diags = d, .tokens = tokens, .errors_before = d->errors};
    rules_parse(t);
    t->tokens = NULL;
    if (!t->root || t->given_up) {
        struct node *gap = TREE(t, broken, ((struct span){0, 0}), .text = {0});
        t->root = TREE(t, file, gap->at, .items = tree_list(t, (struct nodes){0}, gap));
    }
    return t;
}
