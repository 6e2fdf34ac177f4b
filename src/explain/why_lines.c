/* The lines of `adjust`: what each made of the figure before it, and why some did nothing. */
#include "explain/reasons.h"

/* With the decimals that it has, not fewer than a score; what has too many is marked: the pencil
 * goes on from it. */
static struct text running_words(struct whying *w, const struct result *r, struct number n,
                                 const char *exactly)
{
    unsigned shown = r->criterion->show_score.places, places;
    if (!number_decimals(w->a, n, FIGURE_PLACES, &places))
        return SAY(w->a, "≈ {}", figure_fixed(w->a, n, shown + 4));
    return SAY(w->a, exactly, figure_fixed(w->a, n, places > shown ? places : shown));
}

/* "3.0000 + 1 = 4.0000", "0.5000 becomes 1.0000", "4.0000 stays". */
static struct text applied_words(struct whying *w, const struct result *r,
                                 const struct adjust_line *l, const struct adjust_result *line)
{
    struct text from = running_words(w, r, line->before, "{}");
    if (l->kind == ADJUST_PLUS || l->kind == ADJUST_MINUS) {
        struct number n = line->value.number;
        struct text value = figure_short(w->a, n, r->criterion->show_score.places + 4, NULL);
        return SAY(w->a, l->kind == ADJUST_PLUS ? "{} + {} {}" : "{} − {} {}", from,
                   number_sign(n) < 0 ? SAY(w->a, "({})", value) : value,
                   running_words(w, r, line->after, "= {}"));
    }
    if (number_equal(w->a, line->before, line->after))
        return SAY(w->a, "{} stays", from);
    return SAY(w->a, "{} becomes {}", from, running_words(w, r, line->after, "{}"));
}

static struct text state_words(struct whying *w, const struct result *r,
                               const struct adjust_line *l, const struct adjust_result *line)
{
    if (line->state == LINE_LEFT_OUT)
        return value_is_absent(line->value)
                   ? SAY(w->a, "not applied, {}", why_cause_words(w, line->value.cause))
                   : TEXT("not applied");
    if (line->state == LINE_OPEN)
        return SAY(w->a, "nobody knows, {}", why_cause_words(w, adjust_cause(line)));
    return line->known ? applied_words(w, r, l, line) : TEXT("applied");
}

/* The line as its author wrote it, its condition aside. */
static struct text line_words(struct whying *w, const struct adjust_line *l)
{
    if (!l->value)
        return SAY(w->a, "round {}",
                   words_formula(w->a, w->m, &(struct expr){.at = l->rounding.at}));
    return SAY(w->a, "{} {}", adjust_kind_words(l->kind), words_formula(w->a, w->m, l->value));
}

static bool is_literal(const struct expr *e)
{
    return e->kind == EXPR_NUMBER || (e->kind == EXPR_NEGATE && is_literal(e->left));
}

static void why_line(struct whying *w, struct reason *above, const struct result *r,
                     const struct adjust_line *l, const struct adjust_result *line)
{
    enum reason_kind kind = line->state == LINE_LEFT_OUT ? REASON_NOT_ADJUSTED
                            : l->kind == ADJUST_ROUND    ? REASON_ROUNDED
                                                         : REASON_ADJUSTED;
    struct reason *one = reason_add(
        w, above, kind, SAY(w->a, "{}: {}", line_words(w, l), state_words(w, r, l, line)));
    one->rule = l->at;
    if (line->known)
        reason_figure(one, line->after);
    why_condition(w, one, REASON_APPLIES, "when", l->when);
    if (l->value && !is_literal(l->value) && outcome_was_needed(w->o, l->value))
        why_measure(w, one, REASON_FORMULA, l->value, false, r->criterion->show_score.places + 4);
}

void why_lines(struct whying *w, struct reason *above, const struct result *r)
{
    for (size_t i = 0; r->adjust && i < r->criterion->adjust.n; i++)
        why_line(w, above, r, &r->criterion->adjust.at[i], &r->adjust[i]);
}
