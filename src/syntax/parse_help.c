/* What is probably meant by a token that cannot stand where it stands: each function knows one
 * corner of the language. */
#include "base/nearest.h"
#include "syntax/unexpected.h"

static int kind_before(const struct tree *t, size_t tokens)
{
    return t->now >= tokens ? t->tokens->all.at[t->now - tokens].kind : TOK_EOF;
}

/* What becomes of a count of days that is not spelt as the grammar has it; empty when it is none.
 */
static struct text count_help(const struct unexpected *u)
{
    if (u->found == TOK_DAY_WORD && could_be(u, TOK_DAYS))
        return TEXT("write `days`, also for one day");
    if ((u->found == TOK_MONTH && could_be(u, TOK_MONTHS)) ||
        (u->found == TOK_AFTER && could_be(u, TOK_ENDS)))
        return TEXT("write `months`, also for one month");
    if (u->found == TOK_AFTER && could_be(u, TOK_WHERE) && could_be(u, TOK_FIRST))
        return TEXT("between dates are counted `per day`, `per working day` or `per month`");
    if (could_be(u, TOK_BEFORE) && !could_be(u, TOK_NAME))
        return TEXT("a day is reckoned as `30 days after DATE` or `30 days before DATE`");
    bool counts = u->found == TOK_DAYS || u->found == TOK_MONTHS || u->found == TOK_WORKING;
    if (!counts || !could_be(u, TOK_PLUS))
        return (struct text){0};
    return SAY(u->tree->arena,
               "a number that is not written out stands in parentheses: `(N) {} after D`",
               text_of(rules_token_words(u->found)));
}

/* What is meant in an amendment. */
static struct text amend_help(const struct unexpected *u)
{
    int height = kind_before(u->tree, 1), place = kind_before(u->tree, 2);
    if (u->found == TOK_STEP && could_be(u, TOK_STEPS))
        return TEXT("in an amendment a step is changed: `change step 3 { by ... }`; else steps are "
                    "lines of `steps { }`, each with its number");
    if ((height == TOK_INDICATOR || height == TOK_GROUP || height == TOK_PART) &&
        (place == TOK_AFTER || place == TOK_BEFORE || place == TOK_INTO))
        return TEXT("a place is an id alone: `after 2.1`, `into external`");
    return TEXT("");
}

/* What is meant in a test. */
static struct text test_help(const struct unexpected *u)
{
    bool in_test = could_be(u, TOK_EXPECT);
    if (in_test && u->found == TOK_EXCEPT)
        return TEXT("did you mean `expect`?");
    if (TOK_EQ <= u->found && u->found <= TOK_GE && could_be(u, TOK_EXACTLY) &&
        !could_be(u, TOK_EVEN))
        return TEXT("behind a figure stands the number that it must be: `score 4.8`");
    if ((u->found == TOK_NUM || u->found == TOK_DOTTED) && kind_before(u->tree, 2) == TOK_EXPECT)
        return TEXT("the criterion comes first: `expect 1.1 score 4.8`");
    if (!in_test || kind_before(u->tree, 1) != TOK_NAME)
        return (struct text){0};
    struct nearest nearest = nearest_to(token_text(&u->tree->tokens->all.at[u->tree->now - 1]));
    nearest_offer(&nearest, TEXT("because"));
    return nearest.best.n ? TEXT("did you mean `because`?") : (struct text){0};
}

/* Comparisons that other languages allow. */
static struct text compare_help(const struct unexpected *u)
{
    bool compares = TOK_EQ <= u->found && u->found <= TOK_GE;
    if (compares && could_be(u, TOK_NUM))
        return TEXT("say again what is compared: `a >= 1 and a <= 5`, or `a in 1 .. 5`");
    if (compares && could_be(u, TOK_AND))
        return TEXT("comparisons do not chain: write `a < b and b < c`");
    if (compares && could_be(u, TOK_PLUS) && !could_be(u, TOK_WHERE))
        return TEXT("in a comparison it stands in parentheses: `(days after A until B) > 3`");
    if (u->found == TOK_COMMA && could_be(u, TOK_PLUS))
        return TEXT("compare with each value: `a = 1 or a = 2`");
    return u->found == TOK_PERCENT ? TEXT("`%` stands behind a number and means a hundredth; there "
                                          "is no remainder")
                                   : (struct text){0};
}

/* Formulas with parameters. */
static struct text define_help(const struct unexpected *u)
{
    bool built_in = u->found == TOK_MIN || u->found == TOK_MAX || u->found == TOK_ROUND;
    if (u->found == TOK_DEFINE && could_be(u, TOK_MEASURE))
        return TEXT("`define` stands in the head; in a criterion name a calculation with `let`");
    if (!could_be(u, TOK_NAME) || could_be(u, TOK_NUM))
        return (struct text){0};
    if (built_in)
        return SAY(u->tree->arena, "`{}` is a formula of the language; choose another name",
                   text_of(rules_token_words(u->found)));
    return u->found == TOK_RPAREN ? TEXT("a calculation without values of its own is a `let`")
                                  : (struct text){0};
}

static bool is_operator(int token)
{
    return (TOK_PLUS <= token && token <= TOK_GE) || token == TOK_IN || token == TOK_AND ||
           token == TOK_OR;
}

/* What stands elsewhere, or in parentheses. */
static struct text place_help(const struct unexpected *u)
{
    int found = u->found;
    if (found == TOK_STATUS && could_be(u, TOK_MEASURE))
        return TEXT("`status` stands in the head; one criterion alone has a `grade`");
    if (found == TOK_WHERE && could_be(u, TOK_IN))
        return TEXT("in a condition it stands in parentheses: `(any of T where ...)`");
    if (found == TOK_OF || (could_be(u, TOK_WHERE) && is_operator(found)))
        return TEXT("inside a larger expression `count of ...`, `sum of ...` and the like stand in "
                    "parentheses: `(count of X where ...) > 3`");
    if (found == TOK_IF && could_be(u, TOK_WHEN))
        return TEXT("a condition is written behind it, as `when CONDITION`");
    if ((found == TOK_AND && could_be(u, TOK_OR)) || (found == TOK_OR && could_be(u, TOK_AND)))
        return TEXT("put `and` and `or` together only with parentheses: `(a and b) or c`");
    if (found > TOK_HARD_FIRST && found < TOK_SOFT_FIRST && could_be(u, TOK_NAME))
        return SAY(u->tree->arena, "`{}` is a word of the language and cannot be a name",
                   text_of(rules_token_words(found)));
    return (struct text){0};
}

struct text parse_help(const struct unexpected *u)
{
    static struct text (*const of[])(const struct unexpected *u) = {
        test_help, compare_help, amend_help, count_help, define_help, place_help};
    struct text help = {0};
    for (size_t i = 0; !help.n && i < sizeof of / sizeof *of; i++)
        help = of[i](u);
    return help;
}
