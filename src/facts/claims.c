/* What an office states beside its facts: printed figures to be compared, and the reasons it owes.
 */
#include "base/nearest.h"
#include "facts/bind.h"

static const struct criterion *find_criterion(struct binder *b, struct text path, struct span at)
{
    const struct model *m = b->facts->model;
    const struct criterion *c = model_criterion(m, path);
    if (c)
        return c;
    struct diag *g = DIAG_ADD(b->facts->diags, K0627, at, path);
    if (!bind_may_suggest(b))
        return NULL;
    struct text ids = model_ids_instead(b->facts->arena, m, path);
    if (ids.n) {
        diag_help(g, ids);
        return NULL;
    }
    struct nearest near = nearest_to(path);
    for (size_t i = 0; i < m->criteria.n; i++)
        nearest_offer(&near, m->criteria.at[i]->path);
    bind_suggest(b, g, at, near.best);
    return NULL;
}

static const char *const figures[] = {"measure", "score",        "weight", "weighted",
                                      "share",   "contribution", "status", "grade"};
enum { FIGURES = sizeof figures / sizeof *figures };

static bool is_let(const struct criterion *c, struct text aspect)
{
    for (size_t i = 0; i < c->lets.n; i++)
        if (text_equal(aspect, c->lets.at[i]->name))
            return true;
    return false;
}

static bool has_figure(struct binder *b, const struct criterion *c, struct raw aspect)
{
    for (size_t i = 0; i < FIGURES; i++)
        if (text_equal(aspect.text, text_of(figures[i])))
            return true;
    if (is_let(c, aspect.text))
        return true;
    struct diag *g = DIAG_ADD(b->facts->diags, K0628, aspect.at, c->path, aspect.text);
    if (!bind_may_suggest(b))
        return false;
    struct nearest near = nearest_to(aspect.text);
    for (size_t i = 0; i < FIGURES; i++)
        nearest_offer(&near, text_of(figures[i]));
    for (size_t i = 0; i < c->lets.n; i++)
        nearest_offer(&near, c->lets.at[i]->name);
    bind_suggest(b, g, aspect.at, near.best);
    return false;
}

/* A mark is a word, a let may be anything, and every other figure is a number. */
static bool claim_value(struct binder *b, const struct criterion *c, struct raw value,
                        struct claim *claim)
{
    struct figure figure;
    bool number = value.kind == RAW_NUMBER || (value.kind == RAW_WORDS && figure_is_in(value.text));
    enum mark mark;
    bool let = is_let(c, claim->aspect);
    if (let ? !number : mark_named(claim->aspect, &mark))
        return true;
    if (!number) {
        DIAG_ADD(b->facts->diags, K0604, value.at, value.text, TEXT("a number"));
        return false;
    }
    if (!figure_read(b, value, &figure))
        return false;
    claim->is_number = true;
    claim->value = figure.value;
    claim->decimals = figure.decimals;
    claim->unit = figure.scale;
    return true;
}

void bind_claim(struct binder *b, struct raw_claim raw)
{
    struct facts *f = b->facts;
    if (!raw.target.text.n || !raw.aspect.text.n || !raw.value.text.n) {
        diag_help(DIAG_PLAIN(f->diags, K0629, span_join(raw.target.at, raw.value.at)),
                  TEXT("as in `claim 1.1 score 4.9538`"));
        return;
    }
    struct text path = fold_digits(f->arena, raw.target.text);
    const struct criterion *c = find_criterion(b, path, raw.target.at);
    struct claim claim = {.aspect = raw.aspect.text,
                          .shown = raw.value.text,
                          .unit = number_of(1),
                          .value = number_of(0),
                          .at = span_join(raw.target.at, raw.value.at)};
    if (c)
        bind_mention(f, MENTION_CRITERION, c->path, raw.target.at);
    if (!c || !has_figure(b, c, raw.aspect) || !claim_value(b, c, raw.value, &claim))
        return;
    claim.target = c->path;
    size_t first =
        map_put(&f->claim_index, SAY(f->arena, "{}\n{}", c->path, claim.aspect), f->claims.n);
    if (first < f->claims.n) {
        struct diag *g = DIAG_ADD(f->diags, K0630, claim.at, claim.aspect, c->path);
        diag_label(f->diags, g, f->claims.at[first].at, TEXT("first claimed here"));
        return;
    }
    LIST_ADD(f->arena, &f->claims, claim);
}

void bind_reason(struct binder *b, struct text path, struct span at, struct text says,
                 struct span says_at)
{
    struct facts *f = b->facts;
    const struct criterion *c = find_criterion(b, fold_digits(f->arena, path), at);
    if (!c)
        return;
    bind_mention(f, MENTION_CRITERION, c->path, at);
    size_t first = map_put(&f->reasons, c->path, f->reason_texts.n);
    if (first < f->reason_texts.n) {
        struct diag *g = DIAG_ADD(f->diags, K0631, at, c->path);
        diag_label(f->diags, g, f->reason_at.at[first], TEXT("the first one"));
        return;
    }
    LIST_ADD(f->arena, &f->reason_texts, says);
    LIST_ADD(f->arena, &f->reason_at, says_at);
}
