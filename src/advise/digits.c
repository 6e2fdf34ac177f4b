/* A misread digit, or two that changed places.
 *
 * A figure of two digits differs from another one in one digit so often by chance that it says
 * nothing: some digits must be left that agree, zeros in front aside.  A last digit that comes out
 * when something is rounded first is not called misread: so many last digits are. */
#include "advise/guesses.h"

static struct text digits(struct guessing *g, struct number n)
{
    struct buffer b = buffer_in(g->a);
    number_print(&b, number_divide(g->a, n, g->claim->unit), g->claim->decimals, ROUND_HALF_UP,
                 (struct number_style){0});
    return buffer_text(&b);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

size_t guess_digits_printed(struct guessing *g)
{
    struct text printed = digits(g, g->claim->value);
    size_t n = 0;
    for (size_t i = 0; i < printed.n; i++)
        n += is_digit(printed.at[i]) && (n || printed.at[i] != '0');
    return n;
}

struct comparison {
    size_t differ, first, last; /* how many digits differ; where the first and the last stand */
    size_t agree;               /* equal digits, zeros in front aside */
};

static struct comparison compare(struct text printed, struct text right)
{
    struct comparison c = {0};
    bool zeros = true;
    for (size_t i = 0; i < printed.n; i++) {
        if (!is_digit(printed.at[i]))
            continue;
        bool same = printed.at[i] == right.at[i];
        zeros = zeros && right.at[i] == '0';
        c.agree += same && !zeros;
        c.first = same || c.differ ? c.first : i;
        c.last = same ? c.last : i;
        c.differ += !same;
    }
    return c;
}

/* Signs and points stand at the same places. */
static bool have_one_form(struct text x, struct text y)
{
    if (x.n != y.n)
        return false;
    for (size_t i = 0; i < x.n; i++)
        if (is_digit(x.at[i]) != is_digit(y.at[i]))
            return false;
    return true;
}

static bool are_next(struct text t, struct comparison c)
{
    return c.last == c.first + 1 || (c.last == c.first + 2 && t.at[c.first + 1] == '.');
}

void guess_digits(struct guessing *g)
{
    const struct claim_result *of = g->finding->claim;
    if (!of->is_number)
        return;
    struct text printed = digits(g, g->claim->value), right = digits(g, of->recomputed);
    if (!have_one_form(printed, right))
        return;
    struct comparison c = compare(printed, right);
    if (c.agree + 1 < AUDIT_DIGITS)
        return;
    bool by_rounding = c.first + 1 == printed.n && guess_has(g, GUESS_ROUNDED);
    struct text wrong = {printed.at + c.first, 1}, meant = {right.at + c.first, 1};
    if (c.differ == 1 && !by_rounding)
        guess_add(g, GUESS_DIGIT, SAY(g->a, "one digit misread, {} for {}", wrong, meant));
    else if (c.differ == 2 && are_next(printed, c) && printed.at[c.first] == right.at[c.last] &&
             printed.at[c.last] == right.at[c.first])
        guess_add(g, GUESS_SWAPPED,
                  SAY(g->a, "two digits swapped, {} for {}",
                      ((struct text){printed.at + c.first, c.last - c.first + 1}),
                      ((struct text){right.at + c.first, c.last - c.first + 1})));
}
