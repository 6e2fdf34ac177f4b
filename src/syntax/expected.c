/* What could stand in a place, in users' words. */
#include "syntax/unexpected.h"

enum { LISTED_AT_MOST = 64, NAMED_AT_MOST = 7 };

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
    struct arena *arena;
    struct text words[LISTED_AT_MOST];
    int n;
};

static bool in_set(size_t set, int token)
{
    for (size_t i = 0; i < 48 && sets[set].members[i]; i++)
        if (sets[set].members[i] == token)
            return true;
    return false;
}

static struct text token_words(struct arena *a, int token)
{
    struct text words = text_of(rules_token_words(token));
    bool described =
        text_starts(words, TEXT("a ")) || text_starts(words, TEXT("an ")) || token == TOK_EOF;
    return described ? words : SAY(a, "`{}`", words);
}

/* Where a name may stand, every word that may be a name could stand too: they are not worth a
 * mention. */
static void list(struct listing *l, const struct unexpected *u)
{
    enum { SETS = sizeof sets / sizeof *sets };
    /* `even` begins nothing: where it can stand, any word can, as a name.  Else a name is a unit
     * behind a number. */
    bool named = could_be(u, TOK_EVEN), said[SETS] = {false}, whole[SETS];
    for (size_t s = 0; s < SETS; s++)
        whole[s] = could_be(u, sets[s].sign) && could_be(u, sets[s].last) &&
                   !(named && rules_keyword_is_soft(sets[s].sign));
    for (int i = 0; i < u->n && l->n < LISTED_AT_MOST; i++) {
        int token = u->expected[i];
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
        l->words[l->n++] = s < SETS ? text_of(sets[s].words) : token_words(l->arena, token);
    }
    if (!l->n && could_be(u, TOK_NAME))
        l->words[l->n++] = TEXT("a unit");
}

static struct text join(const struct listing *l)
{
    struct buffer b = buffer_in(l->arena);
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

struct text expected_words(const struct unexpected *u)
{
    struct listing l = {.arena = u->tree->arena};
    if (u->found == TOK_EOF && could_be(u, TOK_RBRACE))
        l.words[l.n++] = TEXT("`}`");
    else
        list(&l, u);
    return join(&l);
}
