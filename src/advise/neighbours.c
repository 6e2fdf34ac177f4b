/* The figure of another row or another column of the page.
 *
 * A page lists criteria in the order of the rules; rows of one height stand below each other.  What
 * was copied from the row before may have been wrong there already, so its printed figure counts
 * too; the row after was printed later, so only its right figure does. */
#include "advise/guesses.h"

static const char *const columns[] = {"measure",  "score", "weight",
                                      "weighted", "share", "contribution"};
enum { COLUMNS = sizeof columns / sizeof *columns };

static void try_row(struct guessing *g, const struct criterion *row, struct text aspect,
                    bool printed)
{
    struct number n;
    bool own = text_equal(aspect, g->aspect);
    struct text figure = own ? TEXT("figure") : SAY(g->a, "{} figure", aspect);
    if (figure_of(g->o, row, aspect, &n) && guess_fits(g, n)) {
        guess_add(g, GUESS_NEIGHBOUR, SAY(g->a, "the {} of {}", figure, row->path));
        return;
    }
    const struct claim_result *c = printed ? guess_claim(g, row, aspect) : NULL;
    if (c && c->claim->is_number && guess_fits(g, c->claim->value))
        guess_add(g, GUESS_NEIGHBOUR, SAY(g->a, "the printed {} of {}", figure, row->path));
}

static void guess_row(struct guessing *g)
{
    const struct criterion *k = g->k, *before = g->before[k->index], *after = g->after[k->index];
    /* The total stands below the column of what it adds up. */
    bool sum = !k->parent && guess_is_about(g, TEXT("score"));
    if (before)
        try_row(g, before, sum ? TEXT("weighted") : g->aspect, true);
    if (after)
        try_row(g, after, g->aspect, false);
    if (k->parent && k->parent->parent && k->parent != before)
        try_row(g, k->parent, g->aspect, true);
}

/* How the figure of a column is printed: a percentage as its hundredfold. */
static struct number face(struct guessing *g, struct text aspect, struct number n)
{
    const struct let *let = figure_let(g->k, aspect);
    bool percent = let ? let->value->type.ratio
                       : text_equal(aspect, TEXT("weight")) || text_equal(aspect, TEXT("share")) ||
                             (text_equal(aspect, TEXT("measure")) && g->k->percent);
    return percent ? number_multiply(g->a, n, number_of(100)) : n;
}

/* As the claim writes numbers, whatever it says they count. */
static bool fits_face(struct guessing *g, struct number n)
{
    return guess_fits(g, number_multiply(g->a, n, g->claim->unit));
}

static void try_column(struct guessing *g, struct text aspect)
{
    struct number n;
    if (guess_is_about(g, aspect) || !figure_of(g->o, g->k, aspect, &n))
        return;
    if (guess_fits(g, n) || fits_face(g, face(g, aspect, n)))
        guess_add(g, GUESS_COLUMN, SAY(g->a, "the figure of another column, {}", aspect));
}

/* 0.9278 for 92.78 %, and the other way round. */
static void try_hundredfold(struct guessing *g, struct number right)
{
    struct number hundred = number_of(100);
    if (!number_sign(right))
        return;
    if (guess_fits(g, number_multiply(g->a, right, hundred)))
        guess_add(g, GUESS_COLUMN, TEXT("a hundred times the figure, percent for a fraction"));
    else if (guess_fits(g, number_divide(g->a, right, hundred)))
        guess_add(g, GUESS_COLUMN, TEXT("a hundredth of the figure, a fraction for percent"));
}

void guess_neighbours(struct guessing *g)
{
    if (!g->claim->is_number || guess_digits_printed(g) < AUDIT_DIGITS)
        return;
    guess_row(g);
    if (!g->finding->claim->is_number)
        return;
    try_hundredfold(g, g->finding->claim->recomputed);
    for (size_t i = 0; i < COLUMNS; i++)
        if (!figure_let(g->k, text_of(columns[i])))
            try_column(g, text_of(columns[i]));
    for (size_t i = 0; i < g->k->lets.n; i++)
        try_column(g, g->k->lets.at[i]->name);
}
