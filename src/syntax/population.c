/* Words that compare offices with each other: ranks, percentiles, quotas. */
#include "syntax/population.h"

#include "rules.tab.h"

bool population_word(struct text word)
{
    static const char *const words[] = {
        "rank",     "ranks",     "ranked",   "ranking",   "percentile", "percentiles",
        "quartile", "quartiles", "quintile", "quintiles", "decile",     "deciles",
        "quantile", "quantiles", "top",      "bottom",    "quota",      "quotas",
        "forced",   "อันดับ",      "จัดอันดับ",   "ลำดับที่",     "เปอร์เซ็นไทล์", "เปอร์เซ็นต์ไทล์",
        "ควอร์ไทล์",  "ควอไทล์",    "เดไซล์",    "โควตา",     "โควต้า"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal(word, text_of(words[i])))
            return true;
    return false;
}

void population_refuse(struct diags *d, struct span at, struct text word)
{
    struct diag *g = DIAG_ADD(d, K0416, at, word);
    diag_help(g, TEXT("evaluate every office with `--format csv` and compare the scores there; a "
                      "threshold that is known beforehand can be a number or a fact"));
}

/* Something has the name of this token: elsewhere it stands where things get theirs. */
static bool is_declared(const struct tokens *tokens, const struct token *name)
{
    for (size_t i = 1; i + 1 < tokens->all.n; i++) {
        const struct token *t = &tokens->all.at[i];
        if (t == name || t->kind != TOK_NAME || !text_equal(token_text(t), token_text(name)))
            continue;
        int before = t[-1].kind, behind = t[1].kind;
        if (behind == TOK_COLON || behind == TOK_COMMA || behind == TOK_LBRACE ||
            behind == TOK_STR || behind == TOK_EQ || before == TOK_COLON || before == TOK_COMMA ||
            before == TOK_LPAREN || before == TOK_DEFINE)
            return true;
    }
    return false;
}

bool population_meant(struct tree *t, const struct tokens *tokens, size_t now, bool named)
{
    for (size_t back = 0; back < 2 && back <= now && diags_have_room(t->diags); back++) {
        const struct token *token = &tokens->all.at[now - back];
        if (token->kind != TOK_NAME || (!back && named) || !population_word(token_text(token)) ||
            is_declared(tokens, token))
            continue;
        population_refuse(t->diags, token->at, token_text(token));
        return true;
    }
    return false;
}
