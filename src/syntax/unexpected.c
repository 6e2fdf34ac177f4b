/* Syntax errors in users' words. */
#include "syntax/unexpected.h"

#include "base/nearest.h"
#include "syntax/population.h"

bool could_be(const struct unexpected *u, int token)
{
    for (int i = 0; i < u->n; i++)
        if (u->expected[i] == token)
            return true;
    return false;
}

/* A name within reach of a word that could stand here: always a legal suggestion, for only those
 * are looked at. */
static void suggest(const struct unexpected *u, struct diag *g, struct text found, struct span at)
{
    struct nearest nearest = nearest_to(found);
    for (int i = 0; i < u->n; i++)
        if (u->expected[i] > TOK_HARD_FIRST && u->expected[i] < TOK_SOFT_LAST)
            nearest_offer(&nearest, text_of(rules_token_words(u->expected[i])));
    if (!nearest.best.n)
        return;
    diag_help(g, SAY(u->tree->arena, "did you mean `{}`?", nearest.best));
    diag_fix(g, at, nearest.best);
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

void parse_unexpected(struct tree *t, int found, struct span at, const int *expected, int n)
{
    struct unexpected u = {t, found, expected, n};
    if (found == TOK_BAD || t->given_up)
        return; /* what is wrong has been said */
    bool declares = could_be(&u, TOK_COLON) && could_be(&u, TOK_LBRACE);
    if (!declares && population_meant(t, t->tokens, t->now, could_be(&u, TOK_NAME)))
        return;
    bool other_date = is_other_date(t, &at);
    struct text text = source_text(t->diags->sources, at), help = parse_help(&u);
    struct text what = found == TOK_EOF ? TEXT("the file ends here")
                                        : SAY(t->arena, "`{}` cannot stand here", text);
    struct diag *g = DIAG_ADD(t->diags, K0201, at, what, expected_words(&u));
    if (found == TOK_EOF && t->opened)
        diag_label(t->diags, g, t->open[t->opened - 1], TEXT("opened here and never closed"));
    if (other_date)
        date_help(t, g, text, at);
    else if (help.n)
        diag_help(g, help);
    else if (found == TOK_NAME)
        suggest(&u, g, text, at);
}
