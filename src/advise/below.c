/* Rounded first, and what follows from other claims.
 *
 * Both are the same question with other inputs: what comes out when the figures that this one is
 * made of are not exact, but rounded as they are printed, or taken from the page as they stand
 * there?  The evaluator itself answers it. */
#include "advise/guesses.h"

struct below {
    struct guessing *g;
    enum guess_kind kind; /* GUESS_ROUNDED or GUESS_FOLLOWS */
    bool changed;         /* some input is not the exact figure; of GUESS_FOLLOWS, one that a
                             claim does not agree with */
    struct buffer sum;    /* the inputs of a sum in words, as long as they are few */
    size_t terms;
};

enum { TERMS_SHOWN = 8 };

static struct number shown(struct guessing *g, const struct criterion *k, struct text aspect,
                           struct number n)
{
    const struct show *show = &k->show_score;
    unsigned more = 0;
    if (figure_let(k, aspect) || text_equal(aspect, TEXT("share")))
        return n; /* nowhere on the page unless it is claimed */
    if (text_equal(aspect, TEXT("weight"))) {
        show = &k->show_weight;
        more = 2;
    } else if (text_equal(aspect, TEXT("measure"))) {
        show = &k->show_measure;
        more = k->percent ? 2 : 0;
    }
    return number_round(g->a, n, number_places(g->a, show->places + more), show->mode);
}

/* The figure as an input.  False when it has no value. */
static bool input(struct below *b, const struct criterion *k, struct text aspect, struct number *n)
{
    struct guessing *g = b->g;
    const struct claim_result *c = guess_claim(g, k, aspect);
    bool claimed = c && c->claim->is_number, known = figure_of(g->o, k, aspect, n);
    if (b->kind == GUESS_FOLLOWS) {
        if (!claimed)
            return known;
        *n = c->claim->value;
        b->changed = b->changed || c->verdict != VERDICT_AGREES;
        return true;
    }
    if (!known)
        return false;
    struct number rounded =
        claimed ? number_multiply(g->a, claim_written(g->a, c->claim, *n), c->claim->unit)
                : shown(g, k, aspect, *n);
    b->changed = b->changed || !number_equal(g->a, rounded, *n);
    *n = rounded;
    return true;
}

static bool fits(struct below *b, struct number n)
{
    return b->changed && guess_fits(b->g, n);
}

/* `what`: the inputs, in words; `how`: the calculation, may be empty.  Other inputs that give the
 * same are the same cause in other words. */
static void add(struct below *b, const char *what, struct text how)
{
    if (guess_has(b->g, b->kind))
        return;
    struct arena *a = b->g->a;
    bool rounded = b->kind == GUESS_ROUNDED;
    struct text says = SAY(
        a, rounded ? "{} rounded first" : "calculated from the printed figures: {}", text_of(what));
    guess_add(b->g, b->kind, how.n ? SAY(a, rounded ? "{}: {}" : "{}, {}", says, how) : says);
}

/* --- its own score and weight --------------------------------------------------------------- */

static struct text times(struct below *b, struct number x, struct number y, struct number n)
{
    struct arena *a = b->g->a;
    return SAY(a, "{} × {} % {} {}", figure_short(a, x, FIGURE_PLACES, NULL),
               figure_short(a, number_multiply(a, y, number_of(100)), FIGURE_PLACES, NULL),
               figure_sign(a, n, FIGURE_PLACES), figure_short(a, n, FIGURE_PLACES, NULL));
}

/* Score times weight (or share), with either of them or both as inputs. */
static void try_product(struct guessing *g, enum guess_kind kind, struct text factor)
{
    static const char *const what[] = {"", "its score", "its weight", "its score and weight"};
    for (int which = 1; which <= 3; which++) {
        struct below b = {.g = g, .kind = kind};
        struct number score, weight;
        bool known = which & 1 ? input(&b, g->k, TEXT("score"), &score)
                               : figure_of(g->o, g->k, TEXT("score"), &score);
        known = known && (which & 2 ? input(&b, g->k, factor, &weight)
                                    : figure_of(g->o, g->k, factor, &weight));
        if (!known)
            continue;
        struct number n = number_multiply(g->a, score, weight);
        if (!fits(&b, n))
            continue;
        add(&b, what[which], times(&b, score, weight, n));
        return; /* both are no other cause than one of them */
    }
}

/* --- sums of a column ----------------------------------------------------------------------- */

static void add_term(struct below *b, const struct criterion *k, struct text aspect,
                     struct number n)
{
    struct arena *a = b->g->a;
    const struct claim_result *c = guess_claim(b->g, k, aspect);
    bool weight = text_equal(aspect, TEXT("weight"));
    if (b->terms++ >= TERMS_SHOWN)
        return;
    buffer_add(&b->sum, b->terms > 1 ? TEXT(" + ") : TEXT(""));
    buffer_add(&b->sum, weight                     ? figure_percent(a, n, FIGURE_PLACES, NULL)
                        : c && c->claim->is_number ? claim_words(a, c->claim, n)
                                                   : figure_short(a, n, FIGURE_PLACES, NULL));
}

/* Over the children, or over the indicators in `k`. */
static void sum_up(struct below *b, const struct criterion *k, struct text aspect, bool leaves,
                   struct number *sum)
{
    for (size_t i = 0; i < k->children.n; i++) {
        const struct criterion *child = k->children.at[i];
        struct number n;
        if (leaves && child->scorer == SCORER_CHILDREN)
            sum_up(b, child, aspect, true, sum);
        else if (guess_work(b->g, 1) && input(b, child, aspect, &n)) {
            *sum = number_add(b->g->a, *sum, n);
            add_term(b, child, aspect, n);
        }
    }
}

static void try_sum(struct guessing *g, enum guess_kind kind, struct text aspect, bool leaves)
{
    struct below b = {.g = g, .kind = kind, .sum = buffer_in(g->a)};
    const struct result *r = outcome_result(g->o, g->k);
    struct number n = number_of(0);
    sum_up(&b, g->k, aspect, leaves, &n);
    struct text how = b.terms > TERMS_SHOWN ? TEXT("") : buffer_text(&b.sum);
    if (guess_is_about(g, TEXT("score"))) { /* of the total: what was taken from it comes behind */
        if (r->floored)
            return;
        n = number_subtract(g->a, n, r->taken);
        if (how.n && number_sign(r->taken))
            how =
                number_sign(r->taken) < 0
                    ? SAY(g->a, "{} + {}", how,
                          figure_short(g->a, number_negate(g->a, r->taken), FIGURE_PLACES, NULL))
                    : SAY(g->a, "{} − {}", how, figure_short(g->a, r->taken, FIGURE_PLACES, NULL));
    }
    const char *what = leaves ? "the {} figures of the indicators in it" : "the {} figures in it";
    if (fits(&b, n))
        add(&b, text_c(g->a, SAY(g->a, what, aspect)), how);
}

static bool has_groups(const struct criterion *k)
{
    for (size_t i = 0; i < k->children.n; i++)
        if (k->children.at[i]->scorer == SCORER_CHILDREN)
            return true;
    return false;
}

static void try_sums(struct guessing *g, enum guess_kind kind, struct text aspect)
{
    if (g->k->scorer != SCORER_CHILDREN)
        return;
    try_sum(g, kind, aspect, false);
    if (has_groups(g->k))
        try_sum(g, kind, aspect, true);
}

/* --- evaluated again ------------------------------------------------------------------------ */

enum { WITH_SCORES = 1, WITH_WEIGHTS = 2 };

static void finish(struct below *b, const char *what)
{
    if (guess_end(b->g) && b->changed)
        add(b, what, TEXT(""));
}

static void try_children(struct guessing *g, enum guess_kind kind, int with, const char *what)
{
    struct below b = {.g = g, .kind = kind};
    if (!guess_work(g, g->k->children.n))
        return;
    struct again *again = guess_begin(g);
    for (size_t i = 0; i < g->k->children.n; i++) {
        const struct criterion *child = g->k->children.at[i];
        struct number n;
        if (!result_has_score(outcome_result(g->o, child)))
            continue;
        if (with & WITH_SCORES && input(&b, child, TEXT("score"), &n))
            again_score(again, child, n);
        if (with & WITH_WEIGHTS && input(&b, child, TEXT("weight"), &n))
            again_points(again, child, n);
    }
    finish(&b, what);
}

static void try_measure(struct guessing *g, enum guess_kind kind)
{
    struct below b = {.g = g, .kind = kind};
    struct number n;
    struct again *again = guess_begin(g);
    if (input(&b, g->k, TEXT("measure"), &n))
        again_value(again, g->k->measure, n);
    finish(&b, "its measure");
}

/* The named figures of the criterion, the one at hand aside. */
static void try_lets(struct guessing *g, enum guess_kind kind)
{
    struct below b = {.g = g, .kind = kind};
    const struct let *own = figure_let(g->k, g->aspect);
    if (!g->k->lets.n || !guess_work(g, g->k->lets.n))
        return;
    struct again *again = guess_begin(g);
    for (size_t i = 0; i < g->k->lets.n; i++) {
        const struct let *let = g->k->lets.at[i];
        struct number n;
        if (let != own && input(&b, g->k, let->name, &n))
            again_value(again, let->value, n);
    }
    finish(&b, "its named figures");
}

static void try_again(struct guessing *g, enum guess_kind kind)
{
    switch (g->k->scorer) {
    case SCORER_LEVELS:
    case SCORER_BANDS:
        try_measure(g, kind);
        try_lets(g, kind);
        break;
    case SCORER_FORMULA:
        if (g->k->children.n)
            try_children(g, kind, WITH_SCORES, "the scores of its parts");
        try_lets(g, kind);
        break;
    case SCORER_CHILDREN:
        try_children(g, kind, WITH_SCORES, "the scores in it");
        try_children(g, kind, WITH_WEIGHTS, "the weights in it");
        break;
    case SCORER_STEPS:
    case SCORER_NONE:
        break; /* made of nothing that is printed */
    }
}

/* The mark of the score that is printed, or of the score as it is printed. */
static void try_mark(struct guessing *g, enum guess_kind kind, enum mark mark)
{
    struct below b = {.g = g, .kind = kind};
    struct number n;
    if (!g->k->marks[mark] || !input(&b, g->k, TEXT("score"), &n) || !b.changed)
        return;
    const struct band *band = band_of(g->a, g->k->marks[mark], n);
    if (band && text_equal(band->name, g->claim->shown))
        add(&b, "its score",
            kind == GUESS_ROUNDED ? figure_score(g->a, g->k, n)
                                  : guess_claim(g, g->k, TEXT("score"))->claim->shown);
}

static void try_all(struct guessing *g, enum guess_kind kind)
{
    enum mark mark;
    if (figure_mark(g->k, g->aspect, &mark))
        try_mark(g, kind, mark);
    else if (figure_let(g->k, g->aspect) || guess_is_about(g, TEXT("measure")))
        try_lets(g, kind);
    else if (guess_is_about(g, TEXT("weight")))
        try_sums(g, kind, TEXT("weight"));
    else if (guess_is_about(g, TEXT("contribution"))) {
        try_product(g, kind, TEXT("share"));
        try_sums(g, kind, TEXT("contribution"));
    } else if (guess_is_about(g, TEXT("weighted"))) {
        try_product(g, kind, TEXT("weight"));
        try_sums(g, kind, TEXT("weighted"));
        try_again(g, kind);
    } else if (guess_is_about(g, TEXT("score"))) {
        if (!g->k->parent) {
            try_sums(g, kind, TEXT("weighted"));
            try_sums(g, kind, TEXT("contribution"));
        }
        try_again(g, kind);
    }
}

void guess_below(struct guessing *g)
{
    try_all(g, GUESS_ROUNDED);
    try_all(g, GUESS_FOLLOWS);
}
