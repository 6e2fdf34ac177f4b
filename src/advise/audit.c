/* The audit of printed figures: findings in the order of the claims, each with its causes. */
#include "advise/audit.h"

#include "advise/guesses.h"

struct text guess_words(enum guess_kind kind)
{
    static const char *const words[] = {
#define GUESS(name, spelling) spelling,
#include "advise/guesses.def"
#undef GUESS
    };
    return text_of(words[kind]);
}

/* --- what every family of guesses asks for --------------------------------------------------- */

bool guess_fits(struct guessing *g, struct number n)
{
    return number_equal(g->a, claim_written(g->a, g->claim, n),
                        claim_written(g->a, g->claim, g->claim->value));
}

void guess_add(struct guessing *g, enum guess_kind kind, struct text says)
{
    struct finding *f = g->finding;
    for (size_t i = 0; i < f->guesses.n; i++) {
        struct guess *known = &f->guesses.at[i];
        if (known->kind != kind)
            continue;
        if (++known->ways <= AUDIT_WAYS)
            known->says = SAY(g->a, "{}, or {}", known->says, says);
        return;
    }
    LIST_ADD(g->a, &f->guesses, (struct guess){kind, 1, says});
}

bool guess_has(const struct guessing *g, enum guess_kind kind)
{
    for (size_t i = 0; i < g->finding->guesses.n; i++)
        if (g->finding->guesses.at[i].kind == kind)
            return true;
    return false;
}

bool guess_is_about(const struct guessing *g, struct text aspect)
{
    return text_equal(g->aspect, aspect);
}

static struct text claim_key(struct arena *a, const struct criterion *k, struct text aspect)
{
    return SAY(a, "{}\n{}", k->path, aspect);
}

const struct claim_result *guess_claim(const struct guessing *g, const struct criterion *k,
                                       struct text aspect)
{
    size_t i;
    return map_find(&g->claim_of, claim_key(g->a, k, aspect), &i) ? &g->claims->all.at[i] : NULL;
}

bool guess_work(struct guessing *g, size_t n)
{
    g->exhausted = g->exhausted || n > g->work;
    g->work -= g->exhausted ? g->work : n;
    return !g->exhausted;
}

struct again *guess_begin(struct guessing *g)
{
    if (!g->again)
        g->again = again_of(g->a, g->o);
    again_begin(g->again);
    return g->again;
}

bool guess_end(struct guessing *g)
{
    const struct let *let = figure_let(g->k, g->aspect);
    struct number n;
    bool known = let                                  ? again_expr(g->again, let->value, &n)
                 : guess_is_about(g, TEXT("measure")) ? again_measure(g->again, g->k, &n)
                                                      : again_criterion(g->again, g->k, &n);
    if (known && !let && guess_is_about(g, TEXT("weighted")))
        n = number_multiply(g->a, n, outcome_result(g->o, g->k)->weight);
    bool found = known && guess_fits(g, n);
    again_end(g->again);
    return found;
}

/* --- one finding ------------------------------------------------------------------------------ */

static void look_for_causes(struct guessing *g, struct finding *f)
{
    g->finding = f;
    g->claim = f->claim->claim;
    g->k = f->claim->criterion;
    g->aspect = g->claim->aspect;
    guess_neighbours(g);
    if (f->claim->verdict != VERDICT_UNKNOWN) {
        guess_below(g);
        guess_digits(g);
        if (!guess_has(g, GUESS_FOLLOWS)) { /* else what is wrong is wrong further down */
            guess_items(g);
            guess_rows(g);
        }
    }
    if (g->exhausted) /* an incomplete search must not call a cause the only one */
        f->guesses.n = 0;
}

/* Where a mark stands among all, from the worst; false when `otherwise` leaves that open, because
 * it is not below everything else. */
static bool rank_of(struct arena *a, const struct bands *bands, struct text name, size_t *rank)
{
    bool found = false;
    for (size_t i = 0; i < bands->n; i++) {
        const struct band *b = &bands->at[i], *next = &bands->at[i + 1];
        bool last = i + 1 == bands->n;
        if (!b->otherwise && !last && !number_equal(a, b->high, next->low))
            return false;
        if (b->otherwise && (i > 0 || last || !next->has_low || bands->at[bands->n - 1].has_high))
            return false;
        if (text_equal(b->name, name)) {
            *rank = i;
            found = true;
        }
    }
    return found;
}

static void compare_marks(struct arena *a, struct finding *f)
{
    enum mark mark;
    size_t printed, right;
    if (!figure_mark(f->claim->criterion, f->claim->claim->aspect, &mark))
        return;
    const struct bands *bands = f->claim->criterion->marks[mark];
    if (!rank_of(a, bands, f->claim->claim->shown, &printed) ||
        !rank_of(a, bands, f->claim->shown, &right))
        return;
    size_t apart = printed > right ? printed - right : right - printed;
    f->apart =
        SAY(a, apart == 1 ? "{} {} too {}" : "{} {}s too {}", text_number(a, (long long)apart),
            mark_noun(mark), printed > right ? TEXT("high") : TEXT("low"));
}

/* By the printed digits, so that a pencil gives the same. */
static void compare_numbers(struct arena *a, struct finding *f)
{
    const struct claim *claim = f->claim->claim;
    struct number apart = number_subtract(a, claim_written(a, claim, claim->value),
                                          claim_written(a, claim, f->claim->recomputed));
    bool high = number_sign(apart) > 0;
    struct buffer b = buffer_in(a);
    number_print(&b, high ? apart : number_negate(a, apart), claim->decimals, ROUND_HALF_UP,
                 (struct number_style){.group = true});
    f->apart = SAY(a, high ? "{} too high" : "{} too low", buffer_text(&b));
}

static void examine(struct guessing *g, struct finding *f)
{
    const struct claim_result *c = f->claim;
    f->has_difference = c->is_number;
    if (c->is_number)
        f->difference = number_subtract(g->a, c->claim->value, c->recomputed);
    if (c->verdict == VERDICT_AGREES || c->verdict == VERDICT_ROUNDED)
        return;
    if (c->is_number)
        compare_numbers(g->a, f);
    else if (c->verdict == VERDICT_DISAGREES)
        compare_marks(g->a, f);
    look_for_causes(g, f);
}

/* --- all of them ------------------------------------------------------------------------------ */

/* The rows of the page, one below the other: criteria as written, what is in them behind them. */
static void find_rows(struct guessing *g, const struct criterion *k, const struct criterion **last)
{
    for (size_t i = 0; i < k->children.n; i++) {
        const struct criterion *child = k->children.at[i];
        const struct criterion *before = last[child->height];
        g->before[child->index] = before;
        if (before)
            g->after[before->index] = child;
        last[child->height] = child;
        find_rows(g, child, last);
    }
}

static struct guessing guessing_about(struct arena *a, struct outcome *o,
                                      const struct claims *claims)
{
    size_t n = o->model->criteria.n;
    const struct criterion *last[HEIGHT_PART + 1] = {NULL};
    struct guessing g = {.a = a,
                         .o = o,
                         .claims = claims,
                         .claim_of = map_in(a),
                         .before = ARENA_ARRAY(a, const struct criterion *, n),
                         .after = ARENA_ARRAY(a, const struct criterion *, n),
                         .work = AUDIT_WORK};
    for (size_t i = 0; i < claims->all.n; i++) {
        const struct claim_result *c = &claims->all.at[i];
        map_put(&g.claim_of, claim_key(a, c->criterion, c->claim->aspect), i);
    }
    find_rows(&g, o->model->criteria.at[0], last);
    g.before[0] = last[HEIGHT_GROUP] ? last[HEIGHT_GROUP] : last[HEIGHT_INDICATOR];
    return g;
}

struct audit *audit_claims(struct arena *a, struct outcome *o, const struct claims *claims,
                           const struct criterion *about)
{
    struct audit *audit = ARENA_NEW(a, struct audit);
    *audit = (struct audit){.outcome = o, .about = about};
    struct guessing g = guessing_about(a, o, claims);
    for (size_t i = 0; i < claims->all.n; i++) {
        struct finding f = {.claim = &claims->all.at[i], .difference = number_of(0)};
        if (!criterion_is_within(f.claim->criterion, about))
            continue;
        examine(&g, &f);
        claims_count(&audit->counts, f.claim->verdict);
        audit->explained += finding_cause(&f) != NULL;
        LIST_ADD(a, &audit->findings, f);
    }
    audit->exhausted = g.exhausted;
    return audit;
}

const struct guess *finding_cause(const struct finding *f)
{
    size_t most = f->claim->verdict == VERDICT_UNKNOWN ? 1 : AUDIT_WAYS;
    return f->guesses.n == 1 && f->guesses.at[0].ways <= most ? &f->guesses.at[0] : NULL;
}

struct text finding_undecided(struct arena *a, const struct finding *f)
{
    struct text says = TEXT("");
    for (size_t i = 0; i < f->guesses.n && !finding_cause(f); i++) {
        const struct guess *g = &f->guesses.at[i];
        struct text one = g->ways <= AUDIT_WAYS
                              ? g->says
                              : SAY(a, "{}, or {} more ways", g->says,
                                    text_number(a, (long long)(g->ways - AUDIT_WAYS)));
        says = says.n ? SAY(a, "{}; or {}", says, one) : one;
    }
    return says;
}
